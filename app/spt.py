"""Surat Perintah Tugas and the schedule per desa: how a hand-over is arranged (balakas step 4, any SOP's penyaluran).

The SPT is an outgoing letter of the register with what it orders beside it; the Camat or Kadis signs its paper. The
schedule says where and when each desa, or each of its points, is served, and by whom.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
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
from app.penyaluran.titik import SISANYA, BatasTitik, semua_batas, simpan_batas
from app.pijakan import daftar_tahap, isi_wajib, kegiatan_berjalan
from app.register import BarisAgenda, DataSurat, catat_surat_keluar, surat
from app.wilayah import di_dalam, peta_kantor
from db.galat import KnownError
from db.model import JadwalPenyaluran, Kegiatan, Surat

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
    """When and where a desa, or a part of it, is served.

    Attributes:
        jam: as announced (`08.30–12.00`).
        metode: e.g. `Kumpul di balai desa`.
        batas: whom this point names where the desa has several; empty: the rest of the desa.
    """

    kode_desa: str
    tanggal: date
    jam: str = ""
    tempat: str = ""
    metode: str = ""
    petugas: tuple[str, ...] = ()
    batas: BatasTitik = SISANYA


@dataclass(frozen=True, slots=True)
class BarisJadwal:
    """A line of the schedule; `catatan` says that the day is no working day (`hari Minggu`, `libur: Nyepi`)."""

    id: UUID
    desa: str
    isi: Jadwal
    catatan: str

    @property
    def sebutan(self) -> str:
        """Where, and for whom where the point names anybody: `SDN 1 (RT 1, 2)`."""
        siapa = self.isi.batas.sebutan
        return f"{self.isi.tempat} ({siapa})" if siapa else self.isi.tempat


def atur_jadwal(kerja: Kerja, kegiatan_id: UUID, jadwal: Iterable[Jadwal], *, tahap: int = 1) -> int:
    """Set the schedule of a tahap: a desa that is named again gets its new line, the others stay. Returns how many.

    Of a desa with several points the one at the same place is set, else the last.

    Raises:
        KnownError: `tidak_berwenang`, `kegiatan_ditutup`, `tahap_tidak_ada`, `desa_di_luar_kegiatan`.
    """
    wajib(kerja, Hak.PENYALURAN)
    kegiatan, tahap_id = kegiatan_berjalan(kerja, kegiatan_id), _tahap(kerja, kegiatan_id, tahap)
    lama: dict[str, list[JadwalPenyaluran]] = {}
    for baris in _baris(kerja, kegiatan_id, tahap_id):
        lama.setdefault(baris.kode_desa, []).append(baris)
    banyak = 0
    for satu in jadwal:
        titik = lama.get(satu.kode_desa, [])
        kena = next((b for b in titik if b.tempat == satu.tempat), titik[-1] if titik else None)
        _tulis(kerja, kegiatan, kena or _baru(kegiatan_id, tahap_id, satu), satu)
        banyak += 1
    jejak.catat(kerja, "atur_jadwal", objek="kegiatan", objek_id=kegiatan_id, kegiatan_id=kegiatan_id, desa=banyak)
    return banyak


def tambah_titik(kerja: Kerja, kegiatan_id: UUID, jadwal: Jadwal, *, tahap: int = 1) -> UUID:
    """Add a point to a desa that may have others already; returns its id.

    Raises:
        KnownError: as `atur_jadwal`, and `isian_kosong`, `titik_sudah_ada`.
    """
    wajib(kerja, Hak.PENYALURAN)
    isi_wajib({"tempat": jadwal.tempat})
    kegiatan, tahap_id = kegiatan_berjalan(kerja, kegiatan_id), _tahap(kerja, kegiatan_id, tahap)
    ada = {(b.kode_desa, b.tempat.strip().casefold()) for b in _baris(kerja, kegiatan_id, tahap_id)}
    if (jadwal.kode_desa, jadwal.tempat.strip().casefold()) in ada:
        desa = peta_kantor(kerja).sebutan(jadwal.kode_desa)
        raise KnownError("titik_sudah_ada", desa=desa, tempat=jadwal.tempat.strip())
    baris = _baru(kegiatan_id, tahap_id, jadwal)
    _tulis(kerja, kegiatan, baris, jadwal)
    jejak.catat(kerja, "tambah_titik", objek="kegiatan", objek_id=kegiatan_id, kegiatan_id=kegiatan_id,
                desa=jadwal.kode_desa, tempat=jadwal.tempat)  # fmt: skip
    return baris.id


def ubah_titik(kerja: Kerja, jadwal_id: UUID, jadwal: Jadwal) -> None:
    """Give a line of the schedule a new day, place, officer or people; its desa stays.

    Raises:
        KnownError: `tidak_berwenang`, `jadwal_tidak_ada`, `kegiatan_ditutup`.
    """
    wajib(kerja, Hak.PENYALURAN)
    baris = _satu(kerja, jadwal_id)
    _tulis(kerja, kegiatan_berjalan(kerja, baris.kegiatan_id), baris, replace(jadwal, kode_desa=baris.kode_desa))
    jejak.catat(kerja, "ubah_titik", objek="kegiatan", objek_id=baris.kegiatan_id, kegiatan_id=baris.kegiatan_id,
                desa=baris.kode_desa, tempat=baris.tempat)  # fmt: skip


def _baru(kegiatan_id: UUID, tahap_id: UUID, isi: Jadwal) -> JadwalPenyaluran:
    return JadwalPenyaluran(kegiatan_id=kegiatan_id, tahap_id=tahap_id, kode_desa=isi.kode_desa, tanggal=isi.tanggal)


def _tulis(kerja: Kerja, kegiatan: Kegiatan, baris: JadwalPenyaluran, isi: Jadwal) -> None:
    peta = peta_kantor(kerja)
    if not di_dalam(isi.kode_desa, kegiatan.kode_wilayah) or peta.cari_kode(isi.kode_desa) is None:
        raise KnownError("desa_di_luar_kegiatan", desa=peta.sebutan(isi.kode_desa))
    baris.tanggal, baris.jam, baris.tempat, baris.metode = isi.tanggal, isi.jam, isi.tempat, isi.metode
    baris.petugas = list(isi.petugas)
    kerja.sesi.add(baris)
    kerja.sesi.flush()
    simpan_batas(kerja, {baris.id: isi.batas})


def daftar_jadwal(kerja: Kerja, kegiatan_id: UUID, *, tahap: int = 1) -> list[BarisJadwal]:
    """Give the schedule of a tahap by day, hour and desa."""
    kalender, peta, batas = kalender_kantor(kerja), peta_kantor(kerja), semua_batas(kerja)
    baris = [
        BarisJadwal(
            b.id, peta.sebutan(b.kode_desa), _jadwal(b, batas.get(b.id, SISANYA)), _catatan(kalender, b.tanggal)
        )
        for b in _baris(kerja, kegiatan_id, _tahap(kerja, kegiatan_id, tahap))
    ]
    return sorted(baris, key=lambda b: (b.isi.tanggal, b.isi.jam, b.isi.kode_desa))


def hapus_jadwal(kerja: Kerja, jadwal_id: UUID) -> None:
    """Take a line of the schedule away.

    Raises:
        KnownError: `tidak_berwenang`, `jadwal_tidak_ada`, `kegiatan_tidak_ada`, `kegiatan_ditutup`.
    """
    wajib(kerja, Hak.PENYALURAN)
    baris = _satu(kerja, jadwal_id)
    kegiatan_berjalan(kerja, baris.kegiatan_id)
    simpan_batas(kerja, {baris.id: SISANYA})
    kerja.sesi.delete(baris)
    jejak.catat(
        kerja, "hapus_jadwal", objek="kegiatan", objek_id=baris.kegiatan_id, kegiatan_id=baris.kegiatan_id,
        desa=baris.kode_desa, tanggal=baris.tanggal,
    )  # fmt: skip


def _baris(kerja: Kerja, kegiatan_id: UUID, tahap_id: UUID) -> list[JadwalPenyaluran]:
    kueri = select(JadwalPenyaluran).where(JadwalPenyaluran.kegiatan_id == kegiatan_id)
    kueri = kueri.where(JadwalPenyaluran.tahap_id == tahap_id).order_by(col(JadwalPenyaluran.urut))
    return list(kerja.sesi.exec(kueri))


def _satu(kerja: Kerja, jadwal_id: UUID) -> JadwalPenyaluran:
    baris = kerja.sesi.get(JadwalPenyaluran, jadwal_id)
    if baris is None:
        raise KnownError("jadwal_tidak_ada")
    return baris


def _tahap(kerja: Kerja, kegiatan_id: UUID, nomor: int) -> UUID:
    for tahap in daftar_tahap(kerja, kegiatan_id):
        if tahap.nomor == nomor:
            return tahap.id
    raise KnownError("tahap_tidak_ada")


def _jadwal(b: JadwalPenyaluran, batas: BatasTitik) -> Jadwal:
    return Jadwal(b.kode_desa, b.tanggal, b.jam, b.tempat, b.metode, tuple(b.petugas), batas)


def _catatan(kalender: Kalender, hari: date) -> str:
    libur = kalender.libur(hari)
    if libur:
        return f"libur: {libur.nama}"
    return "" if kalender.hari_kerja(hari) else f"hari {nama_hari(hari)}"
