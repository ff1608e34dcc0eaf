"""How far the day is: running counts with their bar, and the list of the latest acts."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent

from app.bahasa import waktu
from app.bahasa.angka import bilangan
from app.bahasa.istilah import label
from app.penyaluran import CatatanTerakhir, HitungSalur
from db.istilah import GAGAL_SALUR, TERSALUR, Zona
from ui.komponen import BilahKemajuan, Kartu, Kolom, ModelTabel, TabelData, Teks, baris
from ui.komponen.baris_chip import BarisChip
from ui.penyaluran import tulisan
from ui.tema import Nada, tema

SEMPIT = 1000  # below this width the words go


class KartuHitungan(Kartu):
    """`139 dari 240 sudah menerima`, by outcome, in rupiah, and as a bar."""

    def __init__(self) -> None:
        super().__init__(tepi=14)
        self.angka, self.kata = Teks("", "judul_kartu"), Teks(self.tr("sudah menerima"), "redup")
        self.chip, self.uang, self.bilah = BarisChip(), Teks("", "tebal"), BilahKemajuan()
        sebaris = baris(self.angka, self.kata, 6, self.chip, jarak=10)
        sebaris.setStretch(3, 1)
        bawah = baris(self.bilah, self.uang, jarak=14)  # below: beside the chips there is no room for both
        bawah.setStretch(0, 1)
        self.tambah(sebaris, bawah)

    def resizeEvent(self, kejadian: QResizeEvent) -> None:
        """Where it is narrow the counts speak for themselves."""
        self.kata.setVisible(kejadian.size().width() >= tema().ukuran.px(SEMPIT))
        super().resizeEvent(kejadian)

    def muat(self, h: HitungSalur) -> None:
        """Show counts."""
        kalimat = self.tr("{n} dari {total}")
        self.angka.setText(kalimat.format(n=bilangan(h.tersalur.orang), total=bilangan(h.target.orang)))
        self.chip.atur(tulisan.chip(h))
        self.uang.setText(tulisan.uang(h))
        self.bilah.atur_bagian([(h.tersalur.orang, Nada.AKSEN), (h.gagal.orang, Nada.BAHAYA)], h.target.orang)


def nada_hasil(c: CatatanTerakhir) -> Nada:
    """Colour an outcome in the list of the latest."""
    if c.dibatalkan:
        return Nada.NETRAL
    if c.hasil in TERSALUR:
        return Nada.BAIK
    return Nada.BAHAYA if c.hasil in GAGAL_SALUR else Nada.PERHATIAN


def _hasil(c: CatatanTerakhir) -> str:
    return f"{label(c.hasil)} (dibatalkan)" if c.dibatalkan else label(c.hasil)


class TabelTerakhir(TabelData):
    """The latest acts, newest first; those taken back stay and say so."""

    def __init__(self) -> None:
        self._zona = Zona.WIB
        self.isi: ModelTabel[CatatanTerakhir] = ModelTabel(
            [
                Kolom("Jam", lambda c: c.pada, lambda p: waktu.hari_jam(p, self._zona).split(" ")[1], lebar=70),
                Kolom("No.", lambda c: c.nomor, lambda n: f"{n:04}", lebar=65),
                Kolom("Nama", lambda c: c.nama, lebar=220),
                Kolom("Hasil", _hasil, lebar=215, nada=nada_hasil),
                Kolom("Oleh", lambda c: c.petugas, lebar=130),
                Kolom("Keterangan", lambda c: c.keterangan, lebar=0, petunjuk=lambda c: c.keterangan),
            ]
        )
        super().__init__(self.isi, nama="Catatan terakhir")
        self.setMinimumHeight(70)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # the search box keeps the keys

    def muat(self, semua: Sequence[CatatanTerakhir], zona: Zona) -> None:
        """Show acts, their hour in the office's zone."""
        self._zona = zona
        self.isi.atur(semua)

    def catat(self, tindakan: Sequence[CatatanTerakhir], batas: int) -> None:
        """Put acts on top, or mark them where they were taken back: an act at the table reads no whole list again."""
        kini = {c.penyaluran_id: c for c in tindakan}
        lama = [kini.pop(c.penyaluran_id, c) for c in self.isi.semua]
        self.isi.atur([*reversed(kini.values()), *lama][:batas])

    @property
    def terbaru(self) -> CatatanTerakhir | None:
        """The latest act that still holds."""
        return next((c for c in self.isi.semua if not c.dibatalkan), None)
