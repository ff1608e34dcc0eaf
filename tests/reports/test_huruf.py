"""Breaking lines with the bundled font."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.huruf import BIASA, TEBAL, bersih, daftarkan_huruf, lebar_teks, muat, patahkan

daftarkan_huruf()


@pytest.mark.parametrize(
    ("kotor", "rapi"),
    [("SITI  AMINAH ", "SITI AMINAH"), ("a\tb", "a b"), ("a\u00a0b", "a b"), ("a\x00b\x1b", "a b"), ("", "")],
)
def test_control_characters_become_spaces(kotor: str, rapi: str) -> None:
    assert bersih(kotor) == rapi


def test_short_text_stays_on_one_line() -> None:
    assert patahkan("SITI AMINAH", BIASA, 9, 200) == ("SITI AMINAH",)


def test_a_word_that_is_too_wide_is_cut() -> None:
    baris = patahkan("A" * 60, BIASA, 10, 100)
    assert "".join(baris) == "A" * 60
    assert len(baris) > 1


def test_a_line_feed_stays_a_break() -> None:
    assert patahkan("satu\ndua", BIASA, 9, 500) == ("satu", "dua")


@settings(deadline=None)
@given(st.text(max_size=120), st.sampled_from([BIASA, TEBAL]), st.floats(30, 300))
def test_nothing_is_lost_and_nothing_is_too_wide(teks: str, huruf: str, lebar: float) -> None:
    baris = patahkan(teks, huruf, 9, lebar)
    assert "".join(baris).replace(" ", "") == "".join(bersih(b).replace(" ", "") for b in teks.split("\n"))
    assert all(lebar_teks(b, huruf, 9) <= lebar + 0.01 or len(b) == 1 for b in baris)


def test_size_shrinks_until_it_fits() -> None:
    ukuran = muat("PEMBERDAYAAN MASYARAKAT", TEBAL, 12, 120)
    assert ukuran < 12
    assert lebar_teks("PEMBERDAYAAN MASYARAKAT", TEBAL, ukuran) <= 120.01
    assert muat("PEMBERDAYAAN MASYARAKAT", TEBAL, 12, 10) == 6
