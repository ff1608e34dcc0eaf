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
        self.letak = per_kata[siap.kata].sum(axis=1, dtype=np.int8)
        self._huruf_nama = berderet(self.letak[:, :8], 8), berderet(self.letak[:, 8:], 8)
        self._huruf_kata = berderet(per_kata, 4)
        sama = seringnya(siap.nama)
        self.penuh = -np.log2((np.maximum(sama - 1, 0) + 0.3) / (siap.n + 200))
        self._penuh32 = self.penuh.astype(np.float32)
        self.maks = (np.minimum(self.bit_kata[siap.kata].sum(axis=1), self.penuh + 1) + 1.0).astype(np.float32)
        """Upper bound of the bits that a pair with this person can earn by its names."""

    def harapan(self, a: Angka, b: Angka) -> BuktiNama:
        """Return the best that a closer look could find, by shared words and counts of letters alone."""
        bit, cocok = self._kata_sama(a, b)
        banyak = np.minimum(self._s.banyak_kata[a], self._s.banyak_kata[b])
        sisa = banyak - cocok
        beda = self._beda_huruf(a, b)
        dekat = beda <= BEDA_HURUF
        penuh = np.minimum(self._penuh32[a], self._penuh32[b])
        bit += (dekat * 7 * np.minimum(sisa, 3) - (~dekat & (sisa > 0)) * 4).astype(np.float32)
        np.maximum(bit, np.float32(14), out=bit, where=beda <= 4)
        jenis = (SAMA + (beda > 0) * EJAAN) * dekat + (
            KURANG + (sisa > 0) * (SEBAGIAN - KURANG + (cocok == 0))
        ) * ~dekat
        ada = banyak > 0
        nol = np.zeros(len(a))
        return BuktiNama(np.minimum(bit, penuh) * ada, (jenis * ada).astype(np.int8), nol, nol > 0)

    def _kata_sama(self, a: Angka, b: Angka) -> tuple[Pecahan, NDArray[np.int16]]:
        """Return what the words are worth that both have, and how many they are."""
        bit, cocok = np.zeros(len(a), np.float32), np.zeros(len(a), np.int16)
        kiri, kanan = self._s.kata.take(a, axis=0), self._s.kata.take(b, axis=0)
        kanan[kanan < 0] = -2  # where one has no more words, the other has none like it
        for satu in kiri.T:
            sama = np.zeros(len(a), np.bool_)
            for dua in kanan.T:
                sama |= satu == dua
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
        kiri, kanan = self._s.kata[a], self._s.kata[b]
        sama = (kiri[:, :, None] == kanan[:, None, :]) & (kiri >= 0)[:, :, None]
        di_kiri, di_kanan = sama.any(axis=2), sama.any(axis=1)
        bit = (self.bit_kata[kiri] * di_kiri).sum(axis=1)
        sisa_kiri, sisa_kanan = (kiri >= 0) & ~di_kiri, (kanan >= 0) & ~di_kanan
        jenis = np.full(len(a), SAMA, np.int8)
        lazim, singkat = np.zeros(len(a)), np.zeros(len(a), np.bool_)
        perlu = np.flatnonzero(sisa_kiri.any(axis=1) | sisa_kanan.any(axis=1))
        ada = (self._s.banyak_kata[a] > 0) & (self._s.banyak_kata[b] > 0)
        lengkap = np.minimum(bit, np.minimum(self.penuh[a], self.penuh[b])) - 0.5
        hasil = BuktiNama(np.where(ada, lengkap, 0.0), jenis, lazim, singkat)
        if len(perlu):
            self._berbeda(perlu, a, b, kiri[perlu], kanan[perlu], sisa_kiri[perlu], sisa_kanan[perlu], bit, hasil)
        hasil.bit[~ada] = 0.0
        return hasil

    def _berbeda(
        self,
        perlu: Angka,
        a: Angka,
        b: Angka,
        kiri: NDArray[np.int32],
        kanan: NDArray[np.int32],
        sisa_kiri: Benar,
        sisa_kanan: Benar,
        bit_sama: Pecahan,
        hasil: BuktiNama,
    ) -> None:
        """Judge the pairs whose words are not all the same: pair off what remains, then count what stays alone."""
        bit = bit_sama[perlu].copy()
        ada_sama = bit > 0
        nilai, dikenal, awalan = self._kata(kiri, kanan, sisa_kiri, sisa_kanan)
        lazim, singkat = np.zeros(len(perlu)), np.zeros(len(perlu), np.bool_)
        selip = np.zeros(len(perlu), np.bool_)
        lebar = kiri.shape[1]
        baris = np.arange(len(perlu))
        for _ in range(3):
            datar = nilai.reshape(len(perlu), -1)
            terbaik = datar.argmax(axis=1)
            untung = datar[baris, terbaik]
            kena = np.flatnonzero(untung > _TAK_ADA)
            if not len(kena):
                break
            i, j = terbaik[kena] // lebar, terbaik[kena] % lebar
            bit[kena] += untung[kena]
            singkat[kena] |= awalan[kena, i, j]
            selip[kena] |= ~awalan[kena, i, j]
            lazim[kena] = np.maximum(lazim[kena], dikenal[kena, i, j])
            sisa_kiri[kena, i] = False
            sisa_kanan[kena, j] = False
            nilai[kena, i, :] = _TAK_ADA
            nilai[kena, :, j] = _TAK_ADA
        n_kiri, n_kanan = sisa_kiri.sum(axis=1), sisa_kanan.sum(axis=1)
        bentrok, lebih = np.minimum(n_kiri, n_kanan), np.abs(n_kiri - n_kanan)
        ada_cocok = ada_sama | selip | singkat
        bit += -1.8 * np.minimum(lebih, 2) - 6.0 * np.minimum(bentrok, 1) - 2.0 * np.maximum(bentrok - 1, 0)
        bit -= np.where(ada_cocok, 0.0, 3.0)
        jenis = np.where(
            ~ada_cocok,
            BEDA,
            np.where(bentrok > 0, SEBAGIAN, np.where(lebih > 0, KURANG, np.where(selip, EJAAN, SINGKAT))),
        )
        self._gabung(perlu, a, b, bit, jenis, lazim)
        batas = np.minimum(self.penuh[a[perlu]], self.penuh[b[perlu]])
        hasil.bit[perlu] = np.minimum(bit, batas)
        hasil.jenis[perlu] = jenis
        hasil.lazim[perlu] = lazim
        hasil.singkat[perlu] = singkat

    def _kata(
        self, kiri: NDArray[np.int32], kanan: NDArray[np.int32], sisa_kiri: Benar, sisa_kanan: Benar
    ) -> tuple[Pecahan, Pecahan, Benar]:
        """Return bits of every remaining word against every other; `_TAK_ADA` where they have nothing in common."""
        bentuk = (len(kiri), kiri.shape[1], kanan.shape[1])
        nilai, dikenal, awalan = np.full(bentuk, _TAK_ADA), np.zeros(bentuk), np.zeros(bentuk, np.bool_)
        di_mana = np.nonzero(sisa_kiri[:, :, None] & sisa_kanan[:, None, :])
        satu, dua = kiri[di_mana[0], di_mana[1]].astype(np.int64), kanan[di_mana[0], di_mana[2]].astype(np.int64)
        mungkin = np.flatnonzero(self._mungkin(satu, dua))
        satu, dua, di_mana = satu[mungkin], dua[mungkin], tuple(x[mungkin] for x in di_mana)
        mana = self._cari_kata(np.minimum(satu, dua) * len(self._teks) + np.maximum(satu, dua))
        nilai[di_mana], dikenal[di_mana], awalan[di_mana] = (x[mana] for x in self._hasil_kata)
        return nilai, dikenal, awalan

    def _mungkin(self, satu: Angka, dua: Angka) -> Benar:
        """Tell which two words can have anything in common, by letters alone: few others are worth the closer look.

        A slip is two letters at most; so many slips are allowed as `_dua_kata` does.
        """
        beda = np.bitwise_count(self._huruf_kata.take(satu) ^ self._huruf_kata.take(dua))
        pendek = np.minimum(self._panjang.take(satu), self._panjang.take(dua))
        hasil: Benar = beda <= _BEDA_MENURUT_PANJANG.take(pendek, mode="clip")
        hasil |= (self._huruf.take(satu) == self._huruf.take(dua)) & (pendek <= 4)
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

    def _gabung(self, perlu: Angka, a: Angka, b: Angka, bit: Pecahan, jenis: Angka, lazim: Pecahan) -> None:
        """See whether words were only joined or torn apart: `SRI WAHYUNI`, `SRIWAHYUNI`."""
        beda_banyak = self._s.banyak_kata[a[perlu]] != self._s.banyak_kata[b[perlu]]
        mungkin = np.flatnonzero(beda_banyak & (jenis != SAMA))
        mungkin = mungkin[self._beda_huruf(a[perlu[mungkin]], b[perlu[mungkin]]) <= 4]  # two slips, at most
        if not len(mungkin):
            return
        kiri, kanan = (self._rapat(x[perlu[mungkin]]) for x in (a, b))
        jarak = np.asarray(cpdist(kiri, kanan, scorer=OSA.distance, score_cutoff=2))
        panjang = np.fromiter((len(t) for t in kiri), np.int64, len(kiri))
        penuh = np.minimum(self.penuh[a[perlu[mungkin]]], self.penuh[b[perlu[mungkin]]])
        for batas, potong, min_panjang in ((0, 1.0, 5), (1, 4.0, 7), (2, 7.0, 11)):
            kena = (jarak == batas) & (panjang >= min_panjang)
            mana = mungkin[kena]
            lebih = np.minimum(penuh[kena], 14.0) - potong
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


def berderet(jumlah: NDArray[np.int8], lebar: int) -> NDArray[np.uint64]:
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
