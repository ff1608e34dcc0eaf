"""Buttons: one `utama` a page, `biasa` for the rest, `tautan` where one would shout, `bahaya` for what takes away."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy

from ui.ikon import ikon
from ui.komponen.teks import atur_sifat
from ui.tema import tema


class JenisTombol(StrEnum):
    UTAMA = "utama"
    BIASA = "biasa"
    TAUTAN = "tautan"
    BAHAYA = "bahaya"


_TOKEN = {
    JenisTombol.UTAMA: "di_atas_aksen",
    JenisTombol.BIASA: "aksen",
    JenisTombol.TAUTAN: "aksen",
    JenisTombol.BAHAYA: "bahaya",
}


class Tombol(QPushButton):
    """A button with an icon that follows the theme; Enter presses it as Space does.

    Args:
        teks: with `&` before the letter that presses it together with Alt.
        jenis: how loud it is.
        nama_ikon: file in `resources/ikon` without `.svg`.
        pintasan: a shortcut such as `Ctrl+S`, shown in the tooltip.
        klik: called when pressed.
        nama: accessible name where the words alone do not say it (several "Lihat" in one list).
    """

    def __init__(
        self,
        teks: str,
        jenis: JenisTombol = JenisTombol.BIASA,
        nama_ikon: str = "",
        *,
        pintasan: str = "",
        klik: Callable[[], object] | None = None,
        nama: str = "",
    ) -> None:
        super().__init__(teks)
        self.nama_ikon = nama_ikon
        self.jenis = jenis
        self._rupa: tuple[object, ...] = ()
        self.setProperty("jenis", jenis.value)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(nama or teks.replace("&", ""))
        if pintasan:
            self.setShortcut(QKeySequence(pintasan))
            urut = QKeySequence(pintasan).toString(QKeySequence.SequenceFormat.NativeText)
            self.setToolTip(f"{teks.replace('&', '')} ({urut})")
        self._klik = klik
        if klik is not None:
            self.clicked.connect(self._tertekan)
        self._warnai()

    @Slot()
    def _tertekan(self) -> None:
        if self._klik is not None:
            self._klik()

    def atur_jenis(self, jenis: JenisTombol) -> None:
        """Make the button louder or quieter."""
        if jenis is not self.jenis:
            self.jenis = jenis
            atur_sifat(self, jenis=jenis.value)
            self._warnai()

    def atur_ikon(self, nama_ikon: str) -> None:
        """Change the icon."""
        self.nama_ikon = nama_ikon
        self._warnai()

    def _warnai(self) -> None:
        rupa = (self.nama_ikon, self.jenis, bool(self.text()), tema().palet, tema().ukuran)
        if self.nama_ikon and rupa != self._rupa:  # Qt tells of a new style several times over
            self._rupa = rupa
            sisi = tema().ukuran.px(15)
            sela = 3 if self.text() else 0
            self.setIcon(ikon(self.nama_ikon, _TOKEN[self.jenis], sisi, sela))
            self.setIconSize(QSize(sisi + sela, sisi))

    def setMenu(self, menu: QMenu) -> None:
        """Open a menu when pressed; leaves room for its arrow, an icon alone needs none."""
        super().setMenu(menu)
        atur_sifat(self, menu="panah" if self.text() else "titik")

    def setText(self, teks: str) -> None:
        super().setText(teks)
        self._warnai()
        if self.menu() is not None:
            atur_sifat(self, menu="panah" if teks else "titik")

    def changeEvent(self, kejadian: QEvent) -> None:
        if kejadian.type() == QEvent.Type.StyleChange and hasattr(self, "nama_ikon"):
            self._warnai()
        super().changeEvent(kejadian)

    def keyPressEvent(self, kejadian: QKeyEvent) -> None:
        if kejadian.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(kejadian)
