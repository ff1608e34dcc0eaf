"""The register of services: who came, for what, under which number."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.akses import Hak
from app.antrean import punya_loket
from app.bahasa import waktu
from app.register import BarisPelayanan, buku_pelayanan, catat_pelayanan
from app.register_betul import betulkan_pelayanan
from ui.halaman import Konteks
from ui.jobs import Area
from ui.komponen import (
    JenisTombol,
    Kolom,
    KosongState,
    KotakCari,
    ModelTabel,
    TabelData,
    Tombol,
    baris,
    kolom,
)
from ui.komponen.ekspor import TombolEkspor
from ui.register.dialog import DialogBetul, DialogPelayanan


def kolom_pelayanan() -> list[Kolom[BarisPelayanan]]:
    """Columns of the register."""
    return [
        Kolom("Nomor", lambda b: b.nomor, lebar=120),
        Kolom("Tanggal", lambda b: b.tanggal, waktu.tanggal_pendek, lebar=110),
        Kolom("Nama", lambda b: b.nama, lebar=220),
        Kolom("Keperluan", lambda b: b.keperluan, lebar=0, petunjuk=lambda b: b.keperluan),
        Kolom("Keterangan", lambda b: b.keterangan, lebar=200),
    ]


class PanelPelayanan(QWidget):
    """The register of services of a year."""

    def __init__(self, konteks: Konteks) -> None:
        super().__init__()
        self.konteks = konteks
        self.tahun = 0
        self.model = ModelTabel(kolom_pelayanan())
        self.tabel = TabelData(self.model, nama=self.tr("Register pelayanan"))
        self.tabel.dibuka.connect(self._buka)
        self.cari = KotakCari(self.tr("Saring nama, keperluan, atau nomor"))
        self.cari.dicari.connect(self._saring)
        self.catat = Tombol(
            self.tr("&Catat pelayanan…"), JenisTombol.UTAMA, "plus", pintasan="Ctrl+N", klik=self.catat_tamu
        )
        kosong = KosongState(
            self.tr("Belum ada pelayanan yang dicatat pada tahun ini"),
            self.tr(
                "Pemohon di loket DTKS tercatat di sini dengan sendirinya; tamu lain dicatat dengan tombol di atas."
            ),
            "book-open-text",
        )
        self.tumpukan = QStackedWidget()
        self.tumpukan.addWidget(self.tabel)
        self.tumpukan.addWidget(kosong)
        self.loket = Tombol(self.tr("&Loket DTKS (F9)"), nama_ikon="id-card", klik=self._buka_loket)
        self.loket.setVisible(self._punya_loket)
        self.ekspor = TombolEkspor(konteks, self.tabel, self.tr("Register pelayanan"), (self.cari,))
        self.betul = Tombol(self.tr("&Betulkan…"), nama_ikon="pen-line", klik=self.betulkan)
        self.tabel.pilihan_berubah.connect(self._terpilih)
        atas = baris(self.cari, self.ekspor, self.loket, self.betul, self.catat)
        atas.setStretch(0, 1)
        self.setLayout(kolom(atas, self.tumpukan, jarak=10, tepi=(0, 12, 0, 0)))

    def muat(self, tahun: int) -> None:
        """Show the register of a year, the newest first."""
        self.tahun = tahun
        with self.konteks.membaca() as kerja:
            awal = kerja.hari_ini().replace(year=tahun, month=1, day=1)
            semua = buku_pelayanan(kerja, awal, awal.replace(month=12, day=31))
        self.model.atur(semua[::-1])
        self.tumpukan.setCurrentIndex(0 if semua else 1)
        self._terpilih()

    @Slot()
    def _terpilih(self) -> None:
        self.betul.setEnabled(self.konteks.boleh(Hak.REGISTER) and len(self.tabel.terpilih) == 1)

    @Slot(str)
    def _saring(self, kata: str) -> None:
        cari = kata.casefold()
        self.tabel.atur_saringan(
            (lambda b: cari in f"{b.nomor} {b.nama} {b.keperluan} {b.keterangan}".casefold()) if cari else None
        )

    @property
    def _punya_loket(self) -> bool:
        with self.konteks.membaca() as kerja:
            return punya_loket(kerja) and self.konteks.boleh(Hak.IMPOR)

    def _buka_loket(self) -> None:
        from ui.loket.halaman import HalamanLoket

        self.konteks.dorong(HalamanLoket(self.konteks))

    @Slot(object)
    def _buka(self, satu: BarisPelayanan) -> None:
        if satu.orang_id is not None:
            self.konteks.buka("orang", satu.orang_id)

    def betulkan(self) -> None:
        """Ask what the chosen line should say, and why; what stood there stays in its remark."""
        satu: BarisPelayanan = self.tabel.terpilih[0]
        jawab = DialogBetul.ask(self, satu)
        if jawab is not None:
            self.konteks.tulis(
                self.tr("Membetulkan register"),
                lambda kerja: betulkan_pelayanan(
                    kerja, satu.id, alasan=jawab.alasan, nama=jawab.nama, keperluan=jawab.keperluan,
                    tanggal=jawab.tanggal,
                ),
                induk=self,
                berhasil=lambda _: self.muat(self.tahun),
                ubah=(Area.REGISTER,),
            )  # fmt: skip

    def catat_tamu(self) -> None:
        """Ask who came, and keep it."""
        with self.konteks.membaca() as kerja:
            hari_ini = kerja.hari_ini()
        jawab = DialogPelayanan.ask(self, hari_ini)
        if jawab is None:
            return
        self.konteks.tulis(
            self.tr("Mencatat pelayanan"),
            lambda kerja: catat_pelayanan(
                kerja,
                jawab.nama,
                jawab.keperluan,
                tanggal=jawab.tanggal,
                nomor=jawab.nomor,
                keterangan=jawab.keterangan,
            ),
            induk=self,
            berhasil=lambda _: self.muat(self.tahun),
            ubah=(Area.REGISTER,),
        )
