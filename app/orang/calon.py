"""Who could be merged: people alike to one person, and pairs judged the same that still are two."""

from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import col, or_, select

from app.akses import Hak, wajib
from app.kerja import Kerja
from app.orang.bentuk import RingkasanOrang
from app.orang.cari import ringkas
from app.orang.siapa import ambil
from app.pijakan import baca
from db.istilah import PutusanKemiripan
from db.model import Kemiripan, Orang


def calon_sama(kerja: Kerja, orang_id: UUID, batas: int = 20) -> list[RingkasanOrang]:
    """Return who may be the same as a person: first who is marked as alike, then who has the same name or NIK.

    Raises:
        KnownError: `orang_tidak_ada`.
    """
    o = ambil(kerja, orang_id)
    a, b = Kemiripan.orang_a_id, Kemiripan.orang_b_id
    pasangan = select(a, b).where(or_(a == o.id, b == o.id), Kemiripan.putusan != PutusanKemiripan.BERBEDA.value)
    mirip = {satu for dua in kerja.sesi.exec(pasangan) for satu in dua}
    kembar = [
        col(Orang.id).in_(mirip),
        col(Orang.nama_cari) == o.nama_cari,
        *([col(Orang.nik) == o.nik] if o.nik else ()),
    ]
    kueri = select(Orang).where(or_(*kembar), Orang.id != o.id, col(Orang.digabung_ke).is_(None))
    return ringkas(kerja, kueri.order_by(col(Orang.id).in_(mirip).desc(), col(Orang.urut)).limit(batas))


def banyak_belum_gabung(kerja: Kerja) -> int:
    """Return how many pairs were judged the same and still are two."""
    return len(_belum_gabung(kerja, 1_000))


def belum_gabung(kerja: Kerja, batas: int) -> list[tuple[RingkasanOrang, RingkasanOrang]]:
    """Return pairs that were judged the same and still are two, the latest first.

    Raises:
        KnownError: `tidak_berwenang`.
    """
    wajib(kerja, Hak.VERIFIKASI)
    pasangan = _belum_gabung(kerja, batas)
    ids = {satu for dua in pasangan for satu in dua}
    orang = {o.id: o for o in ringkas(kerja, select(Orang).where(col(Orang.id).in_(ids)))}
    return [(orang[a], orang[b]) for a, b in pasangan]


def _belum_gabung(kerja: Kerja, batas: int) -> list[tuple[UUID, UUID]]:
    satu, dua = aliased(Orang), aliased(Orang)
    kueri = (
        sa.select(col(Kemiripan.orang_a_id), col(Kemiripan.orang_b_id))
        .join(satu, col(Kemiripan.orang_a_id) == satu.id)
        .join(dua, col(Kemiripan.orang_b_id) == dua.id)
        .where(
            col(Kemiripan.putusan) == PutusanKemiripan.SAMA.value,
            col(Kemiripan.orang_a_id) != col(Kemiripan.orang_b_id),
            col(satu.digabung_ke).is_(None),
            col(dua.digabung_ke).is_(None),
        )
        .order_by(col(Kemiripan.urut).desc())
        .limit(batas)
    )
    return list({frozenset(p): (p[0], p[1]) for p in baca(kerja, kueri)}.values())
