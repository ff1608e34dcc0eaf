"""The room in which a paper is looked at: its pages, a workbook's sheets, the reason why not, or how far it is."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QSpinBox, QStackedWidget, QWidget

from app.jobs import Progress
from ui.dokumen.buku_kerja import LembarBuku, PratinjauBuku
from ui.dokumen.pratinjau import PratinjauPdf
from ui.komponen import JenisTombol, KosongState, Teks, Tombol, baris, kolom


class RuangPratinjau(QWidget):
    """One of: nothing chosen or not ready (`kosong`), being made (`menyusun`), pages (`pdf`), sheets (`buku`).

    `minta_batal` while it is made, `minta_ulang` after that was stopped.
    """

    minta_batal = Signal()
    minta_ulang = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.pdf = PratinjauPdf()
        self.pdf.halaman_berubah.connect(self._tulis_halaman)
        self.halaman = Teks("", "redup")
        self.nomor = QSpinBox()
        self.nomor.setAccessibleName(self.tr("Halaman"))
        self.nomor.setKeyboardTracking(False)
        self.nomor.valueChanged.connect(self.pdf.ke_halaman)
        kecil = Tombol("", JenisTombol.TAUTAN, "minus", klik=lambda: self.pdf.perbesar(-1), nama=self.tr("Perkecil"))
        besar = Tombol("", JenisTombol.TAUTAN, "plus", klik=lambda: self.pdf.perbesar(1), nama=self.tr("Perbesar"))
        lebar = Tombol(self.tr("Selebar r&uang"), JenisTombol.TAUTAN, klik=self.pdf.selebar_ruang)
        kecil.setToolTip(self.tr("Perkecil (-)"))
        besar.setToolTip(self.tr("Perbesar (+)"))
        self._lembar_pdf = QWidget()
        self._lembar_pdf.setLayout(
            kolom(
                baris(Teks(self.tr("Halaman"), "redup"), self.nomor, self.halaman, None, kecil, besar, lebar, jarak=4),
                self.pdf,
                jarak=4,
            )
        )
        self.buku = PratinjauBuku()
        self.kosong = KosongState(self.tr("Pilih dokumen"), self.tr("Pilih dari daftar di kiri."), "file-text")
        self.proses = KosongState(self.tr("Menyusun pratinjau…"), " ", "hourglass")
        self.batal = Tombol(self.tr("&Batalkan"), klik=self.minta_batal.emit)
        self._menyusun = QWidget()
        self._menyusun.setLayout(kolom(self.proses, baris(None, self.batal, None), 40))
        self.ulang = Tombol(self.tr("Susun pratin&jau"), nama_ikon="eye", klik=self.minta_ulang.emit)
        dihentikan = KosongState(
            self.tr("Pratinjau dihentikan"), self.tr("Dokumen tetap dapat disimpan atau dicetak."), "circle-x"
        )
        self._dihentikan = QWidget()
        self._dihentikan.setLayout(kolom(dihentikan, baris(None, self.ulang, None), 40))
        self.tumpukan = QStackedWidget()
        for satu in (self.kosong, self._menyusun, self._lembar_pdf, self.buku, self._dihentikan):
            self.tumpukan.addWidget(satu)
        self.setLayout(kolom(self.tumpukan, tepi=(0, 8, 0, 0)))

    # --- what is shown -----------------------------------------------------------------------------------------------

    def tulis_kosong(self, judul: str, saran: str = "") -> None:
        """Say why there is nothing to see."""
        self.pdf.buka(None)
        self.kosong.atur(judul, saran)
        self.tumpukan.setCurrentWidget(self.kosong)

    def mulai(self) -> None:
        """Say that it is being made."""
        self.proses.atur(self.tr("Menyusun pratinjau…"), " ")
        self.tumpukan.setCurrentWidget(self._menyusun)

    @Slot(object)
    def kabarkan(self, kabar: Progress) -> None:
        """Say how far it is."""
        banyak = self.tr("{n} baris").format(n=kabar.selesai) if kabar.selesai else " "
        self.proses.atur(f"{kabar.langkah or self.tr('Menyusun pratinjau')}…", banyak)

    @Slot()
    def hentikan(self) -> None:
        """Say that it was stopped."""
        self.tumpukan.setCurrentWidget(self._dihentikan)

    def buka_pdf(self, judul: str, isi: bytes) -> None:
        """Show pages."""
        self.tumpukan.setCurrentWidget(self._lembar_pdf)
        self.pdf.setAccessibleName(self.tr("Pratinjau {judul}").format(judul=judul))
        self.pdf.buka(isi)
        self._tulis_halaman(self.pdf.halaman)

    def buka_buku(self, buku: tuple[LembarBuku, ...]) -> None:
        """Show sheets."""
        self.pdf.buka(None)
        self.buku.buka(buku)
        self.tumpukan.setCurrentWidget(self.buku)

    @property
    def ukuran_halaman(self) -> tuple[tuple[float, float], ...]:
        """Sizes of the pages that are shown, in points; empty while there are none."""
        return self.pdf.ukuran if self.tumpukan.currentWidget() is self._lembar_pdf else ()

    @Slot(int)
    def _tulis_halaman(self, nomor: int) -> None:
        self.nomor.blockSignals(True)
        self.nomor.setRange(1, max(1, self.pdf.jumlah))
        self.nomor.setValue(nomor)
        self.nomor.blockSignals(False)
        self.halaman.setText(self.tr("dari {banyak}").format(banyak=self.pdf.jumlah) if nomor else "")
