"""SPT and the schedule of a hand-over."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from app import penomoran, register
from app.spt import (
    DataSpt,
    Jadwal,
    PetugasSpt,
    atur_jadwal,
    buat_spt,
    daftar_jadwal,
    daftar_spt,
    hapus_jadwal,
    lihat_spt,
)
from db.galat import KnownError
from db.istilah import ArahSurat
from tests.helpers.kegiatan import DESA, buat_kegiatan
from tests.helpers.toko import KantorUji

SPT = DataSpt(
    tanggal=date(2026, 3, 2),
    petugas=(PetugasSpt("Norhayati", "Kasi PMDK", "Penata", "197812112006042006"), PetugasSpt("Jumri", "Staf")),
    untuk=("Menyalurkan bantuan sosial", "Membuat laporan"),
    mulai=date(2026, 3, 9),
    sampai=date(2026, 3, 11),
    tempat="Kecamatan Bulik",
    dasar=("Surat Dinas Sosial Nomor 460/12",),
    tembusan=("Arsip",),
    nomor="094/1",
)


@pytest.fixture
def kegiatan(uji: KantorUji) -> UUID:
    with uji.menulis() as kerja:
        return buat_kegiatan(kerja, tahap=2)


def test_an_spt_stands_in_the_register_and_says_what_it_orders(uji: KantorUji, kegiatan: UUID) -> None:
    with uji.menulis("kasi_pmdk") as kerja:
        surat_id = buat_spt(kerja, kegiatan, SPT)
    with uji.membaca() as kerja:
        assert lihat_spt(kerja, surat_id).isi == SPT
        assert [s.nomor for s in daftar_spt(kerja, kegiatan)] == ["094/1"]
        buku = register.buku_agenda(kerja, ArahSurat.KELUAR, 2026)
    assert [(b.kepada, b.jenis, b.nomor_agenda) for b in buku] == [("Norhayati, Jumri", "spt", "1")]


def test_a_corrected_spt_replaces_the_old_one(uji: KantorUji, kegiatan: UUID) -> None:
    with uji.menulis() as kerja:
        lama = buat_spt(kerja, kegiatan, SPT)
        baru = register.perbaiki_surat(kerja, lama, "salah nomor", nomor_surat="094/2")
        assert [(s.id, s.nomor, s.isi.untuk) for s in daftar_spt(kerja, kegiatan)] == [(baru, "094/2", SPT.untuk)]


def test_its_number_may_come_from_the_counter(uji: KantorUji, kegiatan: UUID) -> None:
    with uji.menulis("admin") as kerja:
        penomoran.atur_penomoran(kerja, penomoran.SURAT_TUGAS, 2026, "094/{nomor}/SPT/{tahun}")
    with uji.menulis() as kerja:
        assert lihat_spt(kerja, buat_spt(kerja, kegiatan, replace(SPT, nomor=None))).nomor == "094/1/SPT/2026"


@pytest.mark.parametrize(
    ("spt", "galat"),
    [
        (replace(SPT, petugas=()), "spt_tanpa_petugas"),
        (replace(SPT, petugas=(PetugasSpt(" "),)), "spt_tanpa_petugas"),
        (replace(SPT, untuk=(" ",)), "isian_kosong"),
        (replace(SPT, sampai=date(2026, 3, 8)), "tanggal_terbalik"),
        (replace(SPT, nomor=None), "nomor_diketik"),
    ],
)
def test_an_spt_that_orders_nothing_is_refused(uji: KantorUji, kegiatan: UUID, spt: DataSpt, galat: str) -> None:
    with pytest.raises(KnownError, match=galat), uji.menulis() as kerja:
        buat_spt(kerja, kegiatan, spt)


def test_the_schedule_is_set_per_tahap_and_says_free_days(uji: KantorUji, kegiatan: UUID) -> None:
    pagi = Jadwal(DESA[0], date(2026, 3, 9), "08.30–12.00", "Balai desa", "Kumpul", ("Norhayati",))
    with uji.menulis() as kerja:
        minggu, nyepi = replace(pagi, kode_desa=DESA[1], tanggal=date(2026, 3, 8)), date(2026, 3, 19)
        assert atur_jadwal(kerja, kegiatan, [pagi, minggu, Jadwal(DESA[2], nyepi)]) == 3
        assert daftar_jadwal(kerja, kegiatan, tahap=2) == []
    with uji.menulis() as kerja:
        atur_jadwal(kerja, kegiatan, [replace(pagi, tempat="Aula kecamatan")])
        jadwal = daftar_jadwal(kerja, kegiatan)
        hapus_jadwal(kerja, jadwal[0].id)
        sisa = daftar_jadwal(kerja, kegiatan)
    assert [(b.desa, b.catatan) for b in jadwal] == [
        ("Desa Guci", "hari Minggu"),
        ("Desa Sungai Mentawa", ""),
        ("Desa Batu Kotam", "libur: Hari Suci Nyepi"),
    ]
    assert jadwal[1].isi == replace(pagi, tempat="Aula kecamatan")
    assert len(sisa) == 2


@pytest.mark.parametrize("desa", ["63.11.03.2004", "62.09.03.2999"])
def test_a_desa_outside_the_kegiatan_has_no_place_in_it(uji: KantorUji, kegiatan: UUID, desa: str) -> None:
    with pytest.raises(KnownError, match="desa_di_luar_kegiatan"), uji.menulis() as kerja:
        atur_jadwal(kerja, kegiatan, [Jadwal(desa, date(2026, 3, 9))])


def test_an_unknown_tahap_has_no_schedule(uji: KantorUji, kegiatan: UUID) -> None:
    with pytest.raises(KnownError, match="tahap_tidak_ada"), uji.membaca() as kerja:
        daftar_jadwal(kerja, kegiatan, tahap=3)
