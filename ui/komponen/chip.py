"""A state as a word on a soft ground."""

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QSizePolicy

from ui.komponen.teks import atur_sifat
from ui.tema import Nada, tema


def warna_chip(nada: Nada) -> tuple[QColor, QColor]:
    """Return the colour of the words and of their ground, for painted chips."""
    teks, latar = tema().palet.nada(nada)
    return QColor(teks), QColor(latar)


class Chip(QLabel):
    """A soft pill with a word in it; never without the word."""

    def __init__(self, teks: str = "", nada: Nada = Nada.NETRAL) -> None:
        super().__init__(teks)
        self.setProperty("chip", True)
        self.setProperty("nada", nada.value)
        self.nada = nada
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self.setVisible(bool(teks))

    def atur(self, teks: str, nada: Nada) -> None:
        """Say something else; empty words hide the chip."""
        self.setText(teks)
        self.nada = nada
        atur_sifat(self, nada=nada.value)
        self.setVisible(bool(teks))
