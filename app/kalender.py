"""Working time of an office: its hours, Indonesian holidays and cuti bersama, adding a duration, counting lateness.

The SOPs say "14 hari" or "12 jam" and never which ones. `batas_waktu` turns such a time into a moment, by the basis
that the office confirmed. The national list comes from the `holidays` library; what the office enters stands above it,
and a year whose cuti bersama nobody knows yet is said aloud, because every deadline in it may still move.
"""

from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import count, pairwise
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from sqlmodel import select

from app.bahasa import waktu
from app.kerja import Kerja
from db.galat import KnownError
from db.istilah import JenisLibur, Zona
from db.model import HariLibur, Kantor

_HARI_INI = "hari ini"
_KUNCI_HARI = tuple(nama.lower() for nama in waktu.HARI)
_TAHUN_SKB_PERTAMA = 2002  # first year with cuti bersama


class WaktuBaku(Protocol):
    """A standard time as an SOP holds it: `nilai` of `satuan` (menit … bulan) on a `basis` (kerja, kalender)."""

    @property
    def nilai(self) -> int: ...
    @property
    def satuan(self) -> str: ...
    @property
    def basis(self) -> str: ...


@dataclass(frozen=True, slots=True)
class JamHari:
    """Hours of one working day, local time; without a break both ends of it are None."""

    masuk: time
    pulang: time
    istirahat_mulai: time | None = None
    istirahat_selesai: time | None = None

    def jendela(self) -> tuple[tuple[time, time], ...]:
        """Give the spans in which the office works."""
        if self.istirahat_mulai is None or self.istirahat_selesai is None:
            return ((self.masuk, self.pulang),)
        return ((self.masuk, self.istirahat_mulai), (self.istirahat_selesai, self.pulang))

    @property
    def menit(self) -> int:
        """Working minutes of the day."""
        return sum(_menit(selesai) - _menit(mulai) for mulai, selesai in self.jendela())


@dataclass(frozen=True, slots=True)
class MasaKhusus:
    """Other hours for a while, as in Ramadan; both days included."""

    nama: str
    mulai: date
    sampai: date
    pekan: Mapping[int, JamHari]


@dataclass(frozen=True, slots=True)
class JamKerja:
    """The office's week (0 = Senin … 6 = Minggu; a day left out is free) and its exceptions.

    Raises:
        KnownError: `jam_kerja_kosong` without any working day, `jam_kerja_salah` when hours are out of order.
    """

    pekan: Mapping[int, JamHari]
    khusus: tuple[MasaKhusus, ...] = ()

    def __post_init__(self) -> None:
        for pekan in (self.pekan, *(masa.pekan for masa in self.khusus)):
            _periksa_pekan(pekan)

    def pada(self, hari: date) -> JamHari | None:
        """Give the hours of a day, None on a free one; holidays are not looked at."""
        for masa in self.khusus:
            if masa.mulai <= hari <= masa.sampai:
                return masa.pekan.get(hari.weekday())
        return self.pekan.get(hari.weekday())

    @property
    def menit_per_hari(self) -> int:
        """Working minutes of an ordinary day (mean of the week), to tell hours as days."""
        return round(sum(jam.menit for jam in self.pekan.values()) / len(self.pekan))


def _periksa_pekan(pekan: Mapping[int, JamHari]) -> None:
    if not pekan:
        raise KnownError("jam_kerja_kosong")
    for hari, jam in pekan.items():
        titik = [t for jendela in jam.jendela() for t in jendela]
        if any(a >= b for a, b in pairwise(titik)):
            raise KnownError("jam_kerja_salah", hari=waktu.HARI[hari])


_SENIN_KAMIS = JamHari(time(7, 30), time(16, 0), time(12, 0), time(13, 0))
_JUMAT = JamHari(time(7, 30), time(16, 30), time(11, 30), time(13, 0))
JAM_KERJA_BAKU = JamKerja({0: _SENIN_KAMIS, 1: _SENIN_KAMIS, 2: _SENIN_KAMIS, 3: _SENIN_KAMIS, 4: _JUMAT})
"""Perpres 21/2023: five days, 37 hours 30 minutes, from 07.30, break 60 minutes and 90 on Friday."""


def jam_kerja_dari(isi: Mapping[str, Any]) -> JamKerja:
    """Read the hours as `Kantor.jam_kerja` keeps them; empty means the defaults.

    The shape: `{"pekan": {"senin": ["07:30", "12:00", "13:00", "16:00"], …}, "khusus": [{"nama", "mulai", "sampai",
    "pekan"}]}`; two hours instead of four mean a day without a break.
    """
    if not isi:
        return JAM_KERJA_BAKU
    khusus = tuple(
        MasaKhusus(m["nama"], date.fromisoformat(m["mulai"]), date.fromisoformat(m["sampai"]), _pekan_dari(m["pekan"]))
        for m in isi.get("khusus", ())
    )
    return JamKerja(_pekan_dari(isi["pekan"]), khusus)


def jam_kerja_jadi(jam: JamKerja) -> dict[str, Any]:
    """Write the hours for `Kantor.jam_kerja`."""
    khusus = [
        {"nama": m.nama, "mulai": m.mulai.isoformat(), "sampai": m.sampai.isoformat(), "pekan": _pekan_jadi(m.pekan)}
        for m in jam.khusus
    ]
    return {"pekan": _pekan_jadi(jam.pekan), "khusus": khusus}


def _pekan_dari(isi: Mapping[str, list[str]]) -> dict[int, JamHari]:
    return {_KUNCI_HARI.index(hari): _jam_hari([time.fromisoformat(t) for t in jam]) for hari, jam in isi.items()}


def _jam_hari(titik: list[time]) -> JamHari:
    if len(titik) == 2:
        return JamHari(titik[0], titik[1])
    return JamHari(titik[0], titik[3], titik[1], titik[2])


def _pekan_jadi(pekan: Mapping[int, JamHari]) -> dict[str, list[str]]:
    return {
        _KUNCI_HARI[hari]: [f"{t:%H:%M}" for jendela in jam.jendela() for t in jendela]
        for hari, jam in sorted(pekan.items())
    }


# --- holidays --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Libur:
    """One day of the list: `perkiraan` for feasts whose date is only reckoned yet."""

    tanggal: date
    nama: str
    jenis: JenisLibur
    perkiraan: bool = False


@lru_cache(maxsize=32)
def libur_nasional(tahun: int) -> Mapping[date, Libur]:
    """Give the national holidays and cuti bersama of a year."""
    from holidays.countries.indonesia import Indonesia  # a third of a second that only deadlines need

    hasil = {}
    for kategori, jenis in (("government", JenisLibur.CUTI_BERSAMA), ("public", JenisLibur.LIBUR)):
        for hari, nama in Indonesia(years=tahun, categories=(kategori,), language="id").items():
            hasil[hari] = Libur(hari, nama.replace(" (perkiraan)", ""), jenis, "(perkiraan)" in nama)
    return hasil


# --- the calendar ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Sisa:
    """What is left until a batas waktu.

    Attributes:
        hari: working days left; negative once late.
        menit: working minutes left; negative once late.
        terlambat: the moment has passed.
        kata: the words on screen: `2 hari kerja lagi`, `hari ini`, `terlambat 3 hari kerja`.
    """

    hari: int
    menit: int
    terlambat: bool
    kata: str


@dataclass(frozen=True)
class Kalender:
    """An office's calendar: pure, so it may be kept and asked from any thread.

    Args:
        zona: whose midnight and whose 07.30.
        jam_kerja: the week.
        libur_kantor: what the office entered, by day; it stands above the national list.
    """

    zona: Zona
    jam_kerja: JamKerja = JAM_KERJA_BAKU
    libur_kantor: Mapping[date, Libur] = field(default_factory=dict)

    # days

    def tanggal(self, saat: datetime) -> date:
        """Give the office's date of a moment."""
        return saat.astimezone(ZoneInfo(self.zona)).date()

    def libur(self, hari: date) -> Libur | None:
        """Give why a day is a holiday; None if it is none (weekends are no holidays)."""
        kantor = self.libur_kantor.get(hari)
        if kantor is not None:
            return None if kantor.jenis == JenisLibur.BUKAN_LIBUR else kantor
        return libur_nasional(hari.year).get(hari)

    def daftar_libur(self, tahun: int) -> list[Libur]:
        """Give the holidays of a year in order, the office's changes worked in."""
        hari = set(libur_nasional(tahun)) | {h for h in self.libur_kantor if h.year == tahun}
        return [libur for satu in sorted(hari) if (libur := self.libur(satu))]

    def tahun_tanpa_cuti_bersama(self, tahun: int) -> bool:
        """Tell whether the cuti bersama of a year is unknown, so that counts in it are preliminary."""
        return tahun >= _TAHUN_SKB_PERTAMA and not any(
            libur.jenis == JenisLibur.CUTI_BERSAMA for libur in self.daftar_libur(tahun)
        )

    def peringatan(self, tahun: int) -> str | None:
        """Say what is uncertain about a year, for Beranda and beside deadlines; None when nothing is."""
        if not self.tahun_tanpa_cuti_bersama(tahun):
            return None
        return (
            f"Cuti bersama tahun {tahun} belum tercatat, sehingga batas waktu di tahun itu masih dapat bergeser. "
            "Lengkapi daftar libur di Pengaturan bila SKB sudah terbit."
        )

    def hari_kerja(self, hari: date) -> bool:
        """Tell whether the office works on a day."""
        return self._jam(hari) is not None

    def hari_kerja_berikut(self, hari: date) -> date:
        """Give the day itself when it is a working day, else the next one."""
        while not self.hari_kerja(hari):
            hari += timedelta(days=1)
        return hari

    def tambah_hari_kerja(self, mulai: date, banyak: int) -> date:
        """Count `banyak` working days on, the first day not counted: 9 Jan 2023 + 14 = 30 Jan 2023."""
        hari = mulai
        for _ in range(banyak):
            hari = self.hari_kerja_berikut(hari + timedelta(days=1))
        return hari

    def hari_kerja_antara(self, mulai: date, sampai: date) -> int:
        """Count working days after `mulai` up to and with `sampai`; negative when `sampai` is the earlier."""
        if sampai < mulai:
            return -self.hari_kerja_antara(sampai, mulai)
        return sum(self.hari_kerja(mulai + timedelta(days=n)) for n in range(1, (sampai - mulai).days + 1))

    # minutes

    def menit_kerja_antara(self, mulai: datetime, sampai: datetime) -> int:
        """Count whole working minutes between two moments; negative when `sampai` is the earlier."""
        if sampai < mulai:
            return -self.menit_kerja_antara(sampai, mulai)
        lama = timedelta()
        for buka, tutup in self._jendela_sejak(mulai):
            if buka >= sampai:
                break
            lama += min(tutup, sampai) - max(buka, mulai)
        return int(lama.total_seconds() // 60)

    def tambah_menit_kerja(self, mulai: datetime, menit: int) -> datetime:
        """Give the moment by which `menit` working minutes have passed; rather a day's end than the next morning."""
        sisa = timedelta(minutes=menit)
        if not sisa:
            return mulai.astimezone(UTC)
        for buka, tutup in self._jendela_sejak(mulai):
            awal = max(buka, mulai)
            if tutup - awal >= sisa:
                return awal.astimezone(UTC) + sisa
            sisa -= tutup - awal
        raise AssertionError("an office's week is never empty")

    # deadlines

    def batas_waktu(self, mulai: datetime, waktu_sop: WaktuBaku) -> datetime:
        """Give the moment by which a step begun at `mulai` is due.

        Working minutes and hours run with the office's hours; working days end with the last day's closing time. A
        working week is the office's number of working days. Calendar days, weeks and months move on to a working day,
        also on the basis `kerja` when the unit is `bulan`: nobody counts working months.
        """
        nilai, satuan, kerja = waktu_sop.nilai, str(waktu_sop.satuan), str(waktu_sop.basis) == "kerja"
        if satuan in ("menit", "jam"):
            menit = nilai * (60 if satuan == "jam" else 1)
            return self.tambah_menit_kerja(mulai, menit) if kerja else mulai.astimezone(UTC) + timedelta(minutes=menit)
        awal = self.tanggal(mulai)
        if kerja and satuan != "bulan":
            hari_sepekan = len(self.jam_kerja.pekan) if satuan == "minggu" else 1
            return self.tutup(self.tambah_hari_kerja(awal, nilai * hari_sepekan))
        return self.tutup(self.hari_kerja_berikut(_tambah_kalender(awal, nilai, satuan)))

    def tutup(self, hari: date) -> datetime:
        """Give the moment at which the office closes on a day; midnight on a free day."""
        jam = self._jam(hari)
        if jam is None:
            return self._saat(hari + timedelta(days=1), time(0))
        return self._saat(hari, jam.pulang)

    def sisa(self, batas: datetime, kini: datetime) -> Sisa:
        """Say how much is left until `batas`, or how late it is, in working time."""
        hari = self.hari_kerja_antara(self.tanggal(kini), self.tanggal(batas))
        menit = self.menit_kerja_antara(kini, batas)
        if kini <= batas:
            return Sisa(hari, menit, False, f"{hari} hari kerja lagi" if hari else _HARI_INI)
        return Sisa(hari, menit, True, f"terlambat {self._kata_lambat(-hari, -menit)}")

    def lama_kerja(self, menit: int) -> str:
        """Tell working minutes in words: `2 hari kerja 1 jam`."""
        return waktu.lama_menit(menit, self.jam_kerja.menit_per_hari)

    def _kata_lambat(self, hari: int, menit: int) -> str:
        if hari:
            return f"{hari} hari kerja"
        return waktu.lama_menit(menit) if menit else "kurang dari 1 hari kerja"

    def _jam(self, hari: date) -> JamHari | None:
        return None if self.libur(hari) else self.jam_kerja.pada(hari)

    def _saat(self, hari: date, jam: time) -> datetime:
        return datetime.combine(hari, jam, ZoneInfo(self.zona)).astimezone(UTC)

    def _jendela_sejak(self, mulai: datetime) -> Iterator[tuple[datetime, datetime]]:
        """Give the spans of work that end after `mulai`, for ever."""
        awal = self.tanggal(mulai)
        for n in count():
            hari = awal + timedelta(days=n)
            jam = self._jam(hari)
            for buka, tutup in jam.jendela() if jam else ():
                if self._saat(hari, tutup) > mulai:
                    yield self._saat(hari, buka), self._saat(hari, tutup)


def kalender_kantor(kerja: Kerja) -> Kalender:
    """Give the calendar of the acting account's office: its zone, its hours, and what it changed in the holidays."""
    kantor = kerja.sesi.get_one(Kantor, kerja.kantor.id)
    baris = kerja.sesi.exec(select(HariLibur).where(HariLibur.kantor_id == kantor.id))
    libur = {b.tanggal: Libur(b.tanggal, b.nama, JenisLibur(b.jenis)) for b in baris}
    return Kalender(Zona(kantor.zona), jam_kerja_dari(kantor.jam_kerja), libur)


def _tambah_kalender(hari: date, nilai: int, satuan: str) -> date:
    if satuan == "bulan":
        lompat = hari.month - 1 + nilai
        tahun, bulan = hari.year + lompat // 12, lompat % 12 + 1
        return date(tahun, bulan, min(hari.day, monthrange(tahun, bulan)[1]))
    return hari + timedelta(days=nilai * (7 if satuan == "minggu" else 1))


def _menit(saat: time) -> int:
    return saat.hour * 60 + saat.minute
