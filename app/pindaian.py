"""Scans that follow: whatever was recorded as signed on paper takes its scan later, and what still lacks one is listed.

A scan that takes the place of another does not delete it: the earlier one stays linked and the trail says so. Papers
are scanned when there is time, so a closed kegiatan takes them too.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from app import jejak
from app.akses import Hak, wajib
from app.kerja import Kerja
from app.pijakan import lihat_kegiatan
from db.galat import KnownError
from db.istilah import StatusPenetapan
from db.model import BarangMasuk, KunjunganMonev, Pencairan, Penetapan, Perjanjian, Setoran, Surat, TautanLampiran


class JenisPindaian(StrEnum):
    """What a scan belongs to; labels in `app.bahasa.alasan.JENIS_PINDAIAN`."""

    SK = "sk"
    PERJANJIAN = "perjanjian"
    BAST = "bast"  # of a vendor; all goods lines of one BAST share its scan
    SP2D = "sp2d"
    STS = "sts"
    SURAT = "surat"
    KUNJUNGAN = "kunjungan"


@dataclass(frozen=True, slots=True)
class Menyusul:
    """A paper of which the scan is still to come: what it is, its number, its day."""

    jenis: JenisPindaian
    id: UUID
    nomor: str
    tanggal: date | None


@dataclass(frozen=True, slots=True)
class _Tempat:
    model: Any
    hak: Hak
    sebut: Callable[[Any], tuple[str, date | None]]


_TEMPAT: Mapping[JenisPindaian, _Tempat] = {
    JenisPindaian.SK: _Tempat(Penetapan, Hak.PENETAPAN, lambda b: (b.nomor, b.tanggal)),
    JenisPindaian.PERJANJIAN: _Tempat(Perjanjian, Hak.MITRA, lambda b: (b.nomor or b.nomor_mitra, b.tanggal)),
    JenisPindaian.BAST: _Tempat(BarangMasuk, Hak.MITRA, lambda b: (b.nomor, b.tanggal)),
    JenisPindaian.SP2D: _Tempat(Pencairan, Hak.PENCAIRAN, lambda b: (b.nomor_sp2d, b.tanggal)),
    JenisPindaian.STS: _Tempat(Setoran, Hak.PENCAIRAN, lambda b: (b.nomor, b.tanggal)),
    JenisPindaian.SURAT: _Tempat(
        Surat, Hak.REGISTER, lambda b: (b.nomor_surat or b.nomor_agenda, b.tanggal_surat or b.tanggal_terima)
    ),
    JenisPindaian.KUNJUNGAN: _Tempat(KunjunganMonev, Hak.MONEV, lambda b: (b.petugas, b.tanggal)),
}


def susulkan(kerja: Kerja, jenis: JenisPindaian, baris_id: UUID, *, nama: str, isi: bytes) -> UUID:
    """Put a scan beside what was recorded without one; return the id of the attachment.

    Raises:
        KnownError: `tidak_berwenang`, `pindaian_tanpa_pemilik`, `gambar_rusak`, `gambar_terlalu_besar`.
    """
    tempat = _TEMPAT[jenis]
    wajib(kerja, tempat.hak)
    semua = list(_bersama(kerja, _ambil(kerja, tempat, baris_id)))
    lampiran_id = kerja.simpan_lampiran(isi, nama)
    for baris in semua:
        if baris.lampiran_id is not None and baris.lampiran_id != lampiran_id:
            kerja.sesi.add(
                TautanLampiran(lampiran_id=baris.lampiran_id, objek=jenis.value, objek_id=baris.id,
                               kegiatan_id=baris.kegiatan_id, keterangan="Pindaian lama")
            )  # fmt: skip
        baris.lampiran_id = lampiran_id
    kerja.sesi.flush()
    jejak.catat(
        kerja, "susulkan_pindaian", objek=tempat.model.__tablename__, objek_id=baris_id,
        kegiatan_id=semua[0].kegiatan_id, jenis=jenis, nomor=tempat.sebut(semua[0])[0],
    )  # fmt: skip
    return lampiran_id


def _ambil(kerja: Kerja, tempat: _Tempat, baris_id: UUID) -> Any:
    baris = kerja.sesi.get(tempat.model, baris_id)
    if baris is None:
        raise KnownError("pindaian_tanpa_pemilik")
    if isinstance(baris, Surat):
        if baris.kantor_id != kerja.kantor.id:
            raise KnownError("pindaian_tanpa_pemilik")
    else:
        lihat_kegiatan(kerja, baris.kegiatan_id)
    return baris


def _bersama(kerja: Kerja, baris: Any) -> Iterator[Any]:
    """Give the row, and the other goods lines of the same vendor's BAST."""
    if not isinstance(baris, BarangMasuk):
        yield baris
        return
    kueri = select(BarangMasuk).where(
        BarangMasuk.kegiatan_id == baris.kegiatan_id, BarangMasuk.mitra_id == baris.mitra_id,
        BarangMasuk.nomor == baris.nomor,
    )  # fmt: skip
    yield from kerja.sesi.exec(kueri)


def menyusul(kerja: Kerja, kegiatan_id: UUID) -> list[Menyusul]:
    """Return the papers of a kegiatan of which the scan is still to come, by kind and date; a BAST once.

    Raises:
        KnownError: `kegiatan_tidak_ada`.
    """
    lihat_kegiatan(kerja, kegiatan_id)
    hasil: dict[tuple[JenisPindaian, str], Menyusul] = {}
    for jenis, tempat in _TEMPAT.items():
        m = tempat.model
        kueri = select(m).where(m.kegiatan_id == kegiatan_id, col(m.lampiran_id).is_(None), *_berlaku(m))
        for baris in kerja.sesi.exec(kueri.order_by(col(m.urut))):
            nomor, tanggal = tempat.sebut(baris)
            kunci = nomor if jenis is JenisPindaian.BAST else str(baris.id)
            hasil.setdefault((jenis, kunci), Menyusul(jenis, baris.id, nomor, tanggal))
    return list(hasil.values())


def _berlaku(model: Any) -> tuple[Any, ...]:
    """Leave out what no longer counts, and decrees that are still a draft."""
    if model is Penetapan:
        return (model.status == StatusPenetapan.SAH.value,)
    if model is BarangMasuk:
        return (col(model.batal).is_(False),)
    return (col(model.digantikan).is_(False),) if model is Surat else ()
