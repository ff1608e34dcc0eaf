"""Surat Perintah Tugas and the schedule per desa: how a hand-over is arranged (balakas step 4, any SOP's penyaluran).

The SPT is an outgoing letter of the register with what it orders beside it; the Camat or Kadis signs its paper. The
schedule says where and when each desa is served, and by whom.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from app import jejak
from app.akses import Hak, wajib
from app.bahasa.waktu import nama_hari
from app.kalender import Kalender, kalender_kantor
from app.kerja import Kerja
from app.penomoran import SURAT_TUGAS
from app.pijakan import daftar_tahap, kegiatan_berjalan
from app.register import BarisAgenda, DataSurat, catat_surat_keluar, surat
from app.wilayah import di_dalam, peta_kantor
from db.galat import KnownError
from db.model import JadwalPenyaluran, Surat

JENIS_SPT = "spt"


@dataclass(frozen=True, slots=True)
class PetugasSpt:
    """Someone who is sent, as the SPT names them."""

    nama: str
    jabatan: str = ""
    pangkat: str = ""
    nip: str = ""


@dataclass(frozen=True, slots=True)
class DataSpt:
    """What an SPT orders.

    Attributes:
        nomor: typed; None: from the office's counter `surat_tugas`.
        dasar: the letters and rules it stands on, one each.
        untuk: the tasks, one each.
        mulai, sampai: days of the duty, both included.
        tembusan: who gets a copy, one each.
    """

    tanggal: date
    petugas: tuple[PetugasSpt, ...]
    untuk: tuple[str, ...]
    mulai: date
    sampai: date
    tempat: str
    dasar: tuple[str, ...] = ()
    tembusan: tuple[str, ...] = ()
    nomor: str | None = None


@dataclass(frozen=True, slots=True)
class Spt:
    """An SPT in the register: `nomor` as given, `nomor_agenda` of the buku agenda."""

    id: UUID
    nomor: str
    nomor_agenda: str
    isi: DataSpt


def buat_spt(kerja: Kerja, kegiatan_id: UUID, data: DataSpt) -> UUID:
    """Write an SPT for a kegiatan into the register; returns the letter's id.

    Raises:
        KnownError: `tidak_berwenang`, `isian_kosong`, `spt_tanpa_petugas`, `tanggal_terbalik`, `nomor_diketik`.
    """
    if not any(p.nama.strip() for p in data.petugas):
        raise KnownError("spt_tanpa_petugas")
    if not any(u.strip() for u in data.untuk):
        raise KnownError("isian_kosong", bidang="tugas")
    if data.sampai < data.mulai:
        raise KnownError("tanggal_terbalik", mulai=data.mulai, sampai=data.sampai)
    kegiatan = kegiatan_berjalan(kerja, kegiatan_id)
    return catat_surat_keluar(
        kerja,
        DataSurat(
            perihal=f"Surat Perintah Tugas: {kegiatan.nama}",
            tanggal_terima=data.tanggal,
            tanggal_surat=data.tanggal,
            nomor_surat=data.nomor,
            kepada=", ".join(p.nama for p in data.petugas),
            kegiatan_id=kegiatan_id,
            kode_nomor=SURAT_TUGAS,
            jenis=JENIS_SPT,
            rincian=_ke_json(data),
        ),
    )


def daftar_spt(kerja: Kerja, kegiatan_id: UUID) -> list[Spt]:
    """Give the SPTs of a kegiatan that hold, oldest first."""
    kueri = select(Surat.id).where(Surat.kegiatan_id == kegiatan_id, Surat.jenis == JENIS_SPT)
    kueri = kueri.where(col(Surat.digantikan).is_(False)).order_by(col(Surat.urut))
    return [lihat_spt(kerja, surat_id) for surat_id in kerja.sesi.exec(kueri).all()]


def lihat_spt(kerja: Kerja, surat_id: UUID) -> Spt:
    """Give one SPT for its paper."""
    return _spt(surat(kerja, surat_id))


def _ke_json(data: DataSpt) -> dict[str, Any]:
    isi = asdict(data) | {k: getattr(data, k).isoformat() for k in ("tanggal", "mulai", "sampai")}
    return {**isi, "petugas": [asdict(p) for p in data.petugas], "nomor": None}


def _spt(b: BarisAgenda) -> Spt:
    r = b.rincian
    isi = DataSpt(
        tanggal=date.fromisoformat(r["tanggal"]),
        petugas=tuple(PetugasSpt(**p) for p in r["petugas"]),
        untuk=tuple(r["untuk"]),
        mulai=date.fromisoformat(r["mulai"]),
        sampai=date.fromisoformat(r["sampai"]),
        tempat=r["tempat"],
        dasar=tuple(r["dasar"]),
        tembusan=tuple(r["tembusan"]),
        nomor=b.nomor_surat,
    )
    return Spt(b.id, b.nomor_surat, b.nomor_agenda, isi)


# --- schedule --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Jadwal:
    """When and where a desa is served; `jam` as announced (`08.30–12.00`), `metode` e.g. `Kumpul di balai desa`."""

    kode_desa: str
    tanggal: date
    jam: str = ""
    tempat: str = ""
    metode: str = ""
    petugas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BarisJadwal:
    """A line of the schedule; `catatan` says that the day is no working day (`hari Minggu`, `libur: Nyepi`)."""

    id: UUID
    desa: str
    isi: Jadwal
    catatan: str


def atur_jadwal(kerja: Kerja, kegiatan_id: UUID, jadwal: Iterable[Jadwal], *, tahap: int = 1) -> int:
    """Set the schedule of a tahap: a desa that is named again gets its new line, the others stay. Returns how many.

    Raises:
        KnownError: `tidak_berwenang`, `desa_di_luar_kegiatan`.
    """
    wajib(kerja, Hak.PENYALURAN)
    kegiatan, tahap_id = kegiatan_berjalan(kerja, kegiatan_id), _tahap(kerja, kegiatan_id, tahap)
    lama = {b.kode_desa: b for b in _baris(kerja, kegiatan_id, tahap_id)}
    peta, banyak = peta_kantor(kerja), 0
    for satu in jadwal:
        if not di_dalam(satu.kode_desa, kegiatan.kode_wilayah) or peta.cari_kode(satu.kode_desa) is None:
            raise KnownError("desa_di_luar_kegiatan", desa=peta.sebutan(satu.kode_desa))
        baris = lama.get(satu.kode_desa) or JadwalPenyaluran(
            kegiatan_id=kegiatan_id, tahap_id=tahap_id, kode_desa=satu.kode_desa, tanggal=satu.tanggal
        )
        baris.tanggal, baris.jam, baris.tempat, baris.metode = satu.tanggal, satu.jam, satu.tempat, satu.metode
        baris.petugas = list(satu.petugas)
        kerja.sesi.add(baris)
        banyak += 1
    kerja.sesi.flush()
    jejak.catat(kerja, "atur_jadwal", objek="kegiatan", objek_id=kegiatan_id, kegiatan_id=kegiatan_id, desa=banyak)
    return banyak


def daftar_jadwal(kerja: Kerja, kegiatan_id: UUID, *, tahap: int = 1) -> list[BarisJadwal]:
    """Give the schedule of a tahap by day, hour and desa."""
    kalender, peta = kalender_kantor(kerja), peta_kantor(kerja)
    baris = [
        BarisJadwal(b.id, peta.sebutan(b.kode_desa), _jadwal(b), _catatan(kalender, b.tanggal))
        for b in _baris(kerja, kegiatan_id, _tahap(kerja, kegiatan_id, tahap))
    ]
    return sorted(baris, key=lambda b: (b.isi.tanggal, b.isi.jam, b.isi.kode_desa))


def hapus_jadwal(kerja: Kerja, jadwal_id: UUID) -> None:
    """Take a line of the schedule away.

    Raises:
        KnownError: `tidak_berwenang`, `jadwal_tidak_ada`, `kegiatan_tidak_ada`, `kegiatan_ditutup`.
    """
    wajib(kerja, Hak.PENYALURAN)
    baris = kerja.sesi.get(JadwalPenyaluran, jadwal_id)
    if baris is None:
        raise KnownError("jadwal_tidak_ada")
    kegiatan_berjalan(kerja, baris.kegiatan_id)
    kerja.sesi.delete(baris)
    jejak.catat(
        kerja, "hapus_jadwal", objek="kegiatan", objek_id=baris.kegiatan_id, kegiatan_id=baris.kegiatan_id,
        desa=baris.kode_desa, tanggal=baris.tanggal,
    )  # fmt: skip


def _baris(kerja: Kerja, kegiatan_id: UUID, tahap_id: UUID) -> list[JadwalPenyaluran]:
    kueri = select(JadwalPenyaluran).where(JadwalPenyaluran.kegiatan_id == kegiatan_id)
    kueri = kueri.where(JadwalPenyaluran.tahap_id == tahap_id).order_by(col(JadwalPenyaluran.urut))
    return list(kerja.sesi.exec(kueri))


def _tahap(kerja: Kerja, kegiatan_id: UUID, nomor: int) -> UUID:
    for tahap in daftar_tahap(kerja, kegiatan_id):
        if tahap.nomor == nomor:
            return tahap.id
    raise KnownError("tahap_tidak_ada")


def _jadwal(b: JadwalPenyaluran) -> Jadwal:
    return Jadwal(b.kode_desa, b.tanggal, b.jam, b.tempat, b.metode, tuple(b.petugas))


def _catatan(kalender: Kalender, hari: date) -> str:
    libur = kalender.libur(hari)
    if libur:
        return f"libur: {libur.nama}"
    return "" if kalender.hari_kerja(hari) else f"hari {nama_hari(hari)}"
