"""Arranging: rows, columns, rows that wrap, and a scroll area that shows no frame."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

Isi = QWidget | QLayout | int | None  # an int is a fixed gap, None takes the room that is left


def _isi(tata: QBoxLayout, isi: Iterable[Isi]) -> None:
    for satu in isi:
        if satu is None:
            tata.addStretch(1)
        elif isinstance(satu, int):
            tata.addSpacing(satu)
        elif isinstance(satu, QWidget):
            tata.addWidget(satu)
        else:
            tata.addLayout(satu)


def baris(*isi: Isi, jarak: int = 8, tepi: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QHBoxLayout:
    """Return things side by side; None takes the room that is left."""
    tata = QHBoxLayout()
    tata.setContentsMargins(*tepi)
    tata.setSpacing(jarak)
    _isi(tata, isi)
    return tata


def kolom(*isi: Isi, jarak: int = 8, tepi: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QVBoxLayout:
    """Return things below each other."""
    tata = QVBoxLayout()
    tata.setContentsMargins(*tepi)
    tata.setSpacing(jarak)
    _isi(tata, isi)
    return tata


def kosongkan(tata: QLayout) -> None:
    """Take everything out of a layout and delete it."""
    while (butir := tata.takeAt(0)) is not None:
        if (widget := butir.widget()) is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif (dalam := butir.layout()) is not None:
            kosongkan(dalam)


class Gulir(QScrollArea):
    """A page that scrolls down when the window is low, never sideways."""

    def __init__(self, isi: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("bening", True)
        isi.setProperty("bening", True)
        self.viewport().setAutoFillBackground(False)
        self.setWidget(isi)
        isi.setAutoFillBackground(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def minimumSizeHint(self) -> QSize:
        isi = self.widget()
        lebar = isi.minimumSizeHint().width() if isi is not None else 0
        return QSize(lebar + self.verticalScrollBar().sizeHint().width(), 80)


class TataAlir(QLayout):
    """Puts things side by side and goes on in the next line when the room ends."""

    def __init__(self, jarak: int = 8) -> None:
        super().__init__()
        self._butir: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(jarak)

    def addItem(self, item: QLayoutItem) -> None:
        self._butir.append(item)

    def count(self) -> int:
        return len(self._butir)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._butir[index] if 0 <= index < len(self._butir) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._butir.pop(index) if 0 <= index < len(self._butir) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, lebar: int) -> int:
        return self._letakkan(QRect(0, 0, lebar, 0), pasang=False)

    def setGeometry(self, kotak: QRect) -> None:
        super().setGeometry(kotak)
        self._letakkan(kotak, pasang=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        hasil = QSize()
        for butir in self._butir:
            hasil = hasil.expandedTo(butir.minimumSize())
        return hasil

    def _letakkan(self, kotak: QRect, *, pasang: bool) -> int:
        x, y, tinggi = kotak.x(), kotak.y(), 0
        for butir in self._butir:
            if butir.isEmpty():
                continue
            ukuran = butir.sizeHint()
            if x > kotak.x() and x + ukuran.width() > kotak.right() + 1:
                x, y, tinggi = kotak.x(), y + tinggi + self.spacing(), 0
            if pasang:
                butir.setGeometry(QRect(QPoint(x, y), QSize(min(ukuran.width(), kotak.width()), ukuran.height())))
            x += ukuran.width() + self.spacing()
            tinggi = max(tinggi, ukuran.height())
        return y + tinggi - kotak.y()


class BarisAlir(QWidget):
    """A row of chips or buttons that wraps."""

    def __init__(self, *isi: QWidget, jarak: int = 8) -> None:
        super().__init__()
        self.setProperty("bening", True)
        kebijakan = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        kebijakan.setHeightForWidth(True)
        self.setSizePolicy(kebijakan)
        self._tata = TataAlir(jarak)
        self.setLayout(self._tata)
        for satu in isi:
            self._tata.addWidget(satu)

    def tambah(self, widget: QWidget) -> None:
        """Put one more at the end."""
        self._tata.addWidget(widget)

    def kosongkan(self) -> None:
        """Take everything out."""
        kosongkan(self._tata)
