"""A field that takes a file from the disk: a scan, a photograph."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.komponen.susun import baris
from ui.komponen.teks import Teks
from ui.komponen.tombol import JenisTombol, Tombol

SARINGAN = "Gambar dan PDF (*.pdf *.png *.jpg *.jpeg)"


class PilihBerkas(QWidget):
    """Shows what is wanted, the chosen file's name, and buttons to choose and to take it back."""

    dipilih = Signal()

    def __init__(self, label: str, saringan: str = SARINGAN) -> None:
        super().__init__()
        self.setProperty("bening", True)
        self.jalur: Path | None = None
        self._saringan = saringan
        self._label = label
        self.nama = Teks(self.tr("belum dipilih"), "redup")
        self.pilih = Tombol(self.tr("Pilih &berkas…"), nama_ikon="paperclip", klik=self._pilih, nama=f"{label}: pilih")
        self.lepas = Tombol(
            self.tr("Lepas"), JenisTombol.TAUTAN, "x", klik=lambda: self.atur(None), nama=f"{label}: lepas"
        )
        self.lepas.hide()
        self.setLayout(baris(Teks(label, "tebal"), self.nama, self.lepas, None, self.pilih, jarak=10))

    def atur(self, jalur: Path | None) -> None:
        """Take a file, or none."""
        self.jalur = jalur
        self.nama.setText(jalur.name if jalur else self.tr("belum dipilih"))
        self.lepas.setVisible(jalur is not None)
        self.dipilih.emit()

    @Slot()
    def _pilih(self) -> None:
        nama, _ = QFileDialog.getOpenFileName(self, self._label, "", self._saringan)
        if nama:
            self.atur(Path(nama))
