"""XML Spreadsheet 2003 as programs of the government write it, for the tests of the import."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from openpyxl.utils import range_boundaries

from tests.helpers.lembar import Galat, Lembar, Rumus

_SS = "urn:schemas-microsoft-com:office:spreadsheet"
_KEPALA = (
    '<?xml version="1.0"{sandi}?>\n<?mso-application progid="Excel.Sheet"?>\n'
    f'<Workbook xmlns="{_SS}" xmlns:o="urn:schemas-microsoft-com:office:office" '
    f'xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:ss="{_SS}" xmlns:html="http://www.w3.org/TR/REC-html40">\n'
)


def _data(nilai: Any) -> str:
    match nilai:
        case bool():
            return f'<Data ss:Type="Boolean">{int(nilai)}</Data>'
        case date():
            return f'<Data ss:Type="DateTime">{nilai.isoformat()}T00:00:00.000</Data>'
        case int() | float():
            return f'<Data ss:Type="Number">{nilai}</Data>'
        case Galat(isi):
            return f'<Data ss:Type="Error">{escape(isi)}</Data>'
        case Rumus(_, None):
            return ""
        case Rumus(_, isi):
            return _data(isi)
    return f'<Data ss:Type="String">{escape(str(nilai))}</Data>'


def _gabung(lembar: Lembar) -> dict[tuple[int, int], tuple[int, int]]:
    """Return how far each merged range reaches to the right and down, by its first cell (from 1)."""
    semua = (range_boundaries(satu) for satu in lembar.gabung)
    return {(b1, k1): (k2 - k1, b2 - b1) for k1, b1, k2, b2 in semua}


def _baris(nomor: int, isi: Sequence[Any], lembar: Lembar, indeks: bool) -> str:
    gabung, sel, ke = _gabung(lembar), [], 1
    for kolom, nilai in enumerate(isi, 1):
        if nilai is None:
            continue
        lebar, tinggi = gabung.get((nomor, kolom), (0, 0))
        sifat = f' ss:Index="{kolom}"' if kolom != ke else ""
        sifat += f' ss:MergeAcross="{lebar}"' * bool(lebar) + f' ss:MergeDown="{tinggi}"' * bool(tinggi)
        sifat += f" ss:Formula={quoteattr('=' + nilai.rumus)}" if isinstance(nilai, Rumus) else ""
        sel.append(f"<Cell{sifat}>{_data(nilai)}</Cell>")
        ke = kolom + 1 + lebar
    sifat = (f' ss:Index="{nomor}"' if indeks else "") + ' ss:Hidden="1"' * (nomor in lembar.baris_sembunyi)
    return f"   <Row{sifat}>{''.join(sel)}</Row>\n"


def _lembar(satu: Lembar) -> str:
    kolom = "".join(f'<Column ss:Index="{k}" ss:Hidden="1" ss:Width="60"/>' for k in satu.kolom_sembunyi)
    baris, ke = [], 1
    for nomor, isi in enumerate(satu.baris, 1):
        if any(n is not None for n in isi):
            baris.append(_baris(nomor, isi, satu, nomor != ke))
            ke = nomor + 1
    lihat = "<Visible>SheetHidden</Visible>" if satu.sembunyi else ""
    pilihan = f'<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel">{lihat}</WorksheetOptions>'
    isi_tabel = f"{kolom}{''.join(baris)}"
    return f"<Worksheet ss:Name={quoteattr(satu.nama)}><Table>{isi_tabel}</Table>{pilihan}</Worksheet>\n"


def xml(*lembar: Lembar, sejak_1904: bool = False, sandi: str = "utf-8") -> bytes:
    """Return the workbook as one text in this encoding."""
    dasar = "<Date1904/>" if sejak_1904 else ""
    buku = f'<ExcelWorkbook xmlns="urn:schemas-microsoft-com:office:excel">{dasar}</ExcelWorkbook>'
    kepala = _KEPALA.format(sandi=f' encoding="{sandi}"' if sandi != "utf-8" else "")
    return f"{kepala}{buku}{''.join(map(_lembar, lembar))}</Workbook>".encode(sandi)
