"""What every workbook shares: text that stays text, title rows, ruled headings, page set-up for Indonesian paper.

Sheets are written straight into the file, row by row, so that a list of any length keeps memory flat and nobody's data
lie in a temporary folder. CONTRIBUTING says why the XML is written here.
"""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO
from xml.sax.saxutils import quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl.utils import get_column_letter

from db.istilah import Kertas
from reports.buku_gaya import Gaya, Kerangka
from reports.buku_sel import PenulisBaris, xml_teks

_KODE_KERTAS = {Kertas.A4: 9, Kertas.F4: 14, Kertas.FOLIO: 14}  # 14 is folio 8.5 × 13 in, the nearest Excel knows to F4
_PADAT = 1  # the fastest level: a third larger than the best, three times as fast
_BLOK = 400  # rows handed over at a time
_RUANG = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_ISI, _ISI_TEBAL = Gaya(rata="atas", garis=True), Gaya(rata="atas", garis=True, tebal=True, latar=True)
_ISI_BUNGKUS = Gaya(rata="bungkus", garis=True)
_ISI_TANDA = Gaya(rata="atas", garis=True, tanda=True)
_POLOS = Gaya(tebal=True)
_CATATAN = Gaya(ukuran=8, miring=True)
_KEPALA = Gaya(tebal=True, rata="tengah", latar=True)
_NOMOR = Gaya(ukuran=8, miring=True, rata="tengah", latar=True)


class Buku:
    """A workbook in the making: sheets one after the other, each closed when the next begins."""

    def __init__(self, keluar: Path | BinaryIO) -> None:
        self._zip = ZipFile(keluar, "w", ZIP_DEFLATED, compresslevel=_PADAT)
        self.kerangka = Kerangka()
        self._lembar: Halaman | None = None
        self._aliran: Any = None

    @property
    def nama_lembar(self) -> list[str]:
        """Names of the sheets so far."""
        return self.kerangka.nama_lembar

    def mulai(self, lembar: "Halaman") -> None:
        """Close the sheet in hand and make `lembar` the one that is written."""
        self._tutup_lembar()
        bagian = ZipInfo(f"xl/worksheets/sheet{len(self.nama_lembar)}.xml")
        bagian.compress_type, bagian._compresslevel = ZIP_DEFLATED, _PADAT  # type: ignore[attr-defined]  # no other way
        self._lembar, self._aliran = lembar, self._zip.open(bagian, "w", force_zip64=True)

    def tulis(self, xml: str) -> None:
        """Write a piece of the sheet in hand."""
        self._aliran.write(xml.encode("utf-8"))

    def selesai(self) -> None:
        """Close the last sheet and write the frame."""
        self._tutup_lembar()
        self.kerangka.simpan(self._zip)
        self._zip.close()

    def batal(self) -> None:
        """Let go of the file as it is."""
        if self._aliran is not None:
            self._aliran.close()
        self._zip.close()

    def _tutup_lembar(self) -> None:
        if self._lembar is not None:
            self._lembar.tutup()
            self._aliran.close()
            self._lembar = self._aliran = None


@contextmanager
def buku_baru(keluar: Path | BinaryIO) -> Iterator[Buku]:
    """Give a workbook that is whole at the end; an error removes the file that was begun."""
    buku = Buku(keluar)
    try:
        yield buku
        buku.selesai()
    except BaseException:
        buku.batal()
        if isinstance(keluar, Path):
            keluar.unlink(missing_ok=True)
        raise


class Halaman:
    """A worksheet in the making: what goes into its cells, and how it prints."""

    def __init__(self, buku: Buku, nama: str, lebar: Sequence[float], *, kertas: Kertas, mendatar: bool = True) -> None:
        """Begin a sheet; `lebar` are column widths in characters."""
        self._buku = buku
        self._ws: Any = buku.kerangka.tambah(nama)
        self._lebar = tuple(lebar)
        self._kertas, self._mendatar = kertas, mendatar
        self._beku = (0, 0)
        self._saring = self._kaki = ""
        self._pilihan: list[str] = []
        self._baris: list[str] = []
        self._penulis = PenulisBaris(len(self._lebar))
        self._terbuka = False
        self.baris_kini = 0
        buku.mulai(self)

    def bekukan(self, baris: int, kolom: int = 0) -> None:
        """Freeze the rows down to `baris` and the first `kolom` columns; call it before the first row."""
        self._beku = (baris, kolom)

    def cetak_judul(self, awal: int, akhir: int) -> None:
        """Repeat rows `awal` to `akhir` on every printed page."""
        self._ws.print_title_rows = f"{awal}:{akhir}"

    def saring(self, awal: int, akhir: int) -> None:
        """Offer filter buttons on row `awal` for the rows down to `akhir`."""
        self._saring = f"A{awal}:{get_column_letter(len(self._lebar))}{max(awal, akhir)}"
        self._ws.auto_filter.ref = self._saring

    def pilihan(self, kolom: int, awal: int, akhir: int, sumber: str, *, bebas: bool = False) -> None:
        """Let cells of a column (from 1) be chosen from `sumber`: words in quotes, or a range of cells.

        `bebas` lets other words in as well.
        """
        daerah = f"{get_column_letter(kolom)}{awal}:{get_column_letter(kolom)}{max(awal, akhir)}"
        self._pilihan.append(
            f'<dataValidation type="list" allowBlank="1" showErrorMessage="{int(not bebas)}" sqref="{daerah}">'
            f"<formula1>{xml_teks(sumber)}</formula1></dataValidation>"
        )

    def kaki(self, kiri: str) -> None:
        """Print `kiri` and the page number at the foot of every page."""
        self._kaki = f"&L&8{kiri.replace('&', '&&')}&R&8Halaman &P dari &N"

    # --- rows ------------------------------------------------------------------------------------------------------

    def judul(self, teks: str, *, ukuran: int = 11, tebal: bool = True) -> None:
        """Write a title row, centred over all columns without merging (merged cells spoil sorting and filtering)."""
        kosong = [None] * (len(self._lebar) - 1)
        self._tambah([teks, *kosong], Gaya(ukuran=ukuran, tebal=tebal, rata="melebar"))

    def kosong(self) -> None:
        """Leave a row empty."""
        self._tambah([], _ISI)

    def catatan(self, teks: str) -> None:
        """Write a line of plain words at the left."""
        self._tambah([teks], _CATATAN)

    def polos(self, nilai: Sequence[Any]) -> None:
        """Write a row of somebody else's title lines as it stood, without rules."""
        self._tambah(nilai, _POLOS)

    def kepala(self, judul: Sequence[str], *, bernomor: bool = True) -> None:
        """Write the headings and, below, the row of column numbers that government lists carry."""
        self._tambah(judul, _KEPALA)
        if bernomor:
            self._tambah([str(i) for i in range(1, len(judul) + 1)], _NOMOR)

    def pembuka(
        self, judul: str, catatan: Sequence[str], kepala: Sequence[str], *, beku: int = 2, ukuran: int = 13
    ) -> int:
        """Begin a list: title, plain lines, one row of headings that stays on screen and on every printed page.

        Args:
            beku: columns that stay too.

        Returns:
            the row of the headings.
        """
        di = 2 + len(catatan)
        self.bekukan(di, beku)
        self.judul(judul, ukuran=ukuran)
        for teks in catatan:
            self.catatan(teks)
        self.kepala(kepala, bernomor=False)
        self.cetak_judul(di, di)
        return di

    def isi(self, nilai: Sequence[Any], *, tebal: bool = False, bungkus: bool = False) -> None:
        """Write a row: text stays text, an int has thousands, a date is DD-MM-YYYY, None an empty ruled cell.

        `bungkus` breaks long words of a cell over several lines instead of running out of the page.
        """
        self._tambah(nilai, _ISI_TEBAL if tebal else _ISI_BUNGKUS if bungkus else _ISI)

    def isi_bertanda(self, nilai: Sequence[Any], mana: Collection[int]) -> None:
        """Write a row of which the cells at `mana` (from 0) are coloured."""
        gaya, tanda = self._buku.kerangka.gaya(_ISI), self._buku.kerangka.gaya(_ISI_TANDA)
        self._simpan(self._penulis.xml_bertanda(nilai, gaya, tanda, mana))

    def _tambah(self, nilai: Sequence[Any], gaya: Gaya) -> None:
        self._simpan(self._penulis.xml(nilai, self._buku.kerangka.gaya(gaya)))

    def _simpan(self, xml: str) -> None:
        self._baris.append(xml)
        self.baris_kini += 1
        if len(self._baris) >= _BLOK:
            self._keluarkan()

    def _keluarkan(self) -> None:
        if not self._terbuka:
            self._buku.tulis(self._xml_kepala())
            self._terbuka = True
        self._buku.tulis("".join(self._baris))
        self._baris.clear()

    # --- around the rows -------------------------------------------------------------------------------------------

    def tutup(self) -> None:
        """Write what follows the rows; the workbook asks for it."""
        self._keluarkan()
        arah = "landscape" if self._mendatar else "portrait"
        pilihan = f'<dataValidations count="{len(self._pilihan)}">{"".join(self._pilihan)}</dataValidations>'
        bagian = (
            "</sheetData>",
            f'<autoFilter ref="{self._saring}"/>' if self._saring else "",
            pilihan if self._pilihan else "",
            '<printOptions horizontalCentered="1"/>',
            '<pageMargins left="0.5" right="0.4" top="0.6" bottom="0.7" header="0.3" footer="0.35"/>',
            f'<pageSetup paperSize="{_KODE_KERTAS[self._kertas]}" orientation="{arah}" fitToHeight="0"/>',
            f"<headerFooter><oddFooter>{xml_teks(self._kaki)}</oddFooter></headerFooter>" if self._kaki else "",
            "</worksheet>",
        )
        self._buku.tulis("".join(bagian))

    def _xml_kepala(self) -> str:
        """What stands before the rows, in the order that spreadsheets demand."""
        kolom = "".join(
            f'<col min="{i}" max="{i}" width="{lebar:g}" customWidth="1"/>' for i, lebar in enumerate(self._lebar, 1)
        )
        pertama = ' tabSelected="1"' if len(self._buku.nama_lembar) == 1 else ""
        return (
            f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns={quoteattr(_RUANG)}>'
            '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
            f'<sheetViews><sheetView{pertama} workbookViewId="0">{self._xml_beku()}</sheetView></sheetViews>'
            f'<sheetFormatPr defaultRowHeight="15"/><cols>{kolom}</cols><sheetData>'
        )

    def _xml_beku(self) -> str:
        baris, kolom = self._beku
        if not baris and not kolom:
            return ""
        sisi = "bottomRight" if baris and kolom else "bottomLeft" if baris else "topRight"
        x = f' xSplit="{kolom}"' if kolom else ""
        y = f' ySplit="{baris}"' if baris else ""
        sel = f"{get_column_letter(kolom + 1)}{baris + 1}"
        return f'<pane{x}{y} topLeftCell="{sel}" activePane="{sisi}" state="frozen"/><selection pane="{sisi}"/>'
