"""Monev: a draw that can be repeated, sizes that statistics gives, visits and what they add up to."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.monev import (
    Kunjungan,
    catat_kunjungan,
    daftar_kunjungan,
    daftar_sampel,
    ringkasan_monev,
    sampel_terakhir,
    tarik,
    tarik_sampel,
    ukuran_sampel,
)
from app.penyaluran import catat_hasil, daftar_serah
from db.dasar import id_baru
from db.galat import KnownError
from db.istilah import HasilSalur
from tests.helpers.kegiatan import buat_kegiatan, kegiatan_sah
from tests.helpers.toko import KantorUji

HARI = date(2026, 3, 2)
BAIK = Kunjungan(HARI, "Rina", True, True, True, pemanfaatan="membeli beras")


@pytest.fixture
def kegiatan(uji: KantorUji) -> UUID:
    with uji.menulis() as kerja:
        kegiatan = kegiatan_sah(kerja, 12)
        for b in daftar_serah(kerja, kegiatan)[:10]:
            catat_hasil(kerja, b.alokasi_id, HasilSalur.SENDIRI)
        return kegiatan


@given(st.integers(0, 10**6), st.sets(st.integers(1, 5000), max_size=60), st.integers(0, 70))
@settings(deadline=None)
def test_drawing_again_gives_the_same_people(benih: int, populasi: set[int], ukuran: int) -> None:
    satu = tarik(benih, populasi, ukuran)
    assert satu == tarik(benih, sorted(populasi, reverse=True), ukuran)
    assert set(satu) <= populasi
    assert len(satu) == min(ukuran, len(populasi))


def test_the_draw_never_changes_between_versions() -> None:
    assert tarik(2026, range(1, 101), 5) == (30, 38, 56, 59, 84)


@pytest.mark.parametrize(
    ("populasi", "kepercayaan", "simpangan", "ukuran"),
    [(1000, 95, 5, 278), (500, 95, 5, 218), (240, 90, 10, 53), (10, 95, 5, 10), (0, 95, 5, 0), (5000, 99, 5, 586)],
)
def test_sizes(populasi: int, kepercayaan: int, simpangan: int, ukuran: int) -> None:
    assert ukuran_sampel(populasi, kepercayaan, simpangan) == ukuran


@pytest.mark.parametrize(("kepercayaan", "simpangan"), [(80, 5), (95, 0), (95, 51)])
def test_parameters_that_make_no_sense(kepercayaan: int, simpangan: int) -> None:
    with pytest.raises(KnownError, match="parameter_sampel_salah"):
        ukuran_sampel(100, kepercayaan, simpangan)


def test_the_sample_is_drawn_from_those_who_received(uji: KantorUji, kegiatan: UUID) -> None:
    with uji.menulis("pendamping") as kerja:
        sampel = tarik_sampel(kerja, kegiatan, ukuran=4, benih=7)
        assert sampel_terakhir(kerja, kegiatan) == sampel
        orang = daftar_sampel(kerja, sampel.id)
        penuh = tarik_sampel(kerja, kegiatan)
    assert (sampel.populasi, sampel.dapat_diulang) == (tuple(range(1, 11)), True)
    assert tuple(b.nomor_urut for b in orang) == sampel.terpilih == tarik(7, range(1, 11), 4)
    assert not replace(sampel, benih=8).dapat_diulang
    assert (len(penuh.terpilih), penuh.kepercayaan, sampel.kepercayaan) == (10, 95, None)


def test_no_sample_without_decree_or_hand_over(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        with pytest.raises(KnownError, match="penetapan_belum_sah"):
            tarik_sampel(kerja, buat_kegiatan(kerja))
        kegiatan = kegiatan_sah(kerja, 2)
        with pytest.raises(KnownError, match="belum_ada_yang_menerima"):
            tarik_sampel(kerja, kegiatan)
        catat_hasil(kerja, daftar_serah(kerja, kegiatan)[0].alokasi_id, HasilSalur.SENDIRI)
        with pytest.raises(KnownError, match="parameter_sampel_salah"):
            tarik_sampel(kerja, kegiatan, ukuran=0)
        with pytest.raises(KnownError, match="sampel_tidak_ada"):
            daftar_sampel(kerja, id_baru())


def test_visits_count_once_per_person_by_the_last(uji: KantorUji, kegiatan: UUID) -> None:
    with uji.menulis("pendamping") as kerja:
        sampel = tarik_sampel(kerja, kegiatan, ukuran=4, benih=7)
        satu, dua, tiga, _ = daftar_sampel(kerja, sampel.id)
        catat_kunjungan(kerja, kegiatan, satu.penerima_id, Kunjungan(HARI, "Rina", False), sampel_id=sampel.id)
        catat_kunjungan(kerja, kegiatan, satu.penerima_id, BAIK, sampel_id=sampel.id)
        catat_kunjungan(
            kerja, kegiatan, dua.penerima_id,
            Kunjungan(HARI, "Rina", True, True, False, kendala="dipotong", tindak_lanjut="lapor Inspektorat"),
        )  # fmt: skip
        catat_kunjungan(kerja, kegiatan, tiga.penerima_id, Kunjungan(HARI, "Rina", False))
        r = ringkasan_monev(kerja, kegiatan)
        kunjungan = daftar_kunjungan(kerja, kegiatan)
        assert len(daftar_kunjungan(kerja, kegiatan, desa=satu.kode_desa)) >= 2
        assert [b.dikunjungi for b in daftar_sampel(kerja, sampel.id)] == [True, True, True, False]
    s = r.seluruh
    assert (s.dikunjungi, s.ditemui, s.tidak_ditemui, s.menerima) == (3, 2, 1, 2)
    assert (s.jumlah_sesuai, s.jumlah_tidak_sesuai, s.berkendala, s.perlu_tindak_lanjut) == (1, 1, 1, 1)
    assert (r.kunjungan, r.populasi, r.sampel, r.belum) == (4, 10, 4, 1)
    assert sum(d.dikunjungi for d in r.per_desa.values()) == s.dikunjungi
    assert (kunjungan[1].isi, kunjungan[1].nama) == (BAIK, satu.nama)


def test_what_a_visit_needs(uji: KantorUji, kegiatan: UUID) -> None:
    with uji.menulis() as kerja:
        orang = daftar_serah(kerja, kegiatan)[0].penerima_id
        for penerima, isi, kode in (
            (orang, replace(BAIK, petugas=" "), "isian_kosong"),
            (orang, replace(BAIK, tanggal=date(2026, 3, 3)), "tanggal_di_depan"),
            (orang, replace(BAIK, ditemui=False), "kunjungan_tanpa_temu"),
            (id_baru(), BAIK, "penerima_tidak_ada"),
        ):
            with pytest.raises(KnownError, match=kode):
                catat_kunjungan(kerja, kegiatan, penerima, isi)
        assert ringkasan_monev(kerja, kegiatan).sampel == 0
    with pytest.raises(KnownError, match="tidak_berwenang"), uji.menulis("admin") as kerja:
        catat_kunjungan(kerja, kegiatan, orang, BAIK)
