"""`salur penggunaan` and `salur pakta`: who owes, what came in, who signed; and all of it for an auditor."""

from datetime import timedelta
from pathlib import Path
from uuid import UUID

import openpyxl
import pytest

from app.kegiatan import buat_kegiatan
from app.penyaluran import catat_hasil, semua_serah
from db.istilah import HasilSalur, StatusUsulan
from tests.end2end.baris_perintah import Baris
from tests.helpers.kegiatan import NOMINAL, isi_usulan, tetapkan
from tests.helpers.toko import JamUji
from tests.ui.perintah.conftest import Menulis


@pytest.fixture
def uep(menulis: Menulis) -> UUID:
    """Three recipients of UEP, two of whom got their aid."""
    with menulis() as kerja:
        kegiatan = buat_kegiatan(kerja, kode_sop="uep", nama="UEP Uji", tahun=2026, nominal=NOMINAL)
        isi_usulan(kerja, kegiatan, 3, status=StatusUsulan.LAYAK)
        tetapkan(kerja, kegiatan)
        for b in list(semua_serah(kerja, kegiatan))[:2]:
            catat_hasil(kerja, b.alokasi_id, HasilSalur.SENDIRI)
    return kegiatan


def test_reports_are_due_come_in_and_are_late(salur: Baris, uep: UUID, jam: JamUji, tmp_path: Path) -> None:
    nota = tmp_path / "nota.pdf"
    nota.write_bytes(b"%PDF-1.4 nota")
    semua = salur("penggunaan", "--kegiatan", uep, "--json").json
    assert [b["status"] for b in semua] == ["menunggu", "menunggu"]
    assert {len(b["nik"]) for b in semua} == {len(semua[0]["nik"])}
    assert all("•" in b["nik"] for b in semua)
    guna = ("--guna", "Modal dagang=1.000.000", "--guna", "Etalase=300000")
    salur("penggunaan", "catat", 1, "--kegiatan", uep, *guna, "--keterangan", "Lancar")
    salur("penggunaan", "lampirkan", 1, "--kegiatan", uep, "--berkas", nota)
    jam.kini += timedelta(days=120)
    (satu,) = salur("penggunaan", "--kegiatan", uep, "--status", "diterima", "--json").json
    assert satu["laporan"]["guna"] == [
        {"untuk": "Modal dagang", "rupiah": 1_000_000}, {"untuk": "Etalase", "rupiah": 300_000},
    ]  # fmt: skip
    assert (satu["laporan"]["lampiran"], satu["selisih"]) == (1, 200_000)
    baris = salur("penggunaan", "--kegiatan", uep).baris
    assert baris[-1] == ["Wajib melapor", "2", "1 sudah", "0 belum", "1 terlambat"]
    ke = tmp_path / "ingat.pdf"
    salur("cetak", "surat-penggunaan", "--kegiatan", uep, "--ke", ke)
    salur("penggunaan", "tarik", 1, "--kegiatan", uep, "--alasan", "Keliru")
    assert salur("penggunaan", "--kegiatan", uep).baris[-1][-1] == "2 terlambat"


def test_wrong_lines_are_refused(salur: Baris, uep: UUID) -> None:
    assert salur.coba("penggunaan", "catat", 1, "--kegiatan", uep, "--guna", "Modal=banyak").kode == 2
    for banyak in ("99999999999999999999", "6209031505500001"):
        assert salur.coba("penggunaan", "catat", 1, "--kegiatan", uep, "--guna", f"Modal={banyak}").kode == 2
    dua = salur.coba("penggunaan", "catat", 1, "--kegiatan", uep, "--guna", "Modal=1", "--guna", "Modal=2")
    assert (dua.kode, "“Modal” disebut dua kali" in dua.galat) == (2, True)
    assert salur.coba("penggunaan", "batas", "--kegiatan", uep).kode == 2
    for hari, kata in ((0, "paling kecil 1."), (731, "paling besar 730.")):
        assert f"Isian --hari {kata}" in salur.coba("penggunaan", "batas", "--kegiatan", uep, "--hari", hari).galat
    assert "wajib melapor" in salur.ditolak("penggunaan", "catat", 3, "--kegiatan", uep, "--guna", "Modal=1")
    assert salur("penggunaan", "batas", "--kegiatan", uep, "--hari", 30).kata == "Batas waktu 30 hari."
    salur("penggunaan", "batas", "--kegiatan", uep, "--tidak-diminta")
    assert salur("penggunaan", "--kegiatan", uep, "--json").json == []


def test_pakta_is_recorded_and_stands_in_the_berkas_pemeriksaan(salur: Baris, uep: UUID, tmp_path: Path) -> None:
    pindaian = tmp_path / "pakta.pdf"
    pindaian.write_bytes(b"%PDF-1.4 pakta")
    assert salur("pakta", "catat", "--kegiatan", uep, "--semua").baris == [["Dicatat", "3"]]
    salur("pakta", "petugas", "--kegiatan", uep, "--nama", "Rina", "--jabatan", "Pendamping", "--berkas", pindaian)
    semua = {b["nama"]: b for b in salur("pakta", "--kegiatan", uep, "--json").json}
    assert (semua["Rina"]["selaku"], len(semua["Rina"]["lampiran"])) == ("Pendamping", 1)
    satu = next(b for b in semua.values() if b["orang_id"])
    assert "pindaian belum ada" in salur("pakta", "--kegiatan", uep).keluar
    salur("pakta", "lampirkan", satu["tentang"], "--kegiatan", uep, "--berkas", pindaian)
    salur("pakta", "tarik", "pejabat:rina", "--kegiatan", uep, "--alasan", "Keliru")
    assert "Rina" not in salur("pakta", "--kegiatan", uep).keluar
    nota = tmp_path / "nota.pdf"
    nota.write_bytes(b"%PDF-1.4 nota")
    salur("penggunaan", "catat", 1, "--kegiatan", uep, "--guna", "Modal=1500000", "--berkas", nota)
    salur("ekspor", "pemeriksaan", "--kegiatan", uep, "--ke", tmp_path / "periksa")
    buku = openpyxl.load_workbook(tmp_path / "periksa" / "00 Indeks.xlsx")
    laporan = list(buku["Laporan penggunaan"].iter_rows(min_row=4, values_only=True))
    assert [b[8] for b in laporan] == ["Sudah melapor", "Belum melapor"]
    assert laporan[0][10] == "Modal 1.500.000"
    assert [b[3] is not None for b in buku["Pakta integritas"].iter_rows(min_row=4, values_only=True)] == [True] * 3
    indeks = [b[1] for b in buku["Indeks"].iter_rows(min_row=4, values_only=True)]
    assert any(str(s).startswith("Laporan penggunaan bantuan") for s in indeks)
