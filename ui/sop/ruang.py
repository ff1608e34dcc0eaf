"""What the parts of the editor share: the SOP as it stands now, and who is told when it changes."""

from PySide6.QtCore import QObject, Signal

from app.sop.definisi import DefinisiSop
from app.sop.sunting.penyunting import Penyunting, Ubah


class RuangSunting(QObject):
    """The state of one editor: `berubah` after every change, before it `muat_ulang` where fields are filled anew."""

    berubah = Signal()
    muat_ulang = Signal()

    def __init__(self, penyunting: Penyunting) -> None:
        super().__init__()
        self.penyunting = penyunting

    @property
    def kini(self) -> DefinisiSop:
        """The SOP as it stands now."""
        return self.penyunting.kini

    def ubah(self, fungsi: Ubah, kunci: object = None, *, isi: bool = False) -> None:
        """Apply an operation.

        Args:
            kunci: keystrokes of one field, one step of undo.
            isi: the fields that are shown do not hold the change yet.
        """
        if self.penyunting.ubah(fungsi, kunci):
            self._kabarkan(isi=isi)

    def mundur(self) -> None:
        """Undo."""
        if self.penyunting.urungkan():
            self._kabarkan(isi=True)

    def maju(self) -> None:
        """Do again."""
        if self.penyunting.ulangi():
            self._kabarkan(isi=True)

    def _kabarkan(self, *, isi: bool) -> None:
        if isi:
            self.muat_ulang.emit()
        self.berubah.emit()
