"""Looks into an OpenDocument sheet for what the reader turns into blanks: error cells, uncalculated formulas.

Reads the XML as a stream and notes positions alone. Runs in the import child: standard library only.
"""

import re
import zipfile
from dataclasses import dataclass, field
from datetime import date
from xml.parsers import expat

from app.usulan.penjaga import KOLOM_MAKS, ZIP_RUSAK, Catatan, Tolak, butir_zip

_TABEL = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_KANTOR = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_GALAT = re.compile(r"#(?:N/A|REF!|DIV/0!|VALUE!|NAME\?|NUM!|NULL!)|(?:Err|Galat|Error):\s?\d{3}", re.IGNORECASE)
_TANDA = (b":formula=", b":visibility=", b":null-date", b'type="error', b"type='error", b"<!DOCTYPE", b"<!ENTITY")
_CATATAN_MAKS = 200_000
_ULANG_MAKS = 1_000
"""Repetitions of one error cell that are noted."""
_POTONG = 1 << 20
_AWAL = date(1899, 12, 30)
"""Day 0 where an ods names no other."""


def catatan_ods(arsip: zipfile.ZipFile) -> dict[str, Catatan]:
    """Return the notes of an ods by the name of its sheets.

    Raises:
        Tolak: `rusak` when the content cannot be unpacked, is no XML or holds a document type.
    """
    pembaca = _Pembaca()
    nama = butir_zip(arsip)["content.xml"]
    try:
        if not _berisi_tanda(arsip, nama):
            return {}
        with arsip.open(nama) as berkas:
            while potong := berkas.read(_POTONG):
                pembaca.urai.Parse(potong, False)
            pembaca.urai.Parse(b"", True)
    except (expat.ExpatError, KeyError, *ZIP_RUSAK) as sebab:
        raise Tolak("rusak", "content.xml") from sebab
    return pembaca.hasil


def _berisi_tanda(arsip: zipfile.ZipFile, nama: str) -> bool:
    """Tell whether there can be anything to note: most lists have no formula and no hidden row, and pass quickly."""
    ekor = b""
    with arsip.open(nama) as berkas:
        while potong := berkas.read(_POTONG):
            dicari = ekor + potong
            if any(tanda in dicari for tanda in _TANDA):
                return True
            ekor = potong[-32:]
    return False


@dataclass(slots=True)
class _Sel:
    """The cell that is being read."""

    rumus: bool = False
    bernilai: bool = False
    galat: bool = False
    ulang: int = 1
    teks: list[str] = field(default_factory=list)


class _Pembaca:
    """Counts rows and columns of every table."""

    def __init__(self) -> None:
        self.hasil: dict[str, Catatan] = {}
        self._kini: Catatan | None = None
        self._dalam = 0
        self._baris = self._kolom = 0
        self._ulang_baris, self._sembunyi, self._ada_isi = 1, False, False
        self._sel: _Sel | None = None
        self._banyak = 0
        self._geser = 0
        self.urai = expat.ParserCreate(namespace_separator=" ")
        self.urai.buffer_text = True
        self.urai.StartElementHandler = self._buka
        self.urai.EndElementHandler = self._tutup
        self.urai.StartDoctypeDeclHandler = self._tolak
        self.urai.CharacterDataHandler = self._kata

    def _tolak(self, *_: object) -> None:
        raise Tolak("rusak", "content.xml")

    def _buka(self, nama: str, sifat: dict[str, str]) -> None:
        ruang, _, tag = nama.rpartition(" ")
        if ruang != _TABEL:
            return
        if tag == "table":
            self._dalam += 1
            if self._dalam == 1:
                self._kini = self.hasil.setdefault(sifat.get(f"{_TABEL} name", ""), Catatan())
                self._kini.geser_hari = self._geser
                self._baris = self._kolom = 0
        elif tag == "null-date":  # it stands before the tables
            self._geser = _geser_hari(sifat.get(f"{_TABEL} date-value", ""))
        elif self._dalam == 1 and tag == "table-column" and self._kini:
            ulang = _bilangan(sifat.get(f"{_TABEL} number-columns-repeated"))
            if sifat.get(f"{_TABEL} visibility") in ("collapse", "filter") and self._kolom < KOLOM_MAKS:
                self._kini.kolom_sembunyi.append((self._kolom, min(self._kolom + ulang, KOLOM_MAKS) - 1))
            self._kolom += ulang
        elif self._dalam == 1 and tag == "table-row":
            self._kolom = 0
            self._ulang_baris = _bilangan(sifat.get(f"{_TABEL} number-rows-repeated"))
            self._sembunyi = sifat.get(f"{_TABEL} visibility") in ("collapse", "filter")
            self._ada_isi = False
        elif self._dalam == 1 and tag in ("table-cell", "covered-table-cell"):
            self._sel = _Sel(
                f"{_TABEL} formula" in sifat,
                any(k == f"{_KANTOR} value-type" for k in sifat),
                any(k.endswith(" value-type") and v == "error" for k, v in sifat.items()),
                _bilangan(sifat.get(f"{_TABEL} number-columns-repeated")),
            )

    def _tutup(self, nama: str) -> None:
        ruang, _, tag = nama.rpartition(" ")
        if ruang != _TABEL:
            return
        if tag == "table":
            self._dalam -= 1
        elif self._dalam == 1 and tag == "table-row":
            if self._sembunyi and self._ada_isi and self._kini:
                self._kini.tersembunyi += self._ulang_baris
            self._baris += self._ulang_baris
        elif self._dalam == 1 and tag in ("table-cell", "covered-table-cell") and self._sel:
            self._catat(self._sel)
            self._kolom += self._sel.ulang
            self._sel = None

    def _kata(self, tulisan: str) -> None:
        if self._sel is not None and self._dalam == 1:
            self._sel.teks.append(tulisan)

    def _catat(self, sel: _Sel) -> None:
        tulisan = "".join(sel.teks).strip()
        self._ada_isi = self._ada_isi or bool(tulisan) or sel.bernilai
        galat = sel.galat or (sel.rumus and _GALAT.fullmatch(tulisan) is not None)
        kosong = sel.rumus and not galat and not sel.bernilai and not tulisan
        if not (galat or kosong) or self._kini is None or self._banyak >= _CATATAN_MAKS:
            return
        for b in range(self._baris, self._baris + min(self._ulang_baris, _ULANG_MAKS)):
            for k in range(self._kolom, self._kolom + min(sel.ulang, _ULANG_MAKS)):
                self._banyak += 1
                if galat:
                    self._kini.galat.append((b, k, tulisan or "#"))
                else:
                    self._kini.rumus_kosong.append((b, k))
                if self._banyak >= _CATATAN_MAKS:
                    return


def _geser_hari(awal: str) -> int:
    try:
        return (date.fromisoformat(awal[:10]) - _AWAL).days
    except ValueError:
        return 0


def _bilangan(nilai: str | None) -> int:
    angka = (nilai or "").strip()
    return min(max(int(angka), 1), 1 << 21) if angka.isascii() and angka.isdigit() and len(angka) < 9 else 1
