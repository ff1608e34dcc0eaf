"""The SOP AP sheet of what is being edited, as it will be printed."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from app.sop.definisi import DefinisiSop
from reports.cetak import cetak_sop, sop_pdf
from ui import pesan
from ui.dokumen.lihat import cetak_pdf
from ui.dokumen.pratinjau import PratinjauPdf
from ui.halaman import Konteks
from ui.komponen import JenisTombol, KosongState, Teks, Tombol, baris, kolom
from ui.sop.ruang import RuangSunting


class PanelLembar(QWidget):
    """Draws the sheet when it is looked at; what could not be run is not drawn but said."""

    def __init__(self, konteks: Konteks, ruang: RuangSunting) -> None:
        super().__init__()
        self.setProperty("bening", True)
        self.konteks, self.ruang = konteks, ruang
        self._digambar: DefinisiSop | None = None
        self._isi = b""
        self.pdf = PratinjauPdf(self.tr("Lembar SOP"))
        self.pdf.halaman_berubah.connect(self._tulis_halaman)
        self.halaman = Teks("", "redup")
        kecil = Tombol("", JenisTombol.TAUTAN, "minus", klik=lambda: self.pdf.perbesar(-1), nama=self.tr("Perkecil"))
        besar = Tombol("", JenisTombol.TAUTAN, "plus", klik=lambda: self.pdf.perbesar(1), nama=self.tr("Perbesar"))
        lebar = Tombol(self.tr("Selebar r&uang"), JenisTombol.TAUTAN, klik=self.pdf.selebar_ruang)
        self.simpan = Tombol(self.tr("Simpan &PDF…"), JenisTombol.TAUTAN, "download", klik=self.simpan_pdf)
        self.cetak = Tombol(self.tr("&Cetak…"), JenisTombol.TAUTAN, "printer", klik=self.cetak_lembar)
        atas = baris(self.halaman, None, kecil, besar, lebar, self.simpan, self.cetak, jarak=4)
        ada = QWidget()
        ada.setLayout(kolom(atas, self.pdf, jarak=4))
        self.kosong = KosongState(self.tr("Menyusun lembar SOP…"), " ", "hourglass")
        self.tumpukan = QStackedWidget()
        self.tumpukan.addWidget(self.kosong)
        self.tumpukan.addWidget(ada)
        self.setLayout(kolom(self.tumpukan))

    def tunjuk(self) -> None:
        """Draw what stands now unless it is on screen already."""
        sop = self.ruang.kini
        if sop is self._digambar:
            return
        self._digambar = None
        self.tumpukan.setCurrentWidget(self.kosong)
        masalah = self.ruang.penyunting.masalah
        if masalah:
            self.kosong.atur(self.tr("Lembar belum dapat disusun"), masalah[0].kalimat)
            return
        self.kosong.atur(self.tr("Menyusun lembar SOP…"), " ")
        self.konteks.baca_lama(
            self.tr("Menyusun lembar SOP"),
            lambda kerja, _c: (sop, sop_pdf(sop, kerja)),
            induk=self,
            berhasil=self._tampilkan,
        )

    def showEvent(self, kejadian: QShowEvent) -> None:
        super().showEvent(kejadian)
        self.tunjuk()

    def hideEvent(self, kejadian: QHideEvent) -> None:
        super().hideEvent(kejadian)
        self._digambar = None
        self.pdf.buka(None)

    def _tampilkan(self, hasil: tuple[DefinisiSop, bytes]) -> None:
        sop, isi = hasil
        if sop is not self.ruang.kini or not self.isVisible():
            return
        self._digambar, self._isi = sop, isi
        self.tumpukan.setCurrentIndex(1)
        self.pdf.buka(isi)
        self._tulis_halaman(self.pdf.halaman)

    @Slot()
    def simpan_pdf(self) -> None:
        """Ask where, and write the sheet there."""
        sop = self.ruang.kini
        nama, _ = QFileDialog.getSaveFileName(
            self, self.tr("Simpan lembar SOP"), f"SOP {sop.kode}.pdf", self.tr("Berkas PDF (*.pdf)")
        )
        if nama:
            self.konteks.baca_lama(
                self.tr("Menyimpan lembar SOP"),
                lambda kerja, _c: cetak_sop(sop, Path(nama), kerja=kerja),
                induk=self,
                berhasil=lambda ke: pesan.info(self, self.tr("Lembar SOP tersimpan"), ke.name),
            )

    @Slot()
    def cetak_lembar(self) -> None:
        """Ask for the printer and print the sheet."""
        cetak_pdf(self, self.konteks.jobs, self._isi, self.tr("Lembar SOP"))

    @Slot(int)
    def _tulis_halaman(self, nomor: int) -> None:
        kata = self.tr("Halaman {n} dari {semua}").format(n=nomor, semua=self.pdf.jumlah)
        self.halaman.setText(kata if self.pdf.jumlah else "")
