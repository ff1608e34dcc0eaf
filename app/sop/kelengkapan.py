"""The checklist of a step: what is asked for whom, what is there, and who said so when.

A paper is a fact of the kegiatan: once ticked it counts in every later step and putaran that asks for the same code,
until somebody takes the tick back. Rows are written only when something happens, so a kegiatan of thousands of people
has no thousands of empty rows.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import ColumnElement, ScalarSelect, case
from sqlmodel import col, func, or_, select

from app import wilayah
from app.kerja import Kerja
from app.pijakan import baca, daftar_tahap
from app.sop import fakta
from app.sop.definisi import DokumenSyarat, Per
from app.sop.konteks import Konteks
from db.istilah import SifatKelengkapan, StatusKelengkapan, StatusUsulan, SumberSop
from db.model import Akun, Kegiatan, Kelengkapan, Lampiran, Orang, PelaksanaanLangkah, Usulan, WilayahKegiatan


@dataclass(frozen=True, slots=True)
class Sasaran:
    """For whom or what a paper is asked: the whole kegiatan (all None), a desa, a tahap or a usulan."""

    kode_desa: str | None = None
    tahap_id: UUID | None = None
    usulan_id: UUID | None = None


SELURUHNYA = Sasaran()


@dataclass(frozen=True, slots=True)
class ButirSyarat:
    """One box of the checklist: a document's code and for whom."""

    kode: str
    sasaran: Sasaran = SELURUHNYA


@dataclass(frozen=True, slots=True)
class Catatan:
    """What is known about one box.

    Attributes:
        sebutan: name of the desa or tahap; empty for the whole kegiatan.
        fisik: the paper itself was seen.
        pilihan: which of the alternatives was brought.
        oleh: name of the account that ticked it last.
    """

    sasaran: Sasaran
    sebutan: str = ""
    status: StatusKelengkapan = StatusKelengkapan.BELUM
    fisik: bool = False
    pilihan: str = ""
    lampiran_id: UUID | None = None
    nama_lampiran: str = ""
    alasan: str = ""
    oleh: str = ""
    pada: datetime | None = None


@dataclass(frozen=True, slots=True)
class Isian:
    """One document of the checklist with its counts.

    Attributes:
        otomatis: there by itself, because what it proves is recorded.
        diminta, ada, tidak_berlaku: boxes in all, ticked, and set aside with a reason.
        catatan: one per box, except for documents per person (`pemohon_kurang` gives those).
    """

    kode: str
    nama: str
    sumber: SumberSop
    sifat: SifatKelengkapan
    per: Per
    pilihan: tuple[str, ...]
    otomatis: bool
    diminta: int
    ada: int
    tidak_berlaku: int
    catatan: tuple[Catatan, ...] = ()

    @property
    def kurang(self) -> int:
        """Boxes still open."""
        return 0 if self.otomatis else self.diminta - self.ada - self.tidak_berlaku


@dataclass(frozen=True, slots=True)
class PemohonKurang:
    """A person whose papers are not complete: codes of what is missing."""

    usulan_id: UUID
    nama: str
    kode_desa: str | None
    kurang: tuple[str, ...]


def daftar(kerja: Kerja, k: Konteks) -> tuple[Isian, ...]:
    """Return the checklist of a step; steps that run per applicant keep theirs with the applicants."""
    diminta = [d for d in k.langkah.dokumen if _di_jalur(k, d)]
    kini = catatan_terbaru(kerja, k)
    return tuple(_isian(kerja, k, d, kini) for d in diminta)


def _di_jalur(k: Konteks, dokumen: DokumenSyarat) -> bool:
    """Papers per person of a per-applicant step are asked in the applicant's lane alone, the others outside it."""
    if not k.langkah.per_usulan:
        return True
    return (k.baris.usulan_id is not None) == (dokumen.per is Per.USULAN)


def _isian(kerja: Kerja, k: Konteks, d: DokumenSyarat, kini: dict[ButirSyarat, Catatan]) -> Isian:
    otomatis = d.otomatis is not None and fakta.ada(kerja, k.kegiatan.id, d.otomatis)
    catatan: tuple[Catatan, ...] = ()
    if d.per is Per.USULAN:
        diminta, hitung = _hitung_usulan(kerja, k, d)
    else:
        catatan = tuple(_catatan(kerja, kini, d, s) for s in sasaran(kerja, k, d))
        diminta, hitung = len(catatan), {s: sum(c.status is s for c in catatan) for s in StatusKelengkapan}
    return Isian(
        d.kode,
        d.nama.tampil,
        d.nama.sumber,
        d.sifat,
        d.per,
        d.pilihan,
        otomatis,
        diminta,
        hitung.get(StatusKelengkapan.ADA, 0),
        hitung.get(StatusKelengkapan.TIDAK_BERLAKU, 0),
        catatan,
    )


def _catatan(kerja: Kerja, kini: dict[ButirSyarat, Catatan], d: DokumenSyarat, s: tuple[Sasaran, str]) -> Catatan:
    """Return what is known about one box, with the name of its desa or tahap."""
    ada = kini.get(ButirSyarat(d.kode, s[0]))
    return Catatan(s[0], s[1]) if ada is None else _bernama(ada, s[1])


def _bernama(c: Catatan, sebutan: str) -> Catatan:
    isi = (c.status, c.fisik, c.pilihan, c.lampiran_id, c.nama_lampiran, c.alasan, c.oleh, c.pada)
    return Catatan(c.sasaran, sebutan, *isi)


def sasaran(kerja: Kerja, k: Konteks, d: DokumenSyarat) -> list[tuple[Sasaran, str]]:
    """Return for what a document is asked, with its name on screen; not for documents per person."""
    if d.per is Per.DESA:
        peta = wilayah.peta_kantor(kerja)
        return [(Sasaran(kode_desa=kode), peta.sebutan(kode)) for kode in desa_kegiatan(kerja, k.kegiatan.id)]
    if d.per is Per.TAHAP:
        return [(Sasaran(tahap_id=t.id), t.nama) for t in daftar_tahap(kerja, k.kegiatan.id)]
    return [(SELURUHNYA, "")]


def desa_kegiatan(kerja: Kerja, kegiatan_id: UUID) -> list[str]:
    """Return the desa whose people are in a kegiatan; before the first usulan those that take part."""
    kueri = select(Usulan.kode_desa).where(
        Usulan.kegiatan_id == kegiatan_id,
        Usulan.status != StatusUsulan.DITARIK,
        col(Usulan.kode_desa).is_not(None),
    )
    ada = [kode for kode in kerja.sesi.exec(kueri.distinct()) if kode]
    ikut = select(WilayahKegiatan.kode_desa).where(WilayahKegiatan.kegiatan_id == kegiatan_id)
    return sorted(ada or kerja.sesi.exec(ikut))


def catatan_terbaru(kerja: Kerja, k: Konteks) -> dict[ButirSyarat, Catatan]:
    """Return the newest word on every box of this step's documents, those per person left out."""
    kerja.sesi.flush()
    kueri = (
        select(Kelengkapan, Akun.nama, Lampiran.nama)
        .join(PelaksanaanLangkah, col(PelaksanaanLangkah.id) == col(Kelengkapan.pelaksanaan_id))
        .outerjoin(Akun, col(Akun.id) == col(Kelengkapan.oleh_akun_id))
        .outerjoin(Lampiran, col(Lampiran.id) == col(Kelengkapan.lampiran_id))
        .where(
            PelaksanaanLangkah.kegiatan_id == k.kegiatan.id,
            col(Kelengkapan.usulan_id).is_(None),
            col(Kelengkapan.kode).in_([d.kode for d in k.langkah.dokumen]),
        )
        .order_by(col(Kelengkapan.urut))
    )
    return dict(_butir(*baris) for baris in kerja.sesi.exec(kueri))


def _butir(b: Kelengkapan, oleh: str | None, lampiran: str | None) -> tuple[ButirSyarat, Catatan]:
    untuk = Sasaran(b.kode_desa, b.tahap_id, b.usulan_id)
    status = StatusKelengkapan(b.status)
    isi = (status, b.fisik, b.pilihan, b.lampiran_id, lampiran or "", b.alasan, oleh or "", b.pada)
    return ButirSyarat(b.kode, untuk), Catatan(untuk, "", *isi)


# --- papers per person: counted in SQL -------------------------------------------------------------------------------


def _hitung_usulan(kerja: Kerja, k: Konteks, d: DokumenSyarat) -> tuple[int, dict[StatusKelengkapan, int]]:
    """Count the people asked for a document, and how their boxes stand."""
    kerja.sesi.flush()
    status = status_terbaru(k.kegiatan.id, d.kode)
    kueri = _orang_diminta(k, d, sa.select(status, func.count())).group_by(status)
    hitung = {baris[0]: int(baris[1]) for baris in baca(kerja, kueri)}
    return sum(hitung.values()), {s: hitung.get(s.value, 0) for s in StatusKelengkapan}


def status_terbaru(kegiatan_id: UUID, kode: str) -> ScalarSelect[Any]:
    """Select the newest word on one document of the usulan of the outer query."""
    return (
        select(Kelengkapan.status)
        .join(PelaksanaanLangkah, col(PelaksanaanLangkah.id) == col(Kelengkapan.pelaksanaan_id))
        .where(
            Kelengkapan.usulan_id == Usulan.id, Kelengkapan.kode == kode, PelaksanaanLangkah.kegiatan_id == kegiatan_id
        )
        .order_by(col(Kelengkapan.urut).desc())
        .limit(1)
        .correlate(Usulan)
        .scalar_subquery()
    )


def usulan_diminta(k: Konteks, d: DokumenSyarat) -> sa.Select[Any]:
    """Select the ids of usulan that a document per person is asked of."""
    return _orang_diminta(k, d, sa.select(col(Usulan.id)))


def _orang_diminta(k: Konteks, d: DokumenSyarat, kueri: sa.Select[Any]) -> sa.Select[Any]:
    kueri = kueri.select_from(Usulan).join(Orang, col(Orang.id) == col(Usulan.orang_id))
    return kueri.where(*_syarat_orang(k, d))


def _syarat_orang(k: Konteks, d: DokumenSyarat) -> Iterator[ColumnElement[bool]]:
    """Who is asked: still in the run, of the document's categories, of its ages on the day the kegiatan began."""
    yield col(Usulan.kegiatan_id) == k.kegiatan.id
    if k.baris.usulan_id is not None:
        yield col(Usulan.id) == k.baris.usulan_id
    else:
        yield col(Usulan.status).not_in(fakta.GUGUR)
    if d.kategori:
        yield col(Usulan.kategori).in_([kategori.value for kategori in d.kategori])
    lahir = col(Orang.tanggal_lahir)
    if d.usia_min is not None:  # an unknown birth date counts as grown up
        yield or_(lahir.is_(None), lahir <= ulang_tahun_lalu(k.kegiatan, d.usia_min))
    if d.usia_maks is not None:
        yield lahir > ulang_tahun_lalu(k.kegiatan, d.usia_maks + 1)


def ulang_tahun_lalu(kegiatan: Kegiatan, tahun: int) -> date:
    """Return the birth date of someone who turns `tahun` on the day the kegiatan began."""
    pada = kegiatan.mulai_pada
    try:
        return pada.replace(year=pada.year - tahun)
    except ValueError:  # 29 February
        return pada.replace(year=pada.year - tahun, day=28)


def pemohon_kurang(kerja: Kerja, k: Konteks, *, mulai: int = 0, batas: int = 200) -> list[PemohonKurang]:
    """Return people whose wajib or dianjurkan papers per person are incomplete, in order of entry, a page at a time."""
    milik = [d for d in k.langkah.dokumen if d.per is Per.USULAN and _di_jalur(k, d)]
    if not milik:
        return []
    kerja.sesi.flush()
    kolom: list[Any] = [Usulan.id, Orang.nama, Usulan.kode_desa, *(_kurang(k, d).label(d.kode) for d in milik)]
    kueri: sa.Select[Any] = (
        sa.select(*kolom)
        .join(Orang, col(Orang.id) == col(Usulan.orang_id))
        .where(col(Usulan.kegiatan_id) == k.kegiatan.id, or_(*(_kurang(k, d) == 1 for d in milik)))
        .order_by(col(Usulan.urut))
        .offset(mulai)
        .limit(batas)
    )
    return [
        PemohonKurang(b[0], b[1], b[2], tuple(d.kode for d, ya in zip(milik, b[3:], strict=True) if ya))
        for b in baca(kerja, kueri)
    ]


def _kurang(k: Konteks, d: DokumenSyarat) -> Any:
    """1 where the usulan of the outer query is asked for a document and has it not."""
    status = status_terbaru(k.kegiatan.id, d.kode)
    belum = or_(status.is_(None), status == StatusKelengkapan.BELUM.value)
    syarat = belum
    for satu in _syarat_orang(k, d):
        syarat = syarat & satu
    return case((syarat, 1), else_=0)
