"""How the rows of an import stand in the ledger: cells as they came, values as understood, mendings apart."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any
from uuid import UUID

from app.jobs import JobContext
from app.kerja import Kerja
from app.usulan.baca import Sel
from app.usulan.bentuk import Baris, HasilImpor
from app.usulan.penjaga import huruf_kolom
from app.usulan.rencana import ikuti
from app.usulan.sel import asli
from db.dasar import id_baru
from db.model import BarisUsulan, HasilPeriksa

KUNCI_ORANG, KUNCI_PERUBAHAN, KUNCI_UBAHAN = "_orang", "_perubahan", "_ubahan"
"""Keys of `BarisUsulan.bersih` beside the fields: who it became, what that changed, what was mended by hand."""
_KOLOM_BARIS = ("id", "lembar", "baris", "asli", "bersih", "nasib", "usulan_id")
_KOLOM_PERIKSA = ("baris_id", "kolom", "bidang", "kode", "tingkat", "fakta", "saran")


def tulis_baris(
    kerja: Kerja, hasil: HasilImpor, nomor: int, berkas_id: UUID, impor_id: UUID, ctx: JobContext | None
) -> None:
    """Write the rows of one file and their lines of the hasil pemeriksaan.

    Raises:
        JobCancelled: the user asked to stop.
    """
    semua = list(hasil.berkas[nomor].baris)
    penulis = _Penulis(hasil)
    isi = map(penulis.baris, ikuti(semua, f"Menyimpan {hasil.berkas[nomor].nama}", ctx))
    kerja.sisip_nilai(BarisUsulan, _KOLOM_BARIS, isi, impor_id=impor_id, berkas_id=berkas_id)
    kerja.sisip_nilai(HasilPeriksa, _KOLOM_PERIKSA, penulis.periksa(semua), impor_id=impor_id)


class _Penulis:
    def __init__(self, hasil: HasilImpor) -> None:
        self._hasil = hasil
        self._id: dict[int, UUID] = {}
        self._ubahan: dict[tuple[int, str, int], dict[str, str]] = {}
        for (nomor, lembar, baris, kolom), isi in hasil.ubahan.items():
            self._ubahan.setdefault((nomor, lembar, baris), {})[huruf_kolom(kolom)] = isi

    def baris(self, satu: Baris) -> tuple[Any, ...]:
        """Return the values of `_KOLOM_BARIS`; only a row that was spoken of needs its id now."""
        ubahan = self._ubahan.get(satu.kunci) if self._ubahan else None
        sel = self._sel(satu) if ubahan else satu.sel
        baris_id = id_baru() if satu.hasil else None
        if baris_id:
            self._id[id(satu)] = baris_id
        isi = {
            h: teks
            for h, s in zip(_huruf(len(sel)), sel, strict=True)
            if s != "" and (teks := s if type(s) is str else asli(s))
        }
        return baris_id, satu.lembar, satu.nomor, isi, _bersih(satu, ubahan), satu.nasib.value, satu.usulan_id

    def periksa(self, semua: Sequence[Baris]) -> Iterator[tuple[Any, ...]]:
        """Yield the values of `_KOLOM_PERIKSA`; after `baris`, which gives the rows their ids."""
        for satu in semua:
            for h in satu.hasil:
                yield self._id[id(satu)], h.kolom, h.bidang, h.kode, h.tingkat.value, dict(h.fakta), h.saran

    def _sel(self, baris: Baris) -> list[Sel]:
        """Return the cells as they came."""
        lembar = next(s for s in self._hasil.berkas[baris.berkas].lembar if s.nama == baris.lembar)
        return lembar.daftar.lembar.baris[baris.nomor - 1] if lembar.daftar else baris.sel


@lru_cache(maxsize=512)
def _huruf(lebar: int) -> tuple[str, ...]:
    return tuple(huruf_kolom(k) for k in range(lebar))


def _bersih(baris: Baris, ubahan: dict[str, str] | None) -> dict[str, Any]:
    bersih: dict[str, Any] = dict(baris.nilai)
    if baris.kode_desa:
        bersih["kode_desa"] = baris.kode_desa
    if baris.usulan_id:
        bersih[KUNCI_ORANG] = {
            "id": str(baris.orang_id),
            "baru": baris.orang_baru,
            "ulang": baris.ulang,
            "ikutan": [str(satu) for satu in baris.ikutan],
        }
    if baris.diterapkan:
        bersih[KUNCI_PERUBAHAN] = {b: list(dua) for b, dua in baris.diterapkan.items()}
    if ubahan:
        bersih[KUNCI_UBAHAN] = ubahan
    return bersih
