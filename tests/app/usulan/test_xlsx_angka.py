"""Numbers read eight bytes at a time are those that Python reads, or are not read at all."""

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.usulan.xlsx_angka import baca_nilai, bait, bilangan, bukan_angka

SEMUA = st.lists(
    st.from_regex(r"[+-]?[0-9]{0,20}(\.[0-9]{0,20})?([eE][+-]?[0-9]{1,3})?", fullmatch=True)
    | st.text(st.characters(codec="utf-8", exclude_characters="<>"), max_size=12),
    min_size=1,
)


def _baca(semua: list[str]) -> list[tuple[float, float, bool, str] | None]:
    """Return of each value its number, the whole one, whether it is none, and the text that was taken for it."""
    isi, akhir = b" " * 24, []
    for satu in semua:
        isi += b'<c r="A1"><v>' + satu.encode() + b"</v></c>"
        akhir.append(len(isi))
    kata = np.ndarray((len(isi),), "<u8", isi + b" " * 8, 0, (1,))
    hasil = baca_nilai(kata, np.array(akhir))
    teks = [isi[a : b - 8].decode("utf-8", "replace") for a, b in zip(hasil.ujung.tolist(), akhir, strict=True)]
    semua_hasil = zip(hasil.angka.tolist(), hasil.bulat.tolist(), hasil.pecah.tolist(), teks, strict=True)
    return [satu if dikenal else None for satu, dikenal in zip(semua_hasil, hasil.dikenal.tolist(), strict=True)]


@settings(deadline=None)
@given(SEMUA)
@example(["9007199254740993", "9999999999999999", "-0", "0.1", "-0.0", "123456789012.345", "00012", "1234567.12345678"])
def test_a_number_is_exact_or_left_alone(semua: list[str]) -> None:
    for teks, hasil in zip(semua, _baca(semua), strict=True):
        if hasil is not None:
            angka, bulat, pecah, diambil = hasil
            assert diambil == teks
            assert repr(angka) == repr(float(teks))
            assert pecah == (not teks.isdecimal())
            assert pecah or bulat == int(teks)


@pytest.mark.parametrize("teks", ["0", "7", "12345678", "123456789", "6209034101650012", "1.5", "-3", "-0.25", "12.50"])
def test_what_lists_hold_is_read(teks: str) -> None:
    assert _baca([teks]) != [None]


@pytest.mark.parametrize(
    "teks",
    ["", "12345678901234567", "1.", ".5", "--1", "-", "1e5", "1.1.1", "1-1", "é1", "0.1234567890123456"],
)
def test_what_is_not_exact_or_no_number_is_left_alone(teks: str) -> None:
    assert _baca([teks]) == [None]


@settings(deadline=None)
@given(st.binary(min_size=8, max_size=8))
def test_digits_are_told_from_all_other_bytes(isi: bytes) -> None:
    tanda = int(bukan_angka(np.array([bait(isi)]))[0]).to_bytes(8, "little")
    assert [t == 0 for t in tanda] == [chr(b) in "0123456789" for b in isi]


@settings(deadline=None)
@given(st.integers(0, 10**8 - 1))
def test_eight_digits_are_one_number(angka: int) -> None:
    assert bilangan(np.array([bait(b"%08d" % angka)]))[0] == angka
