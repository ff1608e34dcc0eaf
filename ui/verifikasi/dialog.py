"""Deciding with more than a key: any reason, own words, the day and the one who verified."""

from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QLineEdit, QWidget

from app.alasan import Alasan
from app.bahasa.alasan import LAINNYA
from app.bahasa.angka import bilangan
from app.bahasa.istilah import pilihan
from db.istilah import HasilVerifikasi
from ui.komponen import DialogSalur, Isian, IsianTanggal, Pilihan
from ui.komponen.bertanya import bertanya
from ui.komponen.kisi import kisi
from ui.verifikasi.antrean import Perintah


class DialogPutusan(DialogSalur):
    """Asks for the decision on one or many usulan."""

    def __init__(
        self, induk: QWidget | None, usulan: tuple[UUID, ...], alasan: tuple[Alasan, ...], hari_ini: date, petugas: str
    ) -> None:
        super().__init__(
            induk,
            self.tr("Putuskan usulan"),
            self.tr("Berlaku untuk {n} usulan yang dipilih.").format(n=bilangan(len(usulan))),
            setuju=self.tr("&Simpan putusan"),
            nama_ikon="save",
        )
        self._usulan = usulan
        self.hasil = Pilihan(pilihan(HasilVerifikasi), kini=HasilVerifikasi.TIDAK_LAYAK)
        self.alasan = Pilihan([(a.kode, a.label) for a in alasan], cari=True)
        self.kata = QLineEdit()
        self.tanggal = IsianTanggal(hari_ini)
        self.petugas = QLineEdit(petugas)
        self.cara = Pilihan([("meja", self.tr("Di kantor")), ("lapangan", self.tr("Di lapangan"))], kini="meja")
        self.i_alasan = Isian(self.tr("&Alasan"), self.alasan)
        self.i_kata = Isian(self.tr("&Penjelasan"), self.kata, self.tr("Harus diisi untuk alasan lain"))
        self.tambah(
            Isian(self.tr("&Putusan"), self.hasil),
            self.i_alasan,
            self.i_kata,
            kisi(
                Isian(self.tr("&Tanggal verifikasi"), self.tanggal),
                Isian(self.tr("&Cara"), self.cara),
                Isian(self.tr("P&etugas"), self.petugas),
            ),
        )
        self.hasil.currentIndexChanged.connect(self._sesuaikan)
        self.alasan.setFocus()

    def _sesuaikan(self) -> None:
        tidak = self.hasil.nilai is HasilVerifikasi.TIDAK_LAYAK
        self.i_alasan.setEnabled(tidak)
        self.i_kata.setEnabled(tidak)

    def periksa(self) -> str:
        self.i_alasan.atur_salah()
        self.i_kata.atur_salah()
        if self.hasil.nilai is HasilVerifikasi.LAYAK:
            return ""
        if self.alasan.nilai is None and not self.kata.text().strip():
            self.i_alasan.atur_salah(self.tr("Pilih alasan dari daftar."))
            return self.tr("Lengkapi isian yang ditandai.")
        if self.alasan.nilai == LAINNYA and not self.kata.text().strip():
            self.i_kata.atur_salah(self.tr("Jelaskan alasannya."))
            return self.tr("Lengkapi isian yang ditandai.")
        return ""

    @property
    def jawaban(self) -> Perintah:
        tidak = self.hasil.nilai is HasilVerifikasi.TIDAK_LAYAK
        return Perintah(
            self._usulan,
            self.hasil.nilai,
            (self.alasan.nilai or LAINNYA) if tidak else "",
            self.kata.text().strip() if tidak else "",
            self.tanggal.nilai,
            self.petugas.text().strip(),
            self.cara.nilai,
        )

    @classmethod
    def ask(
        cls, induk: QWidget | None, usulan: tuple[UUID, ...], alasan: tuple[Alasan, ...], hari_ini: date, petugas: str
    ) -> Perintah | None:
        """Return the decision, None when it was given up."""
        hasil: Perintah | None = bertanya(cls(induk, usulan, alasan, hari_ini, petugas))
        return hasil
