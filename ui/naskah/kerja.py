"""The work of the page Kata-kata dokumen, away from the window: what there is, and what a text looks like printed."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from app.dokumen import siap
from app.dokumen.naskah import paragraf
from app.jobs import JobContext
from app.kerja import Kerja
from app.orang import pilihan_kegiatan
from app.templat import Templat, daftar_templat, riwayat_templat
from db.istilah import Zona
from reports import cetak as percetakan
from reports.daftar_cetak import DAFTAR


@dataclass(frozen=True)
class IsiNaskahKantor:
    """Every text, and the zone in which their versions are dated."""

    semua: tuple[Templat, ...]
    zona: Zona


@dataclass(frozen=True)
class IsiSatu:
    """One text: its versions (newest first), the paper written with it, and the kegiatan that can print that."""

    riwayat: tuple[Templat, ...]
    dokumen: str
    kegiatan: tuple[tuple[UUID, str], ...]


def kumpulkan(kerja: Kerja) -> IsiNaskahKantor:
    """Gather the list of texts."""
    return IsiNaskahKantor(tuple(daftar_templat(kerja)), Zona(kerja.kantor.zona))


def kumpulkan_satu(kerja: Kerja, kode: str) -> IsiSatu:
    """Gather what the page shows beside one text."""
    dokumen = next((n.kode for n in DAFTAR.values() if n.naskah == kode), "")
    nama = dict(pilihan_kegiatan(kerja))
    kegiatan = tuple((k, nama[k]) for k in siap.kegiatan_siap(kerja, dokumen))
    return IsiSatu(tuple(riwayat_templat(kerja, kode)), dokumen, kegiatan)


def pratinjau(kerja: Kerja, ctx: JobContext, dokumen: str, kegiatan_id: UUID, kata: Mapping[str, str]) -> bytes:
    """Make the paper of one desa with words as they are typed now; nothing is kept."""
    desa = siap.desa_dokumen(kerja, kegiatan_id, dokumen)[:1]
    terbagi = {bagian: paragraf(teks) for bagian, teks in kata.items()}
    return percetakan.pratinjau(kerja, dokumen, kegiatan_id, desa=desa[0] if desa else None, kata=terbagi, ctx=ctx)
