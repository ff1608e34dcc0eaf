"""Coupons: eight a sheet, each with the QR of its own receipt, read back; gathered from a real store."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import Any

import pytest
import zxingcpp

from app.dokumen.isi import Permintaan
from app.dokumen.isi_daftar import Jumlah
from app.dokumen.isi_kupon import BarisKupon, IsiKupon
from app.dokumen.kumpul_kupon import isi_kupon
from app.penyaluran import semua_serah
from app.spt import Jadwal, atur_jadwal
from db.istilah import Kertas
from reports import kupon
from reports.tata_letak import TataLetak
from tests.helpers.kegiatan import DESA, kegiatan_sah
from tests.helpers.pdf import gambar_pdf, teks_pdf
from tests.helpers.toko import KantorUji
from tests.reports.contoh import NAMA_PANJANG, kepala, orang


def _baris(banyak: int, **ubah: Any) -> Iterator[BarisKupon]:
    for o in orang(banyak):
        acara = {"hari_tanggal": "Senin, 9 Maret 2026", "waktu": "08.00 WIB", "tempat": "Balai Desa"}
        yield BarisKupon(o.nomor, o.kode, **({"nama": o.nama, "wali": "", "alamat": o.desa} | acara | ubah))


def _tulis(baris: Iterator[BarisKupon], kertas: Kertas = Kertas.F4) -> tuple[Jumlah, BytesIO]:
    keluar = BytesIO()
    isi = IsiKupon(kepala(), "KUPON UNDANGAN", "KTP dan Kartu Keluarga asli", "Tanpa potongan.", baris)
    return kupon.tulis(isi, TataLetak(kertas=kertas), keluar), keluar


@pytest.mark.parametrize("kertas", list(Kertas))
def test_eight_on_a_sheet_each_with_its_own_qr(kertas: Kertas) -> None:
    jumlah, keluar = _tulis(_baris(10), kertas)
    assert jumlah == Jumlah(10)
    teks = teks_pdf(keluar)
    assert [isi.count("KUPON UNDANGAN") for isi in teks] == [8, 2]
    for nomor in range(2):
        kode = {k.text for k in zxingcpp.read_barcodes(gambar_pdf(keluar, nomor))}
        assert kode == {f"SLR1-{i:016d}7" for i in range(10) if i // 8 == nomor}


def test_what_the_coupon_says_and_what_it_hides() -> None:
    (teks,) = teks_pdf(_tulis(_baris(1, wali="HJ. FATIMAH"))[1])
    for kata in (
        "DINAS SOSIAL", "SITI AMINAH", "HJ. FATIMAH", "Senin, 9 Maret 2026", "08.00 WIB", "Balai Desa", "No. 0001",
        "KTP dan Kartu Keluarga asli", "Tanpa potongan.",
    ):  # fmt: skip
        assert kata in teks, kata
    assert "6209034101659000" not in "".join(teks.split())


def test_without_a_schedule_lines_are_left_and_long_names_fit() -> None:
    (teks,) = teks_pdf(_tulis(_baris(8, nama=NAMA_PANJANG, hari_tanggal="", waktu="", tempat=""))[1])
    assert teks.count("....") >= 24
    assert " ".join(teks.split()).count("SYAFRUDDIN") == 8


def test_nobody_says_so() -> None:
    jumlah, keluar = _tulis(iter(()))
    assert jumlah == Jumlah()
    assert teks_pdf(keluar) == ["Tidak ada penerima untuk diundang."]


def test_coupons_carry_the_codes_of_the_receipts_and_the_schedule(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan = kegiatan_sah(kerja, 6)
        atur_jadwal(kerja, kegiatan, [Jadwal(DESA[0], date(2026, 3, 9), jam="08.00", tempat="Balai Desa Guci")])
        isi = isi_kupon(kerja, kegiatan, Permintaan())
        baris = list(isi.baris)
        satu_desa = list(isi_kupon(kerja, kegiatan, Permintaan(desa=DESA[0])).baris)
        serah = list(semua_serah(kerja, kegiatan))
    assert [(b.nomor, b.kode, b.nama) for b in baris] == [(s.nomor, s.kode, s.nama) for s in serah]
    assert isi.judul == "KUPON UNDANGAN"
    assert "Kartu Keluarga" in isi.bawa
    assert {(b.hari_tanggal, b.waktu, b.tempat) for b in satu_desa} == {
        ("Senin, 9 Maret 2026", "08.00 WIB", "Balai Desa Guci")
    }
    assert {b.tempat for b in baris} == {"", "Balai Desa Guci"}
