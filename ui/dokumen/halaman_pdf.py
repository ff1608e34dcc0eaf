"""Pages of a PDF as pictures: for the preview on screen and for the printer."""

import weakref
from collections.abc import Iterator

import pypdfium2 as pdfium
from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from app.jobs import JobContext

TITIK_PER_INCI = 72
DPI_CETAK = 300


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

    def tutup(self) -> None:
        """Let go of the document."""
        self._akhiri()


def cetak_ke(pencetak: QPrinter, isi: bytes, job: JobContext) -> int:
    """Print every page in its own size; returns how many. May run outside the GUI thread.

    Raises:
        JobCancelled: the user stopped; the printer job is given up.
    """
    pdf = BerkasPdf(isi)
    pelukis = QPainter()
    try:
        for nomor in _nomor(pencetak, len(pdf)):
            job.lapor(nomor, len(pdf), "Mencetak halaman")
            _atur_kertas(pencetak, pdf.ukuran[nomor])
            if pelukis.isActive():
                pencetak.newPage()
            else:
                pelukis.begin(pencetak)
            kertas = pencetak.pageLayout().fullRectPixels(pencetak.resolution())
            gambar = pdf.gambar(nomor, DPI_CETAK / TITIK_PER_INCI)
            pelukis.drawImage(QRectF(0, 0, kertas.width(), kertas.height()), gambar)
    except BaseException:
        pencetak.abort()
        raise
    finally:
        if pelukis.isActive():
            pelukis.end()
        pdf.tutup()
    return len(pdf)


def _nomor(pencetak: QPrinter, jumlah: int) -> Iterator[int]:
    """Give the page indexes that the print dialog asked for."""
    dari = max(1, pencetak.fromPage())
    sampai = pencetak.toPage() or jumlah
    yield from range(dari - 1, min(sampai, jumlah))


def _atur_kertas(pencetak: QPrinter, ukuran: tuple[float, float]) -> None:
    """Give the printer the page's own size, without margins of its own."""
    lebar, tinggi = sorted(ukuran)
    mendatar = ukuran[0] > ukuran[1]
    kertas = QPageSize(QSizeF(lebar, tinggi), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    arah = QPageLayout.Orientation.Landscape if mendatar else QPageLayout.Orientation.Portrait
    pencetak.setFullPage(True)
    pencetak.setPageLayout(QPageLayout(kertas, arah, QMarginsF(0, 0, 0, 0)))
