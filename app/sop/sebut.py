"""Which step is meant when somebody names it by its number, as the command line does."""

from uuid import UUID

from app.kerja import Kerja
from app.pijakan import lihat_kegiatan
from app.sop import konteks
from app.sop.definisi import DefinisiSop, Langkah
from db.galat import KnownError
from db.model import Kegiatan


def cari_langkah(kerja: Kerja, kegiatan_id: UUID, sebutan: str, usulan_id: UUID | None = None) -> UUID:
    """Return the newest putaran of a step.

    Args:
        sebutan: its place in the order, its label where that is no number, or the id of one putaran.
        usulan_id: whose lane, for a step that runs per applicant; any other step has one lane for all.

    Raises:
        KnownError: `kegiatan_tidak_ada`, `langkah_tak_disebut`, `jalur_tidak_ada`.
    """
    kegiatan = lihat_kegiatan(kerja, kegiatan_id)
    definisi = konteks.definisi_kegiatan(kegiatan)
    if (satu := _putaran(kerja, kegiatan, sebutan)) is not None:
        return satu
    langkah = _langkah(definisi, sebutan)
    if langkah is None:
        raise KnownError("langkah_tak_disebut", langkah=sebutan, nama=kegiatan.nama, akhir=len(definisi.langkah))
    jalur = usulan_id if langkah.per_usulan else None
    if jalur is not None and not konteks.baris_jalur(kerja, kegiatan_id, jalur):
        raise KnownError("jalur_tidak_ada")
    return konteks.baris_kini(kerja, kegiatan_id, langkah.urutan, jalur).id


def _putaran(kerja: Kerja, kegiatan: Kegiatan, sebutan: str) -> UUID | None:
    """Return the putaran whose id was given, if it is one of this kegiatan."""
    try:
        k = konteks.konteks(kerja, UUID(sebutan))
    except (ValueError, KnownError):
        return None
    return k.baris.id if k.kegiatan.id == kegiatan.id else None


def _langkah(definisi: DefinisiSop, sebutan: str) -> Langkah | None:
    kata = sebutan.strip().rstrip(".").casefold()
    urutan = {str(lk.urutan): lk for lk in definisi.langkah}
    berlabel = [lk for lk in definisi.langkah if lk.label.casefold() == kata]
    return urutan.get(kata) or (berlabel[0] if len(berlabel) == 1 else None)
