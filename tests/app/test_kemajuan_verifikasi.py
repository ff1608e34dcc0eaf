"""Verification by who did it, and where two results differ: nothing is counted twice, both results stay to be seen."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.verifikasi import (
    BarisHasil,
    TidakDiambil,
    hasil_berbeda,
    impor_hasil_verifikasi,
    kemajuan_petugas,
    putuskan,
    ringkasan_verifikasi,
)
from db.istilah import HasilVerifikasi, StatusUsulan
from tests.helpers.kegiatan import buat_kegiatan, isi_usulan
from tests.helpers.toko import KINI, KantorUji

LAYAK, TIDAK = HasilVerifikasi.LAYAK, HasilVerifikasi.TIDAK_LAYAK
HARI = KINI.date()


@pytest.fixture
def usulan(uji: KantorUji) -> tuple[UUID, list[UUID]]:
    with uji.menulis() as kerja:
        kegiatan = buat_kegiatan(kerja)
        return kegiatan, isi_usulan(kerja, kegiatan, 4)


def test_two_results_about_one_usulan_are_shown_with_who_and_when(
    uji: KantorUji, usulan: tuple[UUID, list[UUID]]
) -> None:
    kegiatan, (a, b, c, _) = usulan
    with uji.menulis() as kerja:
        putuskan(kerja, [a, b], LAYAK, petugas="Rina", tanggal=HARI - timedelta(days=2))
        putuskan(kerja, [b, c], TIDAK, alasan_kode="pindah", petugas="Budi", tanggal=HARI, cara="lapangan")
        (satu,) = hasil_berbeda(kerja, kegiatan)
        rina_budi = {p.petugas: p for p in kemajuan_petugas(kerja, kegiatan)}
    assert (satu.usulan_id, satu.status) == (b, StatusUsulan.TIDAK_LAYAK)
    assert [(p.petugas, p.hasil) for p in satu.putusan] == [("Budi", TIDAK), ("Rina", LAYAK)]
    assert [p.alasan for p in satu.putusan] == ["Pindah alamat", ""]
    rina, budi = rina_budi["Rina"], rina_budi["Budi"]
    assert (rina.layak, rina.tidak_layak, rina.diganti, rina.terakhir) == (1, 0, 1, HARI - timedelta(days=2))
    assert (budi.layak, budi.tidak_layak, budi.lapangan, budi.diganti) == (0, 2, 2, 0)


def test_the_same_result_twice_is_no_conflict(uji: KantorUji, usulan: tuple[UUID, list[UUID]]) -> None:
    kegiatan, semua = usulan
    with uji.menulis() as kerja:
        for petugas in ("Rina", "Budi"):
            putuskan(kerja, semua, LAYAK, petugas=petugas)
        assert hasil_berbeda(kerja, kegiatan) == []
        assert [(p.petugas, p.diputuskan) for p in kemajuan_petugas(kerja, kegiatan)] == [("Budi", 4), ("Rina", 0)]


def test_a_result_that_was_not_taken_over_stays_beside_the_decision(
    uji: KantorUji, usulan: tuple[UUID, list[UUID]]
) -> None:
    """Once, however often its workbook comes in, until a decision takes it over; it counts nowhere."""
    kegiatan, (a, b, *_) = usulan
    isi = [BarisHasil(2, str(a), "TL", "Pindah alamat", "1/3/2026", "Budi"), BarisHasil(3, str(b), "layak")]
    with uji.menulis() as kerja:
        putuskan(kerja, [a], LAYAK, petugas="Rina")
        for _ in range(2):
            impor_hasil_verifikasi(kerja, kegiatan, isi)
        (satu,) = hasil_berbeda(kerja, kegiatan)
        assert (satu.usulan_id, [p.petugas for p in satu.putusan]) == (a, ["Rina"])
        assert satu.tidak_diambil == (TidakDiambil(TIDAK, "Pindah alamat", date(2026, 3, 1), "Budi"),)
        assert ringkasan_verifikasi(kerja, kegiatan).seluruh.tidak_layak == 0
        assert impor_hasil_verifikasi(kerja, kegiatan, isi[:1], ganti=True).dicatat == 1
        (satu,) = hasil_berbeda(kerja, kegiatan)
        assert (len(satu.putusan), satu.tidak_diambil) == (2, ())
        putuskan(kerja, [a], LAYAK, petugas="Rina")
        assert hasil_berbeda(kerja, kegiatan)[0].tidak_diambil == ()  # it was taken over once and is a decision now


def test_two_rows_of_a_workbook_about_one_usulan_both_stay(uji: KantorUji, usulan: tuple[UUID, list[UUID]]) -> None:
    kegiatan, (a, *_) = usulan
    with uji.menulis() as kerja:
        impor_hasil_verifikasi(
            kerja, kegiatan, [BarisHasil(2, str(a), "layak"), BarisHasil(3, str(a), "TL", "rumah kosong")]
        )
        (satu,) = hasil_berbeda(kerja, kegiatan)
        assert [(t.hasil, t.alasan) for t in satu.tidak_diambil] == [(TIDAK, "rumah kosong")]
        putuskan(kerja, [a], TIDAK, alasan_kode="pindah")
        (satu,) = hasil_berbeda(kerja, kegiatan)
        assert (len(satu.putusan), satu.tidak_diambil) == (2, ())  # the decision says the same today


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3), st.booleans(), st.sampled_from("ABC")), max_size=10))
def test_sums_agree_however_often_minds_change(uji: KantorUji, putusan: list[tuple[int, bool, str]]) -> None:
    with uji.menulis() as kerja:
        kegiatan = buat_kegiatan(kerja)
        semua = isi_usulan(kerja, kegiatan, 4, orang={"nik": None})
        for siapa, layak, petugas in putusan:
            hasil, alasan = (LAYAK, "") if layak else (TIDAK, "pindah")
            putuskan(kerja, [semua[siapa]], hasil, alasan_kode=alasan, petugas=petugas, tanggal=date(2026, 3, 1))
        h = ringkasan_verifikasi(kerja, kegiatan).seluruh
        petugas_ = kemajuan_petugas(kerja, kegiatan)
        berbeda = {b.usulan_id for b in hasil_berbeda(kerja, kegiatan)}
    assert sum(p.layak for p in petugas_) == h.layak
    assert sum(p.tidak_layak for p in petugas_) == h.tidak_layak
    assert all(p.diganti >= 0 for p in petugas_)
    dua = {siapa for siapa in range(4) if len({x for s, x, _ in putusan if s == siapa}) == 2}
    assert berbeda == {semua[s] for s in dua}
