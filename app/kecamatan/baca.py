"""Reading a kecamatan's results workbook; like any stranger's file it is opened by the import child."""

from dataclasses import dataclass
from pathlib import Path

from app.jobs import JobContext
from app.kecamatan.bentuk import FORMAT, HASIL, KOLOM, NIK, WAJIB, Tanda, baca_tanda
from app.lembar_kembali import BarisLembar, baris_lembar
from app.penyaluran.realisasi import KODE
from app.usulan.baca import BerkasDitolak, Buku, LembarMentah, baca_buku, muat
from app.usulan.penjaga import huruf_kolom
from app.usulan.sel import teks

_CARI = 20  # rows in which mark and heading are looked for


@dataclass(frozen=True, slots=True)
class LembarHasil:
    """A results workbook as it was read; its mark stands in cell `sel_tanda`."""

    buku: Buku
    lembar: str
    tanda: Tanda
    sel_tanda: str
    baris: tuple[BarisLembar, ...]


def baca_lembar_hasil(berkas: Path, ctx: JobContext | None = None) -> LembarHasil:
    """Return what stands in a results workbook.

    Raises:
        BerkasDitolak: the file cannot be read, is no such workbook (`bukan_hasil_kecamatan`), or was written by a
            newer Salur (`hasil_kecamatan_baru`).
        JobCancelled: the user asked to stop.
    """
    buku = baca_buku(muat(berkas), ctx)
    for lembar in buku.lembar:
        tanda = _tanda(lembar)
        judul = next((n for n, b in enumerate(lembar.baris[:_CARI]) if {teks(s).upper() for s in b} >= WAJIB), None)
        if tanda is None or judul is None:
            continue
        if tanda[1].format > FORMAT:
            raise BerkasDitolak("hasil_kecamatan_baru", buku.nama)
        baris = (b for b in baris_lembar(lembar, judul, KOLOM) if any(map(b.isi, (KODE, NIK, HASIL))))
        return LembarHasil(buku, lembar.nama, tanda[1], tanda[0], tuple(baris))
    raise BerkasDitolak("bukan_hasil_kecamatan", buku.nama)


def _tanda(lembar: LembarMentah) -> tuple[str, Tanda] | None:
    """Return the cell of the mark and what it says."""
    for nomor, baris in enumerate(lembar.baris[:_CARI], 1):
        for kolom, sel in enumerate(baris):
            if (tanda := baca_tanda(teks(sel))) is not None:
                return f"{huruf_kolom(kolom)}{nomor}", tanda
    return None
