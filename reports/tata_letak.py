"""Paper and margins: what an office sets once and every PDF obeys.

Sizes in mm. F4 is 215 × 330 mm as Indonesian printers have it (reportlab knows no F4); Folio is 8.5 × 13 inch.
Default margins are the ones most often quoted from the letter rules: top 20 (below a letterhead), bottom 25, left 30,
right 20 mm.
"""

from dataclasses import dataclass, replace
from typing import Self

from db.istilah import Kertas

MM = 72 / 25.4  # points in a millimetre

UKURAN_KERTAS: dict[Kertas, tuple[float, float]] = {
    Kertas.A4: (210.0, 297.0),
    Kertas.F4: (215.0, 330.0),
    Kertas.FOLIO: (215.9, 330.2),
}


@dataclass(frozen=True, slots=True)
class TataLetak:
    """The page of one document. Margins in mm, `huruf` (size of running text) in points.

    Attributes:
        meterai: the office wants the box for a duty stamp on this paper.
        bidang_ttd: the office wants an empty signature field for signing on the computer.
        tanda_air: lines across every page of a list of personal data; empty for none.
        ringan: no picture, no grey ground, thin strokes: for a dot-matrix printer (`reports.kanvas`).
    """

    kertas: Kertas = Kertas.F4
    mendatar: bool = False
    atas: float = 20.0
    bawah: float = 25.0
    kiri: float = 30.0
    kanan: float = 20.0
    huruf: float = 11.0
    meterai: bool = False
    bidang_ttd: bool = False
    tanda_air: str = ""
    ringan: bool = False

    @property
    def ukuran(self) -> tuple[float, float]:
        """Width and height of the sheet as it is read, in mm."""
        lebar, tinggi = UKURAN_KERTAS[self.kertas]
        return (tinggi, lebar) if self.mendatar else (lebar, tinggi)

    @property
    def ukuran_titik(self) -> tuple[float, float]:
        """Width and height in points, as the PDF wants them."""
        lebar, tinggi = self.ukuran
        return lebar * MM, tinggi * MM

    @property
    def lebar_isi(self) -> float:
        """Width between the margins, in points."""
        return (self.ukuran[0] - self.kiri - self.kanan) * MM

    def lanskap(self, tepi: float = 15.0) -> Self:
        """Return the same paper lying, with equal margins of `tepi` mm: for wide lists."""
        return replace(self, mendatar=True, atas=tepi, bawah=tepi, kiri=tepi, kanan=tepi)

    def daftar(self) -> Self:
        """Return the same paper standing, with the narrower margins of lists (room to punch at the left)."""
        return replace(self, atas=15.0, bawah=18.0, kiri=20.0, kanan=15.0)
