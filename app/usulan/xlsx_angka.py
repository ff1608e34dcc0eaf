"""Reads the numbers at the end of thousands of cells at once, eight bytes of each as one machine word.

Only what comes out exactly is read: whole numbers, and decimal ones of at most fifteen digits, whose whole number and
power of ten both are exact as doubles, so that dividing them rounds as reading the text would.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

U64 = NDArray[np.uint64]
I64 = NDArray[np.int64]


def bait(teks: bytes) -> np.uint64:
    """Return bytes as a word; the first is the lowest."""
    return np.uint64(int.from_bytes(teks, "little"))


def ulang(satu: int) -> np.uint64:
    """Return a word of eight times the same byte."""
    return np.uint64(int.from_bytes(bytes([satu]) * 8, "little"))


_AKHIR_NILAI, _NILAI = bait(b"</v></c>"), bait(b"<v>")
_TITIK, _MINUS = np.uint64(ord(".")), np.uint64(ord("-"))
_PANGKAT = 10.0 ** np.arange(16)
MAKS_DIGIT_PECAH = 15


@dataclass(slots=True)
class Nilai:
    """What stands at the end of cells.

    Attributes:
        ujung: where the number begins; the end of a cell that does not end as a value does.
        bulat: the number of one that is whole and not negative; at most sixteen digits.
        angka: the number. pecah: it is negative or has a point.
        dikenal: False where there is a value, but no such number.
        bernilai: the cell ends as a value does.
    """

    ujung: I64
    bulat: I64
    angka: NDArray[np.float64]
    pecah: NDArray[np.bool_]
    dikenal: NDArray[np.bool_]
    bernilai: NDArray[np.bool_]


def baca_nilai(kata: U64, akhir: I64) -> Nilai:
    """Read the numbers of cells that end before `akhir`; `kata` is the word at every byte."""
    bernilai = kata[akhir - 8] == _AKHIR_NILAI
    digit, bulat = _di_ekor(kata[akhir - 16])
    panjang = np.flatnonzero(bernilai & (digit == 8))
    if len(panjang):
        lagi, depan = _di_ekor(kata[akhir[panjang] - 24])
        bulat[panjang] += depan * 100_000_000
        digit[panjang] += lagi
    ujung = np.where(bernilai, akhir - 8 - digit, akhir)
    depan = kata[ujung - 8]
    dikenal = (digit > 0) & (depan >> np.uint64(40) == _NILAI)
    pecah = np.zeros(len(akhir), np.bool_)
    hasil = Nilai(ujung, bulat, bulat.astype(np.float64), pecah, dikenal, bernilai)
    tanda = depan >> np.uint64(56)
    lain = np.flatnonzero(bernilai & ~dikenal & (digit > 0) & ((tanda == _TITIK) | (tanda == _MINUS)))
    if len(lain):
        _pecahan(kata, hasil, lain, digit[lain])
    hasil.dikenal |= ~bernilai
    return hasil


def _pecahan(kata: U64, hasil: Nilai, ke: I64, digit: I64) -> None:
    """Read numbers before whose last digits there is a point or a minus."""
    ujung, bulat = hasil.ujung[ke], hasil.bulat[ke]
    titik = kata[ujung - 8] >> np.uint64(56) == _TITIK
    lagi, depan = _di_ekor(kata[ujung - 9])
    lagi, depan = np.where(titik, lagi, 0), np.where(titik, depan, 0)
    ujung -= titik + lagi
    minus = kata[ujung - 8] >> np.uint64(56) == _MINUS
    ujung -= minus
    baik = (kata[ujung - 8] >> np.uint64(40) == _NILAI) & (digit + lagi <= MAKS_DIGIT_PECAH) & ((lagi > 0) | ~titik)
    pangkat = _PANGKAT[np.where(titik, np.minimum(digit, MAKS_DIGIT_PECAH), 0)]
    angka = (depan * pangkat + bulat) / pangkat * np.where(minus, -1.0, 1.0)
    ke = ke[baik]
    hasil.ujung[ke], hasil.angka[ke] = ujung[baik], angka[baik]
    hasil.pecah[ke] = hasil.dikenal[ke] = True


def _di_ekor(kata: U64) -> tuple[I64, I64]:
    """Return how many of the last of eight bytes are digits, and their number."""
    bukan = bukan_angka(kata)
    for geser in (8, 16, 32):
        bukan |= bukan >> np.uint64(geser)
    digit = 8 - np.bitwise_count(bukan).astype(np.int64)
    return digit, bilangan(kata & ~((bukan >> np.uint64(7)) * np.uint64(255))).astype(np.int64)


def bukan_angka(kata: U64) -> U64:
    """Set the highest bit of every byte that is no digit, and no other."""
    beda = (kata ^ ulang(0x30)) & ulang(0x7F)
    hasil: U64 = ((beda + ulang(0x76)) | kata) & ulang(0x80)
    return hasil


def bilangan(kata: U64) -> U64:
    """Read eight digits, the first in the lowest byte, as one number; a zero byte is a zero."""
    satu = (kata & ulang(0x0F)) * np.uint64(2561) >> np.uint64(8)
    dua = (satu & np.uint64(0x00FF00FF00FF00FF)) * np.uint64(6553601) >> np.uint64(16)
    hasil: U64 = (dua & np.uint64(0x0000FFFF0000FFFF)) * np.uint64(42949672960001) >> np.uint64(32)
    return hasil
