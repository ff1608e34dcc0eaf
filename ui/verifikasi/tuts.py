"""The row of decisions below the grid: each button names the digit that does the same."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from ui.komponen import JenisTombol, Tombol, kosongkan
from ui.verifikasi.tulisan import Keputusan, ringkas

LAJUR = 5
MAKS_HURUF = 21


class TutsPutusan(QWidget):
    """Two rows of buttons; `tekan(digit)` is called for each."""

    def __init__(self, tekan: Callable[[int], object]) -> None:
        super().__init__()
        self.setProperty("bening", True)
        self._tekan = tekan
        self._tata = QGridLayout(self)
        self._tata.setContentsMargins(0, 0, 0, 0)
        self._tata.setSpacing(6)

    def atur(self, pilihan: Sequence[Keputusan], *, boleh: bool) -> None:
        """Offer these decisions, and 0 for any other."""
        kosongkan(self._tata)
        semua = [(p.tombol, p.kata) for p in pilihan] + [(0, self.tr("Alasan lain…"))]
        for ke, (angka, kata) in enumerate(semua):
            self._tata.addWidget(self._tombol(angka, kata, boleh), ke // LAJUR, ke % LAJUR)

    def _tombol(self, angka: int, kata: str, boleh: bool) -> Tombol:
        jenis = JenisTombol.UTAMA if angka == 1 else JenisTombol.BIASA
        tombol = Tombol(f"{angka}  {ringkas(kata, MAKS_HURUF)}", jenis, klik=lambda: self._tekan(angka), nama=kata)
        tombol.setToolTip(self.tr("{kata}: tekan {angka}").format(kata=kata, angka=angka))
        tombol.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        tombol.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the digit keys do the same without leaving the list
        tombol.setEnabled(boleh)
        return tombol
