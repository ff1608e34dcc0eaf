"""The sheet for the bank goes out with codes and comes back: all of it or nothing, wrong cells named."""

import hashlib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from sqlmodel import col, select

from app.bahasa.galat import kalimat
from app.dokumen.daftar import riwayat_dokumen
from app.lembar_kembali import BarisLembar
from app.penyaluran import catat_hasil, ringkasan_penyaluran, semua_serah
from app.penyaluran.realisasi import (
    baca_realisasi,
    masukkan_realisasi,
    periksa_realisasi,
)
from app.usulan.baca import BerkasDitolak
from db.galat import KnownError
from db.istilah import HasilSalur
from db.model import Jejak
from reports.lembar_realisasi import cetak_realisasi
from tests.helpers import lembar as buat
from tests.helpers.kegiatan import kegiatan_sah
from tests.helpers.lembar import Lembar
from tests.helpers.toko import KantorUji

HARI = date(2026, 3, 2)
Isi = Callable[[Any], None]


def _kembali(uji: KantorUji, tmp_path: Path, isi: Isi, banyak: int = 4) -> tuple[UUID, list[BarisLembar]]:
    """Send a sheet out, fill it in, and read it."""
    with uji.menulis() as kerja:
        kegiatan = kegiatan_sah(kerja, banyak)
        assert cetak_realisasi(kerja, kegiatan, tmp_path / "realisasi.xlsx") == banyak
    buku = load_workbook(tmp_path / "realisasi.xlsx")
    isi(buku["Realisasi"])
    buku.save(tmp_path / "kembali.xlsx")
    return kegiatan, baca_realisasi(tmp_path / "kembali.xlsx")


def test_paid_failed_and_open_come_back(uji: KantorUji, tmp_path: Path) -> None:
    def isi(ws: Any) -> None:
        ws["I4"], ws["I5"], ws["J5"] = "Dibayar", "gagal", "Rekening pasif"
        ws["I6"], ws["J6"], ws["K6"] = "GAGAL", "banjir di jalan", "01-03-2026"

    kegiatan, baris = _kembali(uji, tmp_path, isi)
    with uji.menulis() as kerja:
        dilihat = periksa_realisasi(kerja, kegiatan, baris, tanggal=HARI)
        assert ringkasan_penyaluran(kerja, kegiatan).seluruh.tersalur.orang == 0
        dicatat = masukkan_realisasi(kerja, kegiatan, baris, tanggal=HARI)
        hitung = ringkasan_penyaluran(kerja, kegiatan).seluruh
        serah = {b.nomor: b for b in semua_serah(kerja, kegiatan)}
    assert dilihat == dicatat
    assert (dicatat.dibayar, dicatat.rupiah, dicatat.kosong, dicatat.salah) == (1, serah[1].nominal, 1, ())
    assert dicatat.gagal == {HasilSalur.REKENING_BERMASALAH: 1, HasilSalur.LAINNYA: 1}
    assert hitung.target.orang == hitung.tersalur.orang + hitung.belum.orang + hitung.gagal.orang == 4
    assert (hitung.tersalur.orang, hitung.gagal.orang) == (1, 2)
    terakhir = [s.keadaan.terakhir for s in serah.values()]
    assert sorted(t.tanggal for t in terakhir if t and t.tanggal) == [date(2026, 3, 1), HARI, HARI]
    assert {t.alasan for t in terakhir if t} == {"", "Rekening pasif", "banjir di jalan"}


@pytest.mark.parametrize(
    ("sel", "nilai", "salah_di", "kode"),
    [
        ("L5", "SLR1-0000000000000000X", "L5", "realisasi_kode_asing"),
        ("L5", "lain", "L5", "realisasi_kode_asing"),
        ("I5", "mungkin", "I5", "realisasi_hasil_asing"),
        ("I5", "Gagal", "J5", "realisasi_alasan_kosong"),
        ("H4", 1, "H4", "realisasi_nominal_beda"),
        ("K4", "31-02-2026", "K4", "realisasi_tanggal_salah"),
        ("K4", "05-03-2099", "K4", "realisasi_tanggal_salah"),
    ],
)
def test_one_wrong_cell_stops_the_whole_sheet(
    uji: KantorUji, tmp_path: Path, sel: str, nilai: Any, salah_di: str, kode: str
) -> None:
    def isi(ws: Any) -> None:
        ws["I4"], ws["I6"] = "Dibayar", "Dibayar"
        ws[sel] = nilai

    kegiatan, baris = _kembali(uji, tmp_path, isi)
    with uji.menulis() as kerja:
        (salah,) = periksa_realisasi(kerja, kegiatan, baris, tanggal=HARI).salah
        assert (salah.sel, salah.sebab.kode) == (salah_di, kode)
        assert kalimat(salah.sebab)
        with pytest.raises(KnownError) as galat:
            masukkan_realisasi(kerja, kegiatan, baris, tanggal=HARI)
        assert ringkasan_penyaluran(kerja, kegiatan).seluruh.tersalur.orang == 0
    assert galat.value.kode == "realisasi_bermasalah"


def test_a_code_twice_names_the_other_cell(uji: KantorUji, tmp_path: Path) -> None:
    def isi(ws: Any) -> None:
        ws["L6"] = ws["L4"].value

    kegiatan, baris = _kembali(uji, tmp_path, isi)
    with uji.menulis() as kerja:
        (salah,) = periksa_realisasi(kerja, kegiatan, baris, tanggal=HARI).salah
    assert (salah.sel, salah.sebab.fakta["sel"]) == ("L6", "L4")


def test_who_was_paid_already_is_told_and_left_out_of_the_next_sheet(uji: KantorUji, tmp_path: Path) -> None:
    def isi(ws: Any) -> None:
        ws["I4"] = "Dibayar"

    kegiatan, baris = _kembali(uji, tmp_path, isi)
    with uji.menulis() as kerja:
        pertama = next(iter(semua_serah(kerja, kegiatan)))
        catat_hasil(kerja, pertama.alokasi_id, HasilSalur.SENDIRI, tanggal=HARI)
        (salah,) = periksa_realisasi(kerja, kegiatan, baris, tanggal=HARI).salah
        assert (salah.sel, salah.sebab.kode, salah.nama) == ("I4", "sudah_menerima", pertama.nama)
        assert cetak_realisasi(kerja, kegiatan, tmp_path / "lagi.xlsx") == 3


def test_another_workbook_is_refused(tmp_path: Path) -> None:
    berkas = tmp_path / "lain.xlsx"
    berkas.write_bytes(buat.xlsx(Lembar([["NAMA", "NIK"], ["SITI", "1"]])))
    with pytest.raises(BerkasDitolak) as salah:
        baca_realisasi(berkas)
    assert salah.value.kode_berkas == "bukan_realisasi"


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(hasil=st.lists(st.sampled_from(["", "Dibayar", "Gagal"]), min_size=4, max_size=4))
def test_counts_always_add_up(uji: KantorUji, hasil: list[str]) -> None:
    with uji.menulis() as kerja:
        kegiatan = kegiatan_sah(kerja, 4)
        sel = [
            {"KODE TANDA TERIMA": ("L4", b.kode), "HASIL": ("I4", h), "ALASAN": ("J4", "pindah")}
            for b, h in zip(semua_serah(kerja, kegiatan), hasil, strict=True)
        ]
        baris = [BarisLembar(n, s) for n, s in enumerate(sel, 4)]
        r = masukkan_realisasi(kerja, kegiatan, baris, tanggal=HARI)
        h = ringkasan_penyaluran(kerja, kegiatan).seluruh
    assert r.dibayar + sum(r.gagal.values()) + r.kosong == 4
    assert (h.tersalur.orang, h.gagal.orang, h.belum.orang) == tuple(map(hasil.count, ("Dibayar", "Gagal", "")))
    assert h.target.orang == h.tersalur.orang + h.gagal.orang + h.belum.orang
    assert h.tersalur.rupiah == r.rupiah


def test_the_sheet_is_remembered_with_its_hash(uji: KantorUji, tmp_path: Path) -> None:
    with uji.menulis() as kerja:
        kegiatan = kegiatan_sah(kerja, 5)
        cetak_realisasi(kerja, kegiatan, tmp_path / "realisasi.xlsx")
    with uji.membaca() as kerja:
        (baris,) = riwayat_dokumen(kerja, kegiatan)
        jejak = kerja.sesi.exec(select(Jejak.aksi).order_by(col(Jejak.urut).desc()).limit(1)).one()
    assert (baris.kode, baris.judul, baris.jumlah_orang) == ("lembar-realisasi", "Lembar realisasi bank/pos", 5)
    assert baris.sha256 == hashlib.sha256((tmp_path / "realisasi.xlsx").read_bytes()).hexdigest()
    assert jejak == "cetak_dokumen"
