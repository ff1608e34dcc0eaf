"""The sieve before the scales: drops pairs that no closer look could make one person, for a fraction of its cost.

Of the pairs that share a key, nine in ten are strangers. What is added up here, for one person against strangers, is
never less than what `bukti` and `banding_nama` would find; so nothing is lost by it.

Most of the cost is fetching what is known of two people from all over the memory. Therefore everybody has a card of 64
bytes, which is what a processor fetches at once; and the sums are small whole numbers, eighths of a bit.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.kemiripan import bukti as bk
from app.kemiripan.banding_nama import BEDA_HURUF, PembandingNama
from app.kemiripan.nama import KATA_MAKS
from app.kemiripan.sandi import digit_beda
from app.kemiripan.siap import Angka, Benar, Siap

_KARTU = np.dtype(
    [
        ("nik", "u8"), ("no_kk", "u8"), ("kata", "u8"), ("huruf", "u8"), ("lahir", "i4"), ("ibu", "i4"), ("desa", "i4"),
        ("teks", "i2"), ("maks", "i2"), ("tanda", "u2"), ("bit_lahir", "u1"), ("bit_ibu", "u1"), ("bit_desa", "u1"),
        ("bit_wilayah", "u1"), ("bit_urut", "u1"), ("banyak", "u1"), ("awalan", "u1", KATA_MAKS + 1), ("_", "u1"),
    ]
)  # fmt: skip
"""nik, no_kk: in code. kata: a bit a word; huruf: as many bits as letters, by class; lahir: packed.

teks, maks, bit_*: eighths of a bit. awalan: what the dearest 0, 1, 2… words are worth. tanda: what is known or not.
"""
_AWALAN = 56
"""Where on a card `awalan` begins."""
(
    _TANPA_NIK, _TANPA_KK, _TANPA_DESA, _TANPA_LAHIR, _DARI_NIK, _SELISIH, _SAMAR, _TANPA_NAMA, _LAKI, _PEREMPUAN
) = (np.uint16(1 << k) for k in range(10))  # fmt: skip
"""No number, no desa; no birth date, or that of the NIK, or another than the NIK's; the year alone; no name; sex."""
_DUA_JK = _LAKI | _PEREMPUAN
_TAHUN, _BULAN, _HARI = 1 << 9, 15 << 5, 31
"""Where the parts of a packed date stand."""
_SATU = np.uint64(1)
_SEKALI = 20_000
"""Cards written at once."""
_URUT = np.uint64(0x10000)
"""What differs by less differs in the serial alone."""
_Bit = NDArray[np.int16]


def _delapan(bit: Any) -> Any:
    """Return bits in eighths, never fewer than they are."""
    return np.ceil(np.asarray(bit, np.float64) * 8 + 0.01).astype(np.int16)


_NIK_SAMA, _NIK_SELIP, _TANGGAL_SLIP, _TANGGAL_LAIN = map(_delapan, np.log2([0.78 / 3e-6, 0.05, 100, 9.8]))
"""Bits of `bukti` for two NIK that are the same, or nearly; for dates inside; less, for other birth dates inside."""
_BULAN_TAHUN, _SERI = np.uint64(0xFFFF0000), np.uint64(0xFFFF)
_NIK_BEDA, _JK_SAMA, _JK_BEDA = map(_delapan, (bk.TABEL_NIK[0, bk.NIK_BEDA], *bk.TABEL_JK[0, [bk.SAMA, bk.BEDA]]))
_DESA_SAMA, _DESA_BEDA = map(_delapan, bk.TABEL_DESA[0, [bk.SAMA, bk.BEDA]])
_KATA_KURANG = _delapan(-4)


_Kartu = NDArray[Any]
_Tanda = NDArray[np.uint16]


class Saringan:
    """Upper bounds of what pairs can earn."""

    def __init__(self, siap: Siap, angka: bk.PembandingAngka, nama: PembandingNama, perlu: float) -> None:
        """Make ready; `perlu` are the bits that a pair must reach."""
        self._perlu = int(np.floor(perlu * 8)) - int(_JK_SAMA) - int(_DESA_BEDA)
        self._kartu, self._harapan = _kartu(siap, angka, nama), nama.bit_harapan
        self._tanggal = _tabel_tanggal(_delapan(angka.tabel_lahir[0]))
        sama, selip, beda = _delapan(angka.tabel_kk[0] + (0, 0, np.log2(1e3), 0))[1:]
        self._kk = np.array([selip, beda, sama, sama, 0, 0, 0, 0], np.int16)

    def lolos(self, a: Angka, b: Angka) -> Angka:
        """Return which pairs deserve a closer look."""
        x, y = self._kartu.take(a), self._kartu.take(b)
        tanda = x["tanda"] | y["tanda"]
        bit = self._selain_nama(x, y, tanda)
        mana = np.flatnonzero(bit + _nama(x, y, tanda) >= self._perlu)
        nama = _delapan(self._harapan(a[mana], b[mana]))
        hasil: Angka = mana[bit[mana] + nama >= self._perlu]
        return hasil

    def _selain_nama(self, x: _Kartu, y: _Kartu, tanda: _Tanda) -> _Bit:
        bit: _Bit = np.minimum(x["teks"], y["teks"])
        bit += (x["ibu"] == y["ibu"]) * x["bit_ibu"]
        bit += self._lahir(x, y, tanda)
        bit += self._nomor(x, y, tanda)
        bit += (tanda >= _DUA_JK) * (_JK_BEDA - _JK_SAMA)
        bit += (x["desa"] == y["desa"]) * (x["bit_desa"] + (_DESA_SAMA - _DESA_BEDA))
        bit -= (tanda & _TANPA_DESA > 0) * _DESA_BEDA
        return bit

    def _lahir(self, x: _Kartu, y: _Kartu, tanda: _Tanda) -> _Bit:
        """Birth dates by how many of their three parts agree."""
        satu, dua = x["lahir"], y["lahir"]
        beda = satu ^ dua
        tahun_sama = beda < _TAHUN
        cocok = tahun_sama.view(np.uint8) + (beda & _BULAN == 0) + (beda & _HARI == 0)
        kelas = cocok + ((cocok < 2) & (np.abs(satu - dua) >= 3 * _TAHUN)) * _JAUH
        kelas += ((cocok == 1) & (satu >> 5 & 15 == dua & _HARI) & (dua >> 5 & 15 == satu & _HARI)) * _TUKAR
        kelas += (tahun_sama & (cocok < 3) & (tanda & _SAMAR > 0)) * _KABUR
        bit: _Bit = self._tanggal.take(kelas)
        bit += (cocok == 3) * np.maximum(x["bit_lahir"], y["bit_lahir"])
        bit *= ~_diam(tanda)
        return bit

    def _nomor(self, x: _Kartu, y: _Kartu, tanda: _Tanda) -> _Bit:
        """NIK and No. KK: alike, or not."""
        beda = x["nik"] ^ y["nik"]
        bit = np.full(len(x), _NIK_BEDA)
        dekat = np.flatnonzero((np.bitwise_count(digit_beda(beda)) <= 2) | (beda < _URUT))
        bit[dekat] = _nik_dekat(x.take(dekat), y.take(dekat), beda[dekat], tanda[dekat])
        bit *= tanda & _TANPA_NIK == 0
        beda = x["no_kk"] ^ y["no_kk"]
        kelas = (np.bitwise_count(digit_beda(beda)) > 2) + (beda == 0) * np.uint8(2)
        kelas += (tanda & _TANPA_KK > 0) * np.uint8(4)
        bit += self._kk.take(kelas)
        return bit


def _diam(tanda: _Tanda) -> Benar:
    """Tell where birth dates say nothing: one is unknown, or two NIK say the same."""
    hasil: Benar = tanda & _TANPA_LAHIR > 0
    hasil |= tanda & (_DARI_NIK | _TANPA_NIK) == _DARI_NIK
    return hasil


def _nik_dekat(x: _Kartu, y: _Kartu, beda: NDArray[np.uint64], tanda: _Tanda) -> _Bit:
    """NIK of which few digits differ: as rare as the parts that agree.

    Dates inside that differ as the birth dates do are no slip, and those that follow equal ones are no news.
    """
    digit = digit_beda(beda)
    bit = np.full(len(x), _NIK_SELIP)
    for di, nama, satu_beda in ((digit >> np.uint64(40), "bit_wilayah", 54), (digit & _SERI, "bit_urut", 36)):
        banyak, jarang = np.bitwise_count(di), np.maximum(x[nama], y[nama]).astype(np.int16)
        bit += (banyak == 0) * jarang + (banyak == 1) * np.maximum(jarang - _delapan(np.log2(satu_beda)) + 1, 6)
    selisih, diam = tanda & _SELISIH > 0, _diam(tanda)
    bit += np.where(diam, np.maximum(x["bit_lahir"], y["bit_lahir"]), np.where(selisih, _TANGGAL_SLIP, 8))
    bit -= (~diam & ~selisih & (beda & _BULAN_TAHUN > 0)) * _TANGGAL_LAIN
    hasil: _Bit = np.where(beda == 0, _NIK_SAMA, np.maximum(bit, _NIK_BEDA))
    return hasil


_JAUH, _TUKAR, _KABUR = (np.uint8(k) for k in (4, 6, 8))
"""Added to the number of parts of two dates that agree: years apart; day and month exchanged; the year alone known."""


def _tabel_tanggal(bit: _Bit) -> _Bit:
    """Return the bits of every class of two birth dates; slips that `bukti` looks for are granted unseen."""
    dekat, dua = bit[bk.LAHIR_DEKAT], max(bit[bk.LAHIR_SELIP], bit[bk.LAHIR_SATU])
    pasti = np.full(8, bit[bk.LAHIR_BEDA])
    pasti[:4] = dekat, dekat, dua, bit[bk.LAHIR_SAMA]
    pasti[1 + _TUKAR] = max(bit[bk.LAHIR_TUKAR], dekat)
    hasil: _Bit = np.concatenate((pasti, np.maximum(pasti, bit[bk.LAHIR_SAMAR])))
    return hasil


def _nama(x: _Kartu, y: _Kartu, tanda: _Tanda) -> _Bit:
    """So many words shared, at best the rarest; or letters so much alike that words may be misspelt."""
    sama = np.bitwise_count(x["kata"] & y["kata"])
    di = np.arange(len(x)) * _KARTU.itemsize + _AWALAN + sama
    bit: _Bit = np.minimum(x.view(np.uint8).take(di), y.view(np.uint8).take(di)).astype(np.int16)
    bit += (sama < np.minimum(x["banyak"], y["banyak"])) * _KATA_KURANG
    longgar = np.bitwise_count(x["huruf"] ^ y["huruf"]) <= BEDA_HURUF
    longgar |= tanda & _TANPA_NAMA > 0
    bit += longgar * (np.minimum(x["maks"], y["maks"]) - bit)
    return bit


# --- cards -----------------------------------------------------------------------------------------------------------


def _kartu(s: Siap, angka: bk.PembandingAngka, nama: PembandingNama) -> _Kartu:
    hasil = np.zeros(s.n, _KARTU)
    bit_kata = _delapan(nama.bit_kata)
    tanda_kata = np.append(_SATU << (np.arange(len(bit_kata) - 1, dtype=np.uint64) & np.uint64(63)), np.uint64(0))
    for awal in range(0, s.n, _SEKALI):  # some at a time: what is worked out on the way stays small
        x = slice(awal, awal + _SEKALI)
        kartu = hasil[x]
        kartu["nik"], kartu["no_kk"], kartu["ibu"], kartu["desa"] = s.nik[x], s.no_kk[x], s.ibu[x], s.desa[x]
        kartu["huruf"], kartu["maks"], kartu["banyak"] = nama.huruf(x), _delapan(nama.maks[x]), s.banyak_kata[x]
        kartu["lahir"] = (s.tahun[x].astype(np.int32) << 9) | (s.bulan[x].astype(np.int32) << 5) | s.hari[x]
        kartu["teks"], kartu["bit_ibu"] = map(_delapan, angka.maks_teks(x))
        kartu["bit_lahir"], kartu["bit_desa"] = _delapan(angka.bit_lahir[x]), _delapan(angka.bit_desa[x])
        kartu["bit_wilayah"], kartu["bit_urut"] = (_delapan(-np.log2(p[x])) for p in (angka.wilayah, angka.urut))
        kartu["kata"] = np.bitwise_or.reduce(tanda_kata[s.kata[x]], axis=1)
        kartu["awalan"][:, 1:] = _awalan(kartu, bit_kata[s.kata[x]], _delapan(nama.penuh[x]))
        kartu["tanda"] = _tanda(s, angka, x)
    return hasil


def _tanda(s: Siap, angka: bk.PembandingAngka, x: slice) -> _Tanda:
    keadaan = (
        (_TANPA_NIK, s.nik[x] == 0), (_TANPA_KK, s.no_kk[x] == 0), (_TANPA_DESA, s.desa[x] == 0),
        (_TANPA_LAHIR, s.lahir[x] == 0), (_DARI_NIK, s.dari_nik[x]), (_SELISIH, ~angka.konsisten[x]),
        (_SAMAR, angka.samar[x]), (_TANPA_NAMA, s.banyak_kata[x] == 0), (_LAKI, s.jk[x] == 1),
        (_PEREMPUAN, s.jk[x] == 2),
    )  # fmt: skip
    hasil: _Tanda = np.bitwise_or.reduce([siapa * tanda for tanda, siapa in keadaan])
    return hasil


def _awalan(kartu: _Kartu, bit: _Bit, penuh: _Bit) -> NDArray[np.uint8]:
    """Return what the dearest one, two… of the words are worth, of bits a word.

    Words are many more than bits of a card, so that some share one: two people then seem to share a word more, which
    is allowed. Who has two words on one bit himself could seem to share a word less: he is granted all his words in any
    case. Four bits are added to the most that a name is worth, for they are taken off for words not shared.
    """
    awalan = np.cumsum(-np.sort(-bit, axis=1), axis=1)
    bertumpuk = np.bitwise_count(kartu["kata"]) < kartu["banyak"]
    awalan[bertumpuk] = awalan[bertumpuk, -1:]
    awalan = np.minimum(awalan, penuh[:, None] - _KATA_KURANG)
    hasil: NDArray[np.uint8] = awalan[:, [min(k, awalan.shape[1] - 1) for k in range(KATA_MAKS)]].astype(np.uint8)
    return hasil
