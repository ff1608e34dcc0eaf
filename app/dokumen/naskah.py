"""The wording of documents: paragraphs by section, kept in `resources/naskah`, with named fields to fill in.

A file is plain UTF-8 text: a line `[bagian]` opens a section, a blank line ends a paragraph, `{nama}` is a field;
`daftar.json` says what sections and fields are called for who edits them. The words stand apart from the code so that
an office's own version (`app.templat`) can take their place. Filling in is plain replacement: a text is never code.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from db.galat import BugError
from resources import berkas

_BAGIAN = re.compile(r"^\[(\w+)\]$", re.MULTILINE)
BIDANG = re.compile(r"\{(\w+)\}")
_KURUNG = re.compile(r"\{[^{}\n]*\}|[{}]")
Kata = Mapping[str, tuple[str, ...]]
"""Paragraphs by section."""


@dataclass(frozen=True, slots=True)
class BagianNaskah:
    """A section of a text: what it is called, whether it is one paragraph, whether it may not be empty."""

    kode: str
    judul: str
    satu: bool
    wajib: bool


@dataclass(frozen=True, slots=True)
class RupaNaskah:
    """What can be edited: the sections of a text, and the fields it may use with what each one says."""

    kode: str
    judul: str
    bagian: tuple[BagianNaskah, ...]
    bidang: Mapping[str, str]

    def satu(self, bagian: str) -> BagianNaskah:
        """Return a section by its code."""
        return next(b for b in self.bagian if b.kode == bagian)


@cache
def rupa_naskah() -> Mapping[str, RupaNaskah]:
    """Return every text that an office may edit, by code, in the order of their titles."""
    isi = json.loads(berkas("naskah", "daftar.json").read_text(encoding="utf-8"))
    semua = [_rupa(kode, n, isi["bidang"]) for kode, n in isi["naskah"].items()]
    return {r.kode: r for r in sorted(semua, key=lambda r: r.judul)}


def _rupa(kode: str, n: dict[str, object], nama: Mapping[str, str]) -> RupaNaskah:
    bagian, satu, wajib, bidang = (n.get(k) or () for k in ("bagian", "satu", "wajib", "bidang"))
    assert isinstance(bagian, dict)
    assert isinstance(satu, list | tuple)
    assert isinstance(wajib, list | tuple)
    assert isinstance(bidang, list | tuple)
    daftar = tuple(BagianNaskah(k, str(j), k in satu, k in satu or k in wajib) for k, j in bagian.items())
    return RupaNaskah(kode, str(n["judul"]), daftar, {str(b): nama[str(b)] for b in bidang})


@cache
def baca_naskah(kode: str) -> dict[str, tuple[str, ...]]:
    """Return the paragraphs of the shipped text `kode` by section."""
    teks = berkas("naskah", f"{kode}.txt").read_text(encoding="utf-8")
    return {nama: paragraf(isi) for nama, isi in urai_bagian(teks).items()}


def urai_bagian(teks: str) -> dict[str, str]:
    """Cut a text at its `[bagian]` lines; what stands before the first belongs to none."""
    potongan = _BAGIAN.split(teks.replace("\r\n", "\n"))
    return {nama: isi.strip() for nama, isi in zip(potongan[1::2], potongan[2::2], strict=True)}


def paragraf(isi: str) -> tuple[str, ...]:
    """Split at blank lines; line breaks inside a paragraph are only those of who wrote it."""
    return tuple(" ".join(p.split()) for p in re.split(r"\n\s*\n", isi) if p.strip())


def bidang_asing(teks: str, dikenal: Iterable[str]) -> list[str]:
    """Return what looks like a field but is none: unknown names, and braces that do not close."""
    dikenal = {f"{{{b}}}" for b in dikenal}
    return [t for t in dict.fromkeys(_KURUNG.findall(teks)) if t not in dikenal]


def isi_paragraf(teks: str, fakta: Mapping[str, str]) -> str:
    """Fill in one paragraph; empty when one of its fields is.

    Raises:
        BugError: the text names a field that `fakta` does not know.
    """
    bidang = BIDANG.findall(teks)
    if asing := [b for b in bidang if b not in fakta]:
        raise BugError(f"unknown field in a document text: {', '.join(asing)}")
    if any(not fakta[b] for b in bidang):
        return ""
    return BIDANG.sub(lambda m: tanpa_ulang(teks[: m.start()], fakta[m[1]]), teks)


def tanpa_ulang(sebelum: str, nilai: str) -> str:
    """Return what follows `sebelum`, a word that both share said once: `Penyaluran ` before `Penyaluran BALAKAS`."""
    akhir = sebelum.removesuffix(" ").rpartition(" ")[2]
    awal, _, sisa = nilai.partition(" ")
    sama = sebelum.endswith(" ") and akhir.isalpha() and akhir.lower() == awal.lower()
    return sisa if sama and sisa else nilai


def isi_kata(kata: Kata, fakta: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Fill in all sections. A fact of several lines makes a paragraph of each.

    A paragraph one of whose fields is empty is left out: a sentence without its fact must not be printed.

    Raises:
        BugError: the text names a field that `fakta` does not know.
    """
    return {
        nama: tuple(baris for p in daftar for baris in isi_paragraf(p, fakta).split("\n") if baris)
        for nama, daftar in kata.items()
    }


def isi_percobaan(kode: str, kata: Kata, fakta: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Fill in words that are still being edited: what would not be printed stands there and says why."""
    bidang = rupa_naskah()[kode].bidang
    return {
        nama: tuple(baris for p in daftar for baris in _coba(p, fakta, bidang).split("\n"))
        for nama, daftar in kata.items()
    }


def _coba(teks: str, fakta: Mapping[str, str], bidang: Mapping[str, str]) -> str:
    """Fill in one paragraph of a text in the making."""
    if asing := bidang_asing(teks, bidang):
        return f"[{', '.join(asing)} bukan isian naskah ini] {teks}"
    kosong = [bidang[b] for b in dict.fromkeys(BIDANG.findall(teks)) if not fakta.get(b)]
    if kosong:
        return f"[tidak dicetak pada kegiatan ini, kosong: {', '.join(kosong)}] {teks}"
    return isi_paragraf(teks, fakta)
