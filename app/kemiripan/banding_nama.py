"""How alike two names are: words against words, whatever their order; rare words weigh more than common ones.

Everything is said in bits: how much more often such a pair of names is seen on two papers of one person than on those
of two strangers. A word shared by every tenth person is worth three bits, one that nobody else has, fourteen.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA
from rapidfuzz.process import cpdist

from app.kemiripan.kata_lazim import LAZIM
from app.kemiripan.siap import Angka, Benar, Pecahan, Siap, seringnya

_LATAR = 50
"""People that the built-in frequencies of words count for, beside those at hand."""
_JARANG = 1e-4
"""Share of people with a word that is not among the built-in ones, before any was counted."""
_BIT_KATA_MAKS = 14.0
_TAK_ADA = -99.0
_BILANGAN = ord("Q")
_TETANGGA_MAKS = 5_000
"""People up to whom words that look alike by the dozen are counted: lists of `WARGA A`, `WARGA B`."""
_SEKALI = 20_000
"""People made ready at once."""
_BEDA_MENURUT_PANJANG = np.array([0, 0, 0, 2, 2, 4, 4, 4, 4, 6], np.uint8)
"""Letters that two words may not share, by the length of the shorter one."""
BEDA_HURUF = 7
"""Letters that two spellings of one name may not share; more, and no closer look is taken."""
SAMA, EJAAN, SINGKAT, KURANG, SEBAGIAN, BEDA = range(6)
"""All words agree; all but for slips; but for initials; one name has words more; some word differs; none agrees."""


@dataclass(slots=True)
class BuktiNama:
    """One place a pair.

    Attributes:
        bit: for the same person against two strangers. jenis: `SAMA`…`BEDA`.
        lazim: 0…1, how surely the two words that differ by a slip are two names of their own (HASAN, HUSIN).
        singkat: an initial stands for a word.
    """

    bit: Pecahan
    jenis: NDArray[np.int8]
    lazim: Pecahan
    singkat: Benar

    def pilih(self, mana: Benar) -> "BuktiNama":
        """Keep some of the pairs."""
        return BuktiNama(self.bit[mana], self.jenis[mana], self.lazim[mana], self.singkat[mana])


@dataclass(slots=True)
class _Sisa:
    """Words of pairs of names, a row a place in the name; and which of them the other name does not have."""

    kiri: NDArray[np.int32]
    kanan: NDArray[np.int32]
    di_kiri: Benar
    di_kanan: Benar


class PembandingNama:
    """Compares names of the people at hand, with the frequencies of their words."""

    def __init__(self, siap: Siap) -> None:
        self._s = siap
        banyak_kata = len(siap.kamus.kata)
        self._jumlah = np.bincount(siap.kata[siap.kata >= 0], minlength=banyak_kata + 1).astype(np.float64)
        latar = np.array([LAZIM.get(k, _JARANG) for k in siap.kamus.kata] + [0.0])
        self._lain = np.maximum(self._jumlah - 1, 0)  # other people with the word
        self._peluang = (np.maximum(self._jumlah - 2, 0) + _LATAR * latar) / (siap.n + _LATAR)
        bit = np.minimum(-np.log2(np.maximum(self._peluang, 1e-9)), _BIT_KATA_MAKS)
        panjang = np.array([len(k) for k in siap.kamus.kata] + [0])
        bit = np.where(panjang == 1, 1.0, bit)
        bit[-1] = 0.0
        self.bit_kata = bit
        self._inisial = panjang == 1
        self._huruf = np.array([ord(k[0]) for k in siap.kamus.kata] + [0])
        self._teks = np.array([*siap.kamus.kata, ""], dtype=object)
        self._dikenal = np.maximum(self._lain / (self._lain + 3), (latar > _JARANG) * 0.9)
        self._kunci_kata: NDArray[np.int64] = np.zeros(0, np.int64)
        self._hasil_kata: tuple[Pecahan, Pecahan, Benar] = (np.zeros(0), np.zeros(0), np.zeros(0, np.bool_))
        self._panjang = panjang
        self._tetangga = (
            _tetangga(siap.kamus.kata, self._jumlah) / max(siap.n, 1) if siap.n <= _TETANGGA_MAKS else 0 * panjang
        )
        self._bit32 = bit.astype(np.float32)
        per_kata = _hitung_huruf(siap.kamus.kata)
        self._huruf_kata = _berderet(per_kata, 4)
        self._per_kata = per_kata
        sama = seringnya(siap.nama)
        self.penuh = -np.log2((np.maximum(sama - 1, 0) + 0.3) / (siap.n + 200)).astype(np.float32)
        """Bits that the whole name is worth."""
        self.maks = np.empty(siap.n, np.float32)
        """Upper bound of the bits that a pair with this person can earn by its names."""
        self._huruf_nama = np.empty(siap.n, np.uint64), np.empty(siap.n, np.uint64)
        for awal in range(0, siap.n, _SEKALI):  # some at a time: what is worked out on the way stays small
            x = slice(awal, awal + _SEKALI)
            letak = self._letak(x)
            self._huruf_nama[0][x], self._huruf_nama[1][x] = _berderet(letak[:, :8], 8), _berderet(letak[:, 8:], 8)
            self.maks[x] = np.minimum(bit[siap.kata[x]].sum(axis=1), self.penuh[x] + 1) + 1.0

    def _letak(self, x: slice) -> NDArray[np.int8]:
        """Count the letters of these names, folded into sixteen classes."""
        hasil: NDArray[np.int8] = self._per_kata[self._s.kata[x]].sum(axis=1, dtype=np.int8)
        return hasil

    def huruf(self, x: slice) -> NDArray[np.uint64]:
        """Return the letters of these names, as many bits of four a class as there are letters of it."""
        return _berderet(self._letak(x), 4)

    def harapan(self, a: Angka, b: Angka) -> BuktiNama:
        """Return the best that a closer look could find, by shared words and counts of letters alone."""
        bit, sisa, beda = self._terbaik(a, b)
        dekat = beda <= BEDA_HURUF
        cocok = np.minimum(self._s.banyak_kata[a], self._s.banyak_kata[b]) - sisa
        jenis = (SAMA + (beda > 0) * EJAAN) * dekat + (
            KURANG + (sisa > 0) * (SEBAGIAN - KURANG + (cocok == 0))
        ) * ~dekat
        ada = sisa + cocok > 0
        nol = np.zeros(len(a))
        return BuktiNama(bit, (jenis * ada).astype(np.int8), nol, nol > 0)

    def bit_harapan(self, a: Angka, b: Angka) -> Pecahan:
        """Return the bits of `harapan` alone."""
        return self._terbaik(a, b)[0]

    def _terbaik(self, a: Angka, b: Angka) -> tuple[Pecahan, NDArray[np.int16], NDArray[np.uint8]]:
        """Return bits, words of the shorter name that the other has not, and letters not shared."""
        bit, cocok = self._kata_sama(a, b)
        banyak = np.minimum(self._s.banyak_kata[a], self._s.banyak_kata[b])
        sisa = banyak - cocok
        beda = self._beda_huruf(a, b)
        bit += np.where(beda <= BEDA_HURUF, 7 * np.minimum(sisa, 3), -4 * (sisa > 0))
        np.maximum(bit, np.float32(14), out=bit, where=beda <= 4)
        np.minimum(bit, np.minimum(self.penuh[a], self.penuh[b]), out=bit)
        bit *= banyak > 0
        return bit, sisa, beda

    def _kata_sama(self, a: Angka, b: Angka) -> tuple[Pecahan, NDArray[np.int16]]:
        """Return what the words are worth that both have, and how many they are."""
        bit, cocok = np.zeros(len(a), np.float32), np.zeros(len(a), np.int16)
        kiri, kanan = self._kata_dua(a, b)
        for satu in kiri:
            sama = np.zeros(len(a), np.bool_)
            for dua in kanan:
                sama |= satu == dua
            sama &= satu >= 0
            bit += sama * self._bit32.take(satu, mode="wrap")
            cocok += sama
        return bit, cocok

    def _beda_huruf(self, a: Angka, b: Angka) -> NDArray[np.uint8]:
        """Return how many letters one has that the other has not."""
        satu, dua = (x.take(a) ^ x.take(b) for x in self._huruf_nama)
        hasil: NDArray[np.uint8] = np.bitwise_count(satu) + np.bitwise_count(dua)
        return hasil

    def banding(self, a: Angka, b: Angka) -> BuktiNama:
        """Compare pairs."""
        kiri, kanan = self._kata_dua(a, b)
        sisa_kiri, sisa_kanan = kiri >= 0, kanan >= 0
        bit = np.zeros(len(a))
        for i, satu in enumerate(kiri):
            for j, dua in enumerate(kanan):
                beda = satu != dua
                sisa_kiri[i] &= beda
                sisa_kanan[j] &= beda
            bit += self.bit_kata.take(satu, mode="wrap") * ((satu >= 0) & ~sisa_kiri[i])
        perlu = np.flatnonzero(sisa_kiri.any(axis=0) | sisa_kanan.any(axis=0))
        ada = (self._s.banyak_kata[a] > 0) & (self._s.banyak_kata[b] > 0)
        penuh = np.minimum(self.penuh[a], self.penuh[b])
        hasil = BuktiNama(
            np.where(ada, np.minimum(bit, penuh) - 0.5, 0.0), np.full(len(a), SAMA, np.int8), np.zeros(len(a)),
            np.zeros(len(a), np.bool_),
        )  # fmt: skip
        if len(perlu):
            sisa = _Sisa(kiri[:, perlu], kanan[:, perlu], sisa_kiri[:, perlu], sisa_kanan[:, perlu])
            self._berbeda(perlu, a[perlu], b[perlu], sisa, bit[perlu], penuh[perlu], hasil)
        hasil.bit[~ada] = 0.0
        return hasil

    def _kata_dua(self, a: Angka, b: Angka) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        """Return the words of both, a row a place in the name."""
        kiri, kanan = (np.ascontiguousarray(self._s.kata.take(x, axis=0).T) for x in (a, b))
        return kiri, kanan

    def _berbeda(
        self, perlu: Angka, a: Angka, b: Angka, sisa: "_Sisa", bit: Pecahan, penuh: Pecahan, hasil: BuktiNama
    ) -> None:
        """Judge the pairs whose words are not all the same: pair off what remains, then count what stays alone."""
        ada_sama = bit > 0
        lazim, singkat, selip = np.zeros(len(a)), np.zeros(len(a), np.bool_), np.zeros(len(a), np.bool_)
        self._padankan(sisa, bit, lazim, singkat, selip)
        n_kiri, n_kanan = sisa.di_kiri.sum(axis=0), sisa.di_kanan.sum(axis=0)
        bentrok, lebih = np.minimum(n_kiri, n_kanan), np.abs(n_kiri - n_kanan)
        ada_cocok = ada_sama | selip | singkat
        bit += -1.8 * np.minimum(lebih, 2) - 6.0 * np.minimum(bentrok, 1) - 2.0 * np.maximum(bentrok - 1, 0)
        bit -= np.where(ada_cocok, 0.0, 3.0)
        jenis = np.where(
            ~ada_cocok,
            BEDA,
            np.where(bentrok > 0, SEBAGIAN, np.where(lebih > 0, KURANG, np.where(selip, EJAAN, SINGKAT))),
        )
        self._gabung(a, b, bit, jenis, lazim, penuh)
        hasil.bit[perlu] = np.minimum(bit, penuh)
        hasil.jenis[perlu] = jenis
        hasil.lazim[perlu] = lazim
        hasil.singkat[perlu] = singkat

    def _padankan(self, sisa: "_Sisa", bit: Pecahan, lazim: Pecahan, singkat: Benar, selip: Benar) -> None:
        """Pair off the remaining words that have something in common, the likeliest first, and add what that says."""
        siapa, nilai, dikenal, awalan = self._kata(sisa)
        lebar = len(sisa.kiri)
        baris = np.arange(len(siapa))
        for _ in range(3):
            terbaik = nilai.reshape(len(siapa), -1).argmax(axis=1) if len(siapa) else baris
            i, j = terbaik // lebar, terbaik % lebar
            kena = np.flatnonzero(nilai[baris, i, j] > _TAK_ADA)
            if not len(kena):
                break
            i, j, mana = i[kena], j[kena], siapa[kena]
            bit[mana] += nilai[kena, i, j]
            singkat[mana] |= awalan[kena, i, j]
            selip[mana] |= ~awalan[kena, i, j]
            lazim[mana] = np.maximum(lazim[mana], dikenal[kena, i, j])
            sisa.di_kiri[i, mana] = False
            sisa.di_kanan[j, mana] = False
            nilai[kena, i, :] = _TAK_ADA
            nilai[kena, :, j] = _TAK_ADA

    def _kata(self, sisa: "_Sisa") -> tuple[Angka, Pecahan, Pecahan, Benar]:
        """Return which pairs have remaining words with anything in common, and of those every word against every other.

        Those numbers are bits, `_TAK_ADA` where two words have nothing in common; and what `_dua_kata` says besides.
        """
        bagian = []
        for i, di_kiri in enumerate(sisa.di_kiri):
            for j, di_kanan in enumerate(sisa.di_kanan):
                mana = np.flatnonzero(di_kiri & di_kanan)
                mana = mana[self._mungkin(sisa.kiri[i, mana], sisa.kanan[j, mana])]
                bagian.append((mana, np.full(len(mana), i), np.full(len(mana), j)))
        mana, di_kiri, di_kanan = (np.concatenate(x) for x in zip(*bagian, strict=True))
        siapa, baris = np.unique(mana, return_inverse=True)
        satu, dua = sisa.kiri[di_kiri, mana].astype(np.int64), sisa.kanan[di_kanan, mana].astype(np.int64)
        di = self._cari_kata(np.minimum(satu, dua) * len(self._teks) + np.maximum(satu, dua))
        bentuk = len(siapa), len(sisa.kiri), len(sisa.kanan)
        nilai, dikenal, awalan = np.full(bentuk, _TAK_ADA), np.zeros(bentuk), np.zeros(bentuk, np.bool_)
        tempat = baris, di_kiri, di_kanan
        nilai[tempat], dikenal[tempat], awalan[tempat] = (x[di] for x in self._hasil_kata)
        return siapa, nilai, dikenal, awalan

    def _mungkin(self, satu: Angka, dua: Angka) -> Benar:
        """Tell which two words can have anything in common, by letters alone: few others are worth the closer look.

        A slip is two letters at most; so many slips are allowed as `_dua_kata` does, and words cut short.
        """
        beda = np.bitwise_count(self._huruf_kata.take(satu) ^ self._huruf_kata.take(dua))
        panjang = self._panjang.take(satu), self._panjang.take(dua)
        pendek, lebih = np.minimum(*panjang), np.abs(panjang[0] - panjang[1])
        hasil: Benar = beda <= _BEDA_MENURUT_PANJANG.take(pendek, mode="clip")
        hasil |= (self._huruf.take(satu) == self._huruf.take(dua)) & ((pendek == 1) | (pendek <= 4) & (beda <= lebih))
        return hasil

    def _cari_kata(self, kunci: Angka) -> Angka:
        """Return where pairs of words stand among those compared; new ones are compared now, and kept."""
        unik = np.unique(kunci).astype(np.int64)
        baru = unik[~np.isin(unik, self._kunci_kata, assume_unique=True)]
        if len(baru):
            hasil = self._dua_kata(baru // len(self._teks), baru % len(self._teks))
            semua = np.concatenate((self._kunci_kata, baru))
            urut = np.argsort(semua)
            self._kunci_kata = np.asarray(semua[urut], np.int64)
            x, y, z = (np.concatenate(d)[urut] for d in zip(self._hasil_kata, hasil, strict=True))
            self._hasil_kata = (x, y, z)
        return np.searchsorted(self._kunci_kata, kunci)

    def _dua_kata(self, satu: Angka, dua: Angka) -> tuple[Pecahan, Pecahan, Benar]:
        """Return for pairs of words: bits, how surely both are names of their own, whether one abbreviates."""
        s, d = self._teks[satu], self._teks[dua]
        pendek = np.minimum(self._panjang[satu], self._panjang[dua])
        jarak = np.asarray(cpdist(s, d, scorer=OSA.distance, score_cutoff=3)) if len(s) else np.zeros(0)
        awal = (self._huruf[satu] == self._huruf[dua]) & (self._inisial[satu] | self._inisial[dua])
        bilangan = (self._huruf[satu] == _BILANGAN) | (self._huruf[dua] == _BILANGAN)
        jarak = np.where(bilangan, 9, jarak)
        mungkin = np.flatnonzero(~bilangan & (self._huruf[satu] == self._huruf[dua]) & (pendek >= 3) & (pendek <= 4))
        singkat = np.zeros(len(s), np.bool_)
        singkat[mungkin] = [_singkatan(s[k], d[k]) for k in mungkin.tolist()]
        untung = np.select(
            [
                (jarak == 1) & (pendek >= 5), (jarak == 1) & (pendek >= 3), (jarak == 2) & (pendek >= 7),
                (jarak == 2) & (pendek >= 5), (jarak == 3) & (pendek >= 9),
            ],
            [2.0**7, 2.0**5, 2.0**6, 2.0**3, 2.0**4],
            0.0,
        )  # fmt: skip
        untung = np.where(self._huruf[satu] == self._huruf[dua], untung, untung / 4)  # few slips hit the first letter
        seringnya_dua = np.minimum(self._peluang[satu], self._peluang[dua])
        dekat = np.minimum(self._tetangga[satu], self._tetangga[dua])
        bit = np.where(untung > 0, -np.log2(1 / np.maximum(untung, 1) + 600 * seringnya_dua + dekat / 0.06), _TAK_ADA)
        kenal = np.minimum(self._dikenal[satu], self._dikenal[dua])
        bit = np.where(singkat & (bit < 3.0), np.minimum(3.0, self.bit_kata[satu]), bit)
        bit = np.where(awal, 1.0, bit)
        return bit, np.where(awal | singkat, 0.0, kenal), awal | singkat

    def _gabung(self, a: Angka, b: Angka, bit: Pecahan, jenis: Angka, lazim: Pecahan, penuh: Pecahan) -> None:
        """See whether words were only joined or torn apart: `SRI WAHYUNI`, `SRIWAHYUNI`."""
        beda_banyak = self._s.banyak_kata[a] != self._s.banyak_kata[b]
        mungkin = np.flatnonzero(beda_banyak & (jenis != SAMA))
        mungkin = mungkin[self._beda_huruf(a[mungkin], b[mungkin]) <= 4]  # two slips, at most
        if not len(mungkin):
            return
        kiri, kanan = (self._rapat(x[mungkin]) for x in (a, b))
        jarak = np.asarray(cpdist(kiri, kanan, scorer=OSA.distance, score_cutoff=2))
        panjang = np.fromiter((len(t) for t in kiri), np.int64, len(kiri))
        for batas, potong, min_panjang in ((0, 1.0, 5), (1, 4.0, 7), (2, 7.0, 11)):
            kena = (jarak == batas) & (panjang >= min_panjang)
            mana = mungkin[kena]
            lebih = np.minimum(penuh[mana], 14.0) - potong
            naik = lebih > bit[mana]
            bit[mana[naik]] = lebih[naik]
            jenis[mana[naik]] = EJAAN
            lazim[mana[naik]] = 0.0

    def _rapat(self, siapa: Angka) -> list[str]:
        return ["".join(baris) for baris in self._teks[self._s.kata[siapa]].tolist()]


def _tetangga(kata: list[str], jumlah: Pecahan) -> Pecahan:
    """Return for every word how many people have another one that one left-out letter makes equal, a pair aside."""
    bentuk: dict[str, list[int]] = {}
    for ke, satu in enumerate(kata):
        for tanpa in {satu[:k] + satu[k + 1 :] for k in range(len(satu))}:
            bentuk.setdefault(tanpa, []).append(ke)
    hasil = np.zeros(len(kata) + 1)
    for semua in bentuk.values():
        if len(semua) > 2:
            banyak = jumlah[semua].sum()
            hasil[semua] = np.maximum(hasil[semua], banyak - 2)
    return hasil


def _hitung_huruf(kata: list[str]) -> NDArray[np.int8]:
    """Count the letters of every word, folded into sixteen classes; a last row stands for no word."""
    hasil = np.zeros((len(kata) + 1, 16), np.int8)
    for ke, satu in enumerate(kata):
        for huruf in satu.encode():
            hasil[ke, huruf & 15] += 1
    return hasil


def _berderet(jumlah: NDArray[np.int8], lebar: int) -> NDArray[np.uint64]:
    """Return counts of letters as so many bits out of `lebar` a class, beside each other in one number.

    Two words differ by no fewer letters than bits; and by as many where no class has more letters than bits.
    """
    hasil = np.zeros(len(jumlah), np.uint64)
    for kelas, isi in enumerate(jumlah.T):
        bit = (np.uint64(1) << np.minimum(isi, lebar).astype(np.uint64)) - np.uint64(1)
        hasil |= bit << np.uint64(lebar * kelas)
    return hasil


def _singkatan(satu: str, dua: str) -> bool:
    """Tell whether one word is the beginning of the other, three letters or four."""
    pendek, panjang = (satu, dua) if len(satu) < len(dua) else (dua, satu)
    return 3 <= len(pendek) <= 4 and len(panjang) >= len(pendek) + 2 and panjang.startswith(pendek)
