"""Who an id or a NIK means today: the person, or the one into whom they were merged."""

from uuid import UUID

from sqlmodel import col, select

from app.kerja import Kerja
from app.wilayah_akun import seluruh
from db.galat import KnownError
from db.model import Orang


def ambil(kerja: Kerja, orang_id: UUID) -> Orang:
    """Return a person to write about.

    Raises:
        KnownError: `orang_tidak_ada`, also for one who was merged into another.
    """
    o = kerja.sesi.get(Orang, orang_id)
    if o is None or o.digabung_ke is not None:
        raise KnownError("orang_tidak_ada")
    return o


def kini(kerja: Kerja, orang_id: UUID) -> Orang:
    """Return the person that an id means today, following every merge.

    Raises:
        KnownError: `orang_tidak_ada`.
    """
    o = kerja.sesi.get(Orang, orang_id)
    while o is not None and o.digabung_ke is not None:
        o = kerja.sesi.get(Orang, o.digabung_ke)
    if o is None:
        raise KnownError("orang_tidak_ada")
    return o


def terkait(kerja: Kerja, orang_id: UUID) -> list[UUID]:
    """Return the person and everyone who was merged into them, also by way of others."""
    semua = [orang_id]
    for satu in semua:
        semua += kerja.sesi.exec(select(Orang.id).where(Orang.digabung_ke == satu).order_by(col(Orang.urut)))
    return semua


def pemilik_nik(kerja: Kerja, nik: str) -> Orang | None:
    """Return who bears a NIK, or into whom its bearer was merged; None when nobody does.

    Raises:
        KnownError: `nik_di_luar_wilayah` when that is somebody whom the account may not see.
    """
    with seluruh(kerja):  # a NIK is one in the whole office
        kueri = select(Orang).where(Orang.nik == nik)
        satu = kerja.sesi.exec(kueri.order_by(col(Orang.digabung_ke).is_not(None), col(Orang.urut))).first()
        milik = None if satu is None else kini(kerja, satu.id)
    if milik is not None and kerja.sesi.exec(select(Orang.id).where(Orang.id == milik.id)).first() is None:
        raise KnownError("nik_di_luar_wilayah")
    return milik
