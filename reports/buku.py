"""What every workbook shares: text that stays text, title rows, ruled headings, page set-up for Indonesian paper.

Written row by row (openpyxl's write-only mode), so that a list of any length keeps memory flat. A string always gets
the type "s" after its value: openpyxl makes a formula of `=cmd|…`, and a NIK as a number would lose its last digit.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import WorkbookAlreadySaved
from openpyxl.worksheet.page import PageMargins

from db.istilah import Kertas

HURUF = "Arial"
_KODE_KERTAS = {Kertas.A4: 9, Kertas.F4: 14, Kertas.FOLIO: 14}  # 14 is folio 8.5 × 13 in, the nearest Excel knows to F4
_TERLARANG = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udfff]")
_SISI = Side(style="thin", color="808080")
_GARIS = Border(left=_SISI, right=_SISI, top=_SISI, bottom=_SISI)
_LATAR = PatternFill("solid", fgColor="E3EAE6")
_TENGAH = Alignment(horizontal="center", vertical="center", wrap_text=True)
_LEBAR = Alignment(horizontal="centerContinuous", vertical="center")
_ATAS = Alignment(vertical="top")
_BIASA = Font(HURUF, 9)
_TEBAL = Font(HURUF, 9, bold=True)
_MIRING = Font(HURUF, 8, italic=True)
UANG = "#,##0"
TANGGAL = "DD-MM-YYYY"
_AWAL_RUMUS = ("=", "+", "-", "@")  # a cell edited by hand must not turn into a formula either
_FORMAT: dict[type, str] = {str: "@", int: UANG, date: TANGGAL}
_TERTUA = date(1900, 3, 1)  # spreadsheets know no day before it that they agree on


@contextmanager
def buku_baru(keluar: Path | BinaryIO) -> Iterator[Workbook]:
    """Give a workbook that is saved to `keluar` at the end; an error leaves none of its temporary files behind."""
    buku = Workbook(write_only=True)
    try:
        yield buku
        buku.save(keluar)
    except BaseException:
        _buang_sementara(buku)
        raise
    finally:
        buku.close()


def _buang_sementara(buku: Workbook) -> None:
    """Close and remove the files in which openpyxl collects rows: they hold people's data in the clear."""
    for lembar in buku.worksheets:
        penulis: Any = getattr(lembar, "_writer", None)
        if penulis is not None:
            with suppress(WorkbookAlreadySaved):
                lembar.close()
            Path(penulis.out).unlink(missing_ok=True)


class Halaman:
    """A worksheet in the making: what goes into its cells, and how it prints."""

    def __init__(
        self, buku: Workbook, nama: str, lebar: Sequence[float], *, kertas: Kertas, mendatar: bool = True
    ) -> None:
        """Begin a sheet; `lebar` are column widths in characters."""
        self._ws: Any = buku.create_sheet(nama)
        self._kolom = len(lebar)
        self._gaya: dict[tuple[Any, ...], tuple[Any, Font, Alignment | None]] = {}
        self.baris_kini = 0
        for urutan, w in enumerate(lebar, 1):
            self._ws.column_dimensions[get_column_letter(urutan)].width = w
        self._ws.page_setup.paperSize = _KODE_KERTAS[kertas]
        self._ws.page_setup.orientation = "landscape" if mendatar else "portrait"
        self._ws.page_setup.fitToWidth = 1
        self._ws.page_setup.fitToHeight = 0
        self._ws.sheet_properties.pageSetUpPr.fitToPage = True
        self._ws.page_margins = PageMargins(left=0.5, right=0.4, top=0.6, bottom=0.7, header=0.3, footer=0.35)

    def bekukan(self, baris: int, kolom: int = 0) -> None:
        """Freeze the rows down to `baris` and the first `kolom` columns; call it before the first row."""
        self._ws.freeze_panes = f"{get_column_letter(kolom + 1)}{baris + 1}"

    def cetak_judul(self, awal: int, akhir: int) -> None:
        """Repeat rows `awal` to `akhir` on every printed page."""
        self._ws.print_title_rows = f"{awal}:{akhir}"

    def saring(self, awal: int, akhir: int) -> None:
        """Offer filter buttons on row `awal` for the rows down to `akhir`."""
        self._ws.auto_filter.ref = f"A{awal}:{get_column_letter(self._kolom)}{max(awal, akhir)}"

    def kaki(self, kiri: str) -> None:
        """Print `kiri` and the page number at the foot of every page."""
        self._ws.oddFooter.left.text = kiri.replace("&", "&&")
        self._ws.oddFooter.left.size = 8
        self._ws.oddFooter.right.text = "Halaman &P dari &N"
        self._ws.oddFooter.right.size = 8

    # --- rows ------------------------------------------------------------------------------------------------------

    def judul(self, teks: str, *, ukuran: int = 11, tebal: bool = True) -> None:
        """Write a title row, centred over all columns without merging (merged cells spoil sorting and filtering)."""
        huruf = Font(HURUF, ukuran, bold=tebal)
        self._tambah([self._sel(teks if i == 0 else None, huruf=huruf, rata=_LEBAR) for i in range(self._kolom)])

    def kosong(self) -> None:
        """Leave a row empty."""
        self._tambah([])

    def catatan(self, teks: str) -> None:
        """Write a line of plain words at the left."""
        self._tambah([self._sel(teks, huruf=_MIRING)])

    def kepala(self, judul: Sequence[str], *, bernomor: bool = True) -> None:
        """Write the headings and, below, the row of column numbers that government lists carry."""
        self._tambah([self._sel(t, huruf=_TEBAL, rata=_TENGAH, latar=True) for t in judul])
        if bernomor:
            nomor = [self._sel(str(i), huruf=_MIRING, rata=_TENGAH, latar=True) for i in range(1, len(judul) + 1)]
            self._tambah(nomor)

    def isi(self, nilai: Sequence[Any], *, tebal: bool = False) -> None:
        """Write a row: text stays text, an int has thousands, a date is DD-MM-YYYY, None an empty ruled cell."""
        huruf = _TEBAL if tebal else _BIASA
        self._tambah([self._sel(v, huruf=huruf, rata=_ATAS, latar=tebal, garis=True) for v in nilai])

    def _tambah(self, sel: list[Any]) -> None:
        self._ws.append(sel)
        self.baris_kini += 1

    def _sel(
        self, nilai: Any, *, huruf: Font, rata: Alignment | None = None, latar: bool = False, garis: bool = False
    ) -> Any:
        """Make a cell; the style of each kind of cell is worked out once and then shared."""
        if isinstance(nilai, date) and nilai < _TERTUA:
            nilai = f"{nilai:%d-%m-%Y}"
        if isinstance(nilai, str):
            nilai = _TERLARANG.sub(" ", nilai)
        sel: Any = WriteOnlyCell(self._ws, value=nilai)
        rawan = isinstance(nilai, str) and nilai.startswith(_AWAL_RUMUS)
        kunci = (type(nilai), rawan, id(huruf), id(rata), latar, garis)
        if kunci not in self._gaya:
            self._beri_gaya(sel, nilai, huruf, rata, latar, garis)
            sel.quotePrefix = rawan
            self._gaya[kunci] = (sel._style, huruf, rata)
        sel._style = self._gaya[kunci][0]
        if isinstance(nilai, str):
            sel.data_type = "s"
        return sel

    @staticmethod
    def _beri_gaya(sel: Any, nilai: Any, huruf: Font, rata: Alignment | None, latar: bool, garis: bool) -> None:
        """Set font, format, alignment, ground and lines."""
        sel.font = huruf
        sel.number_format = _FORMAT.get(type(nilai), "General")
        if rata is not None:
            sel.alignment = rata
        if latar:
            sel.fill = _LATAR
        if latar or garis:
            sel.border = _GARIS
