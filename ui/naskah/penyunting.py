"""The sections of one text as boxes below each other, with the fields that may be put into them."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.bahasa.galat import kalimat
from app.dokumen.naskah import Kata, RupaNaskah
from app.templat import periksa_templat
from ui.komponen import Gulir, Isian, Pilihan, Teks, Tombol, baris, kolom, kosongkan
from ui.naskah.kotak import KotakKata


class Penyunting(QWidget):
    """`berubah` when anything was typed. Holds plain text: paragraphs are parted by a blank line."""

    berubah = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("bening", True)
        self.rupa: RupaNaskah | None = None
        self._awal: dict[str, str] = {}
        self._mengisi = False
        self._terakhir = ""  # the section that had the cursor last
        self.kotak: dict[str, KotakKata] = {}
        self.isian: dict[str, Isian] = {}
        self.bidang = Pilihan(cari=True)
        self.bidang.setAccessibleName(self.tr("Isian yang dapat disisipkan"))
        self.sisip = Tombol(self.tr("S&isipkan"), nama_ikon="plus", klik=self.sisipkan)
        self.sisip.setToolTip(self.tr("Menyisipkan isian di tempat kursor"))
        petunjuk = Teks(self.tr("Pisahkan alinea dengan satu baris kosong."), "kecil", bungkus=True)
        self._tata = kolom(jarak=10)
        isi = QWidget()
        isi.setProperty("bening", True)
        isi.setLayout(self._tata)
        atas = baris(self.bidang, self.sisip)
        atas.setStretch(0, 1)
        self.setLayout(kolom(atas, petunjuk, Gulir(isi), jarak=6))

    def atur(self, rupa: RupaNaskah, kata: Kata) -> None:
        """Show another text."""
        self._mengisi = True
        self.rupa, self._terakhir = rupa, ""
        self.bidang.atur([(kode, f"{nama} · {{{kode}}}") for kode, nama in rupa.bidang.items()])
        self.bidang.setCurrentIndex(0)
        if (baris := self.bidang.lineEdit()) is not None:
            baris.setCursorPosition(0)
        kosongkan(self._tata)
        self.kotak = {b.kode: KotakKata() for b in rupa.bagian}
        self.isian = {b.kode: Isian(b.judul, self.kotak[b.kode]) for b in rupa.bagian}
        for kode, kotak in self.kotak.items():
            self._tata.addWidget(self.isian[kode])
            kotak.textChanged.connect(self._ubah)
            kotak.dipilih.connect(partial(setattr, self, "_terakhir", kode))
        self._tata.addStretch(1)
        self._mengisi = False
        self.isi_kata(kata)
        self._awal = self.kata

    def isi_kata(self, kata: Kata) -> None:
        """Put words into the boxes, as something typed."""
        self._mengisi = True
        for kode, kotak in self.kotak.items():
            kotak.setPlainText("\n\n".join(kata.get(kode, ())))
        self._mengisi = False
        self._ubah()

    @property
    def kata(self) -> dict[str, str]:
        """The text of every section."""
        return {kode: kotak.toPlainText() for kode, kotak in self.kotak.items()}

    @property
    def kotor(self) -> bool:
        """Whether something was typed since the text was shown or kept."""
        return self.kata != self._awal

    def tersimpan(self) -> None:
        """Take what stands there as kept."""
        self._awal = self.kata

    @property
    def salah(self) -> Mapping[str, str]:
        """What is wrong, a sentence per section."""
        if self.rupa is None:
            return {}
        return {kode: kalimat(galat) for kode, galat in periksa_templat(self.rupa.kode, self.kata).items()}

    @Slot()
    def sisipkan(self) -> None:
        """Put the chosen field where the cursor was last, else into the first section."""
        bidang = self.bidang.nilai
        if bidang is None or not self.kotak:
            return
        self.kotak.get(self._terakhir, next(iter(self.kotak.values()))).sisipkan(bidang)

    @Slot()
    def _ubah(self) -> None:
        if self._mengisi:
            return
        salah = self.salah
        for kode, isian in self.isian.items():
            isian.atur_salah(salah.get(kode, ""))
        self.berubah.emit()
