"""Choosing a region: province, kabupaten and, where asked for, kecamatan; each list can be searched by typing."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from app import wilayah
from ui.komponen import Isian, Pilihan


class PilihWilayah(QWidget):
    """Three choosers in a row. `berubah` carries the code as far as it is chosen."""

    berubah = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("bening", True)
        self.provinsi = Pilihan(self._anak(""), cari=True)
        self.kabupaten = Pilihan(cari=True)
        self.kecamatan = Pilihan(cari=True)
        self.isian = (
            Isian(self.tr("&Provinsi"), self.provinsi),
            Isian(self.tr("Ka&bupaten/Kota"), self.kabupaten),
            Isian(self.tr("K&ecamatan"), self.kecamatan),
        )
        tata = QGridLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setHorizontalSpacing(12)
        for ke, isian in enumerate(self.isian):
            tata.addWidget(isian, 0, ke)
            tata.setColumnStretch(ke, 1)
        self._perlu_kecamatan = False
        self.isian[2].hide()
        for pilihan in (self.provinsi, self.kabupaten, self.kecamatan):
            pilihan.currentIndexChanged.connect(self._berganti)
        for pilihan in (self.provinsi, self.kabupaten, self.kecamatan):
            line = pilihan.lineEdit()
            assert line is not None  # one can be typed into
            line.setPlaceholderText(self.tr("Ketik atau pilih"))
            line.editingFinished.connect(self._berganti)

    @staticmethod
    def _anak(kode: str) -> list[tuple[str, str]]:
        return [(d.kode, d.nama) for d in wilayah.anak(kode)]

    def perlu_kecamatan(self, perlu: bool) -> None:
        """Ask for the kecamatan too."""
        self._perlu_kecamatan = perlu
        self.isian[2].setVisible(perlu)
        self._berganti()

    @property
    def kode(self) -> str:
        """The region's code; empty until everything asked for is chosen."""
        terdalam = self.kecamatan if self._perlu_kecamatan else self.kabupaten
        return str(terdalam.nilai or "")

    def atur(self, kode: str) -> None:
        """Choose a region by its code."""
        self.provinsi.nilai = kode[:2]
        self._berganti()
        self.kabupaten.nilai = kode[:5]
        self._berganti()
        if len(kode) >= 8:
            self.kecamatan.nilai = kode[:8]
        self._berganti()

    @Slot()
    def _berganti(self) -> None:
        self._isi_anak(self.kabupaten, str(self.provinsi.nilai or ""))
        self._isi_anak(self.kecamatan, str(self.kabupaten.nilai or ""))
        self.berubah.emit(self.kode)

    def _isi_anak(self, pilihan: Pilihan, induk: str) -> None:
        if pilihan.property("induk") == induk:
            return
        pilihan.setProperty("induk", induk)
        tahan = pilihan.blockSignals(True)
        pilihan.atur(self._anak(induk) if induk else [])
        pilihan.blockSignals(tahan)
        pilihan.setEnabled(bool(induk))
