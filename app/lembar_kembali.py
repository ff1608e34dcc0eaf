"""Rows of a sheet of ours that comes back filled in, each cell by its name, so that a refusal can point at it."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from app.usulan.baca import LembarMentah
from app.usulan.penjaga import huruf_kolom
from app.usulan.sel import teks


@dataclass(frozen=True, slots=True)
class BarisLembar:
    """One row of a sheet that came: its number, and of each column the cell's name and text."""

    nomor: int
    sel: Mapping[str, tuple[str, str]]

    def isi(self, judul: str) -> str:
        """Return what stands in a column; empty where there is none."""
        return self.sel.get(judul, ("", ""))[1]

    def alamat(self, judul: str) -> str:
        """Name a cell as a spreadsheet does; the row where the column is not there."""
        return self.sel.get(judul, (f"baris {self.nomor}", ""))[0]


def baris_lembar(lembar: LembarMentah, judul: int, kolom: Collection[str]) -> Iterator[BarisLembar]:
    """Yield the rows below a heading, blank ones too.

    Args:
        judul: index of the row of headings, from 0. kolom: the headings that count, however they are capitalised.
    """
    ada = {teks(sel).upper(): ke for ke, sel in enumerate(lembar.baris[judul])}
    tempat = {nama: ada[nama.upper()] for nama in kolom if nama.upper() in ada}
    for nomor, baris in enumerate(lembar.baris[judul + 1 :], start=judul + 2):
        isi = {
            nama: (f"{huruf_kolom(ke)}{nomor}", teks(baris[ke]) if ke < len(baris) else "")
            for nama, ke in tempat.items()
        }
        yield BarisLembar(nomor, isi)
