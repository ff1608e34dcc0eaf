"""Bars per desa, painted: no chart library for the sake of one picture."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.komponen.kemajuan import lukis_bilah
from ui.tema import Nada, tema


@dataclass(frozen=True)
class Batang:
    """One bar: its name, its parts, the whole it is measured against, and the figure written behind it."""

    nama: str
    bagian: tuple[tuple[int, Nada], ...]
    total: int
    angka: str


class GrafikBatang(QWidget):
    """Lying bars below each other, each with its name before and its figure behind."""

    def __init__(self, batang: Sequence[Batang] = (), *, nama: str = "") -> None:
        super().__init__()
        self._batang: tuple[Batang, ...] = ()
        self._nama = nama
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.atur(batang)

    def atur(self, batang: Sequence[Batang]) -> None:
        """Show other bars."""
        self._batang = tuple(batang)
        self.setAccessibleName(self._nama or self.tr("Grafik batang"))
        self.setAccessibleDescription("; ".join(f"{b.nama}: {b.angka}" for b in self._batang))
        self.updateGeometry()
        self.update()

    def _tinggi_baris(self) -> int:
        return tema().ukuran.px(26)

    def sizeHint(self) -> QSize:
        return QSize(320, max(1, len(self._batang)) * self._tinggi_baris())

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.sizeHint().height())

    def paintEvent(self, _kejadian: QPaintEvent) -> None:
        pelukis = QPainter(self)
        huruf = tema().huruf("kecil")
        ukur = QFontMetrics(huruf)
        lebar_nama = min(self.width() // 3, max((ukur.horizontalAdvance(b.nama) for b in self._batang), default=0) + 12)
        lebar_angka = max((ukur.horizontalAdvance(b.angka) for b in self._batang), default=0) + 12
        terbesar = max((b.total for b in self._batang), default=1) or 1
        for ke, batang in enumerate(self._batang):
            kotak = QRect(0, ke * self._tinggi_baris(), self.width(), self._tinggi_baris())
            self._lukis(pelukis, kotak, batang, lebar_nama, lebar_angka, terbesar)

    def _lukis(
        self, pelukis: QPainter, kotak: QRect, batang: Batang, lebar_nama: int, lebar_angka: int, terbesar: int
    ) -> None:
        tengah = Qt.AlignmentFlag.AlignVCenter
        pelukis.setFont(tema().huruf("kecil"))
        nama = pelukis.fontMetrics().elidedText(batang.nama, Qt.TextElideMode.ElideRight, lebar_nama - 8)
        pelukis.setPen(tema().warna("teks"))
        pelukis.drawText(kotak.adjusted(0, 0, lebar_nama - kotak.width(), 0), tengah | Qt.AlignmentFlag.AlignLeft, nama)
        ruang = kotak.width() - lebar_nama - lebar_angka
        tinggi = tema().ukuran.px(8)
        panjang = max(float(tinggi), ruang * batang.total / terbesar)
        bilah = QRectF(kotak.x() + lebar_nama, kotak.center().y() - tinggi / 2 + 1, panjang, tinggi)
        bagian = [(n / max(1, batang.total), tema().warna(nada.value)) for n, nada in batang.bagian]
        lukis_bilah(pelukis, bilah, bagian, tema().warna("garis"))
        pelukis.setPen(tema().warna("teks_redup"))
        pelukis.setFont(tema().huruf("kecil", QFont.Weight.Medium))
        sisi = QRect(round(bilah.right()) + 8, kotak.y(), lebar_angka, kotak.height())
        pelukis.drawText(sisi, tengah | Qt.AlignmentFlag.AlignLeft, batang.angka)
