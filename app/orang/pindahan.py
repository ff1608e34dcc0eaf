"""What a merge changes, line by line, so that it can be taken back to the letter.

Every row that names the person who goes is listed here once; a test compares the list with the tables. The record is
kept in `Pengaturan`, one for each person who was merged away.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlmodel import SQLModel, col, or_, select

from app.kerja import Kerja
from db.dasar import Baris
from db.model import (
    Kemiripan,
    Orang,
    Penerima,
    Pengaturan,
    RegisterPelayanan,
    Rekening,
    RiwayatIdentitas,
    RiwayatKk,
    TautanLampiran,
    Usulan,
    Wali,
)

_KUNCI = "gabung_orang:"


@dataclass(frozen=True, slots=True)
class Rujukan:
    """A column that names a person.

    Attributes:
        sebutan: what a row of it is called, with its number before.
        syarat: further conditions of its query.
    """

    tabel: type[Baris]
    kolom: str
    sebutan: str
    syarat: tuple[Any, ...] = ()


RUJUKAN = (
    Rujukan(Usulan, "orang_id", "usulan"),
    Rujukan(Penerima, "orang_id", "baris dalam daftar penetapan"),
    Rujukan(Rekening, "orang_id", "rekening"),
    Rujukan(RegisterPelayanan, "orang_id", "baris buku register"),
    Rujukan(RiwayatKk, "orang_id", "riwayat No. KK"),
    Rujukan(RiwayatIdentitas, "orang_id", "perubahan data"),
    Rujukan(Wali, "orang_id", "wali"),
    Rujukan(Wali, "wali_orang_id", "anak yang diwakilinya"),
    Rujukan(Kemiripan, "orang_a_id", "pasangan mirip"),
    Rujukan(Kemiripan, "orang_b_id", "pasangan mirip"),
    Rujukan(TautanLampiran, "objek_id", "dokumen", (col(TautanLampiran.objek) == "orang",)),
)
"""Everything that goes over to the one who stays; `Orang.digabung_ke` stays, it is followed."""

_TABEL: dict[str, type[Baris]] = {str(r.tabel.__tablename__): r.tabel for r in RUJUKAN} | {"orang": Orang}


@dataclass
class Catatan:
    """What one merge did.

    Attributes:
        ke: who stays. alasan: why, as it was given. oleh: name of the account.
        ubah: table, id, column, value before, value after; in order.
        buat: table and id of rows that the merge itself wrote.
        ganda: kegiatan and tahap that both had received.
    """

    ke: UUID
    alasan: str = ""
    oleh: str = ""
    ubah: list[list[Any]] = field(default_factory=list)
    buat: list[list[str]] = field(default_factory=list)
    ganda: list[dict[str, str]] = field(default_factory=list)


class Pemindah:
    """Changes rows and remembers each change."""

    def __init__(self, kerja: Kerja, ke: UUID, alasan: str) -> None:
        self._sesi = kerja.sesi
        self.catatan = Catatan(ke, alasan, kerja.pelaku.nama)

    def ubah(self, baris: Baris, kolom: str, nilai: Any) -> None:
        """Set a column; nothing is written where it says so already."""
        lama = getattr(baris, kolom)
        if lama != nilai:
            tabel = str(baris.__tablename__)
            self.catatan.ubah.append([tabel, str(baris.id), kolom, _tulis(lama), _tulis(nilai)])
            setattr(baris, kolom, nilai)

    def buat(self, baris: Baris) -> None:
        """Add a row of the merge's own."""
        self._sesi.add(baris)
        self.catatan.buat.append([str(baris.__tablename__), str(baris.id)])

    def simpan(self, pergi_id: UUID) -> None:
        """Keep the record; it is the last row of the merge, so what stands behind it came later."""
        self._sesi.flush()
        self._sesi.add(Pengaturan(kunci=f"{_KUNCI}{pergi_id}", nilai=vars(self.catatan) | {"ke": str(self.catatan.ke)}))
        self._sesi.flush()


def rujukan(kerja: Kerja, r: Rujukan, orang_id: UUID, *syarat: Any) -> list[Baris]:
    """Return the rows of a column that name this person, in order of entry."""
    kueri = select(r.tabel).where(getattr(r.tabel, r.kolom) == orang_id, *r.syarat, *syarat)
    return list(kerja.sesi.exec(kueri.order_by(col(r.tabel.urut))))


@dataclass(frozen=True, slots=True)
class Penggabungan:
    """A merge that stands: who went, its record, and where it stands in the order of entry."""

    pergi: UUID
    catatan: Catatan
    baris: Pengaturan


def penggabungan(kerja: Kerja, pergi_id: UUID) -> Penggabungan | None:
    """Return the merge that took this person away; None when there is none."""
    baris = kerja.sesi.exec(select(Pengaturan).where(Pengaturan.kunci == f"{_KUNCI}{pergi_id}")).first()
    return None if baris is None else Penggabungan(pergi_id, _catatan(baris), baris)


def semua_penggabungan(kerja: Kerja) -> Iterator[Penggabungan]:
    """Give every merge that stands, in order of entry."""
    kueri = select(Pengaturan).where(col(Pengaturan.kunci).startswith(_KUNCI, autoescape=True))
    for baris in kerja.sesi.exec(kueri.order_by(col(Pengaturan.urut))):
        yield Penggabungan(UUID(baris.kunci.removeprefix(_KUNCI)), _catatan(baris), baris)


def digabung_sejak(kerja: Kerja, urut: int) -> set[UUID]:
    """Return who stayed and who went in merges that were done after a place in the order of entry."""
    return {satu for p in semua_penggabungan(kerja) if p.baris.urut > urut for satu in (p.pergi, p.catatan.ke)}


def _catatan(baris: Pengaturan) -> Catatan:
    return Catatan(**baris.nilai | {"ke": UUID(baris.nilai["ke"])})


def baris_ubahan(kerja: Kerja, tabel: str, baris_id: str) -> Baris | None:
    """Return a row that a record names."""
    return kerja.sesi.get(_TABEL[tabel], UUID(baris_id))


def masih(baris: Baris, kolom: str, kini: Any) -> bool:
    """Tell whether a column still says what the merge wrote."""
    return bool(_tulis(getattr(baris, kolom)) == kini)


def kembalikan(baris: Baris, kolom: str, lama: Any) -> None:
    """Give a column back what it said before."""
    setattr(baris, kolom, None if lama is None else _BACA.get(_jenis(baris, kolom), _sama)(lama))


def _sama(nilai: Any) -> Any:
    return nilai


_BACA: dict[type, Callable[[Any], Any]] = {UUID: UUID, date: date.fromisoformat, datetime: datetime.fromisoformat}


def _jenis(baris: Baris, kolom: str) -> type:
    jenis: type = SQLModel.metadata.tables[str(baris.__tablename__)].c[kolom].type.python_type
    return jenis


def _tulis(nilai: Any) -> Any:
    """Return what JSON can hold."""
    if isinstance(nilai, date):  # a datetime too
        return nilai.isoformat()
    return str(nilai) if isinstance(nilai, UUID) else nilai


def pasangan_orang(satu: UUID, dua: UUID) -> Any:
    """Return the condition under which a Kemiripan speaks of these two."""
    a, b = col(Kemiripan.orang_a_id), col(Kemiripan.orang_b_id)
    return or_((a == satu) & (b == dua), (a == dua) & (b == satu))
