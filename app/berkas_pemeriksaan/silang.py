"""List against money, by name: handed over to people off the list, one hand for many, one account for several."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col

from app.identitas import nama_cari
from app.kerja import Kerja
from app.penyaluran.keadaan import CatatanSalur, masih_berlaku
from app.penyaluran.muat import BarisSerah, pilih_serah, saring_alokasi, susun_serah
from db.istilah import TERSALUR, HasilSalur
from db.model import Alokasi

WAKIL_BANYAK = 3
"""So many people served through one wakil are shown to an auditor."""


@dataclass(frozen=True, slots=True)
class TanpaSk:
    """A hand-over that stands although a later decree took its recipient off the list.

    Attributes:
        alasan: number of the decree that took the person off, or what was given as the reason.
        catatan: the outcome that stands.
    """

    baris: BarisSerah
    alasan: str
    catatan: CatatanSalur


@dataclass(frozen=True, slots=True)
class Bersama:
    """One wakil or one account that stands for several people."""

    siapa: str
    nomor: str
    penerima: tuple[BarisSerah, ...]


def dibayar_tanpa_sk(kerja: Kerja, kegiatan_id: UUID) -> tuple[TanpaSk, ...]:
    """Return hand-overs that stand on allocations which a decree has taken off."""
    kueri = saring_alokasi(pilih_serah(termasuk_batal=True), kegiatan_id).where(col(Alokasi.batal))
    hasil = []
    for baris in susun_serah(kerja, kueri):
        if catatan := _serah(baris):
            alokasi = kerja.sesi.get_one(Alokasi, baris.alokasi_id)
            hasil.append(TanpaSk(baris, alokasi.alasan_batal, catatan))
    return tuple(hasil)


def _serah(baris: BarisSerah) -> CatatanSalur | None:
    berlaku = [c for c in masih_berlaku(baris.catatan) if c.hasil in TERSALUR or c.hasil is HasilSalur.SEBAGIAN]
    return berlaku[-1] if berlaku else None


def wakil_bersama(semua: Iterable[BarisSerah]) -> tuple[Bersama, ...]:
    """Return who fetched the aid of `WAKIL_BANYAK` people or more; known by NIK, else by name."""
    kelompok: dict[str, dict[UUID, BarisSerah]] = defaultdict(dict)
    sebutan: dict[str, tuple[str, str]] = {}
    for baris in semua:
        for c in masih_berlaku(baris.catatan):
            if c.hasil is HasilSalur.DIWAKILKAN and (c.wakil_nik or c.wakil_nama):
                kunci = c.wakil_nik or nama_cari(c.wakil_nama)
                kelompok[kunci].setdefault(baris.orang_id, baris)
                sebutan.setdefault(kunci, (c.wakil_nama, c.wakil_nik or ""))
    return _banyak(kelompok, sebutan, WAKIL_BANYAK)


def rekening_bersama(semua: Iterable[BarisSerah]) -> tuple[Bersama, ...]:
    """Return accounts that stand for two people or more."""
    kelompok: dict[str, dict[UUID, BarisSerah]] = defaultdict(dict)
    sebutan: dict[str, tuple[str, str]] = {}
    for baris in semua:
        if baris.rekening:
            kelompok[baris.rekening].setdefault(baris.orang_id, baris)
            sebutan.setdefault(baris.rekening, (baris.bank, baris.rekening))
    return _banyak(kelompok, sebutan, 2)


def _banyak(
    kelompok: dict[str, dict[UUID, BarisSerah]], sebutan: dict[str, tuple[str, str]], paling_sedikit: int
) -> tuple[Bersama, ...]:
    semua = (
        Bersama(*sebutan[kunci], tuple(orang.values()))
        for kunci, orang in kelompok.items()
        if len(orang) >= paling_sedikit
    )
    return tuple(sorted(semua, key=lambda b: (-len(b.penerima), b.siapa, b.nomor)))
