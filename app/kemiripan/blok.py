"""Which pairs are worth a look: people who share at least one of many keys.

Every key alone would miss someone (a slip of the pen, a missing column); together they miss hardly anyone. A block that
grows too large (born on 1 January, all the SITI of a desa) is left to the tighter keys that split it, so that the
number of pairs grows with the number of people and not with its square.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.kemiripan.siap import Angka, Siap

Kunci = NDArray[np.uint64]
_BIT_ORANG = 24
MAKS_ORANG = 1 << _BIT_ORANG
"""More people than this are not compared in one go (sixteen million)."""
_RATA = (1 << _BIT_ORANG) - 1
_SEKALI = 150_000
"""Pairs judged at once: enough for arrays to pay, few enough for a small memory."""
_KATA_KUNCI = 4
"""Words of a name that make keys."""


def calon(siap: Siap, baru: int, *, dalam: bool = True) -> Iterator[tuple[Angka, Angka]]:
    """Yield pairs (a < b) that share a key, a among the first `baru` people, b too where `dalam`; each pair once.

    Pairs come packed by all keys together; the arrays are parallel.
    """
    bagian = [_sepasang(kunci, orang, baru, batas, dalam=dalam) for kunci, orang, batas in _kunci(siap)]
    kembar = np.concatenate(bagian)
    del bagian
    kembar.sort()  # in place; and sorting beats np.unique, which hashes
    for awal in range(0, len(kembar), _SEKALI):
        potong = kembar[awal : awal + _SEKALI]
        pertama = np.ones(len(potong), np.bool_)
        pertama[1:] = potong[1:] != potong[:-1]
        pertama[0] = awal == 0 or potong[0] != kembar[awal - 1]
        potong = potong[pertama]
        yield (potong >> np.uint64(_BIT_ORANG)).astype(np.int64), (potong & np.uint64(_RATA)).astype(np.int64)


def _sepasang(kunci: Kunci, orang: Angka, baru: int, batas: int, *, dalam: bool = True) -> NDArray[np.uint64]:
    """Return the pairs of all blocks of at most `batas` people, packed as a << 24 | b."""
    bungkus = np.sort((kunci & ~np.uint64(_RATA)) | orang.astype(np.uint64))
    if not len(bungkus):
        return bungkus
    blok, siapa = bungkus >> np.uint64(_BIT_ORANG), (bungkus & np.uint64(_RATA)).astype(np.int64)
    awal = np.flatnonzero(np.concatenate(([True], blok[1:] != blok[:-1])))
    besar = np.diff(np.append(awal, len(blok)))
    akhir = np.repeat(awal + besar, besar)
    tempat = np.arange(len(blok))
    pakai = (np.repeat(besar, besar) <= batas) & (siapa < baru)
    tempat, akhir = tempat[pakai], akhir[pakai]
    lawan = akhir - tempat - 1
    kiri = np.repeat(siapa[tempat], lawan)
    mulai = np.repeat(tempat + 1 - (np.cumsum(lawan) - lawan), lawan)
    kanan = siapa[mulai + np.arange(len(kiri))]
    beda = kiri != kanan if dalam else kanan >= baru
    pasangan: Kunci = (kiri[beda].astype(np.uint64) << np.uint64(_BIT_ORANG)) | kanan[beda].astype(np.uint64)
    return pasangan


def _campur(nomor: int, *isi: NDArray[Any]) -> Kunci:
    """Mix numbers into one well-spread key; `nomor` tells kinds of keys apart."""
    hasil: Kunci = np.array(nomor * 0x9E3779B97F4A7C15 & 0xFFFFFFFFFFFFFFFF, np.uint64)
    for satu in isi:
        hasil = (hasil ^ np.asarray(satu).astype(np.uint64)) * np.uint64(0xBF58476D1CE4E5B9)
        hasil = hasil ^ (hasil >> np.uint64(29))
        hasil = hasil * np.uint64(0x94D049BB133111EB)
        hasil = hasil ^ (hasil >> np.uint64(32))
    return hasil


def _kunci(s: Siap) -> Iterator[tuple[Kunci, Angka, int]]:
    """Yield (keys, whose they are, largest block worth comparing)."""
    with np.errstate(over="ignore"):
        yield from _kunci_nomor(s)
        yield from _kunci_lahir(s)
        yield from _kunci_nama(s)


def _kunci_nomor(s: Siap) -> Iterator[tuple[Kunci, Angka, int]]:
    """NIK whole and with one of its parts left out; No. KK."""
    ada = np.flatnonzero(s.nik)
    nik = s.nik[ada]
    wilayah, tanggal, urut = nik // 10**10, nik // 10**4 % 10**6, nik % 10**4
    yield _campur(1, nik), ada, 30
    yield _campur(2, tanggal, urut), ada, 30
    yield _campur(3, wilayah, tanggal % 10**4, urut), ada, 6
    yield _campur(4, wilayah, tanggal // 100, urut), ada, 6
    yield _campur(5, wilayah, tanggal // 10**4, tanggal % 100, urut), ada, 6
    yield _campur(6, wilayah, tanggal), ada, 20
    ada = np.flatnonzero(s.no_kk)
    yield _campur(7, s.no_kk[ada]), ada, 16


def _kunci_lahir(s: Siap) -> Iterator[tuple[Kunci, Angka, int]]:
    """Birth date alone, refined by word, desa and No. KK; and with a slip in one of its parts."""
    ada = np.flatnonzero(s.lahir)
    lahir = s.lahir[ada]
    yield _campur(10, lahir), ada, 30
    yield _campur(11, lahir, s.desa[ada]), ada, 40
    lebar = min(_KATA_KUNCI, s.kata.shape[1])
    tukar = np.minimum(s.bulan, s.hari) * 100 + np.maximum(s.bulan, s.hari)
    for kata in range(lebar):
        punya = ada[s.kata[ada, kata] >= 0]
        isi = s.kata[punya, kata]
        yield _campur(12, s.lahir[punya], isi), punya, 40
        yield _campur(13, s.tahun[punya], tukar[punya], isi), punya, 40
        yield _campur(14, s.tahun[punya], s.bulan[punya], isi), punya, 14
        yield _campur(15, s.tahun[punya], s.hari[punya], isi), punya, 14
        yield _campur(16, s.bulan[punya], s.hari[punya], isi), punya, 14


def _kunci_nama(s: Siap) -> Iterator[tuple[Kunci, Angka, int]]:
    """The set of words alone and refined; single words with where and when; letters in any order."""
    ada = np.flatnonzero(s.nama)
    huruf = _zobrist(s, vokal=False)
    for nomor, nilai in ((20, s.nama.astype(np.uint64)), (30, huruf)):
        yield _campur(nomor, nilai[ada]), ada, 12
        yield _campur(nomor + 1, nilai[ada], s.desa[ada]), ada, 40
        yield _campur(nomor + 2, nilai[ada], s.tahun[ada]), ada, 40
    lebar = min(_KATA_KUNCI, s.kata.shape[1])
    for kata in range(lebar):
        punya = np.flatnonzero(s.kata[:, kata] >= 0)
        isi = s.kata[punya, kata]
        yield _campur(25, isi), punya, 8
        yield _campur(26, isi, s.desa[punya]), punya, 8
        berkk = punya[s.no_kk[punya] > 0]
        yield _campur(27, s.kata[berkk, kata], s.no_kk[berkk]), berkk, 30
        for lain in range(kata + 1, lebar):
            dua = np.flatnonzero(s.kata[:, lain] >= 0)
            satu, lagi = s.kata[dua, kata], s.kata[dua, lain]
            yield _campur(28, np.minimum(satu, lagi), np.maximum(satu, lagi)), dua, 8


def _zobrist(s: Siap, *, vokal: bool) -> Kunci:
    """Return a number of the letters of every name that knows neither their order nor where words end."""
    acak = np.random.default_rng(20231105).integers(1, 2**63, 26, dtype=np.uint64)
    if not vokal:
        acak[[0, 4, 8, 14, 20]] = 0
    kata = np.zeros(len(s.kamus.kata) + 1, np.uint64)
    for ke, satu in enumerate(s.kamus.kata):
        for huruf in satu:
            kata[ke] += acak[ord(huruf) - 65]
    hasil: Kunci = kata[s.kata].sum(axis=1, dtype=np.uint64)
    return hasil
