"""How far verification is by who did it, and where two people came to different results about one usulan."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from app.kerja import Kerja
from app.pijakan import baca_kolom, lihat_kegiatan, potong
from app.verifikasi.daftar import Putusan, saring_status, susun_putusan
from app.verifikasi.tertinggal import TidakDiambil, tidak_diambil
from db.istilah import HasilVerifikasi, StatusUsulan
from db.model import Orang, Usulan, Verifikasi


@dataclass(frozen=True, slots=True)
class HitungPetugas:
    """What one person decided: usulan whose decision is theirs today, and decisions that another one replaced.

    Attributes:
        lapangan: how many of them were decided in the field.
        terakhir: day of the newest of their decisions.
    """

    petugas: str
    layak: int
    tidak_layak: int
    lapangan: int
    diganti: int
    terakhir: date

    @property
    def diputuskan(self) -> int:
        """Usulan whose decision is theirs."""
        return self.layak + self.tidak_layak


@dataclass(frozen=True, slots=True)
class HasilBerbeda:
    """A usulan that was found layak by one and tidak layak by another; the newest decision counts.

    Attributes:
        putusan: every decision, the newest first.
        tidak_diambil: results of a workbook that say otherwise than today's state and were not taken over.
    """

    usulan_id: UUID
    nama: str
    kode_desa: str
    status: StatusUsulan
    putusan: tuple[Putusan, ...]
    tidak_diambil: tuple[TidakDiambil, ...] = ()


def kemajuan_petugas(kerja: Kerja, kegiatan_id: UUID) -> tuple[HitungPetugas, ...]:
    """Count decisions by who made them, the busiest first; each usulan counts once, for its newest decision.

    Raises:
        KnownError: `kegiatan_tidak_ada`.
    """
    lihat_kegiatan(kerja, kegiatan_id)
    kueri = (
        sa.select(
            col(Verifikasi.usulan_id), col(Verifikasi.petugas), col(Verifikasi.hasil), col(Verifikasi.cara),
            col(Verifikasi.tanggal),
        )
        .join(Usulan, col(Usulan.id) == Verifikasi.usulan_id)
        .where(col(Verifikasi.kegiatan_id) == kegiatan_id, saring_status(None))
        .order_by(col(Verifikasi.urut))
    )  # fmt: skip
    semua = list(baca_kolom(kerja, kueri))
    berlaku = {usulan: (petugas, hasil, cara) for usulan, petugas, hasil, cara, _ in semua}
    hitung: Counter[tuple[str, str]] = Counter((p, h) for p, h, _ in berlaku.values())
    lapangan: Counter[str] = Counter(p for p, _, cara in berlaku.values() if cara == "lapangan")
    dibuat: Counter[str] = Counter(petugas for _, petugas, *_ in semua)
    akhir: dict[str, date] = {}
    for _, petugas, _, _, tanggal in semua:
        akhir[petugas] = max(tanggal, akhir.get(petugas, tanggal))
    layak, tidak = HasilVerifikasi.LAYAK.value, HasilVerifikasi.TIDAK_LAYAK.value
    hasil = (
        HitungPetugas(p, hitung[p, layak], hitung[p, tidak], lapangan[p],
                      dibuat[p] - hitung[p, layak] - hitung[p, tidak], akhir[p])
        for p in akhir
    )  # fmt: skip
    return tuple(sorted(hasil, key=lambda h: (-h.diputuskan, h.petugas)))


def hasil_berbeda(kerja: Kerja, kegiatan_id: UUID) -> list[HasilBerbeda]:
    """Return the usulan of which two decisions differ, or a decision and a result not taken over; by desa and name.

    Raises:
        KnownError: `kegiatan_tidak_ada`.
    """
    lihat_kegiatan(kerja, kegiatan_id)
    tertinggal, ragu = tidak_diambil(kerja, kegiatan_id), col(Usulan.id).in_(_ragu(kegiatan_id))
    lain = (col(Usulan.id).in_(bagian) for bagian in potong(sorted(tertinggal)))
    semua: dict[UUID, tuple[tuple[str, str], HasilBerbeda]] = {}
    for syarat in (ragu, *lain):
        putusan = _putusan(kerja, syarat)
        for i, nama, cari, desa, status in baca_kolom(kerja, _siapa(kegiatan_id, syarat)):
            beda = tuple(t for t in tertinggal.get(i, ()) if t.hasil.value != status)
            if beda or syarat is ragu:
                satu = HasilBerbeda(i, nama, desa or "", StatusUsulan(status), tuple(putusan[i]), beda)
                semua.setdefault(i, ((desa or "", cari), satu))
    return [satu for _, satu in sorted(semua.values(), key=itemgetter(0))]


def _putusan(kerja: Kerja, syarat: sa.ColumnElement[bool]) -> dict[UUID, list[Putusan]]:
    """Return every decision on these usulan, the newest first."""
    hasil: dict[UUID, list[Putusan]] = defaultdict(list)
    kueri = select(Verifikasi).where(col(Verifikasi.usulan_id).in_(sa.select(col(Usulan.id)).where(syarat)))
    for v in kerja.sesi.exec(kueri.order_by(col(Verifikasi.urut).desc())):
        hasil[v.usulan_id].append(susun_putusan(v))
    return hasil


def _siapa(kegiatan_id: UUID, syarat: sa.ColumnElement[bool]) -> sa.Select[UUID, str, str, str | None, str]:
    return (
        sa.select(col(Usulan.id), col(Orang.nama), col(Orang.nama_cari), col(Usulan.kode_desa), col(Usulan.status))
        .join(Orang, col(Orang.id) == Usulan.orang_id)
        .where(col(Usulan.kegiatan_id) == kegiatan_id, syarat, saring_status(None))
    )


def _ragu(kegiatan_id: UUID) -> sa.Select[UUID]:
    """Select the usulan that have decisions of both kinds."""
    return (
        sa.select(col(Verifikasi.usulan_id))
        .where(col(Verifikasi.kegiatan_id) == kegiatan_id)
        .group_by(col(Verifikasi.usulan_id))
        .having(sa.func.count(sa.distinct(col(Verifikasi.hasil))) > 1)
    )
