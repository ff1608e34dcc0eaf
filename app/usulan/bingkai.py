"""The frames of a book's values: a table that is sent once, and rows that point into it.

A list names the same desa, religion and dates ten thousand times, so the child sends every value once and of each cell
only its place in that table; the other side turns places into rows at the speed of `map`. It is the parent's side too,
so it trusts nothing: what is out of place is an error, which ends as a refused file. Standard library only.
"""

import json
import struct
from array import array
from typing import Any

from app.usulan.penjaga import Tolak

SELA = "\x7f"
"""Stands between the cells of a column that is sent as one text; JSON leaves it as it is, unlike other such signs."""
MAKS_BINGKAI = 32 * 1024 * 1024
"""Bytes of one frame; the parent refuses more."""
LEBAR_BIASA = 200
"""Columns of a sheet that is not very wide."""
TANDA_BLOK = b"\0"
"""The first byte of a block of rows; no JSON begins so."""
MAKS_ISI = 300 * 1024 * 1024
"""Letters of all cells of a book together: a text is sent once, but stands in every cell that points to it.

The child counts them; this side only where a text is so long that a row could be too much."""
_KEPALA = struct.Struct("=cIII")
_TEMPAT = "I" if array("I").itemsize == 4 else "L"


def kemas_blok(baris: int, lebar: int, tempat: bytes, angka: bytes) -> bytes:
    """Return the frame of a block of rows: places in the table as 32-bit numbers, row by row, then numbers as doubles.

    Place 0 is the blank cell; the numbers are behind the table, for this block alone.
    """
    return _KEPALA.pack(TANDA_BLOK, baris, lebar, len(angka) // 8) + tempat + angka


class Tabel:
    """What the parent keeps of a book's values while frames come in."""

    def __init__(self) -> None:
        self._isi: list[Any] = [""]
        self._terpanjang = 1
        self._huruf = 0

    def buka(self, data: bytes) -> Any:
        """Return what a frame says: its rows, or what JSON holds; values are taken in.

        Raises:
            ValueError, TypeError, IndexError, KeyError: the frame is none.
            Tolak: `terlalu_besar` when the cells hold more text than may be.
        """
        if data.startswith(TANDA_BLOK):
            return self._blok(data)
        bingkai = json.loads(data)
        if isinstance(bingkai, dict) and bingkai.get("jenis") == "nilai":
            self._tambah(bingkai["isi"])
        return bingkai

    def _tambah(self, isi: Any) -> None:
        baru = isi.split(SELA) if isinstance(isi, str) else isi
        if not isinstance(baru, list):
            raise TypeError("no list of values")
        self._isi += baru
        panjang = map(len, baru) if isinstance(isi, str) else map(_panjang, baru)  # of texts alone the short way
        self._terpanjang = max(self._terpanjang, max(panjang, default=0))

    def _blok(self, data: bytes) -> list[list[Any]]:
        """Turn places back into rows; a blank row is an empty list."""
        _, baris, lebar, banyak = _KEPALA.unpack_from(data)
        batas = _KEPALA.size + baris * lebar * 4
        if not 0 < lebar <= LEBAR_BIASA or len(data) != batas + banyak * 8:
            raise ValueError("block of another size")
        tempat, angka = array(_TEMPAT, data[_KEPALA.size : batas]), array("d", data[batas:])
        dasar = len(self._isi)
        self._isi += angka
        try:
            sel = [*map(self._isi.__getitem__, tempat)]
        finally:
            del self._isi[dasar:]
        self._timbang(sel, lebar)
        semua = (sel[n : n + lebar] for n in range(0, len(sel), lebar))
        return [satu if any(satu) else [] for satu in semua]

    def _timbang(self, sel: list[Any], lebar: int) -> None:
        """Refuse rows that would not have fitted a frame as JSON; where all texts are short none has to be counted."""
        if self._terpanjang * lebar > MAKS_BINGKAI:
            panjang = [*map(_panjang, sel)]
            self._huruf += sum(panjang)
            if (
                self._huruf > MAKS_ISI
                or max(sum(panjang[n : n + lebar]) for n in range(0, len(sel), lebar)) > MAKS_BINGKAI
            ):
                raise Tolak("terlalu_besar")


def _panjang(sel: Any) -> int:
    return len(sel) if isinstance(sel, str) else 1
