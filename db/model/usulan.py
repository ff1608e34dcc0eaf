"""A desa's file and what became of each of its rows; proposals, their verification, and reference lists."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from db.dasar import Baris, Instan, kolom_daftar, kolom_json


class Impor(Baris, table=True):
    """One act of import: several files, one transaction, one undo."""

    __tablename__ = "impor"

    kegiatan_id: UUID | None = Field(default=None, foreign_key="kegiatan.id", index=True)
    tujuan: str = "usulan"  # istilah.TujuanImpor
    kiriman: str = "susulan"  # istilah.Kiriman
    kode_desa_pengirim: str | None = None
    pengirim: str = ""  # as written: "Desa Kujan"
    status: str = "tersimpan"  # istilah.StatusImpor
    ringkasan: dict[str, Any] = kolom_json()  # baris, diterima, perlu_periksa, ditolak
    akun_id: UUID = Field(foreign_key="akun.id")
    pada: datetime = Field(sa_type=Instan)
    dibatalkan_pada: datetime | None = Field(default=None, sa_type=Instan)
    dibatalkan_oleh: UUID | None = Field(default=None, foreign_key="akun.id")
    alasan_batal: str = ""


class BerkasImpor(Baris, table=True):
    """One file of an import, kept as it came (encrypted attachment)."""

    __tablename__ = "berkas_impor"

    impor_id: UUID = Field(foreign_key="impor.id", index=True)
    nama: str
    sha256: str = Field(index=True)
    ukuran: int  # bytes
    format: str
    lembar: list[Any] = kolom_daftar()  # what was found per sheet
    pemetaan: dict[str, Any] = kolom_json()
    dilewati: list[Any] = kolom_daftar()  # rows left out (totals, signatures) with the reason
    lampiran_id: UUID | None = Field(default=None, foreign_key="lampiran.id")


class BarisUsulan(Baris, table=True):
    """One row of a file as it was read and as it was understood; rejected rows stay here with their reason.

    A row that became a usulan, changed nothing about anybody known and was not spoken of has no line here: the `Usulan`
    says file, sheet and row, and the file itself is kept. Of an accepted row `asli` leaves out the cells that `bersih`
    repeats word for word under their field; a refused one keeps all, for it goes back to the desa.
    """

    __tablename__ = "baris_usulan"

    impor_id: UUID = Field(foreign_key="impor.id", index=True)
    berkas_id: UUID = Field(foreign_key="berkas_impor.id")
    lembar: str
    baris: int  # as the spreadsheet program shows it
    asli: dict[str, Any] = kolom_json()  # cells by column letter, as text
    bersih: dict[str, Any] = kolom_json()  # understood values by field
    nasib: str  # istilah.NasibBaris
    usulan_id: UUID | None = Field(default=None, foreign_key="usulan.id", index=True)


class HasilPeriksa(Baris, table=True):
    """One line of the hasil pemeriksaan of one row."""

    __tablename__ = "hasil_periksa"

    baris_id: UUID = Field(foreign_key="baris_usulan.id", index=True)
    impor_id: UUID = Field(foreign_key="impor.id", index=True)
    kolom: str = ""  # column letter
    bidang: str = ""
    kode: str  # app.bahasa.pemeriksaan
    tingkat: str  # istilah.Tingkat
    fakta: dict[str, Any] = kolom_json()
    saran: str = ""
    selesai: bool = False  # someone looked


class PemetaanKolom(Baris, table=True):
    """A confirmed mapping of columns, remembered for a sender and layout."""

    __tablename__ = "pemetaan_kolom"

    kantor_id: UUID = Field(foreign_key="kantor.id", index=True)
    nama: str = ""
    pengirim: str = ""
    sidik_judul: str = Field(index=True)  # SHA-256 of the normalised headings
    pemetaan: dict[str, Any] = kolom_json()


class Kemiripan(Baris, table=True):
    """Two people who may be one, and what a person judged."""

    __tablename__ = "kemiripan"

    baris_id: UUID | None = Field(default=None, foreign_key="baris_usulan.id", index=True)
    orang_a_id: UUID = Field(foreign_key="orang.id", index=True)
    orang_b_id: UUID = Field(foreign_key="orang.id", index=True)
    skor: int  # 0…100
    alasan: list[Any] = kolom_daftar()
    putusan: str = "belum"  # istilah.PutusanKemiripan
    oleh_akun_id: UUID | None = Field(default=None, foreign_key="akun.id")
    pada: datetime | None = Field(default=None, sa_type=Instan)


class Usulan(Baris, table=True):
    """A person proposed in a kegiatan."""

    __tablename__ = "usulan"
    __table_args__ = (Index("ix_usulan_kegiatan_status_desa", "kegiatan_id", "status", "kode_desa"),)

    kegiatan_id: UUID = Field(foreign_key="kegiatan.id")
    orang_id: UUID = Field(foreign_key="orang.id", index=True)
    impor_id: UUID | None = Field(default=None, foreign_key="impor.id", index=True)
    berkas_id: UUID | None = Field(default=None, foreign_key="berkas_impor.id")  # with lembar and baris: its first row
    lembar: str | None = None
    baris: int | None = None  # as the spreadsheet program shows it
    kode_desa: str | None = None
    kategori: str = ""  # istilah.Kategori
    status: str = "diusulkan"  # istilah.StatusUsulan
    wali_id: UUID | None = Field(default=None, foreign_key="wali.id")
    nominal: int | None = None  # rupiah per tahap, where it differs from the kegiatan's
    keterangan: str = ""
    alasan: str = ""  # of tidak layak, ditolak sistem, ditarik
    nomor_register: str = ""  # dtks counter
    asal_usulan_id: UUID | None = Field(default=None, foreign_key="usulan.id")  # earlier attempt
    perlu_periksa: bool = False
    data: dict[str, Any] = kolom_json()  # fields of the file with no column of their own


class Verifikasi(Baris, table=True):
    """A decision on a usulan; a later one replaces it and the earlier stays."""

    __tablename__ = "verifikasi"

    usulan_id: UUID = Field(foreign_key="usulan.id", index=True)
    kegiatan_id: UUID = Field(foreign_key="kegiatan.id", index=True)
    hasil: str  # istilah.HasilVerifikasi
    alasan_kode: str = ""
    alasan: str = ""
    tanggal: date  # day of the visit or desk check
    petugas: str = ""
    cara: str = "meja"  # meja or lapangan
    formulir: dict[str, Any] = kolom_json()
    akun_id: UUID = Field(foreign_key="akun.id")


class DaftarAcuan(Baris, table=True):
    """A reference list: DTSEN/DTKS, dead, moved."""

    __tablename__ = "daftar_acuan"

    jenis: str  # dtsen, dtks, meninggal, pindah
    nama: str
    tanggal: date
    impor_id: UUID | None = Field(default=None, foreign_key="impor.id")


class BarisAcuan(Baris, table=True):
    """One line of a reference list."""

    __tablename__ = "baris_acuan"
    __table_args__ = (UniqueConstraint("daftar_id", "nomor"),)

    daftar_id: UUID = Field(foreign_key="daftar_acuan.id", index=True)
    nomor: int
    nik: str | None = Field(default=None, index=True)
    no_kk: str | None = Field(default=None, index=True)
    nama: str = ""
    desil: int | None = None
    data: dict[str, Any] = kolom_json()
