"""The words of a list: how desa write sex, kategori, RT and RW."""

import re
from functools import lru_cache

from app.usulan.baca import Sel
from app.usulan.sel import teks
from app.usulan.tempat import tiga_angka
from db.istilah import Kategori

_KELAMIN = {
    **dict.fromkeys(("L", "LK", "LK2", "LAKI", "LAKILAKI", "LAKI2", "PRIA", "COWOK", "M", "MALE", "1"), "L"),
    **dict.fromkeys(("P", "PR", "PRP", "PEREM", "PEREMPUAN", "WANITA", "CEWEK", "W", "PRM", "F", "FEMALE", "2"), "P"),
}
_KATEGORI = (
    (re.compile(r"YATIM\s*(?:DAN|-|&)?\s*PIATU"), Kategori.YATIM_PIATU),
    (
        re.compile(r"DISABILITAS|DIFABEL|CACAT|\bODGJ\b|TUNA\s?(?:NETRA|RUNGU|WICARA|DAKSA|GRAHITA)|\bADK\b"),
        Kategori.DISABILITAS,
    ),
    (re.compile(r"LANSIA|LANJUT\s+USIA|USIA\s+LANJUT|JOMPO"), Kategori.LANSIA),
    (re.compile(r"\bYATIM\b"), Kategori.YATIM),
    (re.compile(r"\bPIATU\b"), Kategori.PIATU),
    (re.compile(r"MISKIN|TIDAK\s+MAMPU|KURANG\s+MAMPU"), Kategori.KELUARGA_MISKIN),
)


@lru_cache(maxsize=1024)
def kelamin_di(tulisan: str) -> str:
    rapat = re.sub(r"[^A-Z0-9]", "", tulisan.upper())
    rapat = rapat.lstrip("0123456789") or rapat  # "1. Laki-laki"
    return _KELAMIN.get(rapat) or ("L" if rapat.startswith("LAKI") else "P" if rapat.startswith("PEREMP") else "")


_KODE_JK = re.compile(r"(\d)\s*[=:.)-]?\s*(LAKI|LK|L\b|PRIA|PEREM|PR|P\b|WANITA)", re.IGNORECASE)


def kode_kelamin(judul: str) -> dict[str, str]:
    """Return what numbers stand for, where a heading says so: `JK (0=P, 1=L)`."""
    return {kode: "L" if arti[0] in "Ll" or arti.upper() == "PRIA" else "P" for kode, arti in _KODE_JK.findall(judul)}


@lru_cache(maxsize=4096)
def kategori_di(tulisan: str) -> str:
    """Name the one Kategori that a text speaks of; empty when none or several do."""
    besar = tulisan.upper()
    ada = {kategori for pola, kategori in _KATEGORI if pola.search(besar)}
    if Kategori.YATIM_PIATU in ada:
        ada -= {Kategori.YATIM, Kategori.PIATU}
    return ada.pop().value if len(ada) == 1 else ""


def nomor_rt(sel: Sel) -> str:
    return _nomor_rt_teks(sel) if isinstance(sel, str) else tiga_angka(teks(sel))


@lru_cache(maxsize=4096)
def _nomor_rt_teks(tulisan: str) -> str:
    return tiga_angka(teks(tulisan))
