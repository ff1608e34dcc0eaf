"""Birth dates as people write them, and what is no date."""

import unicodedata
from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.usulan.tanggal import Terbaca, baca_tanggal, baca_umur, pisah_ttl

HARI_INI = date(2026, 11, 20)
LAHIR = date(1965, 11, 5)


@pytest.mark.parametrize(
    "tulisan",
    [
        "05-11-1965", "5/11/1965", "5.11.1965", "05 11 1965", "5 Nopember 1965", "05 November 1965", "5-Nov-1965",
        "5 NOP 1965", "5 Nop. 1965", "1965-11-05", "1965/11/05", "1965-11-05 00:00:00", "1965-11-05T00:00:00",
        "05111965", "'05-11-1965", " 05 - 11 - 1965 ", "05-11-1965\u00a0", ["1965-11-05"],
        ["1965-11-05T00:00:00"], 24051, 24051.0, "24051", 5111965.0, "5, November 1965",
    ],
)  # fmt: skip
def test_one_day_in_many_dresses(tulisan: object) -> None:
    assert baca_tanggal(tulisan, HARI_INI) == Terbaca(LAHIR)  # type: ignore[arg-type]


@pytest.mark.parametrize("serial", [22589, 22589.0, "22589"])
def test_a_serial_number_counts_from_the_first_day_of_its_workbook(serial: object) -> None:
    assert baca_tanggal(serial, HARI_INI, geser_hari=1462) == Terbaca(LAHIR)  # type: ignore[arg-type]
    assert baca_tanggal("05-11-1965", HARI_INI, geser_hari=1462) == Terbaca(LAHIR)
    assert baca_tanggal(5111965.0, HARI_INI, geser_hari=1462) == Terbaca(LAHIR)


@pytest.mark.parametrize(
    "tulisan",
    ["", "-", "1965", "32-01-1965", "30/02/1990", "00/00/1965", "5 Bulan 1965", "31/31/1965", "05-11-2030",
     "05-11-1800", "tidak tahu", True, 0, -4.0, ["salah"], [], "5-11-196", "123-11-1965", 1e12],
)  # fmt: skip
def test_what_is_no_birth_date(tulisan: object) -> None:
    assert baca_tanggal(tulisan, HARI_INI) is None  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("tulisan", "umur", "tahun"),
    [("05-11-65", None, 1965), ("05-11-20", None, 2020), ("05-11-20", 106, 1920), ("05-11-26", 5, 2026),
     ("5 Nop '65", 61, 1965), ("05-12-26", None, 1926)],
)  # fmt: skip
def test_two_digit_years_choose_a_century(tulisan: str, umur: int | None, tahun: int) -> None:
    terbaca = baca_tanggal(tulisan, HARI_INI, umur)
    assert terbaca is not None
    assert (terbaca.tanggal.year, terbaca.dua_digit) == (tahun, True)


def test_month_first_is_read_where_only_that_fits() -> None:
    assert baca_tanggal("12/31/1965", HARI_INI) == Terbaca(date(1965, 12, 31), dibalik=True)


@pytest.mark.parametrize(
    ("tulisan", "tempat", "tanggal"),
    [
        ("Nanga Bulik, 05-11-1965", "Nanga Bulik", "05-11-1965"),
        ("NANGA BULIK 5 Nopember 1965", "NANGA BULIK", "5 Nopember 1965"),
        ("Kujan/05/11/1965", "Kujan", "05/11/1965"),
        ("Kujan,1965-11-05", "Kujan", "1965-11-05"),
        ("05-11-1965", "", "05-11-1965"),
        ("Kujan", "Kujan", ""),
        ("Kujan,", "Kujan", ""),
        ("Km. 12, 5.11.65", "Km. 12", "5.11.65"),
    ],
)
def test_place_and_date_are_split(tulisan: str, tempat: str, tanggal: str) -> None:
    assert pisah_ttl(tulisan) == (tempat, tanggal)


@settings(deadline=None)
@given(
    st.dates(HARI_INI - timedelta(days=36_000), HARI_INI),
    st.sampled_from(["%d-%m-%Y", "%d/%m/%Y", "%Y-%m-%d", "%d%m%Y"]),
)
def test_written_dates_come_back(hari: date, bentuk: str) -> None:
    assert baca_tanggal(hari.strftime(bentuk), HARI_INI) == Terbaca(hari)


@settings(deadline=None)
@given(
    st.one_of(
        st.text(max_size=25), st.floats(), st.integers(), st.booleans(), st.lists(st.text(max_size=12), max_size=1)
    )
)
def test_anything_is_answered(sel: object) -> None:
    terbaca = baca_tanggal(sel, HARI_INI)  # type: ignore[arg-type]
    assert terbaca is None or date(1906, 1, 1) <= terbaca.tanggal <= HARI_INI


@settings(deadline=None)
@given(st.text(max_size=40))
def test_splitting_loses_no_word(tulisan: str) -> None:
    tempat, tanggal = pisah_ttl(tulisan)
    huruf = [h for h in tempat + tanggal if h.isalnum()]
    assert len(huruf) <= len([h for h in unicodedata.normalize("NFKC", tulisan) if h.isalnum()])


@pytest.mark.parametrize("tulisan", ["," * 30_000, "1-" * 15_000, "KUJAN " * 5_000, "\u200b" * 30_000])
def test_a_hostile_cell_costs_nothing(tulisan: str) -> None:
    assert baca_tanggal(tulisan, HARI_INI) is None
    assert pisah_ttl(tulisan)[1] == ""


BULAN = (
    "Januari JANUARI Jan jan. January", "Februari Pebruari Feb Peb February", "Maret Mar March", "April Apr", "Mei May",
    "Juni Jun June", "Juli Jul July", "Agustus Agu Agt Ags Aug August", "September Sept Sep", "Oktober Okt Oct October",
    "November Nopember Nov Nop NOPEMBER", "Desember Des Dec December",
)  # fmt: skip


@settings(deadline=None)
@example(date(2000, 1, 1), 3, "-", False)
@given(
    st.dates(HARI_INI - timedelta(days=36_000), HARI_INI),
    st.integers(0, 9),
    st.sampled_from([" ", "-", " - ", "/", ". "]),
    st.booleans(),
)
def test_months_by_any_name_come_back(hari: date, pilih: int, sela: str, nol: bool) -> None:
    nama = BULAN[hari.month - 1].split()
    tulisan = f"{hari.day:0{2 if nol else 1}d}{sela}{nama[pilih % len(nama)]}{sela}{hari.year}"
    assert baca_tanggal(tulisan, HARI_INI) == Terbaca(hari)
    assert pisah_ttl(f"Nanga Bulik, {tulisan}")[0] == "Nanga Bulik"


@settings(deadline=None)
@given(st.dates(date(1930, 1, 1), HARI_INI), st.sampled_from(["%d-%m-%y", "%d/%m/%y", "%d.%m.%y"]))
def test_an_age_settles_the_century(hari: date, bentuk: str) -> None:
    umur = HARI_INI.year - hari.year - ((HARI_INI.month, HARI_INI.day) < (hari.month, hari.day))
    terbaca = baca_tanggal(hari.strftime(bentuk), HARI_INI, umur)
    assert terbaca is not None
    assert (terbaca.tanggal.day, terbaca.tanggal.month) == (hari.day, hari.month)
    assert terbaca.tanggal == hari or (hari.month, hari.day) == (2, 29)


@pytest.mark.parametrize(
    ("tulisan", "umur"),
    [("75", 75), ("75 th", 75), ("± 80", 80), ("75,5", 75), ("0", 0), ("1950", 76), ("195", None), ("2030", None),
     ("", None), ("tua", None), ("12345", None)],
)  # fmt: skip
def test_an_age_or_a_year_of_birth(tulisan: str, umur: int | None) -> None:
    assert baca_umur(tulisan, HARI_INI) == umur
