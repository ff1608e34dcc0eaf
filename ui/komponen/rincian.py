"""Facts as pairs: what it is, and what it says; in one or more columns."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.komponen.susun import kosongkan
from ui.komponen.teks import Teks

KOSONG = "—"


class Rincian(QWidget):
    """Pairs of words; an empty fact shows a dash, so that a gap is seen as a gap. Values can be marked and copied."""

    def __init__(self, pasangan: Sequence[tuple[str, str]] = (), *, lajur: int = 1) -> None:
        super().__init__()
        self.setProperty("bening", True)
        self._lajur = lajur
        self._tata = QGridLayout(self)
        self._tata.setContentsMargins(0, 0, 0, 0)
        self._tata.setHorizontalSpacing(16)
        self._tata.setVerticalSpacing(6)
        for ke in range(lajur):
            self._tata.setColumnStretch(2 * ke + 1, 1)
        self.atur(pasangan)

    def atur(self, pasangan: Sequence[tuple[str, str]]) -> None:
        """Show other facts."""
        kosongkan(self._tata)
        tinggi = -(-len(pasangan) // self._lajur)
        atas = Qt.AlignmentFlag.AlignTop
        for ke, (apa, isi) in enumerate(pasangan):
            lajur, nomor = divmod(ke, max(1, tinggi))
            self._tata.addWidget(Teks(apa, "redup"), nomor, 2 * lajur, atas)
            nilai = Teks(isi or KOSONG, bungkus=True, pilih=True)
            nilai.setAccessibleName(f"{apa}: {isi or KOSONG}")
            self._tata.addWidget(nilai, nomor, 2 * lajur + 1, atas)
