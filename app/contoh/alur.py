"""Small acts that every sample story repeats: where a kegiatan stands, ticking a checklist, finishing its step."""

from collections.abc import Collection
from uuid import UUID

from app.kegiatan import lihat_kegiatan
from app.kerja import Kerja
from app.sop import jalan
from app.sop.centang import centang_kelengkapan
from app.sop.jalan import Sesudah
from db.galat import BugError


def langkah_kini(kerja: Kerja, kegiatan_id: UUID) -> UUID:
    """Give the putaran whose turn it is."""
    kini = lihat_kegiatan(kerja, kegiatan_id).ringkasan.pelaksanaan_kini
    if kini is None:
        raise BugError("the sample's kegiatan has ended")
    return kini


def lengkapi(kerja: Kerja, kegiatan_id: UUID, kode: Collection[str] | None = None) -> UUID:
    """Tick the checklist of the step whose turn it is; gives the step."""
    kini = langkah_kini(kerja, kegiatan_id)
    centang_kelengkapan(kerja, kini, kode=kode)
    return kini


def tuntaskan(kerja: Kerja, kegiatan_id: UUID, hasil: str = "") -> Sesudah:
    """Tick everything of the step whose turn it is and finish it."""
    return jalan.selesaikan(kerja, lengkapi(kerja, kegiatan_id), hasil=hasil)
