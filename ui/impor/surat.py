"""Asking for the letter that tells a desa what to mend, and saving it: from the wizard's end and from the ledger."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QDir, QObject, Slot
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from app.dokumen.siap import desa_dokumen
from app.dokumen.siap import periksa as periksa_siap
from app.jobs import JobContext
from app.kerja import Kerja
from app.wilayah import peta_kantor
from db.galat import KnownError
from ui import pesan
from ui.halaman import Konteks
from ui.jobs import Area
from ui.komponen import DialogSalur, Isian, IsianTanggal, Pilihan
from ui.komponen.bertanya import bertanya
from ui.komponen.kisi import kisi

KODE = "surat-perbaikan"


@dataclass(frozen=True)
class PermintaanSurat:
    """Which letter: to one desa or all, our number, its date, until when; None leaves out."""

    desa: str | None
    nomor: str
    tanggal: date
    batas: date | None


class DialogSurat(DialogSalur):
    """Asks to whom the letter goes and until when an answer is wanted."""

    def __init__(self, induk: QWidget | None, desa: list[tuple[str, str]], hari_ini: date) -> None:
        super().__init__(
            induk,
            self.tr("Surat perbaikan ke desa"),
            self.tr("Menyebut tiap baris yang perlu diperbaiki, apa yang salah, dan caranya. NIK tampil tersamar."),
            setuju=self.tr("&Simpan surat…"),
            nama_ikon="mail",
            lebar=560,
        )
        self.desa = Pilihan(desa, kosong=self.tr("Semua ({n} surat)").format(n=len(desa)) if len(desa) > 1 else "")
        if len(desa) == 1:
            self.desa.nilai = desa[0][0]
        self.nomor = QLineEdit()
        self.tanggal = IsianTanggal(hari_ini)
        self.batas = IsianTanggal(boleh_kosong=True)
        self.i_batas = Isian(self.tr("&Batas waktu"), self.batas, self.tr("Kosongkan bila tidak ada"))
        self.tambah(
            Isian(self.tr("&Desa/kelurahan"), self.desa),
            kisi(
                Isian(self.tr("&Nomor surat"), self.nomor, self.tr("Kosong: ditulis tangan, atau nomor urut kantor")),
                Isian(self.tr("&Tanggal surat"), self.tanggal),
            ),
            self.i_batas,
        )

    def periksa(self) -> str:
        isi = self.jawaban
        lewat = isi.batas is not None and isi.batas < isi.tanggal
        self.i_batas.atur_salah(self.tr("Lebih awal daripada tanggal surat.") if lewat else "")
        return self.tr("Periksa isian yang ditandai.") if lewat else ""

    @property
    def jawaban(self) -> PermintaanSurat:
        tanggal = self.tanggal.nilai
        assert tanggal is not None  # the field cannot be empty
        return PermintaanSurat(self.desa.nilai, self.nomor.text().strip(), tanggal, self.batas.nilai)

    @classmethod
    def ask(cls, induk: QWidget | None, desa: list[tuple[str, str]], hari_ini: date) -> PermintaanSurat | None:
        """Return what was asked for, None when it was given up."""
        hasil: PermintaanSurat | None = bertanya(cls(induk, desa, hari_ini))
        return hasil


class SuratPerbaikan(QObject):
    """Asks for the letter of a kegiatan and writes it where the user says."""

    def __init__(self, konteks: Konteks, induk: QWidget, kegiatan_id: UUID) -> None:
        super().__init__(induk)
        self._konteks, self._induk, self._kegiatan_id = konteks, induk, kegiatan_id

    @Slot()
    def minta(self) -> None:
        """Ask which letter; where nothing has to be mended, say so."""
        try:
            with self._konteks.membaca() as kerja:
                periksa_siap(kerja, self._kegiatan_id, KODE)
                peta, hari_ini = peta_kantor(kerja), kerja.hari_ini()
                desa = [(k, peta.sebutan(k)) for k in desa_dokumen(kerja, self._kegiatan_id, KODE)]
        except KnownError as belum:
            pesan.gagal(self._induk, belum)
            return
        minta = DialogSurat.ask(self._induk, desa, hari_ini)
        ke = self._tujuan(dict(desa).get(minta.desa or "", "")) if minta else None
        if minta and ke:
            self._simpan(minta, ke)

    def _tujuan(self, desa: str) -> Path | None:
        from reports.cetak import nama_berkas  # the libraries that draw load with the first letter

        awal = str(Path(QDir.homePath()) / nama_berkas(KODE, desa=desa))
        nama, _ = QFileDialog.getSaveFileName(
            self._induk, self.tr("Simpan surat perbaikan"), awal, self.tr("Berkas PDF (*.pdf)")
        )
        return Path(nama) if nama else None

    def _simpan(self, minta: PermintaanSurat, ke: Path) -> None:
        def jalan(kerja: Kerja, ctx: JobContext) -> int:
            from reports.cetak import cetak

            hasil = cetak(
                kerja,
                KODE,
                self._kegiatan_id,
                ke,
                desa=minta.desa,
                nomor=minta.nomor or None,
                tanggal=minta.tanggal,
                batas=minta.batas,
                ctx=ctx,
            )
            return hasil.jumlah_orang or 0

        def usai(n: int) -> None:
            pesan.info(
                self._induk,
                self.tr("Surat perbaikan tersimpan: {nama}").format(nama=ke.name),
                self.tr("{n} baris disebut. Surat ini tercatat di halaman Dokumen.").format(n=n),
            )

        self._konteks.tulis_lama(
            self.tr("Menyusun surat perbaikan"), jalan, induk=self._induk, berhasil=usai, ubah=(Area.DOKUMEN,)
        )
