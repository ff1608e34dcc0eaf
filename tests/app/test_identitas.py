"""Identifiers: cleaning keeps the digits, checking follows the office's rules, masking gives nothing away."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app import identitas as i
from app.wilayah import prefiks_nik_dikenal
from db.istilah import JenisKelamin

HARI_INI = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("tulisan", "isi"),
    [
        ("6209030101659012", "6209030101659012"),
        ("'6209030101659012", "6209030101659012"),
        ('="6209030101659012"', "6209030101659012"),  # how some programs keep a CSV from being damaged
        ("62.0903.010165.9012", "6209030101659012"),
        ("620903 010165 9012", "6209030101659012"),
        ("620903\u00a0010165\u200b9012", "6209030101659012"),
        ("62O9O3O1O1659O12", "6209030101659012"),
        ("620903010165 9OI2", "6209030101659012"),
        ("６２０９０３０１０１６５９０１２", "6209030101659012"),
    ],
)
def test_nik_is_cleaned_and_the_change_is_known(tulisan: str, isi: str) -> None:
    hasil = i.baca_nik(tulisan)
    assert (hasil.isi, hasil.sah, hasil.dirapikan) == (isi, True, tulisan != isi)


@pytest.mark.parametrize("tulisan", ["", " ", "0", "-", "0000000000000000", "tidak ada", "–"])
def test_no_number_is_no_number(tulisan: str) -> None:
    for baca in (i.baca_nik, i.baca_no_kk, i.baca_nip, i.baca_telepon, i.baca_rekening):
        assert baca(tulisan) == i.Identitas(tulisan, "")


@pytest.mark.parametrize(
    ("tulisan", "masalah"),
    [
        ("620903010165901", ("panjang",)),
        ("62090301016590123", ("panjang",)),
        ("SITI AMINAH", ("panjang",)),
        ("6,20903E+15", ("pangkat",)),
        ("6.20903010165901E+15", ("pangkat",)),
        ("6209033002659012", ("tanggal",)),
        ("6209038101909012", ("tanggal",)),  # day 81: not a woman's day, which stdnum takes
        ("6209030001659012", ("tanggal",)),
        ("6209030101650000", ("urut",)),
        ("9909030101659012", ("wilayah",)),
        ("6299000101650000", ("urut", "wilayah")),
    ],
)
def test_what_is_wrong_with_a_nik(tulisan: str, masalah: tuple[str, ...]) -> None:
    assert i.baca_nik(tulisan, prefiks_nik_dikenal).masalah == masalah


def test_parts_of_a_womans_nik() -> None:
    bagian = i.uraikan_nik("6209034101059012")
    assert bagian == i.BagianNik("620903", 1, 1, 5, JenisKelamin.PEREMPUAN, 9012)
    assert bagian is not None
    assert bagian.calon_lahir(HARI_INI) == (date(2005, 1, 1),)


def test_two_centuries_are_both_candidates() -> None:
    bagian = i.uraikan_nik("6209030101209012")
    assert bagian is not None
    assert bagian.calon_lahir(HARI_INI) == (date(2020, 1, 1), date(1920, 1, 1))


def test_a_leap_day_of_one_century_is_a_date() -> None:
    bagian = i.uraikan_nik("6209032902009012")  # 29 February 2000, none in 1900
    assert bagian is not None
    assert i.tanggal_nik_ada(bagian)
    assert bagian.calon_lahir(HARI_INI) == (date(2000, 2, 29),)


def test_the_callers_region_table_decides() -> None:
    assert i.baca_nik("6209990101659012", lambda kode: kode == "620903").masalah == ("wilayah",)
    assert i.baca_nik("6209990101659012").sah


@pytest.mark.parametrize(
    ("baca", "tulisan", "isi", "masalah"),
    [
        (i.baca_no_kk, "6209.0301.0165.9012", "6209030101659012", ()),
        (i.baca_no_kk, "620903010165901", "620903010165901", ("panjang",)),
        (i.baca_no_kk, "6,2E+15", "6,2E+15", ("pangkat",)),
        (i.baca_nip, "19781211 200604 1 006", "197812112006041006", ()),
        (i.baca_nip, "19781311 200604 1 006", "197813112006041006", ("tanggal",)),
        (i.baca_nip, "1978", "1978", ("panjang",)),
        (i.baca_telepon, "0812-3456-7890", "6281234567890", ()),
        (i.baca_telepon, "+62 (0)812 3456 7890", "6281234567890", ()),
        (i.baca_telepon, "81234567890", "6281234567890", ()),
        (i.baca_telepon, "0812", "62812", ("panjang",)),
        (i.baca_rekening, "0012-3456-78", "0012345678", ()),
        (i.baca_rekening, "123", "123", ("panjang",)),
        (i.baca_rekening, "1.2E+12", "1.2E+12", ("pangkat",)),
    ],
)
def test_other_numbers(baca, tulisan: str, isi: str, masalah: tuple[str, ...]) -> None:  # type: ignore[no-untyped-def]
    hasil = baca(tulisan)
    assert (hasil.isi, hasil.masalah) == (isi, masalah)


def test_grouped_and_masked() -> None:
    assert i.kelompokkan("6209030101659012") == "620903 010165 9012"
    assert i.kelompokkan("197812112006041006") == "19781211 200604 1 006"
    assert i.kelompokkan("12345") == "12345"
    assert i.samarkan("6209030101650012") == "620903•••••• 0012"
    assert i.samarkan("620903010165012") == "620903••••• 5012"
    assert i.samarkan("0012345678") == "••••••5678"
    assert i.samarkan("12") == "••"
    assert i.samarkan("") == ""
    assert i.tampilkan_telepon("6281234567890") == "0812-3456-7890"


@settings(deadline=None)
@given(
    st.from_regex(r"[1-9][0-9]{15}", fullmatch=True),
    st.lists(st.sampled_from(" .-'\u00a0\u200b"), max_size=8),
    st.randoms(),
)
def test_separators_never_change_the_digits(nik: str, sela: list[str], acak) -> None:  # type: ignore[no-untyped-def]
    huruf = list(nik)
    for tanda in sela:
        huruf.insert(acak.randrange(1, len(huruf)), tanda)
    assert i.rapikan_angka("".join(huruf)) == nik


@settings(deadline=None)
@given(st.text(max_size=40))
def test_any_text_is_answered_and_cleaning_is_stable(teks: str) -> None:
    for baca in (i.baca_nik, i.baca_no_kk, i.baca_nip, i.baca_telepon, i.baca_rekening):
        hasil = baca(teks)
        assert baca(hasil.isi).isi == hasil.isi
    rapi = i.rapikan_angka(teks)
    assert i.rapikan_angka(rapi) == rapi


@settings(deadline=None)
@given(st.dates(date(1907, 1, 1), HARI_INI), st.booleans(), st.integers(1, 9999))
def test_a_nik_names_its_birth_date(lahir: date, perempuan: bool, urut: int) -> None:
    nik = f"620903{lahir.day + 40 * perempuan:02d}{lahir:%m%y}{urut:04d}"
    bagian = i.uraikan_nik(nik)
    assert bagian is not None
    assert lahir in bagian.calon_lahir(HARI_INI)
    assert (bagian.jenis_kelamin is JenisKelamin.PEREMPUAN) is perempuan
    assert i.baca_nik(nik).sah


@settings(deadline=None)
@given(st.text(alphabet="0123456789", min_size=8, max_size=20))
def test_a_mask_hides_the_middle(nomor: str) -> None:
    samar = i.samarkan(nomor)
    assert samar.replace(" ", "").count(i.TITIK) == len(nomor) - (10 if len(nomor) >= 14 else 4)
