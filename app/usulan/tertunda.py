"""Pairs that an import left open: who may be one person is judged later, from the list of people.

Judged the same, the later of two usulan in one kegiatan is withdrawn with the reason, which can be taken back as any
withdrawal. The two people stay two in the store until somebody merges them (`app.orang.gabung`).
"""

from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import col, func, select

from app import jejak
from app.akses import Hak, wajib
from app.bahasa import kemiripan as kata
from app.bahasa.waktu import tanggal
from app.kerja import Kerja
from app.pijakan import baca
from app.usulan.hilang import HIDUP, tarik_usulan
from app.usulan.pasangan import MIRIP, Pasangan, sisi_orang
from db.galat import KnownError
from db.istilah import PutusanKemiripan
from db.model import Kemiripan, Orang, Usulan

_BELUM = col(Kemiripan.putusan) == PutusanKemiripan.BELUM.value


def banyak_tertunda(kerja: Kerja) -> int:
    """Return how many pairs wait to be judged."""
    return kerja.sesi.exec(select(func.count()).select_from(Kemiripan).where(_BELUM)).one()


def pasangan_tertunda(kerja: Kerja, batas: int) -> tuple[Pasangan, ...]:
    """Return pairs that wait, likest first, `batas` at most; `lawan` is what `putuskan_tertunda` takes.

    Raises:
        KnownError: `tidak_berwenang`.
    """
    wajib(kerja, Hak.IMPOR)
    wajib(kerja, Hak.IDENTITAS)  # identifiers stand in full: they are what is judged
    satu, dua = aliased(Orang), aliased(Orang)
    kueri = (
        sa.select(Kemiripan, satu, dua)
        .join(satu, col(Kemiripan.orang_a_id) == satu.id)
        .join(dua, col(Kemiripan.orang_b_id) == dua.id)
        .where(_BELUM)
        .order_by(col(Kemiripan.skor).desc(), col(Kemiripan.urut))
        .limit(batas)
    )
    return tuple(
        Pasangan(
            (0, tanggal(k.dibuat_pada.date()), k.urut), k.id, MIRIP, sisi_orang(a), sisi_orang(b), None,
            skor=k.skor, alasan=kata.kalimat(k.skor, k.alasan),
        )
        for k, a, b in baca(kerja, kueri)
    )  # fmt: skip


def putuskan_tertunda(kerja: Kerja, kemiripan_id: UUID, *, sama: bool) -> int:
    """Judge a pair that was left open; return how many usulan were withdrawn for it.

    Raises:
        KnownError: `tidak_berwenang`; `pasangan_tidak_ada` when it was judged meanwhile; what `tarik_usulan` raises
            (nothing is judged then).
    """
    wajib(kerja, Hak.IMPOR)
    ingat = kerja.sesi.get(Kemiripan, kemiripan_id)
    if ingat is None or ingat.putusan != PutusanKemiripan.BELUM.value:
        raise KnownError("pasangan_tidak_ada")
    ditarik = _tarik_kembar(kerja, ingat) if sama else 0
    ingat.putusan = (PutusanKemiripan.SAMA if sama else PutusanKemiripan.BERBEDA).value
    ingat.oleh_akun_id, ingat.pada = kerja.akun_id, kerja.sekarang()
    jejak.catat(kerja, "putuskan_kemiripan", objek="orang", objek_id=ingat.orang_a_id, jumlah=1)
    return ditarik


def _tarik_kembar(kerja: Kerja, ingat: Kemiripan) -> int:
    """Withdraw the later person's usulan in every kegiatan that proposes both."""
    kueri = select(Usulan).where(
        col(Usulan.orang_id).in_([ingat.orang_a_id, ingat.orang_b_id]), col(Usulan.status).in_(HIDUP)
    )
    menurut: dict[UUID, list[Usulan]] = {}
    for usulan in kerja.sesi.exec(kueri.order_by(col(Usulan.urut))):
        menurut.setdefault(usulan.kegiatan_id, []).append(usulan)
    nama = kerja.sesi.get_one(Orang, ingat.orang_b_id).nama
    kembar = [u for semua in menurut.values() if len({u.orang_id for u in semua}) > 1 for u in semua[1:]]
    for usulan in kembar:
        tarik_usulan(kerja, [usulan.id], alasan=f"Orang yang sama dengan {nama}")
    return len(kembar)
