"""The tab Data PM/KPM: the search, and over it the page of one person."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget

from ui.halaman import Halaman, Konteks
from ui.jobs import Area
from ui.komponen import kolom
from ui.orang.pencarian import PencarianOrang
from ui.orang.satu import HalamanSatuOrang
from ui.orang.tertunda import PasanganTertunda


class HalamanOrang(Halaman):
    """Data PM/KPM. `tujuan` takes a person's id, or words to search for."""

    judul = "Data PM/KPM"
    dengar = frozenset({Area.ORANG, Area.USULAN, Area.KEGIATAN, Area.PENYALURAN, Area.ACUAN})

    def __init__(self, konteks: Konteks) -> None:
        super().__init__(konteks)
        self.pencarian = PencarianOrang(konteks)
        self.satu = HalamanSatuOrang(konteks)
        self.tertunda = PasanganTertunda(konteks)
        self.pencarian.dibuka.connect(self.buka_orang)
        self.pencarian.mirip.clicked.connect(self._buka_tertunda)
        self.tertunda.kembali.connect(self._kembali)
        self.satu.kembali.connect(self._kembali)
        self.tumpukan = QStackedWidget()
        self.tumpukan.addWidget(self.pencarian)
        self.tumpukan.addWidget(self.satu)
        self.tumpukan.addWidget(self.tertunda)
        self.setLayout(kolom(self.tumpukan, tepi=(24, 16, 24, 16)))
        self.setFocusProxy(self.pencarian.cari)

    def segarkan(self) -> None:
        self.pencarian.muat()
        if self.tumpukan.currentWidget() is self.satu:
            self.satu.muat_ulang()

    def tujuan(self, apa: Any) -> None:
        if isinstance(apa, UUID):
            self.buka_orang(apa)
        elif isinstance(apa, str):
            self._kembali()
            self.pencarian.cari_teks(apa)

    @Slot(object)
    def buka_orang(self, orang_id: UUID) -> None:
        """Show one person."""
        self.satu.buka(orang_id)
        self.tumpukan.setCurrentWidget(self.satu)

    @Slot()
    def _buka_tertunda(self) -> None:
        self.tertunda.muat()
        self.tumpukan.setCurrentWidget(self.tertunda)

    @Slot()
    def _kembali(self) -> None:
        self.tumpukan.setCurrentWidget(self.pencarian)
        self.pencarian.tabel.setFocus()
