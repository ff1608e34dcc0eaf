"""Who may receive: the rules of a kegiatan as settings, and what each rule says about each usulan.

A rule never decides; it speaks for or against, and people decide (`app.verifikasi`). The rules stand in
`Kegiatan.aturan` in the shape that `baca_aturan` reads and `Aturan.sebagai_json` writes:

    {"satu_kk": true, "satu_bantuan_setahun": false, "kategori": ["keluarga_miskin"], "desil_maks": 4,
     "tanggal_usia": "2026-01-01", "usia": [{"kategori": [], "minimum": 15, "maksimum": 64}],
     "ragam": ["fisik"], "boleh_bersama": ["uep"], "ahli_waris": false, "kuota_desa": {"62.09.03.2001": 12},
     "kelayakan": [{"kode": "memiliki_usaha", "nama": "Memiliki usaha"}]}
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from app.acuan.bentuk import BERDESIL
from app.acuan.tanda import Tanda, TandaAcuan
from app.bahasa import kelayakan as kata
from app.bahasa.istilah import label
from app.bahasa.waktu import usia
from db.istilah import JenisAcuan, Kategori

DEWASA = 17
"""Years; below it there is no KTP, so a wali receives."""


RAGAM: Mapping[str, tuple[str, ...]] = {
    "fisik": ("fisik", "daksa"),
    "intelektual": ("intelektual", "grahita"),
    "mental": ("mental", "psikososial", "jiwa"),
    "sensorik": ("sensorik", "netra", "rungu", "wicara", "tuli"),
    "ganda": ("ganda", "multi"),
}
"""Kinds of disability (UU 8/2016 article 4) with the words that lists use for them."""


class Sikap(StrEnum):
    """Which way a rule speaks."""

    MENDUKUNG = "mendukung"
    MENOLAK = "menolak"
    BELUM = "belum"  # what the rule needs is not known


@dataclass(frozen=True, slots=True)
class RentangUsia:
    """Ages in whole years, both ends included, for people of these kategori (all when empty)."""

    kategori: frozenset[str] = frozenset()
    minimum: int | None = None
    maksimum: int | None = None

    def memuat(self, umur: int) -> bool:
        """Tell whether an age lies in the range."""
        return (self.minimum is None or umur >= self.minimum) and (self.maksimum is None or umur <= self.maksimum)


@dataclass(frozen=True, slots=True)
class Syarat:
    """A condition answered yes or no at verification (uep's five)."""

    kode: str
    nama: str


@dataclass(frozen=True, slots=True)
class Aturan:
    """The rules of one kegiatan.

    Attributes:
        satu_kk: one person per No. KK.
        satu_bantuan_setahun: nobody who is on another decree of the same year.
        kategori: why a person may be proposed; empty means any.
        desil_maks: highest desil of DTSEN; None: no limit.
        tanggal_usia: the day on which ages count; None: the day of asking.
        kuota_desa: most people of a desa on the list, by its code; a desa that is not named has no limit of its own.
        ragam: kinds of disability that the aid is for (`RAGAM`); empty: any.
        boleh_bersama: codes of SOPs whose aid of the same year may be had beside this one.
        ahli_waris: what a recipient who died was owed may go to the heir; else it is cancelled by an SK Perubahan.
    """

    satu_kk: bool = False
    satu_bantuan_setahun: bool = False
    kategori: frozenset[str] = frozenset()
    usia: tuple[RentangUsia, ...] = ()
    syarat: tuple[Syarat, ...] = ()
    desil_maks: int | None = None
    tanggal_usia: date | None = None
    kuota_desa: Mapping[str, int] = field(default_factory=dict)
    ragam: frozenset[str] = frozenset()
    boleh_bersama: frozenset[str] = frozenset()
    ahli_waris: bool = False

    def sebagai_json(self) -> dict[str, Any]:
        """Return what `Kegiatan.aturan` holds."""
        return {
            "satu_kk": self.satu_kk,
            "satu_bantuan_setahun": self.satu_bantuan_setahun,
            "kategori": sorted(self.kategori),
            "usia": [{"kategori": sorted(u.kategori), "minimum": u.minimum, "maksimum": u.maksimum} for u in self.usia],
            "kelayakan": [{"kode": s.kode, "nama": s.nama} for s in self.syarat],
            "desil_maks": self.desil_maks,
            "tanggal_usia": self.tanggal_usia.isoformat() if self.tanggal_usia else None,
            "kuota_desa": dict(self.kuota_desa),
            "ragam": sorted(self.ragam),
            "boleh_bersama": sorted(self.boleh_bersama),
            "ahli_waris": self.ahli_waris,
        }


@dataclass(frozen=True, slots=True)
class Calon:
    """What the rules look at in one usulan."""

    usulan_id: UUID
    kategori: str = ""
    lahir: date | None = None
    ada_wali: bool = False
    ada_no_kk: bool = False
    satu_no_kk: int = 1  # usulan of this kegiatan with the same No. KK, this one included
    bantuan_lain: tuple[str, ...] = ()  # kegiatan of the same year that have the person on their decree
    desil: int | None = None
    terdaftar: bool = False  # has an id of DTKS/DTSEN
    meninggal: bool = False
    pindah: bool = False
    acuan: Tanda = ()  # what the reference lists in force say
    jawaban: Mapping[str, bool] = field(default_factory=dict)  # of the conditions
    ragam: str = ""  # kind of disability as it was written
    kuota: tuple[int, int] | None = None  # people of the desa who are not refused, and its quota


@dataclass(frozen=True, slots=True)
class Pendapat:
    """What one rule says about one usulan; `str()` of it is the sentence for the user."""

    aturan: str
    sikap: Sikap
    kode: str
    fakta: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return kata.kalimat(self.kode, self.fakta)


def baca_aturan(isi: Mapping[str, Any]) -> Aturan:
    """Read `Kegiatan.aturan`; what is missing is no rule. A condition's name may be text or an item of an SOP."""
    return Aturan(
        satu_kk=bool(isi.get("satu_kk")),
        satu_bantuan_setahun=bool(isi.get("satu_bantuan_setahun")),
        kategori=frozenset(isi.get("kategori") or ()),
        usia=tuple(
            RentangUsia(frozenset(u.get("kategori") or ()), u.get("minimum"), u.get("maksimum"))
            for u in isi.get("usia") or ()
        ),
        syarat=tuple(Syarat(s["kode"], _nama(s.get("nama") or s["kode"])) for s in isi.get("kelayakan") or ()),
        desil_maks=isi.get("desil_maks"),
        tanggal_usia=date.fromisoformat(isi["tanggal_usia"]) if isi.get("tanggal_usia") else None,
        kuota_desa=dict(isi.get("kuota_desa") or {}),
        ragam=frozenset(isi.get("ragam") or ()),
        boleh_bersama=frozenset(isi.get("boleh_bersama") or ()),
        ahli_waris=bool(isi.get("ahli_waris")),
    )


def _nama(nama: str | Mapping[str, Any]) -> str:
    return nama if isinstance(nama, str) else str(nama.get("koreksi") or nama.get("teks") or "")


def nilai(aturan: Aturan, calon: Calon, *, pada: date, tahun: int) -> tuple[Pendapat, ...]:
    """Let every rule of the kegiatan speak about one person, ages counted on `pada`."""
    umur = usia(calon.lahir, pada) if calon.lahir else None
    return (
        *_hidup(calon),
        *(_acuan(t) for t in calon.acuan),
        *_kategori(aturan, calon),
        *_ragam(aturan, calon),
        *_usia(aturan, calon, umur),
        *_wali(calon, umur),
        *_satu_kk(aturan, calon),
        *_bantuan(aturan, calon, tahun),
        *_desil(aturan, calon),
        *_kuota(calon),
        *(_syarat(aturan, s, calon, umur) for s in aturan.syarat),
    )


def _hidup(c: Calon) -> list[Pendapat]:
    keadaan = (("meninggal", c.meninggal), ("pindah", c.pindah))
    return [Pendapat(kode, Sikap.MENOLAK, kode) for kode, benar in keadaan if benar]


def _acuan(t: TandaAcuan) -> Pendapat:
    """Let a reference list speak; where it is not sure, somebody must look."""
    fakta = {"daftar": t.daftar.sebutan}
    if t.jenis in BERDESIL:
        sikap = Sikap.MENDUKUNG if t.ada else Sikap.BELUM
        return Pendapat("acuan", sikap, f"acuan_{t.cara}", fakta)
    apa = "meninggal" if t.jenis is JenisAcuan.MENINGGAL else "pindah"
    if t.ada:
        return Pendapat(apa, Sikap.MENOLAK, f"acuan_{apa}", fakta)
    return Pendapat(apa, Sikap.BELUM, f"acuan_mungkin_{apa}", fakta)


def _kategori(a: Aturan, c: Calon) -> list[Pendapat]:
    if not a.kategori:
        return []
    if not c.kategori:
        return [Pendapat("kategori", Sikap.BELUM, "kategori_kosong")]
    fakta = {"kategori": label(Kategori(c.kategori)).lower()}
    if c.kategori in a.kategori:
        return [Pendapat("kategori", Sikap.MENDUKUNG, "kategori_sesuai", fakta)]
    return [Pendapat("kategori", Sikap.MENOLAK, "kategori_lain", fakta)]


def _ragam(a: Aturan, c: Calon) -> list[Pendapat]:
    """Look at the kind of disability of those who are proposed for one."""
    if not a.ragam or c.kategori not in ("", Kategori.DISABILITAS):
        return []
    tercatat = ragam_baku(c.ragam)
    if not tercatat:
        return [Pendapat("ragam", Sikap.BELUM, "ragam_kosong")]
    sikap, kode = (Sikap.MENDUKUNG, "ragam_sesuai") if tercatat & a.ragam else (Sikap.MENOLAK, "ragam_lain")
    return [Pendapat("ragam", sikap, kode, {"ragam": c.ragam.strip().lower()})]


def ragam_baku(tertulis: str) -> frozenset[str]:
    """Return the kinds of disability that a cell names, in any words of `RAGAM`; several make `ganda` as well."""
    kata = tertulis.casefold()
    ada = {ragam for ragam, sebutan in RAGAM.items() if any(s in kata for s in sebutan)}
    return frozenset(ada | {"ganda"} if len(ada) > 1 else ada)


def _kuota(c: Calon) -> list[Pendapat]:
    """Say whether a desa proposes more people than its quota: who stays off is for people to decide."""
    if c.kuota is None:
        return []
    banyak, kuota = c.kuota
    fakta = {"banyak": banyak, "kuota": kuota}
    if banyak > kuota:
        return [Pendapat("kuota_desa", Sikap.BELUM, "kuota_desa_lewat", fakta)]
    return [Pendapat("kuota_desa", Sikap.MENDUKUNG, "kuota_desa_cukup", fakta)]


def _rentang(a: Aturan, c: Calon) -> list[RentangUsia]:
    return [r for r in a.usia if not r.kategori or c.kategori in r.kategori]


def _usia(a: Aturan, c: Calon, umur: int | None) -> list[Pendapat]:
    rentang = _rentang(a, c)
    if rentang and umur is None:
        return [Pendapat("usia", Sikap.BELUM, "usia_tak_diketahui")]
    return [_usia_satu(r, umur) for r in rentang if umur is not None]


def _usia_satu(r: RentangUsia, umur: int) -> Pendapat:
    fakta = {"usia": umur, "rentang": kata.rentang(r.minimum, r.maksimum)}
    if r.memuat(umur):
        return Pendapat("usia", Sikap.MENDUKUNG, "usia_sesuai", fakta)
    return Pendapat("usia", Sikap.MENOLAK, "usia_di_luar", fakta)


def _wali(c: Calon, umur: int | None) -> list[Pendapat]:
    if umur is None or umur >= DEWASA:
        return []
    if c.ada_wali:
        return [Pendapat("wali", Sikap.MENDUKUNG, "wali_ada")]
    return [Pendapat("wali", Sikap.BELUM, "wali_kosong", {"usia": umur})]


def _satu_kk(a: Aturan, c: Calon) -> list[Pendapat]:
    if not a.satu_kk:
        return []
    if not c.ada_no_kk:
        return [Pendapat("satu_kk", Sikap.BELUM, "satu_kk_kosong")]
    if c.satu_no_kk > 1:
        return [Pendapat("satu_kk", Sikap.MENOLAK, "satu_kk_ganda", {"banyak": c.satu_no_kk})]
    return [Pendapat("satu_kk", Sikap.MENDUKUNG, "satu_kk_tunggal")]


def _bantuan(a: Aturan, c: Calon, tahun: int) -> list[Pendapat]:
    if not a.satu_bantuan_setahun:
        return []
    if c.bantuan_lain:
        fakta = {"kegiatan": ", ".join(c.bantuan_lain), "tahun": tahun}
        return [Pendapat("bantuan", Sikap.MENOLAK, "bantuan_lain", fakta)]
    return [Pendapat("bantuan", Sikap.MENDUKUNG, "bantuan_tunggal", {"tahun": tahun})]


def _desil(a: Aturan, c: Calon) -> list[Pendapat]:
    if a.desil_maks is None:
        return []
    if c.desil is None:
        return [Pendapat("desil", Sikap.BELUM, "desil_kosong")]
    fakta = {"desil": c.desil, "batas": a.desil_maks}
    if c.desil <= a.desil_maks:
        return [Pendapat("desil", Sikap.MENDUKUNG, "desil_sesuai", fakta)]
    return [Pendapat("desil", Sikap.MENOLAK, "desil_lewat", fakta)]


def _syarat(a: Aturan, s: Syarat, c: Calon, umur: int | None) -> Pendapat:
    jawab = c.jawaban.get(s.kode)
    if jawab is None:
        jawab = _jawab_sendiri(a, s.kode, c, umur)
    sikap = Sikap.BELUM if jawab is None else Sikap.MENDUKUNG if jawab else Sikap.MENOLAK
    kode = {Sikap.BELUM: "syarat_belum", Sikap.MENDUKUNG: "syarat_ya", Sikap.MENOLAK: "syarat_tidak"}[sikap]
    return Pendapat(s.kode, sikap, kode, {"syarat": s.nama})


def _jawab_sendiri(a: Aturan, kode: str, c: Calon, umur: int | None) -> bool | None:
    """Answer a condition from the data where nobody answered it yet."""
    if kode == "usia_produktif" and umur is not None and (rentang := _rentang(a, c)):
        return all(r.memuat(umur) for r in rentang)
    if kode == "keluarga_miskin" and c.terdaftar:
        return True
    return None
