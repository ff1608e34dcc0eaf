"""Tells whether the open store is the copy of another one that carries a part of a hand-over, and of which part.

Such a copy hands over and prints; everything else is refused, because it would be lost when the part comes back.
"""

from uuid import UUID

from sqlmodel import Session, col, select

from db.model import Pengaturan

_KUNCI = "salinan_bagian"


def bagian_di_salinan(sesi: Session) -> UUID | None:
    """Return the id of the part that this copy carries; None in an ordinary store."""
    baris = sesi.exec(
        select(Pengaturan).where(col(Pengaturan.kantor_id).is_(None), col(Pengaturan.kunci) == _KUNCI)
    ).first()
    return UUID(baris.nilai["id"]) if baris else None


def jadikan_salinan(sesi: Session, bagian_id: UUID) -> None:
    """Mark the open store as the copy that carries a part."""
    sesi.add(Pengaturan(kunci=_KUNCI, nilai={"id": str(bagian_id)}))
    sesi.flush()
