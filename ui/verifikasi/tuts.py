"""The row of decisions below the grid: each button names the digit that does the same."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from ui.komponen import JenisTombol, Tombol, kosongkan
from ui.tema import tema
from ui.verifikasi.tulisan import Keputusan, ringkas

LAJUR = 5
MAKS_HURUF = 21  # letters of a reason that are always written
TEPI = 50  # pixels of a button besides the reason
TEBAL = 1.06  # how much wider a button writes


class TutsPutusan(QWidget):
    """Two rows of buttons; `tekan(digit)` is called for each."""

    def __init__(self, tekan: Callable[[int], object]) -> None:
        super().__init__()
        self.setProperty("bening", True)
        self._tekan = tekan
        self._tombol_kata: list[tuple[Tombol, int, str]] = []
        self._tata = QGridLayout(self)
        self._tata.setContentsMargins(0, 0, 0, 0)
        self._tata.setSpacing(6)

    def atur(self, pilihan: Sequence[Keputusan], *, boleh: bool) -> None:
        """Offer these decisions, and 0 for any other."""
        kosongkan(self._tata)
        self._tombol_kata.clear()
        semua = [(p.tombol, p.kata) for p in pilihan] + [(0, self.tr("Alasan lain…"))]
        for ke, (angka, kata) in enumerate(semua):
            self._tata.addWidget(self._tombol(angka, kata, boleh), ke // LAJUR, ke % LAJUR)

    def _tombol(self, angka: int, kata: str, boleh: bool) -> Tombol:
        jenis = JenisTombol.UTAMA if angka == 1 else JenisTombol.BIASA
        tombol = Tombol(self._kata(angka, kata), jenis, klik=lambda: self._tekan(angka), nama=kata)
        self._tombol_kata.append((tombol, angka, kata))
        tombol.setToolTip(self.tr("{kata}: tekan {angka}").format(kata=kata, angka=angka))
        tombol.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        tombol.setMinimumWidth(80)  # else a long reason keeps the window from getting narrower
        tombol.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the digit keys do the same without leaving the list
        tombol.setEnabled(boleh)
        return tombol

    def _kata(self, angka: int, kata: str) -> str:
        """Write as much of a reason as its button holds."""
        ruang, ukur = self.width() / LAJUR - TEPI * tema().ukuran.skala, QFontMetrics(tema().huruf())
        calon = (ringkas(kata, n) for n in range(len(kata), MAKS_HURUF, -1))
        muat = next(
            (satu for satu in calon if ukur.horizontalAdvance(satu) * TEBAL <= ruang), ringkas(kata, MAKS_HURUF)
        )
        return f"{angka}  {muat}"

    def resizeEvent(self, kejadian: QResizeEvent) -> None:
        super().resizeEvent(kejadian)
        for tombol, angka, kata in self._tombol_kata:
            tombol.setText(self._kata(angka, kata))
