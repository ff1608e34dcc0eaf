"""The very first screen of an empty computer: a new office, the sample office, or a backup."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.komponen import Gulir, JenisTombol, Kartu, Teks, Tombol, baris, kolom
from ui.tema import tema


class HalamanAwal(QWidget):
    """Three ways to begin."""

    kantor_baru = Signal()
    kantor_contoh = Signal()
    dari_cadangan = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.baru = Tombol(self.tr("&Siapkan kantor"), JenisTombol.UTAMA, "building-2")
        self.contoh = Tombol(self.tr("&Buka kantor contoh"), nama_ikon="play")
        self.cadangan = Tombol(self.tr("&Pulihkan dari cadangan…"), nama_ikon="database-backup")
        pilihan = (
            (
                self.tr("Kantor saya"),
                self.tr("Isi nama kantor, kop surat, pejabat, dan akun. Kira-kira sepuluh menit."),
                self.baru,
                self.kantor_baru.emit,
            ),
            (
                self.tr("Mencoba dahulu"),
                self.tr(
                    "Kantor contoh dengan orang rekaan dan semua SOP berjalan. Tidak tercampur dengan data kantor."
                ),
                self.contoh,
                self.kantor_contoh.emit,
            ),
            (
                self.tr("Pindah dari komputer lain"),
                self.tr("Buka berkas cadangan Salur yang dibuat di komputer lama."),
                self.cadangan,
                self.dari_cadangan.emit,
            ),
        )
        kartu = [self._kartu(*p) for p in pilihan]
        isi = QWidget()
        kepala = kolom(
            Teks(self.tr("Selamat datang di Salur"), "besar"),
            Teks(self.tr("Bantuan sosial, dari usulan desa sampai tanda terima, tanpa internet."), "redup"),
        )
        isi.setLayout(
            kolom(None, baris(None, kepala, None), 24, baris(None, *kartu, None, jarak=14), None, tepi=(20, 20, 20, 20))
        )
        self.setLayout(kolom(Gulir(isi)))
        self.setFocusProxy(self.baru)

    def _kartu(self, judul: str, isi: str, tombol: Tombol, klik: Callable[[], object]) -> Kartu:
        kartu = Kartu(judul, tepi=20)
        kartu.setFixedWidth(tema().ukuran.px(270))
        kartu.setMinimumHeight(tema().ukuran.px(190))
        kartu.tambah(Teks(isi, "redup", bungkus=True))
        kartu.isi.addStretch(1)
        kartu.tambah(tombol)
        tombol.clicked.connect(lambda: klik())
        return kartu
