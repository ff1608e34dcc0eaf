"""Up to which desil a kegiatan takes people: one of its rules, set where the reference lists are kept."""

from uuid import UUID

from sqlmodel import col, select

from app.kelayakan import baca_aturan
from app.kerja import Kerja
from app.pijakan import lihat_kegiatan
from db.istilah import StatusKegiatan
from db.model import Kegiatan


def batas_desil(kerja: Kerja, kegiatan_id: UUID) -> int | None:
    """Return the highest desil that a kegiatan takes; None: no limit.

    Raises:
        KnownError: `kegiatan_tidak_ada`.
    """
    return baca_aturan(lihat_kegiatan(kerja, kegiatan_id).aturan).desil_maks


def daftar_batas_desil(kerja: Kerja) -> list[tuple[UUID, str, int | None]]:
    """Return the running kegiatan of the office, newest first: id, name, highest desil."""
    kueri = select(Kegiatan).where(
        Kegiatan.kantor_id == kerja.kantor.id, Kegiatan.status == StatusKegiatan.BERJALAN.value
    )
    semua = kerja.sesi.exec(kueri.order_by(col(Kegiatan.urut).desc()))
    return [(k.id, f"{k.nama} {k.periode}".strip(), baca_aturan(k.aturan).desil_maks) for k in semua]
