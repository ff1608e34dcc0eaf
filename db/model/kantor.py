"""Offices and their people: what they are called, who signs, who may sign in, and their working days."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from db.dasar import Baris, kolom_daftar, kolom_json


class Kantor(Baris, table=True):
    """An office. Zone, paper, letterhead and hours are its own, because one store may hold several."""

    __tablename__ = "kantor"

    nama: str  # "Dinas Sosial Kabupaten Lamandau"
    jenis: str  # istilah.JenisKantor
    kode_wilayah: str = Field(index=True)  # "62.09" or "63.11.03"
    nama_pemda: str  # first line of the kop: "PEMERINTAH KABUPATEN LAMANDAU"
    zona: str  # istilah.Zona, an IANA name
    alamat: str = ""
    kode_pos: str = ""
    telepon: str = ""
    pos_el: str = ""
    laman: str = ""
    tempat_surat: str = ""  # place before the date of a letter: "Nanga Bulik"
    kertas: str = "f4"  # istilah.Kertas
    tepi: dict[str, Any] = kolom_json()  # mm: atas, bawah, kiri, kanan
    lambang_id: UUID | None = Field(default=None, foreign_key="lampiran.id")
    jam_kerja: dict[str, Any] = kolom_json()  # empty: the defaults of Perpres 21/2023
    contoh: bool = False  # a sample office; real and sample never mix


class Pejabat(Baris, table=True):
    """Someone whose name stands under a paper: Kadis, Bupati, Camat, Kepala Desa (no NIP line), Bendahara."""

    __tablename__ = "pejabat"

    kantor_id: UUID = Field(foreign_key="kantor.id", index=True)
    nama: str
    jabatan: str  # as printed: "Kepala Dinas Sosial Kabupaten Lamandau"
    kunci: str = ""  # what the office looks it up by: kepala, sekretaris, kabid, bendahara, pptk, bupati, kades …
    pangkat: str = ""  # "Pembina Tingkat I"
    golongan: str = ""  # "IV/b"
    nip: str | None = None  # 18 digits; None for Bupati and Kepala Desa
    cara: str = "definitif"  # istilah.CaraJabatan
    atas_nama: str = ""  # the post on whose behalf they sign (a.n.)
    untuk_beliau: str = ""  # the post between the two (u.b.)
    kode_desa: str | None = None  # set for a Kepala Desa or Lurah
    sejak: date | None = None
    sampai: date | None = None


class Akun(Baris, table=True):
    """Someone who may sign in. The password lives in a key slot outside the database, never here."""

    __tablename__ = "akun"
    __table_args__ = (UniqueConstraint("nama_pengguna"),)

    kantor_id: UUID = Field(foreign_key="kantor.id", index=True)
    nama_pengguna: str
    nama: str
    nip: str | None = None
    jabatan: str = ""  # real title, printed: "Penyuluh Sosial Ahli Muda"
    slot_id: UUID  # key slot of `db.kunci`
    aktif: bool = True


class Penugasan(Baris, table=True):
    """Account × role × office × area × time: who may do what, and whether as Plt. or Plh."""

    __tablename__ = "penugasan"

    akun_id: UUID = Field(foreign_key="akun.id", index=True)
    kantor_id: UUID = Field(foreign_key="kantor.id", index=True)
    peran: str  # istilah.Peran
    kode_wilayah: str | None = None  # None: the whole area of the office
    sejak: date
    sampai: date | None = None
    cara: str = "definitif"


class PemegangPeranSop(Baris, table=True):
    """Who holds an SOP role in this office: account roles, or nobody ("tidak ada: paraf langsung Kabid")."""

    __tablename__ = "pemegang_peran_sop"
    __table_args__ = (UniqueConstraint("kantor_id", "kode_sop", "peran_sop"),)

    kantor_id: UUID = Field(foreign_key="kantor.id", index=True)
    kode_sop: str
    peran_sop: str
    peran: list[Any] = kolom_daftar()  # of istilah.Peran
    tidak_ada: bool = False
    keterangan: str = ""
    dikonfirmasi: bool = False  # an `anggapan` the office has looked at


class HariLibur(Baris, table=True):
    """A day the office changed against the national list, or the frozen national list of a year."""

    __tablename__ = "hari_libur"
    __table_args__ = (UniqueConstraint("kantor_id", "tanggal"),)

    kantor_id: UUID = Field(foreign_key="kantor.id", index=True)
    tanggal: date
    nama: str
    jenis: str  # istilah.JenisLibur
    sumber: str = ""


class Penghitung(Baris, table=True):
    """The office's own running numbers for letters and registers, per year and pattern."""

    __tablename__ = "penghitung"
    __table_args__ = (UniqueConstraint("kantor_id", "kode", "tahun"),)

    kantor_id: UUID = Field(foreign_key="kantor.id", index=True)
    kode: str  # agenda_masuk, agenda_keluar, register, surat_tugas …
    tahun: int
    nilai: int = 0  # last number given
    pola: str = "{nomor}"  # "800/{nomor:03}/Dinsos.C/{bulan_romawi}/{tahun}"


class Wilayah(Baris, table=True):
    """A region that the office added or renamed over the shipped table."""

    __tablename__ = "wilayah"
    __table_args__ = (UniqueConstraint("kode"),)

    kode: str
    nama: str
    jenis: str
    sumber: str = ""
    berlaku: bool = True
