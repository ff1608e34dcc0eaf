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
_SEKALI = 20_000
"""Pairs handed out at once, about: the arrays that judge them stay in the processor's own memory."""
_BIT_PETAK = 19
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
    siapa, awal, akhir = _blok(isi, orang, int(np.searchsorted(orang, baru)), dalam=dalam)
    besar = akhir - awal
    pakai = (besar > 1) & (besar <= batas) & (siapa[awal] < baru)  # the new ones come first
    awal, akhir, besar = awal[pakai], akhir[pakai], besar[pakai]
    jumlah = np.cumsum(besar * (besar - 1) // 2)
    batas_lot = np.searchsorted(jumlah, np.arange(_SEKALI, jumlah[-1] if len(jumlah) else 0, _SEKALI))
    for lot in np.split(np.arange(len(awal)), batas_lot):
        yield _pasangkan(siapa, awal[lot], akhir[lot], baru, dalam=dalam)


def _blok(isi: Kunci, orang: Angka, baru: int, *, dalam: bool) -> tuple[Angka, Angka, Angka]:
    """Return people by key and, of one key, in ascending order; and where the blocks of one key begin and end."""
    mana = _bersama(isi, baru, dalam=dalam)
    urut = isi[mana]
    urut &= ~_RATA
    urut |= orang[mana].view(np.uint64)
    urut.sort()
    siapa = (urut & _RATA).astype(np.int32)
    urut >>= np.uint64(_BIT_ORANG)
    awal = np.flatnonzero(np.append(True, urut[1:] != urut[:-1])[: len(urut)])
    return siapa, awal, np.append(awal[1:], len(urut))


def _bersama(isi: Kunci, baru: int, *, dalam: bool) -> Angka:
    """Return who may share a key with somebody they are to be compared with; the first `baru` are the new ones.

    Keys are looked at roughly, by a table of half a million places, which costs far less than to sort them.
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


def _pasangkan(siapa: Angka, awal: Angka, akhir: Angka, baru: int, *, dalam: bool) -> tuple[Angka, Angka]:
    """Return every new one of some blocks with all who follow it there, or with the known ones there alone."""
    besar = akhir - awal
    blok = np.cumsum(besar) - besar
    tempat = np.repeat(awal - blok, besar) + np.arange(besar.sum())
    kiri = siapa[tempat].astype(np.int64)
    mulai, akhir = tempat + 1, np.repeat(akhir, besar)
    if not dalam and len(awal):
        mulai = np.repeat(awal + np.add.reduceat(kiri < baru, blok), besar)
    lawan = (akhir - mulai) * (kiri < baru)
    kanan = np.repeat(mulai - np.cumsum(lawan) + lawan, lawan) + np.arange(lawan.sum())
    return np.repeat(kiri, lawan), siapa[kanan].astype(np.int64)
