"""The bar of tabs: desks and common pages, the search, and who is signed in. What finds no room goes into `Lainnya`."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QMenu, QPushButton, QSizePolicy

from ui.ikon import ikon
from ui.komponen import JenisTombol, Tombol, baris
from ui.tema import tema

LEBAR_CARI, LEBAR_CARI_SEMPIT = 300, 150


@dataclass(frozen=True)
class ButirTab:
    """One tab."""

    kode: str
    judul: str
    nama_ikon: str


class _Tab(QPushButton):
    """A tab; its icon takes the accent while it is the present one."""

    def __init__(self, butir: ButirTab, pintasan: str) -> None:
        super().__init__(butir.judul.replace("&", "&&"))
        self.butir = butir
        self.setProperty("tab", True)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(butir.judul)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self.warnai)
        if pintasan:
            self.setToolTip(f"{butir.judul} ({pintasan})")
        self.warnai()

    @Slot()
    def warnai(self) -> None:
        sisi = tema().ukuran.px(15)
        self.setIcon(ikon(self.butir.nama_ikon, "aksen" if self.isChecked() else "teks_redup", sisi, 4))
        self.setIconSize(QSize(sisi + 4, sisi))

    def keyPressEvent(self, kejadian: QKeyEvent) -> None:
        if kejadian.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(kejadian)

    def changeEvent(self, kejadian: QEvent) -> None:
        if kejadian.type() == QEvent.Type.StyleChange and hasattr(self, "butir"):
            self.warnai()
        super().changeEvent(kejadian)


class BilahAtas(QFrame):
    """The bar. `dipilih` carries the code of a tab, `minta_cari` opens the search."""

    dipilih = Signal(str)
    minta_cari = Signal()

    def __init__(self, butir: Sequence[ButirTab], nama_akun: str) -> None:
        super().__init__()
        self.setObjectName("bilah_atas")
        self.kini = ""
        self.tab: list[_Tab] = []
        for ke, satu in enumerate(butir):
            tab = _Tab(satu, f"Ctrl+{ke + 1}" if ke < 9 else "")
            tab.clicked.connect(self._ditekan)
            self.tab.append(tab)
        self.lainnya = Tombol(self.tr("&Lainnya"), JenisTombol.TAUTAN, "ellipsis")
        self._menu = QMenu(self)
        self._menu.setAccessibleName(self.tr("Halaman lainnya"))
        self._menu.aboutToShow.connect(self._isi_menu)
        self.lainnya.setMenu(self._menu)
        self.cari = Tombol(self.tr("Cari orang, kegiatan, halaman…"), nama_ikon="search", klik=self.minta_cari.emit)
        self.cari.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.cari.setProperty("jenis", "cari")
        self.cari.setToolTip(self.tr("Cari orang, kegiatan, atau halaman (Ctrl+K)"))
        self.akun = Tombol(nama_akun.replace("&", "&&"), JenisTombol.TAUTAN, "circle-user")
        self.akun.setAccessibleName(self.tr("Akun: {nama}").format(nama=nama_akun))
        self._nama_akun = nama_akun
        self._susun()

    def _susun(self) -> None:
        tata = baris(*self.tab, self.lainnya, None, self.cari, self.akun, jarak=2, tepi=(6, 0, 8, 0))
        tata.insertSpacing(tata.indexOf(self.akun), 6)
        self.setLayout(tata)
        self.lainnya.hide()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def pilih(self, kode: str) -> None:
        """Mark a tab as the present one."""
        self.kini = kode
        for tab in self.tab:
            tab.setChecked(tab.butir.kode == kode)
        self._bagi_ruang()

    @Slot()
    def _ditekan(self) -> None:
        tab = self.sender()
        if isinstance(tab, _Tab):
            tab.setChecked(tab.butir.kode == self.kini)  # the window decides whether we go there
            self.dipilih.emit(tab.butir.kode)

    # --- room --------------------------------------------------------------------------------------------------------

    def resizeEvent(self, kejadian: QResizeEvent) -> None:
        super().resizeEvent(kejadian)
        self._bagi_ruang()

    def changeEvent(self, kejadian: QEvent) -> None:
        super().changeEvent(kejadian)
        if kejadian.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange) and hasattr(self, "tab"):
            self._bagi_ruang()

    def _bagi_ruang(self) -> None:
        """Give the search what the tabs leave, then shorten the account, then move tabs into the menu."""
        px = tema().ukuran.px
        lebar_tab = [tab.sizeHint().width() + 2 for tab in self.tab]
        sisa = self.width() - sum(lebar_tab) - px(34)
        self.akun.setText(self._nama_akun.replace("&", "&&"))
        panjang, pendek = px(LEBAR_CARI), px(LEBAR_CARI_SEMPIT)
        if sisa < pendek + self.akun.sizeHint().width():
            self.akun.setText("")
        sisa -= self.akun.sizeHint().width()
        lebar_cari = min(panjang, sisa)
        muat_semua = lebar_cari >= px(44)
        self.cari.setText(self.tr("Cari orang, kegiatan, halaman…   Ctrl+K"))
        if self.cari.sizeHint().width() > lebar_cari:
            self.cari.setText(self.tr("Cari…   Ctrl+K"))
        if lebar_cari < px(90):
            self.cari.setText("")
            lebar_cari = px(44)
        self.cari.setFixedWidth(max(px(44), lebar_cari))
        self._sembunyikan(lebar_tab, muat_semua=muat_semua)

    def _sembunyikan(self, lebar_tab: list[int], *, muat_semua: bool) -> None:
        """Hide tabs from the right until the rest fits; the present one always stays."""
        tampak = set(range(len(self.tab)))
        if not muat_semua:
            luar = self.cari.width() + self.akun.sizeHint().width() + self.lainnya.sizeHint().width()
            ruang = self.width() - luar - tema().ukuran.px(40)
            for ke in range(len(self.tab) - 1, -1, -1):
                if sum(lebar_tab[n] for n in tampak) <= ruang:
                    break
                if self.tab[ke].butir.kode != self.kini:
                    tampak.discard(ke)
        for ke, tab in enumerate(self.tab):
            tab.setVisible(ke in tampak)
        self.lainnya.setVisible(len(tampak) < len(self.tab))

    @Slot()
    def _isi_menu(self) -> None:
        self._menu.clear()
        for tab in self.tab:
            if tab.isHidden():
                aksi = self._menu.addAction(ikon(tab.butir.nama_ikon, "teks_redup"), tab.text())
                aksi.setData(tab.butir.kode)
                aksi.triggered.connect(self._dari_menu)

    @Slot()
    def _dari_menu(self) -> None:
        self.dipilih.emit(self.sender().data())  # type: ignore[attr-defined]  # a QAction of ours

    def minimumSizeHint(self) -> QSize:
        return QSize(320, super().minimumSizeHint().height())
