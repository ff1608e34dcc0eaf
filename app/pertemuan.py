"""Meetings with recipients (uep step 5, sosialisasi): who came, by name or by count."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import col, func, select

from app import jejak
from app.akses import Hak, wajib
from app.kerja import Kerja
from app.pijakan import bukan_besok, isi_wajib, kegiatan_berjalan, lihat_kegiatan, potong
from db.galat import KnownError
from db.model import Kehadiran, Penerima, Pertemuan


@dataclass(frozen=True, slots=True)
class BarisPertemuan:
    """A meeting.

    Attributes:
        diundang: recipients on its list; `hadir` of them came, `lain` others came too.
        jumlah_hadir: people present: counted on paper where that was done, else by names.
    """

    id: UUID
    jenis: str
    tanggal: date
    tempat: str
    materi: str
    kode_desa: str
    diundang: int
    hadir: int
    lain: int
    jumlah_hadir: int


@dataclass(frozen=True, slots=True)
class BarisHadir:
    """One name on the attendance list; `penerima_id` is None for someone who is no recipient."""

    penerima_id: UUID | None
    nama: str
    kode_desa: str
    hadir: bool


def catat_pertemuan(
    kerja: Kerja,
    kegiatan_id: UUID,
    *,
    tanggal: date,
    jenis: str = "sosialisasi",
    tempat: str = "",
    materi: str = "",
    kode_desa: str | None = None,
    jumlah_hadir: int | None = None,
) -> UUID:
    """Record a meeting that took place; names follow by `catat_kehadiran`, or only the number on paper.

    Raises:
        KnownError: `tidak_berwenang`, `isian_kosong`, `tanggal_di_depan`, `jumlah_hadir_salah`, `kegiatan_ditutup`.
    """
    wajib(kerja, Hak.PENYALURAN)
    kegiatan_berjalan(kerja, kegiatan_id)
    isi_wajib({"tempat": tempat})
    bukan_besok(kerja, tanggal, "tanggal pertemuan")
    if jumlah_hadir is not None and jumlah_hadir < 0:
        raise KnownError("jumlah_hadir_salah")
    baris = Pertemuan(
        kegiatan_id=kegiatan_id, jenis=jenis, tanggal=tanggal, tempat=tempat.strip(), materi=materi.strip(),
        kode_desa=kode_desa, jumlah_hadir=jumlah_hadir,
    )  # fmt: skip
    kerja.sesi.add(baris)
    kerja.sesi.flush()
    jejak.catat(
        kerja, "catat_pertemuan", objek="pertemuan", objek_id=baris.id, kegiatan_id=kegiatan_id, jenis=jenis,
        tanggal=tanggal, jumlah_hadir=jumlah_hadir,
    )  # fmt: skip
    return baris.id


def betulkan_pertemuan(
    kerja: Kerja,
    pertemuan_id: UUID,
    *,
    tanggal: date,
    tempat: str,
    materi: str = "",
    kode_desa: str | None = None,
    jumlah_hadir: int | None = None,
) -> None:
    """Correct what was recorded about a meeting; the names stay.

    Raises:
        KnownError: those of `catat_pertemuan`, `pertemuan_tidak_ada`.
    """
    wajib(kerja, Hak.PENYALURAN)
    p = _pertemuan(kerja, pertemuan_id)
    kegiatan_berjalan(kerja, p.kegiatan_id)
    isi_wajib({"tempat": tempat})
    bukan_besok(kerja, tanggal, "tanggal pertemuan")
    if jumlah_hadir is not None and jumlah_hadir < 0:
        raise KnownError("jumlah_hadir_salah")
    lama = {"tanggal": p.tanggal, "tempat": p.tempat, "jumlah_hadir": p.jumlah_hadir}
    p.tanggal, p.tempat, p.materi, p.kode_desa = tanggal, tempat.strip(), materi.strip(), kode_desa
    p.jumlah_hadir = jumlah_hadir
    jejak.catat(kerja, "betulkan_pertemuan", objek="pertemuan", objek_id=p.id, kegiatan_id=p.kegiatan_id, lama=lama)


def catat_kehadiran(
    kerja: Kerja, pertemuan_id: UUID, kehadiran: Mapping[UUID, bool], *, lain: Collection[str] = ()
) -> BarisPertemuan:
    """Record who came; a later call changes what an earlier one said.

    Args:
        kehadiran: recipients by id, and whether they came.
        lain: names of others who were there.

    Raises:
        KnownError: `tidak_berwenang`, `pertemuan_tidak_ada`, `penerima_tidak_ada`, `kegiatan_ditutup`.
    """
    wajib(kerja, Hak.PENYALURAN)
    pertemuan = _pertemuan(kerja, pertemuan_id)
    kegiatan_berjalan(kerja, pertemuan.kegiatan_id)
    _periksa_penerima(kerja, pertemuan.kegiatan_id, kehadiran)
    ada = {
        k.penerima_id: k
        for k in kerja.sesi.exec(select(Kehadiran).where(Kehadiran.pertemuan_id == pertemuan_id))
        if k.penerima_id is not None
    }
    for penerima_id, hadir in kehadiran.items():
        if penerima_id in ada:
            ada[penerima_id].hadir = hadir
    baru = [(p, h) for p, h in kehadiran.items() if p not in ada]
    isi = {"pertemuan_id": pertemuan_id}
    kerja.sisip_banyak(Kehadiran, (isi | {"penerima_id": p, "hadir": h} for p, h in baru))
    kerja.sisip_banyak(Kehadiran, (isi | {"nama": nama.strip()} for nama in _lain_baru(kerja, pertemuan_id, lain)))
    jejak.catat(
        kerja, "catat_kehadiran", objek="pertemuan", objek_id=pertemuan_id, kegiatan_id=pertemuan.kegiatan_id,
        hadir=sum(kehadiran.values()), tidak=len(kehadiran) - sum(kehadiran.values()), lain=len(lain),
    )  # fmt: skip
    return _baris(kerja, pertemuan)


def daftar_pertemuan(kerja: Kerja, kegiatan_id: UUID) -> list[BarisPertemuan]:
    """Return the meetings of a kegiatan by date."""
    lihat_kegiatan(kerja, kegiatan_id)
    kueri = select(Pertemuan).where(Pertemuan.kegiatan_id == kegiatan_id)
    return [_baris(kerja, p) for p in kerja.sesi.exec(kueri.order_by(col(Pertemuan.tanggal), col(Pertemuan.urut)))]


def daftar_hadir(kerja: Kerja, pertemuan_id: UUID) -> list[BarisHadir]:
    """Return the attendance list: recipients by desa and number, then others.

    Raises:
        KnownError: `pertemuan_tidak_ada`.
    """
    _pertemuan(kerja, pertemuan_id)
    kueri = (
        select(Kehadiran, Penerima)
        .outerjoin(Penerima, col(Penerima.id) == Kehadiran.penerima_id)
        .where(Kehadiran.pertemuan_id == pertemuan_id)
        .order_by(col(Penerima.id).is_(None), col(Penerima.nomor_urut), col(Kehadiran.urut))
    )
    return [
        BarisHadir(k.penerima_id, p.nama if p else k.nama, (p.kode_desa or "") if p else "", k.hadir)
        for k, p in kerja.sesi.exec(kueri)
    ]


def _pertemuan(kerja: Kerja, pertemuan_id: UUID) -> Pertemuan:
    baris = kerja.sesi.get(Pertemuan, pertemuan_id)
    if baris is None:
        raise KnownError("pertemuan_tidak_ada")
    lihat_kegiatan(kerja, baris.kegiatan_id)
    return baris


def _periksa_penerima(kerja: Kerja, kegiatan_id: UUID, ids: Collection[UUID]) -> None:
    for bagian in potong(ids):
        kueri = select(func.count()).where(col(Penerima.id).in_(bagian), Penerima.kegiatan_id == kegiatan_id)
        if kerja.sesi.exec(kueri).one() < len(bagian):
            raise KnownError("penerima_tidak_ada")


def _lain_baru(kerja: Kerja, pertemuan_id: UUID, lain: Collection[str]) -> list[str]:
    ada = kerja.sesi.exec(
        select(Kehadiran.nama).where(Kehadiran.pertemuan_id == pertemuan_id, col(Kehadiran.penerima_id).is_(None))
    ).all()
    return [nama for nama in dict.fromkeys(n.strip() for n in lain) if nama and nama not in ada]


def _baris(kerja: Kerja, p: Pertemuan) -> BarisPertemuan:
    kueri = (
        select(col(Kehadiran.penerima_id).is_(None), col(Kehadiran.hadir), func.count())
        .where(Kehadiran.pertemuan_id == p.id)
        .group_by(col(Kehadiran.penerima_id).is_(None), col(Kehadiran.hadir))
    )
    banyak = {(bool(lain), bool(hadir)): n for lain, hadir, n in kerja.sesi.exec(kueri)}
    hadir, lain = banyak.get((False, True), 0), banyak.get((True, True), 0)
    return BarisPertemuan(
        p.id, p.jenis, p.tanggal, p.tempat, p.materi, p.kode_desa or "", hadir + banyak.get((False, False), 0),
        hadir, lain, p.jumlah_hadir if p.jumlah_hadir is not None else hadir + lain,
    )  # fmt: skip
