"""Receipts: two a sheet, text and QR read back."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import pypdfium2
import pytest
import zxingcpp

from app.dokumen.isi import Barang
from app.dokumen.isi_daftar import BarisOrang, IsiTandaTerima, Jumlah
from db.istilah import Kertas
from reports import tanda_terima
from reports.qr import modul_qr
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


@pytest.mark.parametrize("kertas", list(Kertas))
def test_the_longest_content_stays_inside_the_paper(kertas: Kertas) -> None:
    panjang = {
        "nama": NAMA_PANJANG, "alamat": "Jalan Trans Kalimantan Kilometer 12 Gang Melati Nomor 7A " * 2,
        "wali": NAMA_PANJANG, "wali_nik": "6209034101659999", "nominal": 1_234_567_891,
        "barang": tuple(Barang(f"Barang ke-{n}", n, "buah") for n in range(8)),
        "keterangan": "Bantuan Sosial Kepada Penyandang Disabilitas serta Lanjut Usia dan Anak Yatim/Piatu " * 2,
    }  # fmt: skip
    _, keluar = _tulis(orang(2, **panjang), kertas)
    assert len(teks_pdf(keluar)) == 1
    lebar, tinggi = (u * 72 / 25.4 for u in UKURAN_KERTAS[kertas])
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
