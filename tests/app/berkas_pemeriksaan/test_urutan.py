"""The order of dates: what an auditor would mark, and nothing else."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.bahasa.pemeriksaan_luar import PELANGGARAN, PENGECUALIAN
from app.berkas_pemeriksaan import JenisPengecualian, Pelanggaran, Tanggal, periksa_urutan

HARI = date(2026, 3, 2)


def hari(ke: int | None) -> date | None:
    return None if ke is None else HARI + timedelta(days=ke)


def periksa(*ke: int | None, beruang: bool = True, diverifikasi: bool = True) -> tuple[Pelanggaran, ...]:
    return periksa_urutan(Tanggal(*map(hari, ke)), beruang=beruang, diverifikasi=diverifikasi)


@pytest.mark.parametrize(
    ("ke", "harapan"),
    [
        ((0, 1, 2, 3), ()),
        ((0, 0, 0, 0), ()),
        ((2, 1, 3, 4), (Pelanggaran.VERIFIKASI_SESUDAH_SK,)),
        ((0, 3, 2, 4), (Pelanggaran.SP2D_SEBELUM_SK,)),
        ((0, 2, 3, 2), (Pelanggaran.SERAH_SEBELUM_SP2D,)),
        ((0, 4, 5, 3), (Pelanggaran.SERAH_SEBELUM_SK, Pelanggaran.SERAH_SEBELUM_SP2D)),
        ((0, 1, None, 2), (Pelanggaran.SERAH_TANPA_SP2D,)),
        ((0, 1, None, None), ()),
        ((None, 1, 2, 3), (Pelanggaran.TANPA_VERIFIKASI,)),
    ],
)
def test_what_breaks_the_order(ke: tuple[int | None, ...], harapan: tuple[Pelanggaran, ...]) -> None:
    assert periksa(*ke) == harapan


def test_goods_need_no_sp2d_and_a_ready_list_no_verification() -> None:
    assert periksa(None, 1, None, 2, beruang=False, diverifikasi=False) == ()


@given(st.lists(st.integers(0, 400), min_size=4, max_size=4))
def test_dates_in_order_break_nothing_and_others_do(ke: list[int]) -> None:
    assert periksa(*sorted(ke)) == ()
    assert bool(periksa(*ke)) == (ke != sorted(ke))


def test_every_kind_has_its_words() -> None:
    assert set(PELANGGARAN) == set(Pelanggaran)
    assert set(PENGECUALIAN) == set(JenisPengecualian)
