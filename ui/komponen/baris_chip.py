"""States side by side on one line."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.komponen.chip import Chip
from ui.tema import Nada


class BarisChip(QWidget):
    """A line of chips from the left; `atur` shows others."""

    def __init__(self, isi: Sequence[tuple[str, Nada]] = ()) -> None:
        super().__init__()
        self.setProperty("bening", True)
        self._tata = QHBoxLayout(self)
        self._tata.setContentsMargins(0, 0, 0, 0)
        self._tata.setSpacing(8)
        self._tata.addStretch(1)
        self.atur(isi)

    def atur(self, isi: Sequence[tuple[str, Nada]]) -> None:
        """Show other states; chips that are there are reworded, for making new ones takes a moment."""
        ada = self._semua
        for chip, (teks, nada) in zip(ada, isi, strict=False):
            if (chip.text(), chip.nada) != (teks, nada):
                chip.atur(teks, nada)
        for chip in ada[len(isi) :]:
            self._tata.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        for teks, nada in isi[len(ada) :]:
            self._tata.insertWidget(self._tata.count() - 1, Chip(teks, nada))

    @property
    def kata(self) -> list[str]:
        """The words that are shown."""
        return [c.text() for c in self._semua]

    @property
    def _semua(self) -> list[Chip]:
        butir = (self._tata.itemAt(n) for n in range(self._tata.count()))
        semua = (satu.widget() for satu in butir if satu is not None)
        return [c for c in semua if isinstance(c, Chip)]
