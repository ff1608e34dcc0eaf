"""The cards of what presses: late steps with whom, and the batas waktu of the coming week."""

from collections.abc import Callable, Sequence
from uuid import UUID

from app.sop.meja import BarisMeja
from db.istilah import Zona
from ui.beranda import tulisan
from ui.beranda.baris import BarisTekan
from ui.komponen import Chip, JenisTombol, Kartu, Teks, Tombol, baris, kolom, kosongkan
from ui.meja.tulisan import nada_sisa

TAMPAK = 6  # lines of a card before the rest is folded away

Buka = Callable[[UUID], object] | None


class KartuLangkah(Kartu):
    """Open steps under one heading; each line leads to its desk."""

    def __init__(self, judul: str, kosong: str) -> None:
        self.banyak = Teks("", "redup")
        super().__init__(judul, self.banyak)
        self._kosong = kosong
        self._semua = False
        self._langkah: tuple[BarisMeja, ...] = ()
        self._buka: Buka = None
        self._zona = Zona.WIB
        self.baris: list[BarisTekan] = []
        self._tempat = kolom(jarak=2)
        self.tambah(self._tempat)
        self.lagi = Tombol("", JenisTombol.TAUTAN, "chevron-down", klik=self._tampilkan_semua)
        self.tambah(self.lagi)

    def atur(self, langkah: Sequence[BarisMeja], zona: Zona, buka: Buka) -> None:
        """Show other steps; without `buka` the lines lead nowhere."""
        self._langkah, self._zona, self._buka = tuple(langkah), zona, buka
        self.banyak.setText(str(len(langkah)) if langkah else "")
        kosongkan(self._tempat)
        tampak = self._langkah if self._semua else self._langkah[:TAMPAK]
        self.baris = [self._baris(b) for b in tampak]
        for satu in self.baris:
            self._tempat.addWidget(satu)
        if not langkah:
            self._tempat.addWidget(Teks(self._kosong, "redup", bungkus=True))
        self.lagi.setText(self.tr("Tampilkan semua ({n})").format(n=len(langkah)))
        self.lagi.setVisible(len(tampak) < len(langkah))

    def _tampilkan_semua(self) -> None:
        self._semua = True
        self.atur(self._langkah, self._zona, self._buka)
        self.baris[min(TAMPAK, len(self.baris) - 1)].setFocus()

    def _baris(self, b: BarisMeja) -> BarisTekan:
        sisa = b.batas.sisa
        chip = Chip(sisa.kata if sisa else "", nada_sisa(sisa))
        nama = Teks(tulisan.nama_langkah(b), "tebal", bungkus=True)
        atas = baris(nama, chip, jarak=10)
        atas.setStretch(0, 1)
        keterangan = Teks(tulisan.kegiatan_langkah(b), "kecil", bungkus=True)
        siapa = Teks(tulisan.pada_siapa(b, self._zona), "kecil", bungkus=True)
        buka = self._buka
        klik = (lambda: buka(b.pelaksanaan_id)) if buka is not None else None
        return BarisTekan(
            kolom(atas, keterangan, siapa, jarak=2, tepi=(8, 6, 8, 6)), tulisan.ucapan_langkah(b, self._zona), klik
        )
