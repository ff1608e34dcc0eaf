"""Looking at an attachment inside the window: a PDF or a picture, never through a file on the disk."""

from uuid import UUID

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QGuiApplication, QPixmap, QResizeEvent
from PySide6.QtWidgets import QDialog, QLabel, QSizePolicy, QWidget

from ui.dokumen.halaman_pdf import BerkasPdf
from ui.dokumen.pencetak import PilihPencetak
from ui.dokumen.pratinjau import PratinjauPdf
from ui.halaman import Konteks
from ui.jobs import JobRunner
from ui.komponen import JenisTombol, Teks, Tombol, baris, kolom


class GambarPas(QLabel):
    """A picture that keeps within the room it has."""

    def __init__(self, gambar: QPixmap, nama: str) -> None:
        super().__init__()
        self._gambar = gambar
        self.setAccessibleName(nama)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)

    def resizeEvent(self, kejadian: QResizeEvent) -> None:
        super().resizeEvent(kejadian)
        rapat = self.devicePixelRatioF()
        kecil = self._gambar.scaled(
            self.size() * rapat, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        kecil.setDevicePixelRatio(rapat)
        self.setPixmap(kecil)


class DialogLihat(QDialog):
    """One attachment; what is neither PDF nor picture is said to be so."""

    def __init__(self, induk: QWidget | None, judul: str, isi: bytes, *, cetak: JobRunner | None = None) -> None:
        super().__init__(induk)
        self._bytes, self._jobs = isi, cetak
        self.setWindowTitle(judul)
        self.pratinjau: PratinjauPdf | None = None
        self.isi = self._isi(judul, isi)
        self.tutup = Tombol(self.tr("&Tutup"), klik=self.accept)
        self.cetak = Tombol(
            self.tr("&Cetak…"), JenisTombol.UTAMA, "printer", pintasan="Ctrl+P", klik=self._cetak
        )  # fmt: skip
        self.cetak.setVisible(cetak is not None and isi.startswith(b"%PDF"))
        self.setLayout(
            kolom(
                baris(Teks(judul, "judul_kartu", bungkus=True)),
                self.isi,
                baris(None, self.tutup, self.cetak),
                jarak=10,
                tepi=(16, 14, 16, 14),
            )
        )
        layar = QGuiApplication.primaryScreen().availableGeometry().size()  # never self.screen(): test_pembungkus.py
        self.resize(min(900, layar.width() - 60), min(760, layar.height() - 60))

    def _isi(self, judul: str, isi: bytes) -> QWidget:
        if isi.startswith(b"%PDF"):
            self.pratinjau = PratinjauPdf(judul)
            self.pratinjau.buka(isi)
            return self.pratinjau
        gambar = QPixmap()
        if gambar.loadFromData(QByteArray(isi)):
            return GambarPas(gambar, judul)
        return Teks(
            self.tr("Berkas ini bukan PDF atau gambar, sehingga tidak dapat ditampilkan di sini."), bungkus=True
        )

    def _cetak(self) -> None:
        if self._jobs is not None:
            cetak_pdf(self, self._jobs, self._bytes, self.windowTitle())

    def done(self, hasil: int) -> None:
        if self.pratinjau is not None:
            self.pratinjau.buka(None)
        super().done(hasil)


def cetak_pdf(induk: QWidget, jobs: JobRunner, isi: bytes, judul: str) -> None:
    """Ask for the printer and print a PDF outside the window's thread."""
    pdf = BerkasPdf(isi)
    ukuran = pdf.ukuran
    pdf.tutup()
    p = PilihPencetak.ask(induk, judul, jobs, ukuran[0], jumlah=len(ukuran))
    if p is not None:
        jobs.jalankan("Mencetak", lambda job: p.cetak(isi, job), induk=induk)


def lihat_lampiran(induk: QWidget, konteks: Konteks, lampiran_id: UUID, judul: str) -> None:
    """Read an attachment beside the writer and show it."""

    def tampilkan(isi: bytes) -> None:
        dialog = DialogLihat(induk, judul, isi)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    konteks.baca_lama(
        "Membuka lampiran", lambda kerja, _: kerja.baca_lampiran(lampiran_id), induk=induk, berhasil=tampilkan
    )
