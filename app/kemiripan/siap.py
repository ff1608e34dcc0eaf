"""People made ready: every column as an array of numbers, so that pairs are judged by the hundred thousand at once."""

from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.kemiripan.bentuk import Kolom, padat
from app.kemiripan.nama import KATA_MAKS, Kamus
from app.kemiripan.sandi import Sandi, bagian_tanggal, sandikan

Angka = NDArray[np.integer[Any]]
Pecahan = NDArray[np.floating[Any]]
Benar = NDArray[np.bool_]
KOSONG = 0
"""No value, in every column of numbers."""


@dataclass(slots=True)
class Siap:
    """People as arrays, one place a person.

    Attributes:
        nik, no_kk: the sixteen digits in code (`sandi`); 0: unknown.
        tahun, bulan, hari: birth date, taken from the NIK where it is not given; 0: unknown.
        lahir: the same as one number, yyyymmdd. urutan: about how many days that is.
        dari_nik: the birth date was taken from the NIK.
        jk: 1 male, 2 female, 0 unknown.
        desa, tempat, ibu, alamat: number of the value among the values at hand; 0: unknown.
        kata: numbers of the words of the name, -1 where it has no more; `banyak_kata` how many it has.
        nama: number of the set of words; equal for names that differ in spelling and order only.
    """

    n: int
    nik: Sandi
    no_kk: Sandi
    tahun: Angka
    bulan: Angka
    hari: Angka
    lahir: Angka
    urutan: Angka
    dari_nik: Benar
    jk: Angka
    desa: Angka
    tempat: Angka
    ibu: Angka
    alamat: Angka
    kata: NDArray[np.int32]
    banyak_kata: Angka
    nama: Angka
    kamus: Kamus
    isi_alamat: list[str]
    isi_ibu: list[str]
    isi_tempat: list[str]


def siapkan(kolom: Kolom) -> Siap:
    """Turn columns into arrays."""
    n = len(kolom)
    nik_teks, kk_teks, lahir_teks = (padat(getattr(kolom, nama), nama) for nama in ("nik", "no_kk", "lahir"))
    kamus = Kamus()
    kata, banyak, nama = _nama(kolom.nama, kamus)
    nik, no_kk = sandikan(nik_teks), sandikan(kk_teks)
    tahun, bulan, hari, dari_nik = _lahir(lahir_teks, nik)
    desa, _ = _nomori(kolom.desa)
    tempat, isi_tempat = _nomori(kolom.tempat_lahir)
    ibu, isi_ibu = _nomori(kolom.nama_ibu)
    alamat, isi_alamat = _nomori(kolom.alamat)
    lahir = (tahun * 10000 + bulan * 100 + hari).astype(np.int32)
    urutan = (tahun * 365 + bulan * 30 + hari).astype(np.int32)
    tahun, bulan, hari = (x.astype(np.int16) for x in (tahun, bulan, hari))
    jk = _jenis_kelamin(kolom.jenis_kelamin)
    return Siap(
        n, nik, no_kk, tahun, bulan, hari, lahir, urutan, dari_nik, jk, desa, tempat, ibu, alamat,
        kata, banyak, nama, kamus, isi_alamat, isi_ibu, isi_tempat,
    )  # fmt: skip


def _huruf(isi: NDArray[np.bytes_]) -> NDArray[np.uint8]:
    return isi.view(np.uint8).reshape(len(isi), isi.dtype.itemsize)


def _lahir(iso: NDArray[np.bytes_], nik: Sandi) -> tuple[Angka, Angka, Angka, Benar]:
    """Return year, month and day of birth, and where they were taken from the NIK because none is given.

    The century of a NIK follows the youngest birth date at hand.
    """
    digit = _huruf(iso).astype(np.int16) - 48
    ada = (digit[:, :4] >= 0).all(axis=1) & (digit[:, :4] <= 9).all(axis=1)
    digit = digit.astype(np.int32)
    tahun = digit[:, 0] * 1000 + digit[:, 1] * 100 + digit[:, 2] * 10 + digit[:, 3]
    bulan, hari = digit[:, 5] * 10 + digit[:, 6], digit[:, 8] * 10 + digit[:, 9]
    termuda = int(tahun[ada].max(initial=2025)) % 100
    hari_nik, bulan_nik, tahun_nik = bagian_tanggal(nik)
    hari_nik = np.where(hari_nik > 40, hari_nik - 40, hari_nik)
    tahun_nik = tahun_nik + np.where(tahun_nik <= termuda, 2000, 1900)
    pakai = ~ada & (nik > 0) & (hari_nik >= 1) & (hari_nik <= 31) & (bulan_nik >= 1) & (bulan_nik <= 12)
    tahun, bulan, hari = (
        np.where(ada, sendiri, np.where(pakai, dari_nik, KOSONG))
        for sendiri, dari_nik in ((tahun, tahun_nik), (bulan, bulan_nik), (hari, hari_nik))
    )
    return tahun, bulan, hari, pakai


def _jenis_kelamin(teks: list[str]) -> Angka:
    nilai = {t: {"L": 1, "P": 2, "W": 2}.get(t[:1].upper(), 0) for t in set(teks)}
    return np.fromiter(map(nilai.__getitem__, teks), dtype=np.int8, count=len(teks))


def _nomori(teks: list[str]) -> tuple[Angka, list[str]]:
    """Number the values, blank ones 0, capitals or not; also return the values by number."""
    nomor: dict[str, int] = {"": 0}
    unik = {t: nomor.setdefault(t.upper(), len(nomor)) for t in dict.fromkeys(teks)}
    return np.fromiter(map(unik.__getitem__, teks), dtype=np.int32, count=len(teks)), list(nomor)


def _nama(teks: list[str], kamus: Kamus) -> tuple[NDArray[np.int32], Angka, Angka]:
    """Return words, how many they are, and the number of the set of words."""
    unik = {t: ke for ke, t in enumerate(dict.fromkeys(teks))}
    semua = [kamus.nama(t) for t in unik]
    banyak = np.fromiter(map(len, semua), np.int64, len(semua))
    kata = np.full((len(unik), KATA_MAKS), -1, dtype=np.int32)
    kata[np.arange(KATA_MAKS) < banyak[:, None]] = np.fromiter(chain.from_iterable(semua), np.int32, banyak.sum())
    nama = _nomor_susunan(kata)
    pilih = np.fromiter(map(unik.__getitem__, teks), dtype=np.int64, count=len(teks))
    lebar = max(int(banyak.max(initial=1)), 1)
    kata = np.ascontiguousarray(kata[:, :lebar])
    return kata[pilih], banyak[pilih].astype(np.int16), nama[pilih]


def _nomor_susunan(kata: NDArray[np.int32]) -> Angka:
    """Number the sets of words; 0 where there is none."""
    urut = np.sort(kata, axis=1).astype(np.uint64)
    campur = np.zeros(len(kata), np.uint64)
    with np.errstate(over="ignore"):
        for ke in range(KATA_MAKS):
            campur = (campur ^ urut[:, ke]) * np.uint64(0xBF58476D1CE4E5B9)
            campur ^= campur >> np.uint64(31)
    _, nomor = np.unique(campur, return_inverse=True)
    return np.where(kata[:, 0] >= 0, nomor + 1, KOSONG)


def seringnya(nomor: Angka) -> Angka:
    """Return for every person how many other people share the value; 0 where it is unknown."""
    hitung = np.bincount(nomor) if len(nomor) else np.zeros(1, np.int64)
    hitung[KOSONG] = 1
    hasil: Angka = hitung[nomor] - 1
    return hasil


def seringnya_besar(nomor: Angka) -> Angka:
    """Like `seringnya`, for numbers too large to count by their value."""
    _, kecil = np.unique(nomor, return_inverse=True)
    hasil = seringnya(kecil + 1)
    return np.where(nomor == KOSONG, 0, hasil)
