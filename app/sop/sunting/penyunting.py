"""The state of an editor without a window: what it began with, what stands now, and the way back."""

from collections.abc import Callable

from app.sop.definisi import DefinisiSop
from app.sop.layak import Masalah, masalah
from app.sop.sunting.kata import kembalikan_tanda

Ubah = Callable[[DefinisiSop], DefinisiSop]
TERBANYAK = 200
"""Steps of undo that are kept."""


class Penyunting:
    """Applies operations to one SOP and remembers the states before.

    Attributes:
        asal: what was opened; None for an SOP that is not in the store yet.
        kini: what stands now.
    """

    def __init__(self, kini: DefinisiSop, *, asal: DefinisiSop | None = None) -> None:
        self.asal = asal
        self.kini = kini
        self._lama: list[DefinisiSop] = []
        self._batal: list[DefinisiSop] = []
        self._kunci: object = None

    def ubah(self, fungsi: Ubah, kunci: object = None) -> bool:
        """Apply an operation; returns whether anything changed.

        Args:
            kunci: operations in a row with the same key (keystrokes in one field) are one step of undo.
        """
        baru = fungsi(self.kini)
        if self.asal is not None:
            baru = kembalikan_tanda(baru, self.asal)
        if baru == self.kini:
            return False
        if kunci is None or kunci != self._kunci:
            self._lama = [*self._lama[-TERBANYAK:], self.kini]
        self._batal.clear()
        self.kini, self._kunci = baru, kunci
        return True

    def urungkan(self) -> bool:
        """Go back one step; False when there is none."""
        return self._mundur(self._lama, self._batal)

    def ulangi(self) -> bool:
        """Do again what was undone; False when there is nothing."""
        return self._mundur(self._batal, self._lama)

    def _mundur(self, dari: list[DefinisiSop], ke: list[DefinisiSop]) -> bool:
        if not dari:
            return False
        ke.append(self.kini)
        self.kini, self._kunci = dari.pop(), None
        return True

    @property
    def dapat_diurungkan(self) -> bool:
        return bool(self._lama)

    @property
    def berubah(self) -> bool:
        """Tell whether there is something to save."""
        return self.kini != self.asal

    @property
    def masalah(self) -> tuple[Masalah, ...]:
        """What is to be mended before it can be saved."""
        return masalah(self.kini)
