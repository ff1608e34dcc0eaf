"""How far verification is by who did it, and where two people came to different results about one usulan."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from app.kerja import Kerja
from app.pijakan import baca_kolom, lihat_kegiatan
from app.verifikasi.daftar import Putusan, saring_status, susun_putusan
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
    """

    usulan_id: UUID
    nama: str
    kode_desa: str
    status: StatusUsulan
    putusan: tuple[Putusan, ...]


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
    """Return the usulan of which two decisions differ, by desa and name.

    Raises:
        KnownError: `kegiatan_tidak_ada`.
    """
    lihat_kegiatan(kerja, kegiatan_id)
    per_usulan: dict[UUID, list[Putusan]] = defaultdict(list)
    kueri = select(Verifikasi).where(col(Verifikasi.usulan_id).in_(_ragu(kegiatan_id)))
    for v in kerja.sesi.exec(kueri.order_by(col(Verifikasi.urut).desc())):
        per_usulan[v.usulan_id].append(susun_putusan(v))
    siapa = (
        sa.select(col(Usulan.id), col(Orang.nama), col(Usulan.kode_desa), col(Usulan.status))
        .join(Orang, col(Orang.id) == Usulan.orang_id)
        .where(col(Usulan.id).in_(_ragu(kegiatan_id)), saring_status(None))
        .order_by(sa.func.coalesce(col(Usulan.kode_desa), ""), col(Orang.nama_cari))
    )
    return [
        HasilBerbeda(i, nama, desa or "", StatusUsulan(status), tuple(per_usulan[i]))
        for i, nama, desa, status in baca_kolom(kerja, siapa)
    ]


def _ragu(kegiatan_id: UUID) -> sa.Select[UUID]:
    """Select the usulan that have decisions of both kinds."""
    return (
        sa.select(col(Verifikasi.usulan_id))
        .where(col(Verifikasi.kegiatan_id) == kegiatan_id)
        .group_by(col(Verifikasi.usulan_id))
        .having(sa.func.count(sa.distinct(col(Verifikasi.hasil))) > 1)
    )
