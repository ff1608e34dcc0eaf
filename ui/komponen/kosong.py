"""An empty screen that says what to do next."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.ikon import gambar
from ui.komponen.teks import Teks
from ui.komponen.tombol import JenisTombol, Tombol
from ui.tema import tema


class KosongState(QWidget):
    """An icon, what is empty, what to do, and the button that does it."""

    def __init__(
        self,
        judul: str,
        saran: str = "",
        nama_ikon: str = "inbox",
        *,
        tombol: str = "",
        klik: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        self._nama_ikon = nama_ikon
        self._gambar = QLabel()
        self.judul = Teks(judul, "judul_kartu", bungkus=True)
        self.saran = Teks(saran, "redup", bungkus=True)
        tata = QVBoxLayout(self)
        tata.setSpacing(6)
        tata.addStretch(1)
        for satu in (self._gambar, self.judul, self.saran):
            satu.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            tata.addWidget(satu)
        self.saran.setVisible(bool(saran))
        if tombol:
            self.tombol = Tombol(tombol, JenisTombol.UTAMA, klik=klik)
            tata.addSpacing(6)
            tata.addWidget(self.tombol, 0, Qt.AlignmentFlag.AlignHCenter)
        tata.addStretch(2)
        self._warnai()

    def atur(self, judul: str, saran: str = "") -> None:
        """Say something else."""
        self.judul.setText(judul)
        self.saran.setText(saran)
        self.saran.setVisible(bool(saran))

    def _warnai(self) -> None:
        sisi = tema().ukuran.px(36)
        self._gambar.setPixmap(gambar(self._nama_ikon, tema().palet.teks_mati, sisi, self.devicePixelRatioF()))

    def changeEvent(self, kejadian: QEvent) -> None:
        if kejadian.type() == QEvent.Type.StyleChange and hasattr(self, "_gambar"):
            self._warnai()
        super().changeEvent(kejadian)
