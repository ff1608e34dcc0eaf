"""Counting a hand-over: target = tersalur + belum + gagal, in persons and rupiah, per desa and per outcome.

Every sum is built from the same per-allocation standing (`app.penyaluran.keadaan`) and larger sums are added up from
smaller ones, so papers, window and workbook cannot disagree.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import reduce
from uuid import UUID

from app.kerja import Kerja
from app.penyaluran.keadaan import Keadaan, KeadaanKomponen, SilangDana, StatusSalur
from app.penyaluran.muat import Hitungan, muat_hitungan
from app.penyaluran.titik import syarat_titik
from app.pijakan import lihat_kegiatan
from db.istilah import HasilSalur


@dataclass(frozen=True, slots=True)
class Jumlah:
    """Persons (allocations) and rupiah."""

    orang: int = 0
    rupiah: int = 0

    def __add__(self, lain: "Jumlah") -> "Jumlah":
        return Jumlah(self.orang + lain.orang, self.rupiah + lain.rupiah)


@dataclass(frozen=True, slots=True)
class HitungSalur:
    """Where a group of allocations stands.

    Attributes:
        tersalur, belum, gagal: they add up to `target`. Persons follow the whole allocation, rupiah its money.
        per_hasil: the same by outcome; None where nothing was recorded yet.
        tanpa_catatan: allocations of which some component has no outcome at all (rehsos step 7 wants none).
        silang: allocations by money credited against book or card handed over, where both are owed.
    """

    tersalur: Jumlah = Jumlah()
    belum: Jumlah = Jumlah()
    gagal: Jumlah = Jumlah()
    per_hasil: Mapping[HasilSalur | None, Jumlah] = field(default_factory=dict)
    tanpa_catatan: int = 0
    silang: Mapping[SilangDana, int] = field(default_factory=dict)

    @property
    def target(self) -> Jumlah:
        """All that is owed."""
        return self.tersalur + self.belum + self.gagal

    def __add__(self, lain: "HitungSalur") -> "HitungSalur":
        hasil = {h: self.hasil(h) + lain.hasil(h) for h in {**self.per_hasil, **lain.per_hasil}}
        return HitungSalur(
            self.tersalur + lain.tersalur,
            self.belum + lain.belum,
            self.gagal + lain.gagal,
            hasil,
            self.tanpa_catatan + lain.tanpa_catatan,
            {s: self.silang.get(s, 0) + lain.silang.get(s, 0) for s in {**self.silang, **lain.silang}},
        )

    def hasil(self, hasil: HasilSalur | None) -> Jumlah:
        """Return the count of one outcome."""
        return self.per_hasil.get(hasil, Jumlah())


@dataclass(frozen=True, slots=True)
class HitungBarang:
    """Pieces of one goods line or item: `target = tersalur + belum + gagal`."""

    nama: str
    satuan: str
    tersalur: int = 0
    belum: int = 0
    gagal: int = 0

    @property
    def target(self) -> int:
        """All pieces that are owed."""
        return self.tersalur + self.belum + self.gagal


@dataclass(frozen=True, slots=True)
class RingkasanPenyaluran:
    """A hand-over in numbers; `seluruh` is the sum of `per_desa` (kode desa) and of `per_tahap`.

    Attributes:
        orang: different people, however many tahap they are in.
    """

    seluruh: HitungSalur
    per_desa: Mapping[str, HitungSalur]
    per_tahap: Mapping[UUID, HitungSalur]
    per_barang: tuple[HitungBarang, ...]
    orang: int


def ringkasan_penyaluran(
    kerja: Kerja,
    kegiatan_id: UUID,
    *,
    tahap_id: UUID | None = None,
    desa: str | None = None,
    titik: UUID | None = None,
) -> RingkasanPenyaluran:
    """Count the hand-over of a kegiatan, or of one tahap, desa or point of it.

    Raises:
        KnownError: `kegiatan_tidak_ada`, `jadwal_tidak_ada`.
    """
    lihat_kegiatan(kerja, kegiatan_id)
    syarat = syarat_titik(kerja, titik) if titik else None
    return susun_ringkasan(muat_hitungan(kerja, kegiatan_id, tahap_id=tahap_id, desa=desa, syarat=syarat))


def susun_ringkasan(hitungan: Iterable[Hitungan]) -> RingkasanPenyaluran:
    """Add allocations up."""
    kotak: defaultdict[tuple[str, UUID], _Kotak] = defaultdict(_Kotak)
    barang: defaultdict[tuple[str, str], Counter[StatusSalur]] = defaultdict(Counter)
    orang: set[UUID] = set()
    for h in hitungan:
        kotak[h.kode_desa, h.tahap_id].tambah(h.keadaan)
        orang.add(h.orang_id)
        for k in h.keadaan.komponen:
            if k.komponen.barang_id is not None:
                _tambah_barang(barang[k.komponen.nama, k.komponen.satuan], k)
    jadi = {kunci: satu.jadi() for kunci, satu in kotak.items()}
    desa = sorted({kode for kode, _ in jadi})
    tahap = dict.fromkeys(t for _, t in jadi)
    return RingkasanPenyaluran(
        _jumlahkan(jadi.values()),
        {d: _jumlahkan(h for (kode, _), h in jadi.items() if kode == d) for d in desa},
        {t: _jumlahkan(h for (_, satu), h in jadi.items() if satu == t) for t in tahap},
        tuple(
            HitungBarang(nama, satuan, c[StatusSalur.TERSALUR], c[StatusSalur.BELUM], c[StatusSalur.GAGAL])
            for (nama, satuan), c in barang.items()
        ),
        len(orang),
    )


def geser(hitung: HitungSalur, sebelum: Keadaan, sesudah: Keadaan) -> HitungSalur:
    """Move running counts by one act (`Tindakan`), without counting everyone again."""
    lama, baru = _Kotak(), _Kotak()
    lama.tambah(sebelum)
    baru.tambah(sesudah)
    tanpa = lama.jadi()
    negatif = HitungSalur(
        _negatif(tanpa.tersalur),
        _negatif(tanpa.belum),
        _negatif(tanpa.gagal),
        {h: _negatif(j) for h, j in tanpa.per_hasil.items()},
        -tanpa.tanpa_catatan,
        {s: -n for s, n in tanpa.silang.items()},
    )
    return hitung + negatif + baru.jadi()


def _negatif(j: Jumlah) -> Jumlah:
    return Jumlah(-j.orang, -j.rupiah)


def _jumlahkan(hitungan: Iterable[HitungSalur]) -> HitungSalur:
    return reduce(HitungSalur.__add__, hitungan, HitungSalur())


def _tambah_barang(hitung: Counter[StatusSalur], k: KeadaanKomponen) -> None:
    hitung[StatusSalur.TERSALUR] += k.diserahkan
    if k.sisa:
        hitung[StatusSalur.GAGAL if k.status is StatusSalur.GAGAL else StatusSalur.BELUM] += k.sisa


class _Kotak:
    """Counts of one desa in one tahap while they grow."""

    def __init__(self) -> None:
        self._orang: Counter[StatusSalur] = Counter()
        self._rupiah: Counter[StatusSalur] = Counter()
        self._orang_hasil: Counter[HasilSalur | None] = Counter()
        self._rupiah_hasil: Counter[HasilSalur | None] = Counter()
        self._tanpa = 0
        self._silang: Counter[SilangDana] = Counter()

    def tambah(self, keadaan: Keadaan) -> None:
        self._orang[keadaan.status] += 1
        self._orang_hasil[keadaan.hasil] += 1
        self._tanpa += any(k.terakhir is None for k in keadaan.komponen)
        if (silang := keadaan.silang) is not None:
            self._silang[silang] += 1
        if (uang := keadaan.uang) is not None:
            self._rupiah[uang.status] += uang.komponen.nominal or 0
            self._rupiah_hasil[uang.hasil] += uang.komponen.nominal or 0

    def jadi(self) -> HitungSalur:
        def jumlah(status: StatusSalur) -> Jumlah:
            return Jumlah(self._orang[status], self._rupiah[status])

        semua = dict.fromkeys([*self._orang_hasil, *self._rupiah_hasil])
        return HitungSalur(
            jumlah(StatusSalur.TERSALUR),
            jumlah(StatusSalur.BELUM),
            jumlah(StatusSalur.GAGAL),
            {h: Jumlah(self._orang_hasil[h], self._rupiah_hasil[h]) for h in semua},
            self._tanpa,
            dict(self._silang),
        )
