"""Several slips on one sheet: where each lies, and the lines to cut along."""

from dataclasses import dataclass
from typing import Any

from reports.tata_letak import MM, TataLetak

_POTONG = "garis_potong"


@dataclass(frozen=True, slots=True)
class Petak:
    """A sheet divided into equal cells, read from the upper left row by row."""

    tata_letak: TataLetak
    kolom: int
    baris: int

    @property
    def isi(self) -> int:
        """How many cells a sheet has."""
        return self.kolom * self.baris

    @property
    def lebar(self) -> float:
        """Width of a cell in points."""
        return self.tata_letak.ukuran_titik[0] / self.kolom

    @property
    def tinggi(self) -> float:
        """Height of a cell in points."""
        return self.tata_letak.ukuran_titik[1] / self.baris

    def sudut(self, ke: int) -> tuple[float, float]:
        """Return the lower left corner of the cell `ke`, counted from 0."""
        baris, kolom = divmod(ke % self.isi, self.kolom)
        return kolom * self.lebar, (self.baris - 1 - baris) * self.tinggi

    def siapkan(self, c: Any) -> None:
        """Define the cutting lines of every sheet."""
        lebar, tinggi = self.tata_letak.ukuran_titik
        c.beginForm(_POTONG, 0, 0, lebar, tinggi)
        for baris in range(1, self.baris):
            _mendatar(c, lebar, baris * self.tinggi)
        for kolom in range(1, self.kolom):
            _tegak(c, kolom * self.lebar, tinggi)
        c.endForm()

    def garis(self, c: Any) -> None:
        """Draw the cutting lines on the sheet in hand."""
        if self.isi > 1:
            c.doForm(_POTONG)


def _mendatar(c: Any, lebar: float, y: float) -> None:
    """Draw a dashed line with scissors at its left."""
    c.setLineWidth(0.5)
    c.setDash(4, 3)
    c.line(13 * MM, y, lebar - 6 * MM, y)
    c.setDash()
    _gunting(c, 0, y)


def _tegak(c: Any, x: float, tinggi: float) -> None:
    """Draw a dashed line upwards; the scissors of the other one show what it is for."""
    c.setLineWidth(0.5)
    c.setDash(4, 3)
    c.line(x, 6 * MM, x, tinggi - 6 * MM)
    c.setDash()


def _gunting(c: Any, x: float, y: float) -> None:
    c.setLineWidth(0.7)
    for arah in (1, -1):
        c.circle(x + 6.5 * MM, y + arah * 1.3 * MM, 0.9 * MM)
        c.line(x + 7.3 * MM, y + arah * 0.9 * MM, x + 12 * MM, y - arah * 0.9 * MM)
