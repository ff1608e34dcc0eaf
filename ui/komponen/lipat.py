"""A heading that folds what stands below it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.ikon import ikon
from ui.komponen.susun import baris


class PanelLipat(QWidget):
    """A foldable part of a page; `dilipat` is emitted when it opens or folds. `kanan` stands beside the heading."""

    dilipat = Signal(bool)

    def __init__(self, judul: str, isi: QWidget, *, terbuka: bool = False, kanan: Sequence[QWidget] = ()) -> None:
        super().__init__()
        self.isi = isi
        self.tombol = QPushButton(judul)
        self.tombol.setProperty("jenis", "judul")
        self.tombol.setCheckable(True)
        self.tombol.setChecked(terbuka)
        self.tombol.setCursor(Qt.CursorShape.PointingHandCursor)
        self.tombol.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.tombol.toggled.connect(self._lipat)
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(4)
        tata.addLayout(baris(self.tombol, None, *kanan))
        tata.addWidget(isi)
        self._lipat(terbuka)

    @property
    def terbuka(self) -> bool:
        return self.tombol.isChecked()

    def buka(self, terbuka: bool = True) -> None:
        """Open or fold it."""
        self.tombol.setChecked(terbuka)

    def _lipat(self, terbuka: bool) -> None:
        self.isi.setVisible(terbuka)
        self._warnai()
        keadaan = self.tr("terbuka") if terbuka else self.tr("terlipat")
        self.tombol.setAccessibleName(f"{self.tombol.text()}, {keadaan}")
        self.dilipat.emit(terbuka)

    def _warnai(self) -> None:
        self.tombol.setIcon(ikon("chevron-down" if self.terbuka else "chevron-right", "teks_redup"))

    def changeEvent(self, kejadian: QEvent) -> None:
        if kejadian.type() == QEvent.Type.StyleChange and hasattr(self, "tombol"):
            self._warnai()
        super().changeEvent(kejadian)
