"""An SOP as a file that goes from office to office: the definition with its fingerprint, and the ways out and in.

The definition alone is taken too, so that one can be written by hand after `app/sop/definisi.py`.
"""

import json
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import Any

from app.bahasa.sop import sebab_rusak
from app.sop import muat
from app.sop.definisi import DefinisiSop
from app.sop.sunting.kata import kode_baru
from db.berkas import tulis_aman
from db.galat import KnownError

JENIS, BENTUK = "salur-sop", 1
AKHIRAN = ".sop.json"
BERKAS_MAKS = 2 * 1024 * 1024
"""Bytes of a file that is taken in; the longest shipped SOP has 40 thousand."""


def ekspor_sop(definisi: DefinisiSop, ke: Path) -> Path:
    """Write a version as a file for another office.

    Raises:
        KnownError: `tidak_bisa_menulis`, `disk_penuh`.
    """
    isi = {"jenis": JENIS, "bentuk": BENTUK, "sidik": muat.sidik(definisi), "sop": muat.ke_json(definisi)}
    tulis_aman(ke, (json.dumps(isi, ensure_ascii=False, indent=2) + "\n").encode())
    return ke


def baca_sop(berkas: Path) -> DefinisiSop:
    """Read an SOP from a file; nothing is stored.

    Raises:
        KnownError: `berkas_tidak_ada`, `sop_berkas_besar`, `sop_rusak`, `sop_berkas_berubah`.
    """
    try:
        if berkas.stat().st_size > BERKAS_MAKS:
            raise KnownError("sop_berkas_besar", berkas=berkas.name)
        teks = berkas.read_bytes()
    except OSError as sebab:
        raise KnownError("berkas_tidak_ada", berkas=berkas.name) from sebab
    isi = muat.urai(teks, nama=berkas.name)
    if not isinstance(isi, dict) or not ("skema" in isi or isi.get("jenis") == JENIS):
        raise KnownError("sop_rusak", berkas=berkas.name, letak="seluruh berkas", sebab=sebab_rusak("bukan_sop"))
    if "skema" in isi:
        return muat.dari_json(isi, nama=berkas.name)
    if isi.get("bentuk") != BENTUK:
        sebab_bentuk = sebab_rusak("skema_lain", skema=isi.get("bentuk"))
        raise KnownError("sop_rusak", berkas=berkas.name, letak="bentuk", sebab=sebab_bentuk)
    return _bersidik(isi, berkas.name)


def _bersidik(isi: dict[str, Any], nama: str) -> DefinisiSop:
    """Build the definition once its fingerprint fits."""
    sop = isi.get("sop")
    if not isinstance(sop, dict) or muat.sidik_json(sop) != isi.get("sidik"):
        raise KnownError("sop_berkas_berubah", berkas=nama)
    return muat.dari_json(sop, nama=nama)


def sebagai_baru(definisi: DefinisiSop, dipakai: Collection[str]) -> DefinisiSop:
    """Return an SOP from a file under a code of its own, so that it is no version of one that is here."""
    return replace(definisi, kode=kode_baru(definisi.nama_layar.tampil, dipakai), versi=1)


def sebagai_versi(definisi: DefinisiSop, lama: DefinisiSop) -> DefinisiSop:
    """Return an SOP from a file as a change of the version that is here."""
    return replace(definisi, versi=lama.versi)


def nama_berkas(definisi: DefinisiSop) -> str:
    """Suggest a file name."""
    return f"{definisi.kode}-v{definisi.versi}{AKHIRAN}"
