"""The frame of every dialog: heading, what it will change, fields that scroll, and the buttons below.

A dialog takes plain data and offers plain data; callers use its `ask()` alone, and tests replace `ask()` alone.
"""

from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from ui.komponen.susun import Gulir
from ui.komponen.teks import Teks
from ui.komponen.tombol import JenisTombol, Tombol
from ui.tema import tema


class DialogSalur(QDialog):
    """Base of the dialogs. `tambah` fills it; `periksa` is overridden to say what is missing before it is accepted."""

    def __init__(
        self, induk: QWidget | None, judul: str, penjelasan: str = "", *, setuju: str, nama_ikon: str = "check",
        jenis: JenisTombol = JenisTombol.UTAMA, lebar: int = 520,
    ) -> None:  # fmt: skip
        super().__init__(induk)
        self.setWindowTitle(judul)
        self._lebar = lebar
        self.isi = QVBoxLayout()
        self.isi.setContentsMargins(24, 4, 24, 12)
        self.isi.setSpacing(12)
        self.setuju = Tombol(setuju, jenis, nama_ikon, klik=self.coba)
        self.batal = Tombol(self.tr("&Batal"), klik=self.reject)
        self.salah = Teks("", "salah", bungkus=True)
        self.setuju.setDefault(True)
        self.batal.setAutoDefault(False)
        self._susun(judul, penjelasan)

    def _susun(self, judul: str, penjelasan: str) -> None:
        kepala = QVBoxLayout()
        kepala.setContentsMargins(24, 20, 24, 8)
        kepala.addWidget(Teks(judul, "judul", bungkus=True))
        if penjelasan:
            kepala.addWidget(Teks(penjelasan, "redup", bungkus=True))
        self._wadah_isi = QWidget()
        self._wadah_isi.setLayout(self.isi)
        self._gulir = Gulir(self._wadah_isi)
        kaki = QFrame()
        kaki.setObjectName("bilah_tindakan")
        bawah = QHBoxLayout(kaki)
        bawah.setContentsMargins(24, 12, 24, 14)
        bawah.addWidget(self.salah, 1)
        self._kaki = bawah
        bawah.addWidget(self.batal)
        bawah.addWidget(self.setuju)
        self._kerangka = semua = QVBoxLayout(self)
        semua.setContentsMargins(0, 0, 0, 0)
        semua.setSpacing(0)
        semua.addLayout(kepala)
        semua.addWidget(self._gulir, 1)
        semua.addWidget(kaki)

    def tambah(self, *isi: QWidget | QLayout) -> None:
        """Put things below each other."""
        for satu in isi:
            if isinstance(satu, QWidget):
                self.isi.addWidget(satu)
            else:
                self.isi.addLayout(satu)

    def tambah_tombol(self, tombol: Tombol) -> None:
        """Put one more button at the left of the foot."""
        tombol.setAutoDefault(False)
        self._kaki.insertWidget(0, tombol)

    def periksa(self) -> str:
        """Return what is missing as one sentence; empty when all is well. Marks the fields as it goes."""
        return ""

    @Slot()
    def coba(self) -> None:
        """Accept unless something is missing."""
        salah = self.periksa()
        self.salah.setText(salah)
        if not salah:
            self.accept()

    def sizeHint(self) -> QSize:
        px = tema().ukuran.px
        isi = self._wadah_isi.sizeHint().height()
        luar = self._kerangka.sizeHint().height() - self._gulir.sizeHint().height()
        # WORKAROUND: never `self.screen()`, see tests/architecture/test_pembungkus.py
        layar = QGuiApplication.primaryScreen().availableGeometry().height()
        return QSize(px(self._lebar), min(isi + luar + px(24), layar - 60))

    def minimumSizeHint(self) -> QSize:
        return QSize(360, 260)

    def setVisible(self, tampak: bool) -> None:
        """Take the size that is asked for: left to itself, Qt gives a window no more than two thirds of the screen."""
        if tampak and not self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            self.ensurePolished()
            self.resize(self.sizeHint())
        super().setVisible(tampak)

    def showEvent(self, kejadian: QShowEvent) -> None:
        super().showEvent(kejadian)
        self._urutkan()

    def _urutkan(self) -> None:
        """Walk the fields first and the foot last, and begin in the first field."""
        terima = Qt.FocusPolicy.TabFocus
        semua = self._wadah_isi.findChildren(QWidget)
        isian = [w for w in semua if w.focusPolicy() & terima and w.window() is self]  # not what a field pops up
        rantai = sorted(isian, key=self._tempat)
        for a, b in pairwise([*rantai, self.batal, self.setuju]):
            self.setTabOrder(a, b)
        pertama = next((w for w in rantai if w.isVisible() and w.isEnabled()), self.setuju)
        pertama.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tempat(self, widget: QWidget) -> tuple[int, int]:
        titik = widget.mapTo(self, widget.rect().topLeft())
        return titik.y(), titik.x()
