"""Words straight into a page: what reportlab's own text costs is mostly splitting letters into fonts one by one.

The bundled fonts keep ASCII where it is, so that such a text goes into the page as it stands; any other letter takes
reportlab's way. This is what makes receipts and long tables three to five times faster (tests/benchmarks).
"""

from typing import Any

from reportlab.lib.rl_accel import escapePDF
from reportlab.pdfbase import pdfmetrics

from reports.huruf import lebar_teks

_LEPAS = str.maketrans({"\\": r"\\", "(": r"\(", ")": r"\)"})


class Goresan:
    """Collects words for a canvas; `keluarkan` puts them onto the page in hand, in the current colour."""

    def __init__(self, kanvas: Any) -> None:
        self._kanvas = kanvas
        self._kode: list[str] = []
        self._dasar: dict[str, str] = {}
        self._kini: tuple[str, float] = ("", 0)

    def kiri(self, x: float, y: float, teks: str, huruf: str, ukuran: float) -> None:
        """Write `teks` from `x` on, at the baseline `y` (points)."""
        kode = self._kode
        if teks.isascii() and teks.isprintable():
            if self._kini != (huruf, ukuran):
                self._kini = (huruf, ukuran)
                kode.append(f"{self._dasar.get(huruf) or self._mulai(huruf)} {ukuran:g} Tf")
            if "(" in teks or ")" in teks or "\\" in teks:
                teks = teks.translate(_LEPAS)
            kode.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm ({teks}) Tj")
        elif teks:
            kode.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm")
            self._pecah(teks, huruf, ukuran)

    def tengah(self, x: float, y: float, teks: str, huruf: str, ukuran: float) -> None:
        """Write `teks` around `x`."""
        self.kiri(x - lebar_teks(teks, huruf, ukuran) / 2, y, teks, huruf, ukuran)

    def kanan(self, x: float, y: float, teks: str, huruf: str, ukuran: float) -> None:
        """Write `teks` so that it ends at `x`."""
        self.kiri(x - lebar_teks(teks, huruf, ukuran), y, teks, huruf, ukuran)

    def keluarkan(self) -> None:
        """Put what was collected onto the page."""
        if self._kode:
            self._kanvas.addLiteral(f"BT\n{self.ambil()}\nET")

    def ambil(self) -> str:
        """Take back what was collected, to be put in again by `sisipkan`: words that recur are worked out once."""
        kode = "\n".join(self._kode)
        self._kode.clear()
        self._kini = ("", 0)
        return kode

    def sisipkan(self, kode: str) -> None:
        """Put in what `ambil` gave for the same document."""
        self._kode.append(kode)
        self._kini = ("", 0)

    def _mulai(self, huruf: str) -> str:
        """Take the part of a font that holds ASCII into this document, and return its name there."""
        dokumen = self._kanvas._doc
        font = pdfmetrics.getFont(huruf)
        font.splitString("a", dokumen)
        self._dasar[huruf] = str(font.getSubsetInternalName(0, dokumen))
        return self._dasar[huruf]

    def _pecah(self, teks: str, huruf: str, ukuran: float) -> None:
        dokumen = self._kanvas._doc
        font = pdfmetrics.getFont(huruf)
        for bagian, isi in font.splitString(teks, dokumen):
            nama = font.getSubsetInternalName(bagian, dokumen)
            self._kode.append(f"{nama} {ukuran:g} Tf ({escapePDF(isi)}) Tj")
        self._kini = ("", 0)
