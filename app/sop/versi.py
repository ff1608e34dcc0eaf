"""Which SOPs an office has: the shipped ones and its own edits, each a version that never changes."""

from dataclasses import dataclass, replace

from sqlmodel import col, func, select

from app import jejak
from app.akses import Hak, wajib
from app.kerja import Kerja
from app.sop import muat
from app.sop.definisi import DefinisiSop
from db.galat import KnownError
from db.model import Sop


@dataclass(frozen=True)
class RingkasanSop:
    """One SOP in the list: its newest version.

    Attributes:
        bawaan: as it ships, not edited by the office.
    """

    kode: str
    nama: str
    nama_layar: str
    versi: int
    jumlah_langkah: int
    bawaan: bool


def daftar_sop(kerja: Kerja) -> list[RingkasanSop]:
    """Return every SOP in its newest version: the shipped ones first, then the office's own by code."""
    milik = set(kerja.sesi.exec(select(Sop.kode).distinct())) - set(muat.BAWAAN)
    return [_ringkas(sop_berlaku(kerja, kode)) for kode in (*muat.BAWAAN, *sorted(milik))]


def sop_berlaku(kerja: Kerja, kode: str) -> DefinisiSop:
    """Return the version that a new kegiatan would take: the office's newest, else the shipped one.

    Raises:
        KnownError: `sop_tak_dikenal`, `sop_rusak`.
    """
    baris = kerja.sesi.exec(
        select(Sop).where(Sop.kode == kode, col(Sop.aktif).is_(True)).order_by(col(Sop.revisi).desc())
    ).first()
    return muat.dari_json(baris.isi, nama=baris.nama) if baris else muat.muat_bawaan(kode)


def riwayat_sop(kerja: Kerja, kode: str) -> list[DefinisiSop]:
    """Return all versions of an SOP, oldest first; the shipped one is the first of its code."""
    awal = [muat.muat_bawaan(kode)] if kode in muat.BAWAAN else []
    kueri = select(Sop).where(Sop.kode == kode).order_by(col(Sop.revisi))
    return [*awal, *(muat.dari_json(b.isi, nama=b.nama) for b in kerja.sesi.exec(kueri))]


def simpan_sop(kerja: Kerja, definisi: DefinisiSop) -> DefinisiSop:
    """Keep an edited or new SOP as the next version of its code. Kegiatan under way keep theirs.

    Raises:
        KnownError: `tidak_berwenang`, `sop_rusak`, `sop_tidak_berubah`.
    """
    wajib(kerja, Hak.ATUR_SOP)
    terakhir = kerja.sesi.exec(select(func.max(Sop.revisi)).where(Sop.kode == definisi.kode)).one()
    lama = riwayat_sop(kerja, definisi.kode)
    baru = replace(definisi, versi=max(terakhir or 0, 1 if definisi.kode in muat.BAWAAN else 0) + 1)
    muat.dari_json(muat.ke_json(baru), nama=definisi.nama_layar.tampil)
    if lama and replace(lama[-1], versi=baru.versi) == baru:
        raise KnownError("sop_tidak_berubah", nama=definisi.nama_layar.tampil)
    baris = Sop(
        kode=baru.kode,
        revisi=baru.versi,
        nama=baru.nama_layar.tampil,
        isi=muat.ke_json(baru),
        sidik=muat.sidik(baru),
        bawaan=False,
    )
    kerja.sesi.add(baris)
    kerja.sesi.flush()
    jejak.catat(kerja, "simpan_sop", objek="sop", objek_id=baris.id, kode=baru.kode, versi=baru.versi)
    return baru


def _ringkas(sop: DefinisiSop) -> RingkasanSop:
    bawaan = sop.kode in muat.BAWAAN and sop == muat.muat_bawaan(sop.kode)
    return RingkasanSop(sop.kode, sop.nama, sop.nama_layar.tampil, sop.versi, len(sop.langkah), bawaan)
