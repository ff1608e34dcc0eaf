"""What a desa has to mend, through what a rejected row came in, and the letter that asks for it."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlmodel import select

from app.acuan.bentuk import Lewat
from app.bahasa import pemeriksaan
from app.dokumen.isi import Permintaan
from app.dokumen.isi_naskah import TabelNaskah
from app.dokumen.kumpul_perbaikan import desa_perbaikan, isi_perbaikan
from app.usulan.batal import batalkan_impor
from app.usulan.buku import baris_ditolak
from app.usulan.perbaikan import DIJAWAB_DESA, BarisPerbaikan, baris_ditolak_impor, baris_perbaikan
from app.verifikasi import putuskan
from db.galat import KnownError
from db.istilah import HasilVerifikasi
from db.model import Usulan
from reports.cetak import cetak, cetak_tolakan
from tests.app.usulan.conftest import MejaImpor, orang
from tests.helpers.pdf import teks_pdf


def terbuka(meja: MejaImpor, desa: str | None = None) -> list[BarisPerbaikan]:
    with meja.uji.membaca() as kerja:
        return baris_perbaikan(kerja, meja.kegiatan_id, desa=desa)


def test_rejected_rows_come_before_those_with_something_open(meja: MejaImpor) -> None:
    meja.impor([orang(1), orang(2, nik="123"), orang(3, nik=None), orang(4, desa="Guci", nik="77"), orang(1)])
    with meja.uji.membaca() as kerja:
        desa = desa_perbaikan(kerja, meja.kegiatan_id)
    isi = [[(b.baris, b.ditolak) for b in terbuka(meja, kode)] for kode in desa]
    assert sorted(isi) == [[(3, True), (4, False)], [(5, True)]]
    satu = next(b for b in terbuka(meja) if b.baris == 3)
    assert satu.salah == ("NIK harus 16 digit; tertulis 3 digit.",)
    assert satu.saran


def test_a_mended_row_comes_in_and_is_linked(meja: MejaImpor, tmp_path: Path) -> None:
    lama = meja.impor([orang(1), orang(2, nik="123")], "lama.xlsx")
    tolakan = tmp_path / "tolakan.xlsx"
    with meja.uji.membaca() as kerja:
        assert cetak_tolakan(baris_ditolak(kerja, lama.impor_id), tolakan) == 1
    buku = load_workbook(tolakan)
    lembar = buku.worksheets[0]
    judul = [sel.value for sel in next(r for r in lembar.iter_rows() if any(s.value == "NIK" for s in r))]
    assert judul[:4] == ["NO", "NAMA", "NIK", "NO KK"]
    assert judul[-1] == "ALASAN"
    sel = next(s for baris in lembar.iter_rows() for s in baris if s.value == "123")
    assert sel.number_format == "@"
    sel.value = orang(2)[2]
    buku.save(tolakan)
    hasil = meja.periksa(tolakan)
    assert [(b.ditolak, b.nama) for b in hasil.baris] == [(False, "CARDI KASYFUL")]
    baru = meja.simpan(hasil)
    assert terbuka(meja) == []
    with meja.uji.membaca() as kerja:
        (satu,) = baris_ditolak_impor(kerja, meja.kegiatan_id, lama.impor_id)
    assert satu.masuk is not None
    assert (satu.masuk.impor_id, satu.masuk.berkas) == (baru.impor_id, "tolakan.xlsx")
    with meja.uji.menulis("operator") as kerja:
        batalkan_impor(kerja, baru.impor_id, alasan="Salah berkas")
    assert [b.baris for b in terbuka(meja)] == [3]  # open again


def test_a_namesake_settles_nothing(meja: MejaImpor) -> None:
    meja.impor([orang(1), orang(2, nik="123")])
    meja.impor([orang(5, nama="CARDI KASYFUL", lahir="02-03-1961")], "lain.xlsx")
    assert [b.nama for b in terbuka(meja)] == ["CARDI KASYFUL"]


def test_what_the_office_judged_or_filled_in_is_no_longer_asked(meja: MejaImpor) -> None:
    meja.impor([orang(1, nik=None), orang(2, kk="12")])
    assert len(terbuka(meja)) == 2
    with meja.uji.menulis() as kerja:
        putuskan(kerja, kerja.sesi.exec(select(Usulan.id)).all(), HasilVerifikasi.LAYAK)
    assert terbuka(meja) == []


def test_the_letter_says_what_is_wrong_and_until_when(meja: MejaImpor) -> None:
    meja.impor([orang(1), orang(2, nik="6209030150900"), orang(3, nik=None)])
    with meja.uji.membaca() as kerja:
        minta = Permintaan(tanggal=date(2026, 3, 2), batas=date(2026, 3, 16))
        (surat,) = isi_perbaikan(kerja, meja.kegiatan_id, minta)
        (polos,) = isi_perbaikan(kerja, meja.kegiatan_id, Permintaan())
    teks = str(surat.isi)
    assert "2 (dua) baris" in teks
    assert "1 (satu) baris di antaranya belum dapat diterima" in teks
    assert "paling lambat 16 Maret 2026" in teks
    assert "paling lambat" not in str(polos.isi)
    tabel = [b for b in surat.lampiran[0].isi if isinstance(b, TabelNaskah)]
    (ditolak,), (terima,) = (list(t.baris) for t in tabel)
    assert ditolak[:3] == ("3", "CARDI KASYFUL", "•••••••••0900")
    assert "NIK belum ada." in terima[3]


def test_the_letter_is_printed_over_many_pages_and_remembered(meja: MejaImpor, tmp_path: Path) -> None:
    meja.impor([orang(n, nik=f"{n:05d}") for n in range(1, 100)])
    pdf = tmp_path / "surat.pdf"
    with meja.uji.menulis() as kerja:
        hasil = cetak(kerja, "surat-perbaikan", meja.kegiatan_id, pdf, batas=date(2026, 3, 16))
    halaman = teks_pdf(pdf)
    assert hasil.jumlah_orang == 99
    assert len(halaman) > 4
    assert "Kepala Desa Kujan" in halaman[0]
    assert sum(h.count("Yang perlu diperbaiki") for h in halaman[1:]) == len(halaman) - 1  # the heading on each page
    with meja.uji.menulis() as kerja:
        lagi = cetak(kerja, "surat-perbaikan", meja.kegiatan_id, tmp_path / "lagi.pdf")
    assert lagi.sha256 == hasil.sha256  # the deadline is remembered
    assert lagi.dokumen_id == hasil.dokumen_id


def test_without_anything_to_mend_there_is_no_letter(meja: MejaImpor, tmp_path: Path) -> None:
    meja.impor([orang(1)])
    with pytest.raises(KnownError) as salah, meja.uji.menulis() as kerja:
        cetak(kerja, "surat-perbaikan", meja.kegiatan_id, tmp_path / "surat.pdf")
    assert salah.value.kode == "tidak_ada_perbaikan"


def test_what_a_desa_is_asked_has_words() -> None:
    assert set(pemeriksaan.SARAN_DESA) | DIJAWAB_DESA <= set(pemeriksaan.KATA)
    assert set(pemeriksaan.ACUAN_DILEWATI) == set(Lewat)
