"""Who on the list in force has an account, and for whom the bank shall open one."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, func, select

from app import jejak
from app.akses import Hak, boleh, wajib
from app.identitas import samarkan
from app.kerja import Kerja
from app.mitra import daftar_perjanjian
from app.penetapan.lihat import BarisPenerima, baris_penerima
from app.pijakan import baca_kolom, lihat_kegiatan, penetapan_sah, potong, wajib_sah
from app.rekening.lembar import kode_orang
from db.galat import KnownError
from db.model import Orang, Penerima, Rekening

REKENING = "rekening"
"""The kind of an account that the bank opens; a KKS is another."""


@dataclass(frozen=True, slots=True)
class CalonRekening:
    """Someone for whom the bank opens an account; `bank` is the one of the agreement, empty without."""

    kode: str
    nama: str
    nik: str
    no_kk: str
    tempat_lahir: str
    tanggal_lahir: date | None
    jenis_kelamin: str
    nama_ibu: str
    alamat: str
    rt: str
    rw: str
    kode_desa: str
    telepon: str
    wali_nama: str
    wali_nik: str
    bank: str
    nomor: str
    atas_nama: str


@dataclass(frozen=True, slots=True)
class RingkasanRekening:
    """How many people are on the list in force, and how many of them have an account."""

    orang: int = 0
    punya: int = 0


@dataclass(frozen=True, slots=True)
class RekeningOrang:
    """An account of one person; `nomor` is masked unless it was asked for in full."""

    bank: str
    cabang: str
    nomor: str
    atas_nama: str
    jenis: str
    aktif: bool


# --- looking ---------------------------------------------------------------------------------------------------------


def hitung_rekening(kerja: Kerja, kegiatan_id: UUID) -> RingkasanRekening:
    """Count the people of the list in force and those among them with an account; nobody before the first decree."""
    lihat_kegiatan(kerja, kegiatan_id)
    sah = penetapan_sah(kerja, kegiatan_id)
    if sah is None:
        return RingkasanRekening()
    kueri = sa.select(func.count(), func.coalesce(func.sum(sa.case((_nomor() != "", 1), else_=0)), 0))
    ((orang, punya),) = baca_kolom(kerja, kueri.where(col(Penerima.penetapan_id) == sah.id))
    return RingkasanRekening(orang, punya)


def daftar_rekening(
    kerja: Kerja, kegiatan_id: UUID, *, belum: bool = False, setelah: int | None = None, batas: int | None = 200
) -> list[BarisPenerima]:
    """Return a page of the list in force with its accounts, in its own order; empty before the first decree.

    Args:
        belum: only those without an account.
        setelah: `nomor_urut` of the last row seen. batas: None gives all.
    """
    lihat_kegiatan(kerja, kegiatan_id)
    sah = penetapan_sah(kerja, kegiatan_id)
    if sah is None:
        return []
    kueri = select(Penerima).where(Penerima.penetapan_id == sah.id).order_by(col(Penerima.nomor_urut))
    if belum:
        kueri = kueri.where(_nomor() == "")
    if setelah is not None:
        kueri = kueri.where(col(Penerima.nomor_urut) > setelah)
    return [baris_penerima(p) for p in kerja.sesi.exec(kueri.limit(batas))]


def rekening_orang(kerja: Kerja, orang_id: UUID, *, penuh: bool = False) -> list[RekeningOrang]:
    """Return a person's accounts, those in use first.

    Args:
        penuh: numbers in full, for who may see identifiers; masked otherwise.
    """
    kueri = select(Rekening).where(Rekening.orang_id == orang_id)
    kueri = kueri.order_by(col(Rekening.aktif).desc(), col(Rekening.urut).desc())
    penuh = penuh and boleh(kerja.pelaku, Hak.IDENTITAS)
    return [
        RekeningOrang(r.bank, r.cabang, r.nomor if penuh else samarkan(r.nomor), r.atas_nama, r.jenis, r.aktif)
        for r in kerja.sesi.exec(kueri)
    ]


def bank_kegiatan(kerja: Kerja, kegiatan_id: UUID) -> str:
    """Return the bank with which the kegiatan has an agreement; empty when there is none or more than one."""
    nama = {p.mitra.nama for p in daftar_perjanjian(kerja, kegiatan_id) if p.mitra.jenis == "bank"}
    return nama.pop() if len(nama) == 1 else ""


def _nomor() -> sa.ColumnElement[str]:
    return func.coalesce(col(Penerima.data)[REKENING, "nomor"].as_string(), "")


# --- out -------------------------------------------------------------------------------------------------------------


def siapkan_pembukaan(kerja: Kerja, kegiatan_id: UUID, *, semua: bool = False) -> list[CalonRekening]:
    """Return for whom the bank shall open an account, identifiers in full; the trail notes it (rehsos steps 5 to 7).

    Args:
        semua: also those who have one already.

    Raises:
        KnownError: `tidak_berwenang`, `kegiatan_tidak_ada`, `penetapan_belum_sah`, `rekening_semua_punya`.
    """
    wajib(kerja, Hak.MITRA)
    wajib(kerja, Hak.IDENTITAS)
    kegiatan = lihat_kegiatan(kerja, kegiatan_id)
    wajib_sah(kerja, kegiatan_id)
    penerima = daftar_rekening(kerja, kegiatan_id, belum=not semua, batas=None)
    if not penerima:
        raise KnownError("rekening_semua_punya", nama=kegiatan.nama)
    bank, kini = bank_kegiatan(kerja, kegiatan_id), _orang_kini(kerja, penerima)
    jejak.catat(
        kerja, "ekspor_pembukaan_rekening", objek="kegiatan", objek_id=kegiatan_id, kegiatan_id=kegiatan_id,
        orang=len(penerima),
    )  # fmt: skip
    return [_calon(p, bank, *kini.get(p.orang_id, ("", ""))) for p in penerima]


def _orang_kini(kerja: Kerja, penerima: Collection[BarisPenerima]) -> dict[UUID, tuple[str, str]]:
    """Return what the decree's list does not hold or may hold too old: mother's name and telephone."""
    hasil: dict[UUID, tuple[str, str]] = {}
    for bagian in potong([p.orang_id for p in penerima]):
        kueri = sa.select(col(Orang.id), col(Orang.nama_ibu), col(Orang.telepon)).where(col(Orang.id).in_(bagian))
        hasil |= {i: (ibu, telepon) for i, ibu, telepon in baca_kolom(kerja, kueri)}
    return hasil


def _calon(p: BarisPenerima, bank: str, ibu: str, telepon: str) -> CalonRekening:
    return CalonRekening(
        kode=kode_orang(p.orang_id), nama=p.nama, nik=p.nik or "", no_kk=p.no_kk or "", tempat_lahir=p.tempat_lahir,
        tanggal_lahir=p.tanggal_lahir, jenis_kelamin=p.jenis_kelamin or "", nama_ibu=ibu, alamat=p.alamat, rt=p.rt,
        rw=p.rw, kode_desa=p.kode_desa, telepon=telepon or p.telepon, wali_nama=p.wali_nama,
        wali_nik=p.wali_nik or "", bank=p.bank or bank, nomor=p.rekening, atas_nama=p.atas_nama,
    )  # fmt: skip
