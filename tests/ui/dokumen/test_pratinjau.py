"""The preview shows every page, zooms, and walks by keyboard; the printer gets every page."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from app.jobs import JobCancelled, JobContext, tanpa_lapor
from ui.dokumen.halaman_pdf import BerkasPdf, cetak_ke
from ui.dokumen.pratinjau import PratinjauPdf

F4 = (609.4, 935.4)  # points


def pdf(halaman: int) -> bytes:
    wadah = io.BytesIO()
    kanvas = Canvas(wadah, pagesize=F4)
    for nomor in range(halaman):
        kanvas.setFillColorRGB(0.1, 0.4, 0.3)
        kanvas.rect(50, 50, 200, 100 + 100 * nomor, fill=1)
        kanvas.showPage()
    kanvas.save()
    return wadah.getvalue()


@pytest.fixture
def pratinjau(qtbot: QtBot) -> Iterator[PratinjauPdf]:
    hasil = PratinjauPdf("Pratinjau BNBA")
    qtbot.addWidget(hasil)
    hasil.resize(600, 400)
    hasil.show()
    hasil.buka(pdf(3))
    yield hasil
    hasil.buka(None)


def test_opens_on_the_first_page(pratinjau: PratinjauPdf) -> None:
    assert (pratinjau.jumlah, pratinjau.halaman) == (3, 1)
    assert pratinjau.accessibleDescription() == "3 halaman"


def test_paints_the_page(pratinjau: PratinjauPdf) -> None:
    gambar = pratinjau.grab().toImage()
    warna = {gambar.pixelColor(x, y).name() for x in range(0, 600, 20) for y in range(0, 400, 20)}
    assert "#ffffff" in warna


def test_walks_by_keyboard(pratinjau: PratinjauPdf, qtbot: QtBot) -> None:
    qtbot.keyClick(pratinjau, Qt.Key.Key_End)
    assert pratinjau.halaman == 3
    qtbot.keyClick(pratinjau, Qt.Key.Key_Home)
    assert pratinjau.halaman == 1
    pratinjau.ke_halaman(2)
    assert pratinjau.halaman == 2


def test_zooms_and_returns_to_the_width(pratinjau: PratinjauPdf, qtbot: QtBot) -> None:
    awal = pratinjau.verticalScrollBar().maximum()
    qtbot.keyClick(pratinjau, Qt.Key.Key_Plus)
    assert pratinjau.verticalScrollBar().maximum() > awal
    qtbot.keyClick(pratinjau, Qt.Key.Key_0)
    assert pratinjau.verticalScrollBar().maximum() == awal


def test_shows_nothing_again(pratinjau: PratinjauPdf) -> None:
    pratinjau.buka(None)
    assert (pratinjau.jumlah, pratinjau.halaman) == (0, 0)
    pratinjau.grab()


def _pencetak(tmp_path: Path) -> QPrinter:
    pencetak = QPrinter(QPrinter.PrinterMode.HighResolution)
    pencetak.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    pencetak.setOutputFileName(str(tmp_path / "cetak.pdf"))
    pencetak.setResolution(72)
    return pencetak


def test_the_printer_gets_every_page_in_its_size(tmp_path: Path, qapp: object) -> None:
    assert cetak_ke(_pencetak(tmp_path), pdf(2), tanpa_lapor()) == 2
    hasil = BerkasPdf((tmp_path / "cetak.pdf").read_bytes())
    assert len(hasil) == 2
    assert hasil.ukuran[0] == pytest.approx(F4, abs=3)  # a paper that printers know, at most a millimetre off
    hasil.tutup()


def test_printing_can_be_stopped(tmp_path: Path, qapp: object) -> None:
    job = JobContext()
    job.batalkan()
    with pytest.raises(JobCancelled):
        cetak_ke(_pencetak(tmp_path), pdf(2), job)
