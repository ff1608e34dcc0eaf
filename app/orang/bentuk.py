"""What is known of a person as it leaves this room: frozen, never a table row."""

from dataclasses import dataclass, fields
from datetime import date, datetime
from uuid import UUID

from app.jejak import BarisJejak
from db.istilah import HasilSalur, StatusUsulan
from db.model import Orang


@dataclass(frozen=True)
class DataOrang:
    """What is known of a person. Dates are dates, identifiers text of digits, `kode_desa` a region code."""

    nama: str
    nik: str | None = None
    no_kk: str | None = None
    jenis_kelamin: str | None = None
    tempat_lahir: str = ""
    tanggal_lahir: date | None = None
    nama_ibu: str = ""
    status_kawin: str = ""
    pekerjaan: str = ""
    shdk: str = ""
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
    catatan: str = ""


BIDANG = tuple(f.name for f in fields(DataOrang))


@dataclass(frozen=True)
class RingkasanOrang:
    """One line of the search: identifiers in full, the screen masks them."""

    id: UUID
    urut: int
    nama: str
    nama_cari: str
    nik: str | None
    no_kk: str | None
    tanggal_lahir: date | None
    kode_desa: str | None
    desa: str
    banyak_usulan: int


@dataclass(frozen=True)
class UsulanOrang:
    """One proposal of a person and what came of it."""

    usulan_id: UUID
    kegiatan_id: UUID
    kegiatan: str
    tahun: int
    status: StatusUsulan
    kategori: str
    alasan: str


@dataclass(frozen=True)
class BantuanOrang:
    """One aid in one tahap: owed, and what the last act of hand-over said. Rupiah.

    Attributes:
        ganda: the same tahap was received once more, under the name of one who was merged into this person.
    """

    kegiatan_id: UUID
    kegiatan: str
    tahun: int
    tahap: str
    nominal: int | None
    hasil: HasilSalur | None
    tanggal: date | None
    diterima: bool
    ganda: bool = False


@dataclass(frozen=True)
class KoreksiOrang:
    """A correction of an identity field."""

    bidang: str
    lama: str
    baru: str
    alasan: str
    pada: datetime


@dataclass(frozen=True)
class AnggotaKeluarga:
    """Someone with the same No. KK, or a wali."""

    orang_id: UUID | None
    nama: str
    hubungan: str
    nik: str | None


@dataclass(frozen=True)
class BerkasOrang:
    """A paper kept for a person."""

    lampiran_id: UUID
    nama: str
    keterangan: str


@dataclass(frozen=True)
class OrangGabungan:
    """Somebody who was merged into a person: who they were before, when it was done, and why."""

    id: UUID
    nama: str
    nik: str | None
    pada: datetime
    alasan: str


@dataclass(frozen=True)
class HalamanOrang:
    """Everything one person's page shows."""

    id: UUID
    data: DataOrang
    desa: str
    keluarga: tuple[AnggotaKeluarga, ...]
    wali: tuple[AnggotaKeluarga, ...]
    usulan: tuple[UsulanOrang, ...]
    bantuan: tuple[BantuanOrang, ...]
    koreksi: tuple[KoreksiOrang, ...]
    berkas: tuple[BerkasOrang, ...]
    jejak: tuple[BarisJejak, ...]
    gabungan: tuple[OrangGabungan, ...] = ()


def data_orang(o: Orang) -> DataOrang:
    """Return a row's data."""
    return DataOrang(**{b: getattr(o, b) for b in BIDANG})
