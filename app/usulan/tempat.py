"""Reads the place out of titles and section lines, and RT and RW out of an address."""

import re
from collections.abc import Iterator, Sequence

_TEMPAT = re.compile(
    r"\b(?P<kunci>DESA\s*/\s*KEL(?:URAHAN)?|KELURAHAN\s*/\s*DESA|DESA|KELURAHAN|PEMDES|NAGARI|GAMPONG|PEKON|DS|KEL|KECAMATAN|KEC)\b[\s.:]*"
    r"(?:(?P<kode>\d{2}\.?\d{2}\.?\d{2}\.?\d{4})\b[\s.:/-]*)?(?P<nama>[A-Z][A-Z'`.\- ]*?)\s*"
    r"(?=\b(?:DESA|KELURAHAN|KECAMATAN|KEC|KABUPATEN|KAB|PROVINSI|TAHUN|BULAN|RT|RW|TRIWULAN|TAHAP|PERIODE|USULAN|DAFTAR)\b"
    r"|[,;:()/\d]|$)"
)
_PANJANG_MAKS = 500
"""Letters of a title that are looked at."""
_KECUALI = re.compile(r"^(?:DAN|ATAU|YANG|DI|SE|TAHUN|TANGGAL|TERTINGGAL|KABUPATEN|PENERIMA|ASAL|PENGUSUL)\b|^$")


def tempat_di_teks(tulisan: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield ("desa" or "kecamatan", name) that titles or section lines name: `DESA KUJAN KECAMATAN BULIK`."""
    for satu in tulisan:
        for cocok in _TEMPAT.finditer(" ".join(satu[:_PANJANG_MAKS].upper().split())):
            desa = not cocok["kunci"].startswith("KEC")
            nama = cocok["nama"].strip(" .-")
            if desa and cocok["kode"]:
                yield "desa", cocok["kode"]
            for satu in dict.fromkeys((nama, nama.partition(" - ")[0])):  # DESA KUJAN - BULIK
                if not _KECUALI.match(satu):
                    yield ("desa" if desa else "kecamatan"), satu


_KODE_DESA = re.compile(r"\d{2}\.?\d{2}\.?\d{2}\.?\d{4}")
_HIASAN_LEMBAR = re.compile(r"^[\d.)\s-]+|\s*\(\s*\d+\s*\)$|[\s_-]+\d+$")


def desa_di_nama(nama: str) -> Iterator[str]:
    """Yield what may be a desa in the name of a sheet: as it is, its code, without numbers around it."""
    yield nama
    if kode := _KODE_DESA.search(nama):
        yield kode[0]
    if bersih := _HIASAN_LEMBAR.sub("", _KODE_DESA.sub(" ", nama).strip()).strip():
        yield bersih


_RT = re.compile(r"(?<![A-Z])R\.?T(?![A-Z])[\s.:-]*(?P<rt>\d{1,3})?(?!\d)", re.IGNORECASE)
_RW = re.compile(r"(?<![A-Z])R\.?W(?![A-Z])[\s.:-]*(?P<rw>\d{1,3})?(?!\d)", re.IGNORECASE)
_RTRW = re.compile(
    r"(?<![A-Z])RT\s*[./]?\s*(?:RW)\b[\s.:]*(?P<rt>\d{1,3}|-)\s*[/\-]\s*(?P<rw>\d{1,3}|-)", re.IGNORECASE
)
_RT_GARIS = re.compile(r"(?<![A-Z])R\.?T(?![A-Z])[\s.:-]*(?P<rt>\d{1,3})\s*/\s*(?P<rw>\d{1,3})(?![\d/])", re.IGNORECASE)
_PASANGAN = re.compile(r"^\s*(?P<rt>\d{1,3}|-)\s*[/|\-\s]\s*(?P<rw>\d{1,3}|-)\s*$")


def pisah_rt_rw(tulisan: str) -> tuple[str, str]:
    """Split RT and RW out of one cell or an address: `003/001`, `RT 3 RW 1`, `Jl. Merdeka RT.003/RW.001`."""
    for pola in (_RTRW, _PASANGAN, _RT_GARIS):
        if cocok := pola.search(tulisan):
            return tiga_angka(cocok["rt"]), tiga_angka(cocok["rw"])
    rt, rw = _RT.search(tulisan), _RW.search(tulisan)
    return tiga_angka(rt["rt"] if rt else ""), tiga_angka(rw["rw"] if rw else "")


def tiga_angka(nomor: str | None) -> str:
    """Write an RT or RW in three digits; empty for `-`, `0` or none."""
    angka = (nomor or "").strip()
    return f"{int(angka):03d}" if angka.isascii() and angka.isdigit() and int(angka) else ""
