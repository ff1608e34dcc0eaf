"""The model behind every table: typed rows, columns declared once, sorting by value and not by what is written."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from ui.tema import Nada

T = TypeVar("T")
Indeks = QModelIndex | QPersistentModelIndex


class PeranData(IntEnum):
    """Our own roles."""

    URUT = Qt.ItemDataRole.UserRole + 1  # the value itself, for sorting
    BARIS = Qt.ItemDataRole.UserRole + 2  # the row object, through any proxy
    NADA = Qt.ItemDataRole.UserRole + 3  # a Nada: paint the words as a chip
    SALIN = Qt.ItemDataRole.UserRole + 4  # what goes to the clipboard


def sama(nilai: Any) -> Any:
    """Return what was given: the default for a column that shows its value as it is."""
    return nilai


@dataclass(frozen=True)
class Kolom(Generic[T]):
    """One column.

    Attributes:
        judul: heading.
        ambil: row → value (sorted by it).
        tulis: value → words; left out, the value itself is shown.
        lebar: pixels at normal text size; 0 takes the room that is left.
        kanan: figures stand at the right.
        nada: row → Nada, to paint the words as a chip.
        salin: row → what goes to the clipboard where that differs (masked identifiers stay masked: leave it out).
        petunjuk: row → tooltip.
    """

    judul: str
    ambil: Callable[[T], Any]
    tulis: Callable[[Any], str] | None = None
    lebar: int = 120
    kanan: bool = False
    nada: Callable[[T], Nada | None] | None = None
    salin: Callable[[T], str] | None = None
    petunjuk: Callable[[T], str] | None = None

    def teks(self, baris: T) -> str:
        """Return the words of a cell."""
        nilai = self.ambil(baris)
        if self.tulis is not None:
            return self.tulis(nilai)
        return "" if nilai is None else str(nilai)


class ModelTabel(QAbstractTableModel, Generic[T]):
    """Rows in memory. `tandai` makes the first column tickable; ticks are kept by the row's place."""

    def __init__(self, kolom: Sequence[Kolom[T]], baris: Sequence[T] = ()) -> None:
        super().__init__()
        self.kolom = tuple(kolom)
        self._baris: list[T] = list(baris)

    def atur(self, baris: Sequence[T]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._baris = list(baris)
        self.endResetModel()

    def ganti(self, nomor: int, baris: T) -> None:
        """Put another row in the place of one."""
        self._baris[nomor] = baris
        self.dataChanged.emit(self.index(nomor, 0), self.index(nomor, len(self.kolom) - 1))

    def baris(self, nomor: int) -> T:
        """Return one row; raises IndexError outside."""
        return self._baris[nomor]

    @property
    def semua(self) -> tuple[T, ...]:
        return tuple(self._baris)

    def rowCount(self, induk: Indeks = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if induk.isValid() else len(self._baris)

    def columnCount(self, induk: Indeks = QModelIndex()) -> int:  # noqa: B008
        return 0 if induk.isValid() else len(self.kolom)

    def headerData(self, bagian: int, arah: Qt.Orientation, peran: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if arah is Qt.Orientation.Vertical:
            return str(bagian + 1) if peran == Qt.ItemDataRole.DisplayRole else None
        if not 0 <= bagian < len(self.kolom):
            return None
        kolom = self.kolom[bagian]
        if peran == Qt.ItemDataRole.DisplayRole:
            return kolom.judul
        if peran == Qt.ItemDataRole.TextAlignmentRole:
            return _sisi(kolom)
        return None

    def data(self, indeks: Indeks, peran: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if peran not in _DIKENAL or not indeks.isValid() or indeks.row() >= len(self._baris):
            return None  # painting a cell asks for nine roles that we do not know
        kolom, baris = self.kolom[indeks.column()], self._baris[indeks.row()]
        if peran in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return kolom.teks(baris)
        if peran == Qt.ItemDataRole.TextAlignmentRole:
            return _sisi(kolom)
        if peran == Qt.ItemDataRole.ToolTipRole:
            return kolom.petunjuk(baris) if kolom.petunjuk else None
        return self._data_sendiri(kolom, baris, peran)

    def _data_sendiri(self, kolom: Kolom[T], baris: T, peran: int) -> Any:
        if peran == PeranData.URUT:
            return _kunci_urut(kolom.ambil(baris))
        if peran == PeranData.BARIS:
            return baris
        if peran == PeranData.NADA:
            return kolom.nada(baris) if kolom.nada else None
        if peran == PeranData.SALIN:
            return kolom.salin(baris) if kolom.salin else kolom.teks(baris)
        return None


_DIKENAL = frozenset(
    {
        Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.TextAlignmentRole,
        Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.CheckStateRole, *PeranData,
    }
)  # fmt: skip


_KIRI = (Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value
_KANAN = (Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter).value


def _sisi(kolom: Kolom[Any]) -> int:
    return _KANAN if kolom.kanan else _KIRI


def _kunci_urut(nilai: Any) -> Any:
    """Return what Qt can compare: numbers as they are, all else as text in its own order."""
    if nilai is None:
        return ""
    if isinstance(nilai, bool):
        return int(nilai)
    return nilai if isinstance(nilai, int | float | str) else str(nilai)
