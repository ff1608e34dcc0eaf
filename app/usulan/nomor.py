"""Identifiers that came through a spreadsheet: what a number cell did to them, and how they are shown."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from app.bahasa.angka import baca_uang
from app.identitas import baca_nik, bentuk_pangkat, samarkan
from app.usulan.baca import Sel

_PASTI_FLOAT = 2**53
_LEWAT_FLOAT = re.compile(r"(\d{15,17})[.,]0")


@dataclass(frozen=True, slots=True)
class Angka:
    """An identifier that came through a number: its digits, and whether digits may be lost."""

    isi: str
    hilang: bool


def angka_rusak(sel: Sel) -> Angka | None:
    """Tell how an identifier was hurt by being a number; None when the cell is text.

    Excel keeps fifteen digits, so a sixteenth that is 0 is doubtful; beyond 2^53 a number cell keeps no digit surely.
    """
    if isinstance(sel, str):
        lewat = _LEWAT_FLOAT.fullmatch(sel.strip())
        if lewat:
            return Angka(lewat[1], lewat[1].endswith("0") or int(lewat[1]) >= _PASTI_FLOAT)
        return Angka(sel.strip(), True) if bentuk_pangkat(sel) else None
    if isinstance(sel, bool | list):
        return None
    if not float(sel).is_integer():
        return Angka(repr(sel), False)
    digit = f"{sel:.0f}"
    return Angka(digit, len(digit) >= 16 and (digit.endswith("0") or sel >= _PASTI_FLOAT))


@lru_cache(maxsize=65536)
def _tanggal_nik(enam: str) -> bool:
    hari = int(enam[:2])
    hari = hari - 40 if hari > 40 else hari
    for abad in (1900, 2000):
        try:
            date(abad + int(enam[4:]), int(enam[2:4]), hari)
        except ValueError:
            ada = False
        else:
            return True
    return ada


def masalah_nik(nik: str, prefiks_ada: Callable[[str], bool]) -> tuple[str, ...]:
    """Judge sixteen digits: the date inside, the serial, the region."""
    if _tanggal_nik(nik[6:12]) and nik[12:] != "0000" and prefiks_ada(nik[:6]):
        return ()
    return baca_nik(nik, prefiks_ada).masalah


def banyak_digit(tertulis: str) -> str:
    """Say how long a number is, or quote what is none."""
    return f"{len(tertulis)} digit" if tertulis.isdigit() else f"“{tertulis}”"


def tampilkan(tertulis: str) -> str:
    """Mask a damaged number; the form `6,2E+15` shows as it is, for it tells nobody's number."""
    return samarkan(tertulis) if tertulis.isdigit() else tertulis


def sela(tulisan: str) -> str:
    """Show how an identifier was written, the middle digits masked: dots and blanks are seen, the number is not."""
    angka = sum(h.isdigit() for h in tulisan)
    hasil, ke = [], 0
    for huruf in tulisan.strip():
        ke += huruf.isdigit()
        hasil.append("•" if huruf.isdigit() and 6 < ke <= angka - 4 else huruf)
    return "".join(hasil)


def uang_diusulkan(tertulis: str) -> int | None:
    """Read the amount that a list names for somebody, whole rupiah; None for what nobody can be given."""
    nilai = baca_uang(tertulis)
    return nilai if nilai and nilai > 0 else None
