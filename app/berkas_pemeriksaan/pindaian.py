"""The scans that stand behind a kegiatan: decree, agreements, SP2D, STS, signatures on paper, papers of the steps."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from app.dokumen.diterima import DITERIMA
from app.kerja import Kerja
from app.pijakan import baca_kolom
from db.model import (
    BarangMasuk,
    Dokumen,
    Kelengkapan,
    Lampiran,
    PelaksanaanLangkah,
    Pencairan,
    Penetapan,
    PengesahanKertas,
    Perjanjian,
    Setoran,
    TautanLampiran,
)


@dataclass(frozen=True, slots=True)
class Pindaian:
    """A scan: what it is for people, the name that it came with, and its hash."""

    sebutan: str
    nama: str
    lampiran_id: UUID
    sha256: str


def daftar_pindaian(kerja: Kerja, kegiatan_id: UUID) -> list[Pindaian]:
    """Return the scans of a kegiatan in the order of the work, each once."""
    dikenal: set[UUID] = set()
    hasil = []
    for sebutan, lampiran_id, nama, sha256 in _semua(kerja, kegiatan_id):
        if lampiran_id not in dikenal:
            dikenal.add(lampiran_id)
            hasil.append(Pindaian(sebutan, nama, lampiran_id, sha256))
    return hasil


def _semua(kerja: Kerja, kegiatan_id: UUID) -> Iterator[Any]:
    tabel: tuple[tuple[Any, Any], ...] = (
        (Penetapan, sa.literal("SK ") + col(Penetapan.nomor)),
        (Perjanjian, sa.literal("Perjanjian ") + col(Perjanjian.nomor)),
        (Pencairan, sa.literal("SP2D ") + col(Pencairan.nomor_sp2d)),
        (Setoran, sa.literal("STS ") + col(Setoran.nomor)),
        (BarangMasuk, sa.literal("BAST penyedia ") + col(BarangMasuk.nomor)),
    )
    for model, sebutan in tabel:
        yield from baca_kolom(kerja, _pilih(model, sebutan).where(col(model.kegiatan_id) == kegiatan_id))
    for model, sebutan in (
        (PengesahanKertas, sa.literal("Pengesahan ") + col(PengesahanKertas.kapasitas)),
        (Kelengkapan, col(Kelengkapan.nama)),
    ):
        kueri = _pilih(model, sebutan).join(PelaksanaanLangkah, col(PelaksanaanLangkah.id) == col(model.pelaksanaan_id))
        yield from baca_kolom(kerja, kueri.where(col(PelaksanaanLangkah.kegiatan_id) == kegiatan_id))
    yield from _diterima(kerja, kegiatan_id)


def _diterima(kerja: Kerja, kegiatan_id: UUID) -> Iterator[Any]:
    """Give the scans and photographs of papers that came in signed: usage reports, pakta integritas."""
    kueri = (
        sa.select(
            col(Dokumen.judul) + sa.literal(" ") + col(Dokumen.penandatangan), col(Lampiran.id), col(Lampiran.nama),
            col(Lampiran.sha256),
        )
        .join(TautanLampiran, col(TautanLampiran.objek_id) == col(Dokumen.id))
        .join(Lampiran, col(Lampiran.id) == col(TautanLampiran.lampiran_id))
        .where(col(Dokumen.kegiatan_id) == kegiatan_id, col(Dokumen.kode).in_(sorted(DITERIMA)))
        .order_by(col(TautanLampiran.urut))
    )  # fmt: skip
    yield from baca_kolom(kerja, kueri)


def _pilih(model: Any, sebutan: Any) -> sa.Select[*tuple[Any, ...]]:
    return (
        sa.select(sebutan, col(Lampiran.id), col(Lampiran.nama), col(Lampiran.sha256))
        .join(Lampiran, col(Lampiran.id) == col(model.lampiran_id))
        .order_by(col(model.urut))
    )
