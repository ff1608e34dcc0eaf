"""What an office sets for its papers reaches the paper: type, meterai, signature field, watermark."""

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from openpyxl import load_workbook

from app.dokumen.setelan import SetelanCetak, SetelanNaskah, atur_cetak, setelan_cetak
from app.kantor import DataPejabat, simpan_pejabat
from app.templat import simpan_templat
from db.galat import KnownError
from db.istilah import Kertas
from reports.cetak import cetak, pratinjau, tata_letak_kantor
from reports.daftar_cetak import DAFTAR
from tests.helpers.kegiatan import kegiatan_sah
from tests.helpers.pdf import teks_pdf
from tests.helpers.toko import KantorUji


@pytest.fixture
def kegiatan(uji: KantorUji) -> UUID:
    with uji.menulis("admin") as kerja:
        simpan_pejabat(kerja, DataPejabat("Dr. BUDI", "Kepala Dinas Sosial", "kepala", nip="197812112006041006"))
    with uji.menulis() as kerja:
        return kegiatan_sah(kerja, 4)


def _atur(uji: KantorUji, setelan: SetelanCetak) -> None:
    with uji.menulis("admin") as kerja:
        atur_cetak(kerja, setelan)


def test_settings_stay_and_only_what_differs_is_kept(uji: KantorUji) -> None:
    _atur(uji, SetelanCetak(True, {"bast": SetelanNaskah(bidang_ttd=True), "jadwal": SetelanNaskah()}))
    with uji.membaca() as kerja:
        setelan = setelan_cetak(kerja)
    assert setelan.tanda_air
    assert set(setelan.naskah) == {"bast"}
    assert setelan.untuk("bast").bidang_ttd
    assert setelan.untuk("perjanjian").meterai
    assert not setelan.untuk("jadwal").meterai


def test_only_who_sets_up_the_office_changes_them(uji: KantorUji) -> None:
    with uji.menulis("staf") as kerja, pytest.raises(KnownError) as salah:
        atur_cetak(kerja, SetelanCetak(True))
    assert salah.value.kode == "tidak_berwenang"


def test_the_page_follows_the_settings(uji: KantorUji) -> None:
    _atur(uji, SetelanCetak(naskah={"bast": SetelanNaskah(True, True, 12)}))
    with uji.membaca() as kerja:
        letak, lain = tata_letak_kantor(kerja, "bast"), tata_letak_kantor(kerja)
    assert (letak.meterai, letak.bidang_ttd, letak.huruf) == (True, True, 12)
    assert (lain.meterai, lain.bidang_ttd, lain.huruf, lain.kertas) == (False, False, 11, Kertas.F4)


def test_a_list_of_people_says_who_took_it_out_and_when(uji: KantorUji, kegiatan: UUID, tmp_path: Path) -> None:
    _atur(uji, SetelanCetak(tanda_air=True))
    for ke in (1, 2):
        berkas = tmp_path / f"{ke}.pdf"
        with uji.menulis() as kerja:
            cetak(kerja, "daftar-penerima", kegiatan, berkas, tanggal=date(2026, 3, 2))
        assert all("serba - 2 Maret 2026" in h and f"ekspor {ke}/2026" in h for h in teks_pdf(berkas))


def test_a_workbook_of_people_says_it_at_its_foot(uji: KantorUji, kegiatan: UUID, tmp_path: Path) -> None:
    for tanda, ada in ((False, False), (True, True)):
        _atur(uji, SetelanCetak(tanda_air=tanda))
        with uji.menulis() as kerja:
            berkas = cetak(kerja, "bnba", kegiatan, tmp_path / "a.xlsx").berkas
        kaki = [lembar.oddFooter.left.text or "" for lembar in load_workbook(berkas).worksheets]
        assert all(("ekspor 1/2026" in k) is ada for k in kaki)


def test_a_preview_is_no_export_and_other_papers_bear_no_mark(uji: KantorUji, kegiatan: UUID, tmp_path: Path) -> None:
    _atur(uji, SetelanCetak(tanda_air=True))
    with uji.membaca() as kerja:
        (tmp_path / "a.pdf").write_bytes(pratinjau(kerja, "daftar-penerima", kegiatan))
    with uji.menulis() as kerja:
        cetak(kerja, "tanda-terima", kegiatan, tmp_path / "b.pdf")
    for nama in ("a.pdf", "b.pdf"):
        assert "ekspor" not in " ".join(teks_pdf(tmp_path / nama))


def test_a_signature_field_is_drawn_where_it_is_wanted(uji: KantorUji, kegiatan: UUID, tmp_path: Path) -> None:
    berkas = tmp_path / "a.pdf"
    for bidang in (False, True):
        _atur(uji, SetelanCetak(naskah={"daftar-penerima": SetelanNaskah(bidang_ttd=bidang)}))
        with uji.menulis() as kerja:
            cetak(kerja, "daftar-penerima", kegiatan, berkas)
        assert (b"/FT /Sig" in berkas.read_bytes()) is bidang


def test_workbooks_take_no_signature_field() -> None:
    assert not [n.kode for n in DAFTAR.values() if n.format == "xlsx" and (n.berttd or n.bermeterai)]


def _petunjuk(uji: KantorUji, kata: str) -> None:
    with uji.menulis("admin") as kerja:
        simpan_templat(kerja, "formulir_verifikasi", {"petunjuk": kata})


def test_a_reprint_keeps_its_words_and_new_ones_are_asked_for(uji: KantorUji, kegiatan: UUID, tmp_path: Path) -> None:
    berkas = tmp_path / "a.pdf"

    def cetakan(**lain: int) -> str:
        with uji.menulis() as kerja:
            cetak(kerja, "formulir-verifikasi", kegiatan, berkas, **lain)  # type: ignore[arg-type]
        return " ".join(teks_pdf(berkas))

    assert "Salin NIK dari KTP" in cetakan()
    _petunjuk(uji, "Tulis dengan huruf cetak untuk {kantor}.")
    assert "Salin NIK dari KTP" in cetakan()
    assert "Tulis dengan huruf cetak untuk Dinas Sosial Kabupaten Lamandau." in cetakan(revisi=0)
    assert "Tulis dengan huruf cetak" in cetakan()
    assert "Salin NIK dari KTP" in cetakan(revisi=1)


def test_a_preview_shows_words_that_are_not_kept_yet(uji: KantorUji, kegiatan: UUID, tmp_path: Path) -> None:
    with uji.membaca() as kerja:
        isi = pratinjau(kerja, "formulir-verifikasi", kegiatan, kata={"petunjuk": ("Coba {kantor} dan {entah}.",)})
    (tmp_path / "a.pdf").write_bytes(isi)
    assert "[{entah} bukan isian naskah ini] Coba" in teks_pdf(tmp_path / "a.pdf")[0]
