"""Printing a book: which days, then its pages to look at and print."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QDir, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from app.bahasa.angka import bilangan
from app.bahasa.waktu import rentang
from reports.buku_register import simpan_register
from reports.lembar_register import buat_register
from ui import pesan
from ui.dokumen.lihat import DialogLihat
from ui.halaman import Konteks
from ui.komponen import DialogSalur, Isian, IsianTanggal, Tombol
from ui.komponen.bertanya import bertanya
from ui.komponen.kisi import kisi


class Periode(NamedTuple):
    """From which day until which; as a workbook instead of pages to look at."""

    mulai: date
    sampai: date
    excel: bool = False


class DialogPeriode(DialogSalur):
    """From which day until which, and whether to look at pages or to save a workbook."""

    def __init__(self, induk: QWidget | None, mulai: date, sampai: date) -> None:
        super().__init__(induk, self.tr("Cetak buku"), setuju=self.tr("&Lihat"), nama_ikon="eye")
        self.mulai, self.sampai = IsianTanggal(mulai), IsianTanggal(sampai)
        self._excel = False
        self.excel = Tombol(self.tr("Simpan &Excel…"), nama_ikon="file-spreadsheet", klik=self._pilih_excel)
        self.tambah_tombol(self.excel)
        self.tambah(kisi(Isian(self.tr("&Dari tanggal"), self.mulai), Isian(self.tr("&Sampai tanggal"), self.sampai)))

    def _pilih_excel(self) -> None:
        self._excel = True
        self.coba()
        self._excel = self._excel and self.result() == DialogSalur.DialogCode.Accepted

    def periksa(self) -> str:
        mulai, sampai, _ = self.jawaban
        return self.tr("Tanggal akhir lebih awal daripada tanggal mulai.") if sampai < mulai else ""

    @property
    def jawaban(self) -> Periode:
        mulai, sampai = self.mulai.nilai, self.sampai.nilai
        assert mulai is not None
        assert sampai is not None
        return Periode(mulai, sampai, self._excel)

    @classmethod
    def ask(cls, induk: QWidget | None, mulai: date, sampai: date) -> Periode | None:
        """Return the days, None when it was given up."""
        hasil: Periode | None = bertanya(cls(induk, mulai, sampai))
        return hasil


def cetak_buku(induk: QWidget, konteks: Konteks, buku: str, judul: str, tahun: int) -> None:
    """Ask for the days of `tahun`, draw the book beside the writer, and show it; or write it as a workbook."""
    pilihan = DialogPeriode.ask(induk, date(tahun, 1, 1), date(tahun, 12, 31))
    if pilihan is None:
        return
    hari = pilihan[:2]
    if pilihan.excel:
        _simpan(induk, konteks, buku, f"{judul} {rentang(*hari)}", hari)
        return

    def tampilkan(isi: bytes) -> None:
        dialog = DialogLihat(induk.window(), f"{judul} {rentang(*hari)}", isi, cetak=konteks.jobs)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    konteks.baca_lama(
        "Menyusun halaman buku", lambda k, _c: buat_register(k, buku, *hari), induk=induk, berhasil=tampilkan
    )


def _simpan(induk: QWidget, konteks: Konteks, buku: str, judul: str, hari: tuple[date, date]) -> None:
    """Ask where, and write the workbook beside the writer."""
    awal = str(Path(QDir.homePath()) / f"{judul}.xlsx")
    nama, _ = QFileDialog.getSaveFileName(induk, "Simpan buku", awal, "Buku kerja Excel (*.xlsx)")
    if not nama:
        return
    ke = Path(nama) if nama.lower().endswith(".xlsx") else Path(f"{nama}.xlsx")
    konteks.tulis_lama(
        "Menulis buku", lambda k, _c: simpan_register(k, buku, *hari, ke), induk=induk,
        berhasil=lambda n: pesan.info(induk, f"{bilangan(n)} baris ditulis ke {ke.name}", str(ke.parent)),
    )  # fmt: skip
