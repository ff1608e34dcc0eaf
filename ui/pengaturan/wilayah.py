"""The table of regions: what the office changed in it, where it comes from, and taking in a newer one."""

import re
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit, QWidget

from app.bahasa.angka import bilangan
from app.jobs import JobContext
from app.kerja import Kerja
from app.wilayah_impor import (
    BERKAS_MAKS,
    BandingWilayah,
    UbahanWilayah,
    banding_wilayah,
    daftar_ubahan,
    impor_wilayah,
    sumber_bawaan,
)
from ui import pesan
from ui.komponen import DialogSalur, Isian, JenisTombol, Kolom, KosongState, ModelTabel, TabelData, Teks, Tombol, baris
from ui.komponen.bertanya import bertanya
from ui.pengaturan.bagian import Bagian
from ui.tema import Nada

_CONTOH = 5
_PISAH = re.compile(r"\n\s*\n|\n(?=- )")


def kolom_wilayah() -> list[Kolom[UbahanWilayah]]:
    return [
        Kolom("Kode", lambda u: u.kode, lebar=130),
        Kolom("Nama", lambda u: u.nama, lebar=200),
        Kolom("Jenis", lambda u: u.jenis, lebar=110),
        Kolom(
            "Keadaan",
            lambda u: "Berlaku" if u.berlaku else "Dicabut",
            lebar=100,
            nada=lambda u: Nada.BAIK if u.berlaku else Nada.NETRAL,
        ),
        Kolom("Sumber", lambda u: u.sumber, lebar=0, petunjuk=lambda u: u.sumber),
    ]


def kalimat_banding(beda: BandingWilayah) -> str:
    """Say what a table would change, with some of the names."""
    bagian = []
    for kata, nama in (
        ("wilayah baru", [d.sebutan for d in beda.baru]),
        ("berganti nama", [f"{d.nama} menjadi {baru}" for d, baru in beda.berganti]),
        ("tidak ada lagi di tabel", [d.sebutan for d in beda.hilang]),
    ):
        if nama:
            contoh = ", ".join(nama[:_CONTOH]) + (", …" if len(nama) > _CONTOH else "")
            bagian.append(f"{bilangan(len(nama))} {kata} ({contoh})")
    tetap = f"{bilangan(beda.sama)} wilayah tetap"
    return "; ".join([*bagian, tetap]) + "."


def kalimat_lisensi() -> str:
    """Write the notice that is kept beside the table without its marks; the full texts lie in the program's folder."""
    isi = sumber_bawaan().partition("## ")[0].partition("Cara membangunnya")[0]
    alinea = (" ".join(satu.split()) for satu in _PISAH.split(isi.partition("\n")[2]))
    return "\n\n".join(a.lstrip("- ").replace("*", "").replace("`", "") for a in alinea if a)


class DialogWilayah(DialogSalur):
    """Says what a table changes and asks for its source."""

    def __init__(self, induk: QWidget | None, nama: str, beda: BandingWilayah) -> None:
        super().__init__(
            induk, self.tr("Impor tabel wilayah {nama}").format(nama=nama), kalimat_banding(beda),
            setuju=self.tr("&Impor tabel"), nama_ikon="download", lebar=620,
        )  # fmt: skip
        self.sumber = QLineEdit()
        petunjuk = self.tr("Misalnya nomor keputusan, alamat tabelnya, dan lisensinya.")
        self.isian = Isian(self.tr("&Sumber tabel"), self.sumber, petunjuk)
        kalimat = self.tr("&Cabut juga {n} wilayah yang tidak ada lagi di tabel").format(n=bilangan(len(beda.hilang)))
        self.cabut = QCheckBox(kalimat)
        self.cabut.setVisible(bool(beda.hilang))
        kode = Teks(self.tr("Kode yang dicabut tetap sah di awal NIK."), "kecil")
        kode.setVisible(bool(beda.hilang))
        self.tambah(self.isian, self.cabut, kode)
        self.isi.addStretch(1)

    def periksa(self) -> str:
        kosong = not self.sumber.text().strip()
        self.isian.atur_salah(self.tr("Harus diisi.") if kosong else "")
        return self.tr("Lengkapi isian yang ditandai.") if kosong else ""

    @property
    def jawaban(self) -> tuple[str, bool]:
        return self.sumber.text().strip(), self.cabut.isChecked()

    @classmethod
    def ask(cls, induk: QWidget | None, nama: str, beda: BandingWilayah) -> tuple[str, bool] | None:
        """Return the source and whether to withdraw, None when it was given up."""
        hasil: tuple[str, bool] | None = bertanya(cls(induk, nama, beda))
        return hasil


class BagianWilayah(Bagian):
    """What differs from the shipped table."""

    judul = "Wilayah"
    penjelasan = (
        "Daftar provinsi sampai desa yang dipakai saat memeriksa usulan. Tabel bawaan dapat dimutakhirkan dengan tabel "
        "yang lebih baru; yang tersimpan hanya bedanya."
    )

    def bangun(self) -> None:
        self.impor = Tombol(self.tr("&Impor tabel wilayah…"), nama_ikon="download", klik=self._pilih)
        self.lisensi = Tombol(self.tr("Asal dan &lisensi tabel bawaan"), JenisTombol.TAUTAN, "info", klik=self._lisensi)
        self.model: ModelTabel[UbahanWilayah] = ModelTabel(kolom_wilayah())
        self.tabel = TabelData(self.model, nama=self.tr("Wilayah yang berbeda dari tabel bawaan"))
        self.kosong = KosongState(
            self.tr("Memakai tabel bawaan"),
            self.tr("Belum ada wilayah yang ditambah, diganti, atau dicabut."),
            "map-pin",
        )
        self.isi.addLayout(baris(self.impor, self.lisensi, None))
        self.isi.addWidget(self.tabel, 1)
        self.isi.addWidget(self.kosong, 1)

    def muat(self) -> None:
        with self.konteks.membaca() as kerja:
            semua = daftar_ubahan(kerja)
        self.model.atur(semua)
        self.tabel.setVisible(bool(semua))
        self.kosong.setVisible(not semua)

    @Slot()
    def _lisensi(self) -> None:
        pesan.info(self, self.tr("Asal dan lisensi tabel bawaan"), kalimat_lisensi())

    @Slot()
    def _pilih(self) -> None:
        nama, _ = QFileDialog.getOpenFileName(
            self, self.tr("Pilih tabel wilayah"), "", self.tr("Tabel wilayah (*.csv *.zip);;Semua berkas (*)")
        )
        if nama:
            self._banding(Path(nama))

    def _banding(self, berkas: Path) -> None:
        def lihat(kerja: Kerja, _ctx: JobContext) -> tuple[bytes, BandingWilayah]:
            with berkas.open("rb") as isi:
                tabel = isi.read(BERKAS_MAKS + 1)
            return tabel, banding_wilayah(kerja, tabel, berkas.name)

        def tanya(hasil: tuple[bytes, BandingWilayah]) -> None:
            tabel, beda = hasil
            jawaban = DialogWilayah.ask(self, berkas.name, beda)
            if jawaban is not None:
                sumber, cabut = jawaban
                self.simpan(
                    self.tr("Mengimpor tabel wilayah"),
                    lambda k: impor_wilayah(k, tabel, berkas.name, sumber=sumber, cabut=cabut),
                    kabar=self.tr("Tabel wilayah diimpor"),
                )

        self.konteks.baca_lama(self.tr("Membandingkan tabel wilayah"), lihat, induk=self, berhasil=tanya)
