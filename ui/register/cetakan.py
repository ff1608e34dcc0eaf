"""Printing a book: which days, then its pages to look at and print."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.bahasa.waktu import rentang
from reports.lembar_register import buat_register
from ui.dokumen.lihat import DialogLihat
from ui.halaman import Konteks
from ui.komponen import DialogSalur, Isian, IsianTanggal
from ui.komponen.bertanya import bertanya
from ui.komponen.kisi import kisi


class DialogPeriode(DialogSalur):
    """From which day until which."""

    def __init__(self, induk: QWidget | None, mulai: date, sampai: date) -> None:
        super().__init__(induk, self.tr("Cetak buku"), setuju=self.tr("&Lihat"), nama_ikon="eye")
        self.mulai, self.sampai = IsianTanggal(mulai), IsianTanggal(sampai)
        self.tambah(kisi(Isian(self.tr("&Dari tanggal"), self.mulai), Isian(self.tr("&Sampai tanggal"), self.sampai)))

    def periksa(self) -> str:
        mulai, sampai = self.jawaban
        return self.tr("Tanggal akhir lebih awal daripada tanggal mulai.") if sampai < mulai else ""

    @property
    def jawaban(self) -> tuple[date, date]:
        mulai, sampai = self.mulai.nilai, self.sampai.nilai
        assert mulai is not None
        assert sampai is not None
        return mulai, sampai

    @classmethod
    def ask(cls, induk: QWidget | None, mulai: date, sampai: date) -> tuple[date, date] | None:
        """Return the days, None when it was given up."""
        hasil: tuple[date, date] | None = bertanya(cls(induk, mulai, sampai))
        return hasil


def cetak_buku(induk: QWidget, konteks: Konteks, buku: str, judul: str, tahun: int) -> None:
    """Ask for the days of `tahun`, draw the book beside the writer, and show it."""
    hari = DialogPeriode.ask(induk, date(tahun, 1, 1), date(tahun, 12, 31))
    if hari is None:
        return

    def tampilkan(isi: bytes) -> None:
        dialog = DialogLihat(induk.window(), f"{judul} {rentang(*hari)}", isi, cetak=konteks.jobs)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    konteks.baca_lama(
        "Menyusun halaman buku", lambda k, _c: buat_register(k, buku, *hari), induk=induk, berhasil=tampilkan
    )
