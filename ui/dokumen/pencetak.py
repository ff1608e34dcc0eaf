"""Choosing a printer and how it prints; tests replace `ask`."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from app.jobs import JobContext
from ui import pesan
from ui.dokumen import setelan_printer
from ui.dokumen.dialog_cetak import DialogCetak, PermintaanCetak
from ui.dokumen.halaman_pdf import cetak_ke, tanpa_geser
from ui.dokumen.setelan_printer import Geser
from ui.jobs import JobRunner

UkuranTitik = tuple[float, float]


@dataclass(frozen=True)
class Pencetak:
    """A printer that is ready.

    Attributes:
        pencetak: Qt's own, with its number of copies.
        geser: the shift for a page of a size, in mm.
        halaman: which pages, from 1; empty for all.
        ringan: for a dot-matrix printer.
        kertas: the papers that it knows.
    """

    pencetak: QPrinter
    geser: Callable[[UkuranTitik], Geser] = field(default=tanpa_geser)
    halaman: tuple[int, ...] = ()
    ringan: bool = False
    kertas: tuple[QPageSize, ...] = ()

    def cetak(self, isi: bytes, job: JobContext, *, semua: bool = False) -> int:
        """Print a PDF, all of its pages if `semua`; returns how many. May run outside the GUI thread.

        Raises:
            JobCancelled: the user stopped.
        """
        halaman = () if semua else self.halaman
        return cetak_ke(
            self.pencetak, isi, job, geser=self.geser, halaman=halaman, ringan=self.ringan, kertas=self.kertas
        )


class PilihPencetak:
    """Our own dialog, and the question whether there is a printer at all."""

    @classmethod
    def ask(
        cls, induk: QWidget, judul: str, jobs: JobRunner, ukuran: UkuranTitik, *, ringan: bool | None = None,
        jumlah: int = 0,
    ) -> Pencetak | None:  # fmt: skip
        """Return the printer that was chosen and how it prints; None when it was given up or there is none.

        Args:
            ukuran: the first page, in points.
            ringan: whether the paper is a light one now; None for a file that is printed as it is.
            jumlah: how many pages there are, 0 while nobody knows.
        """
        semua = QPrinterInfo.availablePrinterNames()
        if not semua:
            pesan.info(
                induk,
                "Belum ada printer",
                "Komputer ini belum mengenal printer. Pasang printernya, atau simpan dokumen ini sebagai berkas dan "
                "cetak dari komputer lain.",
            )
            return None
        minta = PermintaanCetak(judul, tuple(semua), QPrinterInfo.defaultPrinterName(), ukuran, ringan, jumlah)
        jawaban = DialogCetak.ask(
            induk, minta, setelan_printer.baca(), lambda nama, geser, isi: _uji(induk, jobs, nama, geser, isi)
        )
        if jawaban is None:
            return None
        setelan_printer.simpan(jawaban.setelan)
        pencetak = buat_pencetak(jawaban.printer, judul)
        pencetak.setCopyCount(jawaban.salinan)
        setelan = jawaban.setelan
        return Pencetak(
            pencetak, lambda u: setelan.untuk(jawaban.printer, u), jawaban.halaman, bool(jawaban.ringan),
            _kertas(pencetak),
        )  # fmt: skip


def buat_pencetak(nama: str, judul: str) -> QPrinter:
    """Return Qt's printer of this name."""
    pencetak = QPrinter(QPrinter.PrinterMode.HighResolution)
    pencetak.setPrinterName(nama)
    pencetak.setDocName(judul)
    return pencetak


def _kertas(pencetak: QPrinter) -> tuple[QPageSize, ...]:
    return tuple(QPrinterInfo(pencetak).supportedPageSizes())


def _uji(induk: QWidget, jobs: JobRunner, nama: str, geser: Geser, isi: bytes) -> None:
    """Print the test page."""
    pencetak = buat_pencetak(nama, "Halaman uji printer")
    siap = Pencetak(pencetak, lambda _: geser, kertas=_kertas(pencetak))
    jobs.jalankan("Mencetak halaman uji", lambda job: siap.cetak(isi, job), induk=induk)
