"""A box for one section of a text: as high as its words, and able to take a field where the cursor stands."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.tema import tema

BARIS_PALING_SEDIKIT, BARIS_PALING_BANYAK = 2, 16


class KotakKata(QPlainTextEdit):
    """Paragraphs parted by a blank line; Tab leaves the box. `dipilih` when the cursor comes into it."""

    dipilih = Signal()

    def __init__(self, induk: QWidget | None = None) -> None:
        super().__init__(induk)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._ukur)

    def sisipkan(self, bidang: str) -> None:
        """Put a field where the cursor stands, or in place of what is marked."""
        self.textCursor().insertText(f"{{{bidang}}}")
        self.setFocus()

    @Slot()
    def _ukur(self) -> None:
        """Take the height of the words as they are broken now."""
        baris = round(self.document().size().height())
        muat = baris <= BARIS_PALING_BANYAK
        bilah = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if muat else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(bilah)  # a bar would narrow the words, and so break them into more lines
        baris = min(max(baris, BARIS_PALING_SEDIKIT), BARIS_PALING_BANYAK)
        self.setFixedHeight(baris * self.fontMetrics().lineSpacing() + tema().ukuran.px(26))

    def resizeEvent(self, kejadian: QResizeEvent) -> None:
        super().resizeEvent(kejadian)
        if kejadian.size().width() != kejadian.oldSize().width():
            self._ukur()

    def focusInEvent(self, kejadian: QFocusEvent) -> None:
        super().focusInEvent(kejadian)
        self.dipilih.emit()
