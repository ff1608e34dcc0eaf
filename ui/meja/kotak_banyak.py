"""One document asked of many desa or tahap: a table, and acts on the rows that are chosen."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.sop.kelengkapan import Catatan, Isian
from db.istilah import SifatKelengkapan, StatusKelengkapan, Zona
from ui.komponen import BarisAlir, Kolom, ModelTabel, TabelData, Tombol, kolom
from ui.meja.tindakan import TindakanLangkah
from ui.meja.tulisan import chip_catatan, kata_catatan


class TabelKotak(QWidget):
    """The boxes as rows; several can be ticked at once."""

    def __init__(self, isian: Isian, tindakan: TindakanLangkah, zona: Zona, *, boleh: bool) -> None:
        super().__init__()
        self.setProperty("bening", True)
        self._isian, self._tindakan = isian, tindakan
        wajib = isian.sifat is SifatKelengkapan.WAJIB
        kolom_tabel = (
            Kolom[Catatan]("Untuk", lambda c: c.sebutan, lebar=220),
            Kolom[Catatan](
                "Keadaan", lambda c: chip_catatan(c, wajib=wajib)[0], lebar=130,
                nada=lambda c: chip_catatan(c, wajib=wajib)[1],
            ),
            Kolom[Catatan]("Keterangan", lambda c: kata_catatan(c, zona), lebar=0),
        )  # fmt: skip
        self.tabel = TabelData(ModelTabel(kolom_tabel, isian.catatan), nama=isian.nama)
        self.tabel.setMinimumHeight(200)
        self.ada = Tombol(self.tr("Centang yang dipilih"), nama_ikon="check", klik=partial(self._centang, True))
        self.belum = Tombol(self.tr("Batalkan centang"), nama_ikon="x", klik=partial(self._centang, False))
        self.lampir = Tombol(self.tr("Lampirkan…"), nama_ikon="paperclip", klik=self._lampirkan)
        self.lihat = Tombol(self.tr("Lihat"), nama_ikon="eye", klik=self._lihat)
        self.lepas = Tombol(self.tr("Tidak berlaku…"), nama_ikon="minus", klik=self._tidak_berlaku)
        self.tombol = BarisAlir(self.ada, self.belum, self.lampir, self.lihat, self.lepas)
        self._boleh = boleh
        self.tabel.pilihan_berubah.connect(self._nyalakan)
        self.setLayout(kolom(self.tabel, self.tombol, jarak=6, tepi=(22, 2, 0, 6)))
        self._nyalakan()

    @Slot()
    def _nyalakan(self) -> None:
        pilih: list[Catatan] = self.tabel.terpilih
        self.ada.setEnabled(self._boleh and any(c.status is not StatusKelengkapan.ADA for c in pilih))
        self.belum.setEnabled(self._boleh and any(c.status is not StatusKelengkapan.BELUM for c in pilih))
        self.lampir.setEnabled(self._boleh and len(pilih) == 1)
        self.lepas.setEnabled(self._boleh and bool(pilih))
        self.lihat.setEnabled(len(pilih) == 1 and pilih[0].lampiran_id is not None)

    def _centang(self, ada: bool) -> None:
        self._tindakan.centang_banyak(self._isian, [c.sasaran for c in self.tabel.terpilih], ada)

    @Slot()
    def _lampirkan(self) -> None:
        self._tindakan.lampirkan(self._isian, self.tabel.terpilih[0].sasaran)

    @Slot()
    def _lihat(self) -> None:
        catatan = self.tabel.terpilih[0]
        if catatan.lampiran_id is not None:
            self._tindakan.lihat(catatan.lampiran_id, catatan.nama_lampiran or self._isian.nama)

    @Slot()
    def _tidak_berlaku(self) -> None:
        self._tindakan.tidak_berlaku_banyak(self._isian, [c.sasaran for c in self.tabel.terpilih])
