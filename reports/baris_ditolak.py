"""The rejected rows of an import as a workbook: the sender's own columns and, beside each row, why it was rejected.

It is made to be mended and sent back: letterhead and headings are the sender's, identifiers are text, the cells to be
mended are coloured, and the import reads it again.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any, BinaryIO

from app.usulan.buku import BarisDitolak
from app.usulan.peta import KOLOM_ALASAN
from db.istilah import Kertas
from reports.buku import Buku, Halaman, buku_baru

_LEBAR_MIN, _LEBAR_MAKS, _LEBAR_ALASAN = 6, 32, 60
_NAMA_LEMBAR = 31
_TERLARANG = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_BEKU_MAKS = 6
"""Rows that may stay on top while the list is scrolled; more would fill the screen of a small laptop."""
PETUNJUK = "Perbaiki sel berwarna menurut kolom ALASAN, lalu kirim kembali berkas ini."


def tulis(isi: Iterable[BarisDitolak], keluar: Path | BinaryIO, kertas: Kertas = Kertas.F4) -> int:
    """Write the workbook, one sheet for every sheet that rows came from, and return how many rows it holds."""
    banyak = 0
    with buku_baru(keluar) as buku:
        for (_, lembar, desa), baris in groupby(isi, key=lambda b: (b.berkas, b.lembar, b.desa)):
            banyak += _lembar(buku, lembar, desa, list(baris), kertas)
        if not banyak:
            Halaman(buku, "Baris ditolak", [40], kertas=kertas).catatan("Tidak ada baris yang ditolak.")
    return banyak


def _lembar(buku: Buku, nama: str, desa: str, baris: list[BarisDitolak], kertas: Kertas) -> int:
    kolom = _kolom(baris)
    lebar = [_lebar(judul, [b.sel.get(huruf, "") for b in baris]) for huruf, judul in kolom.items()]
    halaman = Halaman(buku, _nama(buku, nama), [*lebar, _LEBAR_ALASAN], kertas=kertas)
    kop = [*_kop(baris[0].kop, list(kolom)), []] if baris[0].kop else []
    judul_di = 2 + bool(desa) + len(kop)
    if judul_di <= _BEKU_MAKS:
        halaman.bekukan(judul_di)
    halaman.catatan(PETUNJUK)
    if desa:
        halaman.catatan(desa)  # above the letterhead: a row of another desa than the title's stays with its own
    for atas in kop:
        halaman.polos(atas)
    halaman.kepala([*kolom.values(), KOLOM_ALASAN], bernomor=False)
    for satu in baris:
        nilai = [*(_nilai(satu.sel.get(huruf, "")) for huruf in kolom), satu.alasan]
        halaman.isi_bertanda(nilai, {ke for ke, huruf in enumerate(kolom) if huruf in satu.salah})
    halaman.cetak_judul(judul_di, judul_di)
    return len(baris)


def _kop(kop: Sequence[Mapping[str, str]], kolom: list[str]) -> Iterator[list[str | None]]:
    """Yield the sender's rows above the heading, each cell in its column, or in the next one that is kept."""
    urut = [_urutan(huruf) for huruf in kolom]
    for satu in kop:
        isi: list[str | None] = []
        for huruf, teks in satu.items():
            isi.extend([None] * (min(bisect_left(urut, _urutan(huruf)), len(kolom)) - len(isi)))
            isi.append(teks)
        sisa = isi[len(kolom) :]
        yield [*isi[: len(kolom)], " ".join(t for t in sisa if t)] if sisa else isi


def _urutan(huruf: str) -> tuple[int, str]:
    return len(huruf), huruf


def _kolom(baris: list[BarisDitolak]) -> dict[str, str]:
    """Return the headings of the columns that have one, or something in them, in the sender's order."""
    judul = dict(baris[0].judul)
    berisi = {huruf for b in baris for huruf in b.sel}
    for huruf in sorted(berisi - set(judul), key=_urutan):
        judul[huruf] = ""
    pakai = {h: t for h, t in judul.items() if (t or h in berisi) and t.strip().upper() != KOLOM_ALASAN}
    return {h: " ".join(t.split()) for h, t in pakai.items()}


def _lebar(judul: str, isi: list[str]) -> float:
    return min(max(_LEBAR_MIN, len(judul) + 2, *(len(t) + 2 for t in isi)), _LEBAR_MAKS)


def _nilai(teks: str) -> Any:
    """Give a date its own kind of cell; everything else stays text."""
    if len(teks) == 10 and teks[4] == teks[7] == "-":
        try:
            return date.fromisoformat(teks)
        except ValueError:
            return teks
    return teks or None


def _nama(buku: Buku, nama: str) -> str:
    """Return a sheet name that Excel takes and that is not used yet."""
    dasar = nama.translate(_TERLARANG).strip(" '")[:_NAMA_LEMBAR] or "Lembar"
    calon, nomor = dasar, 2
    while calon.lower() in {s.lower() for s in buku.nama_lembar}:
        calon = f"{dasar[: _NAMA_LEMBAR - 4]} ({nomor})"
        nomor += 1
    return calon
