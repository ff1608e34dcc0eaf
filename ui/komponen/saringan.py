"""Which rows of a table are seen, and in which order: worked out over the row objects at once.

Qt's own proxy asks Python for every row and for both sides of every comparison: sorting 100 000 rows stood still for
half a minute (measured). One list of keys takes a tenth of a second.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractProxyModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Slot,
)

from ui.komponen.model_tabel import ModelTabel

Indeks = QModelIndex | QPersistentModelIndex
_AKAR = QModelIndex()


class Saringan(QAbstractProxyModel):
    """Filters rows by a function of the row object and sorts them by a column's value; blanks come first."""

    def __init__(self, model: ModelTabel[Any], induk: QObject | None = None) -> None:
        super().__init__(induk)
        self._model = model
        self._saring: Callable[[Any], bool] | None = None
        self._kolom, self._arah = -1, Qt.SortOrder.AscendingOrder
        self._nomor: list[int] = []  # rows of the source as they are seen
        self._tempat: list[int] = []  # where each row of the source is seen; -1 where it is not
        self.setSourceModel(model)
        self._susun()

    def setSourceModel(self, model: QAbstractItemModel) -> None:
        """Listen to the source; it is set once."""
        super().setSourceModel(model)
        for tanda in (model.modelAboutToBeReset, model.rowsAboutToBeRemoved):
            tanda.connect(self._sebelum)
        for tanda in (model.modelReset, model.rowsRemoved):
            tanda.connect(self._sesudah)
        model.rowsAboutToBeInserted.connect(self._akan_bertambah)
        model.rowsInserted.connect(self._bertambah)
        model.dataChanged.connect(self._berubah)

    # --- what is seen ------------------------------------------------------------------------------------------------

    def atur(self, saring: Callable[[Any], bool] | None) -> None:
        """Show only the rows that `saring` says yes to; None shows all."""
        self.beginResetModel()
        self._saring = saring
        self._susun()
        self.endResetModel()

    @property
    def baris(self) -> list[Any]:
        """The rows as they are seen."""
        semua = self._model.semua
        return [semua[n] for n in self._nomor]

    def sort(self, kolom: int, arah: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column; -1 gives the source's own order back. What was chosen stays chosen."""
        self._kolom, self._arah = kolom, arah
        self._tata_ulang()

    def _tata_ulang(self) -> None:
        """Order again, the same rows: indexes that others hold go along."""
        self.layoutAboutToBeChanged.emit()
        lama = self.persistentIndexList()
        asal = [self._nomor[i.row()] for i in lama]
        self._susun()
        self.changePersistentIndexList(
            lama, [self.index(self._tempat[n], i.column()) for n, i in zip(asal, lama, strict=True)]
        )
        self.layoutChanged.emit()

    def _susun(self) -> None:
        semua, saring = self._model.semua, self._saring
        nomor = list(range(len(semua))) if saring is None else [n for n, b in enumerate(semua) if saring(b)]
        if 0 <= self._kolom < len(self._model.kolom):
            ambil = self._model.kolom[self._kolom].ambil
            nomor = _urutkan({n: ambil(semua[n]) for n in nomor}, terbalik=self._arah is Qt.SortOrder.DescendingOrder)
        self._nomor, self._tempat = nomor, [-1] * len(semua)
        for tempat, n in enumerate(nomor):
            self._tempat[n] = tempat

    # --- the source changed ------------------------------------------------------------------------------------------

    @Slot()
    def _sebelum(self) -> None:
        self.beginResetModel()

    @Slot()
    def _sesudah(self) -> None:
        self._susun()
        self.endResetModel()

    @property
    def _polos(self) -> bool:
        """The rows stand as in the source."""
        return self._saring is None and self._kolom < 0

    @Slot(QModelIndex, int, int)
    def _akan_bertambah(self, _induk: QModelIndex, awal: int, akhir: int) -> None:
        """Let a page that is fetched while one scrolls come without losing the place."""
        if self._polos:
            self.beginInsertRows(QModelIndex(), awal, akhir)
        else:
            self.beginResetModel()

    @Slot()
    def _bertambah(self) -> None:
        self._susun()
        if self._polos:
            self.endInsertRows()
        else:
            self.endResetModel()

    @Slot(QModelIndex, QModelIndex)
    def _berubah(self, awal: QModelIndex, akhir: QModelIndex) -> None:
        """Show changed rows anew; a row that now belongs elsewhere, or nowhere, moves."""
        if not self._polos:
            semula = self._nomor
            self._susun()
            kini, self._nomor = self._nomor, semula
            if len(kini) != len(semula) or set(kini) != set(semula):
                self.beginResetModel()
                self._susun()
                self.endResetModel()
                return
            if kini != semula:
                self._tata_ulang()
        for n in range(awal.row(), akhir.row() + 1):
            if (tempat := self._tempat[n]) >= 0:
                self.dataChanged.emit(self.index(tempat, awal.column()), self.index(tempat, akhir.column()))

    # --- what Qt asks ------------------------------------------------------------------------------------------------

    def rowCount(self, induk: Indeks = _AKAR) -> int:
        return 0 if induk.isValid() else len(self._nomor)

    def columnCount(self, induk: Indeks = _AKAR) -> int:
        return 0 if induk.isValid() else len(self._model.kolom)

    def index(self, baris: int, kolom: int, induk: Indeks = _AKAR) -> QModelIndex:
        ada = not induk.isValid() and 0 <= baris < len(self._nomor) and 0 <= kolom < len(self._model.kolom)
        return self.createIndex(baris, kolom) if ada else QModelIndex()

    def parent(self, indeks: Indeks | None = None) -> QModelIndex | QObject | None:  # type: ignore[override]  # two of Qt's
        return QModelIndex() if indeks is not None else super().parent()

    def mapToSource(self, indeks: Indeks) -> QModelIndex:
        if not indeks.isValid() or indeks.row() >= len(self._nomor):
            return QModelIndex()
        return self._model.index(self._nomor[indeks.row()], indeks.column())

    def mapFromSource(self, indeks: Indeks) -> QModelIndex:
        if not indeks.isValid() or indeks.row() >= len(self._tempat):
            return QModelIndex()
        return self.index(self._tempat[indeks.row()], indeks.column())

    def headerData(self, bagian: int, arah: Qt.Orientation, peran: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if arah is Qt.Orientation.Vertical and 0 <= bagian < len(self._nomor):
            bagian = self._nomor[bagian]
        return self._model.headerData(bagian, arah, peran)


def _urutkan(nilai: dict[int, Any], *, terbalik: bool) -> list[int]:
    """Return the rows in order of their values: nothing, numbers, then text whatever its case; equals as they stood."""
    kosong: list[int] = []
    angka: dict[int, float] = {}
    teks: dict[int, str] = {}
    for n, isi in nilai.items():
        if isi is None or isi == "":
            kosong.append(n)
        elif isinstance(isi, int | float):
            angka[n] = isi
        else:
            teks[n] = str(isi).casefold()
    bagian = [
        kosong,
        sorted(angka, key=angka.__getitem__, reverse=terbalik),
        sorted(teks, key=teks.__getitem__, reverse=terbalik),
    ]
    return [n for satu in (reversed(bagian) if terbalik else bagian) for n in satu]
