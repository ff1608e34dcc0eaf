"""Has calamine read what the quick reader of xlsx leaves over, from a small book that holds nothing else.

Dates, formulas, inline and rich text, entities, numbers with a point: what they mean is calamine's to say. So each
distinct one is written once, as a row of one cell, into a copy of the book without its lists: its own styles, names,
settings, merged ranges, but sheets that hold the rest alone. Marks in it prove that calamine reads the parts we do.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from zipfile import ZIP_STORED, ZipFile, ZipInfo

import numpy as np
import python_calamine as calamine
from numpy.typing import NDArray

from app.usulan.penjaga import ZIP_RUSAK, Catatan, catat_satu
from app.usulan.xlsx_potong import TakBiasa
from app.usulan.xlsx_teks import seimbang

_TETAP = re.compile(r"\[content_types\]\.xml|(.*/)?(workbook\.xml|styles\.xml|[^/]*\.rels)", re.IGNORECASE)
MAKS_BAGIAN = 8 * 1024 * 1024
"""Bytes of one part that is copied."""
MAKS_GAYA = 65_536
_AKHIR = -1.0
_TANDA_TEKS = "tanda teks bersama"
_BIASA = re.compile(
    rb'(?: [a-z]+="[^"<>]*")*>(?:<f(?: \w+="[^"<>]*")*(?:/>|>[^<]*</f>))?'
    rb'(?:<v(?: xml:space="preserve")?(?:/>|>[^<]*</v>))?</c>'
)
_NILAI_SAJA = re.compile(rb'(?: s="\d+")?(?: t="(?:n|b|d|str)")?(?: s="\d+")?><v>[^<&]+</v></c>')
_SEBARIS = re.compile(
    rb'(?: s="\d+")? t="inlineStr"(?: s="\d+")?><is><t'
    rb'(?: xml:space="preserve">([^<&\r]*)|>([^<&\r \t\n](?:[^<&\r]*[^<&\r \t\n])?)?)</t></is></c>'
)
_INDEKS = re.compile(rb"[^<>]*>(?:<f[^<>]*(?:/>|>[^<]*</f>))?(?:<v>(\d+)</v>|<v></v>|<v/>)?</c>")
_ISI_NILAI = re.compile(rb"<v[^<>]*[^/<>]>[^<]|<v>[^<]")
_NILAI_KOSONG = (b"<v></v></c>", b"<v/></c>", b"<v /></c>")
_BERTEKS = (b' t="str"', b' t="d"', b' t="inlineStr"')
"""Kinds of cells that an empty value does not make blank."""
KOSONG, TERISI, ENTAH = 0, 1, 2
"""Whether calamine counts a cell as one with something in it; for some that show nothing it cannot be told."""


@dataclass(slots=True)
class Sisa:
    """What the cells that were left over hold, each distinct one at its number.

    Attributes:
        nilai: as calamine gives them; blank where `teks` names a shared string instead.
        teks: which shared string a cell is, where it is one.
        titipan: the cells for calamine, each as its bytes behind its reference.
        isi: `TERISI`, `KOSONG` or `ENTAH`.
        catatan: errors and uncalculated formulas: the number of the cell where a row stands otherwise.
    """

    nilai: list[Any] = field(default_factory=list)
    teks: dict[int, int] = field(default_factory=dict)
    titipan: dict[int, bytes] = field(default_factory=dict)
    isi: NDArray[np.uint8] = field(default_factory=lambda: np.zeros(0, np.uint8))
    catatan: Catatan = field(default_factory=Catatan)


class BukuSisa:
    """Makes and opens small books out of the parts of a large one.

    Args:
        teks: the entry of the shared strings; empty where there is none.

    Raises:
        TakBiasa: a part is missing, damaged or very large.
    """

    def __init__(self, arsip: ZipFile, teks: str) -> None:
        self._teks = teks
        self._tetap: dict[str, bytes] = {}
        for butir in arsip.infolist():
            if _TETAP.fullmatch(butir.filename.replace("\\", "/")):
                if butir.file_size > MAKS_BAGIAN:
                    raise TakBiasa
                self._tetap[butir.filename] = _isi(arsip, butir.filename)

    def gaya_tanggal(self, lembar: Sequence[str]) -> NDArray[np.bool_]:
        """Ask for each style whether calamine takes a number in it for a day or a time.

        Args:
            lembar: the entries of all sheets, none of which is read.
        """
        gaya = [isi for nama, isi in self._tetap.items() if nama.lower().endswith("styles.xml")]
        banyak = sum(isi.count(b"xf ") for isi in gaya)
        if banyak > MAKS_GAYA:
            raise TakBiasa
        sel = b"".join(b'<row><c s="%d"><v>1</v></c></row>' % nomor for nomor in range(banyak))
        isi = b"<worksheet><sheetData>" + sel + b"</sheetData></worksheet>"
        buku = self.buka(dict.fromkeys(lembar, isi), ())
        nilai = next(([b[0] for b in satu.iter_rows()] for _, _, satu in lembar_kerja(buku)), [])
        if len(nilai) != banyak:
            raise TakBiasa
        return np.fromiter((not isinstance(satu, float) for satu in nilai), np.bool_, banyak)

    def buka(self, lembar: Mapping[str, bytes], teks: Iterable[bytes]) -> Any:
        """Open the book with these sheets by their entry and the XML of these shared strings."""
        keluar = BytesIO()
        isi = {**self._tetap, **lembar}
        if self._teks:
            isi[self._teks] = b"<sst><si><t>" + _TANDA_TEKS.encode() + b"</t></si>" + b"".join(teks) + b"</sst>"
        with ZipFile(keluar, "w", ZIP_STORED) as arsip:
            for nama, data in isi.items():
                arsip.writestr(ZipInfo(nama), data)
        try:
            return calamine.CalamineWorkbook.from_filelike(BytesIO(keluar.getvalue()))
        except calamine.CalamineError as sebab:
            raise TakBiasa from sebab

    def baris(self, nomor: int, teks: int = 0, sel: Iterable[bytes] = ()) -> bytes:
        """Return the rows of a small sheet: its mark, shared strings that were left, cells, the mark of the end."""
        tanda = [b"<row><c><v>%d</v></c></row>" % nomor]
        if self._teks and not nomor:
            tanda += [b'<row><c t="s"><v>%d</v></c></row>' % ke for ke in range(teks + 1)]
        return b"".join([*tanda, *(b"<row><c%b</row>" % satu for satu in sel), b"<row><c><v>%d</v></c></row>" % _AKHIR])

    def jawaban(self, lembar: Any, teks: int, sel: int) -> tuple[list[Any], list[Any]]:
        """Take the rows of the first small sheet apart again: the shared strings, the cells.

        Raises:
            TakBiasa: they are not those that were written.
        """
        tanda = [0.0, _TANDA_TEKS] if self._teks else [0.0]
        nilai = [baris[0] for baris in lembar.iter_rows() if len(baris) == 1]
        batas = len(tanda) + teks * bool(self._teks)
        if len(nilai) != batas + sel + 1 or nilai[: len(tanda)] != tanda or nilai[-1] != _AKHIR:
            raise TakBiasa
        return nilai[len(tanda) : batas], nilai[batas:-1]


def ada_tanda(lembar: Any, nomor: int) -> bool:
    """Tell whether a small sheet is the one with this mark."""
    return [baris[:1] for baris in lembar.iter_rows()] == [[float(nomor)], [_AKHIR]]


def lembar_kerja(buku: Any) -> Iterable[tuple[int, Any, Any]]:
    """Yield number, description and content of the worksheets of a small book.

    Raises:
        TakBiasa: calamine does not read one.
    """
    for nomor, tentang in enumerate(buku.sheets_metadata):
        if str(tentang.typ).endswith("WorkSheet"):
            try:
                yield nomor, tentang, buku.get_sheet_by_index(nomor)
            except calamine.CalamineError as sebab:
                raise TakBiasa from sebab


def _isi(arsip: ZipFile, nama: str) -> bytes:
    try:
        return arsip.read(nama)
    except ZIP_RUSAK as sebab:
        raise TakBiasa from sebab


def pilah(sel: Iterable[bytes]) -> Sisa:
    """Read the cells that are plain text after all, and put the others aside for calamine.

    Args:
        sel: cells by number, each as its bytes behind its reference.

    Raises:
        TakBiasa: one is no whole cell, or names a shared string in a strange way.
    """
    hasil, isi = Sisa(), bytearray()
    for ke, satu in enumerate(sel):
        hasil.nilai.append("")
        if _NILAI_SAJA.fullmatch(satu):  # a date, a number with a point
            hasil.titipan[ke] = satu
            isi.append(TERISI)
        elif (cocok := _SEBARIS.fullmatch(satu)) and b"_x" not in satu:
            hasil.nilai[ke] = _teks(cocok[1] or cocok[2] or b"")
            isi.append(TERISI)
        else:
            isi.append(_titip(ke, satu, hasil))
    hasil.isi = np.frombuffer(isi, np.uint8)
    return hasil


def _titip(ke: int, sel: bytes, hasil: Sisa) -> int:
    """Put one cell aside and note what calamine hides of it; tell whether it counts as one with something in it."""
    tag = sel[: sel.find(b">") + 1]
    if b' r="' in tag or not (_BIASA.fullmatch(sel) or seimbang(b"<c" + sel)):
        raise TakBiasa
    terbuka = not tag.endswith(b"/>")
    if terbuka and (b't="e"' in tag or b"<f" in sel):
        catat_satu(tag, sel[len(tag) : -4], (ke, 0), hasil.catatan)
    indeks = _indeks(sel) if terbuka and b' t="s"' in tag else None
    if indeks is not None:
        hasil.teks[ke] = indeks
        return TERISI
    hasil.titipan[ke] = sel
    return _terisi(tag, sel)


def _teks(isi: bytes) -> str:
    try:
        return isi.decode("utf-8")
    except UnicodeDecodeError as sebab:
        raise TakBiasa from sebab


def _indeks(sel: bytes) -> int | None:
    """Return which shared string a cell names; None where it names none."""
    cocok = _INDEKS.fullmatch(sel)
    if not cocok:
        raise TakBiasa
    return int(cocok[1]) if cocok[1] else None


def _terisi(tag: bytes, sel: bytes) -> int:
    """Tell whether a cell counts as one that holds something, should calamine show nothing for it."""
    if b"<is" in sel or (b' t="str"' in tag and b"<v" in sel) or (b't="e"' in tag and _ISI_NILAI.search(sel)):
        return TERISI
    if b"<v" not in sel:
        return KOSONG
    return KOSONG if sel.endswith(_NILAI_KOSONG) and not any(satu in tag for satu in _BERTEKS) else ENTAH
