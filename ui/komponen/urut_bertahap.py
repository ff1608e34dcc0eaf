"""Sorting a list that is fetched page by page: all of it is fetched first, for half a list in order would mislead.

The source has an order of its own, to which a third press on the heading, or another search, returns.
"""

from PySide6.QtCore import QModelIndex, QObject, Qt, Slot

from app.bahasa.angka import bilangan
from ui import pesan
from ui.komponen.model_bertahap import ModelBertahap
from ui.komponen.tabel import TabelData

TERBANYAK = 5_000
"""Rows that are fetched for sorting; a longer list is narrowed first."""


class UrutBertahap(QObject):
    """Lets the headings of a table over a `ModelBertahap` sort it."""

    def __init__(self, tabel: TabelData) -> None:
        super().__init__(tabel)
        self._tabel = tabel
        self._kini: tuple[int, Qt.SortOrder] | None = None
        tabel.setSortingEnabled(False)  # else a heading would sort the rows that happen to be here
        kepala = tabel.horizontalHeader()
        kepala.setSectionsClickable(True)
        kepala.sectionClicked.connect(self._tekan)
        tabel.sumber.modelAboutToBeReset.connect(self._lepas)

    @Slot(int)
    def _tekan(self, kolom: int) -> None:
        naik, turun = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        if self._kini == (kolom, turun):
            self._lepas()
        elif self._ambil_semua():
            self._urutkan(kolom, turun if self._kini == (kolom, naik) else naik)

    def _ambil_semua(self) -> bool:
        """Fetch what is not here yet; False when that would be too much."""
        model = self._tabel.sumber
        while isinstance(model, ModelBertahap) and model.canFetchMore(QModelIndex()):
            if model.rowCount() >= TERBANYAK:
                pesan.info(
                    self._tabel.window(), self.tr("Daftar terlalu panjang untuk diurutkan"),
                    self.tr("Ada lebih dari {n} baris. Saring dulu, misalnya per desa, lalu urutkan.").format(
                        n=bilangan(TERBANYAK)
                    ),
                )  # fmt: skip
                return False
            model.fetchMore(QModelIndex())
        return True

    def _urutkan(self, kolom: int, arah: Qt.SortOrder) -> None:
        self._kini = (kolom, arah)
        self._tabel.model().sort(kolom, arah)
        kepala = self._tabel.horizontalHeader()
        kepala.setSortIndicatorShown(True)
        kepala.setSortIndicator(kolom, arah)

    @Slot()
    def _lepas(self) -> None:
        """Return to the order of the source."""
        if self._kini is not None:
            self._kini = None
            self._tabel.model().sort(-1)
            self._tabel.horizontalHeader().setSortIndicatorShown(False)
