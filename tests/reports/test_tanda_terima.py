"""Receipts: one, two or four a sheet, text and QR read back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import pypdfium2
import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st

from app.dokumen.isi import Barang
from app.dokumen.isi_daftar import BarisOrang, IsiTandaTerima, Jumlah, Penerimaan
from db.istilah import Kertas
from reports import tanda_terima
from reports.qr import citra_qr, modul_qr
from reports.tata_letak import UKURAN_KERTAS, TataLetak
from tests.helpers.pdf import buka_pdf, gambar_pdf, teks_pdf
from tests.reports.contoh import NAMA_PANJANG, kepala, orang


def _tulis(baris: Iterator[BarisOrang], kertas: Kertas = Kertas.F4, **ubah: Any) -> tuple[Jumlah, BytesIO]:
    keluar = BytesIO()
    isi = replace(IsiTandaTerima(kepala(), "Bansos Uji Tahun 2026", baris, "Keputusan Bupati Nomor 1/2026"), **ubah)
    return tanda_terima.tulis(isi, TataLetak(kertas=kertas), keluar), keluar


def _qr(sumber: BytesIO, halaman: int = 0) -> set[str]:
    return {kode.text for kode in zxingcpp.read_barcodes(gambar_pdf(sumber, halaman))}


@pytest.mark.parametrize(("banyak", "halaman"), [(1, 1), (2, 1), (3, 2), (5, 3)])
def test_two_on_a_sheet(banyak: int, halaman: int) -> None:
    jumlah, keluar = _tulis(orang(banyak))
    assert jumlah == Jumlah(banyak, banyak * 1_500_000)
    assert len(teks_pdf(keluar)) == halaman


@pytest.mark.parametrize(("per_lembar", "halaman"), [(1, 5), (2, 3), (4, 2)])
@pytest.mark.parametrize("kertas", list(Kertas))
def test_as_many_on_a_sheet_as_wanted_each_with_its_own_qr(per_lembar: int, halaman: int, kertas: Kertas) -> None:
    _, keluar = _tulis(orang(5), kertas, per_lembar=per_lembar)
    teks = teks_pdf(keluar)
    assert len(teks) == halaman
    for nomor, isi in enumerate(teks):
        kode = {f"SLR1-{i:016d}7" for i in range(5) if i // per_lembar == nomor}
        assert _qr(keluar, nomor) == kode
        assert all(satu in isi for satu in kode)


@pytest.mark.parametrize("per_lembar", [1, 2, 4])
def test_who_received_is_filled_in(per_lembar: int) -> None:
    wakil = Penerimaan(
        "wakil", "BUDI SANTOSO", "6209034101659998", "anak kandung", "470/12/DS", cap_jempol=True,
        saksi=("AHMAD YANI", "SURYANI"), tanggal=date(2026, 3, 9),
    )  # fmt: skip
    _, keluar = _tulis(orang(1, penerimaan=wakil), per_lembar=per_lembar)
    (teks,) = teks_pdf(keluar)
    for kata in (
        "BUDI SANTOSO", "620903 410165 9998", "anak kandung", "470/12/DS", "AHMAD YANI", "SURYANI", "cap jempol",
        "Nanga Bulik, 9 Maret 2026", "wakil penerima",
    ):  # fmt: skip
        assert kata in teks, kata
    assert teks.count("X") == 1
    assert "nama terang penerima/wali/wakil" not in teks


def test_a_wali_known_beforehand_signs_and_the_day_stays_open() -> None:
    _, keluar = _tulis(orang(1, penerimaan=Penerimaan("wali", "HJ. FATIMAH", hubungan="ibu kandung")))
    (teks,) = teks_pdf(keluar)
    assert "wali penerima" in teks
    assert "Nanga Bulik, ...." in teks


def test_letters_beyond_ascii_and_brackets_stay_themselves() -> None:
    _, keluar = _tulis(orang(1, nama="NI MADÉ (ALM.) \\ SĀRI", alamat="Jl. Ki Hajar – RT 1"))
    (teks,) = teks_pdf(keluar)
    assert "NI MADÉ (ALM.) \\ SĀRI" in teks
    assert "Jl. Ki Hajar – RT 1" in teks


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(alphabet="0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U", min_size=22, max_size=22), min_size=1))
def test_a_block_of_codes_gives_the_qr_of_each(kode: list[str]) -> None:
    banyak = citra_qr(kode * (64 // len(kode) + 1))
    assert banyak[: len(kode)] == [citra_qr([k])[0] for k in kode]


@pytest.mark.parametrize("kertas", list(Kertas))
def test_qr_of_a_rendered_page_names_the_receipt(kertas: Kertas) -> None:
    _, keluar = _tulis(orang(3), kertas)
    assert _qr(keluar) == {"SLR1-00000000000000007", "SLR1-00000000000000017"}
    assert _qr(keluar, 1) == {"SLR1-00000000000000027"}


@pytest.mark.parametrize("akhir", "*~$=U7")
def test_every_check_character_survives_the_qr(akhir: str) -> None:
    kode = f"SLR1-0123456789ABCDEF{akhir}"
    _, keluar = _tulis(orang(1, kode=kode))
    assert _qr(keluar) == {kode}


def test_qr_says_nothing_about_the_person() -> None:
    _, keluar = _tulis(orang(1))
    (kode,) = _qr(keluar)
    assert kode == "SLR1-00000000000000007"
    assert len(modul_qr(kode)) <= 29


def test_what_the_paper_says() -> None:
    _, keluar = _tulis(orang(1))
    (teks,) = teks_pdf(keluar)
    for kata in (
        "TANDA TERIMA BANTUAN", "No. 0001", "DINAS SOSIAL KABUPATEN LAMANDAU", "Satu juta lima ratus ribu rupiah",
        "Rp 1.500.000", "SITI AMINAH", "620903 410165 9000", "Jalan Melati RT.003/RW.001", "Desa Sungai Mentawa",
        "Kecamatan Bulik", "Keputusan Bupati Nomor 1/2026", "penerima sendiri", "wakil, dengan surat kuasa",
        "CAP JEMPOL", "Saksi cap jempol", "Dr. BUDI SANTOSA", "19781211 200604 1 006",
    ):  # fmt: skip
        assert kata in teks, kata


@pytest.mark.parametrize(
    ("nominal", "kata"), [(1_001_500, "Satu juta seribu lima ratus rupiah"), (11_000, "Sebelas ribu rupiah")]
)
def test_terbilang_on_paper(nominal: int, kata: str) -> None:
    _, keluar = _tulis(orang(1, nominal=nominal))
    assert kata in teks_pdf(keluar)[0]


def test_goods_and_wali() -> None:
    baris = orang(
        1, nominal=None, barang=(Barang("Beras", 2, "karung"), Barang("Kartu ATM", 1, "buah")), wali="HJ. FATIMAH",
        wali_nik="6209034101659999", wali_hubungan="ibu kandung",
    )  # fmt: skip
    jumlah, keluar = _tulis(baris)
    (teks,) = teks_pdf(keluar)
    assert jumlah.rupiah is None
    assert "2 karung Beras; 1 buah Kartu ATM" in teks
    assert "HJ. FATIMAH (ibu kandung), NIK 620903 410165 9999" in teks
    assert "BANTUAN BARANG" in teks
    assert "rupiah" not in teks


def test_an_office_that_holds_no_money_leaves_a_line_for_it() -> None:
    _, keluar = _tulis(orang(1, nominal=None))
    assert "Rp ......" in teks_pdf(keluar)[0]


@pytest.mark.parametrize("per_lembar", [1, 2, 4])
@pytest.mark.parametrize("kertas", list(Kertas))
def test_the_longest_content_stays_inside_the_paper(kertas: Kertas, per_lembar: int) -> None:
    panjang = {
        "nama": NAMA_PANJANG, "alamat": "Jalan Trans Kalimantan Kilometer 12 Gang Melati Nomor 7A " * 2,
        "wali": NAMA_PANJANG, "wali_nik": "6209034101659999", "nominal": 1_234_567_891,
        "barang": tuple(Barang(f"Barang ke-{n}", n, "buah") for n in range(8)),
        "keterangan": "Bantuan Sosial Kepada Penyandang Disabilitas serta Lanjut Usia dan Anak Yatim/Piatu " * 2,
    }  # fmt: skip
    _, keluar = _tulis(orang(per_lembar, **panjang), kertas, per_lembar=per_lembar)
    assert len(teks_pdf(keluar)) == 1
    lebar, tinggi = (u * 72 / 25.4 for u in UKURAN_KERTAS[kertas])
    if per_lembar == 4:
        lebar, tinggi = tinggi, lebar
    with buka_pdf(keluar) as dokumen:
        halaman = dokumen[0]
        kata = halaman.get_textpage()
        kotak = [kata.get_charbox(i) for i in range(kata.count_chars())]
        assert all(x0 >= 0 and x1 <= lebar and y0 >= 0 and y1 <= tinggi for x0, y0, x1, y1 in kotak)
        kata.close()
        halaman.close()


def test_nobody_says_so() -> None:
    jumlah, keluar = _tulis(iter(()))
    assert jumlah == Jumlah()
    assert teks_pdf(keluar) == ["Tidak ada penerima untuk dicetak."]


def test_without_signer_logo_or_place_lines_are_left() -> None:
    _, keluar = _tulis(orang(1), kepala=kepala(penanda=None, tempat=""))
    (teks,) = teks_pdf(keluar)
    assert "nama terang petugas" in teks
    assert "Dr. BUDI" not in teks


def test_the_same_content_makes_the_same_file() -> None:
    assert _tulis(orang(4))[1].getvalue() == _tulis(orang(4))[1].getvalue()


def test_a_receipt_stays_small() -> None:
    jumlah, keluar = _tulis(orang(2_000))
    assert jumlah.orang == 2_000
    assert len(keluar.getvalue()) < 2_000 * 1_200
    with pypdfium2.PdfDocument(keluar.getvalue()) as dokumen:
        assert len(dokumen) == 1_000
