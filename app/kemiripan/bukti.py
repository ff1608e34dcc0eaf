"""What two people's numbers, dates and places say, in bits, under four explanations of why they look alike.

A pair is one *person* written twice, or two *strangers*, or two of one *household* (who share No. KK and address for
free), or *twins* (who share the birth date and most of the NIK as well). Each column is asked how probable what is seen
would be under each explanation; strangers are the yardstick, so only three numbers are kept. A common value (born on 1
January, the largest desa) is probable for strangers too and therefore says little: its share is counted at hand.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from app.kemiripan.sandi import angka, bagian_tanggal, dari_angka, digit_beda, selip, separuh_sama
from app.kemiripan.siap import Angka, Benar, Pecahan, Siap, seringnya, seringnya_besar
from app.kemiripan.teks import Rapi, mirip_alamat, mirip_nama, rapikan_alamat

_HARI_SAMAR = 101, 701, 1231, 630
"""Month and day that registries write when they know the year alone."""
# NIK, from alike to different
NIK_KOSONG, NIK_SAMA, NIK_WILAYAH, NIK_TANGGAL, NIK_JK, NIK_URUT, NIK_KEMBAR, NIK_SELIP, NIK_BEDA = range(9)
LAHIR_KOSONG, LAHIR_SAMA, LAHIR_TUKAR, LAHIR_SELIP, LAHIR_SAMAR, LAHIR_SATU, LAHIR_DEKAT, LAHIR_BEDA = range(8)
KOSONG, SAMA, SELIP, BEDA = range(4)


_TANGGAL, _HARI, _URUT = np.uint64(0xFFFFFF0000), np.uint64(0xFF00000000), np.uint64(0xFFFF)
"""Parts of a NIK."""
SETAHUN = 366
_BERURUT = 9
"""Serial numbers that lie no further apart were given out one after the other, rather than mistyped."""


def _tabel(asing: Sequence[float], *menurut: Sequence[float]) -> NDArray[np.float32]:
    """Return bits by explanation (person, household, twins) and level, from the probabilities of every level."""
    hasil: NDArray[np.float32] = np.log2(np.array(menurut) / np.array(asing)).astype(np.float32)
    return hasil


TABEL_NIK = _tabel((1.0, *[0.95] * 8), (1.0, *[0.06] * 8), (1.0, *[0.96] * 8), (1.0, *[0.15] * 8))
"""Of two NIK that are not alike; those that are, are looked at part by part."""
TABEL_JK = _tabel((1.0, 0.5, 1.0, 0.5), (1.0, 0.98, 1.0, 0.02), (1.0, 0.5, 1.0, 0.5), (1.0, 0.7, 1.0, 0.27))
TABEL_DESA = _tabel((1.0, 1.0, 1.0, 1.0), (1.0, 0.88, 1.0, 0.12), (1.0, 0.96, 1.0, 0.04), (1.0, 0.97, 1.0, 0.03))


@dataclass(slots=True)
class Bukti:
    """One place a pair: bits against strangers for one person, for a household, for twins; and what was seen.

    `seumur`: both birth years are known and lie within twelve years.
    """

    orang: Pecahan
    rumah: Pecahan
    kembar: Pecahan
    seumur: Benar
    tingkat: dict[str, NDArray[np.int8]] = field(default_factory=dict)

    def nilai(self, tingkat: NDArray[np.int8], tabel: NDArray[np.float32]) -> None:
        """Add what the levels of one column say."""
        for apa, bit in zip((self.orang, self.rumah, self.kembar), tabel, strict=True):
            apa += bit[tingkat]

    def semua(self, mana: Angka, bit: Pecahan) -> None:
        """Add bits to all three explanations of some pairs."""
        for apa in (self.orang, self.rumah, self.kembar):
            apa[mana] += bit

    def tambah(self, orang: Pecahan, rumah: Pecahan, kembar: Pecahan) -> None:
        """Add what one column says."""
        self.orang += orang
        self.rumah += rumah
        self.kembar += kembar

    def bit(self, mana: Angka) -> "Bukti":
        """Return the bits alone of some pairs."""
        return Bukti(self.orang[mana], self.rumah[mana], self.kembar[mana], self.seumur[mana])

    def pilih(self, mana: Benar | Angka) -> "Bukti":
        """Keep some of the pairs."""
        tingkat = {k: v[mana] for k, v in self.tingkat.items()}
        return Bukti(self.orang[mana], self.rumah[mana], self.kembar[mana], self.seumur[mana], tingkat)


def _bit(peluang: Pecahan | float, asing: Pecahan | float) -> Pecahan:
    hasil: Pecahan = np.log2(np.asarray(peluang, np.float64) / np.asarray(asing, np.float64))
    return hasil


class PembandingAngka:
    """Compares everything but names, with the frequencies of the values at hand."""

    def __init__(self, siap: Siap) -> None:
        s = self._s = siap
        n = max(siap.n, 1)
        ada_nik = max(int((s.nik > 0).sum()), 1)
        ada_lahir = max(int((s.lahir > 0).sum()), 1)
        urut = np.where(s.nik > 0, (s.nik & _URUT).astype(np.int32) + 1, 0)
        self.wilayah = _bagian(seringnya_besar(s.nik >> np.uint64(40)), 1.0, ada_nik + 2)
        self.urut = _bagian(seringnya(urut), 0.3, ada_nik + 10)
        self._lahir = _bagian(_selain_berdua(seringnya_besar(s.lahir)), ada_lahir * 4e-5 + 0.1, ada_lahir + 30)
        self._tempat = _bagian(seringnya(s.tempat), 1.0, n + 5)
        self._ibu = _bagian(seringnya(s.ibu), 0.5, n + 50)
        self.bit_lahir = -np.log2(self._lahir)
        self.bit_desa = -np.log2(np.minimum(_bagian(seringnya(s.desa), 1.0, n + 5), 1.0))
        kartu_serentak = _selain_berdua(seringnya_besar(s.no_kk >> np.uint64(16)))  # of one day, numbered on
        self._deret_kk = _bagian(kartu_serentak, 0.0, n + 10)
        self.samar = np.isin(s.lahir % 10000, _HARI_SAMAR)
        tahun_saja = 2 * float(self.samar.sum() + 1) / (n + 10) / 60
        self.tabel_lahir = _tabel(
            (1.0, 1.0, 5e-5, 1.5e-3, tahun_saja, 4e-3, 0.025, 0.97),
            (1.0, 0.84, 0.03, 0.06, 0.02, 0.02, 0.01, 0.02),
            (1.0, 1.0, 1e-4, 2e-3, tahun_saja, 5e-3, 0.02, 0.97),
            (1.0, 0.95, 3e-3, 6e-3, 2e-3, 3e-3, 3e-3, 5e-3),
        )
        self.tabel_kk = _tabel(
            (1.0, min(2 / n, 1e-3) + 1e-6, 1.0, 1.0),
            (1.0, 0.82, 0.04, 0.14),
            (1.0, 0.90, 0.02, 0.08),
            (1.0, 0.93, 0.02, 0.05),
        )
        self._tempat_rapi = Rapi(lambda siapa: [s.isi_tempat[k] for k in s.tempat[siapa].tolist()], s.kamus.urut)
        self._ibu_rapi, self._alamat_rapi = (
            Rapi(s.isi_ibu.ambil, s.kamus.urut),
            Rapi(s.isi_alamat.ambil, rapikan_alamat),
        )
        self._alamat_urut: Angka | None = None
        hari, bulan, tahun = bagian_tanggal(s.nik)
        self.konsisten = (
            (np.where(hari > 40, hari - 40, hari) == s.lahir % 100)
            & (bulan == s.lahir // 100 % 100)
            & (tahun == s.lahir // 10**4 % 100)
            & ~s.dari_nik
        )

    def maks_teks(self, x: slice) -> tuple[Pecahan, Pecahan]:
        """Return by person the most of `harapan_teks` with mothers of other names, and what one name adds."""
        s = self._s
        tempat = np.where(s.tempat[x] > 0, np.maximum(-np.log2(self._tempat[x]), 2.0), 0.0)
        maks = tempat + np.where(s.alamat[x] > 0, 5.7, 0.0) + np.where(s.ibu[x] > 0, 6.0, 0.0)
        return maks, np.where(s.ibu[x] > 0, np.maximum(-np.log2(self._ibu[x]) - 6.0, 0.0), 0.0)

    def harapan_teks(self, a: Angka, b: Angka) -> Pecahan:
        """Return the most bits that `banding_teks` could add for one person against strangers."""
        s = self._s
        hasil = np.where((s.alamat[a] > 0) & (s.alamat[b] > 0), 5.7, 0.0)
        for nomor, bagian, nyaris in ((s.ibu, self._ibu, 6.0), (s.tempat, self._tempat, 2.0)):
            satu, dua = nomor[a], nomor[b]
            sama = np.where(satu == dua, -np.log2(bagian[a]), nyaris)
            hasil += np.where((satu > 0) & (dua > 0), sama, 0.0)
        return hasil

    def banding(self, a: Angka, b: Angka) -> Bukti:
        """Compare pairs by what costs little."""
        satu, dua = self._s.tahun[a], self._s.tahun[b]
        seumur = (satu > 0) & (dua > 0) & (np.abs(satu - dua) <= 12)
        nol = np.zeros((3, len(a)), np.float32)
        bukti = Bukti(nol[0], nol[1], nol[2], seumur)
        lahir = self._banding_lahir(a, b, bukti)
        self._banding_nik(a, b, lahir, bukti)
        self._banding_kk(a, b, bukti)
        self._banding_jk(a, b, bukti)
        self._banding_desa(a, b, bukti)
        return bukti

    # --- birth date ----------------------------------------------------------------------------------------------

    def _banding_lahir(self, a: Angka, b: Angka, bukti: Bukti) -> NDArray[np.int8]:
        s = self._s
        satu, dua = s.lahir[a], s.lahir[b]
        ada = (satu > 0) & (dua > 0)
        # where a birth date was read from the NIK, two NIK say it all
        ada &= ~((s.dari_nik[a] | s.dari_nik[b]) & (s.nik[a] > 0) & (s.nik[b] > 0))
        tingkat = np.where(ada, LAHIR_SAMA, LAHIR_KOSONG).astype(np.int8)
        mana = np.flatnonzero(ada & (satu != dua))
        tingkat[mana] = self._tingkat_lahir(a[mana], b[mana])
        bukti.nilai(tingkat, self.tabel_lahir)
        sama = np.flatnonzero(tingkat == LAHIR_SAMA)
        bit = np.maximum(self.bit_lahir[a[sama]], self.bit_lahir[b[sama]])
        bukti.orang[sama] += bit
        bukti.rumah[sama] += np.maximum(bit + np.float32(np.log2(2e-4)), 0)
        bukti.kembar[sama] += bit
        bukti.tingkat["lahir"] = tingkat
        return tingkat

    def _tingkat_lahir(self, a: Angka, b: Angka) -> NDArray[np.int8]:
        """Return how two birth dates differ."""
        s = self._s
        ta, tb, ba, bb, ha, hb = s.tahun[a], s.tahun[b], s.bulan[a], s.bulan[b], s.hari[a], s.hari[b]
        t = ta == tb
        dua_sama = t.astype(np.int8) + (ba == bb) + (ha == hb) == 2
        selip = np.zeros(len(a), np.bool_)
        dua = np.flatnonzero(dua_sama)
        selip[dua] = _selip_lahir(*(x[dua] for x in (ta, tb, ba, bb, ha, hb)))
        samar = t & (self.samar[a] | self.samar[b])
        return np.select(
            [t & (ba == hb) & (ha == bb), selip, samar, dua_sama, t | (np.abs(s.urutan[a] - s.urutan[b]) <= SETAHUN)],
            [LAHIR_TUKAR, LAHIR_SELIP, LAHIR_SAMAR, LAHIR_SATU, LAHIR_DEKAT],
            LAHIR_BEDA,
        ).astype(np.int8)

    # --- NIK -----------------------------------------------------------------------------------------------------

    def _banding_nik(self, a: Angka, b: Angka, lahir: NDArray[np.int8], bukti: Bukti) -> None:
        """A NIK is region, birth date and serial; strangers share each part as often as it occurs.

        What a date inside says is judged against the birth dates: where both people's NIK and birth date agree with
        each other, another date in the NIK is another person and no slip of the pen.
        """
        ada = (self._s.nik[a] > 0) & (self._s.nik[b] > 0)
        tingkat = np.where(ada, NIK_BEDA, NIK_KOSONG).astype(np.int8)
        bukti.tingkat["nik"] = tingkat
        bukti.nilai(tingkat, TABEL_NIK)
        mana = np.flatnonzero(ada & separuh_sama(self._s.nik[a] ^ self._s.nik[b]))
        t = self._nik_dekat(a[mana], b[mana], lahir[mana])
        dekat = t.tingkat != NIK_BEDA
        mana = mana[dekat]
        tingkat[mana] = t.tingkat[dekat]
        for apa, bit, beda in zip((bukti.orang, bukti.rumah, bukti.kembar), t.bit, TABEL_NIK[:, NIK_BEDA], strict=True):
            apa[mana] += bit[dekat] - beda

    def _nik_dekat(self, a: Angka, b: Angka, lahir: NDArray[np.int8]) -> "_NikDekat":
        """Judge NIK of which few digits differ."""
        beda = _beda_nik(self._s, a, b)
        t = beda.tingkat
        wilayah, urut = self._bagian_nik(a, b, beda)
        tanggal = self._tanggal_nik(a, b, lahir, beda)
        asing = np.where(t == NIK_SAMA, 3e-6, np.clip(wilayah * tanggal * urut, 1e-7, 1.0))
        rumah_wilayah = np.where(beda.wilayah == 0, 0.6, np.minimum(wilayah, 0.4))
        rumah = np.where(t == NIK_SAMA, 0.02, np.clip(rumah_wilayah * tanggal * urut, 1e-7, 1.0))
        dekat = np.abs(angka(self._s.nik[a] & _URUT) - angka(self._s.nik[b] & _URUT)) <= _BERURUT
        orang = _isi(t, [1.0, 0.78, 0.03, 0.05, 0.012, 0.03, 0.004, 0.03, 0.06], None, 0)
        orang = np.where(dekat & (t == NIK_URUT), 0.008, orang)
        orang *= np.where((tanggal >= 1.0) & (beda.tanggal > 0) & (t != NIK_BEDA), 0.1, 1.0)
        kembar = _isi(t, [1.0, 0.02, 0.05, 3e-3, 0.2, 0.02, 0.02, 0.02, 0.15], None, 0)
        kembar = np.where(dekat & ((t == NIK_URUT) | (t == NIK_KEMBAR)), 0.5, kembar)
        return _NikDekat(t, (_bit(orang, asing), _bit(rumah, asing), _bit(kembar, asing)))

    def _bagian_nik(self, a: Angka, b: Angka, beda: "BedaNik") -> tuple[Pecahan, Pecahan]:
        """Return how probable it is for strangers that region and serial look as alike as they do."""
        wilayah, urut = (np.minimum(x[a], x[b]) for x in (self.wilayah, self.urut))
        satu_wilayah, satu_urut = np.minimum(54 * wilayah, 0.6), np.minimum(36 * urut, 0.6)
        return (
            np.choose(np.minimum(beda.wilayah, 2), [wilayah, satu_wilayah, np.ones(len(a))]),
            np.choose(np.minimum(beda.urut, 2), [urut, satu_urut, np.ones(len(a))]),
        )

    def _tanggal_nik(self, a: Angka, b: Angka, lahir: NDArray[np.int8], beda: "BedaNik") -> Pecahan:
        """Return the same for the dates inside; 1 where both say no more than the birth dates already do."""
        konsisten = self.konsisten[a] & self.konsisten[b]
        hanya_nik = lahir == LAHIR_KOSONG
        sama = np.minimum(self._lahir[a], self._lahir[b])
        acak = np.choose(np.minimum(beda.tanggal, 2), [sama, np.maximum(1.5e-3, sama), np.ones(len(a))])
        sejalan = np.where(beda.jk, 0.5, 1.0)
        slip = np.choose(np.minimum(beda.tanggal, 2), [0.01, 0.01, 0.05])
        hasil: Pecahan = np.where(hanya_nik, acak, np.where(konsisten, sejalan, slip))
        return hasil

    # --- family, sex, desa ---------------------------------------------------------------------------------------

    def _banding_kk(self, a: Angka, b: Angka, bukti: Bukti) -> None:
        satu, dua = self._s.no_kk[a], self._s.no_kk[b]
        tingkat = np.zeros(len(a), np.int8)
        ada = (satu > 0) & (dua > 0)
        tingkat[ada] = BEDA
        tingkat[ada & (satu == dua)] = SAMA
        beda = np.flatnonzero((tingkat == BEDA) & separuh_sama(satu ^ dua))
        tingkat[beda] = np.where(selip(satu[beda], dua[beda]), SELIP, BEDA)
        bukti.nilai(tingkat, self.tabel_kk)
        mana = np.flatnonzero(tingkat == SELIP)
        sederet = np.abs(angka(satu[mana]) - angka(dua[mana])) <= _BERURUT  # cards given out one after the other
        bukti.semua(mana, -np.log2(np.where(sederet, 0.4, np.maximum(self._deret_kk[a[mana]], 1e-3))))
        bukti.orang[mana[sederet]] -= 2
        bukti.tingkat["no_kk"] = tingkat

    def _banding_jk(self, a: Angka, b: Angka, bukti: Bukti) -> None:
        tingkat = _sama(self._s.jk, a, b)
        bukti.nilai(tingkat, TABEL_JK)
        bukti.tingkat["jenis_kelamin"] = tingkat

    def _banding_desa(self, a: Angka, b: Angka, bukti: Bukti) -> None:
        tingkat = _sama(self._s.desa, a, b)
        bukti.nilai(tingkat, TABEL_DESA)
        sama = np.flatnonzero(tingkat == SAMA)
        bukti.semua(sama, self.bit_desa[a[sama]])
        bukti.tingkat["desa"] = tingkat

    # --- what costs more, for the pairs that are left ---------------------------------------------------------------

    def banding_teks(self, a: Angka, b: Angka, bukti: Bukti) -> None:
        """Add birthplace, mother's name and address."""
        s = self._s
        tempat, bagian = _sama(s.tempat, a, b), self._tempat[a]
        tempat = mirip_nama(self._tempat_rapi, a, b, tempat)
        asing: Pecahan = np.where(tempat == SAMA, bagian, np.where(tempat == SELIP, np.maximum(bagian, 0.02), 0.9))
        self._tiga(bukti, tempat, asing, (0.85, 0.07, 0.08), (0.6, 0.02, 0.38), (0.9, 0.05, 0.05))
        bukti.tingkat["tempat_lahir"] = tempat
        ibu, bagian = _sama(s.ibu, a, b), self._ibu[a]
        ibu = mirip_nama(self._ibu_rapi, a, b, ibu, himpun=True)
        asing = np.where(ibu == SAMA, bagian, np.where(ibu == SELIP, 2e-3, 1.0))
        self._tiga(bukti, ibu, asing, (0.78, 0.12, 0.1), (0.45, 0.05, 0.5), (0.83, 0.12, 0.05))
        bukti.tingkat["nama_ibu"] = ibu
        if self._alamat_urut is None:
            self._alamat_urut = np.sort(s.alamat)
        alamat, sering = mirip_alamat(s, self._alamat_rapi, self._alamat_urut, a, b)
        asing = np.where(alamat == SAMA, sering, np.where(alamat == SELIP, 0.1, 0.9))
        self._tiga(bukti, alamat, asing, (0.5, 0.25, 0.25), (0.65, 0.2, 0.15), (0.65, 0.2, 0.15))
        bukti.tingkat["alamat"] = alamat

    @staticmethod
    def _tiga(
        bukti: Bukti,
        tingkat: NDArray[np.int8],
        asing: Pecahan,
        orang: tuple[float, float, float],
        rumah: tuple[float, float, float],
        kembar: tuple[float, float, float],
    ) -> None:
        asing = np.where(tingkat == KOSONG, 1.0, asing)
        bukti.tambah(*(_bit(_isi(tingkat, [1.0, *p], None, 0), asing) for p in (orang, rumah, kembar)))


def _isi(tingkat: NDArray[np.int8], nilai: list[float], khusus: Pecahan | None, di: int) -> Pecahan:
    """Return the value of every level; where `khusus` is given it stands for level `di`."""
    hasil = np.asarray(nilai, np.float64)[tingkat]
    return hasil if khusus is None else np.where(tingkat == di, khusus, hasil)


def _bagian(sering: Angka, tambah: float, dari: float) -> NDArray[np.float32]:
    """Return shares of so many, a little added."""
    hasil: NDArray[np.float32] = ((sering + tambah) / dari).astype(np.float32)
    return hasil


def _selain_berdua(sering: Angka) -> Angka:
    """Return how many share a value besides the two of a pair, from how many others one of them shares it with."""
    hasil: Angka = np.maximum(sering - 1, 0)
    return hasil


def _sama(nomor: Angka, a: Angka, b: Angka) -> NDArray[np.int8]:
    satu, dua = nomor[a], nomor[b]
    hasil = np.where(satu == dua, SAMA, BEDA).astype(np.int8)
    hasil[(satu == 0) | (dua == 0)] = KOSONG
    return hasil


def _selip_lahir(ta: Angka, tb: Angka, ba: Angka, bb: Angka, ha: Angka, hb: Angka) -> Benar:
    """Tell where dates that agree in two parts differ in the third as by a slip of the pen."""
    jauh = np.abs(ta - tb)
    tahun = _selip_angka(ta, tb, 4) | (jauh == 1) | (jauh == 10) | (jauh == 100)
    return np.where(ta != tb, tahun, np.where(ba != bb, _selip_angka(ba, bb, 2), _selip_angka(ha, hb, 2)))


def _selip_angka(satu: Angka, dua: Angka, banyak: int) -> Benar:
    """Tell where short numbers of `banyak` digits differ by a slip."""
    return selip(dari_angka(satu, banyak), dari_angka(dua, banyak))


@dataclass(slots=True)
class _NikDekat:
    """What two NIK that are alike say: how alike, and the bits."""

    tingkat: NDArray[np.int8]
    bit: tuple[Pecahan, Pecahan, Pecahan]


@dataclass(slots=True)
class BedaNik:
    """Where two NIK differ: how many digits of region, date and serial, whether only by the +40 of the sex."""

    tingkat: NDArray[np.int8]
    wilayah: Angka
    tanggal: Angka
    urut: Angka
    jk: Benar


def _beda_nik(s: Siap, a: Angka, b: Angka) -> BedaNik:
    satu, dua = s.nik[a], s.nik[b]
    beda = digit_beda(satu ^ dua)
    jumlah = np.bitwise_count(beda)
    satu_selip = selip(satu, dua)
    wilayah, tanggal, urut = (np.bitwise_count(x) for x in (beda >> np.uint64(40), beda & _TANGGAL, beda & _URUT))
    jk = (np.abs(bagian_tanggal(satu)[0] - bagian_tanggal(dua)[0]) == 40) & (beda & ~_HARI == 0)
    tingkat = np.select(
        [
            jumlah == 0, jk, satu_selip & (wilayah > 0) & (tanggal == 0), satu_selip & (tanggal > 0) & (urut == 0),
            satu_selip & (urut > 0), (wilayah == 0) & (tanggal == 0), jumlah <= 2, jumlah > 0,
        ],
        [NIK_SAMA, NIK_JK, NIK_WILAYAH, NIK_TANGGAL, NIK_URUT, NIK_KEMBAR, NIK_SELIP, NIK_BEDA],
    ).astype(np.int8)  # fmt: skip
    return BedaNik(tingkat, wilayah, tanggal, urut, jk)
