"""Puts the tokens on the application and tells painted widgets when they changed.

There is one `Tema` a process, because there is one `QApplication` a process; `tema()` gives it.
"""

import re
from enum import StrEnum
from functools import cache
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from ui.sapuan import tanpa_sapuan
from ui.tema.token import GELAP, SKALA_TEKS, TERANG, Palet, Ukuran

_TOKEN = re.compile(r"@(\w+)@")
_PX = re.compile(r"(\d+)px")


class PilihanTema(StrEnum):
    """What the user chose."""

    SISTEM = "sistem"
    TERANG = "terang"
    GELAP = "gelap"


@cache
def _lembar() -> str:
    return Path(__file__).with_name("salur.qss").read_text(encoding="utf-8")


def susun_lembar(palet: Palet, ukuran: Ukuran) -> str:
    """Return the style sheet with every token filled in; an unknown token is a KeyError."""
    nilai = {nama: str(isi) for nama, isi in vars(palet).items()}
    nilai |= {nama: f"{px}px" for nama, px in ukuran.huruf.items()}  # names of colours and sizes differ
    nilai["mode"] = "gelap" if palet.gelap else "terang"

    def isi(cocok: re.Match[str]) -> str:
        nama = cocok[1]
        px = _PX.fullmatch(nama)
        return f"{max(1, ukuran.px(int(px[1])))}px" if px else nilai[nama]

    return _TOKEN.sub(isi, _lembar())


def susun_palet(p: Palet) -> QPalette:
    """Return the palette that Fusion draws with where the style sheet says nothing."""
    hasil = QPalette()
    peran = QPalette.ColorRole
    warna = {
        peran.Window: p.latar, peran.WindowText: p.teks, peran.Base: p.kartu, peran.AlternateBase: p.latar,
        peran.Text: p.teks, peran.Button: p.kartu, peran.ButtonText: p.teks, peran.BrightText: p.bahaya,
        peran.ToolTipBase: p.kartu, peran.ToolTipText: p.teks, peran.PlaceholderText: p.teks_redup,
        peran.Highlight: p.aksen, peran.HighlightedText: p.di_atas_aksen, peran.Link: p.aksen,
        peran.LinkVisited: p.aksen, peran.Accent: p.aksen, peran.Light: p.kartu, peran.Midlight: p.garis,
        peran.Mid: p.garis, peran.Dark: p.garis_tegas, peran.Shadow: p.garis_tegas,
    }  # fmt: skip
    for kunci, isi in warna.items():
        hasil.setColor(kunci, QColor(isi))
    for kunci in (peran.WindowText, peran.Text, peran.ButtonText):
        hasil.setColor(QPalette.ColorGroup.Disabled, kunci, QColor(p.teks_mati))
    return hasil


class Tema(QObject):
    """The look in force. `berubah` is emitted after a new one was put on the application."""

    berubah = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.pilihan = PilihanTema.SISTEM
        self.nama_ukuran = "biasa"
        self.palet: Palet = TERANG
        self.ukuran = Ukuran()

    def pasang(self, pilihan: PilihanTema | None = None, nama_ukuran: str | None = None) -> None:
        """Put the look on the application; what is left out stays as it is."""
        self.pilihan = pilihan or self.pilihan
        self.nama_ukuran = nama_ukuran if nama_ukuran in SKALA_TEKS else self.nama_ukuran
        self.palet = GELAP if self._gelap() else TERANG
        self.ukuran = Ukuran(SKALA_TEKS[self.nama_ukuran])
        app = QApplication.instance()
        if isinstance(app, QApplication):
            with tanpa_sapuan():
                app.setPalette(susun_palet(self.palet))
                app.setFont(self.huruf())
                app.setStyleSheet(susun_lembar(self.palet, self.ukuran))
        self.berubah.emit()

    def huruf(self, nama: str = "biasa", tebal: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """Return the screen's letter in a named size, with figures of one width."""
        huruf = QFont("Inter")
        huruf.setPixelSize(self.ukuran.huruf[nama])
        huruf.setWeight(tebal)
        huruf.setFeature(QFont.Tag("tnum"), 1)
        return huruf

    def warna(self, nama: str) -> QColor:
        """Return the token's colour, e.g. `warna("teks_redup")`."""
        return QColor(getattr(self.palet, nama))

    @Slot()
    def sistem_berubah(self) -> None:
        """Follow the system when the user left the choice to it."""
        if self.pilihan is PilihanTema.SISTEM and self._gelap() != self.palet.gelap:
            self.pasang()

    def _gelap(self) -> bool:
        if self.pilihan is not PilihanTema.SISTEM:
            return self.pilihan is PilihanTema.GELAP
        return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


@cache
def tema() -> Tema:
    """Return the one look of this process."""
    return Tema()
