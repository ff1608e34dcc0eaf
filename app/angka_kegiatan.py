"""The numbers of one kegiatan along its way: usulan → layak → ditetapkan → tersalur, in all and per desa.

Put together from the rooms' own counts, so that Beranda and laporan say what the lists say.
"""

from dataclasses import dataclass
from uuid import UUID

from app.kerja import Kerja
from app.penetapan import penetapan_berlaku, rekap_desa
from app.penyaluran import HitungSalur, ringkasan_penyaluran
from app.verifikasi import HitungVerifikasi, ringkasan_verifikasi


@dataclass(frozen=True, slots=True)
class AngkaDesa:
    """One desa's share. `penyaluran.target = tersalur + belum + gagal`, in allocations and rupiah."""

    kode_desa: str
    verifikasi: HitungVerifikasi
    ditetapkan: int
    penyaluran: HitungSalur


@dataclass(frozen=True, slots=True)
class AngkaKegiatan:
    """A kegiatan in numbers.

    Attributes:
        ditetapkan: persons on the list in force; 0 before the first decree.
        rencana: rupiah that the list in force promises over all tahap.
        orang: different people with an allocation, however many tahap.
        per_desa: by desa code, "" where unknown; every sum of it equals the whole.
    """

    verifikasi: HitungVerifikasi
    ditetapkan: int
    rencana: int
    penyaluran: HitungSalur
    orang: int
    per_desa: tuple[AngkaDesa, ...]

    @property
    def jalan(self) -> tuple[int, int, int, int]:
        """Usulan, layak, ditetapkan, tersalur: the bar of Beranda. The last counts allocations, see `penyaluran`."""
        return (
            self.verifikasi.diusulkan,
            self.verifikasi.layak,
            self.ditetapkan,
            self.penyaluran.tersalur.orang,
        )


def angka_kegiatan(kerja: Kerja, kegiatan_id: UUID) -> AngkaKegiatan:
    """Count one kegiatan.

    Raises:
        KnownError: `kegiatan_tidak_ada`.
    """
    verifikasi = ringkasan_verifikasi(kerja, kegiatan_id)
    penyaluran = ringkasan_penyaluran(kerja, kegiatan_id)
    penetapan = penetapan_berlaku(kerja, kegiatan_id)
    ditetapkan = {r.kode_desa: r.orang for r in rekap_desa(kerja, penetapan.id)} if penetapan else {}
    desa = sorted({*verifikasi.per_desa, *penyaluran.per_desa, *ditetapkan})
    return AngkaKegiatan(
        verifikasi.seluruh,
        penetapan.jumlah_orang if penetapan else 0,
        penetapan.jumlah_nominal if penetapan else 0,
        penyaluran.seluruh,
        penyaluran.orang,
        tuple(
            AngkaDesa(
                kode,
                verifikasi.per_desa.get(kode, HitungVerifikasi()),
                ditetapkan.get(kode, 0),
                penyaluran.per_desa.get(kode, HitungSalur()),
            )
            for kode in desa
        ),
    )
