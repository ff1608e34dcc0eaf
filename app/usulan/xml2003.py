"""Reads "XML Spreadsheet 2003", as old programs of the government save it, often under the name .xls or .xml.

One text holds all sheets, so it is read as a stream and its cells are kept by their place: `ss:Index` leaves gaps,
merged cells reach to the right and down, and whether a sheet is hidden stands behind its rows. Runs in the import
child: standard library only. No entity is ever expanded: a document type is refused.
"""

import re
from dataclasses import dataclass, field
from xml.parsers import expat

from app.usulan.penjaga import HARI_1904, KOLOM_MAKS, MAKS_SEL, Catatan, Tolak

RUANG = "urn:schemas-microsoft-com:office:spreadsheet"
"""The namespace by which this kind of XML is known."""
_EXCEL = "urn:schemas-microsoft-com:office:excel"
_BARIS_MAKS = 1 << 20
_POTONG = 1 << 20
_DEKLARASI = re.compile(r"^\ufeff?\s*<\?xml\b[^>]*\?>")
_NOL_DETIK = re.compile(r"\.0+$")
Sel = str | float | bool | list[str]


@dataclass(slots=True)
class Lembar:
    """One sheet: its rows from the first on, its merged ranges, and what is hidden in it."""

    nama: str
    tampak: bool = True
    baris: list[list[Sel]] = field(default_factory=list)
    gabungan: list[tuple[int, int, int, int]] = field(default_factory=list)
    catatan: Catatan = field(default_factory=Catatan)


@dataclass(slots=True)
class _SelKini:
    """The cell that is being read."""

    kolom: int
    rumus: bool
    lebar: int
    tinggi: int
    jenis: str = ""
    ada_isi: bool = False


def baca_xml(teks: str) -> list[Lembar]:
    """Return the sheets.

    Raises:
        Tolak: `rusak` when it is no well-formed XML or has a document type, `terlalu_besar` when cells lie far apart
            or are too many.
    """
    pembaca = _Pembaca()
    isi = _DEKLARASI.sub("", teks, count=1)  # it is text by now; what encoding it was in no longer counts
    try:
        for mulai in range(0, len(isi), _POTONG):
            pembaca.urai.Parse(isi[mulai : mulai + _POTONG], False)
        pembaca.urai.Parse("", True)
    except expat.ExpatError as sebab:
        raise Tolak("rusak") from sebab
    for lembar in pembaca.lembar:
        lembar.catatan.geser_hari = pembaca.geser_hari
    return pembaca.lembar


class _Pembaca:
    """Follows the tags of one workbook."""

    def __init__(self) -> None:
        self.lembar: list[Lembar] = []
        self.geser_hari = 0
        self._jalur: list[str] = []
        self._baris = self._kolom = self._ke_kolom = self._rentang = 0
        self._tertutup = False
        self._sel: _SelKini | None = None
        self._teks: list[str] | None = None
        self._banyak = self._terlebar = 0
        self.urai = expat.ParserCreate(namespace_separator=" ")
        self.urai.buffer_text = True
        self.urai.StartElementHandler = self._buka
        self.urai.EndElementHandler = self._tutup
        self.urai.CharacterDataHandler = self._kata
        self.urai.StartDoctypeDeclHandler = self._tolak

    def _tolak(self, *_: object) -> None:
        raise Tolak("rusak")

    def _buka(self, nama: str, sifat: dict[str, str]) -> None:
        ruang, _, tag = nama.rpartition(" ")
        induk = self._jalur[-1] if self._jalur else ""
        self._jalur.append(tag if ruang in (RUANG, _EXCEL) else "")
        s = {k.rpartition(" ")[2]: v for k, v in sifat.items()}
        match induk, tag:
            case "Workbook", "Worksheet":
                self.lembar.append(Lembar(s.get("Name", "")))
                self._baris = self._ke_kolom = self._terlebar = 0
            case "Table", _ if not self.lembar:
                raise Tolak("rusak")
            case "Table", "Column":
                self._kolom_lembar(s)
            case "Table", "Row":
                self._baris = _indeks(s, self._baris, _BARIS_MAKS)
                self._kolom, self._rentang = 0, _bilangan(s.get("Span"), _BARIS_MAKS)
                self._tertutup = _ya(s.get("Hidden")) or _nol(s.get("Height"))
            case "Row", "Cell":
                self._kolom = _indeks(s, self._kolom, KOLOM_MAKS)
                lebar, tinggi = _bilangan(s.get("MergeAcross"), KOLOM_MAKS), _bilangan(s.get("MergeDown"), _BARIS_MAKS)
                self._sel = _SelKini(self._kolom, "Formula" in s, lebar, tinggi)
            case "Cell", "Data" if self._sel:
                self._sel.jenis = s.get("Type", "String")
                self._teks = []
            case ("WorksheetOptions", "Visible") | ("ExcelWorkbook", "Date1904"):
                self._teks = []

    def _kata(self, tulisan: str) -> None:
        if self._teks is not None:
            self._teks.append(tulisan)

    def _tutup(self, nama: str) -> None:
        tag = self._jalur.pop()
        induk = self._jalur[-1] if self._jalur else ""
        match induk, tag:
            case "Cell", "Data" if self._sel and self._teks is not None:
                self._isi("".join(self._teks))
                self._teks = None
            case "Row", "Cell" if self._sel:
                self._selesai_sel(self._sel)
                self._sel = None
            case "Table", "Row":
                ada = self._baris < len(self.lembar[-1].baris)  # rows that only share their height hold nothing
                self.lembar[-1].catatan.tersembunyi += ada and self._tertutup
                self._baris += 1 + self._rentang
            case "WorksheetOptions", "Visible" if self._teks is not None and self.lembar:
                self.lembar[-1].tampak = "hidden" not in "".join(self._teks).lower()
                self._teks = None
            case "ExcelWorkbook", "Date1904":
                self.geser_hari = HARI_1904
                self._teks = None

    def _kolom_lembar(self, sifat: dict[str, str]) -> None:
        awal = _indeks(sifat, self._ke_kolom, KOLOM_MAKS)
        akhir = min(awal + _bilangan(sifat.get("Span"), KOLOM_MAKS), KOLOM_MAKS - 1)
        if _ya(sifat.get("Hidden")) or _nol(sifat.get("Width")):
            self.lembar[-1].catatan.kolom_sembunyi.append((awal, akhir))
        self._ke_kolom = akhir + 1

    def _isi(self, tulisan: str) -> None:
        """Keep what the cell holds, by its kind."""
        sel = self._sel
        assert sel
        lembar = self.lembar[-1]
        nilai: Sel = tulisan
        if sel.jenis == "Error":
            lembar.catatan.galat.append((self._baris, sel.kolom, tulisan.strip() or "#"))
        elif sel.jenis == "Number":
            nilai = _angka(tulisan)
        elif sel.jenis == "DateTime":
            nilai = [_NOL_DETIK.sub("", tulisan.strip())]
        elif sel.jenis == "Boolean":
            nilai = _ya(tulisan.strip())
        sel.ada_isi = sel.jenis == "String" or bool(tulisan.strip())
        if sel.jenis == "Error" or nilai == "":
            return
        self._tolak_rongga(sel.kolom)
        semua = lembar.baris
        if len(semua) <= self._baris:
            semua.extend([] for _ in range(self._baris + 1 - len(semua)))
        baris = semua[self._baris]
        baris.extend([""] * (sel.kolom - len(baris)))
        baris[sel.kolom :] = [nilai]

    def _tolak_rongga(self, kolom: int) -> None:
        """Refuse what a reader could not hold: too many cells, or few in a rectangle that is far larger."""
        self._banyak += 1
        self._terlebar = max(self._terlebar, kolom + 1)
        if self._banyak > MAKS_SEL:
            raise Tolak("terlalu_besar")
        luas = (self._baris + 1) * max(self._terlebar, 26)
        if luas > MAKS_SEL and luas > self._banyak * 4:
            raise Tolak("terlalu_besar", "sel_jauh")

    def _selesai_sel(self, sel: _SelKini) -> None:
        lembar = self.lembar[-1]
        if sel.rumus and not sel.ada_isi:
            lembar.catatan.rumus_kosong.append((self._baris, sel.kolom))
        if sel.lebar or sel.tinggi:
            lembar.gabungan.append((self._baris, sel.kolom, self._baris + sel.tinggi, sel.kolom + sel.lebar))
        self._kolom += 1 + sel.lebar


def _indeks(sifat: dict[str, str], kini: int, batas: int) -> int:
    """Return where an element stands (from 0): where it says, else behind the one before it.

    Raises:
        Tolak: `rusak` when it stands outside of a sheet.
    """
    angka = sifat.get("Index", "").strip()
    nomor = int(angka) - 1 if angka.isascii() and angka.isdigit() and len(angka) < 9 else kini
    if not 0 <= nomor < batas:
        raise Tolak("rusak")
    return nomor


def _bilangan(nilai: str | None, batas: int) -> int:
    angka = (nilai or "").strip()
    return min(int(angka), batas) if angka.isascii() and angka.isdigit() and len(angka) < 9 else 0


def _ya(nilai: str | None) -> bool:
    return nilai in ("1", "true", "True")


def _nol(nilai: str | None) -> bool:
    """Tell whether a width or height is nothing."""
    return bool(nilai) and not (nilai or "").strip("0.")


def _angka(tulisan: str) -> float | str:
    """Return a number; what is none stays as it is written."""
    try:
        nilai = float(tulisan)
    except ValueError:
        return tulisan.strip()
    return nilai if abs(nilai) < 1e300 else tulisan.strip()
