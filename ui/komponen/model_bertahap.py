"""A table's rows fetched a page at a time, so that a million scroll as well as ten."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex

from ui.komponen.model_tabel import Kolom, ModelTabel

T = TypeVar("T")
Indeks = QModelIndex | QPersistentModelIndex


class ModelBertahap(ModelTabel[T]):
    """Rows that come as one scrolls; sorting is the source's, so its table sorts nothing itself.

    Args:
        kunci: row → where the page that begins with it would have ended before (the source's `setelah`).
        halaman: rows fetched at once.
    """

    def __init__(self, kolom: Sequence[Kolom[T]], kunci: Callable[[T], Any], halaman: int = 100) -> None:
        super().__init__(kolom)
        self._kunci = kunci
        self.halaman = halaman
        self._ambil: Callable[[Any], list[T]] | None = None
        self._habis = True

    def cari(self, ambil: Callable[[Any], list[T]]) -> None:
        """Show the first page of another search; `ambil(setelah)` gives the page after a key, None the first."""
        self._ambil = ambil
        pertama = ambil(None)
        self._habis = len(pertama) < self.halaman
        self.atur(pertama)

    def canFetchMore(self, induk: Indeks) -> bool:
        return not induk.isValid() and not self._habis

    def fetchMore(self, induk: Indeks) -> None:
        if self._ambil is None or induk.isValid() or not self._baris:
            return
        berikut = self._ambil(self._kunci(self._baris[-1]))
        self._habis = len(berikut) < self.halaman
        if berikut:
            awal = len(self._baris)
            self.beginInsertRows(QModelIndex(), awal, awal + len(berikut) - 1)
            self._baris += berikut
            self.endInsertRows()

    @property
    def lengkap(self) -> bool:
        """Tell whether every match is already here."""
        return self._habis
