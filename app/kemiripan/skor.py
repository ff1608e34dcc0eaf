"""From evidence to a probability: candidates, cheap columns, an upper bound, then names and texts of what is left."""

import numpy as np
from numpy.typing import NDArray

from app.kemiripan.banding_nama import BEDA as NAMA_BEDA
from app.kemiripan.banding_nama import EJAAN, KURANG, SAMA, SEBAGIAN, SINGKAT, BuktiNama, PembandingNama
from app.kemiripan.bentuk import Lapor, Pasangan
from app.kemiripan.blok import buka, bungkus, calon
from app.kemiripan.bukti import Bukti, PembandingAngka
from app.kemiripan.saring import Saringan
from app.kemiripan.sebab import sebab
from app.kemiripan.siap import Angka, Pecahan, Siap

BAGIAN_KEMBAR = 0.1
"""Papers a person that are second copies, as expected before looking; ten times more or less moves few pairs."""
SERUMAH = 3.5
"""Other people of one's household."""
ANAK_KEMBAR = 0.02
"""Twins a person."""
_LATAR = 10
"""People that any list is taken from, at least: in the shortest list, too, likeness must be more than chance."""
_SEKALI = 50_000
"""Pairs weighed at once."""
_AWAL = np.log2(np.array([BAGIAN_KEMBAR, SERUMAH, ANAK_KEMBAR], np.float32))
_P_NAMA = {  # one person, household, twins
    SAMA: (0.60, 0.002, 0.0005),
    EJAAN: (0.20, 0.002, 0.002),
    SINGKAT: (0.05, 0.004, 0.006),
    KURANG: (0.10, 0.012, 0.030),
    SEBAGIAN: (0.03, 0.27, 0.35),
    NAMA_BEDA: (0.02, 0.71, 0.35),
}
_EJAAN_LAZIM = 0.03, 0.25
"""Added for a slip between two names of their own, household and twins."""
_SENAMA_SEUMUR = 0.15
"""A house has two of one name as father and son; of one age hardly ever."""

_TEKS_MAKS = 4.0
"""Bits that birthplace, mother and address can add for one person against a household or twins."""

_TABEL = np.array([_P_NAMA[k] for k in range(6)])
_BIT_KEMBAR = np.log2(_TABEL[:, 2] / _TABEL[:, 0]).astype(np.float32)
_BIT_RUMAH = np.log2(
    np.concatenate((_TABEL[:, 1], _TABEL[:, 1] * np.where(np.arange(6) <= KURANG, _SENAMA_SEUMUR, 1.0)))
    / np.tile(_TABEL[:, 0], 2)
).astype(np.float32)
"""Bits of every kind of agreement between names; in `_BIT_RUMAH` six kinds for any age, then for one age."""


def cari(siap: Siap, baru: int, ambang: int, lapor: Lapor | None = None, *, dalam: bool = True) -> list[Pasangan]:
    """Compare the first `baru` people with each other (`dalam`) and with all that follow."""
    pembanding = PembandingAngka(siap), PembandingNama(siap)
    batas = float(np.log2(ambang / (100 - ambang)))
    layak = _layak(siap, pembanding, baru, batas, lapor, dalam=dalam)
    hasil: list[Pasangan] = []
    for awal in range(0, len(layak), _SEKALI):
        if lapor:
            lapor(len(hasil), siap.n)
        hasil += _nilai(*buka(layak[awal : awal + _SEKALI]), pembanding, siap.n, batas)
    return hasil


def _layak(
    siap: Siap,
    pembanding: tuple[PembandingAngka, PembandingNama],
    baru: int,
    batas: float,
    lapor: Lapor | None,
    *,
    dalam: bool,
) -> NDArray[np.uint64]:
    """Return the candidates that pass the sieve, each once, packed (`blok.bungkus`)."""
    saringan = Saringan(siap, *pembanding, batas - np.log2(BAGIAN_KEMBAR / (siap.n + _LATAR)))
    semua = bytearray()  # one that grows: many small arrays between those that come and go would scatter the memory
    for a, b in calon(siap, baru, dalam=dalam):
        if lapor:
            lapor(0, siap.n)
        mana = saringan.lolos(a, b)
        semua += bungkus(a[mana], b[mana]).tobytes()
    del saringan  # before the pairs are copied
    pasangan = np.frombuffer(semua, np.uint64)
    pasangan.sort()  # in place; and sorting beats np.unique, which hashes
    pertama = np.ones(len(pasangan), np.bool_)
    pertama[1:] = pasangan[1:] != pasangan[:-1]
    return pasangan[pertama]


def _nilai(
    a: Angka, b: Angka, pembanding: tuple[PembandingAngka, PembandingNama], n: int, batas: float
) -> list[Pasangan]:
    """Score one lot of candidates; what cannot reach the threshold is dropped before anything dear is looked at."""
    angka, nama = pembanding
    bukti, teks = angka.banding(a, b), angka.harapan_teks(a, b)
    awal = np.log2(BAGIAN_KEMBAR / (n + _LATAR))
    sisa = np.flatnonzero(bukti.orang + np.minimum(nama.maks[a], nama.maks[b]) + teks + awal >= batas)
    a, b = a[sisa], b[sisa]
    lolos = _paling(bukti.bit(sisa), teks[sisa], nama.harapan(a, b), n) >= batas
    a, b, bukti = a[lolos], b[lolos], bukti.pilih(sisa[lolos])
    bnama = nama.banding(a, b)
    lolos = _paling(bukti, angka.harapan_teks(a, b), bnama, n) >= batas
    a, b, bukti, bnama = a[lolos], b[lolos], bukti.pilih(lolos), bnama.pilih(lolos)
    angka.banding_teks(a, b, bukti)
    bit = bit_orang(bukti, bnama, n)
    kena = np.flatnonzero(bit >= batas)
    return [
        Pasangan(int(a[k]), int(b[k]), min(100, round(100 / (1 + 2.0 ** -bit[k]))), sebab(bukti, bnama, k))
        for k in kena.tolist()
    ]


def _paling(bukti: Bukti, teks: Pecahan, nama: BuktiNama, n: int) -> Pecahan:
    """Return the most that `bit_orang` can still become once the texts are compared."""
    lain = np.maximum(teks - _TEKS_MAKS, 0)
    seumur = np.where(bukti.seumur, 6, 0)
    awal = _AWAL - np.float32(np.log2(n + _LATAR))
    rumah = bukti.rumah + lain + nama.bit + _BIT_RUMAH[nama.jenis + seumur] + awal[1]
    kembar = bukti.kembar + lain + nama.bit + _BIT_KEMBAR[nama.jenis] + awal[2]
    hasil: Pecahan = bukti.orang + teks + nama.bit + awal[0] - np.maximum(np.maximum(rumah, kembar), 0)
    return hasil


def bit_orang(bukti: Bukti, nama: BuktiNama, n: int) -> Pecahan:
    """Return log2 of the odds that a pair is one person rather than strangers, a household or twins."""
    awal = _AWAL - np.log2(n + _LATAR)
    tabel = _TABEL[nama.jenis]
    lazim = np.where(nama.jenis == EJAAN, nama.lazim, 0.0)
    satu_nama = tabel[:, 0] * (1 - 0.9 * lazim)
    seumur = np.where((nama.jenis <= KURANG) & (bukti.seumur), _SENAMA_SEUMUR, 1.0)
    rumah_nama = tabel[:, 1] * seumur + _EJAAN_LAZIM[0] * lazim
    kembar_nama = tabel[:, 2] + _EJAAN_LAZIM[1] * lazim
    orang = awal[0] + bukti.orang + nama.bit
    rumah = awal[1] + bukti.rumah + nama.bit + np.log2(rumah_nama / satu_nama)
    kembar = awal[2] + bukti.kembar + nama.bit + np.log2(kembar_nama / satu_nama)
    bukan = np.logaddexp2(np.logaddexp2(rumah, kembar), 0.0)
    hasil: Pecahan = orang - bukan
    return hasil
