"""A line of a card that leads somewhere: pressed anywhere, by mouse, Enter or Space."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLayout, QSizePolicy, QWidget

from ui.tema import tema


class BarisTekan(QAbstractButton):
    """Words in any layout that act as one button; without `klik` they only stand there."""

    def __init__(self, isi: QLayout, nama: str, klik: Callable[[], object] | None = None) -> None:
        super().__init__()
        self.setLayout(isi)
        self.setAccessibleName(nama)
        kebijakan = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        kebijakan.setHeightForWidth(True)
        self.setSizePolicy(kebijakan)
        for anak in self.findChildren(QWidget):
            anak.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._hidup = klik is not None
        if klik is None:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        else:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setAttribute(Qt.WidgetAttribute.WA_Hover)
            self.clicked.connect(lambda: klik())

    def paintEvent(self, _kejadian: QPaintEvent) -> None:
        if not self._hidup or not (self.underMouse() or self.hasFocus()):
            return
        pelukis = QPainter(self)
        pelukis.setRenderHint(QPainter.RenderHint.Antialiasing)
        pelukis.setPen(tema().warna("aksen") if self.hasFocus() else Qt.PenStyle.NoPen)
        pelukis.setBrush(tema().warna("kartu_sorot"))
        pelukis.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def keyPressEvent(self, kejadian: QKeyEvent) -> None:
        if kejadian.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(kejadian)

    def sizeHint(self) -> QSize:
        return self._susunan.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._susunan.totalMinimumSize()

    def hasHeightForWidth(self) -> bool:
        return self._susunan.hasHeightForWidth()

    def heightForWidth(self, lebar: int) -> int:
        return self._susunan.totalHeightForWidth(lebar)

    @property
    def _susunan(self) -> QLayout:
        susunan = self.layout()
        assert susunan is not None  # whoever makes a row lays it out
        return susunan
