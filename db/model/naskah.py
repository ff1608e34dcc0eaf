"""Papers: attachments, printed documents, letters in and out, dispositions, the service register, templates."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from db.dasar import Baris, Instan, kolom_json


class Lampiran(Baris, table=True):
    """A file kept beside the database, encrypted with a key of its own that only this row knows."""

    __tablename__ = "lampiran"
    __table_args__ = (UniqueConstraint("nama_simpan"),)

    nama: str  # as the user knows it
    nama_simpan: str  # random name on disk
    ukuran: int  # bytes, plain
    sha256: str = Field(index=True)  # of the plain bytes; removes doubles
    kunci: bytes  # 32 bytes, XChaCha20-Poly1305
    jenis: str = ""  # media type


class TautanLampiran(Baris, table=True):
    """An attachment that belongs to something: photographs of a hand-over, scans of a person's papers."""

    __tablename__ = "tautan_lampiran"

    lampiran_id: UUID = Field(foreign_key="lampiran.id", index=True)
    objek: str
    objek_id: UUID = Field(index=True)
    kegiatan_id: UUID | None = Field(default=None, foreign_key="kegiatan.id", index=True)
    keterangan: str = ""
    kode_desa: str | None = None


class Dokumen(Baris, table=True):
    """A document that was printed or saved, so that printing again prints the same."""

    __tablename__ = "dokumen"

    kantor_id: UUID = Field(foreign_key="kantor.id", index=True)
    kegiatan_id: UUID | None = Field(default=None, foreign_key="kegiatan.id", index=True)
    kode: str = Field(index=True)  # reports.cetak
    judul: str
    nomor: str = ""
    tanggal: date
    penandatangan: str = ""
    jabatan_penandatangan: str = ""
    kode_desa: str | None = None
    tahap_id: UUID | None = Field(default=None, foreign_key="tahap.id")
    sha256: str  # of the file
    nama_berkas: str = ""
    jumlah_orang: int | None = None
    jumlah_nominal: int | None = None  # rupiah
    parameter: dict[str, Any] = kolom_json()
    akun_id: UUID = Field(foreign_key="akun.id")
    pada: datetime = Field(sa_type=Instan)


class Surat(Baris, table=True):
    """A letter in the buku agenda; a correction is a new row that replaces an old one."""

    __tablename__ = "surat"

    kantor_id: UUID = Field(foreign_key="kantor.id", index=True)
    arah: str  # istilah.ArahSurat
    nomor_agenda: str
    nomor_surat: str = ""  # the other side's, or ours when it goes out
    tanggal_surat: date | None = None
    tanggal_terima: date | None = None
    dari: str = ""
    kepada: str = ""
    perihal: str
    sifat: str = "biasa"  # istilah.SifatSurat
    jenis: str = ""  # spt, pengembalian …; empty for any other letter
    rincian: dict[str, Any] = kolom_json()  # what a letter of ours says: officers, purpose, places
    kegiatan_id: UUID | None = Field(default=None, foreign_key="kegiatan.id", index=True)
    lampiran_id: UUID | None = Field(default=None, foreign_key="lampiran.id")
    menggantikan_id: UUID | None = Field(default=None, foreign_key="surat.id")
    digantikan: bool = False
    akun_id: UUID = Field(foreign_key="akun.id")


class Disposisi(Baris, table=True):
    """What the head wrote on a letter: to whom, what to do, by when."""

    __tablename__ = "disposisi"

    surat_id: UUID = Field(foreign_key="surat.id", index=True)
    kegiatan_id: UUID | None = Field(default=None, foreign_key="kegiatan.id", index=True)
    dari: str
    kepada: str
    instruksi: str
    catatan: str = ""
    batas: date | None = None
    tanggal: date
    diparaf: bool = False
    akun_id: UUID = Field(foreign_key="akun.id")


class RegisterPelayanan(Baris, table=True):
    """A line of the buku register pelayanan: who came, for what, under which number."""

    __tablename__ = "register_pelayanan"
    __table_args__ = (UniqueConstraint("kantor_id", "nomor"),)

    kantor_id: UUID = Field(foreign_key="kantor.id", index=True)
    nomor: str
    tanggal: date
    orang_id: UUID | None = Field(default=None, foreign_key="orang.id", index=True)
    nama: str
    keperluan: str
    kegiatan_id: UUID | None = Field(default=None, foreign_key="kegiatan.id", index=True)
    usulan_id: UUID | None = Field(default=None, foreign_key="usulan.id", index=True)
    keterangan: str = ""
    akun_id: UUID = Field(foreign_key="akun.id")


class TemplatNaskah(Baris, table=True):
    """The office's own words for a document, by version."""

    __tablename__ = "templat_naskah"
    __table_args__ = (UniqueConstraint("kantor_id", "kode", "revisi"),)

    kantor_id: UUID = Field(foreign_key="kantor.id", index=True)
    kode: str
    revisi: int = 1
    isi: dict[str, Any] = kolom_json()


class ProfilTataLetak(Baris, table=True):
    """A layout that an office saved: columns, order and headings of a workbook."""

    __tablename__ = "profil_tata_letak"
    __table_args__ = (UniqueConstraint("kantor_id", "nama"),)

    kantor_id: UUID = Field(foreign_key="kantor.id", index=True)
    nama: str
    kode_dokumen: str
    isi: dict[str, Any] = kolom_json()
