"""Who holds the roles of an SOP in this office: account roles, or nobody."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from app.bahasa.istilah import label
from app.kantor import PemegangPeran
from app.penyiapan import pemegang_bawaan
from app.sop.definisi import DefinisiSop
from db.istilah import Peran
from ui.komponen import BarisAlir, Garis, Kartu, Teks, kolom


class BarisPeran(QWidget):
    """One SOP role: a box per account role, and one for nobody."""

    def __init__(self, sebutan: str, pemegang: PemegangPeran, peran: Sequence[Peran]) -> None:
        super().__init__()
        self.setProperty("bening", True)
        self._pemegang = pemegang
        self.kotak = {p: QCheckBox(label(p)) for p in peran}
        for p, kotak in self.kotak.items():
            kotak.setChecked(p in pemegang.peran)
            kotak.setAccessibleName(f"{sebutan}: {label(p)}")
        self.kosong = QCheckBox(self.tr("tidak ada di kantor ini"))
        self.kosong.setAccessibleName(f"{sebutan}: {self.kosong.text()}")
        self.kosong.setChecked(pemegang.tidak_ada)
        self.kosong.toggled.connect(self._kosongkan)
        judul = Teks(sebutan, "tebal", bungkus=True)
        self.setLayout(kolom(judul, BarisAlir(*self.kotak.values(), self.kosong, jarak=14), jarak=4))
        self._kosongkan()

    @Slot()
    def _kosongkan(self) -> None:
        for kotak in self.kotak.values():
            kotak.setEnabled(not self.kosong.isChecked())

    @property
    def isi(self) -> PemegangPeran:
        """Who holds it."""
        ada = () if self.kosong.isChecked() else tuple(p for p, k in self.kotak.items() if k.isChecked())
        lama = self._pemegang
        return PemegangPeran(lama.kode_sop, lama.peran_sop, ada, self.kosong.isChecked(), lama.keterangan, True)

    @property
    def terisi(self) -> bool:
        """Somebody or explicitly nobody."""
        return self.kosong.isChecked() or bool(self.isi.peran)


class HalamanPeranSop(QWidget):
    """Set-up page: every inside role of the office's SOPs, as the definition suggests them."""

    def __init__(self, sop: Sequence[DefinisiSop], peran: Sequence[Peran]) -> None:
        super().__init__()
        self.baris: list[BarisPeran] = []
        kartu = [self._kartu(definisi, peran) for definisi in sop]
        kalimat = self.tr(
            "Peran di SOP dijalankan oleh akun dengan peran yang Anda centang. Bila jabatannya tidak ada di kantor "
            "ini, pilih “tidak ada”; parafnya lalu tidak diminta."
        )
        self.setLayout(kolom(Teks(kalimat, "redup", bungkus=True), *kartu, None, jarak=12, tepi=(24, 4, 24, 12)))

    def _kartu(self, definisi: DefinisiSop, peran: Sequence[Peran]) -> Kartu:
        kartu = Kartu(definisi.nama_layar.tampil)
        for ke, pemegang in enumerate(pemegang_bawaan(definisi)):
            if ke:
                kartu.tambah(Garis())
            tampil = (*peran, *(p for p in pemegang.peran if p not in peran))
            baris = BarisPeran(definisi.peran_kode(pemegang.peran_sop).label.tampil, pemegang, tampil)
            self.baris.append(baris)
            kartu.tambah(baris)
        return kartu

    @property
    def isi(self) -> tuple[PemegangPeran, ...]:
        """Who holds what."""
        return tuple(b.isi for b in self.baris)

    def periksa(self) -> str:
        """Return what is missing."""
        if all(b.terisi for b in self.baris):
            return ""
        return self.tr("Setiap peran SOP perlu pemegang, atau centang “tidak ada di kantor ini”.")
