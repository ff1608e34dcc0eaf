"""How the rows of an import stand in the ledger: cells as they came, values as understood, mendings apart.

A row that became a usulan, changed nothing about anybody known and was not spoken of stands as that usulan, which says
file, sheet and row; everything else has a line of its own. The file itself is kept in either case.
"""

from collections.abc import Iterator, Mapping, Sequence
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
from db.sisip import JsonJadi, sandi_json

KUNCI_ORANG, KUNCI_PERUBAHAN, KUNCI_UBAHAN = "_orang", "_perubahan", "_ubahan"
"""Keys of `BarisUsulan.bersih` beside the fields: who it became, what that changed, what was mended by hand."""
_BENAR = ("false", "true")
_KOLOM_BARIS = ("id", "lembar", "baris", "asli", "bersih", "nasib", "usulan_id")
_KOLOM_PERIKSA = ("baris_id", "kolom", "bidang", "kode", "tingkat", "fakta", "saran")


def tulis_baris(
    kerja: Kerja, hasil: HasilImpor, nomor: int, berkas_id: UUID, impor_id: UUID, ctx: JobContext | None
) -> None:
    """Write the rows of one file and their lines of the hasil pemeriksaan.

    Raises:
        JobCancelled: the user asked to stop.
    """
    penulis = _Penulis(hasil)
    semua = [b for b in hasil.berkas[nomor].bercatatan if not b.tanpa_baris]
    isi = map(penulis.baris, ikuti(semua, f"Menyimpan {hasil.berkas[nomor].nama}", ctx))
    kerja.sisip_nilai(BarisUsulan, _KOLOM_BARIS, isi, impor_id=impor_id, berkas_id=berkas_id)
    kerja.sisip_nilai(HasilPeriksa, _KOLOM_PERIKSA, penulis.periksa(semua), impor_id=impor_id)


class _Penulis:
    def __init__(self, hasil: HasilImpor) -> None:
        self._hasil = hasil
        self._id: dict[int, UUID] = {}
        self._ada: dict[tuple[int, int], tuple[tuple[str, ...], tuple[str, ...]]] = {}
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
        isi = _sel_utuh(sel) if satu.ditolak or ubahan else self._sel_lain(satu)
        return baris_id, satu.lembar, satu.nomor, isi, _bersih(satu, ubahan), satu.nasib.value, satu.usulan_id

    def periksa(self, semua: Sequence[Baris]) -> Iterator[tuple[Any, ...]]:
        """Yield the values of `_KOLOM_PERIKSA`; after `baris`, which gives the rows their ids."""
        for satu in semua:
            for h in satu.hasil:
                yield self._id[id(satu)], h.kolom, h.bidang, h.kode, h.tingkat.value, dict(h.fakta), h.saran

    def _sel_lain(self, baris: Baris) -> dict[str, str]:
        """Return the cells of an accepted row that say something else than the value that was understood.

        The others stand in `bersih` word for word; a blank cell is kept where a value came from elsewhere.
        """
        huruf, bidang = self._susunan(baris.kolom, len(baris.sel))
        berbeda = [b for b in zip(huruf, baris.sel, map(baris.nilai.get, bidang), strict=True) if b[1] != b[2]]
        return {h: isi for h, s, nilai in berbeda if (isi := s if type(s) is str else asli(s)) != (nilai or "")}

    def _susunan(self, kolom: Mapping[str, str], lebar: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return letter and field of every column of a list."""
        ada = self._ada.get((id(kolom), lebar))
        if ada is None:
            bidang: dict[str, str] = {}
            for nama, huruf in kolom.items():
                bidang.setdefault(huruf, nama)  # a date in `ttl` speaks for that column, not for one of its own
            ada = (_huruf(lebar), tuple(bidang.get(h, "") for h in _huruf(lebar)))
            self._ada[id(kolom), lebar] = ada
        return ada

    def _sel(self, baris: Baris) -> list[Sel]:
        """Return the cells as they came."""
        lembar = next(s for s in self._hasil.berkas[baris.berkas].lembar if s.nama == baris.lembar)
        return lembar.daftar.lembar.baris[baris.nomor - 1] if lembar.daftar else baris.sel


@lru_cache(maxsize=512)
def _huruf(lebar: int) -> tuple[str, ...]:
    return tuple(huruf_kolom(k) for k in range(lebar))


def _sel_utuh(sel: Sequence[Sel]) -> dict[str, str]:
    """Return the cells that are not blank."""
    huruf = _huruf(len(sel))
    return {h: isi for h, s in zip(huruf, sel, strict=True) if s != "" and (isi := s if type(s) is str else asli(s))}


def _bersih(baris: Baris, ubahan: dict[str, str] | None) -> JsonJadi:
    """Write the values that were understood, and who the row became, as JSON."""
    bersih: dict[str, Any] = dict(baris.nilai)
    if baris.kode_desa:
        bersih["kode_desa"] = baris.kode_desa
    if baris.diterapkan:
        bersih[KUNCI_PERUBAHAN] = {b: list(dua) for b, dua in baris.diterapkan.items()}
    if ubahan:
        bersih[KUNCI_UBAHAN] = ubahan
    teks = sandi_json(bersih)
    if baris.usulan_id and baris.orang_id:
        orang = f'"{KUNCI_ORANG}":{_orang(baris, baris.orang_id)}'
        teks = f"{teks[:-1]},{orang}}}" if bersih else f"{{{orang}}}"
    return JsonJadi(teks)


def _orang(baris: Baris, orang_id: UUID) -> str:
    ikutan = ",".join(f'"{satu.hex}"' for satu in baris.ikutan) if baris.ikutan else ""
    baru, ulang = _BENAR[baris.orang_baru], _BENAR[baris.ulang]
    return f'{{"id":"{orang_id.hex}","baru":{baru},"ulang":{ulang},"ikutan":[{ikutan}]}}'
