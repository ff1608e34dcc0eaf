"""The whole SOP in one line: what is done, where we are, what lies ahead, what was returned, where it branches."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.ikon import gambar
from ui.komponen.kemajuan import BilahKemajuan
from ui.komponen.susun import baris, kolom
from ui.komponen.teks import Teks
from ui.komponen.tombol import JenisTombol, Tombol
from ui.tema import tema

JARI = 13  # radius of a step's circle
TINGGI_CABANG = 18  # room over the circles for a branch
LEBAR_TEKS = 84  # below this width a step shows its name only where we are


class KeadaanTitik(StrEnum):
    SELESAI = "selesai"
    DI_SINI = "di_sini"
    DEPAN = "depan"
    DIKEMBALIKAN = "dikembalikan"
    DILEWATI = "dilewati"
    TIDAK_BERLAKU = "tidak_berlaku"


_UCAP = {
    KeadaanTitik.SELESAI: "selesai",
    KeadaanTitik.DI_SINI: "sedang dikerjakan",
    KeadaanTitik.DEPAN: "belum dikerjakan",
    KeadaanTitik.DIKEMBALIKAN: "dikembalikan ke langkah ini",
    KeadaanTitik.DILEWATI: "dilewati dengan alasan",
    KeadaanTitik.TIDAK_BERLAKU: "tidak berlaku",
}
_IKON = {
    KeadaanTitik.SELESAI: "check",
    KeadaanTitik.DIKEMBALIKAN: "undo-2",
    KeadaanTitik.DILEWATI: "skip-forward",
    KeadaanTitik.TIDAK_BERLAKU: "minus",
}


@dataclass(frozen=True)
class TitikStepper:
    """One step: its number as people see it, its short name, where it stands, and words for the tooltip."""

    label: str
    nama: str
    keadaan: KeadaanTitik
    keterangan: str = ""


@dataclass(frozen=True)
class CabangStepper:
    """A way that jumps over steps, drawn as an arc; indexes count from 0."""

    dari: int
    ke: int
    kata: str = ""


class _Titik(QAbstractButton):
    """One step as a button, so that keyboard and screen reader reach it."""

    def __init__(self, titik: TitikStepper, nomor: int, jumlah: int, *, terpilih: bool) -> None:
        super().__init__()
        self.titik = titik
        self.terpilih = terpilih
        self.tampil_nama = True
        self.setCheckable(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        ucap = f"Langkah {nomor} dari {jumlah}, {titik.nama}, {_UCAP[titik.keadaan]}"
        self.setAccessibleName(ucap)
        self.setToolTip(titik.keterangan or f"{titik.label}. {titik.nama}: {_UCAP[titik.keadaan]}")

    def sizeHint(self) -> QSize:
        return QSize(LEBAR_TEKS, tema().ukuran.px(2 * JARI + 4) + 2 * QFontMetrics(tema().huruf("kecil")).height() + 4)

    def keyPressEvent(self, kejadian: QKeyEvent) -> None:
        if kejadian.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(kejadian)

    def paintEvent(self, _kejadian: QPaintEvent) -> None:
        pelukis = QPainter(self)
        pelukis.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._lukis_bulatan(pelukis)
        self._lukis_nama(pelukis)

    def _warna(self) -> tuple[QColor, QColor, QColor]:
        """Return ring, filling and sign."""
        t, k = tema(), self.titik.keadaan
        if k is KeadaanTitik.SELESAI:
            return t.warna("aksen"), t.warna("aksen"), t.warna("di_atas_aksen")
        if k is KeadaanTitik.DI_SINI:
            return t.warna("aksen"), t.warna("kartu"), t.warna("aksen")
        if k in (KeadaanTitik.DIKEMBALIKAN, KeadaanTitik.DILEWATI):
            return t.warna("perhatian"), t.warna("perhatian_lembut"), t.warna("perhatian")
        return t.warna("garis"), t.warna("kartu"), t.warna("teks_redup")

    def _lukis_bulatan(self, pelukis: QPainter) -> None:
        garis, isi, tanda = self._warna()
        jari = tema().ukuran.px(JARI)
        pusat = QPointF(self.width() / 2, jari + 2)
        if self.hasFocus() or self.terpilih:
            pelukis.setPen(QPen(tema().warna("teks_redup" if self.terpilih and not self.hasFocus() else "aksen"), 1.4))
            pelukis.setBrush(Qt.BrushStyle.NoBrush)
            pelukis.drawEllipse(pusat, jari + 1.2, jari + 1.2)
        pelukis.setPen(QPen(garis, 2))
        pelukis.setBrush(isi)
        pelukis.drawEllipse(pusat, jari - 1.5, jari - 1.5)
        nama_ikon = _IKON.get(self.titik.keadaan)
        if nama_ikon:
            sisi = tema().ukuran.px(13)
            peta = gambar(nama_ikon, tanda.name(), sisi, self.devicePixelRatioF())
            pelukis.drawPixmap(QPointF(pusat.x() - sisi / 2, pusat.y() - sisi / 2), peta)
            return
        pelukis.setPen(tanda)
        pelukis.setFont(tema().huruf("kecil", QFont.Weight.DemiBold))
        pelukis.drawText(
            QRectF(pusat.x() - jari, pusat.y() - jari, 2 * jari, 2 * jari),
            Qt.AlignmentFlag.AlignCenter,
            self.titik.label,
        )

    def _lukis_nama(self, pelukis: QPainter) -> None:
        di_sini = self.titik.keadaan is KeadaanTitik.DI_SINI
        if not self.tampil_nama:
            return
        tebal = QFont.Weight.DemiBold if di_sini or self.terpilih else QFont.Weight.Normal
        pelukis.setFont(tema().huruf("kecil", tebal))
        pelukis.setPen(tema().warna("teks" if di_sini or self.terpilih else "teks_redup"))
        atas = tema().ukuran.px(2 * JARI) + 6
        kotak = QRect(2, atas, self.width() - 4, self.height() - atas)
        for ke, teks in enumerate(_dua_baris(self.titik.nama, pelukis.fontMetrics(), kotak.width())):
            tinggi = pelukis.fontMetrics().height()
            satu = QRect(kotak.x(), kotak.y() + ke * tinggi, kotak.width(), tinggi)
            pelukis.drawText(satu, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, teks)


def _dua_baris(teks: str, ukur: QFontMetrics, lebar: int) -> list[str]:
    """Break words over at most two lines, the second with an ellipsis where it is still too long."""
    if ukur.horizontalAdvance(teks) <= lebar:
        return [teks]
    kata = teks.split()
    satu = ""
    while kata and ukur.horizontalAdvance(f"{satu} {kata[0]}".strip()) <= lebar:
        satu = f"{satu} {kata.pop(0)}".strip()
    if not satu:
        return [ukur.elidedText(teks, Qt.TextElideMode.ElideRight, lebar)]
    return [satu, ukur.elidedText(" ".join(kata), Qt.TextElideMode.ElideRight, lebar)]


class _Rel(QWidget):
    """The circles on their line, with the arcs of the branches."""

    ditekan = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._titik: list[_Titik] = []
        self._cabang: tuple[CabangStepper, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def atur(self, titik: Sequence[TitikStepper], cabang: Sequence[CabangStepper], terpilih: int) -> None:
        for lama in self._titik:
            lama.hide()
            lama.deleteLater()
        self._cabang = tuple(cabang)
        self._titik = [_Titik(t, i + 1, len(titik), terpilih=i == terpilih) for i, t in enumerate(titik)]
        for satu in self._titik:
            satu.setParent(self)
            satu.clicked.connect(self._tekan)
            satu.show()
        self._letakkan()
        self.updateGeometry()
        self.update()

    @Slot()
    def _tekan(self) -> None:
        self.ditekan.emit(self._titik.index(self.sender()))  # type: ignore[arg-type]  # only our own buttons

    def _atas(self) -> int:
        return tema().ukuran.px(TINGGI_CABANG) if self._cabang else 0

    def sizeHint(self) -> QSize:
        tinggi = self._titik[0].sizeHint().height() if self._titik else 40
        return QSize(120, tinggi + self._atas())

    def minimumSizeHint(self) -> QSize:
        return QSize(len(self._titik) * tema().ukuran.px(2 * JARI + 6), self.sizeHint().height())

    def resizeEvent(self, _kejadian: QResizeEvent) -> None:
        self._letakkan()

    def _letakkan(self) -> None:
        jumlah = max(1, len(self._titik))
        lebar = self.width() / jumlah
        for ke, satu in enumerate(self._titik):
            satu.tampil_nama = lebar >= tema().ukuran.px(LEBAR_TEKS)
            satu.setGeometry(round(ke * lebar), self._atas(), round(lebar), self.height() - self._atas())

    def _pusat(self, ke: int) -> QPointF:
        kotak = self._titik[ke].geometry()
        return QPointF(kotak.center().x(), kotak.y() + tema().ukuran.px(JARI) + 2)

    def paintEvent(self, _kejadian: QPaintEvent) -> None:
        pelukis = QPainter(self)
        pelukis.setRenderHint(QPainter.RenderHint.Antialiasing)
        jari = tema().ukuran.px(JARI)
        for ke in range(len(self._titik) - 1):
            lewat = self._titik[ke].titik.keadaan in (KeadaanTitik.SELESAI, KeadaanTitik.DILEWATI)
            pelukis.setPen(QPen(tema().warna("aksen" if lewat else "garis"), 2))
            a, b = self._pusat(ke), self._pusat(ke + 1)
            pelukis.drawLine(QPointF(a.x() + jari + 1, a.y()), QPointF(b.x() - jari - 1, b.y()))
        for cabang in self._cabang:
            self._lukis_cabang(pelukis, cabang)

    def _lukis_cabang(self, pelukis: QPainter, cabang: CabangStepper) -> None:
        jari = tema().ukuran.px(JARI)
        a, b = self._pusat(cabang.dari), self._pusat(cabang.ke)
        atas = max(3.0, a.y() - jari - self._atas() + 5)
        jalan = QPainterPath(QPointF(a.x() + 5, a.y() - jari - 1))
        jalan.cubicTo(QPointF(a.x() + 8, atas), QPointF(a.x() + 8, atas), QPointF(a.x() + 22, atas))
        jalan.lineTo(QPointF(b.x() - 22, atas))
        jalan.cubicTo(QPointF(b.x() - 8, atas), QPointF(b.x() - 8, atas), QPointF(b.x() - 5, b.y() - jari - 3))
        pelukis.setPen(QPen(tema().warna("garis_tegas"), 1.4, Qt.PenStyle.DashLine))
        pelukis.setBrush(Qt.BrushStyle.NoBrush)
        pelukis.drawPath(jalan)
        if cabang.kata:
            pelukis.setFont(tema().huruf("kecil"))
            lebar = pelukis.fontMetrics().horizontalAdvance(cabang.kata) + 10
            kotak = QRectF((a.x() + b.x() - lebar) / 2, atas - 8, lebar, 16)
            pelukis.fillRect(kotak, tema().warna("kartu"))
            pelukis.setPen(tema().warna("teks_redup"))
            pelukis.drawText(kotak, Qt.AlignmentFlag.AlignCenter, cabang.kata)

    def changeEvent(self, kejadian: QEvent) -> None:
        if kejadian.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._letakkan()
            self.updateGeometry()
        super().changeEvent(kejadian)


class Stepper(QWidget):
    """The steps as circles, or on a low window as the one line `Langkah 3 dari 9` that opens them.

    `dipilih` carries the index (from 0) of the step that was pressed; the page decides what to show of it.
    """

    dipilih = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._titik: tuple[TitikStepper, ...] = ()
        self._ringkas = self._sempit = False
        self._terbuka = False
        self._rel = _Rel()
        self._rel.ditekan.connect(self.dipilih)
        self._kalimat = Teks("", "tebal")
        self._bilah = BilahKemajuan()
        self._bilah.setMaximumWidth(260)
        self._buka = Tombol(self.tr("Lihat &semua langkah"), JenisTombol.TAUTAN, "chevron-down", klik=self._balik)
        self._satu_baris = QWidget()
        self._satu_baris.setLayout(baris(self._kalimat, self._bilah, None, self._buka, jarak=14))
        self.setLayout(kolom(self._satu_baris, self._rel, jarak=6))
        self._tampilkan()

    def atur(
        self, titik: Sequence[TitikStepper], cabang: Sequence[CabangStepper] = (), *, kini: int = 0, terpilih: int = -1
    ) -> None:
        """Show the steps; `kini` is where we are, `terpilih` the one being looked at if it is another."""
        self._titik = tuple(titik)
        self._rel.atur(titik, cabang, terpilih)
        if titik:
            ke = terpilih if terpilih >= 0 else kini
            kalimat = self.tr("Langkah {n} dari {jumlah} · {nama}")
            self._kalimat.setText(kalimat.format(n=ke + 1, jumlah=len(titik), nama=titik[ke].nama))
            lewat = sum(t.keadaan not in (KeadaanTitik.DEPAN, KeadaanTitik.DI_SINI) for t in titik)
            self._bilah.atur(lewat, len(titik))

    def atur_ringkas(self, ringkas: bool) -> None:
        """Use one line (low window) or the circles."""
        if ringkas != self._ringkas:
            self._ringkas, self._terbuka = ringkas, False
            self._tampilkan()

    @property
    def ringkas(self) -> bool:
        """One line is shown: the window is low, or the names find no room beside each other."""
        return self._ringkas or self._sempit

    def resizeEvent(self, kejadian: QResizeEvent) -> None:
        super().resizeEvent(kejadian)
        sempit = self.width() < len(self._titik) * tema().ukuran.px(LEBAR_TEKS)
        if sempit != self._sempit:
            self._sempit, self._terbuka = sempit, False
            self._tampilkan()

    @Slot()
    def _balik(self) -> None:
        self._terbuka = not self._terbuka
        self._tampilkan()

    def _tampilkan(self) -> None:
        self._satu_baris.setVisible(self.ringkas)
        self._rel.setVisible(not self.ringkas or self._terbuka)
        self._buka.setText(self.tr("Tutup &semua langkah") if self._terbuka else self.tr("Lihat &semua langkah"))
        self._buka.atur_ikon("chevron-up" if self._terbuka else "chevron-down")


__all__ = ["CabangStepper", "KeadaanTitik", "Stepper", "TitikStepper"]
