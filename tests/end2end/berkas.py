"""What stands in the files that the window saved: receipts with their codes, the BNBA workbook, reports."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import zxingcpp
from openpyxl import load_workbook
from pypdfium2 import PdfTextPage

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
            tinggi = halaman.get_size()[1]
            teks = halaman.get_textpage()
            for kode in zxingcpp.read_barcodes(gambar_pdf(berkas, nomor, SKALA)):
                atas = kode.position.top_left.y / SKALA < tinggi / 2
                dasar = tinggi / 2 if atas else 0
                hasil.append(_slip(kode.text, teks, halaman.get_size()[0], dasar, dasar + tinggi / 2))
            teks.close()
            halaman.close()
    return hasil


def _slip(kode: str, teks: PdfTextPage, lebar: float, dasar: float, atas: float) -> Slip:
    tertulis = re.search(r"SLR1-\S+", teks.get_text_bounded(0, dasar, lebar, atas))
    assert tertulis, kode
    nama, nik = (_di_kanan(teks, label, lebar, dasar, atas) for label in ("Nama penerima", "NIK"))
    return Slip(kode, tertulis.group(), nama, nik.replace(" ", ""))


def _di_kanan(teks: PdfTextPage, label: str, lebar: float, dasar: float, atas: float) -> str:
    """Return what stands behind a label on its line, whatever the order in which the page was drawn."""
    cari = teks.search(label, match_case=True, match_whole_word=True)
    while temu := cari.get_next():
        _, bawah, kanan, puncak = teks.get_charbox(temu[0] + temu[1] - 1)
        isi = " ".join(teks.get_text_bounded(kanan, bawah - 1, lebar, puncak + 1).split())
        if dasar <= bawah < atas and isi.startswith(":") and isi.strip(" :"):
            cari.close()
            return isi.strip(" :")
    raise AssertionError(f"{label}: not on the receipt")


def periksa_bnba(berkas: Path, slip: list[Slip], nilai: int) -> None:
    """Compare the workbook with the receipts: the same people, identifiers as text, totals that agree."""
    buku = load_workbook(berkas)
    judul, orang = _tabel(buku["BNBA"])
    assert [(b["NAMA"].value, b["NIK"].value) for b in orang] == [(s.nama, s.nik) for s in slip]
    for kolom in ("NIK", "NO. KK"):
        assert {(b[kolom].data_type, b[kolom].number_format) for b in orang if b[kolom].value} == {("s", "@")}
    assert {b["NILAI BANTUAN (Rp)"].value for b in orang} == {nilai}
    akhir = [sel.value for sel in list(buku["BNBA"].rows)[-1]]
    assert f"{len(slip)} orang" in akhir
    assert akhir[judul.index("NILAI BANTUAN (Rp)")] == len(slip) * nilai
    _, desa = _tabel(buku["Rekap per desa"])
    assert sum(b["JUMLAH ORANG"].value for b in desa) == len(slip)
    assert sum(b["NILAI BANTUAN (Rp)"].value for b in desa) == len(slip) * nilai


def _tabel(lembar: Any) -> tuple[list[str], list[dict[str, Any]]]:
    """Return headings and the numbered rows below them, each cell under its heading."""
    atas = next(n for n, b in enumerate(lembar.iter_rows(values_only=True), 1) if b[0] == "NO")
    judul = [sel.value for sel in lembar[atas]]
    baris = [dict(zip(judul, sel, strict=True)) for sel in lembar.iter_rows(min_row=atas + 1)]
    nomor = [sel.value for sel in lembar[atas + 1]] == list(range(1, len(judul) + 1))  # columns may be numbered
    return judul, [b for b in baris[nomor:] if isinstance(b["NO"].value, int)]
