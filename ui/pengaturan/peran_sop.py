"""Who holds the roles that the SOPs name, and what Salur assumed where an SOP is silent."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from app.anggapan import Anggapan, daftar_anggapan, konfirmasi, terkonfirmasi
from app.bahasa.istilah import label, pilihan
from app.kantor import PemegangPeran, atur_peran_sop, daftar_peran_sop
from app.penyiapan import pemegang_bawaan
from app.sop.definisi import DefinisiSop
from app.sop.versi import daftar_sop, sop_berlaku
from db.istilah import Peran
from ui.jobs import Area
from ui.komponen import (
    DialogSalur,
    Gulir,
    Isian,
    Kartu,
    Kolom,
    ModelTabel,
    Pilihan,
    TabelData,
    Teks,
    Tombol,
    kolom,
    kosongkan,
)
from ui.komponen.bertanya import bertanya
from ui.komponen.centang import CentangKalimat
from ui.komponen.kisi import kisi
from ui.pengaturan.bagian import Bagian
from ui.tema import Nada


def kata_pemegang(p: PemegangPeran) -> str:
    """Say who holds a role."""
    if p.tidak_ada:
        return f"tidak ada: {p.keterangan}" if p.keterangan else "tidak ada"
    return ", ".join(label(satu) for satu in p.peran) or "belum ditentukan"


class DialogPemegang(DialogSalur):
    """Says which account roles hold an SOP role, or that nobody does."""

    def __init__(self, induk: QWidget | None, nama: str, kini: PemegangPeran) -> None:
        super().__init__(
            induk,
            self.tr("Pemegang peran"),
            self.tr("Peran {nama} pada SOP dipegang oleh:").format(nama=nama),
            setuju=self.tr("&Simpan"),
            nama_ikon="save",
        )
        self._kini = kini
        self.peran = {
            p: QCheckBox(kata.replace("&", "&&")) for p, kata in pilihan(Peran) if p is not Peran.ADMINISTRATOR
        }
        for peran, kotak in self.peran.items():
            kotak.setChecked(peran in kini.peran)
        self.tidak_ada = QCheckBox(self.tr("&Tidak ada di kantor ini; langkahnya lewat tanpa paraf peran ini"))
        self.tidak_ada.setChecked(kini.tidak_ada)
        self.tidak_ada.toggled.connect(self._sesuaikan)
        self.keterangan = QLineEdit(kini.keterangan)
        self.tambah(
            kisi(*self.peran.values()),
            self.tidak_ada,
            Isian(self.tr("&Keterangan"), self.keterangan, self.tr("Misalnya: paraf langsung Kabid")),
        )
        self._sesuaikan()

    @Slot()
    def _sesuaikan(self) -> None:
        for kotak in self.peran.values():
            kotak.setEnabled(not self.tidak_ada.isChecked())

    def periksa(self) -> str:
        isi = self.jawaban
        return (
            "" if isi.peran or isi.tidak_ada else self.tr("Pilih paling sedikit satu peran, atau nyatakan tidak ada.")
        )

    @property
    def jawaban(self) -> PemegangPeran:
        tidak_ada = self.tidak_ada.isChecked()
        peran = () if tidak_ada else tuple(p for p, kotak in self.peran.items() if kotak.isChecked())
        return PemegangPeran(
            self._kini.kode_sop, self._kini.peran_sop, peran, tidak_ada, self.keterangan.text().strip(), True
        )

    @classmethod
    def ask(cls, induk: QWidget | None, nama: str, kini: PemegangPeran) -> PemegangPeran | None:
        """Return the holders, None when it was given up."""
        hasil: PemegangPeran | None = bertanya(cls(induk, nama, kini))
        return hasil


class BagianPeranSop(Bagian):
    """Holders and assumptions, per SOP."""

    judul = "Peran SOP dan anggapan"
    penjelasan = "Siapa yang mengerjakan peran pada SOP di kantor ini, dan anggapan Salur yang perlu dipastikan."

    def bangun(self) -> None:
        self._definisi: DefinisiSop | None = None
        self._pemegang: list[PemegangPeran] = []
        self.sop = Pilihan()
        self.sop.setAccessibleName(self.tr("SOP"))
        self.sop.setMinimumWidth(300)
        self.sop.currentIndexChanged.connect(self._muat_sop)
        self.kepala.addWidget(self.sop)
        self.model = ModelTabel(
            [
                Kolom("Peran pada SOP", self._nama, lebar=260),
                Kolom("Dipegang oleh", kata_pemegang, lebar=0),
                Kolom(
                    "Keadaan",
                    lambda p: "Dipastikan" if p.dikonfirmasi else "Bawaan",
                    lebar=120,
                    nada=lambda p: Nada.BAIK if p.dikonfirmasi else Nada.PERHATIAN,
                ),
            ]
        )
        self.tabel = TabelData(self.model, nama=self.tr("Pemegang peran SOP"))
        self.tabel.dibuka.connect(self.ubah)
        self.anggapan = QVBoxLayout()
        self.anggapan.setSpacing(6)
        self.pastikan = Tombol(self.tr("&Pastikan semua"), nama_ikon="check-check", klik=self.pastikan_semua)
        kartu = Kartu(self.tr("Anggapan"), self.pastikan).tambah(self.anggapan)
        isi = QWidget()
        isi.setLayout(kolom(self.tabel, kartu, None, jarak=10))
        self.isi.addWidget(Gulir(isi))

    def _nama(self, p: PemegangPeran) -> str:
        if self._definisi is None:
            return p.peran_sop
        return self._definisi.peran_kode(p.peran_sop).label.tampil

    def muat(self) -> None:
        with self.konteks.membaca() as kerja:
            butir = [(s.kode, s.nama) for s in daftar_sop(kerja)]
        kini = self.sop.nilai
        self.sop.blockSignals(True)
        self.sop.atur(butir, kini=kini)
        if kini is None and butir:
            self.sop.setCurrentIndex(0)
        self.sop.blockSignals(False)
        self._muat_sop()

    @Slot()
    def _muat_sop(self) -> None:
        kode = self.sop.nilai
        if kode is None:
            return
        with self.konteks.membaca() as kerja:
            self._definisi = sop_berlaku(kerja, kode)
            kantor = {p.peran_sop: p for p in daftar_peran_sop(kerja, kode)}
            sudah = terkonfirmasi(kerja)
        self._pemegang = [kantor.get(p.peran_sop, p) for p in pemegang_bawaan(self._definisi)]
        self.model.atur(self._pemegang)
        self.tabel.setFixedHeight((len(self._pemegang) + 1) * self.tabel.verticalHeader().defaultSectionSize() + 8)
        self._isi_anggapan(daftar_anggapan(self._definisi), sudah)

    def _isi_anggapan(self, semua: tuple[Anggapan, ...], sudah: frozenset[tuple[str, str]]) -> None:
        kosongkan(self.anggapan)
        self._belum = [a for a in semua if (a.kode_sop, a.kode) not in sudah]
        self.pastikan.setVisible(bool(self._belum))
        for a in semua:
            kotak = CentangKalimat(f"{a.tentang}: {a.kalimat}", tercentang=(a.kode_sop, a.kode) in sudah)
            kotak.setEnabled(not kotak.tercentang)
            kotak.diubah.connect(lambda _ya, satu=a: self._pastikan([satu]))
            self.anggapan.addWidget(kotak)
        if not semua:
            self.anggapan.addWidget(Teks(self.tr("SOP ini tidak memuat anggapan."), "redup"))

    def _pastikan(self, butir: list[Anggapan]) -> None:
        self.simpan(
            self.tr("Memastikan anggapan"),
            lambda kerja: konfirmasi(kerja, [(a.kode_sop, a.kode) for a in butir]),
            area=(Area.KANTOR, Area.KEGIATAN),
        )

    def pastikan_semua(self) -> None:
        """Confirm every assumption of this SOP."""
        self._pastikan(self._belum)

    @Slot(object)
    def ubah(self, kini: PemegangPeran) -> None:
        """Ask who holds a role and keep it."""
        jawab = DialogPemegang.ask(self, self._nama(kini), kini)
        if jawab is not None:
            self.simpan(
                self.tr("Menyimpan pemegang peran"),
                lambda kerja: atur_peran_sop(kerja, jawab),
                area=(Area.KANTOR, Area.KEGIATAN),
            )
