"""The main window: the bar of tabs, the page of each, the status bar; keys, search and lock."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QByteArray, Qt, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from app.bahasa.istilah import label
from app.cadangan import cadangan_terakhir
from app.kalender import kalender_kantor
from app.kerja import Pelaku, RuangKerja
from db.istilah import Peran
from ui import pesan, setelan
from ui.bilah_atas import BilahAtas, ButirTab
from ui.bilah_bawah import BilahBawah
from ui.cadangan_berkala import CadanganBerkala
from ui.cari_cepat import CariCepat, Tujuan
from ui.daftar_halaman import HALAMAN
from ui.halaman import Halaman, Konteks, PabrikHalaman
from ui.ikon import ikon
from ui.jobs import Area, ChangeBus, JobRunner
from ui.komponen import kolom
from ui.kunci_layar import LayarKunci, PenjagaDiam
from ui.tema import PilihanTema, tema
from ui.tumpukan import Tumpukan

BANYAK_MEJA = 5  # more roles than this share one tab
MEJA_BERSAMA = "meja"
BANTUAN = "bantuan"
_IKON_PERAN = {Peran.OPERATOR: "id-card", Peran.PENDAMPING: "users", Peran.CAMAT: "stamp", Peran.KADIS: "stamp"}


def peran_meja(pelaku: Pelaku) -> tuple[Peran, ...]:
    """Return the roles that have a desk, in the order of the list; the administrator's place is Pengaturan."""
    return tuple(p for p in Peran if p in pelaku.peran and p is not Peran.ADMINISTRATOR)


def kode_meja(peran: Peran) -> str:
    """Return the code of a role's tab."""
    return f"meja:{peran.value}"


class Jendela(QWidget):
    """The window of one signed-in account.

    `keluar` asks to sign out; the caller shows the sign-in page and drops the window.
    """

    keluar = Signal()

    def __init__(
        self,
        ruang: RuangKerja,
        pelaku: Pelaku,
        jobs: JobRunner,
        setelan_awal: setelan.Setelan,
        halaman: tuple[PabrikHalaman, ...] = HALAMAN,
    ) -> None:
        super().__init__()
        self.setProperty("latar", True)
        self.setelan = setelan_awal
        self.bus = ChangeBus(self)
        self.konteks = Konteks(ruang, pelaku, jobs, self.bus, self.buka, self.dorong)
        self._tumpukan: dict[str, Tumpukan] = {}
        self._lokasi: dict[str, str] = {}
        self._judul: list[ButirTab] = []
        self._tanpa_tab: list[tuple[str, str]] = []
        self._daftarkan(halaman)
        self.atas = BilahAtas(self._judul, self._kata_akun())
        self.atas.dipilih.connect(self._ke_tab)
        self.atas.minta_cari.connect(self.cari)
        self.isi = QStackedWidget()
        self.bawah = BilahBawah(ruang.jam)
        for tumpukan in self._tumpukan.values():
            self.isi.addWidget(tumpukan)
        tata = kolom(self.atas, self.isi, self.bawah, jarak=0)
        tata.setStretch(1, 1)
        self.setLayout(tata)
        self._pasang_menu_akun()
        self._pasang_pintasan()
        self.penjaga = PenjagaDiam(self.setelan.kunci_menit, self._tahan_kunci)
        self.penjaga.diam.connect(self.kunci)
        self.penjaga.minta_cari.connect(self.cari)
        self.bus.berubah.connect(self._kantor_berubah)
        self.cadangan = CadanganBerkala(ruang, jobs, self)
        self._muat_bilah_bawah()
        if self.setelan.geometri:
            self.restoreGeometry(QByteArray.fromBase64(self.setelan.geometri.encode()))
        self.setMinimumSize(760, 480)
        if self._judul:
            self._ke_tab(self._judul[0].kode)

    # --- tabs --------------------------------------------------------------------------------------------------------

    def _daftarkan(self, halaman: tuple[PabrikHalaman, ...]) -> None:
        """Put Beranda first, then the desks, then the other common pages."""
        boleh = [p for p in halaman if p.untuk(self.konteks.pelaku)]
        for pabrik in (p for p in boleh if p.kode == "beranda"):
            self._tambah(pabrik.kode, pabrik.judul, pabrik.nama_ikon, self._pembuat(pabrik), tab=pabrik.tab)
        self._daftarkan_meja()
        for pabrik in (p for p in boleh if p.kode != "beranda"):
            self._tambah(pabrik.kode, pabrik.judul, pabrik.nama_ikon, self._pembuat(pabrik), tab=pabrik.tab)

    def _pembuat(self, pabrik: PabrikHalaman) -> Callable[[], Halaman]:
        return lambda: pabrik.buat(self.konteks)

    def _daftarkan_meja(self) -> None:
        peran = peran_meja(self.konteks.pelaku)
        if len(peran) > BANYAK_MEJA:
            self._tambah(MEJA_BERSAMA, self.tr("Meja kerja"), "list-checks", lambda: self._buat_meja(peran))
            self._lokasi |= {kode_meja(p): MEJA_BERSAMA for p in peran}
            return
        for satu in peran:
            nama_ikon = _IKON_PERAN.get(satu, "user-check")
            self._tambah(kode_meja(satu), label(satu), nama_ikon, partial(self._buat_meja, (satu,)))
        if peran:
            self._lokasi[MEJA_BERSAMA] = kode_meja(peran[0])

    def _buat_meja(self, peran: tuple[Peran, ...]) -> Halaman:
        from ui.meja.halaman import HalamanMeja  # built with the first desk, not with the window

        return HalamanMeja(self.konteks, peran)

    def _tambah(self, kode: str, judul: str, nama_ikon: str, buat: Callable[[], Halaman], *, tab: bool = True) -> None:
        tumpukan = Tumpukan(buat)
        tumpukan.berganti.connect(self._judulkan)
        self._tumpukan[kode] = tumpukan
        if tab:
            self._judul.append(ButirTab(kode, judul, nama_ikon))
        else:
            self._tanpa_tab.append((kode, judul))

    @property
    def tumpukan(self) -> Tumpukan:
        """The pile of the present tab."""
        tumpukan = self.isi.currentWidget()
        assert isinstance(tumpukan, Tumpukan)
        return tumpukan

    @property
    def kode_tab(self) -> tuple[str, ...]:
        """The codes of the tabs in the bar."""
        return tuple(b.kode for b in self._judul)

    def buka(self, kode: str, apa: Any = None) -> None:
        """Go to a tab and, where `apa` is given, to the thing there. An unknown code is told as a bug."""
        kode = self._lokasi.get(kode, kode)
        tumpukan = self._tumpukan[kode]
        self.isi.setCurrentWidget(tumpukan)
        tumpukan.siapkan()
        self.atas.pilih(kode)
        if apa is not None:
            while tumpukan.mundur():
                continue
            tumpukan.dasar.tujuan(apa)
        self._judulkan()

    def dorong(self, halaman: Halaman) -> None:
        """Lay a page over the present tab."""
        self.tumpukan.dorong(halaman)

    @Slot(str)
    def _ke_tab(self, kode: str) -> None:
        self.buka(kode)
        if self.tumpukan.atas is not None:
            self.tumpukan.atas.setFocus()

    @Slot()
    def _judulkan(self) -> None:
        halaman = self.tumpukan.atas if self.isi.count() else None
        judul = halaman.judul if halaman is not None else ""
        self.setWindowTitle(" – ".join(t for t in (judul, self.bawah.kantor.text(), "Salur") if t))

    # --- keys and menus ----------------------------------------------------------------------------------------------

    def _pasang_pintasan(self) -> None:
        for ke, butir in enumerate(self._judul[:9]):
            self._pintasan(f"Ctrl+{ke + 1}", partial(self._ke_tab, butir.kode))
        self._pintasan("Ctrl+K", self.cari)
        self._pintasan("Ctrl+L", self.kunci)
        self._pintasan("F1", self.bantuan)
        self._pintasan("F5", self._segarkan)
        self._pintasan("F9", self.loket)
        self._pintasan("Alt+Left", self._mundur)
        self._pintasan("Ctrl+Tab", lambda: self._geser(1))
        self._pintasan("Ctrl+Shift+Tab", lambda: self._geser(-1))

    def _pintasan(self, kunci: str, klik: Callable[[], object]) -> None:
        aksi = QAction(self)
        aksi.setShortcut(QKeySequence(kunci))
        aksi.triggered.connect(lambda: klik())
        self.addAction(aksi)

    def _geser(self, langkah: int) -> None:
        kode = list(self.kode_tab)
        kini = kode.index(self.atas.kini) if self.atas.kini in kode else 0
        self._ke_tab(kode[(kini + langkah) % len(kode)])

    @Slot()
    def _mundur(self) -> None:
        self.tumpukan.mundur()

    @Slot()
    def _segarkan(self) -> None:
        if self.tumpukan.atas is not None:
            self.tumpukan.atas.segarkan()
        self._muat_bilah_bawah()

    def _kata_akun(self) -> str:
        pelaku = self.konteks.pelaku
        peran = peran_meja(pelaku)
        jabatan = label(peran[0]) if len(peran) == 1 else pelaku.jabatan
        if not peran and Peran.ADMINISTRATOR in pelaku.peran:
            jabatan = label(Peran.ADMINISTRATOR)
        return " · ".join(filter(None, (pelaku.nama, jabatan, pelaku.sebutan_wilayah)))

    def _pasang_menu_akun(self) -> None:
        menu = QMenu(self)
        menu.setAccessibleName(self.tr("Menu akun"))
        self._submenu(menu, self.tr("&Tampilan"), "tema", setelan.TEMA)
        self._submenu(menu, self.tr("&Ukuran teks"), "ukuran_teks", setelan.UKURAN_TEKS)
        self._submenu(menu, self.tr("Kunci layar &otomatis"), "kunci_menit", setelan.KUNCI)
        menu.addSeparator()
        if BANTUAN in self._tumpukan:
            bantuan = menu.addAction(ikon("circle-help", "teks_redup"), self.tr("&Bantuan\tF1"))
            bantuan.triggered.connect(self.bantuan)
        kunci = menu.addAction(ikon("lock", "teks_redup"), self.tr("&Kunci layar\tCtrl+L"))
        kunci.triggered.connect(self.kunci)
        keluar = menu.addAction(ikon("log-out", "teks_redup"), self.tr("K&eluar dari akun"))
        keluar.triggered.connect(self.minta_keluar)
        self.atas.akun.setMenu(menu)

    def _submenu(self, menu: QMenu, judul: str, bidang: str, butir: Sequence[tuple[Any, str]]) -> None:
        """Offer the values of one setting; the present one is ticked when the menu opens."""
        anak = menu.addMenu(judul)
        for nilai, kata in butir:
            aksi = anak.addAction(kata)
            aksi.setCheckable(True)
            aksi.setData(nilai)
            aksi.triggered.connect(partial(self.atur_setelan, bidang, nilai))
        anak.aboutToShow.connect(partial(self._tandai, anak, bidang))

    def _tandai(self, anak: QMenu, bidang: str) -> None:
        for aksi in anak.actions():
            aksi.setChecked(aksi.data() == getattr(self.setelan, bidang))

    def atur_setelan(self, bidang: str, nilai: Any, _ya: bool = False) -> None:
        """Take one setting over at once and keep it."""
        self.setelan = replace(self.setelan, **{bidang: nilai})
        tema().pasang(PilihanTema(self.setelan.tema), self.setelan.ukuran_teks)
        self.penjaga.atur(self.setelan.kunci_menit)
        self._simpan_setelan()

    @Slot()
    def bantuan(self) -> None:
        """Open the help, from wherever one is."""
        if BANTUAN in self._tumpukan:
            self.buka(BANTUAN)
            self.tumpukan.dasar.tujuan(None)

    @Slot()
    def loket(self) -> None:
        """Lay the DTKS counter over the present tab, where the office keeps one."""
        from ui.loket.halaman import HalamanLoket, buka_loket  # built with the first visitor, not with the window

        if isinstance(self.tumpukan.atas, HalamanLoket):
            self.tumpukan.atas.setFocus()
        elif not (self.tumpukan.atas is not None and self.tumpukan.atas.tahan_kunci):
            halaman = buka_loket(self.konteks)
            if halaman is not None:
                self.dorong(halaman)

    @Slot()
    def cari(self) -> None:
        """Open the search over everything."""
        halaman = [*((b.kode, b.judul) for b in self._judul), *self._tanpa_tab]
        meja = self._lokasi.get(MEJA_BERSAMA, MEJA_BERSAMA)
        CariCepat.ask(self, self.konteks, halaman, meja if meja in self._tumpukan else "", self._ke_tujuan)

    def _ke_tujuan(self, tujuan: Tujuan) -> None:
        if tujuan.kode in self._tumpukan:
            self.buka(tujuan.kode, tujuan.apa)

    # --- lock and leave ----------------------------------------------------------------------------------------------

    def _tahan_kunci(self) -> bool:
        """The lock waits while a page asks for it and while work is under way."""
        halaman = self.tumpukan.atas if self.isi.count() else None
        return (halaman is not None and halaman.tahan_kunci) or self.konteks.jobs.menulis

    @Slot()
    def kunci(self) -> None:
        """Cover the window until the password is given again."""
        layar = LayarKunci(self, self.konteks.ruang, self.konteks.pelaku, self.konteks.jobs)
        layar.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        layar.minta_keluar.connect(layar.accept)
        layar.minta_keluar.connect(self.minta_keluar)
        layar.open()
        layar.sandi.setFocus()

    @Slot()
    def minta_keluar(self) -> None:
        """Sign out, unless a page holds unsaved work."""
        if self._boleh_pergi() and self._boleh_hentikan():
            self._simpan_setelan()
            self.keluar.emit()

    def _boleh_pergi(self) -> bool:
        return all(t.boleh_ditinggalkan() for t in self._tumpukan.values())

    def closeEvent(self, kejadian: QCloseEvent) -> None:
        if not self._boleh_pergi() or not self._boleh_hentikan():
            kejadian.ignore()
            return
        self._simpan_setelan()
        kejadian.accept()

    def _boleh_hentikan(self) -> bool:
        """Ask before writing that is under way is cancelled; reading is let go."""
        return not self.konteks.jobs.menulis or pesan.tanya(
            self,
            self.tr("Pekerjaan belum selesai"),
            self.tr(
                "Bila Salur ditutup sekarang, pekerjaan yang sedang berjalan dibatalkan dan tidak meninggalkan apa pun."
            ),
            ya=self.tr("&Batalkan pekerjaan dan tutup"),
            tidak=self.tr("&Tunggu"),
            bahaya=True,
        )

    def _simpan_setelan(self) -> None:
        geometri = bytes(self.saveGeometry().toBase64().data()).decode()
        self.setelan = replace(self.setelan, geometri=geometri, akun_terakhir=self.konteks.pelaku.nama_pengguna)
        setelan.simpan(self.konteks.ruang.toko.folder, self.setelan)

    # --- status bar --------------------------------------------------------------------------------------------------

    @Slot(object)
    def _kantor_berubah(self, area: frozenset[Area]) -> None:
        if area & {Area.KANTOR, Area.AKUN}:
            self._muat_bilah_bawah()

    def _muat_bilah_bawah(self) -> None:
        with self.konteks.membaca() as kerja:
            cadangan: datetime | None = cadangan_terakhir(kerja)
            nama = kerja.kantor.nama + (self.tr(" · kantor contoh") if kerja.kantor.contoh else "")
            siapa = " · ".join(filter(None, (self.konteks.pelaku.nama, self.konteks.pelaku.sebutan_wilayah)))
            self.bawah.atur(nama, siapa, kalender_kantor(kerja), cadangan)
        self._judulkan()
