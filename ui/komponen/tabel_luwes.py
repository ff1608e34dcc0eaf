"""A table that leaves columns out where the room is narrow, the least needed first."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtGui import QResizeEvent

from ui.komponen.model_tabel import ModelTabel
from ui.komponen.tabel import TabelData
from ui.tema import tema


class TabelLuwes(TabelData):
    """Args: luwes: column number → width of the table (at normal text size) below which the column is left out."""

    def __init__(self, model: ModelTabel[Any], *, nama: str, luwes: Mapping[int, int]) -> None:
        super().__init__(model, nama=nama)
        self._luwes = luwes

    def resizeEvent(self, kejadian: QResizeEvent) -> None:
        lebar = kejadian.size().width()
        for kolom, batas in self._luwes.items():
            self.setColumnHidden(kolom, lebar < tema().ukuran.px(batas))
        super().resizeEvent(kejadian)
