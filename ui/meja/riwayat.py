"""The history of a kegiatan: one line an act, never changed."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from app.bahasa import waktu
from app.bahasa.istilah import label
from app.sop.catatan_langkah import BarisRiwayat
from app.sop.halaman import HalamanLangkah
from db.istilah import JenisTindakan, Zona
from ui.komponen import Kolom, ModelTabel, TabelData, Teks, Tombol, baris, kolom
from ui.tema import Nada

_NADA = {
    JenisTindakan.SELESAI: Nada.BAIK,
    JenisTindakan.KEMBALIKAN: Nada.PERHATIAN,
    JenisTindakan.LEWATI: Nada.PERHATIAN,
}


def kata_rincian(b: BarisRiwayat, nama: Mapping[int, str]) -> str:
    """Say what belongs to an act: where to, why, with whom."""
    bagian = [f"ke langkah {nama.get(b.ke_langkah, b.ke_langkah)}" if b.ke_langkah else "", b.alasan]
    for kunci in ("pihak", "keputusan", "hasil", "kapasitas"):
        nilai = b.rincian.get(kunci)
        if nilai:
            bagian.append(str(nilai))
    kurang = b.rincian.get("kurang")
    if kurang:
        bagian.append("Kurang: " + " ".join(str(k) for k in kurang))
    return " · ".join(dict.fromkeys(k for k in bagian if k))


class DialogRiwayat(QDialog):
    """The acts, newest first; rows can be copied."""

    def __init__(self, induk: QWidget | None, halaman: HalamanLangkah, zona: Zona) -> None:
        super().__init__(induk)
        self.setWindowTitle(self.tr("Riwayat kegiatan"))
        nama = {t.urutan: f"{t.label} ({t.nama})" for t in halaman.tahapan}
        kolom_tabel = (
            Kolom[BarisRiwayat](self.tr("Tanggal"), lambda b: b.tanggal, waktu.tanggal, lebar=130),
            Kolom[BarisRiwayat](self.tr("Langkah"), lambda b: nama.get(b.langkah, str(b.langkah)), lebar=165),
            Kolom[BarisRiwayat](self.tr("Putaran"), lambda b: b.putaran, lebar=74, kanan=True),
            Kolom[BarisRiwayat](
                self.tr("Tindakan"), lambda b: label(b.tindakan), lebar=190, nada=lambda b: _NADA.get(b.tindakan)
            ),
            Kolom[BarisRiwayat](self.tr("Oleh"), lambda b: b.oleh, lebar=130),
            Kolom[BarisRiwayat](self.tr("Dicatat"), lambda b: b.pada, lambda p: waktu.saat_ringkas(p, zona), lebar=140),
            Kolom[BarisRiwayat](
                self.tr("Keterangan"),
                lambda b: kata_rincian(b, nama),
                lebar=0,
                petunjuk=lambda b: kata_rincian(b, nama),
            ),
        )
        self.tabel = TabelData(ModelTabel(kolom_tabel, halaman.riwayat[::-1]), nama=self.tr("Riwayat kegiatan"))
        self.tabel.horizontalHeader().setMinimumSectionSize(70)
        tutup = Tombol(self.tr("&Tutup"), klik=self.accept)
        self.setLayout(
            kolom(
                Teks(halaman.nama_kegiatan, "judul", bungkus=True),
                self.tabel,
                baris(None, tutup),
                jarak=12,
                tepi=(20, 18, 20, 16),
            )
        )
        self.resize(1040, 520)

    @classmethod
    def tampilkan(cls, induk: QWidget, halaman: HalamanLangkah, zona: Zona) -> "DialogRiwayat":
        """Show it beside the work; several may stay open."""
        dialog = cls(induk.window(), halaman, zona)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog
