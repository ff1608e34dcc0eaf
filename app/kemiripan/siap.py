"""People made ready: every column as an array of numbers, so that pairs are judged by the hundred thousand at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.kemiripan.bentuk import PANJANG, PEMISAH, Kolom
from app.kemiripan.isi import TeksOrang
from app.kemiripan.nama import Kamus
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
        desa, tempat, ibu: number of the value among the values at hand; 0: unknown.
        alamat: sum of its letters; 0: unknown.
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
    isi_alamat: TeksOrang
    isi_ibu: TeksOrang
    isi_tempat: Sequence[str]


_LAJUR: Sequence[tuple[str, Any, tuple[int, ...]]] = (
    ("nik", np.uint64, ()), ("no_kk", np.uint64, ()), ("tanggal", np.int16, (3,)), ("jk", np.int8, ()),
    ("desa", np.int32, ()), ("tempat", np.int32, ()), ("ibu", np.uint64, ()), ("alamat", np.uint64, ()),
    ("kata", np.int32, (1,)), ("banyak_kata", np.int16, ()),
)  # fmt: skip
"""What is known of everybody by himself, whoever else is at hand. tanggal: year, month and day as given; 0: unknown.

ibu, alamat: sums of the letters, capitals or not.
"""


class Penyiap:
    """Makes people ready lot by lot, each at places of its own, so that one lot can follow another there.

    Words, birthplaces and desa keep their numbers from one lot to the next.
    """

    def __init__(self, muat: int) -> None:
        """Make room for so many people at once."""
        self.kamus = Kamus()
        self._desa, self._tempat = Penomor(), Penomor()
        self._lajur = {nama: np.empty((muat, *lebar), jenis) for nama, jenis, lebar in _LAJUR}
        self._ibu, self._alamat = TeksOrang(), TeksOrang()

    def isi(self, awal: int, kolom: Kolom) -> int:
        """Put people in from place `awal` on; return the place behind them. Whoever was there or behind is gone."""
        n = kolom.n
        kata, banyak = self.kamus.urai(kolom.nama, n)
        self._lebarkan(awal, int(banyak.max(initial=1)))
        satu = {
            "nik": sandikan(_lajur(kolom, "nik")), "no_kk": sandikan(_lajur(kolom, "no_kk")),
            "tanggal": _tanggal(_lajur(kolom, "lahir")), "jk": _JK[_lajur(kolom, "jenis_kelamin")[:, 0]],
            "desa": self._desa.nomori(kolom.desa, n), "tempat": self._tempat.nomori(kolom.tempat_lahir, n),
            "ibu": _jumlah_huruf(kolom.nama_ibu, n), "alamat": _jumlah_huruf(kolom.alamat, n),
            "kata": kata[:, : self._lajur["kata"].shape[1]],
            "banyak_kata": banyak,
        }  # fmt: skip
        for nama, nilai in satu.items():
            self._lajur[nama][awal : awal + n] = nilai
        self._ibu.isi(awal, kolom.nama_ibu, n)
        self._alamat.isi(awal, kolom.alamat, n)
        return awal + n

    def _lebarkan(self, sampai: int, lebar: int) -> None:
        """Make room for names of so many words; few have more than three."""
        lama = self._lajur["kata"]
        if lebar > lama.shape[1]:
            self._lajur["kata"] = baru = np.empty((len(lama), lebar), np.int32)
            baru[:sampai] = -1
            baru[:sampai, : lama.shape[1]] = lama[:sampai]

    def siap(self, n: int) -> Siap:
        """Return the first `n` people with what depends on who is at hand; as long as nobody else is put in."""
        b = {nama: nilai[:n] for nama, nilai in self._lajur.items()}
        kata = b["kata"]
        tahun, bulan, hari, dari_nik = _lahir(b["tanggal"], b["nik"])
        lahir = tahun * 10000 + bulan * 100 + hari
        urutan = tahun * 365 + bulan * 30 + hari
        tahun, bulan, hari = (x.astype(np.int16) for x in (tahun, bulan, hari))
        return Siap(
            n, b["nik"], b["no_kk"], tahun, bulan, hari, lahir, urutan, dari_nik, b["jk"], b["desa"], b["tempat"],
            _rapatkan(b["ibu"]), b["alamat"], kata, b["banyak_kata"], _nomor_susunan(kata), self.kamus, self._alamat,
            self._ibu, self._tempat.isi,
        )  # fmt: skip


def siapkan(kolom: Kolom) -> Siap:
    """Turn columns into arrays."""
    penyiap = Penyiap(kolom.n)
    return penyiap.siap(penyiap.isi(0, kolom))


class Penomor(dict[str, int]):
    """Numbers values, blank ones 0, capitals or not; for columns of few values."""

    def __init__(self) -> None:
        super().__init__({"": KOSONG})
        self.isi = [""]

    def __missing__(self, teks: str) -> int:
        kapital = teks.upper()
        nomor = self.get(kapital)
        if nomor is None:
            nomor = self[kapital] = len(self.isi)
            self.isi.append(kapital)
        self[teks] = nomor
        return nomor

    def nomori(self, teks: str, n: int) -> NDArray[np.int32]:
        """Return the numbers of the values of a column."""
        return np.fromiter(map(self.__getitem__, _nilai(teks, n)), np.int32, n)


def _nilai(teks: str, n: int) -> list[str]:
    return teks.split(PEMISAH) if n else []


def _lajur(kolom: Kolom, nama: str) -> NDArray[np.uint8]:
    """Return the characters of a column of one width, a row a person."""
    isi = np.frombuffer(getattr(kolom, nama).encode("ascii", "replace"), np.uint8)
    return isi.reshape(kolom.n, PANJANG[nama])


_JK = np.zeros(256, np.int8)
_JK[[ord(h) for h in "Ll"]], _JK[[ord(h) for h in "PpWw"]] = 1, 2


def _jumlah_huruf(teks: str, n: int) -> NDArray[np.uint64]:
    """Return a number of every value by which it is told from all others; it lasts as long as the program."""
    return np.fromiter(map(hash, _nilai(teks.upper(), n)), np.int64, n).view(np.uint64)


def _rapatkan(nomor: NDArray[np.uint64]) -> Angka:
    """Number values without gaps, 0 where there is none."""
    unik, rapat = np.unique(nomor, return_inverse=True)
    return (rapat + (len(unik) > 0 and unik[0] != KOSONG)).astype(np.int32)


def _tanggal(digit: NDArray[np.uint8]) -> NDArray[np.int16]:
    """Return year, month and day of ISO days; the year 0 where there is none."""
    digit = digit - np.uint8(48)
    ada = digit[:, :4].max(axis=1, initial=0) <= 9
    satu = digit.astype(np.int16) * ada.reshape(-1, 1)
    tahun = satu[:, 0] * 1000 + satu[:, 1] * 100 + satu[:, 2] * 10 + satu[:, 3]
    return np.stack((tahun, satu[:, 5] * 10 + satu[:, 6], satu[:, 8] * 10 + satu[:, 9]), axis=1)


def _lahir(tanggal: NDArray[np.int16], nik: Sandi) -> tuple[Angka, Angka, Angka, Benar]:
    """Return year, month and day of birth, and where they were taken from the NIK because none is given.

    The century of a NIK follows the youngest birth date at hand.
    """
    tahun, bulan, hari = (satu.astype(np.int32) for satu in tanggal.T)
    tanpa = np.flatnonzero((tahun == KOSONG) & (nik > 0))
    termuda = int(tahun.max(initial=2025)) % 100
    hari_nik, bulan_nik, tahun_nik = bagian_tanggal(nik[tanpa])
    hari_nik = np.where(hari_nik > 40, hari_nik - 40, hari_nik)
    tahun_nik += np.where(tahun_nik <= termuda, 2000, 1900)
    sah = (hari_nik >= 1) & (hari_nik <= 31) & (bulan_nik >= 1) & (bulan_nik <= 12)
    pakai = tanpa[sah]
    tahun[pakai], bulan[pakai], hari[pakai] = tahun_nik[sah], bulan_nik[sah], hari_nik[sah]
    dari_nik = np.zeros(len(nik), np.bool_)
    dari_nik[pakai] = True
    return tahun, bulan, hari, dari_nik


def _nomor_susunan(kata: NDArray[np.int32]) -> Angka:
    """Number the sets of words; 0 where there is none."""
    urut = np.sort(kata, axis=1).astype(np.uint64)
    campur = np.zeros(len(kata), np.uint64)
    with np.errstate(over="ignore"):
        for satu in urut.T:
            campur = (campur ^ satu) * np.uint64(0xBF58476D1CE4E5B9)
            campur ^= campur >> np.uint64(31)
    _, nomor = np.unique(campur, return_inverse=True)
    return np.where(kata[:, 0] >= 0, nomor + 1, KOSONG).astype(np.int32)


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
