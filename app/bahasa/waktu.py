"""Dates, hours and durations: written one way (`5 Januari 2023`, `Sen 09.30`), read in the many ways of the desa."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from db.istilah import Zona

BULAN = ("Januari", "Februari", "Maret", "April", "Mei", "Juni",
         "Juli", "Agustus", "September", "Oktober", "November", "Desember")  # fmt: skip
HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
SINGKATAN_ZONA = {Zona.WIB: "WIB", Zona.WITA: "WITA", Zona.WIT: "WIT"}
# Old spellings, English and slips of the keyboard; matched on the letters alone.
_NAMA_BULAN = {
    1: "januari jan january jannuari januwari",
    2: "februari feb february pebruari peb febuari pebuari febr",
    3: "maret mar march mrt",
    4: "april apr apil",
    5: "mei may",
    6: "juni jun june juny",
    7: "juli jul july",
    8: "agustus agu ags agt agst agus august aug agustu",
    9: "september sep sept septembr",
    10: "oktober okt october oct oktobr",
    11: "november nov nopember nop nofember nopemper",
    12: "desember des december dec desembr",
}
_BULAN_KE = {nama: ke for ke, daftar in _NAMA_BULAN.items() for nama in daftar.split()}
_NAMA_HARI = re.compile(r"^(senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad)\s*,?\s+", re.IGNORECASE)
_JAM_EKOR = re.compile(r"[ T]\d{1,2}[:.]\d{2}([:.]\d{2}(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$")
_TIGA_ANGKA = re.compile(r"(\d{1,4})\s*[-/.,\s]\s*(\d{1,2})\s*[-/.,\s]\s*(\d{1,4})")
_BERHURUF = re.compile(r"(\d{1,2})\s*[-/.,]?\s*([A-Za-z]+)\.?\s*[-/.,]?\s*(\d{4}|\d{2})")
_RAPAT = re.compile(r"\d{8}")
_TAHUN_TERTUA = 1850


def tanggal(nilai: date) -> str:
    """Write `5 Januari 2023`, without a leading zero."""
    return f"{nilai.day} {BULAN[nilai.month - 1]} {nilai.year}"


def tanggal_hari(nilai: date) -> str:
    """Write `Kamis, 5 Januari 2023`."""
    return f"{nama_hari(nilai)}, {tanggal(nilai)}"


def tanggal_pendek(nilai: date) -> str:
    """Write `5 Jan 2023`, for narrow columns (Agustus is `Agu`)."""
    return f"{nilai.day} {BULAN[nilai.month - 1][:3]} {nilai.year}"


def tanggal_angka(nilai: date) -> str:
    """Write `05-01-2023`, as lists of people carry birth dates."""
    return f"{nilai:%d-%m-%Y}"


def nama_hari(nilai: date) -> str:
    """Give the day's name, `Kamis`."""
    return HARI[nilai.weekday()]


def jam(nilai: time | datetime) -> str:
    """Write `09.30`."""
    return f"{nilai:%H.%M}"


def hari_jam(saat: datetime, zona: Zona) -> str:
    """Write a moment of this week in the office's zone: `Sen 09.30`."""
    di_sini = saat.astimezone(ZoneInfo(zona))
    return f"{nama_hari(di_sini)[:3]} {jam(di_sini)}"


def saat_lengkap(saat: datetime, zona: Zona) -> str:
    """Write a moment in full in the office's zone: `5 Januari 2023 pukul 09.30 WITA`."""
    di_sini = saat.astimezone(ZoneInfo(zona))
    return f"{tanggal(di_sini)} pukul {jam(di_sini)} {SINGKATAN_ZONA[zona]}"


def saat_ringkas(saat: datetime, zona: Zona) -> str:
    """Write a moment for a list: `5 Jan 2023 09.30`."""
    di_sini = saat.astimezone(ZoneInfo(zona))
    return f"{tanggal_pendek(di_sini)} {jam(di_sini)}"


def rentang(mulai: date, sampai: date) -> str:
    """Write a span without saying anything twice: `5–9 Januari 2023`, `30 Januari – 2 Februari 2023`."""
    if mulai == sampai:
        return tanggal(mulai)
    if (mulai.year, mulai.month) == (sampai.year, sampai.month):
        return f"{mulai.day}–{tanggal(sampai)}"
    if mulai.year == sampai.year:
        return f"{mulai.day} {BULAN[mulai.month - 1]} – {tanggal(sampai)}"
    return f"{tanggal(mulai)} – {tanggal(sampai)}"


def lama(nilai: int, satuan: str, basis: str | None = None) -> str:
    """Write a standard time: `14 hari kerja`, `2 minggu`, `5 menit`.

    Only `hari` carries its basis: minutes and hours are office time anyway, weeks and months never are.
    """
    return f"{nilai} {satuan} kerja" if satuan == "hari" and basis == "kerja" else f"{nilai} {satuan}"


def lama_menit(menit: int, menit_per_hari: int | None = None) -> str:
    """Write working minutes: `2 hari kerja 1 jam 5 menit`; without `menit_per_hari` hours are the largest unit."""
    hari, sisa = divmod(menit, menit_per_hari) if menit_per_hari else (0, menit)
    bagian = ((hari, "hari kerja"), (sisa // 60, "jam"), (sisa % 60, "menit"))
    return " ".join(f"{n} {nama}" for n, nama in bagian if n) or "0 menit"


def usia(lahir: date, pada: date) -> int:
    """Completed years of age on a day; negative when born later."""
    return pada.year - lahir.year - ((pada.month, pada.day) < (lahir.month, lahir.day))


# --- reading ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class BacaanTanggal:
    """A date as understood from text.

    Attributes:
        tanggal: what was understood.
        abad_ditebak: the year had two digits and the century was chosen.
        bulan_di_depan: could only be read with the month first (`12/31/1965`).
        tertukar: the other reading with day and month swapped, where that is a date too and differs.
    """

    tanggal: date
    abad_ditebak: bool = False
    bulan_di_depan: bool = False
    tertukar: date | None = None


def baca_tanggal(teks: str, hari_ini: date) -> date | None:
    """Read a typed date (`5 Nopember 1965`, `05-11-65`, `1965-11-05`, `Nanga Bulik, 5 Pebruari 1970`), else None."""
    bacaan = telaah_tanggal(teks, hari_ini)
    return bacaan.tanggal if bacaan else None


def telaah_tanggal(teks: str, hari_ini: date) -> BacaanTanggal | None:
    """Read a typed date and say what had to be assumed; day before month unless that is impossible.

    Args:
        teks: what stands in the cell.
        hari_ini: a two-digit year becomes 20YY unless that lies after this day, then 19YY.
    """
    bersih = _bersihkan(teks)
    if cocok := _BERHURUF.fullmatch(bersih):
        return _dari_nama_bulan(cocok[1], cocok[2], cocok[3], hari_ini)
    if cocok := _TIGA_ANGKA.fullmatch(bersih):
        return _dari_tiga_angka(cocok[1], cocok[2], cocok[3], hari_ini)
    if _RAPAT.fullmatch(bersih):
        return _dari_delapan_angka(bersih, hari_ini)
    return None


def tukar_hari_bulan(nilai: date) -> date | None:
    """Swap day and month, as a spreadsheet with American settings does; None if that is no other date."""
    return None if nilai.day == nilai.month else _tanggal(nilai.year, nilai.day, nilai.month)


def _bersihkan(teks: str) -> str:
    """Drop an apostrophe, a time of day, the day's name and a place before the date."""
    bersih = re.sub(r"\s+", " ", teks.replace("\u00a0", " ")).strip(" '’`\"")
    bersih = _JAM_EKOR.sub("", bersih)
    bersih = re.sub(r"^[^\d]*,\s*(?=\d)", "", bersih)
    return _NAMA_HARI.sub("", bersih).strip(" .,")


def _tanggal(tahun: int, bulan: int, hari: int) -> date | None:
    try:
        return date(tahun, bulan, hari) if tahun >= _TAHUN_TERTUA else None
    except ValueError:
        return None


def _tahun(teks: str, bulan: int, hari: int, hari_ini: date) -> tuple[int, bool]:
    """Give the year and whether its century was chosen."""
    if len(teks) != 2:
        return int(teks), False
    abad_ini = hari_ini.year // 100 * 100 + int(teks)
    lewat = (abad_ini, bulan, hari) > (hari_ini.year, hari_ini.month, hari_ini.day)
    return abad_ini - 100 * lewat, True


def _susun(tahun_teks: str, bulan: int, hari: int, hari_ini: date) -> BacaanTanggal | None:
    tahun, ditebak = _tahun(tahun_teks, bulan, hari, hari_ini)
    hasil = _tanggal(tahun, bulan, hari)
    return BacaanTanggal(hasil, abad_ditebak=ditebak) if hasil else None


def _dari_nama_bulan(hari: str, nama: str, tahun: str, hari_ini: date) -> BacaanTanggal | None:
    bulan = _BULAN_KE.get(nama.lower())
    return _susun(tahun, bulan, int(hari), hari_ini) if bulan else None


def _dari_tiga_angka(satu: str, dua: str, tiga: str, hari_ini: date) -> BacaanTanggal | None:
    if len(satu) == 4 and len(tiga) <= 2:  # ISO: the year first, never ambiguous
        return _susun(satu, int(dua), int(tiga), hari_ini)
    if len(satu) > 2 or len(tiga) not in (2, 4):
        return None
    lazim = _susun(tiga, int(dua), int(satu), hari_ini)
    terbalik = _susun(tiga, int(satu), int(dua), hari_ini)
    if lazim is None:
        return terbalik and BacaanTanggal(terbalik.tanggal, terbalik.abad_ditebak, bulan_di_depan=True)
    berbeda = terbalik.tanggal if terbalik and terbalik.tanggal != lazim.tanggal else None
    return BacaanTanggal(lazim.tanggal, lazim.abad_ditebak, tertukar=berbeda)


def _dari_delapan_angka(teks: str, hari_ini: date) -> BacaanTanggal | None:
    """`19651105` or `05111965`; whichever is a plausible date, the year at the end first."""
    return _dari_tiga_angka(teks[:2], teks[2:4], teks[4:], hari_ini) or _susun(
        teks[:4], int(teks[4:6]), int(teks[6:]), hari_ini
    )
