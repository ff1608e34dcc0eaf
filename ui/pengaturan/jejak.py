"""The audit trail: who did what, when; nothing here can be changed."""

from typing import Any

from PySide6.QtCore import Slot

from app import jejak
from app.bahasa import waktu
from app.bahasa.jejak import kata_aksi
from app.jejak import BarisJejak
from db.istilah import Zona
from ui.komponen import Kolom, KotakCari, ModelTabel, TabelData
from ui.pengaturan.bagian import Bagian

BANYAK = 1000  # newest lines shown


def rincian(isi: dict[str, Any]) -> str:
    """Write what a line carries beside its act; it holds names of fields and counts, never a person's data."""
    return ", ".join(
        f"{kunci.replace('_', ' ')}: {', '.join(map(str, nilai)) if isinstance(nilai, list) else nilai}"
        for kunci, nilai in isi.items()
        if nilai not in (None, "", [])
    )


class BagianJejak(Bagian):
    """The newest lines of the trail."""

    judul = "Jejak"
    penjelasan = "Setiap perbuatan tercatat dan tidak dapat diubah. Yang terbaru di atas."

    def bangun(self) -> None:
        self._zona = Zona.WIB
        self.model: ModelTabel[BarisJejak] = ModelTabel(
            [
                Kolom("Waktu", lambda j: j.pada, lambda p: waktu.saat_ringkas(p, self._zona), lebar=150),
                Kolom("Oleh", lambda j: j.nama_akun, lebar=170),
                Kolom("Perbuatan", lambda j: kata_aksi(j.aksi), lebar=250),
                Kolom("Rincian", lambda j: rincian(j.rincian), lebar=0, petunjuk=lambda j: rincian(j.rincian)),
            ]
        )
        self.tabel = TabelData(self.model, nama=self.tr("Jejak"))
        self.cari = KotakCari(self.tr("Saring nama atau perbuatan"))
        self.cari.dicari.connect(self._saring)
        self.isi.addWidget(self.cari)
        self.isi.addWidget(self.tabel)

    def muat(self) -> None:
        with self.konteks.membaca() as kerja:
            self._zona = Zona(kerja.kantor.zona)
            self.model.atur(list(jejak.riwayat(kerja, batas=BANYAK)))

    @Slot(str)
    def _saring(self, kata: str) -> None:
        cari = kata.casefold()

        def cocok(j: BarisJejak) -> bool:
            return cari in f"{j.nama_akun} {kata_aksi(j.aksi)} {rincian(j.rincian)}".casefold()

        self.tabel.atur_saringan(cocok if cari else None)
