"""SOPs and the kegiatan that run through them: steps, required documents, signatures on paper, where the file lies."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint, text
from sqlmodel import Field

from db.dasar import Baris, Instan, kolom_json


class Sop(Baris, table=True):
    """One version of an SOP; a running kegiatan keeps its own frozen copy."""

    __tablename__ = "sop"
    __table_args__ = (UniqueConstraint("kode", "revisi"),)

    kode: str = Field(index=True)  # rehsos, uep, dtks, balakas, or the office's own
    revisi: int = 1
    nama: str
    isi: dict[str, Any] = kolom_json()  # definition, see app.sop.definisi
    sidik: str  # SHA-256 of the canonical JSON, hex
    bawaan: bool = True  # shipped, not edited by the office
    aktif: bool = True


class Kegiatan(Baris, table=True):
    """A programme of one office in one year (or triwulan), on its way through an SOP."""

    __tablename__ = "kegiatan"

    kantor_id: UUID = Field(foreign_key="kantor.id", index=True)
    kode_sop: str = Field(index=True)
    sop_revisi: int = 1
    sop_isi: dict[str, Any] = kolom_json()  # frozen copy
    sop_sidik: str
    nama: str
    tahun: int = Field(index=True)
    periode: str = ""  # "Triwulan IV" for dtks
    jenis_bantuan: str | None = None  # istilah.JenisBantuan; None where the SOP hands nothing over (dtks)
    kode_wilayah: str  # area of the kegiatan: kabupaten or kecamatan
    nominal: int | None = None  # rupiah per recipient and tahap; None where the office does not hold the money
    pagu: int | None = None  # rupiah
    kuota: int | None = None  # persons
    sumber_dana: str = ""
    kode_rekening: str = ""
    aturan: dict[str, Any] = kolom_json()  # eligibility rules, see app.kelayakan
    # The office's own target per step: {"2": {"nilai": 10, "satuan": "hari"}}.
    target_waktu: dict[str, Any] = kolom_json()
    # Goods lines and items per recipient and tahap: {"item": [{"nama", "satuan", "jumlah"}]}.
    barang: dict[str, Any] = kolom_json()
    status: str = "berjalan"  # istilah.StatusKegiatan
    mulai_langkah: int = 1  # steps before it were finished on paper
    mulai_pada: date
    selesai_pada: date | None = None
    ditutup_pengumpulan: bool = False  # dtks: later applicants open the next triwulan
    catatan: str = ""


class WilayahKegiatan(Baris, table=True):
    """A desa that takes part, with what it was asked for and when it sent."""

    __tablename__ = "wilayah_kegiatan"
    __table_args__ = (UniqueConstraint("kegiatan_id", "kode_desa"),)

    kegiatan_id: UUID = Field(foreign_key="kegiatan.id", index=True)
    kode_desa: str
    kuota: int | None = None
    catatan: str = ""


class Tahap(Baris, table=True):
    """One round of payment and hand-over; a kegiatan has at least one."""

    __tablename__ = "tahap"
    __table_args__ = (UniqueConstraint("kegiatan_id", "nomor"),)

    kegiatan_id: UUID = Field(foreign_key="kegiatan.id", index=True)
    nomor: int
    nama: str  # "Tahap 1", "Triwulan II", "Januari"
    nominal: int | None = None  # rupiah per recipient; None: the kegiatan's
    rencana: date | None = None


class PelaksanaanLangkah(Baris, table=True):
    """One step of a kegiatan in one putaran, for the whole kegiatan or for one usulan."""

    __tablename__ = "pelaksanaan_langkah"
    __table_args__ = (
        UniqueConstraint("kegiatan_id", "langkah", "putaran", "usulan_id"),
        # NULLs are all different to a UNIQUE constraint, so the steps of the whole kegiatan need one of their own.
        Index(
            "uq_pelaksanaan_langkah_kegiatan",
            "kegiatan_id",
            "langkah",
            "putaran",
            unique=True,
            sqlite_where=text("usulan_id IS NULL"),
            postgresql_where=text("usulan_id IS NULL"),
        ),
        Index("ix_pelaksanaan_langkah_meja", "status", "kegiatan_id"),
    )

    kegiatan_id: UUID = Field(foreign_key="kegiatan.id", index=True)
    langkah: int  # order in the SOP, 1…n (its label may differ)
    putaran: int = 1
    usulan_id: UUID | None = Field(default=None, foreign_key="usulan.id", index=True)
    status: str = "menunggu"  # istilah.StatusLangkah
    mulai_pada: datetime | None = Field(default=None, sa_type=Instan)
    batas_pada: datetime | None = Field(default=None, sa_type=Instan)
    selesai_pada: datetime | None = Field(default=None, sa_type=Instan)
    tanggal_selesai: date | None = None  # on paper; the time of entry is selesai_pada
    oleh_akun_id: UUID | None = Field(default=None, foreign_key="akun.id")
    keputusan: str | None = None  # "ya" / "tidak" at a branch
    hasil: str = ""  # the recorded output
    alasan: str = ""  # of a return, override or tidak berlaku


class Kelengkapan(Baris, table=True):
    """One required document of a step, per kegiatan, desa, tahap or usulan."""

    __tablename__ = "kelengkapan"
    __table_args__ = (Index("ix_kelengkapan_langkah", "pelaksanaan_id", "kode"),)

    pelaksanaan_id: UUID = Field(foreign_key="pelaksanaan_langkah.id", index=True)
    kode: str
    nama: str
    sifat: str  # istilah.SifatKelengkapan
    kode_desa: str | None = None
    tahap_id: UUID | None = Field(default=None, foreign_key="tahap.id")
    usulan_id: UUID | None = Field(default=None, foreign_key="usulan.id", index=True)
    status: str = "belum"  # istilah.StatusKelengkapan
    fisik: bool = False  # the paper itself was seen
    pilihan: str = ""  # which of the lawful alternatives was brought
    lampiran_id: UUID | None = Field(default=None, foreign_key="lampiran.id")
    alasan: str = ""  # of tidak berlaku
    oleh_akun_id: UUID | None = Field(default=None, foreign_key="akun.id")
    pada: datetime | None = Field(default=None, sa_type=Instan)


class PengesahanKertas(Baris, table=True):
    """A signature or paraf given on paper, recorded by staff; the scan may follow."""

    __tablename__ = "pengesahan_kertas"

    pelaksanaan_id: UUID = Field(foreign_key="pelaksanaan_langkah.id", index=True)
    jenis: str = "tanda_tangan"  # or paraf
    nama: str
    kapasitas: str  # jabatan, with Plt./Plh.
    peran_sop: str = ""
    tanggal: date
    lampiran_id: UUID | None = Field(default=None, foreign_key="lampiran.id")
    pencatat_id: UUID = Field(foreign_key="akun.id")
    catatan: str = ""


class PosisiBerkas(Baris, table=True):
    """A file that lies with an outside party; its time is counted apart from the office's."""

    __tablename__ = "posisi_berkas"

    pelaksanaan_id: UUID = Field(foreign_key="pelaksanaan_langkah.id", index=True)
    pihak: str  # "Bagian Hukum", "Sekda", "Bupati", "Bank", "Desa Kujan"
    dikirim_pada: date
    diterima_pada: date | None = None  # by them
    kembali_pada: date | None = None
    hasil: str = ""
    pencatat_id: UUID = Field(foreign_key="akun.id")
    catatan: str = ""


class RiwayatLangkah(Baris, table=True):
    """What was done to the steps, one line an act; never changed, never removed."""

    __tablename__ = "riwayat_langkah"

    kegiatan_id: UUID = Field(foreign_key="kegiatan.id", index=True)
    pelaksanaan_id: UUID | None = Field(default=None, foreign_key="pelaksanaan_langkah.id", index=True)
    langkah: int
    putaran: int
    tindakan: str  # istilah.JenisTindakan
    ke_langkah: int | None = None
    alasan: str = ""
    tanggal: date  # the date on paper
    pada: datetime = Field(sa_type=Instan)
    akun_id: UUID = Field(foreign_key="akun.id")
    rincian: dict[str, Any] = kolom_json()
