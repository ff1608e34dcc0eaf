"""The table of every page: sorts, filters, copies as Excel takes it, lets columns be chosen, paints states as chips."""

from collections.abc import Callable
from html import escape
from typing import Any

from PySide6.QtCore import (
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QAction, QFont, QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from ui.komponen.chip import warna_chip
from ui.komponen.model_tabel import Kolom, ModelTabel, PeranData
from ui.komponen.saringan import Saringan
from ui.tema import Nada, tema

Indeks = QModelIndex | QPersistentModelIndex


class DelegasiTabel(QStyledItemDelegate):
    """Paints cells with a nada as chips, and gives rows their calm height."""

    def sizeHint(self, pilihan: QStyleOptionViewItem, indeks: Indeks) -> QSize:
        ukuran = super().sizeHint(pilihan, indeks)
        return QSize(ukuran.width() + 16, tema().ukuran.px(34))

    def paint(self, pelukis: QPainter, pilihan: QStyleOptionViewItem, indeks: Indeks) -> None:
        nada = indeks.data(PeranData.NADA)  # Qt hands a StrEnum back as a plain str
        if not nada:
            super().paint(pelukis, pilihan, indeks)
            return
        kosong = QStyleOptionViewItem(pilihan)
        self.initStyleOption(kosong, indeks)
        teks, kosong.text = kosong.text, ""
        gaya = pilihan.widget.style()
        gaya.drawControl(QStyle.ControlElement.CE_ItemViewItem, kosong, pelukis, pilihan.widget)
        if teks:
            lukis_chip(pelukis, QRectF(pilihan.rect).adjusted(8, 0, -4, 0), teks, Nada(nada))


def lukis_chip(pelukis: QPainter, kotak: QRectF, teks: str, nada: Nada, *, kanan: bool = False) -> float:
    """Paint a chip in the middle of the box's height, at its left or right; returns its width."""
    tinta, latar = warna_chip(nada)
    huruf = tema().huruf("kecil", QFont.Weight.Medium)
    ukur = QFontMetrics(huruf)
    tinggi = ukur.height() + tema().ukuran.px(4)
    teks = ukur.elidedText(teks, Qt.TextElideMode.ElideRight, max(20, round(kotak.width()) - 22))
    lebar = ukur.horizontalAdvance(teks) + tema().ukuran.px(20)
    x = kotak.right() - lebar if kanan else kotak.x()
    pil = QRectF(x, kotak.center().y() - tinggi / 2, lebar, tinggi)
    pelukis.save()
    pelukis.setRenderHint(QPainter.RenderHint.Antialiasing)
    pelukis.setPen(Qt.PenStyle.NoPen)
    pelukis.setBrush(latar)
    pelukis.drawRoundedRect(pil, tinggi / 2, tinggi / 2)
    pelukis.setFont(huruf)
    pelukis.setPen(tinta)
    pelukis.drawText(pil, Qt.AlignmentFlag.AlignCenter, teks)
    pelukis.restore()
    return lebar


class TabelData(QTableView):
    """A table over a `ModelTabel`.

    Enter or a double click emits `dibuka` with the row object; `terpilih` gives the chosen rows. Ctrl+C copies them
    with tabs and headings, as Excel and Calc take them. The heading's menu chooses the columns.
    """

    dibuka = Signal(object)
    pilihan_berubah = Signal()

    def __init__(self, model: ModelTabel[Any], *, nama: str) -> None:
        super().__init__()
        self.sumber = model
        self._saring = Saringan(model, self)
        self.setModel(self._saring)
        self.setItemDelegate(DelegasiTabel(self))
        self.setAccessibleName(nama)
        self._atur_sifat()
        self._atur_kepala()
        self.salin = QAction(self.tr("&Salin untuk Excel"), self)
        self.salin.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        self.salin.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.salin.triggered.connect(self.salin_terpilih)
        self.addAction(self.salin)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.doubleClicked.connect(self._buka)
        self.selectionModel().selectionChanged.connect(self.pilihan_berubah)
        tema().berubah.connect(self._tinggi_baris)

    def _atur_sifat(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.setFont(tema().huruf())
        self._tinggi_baris()

    @Slot()
    def _tinggi_baris(self) -> None:
        tegak = self.verticalHeader()
        tegak.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        tegak.setDefaultSectionSize(tema().ukuran.px(34))
        self.setFont(tema().huruf())

    def _atur_kepala(self) -> None:
        kepala = self.horizontalHeader()
        kepala.setHighlightSections(False)
        kepala.setSortIndicatorClearable(True)
        kepala.setMinimumSectionSize(40)
        for ke, kolom in enumerate(self.sumber.kolom):
            if kolom.lebar:
                kepala.resizeSection(ke, tema().ukuran.px(kolom.lebar))
            else:
                kepala.setSectionResizeMode(ke, QHeaderView.ResizeMode.Stretch)
        if all(kolom.lebar for kolom in self.sumber.kolom):
            kepala.setStretchLastSection(True)
        kepala.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        kepala.customContextMenuRequested.connect(self._menu_kolom)

    # --- what is shown -----------------------------------------------------------------------------------------------

    def atur_saringan(self, saring: Callable[[Any], bool] | None) -> None:
        """Show only the rows that `saring` says yes to; None shows all."""
        self._saring.atur(saring)

    @property
    def tampak(self) -> list[Any]:
        """The rows as they are seen: filtered and sorted."""
        return self._saring.baris

    @property
    def terpilih(self) -> list[Any]:
        """The chosen rows, from the top."""
        nomor = sorted({i.row() for i in self.selectionModel().selectedRows()})
        semua = self._saring.baris if nomor else []
        return [semua[n] for n in nomor]

    @property
    def kini(self) -> Any | None:
        """The row under the cursor."""
        indeks = self.currentIndex()
        return indeks.data(PeranData.BARIS) if indeks.isValid() else None

    def pilih_baris(self, nomor: int) -> None:
        """Put the cursor on a row as it is seen."""
        if 0 <= nomor < self._saring.rowCount():
            pilih = QItemSelectionModel.SelectionFlag
            # Not selectRow: it asks which keys are held down, and Ctrl would take the row out again.
            baris = self._saring.index(nomor, 0)
            self.selectionModel().setCurrentIndex(baris, pilih.ClearAndSelect | pilih.Rows)

    # --- columns -----------------------------------------------------------------------------------------------------

    def menu_kolom(self) -> QMenu:
        """Return the menu that hides and shows columns."""
        menu = QMenu(self)
        menu.setAccessibleName(self.tr("Pilih kolom"))
        for ke, kolom in enumerate(self.sumber.kolom):
            aksi = menu.addAction(kolom.judul.replace("&", "&&") or self.tr("Kolom {n}").format(n=ke + 1))
            aksi.setCheckable(True)
            aksi.setChecked(not self.isColumnHidden(ke))
            aksi.setData(ke)
        menu.triggered.connect(self._balik_kolom)
        return menu

    @Slot(QAction)
    def _balik_kolom(self, aksi: QAction) -> None:
        tampak = sum(not self.isColumnHidden(ke) for ke in range(len(self.sumber.kolom)))
        if aksi.isChecked() or tampak > 1:  # one column always stays
            self.setColumnHidden(aksi.data(), not aksi.isChecked())

    @Slot(QPoint)
    def _menu_kolom(self, titik: QPoint) -> None:
        menu = self.menu_kolom()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.horizontalHeader().mapToGlobal(titik))

    @property
    def kolom_tampak(self) -> list[tuple[Kolom[Any], int]]:
        """The columns that are shown, from the left as they stand now, with their widths in pixels."""
        kepala = self.horizontalHeader()
        urutan = (kepala.logicalIndex(n) for n in range(kepala.count()))
        return [(self.sumber.kolom[ke], self.columnWidth(ke)) for ke in urutan if not self.isColumnHidden(ke)]

    # --- clipboard ---------------------------------------------------------------------------------------------------

    def isi_salinan(self) -> list[list[str]]:
        """Return the headings and the chosen rows (all when none is chosen) of the columns that are shown."""
        kolom = [k for ke, k in enumerate(self.sumber.kolom) if not self.isColumnHidden(ke)]
        hasil = [[k.judul for k in kolom]]
        hasil += [[_satu_sel((k.salin or k.teks)(b)) for k in kolom] for b in self.terpilih or self.tampak]
        return hasil

    @Slot()
    def salin_terpilih(self) -> None:
        """Put the chosen rows on the clipboard: as text, and as a table whose long figures Excel leaves whole."""
        isi = self.isi_salinan()
        salinan = QMimeData()
        salinan.setText("\n".join("\t".join(baris) for baris in isi))
        salinan.setHtml(_tabel_html(isi))
        QGuiApplication.clipboard().setMimeData(salinan)

    # --- keys --------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, kejadian: QKeyEvent) -> None:
        menyunting = (
            self.state() is QAbstractItemView.State.EditingState
        )  # Enter then ends the editor, which passes it on
        enter = kejadian.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not menyunting and self.currentIndex().isValid():
            self._buka(self.currentIndex())
            return
        super().keyPressEvent(kejadian)

    @Slot(QModelIndex)
    def _buka(self, indeks: QModelIndex) -> None:
        self.dibuka.emit(indeks.data(PeranData.BARIS))


def _satu_sel(nilai: object) -> str:
    """Keep a cell one cell: no tab, no line break."""
    return " ".join(str(nilai).split())


def _tabel_html(isi: list[list[str]]) -> str:
    """Write cells as text cells of Excel, so that it neither rounds a NIK nor runs a formula out of a name."""
    baris = ("".join(f"<td style=\"mso-number-format:'\\@'\">{escape(sel)}</td>" for sel in satu) for satu in isi)
    return f'<meta charset="utf-8"><table>{"".join(f"<tr>{satu}</tr>" for satu in baris)}</table>'
