"""A tick with a long sentence that wraps beside it; Qt's own never wraps."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from ui.komponen.susun import baris
from ui.komponen.teks import Teks


class CentangKalimat(QWidget):
    """`diubah` carries the new state. Pressing the words ticks too."""

    diubah = Signal(bool)

    def __init__(self, kalimat: str, *, tercentang: bool = False) -> None:
        super().__init__()
        self.setProperty("bening", True)
        self.kotak = QCheckBox()
        self.kotak.setAccessibleName(kalimat)
        self.kotak.setChecked(tercentang)
        self.kotak.toggled.connect(self.diubah)
        self.kalimat = Teks(kalimat, bungkus=True)
        tata = baris(self.kotak, self.kalimat, jarak=8)
        tata.setStretch(1, 1)
        tata.setAlignment(self.kotak, Qt.AlignmentFlag.AlignTop)
        self.setLayout(tata)

    @property
    def tercentang(self) -> bool:
        return self.kotak.isChecked()

    def mouseReleaseEvent(self, kejadian: QMouseEvent) -> None:
        if self.kotak.isEnabled() and self.rect().contains(kejadian.position().toPoint()):
            self.kotak.toggle()
        super().mouseReleaseEvent(kejadian)
