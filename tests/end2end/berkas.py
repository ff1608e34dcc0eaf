"""What stands in the files that the window saved: receipts with their codes, the BNBA workbook, reports."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import zxingcpp
from openpyxl import load_workbook

from tests.helpers.pdf import buka_pdf, gambar_pdf

SKALA = 2.5  # pixels a point at which codes are read


@dataclass(frozen=True)
class Slip:
    """One receipt as it is printed: the code of its picture, the code below it, and whom it names."""

    kode: str
    kode_tertulis: str
    nama: str
    nik: str


def baca_tanda_terima(berkas: Path) -> list[Slip]:
    """Read every receipt: the picture's code with the words of the same half of the sheet."""
    hasil = []
    with buka_pdf(berkas) as dokumen:
        for nomor, halaman in enumerate(dokumen):
            lebar, tinggi = halaman.get_size()
            teks = halaman.get_textpage()
            for kode in zxingcpp.read_barcodes(gambar_pdf(berkas, nomor, SKALA)):
                atas = kode.position.top_left.y / SKALA < tinggi / 2
                dasar = tinggi / 2 if atas else 0
                hasil.append(_slip(kode.text, teks.get_text_bounded(0, dasar, lebar, dasar + tinggi / 2)))
            teks.close()
            halaman.close()
    return hasil


def _slip(kode: str, teks: str) -> Slip:
    rata = " ".join(teks.split())
    tertulis = re.search(r"SLR1-\S+", rata)
    isi = re.search(r"Nama penerima : (.+?) NIK : ([\d ]+\d)", rata)
    assert tertulis, rata
    assert isi, rata
    return Slip(kode, tertulis.group(), isi.group(1), isi.group(2).replace(" ", ""))


def baca_bnba(berkas: Path) -> tuple[list[dict[str, Any]], list[tuple[Any, ...]]]:
    """Return the people of the workbook by heading, identifiers as their cells hold them, and the rows of the recap."""
    buku = load_workbook(berkas)
    lembar = buku["BNBA"]
    atas = next(n for n, b in enumerate(lembar.iter_rows(values_only=True), 1) if b[0] == "NO")
    judul = [sel.value for sel in lembar[atas]]
    orang = [dict(zip(judul, baris, strict=True)) for baris in lembar.iter_rows(min_row=atas + 1, values_only=True)]
    print(judul)
    print(orang[:3], orang[-1])
    print(list(buku["Rekap per desa"].iter_rows(values_only=True)))
    return [b for b in orang if isinstance(b["NO"], int)], list(buku["Rekap per desa"].iter_rows(values_only=True))
