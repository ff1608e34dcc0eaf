"""Finds the heading of a list: below the letterhead, joined from up to three rows, merged cells or not."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.usulan.baca import LembarMentah, Sel
from app.usulan.ingatan import Pemetaan
from app.usulan.peta import bidang_bertingkat, cari_bidang, normal_judul
from app.usulan.sel import kosong, teks

BARIS_CARI = 300
"""Rows in which a heading is looked for."""
TINGGI_JUDUL = 3
_Datar = Mapping[tuple[int, int], str]
LEBAR_MAKS = 300
_ANGKA_PANJANG = re.compile(r"\d{6,}")
_NAMA = re.compile(r"[^\W\d_][\w .,'`’-]{1,60}")
_LEMAH = frozenset({"no", "keterangan", "desa", "kecamatan", "kabupaten", "provinsi", "rt", "rw", "dusun"})


@dataclass(frozen=True, slots=True)
class Judul:
    """A heading: its first row (from 0), how many rows it has, its labels from column A on."""

    awal: int
    tinggi: int
    label: tuple[str, ...]
    nilai: int

    @property
    def akhir(self) -> int:
        """Index of its last row."""
        return self.awal + self.tinggi - 1


def gabung(baris: Sequence[Sel]) -> str:
    """Return what stands in a row as one text."""
    return " ".join(t for s in baris if not kosong(s) and (t := teks(s)))


def cari_judul(lembar: LembarMentah, kenal: Pemetaan | None = None) -> Judul | None:
    """Find the heading: the rows whose words name the most fields, a name and something to tell people apart by.

    Args:
        kenal: headings that an office confirmed before, beside those that ship.
    """
    datar = _gabungan_datar(lembar)
    return (
        _terbaik(lembar, datar, kenal or {}, mirip=False)
        or _terbaik(lembar, datar, kenal or {}, mirip=True)
        or _hanya_nama(lembar, datar, kenal or {})
    )


def judul_di(lembar: LembarMentah, awal: int, tinggi: int) -> Judul:
    """Take these rows (first one from 0) for the heading, because a person says so."""
    baris = lembar.baris[awal : awal + tinggi]
    return Judul(awal, len(baris), _label(baris, awal, _gabungan_datar(lembar)) if baris else (), 0)


def _terbaik(lembar: LembarMentah, datar: _Datar, kenal: Pemetaan, *, mirip: bool) -> Judul | None:
    terbaik: Judul | None = None
    for awal in range(min(len(lembar.baris), BARIS_CARI)):
        if terbaik and awal > terbaik.akhir + 1:
            break  # what follows is data, or the heading again
        if not _mungkin_judul(lembar.baris[awal]):
            continue
        for tinggi in range(1, TINGGI_JUDUL + 1):
            judul = _coba(lembar, datar, awal, tinggi, kenal, mirip=mirip)
            if judul and (terbaik is None or judul.nilai > terbaik.nilai):
                terbaik = judul
    return terbaik


def _hanya_nama(lembar: LembarMentah, datar: _Datar, kenal: Pemetaan) -> Judul | None:
    """Find a heading that names people and nothing to tell them apart by, if names stand below it."""
    for awal, baris in enumerate(lembar.baris[:BARIS_CARI]):
        label = _label([baris], awal, datar) if baris and _tanpa_angka(baris) else ()
        for kolom, satu in enumerate(label):
            if satu and _bidang(satu, kenal, mirip=False) == "nama" and _nama_di_bawah(lembar, awal + 1, kolom):
                return Judul(awal, 1, label, 0)
    return None


def _nama_di_bawah(lembar: LembarMentah, mulai: int, kolom: int) -> bool:
    """Tell whether what stands below in a column reads like names: letters, and not the same again and again."""
    isi = [t for b in lembar.baris[mulai : mulai + BARIS_CARI] if kolom < len(b) and (t := teks(b[kolom]))]
    nama = {t.upper() for t in isi if _NAMA.fullmatch(t)}
    return bool(nama) and len(nama) * 5 >= len(isi) * 3


def _tanpa_angka(baris: Sequence[Sel]) -> bool:
    return not any(isinstance(s, str) and _ANGKA_PANJANG.search(s) for s in baris)


def _mungkin_judul(baris: Sequence[Sel]) -> bool:
    """A heading has words, and no long number in it."""
    kata = [s for s in baris if isinstance(s, str) and s.strip()]
    return len(kata) >= 2 and _tanpa_angka(baris)


def _coba(lembar: LembarMentah, datar: _Datar, awal: int, tinggi: int, kenal: Pemetaan, *, mirip: bool) -> Judul | None:
    baris = lembar.baris[awal : awal + tinggi]
    if len(baris) < tinggi or not all(_bagian_judul(b) for b in baris[1:]):
        return None
    label = _label(baris, awal, datar)
    bidang = {b for satu in label if satu and (b := _bidang(satu, kenal, mirip=mirip))}
    nama = bidang & {"nama", "nama_kepala_keluarga", "nama_nik"}
    if not nama or not (
        bidang & {"nik", "no_kk", "nik_kk", "nama_nik", "ttl", "tanggal_lahir"} or len(bidang - _LEMAH) >= 3
    ):
        return None
    return Judul(awal, tinggi, label, len(bidang) * 10 - tinggi * 3 + _nilai_gabungan(lembar, awal, tinggi))


def _bidang(judul: str, kenal: Pemetaan, *, mirip: bool) -> str | None:
    polos = normal_judul(judul)
    return kenal[polos] if polos in kenal else cari_bidang(judul, mirip=mirip)[0]


def _nilai_gabungan(lembar: LembarMentah, awal: int, tinggi: int) -> int:
    """Cells merged downwards over exactly these rows prove that they are one heading."""
    turun = sum(b1 == awal and b2 == awal + tinggi - 1 for b1, _, b2, _ in lembar.gabungan)
    return 15 if tinggi > 1 and turun >= 2 else 0


def _bagian_judul(baris: Sequence[Sel]) -> bool:
    """A lower row of a heading: words, no date or long number, no row of column numbers."""
    isi = [s for s in baris if not kosong(s)]
    return (
        bool(isi) and all(isinstance(s, str) and not _ANGKA_PANJANG.search(s) for s in isi) and not baris_nomor(baris)
    )


def _label(baris: Sequence[Sequence[Sel]], awal: int, datar: Mapping[tuple[int, int], str]) -> tuple[str, ...]:
    """Join the rows of a heading column by column; a group above reaches over the columns that it spans."""
    lebar = min(max(map(len, baris)), LEBAR_MAKS)
    isi = [[_teks_judul(b, k) or datar.get((awal + n, k), "") for k in range(lebar)] for n, b in enumerate(baris)]
    for atas, bawah in pairwise(isi):
        _rentangkan(atas, bawah)
    label = isi[0]
    for bawah in isi[1:]:
        label = [bidang_bertingkat(a, b) for a, b in zip(label, bawah, strict=True)]
    return tuple(label)


def _teks_judul(baris: Sequence[Sel], kolom: int) -> str:
    sel = baris[kolom] if kolom < len(baris) else ""
    return sel.strip() if isinstance(sel, str) else teks(sel)


def _rentangkan(atas: list[str], bawah: Sequence[str]) -> None:
    """Without news of merged cells: a blank above words belongs to the group on its left that has words below it."""
    for kolom in range(1, len(atas)):
        if not atas[kolom] and bawah[kolom] and bawah[kolom - 1] and atas[kolom - 1]:
            atas[kolom] = atas[kolom - 1]


def _gabungan_datar(lembar: LembarMentah) -> dict[tuple[int, int], str]:
    """Return the texts of merged ranges for the cells that they cover to the right, near the top of the sheet."""
    datar = {}
    for b1, k1, b2, k2 in lembar.gabungan:
        if b1 < BARIS_CARI and k2 > k1 and b1 < len(lembar.baris) and k1 < len(lembar.baris[b1]):
            nilai = _teks_judul(lembar.baris[b1], k1)
            datar.update({(b1, k): nilai for k in range(k1 + 1, min(k2, LEBAR_MAKS) + 1) if b2 - b1 < TINGGI_JUDUL})
    return datar


def baris_nomor(baris: Sequence[Sel]) -> bool:
    """Tell whether a row only numbers the columns: 1 2 3 …, (1) (2) …, -1 -2 …, a b c …"""
    isi = [teks(s).strip("()[]. ") for s in baris if not kosong(s)]
    if len(isi) < 3:
        return False
    angka = [int(t) for t in isi if re.fullmatch(r"-?\d{1,3}", t)]
    if len(angka) == len(isi):
        langkah = {b - a for a, b in pairwise(angka)}
        return langkah in ({1}, {-1}) and abs(angka[0]) <= 2
    return all(len(t) == 1 for t in isi) and "".join(isi).lower() == "abcdefghijklmnopqrstuvwxyz"[: len(isi)]
