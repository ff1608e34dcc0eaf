"""Finds every list in a sheet: one below the other under headings of their own, or two side by side.

Each becomes a list of its own that looks at its part of the sheet; rows and columns keep their numbers.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.usulan.baca import LembarMentah, Sel
from app.usulan.judul import cari_judul, gabung
from app.usulan.peta import cari_bidang, normal_judul
from app.usulan.tempat import tempat_di_teks
from app.usulan.temukan import Daftar, Ingatan, Lewat, berkata_ekor, temukan

DAFTAR_MAKS = 50
"""Lists that are looked for in one sheet; what follows stays with the last."""


def temukan_semua(lembar: LembarMentah, ingatan: Ingatan | None = None) -> list[Daftar]:
    """Find the lists of people in a sheet, from the top and from the left; empty when it holds none."""
    hasil = [d for satu in _ke_samping(lembar, ingatan) for d in _ke_bawah(satu, ingatan)]
    for ke, daftar in enumerate(hasil[1:], 2):
        daftar.lembar.nama, daftar.lembar.asal = f"{lembar.nama} · daftar {ke}", lembar.nama
        if not any(True for _ in tempat_di_teks(daftar.kop)):
            daftar.kop = (*daftar.kop, *(t for t in hasil[0].kop if any(True for _ in tempat_di_teks([t]))))
    return hasil


# --- one below the other ---------------------------------------------------------------------------------------------


def _ke_bawah(lembar: LembarMentah, ingatan: Ingatan | None) -> Iterator[Daftar]:
    daftar = temukan(lembar, ingatan)
    for _ in range(DAFTAR_MAKS):
        if daftar is None or not daftar.judul_lain:
            break
        batas = _batas(daftar, daftar.judul_lain)
        atas = temukan(_potong_baris(daftar.lembar, 0, batas), ingatan)
        bawah = temukan(_potong_baris(daftar.lembar, batas, len(daftar.lembar.baris)), ingatan)
        if atas is None or bawah is None:
            break  # what looked like a heading heads nobody
        yield atas
        daftar = bawah
    if daftar is not None:
        yield daftar


def _batas(daftar: Daftar, judul: int) -> int:
    """Return the first row that belongs to the next heading: its title lines, not the signatures above them."""
    tetap = {d.baris - 1 for d in daftar.dilewati if d.sebab is Lewat.JUMLAH} | set(daftar.orang)
    batas = judul
    while batas > 0 and batas - 1 not in tetap and not berkata_ekor(daftar.lembar.baris[batas - 1]):
        batas -= 1
    while batas < judul and not gabung(daftar.lembar.baris[batas]):
        batas += 1
    return batas


def _potong_baris(lembar: LembarMentah, dari: int, sampai: int) -> LembarMentah:
    kosong: list[list[Sel]] = [[]] * dari
    gabungan = [g for g in lembar.gabungan if g[0] >= dari and g[2] < sampai]
    return replace(lembar, baris=[*kosong, *lembar.baris[dari:sampai]], gabungan=gabungan)


# --- side by side ----------------------------------------------------------------------------------------------------


def _ke_samping(lembar: LembarMentah, ingatan: Ingatan | None) -> Iterator[LembarMentah]:
    kanan: LembarMentah | None = lembar
    while kanan is not None:
        judul = cari_judul(kanan, ingatan.kenal() if ingatan else None)
        batas = _belahan(judul.label) if judul else None
        if batas is None:
            yield kanan
            return
        yield _potong_kolom(kanan, 0, batas)
        kanan = _potong_kolom(kanan, batas, 1 << 20)


def _belahan(label: Sequence[str]) -> int | None:
    """Return the column where the same heading begins once more; None when it does not.

    A child's and a parent's columns may bear the same words, so a gap or a new running number must part the two.
    """
    kata = [normal_judul(satu) for satu in label]
    isi = [k for k, satu in enumerate(kata) if satu]
    for ke in range(2, len(isi) - 1):
        kiri, kanan = ([kata[k] for k in satu] for satu in (isi[:ke], isi[ke : 2 * ke]))
        terpisah = isi[ke] - isi[ke - 1] > 1 or _bidang(kiri[0]) == "no"
        if kiri == kanan and terpisah and {"nama", "nik"} <= {_bidang(satu) for satu in kiri}:
            return isi[ke]
    return _belahan_lain(kata, isi)


def _belahan_lain(kata: Sequence[str], isi: Sequence[int]) -> int | None:
    """Return the column where another heading begins: behind a gap, with a running number, a name and a NIK."""
    for ke in range(2, len(isi) - 1):
        if isi[ke] - isi[ke - 1] > 1 and _bidang(kata[isi[ke]]) == "no":
            kiri, kanan = ({_bidang(kata[k]) for k in satu} for satu in (isi[:ke], isi[ke:]))
            if {"nama", "nik"} <= kiri & kanan:
                return isi[ke]
    return None


def _bidang(judul: str) -> str | None:
    return cari_bidang(judul, mirip=False)[0]


def _potong_kolom(lembar: LembarMentah, dari: int, sampai: int) -> LembarMentah:
    def potong(baris: list[Sel]) -> list[Sel]:
        sisa: list[Sel] = [*[""] * min(dari, len(baris)), *baris[dari:sampai]]
        return sisa if any(s != "" for s in sisa) else []

    gabungan = [g for g in lembar.gabungan if dari <= g[1] < sampai]
    return replace(lembar, baris=[potong(b) for b in lembar.baris], gabungan=gabungan)
