"""For which desa and which tahap work on a step may begin now: its inputs exist there, whatever the others lack."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from app.kerja import Kerja
from app.pijakan import baca, daftar_tahap
from app.sop import fakta
from app.sop.definisi import DefinisiSop, Fakta
from app.sop.mesin import Keadaan
from db.istilah import StatusUsulan
from db.model import Alokasi, JadwalPenyaluran, Pencairan, Penerima, Penyaluran, Usulan, WilayahKegiatan


@dataclass(frozen=True, slots=True)
class Lingkup:
    """Where work may begin, and where it still waits for the step's inputs; codes of desa, ids of tahap in order."""

    desa: tuple[str, ...] = ()
    desa_menunggu: tuple[str, ...] = ()
    tahap: tuple[UUID, ...] = ()
    tahap_menunggu: tuple[UUID, ...] = ()


def lingkup(kerja: Kerja, kegiatan_id: UUID, definisi: DefinisiSop, keadaan: Keadaan, langkah: int) -> Lingkup:
    """Return for which desa and tahap the inputs of a step exist.

    An input that says nothing about desa (or tahap) holds for all of them; one that nobody waits for is left out.
    """
    diminta = fakta.masukan_ditunggu(definisi, keadaan, langkah)
    desa = _semua_desa(kerja, kegiatan_id)
    tahap = [t.id for t in daftar_tahap(kerja, kegiatan_id)]
    desa_siap, tahap_siap = set(desa), set(tahap)
    for satu in diminta:
        if satu in _DESA:
            desa_siap &= _kumpulan(kerja, _DESA[satu](kegiatan_id))
        if satu in _TAHAP:
            tahap_siap &= _kumpulan(kerja, _TAHAP[satu](kegiatan_id))
        if satu not in _DESA and satu not in _TAHAP and not fakta.ada(kerja, kegiatan_id, satu):
            desa_siap, tahap_siap = set(), set()
    return Lingkup(
        tuple(d for d in desa if d in desa_siap),
        tuple(d for d in desa if d not in desa_siap),
        tuple(t for t in tahap if t in tahap_siap),
        tuple(t for t in tahap if t not in tahap_siap),
    )


def _kumpulan(kerja: Kerja, kueri: sa.Select[Any]) -> set[Any]:
    return {baris[0] for baris in baca(kerja, kueri) if baris[0] is not None}


def _semua_desa(kerja: Kerja, kegiatan_id: UUID) -> list[str]:
    """Return the desa that take part and those whose people are in, by code."""
    ikut = select(WilayahKegiatan.kode_desa).where(WilayahKegiatan.kegiatan_id == kegiatan_id)
    kerja.sesi.flush()
    return sorted(set(kerja.sesi.exec(ikut)) | _kumpulan(kerja, _desa_usulan(kegiatan_id)))


def _desa_usulan(kegiatan_id: UUID, *syarat: Any) -> sa.Select[Any]:
    aktif = (col(Usulan.kegiatan_id) == kegiatan_id, col(Usulan.status) != StatusUsulan.DITARIK)
    return sa.select(col(Usulan.kode_desa)).where(*aktif, *syarat).distinct()


def _desa_penerima(kegiatan_id: UUID) -> sa.Select[Any]:
    return (
        sa.select(col(Penerima.kode_desa))
        .join(Alokasi, col(Alokasi.penerima_id) == col(Penerima.id))
        .where(col(Alokasi.kegiatan_id) == kegiatan_id, col(Alokasi.batal).is_(False))
        .distinct()
    )


def _kolom(kolom: Any, kegiatan: Any, kegiatan_id: UUID) -> sa.Select[Any]:
    return sa.select(col(kolom)).where(col(kegiatan) == kegiatan_id).distinct()


_DESA: Mapping[Fakta, Callable[[UUID], sa.Select[Any]]] = {
    Fakta.USULAN: _desa_usulan,
    Fakta.USULAN_LAYAK: lambda k: _desa_usulan(k, col(Usulan.status) == StatusUsulan.LAYAK),
    Fakta.DITOLAK_SISTEM: lambda k: _desa_usulan(k, col(Usulan.status) == StatusUsulan.DITOLAK_SISTEM),
    Fakta.PENERIMA: _desa_penerima,
    Fakta.JADWAL: lambda k: _kolom(JadwalPenyaluran.kode_desa, JadwalPenyaluran.kegiatan_id, k),
}
_TAHAP: Mapping[Fakta, Callable[[UUID], sa.Select[Any]]] = {
    Fakta.PENERIMA: lambda k: _kolom(Alokasi.tahap_id, Alokasi.kegiatan_id, k),
    Fakta.PENCAIRAN: lambda k: _kolom(Pencairan.tahap_id, Pencairan.kegiatan_id, k),
    Fakta.JADWAL: lambda k: _kolom(JadwalPenyaluran.tahap_id, JadwalPenyaluran.kegiatan_id, k),
    Fakta.PENYALURAN: lambda k: (
        sa.select(col(Alokasi.tahap_id))
        .join(Penyaluran, col(Penyaluran.alokasi_id) == col(Alokasi.id))
        .where(col(Penyaluran.kegiatan_id) == k)
        .distinct()
    ),
}
