"""Pages of a PDF as pictures: for the preview on screen and for the printer."""

import weakref
from collections.abc import Callable, Sequence

import pypdfium2 as pdfium
from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from app.jobs import JobContext

TITIK_PER_INCI, MM_PER_INCI = 72, 25.4
SKALA = 300 / TITIK_PER_INCI  # pixels a point on ordinary paper
DPI_RINGAN = 360  # as fine as needles print
TOLERANSI = 3 * TITIK_PER_INCI / MM_PER_INCI  # points by which a printer's paper may differ from ours


class BerkasPdf:
    """An open PDF in memory. Used from one thread at a time."""

    def __init__(self, isi: bytes) -> None:
        self._isi = isi  # pdfium reads from it for as long as the document is open
        self._dokumen = pdfium.PdfDocument(isi)
        # Also when a page with a preview is simply gone, or the program ends.
        self._akhiri = weakref.finalize(self, self._dokumen.close)
        self.ukuran: tuple[tuple[float, float], ...] = tuple(
            self._dokumen.get_page_size(n) for n in range(len(self._dokumen))
        )
        """Width and height of every page in points (1/72 inch)."""

    def __len__(self) -> int:
        return len(self.ukuran)

    def gambar(self, nomor: int, skala: float) -> QImage:
        """Return page `nomor` (from 0) at `skala` pixels a point."""
        peta = self._dokumen[nomor].render(scale=skala, prefer_bgrx=True)
        gambar = QImage(bytes(peta.buffer), peta.width, peta.height, peta.stride, QImage.Format.Format_RGB32)
        return gambar.copy()  # its own bytes, so that the bitmap may go

    def gambar_hitam(self, nomor: int, skala: float) -> QImage:
        """Return page `nomor` in black and white alone, its edges not smoothed."""
        halus = {"no_smoothtext": True, "no_smoothpath": True, "no_smoothimage": True}
        peta = self._dokumen[nomor].render(scale=skala, prefer_bgrx=True, **halus)
        gambar = QImage(bytes(peta.buffer), peta.width, peta.height, peta.stride, QImage.Format.Format_RGB32)
        return gambar.convertToFormat(QImage.Format.Format_Mono, Qt.ImageConversionFlag.ThresholdDither)

    def tutup(self) -> None:
        """Let go of the document."""
        self._akhiri()


def tanpa_geser(_ukuran: tuple[float, float]) -> tuple[float, float]:
    """Shift no page."""
    return 0.0, 0.0


def cetak_ke(
    pencetak: QPrinter,
    isi: bytes,
    job: JobContext,
    *,
    geser: Callable[[tuple[float, float]], tuple[float, float]] = tanpa_geser,
    halaman: Sequence[int] = (),
    ringan: bool = False,
    kertas: Sequence[QPageSize] = (),
) -> int:
    """Print pages in their own size; returns how many. May run outside the GUI thread.

    Args:
        geser: how far to the right and downwards (mm) a page of a size in points is to be moved.
        halaman: which pages, from 1; empty for all.
        ringan: in black and nothing else, so that needles need not imitate grey.
        kertas: the papers that the printer knows, asked in the GUI thread.

    Raises:
        JobCancelled: the user stopped; the printer job is given up.
    """
    pdf = BerkasPdf(isi)
    pelukis = QPainter()
    nomor = [n - 1 for n in halaman if n <= len(pdf)] if halaman else range(len(pdf))
    try:
        for ke, satu in enumerate(nomor):
            job.lapor(ke, len(nomor), "Mencetak halaman")
            _atur_kertas(pencetak, pdf.ukuran[satu], kertas)
            if pelukis.isActive():
                pencetak.newPage()
            else:
                pelukis.begin(pencetak)
            _lukis(pelukis, pencetak, pdf, satu, geser(pdf.ukuran[satu]), ringan=ringan)
    except BaseException:
        pencetak.abort()
        raise
    finally:
        if pelukis.isActive():
            pelukis.end()
        pdf.tutup()
    return len(nomor)


def _lukis(
    pelukis: QPainter, pencetak: QPrinter, pdf: BerkasPdf, nomor: int, geser: tuple[float, float], *, ringan: bool
) -> None:
    """Paint one page in its true size, from the corner of the sheet on."""
    titik = pencetak.resolution() / TITIK_PER_INCI  # printer's dots in a point
    gambar = pdf.gambar_hitam(nomor, min(titik, DPI_RINGAN / TITIK_PER_INCI)) if ringan else pdf.gambar(nomor, SKALA)
    kanan, bawah = (sisi * pencetak.resolution() / MM_PER_INCI for sisi in geser)
    lebar, tinggi = (sisi * titik for sisi in pdf.ukuran[nomor])
    pelukis.drawImage(QRectF(kanan, bawah, lebar, tinggi), gambar)


def pilih_kertas(ukuran: tuple[float, float], tersedia: Sequence[QPageSize]) -> QPageSize:
    """Return the paper for a page of `ukuran` points, standing: the printer's own nearest, within 3 mm, else its size.

    F4 has many names and measures in printers (215 × 330, 8.5 × 13 in, 210 × 330); what the driver knows it also pulls.
    """
    lebar, tinggi = sorted(ukuran)

    def jauh(kertas: QPageSize) -> float:
        ada = kertas.size(QPageSize.Unit.Point)
        return max(abs(ada.width() - lebar), abs(ada.height() - tinggi))

    dekat = min(tersedia, key=jauh, default=None)
    if dekat is not None and jauh(dekat) <= TOLERANSI:
        return dekat
    return QPageSize(QSizeF(lebar, tinggi), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)


def _atur_kertas(pencetak: QPrinter, ukuran: tuple[float, float], tersedia: Sequence[QPageSize]) -> None:
    """Give the printer the page's paper, without margins of its own."""
    mendatar = ukuran[0] > ukuran[1]
    arah = QPageLayout.Orientation.Landscape if mendatar else QPageLayout.Orientation.Portrait
    pencetak.setFullPage(True)
    pencetak.setPageLayout(QPageLayout(pilih_kertas(ukuran, tersedia), arah, QMarginsF(0, 0, 0, 0)))
