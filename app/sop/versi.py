"""Which SOPs an office has: the shipped ones and its own edits, each a version that never changes."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import col, func, select

from app import jejak
from app.akses import Hak, wajib
from app.kerja import Kerja
from app.sop import layak, muat
from app.sop.definisi import DefinisiSop
from db.galat import KnownError
from db.model import Kegiatan, Sop


@dataclass(frozen=True)
class RingkasanSop:
    """One SOP in the list: the version that new kegiatan take, else its newest.

    Attributes:
        bawaan: as it ships, not edited by the office.
        ditawarkan: new kegiatan may take it; False once every version was withdrawn.
    """

    kode: str
    nama: str
    nama_layar: str
    versi: int
    jumlah_langkah: int
    bawaan: bool
    ditawarkan: bool = True


@dataclass(frozen=True)
class VersiSop:
    """One version of an SOP.

    Attributes:
        bawaan: as it ships; it is always offered.
        ditawarkan: not withdrawn.
        berlaku: the one that new kegiatan take.
        kegiatan: how many kegiatan were started on it.
        oleh, pada, catatan: who saved it when and why; empty for the shipped one.
    """

    kode: str
    versi: int
    nama: str
    jumlah_langkah: int
    bawaan: bool
    ditawarkan: bool
    berlaku: bool
    kegiatan: int
    oleh: str = ""
    pada: datetime | None = None
    catatan: str = ""


def kode_dipakai(kerja: Kerja) -> frozenset[str]:
    """Return the codes of all SOPs that are or were in this store, and of the shipped ones."""
    return frozenset(muat.BAWAAN) | frozenset(kerja.sesi.exec(select(Sop.kode).distinct()))


def daftar_sop(kerja: Kerja, *, semua: bool = False) -> list[RingkasanSop]:
    """Return every SOP that is offered: the shipped ones first, then the office's own by code.

    Args:
        semua: those of which every version was withdrawn too.
    """
    milik = sorted(kode_dipakai(kerja) - set(muat.BAWAAN))
    ada = [(kode, _berlaku(kerja, kode)) for kode in (*muat.BAWAAN, *milik)]
    ringkas = [_ringkas(sop, ditawarkan=True) for _, sop in ada if sop is not None]
    if semua:
        ringkas += [_ringkas(riwayat_sop(kerja, kode)[-1], ditawarkan=False) for kode, sop in ada if sop is None]
    return ringkas


def sop_berlaku(kerja: Kerja, kode: str) -> DefinisiSop:
    """Return the version that a new kegiatan would take: the office's newest, else the shipped one.

    Raises:
        KnownError: `sop_tak_dikenal`, `sop_rusak`.
    """
    sop = _berlaku(kerja, kode)
    if sop is None:
        raise KnownError("sop_tak_dikenal", kode=kode, pilihan=", ".join(s.kode for s in daftar_sop(kerja)))
    return sop


def _berlaku(kerja: Kerja, kode: str) -> DefinisiSop | None:
    """Return the version for new kegiatan; None for an unknown SOP and one that was withdrawn as a whole."""
    baris = kerja.sesi.exec(
        select(Sop).where(Sop.kode == kode, col(Sop.aktif).is_(True)).order_by(col(Sop.revisi).desc())
    ).first()
    if baris:
        return muat.dari_json(baris.isi, nama=baris.nama)
    return muat.muat_bawaan(kode) if kode in muat.BAWAAN else None


def riwayat_sop(kerja: Kerja, kode: str) -> list[DefinisiSop]:
    """Return all versions of an SOP, oldest first; the shipped one is the first of its code."""
    awal = [muat.muat_bawaan(kode)] if kode in muat.BAWAAN else []
    return [*awal, *(muat.dari_json(b.isi, nama=b.nama) for b in _semua(kerja, kode))]


def lihat_versi(kerja: Kerja, kode: str, versi: int) -> DefinisiSop:
    """Return one version, offered or not.

    Raises:
        KnownError: `sop_versi_tak_dikenal`, `sop_rusak`.
    """
    for sop in riwayat_sop(kerja, kode):
        if sop.versi == versi:
            return sop
    raise KnownError("sop_versi_tak_dikenal", nama=kode, versi=versi)


def daftar_versi(kerja: Kerja, kode: str) -> list[VersiSop]:
    """Return the versions of an SOP with who saved them and how many kegiatan run on them, newest first."""
    dipakai = dict(
        kerja.sesi.exec(
            select(Kegiatan.sop_revisi, func.count())
            .where(Kegiatan.kode_sop == kode)
            .group_by(col(Kegiatan.sop_revisi))
        ).all()
    )
    berlaku = _berlaku(kerja, kode)
    kini = berlaku.versi if berlaku else None
    hasil = [_versi(kerja, b, kini, dipakai.get(b.revisi, 0)) for b in _semua(kerja, kode)]
    if kode in muat.BAWAAN:
        sop = muat.muat_bawaan(kode)
        banyak = dipakai.get(sop.versi, 0)
        nama = sop.nama_layar.tampil
        hasil.insert(0, VersiSop(kode, sop.versi, nama, len(sop.langkah), True, True, kini == sop.versi, banyak))
    return hasil[::-1]


def _semua(kerja: Kerja, kode: str) -> list[Sop]:
    return list(kerja.sesi.exec(select(Sop).where(Sop.kode == kode).order_by(col(Sop.revisi))))


def _versi(kerja: Kerja, b: Sop, berlaku: int | None, kegiatan: int) -> VersiSop:
    jejak_simpan = next((j for j in jejak.riwayat(kerja, objek_id=b.id) if j.aksi == "simpan_sop"), None)
    return VersiSop(
        b.kode, b.revisi, b.nama, len(b.isi["langkah"]), False, b.aktif, b.revisi == berlaku, kegiatan,
        jejak_simpan.nama_akun if jejak_simpan else "",
        jejak_simpan.pada if jejak_simpan else None,
        str(jejak_simpan.rincian.get("catatan", "")) if jejak_simpan else "",
    )  # fmt: skip


def simpan_sop(kerja: Kerja, definisi: DefinisiSop, *, catatan: str = "") -> DefinisiSop:
    """Keep an edited or new SOP as the next version of its code. Kegiatan under way keep theirs.

    Args:
        catatan: why, one line for the list of versions.

    Raises:
        KnownError: `tidak_berwenang`, `sop_rusak`, `sop_belum_layak`, `sop_tidak_berubah`.
    """
    wajib(kerja, Hak.ATUR_SOP)
    terakhir = kerja.sesi.exec(select(func.max(Sop.revisi)).where(Sop.kode == definisi.kode)).one()
    lama = riwayat_sop(kerja, definisi.kode)
    baru = replace(definisi, versi=max(terakhir or 0, 1 if definisi.kode in muat.BAWAAN else 0) + 1)
    muat.dari_json(muat.ke_json(baru), nama=definisi.nama_layar.tampil)
    layak.wajib_layak(baru)
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
    catatan = " ".join(catatan.split())
    jejak.catat(kerja, "simpan_sop", objek="sop", objek_id=baris.id, kode=baru.kode, versi=baru.versi, catatan=catatan)
    return baru


def tarik_versi(kerja: Kerja, kode: str, versi: int, *, alasan: str) -> None:
    """No longer offer a version to new kegiatan: they take the one before it. It stays, and running kegiatan go on.

    Raises:
        KnownError: `tidak_berwenang`, `alasan_kosong`, `sop_versi_tak_dikenal`, `sop_bawaan_tetap`,
            `sop_versi_ditarik`.
    """
    wajib(kerja, Hak.ATUR_SOP)
    if not alasan.strip():
        raise KnownError("alasan_kosong")
    baris = _baris(kerja, kode, versi)
    if not baris.aktif:
        raise KnownError("sop_versi_ditarik", nama=baris.nama, versi=versi)
    baris.aktif = False
    jejak.catat(kerja, "tarik_sop", objek="sop", objek_id=baris.id, kode=kode, versi=versi, alasan=alasan.strip())


def tawarkan_versi(kerja: Kerja, kode: str, versi: int) -> None:
    """Offer a version again that was withdrawn.

    Raises:
        KnownError: `tidak_berwenang`, `sop_versi_tak_dikenal`, `sop_bawaan_tetap`, `sop_versi_ditawarkan`.
    """
    wajib(kerja, Hak.ATUR_SOP)
    baris = _baris(kerja, kode, versi)
    if baris.aktif:
        raise KnownError("sop_versi_ditawarkan", nama=baris.nama, versi=versi)
    baris.aktif = True
    jejak.catat(kerja, "tawarkan_sop", objek="sop", objek_id=baris.id, kode=kode, versi=versi)


def _baris(kerja: Kerja, kode: str, versi: int) -> Sop:
    """Return the row of a version of the office's own."""
    baris = kerja.sesi.exec(select(Sop).where(Sop.kode == kode, Sop.revisi == versi)).first()
    if baris is not None:
        return baris
    if kode in muat.BAWAAN and versi == muat.muat_bawaan(kode).versi:
        raise KnownError("sop_bawaan_tetap", nama=muat.muat_bawaan(kode).nama_layar.tampil)
    raise KnownError("sop_versi_tak_dikenal", nama=kode, versi=versi)


def _ringkas(sop: DefinisiSop, *, ditawarkan: bool) -> RingkasanSop:
    bawaan = sop.kode in muat.BAWAAN and sop == muat.muat_bawaan(sop.kode)
    return RingkasanSop(sop.kode, sop.nama, sop.nama_layar.tampil, sop.versi, len(sop.langkah), bawaan, ditawarkan)
