"""The decree and what it promises: frozen list, allocation, vendor or bank, agreement, goods in, payment."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field

from db.dasar import Baris, Instan, kolom_json


class Penetapan(Baris, table=True):
    """One version of the list of recipients, frozen by a decree."""

    __tablename__ = "penetapan"
    __table_args__ = (UniqueConstraint("kegiatan_id", "nomor_versi"),)

    kegiatan_id: UUID = Field(foreign_key="kegiatan.id", index=True)
    nomor_versi: int = 1
    jenis: str = "awal"  # istilah.JenisPenetapan
    status: str = "draf"  # istilah.StatusPenetapan
    nomor: str = ""  # of the SK
    tanggal: date | None = None  # of the SK
    tentang: str = ""
    penandatangan: str = ""
    jabatan_penandatangan: str = ""
    jumlah_orang: int = 0
    jumlah_nominal: int = 0  # rupiah over all tahap
    disahkan_pada: datetime | None = Field(default=None, sa_type=Instan)
    lampiran_id: UUID | None = Field(default=None, foreign_key="lampiran.id")
    catatan: str = ""


class Penerima(Baris, table=True):
    """A person on a decree's list, with what the list said on that day."""

    __tablename__ = "penerima"
    __table_args__ = (
        UniqueConstraint("penetapan_id", "orang_id"),
        UniqueConstraint("penetapan_id", "nomor_urut"),
    )

    penetapan_id: UUID = Field(foreign_key="penetapan.id", index=True)
    kegiatan_id: UUID = Field(foreign_key="kegiatan.id", index=True)
    usulan_id: UUID | None = Field(default=None, foreign_key="usulan.id", index=True)
    orang_id: UUID = Field(foreign_key="orang.id", index=True)
    nomor_urut: int  # number in the attachment of the SK
    nama: str
    nik: str | None = None
    no_kk: str | None = None
    alamat: str = ""
    kode_desa: str | None = Field(default=None, index=True)
    kategori: str = ""
    nominal: int | None = None  # rupiah per tahap
    data: dict[str, Any] = kolom_json()  # wali, birth date and others as they stood
    pengecualian: str = ""  # "tanpa NIK" with its letter


class Alokasi(Baris, table=True):
    """What one recipient is owed in one tahap."""

    __tablename__ = "alokasi"
    __table_args__ = (
        UniqueConstraint("penerima_id", "tahap_id"),
        CheckConstraint("nominal IS NULL OR nominal >= 0", name="nominal_positif"),
        Index("ix_alokasi_kegiatan_tahap", "kegiatan_id", "tahap_id"),
    )

    kegiatan_id: UUID = Field(foreign_key="kegiatan.id", index=True)
    penerima_id: UUID = Field(foreign_key="penerima.id", index=True)
    tahap_id: UUID = Field(foreign_key="tahap.id", index=True)
    nominal: int | None = None  # rupiah
    batal: bool = False  # taken off by an SK Perubahan
    alasan_batal: str = ""


class AlokasiBarang(Baris, table=True):
    """A goods line or item of an allocation: rice, sewing machine, buku tabungan, kartu ATM."""

    __tablename__ = "alokasi_barang"

    alokasi_id: UUID = Field(foreign_key="alokasi.id", index=True)
    nama: str
    satuan: str = "buah"
    jumlah: int = 1


class Mitra(Baris, table=True):
    """A vendor, bank or the post office."""

    __tablename__ = "mitra"

    kantor_id: UUID = Field(foreign_key="kantor.id", index=True)
    nama: str
    jenis: str = "bank"  # bank, pos, vendor
    alamat: str = ""
    npwp: str = ""
    penanggung_jawab: str = ""
    jabatan: str = ""
    telepon: str = ""


class Perjanjian(Baris, table=True):
    """A letter of appointment, MOU or agreement with a mitra; both sides' numbers."""

    __tablename__ = "perjanjian"

    kegiatan_id: UUID = Field(foreign_key="kegiatan.id", index=True)
    mitra_id: UUID = Field(foreign_key="mitra.id")
    jenis: str  # istilah.JenisPerjanjian
    nomor: str = ""  # ours
    nomor_mitra: str = ""
    tanggal: date
    tentang: str = ""
    lampiran_id: UUID | None = Field(default=None, foreign_key="lampiran.id")


class BarangMasuk(Baris, table=True):
    """One goods line of a BAST by which a vendor handed over to the office; a withdrawn one keeps its reason."""

    __tablename__ = "barang_masuk"
    __table_args__ = (CheckConstraint("jumlah > 0", name="jumlah_positif"),)

    kegiatan_id: UUID = Field(foreign_key="kegiatan.id", index=True)
    mitra_id: UUID = Field(foreign_key="mitra.id")
    nomor: str  # of the BAST
    tanggal: date
    nama: str
    satuan: str = "buah"
    jumlah: int
    batal: bool = False
    alasan_batal: str = ""
    lampiran_id: UUID | None = Field(default=None, foreign_key="lampiran.id")


class Pencairan(Baris, table=True):
    """Money that left the treasury for a tahap (SP2D)."""

    __tablename__ = "pencairan"

    kegiatan_id: UUID = Field(foreign_key="kegiatan.id", index=True)
    tahap_id: UUID = Field(foreign_key="tahap.id", index=True)
    jenis: str = "LS"  # LS or TU
    nomor_spm: str = ""
    nomor_sp2d: str
    tanggal: date
    nilai: int  # rupiah
    alasan_selisih: str = ""  # why it differs from the sum of the allocations
    lampiran_id: UUID | None = Field(default=None, foreign_key="lampiran.id")


class Setoran(Baris, table=True):
    """Money given back (STS)."""

    __tablename__ = "setoran"

    kegiatan_id: UUID = Field(foreign_key="kegiatan.id", index=True)
    tahap_id: UUID = Field(foreign_key="tahap.id", index=True)
    nomor: str
    tanggal: date
    nilai: int  # rupiah
    alasan: str = ""
    lampiran_id: UUID | None = Field(default=None, foreign_key="lampiran.id")
