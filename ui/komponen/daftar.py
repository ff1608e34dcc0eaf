"""The left list of a desk: cards in sections that fold, walked with the arrow keys."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.ikon import gambar
from ui.komponen.kemajuan import lukis_bilah
from ui.komponen.tabel import lukis_chip
from ui.tema import Nada, tema

Indeks = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class BarisDaftar:
    """One card. `porsi` (0..1) draws the bar at its foot, None leaves it out."""

    kunci: Hashable
    judul: str
    keterangan: str = ""
    chip: str = ""
    nada: Nada = Nada.NETRAL
    porsi: float | None = None
    petunjuk: str = ""

    @property
    def ucapan(self) -> str:
        """What a screen reader says."""
        return ", ".join(t for t in (self.judul, self.chip, self.keterangan) if t)


@dataclass(frozen=True)
class KepalaDaftar:
    """The heading of a section with its cards; `kosong` is said when there are none."""

    kunci: str
    judul: str
    isi: tuple[BarisDaftar, ...]
    kosong: str = ""


class _Peran(IntEnum):
    ISI = Qt.ItemDataRole.UserRole + 1
    TERBUKA = Qt.ItemDataRole.UserRole + 2


Butir = BarisDaftar | KepalaDaftar | str  # a str is the sentence of an empty section


class ModelDaftar(QAbstractListModel):
    """Sections and the cards of those that are open, one below the other."""

    def __init__(self) -> None:
        super().__init__()
        self._kepala: tuple[KepalaDaftar, ...] = ()
        self.terbuka: set[str] = set()
        self._butir: list[Butir] = []

    def atur(self, kepala: Sequence[KepalaDaftar]) -> None:
        """Show other sections; which are open stays."""
        self.beginResetModel()
        self._kepala = tuple(kepala)
        self._butir = []
        for bagian in self._kepala:
            self._butir.append(bagian)
            if bagian.kunci in self.terbuka:
                self._butir += bagian.isi or ([bagian.kosong] if bagian.kosong else [])
        self.endResetModel()

    def balik(self, kunci: str) -> None:
        """Open or fold a section."""
        self.terbuka ^= {kunci}
        self.atur(self._kepala)

    def nomor(self, kunci: Hashable) -> int:
        """Return the row of a card, -1 when it is not shown."""
        return next((n for n, b in enumerate(self._butir) if isinstance(b, BarisDaftar) and b.kunci == kunci), -1)

    def rowCount(self, induk: Indeks = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if induk.isValid() else len(self._butir)

    def flags(self, indeks: Indeks) -> Qt.ItemFlag:
        if not indeks.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, indeks: Indeks, peran: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not indeks.isValid() or indeks.row() >= len(self._butir):
            return None
        butir = self._butir[indeks.row()]
        if peran == _Peran.ISI:
            return butir
        if peran == _Peran.TERBUKA:
            return isinstance(butir, KepalaDaftar) and butir.kunci in self.terbuka
        if peran in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _ucapan(butir)
        if peran == Qt.ItemDataRole.ToolTipRole and isinstance(butir, BarisDaftar):
            return butir.petunjuk or None
        return None


def _ucapan(butir: Butir) -> str:
    if isinstance(butir, KepalaDaftar):
        return f"{butir.judul} {len(butir.isi)}"
    return butir.ucapan if isinstance(butir, BarisDaftar) else butir


class DelegasiKartu(QStyledItemDelegate):
    """Paints headings and cards."""

    def sizeHint(self, pilihan: QStyleOptionViewItem, indeks: Indeks) -> QSize:
        butir, px = indeks.data(_Peran.ISI), tema().ukuran.px
        if not isinstance(butir, BarisDaftar):
            return QSize(120, px(30))
        judul = len(_dua_baris(butir.judul, _ukur_judul(), _lebar(pilihan))) * _ukur_judul().height()
        bawah = px(24) * (2 if _chip_turun(butir, _lebar(pilihan)) else 1) if butir.keterangan or butir.chip else 0
        return QSize(120, judul + bawah + px(18) + (px(12) if butir.porsi is not None else 0) + px(8))

    def paint(self, pelukis: QPainter, pilihan: QStyleOptionViewItem, indeks: Indeks) -> None:
        butir = indeks.data(_Peran.ISI)
        pelukis.save()
        pelukis.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(butir, KepalaDaftar):
            self._lukis_kepala(pelukis, pilihan, butir, terbuka=bool(indeks.data(_Peran.TERBUKA)))
        elif isinstance(butir, BarisDaftar):
            self._lukis_kartu(pelukis, pilihan, butir)
        else:
            pelukis.setPen(tema().warna("teks_redup"))
            pelukis.setFont(tema().huruf("kecil"))
            pelukis.drawText(QRectF(pilihan.rect).adjusted(22, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, str(butir))
        pelukis.restore()

    def _lukis_kepala(
        self, pelukis: QPainter, pilihan: QStyleOptionViewItem, butir: KepalaDaftar, *, terbuka: bool
    ) -> None:
        kotak = QRectF(pilihan.rect)
        if pilihan.state & QStyle.StateFlag.State_HasFocus:
            pelukis.setPen(tema().warna("aksen"))
            pelukis.drawRoundedRect(kotak.adjusted(0.5, 2.5, -0.5, -2.5), 5, 5)
        sisi = tema().ukuran.px(14)
        panah = gambar("chevron-down" if terbuka else "chevron-right", tema().palet.teks_redup, sisi, _rapat(pilihan))
        pelukis.drawPixmap(round(kotak.x()) + 2, round(kotak.center().y() - sisi / 2) + 1, panah)
        huruf = tema().huruf("sedang", QFont.Weight.DemiBold)
        x = kotak.x() + sisi + 8
        pelukis.setFont(huruf)
        pelukis.setPen(tema().warna("teks"))
        pelukis.drawText(
            QRectF(x, kotak.y(), kotak.width(), kotak.height()), Qt.AlignmentFlag.AlignVCenter, butir.judul
        )
        x += QFontMetrics(huruf).horizontalAdvance(butir.judul) + 9
        pelukis.setFont(tema().huruf())
        pelukis.setPen(tema().warna("teks_redup"))
        sisa = QRectF(x, kotak.y(), kotak.width(), kotak.height())
        pelukis.drawText(sisa, Qt.AlignmentFlag.AlignVCenter, str(len(butir.isi)))

    def _lukis_kartu(self, pelukis: QPainter, pilihan: QStyleOptionViewItem, butir: BarisDaftar) -> None:
        t, px = tema(), tema().ukuran.px
        terpilih = bool(pilihan.state & QStyle.StateFlag.State_Selected)
        sorot = bool(pilihan.state & QStyle.StateFlag.State_MouseOver)
        kotak = QRectF(pilihan.rect).adjusted(0.5, 0.5, -0.5, -px(8) + 0.5)
        pelukis.setPen(t.warna("aksen" if terpilih else "garis_tegas" if sorot else "garis"))
        pelukis.setBrush(t.warna("aksen_lembut" if terpilih else "kartu"))
        pelukis.drawRoundedRect(kotak, 8, 8)
        dalam = kotak.adjusted(px(12), px(9), -px(12), -px(9))
        ukur = _ukur_judul()
        y = dalam.y()
        for baris in _dua_baris(butir.judul, ukur, round(dalam.width())):
            kotak_baris = QRectF(dalam.x(), y, dalam.width(), ukur.height())
            _tulis(pelukis, kotak_baris, baris, t.huruf("sedang", QFont.Weight.DemiBold), "teks")
            y += ukur.height()
        bawah = QRectF(dalam.x(), y + px(3), dalam.width(), px(20))
        turun = _chip_turun(butir, round(dalam.width()))
        chip = 0.0
        if butir.chip:
            tempat = bawah.translated(0, px(24)) if turun else bawah
            chip = lukis_chip(pelukis, tempat, butir.chip, butir.nada, kanan=not turun) + px(8)
        sisa = 0 if turun else -chip
        _tulis(pelukis, bawah.adjusted(0, 0, sisa, 0), butir.keterangan, t.huruf("kecil"), "teks_redup")
        if butir.porsi is not None:
            bilah = QRectF(dalam.x(), dalam.bottom() - px(5), dalam.width(), px(6))
            lukis_bilah(pelukis, bilah, [(butir.porsi, t.warna("aksen"))], t.warna("garis"))


def _ukur_judul() -> QFontMetrics:
    return QFontMetrics(tema().huruf("sedang", QFont.Weight.DemiBold))


def _chip_turun(butir: BarisDaftar, lebar: int) -> bool:
    """Tell whether chip and words find no room beside each other, so that the chip takes a line of its own."""
    if not butir.chip or not butir.keterangan:
        return False
    kecil = QFontMetrics(tema().huruf("kecil", QFont.Weight.Medium))
    chip = kecil.horizontalAdvance(butir.chip) + tema().ukuran.px(28)
    return chip + QFontMetrics(tema().huruf("kecil")).horizontalAdvance(butir.keterangan) > lebar


def _lebar(pilihan: QStyleOptionViewItem) -> int:
    """Return the room for words inside a card."""
    daftar = pilihan.widget
    lebar = daftar.viewport().width() if isinstance(daftar, QListView) else pilihan.rect.width()
    return lebar - 2 * tema().ukuran.px(12) - 1


def _dua_baris(teks: str, ukur: QFontMetrics, lebar: int) -> list[str]:
    """Break a name over at most two lines; the second is cut by the painter where it is still too long."""
    if ukur.horizontalAdvance(teks) <= lebar:
        return [teks]
    kata, satu = teks.split(), ""
    while kata and ukur.horizontalAdvance(f"{satu} {kata[0]}".strip()) <= lebar:
        satu = f"{satu} {kata.pop(0)}".strip()
    return [satu, " ".join(kata)] if satu else [teks]


def _tulis(pelukis: QPainter, kotak: QRectF, teks: str, huruf: QFont, token: str) -> None:
    pelukis.setFont(huruf)
    pelukis.setPen(tema().warna(token))
    pendek = QFontMetrics(huruf).elidedText(teks, Qt.TextElideMode.ElideRight, round(kotak.width()))
    pelukis.drawText(kotak, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, pendek)


def _rapat(pilihan: QStyleOptionViewItem) -> float:
    return pilihan.widget.devicePixelRatioF() if pilihan.widget else 1.0


class DaftarKartu(QListView):
    """The list. `dipilih` carries the key of the card that the user went to, by mouse or arrow."""

    dipilih = Signal(object)
    dibuka = Signal(object)

    def __init__(self, *, nama: str) -> None:
        super().__init__()
        self._model = ModelDaftar()
        self.setModel(self._model)
        self.setItemDelegate(DelegasiKartu(self))
        self.setAccessibleName(nama)
        self.setProperty("bening", True)
        self.viewport().setAutoFillBackground(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.selectionModel().currentChanged.connect(self._pindah)
        tema().berubah.connect(self.scheduleDelayedItemsLayout)

    def atur(self, kepala: Sequence[KepalaDaftar], *, buka: Sequence[str] | None = None) -> None:
        """Show sections; `buka` says which are open (left out: as they are). A chosen card stays chosen."""
        pilihan = self.terpilih
        if buka is not None:
            self._model.terbuka = set(buka)
        tanpa_kabar = self.selectionModel().blockSignals(True)
        self._model.atur(kepala)
        self.selectionModel().blockSignals(tanpa_kabar)
        if pilihan is not None:
            self.pilih(pilihan)

    @property
    def terpilih(self) -> Hashable | None:
        """The key of the chosen card."""
        butir = self.currentIndex().data(_Peran.ISI) if self.currentIndex().isValid() else None
        return butir.kunci if isinstance(butir, BarisDaftar) else None

    def pilih(self, kunci: Hashable) -> bool:
        """Choose a card without announcing it; False when it is not shown."""
        nomor = self._model.nomor(kunci)
        if nomor < 0:
            return False
        tanpa_kabar = self.selectionModel().blockSignals(True)
        self.setCurrentIndex(self._model.index(nomor))
        self.selectionModel().blockSignals(tanpa_kabar)
        self.viewport().update()
        return True

    def resizeEvent(self, kejadian: QResizeEvent) -> None:
        super().resizeEvent(kejadian)
        self.scheduleDelayedItemsLayout()  # names break at another width

    @Slot(QModelIndex, QModelIndex)
    def _pindah(self, kini: QModelIndex, _lama: QModelIndex) -> None:
        butir = kini.data(_Peran.ISI)
        if isinstance(butir, BarisDaftar):
            self.dipilih.emit(butir.kunci)

    def _balik(self, indeks: QModelIndex) -> bool:
        """Fold or open when a heading was meant; True if so."""
        butir = indeks.data(_Peran.ISI)
        if not isinstance(butir, KepalaDaftar):
            return False
        pilihan = self.terpilih
        nomor = indeks.row()
        self._model.balik(butir.kunci)
        tanpa_kabar = self.selectionModel().blockSignals(True)
        self.setCurrentIndex(self._model.index(nomor))
        self.selectionModel().blockSignals(tanpa_kabar)
        if pilihan is not None:
            self.pilih(pilihan)
        return True

    def mousePressEvent(self, kejadian: QMouseEvent) -> None:
        indeks = self.indexAt(kejadian.position().toPoint())
        if kejadian.button() is Qt.MouseButton.LeftButton and indeks.isValid() and self._balik(indeks):
            return
        super().mousePressEvent(kejadian)

    def keyPressEvent(self, kejadian: QKeyEvent) -> None:
        indeks = self.currentIndex()
        if kejadian.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and indeks.isValid():
            if not self._balik(indeks):
                self.dibuka.emit(self.terpilih)
            return
        super().keyPressEvent(kejadian)
