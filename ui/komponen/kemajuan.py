"""A thin bar: how much of the work is done."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.tema import Nada, tema


def lukis_bilah(pelukis: QPainter, kotak: QRectF, bagian: list[tuple[float, QColor]], jalur: QColor) -> None:
    """Paint a rounded track with parts (share of the whole, colour) from the left."""
    pelukis.save()
    pelukis.setRenderHint(QPainter.RenderHint.Antialiasing)
    pelukis.setPen(Qt.PenStyle.NoPen)
    jari = kotak.height() / 2
    pelukis.setBrush(jalur)
    pelukis.drawRoundedRect(kotak, jari, jari)
    habis = sum(porsi for porsi, _ in bagian)
    for porsi, warna in reversed(bagian):  # the longest first, so that every part keeps its round end
        lebar = kotak.width() * min(1.0, habis)
        habis -= porsi
        if porsi <= 0 or lebar <= 0:
            continue
        pelukis.setBrush(warna)
        pelukis.drawRoundedRect(QRectF(kotak.x(), kotak.y(), max(lebar, kotak.height()), kotak.height()), jari, jari)
    pelukis.restore()


class BilahKemajuan(QWidget):
    """Progress as a bar; several parts each with their nada are possible. The figures stand beside it as words."""

    def __init__(self, selesai: int = 0, total: int = 0) -> None:
        super().__init__()
        self._bagian: list[tuple[int, Nada]] = []
        self._total = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(60)
        self.atur(selesai, total)

    def atur(self, selesai: int, total: int) -> None:
        """Show `selesai` of `total`."""
        self.atur_bagian([(selesai, Nada.AKSEN)], total)

    def atur_bagian(self, bagian: list[tuple[int, Nada]], total: int) -> None:
        """Show several parts of `total`, e.g. layak and tidak layak."""
        self._bagian, self._total = bagian, total
        jumlah = sum(n for n, _ in bagian)
        self.setAccessibleName(self.tr("Kemajuan"))
        self.setAccessibleDescription(self.tr("{n} dari {total}").format(n=jumlah, total=total))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, tema().ukuran.px(6))

    def paintEvent(self, _kejadian: QPaintEvent) -> None:
        pelukis = QPainter(self)
        pembagi = max(1, self._total)
        bagian = [(n / pembagi, tema().warna(nada.value)) for n, nada in self._bagian]
        lukis_bilah(pelukis, QRectF(self.rect()), bagian, tema().warna("garis"))
