"""Choosing somebody whom SIKS-NG refused, to be proposed again with mended data."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.antrean import Penolakan
from app.identitas import samarkan
from ui.komponen import DialogSalur, Kolom, KotakCari, ModelTabel, TabelData
from ui.komponen.bertanya import bertanya


class DialogAjukanLagi(DialogSalur):
    """Shows everyone who was refused and has not come again."""

    def __init__(self, induk: QWidget | None, semua: list[Penolakan]) -> None:
        super().__init__(
            induk,
            self.tr("Ajukan lagi yang ditolak"),
            self.tr("Pilih orangnya, lalu betulkan datanya di loket. Pengajuan baru ditautkan ke yang lama."),
            setuju=self.tr("&Pilih"),
            lebar=760,
        )
        kolom = [
            Kolom[Penolakan](self.tr("Nama"), lambda p: p.nama, lebar=170),
            Kolom[Penolakan](self.tr("NIK"), lambda p: samarkan(p.nik), lebar=150),
            Kolom[Penolakan](self.tr("Desa/kelurahan"), lambda p: p.desa, lebar=120),
            Kolom[Penolakan](self.tr("Alasan penolakan"), lambda p: p.alasan, lebar=0, petunjuk=lambda p: p.alasan),
        ]
        self.cari = KotakCari(self.tr("Cari nama atau NIK"))
        self.cari.dicari.connect(self._saring)
        self.tabel = TabelData(ModelTabel(kolom, semua), nama=self.tr("Orang yang ditolak SIKS-NG"))
        self.tabel.setMinimumHeight(220)
        self.tabel.dibuka.connect(self._pilih)
        self.tabel.pilih_baris(0)
        self.tambah(self.cari, self.tabel)

    @Slot(str)
    def _saring(self, kata: str) -> None:
        dicari = kata.casefold()
        self.tabel.atur_saringan((lambda p: dicari in f"{p.nama} {p.nik}".casefold()) if dicari else None)
        self.tabel.pilih_baris(0)

    @Slot(object)
    def _pilih(self, _satu: Penolakan) -> None:
        self.coba()

    def periksa(self) -> str:
        return "" if len(self.tabel.terpilih) == 1 else self.tr("Pilih satu orang.")

    @property
    def jawaban(self) -> Penolakan:
        """The chosen person."""
        satu: Penolakan = self.tabel.terpilih[0]
        return satu

    @classmethod
    def ask(cls, induk: QWidget | None, semua: list[Penolakan]) -> Penolakan | None:
        """Return the chosen person, None when it was given up."""
        hasil: Penolakan | None = bertanya(cls(induk, semua))
        return hasil
