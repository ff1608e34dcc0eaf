"""Working time: the table of known dates, and laws that hold for every moment."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app import kantor
from app.kalender import (
    JAM_KERJA_BAKU,
    JamHari,
    JamKerja,
    Kalender,
    Libur,
    MasaKhusus,
    jam_kerja_dari,
    jam_kerja_jadi,
    kalender_kantor,
)
from db.galat import KnownError
from db.istilah import JenisLibur, Zona
from tests.helpers.toko import KantorUji

WIB = Kalender(Zona.WIB)
WITA = Kalender(Zona.WITA)


@dataclass(frozen=True)
class Baku:
    nilai: int
    satuan: str
    basis: str = "kerja"


def saat(teks: str, zona: Zona = Zona.WIB) -> datetime:
    return datetime.fromisoformat(teks).replace(tzinfo=ZoneInfo(zona)).astimezone(UTC)


@pytest.mark.parametrize(
    ("mulai", "hari", "jatuh"),
    [
        (date(2023, 1, 9), 14, date(2023, 1, 30)),  # Imlek's cuti bersama on 23 January
        (date(2023, 4, 14), 5, date(2023, 4, 28)),  # cuti bersama Idulfitri 19-25 April
        (date(2026, 3, 13), 5, date(2026, 3, 27)),  # Nyepi and Idulfitri, 18-24 March
        (date(2023, 1, 6), 1, date(2023, 1, 9)),
        (date(2023, 1, 7), 1, date(2023, 1, 9)),
        (date(2023, 1, 9), 0, date(2023, 1, 9)),
    ],
)
def test_working_days(mulai: date, hari: int, jatuh: date) -> None:
    assert WIB.tambah_hari_kerja(mulai, hari) == jatuh
    assert WIB.hari_kerja_antara(mulai, jatuh) == hari
    assert WIB.hari_kerja_antara(jatuh, mulai) == -hari


def test_a_week_has_the_hours_of_the_law() -> None:
    assert sum(jam.menit for jam in JAM_KERJA_BAKU.pekan.values()) == 37 * 60 + 30
    assert JAM_KERJA_BAKU.menit_per_hari == 450


@pytest.mark.parametrize(
    ("mulai", "baku", "batas"),
    [
        ("2023-01-09T09:00", Baku(5, "menit"), "2023-01-09T09:05"),
        ("2023-01-09T11:50", Baku(15, "menit"), "2023-01-09T13:05"),  # over the break
        ("2023-01-09T15:30", Baku(30, "menit"), "2023-01-09T16:00"),  # the end of the day, not the next morning
        ("2023-01-06T16:00", Baku(1, "jam"), "2023-01-09T08:00"),  # Friday to Monday
        ("2023-01-09T07:30", Baku(12, "jam"), "2023-01-10T12:00"),
        ("2023-01-07T22:00", Baku(4, "jam"), "2023-01-09T11:30"),
        ("2023-01-09T09:00", Baku(14, "hari"), "2023-01-30T16:00"),
        ("2023-01-09T09:00", Baku(4, "hari"), "2023-01-13T16:30"),  # a Friday closes later
        ("2023-01-09T09:00", Baku(1, "minggu"), "2023-01-16T16:00"),
        ("2023-01-09T09:00", Baku(14, "hari", "kalender"), "2023-01-24T16:00"),  # 23 January is cuti bersama
        ("2023-01-09T09:00", Baku(2, "minggu", "kalender"), "2023-01-24T16:00"),
        ("2023-01-31T09:00", Baku(1, "bulan", "kalender"), "2023-02-28T16:00"),
        ("2023-11-15T09:00", Baku(2, "bulan", "kalender"), "2024-01-15T16:00"),
        ("2023-11-15T09:00", Baku(2, "bulan"), "2024-01-15T16:00"),
        ("2023-01-09T09:00", Baku(3, "jam", "kalender"), "2023-01-09T12:00"),
    ],
)
def test_batas_waktu(mulai: str, baku: Baku, batas: str) -> None:
    assert WIB.batas_waktu(saat(mulai), baku) == saat(batas)
    assert WITA.batas_waktu(saat(mulai, Zona.WITA), baku) == saat(batas, Zona.WITA)


@pytest.mark.parametrize(
    ("kini", "kata", "terlambat"),
    [
        ("2023-01-10T09:00", "2 hari kerja lagi", False),
        ("2023-01-07T09:00", "4 hari kerja lagi", False),
        ("2023-01-12T07:00", "hari ini", False),
        ("2023-01-12T16:00", "hari ini", False),
        ("2023-01-12T18:00", "terlambat kurang dari 1 hari kerja", True),
        ("2023-01-13T08:00", "terlambat 1 hari kerja", True),
        ("2023-01-14T08:00", "terlambat 1 hari kerja", True),
        ("2023-01-17T08:00", "terlambat 3 hari kerja", True),
    ],
)
def test_sisa_in_words(kini: str, kata: str, terlambat: bool) -> None:
    sisa = WIB.sisa(saat("2023-01-12T16:00"), saat(kini))
    assert (sisa.kata, sisa.terlambat) == (kata, terlambat)


def test_lateness_within_a_day_is_told_in_hours() -> None:
    assert WIB.sisa(saat("2023-01-12T09:00"), saat("2023-01-12T10:20")).kata == "terlambat 1 jam 20 menit"
    assert WIB.lama_kerja(2 * 450 + 61) == "2 hari kerja 1 jam 1 menit"


def test_the_office_stands_above_the_national_list() -> None:
    pilkada, kerja = date(2023, 1, 11), date(2023, 1, 23)
    kalender = Kalender(
        Zona.WIB,
        libur_kantor={
            pilkada: Libur(pilkada, "Hari jadi kabupaten", JenisLibur.LOKAL),
            kerja: Libur(kerja, "Tetap masuk", JenisLibur.BUKAN_LIBUR),
        },
    )
    assert not kalender.hari_kerja(pilkada)
    assert kalender.hari_kerja(kerja)
    daftar = kalender.daftar_libur(2023)
    assert pilkada in {libur.tanggal for libur in daftar}
    assert kerja not in {libur.tanggal for libur in daftar}
    assert len(daftar) == 27


@pytest.mark.parametrize(
    ("tahun", "jumlah", "tanpa"), [(2022, 20, False), (2023, 27, False), (2026, 25, False), (2028, 17, True)]
)
def test_years_of_the_national_list(tahun: int, jumlah: int, tanpa: bool) -> None:
    assert len(WIB.daftar_libur(tahun)) == jumlah
    assert WIB.tahun_tanpa_cuti_bersama(tahun) is tanpa
    assert (WIB.peringatan(tahun) is not None) is tanpa


def test_reckoned_feasts_are_marked_and_named_plainly() -> None:
    perkiraan = [libur for libur in WIB.daftar_libur(2028) if libur.perkiraan]
    assert len(perkiraan) == 8
    assert not any("perkiraan" in libur.nama for libur in perkiraan)


def test_an_office_that_enters_the_skb_ends_the_warning() -> None:
    hari = date(2028, 2, 25)
    kalender = Kalender(Zona.WIB, libur_kantor={hari: Libur(hari, "Cuti bersama", JenisLibur.CUTI_BERSAMA)})
    assert not kalender.tahun_tanpa_cuti_bersama(2028)


def test_ramadan_hours_hold_for_their_days_only() -> None:
    ramadan = {hari: JamHari(time(8), time(15), time(12), time(12, 30)) for hari in range(5)}
    jam = JamKerja(JAM_KERJA_BAKU.pekan, (MasaKhusus("Ramadan", date(2023, 3, 23), date(2023, 4, 21), ramadan),))
    kalender = Kalender(Zona.WIB, jam)
    assert kalender.tutup(date(2023, 3, 27)) == saat("2023-03-27T15:00")
    assert kalender.tutup(date(2023, 3, 21)) == saat("2023-03-21T16:00")
    assert jam_kerja_dari(jam_kerja_jadi(jam)) == jam


def test_six_day_week_without_a_break() -> None:
    isi = {"pekan": {"sabtu": ["08:00", "11:00"], "senin": ["08:00", "12:00", "13:00", "15:00"]}}
    kalender = Kalender(Zona.WITA, jam_kerja_dari(isi))
    assert kalender.hari_kerja(date(2023, 1, 7))
    assert kalender.tambah_hari_kerja(date(2023, 1, 7), 2) == date(2023, 1, 14)
    assert kalender.tutup(date(2023, 1, 8)) == saat("2023-01-09T00:00", Zona.WITA)


def test_empty_settings_mean_the_defaults() -> None:
    assert jam_kerja_dari({}) is JAM_KERJA_BAKU
    assert jam_kerja_dari(jam_kerja_jadi(JAM_KERJA_BAKU)) == JAM_KERJA_BAKU


def test_impossible_hours_are_refused() -> None:
    with pytest.raises(KnownError, match="jam_kerja_kosong"):
        jam_kerja_dari({"pekan": {}})
    with pytest.raises(KnownError, match="jam_kerja_salah"):
        jam_kerja_dari({"pekan": {"senin": ["08:00", "07:00"]}})
    with pytest.raises(KnownError, match="jam_kerja_salah"):
        jam_kerja_dari({"pekan": {"senin": ["08:00", "13:00", "12:00", "16:00"]}})


def test_an_offices_calendar_comes_from_its_settings(uji: KantorUji) -> None:
    data = {"pekan": {"senin": ["08:00", "12:00"], "selasa": ["08:00", "12:00"]}}
    with uji.menulis("admin") as kerja:
        kantor.ubah_kantor(kerja, replace(kantor.lihat_kantor(kerja), jam_kerja=data))
        kantor.atur_libur(kerja, kantor.Libur(date(2026, 3, 3), "Hari jadi", JenisLibur.LOKAL))
    with uji.membaca() as kerja:
        kalender = kalender_kantor(kerja)
    assert kalender.zona == Zona.WIB
    assert kalender.tambah_hari_kerja(date(2026, 3, 2), 1) == date(2026, 3, 9)
    assert kalender.tutup(date(2026, 3, 2)) == saat("2026-03-02T12:00")


_AWAL = datetime(2022, 1, 1, tzinfo=UTC)
_SAAT = st.integers(0, 5 * 365 * 1440).map(lambda menit: _AWAL + timedelta(minutes=menit))
_KALENDER = st.sampled_from([WIB, WITA, Kalender(Zona.WIT)])


@settings(deadline=None)
@given(_KALENDER, _SAAT, st.integers(0, 20_000))
def test_adding_minutes_then_counting_them_agrees(kalender: Kalender, mulai: datetime, menit: int) -> None:
    sampai = kalender.tambah_menit_kerja(mulai, menit)
    assert sampai >= mulai
    assert kalender.menit_kerja_antara(mulai, sampai) == menit
    assert kalender.menit_kerja_antara(sampai, mulai) == -menit
    if menit:  # the earliest such moment
        assert kalender.menit_kerja_antara(mulai, sampai - timedelta(minutes=1)) == menit - 1


@settings(deadline=None)
@given(_KALENDER, _SAAT, st.integers(0, 5_000), st.integers(0, 5_000))
def test_minutes_add_up(kalender: Kalender, mulai: datetime, a: int, b: int) -> None:
    tengah = kalender.tambah_menit_kerja(mulai, a)
    assert kalender.tambah_menit_kerja(tengah, b) == kalender.tambah_menit_kerja(mulai, a + b)


@settings(deadline=None)
@given(_KALENDER, st.dates(date(2022, 1, 1), date(2027, 1, 1)), st.integers(1, 300))
def test_adding_days_then_counting_them_agrees(kalender: Kalender, mulai: date, hari: int) -> None:
    sampai = kalender.tambah_hari_kerja(mulai, hari)
    assert kalender.hari_kerja(sampai)
    assert kalender.hari_kerja_antara(mulai, sampai) == hari
    assert kalender.hari_kerja_antara(mulai, sampai - timedelta(days=1)) == hari - 1


@settings(deadline=None)
@given(
    _KALENDER,
    _SAAT,
    st.integers(1, 60),
    st.sampled_from(["menit", "jam", "hari", "minggu", "bulan"]),
    st.sampled_from(["kerja", "kalender"]),
)
def test_a_deadline_is_never_before_its_start_and_falls_on_a_working_day(
    kalender: Kalender, mulai: datetime, nilai: int, satuan: str, basis: str
) -> None:
    batas = kalender.batas_waktu(mulai, Baku(nilai, satuan, basis))
    assert batas > mulai
    if basis == "kerja" or satuan in ("hari", "minggu", "bulan"):
        assert kalender.hari_kerja(kalender.tanggal(batas))
    assert not kalender.sisa(batas, mulai).terlambat
    assert kalender.sisa(batas, batas + timedelta(minutes=1)).terlambat
