"""The shapes of a reference list: a line of it, what was left out and why, a preview, a list in the ledger."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from app.bahasa.istilah import label
from app.bahasa.waktu import tanggal as tulis_tanggal
from app.usulan.baca import BerkasDitolak
from db.istilah import JenisAcuan, StatusImpor

BERDESIL = frozenset({JenisAcuan.DTSEN, JenisAcuan.DTKS})
"""Lists of families by how well off they are; a family's line speaks for everyone of its No. KK."""


class Lewat(StrEnum):
    """Why a line of the list is not taken, or is taken without its desil."""

    TANPA_PENGENAL = "tanpa_pengenal"
    NIK_RUSAK = "nik_rusak"
    GANDA = "ganda"
    DESIL_SALAH = "desil_salah"  # taken, but without a desil


@dataclass(frozen=True, slots=True)
class BarisTerbaca:
    """One line that is taken.

    Attributes:
        nik, no_kk: sixteen digits, or None.
        desil: 1 (poorest) to 10, or None.
        kepala: the head of the family where the line names one beside the person.
        pada: day of death or of moving.
        keterangan: where to, or what else the list says.
    """

    nik: str | None
    no_kk: str | None
    nama: str
    lahir: date | None
    kode_desa: str | None
    desil: int | None
    kepala: str = ""
    pada: date | None = None
    keterangan: str = ""

    def data(self) -> dict[str, Any]:
        """Return what has no column of its own."""
        isi = {
            "lahir": self.lahir.isoformat() if self.lahir else "",
            "kode_desa": self.kode_desa or "",
            "kepala": self.kepala,
            "pada": self.pada.isoformat() if self.pada else "",
            "keterangan": self.keterangan,
        }
        return {kunci: nilai for kunci, nilai in isi.items() if nilai}


@dataclass(frozen=True, slots=True)
class Dilewati:
    """A line that was not taken whole: where it stands, why (`Lewat`, or why it is no person), what stands there."""

    berkas: str
    lembar: str
    baris: int
    sebab: str
    isi: str = ""


@dataclass(slots=True)
class BerkasAcuan:
    """One file of a list; `galat` when it was refused. `lembar` are its sheets: name, heading row, columns, lines."""

    nama: str
    sha256: str = ""
    isi: bytes = b""
    format: str = ""
    galat: BerkasDitolak | None = None
    lembar: list[dict[str, Any]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class RingkasanAcuan:
    """Counts of a list.

    Attributes:
        baris: lines of people that were read; = diambil + dilewati.
        keluarga: different No. KK among those taken.
        bernik, berdesil: lines taken with a NIK, with a desil.
        desil: lines by desil.
    """

    baris: int = 0
    diambil: int = 0
    dilewati: int = 0
    keluarga: int = 0
    bernik: int = 0
    berdesil: int = 0
    desil: Mapping[int, int] = field(default_factory=dict)

    def sebagai_json(self) -> dict[str, Any]:
        """Return the counts as they are kept and printed."""
        isi = {n: getattr(self, n) for n in ("baris", "diambil", "dilewati", "keluarga", "bernik", "berdesil")}
        return isi | {"desil": {str(d): n for d, n in sorted(self.desil.items())}}


@dataclass(slots=True)
class PratinjauAcuan:
    """A list that was read and not kept yet.

    Attributes:
        sumber: who gave the list. tanggal: the day as of which it holds.
        baris: the lines to be kept. dilewati: the others, and those without their desil.
        bukan_orang: rows of the sheets that are no people (letterhead, totals).
        ringkasan: counts, set by `hitung`. desa: codes of the desa it covers; empty when its lines do not say.
    """

    jenis: JenisAcuan
    sumber: str
    tanggal: date
    berkas: list[BerkasAcuan] = field(default_factory=list)
    baris: list[BarisTerbaca] = field(default_factory=list)
    dilewati: list[Dilewati] = field(default_factory=list)
    bukan_orang: list[Dilewati] = field(default_factory=list)
    ringkasan: RingkasanAcuan = field(default_factory=RingkasanAcuan)
    desa: list[str] = field(default_factory=list)

    def hitung(self) -> None:
        """Count the lines, once all are read."""
        lewat = sum(d.sebab != Lewat.DESIL_SALAH for d in self.dilewati)
        desil = Counter(b.desil for b in self.baris if b.desil)
        self.ringkasan = RingkasanAcuan(
            len(self.baris) + lewat,
            len(self.baris),
            lewat,
            len({b.no_kk for b in self.baris if b.no_kk}),
            sum(b.nik is not None for b in self.baris),
            desil.total(),
            dict(desil),
        )
        self.desa = sorted({b.kode_desa for b in self.baris if b.kode_desa})


@dataclass(frozen=True, slots=True)
class KepalaAcuan:
    """A list as others name it.

    Attributes:
        cakupan: codes of the desa it speaks of; empty: it speaks of everyone.
        banyak: how many lines it has. lengkap: each has a NIK, so whoever has one is found by it or not at all.
    """

    id: UUID
    jenis: JenisAcuan
    sumber: str
    tanggal: date
    cakupan: frozenset[str] = frozenset()
    banyak: int = 0
    lengkap: bool = False

    @property
    def sebutan(self) -> str:
        """Name it in a sentence: `DTSEN per 1 Maret 2026 dari Kemensos`."""
        apa = label(self.jenis) if self.jenis in BERDESIL else f"daftar {label(self.jenis).lower()}"
        return f"{apa} per {tulis_tanggal(self.tanggal)} dari {self.sumber}"


@dataclass(frozen=True, slots=True)
class BarisDaftarAcuan:
    """A list in the ledger. `berlaku`: it is the newest of its kind. `alasan`: why it was withdrawn."""

    kepala: KepalaAcuan
    impor_id: UUID
    ringkasan: RingkasanAcuan
    berkas: tuple[str, ...]
    oleh: str
    pada: datetime
    status: StatusImpor
    berlaku: bool
    alasan: str
