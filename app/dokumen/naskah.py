"""The wording of documents: paragraphs by section, kept in `resources/naskah`, with named fields to fill in.

A file is plain UTF-8 text: a line `[bagian]` opens a section, a blank line ends a paragraph, `{nama}` is a field. The
words stand apart from the code so that an office's own version can take their place.
"""

import re
from functools import cache

from db.galat import BugError
from resources import berkas

_BAGIAN = re.compile(r"^\[(\w+)\]$", re.MULTILINE)
BIDANG = re.compile(r"\{(\w+)\}")


@cache
def baca_naskah(kode: str) -> dict[str, tuple[str, ...]]:
    """Return the paragraphs of the shipped text `kode` by section."""
    potongan = _BAGIAN.split(berkas("naskah", f"{kode}.txt").read_text(encoding="utf-8"))
    return {nama: _paragraf(isi) for nama, isi in zip(potongan[1::2], potongan[2::2], strict=True)}


def _paragraf(isi: str) -> tuple[str, ...]:
    """Split at blank lines; line breaks inside a paragraph are only the file's own."""
    return tuple(" ".join(p.split()) for p in re.split(r"\n\s*\n", isi) if p.strip())


def isi_naskah(kode: str, fakta: dict[str, str]) -> dict[str, tuple[str, ...]]:
    """Return the paragraphs of `kode` with every field filled in.

    A paragraph one of whose fields is empty is left out: a sentence without its fact must not be printed.

    Raises:
        BugError: the text names a field that `fakta` does not know.
    """
    return {
        nama: tuple(terisi for p in daftar if (terisi := isi_paragraf(p, fakta)))
        for nama, daftar in baca_naskah(kode).items()
    }


def isi_paragraf(paragraf: str, fakta: dict[str, str]) -> str:
    """Fill in one paragraph; empty when one of its fields is."""
    bidang = BIDANG.findall(paragraf)
    if asing := [b for b in bidang if b not in fakta]:
        raise BugError(f"unknown field in a document text: {', '.join(asing)}")
    if any(not fakta[b] for b in bidang):
        return ""
    return BIDANG.sub(lambda m: fakta[m[1]], paragraf)
