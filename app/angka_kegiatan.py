"""A kegiatan in numbers, for Beranda and the laporan: usulan → layak → ditetapkan → tersalur, and the money beside it.

The whole is the sum of the desa, so the two can never disagree.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, func

from app.kerja import Kerja
from app.pencairan import daftar_pencairan, daftar_setoran
from app.penyaluran.keadaan import StatusSalur
from app.penyaluran.muat import muat_hitungan
from app.penyaluran.ringkas import HitungSalur, susun_ringkasan
from app.pijakan import baca, lihat_kegiatan, penetapan_sah
from app.verifikasi import HitungVerifikasi, ringkasan_verifikasi
from db.model import Penerima


@dataclass(frozen=True, slots=True)
class Angka:
    """Numbers of one desa, or of all.

    Attributes:
        ditetapkan: persons on the decree in force.
        salur: allocations (persons × tahap) and rupiah by standing; `salur.target` is what is planned.
    """

    verifikasi: HitungVerifikasi = field(default_factory=HitungVerifikasi)
    ditetapkan: int = 0
    salur: HitungSalur = field(default_factory=HitungSalur)

    def __add__(self, lain: "Angka") -> "Angka":
        return Angka(*(getattr(self, f.name) + getattr(lain, f.name) for f in fields(self)))

    @property
    def usulan(self) -> int:
        """Persons proposed and not withdrawn."""
        return self.verifikasi.diusulkan

    @property
    def layak(self) -> int:
        """Persons found eligible."""
        return self.verifikasi.layak


@dataclass(frozen=True, slots=True)
class AngkaKegiatan:
    """Numbers of a kegiatan; `seluruh` is the sum of `per_desa` (kode desa, "" where unknown). Money is rupiah.

    Attributes:
        orang: different people who are owed something (a person in three tahap counts once).
        menerima: different people who received in whole in at least one tahap.
    """

    kegiatan_id: UUID
    nama: str
    kode_sop: str
    tahun: int
    seluruh: Angka
    per_desa: Mapping[str, Angka]
    orang: int
    menerima: int
    pagu: int | None
    sp2d: int
    disetor: int

    @property
    def direncanakan(self) -> int:
        """Money that the recipients are owed."""
        return self.seluruh.salur.target.rupiah

    @property
    def diserahkan(self) -> int:
        """Money that was handed over."""
        return self.seluruh.salur.tersalur.rupiah

    @property
    def masih(self) -> int:
        """Money with bank or bendahara: SP2D less handed over and paid in."""
        return self.sp2d - self.diserahkan - self.disetor


def angka_kegiatan(kerja: Kerja, kegiatan_id: UUID) -> AngkaKegiatan:
    """Count a kegiatan through.

    Raises:
        KnownError: `kegiatan_tidak_ada`.
    """
    kegiatan = lihat_kegiatan(kerja, kegiatan_id)
    verifikasi = ringkasan_verifikasi(kerja, kegiatan_id).per_desa
    ditetapkan = _ditetapkan(kerja, kegiatan_id)
    hitungan = list(muat_hitungan(kerja, kegiatan_id))
    salur = susun_ringkasan(hitungan)
    desa = sorted({*verifikasi, *ditetapkan, *salur.per_desa})
    per_desa = {
        d: Angka(
            verifikasi.get(d, HitungVerifikasi()), ditetapkan.get(d, 0), salur.per_desa.get(d, HitungSalur())
        )
        for d in desa
    }  # fmt: skip
    return AngkaKegiatan(
        kegiatan_id=kegiatan_id,
        nama=kegiatan.nama,
        kode_sop=kegiatan.kode_sop,
        tahun=kegiatan.tahun,
        seluruh=sum(per_desa.values(), Angka()),
        per_desa=per_desa,
        orang=salur.orang,
        menerima=len({h.orang_id for h in hitungan if h.keadaan.status is StatusSalur.TERSALUR}),
        pagu=kegiatan.pagu,
        sp2d=sum(p.nilai for p in daftar_pencairan(kerja, kegiatan_id)),
        disetor=sum(s.nilai for s in daftar_setoran(kerja, kegiatan_id)),
    )


def angka_banyak(kerja: Kerja, kegiatan_ids: Iterable[UUID]) -> list[AngkaKegiatan]:
    """Count several kegiatan, in the order given."""
    return [angka_kegiatan(kerja, satu) for satu in kegiatan_ids]


def _ditetapkan(kerja: Kerja, kegiatan_id: UUID) -> dict[str, int]:
    sah = penetapan_sah(kerja, kegiatan_id)
    if sah is None:
        return {}
    desa = func.coalesce(col(Penerima.kode_desa), "")
    kueri = sa.select(desa, func.count()).where(col(Penerima.penetapan_id) == sah.id).group_by(desa)
    return {str(kode): int(banyak) for kode, banyak in baca(kerja, kueri)}
