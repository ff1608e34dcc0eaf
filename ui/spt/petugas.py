"""The people whom an SPT sends: chosen from the officials, or typed."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.kantor import DataPejabat
from app.spt import PetugasSpt
from ui.komponen import JenisTombol, Pilihan, Tombol, baris, kolom


class BarisPetugas(QWidget):
    """One person: name, jabatan, pangkat, NIP."""

    def __init__(self, pejabat: Sequence[DataPejabat], nomor: int, lepas: Callable[["BarisPetugas"], None]) -> None:
        super().__init__()
        self.setProperty("bening", True)
        self._pejabat = {p.nama: p for p in pejabat}
        self.nama = Pilihan([(p.nama, p.nama) for p in pejabat], cari=True)
        self.nama.setEditText("")
        self.jabatan, self.pangkat, self.nip = (QLineEdit() for _ in range(3))
        kata = (self.tr("Nama"), self.tr("Jabatan"), self.tr("Pangkat/golongan"), self.tr("NIP"))
        for kotak, satu in zip((self.nama, self.jabatan, self.pangkat, self.nip), kata, strict=True):
            kotak.setAccessibleName(f"{satu} {self.tr('petugas')} {nomor}")
        if (kotak_nama := self.nama.lineEdit()) is not None:
            kotak_nama.setPlaceholderText(kata[0])
        for kotak, satu in zip((self.jabatan, self.pangkat, self.nip), kata[1:], strict=True):
            kotak.setPlaceholderText(satu)
        self.nama.currentTextChanged.connect(self._isi)
        buang = Tombol(
            "", JenisTombol.TAUTAN, "x", klik=lambda: lepas(self), nama=self.tr("Lepas petugas {n}").format(n=nomor)
        )
        tata = baris(self.nama, self.jabatan, self.pangkat, self.nip, buang, jarak=6)
        for ke, lebar in enumerate((4, 4, 3, 3)):
            tata.setStretch(ke, lebar)
        self.setLayout(tata)

    def _isi(self, nama: str) -> None:
        p = self._pejabat.get(nama)
        if p is not None:
            self.jabatan.setText(p.jabatan)
            self.pangkat.setText(" / ".join(b for b in (p.pangkat, p.golongan) if b))
            self.nip.setText(p.nip or "")

    @property
    def petugas(self) -> PetugasSpt:
        """Who stands in the row."""
        kotak = (self.jabatan, self.pangkat, self.nip)
        return PetugasSpt(self.nama.currentText().strip(), *(k.text().strip() for k in kotak))


class DaftarPetugas(QWidget):
    """The rows, one at least."""

    def __init__(self, pejabat: Sequence[DataPejabat]) -> None:
        super().__init__()
        self.setProperty("bening", True)
        self._pejabat, self._nomor = pejabat, 0
        self.baris: list[BarisPetugas] = []
        self._tata = QVBoxLayout()
        self._tata.setSpacing(6)
        self.tambah = Tombol(self.tr("Ta&mbah petugas"), JenisTombol.TAUTAN, "user-plus", klik=self._tambah)
        self.setLayout(kolom(self._tata, baris(self.tambah, None), jarak=4))
        self._tambah()
        self.setFocusProxy(self.baris[0].nama)

    def _tambah(self) -> None:
        self._nomor += 1
        satu = BarisPetugas(self._pejabat, self._nomor, self._lepas)
        self.baris.append(satu)
        self._tata.addWidget(satu)
        satu.nama.setFocus()

    def _lepas(self, satu: BarisPetugas) -> None:
        if len(self.baris) > 1:
            self.baris.remove(satu)
            self._tata.removeWidget(satu)
            self.setFocusProxy(self.baris[0].nama)
            satu.hide()
            satu.deleteLater()

    @property
    def petugas(self) -> tuple[PetugasSpt, ...]:
        """Everybody with a name."""
        return tuple(p for b in self.baris if (p := b.petugas).nama)
