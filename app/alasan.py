"""The reasons that an office gives for tidak layak: the built-in list and what the office added to it (Pengaturan)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from sqlmodel import select

from app import jejak
from app.akses import Hak, wajib
from app.bahasa.alasan import LAINNYA, TIDAK_LAYAK
from app.kerja import Kerja
from app.pijakan import isi_wajib
from db.galat import KnownError
from db.model import Pengaturan

_KUNCI = "alasan_tidak_layak"


@dataclass(frozen=True, slots=True)
class Alasan:
    """A reason in the chooser; `bawaan` ones cannot be taken away."""

    kode: str
    label: str
    bawaan: bool


def daftar_alasan(kerja: Kerja) -> tuple[Alasan, ...]:
    """Return the reasons for tidak layak: built-in ones first, then the office's own in order of entry."""
    bawaan = (Alasan(kode, label, True) for kode, label in TIDAK_LAYAK.items())
    return (*bawaan, *(Alasan(kode, label, False) for kode, label in _tambahan(kerja).items()))


def peta_alasan(kerja: Kerja) -> dict[str, str]:
    """Return label by code."""
    return {a.kode: a.label for a in daftar_alasan(kerja)}


def baca_alasan(dikenal: Mapping[str, str], teks: str) -> tuple[str, str]:
    """Understand a reason as people write it: its label or code gives the code, other words stand for themselves.

    Args:
        dikenal: label by code, as `peta_alasan` gives it.

    Returns:
        the code, and the words where the code says nothing by itself; both empty for empty words.
    """
    rapi = " ".join(teks.split())
    menurut_label = {nama.lower(): kode for kode, nama in dikenal.items()}
    kode = menurut_label.get(rapi.lower()) or (rapi if rapi in dikenal else "")
    if kode and kode != LAINNYA:
        return kode, ""
    return (LAINNYA, rapi) if rapi else ("", "")


def tambah_alasan(kerja: Kerja, label: str) -> str:
    """Add a reason of the office and return its code.

    Raises:
        KnownError: `tidak_berwenang`, `isian_kosong`, `alasan_sudah_ada`.
    """
    wajib(kerja, Hak.ATUR_KANTOR)
    isi_wajib({"alasan": label})
    label = " ".join(label.split())
    if label.lower() in {a.label.lower() for a in daftar_alasan(kerja)}:
        raise KnownError("alasan_sudah_ada", alasan=label)
    tambahan = _tambahan(kerja)
    kode = _kode_baru(label, {*TIDAK_LAYAK, *tambahan})
    _simpan(kerja, tambahan | {kode: label})
    jejak.catat(kerja, "tambah_alasan", objek="pengaturan", alasan=label)
    return kode


def hapus_alasan(kerja: Kerja, kode: str) -> None:
    """Take a reason of the office out of the chooser; decisions that used it keep their words."""
    wajib(kerja, Hak.ATUR_KANTOR)
    tambahan = _tambahan(kerja)
    if kode in tambahan:
        _simpan(kerja, {k: v for k, v in tambahan.items() if k != kode})
        jejak.catat(kerja, "hapus_alasan", objek="pengaturan", alasan=kode)


def _baris(kerja: Kerja) -> Pengaturan | None:
    return kerja.sesi.exec(
        select(Pengaturan).where(Pengaturan.kunci == _KUNCI, Pengaturan.kantor_id == kerja.kantor.id)
    ).first()


def _tambahan(kerja: Kerja) -> dict[str, str]:
    baris = _baris(kerja)
    return {} if baris is None else {str(b["kode"]): str(b["label"]) for b in baris.nilai.get("butir", [])}


def _simpan(kerja: Kerja, tambahan: dict[str, str]) -> None:
    baris = _baris(kerja) or Pengaturan(kantor_id=kerja.kantor.id, kunci=_KUNCI)
    baris.nilai = {"butir": [{"kode": kode, "label": label} for kode, label in tambahan.items()]}
    kerja.sesi.add(baris)


def _kode_baru(label: str, dipakai: set[str]) -> str:
    dasar = "k_" + (re.sub(r"[^a-z0-9]+", "_", label.lower()).strip("_")[:40] or "alasan")
    kode, nomor = dasar, 2
    while kode in dipakai:
        kode, nomor = f"{dasar}_{nomor}", nomor + 1
    return kode
