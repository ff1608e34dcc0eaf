"""Numbers of sixteen digits, four bits a digit in one word of the processor: how two differ is told without a loop.

`6209…` is 0x6209…; a part of a NIK is a shift away, and zero is no number.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Sandi = NDArray[np.uint64]
_SATU = np.uint64(0x1111111111111111)
_TANPA_PERTAMA = np.uint64(0x0FFFFFFFFFFFFFFF)
_SEPARUH = np.uint64(0xFFFFFFFF)


def sandikan(huruf: NDArray[np.uint8]) -> Sandi:
    """Return sixteen characters a number as its code; zero for whatever is not sixteen digits."""
    digit = huruf - np.uint8(48)
    sah = digit.max(axis=1, initial=0) <= 9
    pasangan = np.ascontiguousarray(digit[:, ::2] << 4 | digit[:, 1::2] & 15)
    return np.where(sah, pasangan.view(">u8")[:, 0].astype(np.uint64), np.uint64(0))


def angka(sandi: Sandi) -> NDArray[np.int64]:
    """Return the numbers that these codes stand for."""
    hasil = np.zeros(len(sandi), np.int64)
    for tempat in range(60, -4, -4):
        hasil = hasil * 10 + ((sandi >> np.uint64(tempat)) & np.uint64(15)).astype(np.int64)
    return hasil


def dari_angka(nilai: NDArray[np.integer[Any]], banyak: int) -> Sandi:
    """Return the code of short numbers of `banyak` digits."""
    hasil = np.zeros(len(nilai), np.uint64)
    for tempat in range(banyak):
        hasil |= (nilai // 10**tempat % 10).astype(np.uint64) << np.uint64(4 * tempat)
    return hasil


def digit_beda(beda: Sandi) -> Sandi:
    """Return a one for every digit of an exclusive-or that is not zero: where two numbers differ."""
    hasil = beda | (beda >> np.uint64(1))
    hasil |= hasil >> np.uint64(2)
    hasil &= _SATU
    return hasil


def separuh_sama(beda: Sandi) -> NDArray[np.bool_]:
    """Tell where the first or the last eight digits agree, as of any two that a slip tells apart."""
    hasil: NDArray[np.bool_] = ((beda & _SEPARUH) == 0) | (beda <= _SEPARUH)
    return hasil


def selip(satu: Sandi, dua: Sandi) -> NDArray[np.bool_]:
    """Tell where two numbers differ by one digit or by two neighbours exchanged."""
    beda = digit_beda(satu ^ dua)
    jumlah = np.bitwise_count(beda)
    tetangga = digit_beda((satu >> np.uint64(4)) ^ dua) | digit_beda(satu ^ (dua >> np.uint64(4)))
    tukar = beda & (beda >> np.uint64(4)) & ~tetangga & _TANPA_PERTAMA
    hasil: NDArray[np.bool_] = (jumlah == 1) | ((jumlah == 2) & (tukar > 0))
    return hasil


def bagian_tanggal(nik: Sandi) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.int32]]:
    """Return day (of women forty more), month and year that stand in a NIK."""
    dua = [((nik >> np.uint64(tempat)) & np.uint64(255)).astype(np.int32) for tempat in (32, 24, 16)]
    hari, bulan, tahun = ((x >> 4) * 10 + (x & 15) for x in dua)
    return hari, bulan, tahun
