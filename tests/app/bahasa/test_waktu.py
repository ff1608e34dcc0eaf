"""Dates as written and as read."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.bahasa import waktu
from db.istilah import Zona

HARI_INI = date(2026, 11, 20)
_TANGGAL = st.dates(date(1900, 1, 1), HARI_INI)


def test_written_forms() -> None:
    hari = date(2023, 1, 5)
    assert waktu.tanggal(hari) == "5 Januari 2023"
    assert waktu.tanggal_hari(hari) == "Kamis, 5 Januari 2023"
    assert waktu.tanggal_pendek(date(2023, 8, 17)) == "17 Agu 2023"
    assert waktu.tanggal_angka(hari) == "05-01-2023"


def test_moments_are_told_in_the_offices_zone() -> None:
    saat = datetime(2023, 1, 9, 2, 30, tzinfo=UTC)
    assert waktu.hari_jam(saat, Zona.WIB) == "Sen 09.30"
    assert waktu.hari_jam(saat, Zona.WITA) == "Sen 10.30"
    assert waktu.saat_lengkap(saat, Zona.WIT) == "9 Januari 2023 pukul 11.30 WIT"
    assert waktu.saat_ringkas(saat, Zona.WIB) == "9 Jan 2023 09.30"


@pytest.mark.parametrize(
    ("mulai", "sampai", "teks"),
    [
        (date(2023, 1, 5), date(2023, 1, 5), "5 Januari 2023"),
        (date(2023, 1, 5), date(2023, 1, 9), "5–9 Januari 2023"),
        (date(2023, 1, 30), date(2023, 2, 2), "30 Januari – 2 Februari 2023"),
        (date(2022, 12, 30), date(2023, 1, 2), "30 Desember 2022 – 2 Januari 2023"),
    ],
)
def test_rentang(mulai: date, sampai: date, teks: str) -> None:
    assert waktu.rentang(mulai, sampai) == teks


@pytest.mark.parametrize(
    ("nilai", "satuan", "dasar", "teks"),
    [(14, "hari", "kerja", "14 hari kerja"), (2, "minggu", "kalender", "2 minggu"), (5, "menit", "kerja", "5 menit")],
)
def test_lama(nilai: int, satuan: str, dasar: str | None, teks: str) -> None:
    assert waktu.lama(nilai, satuan, dasar) == teks


@pytest.mark.parametrize(("menit", "teks"), [(0, "0 menit"), (65, "1 jam 5 menit"), (960, "2 hari kerja 1 jam")])
def test_lama_menit(menit: int, teks: str) -> None:
    assert waktu.lama_menit(menit, 450) == teks


def test_usia_counts_completed_years() -> None:
    assert waktu.usia(date(1963, 11, 21), HARI_INI) == 62
    assert waktu.usia(date(1963, 11, 20), HARI_INI) == 63
    assert waktu.usia(date(2004, 2, 29), date(2005, 2, 28)) == 0


@pytest.mark.parametrize(
    ("teks", "hasil"),
    [
        ("5 Nopember 1965", date(1965, 11, 5)),
        ("05 Pebruari 1970", date(1970, 2, 5)),
        ("05-11-65", date(1965, 11, 5)),
        ("5.11.1965", date(1965, 11, 5)),
        ("05/11/1965", date(1965, 11, 5)),
        ("1965-11-05", date(1965, 11, 5)),
        ("1965-11-05 00:00:00", date(1965, 11, 5)),
        ("1965-11-05T00:00:00Z", date(1965, 11, 5)),
        ("19651105", date(1965, 11, 5)),
        ("05111965", date(1965, 11, 5)),
        ("Nanga Bulik, 5 Agt 1980", date(1980, 8, 5)),
        ("Jum'at, 6 Januari 2023", date(2023, 1, 6)),
        ("Kamis 5 Januari 2023", date(2023, 1, 5)),
        ("'17-08-45", date(1945, 8, 17)),
        ("5 Des. 20", date(2020, 12, 5)),
        ("1-Jan-01", date(2001, 1, 1)),
        ("12/31/1965", date(1965, 12, 31)),
        ("5\u00a0Mei\u00a01999", date(1999, 5, 5)),
        ("5 11 1965", date(1965, 11, 5)),
        ("31/02/1990", None),
        ("00-00-0000", None),
        ("1965", None),
        ("umur 60", None),
        ("-", None),
        ("", None),
        ("5 Foo 1965", None),
        ("1-2-3", None),
        ("12345678", None),
    ],
)
def test_read(teks: str, hasil: date | None) -> None:
    assert waktu.baca_tanggal(teks, HARI_INI) == hasil


def test_two_digit_year_never_lies_ahead() -> None:
    assert waktu.baca_tanggal("20-11-26", HARI_INI) == HARI_INI
    assert waktu.baca_tanggal("21-11-26", HARI_INI) == date(1926, 11, 21)
    bacaan = waktu.telaah_tanggal("05-11-65", HARI_INI)
    assert bacaan is not None
    assert bacaan.abad_ditebak


def test_reader_says_what_it_assumed() -> None:
    ganda = waktu.telaah_tanggal("05/11/1965", HARI_INI)
    assert ganda == waktu.BacaanTanggal(date(1965, 11, 5), tertukar=date(1965, 5, 11))
    depan = waktu.telaah_tanggal("12/31/1965", HARI_INI)
    assert depan == waktu.BacaanTanggal(date(1965, 12, 31), bulan_di_depan=True)
    assert waktu.tukar_hari_bulan(date(1965, 11, 5)) == date(1965, 5, 11)
    assert waktu.tukar_hari_bulan(date(1965, 11, 13)) is None
    assert waktu.tukar_hari_bulan(date(1965, 5, 5)) is None


@settings(deadline=None)
@given(_TANGGAL)
def test_every_written_form_reads_back(hari: date) -> None:
    bentuk = (waktu.tanggal(hari), waktu.tanggal_hari(hari), waktu.tanggal_pendek(hari), waktu.tanggal_angka(hari),
              hari.isoformat(), f"{hari:%d/%m/%Y}", f"{hari.day}.{hari.month}.{hari.year}",
              f"{hari:%d%m%Y}")  # fmt: skip
    assert {waktu.baca_tanggal(teks, HARI_INI) for teks in bentuk} == {hari}


@settings(deadline=None)
@given(st.text(max_size=40))
def test_reading_never_raises(teks: str) -> None:
    bacaan = waktu.telaah_tanggal(teks, HARI_INI)
    assert bacaan is None or bacaan.tanggal.year >= 1850


@settings(deadline=None)
@given(_TANGGAL, st.integers(0, 40_000))
def test_age_grows_by_at_most_one_a_day(lahir: date, sesudah: int) -> None:
    pada = lahir + timedelta(days=sesudah)
    assert waktu.usia(lahir, pada + timedelta(days=1)) - waktu.usia(lahir, pada) in (0, 1)
    assert waktu.usia(lahir, pada) == pytest.approx(sesudah / 365.2425, abs=1.01)
