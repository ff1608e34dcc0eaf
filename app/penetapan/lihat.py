"""Looking at decrees: versions, the people on one, sums per desa, and what differs between two versions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, func, select

from app.identitas import rapikan_angka
from app.kerja import Kerja
from app.pijakan import baca, kata_cari, lihat_kegiatan, penetapan_sah
from db.galat import KnownError
from db.istilah import JenisPenetapan, StatusPenetapan
from db.model import Penerima, Penetapan


@dataclass(frozen=True, slots=True)
class RingkasanPenetapan:
    """One version of the list. `jumlah_nominal` is rupiah over all tahap; `nomor` and `tanggal` are the SK's."""

    id: UUID
    kegiatan_id: UUID
    nomor_versi: int
    jenis: JenisPenetapan
    status: StatusPenetapan
    nomor: str
    tanggal: date | None
    tentang: str
    penandatangan: str
    jabatan_penandatangan: str
    jumlah_orang: int
    jumlah_nominal: int
    disahkan_pada: datetime | None
    lampiran_id: UUID | None
    catatan: str


@dataclass(frozen=True, slots=True)
class BarisPenerima:
    """One person on a decree's list, as the list said on that day.

    `nominal` is rupiah per tahap; `nominal_khusus` the same where the person has an amount of their own.
    """

    penerima_id: UUID
    usulan_id: UUID | None
    orang_id: UUID
    nomor_urut: int
    nama: str
    nik: str | None
    no_kk: str | None
    jenis_kelamin: str | None
    tempat_lahir: str
    tanggal_lahir: date | None
    alamat: str
    rt: str
    rw: str
    kode_desa: str
    kategori: str
    nominal: int | None
    telepon: str
    wali_nama: str
    wali_nik: str | None
    wali_hubungan: str
    bank: str
    rekening: str
    atas_nama: str
    pengecualian: str
    nominal_khusus: int | None = None


@dataclass(frozen=True, slots=True)
class RekapDesa:
    """Sums of one desa on a list; `nominal` is rupiah per tahap."""

    kode_desa: str
    orang: int
    nominal: int


@dataclass(frozen=True, slots=True)
class Perubahan:
    """A field that one person has otherwise in the newer version."""

    nama: str
    kode_desa: str
    bidang: str
    lama: str
    baru: str


@dataclass(frozen=True, slots=True)
class Perbandingan:
    """Two versions beside each other: who came, who left, what changed, how many stayed."""

    ditambah: tuple[BarisPenerima, ...]
    dikeluarkan: tuple[BarisPenerima, ...]
    berubah: tuple[Perubahan, ...]
    tetap: int


def ringkas(p: Penetapan) -> RingkasanPenetapan:
    """Turn a row into what leaves this room."""
    return RingkasanPenetapan(
        p.id, p.kegiatan_id, p.nomor_versi, JenisPenetapan(p.jenis), StatusPenetapan(p.status), p.nomor, p.tanggal,
        p.tentang, p.penandatangan, p.jabatan_penandatangan, p.jumlah_orang, p.jumlah_nominal, p.disahkan_pada,
        p.lampiran_id, p.catatan,
    )  # fmt: skip


def lihat_penetapan(kerja: Kerja, penetapan_id: UUID) -> RingkasanPenetapan:
    """Return one version.

    Raises:
        KnownError: `penetapan_tidak_ada`, `kegiatan_tidak_ada`.
    """
    baris = kerja.sesi.get(Penetapan, penetapan_id)
    if baris is None:
        raise KnownError("penetapan_tidak_ada")
    lihat_kegiatan(kerja, baris.kegiatan_id)
    return ringkas(baris)


def penetapan_berlaku(kerja: Kerja, kegiatan_id: UUID) -> RingkasanPenetapan | None:
    """Return the newest decree of a kegiatan; None before the first."""
    lihat_kegiatan(kerja, kegiatan_id)
    baris = penetapan_sah(kerja, kegiatan_id)
    return None if baris is None else ringkas(baris)


def draf_penetapan(kerja: Kerja, kegiatan_id: UUID) -> RingkasanPenetapan | None:
    """Return the draft that waits for its decree, if there is one."""
    return next((p for p in daftar_penetapan(kerja, kegiatan_id) if p.status is StatusPenetapan.DRAF), None)


def daftar_penetapan(kerja: Kerja, kegiatan_id: UUID) -> list[RingkasanPenetapan]:
    """Return all versions, the newest first."""
    lihat_kegiatan(kerja, kegiatan_id)
    kueri = select(Penetapan).where(Penetapan.kegiatan_id == kegiatan_id)
    return [ringkas(p) for p in kerja.sesi.exec(kueri.order_by(col(Penetapan.nomor_versi).desc()))]


def daftar_penerima(
    kerja: Kerja,
    penetapan_id: UUID,
    *,
    desa: str | None = None,
    kata: str | None = None,
    setelah: int | None = None,
    batas: int | None = 200,
) -> list[BarisPenerima]:
    """Return a page of a list in its own order (desa, then name).

    Args:
        kata: words of the name, or digits of a NIK or No. KK.
        setelah: `nomor_urut` of the last row seen.
        batas: None gives all.
    """
    lihat_penetapan(kerja, penetapan_id)
    kueri = select(Penerima).where(Penerima.penetapan_id == penetapan_id).order_by(col(Penerima.nomor_urut))
    if desa is not None:
        kueri = kueri.where(func.coalesce(Penerima.kode_desa, "") == desa)
    if setelah is not None:
        kueri = kueri.where(col(Penerima.nomor_urut) > setelah)
    for syarat in _saring_kata(kata or ""):
        kueri = kueri.where(syarat)
    return [baris_penerima(p) for p in kerja.sesi.exec(kueri.limit(batas))]


def rekap_desa(kerja: Kerja, penetapan_id: UUID) -> list[RekapDesa]:
    """Return the sums per desa, in order of the desa's code."""
    lihat_penetapan(kerja, penetapan_id)
    desa = func.coalesce(col(Penerima.kode_desa), "")
    kueri = (
        sa.select(desa, func.count(), func.coalesce(func.sum(col(Penerima.nominal)), 0))
        .where(col(Penerima.penetapan_id) == penetapan_id)
        .group_by(desa)
        .order_by(desa)
    )
    return [RekapDesa(kode, orang, nominal) for kode, orang, nominal in baca(kerja, kueri)]


def banding_versi(kerja: Kerja, lama_id: UUID, baru_id: UUID) -> Perbandingan:
    """Compare two versions of a list by person."""
    lama, baru = ({b.orang_id: b for b in daftar_penerima(kerja, pid, batas=None)} for pid in (lama_id, baru_id))
    bersama = [(lama[i], b) for i, b in baru.items() if i in lama]
    beda = [_beda(satu, dua) for satu, dua in bersama]
    return Perbandingan(
        tuple(b for i, b in baru.items() if i not in lama),
        tuple(b for i, b in lama.items() if i not in baru),
        tuple(p for satu in beda for p in satu),
        sum(not satu for satu in beda),
    )


def baris_penerima(p: Penerima) -> BarisPenerima:
    """Turn a row with its snapshot into what leaves this room."""
    data, wali, rekening = p.data, p.data.get("wali") or {}, p.data.get("rekening") or {}
    return BarisPenerima(
        penerima_id=p.id, usulan_id=p.usulan_id, orang_id=p.orang_id, nomor_urut=p.nomor_urut, nama=p.nama,
        nik=p.nik, no_kk=p.no_kk, jenis_kelamin=data.get("jenis_kelamin"), tempat_lahir=data.get("tempat_lahir", ""),
        tanggal_lahir=tanggal_snapshot(data), alamat=p.alamat, rt=data.get("rt", ""), rw=data.get("rw", ""),
        kode_desa=p.kode_desa or "", kategori=p.kategori, nominal=p.nominal, telepon=data.get("telepon", ""),
        wali_nama=wali.get("nama", ""), wali_nik=wali.get("nik"), wali_hubungan=wali.get("hubungan", ""),
        bank=rekening.get("bank", ""), rekening=rekening.get("nomor", ""), atas_nama=rekening.get("atas_nama", ""),
        pengecualian=p.pengecualian, nominal_khusus=data.get("nominal_khusus"),
    )  # fmt: skip


def tanggal_snapshot(data: Mapping[str, Any]) -> date | None:
    """Return the birth date out of a recipient's snapshot."""
    teks = data.get("tanggal_lahir")
    return date.fromisoformat(teks) if teks else None


def _saring_kata(kata: str) -> list[sa.ColumnElement[bool]]:
    angka = rapikan_angka(kata)
    if len(angka) >= 4 and angka.isdigit():
        return [sa.or_(col(Penerima.nik).contains(angka), col(Penerima.no_kk).contains(angka))]
    return [col(Penerima.nama).icontains(k, autoescape=True) for k in kata_cari(kata)]


_DIBANDINGKAN = {
    "nama": "nama", "nik": "NIK", "no_kk": "No. KK", "alamat": "alamat", "kode_desa": "desa", "kategori": "kategori",
    "nominal": "nominal", "rekening": "rekening", "wali_nama": "wali",
}  # fmt: skip


def _beda(lama: BarisPenerima, baru: BarisPenerima) -> list[Perubahan]:
    return [
        Perubahan(baru.nama, baru.kode_desa, sebutan, str(dulu or ""), str(kini or ""))
        for bidang, sebutan in _DIBANDINGKAN.items()
        if (dulu := getattr(lama, bidang)) != (kini := getattr(baru, bidang))
    ]
