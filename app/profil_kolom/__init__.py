"""Layouts of the workbook of people: which columns, in which order, under which headings; kept by the office.

A layout changes how a list looks, never who is on it: totals are those of the same list on paper.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

import sqlalchemy as sa
from sqlmodel import col, select

from app import jejak
from app.akses import Hak, wajib
from app.dokumen.isi_daftar import BarisOrang, KolomProfil
from app.kerja import Kerja
from app.pijakan import POTONG, isi_wajib
from app.profil_kolom.bawaan import BAWAAN
from app.profil_kolom.bidang import BIDANG, judul_lazim
from db.galat import KnownError
from db.model import Orang, ProfilTataLetak

__all__ = [
    "BIDANG",
    "KolomProfil",
    "Profil",
    "daftar_profil",
    "hapus_profil",
    "judul_lazim",
    "lengkapi_orang",
    "profil_dari",
    "simpan_profil",
]

DOKUMEN = "bnba"
TERBANYAK = 60
"""Columns of one layout; more than this nobody prints."""


@dataclass(frozen=True, slots=True)
class Profil:
    """A layout.

    Attributes:
        nama: what it is called; the office's own replaces a shipped one of the same name.
        kode: a short name for the command line.
        polos: headings stand in row 1 and nothing above or below the rows, for an upload elsewhere.
        bawaan: shipped; it cannot be deleted.
    """

    nama: str
    kode: str
    kolom: tuple[KolomProfil, ...]
    polos: bool = False
    bawaan: bool = False


def daftar_profil(kerja: Kerja) -> tuple[Profil, ...]:
    """Return every layout: those that ship, then the office's own by name."""
    bawaan = {kode: Profil(nama, kode, kolom, polos, bawaan=True) for kode, nama, kolom, polos in BAWAAN}
    milik = {p.kode: p for p in map(_profil, _semua(kerja))}
    sendiri = sorted((p for p in milik.values() if p.kode not in bawaan), key=lambda p: p.nama.casefold())
    return (*(milik.get(kode, p) for kode, p in bawaan.items()), *sendiri)


def profil_dari(kerja: Kerja, nama: str) -> Profil:
    """Return the layout of this name or code; letters may be large or small.

    Raises:
        KnownError: `profil_tidak_ada`.
    """
    cari = nama.strip().casefold()
    for profil in daftar_profil(kerja):
        if cari in (profil.nama.casefold(), profil.kode):
            return profil
    raise KnownError("profil_tidak_ada", nama=nama)


def simpan_profil(kerja: Kerja, nama: str, kolom: Sequence[KolomProfil], *, polos: bool = False) -> Profil:
    """Keep a layout under a name; one of the same name is replaced.

    Raises:
        KnownError: `tidak_berwenang`, `isian_kosong`, `profil_tanpa_kolom`, `profil_terlalu_lebar`,
            `kolom_tidak_dikenal`, `judul_kolom_kosong`, `judul_kolom_kembar`.
    """
    wajib(kerja, Hak.DOKUMEN)
    nama = " ".join(nama.split())
    isi_wajib({"nama": nama})
    rapi = tuple(replace(k, judul=" ".join(k.judul.split()), isi=k.isi.strip()) for k in kolom)
    _periksa(rapi)
    baris = _baris(kerja, nama) or ProfilTataLetak(kantor_id=kerja.kantor.id, nama=nama, kode_dokumen=DOKUMEN)
    baris.isi = {"polos": polos, "kolom": [{"bidang": k.bidang, "judul": k.judul, "isi": k.isi} for k in rapi]}
    kerja.sesi.add(baris)
    kerja.sesi.flush()
    jejak.catat(kerja, "simpan_susunan_kolom", objek="profil", objek_id=baris.id, nama=nama, kolom=len(rapi))
    return _profil(baris)


def hapus_profil(kerja: Kerja, nama: str) -> None:
    """Take a layout of the office away; a shipped one of that name is as it was again.

    Raises:
        KnownError: `tidak_berwenang`, `profil_tidak_ada`, `profil_bawaan`.
    """
    wajib(kerja, Hak.DOKUMEN)
    baris = _baris(kerja, nama)
    if baris is None:
        raise KnownError("profil_bawaan", nama=profil_dari(kerja, nama).nama)
    kerja.sesi.delete(baris)
    jejak.catat(kerja, "hapus_susunan_kolom", objek="profil", objek_id=baris.id, nama=nama)


def _periksa(kolom: Sequence[KolomProfil]) -> None:
    if not kolom:
        raise KnownError("profil_tanpa_kolom")
    if len(kolom) > TERBANYAK:
        raise KnownError("profil_terlalu_lebar", jumlah=len(kolom), batas=TERBANYAK)
    judul: set[str] = set()
    for nomor, satu in enumerate(kolom, 1):
        if satu.bidang not in BIDANG:
            raise KnownError("kolom_tidak_dikenal", kolom=satu.bidang)
        if not satu.judul:
            raise KnownError("judul_kolom_kosong", nomor=nomor)
        if satu.judul.casefold() in judul:
            raise KnownError("judul_kolom_kembar", judul=satu.judul)
        judul.add(satu.judul.casefold())


def _semua(kerja: Kerja) -> Iterable[ProfilTataLetak]:
    return kerja.sesi.exec(
        select(ProfilTataLetak)
        .where(ProfilTataLetak.kantor_id == kerja.kantor.id, ProfilTataLetak.kode_dokumen == DOKUMEN)
        .order_by(col(ProfilTataLetak.urut))
    )


def _baris(kerja: Kerja, nama: str) -> ProfilTataLetak | None:
    cari = " ".join(nama.split()).casefold()
    return next((b for b in _semua(kerja) if cari in (b.nama.casefold(), _kode(b.nama))), None)


def _profil(b: ProfilTataLetak) -> Profil:
    """Read a layout; a field that this version does not know any more is an empty column."""
    kolom = tuple(
        KolomProfil(k["bidang"] if k["bidang"] in BIDANG else "kosong", k["judul"], k.get("isi", ""))
        for k in b.isi["kolom"]
    )
    return Profil(b.nama, _kode(b.nama), kolom, bool(b.isi.get("polos")))


def _kode(nama: str) -> str:
    """Make a name for the command line; the office's version of a shipped layout keeps that one's."""
    for kode, lazim, _, _ in BAWAAN:
        if nama.casefold() == lazim.casefold():
            return kode
    return "-".join("".join(h if h.isalnum() else " " for h in nama.casefold()).split())


# --- fields that stand with the person -------------------------------------------------------------------------------


def lengkapi_orang(
    kerja: Kerja, kolom: Sequence[KolomProfil], baris: Iterator[tuple[Any, BarisOrang]]
) -> Iterator[BarisOrang]:
    """Add to rows what a layout asks for of the person; `baris` gives each row with the id of its person."""
    kode = [k.bidang for k in kolom if BIDANG[k.bidang].orang]
    if not kode:
        yield from (b for _, b in baris)
        return
    while blok := list(islice(baris, POTONG)):
        isi = _isi_orang(kerja, kode, [orang for orang, _ in blok])
        yield from (replace(b, lain=isi.get(orang, {})) for orang, b in blok)


def _isi_orang(kerja: Kerja, kode: Sequence[str], ids: Sequence[Any]) -> dict[Any, dict[str, str]]:
    kueri = sa.select(col(Orang.id), *(getattr(Orang, k) for k in kode)).where(col(Orang.id).in_(ids))
    return {
        orang: {k: "" if v is None else str(v) for k, v in zip(kode, isi, strict=True)}
        for orang, *isi in kerja.sesi.execute(kueri)
    }
