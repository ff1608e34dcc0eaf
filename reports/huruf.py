"""The fonts of every PDF: Liberation Sans, bundled, because a document must look the same on every office's machine.

Widths equal Arial's, which the letter rules name (Permendagri 1/2023 as quoted by offices: Arial 11 or 12).
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from io import BytesIO

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from resources import berkas

BIASA = "LiberationSans"
TEBAL = "LiberationSans-Bold"
MIRING = "LiberationSans-Italic"
TEBAL_MIRING = "LiberationSans-BoldItalic"

_BERKAS = {
    BIASA: "LiberationSans-Regular.ttf",
    TEBAL: "LiberationSans-Bold.ttf",
    MIRING: "LiberationSans-Italic.ttf",
    TEBAL_MIRING: "LiberationSans-BoldItalic.ttf",
}


@cache
def daftarkan_huruf() -> None:
    """Register the bundled fonts with reportlab, once per process; page streams stay binary, a fifth smaller."""
    rl_config.useA85 = 0
    for nama, isi in _BERKAS.items():
        pdfmetrics.registerFont(TTFont(nama, BytesIO(berkas("huruf", isi).read_bytes())))
    pdfmetrics.registerFontFamily(BIASA, normal=BIASA, bold=TEBAL, italic=MIRING, boldItalic=TEBAL_MIRING)


def bersih(teks: str) -> str:
    """Return `teks` on one line: control characters, tabs and no-break spaces become plain spaces, runs of them one."""
    if teks.isascii() and teks.isprintable() and "  " not in teks:
        return teks.strip()
    return " ".join("".join(h if h.isprintable() else " " for h in teks).split())


def lebar_teks(teks: str, huruf: str, ukuran: float) -> float:
    """Return the width of `teks` in points."""
    try:
        return sum(map(_lebar_huruf(huruf).__getitem__, teks)) * ukuran
    except KeyError:
        return float(pdfmetrics.stringWidth(teks, huruf, ukuran))


@cache
def _lebar_huruf(huruf: str) -> dict[str, float]:
    """Widths of a font's letters at size 1: adding them up here is three times faster than asking the library."""
    return {chr(kode): lebar / 1000 for kode, lebar in pdfmetrics.getFont(huruf).face.charWidths.items()}


@lru_cache(maxsize=4096)
def patahkan(teks: str, huruf: str, ukuran: float, lebar: float) -> tuple[str, ...]:
    """Break `teks` into lines no wider than `lebar` points; always at least one line, which may be empty.

    Breaks at spaces, inside a word only when the word alone is too wide; a line feed in `teks` stays a break.
    Remembered, because the same words recur on every receipt and page.
    """
    if "\n" in teks:
        return tuple(baris for bagian in teks.split("\n") for baris in patahkan(bagian, huruf, ukuran, lebar))
    teks = bersih(teks)
    if lebar_teks(teks, huruf, ukuran) <= lebar:
        return (teks,)
    return tuple(_patahkan(teks, huruf, ukuran, lebar))


def _patahkan(teks: str, huruf: str, ukuran: float, lebar: float) -> Iterator[str]:
    """Fill lines greedily with the words of `teks`."""
    spasi = lebar_teks(" ", huruf, ukuran)
    kini: list[str] = []
    terpakai = 0.0
    for kata in teks.split(" "):
        panjang = lebar_teks(kata, huruf, ukuran)
        if kini and terpakai + spasi + panjang <= lebar:
            kini.append(kata)
            terpakai += spasi + panjang
            continue
        if kini:
            yield " ".join(kini)
        *penuh, sisa = _potong(kata, huruf, ukuran, lebar)
        yield from penuh
        kini, terpakai = [sisa], lebar_teks(sisa, huruf, ukuran)
    yield " ".join(kini)


def _potong(kata: str, huruf: str, ukuran: float, lebar: float) -> Iterator[str]:
    """Yield pieces of one word, each as wide as fits; one letter is always taken."""
    awal = 0
    if lebar_teks(kata, huruf, ukuran) <= lebar:
        yield kata
        return
    for akhir in range(2, len(kata) + 1):
        if lebar_teks(kata[awal:akhir], huruf, ukuran) > lebar:
            yield kata[awal : akhir - 1]
            awal = akhir - 1
    yield kata[awal:]


def muat(teks: str, huruf: str, ukuran: float, lebar: float, terkecil: float = 6.0) -> float:
    """Return the largest size from `terkecil` to `ukuran` points at which `teks` is no wider than `lebar`."""
    wajar = lebar_teks(teks, huruf, ukuran)
    return ukuran if wajar <= lebar else max(terkecil, ukuran * lebar / wajar)
