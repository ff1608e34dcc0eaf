"""The list of usulan as the verification grid shows it: pages by desa and name, each with the decision that counts."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, func, select

from app.bahasa.alasan import LAINNYA, TIDAK_LAYAK
from app.bahasa.waktu import usia
from app.identitas import rapikan_angka
from app.kerja import Kerja
from app.pijakan import baca, kata_cari, lihat_kegiatan, penetapan_sah, potong
from db.galat import KnownError
from db.istilah import HasilVerifikasi, StatusUsulan
from db.model import Orang, Penerima, Usulan, Verifikasi, Wali

Kunci = tuple[str, str, int]
"""Where a page of a list ends: desa, name, order."""

desa_usulan = func.coalesce(col(Usulan.kode_desa), "")
_URUTAN = (desa_usulan, col(Orang.nama_cari), col(Usulan.urut))


@dataclass(frozen=True, slots=True)
class Putusan:
    """One decision on a usulan; `alasan` is what people read (label and own words)."""

    id: UUID
    hasil: HasilVerifikasi
    alasan_kode: str
    alasan: str
    tanggal: date
    petugas: str
    cara: str
    formulir: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class BarisVerifikasi:
    """One usulan in the grid; identifiers in full, as the work needs them.

    Attributes:
        umur: completed years on the day asked for; None without a birth date.
        putusan: the decision that counts; None while there is none.
        terkunci: the decree in force lists the person.
        kunci: give it as `setelah` to read on after this row.
    """

    usulan_id: UUID
    orang_id: UUID
    nama: str
    nik: str | None
    no_kk: str | None
    jenis_kelamin: str | None
    tempat_lahir: str
    tanggal_lahir: date | None
    umur: int | None
    alamat: str
    rt: str
    rw: str
    kode_desa: str
    kategori: str
    ragam_disabilitas: str
    telepon: str
    desil: int | None
    nominal: int | None  # rupiah, where it differs from the kegiatan's
    wali: str
    keterangan: str
    status: StatusUsulan
    alasan: str
    perlu_periksa: bool
    terkunci: bool
    putusan: Putusan | None
    kunci: Kunci


@dataclass(frozen=True, slots=True)
class RincianUsulan:
    """A usulan's page: the row, and every decision, newest first."""

    baris: BarisVerifikasi
    riwayat: tuple[Putusan, ...]


def daftar_usulan(
    kerja: Kerja,
    kegiatan_id: UUID,
    *,
    desa: str | None = None,
    status: StatusUsulan | Collection[StatusUsulan] | None = None,
    kata: str | None = None,
    perlu_periksa: bool | None = None,
    setelah: Kunci | None = None,
    batas: int = 200,
    pada: date | None = None,
) -> list[BarisVerifikasi]:
    """Return one page of usulan by desa, then name.

    Args:
        status: one or several; None: all but withdrawn ones.
        kata: words of the name, or digits of a NIK or No. KK.
        setelah: `kunci` of the last row seen.
        pada: day on which ages count; None: today.

    Raises:
        KnownError: `kegiatan_tidak_ada`.
    """
    lihat_kegiatan(kerja, kegiatan_id)
    kueri = _pilih_usulan().where(col(Usulan.kegiatan_id) == kegiatan_id, saring_status(status))
    if desa is not None:
        kueri = kueri.where(desa_usulan == desa)
    if perlu_periksa is not None:
        kueri = kueri.where(col(Usulan.perlu_periksa) == perlu_periksa)
    for syarat in _saring_kata(kata or ""):
        kueri = kueri.where(syarat)
    if setelah is not None:
        kueri = kueri.where(sa.tuple_(*_URUTAN) > sa.tuple_(*setelah))
    return _susun_baris(kerja, kegiatan_id, kueri.order_by(*_URUTAN).limit(batas), pada)


def semua_usulan(kerja: Kerja, kegiatan_id: UUID, *, desa: str | None = None) -> Iterator[BarisVerifikasi]:
    """Give every usulan of a kegiatan in the order of the grid, page by page: for papers and workbooks.

    Raises:
        KnownError: `kegiatan_tidak_ada`.
    """
    setelah = None
    while halaman := daftar_usulan(kerja, kegiatan_id, desa=desa, setelah=setelah):
        yield from halaman
        setelah = halaman[-1].kunci


def lihat_usulan(kerja: Kerja, usulan_id: UUID, *, pada: date | None = None) -> RincianUsulan:
    """Return one usulan with the history of its decisions.

    Raises:
        KnownError: `usulan_tidak_ada`, `kegiatan_tidak_ada`.
    """
    usulan = kerja.sesi.get(Usulan, usulan_id)
    if usulan is None:
        raise KnownError("usulan_tidak_ada")
    lihat_kegiatan(kerja, usulan.kegiatan_id)
    (baris,) = _susun_baris(kerja, usulan.kegiatan_id, _pilih_usulan().where(col(Usulan.id) == usulan_id), pada)
    return RincianUsulan(baris, _riwayat_putusan(kerja, usulan_id))


def _riwayat_putusan(kerja: Kerja, usulan_id: UUID) -> tuple[Putusan, ...]:
    """Return every decision on a usulan, newest first."""
    kueri = select(Verifikasi).where(Verifikasi.usulan_id == usulan_id).order_by(col(Verifikasi.urut).desc())
    return tuple(susun_putusan(v) for v in kerja.sesi.exec(kueri))


def _pilih_usulan() -> sa.Select[Any, Any, Any]:
    return (
        sa.select(Usulan, Orang, col(Wali.nama))
        .join(Orang, col(Orang.id) == Usulan.orang_id)
        .outerjoin(Wali, col(Wali.id) == Usulan.wali_id)
    )


def saring_status(status: StatusUsulan | Collection[StatusUsulan] | None) -> sa.ColumnElement[bool]:
    """Give the condition on a usulan's status; None: all but withdrawn ones."""
    if status is None:
        return col(Usulan.status) != StatusUsulan.DITARIK.value
    semua = [status] if isinstance(status, StatusUsulan) else list(status)
    return col(Usulan.status).in_([s.value for s in semua])


def _saring_kata(kata: str) -> list[sa.ColumnElement[bool]]:
    angka = rapikan_angka(kata)
    if len(angka) >= 4 and angka.isdigit():
        return [sa.or_(col(Orang.nik).contains(angka), col(Orang.no_kk).contains(angka))]
    return [col(Orang.nama_cari).contains(k, autoescape=True) for k in kata_cari(kata.upper())]


def _susun_baris(
    kerja: Kerja, kegiatan_id: UUID, kueri: sa.Select[Any, Any, Any], pada: date | None
) -> list[BarisVerifikasi]:
    hari = pada or kerja.hari_ini()
    semua = list(baca(kerja, kueri))
    ids = [u.id for u, _, _ in semua]
    putusan, terkunci = _putusan_terakhir(kerja, ids), usulan_terkunci(kerja, kegiatan_id, ids)
    return [_baris(u, o, wali or "", putusan.get(u.id), u.id in terkunci, hari) for u, o, wali in semua]


def _baris(u: Usulan, o: Orang, wali: str, putusan: Putusan | None, terkunci: bool, hari: date) -> BarisVerifikasi:
    return BarisVerifikasi(
        usulan_id=u.id, orang_id=o.id, nama=o.nama, nik=o.nik, no_kk=o.no_kk, jenis_kelamin=o.jenis_kelamin,
        tempat_lahir=o.tempat_lahir, tanggal_lahir=o.tanggal_lahir,
        umur=usia(o.tanggal_lahir, hari) if o.tanggal_lahir else None,
        alamat=o.alamat, rt=o.rt, rw=o.rw, kode_desa=u.kode_desa or "", kategori=u.kategori,
        ragam_disabilitas=o.ragam_disabilitas, telepon=o.telepon, desil=o.desil, nominal=u.nominal, wali=wali,
        keterangan=u.keterangan, status=StatusUsulan(u.status), alasan=u.alasan, perlu_periksa=u.perlu_periksa,
        terkunci=terkunci, putusan=putusan, kunci=(u.kode_desa or "", o.nama_cari, u.urut),
    )  # fmt: skip


def _putusan_terakhir(kerja: Kerja, ids: Collection[UUID]) -> dict[UUID, Putusan]:
    hasil: dict[UUID, Putusan] = {}
    for bagian in potong(ids):
        kueri = select(Verifikasi).where(col(Verifikasi.usulan_id).in_(bagian)).order_by(col(Verifikasi.urut))
        hasil |= {v.usulan_id: susun_putusan(v) for v in kerja.sesi.exec(kueri)}
    return hasil


def susun_putusan(v: Verifikasi) -> Putusan:
    """Turn a row into what leaves this room; older rows hold the own words without the reason's label."""
    sebutan = "" if v.alasan_kode == LAINNYA else TIDAK_LAYAK.get(v.alasan_kode, "")
    alasan = v.alasan if v.alasan.startswith(sebutan) else ": ".join(filter(None, (sebutan, v.alasan)))
    return Putusan(v.id, HasilVerifikasi(v.hasil), v.alasan_kode, alasan, v.tanggal, v.petugas, v.cara, v.formulir)


def usulan_terkunci(kerja: Kerja, kegiatan_id: UUID, ids: Collection[UUID]) -> set[UUID]:
    """Return those of `ids` that the decree in force lists."""
    sah = penetapan_sah(kerja, kegiatan_id)
    if sah is None:
        return set()
    hasil: set[UUID] = set()
    for bagian in potong(ids):
        kueri = select(Penerima.usulan_id).where(Penerima.penetapan_id == sah.id, col(Penerima.usulan_id).in_(bagian))
        hasil |= {i for i in kerja.sesi.exec(kueri) if i is not None}
    return hasil
