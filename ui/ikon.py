"""Icons, tinted with a token of the theme so that they stay readable in light and dark.

The files in `resources/ikon` are Lucide's (ISC); a name here is the file's name without `.svg`.
"""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from resources import berkas
from ui.tema import tema

_KERAPATAN = (1.0, 1.25, 1.5, 2.0, 3.0)


@cache
def _svg(nama: str) -> str:
    return berkas("ikon", f"{nama}.svg").read_text(encoding="utf-8")


@cache
def gambar(nama: str, warna: str, ukuran: int, kerapatan: float = 1.0, sela: int = 0) -> QPixmap:
    """Return the icon as a pixmap of `ukuran` logical pixels, with `sela` empty ones at its right.

    An unknown name is a FileNotFoundError.
    """
    gambaran = QSvgRenderer(QByteArray(_svg(nama).replace("currentColor", warna).encode()))
    sisi = round(ukuran * kerapatan)
    hasil = QPixmap(QSize(sisi + round(sela * kerapatan), sisi))
    hasil.fill(Qt.GlobalColor.transparent)
    pelukis = QPainter(hasil)
    gambaran.render(pelukis, QRectF(0, 0, sisi, sisi))
    pelukis.end()
    hasil.setDevicePixelRatio(kerapatan)
    return hasil


def ikon(nama: str, token: str = "teks", ukuran: int = 16, sela: int = 0) -> QIcon:
    """Return the icon in the token's present colour; ask again when `tema().berubah` says so."""
    palet = tema().palet
    return _ikon(nama, getattr(palet, token), palet.teks_mati, ukuran, sela)


@cache
def _ikon(nama: str, warna: str, warna_mati: str, ukuran: int, sela: int) -> QIcon:
    hasil = QIcon()
    for kerapatan in _KERAPATAN:
        hasil.addPixmap(gambar(nama, warna, ukuran, kerapatan, sela))
        hasil.addPixmap(gambar(nama, warna_mati, ukuran, kerapatan, sela), QIcon.Mode.Disabled)
    return hasil
