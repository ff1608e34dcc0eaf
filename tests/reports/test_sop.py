"""The SOP AP sheet of every shipped SOP."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import pytest

from app.dokumen.isi import KopSurat
from app.dokumen.isi_laporan import BarisLangkah
from app.dokumen.isi_sop import IsiSop
from app.sop.definisi import DefinisiSop
from app.sop.muat import daftar_bawaan, muat_bawaan
from db.istilah import Kertas
from reports import lembar_sop
from reports.tata_letak import TataLetak
from tests.helpers.pdf import teks_pdf

SEMUA = pytest.mark.parametrize("definisi", daftar_bawaan(), ids=lambda d: d.kode)


def _tulis(isi: IsiSop, kertas: Kertas = Kertas.F4) -> list[str]:
    keluar = BytesIO()
    lembar_sop.tulis(isi, TataLetak(kertas=kertas), keluar)
    return teks_pdf(keluar)


def _rapat(teks: str) -> str:
    return "".join(teks.split()).upper()


@SEMUA
@pytest.mark.parametrize("kertas", [Kertas.A4, Kertas.F4])
def test_every_step_and_word_is_on_it(definisi: DefinisiSop, kertas: Kertas) -> None:
    halaman = _tulis(IsiSop(definisi), kertas)
    semua = _rapat(" ".join(halaman))
    for langkah in definisi.langkah:
        for butir in (langkah.kegiatan, langkah.waktu.teks, langkah.output):
            assert _rapat(butir.tampil) in semua
    for peran in definisi.peran:
        assert _rapat(peran.label.tampil) in semua or not peran.kolom
    assert _rapat(definisi.nama) in semua


@SEMUA
def test_identity_box_has_its_parts(definisi: DefinisiSop) -> None:
    depan = _tulis(IsiSop(definisi))[0]
    for kata in (
        "Nomor SOP", "Tanggal Pembuatan", "Tanggal Revisi", "Tanggal Efektif", "Disahkan oleh", "Nama SOP",
        "Dasar Hukum", "Kualifikasi Pelaksana", "Keterkaitan", "Peralatan/Perlengkapan", "Peringatan",
        "Pencatatan dan Pendataan",
    ):  # fmt: skip
        assert kata in depan


def test_slips_of_the_source_can_be_shown() -> None:
    definisi = muat_bawaan("rehsos")
    assert "Nopember" in _tulis(IsiSop(definisi, asli=True))[0]
    assert "Nopember" not in _tulis(IsiSop(definisi))[0]


def test_the_decision_has_two_ways_out() -> None:
    teks = _tulis(IsiSop(muat_bawaan("dtks")))[1]
    assert "Ya" in teks
    assert "Tidak" in teks


def test_a_flow_that_leaves_the_page_goes_on_at_the_same_letter() -> None:
    halaman = _tulis(IsiSop(muat_bawaan("rehsos")))
    assert len(halaman) == 3
    assert halaman[1].split().count("A") == halaman[2].split().count("A") == 1


def test_a_decision_across_pages_uses_a_letter_of_its_own() -> None:
    definisi = muat_bawaan("dtks")
    panjang = tuple(
        replace(lk, kelengkapan=replace(lk.kelengkapan, teks="panjang " * 90, koreksi=None)) for lk in definisi.langkah
    )
    halaman = _tulis(IsiSop(replace(definisi, langkah=panjang)))
    assert len(halaman) > 3
    semua = " ".join(halaman[1:]).split()
    for huruf in "ABCD":
        assert semua.count(huruf) == 2, huruf


def test_outside_parties_without_a_column_are_named() -> None:
    assert "Bersama: TKSK, Desa" in _tulis(IsiSop(muat_bawaan("dtks")))[1]


def test_the_office_names_itself_where_the_source_does_not() -> None:
    kop = KopSurat("PEMERINTAH KABUPATEN LAMANDAU", "DINAS SOSIAL")
    assert "DINAS SOSIAL" in _tulis(IsiSop(muat_bawaan("dtks"), kop))[0]


def test_inferred_places_are_said() -> None:
    assert "perlu dikonfirmasi oleh kantor" in _tulis(IsiSop(muat_bawaan("uep"), menyala=frozenset({2})))[-1]


def _langkah(urutan: int, **isi: Any) -> BarisLangkah:
    return BarisLangkah("1", "Verifikasi", "14 hari kerja", "Selesai", urutan=urutan, **isi)


@pytest.mark.parametrize("kertas", list(Kertas))
def test_real_dates_stand_beside_the_standard_times(kertas: Kertas) -> None:
    nyata = {
        1: _langkah(1, mulai=date(2026, 1, 5), selesai=date(2026, 1, 9), lama="5 hari kerja", batas=date(2026, 1, 23)),
        2: _langkah(2, mulai=date(2026, 1, 9), selesai=date(2026, 2, 9), batas=date(2026, 1, 30), lewat=True),
        3: BarisLangkah("3", "SK", "5 hari", "Berjalan", mulai=date(2026, 2, 9), urutan=3, berjalan=True),
    }
    halaman = _tulis(IsiSop(muat_bawaan("rehsos"), kegiatan="Bansos Uji 2026", nyata=nyata), kertas)
    teks = " ".join(halaman[1:])
    for kata in (
        "PELAKSANAAN KEGIATAN", "BANSOS UJI 2026", "Mulai 5 Jan 2026 Selesai 9 Jan 2026 (5 hari kerja)",
        "Batas waktu 23 Jan 2026", "Melewati batas waktu 30 Jan 2026", "Mulai 9 Feb 2026 Berjalan",
    ):  # fmt: skip
        assert kata in teks


def test_the_plain_sheet_has_no_such_column() -> None:
    assert "PELAKSANAAN KEGIATAN" not in " ".join(_tulis(IsiSop(muat_bawaan("balakas"))))
