"""A table that leaves columns out where the room is narrow, the least needed first."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView

from ui.komponen.model_tabel import ModelTabel
from ui.komponen.tabel import TabelData
from ui.tema import tema


class TabelLuwes(TabelData):
    """Args: luwes: column number → width of the table (at normal text size) below which the column is left out.

    Where the column that takes what is left over is itself left out, `pengganti` takes it.
    """

    def __init__(self, model: ModelTabel[Any], *, nama: str, luwes: Mapping[int, int], pengganti: int = 0) -> None:
        super().__init__(model, nama=nama)
        self._luwes, self._pengganti = luwes, pengganti

    def resizeEvent(self, kejadian: QResizeEvent) -> None:
        lebar = kejadian.size().width()
        for kolom, batas in self._luwes.items():
            self.setColumnHidden(kolom, lebar < tema().ukuran.px(batas))
        self._isi_sisa()
        super().resizeEvent(kejadian)

    def _isi_sisa(self) -> None:
        kepala, semua = self.horizontalHeader(), self.sumber.kolom
        lentur = [n for n, kolom in enumerate(semua) if not kolom.lebar]
        if not lentur or not semua[self._pengganti].lebar:
            return
        ganti = all(self.isColumnHidden(n) for n in lentur)
        cara = QHeaderView.ResizeMode.Stretch if ganti else QHeaderView.ResizeMode.Interactive
        if kepala.sectionResizeMode(self._pengganti) != cara:
            kepala.setSectionResizeMode(self._pengganti, cara)
            kepala.resizeSection(self._pengganti, tema().ukuran.px(semua[self._pengganti].lebar))
