"""The frame of a wizard: title, steps, one page at a time, and the foot with back, cancel and go on.

What the pages hold and whether one may go on is the wizard's own affair; nothing is written before its last page.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.komponen.bilah_tindakan import BilahTindakan
from ui.komponen.kartu import Kartu
from ui.komponen.stepper import KeadaanTitik, Stepper, TitikStepper
from ui.komponen.susun import Gulir, baris, kolom
from ui.komponen.teks import Teks
from ui.komponen.tombol import JenisTombol, Tombol

RENDAH = 600  # below this height the steps become one line


class KerangkaWisaya(QWidget):
    """A wizard's frame. `berpindah` carries the index of the page that is now seen; `dibatalkan` asks to leave.

    Args:
        langkah: (short name, page) in order.
        maju: called before going on from a page; False stays there.
        tombol_akhir: words of the button on the last page.
    """

    berpindah = Signal(int)
    dibatalkan = Signal()

    def __init__(
        self,
        judul: str,
        langkah: Sequence[tuple[str, QWidget]],
        *,
        maju: Callable[[int], bool],
        tombol_akhir: str,
        catatan: str = "",
        batal: bool = True,
    ) -> None:
        super().__init__()
        self._maju, self._tombol_akhir, self._catatan = maju, tombol_akhir, catatan
        self._nama = [nama for nama, _ in langkah]
        self.judul = Teks(judul, "judul")
        self.kanan = Teks("", "redup")
        self.stepper = Stepper()
        self.halaman = QStackedWidget()
        for _, isi in langkah:
            self.halaman.addWidget(Gulir(isi))
        self.kembali = Tombol(self.tr("&Kembali"), nama_ikon="chevron-left", klik=self.mundur)
        self.batal = Tombol(self.tr("&Batal"), klik=self.dibatalkan.emit)
        self.batal.setVisible(batal)
        self.lanjut = Tombol(self.tr("&Lanjut"), JenisTombol.UTAMA, "chevron-right", klik=self.coba_maju)
        self.kaki = BilahTindakan([self.kembali, self.batal], self.lanjut)
        self._kartu = Kartu()
        self._kartu.tambah(self.stepper)
        atas = kolom(baris(self.judul, None, self.kanan), self._kartu, jarak=10, tepi=(24, 16, 24, 10))
        tata = kolom(atas, self.halaman, self.kaki, jarak=0)
        tata.setStretch(1, 1)
        self.setLayout(tata)
        self.ke(0)

    @property
    def kini(self) -> int:
        return self.halaman.currentIndex()

    def ke(self, nomor: int) -> None:
        """Show a page."""
        self.halaman.setCurrentIndex(nomor)
        akhir = nomor == len(self._nama) - 1
        keadaan = (KeadaanTitik.SELESAI, KeadaanTitik.DI_SINI, KeadaanTitik.DEPAN)
        titik = [
            TitikStepper(str(n + 1), nama, keadaan[0 if n < nomor else 1 if n == nomor else 2])
            for n, nama in enumerate(self._nama)
        ]
        self.stepper.atur(titik, kini=nomor)
        self.kembali.setEnabled(nomor > 0)
        self.lanjut.setText(self._tombol_akhir if akhir else self.tr("&Lanjut"))
        self.lanjut.atur_ikon("check" if akhir else "chevron-right")
        self.kaki.atur_alasan(self._catatan)
        self.berpindah.emit(nomor)
        isi = self.halaman.currentWidget()
        if isinstance(isi, Gulir):
            isi.verticalScrollBar().setValue(0)
            if (widget := isi.widget()) is not None:
                widget.setFocus()

    def tegur(self, kalimat: str) -> None:
        """Say why one cannot go on yet."""
        self.kaki.atur_alasan(kalimat or self._catatan)
        self.kaki.alasan.atur_peran("salah" if kalimat else "redup")

    @Slot()
    def coba_maju(self) -> None:
        """Go on when the page lets; the last page's button only calls `maju`."""
        if self._maju(self.kini) and self.kini < len(self._nama) - 1:
            self.tegur("")
            self.ke(self.kini + 1)

    @Slot()
    def mundur(self) -> None:
        """Go back one page; what was filled in stays."""
        if self.kini > 0:
            self.tegur("")
            self.ke(self.kini - 1)

    def resizeEvent(self, kejadian: object) -> None:
        self.stepper.atur_ringkas(self.height() < RENDAH)
        super().resizeEvent(kejadian)  # type: ignore[arg-type]  # Qt hands us a QResizeEvent
