"""The workbook form that comes back from the field: its rows, matched by the id that it carries."""

from pathlib import Path

from app.jobs import JobContext
from app.usulan.baca import BerkasDitolak, LembarMentah, Sel, baca_buku, muat
from app.usulan.sel import teks
from app.verifikasi.lapangan import BarisHasil

KOLOM = ("ID USULAN", "HASIL", "ALASAN", "TANGGAL", "PETUGAS")
"""Headings of the columns that are read; the others only help who fills the form in."""
_CARI = 20  # rows in which the heading is looked for


def baca_formulir(berkas: Path, ctx: JobContext | None = None) -> list[BarisHasil]:
    """Return the rows of a filled-in form, in their order; read by the import child like any stranger's file.

    Raises:
        BerkasDitolak: the file cannot be read, or is no such form (`bukan_formulir`).
        JobCancelled: the user asked to stop.
    """
    buku = baca_buku(muat(berkas), ctx)
    for lembar in buku.lembar:
        if (judul := _cari_judul(lembar)) is not None:
            return _baris(lembar, *judul)
    raise BerkasDitolak("bukan_formulir", buku.nama)


def _cari_judul(lembar: LembarMentah) -> tuple[int, dict[str, int]] | None:
    for nomor, baris in enumerate(lembar.baris[:_CARI]):
        ada = {teks(sel).upper(): ke for ke, sel in enumerate(baris)}
        if KOLOM[0] in ada and KOLOM[1] in ada:
            return nomor, ada
    return None


def _baris(lembar: LembarMentah, judul: int, ada: dict[str, int]) -> list[BarisHasil]:
    hasil = []
    for nomor, baris in enumerate(lembar.baris[judul + 1 :], start=judul + 2):
        isi = [_sel(baris, ada.get(nama)) for nama in KOLOM]
        if isi[0]:
            hasil.append(BarisHasil(nomor, *isi))
    return hasil


def _sel(baris: list[Sel], ke: int | None) -> str:
    return teks(baris[ke]) if ke is not None and ke < len(baris) else ""
