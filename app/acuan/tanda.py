"""What the reference lists in force know of a person; asked for many people at once, never kept, so it cannot go stale.

The NIK decides, then the No. KK; a name never does. Where neither can be compared, the same name, birth date and desa
make a *mungkin* that a person must look at.

* DTSEN and DTKS speak of families: a line with the same No. KK lists everyone on that card.
* A list of dead or moved people speaks of one person: there the No. KK alone says nothing of the others, and a NIK with
  another name and birth date (a child under the wali's NIK) is only a *mungkin*.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Generic, TypeVar
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from app.acuan.bentuk import BERDESIL, KepalaAcuan
from app.acuan.lihat import acuan_berlaku
from app.identitas import nama_cari
from app.kerja import Kerja
from app.pijakan import baca, baca_kolom, potong
from db.istilah import JenisAcuan
from db.model import BarisAcuan, Orang, Usulan

K = TypeVar("K")


class Cara(StrEnum):
    """How a person was found in a list."""

    NIK = "nik"
    KELUARGA = "keluarga"
    MUNGKIN = "mungkin"
    TIDAK = "tidak"  # not in it


@dataclass(frozen=True, slots=True)
class Dicari(Generic[K]):
    """Somebody to look for; `kunci` is what the caller knows them by. `nama` in the form of `nama_cari`."""

    kunci: K
    nik: str | None
    no_kk: str | None
    nama: str
    lahir: date | None
    kode_desa: str | None


@dataclass(frozen=True, slots=True)
class TandaAcuan:
    """What one list says of one person.

    Attributes:
        desil: of the person's line, else of the family's.
        pada: day of death or of moving. keterangan: what else the line says.
    """

    daftar: KepalaAcuan
    cara: Cara
    desil: int | None = None
    pada: date | None = None
    keterangan: str = ""

    @property
    def ada(self) -> bool:
        """It is this person for certain (or the family, where the list speaks of families)."""
        return self.cara in (Cara.NIK, Cara.KELUARGA)

    @property
    def jenis(self) -> JenisAcuan:
        """The kind of its list."""
        return self.daftar.jenis


Tanda = tuple[TandaAcuan, ...]


@dataclass(slots=True)
class _Baris:
    """A line of a list as it is compared."""

    nik: str | None
    no_kk: str | None
    nama: str
    desil: int | None
    data: Mapping[str, Any]

    @property
    def siapa(self) -> tuple[str, str, str]:
        return nama_cari(self.nama), self.data.get("lahir", ""), self.data.get("kode_desa", "")

    @property
    def pada(self) -> date | None:
        return date.fromisoformat(self.data["pada"]) if self.data.get("pada") else None


@dataclass(slots=True)
class _Temuan:
    """Lines of one list by what they can be found by."""

    nik: dict[str, _Baris] = field(default_factory=dict)
    no_kk: dict[str, list[_Baris]] = field(default_factory=lambda: defaultdict(list))
    nama: dict[tuple[str, str, str], _Baris] = field(default_factory=dict)


def cari_tanda(kerja: Kerja, orang: Iterable[Dicari[K]]) -> dict[K, Tanda]:
    """Say what every list in force knows of these people; a list that does not cover their desa says nothing.

    One query a block of people and list, so that a hundred thousand rows of an import cost some hundreds of queries.
    """
    berlaku = acuan_berlaku(kerja)
    if not berlaku:
        return {}
    semua = list(orang)
    hasil: dict[K, Tanda] = {o.kunci: () for o in semua}
    for daftar in berlaku.values():
        ditanya = [o for o in semua if not daftar.cakupan or o.kode_desa is None or o.kode_desa in daftar.cakupan]
        temuan = _muat(kerja, daftar, ditanya)
        for o in ditanya:
            if satu := _tanda(daftar, o, temuan):
                hasil[o.kunci] += (satu,)
    return hasil


def tanda_usulan(kerja: Kerja, usulan: Collection[UUID]) -> dict[UUID, Tanda]:
    """Say what the lists know of these usulan."""
    return cari_tanda(kerja, _dicari(kerja, col(Usulan.id), usulan, usulan=True))


def tanda_orang(kerja: Kerja, orang_id: UUID) -> Tanda:
    """Say what the lists know of one person."""
    return cari_tanda(kerja, _dicari(kerja, col(Orang.id), [orang_id], usulan=False)).get(orang_id, ())


def _dicari(kerja: Kerja, kunci: Any, ids: Collection[UUID], *, usulan: bool) -> Iterator[Dicari[UUID]]:
    desa = col(Usulan.kode_desa) if usulan else col(Orang.kode_desa)
    kueri = sa.select(kunci, col(Orang.nik), col(Orang.no_kk), col(Orang.nama_cari), col(Orang.tanggal_lahir), desa)
    if usulan:
        kueri = kueri.join(Usulan, col(Usulan.orang_id) == col(Orang.id))
    for bagian in potong(ids):
        yield from (Dicari(*b) for b in baca(kerja, kueri.where(kunci.in_(bagian))))


def desil_acuan(tanda: Tanda) -> TandaAcuan | None:
    """Return the mark whose desil counts: of the newest list that surely names the person or the family."""
    berdesil = [t for t in tanda if t.ada and t.desil is not None]
    return max(berdesil, key=lambda t: t.daftar.tanggal, default=None)


# --- reading the lines -----------------------------------------------------------------------------------------------

_SEPERSEKIAN = 8
"""A list up to so many times as long as the people asked about is read whole, which is then faster (measured)."""
_KOLOM = (
    col(BarisAcuan.nik), col(BarisAcuan.no_kk), col(BarisAcuan.nama), col(BarisAcuan.desil), col(BarisAcuan.data),
)  # fmt: skip


def _muat(kerja: Kerja, daftar: KepalaAcuan, orang: Collection[Dicari[K]]) -> _Temuan:
    """Load the lines of a list that may be one of these people: one by one, or by reading the whole list once."""
    if len(orang) * _SEPERSEKIAN > daftar.banyak:
        return _muat_semua(kerja, daftar, orang)
    temuan = _Temuan()
    for b in _ambil(kerja, daftar, col(BarisAcuan.nik), {o.nik for o in orang if o.nik}):
        temuan.nik.setdefault(b.nik or "", b)
    sisa = [o for o in orang if o.nik not in temuan.nik or temuan.nik[o.nik].desil is None]
    for b in _ambil(kerja, daftar, col(BarisAcuan.no_kk), {o.no_kk for o in sisa if o.no_kk}):
        temuan.no_kk[b.no_kk or ""].append(b)
    _muat_nama(kerja, daftar, sisa, temuan)
    return temuan


def _muat_semua(kerja: Kerja, daftar: KepalaAcuan, orang: Collection[Dicari[K]]) -> _Temuan:
    temuan = _Temuan()
    nik, no_kk = {o.nik for o in orang if o.nik}, {o.no_kk for o in orang if o.no_kk}
    bertanya = {_siapa(o) for o in orang if o.nama and o.lahir and o.kode_desa}
    tanpa_nik = any(o.nik is None for o in orang)
    for satu in baca_kolom(kerja, sa.select(*_KOLOM).where(col(BarisAcuan.daftar_id) == daftar.id)):
        b = _Baris(*satu)
        if b.nik in nik:
            temuan.nik.setdefault(b.nik or "", b)
        if b.no_kk in no_kk:
            temuan.no_kk[b.no_kk or ""].append(b)
        if (tanpa_nik or b.nik is None) and (siapa := b.siapa) in bertanya:
            temuan.nama.setdefault(siapa, b)
    return temuan


def _ambil(kerja: Kerja, daftar: KepalaAcuan, kolom: Any, nilai: Collection[str]) -> Iterator[_Baris]:
    kueri = sa.select(*_KOLOM).where(col(BarisAcuan.daftar_id) == daftar.id).order_by(col(BarisAcuan.nomor))
    for bagian in potong(sorted(nilai)):
        yield from (_Baris(*b) for b in baca_kolom(kerja, kueri.where(kolom.in_(bagian))))


def _muat_nama(kerja: Kerja, daftar: KepalaAcuan, orang: Collection[Dicari[K]], temuan: _Temuan) -> None:
    """Find people by name, birth date and desa, where one of the two NIK is missing: with both, they are others."""
    berduga = [o for o in orang if not (o.nik and daftar.lengkap)]
    bertanya = {_siapa(o): o for o in berduga if o.nama and o.lahir and o.kode_desa}
    kueri = sa.select(*_KOLOM).where(col(BarisAcuan.daftar_id) == daftar.id)
    if all(o.nik for o in bertanya.values()):
        kueri = kueri.where(col(BarisAcuan.nik).is_(None))
    lahir = col(BarisAcuan.data)["lahir"].as_string()
    for bagian in potong(sorted({siapa[1] for siapa in bertanya})):
        for satu in baca_kolom(kerja, kueri.where(lahir.in_(bagian))):
            b = _Baris(*satu)
            if b.siapa in bertanya:
                temuan.nama.setdefault(b.siapa, b)


def _siapa(o: Dicari[Any]) -> tuple[str, str, str]:
    return o.nama, o.lahir.isoformat() if o.lahir else "", o.kode_desa or ""


# --- judging ---------------------------------------------------------------------------------------------------------


def _tanda(daftar: KepalaAcuan, o: Dicari[Any], temuan: _Temuan) -> TandaAcuan | None:
    if daftar.jenis in BERDESIL:
        return _tercantum(daftar, o, temuan)
    return _tercatat(daftar, o, temuan)


def _tercantum(daftar: KepalaAcuan, o: Dicari[Any], temuan: _Temuan) -> TandaAcuan:
    """Judge a list of families: by the person's own line, else by the family's; not listed is an answer too."""
    keluarga = temuan.no_kk.get(o.no_kk or "", [])
    desil = next((b.desil for b in keluarga if b.desil), None)
    if o.nik and (sendiri := temuan.nik.get(o.nik)):
        return TandaAcuan(daftar, Cara.NIK, sendiri.desil or desil)
    if keluarga:
        return TandaAcuan(daftar, Cara.KELUARGA, desil)
    if mirip := _bernama(o, temuan):
        return TandaAcuan(daftar, Cara.MUNGKIN, mirip.desil)
    return TandaAcuan(daftar, Cara.TIDAK)


def _tercatat(daftar: KepalaAcuan, o: Dicari[Any], temuan: _Temuan) -> TandaAcuan | None:
    """Judge a list of single people: by NIK with a name or birth date that agrees; else somebody must look."""
    sendiri = temuan.nik.get(o.nik) if o.nik else None
    if sendiri:
        cara = Cara.NIK if _sepakat(o, sendiri) else Cara.MUNGKIN
        return TandaAcuan(daftar, cara, None, sendiri.pada, str(sendiri.data.get("keterangan", "")))
    sekeluarga = temuan.no_kk.get(o.no_kk or "", [])
    senama = (b for b in sekeluarga if (b.nik is None or o.nik is None) and _satu_nama(o.nama, nama_cari(b.nama)))
    mirip = next(senama, None) or _bernama(o, temuan)
    if mirip:
        return TandaAcuan(daftar, Cara.MUNGKIN, None, mirip.pada, str(mirip.data.get("keterangan", "")))
    return None


def _bernama(o: Dicari[Any], temuan: _Temuan) -> _Baris | None:
    mirip = temuan.nama.get(_siapa(o)) if o.lahir and o.kode_desa else None
    return mirip if mirip and not (mirip.nik and o.nik) else None


def _sepakat(o: Dicari[Any], b: _Baris) -> bool:
    """A list of bare numbers has nothing that could disagree."""
    if not b.nama and not b.data.get("lahir"):
        return True
    return _satu_nama(o.nama, nama_cari(b.nama)) or (o.lahir is not None and b.data.get("lahir") == o.lahir.isoformat())


def _satu_nama(satu: str, dua: str) -> bool:
    """Tell whether all words of one name stand in the other."""
    a, b = set(satu.split()), set(dua.split())
    return bool(a and b) and (a <= b or b <= a)
