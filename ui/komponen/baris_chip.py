"""States side by side on one line."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.komponen.chip import Chip
from ui.komponen.susun import kosongkan
from ui.tema import Nada


class BarisChip(QWidget):
    """A line of chips from the left; `atur` shows others."""

    def __init__(self, isi: Sequence[tuple[str, Nada]] = ()) -> None:
        super().__init__()
        self.setProperty("bening", True)
        self._tata = QHBoxLayout(self)
        self._tata.setContentsMargins(0, 0, 0, 0)
        self._tata.setSpacing(8)
        self.atur(isi)

    def atur(self, isi: Sequence[tuple[str, Nada]]) -> None:
        """Show other states."""
        kosongkan(self._tata)
        for teks, nada in isi:
            self._tata.addWidget(Chip(teks, nada))
        self._tata.addStretch(1)

    @property
    def kata(self) -> list[str]:
        """The words that are shown."""
        semua = (self._tata.itemAt(n).widget() for n in range(self._tata.count()))
        return [c.text() for c in semua if isinstance(c, Chip)]
