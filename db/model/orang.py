"""People. NIK is an attribute that may be missing or corrected; No. KK has a history; a wali is a relation."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from db.dasar import Baris


class Orang(Baris, table=True):
    """A person known to the store, proposed or not."""

    __tablename__ = "orang"
    __table_args__ = (
        CheckConstraint("nik IS NULL OR length(nik) = 16", name="nik_16"),
        CheckConstraint("no_kk IS NULL OR length(no_kk) = 16", name="no_kk_16"),
    )

    nama: str
    nama_cari: str = Field(index=True)  # upper case, single spaces, no marks: what is sorted and searched
    nik: str | None = Field(default=None, index=True)  # 16 digits
    no_kk: str | None = Field(default=None, index=True)  # today's; earlier ones in RiwayatKk
    jenis_kelamin: str | None = None  # istilah.JenisKelamin
    tempat_lahir: str = ""
    tanggal_lahir: date | None = None
    nama_ibu: str = ""
    status_kawin: str = ""
    pekerjaan: str = ""
    shdk: str = ""  # status hubungan dalam keluarga
    alamat: str = ""
    dusun: str = ""
    rt: str = ""
    rw: str = ""
    kode_desa: str | None = None
    telepon: str = ""
    ragam_disabilitas: str = ""
    id_dtks: str = ""
    desil: int | None = None
    meninggal_pada: date | None = None
    pindah_pada: date | None = None
    digabung_ke: UUID | None = Field(default=None, foreign_key="orang.id")
    foto_id: UUID | None = Field(default=None, foreign_key="lampiran.id")
    catatan: str = ""


class RiwayatKk(Baris, table=True):
    """A No. KK that a person had, from a day on."""

    __tablename__ = "riwayat_kk"

    orang_id: UUID = Field(foreign_key="orang.id", index=True)
    no_kk: str = Field(index=True)
    shdk: str = ""
    sejak: date
    sampai: date | None = None


class RiwayatIdentitas(Baris, table=True):
    """A correction of who someone is: field, old and new value, why."""

    __tablename__ = "riwayat_identitas"

    orang_id: UUID = Field(foreign_key="orang.id", index=True)
    bidang: str
    lama: str = ""
    baru: str = ""
    alasan: str = ""
    akun_id: UUID | None = Field(default=None, foreign_key="akun.id")


class Wali(Baris, table=True):
    """Who receives for a minor or someone who cannot: a known person, or a name with a NIK."""

    __tablename__ = "wali"

    orang_id: UUID = Field(foreign_key="orang.id", index=True)
    wali_orang_id: UUID | None = Field(default=None, foreign_key="orang.id", index=True)
    nama: str
    nik: str | None = None
    hubungan: str = ""  # ibu kandung, kakek, paman …
    telepon: str = ""
    sejak: date
    sampai: date | None = None


class Rekening(Baris, table=True):
    """A bank account or KKS; the number is text, leading zeros count. Never a PIN."""

    __tablename__ = "rekening"

    orang_id: UUID = Field(foreign_key="orang.id", index=True)
    bank: str = ""
    cabang: str = ""
    nomor: str = Field(index=True)
    atas_nama: str = ""
    jenis: str = "rekening"  # or kks
    aktif: bool = True
