"""Choosing a printer; tests replace `ask`."""

from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from ui import pesan


class PilihPencetak:
    """The system's own dialog."""

    @classmethod
    def ask(cls, induk: QWidget, judul: str) -> QPrinter | None:
        """Return the printer that was chosen, with its pages; None when it was given up or there is none."""
        if not QPrinterInfo.availablePrinterNames():
            pesan.info(
                induk,
                "Belum ada printer",
                "Komputer ini belum mengenal printer. Pasang printernya, atau simpan dokumen ini sebagai berkas dan "
                "cetak dari komputer lain.",
            )
            return None
        pencetak = QPrinter(QPrinter.PrinterMode.HighResolution)
        pencetak.setDocName(judul)
        dialog = QPrintDialog(pencetak, induk)
        dialog.setWindowTitle(judul)
        setuju = dialog.exec() == QPrintDialog.DialogCode.Accepted
        dialog.deleteLater()
        return pencetak if setuju else None
