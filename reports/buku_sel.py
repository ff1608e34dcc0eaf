"""A worksheet's rows as XML: text that stays text, dates that are dates, nothing that turns into a formula.

A row is one formatting of a template. Templates are kept by the kinds of the row's values, so that the usual row costs
a few microseconds; rows with a letter that XML or a spreadsheet would take for something else go the careful way.
"""

import re
from collections.abc import Callable, Collection, Sequence
from datetime import date
from itertools import count
from typing import Any

from openpyxl.utils import get_column_letter

_TERLARANG = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ufffe\uffff]|[\ud800-\udfff]")
_KODE_SANDI = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # Excel reads _x0041_ as a letter
_AWAL_RUMUS = ("=", "+", "-", "@")  # a cell edited by hand must not turn into a formula either
_BATAS = "\N{BROKEN BAR}"
_CURIGA = ("&", "<", ">", "_x", f"{_BATAS}=", f"{_BATAS}+", f"{_BATAS}-", f"{_BATAS}@", f"{_BATAS} ", f" {_BATAS}")
_HARI_NOL = date(1899, 12, 30).toordinal()
_TERTUA = date(1900, 3, 1)  # spreadsheets know no day before it that they agree on
_ANGKA_TERBESAR = 10**15  # a spreadsheet keeps fifteen digits of a number


class Rawan(str):
    """Text that begins like a formula: its cell carries the mark of an apostrophe."""

    __slots__ = ()


Jenis = type[Any]
GayaSel = Callable[[Jenis], int]
"""Tells the number of the style for cells of a kind: `str`, `Rawan`, `int`, `float`, `date` or `NoneType`."""


class PenulisBaris:
    """Turns rows of one sheet into XML; numbers them from 1."""

    def __init__(self, kolom: int) -> None:
        """Prepare for rows of up to `kolom` cells."""
        self._huruf = [get_column_letter(i) for i in range(1, kolom + 1)]
        self._pola: dict[tuple[Any, ...], str] = {}
        self._nomor = count(1)

    def xml(self, nilai: Sequence[Any], gaya: GayaSel) -> str:
        """Return one row; `gaya` must be the same object for rows that look alike."""
        nomor = str(next(self._nomor))
        if not nilai:
            return f'<row r="{nomor}"/>'
        teks = _BATAS.join([v for v in nilai if v.__class__ is str])
        if not teks.isprintable() or _perlu_teliti(f"{_BATAS}{teks}{_BATAS}"):
            nilai = [_teliti(v) for v in nilai]
        elif "" in nilai:
            nilai = [None if v == "" else v for v in nilai]
        jenis = tuple(map(type, nilai))
        if date in jenis or int in jenis:
            nilai = [_angka(v) if v.__class__ is date or v.__class__ is int else v for v in nilai]
            jenis = tuple(j if v.__class__ is not str else str for j, v in zip(jenis, nilai, strict=True))
        kunci = (gaya, jenis)
        pola = self._pola.get(kunci) or self._susun(kunci)
        return pola.replace("\0", nomor) % tuple([v for v in nilai if v is not None])

    def xml_bertanda(self, nilai: Sequence[Any], gaya: GayaSel, tanda: GayaSel, mana: Collection[int]) -> str:
        """Return one row whose cells at `mana` (from 0) look like `tanda`; for rows that are few."""
        nomor, sel = next(self._nomor), []
        for ke, (huruf, satu) in enumerate(zip(self._huruf, nilai, strict=False)):
            isi = _teliti(satu)
            jenis = type(isi)
            if isi.__class__ is date or isi.__class__ is int:
                isi = _angka(isi)
                jenis = str if isinstance(isi, str) else jenis
            awal = f'<c r="{huruf}{nomor}" s="{(tanda if ke in mana else gaya)(jenis)}"'
            if isi is None:
                sel.append(f"{awal}/>")
            elif isinstance(isi, str):
                sel.append(f'{awal} t="inlineStr"><is><t xml:space="preserve">{isi}</t></is></c>')
            else:
                sel.append(f"{awal}><v>{isi}</v></c>")
        return f'<row r="{nomor}">{"".join(sel)}</row>'

    def _susun(self, kunci: tuple[GayaSel, tuple[Jenis, ...]]) -> str:
        """Make the template of rows with values of these kinds; a NUL stands for the row's number."""
        gaya, jenis = kunci
        sel = []
        for huruf, satu in zip(self._huruf, jenis, strict=False):
            awal = f'<c r="{huruf}\0" s="{gaya(satu)}"'
            if satu is type(None):
                sel.append(f"{awal}/>")
            elif issubclass(satu, str):
                sel.append(f'{awal} t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>')
            else:
                sel.append(f"{awal}><v>%s</v></c>")
        self._pola[kunci] = f'<row r="\0">{"".join(sel)}</row>'
        return self._pola[kunci]


def _perlu_teliti(teks: str) -> bool:
    return any(curiga in teks for curiga in _CURIGA)


def _angka(nilai: Any) -> Any:
    """Give a date as the day's number, a number as it is; what a spreadsheet would spoil becomes text."""
    if nilai.__class__ is date:
        return nilai.toordinal() - _HARI_NOL if nilai >= _TERTUA else f"{nilai:%d-%m-%Y}"
    return nilai if -_ANGKA_TERBESAR < nilai < _ANGKA_TERBESAR else str(nilai)


def _teliti(nilai: Any) -> Any:
    """Clean and escape one value; text that begins like a formula is marked."""
    if not isinstance(nilai, str):
        return nilai
    teks = xml_teks(nilai)
    if not teks:
        return None
    return Rawan(teks) if teks.startswith(_AWAL_RUMUS) else teks


def xml_teks(teks: str) -> str:
    """Return `teks` as XML may hold it: control characters become spaces, a line feed stays."""
    bersih = _KODE_SANDI.sub("_x005F_", _TERLARANG.sub(" ", teks))
    return bersih.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
