"""Where a usulan came from, file and row: as the ledger says it, or as the usulan says it itself where it has no line.

Every row of a file stands in one of the two places (`app.usulan.catatan`), so who asks for rows asks here.
"""

from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from db.model import BarisUsulan, Impor, Orang, Usulan


def baris_asal() -> sa.Subquery:
    """Return what brought usulan in: usulan_id, impor_id, berkas_id, lembar, baris and urut, one line a sending."""
    tercatat = sa.select(
        col(BarisUsulan.usulan_id), col(BarisUsulan.impor_id), col(BarisUsulan.berkas_id), col(BarisUsulan.lembar),
        col(BarisUsulan.baris), col(BarisUsulan.urut),
    ).where(col(BarisUsulan.usulan_id).is_not(None))  # fmt: skip
    sendiri = sa.select(
        col(Usulan.id), col(Usulan.impor_id), col(Usulan.berkas_id), col(Usulan.lembar), col(Usulan.baris),
        col(Usulan.urut),
    ).where(*_tanpa_baris())  # fmt: skip
    return sa.union_all(tercatat, sendiri).subquery("baris_asal")


def orang_polos(impor_id: UUID) -> sa.Select[UUID]:
    """Return the people whom rows without a line brought: those written between the import and their usulan.

    A usulan that was moved to another person since (two were merged) says nothing about that one's coming.
    """
    return (
        sa.select(col(Orang.id))
        .join(Usulan, col(Usulan.orang_id) == col(Orang.id))
        .join(Impor, col(Impor.id) == col(Usulan.impor_id))
        .where(col(Usulan.impor_id) == impor_id, *_tanpa_baris())
        .where(col(Orang.urut) > col(Impor.urut), col(Orang.urut) < col(Usulan.urut))
    )


def _tanpa_baris() -> tuple[Any, ...]:
    """The import that brought a usulan wrote no line about it."""
    ada = sa.exists().where(
        col(BarisUsulan.usulan_id) == col(Usulan.id), col(BarisUsulan.impor_id) == col(Usulan.impor_id)
    )
    return col(Usulan.berkas_id).is_not(None), ~ada
