"""A search box that waits until the typing pauses."""

from PySide6.QtCore import QEvent, QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

from ui.ikon import ikon


class KotakCari(QLineEdit):
    """A field with a magnifier; `dicari` carries the trimmed words once typing pauses, or at once on Enter."""

    dicari = Signal(str)
    JEDA = 180  # milliseconds

    def __init__(self, petunjuk: str, *, nama: str = "") -> None:
        super().__init__()
        self.setProperty("cari", True)
        self.setPlaceholderText(petunjuk)
        self.setAccessibleName(nama or petunjuk)
        self.setClearButtonEnabled(True)
        self._lambang = QAction(self)
        self.addAction(self._lambang, QLineEdit.ActionPosition.LeadingPosition)
        self._jeda = QTimer(self)
        self._jeda.setSingleShot(True)
        self._jeda.setInterval(self.JEDA)
        self._jeda.timeout.connect(self._kirim)
        self._terakhir = ""
        self.textChanged.connect(self._tunggu)
        self.returnPressed.connect(self._kirim)
        self._warnai()

    @Slot()
    def _tunggu(self) -> None:
        self._jeda.start()

    @Slot()
    def _kirim(self) -> None:
        self._jeda.stop()
        kini = self.text().strip()
        if kini != self._terakhir:
            self._terakhir = kini
            self.dicari.emit(kini)

    def _warnai(self) -> None:
        self._lambang.setIcon(ikon("search", "teks_redup"))

    def changeEvent(self, kejadian: QEvent) -> None:
        if kejadian.type() == QEvent.Type.StyleChange and hasattr(self, "_lambang"):
            self._warnai()
        super().changeEvent(kejadian)
