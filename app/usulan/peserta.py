"""The rows of an import that are compared with others, as the comparison takes them: columns, some thousands at a time.

Only whoever is found to resemble somebody becomes an object.
"""

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import accumulate, chain, compress

from app.kemiripan import Kolom
from app.kemiripan.bentuk import gabung, rapat
from app.usulan.bentuk import Baris, KunciBaris
from app.usulan.lajur import Lajur, terisi

_TANPA = frozenset({"nama_kosong", "ganda_dalam_berkas", "ganda_di_kegiatan"})
"""Rows that are left alone: they are nobody, or the exact comparison knows who they are."""
_LAJUR = 10
"""Columns of so many pieces are put together at once: some twenty thousand rows."""


class Peserta:
    """Rows by a number from 0, in their order.

    Args:
        dinilai: rows of which somebody judged a likeness; they take part whatever else is known of them.
    """

    def __init__(self, lajur: Sequence[Lajur], dinilai: Collection[KunciBaris]) -> None:
        self._lajur = lajur
        self._tempat = [_tempat(satu, dinilai) for satu in lajur]
        self._awal = [0, *accumulate(map(len, self._tempat))]

    def __len__(self) -> int:
        return self._awal[-1]

    def satu(self, ke: int) -> Baris:
        """Return a row as an object."""
        bagian = bisect_right(self._awal, ke) - 1
        return self._lajur[bagian].satu(self._tempat[bagian][ke - self._awal[bagian]])

    def nomor(self) -> Iterator[tuple[int, str, tuple[int, ...]]]:
        """Yield which rows of which sheet take part."""
        for satu, tempat in zip(self._lajur, self._tempat, strict=True):
            yield satu.berkas, satu.lembar, tuple(map(satu.nomor.__getitem__, tempat))

    def kolom(self) -> list[Kolom]:
        """Return what the rows say of who they are."""
        semua = list(zip(self._lajur, self._tempat, strict=True))
        return [_kolom(semua[n : n + _LAJUR]) for n in range(0, len(semua), _LAJUR)]


def _tempat(lajur: Lajur, dinilai: Collection[KunciBaris]) -> list[int]:
    """Return the places of the rows that take part; a row that is no object always does, if it has a name."""
    ya = list(map(bool, terisi(lajur, "nama", lambda b: b.nama)))
    for ke, baris in lajur.baris.items():
        ya[ke] = bool(baris.nama) and (_ikut(baris) or baris.kunci in dinilai)
    return list(compress(range(len(ya)), ya))


def _ikut(baris: Baris) -> bool:
    return baris.orang_id is None and (not baris.hasil or _TANPA.isdisjoint(h.kode for h in baris.hasil))


def _kolom(semua: Sequence[tuple[Lajur, list[int]]]) -> Kolom:
    def isi(bidang: str, khas: Callable[[Baris], str] | None = None) -> list[str]:
        ambil = khas or (lambda baris: baris.nilai.get(bidang, ""))
        bagian = (map(terisi(satu, bidang, ambil).__getitem__, tempat) for satu, tempat in semua)
        return list(chain.from_iterable(bagian))

    alamat = zip(*map(isi, ("alamat", "dusun", "rt", "rw")), strict=True)
    return Kolom(
        sum(len(tempat) for _, tempat in semua),
        gabung(isi("nama")),
        rapat("nik", isi("nik", lambda b: b.nik)),
        rapat("no_kk", isi("no_kk", lambda b: b.no_kk)),
        rapat("lahir", isi("tanggal_lahir", lambda b: b.lahir.isoformat() if b.lahir else "")),
        rapat("jenis_kelamin", isi("jenis_kelamin", lambda b: b.jenis_kelamin)),
        gabung(isi("tempat_lahir")),
        gabung(isi("nama_ibu")),
        gabung([_alamat(*satu) for satu in alamat]),
        gabung([satu.kode_desa[ke] or "" for satu, tempat in semua for ke in tempat]),
    )


def _alamat(jalan: str, dusun: str, rt: str, rw: str) -> str:
    jalan = f"{jalan} {dusun}".strip() if dusun else jalan.strip()
    return f"{jalan}{f' RT {rt}' if rt else ''}{f' RW {rw}' if rw else ''}" if rt or rw else jalan
