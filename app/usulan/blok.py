"""Reads the lines above a family's members: `NO. KK : …`, `NAMA. KK : …`, `ALAMAT : …`, in one cell or in several.

What they say belongs to every row below them until the next such line, as if it stood in columns of its own.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from app.usulan.baca import Sel
from app.usulan.peta import cari_bidang
from app.usulan.sel import kosong, rapikan
from app.usulan.tempat import pisah_rt_rw


class Isian(NamedTuple):
    """What a cell is taken to hold, and the row where that is written, as the spreadsheet shows it.

    `ganti` is what stood in the cell itself; without it only a blank cell is filled.
    """

    sel: Sel
    asal: int
    ganti: str = ""


KELUARGA = frozenset({"no_kk", "nama_kepala_keluarga", "alamat", "dusun", "rt", "rw", "rt_rw", "telepon"})
"""Fields that a line above a family may give."""
KEPALA = frozenset({"no_kk", "nama_kepala_keluarga"})
"""Those that speak of a family, whatever else a line says."""
_AWAL = re.compile(r"\W*(?:NO|NOMOR|NAMA|NM|KEPALA|KARTU|ALAMAT|DUSUN|LINGKUNGAN|RT|RW)\b", re.IGNORECASE)
_PASANGAN = re.compile(r"(?P<label>[A-Za-z][A-Za-z./ ]{0,40}?)\s*[:=]\s*")
_KOLOM_MAKS = 60
_LABEL_MAKS = 40
_BAGIAN_MAKS = 120
_BER_RT = re.compile(r"(?:(?:DUSUN|LINGKUNGAN)\b.*)?\bRT\b", re.IGNORECASE)
_DUSUN = re.compile(r"(?:DUSUN|LINGKUNGAN)\b[\s.:]*([^,;/()]*?)\s*(?:[,;/(]|\bR[TW]\b|\bDESA\b|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Bagian:
    """A piece of a line: a label, or a value that follows one."""

    bidang: str
    sel: Sel


def baca_blok(baris: Sequence[Sel]) -> dict[str, Sel]:
    """Return what a line above a family says, by field; empty when it is no such line."""
    awal = baris[0] if baris and baris[0] != "" else next((s for s in baris if not kosong(s)), "")
    if not isinstance(awal, str) or awal[:1].isdigit() or not _AWAL.match(awal):
        return {}
    bagian = [b for sel in baris[:_KOLOM_MAKS] if not kosong(sel) for b in _uraikan(sel)]
    if not bagian or not bagian[0].bidang:
        return {}
    hasil: dict[str, Sel] = {}
    bidang = ""
    for satu in bagian:
        if satu.bidang:
            bidang = satu.bidang
        if bidang and not kosong(satu.sel) and satu.sel not in (":", "="):
            hasil.setdefault(bidang, satu.sel)
            bidang = ""
    sah = hasil.keys() & KEPALA or ":" in awal or any(s in (":", "=") for s in baris)
    return {b: s for b, s in hasil.items() if b in KELUARGA and _pantas(b, s)} if sah else {}


def _uraikan(sel: Sel) -> list[_Bagian]:
    """Cut a cell at its labels: `No. KK : 6209… Alamat : Jl. Uji` is two."""
    if not isinstance(sel, str):
        return [_Bagian("", sel)]
    tulisan = rapikan(sel)
    label = [(c.end("label") - len(kata), c.end(), b) for c in _PASANGAN.finditer(tulisan)
             for kata, b in [_label(c["label"])] if b]  # fmt: skip
    if not label:
        bidang = _label(tulisan)[1] if len(tulisan) <= _LABEL_MAKS else ""
        return [_Bagian(bidang, "")] if bidang else [_Bagian("", tulisan.lstrip(":= "))]
    hasil = [_Bagian("", tulisan[: label[0][0]].strip())] if label[0][0] else []
    for ke, (_, mulai, bidang) in enumerate(label):
        sampai = label[ke + 1][0] if ke + 1 < len(label) else len(tulisan)
        hasil.append(_Bagian(bidang, tulisan[mulai:sampai].strip(" ,;-|/")))
    return hasil


def _label(tulisan: str) -> tuple[str, str]:
    """Find the longest label at the end of a text and its field: `ANI RUDIN Alamat` → `Alamat`, alamat.

    A known one that is not folded counts too, for it ends the value before it.
    """
    for kata in re.finditer(r"(?<![^\s])\S", tulisan):
        if bidang := cari_bidang(tulisan[kata.start() :], mirip=False)[0]:
            return tulisan[kata.start() :], bidang
    return "", ""


def _pantas(bidang: str, sel: Sel) -> bool:
    """Tell whether a value can be one of its field: a No. KK has digits, the name of a head has letters."""
    if bidang == "no_kk":
        return not isinstance(sel, str) or sum(h.isdigit() for h in sel) >= 8
    return bidang != "nama_kepala_keluarga" or (isinstance(sel, str) and any(h.isalpha() for h in sel))


def baca_bagian(tulisan: str) -> dict[str, Sel]:
    """Return the place that a section line names: `DUSUN II`, `RT 003 RW 001`; empty when it names none."""
    if len(tulisan) > _BAGIAN_MAKS:
        return {}
    rt, rw = pisah_rt_rw(tulisan) if _BER_RT.match(tulisan) else ("", "")
    dusun = _DUSUN.match(tulisan)
    semua = {"dusun": dusun[1].strip(" .:") if dusun else "", "rt": rt, "rw": rw}
    return {bidang: isi for bidang, isi in semua.items() if isi}


class Blok:
    """What the lines above say for the rows below, line after line."""

    def __init__(self) -> None:
        self._tempat: dict[str, Isian] = {}
        self._keluarga: dict[str, Isian] = {}
        self._ada_orang = False

    def terima(self, isi: dict[str, Sel], baris: int) -> None:
        """Take a line above a family (its row number as shown). The first one below people begins the next family."""
        if self._ada_orang:
            self._keluarga.clear()
            self._ada_orang = False
        self._keluarga.update({bidang: Isian(sel, baris) for bidang, sel in isi.items()})

    def bagian(self, tulisan: str, baris: int) -> None:
        """Take a section line: whatever was said above it is over."""
        self._keluarga.clear()
        self._tempat = {bidang: Isian(sel, baris) for bidang, sel in baca_bagian(tulisan).items()}

    def untuk_orang(self) -> dict[str, Isian]:
        """Return what holds for the person that comes now."""
        self._ada_orang = True
        return {**self._tempat, **self._keluarga} if self._tempat or self._keluarga else {}
