"""Which pairs are worth a look: people who share at least one of many keys (`kunci`).

A block that grows too large is left to the tighter keys that split it, so that the number of pairs grows with the
number of people and not with its square.
"""

from collections.abc import Iterator

import numpy as np

from app.kemiripan.kunci import Kunci, kunci
from app.kemiripan.siap import Angka, Benar, Siap

_BIT_ORANG = 24
MAKS_ORANG = 1 << _BIT_ORANG
"""More people than this are not compared in one go (sixteen million)."""
_RATA = np.uint64(MAKS_ORANG - 1)
_SEKALI = 40_000
"""Pairs handed out at once, about: the arrays that judge them stay in the processor's own memory."""
_BIT_PETAK = 20
"""High bits of a key by which people are told at a glance who have it for themselves."""


def calon(siap: Siap, baru: int, *, dalam: bool = True) -> Iterator[tuple[Angka, Angka]]:
    """Yield pairs (a < b) that share a key, a among the first `baru` people, b too where `dalam`.

    A pair comes once for every key that it shares, which for most is one; the arrays are parallel.
    """
    for isi, orang, batas in kunci(siap):
        yield from _sepasang(isi, orang, baru, batas, dalam=dalam)


def bungkus(a: Angka, b: Angka) -> Kunci:
    """Pack pairs into one number each."""
    hasil: Kunci = (a.astype(np.uint64) << np.uint64(_BIT_ORANG)) | b.astype(np.uint64)
    return hasil


def buka(pasangan: Kunci) -> tuple[Angka, Angka]:
    """Undo `bungkus`."""
    return (pasangan >> np.uint64(_BIT_ORANG)).astype(np.int64), (pasangan & _RATA).astype(np.int64)


def _sepasang(isi: Kunci, orang: Angka, baru: int, batas: int, *, dalam: bool) -> Iterator[tuple[Angka, Angka]]:
    """Yield the pairs of all blocks of at most `batas` people."""
    mana = _bersama(isi, int(np.searchsorted(orang, baru)), dalam=dalam)
    urut = bungkus(isi[mana] >> np.uint64(_BIT_ORANG), orang[mana])
    urut.sort()
    blok, siapa = buka(urut)
    awal = np.flatnonzero(np.diff(blok, prepend=-1))
    akhir = np.append(awal[1:], len(blok))
    besar = akhir - awal
    pakai = (besar > 1) & (besar <= batas)
    yield from _pasangkan(siapa, awal[pakai], akhir[pakai], baru, dalam=dalam)


def _bersama(isi: Kunci, baru: int, *, dalam: bool) -> Angka:
    """Return who may share a key with somebody they are to be compared with; the first `baru` are the new ones.

    Keys are looked at roughly, by a table of a million places, which costs far less than to sort them.
    """
    petak = (isi >> np.uint64(64 - _BIT_PETAK)).astype(np.int64)
    ada_baru = _hadir(petak[:baru])
    if not dalam:
        ada_lama = _hadir(petak[baru:])
        return np.flatnonzero(np.concatenate((ada_lama[petak[:baru]], ada_baru[petak[baru:]])))
    nomor = np.arange(len(petak), dtype=np.int32)
    penghuni = np.empty(1 << _BIT_PETAK, np.int32)
    penghuni[petak] = nomor  # one of those of a place: the others see that it is not they
    berdua = _hadir(petak[penghuni[petak] != nomor])
    return np.flatnonzero((berdua & ada_baru)[petak])


def _hadir(petak: Angka) -> Benar:
    hasil = np.zeros(1 << _BIT_PETAK, np.bool_)
    hasil[petak] = True
    return hasil


def _pasangkan(siapa: Angka, awal: Angka, akhir: Angka, baru: int, *, dalam: bool) -> Iterator[tuple[Angka, Angka]]:
    """Yield every new one of a block with all who follow it, or with the known ones of it alone."""
    besar = akhir - awal
    tempat = np.repeat(akhir - np.cumsum(besar), besar) + np.arange(besar.sum())
    mulai, akhir = tempat + 1, np.repeat(akhir, besar)
    if not dalam:
        pertama = awal + np.add.reduceat(siapa[tempat] < baru, np.cumsum(besar) - besar) if len(awal) else awal
        mulai = np.repeat(pertama, besar)
    boleh = (siapa[tempat] < baru) & (mulai < akhir)
    tempat, mulai, lawan = tempat[boleh], mulai[boleh], (akhir - mulai)[boleh]
    jumlah = np.cumsum(lawan)
    potongan = np.searchsorted(jumlah, np.arange(_SEKALI, jumlah[-1] if len(jumlah) else 0, _SEKALI))
    for bagian in np.split(np.arange(len(tempat)), potongan):
        banyak = lawan[bagian]
        kiri = np.repeat(siapa[tempat[bagian]], banyak)
        yield kiri, siapa[np.repeat(mulai[bagian] - np.cumsum(banyak) + banyak, banyak) + np.arange(len(kiri))]
