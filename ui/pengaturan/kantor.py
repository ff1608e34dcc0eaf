"""The office and its letterhead."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, Qt, Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QSpinBox, QWidget

from app.bahasa.istilah import pilihan
from app.kantor import DataKantor, lambang, lepas_lambang, lihat_kantor, pasang_lambang, ubah_kantor
from app.lambang import lambang_negara, lepas_lambang_negara, pasang_lambang_negara
from app.wilayah import peta_kantor
from db.istilah import Kertas, Zona
from ui.jobs import Area
from ui.komponen import Gulir, Isian, JenisTombol, Kartu, Pilihan, Teks, Tombol, baris, kolom
from ui.komponen.kisi import kisi
from ui.pengaturan.bagian import Bagian
from ui.tema import tema

TEKS = {
    "nama": "&Nama kantor",
    "nama_pemda": "Baris pertama &kop",
    "alamat": "&Alamat",
    "kode_pos": "Kode &pos",
    "telepon": "&Telepon",
    "pos_el": "Pos-&el",
    "laman": "&Laman",
    "tempat_surat": "T&empat surat",
}
TEPI = (
    ("atas", "Tepi atas (mm)"),
    ("bawah", "Tepi bawah (mm)"),
    ("kiri", "Tepi kiri (mm)"),
    ("kanan", "Tepi kanan (mm)"),
)


class BagianKantor(Bagian):
    """Name, letterhead, zone, paper."""

    judul = "Kantor dan kop surat"
    penjelasan = "Dipakai pada kop setiap dokumen yang dicetak."

    def bangun(self) -> None:
        self._data: DataKantor | None = None
        self.teks = {bidang: QLineEdit() for bidang in TEKS}
        self.isian = {bidang: Isian(label, self.teks[bidang]) for bidang, label in TEKS.items()}
        self.zona = Pilihan(pilihan(Zona))
        self.kertas = Pilihan(pilihan(Kertas))
        self.tepi = {sisi: QSpinBox() for sisi, _ in TEPI}
        for kotak in self.tepi.values():
            kotak.setRange(5, 60)
        self.lambang = QLabel()
        self.lambang.setAccessibleName(self.tr("Lambang pada kop"))
        self.pasang = Tombol(self.tr("&Ganti lambang…"), nama_ikon="image", klik=self._pilih_lambang)
        self.lepas = Tombol(self.tr("Tanpa lambang"), JenisTombol.TAUTAN, klik=self.tanpa_lambang)
        self.lambang_negara = QLabel()
        self.lambang_negara.setAccessibleName(self.tr("Lambang negara"))
        self.pasang_negara = Tombol(self.tr("Ganti lambang nega&ra…"), nama_ikon="image", klik=self._pilih_negara)
        self.lepas_negara = Tombol(self.tr("Tanpa lambang negara"), JenisTombol.TAUTAN, klik=self.tanpa_lambang_negara)
        self.wilayah = Teks("", "redup")
        kop = Kartu(self.tr("Identitas dan kop")).tambah(
            kisi(self.isian["nama"], self.isian["nama_pemda"]),
            self.isian["alamat"],
            kisi(*(self.isian[b] for b in ("kode_pos", "telepon", "pos_el", "laman", "tempat_surat"))),
            baris(
                self.lambang,
                kolom(Teks(self.tr("Lambang daerah (PNG atau JPEG)"), "redup"), baris(self.pasang, self.lepas, None)),
                None,
                jarak=14,
            ),
            baris(
                self.lambang_negara,
                kolom(
                    Teks(self.tr("Lambang negara, untuk SK dan surat Bupati/Wali Kota"), "redup"),
                    baris(self.pasang_negara, self.lepas_negara, None),
                ),
                None,
                jarak=14,
            ),
        )
        halaman = Kartu(self.tr("Wilayah dan kertas")).tambah(
            self.wilayah,
            kisi(Isian(self.tr("&Zona waktu"), self.zona), Isian(self.tr("Ke&rtas"), self.kertas)),
            kisi(*(Isian(label, self.tepi[sisi]) for sisi, label in TEPI), lajur=4),
        )
        self.tombol = Tombol(self.tr("&Simpan"), JenisTombol.UTAMA, "save", pintasan="Ctrl+S", klik=self.simpan_kantor)
        isi = QWidget()
        isi.setLayout(kolom(kop, halaman, None, jarak=10))
        self.isi.addWidget(Gulir(isi))
        self.isi.addLayout(baris(None, self.tombol))

    def muat(self) -> None:
        with self.konteks.membaca() as kerja:
            self._data = lihat_kantor(kerja)
            gambar, negara = lambang(kerja), lambang_negara(kerja)
            alamat = peta_kantor(kerja).alamat(self._data.kode_wilayah)
        for bidang, kotak in self.teks.items():
            kotak.setText(getattr(self._data, bidang))
        self.zona.nilai, self.kertas.nilai = self._data.zona, self._data.kertas
        for sisi, angka in self.tepi.items():
            angka.setValue(self._data.tepi.get(sisi, 20))
        self.wilayah.setText(self.tr("Wilayah kerja: {alamat}").format(alamat=alamat or self._data.kode_wilayah))
        _tampilkan(self.lambang, self.lepas, gambar, self.tr("belum ada"))
        _tampilkan(self.lambang_negara, self.lepas_negara, negara, self.tr("belum ada"))

    @property
    def isian_kini(self) -> DataKantor | None:
        """The office as the fields say it; None before it was read."""
        if self._data is None:
            return None
        teks: dict[str, Any] = {bidang: kotak.text().strip() for bidang, kotak in self.teks.items()}
        tepi: dict[str, Any] = {sisi: angka.value() for sisi, angka in self.tepi.items()}
        return replace(self._data, **teks, zona=self.zona.nilai, kertas=self.kertas.nilai, tepi=tepi)

    @property
    def berubah(self) -> bool:
        return self.isian_kini != self._data

    def simpan_kantor(self) -> None:
        """Check the two names that no kop can be without, and keep the rest as it is."""
        data = self.isian_kini
        if data is None:
            return
        for bidang in ("nama", "nama_pemda"):
            self.isian[bidang].atur_salah("" if getattr(data, bidang) else self.tr("Harus diisi."))
        if data.nama and data.nama_pemda:
            self.simpan(
                self.tr("Menyimpan data kantor"),
                lambda kerja: ubah_kantor(kerja, data),
                kabar=self.tr("Data kantor tersimpan."),
            )

    def _pilih_lambang(self) -> None:
        if jalur := self._pilih_gambar(self.tr("Pilih lambang")):
            self.ganti_lambang(jalur)

    def _pilih_negara(self) -> None:
        if jalur := self._pilih_gambar(self.tr("Pilih lambang negara")):
            self.ganti_lambang_negara(jalur)

    def _pilih_gambar(self, judul: str) -> Path | None:
        nama, _ = QFileDialog.getOpenFileName(self, judul, "", self.tr("Gambar (*.png *.jpg *.jpeg)"))
        return Path(nama) if nama else None

    @Slot()
    def tanpa_lambang(self) -> None:
        """Print without a picture."""
        self.simpan(self.tr("Melepas lambang"), lepas_lambang)

    def ganti_lambang(self, jalur: Path) -> None:
        """Keep another picture for the kop."""
        self.simpan(
            self.tr("Memasang lambang"), lambda kerja: pasang_lambang(kerja, jalur.read_bytes(), jalur.name)
        )  # fmt: skip

    @Slot()
    def tanpa_lambang_negara(self) -> None:
        """Leave the emblem's place on a Bupati's papers empty."""
        self.simpan(self.tr("Melepas lambang negara"), lepas_lambang_negara)

    def ganti_lambang_negara(self, jalur: Path) -> None:
        """Keep another picture for a Bupati's papers."""
        self.simpan(
            self.tr("Memasang lambang negara"),
            lambda kerja: pasang_lambang_negara(kerja, jalur.read_bytes(), jalur.name),
            area=(Area.KANTOR, Area.DOKUMEN),
        )


def _tampilkan(label: QLabel, lepas: Tombol, isi: bytes | None, kosong: str) -> None:
    """Show a picture, or the word that there is none."""
    gambar, sisi = QPixmap(), tema().ukuran.px(56)
    if isi and gambar.loadFromData(QByteArray(isi)):
        label.setPixmap(
            gambar.scaled(sisi, sisi, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        )
    else:
        label.setText(kosong)
    lepas.setVisible(isi is not None)
