"""The history of a run: one line an act, never changed and never removed."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from app.kerja import Kerja
from app.pijakan import lihat_kegiatan
from db.istilah import JenisTindakan
from db.model import Akun, PelaksanaanLangkah, RiwayatLangkah


@dataclass(frozen=True, slots=True)
class BarisRiwayat:
    """One act as screens and papers show it.

    Attributes:
        tanggal: on paper; `pada` is the moment of entry.
        rincian: what belongs to the act (`keputusan`, `pihak`, `hasil` …).
    """

    langkah: int
    putaran: int
    tindakan: JenisTindakan
    ke_langkah: int | None
    alasan: str
    tanggal: date
    pada: datetime
    oleh: str
    rincian: dict[str, Any]


def tulis(
    kerja: Kerja,
    baris: PelaksanaanLangkah,
    tindakan: JenisTindakan,
    *,
    tanggal: date | None = None,
    alasan: str = "",
    ke_langkah: int | None = None,
    **rincian: Any,
) -> None:
    """Write one line about a putaran."""
    kerja.sesi.add(
        RiwayatLangkah(
            kegiatan_id=baris.kegiatan_id,
            pelaksanaan_id=baris.id,
            langkah=baris.langkah,
            putaran=baris.putaran,
            tindakan=tindakan.value,
            ke_langkah=ke_langkah,
            alasan=alasan,
            tanggal=tanggal or kerja.hari_ini(),
            pada=kerja.sekarang(),
            akun_id=kerja.akun_id,
            rincian=rincian,
        )
    )


def riwayat(kerja: Kerja, kegiatan_id: UUID, *, usulan_id: UUID | None = None) -> list[BarisRiwayat]:
    """Return the history of a kegiatan, or of one applicant in it, oldest first."""
    lihat_kegiatan(kerja, kegiatan_id)
    kerja.sesi.flush()
    kueri = (
        select(RiwayatLangkah, Akun.nama)
        .join(Akun, col(Akun.id) == col(RiwayatLangkah.akun_id))
        .join(PelaksanaanLangkah, col(PelaksanaanLangkah.id) == col(RiwayatLangkah.pelaksanaan_id))
        .where(RiwayatLangkah.kegiatan_id == kegiatan_id, PelaksanaanLangkah.usulan_id == usulan_id)
        .order_by(col(RiwayatLangkah.urut))
    )
    return [_baris(b, oleh) for b, oleh in kerja.sesi.exec(kueri)]


def sebab_kembali(kerja: Kerja, baris: PelaksanaanLangkah) -> str:
    """Return why a step runs again: the reason of the newest return behind it; empty for a first putaran."""
    if baris.putaran == 1:
        return ""
    kueri = (
        select(RiwayatLangkah.alasan)
        .join(PelaksanaanLangkah, col(PelaksanaanLangkah.id) == col(RiwayatLangkah.pelaksanaan_id))
        .where(
            RiwayatLangkah.kegiatan_id == baris.kegiatan_id,
            RiwayatLangkah.tindakan == JenisTindakan.KEMBALIKAN,
            col(RiwayatLangkah.ke_langkah) <= baris.langkah,
            PelaksanaanLangkah.usulan_id == baris.usulan_id,
        )
        .order_by(col(RiwayatLangkah.urut).desc())
    )
    return kerja.sesi.exec(kueri).first() or ""


def _baris(b: RiwayatLangkah, oleh: str) -> BarisRiwayat:
    return BarisRiwayat(
        b.langkah,
        b.putaran,
        JenisTindakan(b.tindakan),
        b.ke_langkah,
        b.alasan,
        b.tanggal,
        b.pada,
        oleh,
        b.rincian,
    )
