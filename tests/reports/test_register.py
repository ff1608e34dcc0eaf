"""Pages of the books by period, read back."""

from datetime import date
from io import BytesIO

import pytest

from app.register import (
    DataSurat,
    buku_pelayanan,
    catat_pelayanan,
    catat_surat_keluar,
    catat_surat_masuk,
    perbaiki_surat,
)
from db.galat import KnownError
from reports.lembar_register import buat_register
from tests.helpers.pdf import buka_pdf, teks_pdf
from tests.helpers.toko import KantorUji

AWAL, AKHIR = date(2026, 1, 1), date(2026, 12, 31)


def _teks(uji: KantorUji, buku: str, mulai: date = AWAL, sampai: date = AKHIR) -> list[str]:
    with uji.membaca() as kerja:
        return teks_pdf(BytesIO(buat_register(kerja, buku, mulai, sampai)))


@pytest.fixture
def surat(uji: KantorUji) -> KantorUji:
    with uji.menulis() as kerja:
        satu = catat_surat_masuk(
            kerja, DataSurat("Permohonan data", date(2026, 1, 12), nomor_surat="A/1", dari="Desa Guci")
        )
        catat_surat_masuk(kerja, DataSurat("Undangan rapat", date(2026, 2, 20), nomor_surat="B/2", dari="Bappeda"))
        perbaiki_surat(kerja, satu, "salah ketik", perihal="Permohonan data penerima")
        catat_surat_keluar(kerja, DataSurat("Jawaban", date(2026, 2, 21), nomor_surat="C/3", kepada="Desa Guci"))
    return uji


def test_a_period_holds_its_letters_and_shows_corrections(surat: KantorUji) -> None:
    (semua,) = _teks(surat, "masuk")
    kata_kata = "BUKU AGENDA SURAT MASUK|Permohonan data Biasa dibetulkan|Permohonan data penerima Biasa pembetulan"
    for kata in (kata_kata + "|Undangan rapat|Jumlah: 3 baris.").split("|"):
        assert kata in semua
    (februari,) = _teks(surat, "masuk", date(2026, 2, 1), date(2026, 2, 28))
    assert "Undangan rapat" in februari
    assert "Permohonan" not in februari
    assert "C/3" in _teks(surat, "keluar")[0]


def test_a_long_register_lies_and_keeps_its_order(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        for n in range(120):
            catat_pelayanan(kerja, f"TAMU {n:03}", "Bertanya", tanggal=date(2026, 3, 2))
        nomor = [b.nomor for b in buku_pelayanan(kerja, AWAL, AKHIR)]
        isi = BytesIO(buat_register(kerja, "pelayanan", AWAL, AKHIR))
    with buka_pdf(isi) as pdf:
        assert all(lebar > tinggi for lebar, tinggi in (pdf.get_page_size(n) for n in range(len(pdf))))
    teks = " ".join(teks_pdf(isi))
    tempat = [teks.index(f"{n} 2 Mar 2026 TAMU") for n in nomor]
    assert tempat == sorted(tempat)
    assert "Jumlah: 120 baris." in teks


@pytest.mark.parametrize(
    ("mulai", "sampai", "kode"),
    [(AKHIR, AWAL, "tanggal_terbalik"), (AWAL, AKHIR, "dokumen_kosong")],
)
def test_what_cannot_be_printed_is_said(uji: KantorUji, mulai: date, sampai: date, kode: str) -> None:
    with uji.membaca() as kerja, pytest.raises(KnownError) as salah:
        buat_register(kerja, "keluar", mulai, sampai)
    assert salah.value.kode == kode


def test_who_keeps_no_books_prints_none(uji: KantorUji) -> None:
    with uji.membaca("admin") as kerja, pytest.raises(KnownError) as salah:
        buat_register(kerja, "masuk", AWAL, AKHIR)
    assert salah.value.kode == "tidak_berwenang"
