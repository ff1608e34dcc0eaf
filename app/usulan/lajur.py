"""People's rows of a list in columns, as long as there is nothing to say about them.

Nine in ten rows of a list are plain: understood at the first look, unknown so far, like nobody else. A hundred thousand
of them as objects cost more than all that is done with them, so they stay what they were in the file, cells below each
other, until somebody wants one; what is noted is noted on a row of its own (`Baris`).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from typing import Any

from app.usulan.baca import Sel
from app.usulan.bentuk import TANPA_PERUBAHAN, Baris


@dataclass(slots=True)
class Lajur:
    """Some rows of one list, one below the other; a column is a list with a cell for each of them.

    Attributes:
        berkas: number of the file within the import.
        nomor: rows as the spreadsheet program shows them. sel: their cells.
        isi: what is understood, by field, as text; blank where a row says nothing. What stands here holds for plain
            rows; for the others ask `baris`.
        kode_desa: the desa that a row counts for; None when unknown. cari: the name as it is searched.
        khas: places (from 0) of rows that were not plain from the beginning.
        baris: rows that are objects, by their place; all of `khas`, and whoever was asked for since.
    """

    berkas: int
    lembar: str
    huruf: Mapping[str, str]
    nomor: list[int]
    sel: list[list[Sel]]
    isi: dict[str, list[Any]]
    lahir: list[date | None]
    kategori: list[str]
    cari: list[str]
    kode_desa: list[str | None] = field(default_factory=list)
    khas: frozenset[int] = frozenset()
    baris: dict[int, Baris] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.nomor)

    def kolom(self, bidang: str) -> list[Any]:
        """Return the column of a field; blanks where the list has none."""
        return self.isi.get(bidang) or [""] * len(self.nomor)

    def satu(self, ke: int) -> Baris:
        """Return a row as an object; whatever is noted on it from now on counts."""
        baris = self.baris.get(ke)
        if baris is None:
            nilai = {bidang: isi for bidang, kolom in self.isi.items() if (isi := kolom[ke])}
            baris = self.baris[ke] = Baris(
                self.berkas, self.lembar, self.nomor[ke], self.sel[ke], self.huruf, nilai, nilai.get("nik", ""),
                nilai.get("no_kk", ""), nilai.get("jenis_kelamin", ""), self.lahir[ke],
                self.kode_desa[ke] if self.kode_desa else None, self.kategori[ke],
                int(nilai["umur"]) if "umur" in nilai else None, [], None, None,
                TANPA_PERUBAHAN, TANPA_PERUBAHAN, cari=self.cari[ke],
            )  # fmt: skip
        return baris

    def semua(self) -> list[Baris]:
        """Return all rows as objects, in their order."""
        return list(map(self.satu, range(len(self.nomor))))

    def khusus(self) -> list[Baris]:
        """Return the rows that are objects, in their order."""
        return [self.baris[ke] for ke in sorted(self.baris)]

    def jadikan(self, tempat: Iterable[int]) -> None:
        """Make objects of the rows at these places."""
        for ke in tempat:
            self.satu(ke)


def khusus(lajur: Iterable[Lajur]) -> Iterator[Baris]:
    """Yield the rows that are objects, in their order."""
    return chain.from_iterable(satu.khusus() for satu in lajur)


def isi_kolom(lajur: Sequence[Lajur], bidang: str) -> Iterator[str]:
    """Yield what all rows say under a field, in their order: a blank where one says nothing."""
    for satu in lajur:
        yield from terisi(satu, bidang, lambda baris: baris.nilai.get(bidang, ""))


def terisi(lajur: Lajur, bidang: str, ambil: Callable[[Baris], Any], kolom: list[Any] | None = None) -> list[Any]:
    """Return a column (`kolom`: this one) in which the rows that never were plain stand as they were understood."""
    kolom = lajur.kolom(bidang) if kolom is None else kolom
    if lajur.khas:
        kolom = kolom.copy()
        for ke in lajur.khas:
            kolom[ke] = ambil(lajur.baris[ke])
    return kolom
