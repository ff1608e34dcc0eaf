"""The tab Pengaturan: its parts at the left, the chosen one at the right."""

from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QListWidget, QStackedWidget

from app.akses import Hak
from ui import pesan
from ui.halaman import Halaman, Konteks
from ui.jobs import Area
from ui.komponen import baris
from ui.pengaturan.akun import BagianAkun
from ui.pengaturan.bagian import Bagian
from ui.pengaturan.cadangan import BagianCadangan
from ui.pengaturan.cetakan import BagianCetakan
from ui.pengaturan.jejak import BagianJejak
from ui.pengaturan.kantor import BagianKantor
from ui.pengaturan.pejabat import BagianPejabat
from ui.pengaturan.penomoran import BagianPenomoran
from ui.pengaturan.peran_sop import BagianPeranSop
from ui.pengaturan.tampilan import BagianTampilan
from ui.pengaturan.waktu_kerja import BagianWaktuKerja
from ui.pengaturan.wilayah import BagianWilayah
from ui.sop.bagian import BagianSop
from ui.tema import tema

BAGIAN: tuple[tuple[str, type[Bagian], Hak | None], ...] = (
    ("kantor", BagianKantor, Hak.ATUR_KANTOR),
    ("pejabat", BagianPejabat, Hak.ATUR_KANTOR),
    ("cetakan", BagianCetakan, Hak.ATUR_KANTOR),
    ("akun", BagianAkun, Hak.ATUR_AKUN),
    ("sop", BagianSop, Hak.ATUR_SOP),
    ("peran", BagianPeranSop, Hak.ATUR_KANTOR),
    ("waktu", BagianWaktuKerja, Hak.ATUR_KANTOR),
    ("penomoran", BagianPenomoran, Hak.ATUR_KANTOR),
    ("wilayah", BagianWilayah, Hak.ATUR_KANTOR),
    ("cadangan", BagianCadangan, Hak.CADANGAN),
    ("jejak", BagianJejak, Hak.ATUR_KANTOR),
    ("tampilan", BagianTampilan, None),
)


class HalamanPengaturan(Halaman):
    """Pengaturan. `tujuan` takes the code of a part."""

    judul = "Pengaturan"
    dengar = frozenset({Area.KANTOR, Area.AKUN})

    def __init__(self, konteks: Konteks) -> None:
        super().__init__(konteks)
        self.daftar = QListWidget()
        self.daftar.setAccessibleName(self.tr("Bagian pengaturan"))
        self.daftar.setFixedWidth(tema().ukuran.px(230))
        self.tumpukan = QStackedWidget()
        self._kode: list[str] = []
        for kode, kelas, hak in BAGIAN:
            if hak is None or konteks.boleh(hak):
                self._kode.append(kode)
                self.daftar.addItem(kelas.judul)
                self.tumpukan.addWidget(kelas(konteks))
        self.daftar.setCurrentRow(0)
        self.daftar.currentRowChanged.connect(self._pilih)
        self.setLayout(baris(self.daftar, self.tumpukan, jarak=16, tepi=(24, 16, 24, 16)))
        self.setFocusProxy(self.daftar)

    @property
    def bagian(self) -> Bagian:
        """The part that is shown."""
        kini = self.tumpukan.currentWidget()
        assert isinstance(kini, Bagian)
        return kini

    def segarkan(self) -> None:
        if not self.bagian.berubah:  # what is being typed stays
            self.bagian.muat()

    def tujuan(self, apa: Any) -> None:
        if apa in self._kode:
            self.daftar.setCurrentRow(self._kode.index(apa))

    @Slot(int)
    def _pilih(self, nomor: int) -> None:
        if nomor == self.tumpukan.currentIndex():
            return
        if not self.boleh_ditinggalkan():
            self.daftar.setCurrentRow(self.tumpukan.currentIndex())
            return
        self.tumpukan.setCurrentIndex(nomor)
        self.bagian.muat()

    def boleh_ditinggalkan(self) -> bool:
        if not self.bagian.berubah:
            return True
        return pesan.tanya(
            self,
            self.tr("Perubahan belum disimpan"),
            self.tr("Perubahan pada {bagian} akan hilang.").format(bagian=self.bagian.judul),
            ya=self.tr("&Tinggalkan tanpa menyimpan"),
            tidak=self.tr("&Kembali menyunting"),
            bahaya=True,
        )
