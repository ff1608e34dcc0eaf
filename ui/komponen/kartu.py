"""Cards: the calm white sheets that a page is made of."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.komponen.susun import baris
from ui.komponen.teks import Teks, atur_sifat


class Garis(QFrame):
    """A hairline between two things."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("garis", True)
        self.setFixedHeight(1)


class Kartu(QFrame):
    """A card with an optional heading; `kanan` at its right is for a count or a link. `melar` lets a table fill it."""

    def __init__(
        self, judul: str = "", kanan: QWidget | QLayout | None = None, *, tepi: int = 16, melar: bool = False
    ) -> None:
        super().__init__()
        self.setProperty("kartu", True)
        self.isi = QVBoxLayout(self)
        if not melar:  # what is in it stays at its own height when a neighbour is higher
            self.isi.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.isi.setContentsMargins(tepi, max(8, tepi - 4), tepi, max(8, tepi - 3))
        self.isi.setSpacing(8)
        self.judul = Teks(judul, "judul_kartu")
        if judul or kanan:
            self.isi.addLayout(baris(self.judul, None, *([kanan] if kanan else [])))
        if judul:
            self.setAccessibleName(judul)

    def tambah(self, *isi: QWidget | QLayout) -> "Kartu":
        """Put things below each other into the card; returns the card."""
        for satu in isi:
            if isinstance(satu, QWidget):
                self.isi.addWidget(satu)
            else:
                self.isi.addLayout(satu)
        return self

    def atur_terpilih(self, terpilih: bool) -> None:
        """Mark the card as the chosen one."""
        atur_sifat(self, terpilih=terpilih)


class KartuAngka(Kartu):
    """A figure with its word below, as over the results of an import."""

    def __init__(self, angka: str, keterangan: str) -> None:
        super().__init__(tepi=16)
        self._angka = Teks(angka, "angka")
        self._keterangan = Teks(keterangan, "redup")
        self.isi.setSpacing(0)
        self.tambah(self._angka, self._keterangan)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.atur(angka, keterangan)

    def atur(self, angka: str, keterangan: str | None = None) -> None:
        """Show another figure."""
        self._angka.setText(angka)
        if keterangan is not None:
            self._keterangan.setText(keterangan)
        self.setAccessibleName(f"{angka} {self._keterangan.text()}")


def sejajar(*kartu: QWidget, jarak: int = 10) -> QHBoxLayout:
    """Return cards of one height side by side."""
    tata = QHBoxLayout()
    tata.setContentsMargins(0, 0, 0, 0)
    tata.setSpacing(jarak)
    for satu in kartu:
        tata.addWidget(satu, 1, Qt.AlignmentFlag(0))
    return tata
