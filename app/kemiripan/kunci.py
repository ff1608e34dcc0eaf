"""By which keys two people may meet: numbers, dates and names, whole, in parts, and one within another.

Every key alone would miss someone (a slip of the pen, a missing column); together they miss hardly anyone. A key that
many share (born on 1 January, all the SITI of a desa) is refined by a second one; and only for the people whom it
could not bring together itself, since whoever shares both shares the first.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.kemiripan.siap import Angka, Benar, Siap

Kunci = NDArray[np.uint64]
_BAGIAN_NIK = (
    (0xFFFFFF_FFFFFF_FFFF, 30),
    (0x000000_FFFFFF_FFFF, 30),
    (0xFFFFFF_00FFFF_FFFF, 6),
    (0xFFFFFF_FF00FF_FFFF, 6),
    (0xFFFFFF_FFFF00_FFFF, 6),
    (0xFFFFFF_FFFFFF_0000, 20),
)
"""What stays of a NIK: all of it; all but region, day, month, year, serial; and the largest blocks of that."""
_KATA_KUNCI = 4
"""Words of a name that make keys."""
_LAHIR, _KK, _NAMA = 30, 16, 12
"""Largest blocks of one birth date, of one family card, of one name."""


def kunci(s: Siap) -> Iterator[tuple[Kunci, Angka, int]]:
    """Yield (keys, whose they are in ascending order, largest block worth comparing)."""
    with np.errstate(over="ignore"):
        yield from _kunci_nomor(s)
        yield from _kunci_lahir(s)
        yield from _kunci_nama(s)
        yield from _kunci_kata(s)


def _campur(nomor: int, *isi: NDArray[Any]) -> Kunci:
    """Mix numbers into one key whose high bits are well spread; `nomor` tells kinds of keys apart."""
    hasil = np.full(len(isi[0]), nomor * 0x9E3779B97F4A7C15 & 0xFFFFFFFFFFFFFFFF, np.uint64)
    for satu in isi:
        hasil ^= satu.astype(np.uint64)
        hasil *= np.uint64(0xBF58476D1CE4E5B9)
        hasil ^= hasil >> np.uint64(32)
    hasil *= np.uint64(0x94D049BB133111EB)
    return hasil


def _ramai(isi: Kunci, batas: int) -> Benar:
    """Tell whose key more than `batas` people have, and by chance a few others."""
    petak = (isi >> np.uint64(64 - 18)).astype(np.int64)
    hasil: Benar = (np.bincount(petak, minlength=1) > batas)[petak]
    return hasil


def _kunci_nomor(s: Siap) -> Iterator[tuple[Kunci, Angka, int]]:
    """NIK whole and with one of its parts left out; No. KK."""
    ada = np.flatnonzero(s.nik)
    nik = s.nik[ada]
    for nomor, (bagian, batas) in enumerate(_BAGIAN_NIK, 1):
        yield _campur(nomor, nik & np.uint64(bagian)), ada, batas
    ada = np.flatnonzero(s.no_kk)
    yield _campur(7, s.no_kk[ada]), ada, _KK


def _kunci_lahir(s: Siap) -> Iterator[tuple[Kunci, Angka, int]]:
    """Birth date alone, refined by desa and word; a word, and the date with a slip in one of its parts."""
    ada = np.flatnonzero(s.lahir)
    semua = _campur(10, s.lahir[ada])
    yield semua, ada, _LAHIR
    ramai = ada[_ramai(semua, _LAHIR)]
    yield _campur(11, s.lahir[ramai], s.desa[ramai]), ramai, 40
    tukar = np.minimum(s.bulan, s.hari) * 100 + np.maximum(s.bulan, s.hari)
    for kata in range(_lebar(s)):
        isi = s.kata[:, kata]
        punya = ramai[isi[ramai] >= 0]
        yield _campur(12, s.lahir[punya], isi[punya]), punya, 40
        punya = ada[isi[ada] >= 0]
        tahun, bulan, hari, isi = s.tahun[punya], s.bulan[punya], s.hari[punya], isi[punya]
        yield _campur(13, tahun, tukar[punya], isi), punya, 40
        yield _campur(14, tahun, bulan, isi), punya, 14
        yield _campur(15, tahun, hari, isi), punya, 14
        yield _campur(16, bulan, hari, isi), punya, 14


def _kunci_nama(s: Siap) -> Iterator[tuple[Kunci, Angka, int]]:
    """The consonants of a name in any order, then the set of its words: alone, with the desa, with the year."""
    huruf = _zobrist(s)
    ada = np.flatnonzero(s.nama)
    for nomor, nilai in ((30, huruf), (20, s.nama.astype(np.uint64))):
        isi = _campur(nomor, nilai[ada])
        yield isi, ada, _NAMA
        ada = ada[_ramai(isi, _NAMA)]  # and one name has one lot of consonants
        yield _campur(nomor + 1, nilai[ada], s.desa[ada]), ada, 40
        yield _campur(nomor + 2, nilai[ada], s.tahun[ada]), ada, 40


def _kunci_kata(s: Siap) -> Iterator[tuple[Kunci, Angka, int]]:
    """A rare word; a word in one desa or family; two words."""
    berkk = np.flatnonzero(s.no_kk)
    berkk = berkk[_ramai(_campur(7, s.no_kk[berkk]), _KK)]
    for kata in range(_lebar(s)):
        isi = s.kata[:, kata]
        punya = np.flatnonzero(isi >= 0)
        jarang = punya[(np.bincount(isi[punya], minlength=1) <= 8)[isi[punya]]]
        yield _campur(25, isi[jarang]), jarang, 8
        yield _campur(26, isi[punya], s.desa[punya]), punya, 8
        bersama = berkk[isi[berkk] >= 0]
        yield _campur(27, isi[bersama], s.no_kk[bersama]), bersama, 30
        for lain in range(kata + 1, _lebar(s)):
            dua = np.flatnonzero(s.kata[:, lain] >= 0)
            satu, lagi = isi[dua], s.kata[dua, lain]
            yield _campur(28, np.minimum(satu, lagi), np.maximum(satu, lagi)), dua, 8


def _lebar(s: Siap) -> int:
    return min(_KATA_KUNCI, int(s.kata.shape[1]))


def _zobrist(s: Siap) -> Kunci:
    """Return a number of the consonants of every name that knows neither their order nor where words end."""
    acak = np.random.default_rng(20231105).integers(1, 2**63, 26, dtype=np.uint64)
    acak[[0, 4, 8, 14, 20]] = 0
    kata = np.zeros(len(s.kamus.kata) + 1, np.uint64)
    for ke, satu in enumerate(s.kamus.kata):
        for huruf in satu:
            kata[ke] += acak[ord(huruf) - 65]
    hasil = np.zeros(s.n, np.uint64)
    for satu in s.kata.T:
        hasil += kata[satu]
    return hasil
