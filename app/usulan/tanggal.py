"""Birth dates as cells hold them: typed dates, serial numbers, texts in every dress, place and date in one cell.

How a text is read stands in `app.bahasa.waktu`; here the spreadsheet's own ways are added, and what can be no birth
date is refused. Whether day and month were swapped the NIK decides, elsewhere.
"""

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

from app.bahasa.waktu import telaah_tanggal, usia
from app.identitas import USIA_TERTUA
from app.usulan.baca import Sel
from app.usulan.sel import rapikan

_AWAL_SERIAL = date(1899, 12, 30)
_SERIAL_MAKS = 80_000
_PANJANG_MAKS = 200
"""Letters; a longer cell is no date, and looking for one in it could take for ever."""
_LIMA_ANGKA = re.compile(r"\d{5}")
_ANGKA = re.compile(r"(?<!\d)\d{1,4}(?!\d)")
_TAHUN_TERTUA = 1800
_PETIK_TAHUN = re.compile(r"(?<=[\s./-])['’`](?=\d)")
_TTL = re.compile(
    r"^(?P<tempat>.*?)[\s,./;:-]*(?P<tanggal>\d{1,2}\s*[-./,\s]\s*(?:\d{1,2}|[A-Za-z]{3,10})[-./,'\s]+\d{2,4}"
    r"|\d{4}-\d{1,2}-\d{1,2})[\s.)]*$"
)


@dataclass(frozen=True, slots=True)
class Terbaca:
    """A date that was understood.

    Attributes:
        tanggal: the date.
        dua_digit: the year was written with two digits and its century was chosen.
        dibalik: it was written month first, which only fits that way (`12/31/1965`).
        iso: the date as it is kept. nik: the six digits that the NIK of a man, or a woman, born on that day holds.
    """

    tanggal: date
    dua_digit: bool = False
    dibalik: bool = False
    iso: str = field(init=False, compare=False, repr=False)
    nik: tuple[str, str] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        hari, sisa = self.tanggal.day, f"{self.tanggal.month:02d}{self.tanggal.year % 100:02d}"
        object.__setattr__(self, "iso", self.tanggal.isoformat())
        object.__setattr__(self, "nik", (f"{hari:02d}{sisa}", f"{hari + 40}{sisa}"))


def baca_tanggal(sel: Sel, hari_ini: date, umur: int | None = None, geser_hari: int = 0) -> Terbaca | None:
    """Understand a birth date; None when it is unreadable, impossible, in the future or over 120 years ago.

    Args:
        hari_ini: nothing after it is a birth date; decides the century of a two-digit year.
        umur: age in years from another column, which decides the century first.
        geser_hari: days to add to a serial number, where the workbook counts them from another day.
    """
    if isinstance(sel, list):
        return _terbaca("iso", sel[0][:10], hari_ini, None) if sel and isinstance(sel[0], str) else None
    if isinstance(sel, bool):
        return None
    if isinstance(sel, str):
        return _terbaca("teks", sel, hari_ini, umur, geser_hari)
    return _terbaca("angka", sel, hari_ini, None, geser_hari)


@lru_cache(maxsize=32768)
def _terbaca(jenis: str, isi: str | float, hari_ini: date, umur: int | None, geser: int = 0) -> Terbaca | None:
    """Understand what a cell of this kind holds; birth dates come again, and a list of a desa has few thousand."""
    if isinstance(isi, str):
        terbaca = _iso(isi) if jenis == "iso" else _dari_teks(isi, hari_ini, umur, geser)
    else:
        terbaca = _dari_angka(float(isi), hari_ini, geser)
    if terbaca is None or terbaca.tanggal > hari_ini or terbaca.tanggal.year < hari_ini.year - USIA_TERTUA:
        return None
    return terbaca


def _iso(teks: str) -> Terbaca | None:
    try:
        return Terbaca(date.fromisoformat(teks))
    except ValueError:
        return None


def _dari_angka(nilai: float, hari_ini: date, geser: int) -> Terbaca | None:
    """Read a serial number, or 05111965 that lost its zero."""
    if 1 <= nilai <= _SERIAL_MAKS:
        return Terbaca(_AWAL_SERIAL + timedelta(days=int(nilai) + geser))
    rapat = nilai.is_integer() and 1_000_000 <= nilai < 100_000_000
    return _dari_teks(f"{nilai:08.0f}", hari_ini, None, geser) if rapat else None


def _dari_teks(tulisan: str, hari_ini: date, umur: int | None, geser: int) -> Terbaca | None:
    teks = rapikan(tulisan[: _PANJANG_MAKS + 1])
    if len(teks) > _PANJANG_MAKS:
        return None
    if teks.isascii() and _LIMA_ANGKA.fullmatch(teks):
        return _dari_angka(float(teks), hari_ini, geser)
    bacaan = telaah_tanggal(_PETIK_TAHUN.sub("", teks), hari_ini)
    if bacaan is None:
        return None
    tanggal = _abad(bacaan.tanggal, hari_ini, umur) if bacaan.abad_ditebak else bacaan.tanggal
    return Terbaca(tanggal, bacaan.abad_ditebak, bacaan.bulan_di_depan)


def _abad(tanggal: date, hari_ini: date, umur: int | None) -> date:
    """Choose the century that comes nearer to the age."""
    if umur is None or (tanggal.month, tanggal.day) == (2, 29):
        return tanggal
    calon = (tanggal, tanggal.replace(year=tanggal.year - 100))
    return min(calon, key=lambda t: abs(usia(t, hari_ini) - umur))


def baca_umur(tulisan: str, hari_ini: date) -> int | None:
    """Understand an age in years: `75`, `± 75 th`, `75,5`, a year of birth; none for what nobody can be."""
    cocok = _ANGKA.search(tulisan)
    angka = int(cocok[0]) if cocok else -1
    umur = hari_ini.year - angka if angka > _TAHUN_TERTUA else angka
    return umur if 0 <= umur <= USIA_TERTUA else None


def pisah_ttl(tulisan: str) -> tuple[str, str]:
    """Split *tempat, tanggal lahir* into its two; the date is empty when there is none at the end."""
    rapi = rapikan(tulisan)
    cocok = _TTL.match(rapi) if len(rapi) <= _PANJANG_MAKS else None
    if cocok is None:
        return rapi.rstrip(" ,./-"), ""
    return cocok["tempat"].strip(" ,./;:-"), cocok["tanggal"]
