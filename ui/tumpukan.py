"""What one tab shows: its page, built when first looked at, and the pages laid over it."""

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from ui.halaman import Halaman


class Tumpukan(QStackedWidget):
    """A pile of pages; the one on top is seen. `berganti` is emitted when that changes."""

    berganti = Signal()

    def __init__(self, pabrik: Callable[[], Halaman]) -> None:
        super().__init__()
        self._pabrik = pabrik

    @property
    def atas(self) -> Halaman | None:
        """The page that is seen; None before the first look."""
        halaman = self.currentWidget()
        return halaman if isinstance(halaman, Halaman) else None

    @property
    def dasar(self) -> Halaman:
        """The tab's own page, built now if it was not."""
        if self.count() == 0:
            self.addWidget(self._pabrik())
        halaman = self.widget(0)
        assert isinstance(halaman, Halaman)
        return halaman

    def siapkan(self) -> None:
        """Make sure that there is a page to see."""
        if self.count() == 0:
            self.setCurrentWidget(self.dasar)
            self.berganti.emit()

    def dorong(self, halaman: Halaman) -> None:
        """Lay a page over the present one until it says `selesai`."""
        self.siapkan()
        halaman.selesai.connect(self._selesai)
        self.setCurrentIndex(self.addWidget(halaman))
        halaman.setFocus()
        self.berganti.emit()

    @Slot()
    def _selesai(self) -> None:
        halaman = self.sender()
        if isinstance(halaman, Halaman) and halaman is not self.widget(0):
            self._lepas(halaman)

    def mundur(self) -> bool:
        """Take the top page off if it lets go; False when it stays or is the tab's own."""
        halaman = self.atas
        if halaman is None or self.currentIndex() == 0 or not halaman.boleh_ditinggalkan():
            return False
        self._lepas(halaman)
        return True

    def _lepas(self, halaman: Halaman) -> None:
        ke = max(0, self.indexOf(halaman) - 1)
        self.removeWidget(halaman)
        halaman.hide()
        halaman.deleteLater()
        self.setCurrentIndex(ke)
        if self.atas is not None:
            self.atas.segarkan_bila_usang()
            self.atas.setFocus()
        self.berganti.emit()

    def boleh_ditinggalkan(self) -> bool:
        """Ask the pages from the top; False when one holds unsaved work."""
        halaman = [self.widget(n) for n in range(self.count() - 1, -1, -1)]
        return all(h.boleh_ditinggalkan() for h in halaman if isinstance(h, Halaman))
