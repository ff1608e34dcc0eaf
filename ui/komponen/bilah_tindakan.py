"""The foot of a page: other acts at the left, the reason why not, and the one primary button at the right."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from ui.komponen.susun import baris
from ui.komponen.teks import TeksTerbatas
from ui.komponen.tombol import JenisTombol, Tombol


class BilahTindakan(QFrame):
    """Stays at the bottom. The reason stands beside the button it explains; where it can lead somewhere it is a link.

    `menuju` is emitted when that link is pressed.
    """

    menuju = Signal()

    def __init__(self, kiri: Sequence[QWidget], utama: Tombol, *, tepi: tuple[int, int] = (24, 10)) -> None:
        super().__init__()
        self.setObjectName("bilah_tindakan")
        self.utama = utama
        self.alasan = TeksTerbatas("", "redup", baris=2, kanan=True)
        self.tautan = Tombol("", JenisTombol.TAUTAN, "arrow-right", klik=self._menuju)
        self.tautan.hide()
        samping, tegak = tepi
        self.setLayout(baris(*kiri, 8, self.alasan, self.tautan, utama, tepi=(samping, tegak, samping, tegak + 2)))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def atur_alasan(self, alasan: str, tautan: str = "") -> None:
        """Say why the primary button cannot be pressed, and where `tautan` leads; nothing says nothing."""
        self.alasan.setText(alasan)
        self.tautan.setText(tautan)
        self.tautan.setVisible(bool(tautan))
        self.utama.setAccessibleDescription(alasan)

    @Slot()
    def _menuju(self) -> None:
        self.menuju.emit()
