"""The card of the running kegiatan: where each stands, and usulan → layak → ditetapkan → tersalur as bars."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtWidgets import QLayout

from app.bahasa.angka import bilangan
from app.beranda import KegiatanBeranda
from ui.beranda import tulisan
from ui.beranda.baris import BarisTekan
from ui.komponen import BilahKemajuan, Garis, Kartu, Teks, baris, kolom, kosongkan
from ui.meja.tulisan import nama_lengkap
from ui.tema import Nada

Buka = Callable[[UUID], object] | None
_NADA = (Nada.NETRAL, Nada.AKSEN, Nada.AKSEN, Nada.BAIK)


class KartuKegiatan(Kartu):
    """Every running kegiatan; a line leads to its present step."""

    def __init__(self) -> None:
        self.banyak = Teks("", "redup")
        super().__init__("Kegiatan berjalan", self.banyak)
        self.baris: list[BarisTekan] = []
        self._tempat = kolom(jarak=4)
        self.tambah(self._tempat)

    def atur(self, kegiatan: Sequence[KegiatanBeranda], selesai: int, buka: Buka) -> None:
        """Show other kegiatan."""
        kata = [str(len(kegiatan))] if kegiatan else []
        if selesai:
            kata.append(self.tr("{n} sudah selesai").format(n=bilangan(selesai)))
        self.banyak.setText(" · ".join(kata))
        kosongkan(self._tempat)
        self.baris = [self._baris(k, buka) for k in kegiatan]
        for ke, satu in enumerate(self.baris):
            if ke:
                self._tempat.addWidget(Garis())
            self._tempat.addWidget(satu)
        if not kegiatan:
            self._tempat.addWidget(Teks(self.tr("Semua kegiatan sudah selesai."), "redup"))

    @staticmethod
    def _baris(k: KegiatanBeranda, buka: Buka) -> BarisTekan:
        r = k.ringkasan
        nama = Teks(nama_lengkap(r.nama, r.periode), "tebal", bungkus=True)
        atas = baris(nama, Teks(tulisan.uang_kegiatan(k.angka), "kecil"), jarak=10)
        atas.setStretch(0, 1)
        isi = kolom(atas, Teks(tulisan.kedudukan(k), "kecil", bungkus=True), jarak=2, tepi=(8, 6, 8, 8))
        if k.angka.seluruh.usulan or k.angka.direncanakan:
            isi.addSpacing(4)
            isi.addLayout(_tingkatan(k))
        klik = (lambda: buka(r.pelaksanaan_kini or r.id)) if buka is not None else None
        return BarisTekan(isi, tulisan.ucapan_kegiatan(k), klik)


def _tingkatan(k: KegiatanBeranda) -> QLayout:
    """Return the figures side by side, each over its bar."""
    semua = tulisan.tingkatan(k)
    tata = baris(jarak=14)
    for t, nada in zip(semua, _NADA, strict=False):
        if len(semua) == 1:  # a bar alone says nothing
            return baris(Teks(bilangan(t.angka), "tebal"), Teks(t.kata, "kecil"), None, jarak=5)
        bilah = BilahKemajuan()
        bilah.atur_bagian([(t.angka, nada)], t.dari)
        tata.addLayout(
            kolom(baris(Teks(bilangan(t.angka), "tebal"), Teks(t.kata, "kecil"), None, jarak=5), bilah, jarak=3), 1
        )
    return tata
