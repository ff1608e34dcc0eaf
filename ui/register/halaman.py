"""The tab Buku Register: agenda of letters in and out, register of services, complaints; by year."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QTabWidget

from db.istilah import ArahSurat
from ui.halaman import Halaman, Konteks
from ui.jobs import Area
from ui.komponen import Pilihan, Teks, Tombol, baris, kolom
from ui.register.agenda import PanelAgenda
from ui.register.cetakan import cetak_buku
from ui.register.pelayanan import PanelPelayanan
from ui.register.pengaduan import PanelPengaduan

BUKU = ("masuk", "keluar", "pelayanan")
"""Books that are printed by period, in the order of their tabs; complaints stand in the report of their kegiatan."""
TAHUN_TERTUA = 10  # years offered back from this one


class HalamanRegister(Halaman):
    """Buku Register. `tujuan` takes `masuk`, `keluar`, `pelayanan` or `pengaduan`."""

    judul = "Buku Register"
    dengar = frozenset({Area.REGISTER})

    def __init__(self, konteks: Konteks) -> None:
        super().__init__(konteks)
        self.tahun = Pilihan()
        self.tahun.setAccessibleName(self.tr("Tahun buku"))
        self.tahun.currentIndexChanged.connect(self._muat)
        self.masuk = PanelAgenda(konteks, ArahSurat.MASUK)
        self.keluar = PanelAgenda(konteks, ArahSurat.KELUAR)
        self.pelayanan = PanelPelayanan(konteks)
        self.pengaduan = PanelPengaduan(konteks)
        self.lembar = QTabWidget()
        self.lembar.setDocumentMode(True)
        self.lembar.addTab(self.masuk, self.tr("Surat &masuk"))
        self.lembar.addTab(self.keluar, self.tr("Surat &keluar"))
        self.lembar.addTab(self.pelayanan, self.tr("Register &pelayanan"))
        self.lembar.addTab(self.pengaduan, self.tr("Pen&gaduan"))
        self.lembar.currentChanged.connect(self._muat)
        self.cetak = Tombol(self.tr("Ce&tak buku…"), nama_ikon="printer", klik=self.cetak_buku)
        atas = baris(Teks(self.judul, "judul"), None, Teks(self.tr("Tahun"), "redup"), self.tahun, 4, self.cetak)
        self.setLayout(kolom(atas, self.lembar, jarak=10, tepi=(24, 16, 24, 16)))

    def segarkan(self) -> None:
        with self.konteks.membaca() as kerja:
            kini = kerja.hari_ini().year
        if self.tahun.count() == 0:
            self.tahun.blockSignals(True)
            self.tahun.atur([(kini - n, str(kini - n)) for n in range(TAHUN_TERTUA)], kini=kini)
            self.tahun.blockSignals(False)
        self._muat()

    def tujuan(self, apa: Any) -> None:
        ke = {"masuk": 0, "keluar": 1, "pelayanan": 2, "pengaduan": 3}.get(apa if not isinstance(apa, UUID) else "")
        if ke is not None:
            self.lembar.setCurrentIndex(ke)

    @Slot()
    def cetak_buku(self) -> None:
        """Print the book of the tab that is shown, by period."""
        ke = self.lembar.currentIndex()
        judul = self.lembar.tabText(ke).replace("&", "")
        cetak_buku(self, self.konteks, BUKU[ke], judul, self.tahun.nilai)

    @Slot()
    def _muat(self) -> None:
        self.cetak.setEnabled(self.lembar.currentIndex() < len(BUKU))
        panel = self.lembar.currentWidget()
        if self.tahun.nilai is not None and isinstance(panel, PanelAgenda | PanelPelayanan | PanelPengaduan):
            panel.muat(self.tahun.nilai)
