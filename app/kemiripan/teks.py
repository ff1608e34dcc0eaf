"""Birthplaces, mothers' names and addresses of the pairs that are left: alike, nearly alike, different."""

import re
from collections.abc import Callable
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz
from rapidfuzz.process import cpdist

from app.kemiripan.siap import Angka, Pecahan, Siap

KOSONG, SAMA, SELIP, BEDA = range(4)
_MIRIP = 82
_SISI: tuple[Literal["right"], Literal["left"]] = "right", "left"
_BUANG = re.compile(
    r"\b(?:JALAN|JLN|JL|GANG|GG|DUSUN|DSN|DS|DESA|KELURAHAN|KEL|KECAMATAN|KEC|KABUPATEN|KAB|LINGKUNGAN|LINGK|LK|NOMOR|NO|"
    r"KAMPUNG|KP|KPG|BLOK|PERUM|PERUMAHAN|KOMPLEK|KOMP|NEGERI|KOTA)\b"
)
_RT_RW = re.compile(r"\b(RT|RW)\s*0*(\d+)")
_SELAIN = re.compile(r"[^A-Z0-9]+")


def rapikan_alamat(tulisan: str) -> str:
    """Reduce an address to its telling words and numbers: `Jl. Merdeka No 5 RT 04/RW 02` → `MERDEKA 5 RT4 RW2`."""
    polos = _SELAIN.sub(" ", tulisan.upper())
    polos = re.sub(r"\bRT\s*RW\s*0*(\d+)\s+0*(\d+)", r"RT\1 RW\2", polos)
    polos = _RT_RW.sub(r"\1\2", _BUANG.sub(" ", polos))
    polos = re.sub(r"\b0+(\d)", r"\1", polos)
    return " ".join(polos.split())


class Rapi:
    """The values of a column as they are compared, each worked out when it is first needed."""

    def __init__(self, ambil: Callable[[Angka], list[str]], cara: Callable[[str], str]) -> None:
        """Take how the values of people are fetched, and what is made of one."""
        self._ambil, self._cara = ambil, cara
        self._jadi: dict[str, str] = {}

    def ambil(self, siapa: Angka) -> list[str]:
        """Return the values of these people."""
        hasil, jadi = [], self._jadi
        for satu in self._ambil(siapa):
            nilai = jadi.get(satu)
            if nilai is None:
                nilai = jadi[satu] = self._cara(satu.upper())
            hasil.append(nilai)
        return hasil


def mirip_nama(rapi: Rapi, a: Angka, b: Angka, tingkat: NDArray[np.int8], *, himpun: bool = False) -> NDArray[np.int8]:
    """Refine levels: what is written differently may sound the same, or nearly so.

    Args:
        himpun: also where one has words more.
    """
    mana = np.flatnonzero(tingkat == BEDA)
    if not len(mana):
        return tingkat
    kiri, kanan = (rapi.ambil(x[mana]) for x in (a, b))
    nilai = np.asarray(cpdist(kiri, kanan, scorer=fuzz.ratio))
    if himpun:
        nilai = np.maximum(nilai, np.asarray(cpdist(kiri, kanan, scorer=fuzz.token_set_ratio)) - 1)
    kosong = np.fromiter((not x or not y for x, y in zip(kiri, kanan, strict=True)), np.bool_, len(mana))
    hasil = tingkat.copy()
    hasil[mana] = np.where(kosong, KOSONG, np.where(nilai >= _MIRIP, SELIP, BEDA))
    return hasil


def mirip_alamat(s: Siap, rapi: Rapi, urut: Angka, a: Angka, b: Angka) -> tuple[NDArray[np.int8], Pecahan]:
    """Return levels, and how probable the same address is for strangers of these desa.

    Args:
        urut: the addresses of all people, sorted.
    """
    kiri, kanan = (rapi.ambil(x) for x in (a, b))
    kosong = np.fromiter((not x or not y for x, y in zip(kiri, kanan, strict=True)), np.bool_, len(kiri))
    nilai = np.asarray(cpdist(kiri, kanan, scorer=fuzz.token_sort_ratio)) if kiri else np.zeros(0)
    himpun = np.asarray(cpdist(kiri, kanan, scorer=fuzz.token_set_ratio)) if kiri else np.zeros(0)
    tingkat = np.where(
        kosong, KOSONG, np.where(nilai == 100, SAMA, np.where((nilai >= 78) | (himpun >= 90), SELIP, BEDA))
    )
    sampai, sejak = (np.searchsorted(urut, s.alamat[np.stack((a, b))], sisi) for sisi in _SISI)
    sering = (sampai - sejak).max(axis=0).astype(np.float64)
    desa = np.bincount(s.desa, minlength=1)
    seluruh = np.where(s.desa[a] > 0, desa[s.desa[a]], s.n)
    return tingkat.astype(np.int8), np.clip((sering - 1) / np.maximum(seluruh, 1), 0.01, 0.8)
