"""Complaints: taken down, answered, counted against their day; nothing is overwritten."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import select

from app import jejak
from app.pengaduan import (
    BarisPengaduan,
    DataPengaduan,
    catat_pengaduan,
    daftar_pengaduan,
    jawab_pengaduan,
    ringkas_pengaduan,
)
from db.dasar import id_baru
from db.galat import KnownError
from db.model import Penerima
from tests.helpers.kegiatan import kegiatan_sah
from tests.helpers.toko import KINI, KantorUji

HARI = KINI.date()


@pytest.fixture
def kegiatan(uji: KantorUji) -> UUID:
    with uji.menulis() as kerja:
        return kegiatan_sah(kerja, 3)


def test_a_complaint_is_taken_down_and_answered(uji: KantorUji, kegiatan: UUID) -> None:
    with uji.menulis("staf") as kerja:
        penerima = kerja.sesi.exec(select(Penerima)).first()
        assert penerima is not None
        satu = catat_pengaduan(
            kerja, kegiatan, DataPengaduan(HARI, " Uangnya kurang ", "Ibu RT", tentang=penerima.nik or "")
        )
        (baris,) = daftar_pengaduan(kerja)
        assert (baris.isi, baris.pelapor, baris.tentang, baris.terlambat) == (
            "Uangnya kurang", "Ibu RT", penerima.nama, False,
        )  # fmt: skip
        assert baris.batas == date(2026, 3, 27)  # fourteen working days, with Nyepi and Idulfitri between
        jawab_pengaduan(kerja, satu, "Sudah dihitung bersama.")
        jawab_pengaduan(kerja, satu, "Pelapor menerima.")
        (baris,) = daftar_pengaduan(kerja, kegiatan_id=kegiatan, tahun=2026)
        assert (baris.jawaban, baris.dijawab_pada) == ("Sudah dihitung bersama.\nPelapor menerima.", HARI)
        assert [b.aksi for b in jejak.riwayat(kerja, objek_id=satu)] == ["jawab_pengaduan"] * 2 + ["catat_pengaduan"]
        assert daftar_pengaduan(kerja, tahun=2025) == []


def test_late_is_said_of_open_and_of_answered_ones(uji: KantorUji, kegiatan: UUID) -> None:
    with uji.menulis() as kerja:
        for _ in range(2):
            catat_pengaduan(kerja, kegiatan, DataPengaduan(HARI, "Belum menerima", batas=HARI))
        tepat = catat_pengaduan(kerja, kegiatan, DataPengaduan(HARI, "Salah nama", batas=HARI))
        jawab_pengaduan(kerja, tepat, "Dibetulkan.")
    uji.jam.kini += timedelta(days=1)
    with uji.menulis() as kerja:
        lewat = next(b for b in daftar_pengaduan(kerja) if not b.jawaban)
        jawab_pengaduan(kerja, lewat.id, "Diserahkan hari ini.")
        semua = daftar_pengaduan(kerja)
    assert sorted(b.terlambat for b in semua) == [False, True, True]
    ringkas = ringkas_pengaduan(semua)
    assert (ringkas.masuk, ringkas.dijawab, ringkas.terbuka, ringkas.lewat) == (3, 2, 1, 1)


def test_what_cannot_be_is_refused(uji: KantorUji, kegiatan: UUID) -> None:
    besok = HARI + timedelta(days=1)
    with uji.menulis() as kerja:
        satu = catat_pengaduan(kerja, kegiatan, DataPengaduan(HARI, "Belum menerima"))
        for isi, kode in (
            (DataPengaduan(HARI, " "), "isian_kosong"),
            (DataPengaduan(besok, "x"), "tanggal_di_depan"),
            (DataPengaduan(HARI, "x", tentang="Tak Ada Orangnya"), "penerima_tak_ditemukan"),
            (DataPengaduan(HARI, "x", batas=HARI - timedelta(days=1)), "batas_pengaduan_salah"),
        ):
            with pytest.raises(KnownError, match=kode):
                catat_pengaduan(kerja, kegiatan, isi)
        for tanggal, teks, kode in (
            (besok, "x", "tanggal_di_depan"),
            (HARI - timedelta(days=1), "x", "jawaban_sebelum_pengaduan"),
            (HARI, "", "isian_kosong"),
        ):
            with pytest.raises(KnownError, match=kode):
                jawab_pengaduan(kerja, satu, teks, tanggal=tanggal)
        with pytest.raises(KnownError, match="pengaduan_tidak_ada"):
            jawab_pengaduan(kerja, id_baru(), "x")
    with pytest.raises(KnownError, match="tidak_berwenang"), uji.menulis("admin") as kerja:
        catat_pengaduan(kerja, kegiatan, DataPengaduan(HARI, "x"))


@settings(deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(st.booleans(), st.booleans())))
def test_the_numbers_add_up(semua: list[tuple[bool, bool]]) -> None:
    ke = id_baru()
    baris = [
        BarisPengaduan(ke, ke, "", HARI, "", "", "", HARI, "", HARI if dijawab else None, terlambat)
        for dijawab, terlambat in semua
    ]
    r = ringkas_pengaduan(baris)
    assert r.masuk == r.dijawab + r.terbuka == len(baris)
    assert 0 <= r.lewat <= r.terbuka
