"""Days on paper in their order: verifikasi ≤ SK ≤ SP2D ≤ serah terima, step after step, none before the kegiatan.

A day that breaks the order is refused in one sentence, because mostly it was mistyped. Where the paper really says so,
whoever records it gives the reason once for the transaction (`Kerja.alasan_tanggal`); it then stands in the trail and
in the *Daftar Pengecualian*. A day that has not come is always refused.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, func, select

from app import jejak
from app.kerja import Kerja
from app.pijakan import baca_kolom, bukan_besok
from db.galat import KnownError
from db.istilah import StatusPenetapan
from db.model import Kegiatan, Pencairan, Penerima, Penetapan

AKSI = "tanggal_mendahului"
"""How the trail names a day that was accepted out of order."""
Batas = tuple[str, date | None]
"""What must not lie later, as people name it, and its day; None where it is not known."""


def awal_kegiatan(kegiatan: Kegiatan) -> date:
    """Return the first day that papers of a kegiatan may bear: its start, or 1 January of its year if that is earlier.

    Salur is often set up when the year's work is under way already.
    """
    return min(kegiatan.mulai_pada, date(kegiatan.tahun, 1, 1))


def periksa_hari(kerja: Kerja, kegiatan: Kegiatan, tanggal: date, bidang: str, *batas: Batas) -> KnownError | None:
    """Say what a day breaks; None where it is in order or somebody gave the reason.

    Args:
        bidang: the day's name as users read it.
        batas: what should have come before; the kegiatan's own start always counts.

    Raises:
        KnownError: `tanggal_di_depan`.
    """
    bukan_besok(kerja, tanggal, bidang)
    if (langgar := _dilanggar(kegiatan, tanggal, batas)) is None or kerja.alasan_tanggal.strip():
        return None
    sebutan, hari = langgar
    return KnownError(AKSI, bidang=bidang, tanggal=tanggal, sebutan=sebutan, hari=hari)


def wajib_urut(kerja: Kerja, kegiatan: Kegiatan, tanggal: date, bidang: str, *batas: Batas) -> None:
    """Refuse a day out of order unless the reason was given; with it the day is kept in the trail.

    Raises:
        KnownError: `tanggal_di_depan`, `tanggal_mendahului`.
    """
    if salah := periksa_hari(kerja, kegiatan, tanggal, bidang, *batas):
        raise salah
    catat_mendahului(kerja, kegiatan, tanggal, bidang, *batas)


def catat_mendahului(kerja: Kerja, kegiatan: Kegiatan, tanggal: date, bidang: str, *batas: Batas) -> None:
    """Write a day that was accepted out of order into the trail, with its reason; nothing for one in order."""
    if (langgar := _dilanggar(kegiatan, tanggal, batas)) is None:
        return
    sebutan, hari = langgar
    jejak.catat(
        kerja, AKSI, objek="kegiatan", objek_id=kegiatan.id, kegiatan_id=kegiatan.id, bidang=bidang, tanggal=tanggal,
        sebutan=sebutan, hari=hari, alasan=kerja.alasan_tanggal.strip(),
    )  # fmt: skip


def _dilanggar(kegiatan: Kegiatan, tanggal: date, batas: Iterable[Batas]) -> tuple[str, date] | None:
    semua = [("awal kegiatan", awal_kegiatan(kegiatan)), *((s, hari) for s, hari in batas if hari is not None)]
    langgar = [(hari, sebutan) for sebutan, hari in semua if tanggal < hari]
    if not langgar:
        return None
    hari, sebutan = max(langgar)
    return sebutan, hari


def tanggal_sk(kerja: Kerja, kegiatan_id: UUID, orang_id: UUID | None = None) -> Mapping[UUID, date]:
    """Return the day of the first decree whose list has each person, or one person."""
    kueri = (
        sa.select(col(Penerima.orang_id), func.min(col(Penetapan.tanggal)))
        .join(Penetapan, col(Penetapan.id) == col(Penerima.penetapan_id))
        .where(col(Penerima.kegiatan_id) == kegiatan_id, col(Penetapan.status) == StatusPenetapan.SAH.value)
        .group_by(col(Penerima.orang_id))
    )
    if orang_id is not None:
        kueri = kueri.where(col(Penerima.orang_id) == orang_id)
    return {orang: hari for orang, hari in baca_kolom(kerja, kueri) if hari is not None}


def tanggal_sp2d(kerja: Kerja, tahap_id: UUID) -> date | None:
    """Return the day of the first SP2D of a tahap."""
    hari: Any = kerja.sesi.exec(select(func.min(Pencairan.tanggal)).where(Pencairan.tahap_id == tahap_id)).one()
    return date.fromisoformat(hari) if isinstance(hari, str) else hari
