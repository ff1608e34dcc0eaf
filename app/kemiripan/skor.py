"""From evidence to a probability: candidates, cheap columns, an upper bound, then names and texts of what is left."""

import numpy as np

from app.kemiripan.banding_nama import BEDA as NAMA_BEDA
from app.kemiripan.banding_nama import EJAAN, KURANG, SAMA, SEBAGIAN, SINGKAT, BuktiNama, PembandingNama
from app.kemiripan.bentuk import Kolom, Lapor, Pasangan
from app.kemiripan.blok import calon
from app.kemiripan.bukti import Bukti, PembandingAngka
from app.kemiripan.sebab import sebab
from app.kemiripan.siap import Pecahan, siapkan

BAGIAN_KEMBAR = 0.1
"""Papers a person that are second copies, as expected before looking; ten times more or less moves few pairs."""
SERUMAH = 3.5
"""Other people of one's household."""
ANAK_KEMBAR = 0.02
"""Twins a person."""
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


def cari(kolom: Kolom, baru: int, ambang: int, lapor: Lapor | None = None) -> list[Pasangan]:
    """Compare the first `baru` people with each other and with all that follow."""
    siap = siapkan(kolom)
    angka, nama = PembandingAngka(siap), PembandingNama(siap)
    batas = np.log2(ambang / (100 - ambang))
    hasil: list[Pasangan] = []
    awal = np.log2(BAGIAN_KEMBAR / max(siap.n, 2))
    for a, b in calon(siap, baru):
        if lapor:
            lapor(len(hasil), siap.n)
        bukti = angka.banding(a, b)
        teks = angka.harapan_teks(a, b)
        mungkin = bukti.orang + np.minimum(nama.maks[a], nama.maks[b]) + teks + awal >= batas
        a, b, teks, bukti = a[mungkin], b[mungkin], teks[mungkin], bukti.pilih(mungkin)
        mungkin = bit_orang(bukti.naik(teks, _TEKS_MAKS), nama.harapan(a, b), siap.n) >= batas
        a, b, bukti = a[mungkin], b[mungkin], bukti.pilih(mungkin)
        bnama = nama.banding(a, b)
        mungkin = bit_orang(bukti.naik(angka.harapan_teks(a, b), _TEKS_MAKS), bnama, siap.n) >= batas
        a, b, bukti, bnama = a[mungkin], b[mungkin], bukti.pilih(mungkin), bnama.pilih(mungkin)
        angka.banding_teks(a, b, bukti)
        bit = bit_orang(bukti, bnama, siap.n)
        kena = np.flatnonzero(bit >= batas)
        for k in kena[np.argsort(-bit[kena], kind="stable")].tolist():
            skor = min(100, round(100 / (1 + 2.0 ** -bit[k])))
            hasil.append(Pasangan(int(a[k]), int(b[k]), skor, sebab(bukti, bnama, k)))
    return hasil


def bit_orang(bukti: Bukti, nama: BuktiNama, n: int) -> Pecahan:
    """Return log2 of the odds that a pair is one person rather than strangers, a household or twins."""
    awal = np.log2(np.array([BAGIAN_KEMBAR, SERUMAH, ANAK_KEMBAR]) / max(n, 2))
    tabel = np.array([_P_NAMA[k] for k in range(6)])[nama.jenis]
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
