"""A choice with words that wrap beside it; Qt's own radio button never wraps."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from ui.komponen.susun import baris
from ui.komponen.teks import Teks


class PilihKalimat(QWidget):
    """One of several; pressing the words chooses too. Those that shut each other out share a `kelompok`."""

    def __init__(self, kelompok: QButtonGroup, kalimat: str, nama: str, *, terpilih: bool = False) -> None:
        super().__init__()
        self.setProperty("bening", True)
        self.tombol = QRadioButton()
        self.tombol.setAccessibleName(nama)
        self.tombol.setChecked(terpilih)
        kelompok.addButton(self.tombol)
        self.kalimat = Teks(kalimat, bungkus=True)
        tata = baris(self.tombol, self.kalimat, jarak=6)
        tata.setStretch(1, 1)
        tata.setAlignment(self.tombol, Qt.AlignmentFlag.AlignTop)
        self.setLayout(tata)

    @property
    def terpilih(self) -> bool:
        return self.tombol.isChecked()

    def mouseReleaseEvent(self, kejadian: QMouseEvent) -> None:
        if self.tombol.isEnabled() and self.rect().contains(kejadian.position().toPoint()):
            self.tombol.setChecked(True)
            self.tombol.setFocus()
        super().mouseReleaseEvent(kejadian)
