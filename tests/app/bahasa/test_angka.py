"""Numbers on screen and paper."""

import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.bahasa import angka

_KATA = {"nol": 0, "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8,
         "sembilan": 9}  # fmt: skip
_BESAR = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12}


def _baca_terbilang(teks: str) -> int:
    """Read words back by a grammar of their own, so that writer and reader cannot share a mistake."""
    jumlah = gugus = angka_kini = 0
    for kata in re.sub(r"\bse(puluh|belas|ratus|ribu)", r"satu \1", teks).split():
        if kata in _KATA:
            angka_kini = _KATA[kata]
        elif kata == "belas":
            gugus, angka_kini = gugus + 10 + angka_kini, 0
        elif kata in ("puluh", "ratus"):
            gugus, angka_kini = gugus + angka_kini * (10 if kata == "puluh" else 100), 0
        else:
            jumlah, gugus, angka_kini = jumlah + (gugus + angka_kini) * _BESAR[kata], 0, 0
    return jumlah + gugus + angka_kini


@settings(deadline=None)
@given(st.integers(0, angka.TERBILANG_MAKS))
def test_terbilang_reads_back(nilai: int) -> None:
    assert _baca_terbilang(angka.terbilang(nilai)) == nilai


@settings(deadline=None)
@given(st.integers(0, angka.TERBILANG_MAKS))
def test_terbilang_never_says_one_ribu_or_satu_ratus(nilai: int) -> None:
    kata = angka.terbilang(nilai).split()
    for depan, belakang in zip(["", *kata], kata, strict=False):
        assert not (depan == "satu" and belakang in ("puluh", "belas", "ratus")), kata
        if depan == "satu" and belakang == "ribu":  # only inside "dua puluh satu ribu", "seratus satu ribu"
            assert kata[kata.index("ribu") - 2 : kata.index("ribu") - 1]
            assert kata[kata.index("ribu") - 2] in ("puluh", "ratus", "seratus"), kata


@pytest.mark.parametrize(
    ("nilai", "teks"),
    [
        (0, "nol"),
        (11, "sebelas"),
        (100_000, "seratus ribu"),
        (1_000, "seribu"),
        (1_001_500, "satu juta seribu lima ratus"),
        (21_000, "dua puluh satu ribu"),
        (234_567_890, "dua ratus tiga puluh empat juta lima ratus enam puluh tujuh ribu delapan ratus sembilan puluh"),
        (-5, "minus lima"),
    ],
)
def test_terbilang_table(nilai: int, teks: str) -> None:
    assert angka.terbilang(nilai) == teks


def test_terbilang_refuses_what_it_cannot_spell() -> None:
    with pytest.raises(ValueError):
        angka.terbilang(10**15)


def test_terbilang_rupiah_opens_with_a_capital() -> None:
    assert angka.terbilang_rupiah(1_500_000) == "Satu juta lima ratus ribu rupiah"
    assert angka.kapital_kata(angka.terbilang(2023)) == "Dua Ribu Dua Puluh Tiga"


@pytest.mark.parametrize(
    ("nilai", "teks"),
    [(0, "Rp 0"), (1_500_000, "Rp 1.500.000"), (-500, "-Rp 500"), (999, "Rp 999")],
)
def test_rupiah(nilai: int, teks: str) -> None:
    assert angka.rupiah(nilai) == teks


@settings(deadline=None)
@given(st.integers(-angka.TERBILANG_MAKS, angka.TERBILANG_MAKS))
def test_written_money_reads_back(nilai: int) -> None:
    assert angka.baca_uang(angka.rupiah(nilai)) == nilai
    assert angka.baca_uang(angka.bilangan(nilai)) == nilai
    assert angka.baca_uang(str(nilai)) == nilai


@pytest.mark.parametrize(
    ("teks", "nilai"),
    [
        ("Rp. 1.500.000,-", 1_500_000),
        ("Rp1.500.000,00", 1_500_000),
        ("1,500,000.00", 1_500_000),
        ("300000.0", 300_000),
        ("Rp\u00a0250.000", 250_000),
        ("1.50", None),
        ("999.999.999.999.999", 999_999_999_999_999),
        ("000000000000000001500000", 1_500_000),
        ("1000000000000000", None),
        ("6209031505500001", None),
        ("9" * 5000, None),
        ("12.5", None),
        ("1.500.00", None),
        ("satu juta", None),
        ("", None),
        ("1.500,500", None),
    ],
)
def test_read_money(teks: str, nilai: int | None) -> None:
    assert angka.baca_uang(teks) == nilai


def test_bilangan_takes_decimals() -> None:
    assert angka.bilangan(1_234_567) == "1.234.567"
    assert angka.bilangan(Decimal("1234.5")) == "1.234,5"
    assert angka.bilangan(Decimal("2.345"), 2) == "2,35"


@pytest.mark.parametrize(
    ("bagian", "seluruh", "teks"),
    [
        (7, 8, "87,5%"),
        (1, 1, "100%"),
        (0, 9, "0%"),
        (0, 0, "0%"),
        (9999, 10000, "99,9%"),
        (1, 100_000, "0,1%"),
        (3, 2, "150%"),
        (1, 5, "20%"),
    ],
)
def test_persen(bagian: int, seluruh: int, teks: str) -> None:
    assert angka.persen(bagian, seluruh) == teks


@pytest.mark.parametrize(("nilai", "teks"), [(1, "I"), (4, "IV"), (9, "IX"), (12, "XII"), (2023, "MMXXIII")])
def test_romawi(nilai: int, teks: str) -> None:
    assert angka.romawi(nilai) == teks


def test_urutan_of_a_decree_never_says_pertama() -> None:
    assert [angka.urutan(n) for n in (1, 2, 10, 11)] == ["kesatu", "kedua", "kesepuluh", "kesebelas"]


@pytest.mark.parametrize(("byte", "teks"), [(0, "0 B"), (999, "999 B"), (2_400_000, "2,4 MB"), (1_000, "1 KB")])
def test_ukuran(byte: int, teks: str) -> None:
    assert angka.ukuran(byte) == teks
