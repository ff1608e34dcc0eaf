"""First page of the set-up: what kind of office, and where."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton, QWidget

from app.bahasa.istilah import label, pilihan
from app.kantor import DataKantor
from app.penyiapan import usul_kantor
from db.istilah import JenisKantor, Zona
from ui.komponen import Isian, Kartu, Pilihan, Teks, baris, kolom
from ui.penyiapan.wilayah import PilihWilayah

_KETERANGAN = {
    JenisKantor.DINAS: "Menjalankan bansos dari usulan desa sampai laporan: rehsos, UEP, pengajuan DTKS.",
    JenisKantor.KECAMATAN: "Menyalurkan daftar penerima dari dinas ke desa: BALAKAS.",
}


class HalamanKantor(QWidget):
    """Kind, region, name and zone. `berubah` carries the office that Salur suggests from kind and region."""

    berubah = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.jenis = QButtonGroup(self)
        kartu_jenis = Kartu(self.tr("Jenis kantor"))
        for ke, nilai in enumerate(JenisKantor):
            tombol = QRadioButton(label(nilai))
            self.jenis.addButton(tombol, ke)
            kartu_jenis.tambah(tombol, baris(26, Teks(_KETERANGAN[nilai], "kecil", bungkus=True)))
        self.jenis.button(0).setChecked(True)
        self.wilayah = PilihWilayah()
        self.nama = Isian(self.tr("&Nama kantor"), QLineEdit())
        self.zona = Isian(self.tr("&Zona waktu"), Pilihan(pilihan(Zona)))
        kartu_wilayah = Kartu(self.tr("Wilayah kantor"))
        kartu_wilayah.tambah(self.wilayah, baris(self.nama, self.zona, jarak=12))
        self.setLayout(kolom(kartu_jenis, kartu_wilayah, None, jarak=12, tepi=(24, 4, 24, 12)))
        self.jenis.idToggled.connect(self._jenis_berganti)
        self.wilayah.berubah.connect(self._usulkan)

    @property
    def nilai_jenis(self) -> JenisKantor:
        return list(JenisKantor)[self.jenis.checkedId()]

    @Slot()
    def _jenis_berganti(self) -> None:
        self.wilayah.perlu_kecamatan(self.nilai_jenis is JenisKantor.KECAMATAN)

    @Slot(str)
    def _usulkan(self, kode: str) -> None:
        if not kode:
            return
        usul = usul_kantor(self.nilai_jenis, kode)
        isi = self.nama.widget
        assert isinstance(isi, QLineEdit)
        isi.setText(usul.nama)
        zona = self.zona.widget
        assert isinstance(zona, Pilihan)
        zona.nilai = usul.zona
        self.berubah.emit(usul)

    def isi(self) -> DataKantor | None:
        """Return the office so far; None while kind or region is missing."""
        kode = self.wilayah.kode
        if not kode:
            return None
        usul = usul_kantor(self.nilai_jenis, kode)
        nama, zona = self.nama.widget, self.zona.widget
        assert isinstance(nama, QLineEdit)
        assert isinstance(zona, Pilihan)
        return DataKantor(
            nama.text().strip(), usul.jenis, kode, usul.nama_pemda, Zona(zona.nilai or usul.zona),
            tempat_surat=usul.tempat_surat,
        )  # fmt: skip

    def periksa(self) -> str:
        """Return what is missing."""
        isi = self.isi()
        self.nama.atur_salah()
        if isi is None:
            return self.tr("Pilih wilayah kantor dahulu.")
        if not isi.nama:
            self.nama.atur_salah(self.tr("Nama kantor harus diisi."))
            return self.tr("Nama kantor belum diisi.")
        return ""
