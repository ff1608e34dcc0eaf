"""Points of hand-over: a desa that is served at two places has two lines in its schedule, each with its own people.

A line of the schedule is a point. It may name whom it serves, by RT or by numbers of the receipts; a point that names
nobody serves whoever of its desa no other point names. So one line serves the whole desa, and nobody falls between two.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, func, select

from app.bahasa.waktu import tanggal_hari
from app.kerja import Kerja
from app.penyaluran.muat import BarisSerah, desa_penerima
from app.pijakan import baca_kolom
from db.galat import KnownError
from db.model import Alokasi, JadwalPenyaluran, Penerima, Pengaturan, TandaTerima

_KUNCI = "titik_penyaluran"
_RT = re.compile(r"0*(?P<rt>\d{1,3})(?:/0*(?P<rw>\d{1,3}))?")
_NOMOR = re.compile(r"(?P<dari>\d{1,9})\s*(?:-|–|sampai|s\.?d\.?)\s*(?P<sampai>\d{1,9})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class BatasTitik:
    """Whom a point names.

    Attributes:
        rt: `3`, or `3/1` for RT 3 of RW 1; no zeros before.
        nomor: first and last number of the receipts.
    """

    rt: tuple[str, ...] = ()
    nomor: tuple[int, int] | None = None

    @property
    def kosong(self) -> bool:
        """It names nobody."""
        return not self.rt and self.nomor is None

    @property
    def rentang(self) -> str:
        """The numbers as they are typed: `1-50`; empty where none are named."""
        return f"{self.nomor[0]}-{self.nomor[1]}" if self.nomor else ""

    @property
    def sebutan(self) -> str:
        """Say it as on the schedule: `RT 1, 2; nomor 1–50`; empty where it names nobody."""
        rt = f"RT {', '.join(self.rt)}" if self.rt else ""
        nomor = f"nomor {self.nomor[0]}–{self.nomor[1]}" if self.nomor else ""
        return "; ".join(filter(None, (rt, nomor)))

    def memuat(self, baris: BarisSerah) -> bool:
        """Tell whether a recipient is named."""
        rt, rw = baris.rt.strip().lstrip("0"), baris.rw.strip().lstrip("0")
        di_rt = not self.rt or bool({rt, f"{rt}/{rw}"} & set(self.rt))
        return not self.kosong and di_rt and (self.nomor is None or self.nomor[0] <= baris.nomor <= self.nomor[1])


SISANYA = BatasTitik()
"""Names nobody: a point that serves whoever no other point of its desa names."""


@dataclass(frozen=True, slots=True)
class Titik:
    """A point of one tahap; `id` is that of its line in the schedule."""

    id: UUID
    kode_desa: str
    tempat: str
    tanggal: date
    jam: str
    petugas: tuple[str, ...]
    batas: BatasTitik

    @property
    def sebutan(self) -> str:
        """Say where, and for whom where the point names anybody: `SDN 1 (RT 1, 2)`."""
        return f"{self.tempat} ({self.batas.sebutan})" if self.batas.sebutan else self.tempat

    @property
    def kapan(self) -> str:
        """Say when: `Senin, 2 Maret 2026, 08.30–12.00`."""
        return ", ".join(filter(None, (tanggal_hari(self.tanggal), self.jam)))


def baca_batas(rt: str, nomor: str) -> BatasTitik:
    """Read what was typed: `001, 002, 3/1` and `1-50`.

    Raises:
        KnownError: `rt_titik_salah`, `nomor_titik_salah`.
    """
    kode: list[str] = []
    for satu in re.split(r"[,;\s]+", re.sub(r"(?i)\brt\b\.?", " ", rt).strip()):
        if satu:
            kode.append(_baca_rt(satu))
    return BatasTitik(tuple(dict.fromkeys(kode)), _baca_nomor(nomor.strip()) if nomor.strip() else None)


def _baca_rt(teks: str) -> str:
    cocok = _RT.fullmatch(teks)
    if cocok is None:
        raise KnownError("rt_titik_salah", tertulis=teks)
    return f"{cocok['rt']}/{cocok['rw']}" if cocok["rw"] else cocok["rt"]


def _baca_nomor(teks: str) -> tuple[int, int]:
    cocok = _NOMOR.fullmatch(teks)
    dari, sampai = (int(cocok["dari"]), int(cocok["sampai"])) if cocok else (0, 0)
    if not 1 <= dari <= sampai:
        raise KnownError("nomor_titik_salah", tertulis=teks)
    return dari, sampai


# --- reading and keeping ---------------------------------------------------------------------------------------------


def daftar_titik(kerja: Kerja, kegiatan_id: UUID, tahap_id: UUID, *, desa: str | None = None) -> list[Titik]:
    """Return the points of a tahap by day, hour and desa."""
    kueri = select(JadwalPenyaluran).where(
        JadwalPenyaluran.kegiatan_id == kegiatan_id, JadwalPenyaluran.tahap_id == tahap_id
    )
    if desa is not None:
        kueri = kueri.where(JadwalPenyaluran.kode_desa == desa)
    batas = semua_batas(kerja)
    semua = [_titik(b, batas) for b in kerja.sesi.exec(kueri.order_by(col(JadwalPenyaluran.urut)))]
    return sorted(semua, key=lambda t: (t.tanggal, t.jam, t.kode_desa))


def lihat_titik(kerja: Kerja, titik_id: UUID) -> Titik:
    """Return a point.

    Raises:
        KnownError: `jadwal_tidak_ada`.
    """
    return _titik(_baris(kerja, titik_id), semua_batas(kerja))


def _baris(kerja: Kerja, titik_id: UUID) -> JadwalPenyaluran:
    baris = kerja.sesi.get(JadwalPenyaluran, titik_id)
    if baris is None:
        raise KnownError("jadwal_tidak_ada")
    return baris


def _titik(b: JadwalPenyaluran, batas: Mapping[UUID, BatasTitik]) -> Titik:
    return Titik(b.id, b.kode_desa, b.tempat, b.tanggal, b.jam, tuple(b.petugas), batas.get(b.id, SISANYA))


def semua_batas(kerja: Kerja) -> dict[UUID, BatasTitik]:
    """Return whom every point names; those that name nobody are left out."""
    butir: Mapping[str, Any] = (_pengaturan(kerja) or Pengaturan(kunci=_KUNCI, nilai={})).nilai.get("butir", {})
    return {UUID(i): BatasTitik(tuple(b["rt"]), tuple(b["nomor"]) if b["nomor"] else None) for i, b in butir.items()}


def simpan_batas(kerja: Kerja, baru: Mapping[UUID, BatasTitik]) -> None:
    """Keep whom points name; `app.spt` calls it with the lines that it writes or takes away."""
    lama = semua_batas(kerja)
    isi = {i: b for i, b in {**lama, **baru}.items() if not b.kosong}
    if isi == lama:
        return
    baris = _pengaturan(kerja) or Pengaturan(kantor_id=kerja.kantor.id, kunci=_KUNCI)
    baris.nilai = {"butir": {str(i): {"rt": list(b.rt), "nomor": b.nomor} for i, b in isi.items()}}
    kerja.sesi.add(baris)
    kerja.sesi.flush()


def _pengaturan(kerja: Kerja) -> Pengaturan | None:
    kueri = select(Pengaturan).where(Pengaturan.kantor_id == kerja.kantor.id, col(Pengaturan.kunci) == _KUNCI)
    return kerja.sesi.exec(kueri).first()


# --- whom a point serves ---------------------------------------------------------------------------------------------


def syarat_titik(kerja: Kerja, titik_id: UUID) -> sa.ColumnElement[bool]:
    """Return the condition, over Alokasi and Penerima, of being served at a point.

    Raises:
        KnownError: `jadwal_tidak_ada`.
    """
    baris = _baris(kerja, titik_id)
    semua = daftar_titik(kerja, baris.kegiatan_id, baris.tahap_id, desa=baris.kode_desa)
    return _syarat(next(t for t in semua if t.id == titik_id), semua)


def _syarat(titik: Titik, sedesa: Sequence[Titik]) -> sa.ColumnElement[bool]:
    di_desa = desa_penerima == titik.kode_desa
    if not titik.batas.kosong:
        return sa.and_(di_desa, _disebut(titik.batas))
    return sa.and_(di_desa, *(sa.not_(_disebut(t.batas)) for t in sedesa if not t.batas.kosong))


def _disebut(batas: BatasTitik) -> sa.ColumnElement[bool]:
    syarat: list[sa.ColumnElement[bool]] = []
    if batas.rt:
        rt, rw = (_angka(bidang) for bidang in ("rt", "rw"))
        pasangan = [satu.partition("/") for satu in batas.rt]
        syarat.append(sa.or_(*(sa.and_(rt == a, rw == b) if b else rt == a for a, _, b in pasangan)))
    if batas.nomor is not None:
        bernomor = sa.select(col(TandaTerima.alokasi_id)).where(col(TandaTerima.nomor).between(*batas.nomor))
        syarat.append(col(Alokasi.id).in_(bernomor))
    return sa.and_(*syarat)


def _angka(bidang: str) -> sa.ColumnElement[str]:
    """Return RT or RW as it is compared: without blanks and zeros before."""
    return func.ltrim(func.trim(func.coalesce(col(Penerima.data)[bidang].as_string(), "")), "0")


def pilih_titik(sedesa: Sequence[Titik], baris: BarisSerah) -> Titik | None:
    """Return the point among those of a recipient's desa that serves them, the first where several would."""
    disebut = [t for t in sedesa if t.batas.memuat(baris)]
    return next(iter(disebut or [t for t in sedesa if t.batas.kosong]), None)


def titik_penerima(kerja: Kerja, baris: BarisSerah) -> Titik | None:
    """Return the point that serves a recipient; None where the desa has none, or none for them."""
    return pilih_titik(daftar_titik(kerja, baris.kegiatan_id, baris.tahap_id, desa=baris.kode_desa), baris)


@dataclass(frozen=True, slots=True)
class OrangTitik:
    """How many allocations every point serves, and by desa those whom no point serves.

    Attributes:
        jumlah: all whom any point serves; nobody counts twice where two points of a desa serve the same people.
    """

    per_titik: Mapping[UUID, int]
    tanpa_titik: Mapping[str, int]
    jumlah: int


def hitung_titik(kerja: Kerja, kegiatan_id: UUID, tahap_id: UUID) -> OrangTitik:
    """Count whom the points of a tahap serve; a desa without any point is not counted."""
    per_desa: dict[str, list[Titik]] = defaultdict(list)
    for titik in daftar_titik(kerja, kegiatan_id, tahap_id):
        per_desa[titik.kode_desa].append(titik)
    seluruh = _per_desa(kerja, kegiatan_id, tahap_id)
    per_titik: dict[UUID, int] = {}
    tanpa: dict[str, int] = {}
    for desa, semua in per_desa.items():
        if all(t.batas.kosong for t in semua):
            per_titik |= {t.id: seluruh.get(desa, 0) for t in semua}
            continue
        per_titik |= {t.id: _hitung(kerja, kegiatan_id, tahap_id, _syarat(t, semua)) for t in semua}
        dilayani = sa.or_(*(_syarat(t, semua) for t in semua))
        if sisa := seluruh.get(desa, 0) - _hitung(kerja, kegiatan_id, tahap_id, dilayani):
            tanpa[desa] = sisa
    return OrangTitik(per_titik, tanpa, sum(seluruh.get(d, 0) for d in per_desa) - sum(tanpa.values()))


def _per_desa(kerja: Kerja, kegiatan_id: UUID, tahap_id: UUID) -> dict[str, int]:
    kueri = _alokasi(kegiatan_id, tahap_id, desa_penerima, func.count()).group_by(desa_penerima)
    return {desa: int(jumlah) for desa, jumlah in baca_kolom(kerja, kueri)}


def _hitung(kerja: Kerja, kegiatan_id: UUID, tahap_id: UUID, syarat: sa.ColumnElement[bool]) -> int:
    ((jumlah,),) = baca_kolom(kerja, _alokasi(kegiatan_id, tahap_id, func.count()).where(syarat))
    return int(jumlah)


def _alokasi(kegiatan_id: UUID, tahap_id: UUID, *kolom: Any) -> sa.Select[*tuple[Any, ...]]:
    return (
        sa.select(*kolom)
        .select_from(Alokasi)
        .join(Penerima, col(Penerima.id) == Alokasi.penerima_id)
        .where(
            col(Alokasi.kegiatan_id) == kegiatan_id, col(Alokasi.tahap_id) == tahap_id, col(Alokasi.batal).is_(False)
        )
    )
