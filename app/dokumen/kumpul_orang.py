"""Turns people of the store into rows of paper: from a decree's list, from the hand-over list, or from proposals.

Lists stream page by page in the order of the paper. Identifiers are masked for a public copy and for an account that
may not see them in full.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from app.akses import Hak, boleh
from app.bahasa.istilah import label
from app.dokumen.isi import Barang, Permintaan
from app.dokumen.isi_daftar import BarisOrang
from app.identitas import samarkan, tampilkan_telepon
from app.kerja import Kerja
from app.penetapan.lihat import BarisPenerima, daftar_penerima
from app.penetapan.susun import Calon, desa_calon, muat_calon, nominal_tahap
from app.penyaluran.muat import BarisSerah, saring_alokasi
from app.pijakan import daftar_tahap, potong
from app.wilayah import Peta, induk, peta_kantor
from db.istilah import Kategori, StatusUsulan
from db.model import Alokasi, Kegiatan, Penerima, Tahap

HALAMAN = 1000  # rows fetched at a time


@dataclass(frozen=True)
class Penulis:
    """Writes identifiers and places as one list may show them.

    Attributes:
        peta: names of regions.
        samar: identifiers masked.
        publik: birth date and telephone left out as well.
    """

    peta: Peta
    samar: bool
    publik: bool

    def nomor(self, isi: str | None) -> str:
        return samarkan(isi) if isi and self.samar else isi or ""

    def tempat(self, kode: str) -> dict[str, Any]:
        """Name the desa with its kind and its kecamatan without."""
        if not kode:
            return {"kode_desa": "", "desa": "", "kecamatan": ""}
        return {"kode_desa": kode, "desa": self.peta.sebutan(kode), "kecamatan": self.peta.nama(induk(kode))}


def penulis(kerja: Kerja, minta: Permintaan) -> Penulis:
    """Return how this account may see the rows of this request."""
    return Penulis(peta_kantor(kerja), minta.publik or not boleh(kerja.pelaku, Hak.IDENTITAS), minta.publik)


def label_kategori(kode: str) -> str:
    """Give the word for a category; a word that the desa wrote itself stays."""
    return label(Kategori(kode)) if kode in set(Kategori) else kode


# --- rows ------------------------------------------------------------------------------------------------------------


def baris_orang(b: BarisPenerima | BarisSerah, tulis: Penulis, *, nomor: int, **lain: Any) -> BarisOrang:
    """Make the row of a recipient; `lain` sets amount, goods, receipt code, last column."""
    return BarisOrang(
        nomor=nomor,
        nama=b.nama,
        nik=tulis.nomor(b.nik),
        no_kk=tulis.nomor(b.no_kk),
        jenis_kelamin=b.jenis_kelamin or "",
        tempat_lahir=b.tempat_lahir,
        tanggal_lahir=None if tulis.publik else b.tanggal_lahir,
        alamat=b.alamat,
        rt=b.rt,
        rw=b.rw,
        kategori=label_kategori(b.kategori),
        wali=b.wali_nama,
        wali_nik=tulis.nomor(b.wali_nik),
        wali_hubungan=b.wali_hubungan,
        telepon="" if tulis.publik or not b.telepon else tampilkan_telepon(b.telepon),
        bank=b.bank,
        rekening=tulis.nomor(b.rekening),
        atas_nama=b.atas_nama,
        **tulis.tempat(b.kode_desa),
        **lain,
    )


def baris_calon(c: Calon, tulis: Penulis, *, nomor: int, **lain: Any) -> BarisOrang:
    """Make the row of a proposal."""
    d = c.data
    wali: Mapping[str, Any] = d.get("wali") or {}
    rekening: Mapping[str, Any] = d.get("rekening") or {}
    lahir = d.get("tanggal_lahir")
    return BarisOrang(
        nomor=nomor,
        nama=c.nama,
        nik=tulis.nomor(c.nik),
        no_kk=tulis.nomor(c.no_kk),
        jenis_kelamin=d.get("jenis_kelamin") or "",
        tempat_lahir=d.get("tempat_lahir") or "",
        tanggal_lahir=date.fromisoformat(lahir) if lahir and not tulis.publik else None,
        alamat=c.alamat,
        rt=d.get("rt") or "",
        rw=d.get("rw") or "",
        kategori=label_kategori(c.kategori),
        wali=wali.get("nama") or "",
        wali_nik=tulis.nomor(wali.get("nik")),
        wali_hubungan=wali.get("hubungan") or "",
        telepon="" if tulis.publik or not d.get("telepon") else tampilkan_telepon(d["telepon"]),
        bank=rekening.get("bank") or "",
        rekening=tulis.nomor(rekening.get("nomor")),
        atas_nama=rekening.get("atas_nama") or "",
        **tulis.tempat(c.kode_desa),
        **lain,
    )


def barang(b: BarisSerah) -> tuple[Barang, ...]:
    """Give the goods lines of an allocation."""
    return tuple(Barang(k.nama, k.jumlah, k.satuan) for k in b.barang)


# --- streams ---------------------------------------------------------------------------------------------------------


def alir_penerima(kerja: Kerja, penetapan_id: UUID, desa: str | None = None) -> Iterator[BarisPenerima]:
    """Yield the people of a decree's list in its own order, a page at a time."""
    setelah: int | None = None
    while halaman := daftar_penerima(kerja, penetapan_id, desa=desa, setelah=setelah, batas=HALAMAN):
        yield from halaman
        setelah = halaman[-1].nomor_urut


def alir_calon(
    kerja: Kerja, kegiatan_id: UUID, status: Collection[StatusUsulan], desa: str | None = None
) -> Iterator[Calon]:
    """Yield proposals of these statuses by desa and name, a desa at a time."""
    for kode in desa_calon(kerja, kegiatan_id, status) if desa is None else [desa]:
        yield from muat_calon(kerja, kegiatan_id, status=status, desa=kode)


def calon_usulan(
    kerja: Kerja, kegiatan_id: UUID, status: Collection[StatusUsulan], desa: str | None = None
) -> list[Calon]:
    """Return proposals of these statuses by desa and name, where they must be looked at more than once."""
    return list(alir_calon(kerja, kegiatan_id, status, desa))


Bernominal = tuple[BarisPenerima, int | None]
"""A recipient with what they are owed, rupiah; None where no money is held."""


def alir_bernominal(
    kerja: Kerja, kegiatan: Kegiatan, penetapan_id: UUID, desa: str | None = None, *, tahap: Tahap | None = None,
    teralokasi: bool = True,
) -> Iterator[Bernominal]:  # fmt: skip
    """Yield the people of a decree's list with what each is owed, a page at a time.

    Args:
        tahap: of one tahap; None adds up all.
        teralokasi: as allocated; else as the decree promises, whose list is no allocation yet.
    """
    semua = daftar_tahap(kerja, kegiatan.id)
    alir = alir_penerima(kerja, penetapan_id, desa)
    while halaman := list(islice(alir, HALAMAN)):
        if teralokasi:
            nominal = nominal_orang(kerja, kegiatan.id, tahap.id if tahap else None, [b.orang_id for b in halaman])
            yield from ((b, nominal.get(b.orang_id)) for b in halaman)
        else:
            yield from ((b, dijanjikan(kegiatan, semua, b.nominal_khusus)) for b in halaman)


def dijanjikan(kegiatan: Kegiatan, tahap: Collection[Tahap], khusus: int | None) -> int | None:
    """Add up what a decree promises one person over all tahap."""
    if not kegiatan.jenis_bantuan:
        return None
    uang = [u for t in tahap if (u := nominal_tahap(kegiatan, t, khusus)) is not None]
    return sum(uang) if uang else None


def nominal_orang(
    kerja: Kerja, kegiatan_id: UUID, tahap_id: UUID | None, orang: Collection[UUID]
) -> dict[UUID, int | None]:
    """Add up what some people are owed in a tahap, or in all, rupiah; None where no money is held."""
    hasil: dict[UUID, int | None] = {}
    for bagian in potong(orang):
        hasil |= _nominal_bagian(kerja, kegiatan_id, tahap_id, bagian)
    return hasil


def ada_uang(kerja: Kerja, kegiatan_id: UUID) -> tuple[bool, bool]:
    """Tell whether anything is allocated in a kegiatan, and whether any of it is money."""
    kueri = sa.select(col(Alokasi.nominal).is_not(None)).where(
        col(Alokasi.kegiatan_id) == kegiatan_id, col(Alokasi.batal).is_(False)
    )
    jenis = set(kerja.sesi.execute(kueri.distinct()).scalars())
    return bool(jenis), True in jenis


def _nominal_bagian(
    kerja: Kerja, kegiatan_id: UUID, tahap_id: UUID | None, orang: Sequence[UUID]
) -> dict[UUID, int | None]:
    kueri = saring_alokasi(
        sa.select(col(Penerima.orang_id), sa.func.sum(Alokasi.nominal))
        .join(Penerima, col(Penerima.id) == col(Alokasi.penerima_id))
        .where(col(Alokasi.batal).is_(False), col(Penerima.orang_id).in_(orang))
        .group_by(col(Penerima.orang_id)),
        kegiatan_id,
        tahap_id,
    )
    return {orang: None if jumlah is None else int(jumlah) for orang, jumlah in kerja.sesi.execute(kueri)}


def desa_alokasi(kerja: Kerja, kegiatan_id: UUID) -> list[str]:
    """Return the codes of desa that have allocations in force, in order."""
    kueri = (
        sa.select(sa.func.coalesce(col(Penerima.kode_desa), ""))
        .join(Alokasi, col(Alokasi.penerima_id) == col(Penerima.id))
        .where(col(Alokasi.kegiatan_id) == kegiatan_id, col(Alokasi.batal).is_(False))
        .distinct()
    )
    return sorted(kerja.sesi.execute(kueri).scalars())


def bernomor(baris: Iterator[Any], buat: Callable[[Any, int], BarisOrang]) -> Iterator[BarisOrang]:
    """Number rows from 1 as they pass."""
    for nomor, b in enumerate(baris, 1):
        yield buat(b, nomor)
