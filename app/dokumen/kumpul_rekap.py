"""Gathers the recap of a hand-over per desa: the figures of the laporan, to be worked on in a spreadsheet."""

from uuid import UUID

from app.dokumen.isi import Permintaan
from app.dokumen.isi_laporan import IsiRekap
from app.dokumen.kumpul_daftar import sebutan_sk
from app.dokumen.kumpul_kepala import kumpul_kepala, tahap_diminta
from app.dokumen.kumpul_salur import rekap_desa
from app.kerja import Kerja
from app.penetapan.lihat import penetapan_berlaku
from app.pijakan import lihat_kegiatan


def isi_rekap_penyaluran(kerja: Kerja, kegiatan_id: UUID, minta: Permintaan) -> IsiRekap:
    """Gather the recap of a tahap, or of all.

    Raises:
        KnownError: `kegiatan_tidak_ada`, `tahap_tidak_ada`.
    """
    kegiatan = lihat_kegiatan(kerja, kegiatan_id)
    tahap = tahap_diminta(kerja, kegiatan_id, minta.tahap)
    return IsiRekap(
        kepala=kumpul_kepala(kerja, kegiatan, minta),
        dasar=sebutan_sk(kerja, penetapan_berlaku(kerja, kegiatan_id)),
        rekap=tuple(rekap_desa(kerja, kegiatan_id, tahap_id=tahap.id if tahap else None, desa=minta.desa)),
    )
