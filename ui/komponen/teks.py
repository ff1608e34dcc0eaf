"""Words on the screen, in the few roles that the style sheet knows."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


def atur_sifat(widget: QWidget, **sifat: object) -> None:
    """Set dynamic properties that the style sheet looks at, and let it look again where one of them changed."""
    if all(widget.property(nama) == nilai for nama, nilai in sifat.items()):
        return
    for nama, nilai in sifat.items():
        widget.setProperty(nama, nilai)
    gaya = widget.style()
    gaya.unpolish(widget)
    gaya.polish(widget)
    widget.update()


class Teks(QLabel):
    """A label in a role: biasa, redup, kecil, judul, judul_kartu, angka, besar, tebal, salah, aksen.

    Always plain text, so that a name holding `<b>` stays a name. A long one wraps where `bungkus` is set.
    """

    def __init__(self, teks: str = "", peran: str = "biasa", *, bungkus: bool = False, pilih: bool = False) -> None:
        super().__init__(teks)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("peran", peran)
        if bungkus:
            self.setWordWrap(True)
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        if pilih:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )

    def atur_peran(self, peran: str) -> None:
        """Change the role."""
        atur_sifat(self, peran=peran)


class TeksTerbatas(Teks):
    """Words that take at most so many lines; what is cut is read in the tooltip."""

    def __init__(self, teks: str = "", peran: str = "redup", *, baris: int = 1, kanan: bool = False) -> None:
        self._baris, self._kanan = baris, kanan
        super().__init__(teks, peran)
        self.setSizePolicy(
            QSizePolicy.Policy.Expanding if baris > 1 else QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed
        )
        self.setToolTip(teks)

    def setText(self, teks: str) -> None:
        super().setText(teks)
        self.setToolTip(teks)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        ukur = self.fontMetrics()
        lebar = ukur.horizontalAdvance(self.text()) + 2
        return QSize(min(lebar, 900), ukur.lineSpacing() * (self._baris if self.text() else 1))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(60, self.sizeHint().width()), self.sizeHint().height())

    def _potongan(self) -> list[str]:
        """Break the words over the lines there are; the last one ends in an ellipsis where more follows."""
        tata = QTextLayout(self.text(), self.font())
        tata.beginLayout()
        hasil: list[str] = []
        ukur, lebar = self.fontMetrics(), self.width()
        while len(hasil) < self._baris and (garis := tata.createLine()).isValid():
            garis.setLineWidth(lebar)
            sisa = self.text()[garis.textStart() :]
            akhir = len(hasil) == self._baris - 1
            hasil.append(
                ukur.elidedText(sisa, Qt.TextElideMode.ElideRight, lebar) if akhir else sisa[: garis.textLength()]
            )
        tata.endLayout()
        return [potongan.strip() for potongan in hasil]

    def paintEvent(self, _kejadian: QPaintEvent) -> None:
        pelukis = QPainter(self)
        pelukis.setFont(self.font())
        pelukis.setPen(self.palette().color(self.foregroundRole()))
        ukur, potongan = self.fontMetrics(), self._potongan()
        y = (self.height() - ukur.lineSpacing() * len(potongan)) / 2 + ukur.ascent()
        for ke, kata in enumerate(potongan):
            x = self.width() - ukur.horizontalAdvance(kata) - 1 if self._kanan else 0
            pelukis.drawText(QPointF(max(0, x), y + ke * ukur.lineSpacing()), kata)
