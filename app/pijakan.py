"""What every act on a kegiatan stands on: the kegiatan itself, filled-in fields, dates that can be, long id lists.

The rooms from verification to monev share these few checks, so that the same slip is refused in the same words.
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Row, Select
from sqlmodel import col, select

from app import wilayah_akun
from app.kerja import Kerja
from db.galat import KnownError
from db.istilah import StatusKegiatan, StatusPenetapan
from db.model import Kegiatan, Penetapan, Tahap

POTONG = 500  # ids per statement; SQLite takes far more, PostgreSQL plans long lists badly
T = TypeVar("T")


def lihat_kegiatan(kerja: Kerja, kegiatan_id: UUID) -> Kegiatan:
    """Return a kegiatan of the acting office; the row stays inside `app`.

    Raises:
        KnownError: `kegiatan_tidak_ada`.
    """
    baris = kerja.sesi.get(Kegiatan, kegiatan_id)
    if baris is None or baris.kantor_id != kerja.kantor.id:
        raise KnownError("kegiatan_tidak_ada")
    kerja.sesi.info["kegiatan_dipegang"] = baris  # a session forgets what nobody holds, and one act asks several times
    return baris


def kegiatan_berjalan(kerja: Kerja, kegiatan_id: UUID) -> Kegiatan:
    """Return a kegiatan that may still be changed.

    Raises:
        KnownError: `kegiatan_tidak_ada`, `kegiatan_ditutup`.
    """
    baris = lihat_kegiatan(kerja, kegiatan_id)
    if baris.status != StatusKegiatan.BERJALAN:
        raise KnownError("kegiatan_ditutup", nama=baris.nama, status=StatusKegiatan(baris.status))
    return baris


def daftar_tahap(kerja: Kerja, kegiatan_id: UUID) -> list[Tahap]:
    """Return the tahap of a kegiatan in order."""
    return list(kerja.sesi.exec(select(Tahap).where(Tahap.kegiatan_id == kegiatan_id).order_by(col(Tahap.nomor))))


def tahap_kegiatan(kerja: Kerja, kegiatan_id: UUID, tahap_id: UUID) -> Tahap:
    """Return a tahap of this kegiatan.

    Raises:
        KnownError: `tahap_tidak_ada`.
    """
    tahap = kerja.sesi.get(Tahap, tahap_id)
    if tahap is None or tahap.kegiatan_id != kegiatan_id:
        raise KnownError("tahap_tidak_ada")
    return tahap


def penetapan_sah(kerja: Kerja, kegiatan_id: UUID) -> Penetapan | None:
    """Return the version of the list that is in force: the newest decree; None before the first."""
    return kerja.sesi.exec(
        select(Penetapan)
        .where(Penetapan.kegiatan_id == kegiatan_id, Penetapan.status == StatusPenetapan.SAH.value)
        .order_by(col(Penetapan.nomor_versi).desc())
        .limit(1)
    ).first()


def wajib_sah(kerja: Kerja, kegiatan_id: UUID) -> Penetapan:
    """Return the list in force.

    Raises:
        KnownError: `penetapan_belum_sah`.
    """
    baris = penetapan_sah(kerja, kegiatan_id)
    if baris is None:
        raise KnownError("penetapan_belum_sah")
    return baris


def isi_wajib(isian: dict[str, str]) -> None:
    """Refuse blank fields; keys are their names as users read them.

    Raises:
        KnownError: `isian_kosong`.
    """
    for bidang, nilai in isian.items():
        if not nilai.strip():
            raise KnownError("isian_kosong", bidang=bidang)


def bukan_besok(kerja: Kerja, tanggal: date, bidang: str) -> None:
    """Refuse the date of something done that lies after today.

    Raises:
        KnownError: `tanggal_di_depan`.
    """
    if tanggal > kerja.hari_ini():
        raise KnownError("tanggal_di_depan", bidang=bidang, tanggal=tanggal)


def kata_cari(teks: str) -> list[str]:
    """Cut what was typed into words; control characters that scanners send are dropped (NUL would match all)."""
    return "".join(h if h.isprintable() else " " for h in teks).split()


def potong(daftar: Collection[T]) -> Iterator[Sequence[T]]:
    """Cut a collection into pieces that fit into one statement."""
    sisa = iter(daftar)
    while bagian := list(islice(sisa, POTONG)):
        yield bagian


def baca(kerja: Kerja, kueri: Select[*tuple[Any, ...]]) -> Iterator[Row[*tuple[Any, ...]]]:
    """Run a query of many columns or rows."""
    return iter(kerja.sesi.execute(kueri))


def baca_kolom(kerja: Kerja, kueri: Select[*tuple[Any, ...]]) -> Iterator[Row[*tuple[Any, ...]]]:
    """Run a query of single columns past the ORM: several times faster, for thousands of rows."""
    kerja.sesi.flush()
    return iter(kerja.sesi.connection().execute(kueri.options(*wilayah_akun.pilihan(kerja.sesi))))
