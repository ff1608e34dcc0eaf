"""How cells look, and the frame of a workbook: openpyxl makes both, rows are written beside it.

openpyxl knows styles, defined names and the parts of the file; what it is slow at is cells. So it saves a workbook of
empty sheets, and the sheets are then put in from elsewhere.
"""

from dataclasses import dataclass
from datetime import date
from functools import partial
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from reports.buku_sel import GayaSel, Jenis, Rawan

HURUF = "Arial"
_SISI = Side(style="thin", color="808080")
_GARIS = Border(left=_SISI, right=_SISI, top=_SISI, bottom=_SISI)
_LATAR = PatternFill("solid", fgColor="E3EAE6")
_TANDA = PatternFill("solid", fgColor="FBD9D3")
_RATA = {
    "": None,
    "tengah": Alignment(horizontal="center", vertical="center", wrap_text=True),
    "melebar": Alignment(horizontal="centerContinuous", vertical="center"),
    "atas": Alignment(vertical="top"),
    "bungkus": Alignment(vertical="top", wrap_text=True),
}
UANG = "#,##0"
TANGGAL = "DD-MM-YYYY"
_FORMAT: dict[Jenis, str] = {str: "@", Rawan: "@", int: UANG, date: TANGGAL}


@dataclass(frozen=True, slots=True)
class Gaya:
    """The look of a row's cells; what their values are adds the format."""

    ukuran: int = 9
    tebal: bool = False
    miring: bool = False
    rata: str = ""
    latar: bool = False
    garis: bool = False
    tanda: bool = False


class Kerangka:
    """The workbook around the sheets."""

    def __init__(self) -> None:
        self._buku = Workbook()
        self._buku.remove(self._buku.worksheets[0])
        self._buku.properties.creator = "Salur"
        self._gaya: dict[Gaya, GayaSel] = {}
        self._terpakai = 0

    @property
    def nama_lembar(self) -> list[str]:
        """Names of the sheets, in order."""
        return list(self._buku.sheetnames)

    def tambah(self, nama: str) -> Any:
        """Add a sheet and return openpyxl's own, for what the workbook says about it (names, filters)."""
        return self._buku.create_sheet(nama)

    def gaya(self, gaya: Gaya) -> GayaSel:
        """Return which style cells of a row of this look have, by the kind of their values."""
        if gaya not in self._gaya:
            self._gaya[gaya] = partial(self._nomor, gaya)
        return self._gaya[gaya]

    def _nomor(self, gaya: Gaya, jenis: Jenis) -> int:
        """Have openpyxl number a style, by a cell of its own: it changes the style of a cell in place."""
        self._terpakai += 1
        sel: Any = self._buku.worksheets[0].cell(1, self._terpakai)
        sel.font = Font(HURUF, gaya.ukuran, bold=gaya.tebal, italic=gaya.miring)
        sel.number_format = _FORMAT.get(jenis, "General")
        sel.alignment = _RATA[gaya.rata] or Alignment()
        sel.fill = _TANDA if gaya.tanda else _LATAR if gaya.latar else PatternFill()
        sel.border = _GARIS if gaya.garis or gaya.latar else Border()
        sel.quotePrefix = jenis is Rawan
        return int(sel.style_id)

    def simpan(self, ke: ZipFile) -> None:
        """Put every part but the sheets into `ke`."""
        sementara = BytesIO()
        self._buku.save(sementara)
        with ZipFile(sementara) as dari:
            for bagian in dari.infolist():
                if not bagian.filename.startswith("xl/worksheets/"):
                    ke.writestr(bagian.filename, dari.read(bagian))
