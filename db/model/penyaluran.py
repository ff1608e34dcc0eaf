"""Hand-over and after: schedule, meetings, receipts, outcomes, visits, complaints."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field

from db.dasar import Baris, Instan, kolom_daftar, kolom_json


class JadwalPenyaluran(Baris, table=True):
    """Where and when a desa is served."""

    __tablename__ = "jadwal_penyaluran"

    kegiatan_id: UUID = Field(foreign_key="kegiatan.id", index=True)
    tahap_id: UUID = Field(foreign_key="tahap.id")
    kode_desa: str
    tanggal: date
    jam: str = ""  # "08.30–12.00"
    tempat: str = ""
    metode: str = ""
    petugas: list[Any] = kolom_daftar()


class Pertemuan(Baris, table=True):
    """A meeting with an attendance list: sosialisasi, pengarahan."""

    __tablename__ = "pertemuan"

    kegiatan_id: UUID = Field(foreign_key="kegiatan.id", index=True)
    jenis: str = "sosialisasi"
    tanggal: date
    tempat: str = ""
    materi: str = ""
    kode_desa: str | None = None
    jumlah_hadir: int | None = None  # counted on paper where names were not taken


class Kehadiran(Baris, table=True):
    """One name on an attendance list."""

    __tablename__ = "kehadiran"
    __table_args__ = (UniqueConstraint("pertemuan_id", "penerima_id"),)

    pertemuan_id: UUID = Field(foreign_key="pertemuan.id", index=True)
    penerima_id: UUID | None = Field(default=None, foreign_key="penerima.id", index=True)
    nama: str = ""
    hadir: bool = True


class TandaTerima(Baris, table=True):
    """The receipt of an allocation: one code for ever, the same on a reprint."""

    __tablename__ = "tanda_terima"
    __table_args__ = (UniqueConstraint("alokasi_id"), UniqueConstraint("kode"))

    alokasi_id: UUID = Field(foreign_key="alokasi.id", index=True)
    kode: str  # "SLR1-" + 16 Crockford digits + check character; nothing about the person in it
    nomor: int  # running number on paper within kegiatan and tahap
    cetakan: int = 0  # times printed
    dicetak_pada: datetime | None = Field(default=None, sa_type=Instan)
    lampiran_id: UUID | None = Field(default=None, foreign_key="lampiran.id")  # signed scan


class Penyaluran(Baris, table=True):
    """An outcome of a hand-over. Never changed: a correction is a new row that names the one it takes back."""

    __tablename__ = "penyaluran"
    __table_args__ = (CheckConstraint("jumlah IS NULL OR jumlah >= 0", name="jumlah_positif"),)

    kegiatan_id: UUID = Field(foreign_key="kegiatan.id", index=True)
    alokasi_id: UUID = Field(foreign_key="alokasi.id", index=True)
    barang_id: UUID | None = Field(default=None, foreign_key="alokasi_barang.id")  # None: the money or the whole
    hasil: str  # istilah.HasilSalur
    nominal: int | None = None  # rupiah handed over
    jumlah: int | None = None  # pieces handed over
    tanggal: date  # on paper
    pada: datetime = Field(sa_type=Instan)  # of entry
    tempat: str = ""
    wakil_nama: str = ""
    wakil_nik: str | None = None
    wakil_hubungan: str = ""
    surat_kuasa: str = ""
    cap_jempol: bool = False
    saksi: list[Any] = kolom_daftar()
    alasan: str = ""
    koreksi_dari: UUID | None = Field(default=None, foreign_key="penyaluran.id", index=True)
    lampiran_id: UUID | None = Field(default=None, foreign_key="lampiran.id")
    akun_id: UUID = Field(foreign_key="akun.id")


class SampelMonev(Baris, table=True):
    """A random sample that an auditor can draw again."""

    __tablename__ = "sampel_monev"

    kegiatan_id: UUID = Field(foreign_key="kegiatan.id", index=True)
    benih: int  # seed
    ukuran: int  # persons
    populasi: int
    parameter: dict[str, Any] = kolom_json()  # confidence, margin


class KunjunganMonev(Baris, table=True):
    """A visit after the hand-over."""

    __tablename__ = "kunjungan_monev"

    kegiatan_id: UUID = Field(foreign_key="kegiatan.id", index=True)
    penerima_id: UUID = Field(foreign_key="penerima.id", index=True)
    sampel_id: UUID | None = Field(default=None, foreign_key="sampel_monev.id")
    tanggal: date
    petugas: str
    ditemui: bool
    menerima: bool | None = None  # says that the aid arrived
    jumlah_sesuai: bool | None = None
    pemanfaatan: str = ""
    kendala: str = ""
    tindak_lanjut: str = ""
    instrumen: dict[str, Any] = kolom_json()
    lampiran_id: UUID | None = Field(default=None, foreign_key="lampiran.id")
    akun_id: UUID = Field(foreign_key="akun.id")


class Pengaduan(Baris, table=True):
    """A complaint about a recipient or a hand-over, with its answer."""

    __tablename__ = "pengaduan"

    kegiatan_id: UUID | None = Field(default=None, foreign_key="kegiatan.id", index=True)
    penerima_id: UUID | None = Field(default=None, foreign_key="penerima.id")
    pelapor: str = ""
    tanggal: date
    isi: str
    batas: date | None = None
    jawaban: str = ""
    dijawab_pada: date | None = None
    akun_id: UUID = Field(foreign_key="akun.id")
