"""What exists in a kegiatan, counted in its tables: the inputs of steps, and what ticks a paper by itself."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import col, or_, select
from sqlmodel.sql.expression import SelectOfScalar

from app.kerja import Kerja
from app.sop.definisi import Aksi, DefinisiSop, Fakta
from app.sop.mesin import LEPAS, Keadaan
from db.istilah import ArahSurat, JenisPerjanjian, StatusImpor, StatusPenetapan, StatusUsulan, TujuanImpor
from db.model import (
    Alokasi,
    Disposisi,
    Dokumen,
    Impor,
    JadwalPenyaluran,
    Kegiatan,
    Pencairan,
    Penetapan,
    Penyaluran,
    Perjanjian,
    Surat,
    Usulan,
)

MELETAKKAN: Mapping[Fakta, Aksi] = {
    Fakta.USULAN: Aksi.IMPOR_USULAN,
    Fakta.USULAN_LAYAK: Aksi.VERIFIKASI,
    Fakta.PENETAPAN_SAH: Aksi.PENETAPAN,
    Fakta.VENDOR: Aksi.PENUNJUKAN_VENDOR,
    Fakta.PERJANJIAN: Aksi.PERJANJIAN,
    Fakta.PENCAIRAN: Aksi.PENCAIRAN,
    Fakta.PENERIMA: Aksi.IMPOR_PENERIMA,
    Fakta.PENYALURAN: Aksi.PENYALURAN,
    Fakta.TRIWULAN_DIGABUNG: Aksi.GABUNG_TRIWULAN,
    Fakta.HASIL_SIKS: Aksi.HASIL_SIKS,
    Fakta.SURAT_MASUK: Aksi.SURAT_MASUK,
    Fakta.DISPOSISI: Aksi.DISPOSISI,
}
"""Which step's work brings a fact about; without that step in this run nobody waits for the fact."""

GUGUR = (StatusUsulan.DITARIK, StatusUsulan.TIDAK_LAYAK, StatusUsulan.DITOLAK_SISTEM)
"""Usulan that no longer go through the steps."""
KODE_LAPORAN = "laporan"
KODE_LAPORAN_MONEV = "laporan-monev"
JENIS_SPT = "spt"


def _usulan(kegiatan_id: UUID, *syarat: ColumnElement[bool] | bool) -> SelectOfScalar[Any]:
    return select(Usulan.id).where(Usulan.kegiatan_id == kegiatan_id, *syarat)


def _perjanjian(kegiatan_id: UUID, *jenis: JenisPerjanjian) -> SelectOfScalar[Any]:
    return select(Perjanjian.id).where(Perjanjian.kegiatan_id == kegiatan_id, col(Perjanjian.jenis).in_(jenis))


def impor(kegiatan_id: UUID, tujuan: TujuanImpor) -> SelectOfScalar[Any]:
    """Select the kept imports of a kind."""
    return select(Impor.id).where(
        Impor.kegiatan_id == kegiatan_id, Impor.tujuan == tujuan, Impor.status == StatusImpor.TERSIMPAN
    )


def _penetapan_sah(kegiatan_id: UUID) -> SelectOfScalar[Any]:
    return select(Penetapan.id).where(
        Penetapan.kegiatan_id == kegiatan_id,
        Penetapan.status == StatusPenetapan.SAH,
        Penetapan.nomor != "",
        col(Penetapan.tanggal).is_not(None),
    )


def _surat(kegiatan_id: UUID, *syarat: ColumnElement[bool] | bool) -> SelectOfScalar[Any]:
    return select(Surat.id).where(Surat.kegiatan_id == kegiatan_id, col(Surat.digantikan).is_(False), *syarat)


def _disposisi(kegiatan_id: UUID) -> SelectOfScalar[Any]:
    return (
        select(Disposisi.id)
        .join(Surat, col(Surat.id) == col(Disposisi.surat_id))
        .where(or_(Disposisi.kegiatan_id == kegiatan_id, Surat.kegiatan_id == kegiatan_id))
    )


def dokumen(kegiatan_id: UUID, kode: str) -> SelectOfScalar[Any]:
    """Select the registered papers of a code."""
    return select(Dokumen.id).where(Dokumen.kegiatan_id == kegiatan_id, Dokumen.kode == kode)


_ADA: Mapping[Fakta, Callable[[UUID], SelectOfScalar[Any]]] = {
    Fakta.USULAN: lambda k: _usulan(k, Usulan.status != StatusUsulan.DITARIK),
    Fakta.USULAN_LAYAK: lambda k: _usulan(k, Usulan.status == StatusUsulan.LAYAK),
    Fakta.PENETAPAN_SAH: _penetapan_sah,
    Fakta.VENDOR: lambda k: _perjanjian(k, JenisPerjanjian.PENUNJUKAN),
    Fakta.PERJANJIAN: lambda k: _perjanjian(
        k, JenisPerjanjian.MOU, JenisPerjanjian.KESEPAKATAN, JenisPerjanjian.KONTRAK
    ),
    Fakta.PENCAIRAN: lambda k: select(Pencairan.id).where(Pencairan.kegiatan_id == k),
    Fakta.PENERIMA: lambda k: select(Alokasi.id).where(Alokasi.kegiatan_id == k, col(Alokasi.batal).is_(False)),
    Fakta.PENYALURAN: lambda k: select(Penyaluran.id).where(Penyaluran.kegiatan_id == k),
    Fakta.TRIWULAN_DIGABUNG: lambda k: select(Kegiatan.id).where(
        Kegiatan.id == k, col(Kegiatan.ditutup_pengumpulan).is_(True)
    ),
    Fakta.HASIL_SIKS: lambda k: impor(k, TujuanImpor.HASIL_SIKS),
    Fakta.DITOLAK_SISTEM: lambda k: _usulan(k, Usulan.status == StatusUsulan.DITOLAK_SISTEM),
    Fakta.SURAT_MASUK: lambda k: _surat(k, Surat.arah == ArahSurat.MASUK),
    Fakta.DISPOSISI: _disposisi,
    Fakta.SPT: lambda k: _surat(k, Surat.jenis == JENIS_SPT),
    Fakta.JADWAL: lambda k: select(JadwalPenyaluran.id).where(JadwalPenyaluran.kegiatan_id == k),
    Fakta.LAPORAN: lambda k: dokumen(k, KODE_LAPORAN),
}


def ada(kerja: Kerja, kegiatan_id: UUID, fakta: Fakta) -> bool:
    """Tell whether a fact holds in a kegiatan."""
    return kerja.sesi.exec(_ADA[fakta](kegiatan_id).limit(1)).first() is not None


def masukan_kurang(
    kerja: Kerja, kegiatan_id: UUID, definisi: DefinisiSop, keadaan: Keadaan, langkah: int
) -> tuple[Fakta, ...]:
    """Return the inputs of a step that do not exist yet.

    An input whose step is not applicable, was overridden or was done on paper before Salur is not waited for.
    """
    return tuple(f for f in masukan_ditunggu(definisi, keadaan, langkah) if not ada(kerja, kegiatan_id, f))


def masukan_ditunggu(definisi: DefinisiSop, keadaan: Keadaan, langkah: int) -> tuple[Fakta, ...]:
    """Return the inputs of a step that some step of this run brings about."""
    return tuple(f for f in definisi.langkah_ke(langkah).masukan if not _tak_ditunggu(definisi, keadaan, f))


def _tak_ditunggu(definisi: DefinisiSop, keadaan: Keadaan, fakta: Fakta) -> bool:
    """Tell whether the steps that would bring a fact about were all closed without their work."""
    sumber = [lk.urutan for lk in definisi.langkah if lk.aksi is MELETAKKAN.get(fakta)]
    return bool(sumber) and all(keadaan.kini(n).status in LEPAS for n in sumber)
