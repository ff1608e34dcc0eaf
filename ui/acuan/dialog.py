"""What is asked for a reference list, and what it would become before it is kept."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit, QVBoxLayout, QWidget

from app.acuan.bentuk import BERDESIL, BarisDaftarAcuan, Dilewati, PratinjauAcuan
from app.acuan.jawaban import kalimat_lewat
from app.bahasa import galat
from app.bahasa.angka import bilangan
from app.bahasa.istilah import label, pilihan
from app.bahasa.pemeriksaan import LEMBAR_DILEWATI
from app.bahasa.waktu import tanggal as tulis_tanggal
from db.istilah import JenisAcuan
from ui.impor.pilih import SARINGAN
from ui.komponen import (
    DialogSalur,
    Isian,
    IsianTanggal,
    KartuAngka,
    Kolom,
    ModelTabel,
    Pilihan,
    TabelData,
    Teks,
    Tombol,
    baris,
    kolom,
    kosongkan,
)
from ui.komponen.bertanya import bertanya
from ui.komponen.kisi import kisi

PENJELASAN = {
    JenisAcuan.DTSEN: "Menandai usulan: tercantum atau tidak, dan desilnya. Cukup No. KK dan desil.",
    JenisAcuan.DTKS: "Menandai usulan: tercantum atau tidak. Cukup No. KK atau NIK.",
    JenisAcuan.MENINGGAL: "Menandai usulan yang orangnya tercatat meninggal. Sebaiknya berisi NIK.",
    JenisAcuan.PINDAH: "Menandai usulan yang orangnya tercatat pindah. Sebaiknya berisi NIK.",
}


@dataclass(frozen=True)
class Permintaan:
    """Which files make which list."""

    berkas: tuple[Path, ...]
    jenis: JenisAcuan
    sumber: str
    tanggal: date


class DialogAmbil(DialogSalur):
    """Asks for the files of a list, its kind, source and date."""

    def __init__(self, induk: QWidget | None, hari_ini: date) -> None:
        super().__init__(
            induk,
            self.tr("Ambil daftar acuan"),
            self.tr("Berkas dibaca apa adanya; beberapa berkas menjadi satu daftar. Belum ada yang disimpan."),
            setuju=self.tr("&Baca berkas"),
            nama_ikon="file-spreadsheet",
            lebar=620,
        )
        self.berkas: list[Path] = []
        self._hari_ini = hari_ini
        self.daftar = QVBoxLayout()
        self.daftar.setSpacing(3)
        self.pilih = Tombol(self.tr("Pilih b&erkas…"), nama_ikon="folder-open", klik=self._pilih)
        self.jenis = Pilihan(pilihan(JenisAcuan), kini=JenisAcuan.DTSEN)
        self.arti = Teks("", "kecil", bungkus=True)
        self.jenis.currentIndexChanged.connect(self._jelaskan)
        self.tanggal = IsianTanggal(hari_ini)
        self.sumber = QLineEdit()
        self.i_tanggal = Isian(self.tr("Keadaan per &tanggal"), self.tanggal)
        self.i_sumber = Isian(self.tr("&Sumber"), self.sumber, self.tr("Misalnya Kemensos (SIKS-NG) atau Disdukcapil"))
        self.tambah(
            kisi(Isian(self.tr("&Jenis daftar"), self.jenis), self.i_tanggal),
            self.arti,
            self.i_sumber,
            baris(Teks(self.tr("Berkas"), "tebal"), None, self.pilih),
            self.daftar,
        )
        self._jelaskan()
        self._tampilkan()

    @Slot()
    def _jelaskan(self) -> None:
        self.arti.setText(PENJELASAN[self.jenis.nilai])

    @Slot()
    def _pilih(self) -> None:
        nama, _ = QFileDialog.getOpenFileNames(self, self.tr("Pilih berkas daftar"), "", SARINGAN)
        self.tambah_berkas([Path(n) for n in nama])

    def tambah_berkas(self, jalur: list[Path]) -> None:
        """Take files; the same file is taken once."""
        self.berkas = list(dict.fromkeys([*self.berkas, *jalur]))
        self._tampilkan()

    def _tampilkan(self) -> None:
        kosongkan(self.daftar)
        for jalur in self.berkas:
            self.daftar.addWidget(Teks(jalur.name))
        if not self.berkas:
            self.daftar.addWidget(Teks(self.tr("Belum ada berkas yang dipilih."), "redup"))

    def periksa(self) -> str:
        depan = self.jawaban.tanggal > self._hari_ini
        self.i_tanggal.atur_salah(self.tr("Belum terjadi.") if depan else "")
        self.i_sumber.atur_salah("" if self.jawaban.sumber else self.tr("Harus diisi."))
        if not self.berkas:
            return self.tr("Pilih dahulu berkasnya.")
        return self.tr("Periksa isian yang ditandai.") if depan or not self.jawaban.sumber else ""

    @property
    def jawaban(self) -> Permintaan:
        tanggal = self.tanggal.nilai
        assert tanggal is not None  # the field cannot be empty
        return Permintaan(tuple(self.berkas), self.jenis.nilai, self.sumber.text().strip(), tanggal)

    @classmethod
    def ask(cls, induk: QWidget | None, hari_ini: date) -> Permintaan | None:
        """Return what was asked for, None when it was given up."""
        hasil: Permintaan | None = bertanya(cls(induk, hari_ini))
        return hasil


@dataclass(frozen=True)
class Simpanan:
    """How a list is kept: `ganti` is withdrawn in the same act."""

    ganti: UUID | None


def kolom_lewat() -> list[Kolom[Dilewati]]:
    """Columns of the lines that are not taken whole."""
    return [
        Kolom("Berkas", lambda d: d.berkas, lebar=150),
        Kolom("Lembar", lambda d: d.lembar, lebar=90),
        Kolom("Baris", lambda d: d.baris, lebar=60, kanan=True),
        Kolom("Sebab", kalimat_lewat, lebar=0, petunjuk=kalimat_lewat),
    ]


class DialogPratinjau(DialogSalur):
    """Shows what a list would become: counts, what is left out and why, and which list it may replace."""

    def __init__(self, induk: QWidget | None, hasil: PratinjauAcuan, berlaku: BarisDaftarAcuan | None) -> None:
        r = hasil.ringkasan
        super().__init__(
            induk,
            self.tr("{jenis} per {tanggal}").format(jenis=label(hasil.jenis), tanggal=tulis_tanggal(hasil.tanggal)),
            self.tr("Dari {sumber}. Belum ada yang disimpan.").format(sumber=hasil.sumber),
            setuju=self.tr("&Simpan {n} baris").format(n=bilangan(r.diambil)),
            nama_ikon="save",
            lebar=840,
        )
        self.setuju.setEnabled(r.diambil > 0)
        self._berlaku = berlaku
        angka = [(r.diambil, self.tr("diambil")), (r.dilewati, self.tr("dilewati"))]
        if hasil.jenis in BERDESIL:
            angka += [(r.keluarga, self.tr("No. KK")), (r.berdesil, self.tr("berdesil"))]
        else:
            angka.append((r.bernik, self.tr("dengan NIK")))
        self.tambah(baris(*(KartuAngka(bilangan(n), kata) for n, kata in angka), jarak=10))
        self._catatan(hasil)
        self.model = ModelTabel(kolom_lewat(), hasil.dilewati)
        self.tabel = TabelData(self.model, nama=self.tr("Baris yang dilewati"))
        self.tabel.setMinimumHeight(150)
        if hasil.dilewati:
            self.tambah(Teks(self.tr("Tidak diambil seutuhnya"), "tebal"), self.tabel)
        self.ganti = QCheckBox()
        if berlaku is not None:
            tanggal = tulis_tanggal(berlaku.kepala.tanggal)
            kata = self.tr("&Tarik sekaligus daftar per {tanggal} dari {sumber}")
            self.ganti.setText(kata.format(tanggal=tanggal, sumber=berlaku.kepala.sumber))
            self.ganti.setChecked(berlaku.kepala.tanggal == hasil.tanggal)
            self.tambah(self.ganti)

    def _catatan(self, hasil: PratinjauAcuan) -> None:
        catatan = []
        desil = hasil.ringkasan.desil
        if desil:
            rinci = ", ".join(f"desil {d}: {bilangan(n)}" for d, n in sorted(desil.items()))
            catatan.append(self.tr("Menurut desil: {rinci}.").format(rinci=rinci))
        if hasil.desa:
            kata = self.tr("Daftar ini berbicara tentang {n} desa/kelurahan; usulan dari desa lain tidak ditandai.")
            catatan.append(kata.format(n=bilangan(len(hasil.desa))))
        lewat = [(s["nama"], s["sebab"]) for b in hasil.berkas for s in b.lembar if not s["dipakai"]]
        catatan += [f"{nama}: {LEMBAR_DILEWATI[sebab].split(';')[0].lower()}." for nama, sebab in lewat]
        catatan += [galat.kalimat(b.galat) for b in hasil.berkas if b.galat]
        self.tambah(kolom(*(Teks(satu, "redup", bungkus=True) for satu in catatan), jarak=4))

    @property
    def jawaban(self) -> Simpanan:
        ganti = self._berlaku.kepala.id if self._berlaku and self.ganti.isChecked() else None
        return Simpanan(ganti)

    @classmethod
    def ask(cls, induk: QWidget | None, hasil: PratinjauAcuan, berlaku: BarisDaftarAcuan | None) -> Simpanan | None:
        """Return how the list is to be kept, None when it was given up."""
        jawab: Simpanan | None = bertanya(cls(induk, hasil, berlaku))
        return jawab
