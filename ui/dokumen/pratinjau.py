"""The preview of a document: its pages below each other, as they will leave the printer."""

from collections import OrderedDict

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QSizePolicy

from ui.dokumen.halaman_pdf import BerkasPdf
from ui.tema import tema

JARAK = 12  # pixels between pages
SIMPANAN = 12  # rendered pages kept
PERBESARAN = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)


class PratinjauPdf(QAbstractScrollArea):
    """Shows a PDF; only pages that are seen are rendered. `halaman_berubah` carries the page on top, from 1."""

    halaman_berubah = Signal(int)

    def __init__(self, nama: str = "") -> None:
        super().__init__()
        self._pdf: BerkasPdf | None = None
        self._perbesaran: float | None = None  # None: as wide as the room
        self._simpanan: OrderedDict[tuple[int, int], QPixmap] = OrderedDict()
        self._atas: list[int] = []
        self.setAccessibleName(nama or self.tr("Pratinjau dokumen"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().valueChanged.connect(self._bergeser)

    # --- what is shown -----------------------------------------------------------------------------------------------

    def buka(self, isi: bytes | None) -> None:
        """Show another PDF, or nothing."""
        if self._pdf is not None:
            self._pdf.tutup()
        self._pdf = BerkasPdf(isi) if isi else None
        self._simpanan.clear()
        self.verticalScrollBar().setValue(0)
        self._ukur()
        self.setAccessibleDescription(self.tr("{n} halaman").format(n=self.jumlah))
        self.halaman_berubah.emit(self.halaman)

    @property
    def jumlah(self) -> int:
        """Pages of the document."""
        return len(self._pdf) if self._pdf else 0

    @property
    def ukuran(self) -> tuple[tuple[float, float], ...]:
        """Width and height of every page in points."""
        return self._pdf.ukuran if self._pdf else ()

    @property
    def halaman(self) -> int:
        """The page on top, from 1; 0 while nothing is shown."""
        if not self._pdf:
            return 0
        tengah = self.verticalScrollBar().value() + self.viewport().height() // 3
        return max(1, sum(atas <= tengah for atas in self._atas))

    def perbesar(self, langkah: int) -> None:
        """Zoom by one step up (1) or down (-1)."""
        kini = self._skala()
        calon = [p for p in PERBESARAN if (p > kini + 0.01 if langkah > 0 else p < kini - 0.01)]
        if calon:
            self._perbesaran = calon[0] if langkah > 0 else calon[-1]
            self._ukur()

    @Slot()
    def selebar_ruang(self) -> None:
        """Make the page as wide as the room."""
        self._perbesaran = None
        self._ukur()

    @Slot(int)
    def ke_halaman(self, nomor: int) -> None:
        """Go to a page, from 1."""
        if 1 <= nomor <= self.jumlah:
            self.verticalScrollBar().setValue(self._atas[nomor - 1] - JARAK)

    # --- measuring ---------------------------------------------------------------------------------------------------

    def _skala(self) -> float:
        """Return pixels a point."""
        if self._perbesaran is not None or self._pdf is None:
            return self._perbesaran or 1.0
        terlebar = max(lebar for lebar, _ in self._pdf.ukuran)
        return max(0.3, min(2.0, (self.viewport().width() - 2 * JARAK) / terlebar))

    def _ukur(self) -> None:
        skala, y, lebar = self._skala(), JARAK, 0
        self._atas = []
        for ukuran in self._pdf.ukuran if self._pdf else ():
            self._atas.append(y)
            y += round(ukuran[1] * skala) + JARAK
            lebar = max(lebar, round(ukuran[0] * skala) + 2 * JARAK)
        tegak, datar = self.verticalScrollBar(), self.horizontalScrollBar()
        tegak.setPageStep(self.viewport().height())
        tegak.setSingleStep(40)
        tegak.setRange(0, max(0, y - self.viewport().height()))
        datar.setPageStep(self.viewport().width())
        datar.setRange(0, max(0, lebar - self.viewport().width()))
        self.viewport().update()

    def _kotak(self, nomor: int) -> QRect:
        """Return where a page stands in the viewport."""
        assert self._pdf is not None
        skala = self._skala()
        lebar, tinggi = (round(sisi * skala) for sisi in self._pdf.ukuran[nomor])
        x = max(JARAK, (self.viewport().width() - lebar) // 2) - self.horizontalScrollBar().value()
        return QRect(x, self._atas[nomor] - self.verticalScrollBar().value(), lebar, tinggi)

    def _peta(self, nomor: int) -> QPixmap:
        rapat = self.devicePixelRatioF()
        skala = self._skala() * rapat
        kunci = (nomor, round(skala * 1000))
        if kunci not in self._simpanan:
            assert self._pdf is not None
            peta = QPixmap.fromImage(self._pdf.gambar(nomor, skala))
            peta.setDevicePixelRatio(rapat)
            self._simpanan[kunci] = peta
            while len(self._simpanan) > SIMPANAN:
                self._simpanan.popitem(last=False)
        self._simpanan.move_to_end(kunci)
        return self._simpanan[kunci]

    # --- Qt ----------------------------------------------------------------------------------------------------------

    def paintEvent(self, kejadian: QPaintEvent) -> None:
        pelukis = QPainter(self.viewport())
        pelukis.fillRect(self.viewport().rect(), tema().warna("netral_lembut"))
        for nomor in range(self.jumlah):
            kotak = self._kotak(nomor)
            if kotak.intersects(kejadian.rect()):
                pelukis.drawPixmap(kotak, self._peta(nomor))
                pelukis.setPen(tema().warna("garis"))
                pelukis.drawRect(kotak.adjusted(-1, -1, 0, 0))

    def resizeEvent(self, kejadian: QResizeEvent) -> None:
        super().resizeEvent(kejadian)
        porsi = self.verticalScrollBar().value() / max(1, self.verticalScrollBar().maximum())
        self._ukur()
        self.verticalScrollBar().setValue(round(porsi * self.verticalScrollBar().maximum()))

    def keyPressEvent(self, kejadian: QKeyEvent) -> None:
        kunci, tegak = kejadian.key(), self.verticalScrollBar()
        if kunci in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.perbesar(1)
        elif kunci == Qt.Key.Key_Minus:
            self.perbesar(-1)
        elif kunci == Qt.Key.Key_0:
            self.selebar_ruang()
        elif kunci == Qt.Key.Key_Home:
            tegak.setValue(0)
        elif kunci == Qt.Key.Key_End:
            tegak.setValue(tegak.maximum())
        elif kunci in (Qt.Key.Key_PageDown, Qt.Key.Key_Space):
            tegak.setValue(tegak.value() + self.viewport().height() - 40)
        elif kunci == Qt.Key.Key_PageUp:
            tegak.setValue(tegak.value() - self.viewport().height() + 40)
        else:
            super().keyPressEvent(kejadian)

    def wheelEvent(self, kejadian: QWheelEvent) -> None:
        if kejadian.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.perbesar(1 if kejadian.angleDelta().y() > 0 else -1)
            kejadian.accept()
            return
        super().wheelEvent(kejadian)

    def sizeHint(self) -> QSize:
        return QSize(560, 480)

    def changeEvent(self, kejadian: QEvent) -> None:
        if kejadian.type() == QEvent.Type.StyleChange:
            self.viewport().update()
        super().changeEvent(kejadian)

    @Slot()
    def _bergeser(self) -> None:
        self.viewport().update()
        self.halaman_berubah.emit(self.halaman)
