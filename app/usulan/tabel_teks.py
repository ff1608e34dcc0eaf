"""Reads tables that are plain text: CSV and TSV with any delimiter and encoding, and HTML pages named .xls.

Runs in the import child: standard library only.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from app.usulan.penjaga import MAKS_SEL, Tolak
from app.usulan.xml2003 import RUANG

PEMISAH = ",;\t|"
_GALAT = re.compile(r"#(?:N/A|REF!|DIV/0!|VALUE!|NAME\?|NUM!|NULL!)", re.IGNORECASE)
_AWAL_XML = 65_536
"""Letters in which an XML says what it is."""
_SPASI = re.compile(r"\s+")
MAKS_LEBAR = 1024
"""Columns that one cell of an HTML table may span."""


@dataclass(slots=True)
class Tabel:
    """One table: rows of texts, and which cells were merged (first row, first column, last row, last column)."""

    nama: str
    baris: list[list[str]] = field(default_factory=list)
    gabungan: list[tuple[int, int, int, int]] = field(default_factory=list)


def jadi_teks(isi: bytes) -> str:
    """Decode text: by its mark, as UTF-8, as UTF-16 without mark, else as Windows-1252.

    Raises:
        Tolak: `format_tak_dikenal` when it is full of control signs.
    """
    for tanda, sandi in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if isi.startswith(tanda):
            return isi.decode(sandi, "replace")
    if b"\x00" in isi[:4096]:
        return isi.decode("utf-16-le" if isi[1:2] == b"\x00" else "utf-16-be", "replace")
    try:
        teks = isi.decode("utf-8")
    except UnicodeDecodeError:
        teks = isi.decode("cp1252", "replace")
    contoh = teks[:8192]
    if sum(h < " " and h not in "\t\r\n\f" for h in contoh) * 20 > len(contoh):
        raise Tolak("format_tak_dikenal")
    return teks


def bentuk(teks: str) -> str:
    """Tell whether text is `html`, `xml` (XML Spreadsheet 2003) or `csv`.

    Raises:
        Tolak: `format_tak_dikenal` for other mark-up (an XML that is no page).
    """
    awal = teks[:8192].lstrip("\ufeff \t\r\n").lower()
    if awal.startswith(("<?xml", "<workbook", "<ss:workbook")) and RUANG in teks[:_AWAL_XML]:
        return "xml"
    if awal.startswith(("<!doctype html", "<html", "<table", "<meta", "<head", "<body", "<style", "<div")):
        return "html"
    if awal.startswith("<") and "<table" in teks[:65536].lower():
        return "html"
    if awal.startswith("<?xml"):
        raise Tolak("format_tak_dikenal")
    return "csv"


def baca_csv(teks: str) -> Iterator[list[str]]:
    """Yield the rows of a CSV, one list for every record.

    Raises:
        Tolak: `rusak` when a field is longer than 128 kB (an unclosed quote).
    """
    pemisah = None
    if teks[:4].lower() == "sep=" and len(teks) > 4:
        pemisah, teks = teks[4], teks.partition("\n")[2]
    baris = teks.splitlines(keepends=True)
    try:
        yield from csv.reader(baris, delimiter=pemisah or cari_pemisah(baris[:100]))
    except csv.Error as sebab:
        raise Tolak("rusak") from sebab


def cari_pemisah(baris: list[str]) -> str:
    """Choose the delimiter that gives the most rows of one same width; the wider wins between equals."""
    return max(PEMISAH, key=lambda tanda: _nilai_pemisah(baris, tanda))


def _nilai_pemisah(baris: list[str], tanda: str) -> tuple[int, int]:
    try:
        lebar = Counter(len(satu) for satu in csv.reader(baris, delimiter=tanda) if len(satu) > 1)
    except csv.Error:
        return 0, 0
    return max(((banyak * min(kolom, 4), kolom) for kolom, banyak in lebar.items()), default=(0, 0))


def ada_galat(teks: str) -> bool:
    """Tell whether a text may hold error cells, as a spreadsheet program exports them."""
    return _GALAT.search(teks) is not None


def galat_teks(baris: Iterable[list[str]]) -> list[tuple[int, int, str]]:
    """Return row, column (from 0) and text of the error cells."""
    return [
        (b, k, sel.strip())
        for b, satu in enumerate(baris)
        for k, sel in enumerate(satu)
        if "#" in sel and _GALAT.fullmatch(sel.strip())
    ]


class PembacaHtml(HTMLParser):
    """Collects every table of a page; a table inside a cell becomes text of that cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tabel: list[Tabel] = []
        self._kini: Tabel | None = None
        self._dalam = 0
        self._sel: list[str] | None = None
        self._rentang = (1, 1)
        self._terisi: dict[int, set[int]] = {}
        self._banyak = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a table, row or cell; a line break becomes a new line."""
        if tag == "table":
            self._dalam += 1
            if self._dalam == 1:
                self._kini, self._terisi = Tabel(f"Tabel {len(self.tabel) + 1}"), {}
                self.tabel.append(self._kini)
        elif tag == "tr" and self._dalam == 1 and self._kini:
            self._tutup_sel()
            self._kini.baris.append([])
        elif tag in ("td", "th") and self._dalam == 1:
            self._tutup_sel()
            sifat = dict(attrs)
            self._sel, self._rentang = [], (_bilangan(sifat.get("rowspan")), _bilangan(sifat.get("colspan")))
        elif tag == "br" and self._sel is not None:
            self._sel.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """Close a cell with its row or table."""
        if tag in ("td", "th", "tr") and self._dalam == 1:
            self._tutup_sel()
        elif tag == "table" and self._dalam:
            if self._dalam == 1:
                self._tutup_sel()
            self._dalam -= 1

    def handle_data(self, data: str) -> None:
        """Take the words of a cell."""
        if self._sel is not None:
            self._sel.append(_SPASI.sub(" ", data))

    def _tutup_sel(self) -> None:
        if self._sel is None or self._kini is None:
            return
        if not self._kini.baris:
            self._kini.baris.append([])
        nomor, isi = len(self._kini.baris) - 1, self._kini.baris[-1]
        terisi = self._terisi.get(nomor, set())  # covered by cells that reach down from above
        kolom = len(isi)
        while kolom in terisi:
            kolom += 1
        isi.extend([""] * (kolom - len(isi)))
        turun, lebar = self._rentang
        isi.append("".join(self._sel).strip())
        isi.extend([""] * (lebar - 1))
        self._banyak += lebar
        if self._banyak > MAKS_SEL:
            raise Tolak("terlalu_besar")
        if turun > 1 or lebar > 1:
            self._kini.gabungan.append((nomor, kolom, nomor + turun - 1, kolom + lebar - 1))
        for bawah in range(nomor + 1, nomor + turun):
            self._terisi.setdefault(bawah, set()).update(range(kolom, kolom + lebar))
        self._sel = None


def _bilangan(nilai: str | None) -> int:
    """Return a span between 1 and `MAKS_LEBAR`."""
    angka = (nilai or "").strip()
    return min(max(int(angka), 1), MAKS_LEBAR) if angka.isascii() and angka.isdigit() and len(angka) < 9 else 1


def baca_html(teks: str) -> list[Tabel]:
    """Return the tables of a page."""
    pembaca = PembacaHtml()
    pembaca.feed(teks)
    pembaca.close()
    return pembaca.tabel
