"""Doors of SOP definitions: shipped ones, files that an office brings, and the frozen copy inside a kegiatan."""

import hashlib
import json
from functools import cache
from typing import Any

from app.bahasa.sop import sebab_rusak
from app.sop.bentuk import BentukSalahError, susun, uraikan
from app.sop.definisi import DefinisiSop
from app.sop.sahih import periksa
from db.galat import KnownError
from resources import berkas

BAWAAN = ("rehsos", "uep", "dtks", "balakas")


def ke_json(definisi: DefinisiSop) -> dict[str, Any]:
    """Give a definition as JSON values; `dari_json` gives the same definition back."""
    isi: dict[str, Any] = uraikan(definisi)
    return isi


def dari_json(isi: Any, *, nama: str) -> DefinisiSop:
    """Build and check a definition.

    Args:
        isi: parsed JSON.
        nama: what to call it in an error (file name, or the kegiatan's name).

    Raises:
        KnownError: `sop_rusak` with `berkas`, `letak` ("langkah 4, cabang") and `sebab`.
    """
    try:
        definisi = susun(DefinisiSop, isi)
        periksa(definisi)
    except BentukSalahError as galat:
        letak = ", ".join(galat.letak) or "seluruh berkas"
        sebab = sebab_rusak(galat.sebab, **galat.fakta)
        raise KnownError("sop_rusak", berkas=nama, letak=letak, sebab=sebab) from None
    return definisi


def baca(teks: bytes, *, nama: str) -> DefinisiSop:
    """Read a definition file's bytes (UTF-8 JSON); raises KnownError `sop_rusak`."""
    return dari_json(urai(teks, nama=nama), nama=nama)


def urai(teks: bytes, *, nama: str) -> Any:
    """Parse a file's bytes (UTF-8 JSON); raises KnownError `sop_rusak`."""
    try:
        return json.loads(teks.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise KnownError("sop_rusak", berkas=nama, letak="seluruh berkas", sebab=sebab_rusak("bukan_utf8")) from None
    except json.JSONDecodeError as galat:
        letak = f"baris {galat.lineno}, kolom {galat.colno}"
        raise KnownError("sop_rusak", berkas=nama, letak=letak, sebab=sebab_rusak("bukan_json")) from None
    except (RecursionError, ValueError):
        raise KnownError("sop_rusak", berkas=nama, letak="seluruh berkas", sebab=sebab_rusak("bukan_json")) from None


def tulis(definisi: DefinisiSop) -> str:
    """Write a definition as a file for people to read: two spaces, the fields in the order of `definisi.py`."""
    return json.dumps(ke_json(definisi), ensure_ascii=False, indent=2) + "\n"


def sidik(definisi: DefinisiSop) -> str:
    """SHA-256 (hex) of the canonical JSON: sorted keys, no spaces, UTF-8; a file's order of fields is no matter."""
    return sidik_json(ke_json(definisi))


def sidik_json(isi: dict[str, Any]) -> str:
    """SHA-256 (hex) of JSON values in canonical form."""
    kanonik = json.dumps(isi, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(kanonik.encode("utf-8")).hexdigest()


@cache
def muat_bawaan(kode: str) -> DefinisiSop:
    """Give a shipped SOP.

    Raises:
        KnownError: `sop_tak_dikenal` when no SOP of that code ships with Salur.
    """
    if kode not in BAWAAN:
        raise KnownError("sop_tak_dikenal", kode=kode, pilihan=", ".join(BAWAAN))
    nama = f"{kode}.json"
    return baca(berkas("sop", nama).read_bytes(), nama=nama)


def daftar_bawaan() -> tuple[DefinisiSop, ...]:
    """Give the four shipped SOPs in the order of their source documents."""
    return tuple(muat_bawaan(kode) for kode in BAWAAN)
