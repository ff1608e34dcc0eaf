"""Looks at a file before any reader does: what is it, is it safe to unpack, what would the reader hide.

A 5 kB workbook can make the reader ask for 500 GB and abort its process (measured), and the reader turns
error cells and uncalculated formulas into blanks. Runs in the import child: standard library only.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from io import BytesIO
from typing import IO

ZIP_RUSAK = (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, OSError, EOFError)
"""What a damaged zip raises while it is unpacked."""
MAKS_ISI = 600 * 1024 * 1024
"""Bytes that a zip may hold in all, unpacked."""
MAKS_BUTIR = 10_000
MAKS_RASIO = 200
"""Unpacked : packed of one entry above 1 MB; lists of people stay below 30."""
MAKS_SEL = 40_000_000
"""Cells of the rectangle that a reader would build."""
HARI_1904 = 1462
"""Days between the two calendars of spreadsheets: 1 January 1904 is day 0 in one, day 1462 in the other."""
KOLOM_MAKS = 16_384

EKSTENSI_TABEL = frozenset({".xlsx", ".xlsm", ".xltx", ".xltm", ".xlsb", ".xls", ".xlt", ".ods", ".ots"})
_BUKAN_TABEL = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"Rar!",
    b"7z\xbc\xaf",
    b"{\\rtf",
    b"\x1f\x8b",
    b"MZ",
    b"BM",
)


class Tolak(Exception):  # noqa: N818 - a refusal, not a fault
    """The file is refused. `kode` is the `galat.kode` of the JSON; `rinci` says where, for the sentence."""

    def __init__(self, kode: str, rinci: str = "") -> None:
        super().__init__(kode)
        self.kode = kode
        self.rinci = rinci


@dataclass(slots=True)
class Catatan:
    """What the XML of one sheet says that the reader does not tell.

    Attributes:
        galat: (row, column, text) of error cells, counted from 0.
        rumus_kosong: (row, column) of formulas that were never calculated.
        tersembunyi: hidden rows.
        kolom_sembunyi: first and last column (from 0) of stretches that are hidden, blank ones too.
        geser_hari: days to add to a serial number of this workbook so that it counts as most do, from 1900.
    """

    galat: list[tuple[int, int, str]] = field(default_factory=list)
    rumus_kosong: list[tuple[int, int]] = field(default_factory=list)
    tersembunyi: int = 0
    kolom_sembunyi: list[tuple[int, int]] = field(default_factory=list)
    geser_hari: int = 0


def kenali(isi: bytes, nama: str) -> str:
    """Tell by its first bytes what a file is: `zip`, `ole`, `teks`.

    Raises:
        Tolak: `kosong`, `rusak` (named like a workbook, holds none) or `format_tak_dikenal`.
    """
    if not isi.strip(b"\x00\t\r\n \xef\xbb\xbf\xff\xfe"):
        raise Tolak("kosong")
    if isi.startswith(b"PK"):
        return "zip"
    if isi.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return "ole"
    if isi.startswith(_BUKAN_TABEL):
        raise Tolak("format_tak_dikenal")
    if b"\x00" not in isi[:4096] or isi.startswith((b"\xff\xfe", b"\xfe\xff")) or _mirip_utf16(isi):
        return "teks"
    ekor = nama[nama.rfind(".") :].lower()
    raise Tolak("rusak" if ekor in EKSTENSI_TABEL else "format_tak_dikenal")


def _mirip_utf16(isi: bytes) -> bool:
    """Tell whether every second byte is mostly zero: UTF-16 text without its mark."""
    awal = isi[:4096]
    separuh = max(len(awal) // 2, 1)
    return max(awal[0::2].count(0), awal[1::2].count(0)) > separuh * 0.8 > min(awal[0::2].count(0), awal[1::2].count(0))


def buka_zip(isi: bytes) -> tuple[zipfile.ZipFile, str]:
    """Open a zip after checking it, and tell whether it is `xlsx`, `xlsb` or `ods`.

    Raises:
        Tolak: `rusak`, `terkunci`, `terlalu_besar` or `format_tak_dikenal`.
    """
    try:
        arsip = zipfile.ZipFile(BytesIO(isi))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as sebab:
        raise Tolak("rusak") from sebab
    _periksa_ukuran(arsip.infolist())
    return arsip, _jenis_zip(arsip)


def _periksa_ukuran(butir: list[zipfile.ZipInfo]) -> None:
    if len(butir) > MAKS_BUTIR or sum(b.file_size for b in butir) > MAKS_ISI:
        raise Tolak("terlalu_besar")
    if any(b.file_size > 1024 * 1024 and b.file_size > MAKS_RASIO * max(b.compress_size, 1) for b in butir):
        raise Tolak("terlalu_besar")
    if any(b.flag_bits & 1 for b in butir):
        raise Tolak("terkunci")
    if len({b.filename for b in butir}) != len(butir):
        raise Tolak("rusak")


def _jenis_zip(arsip: zipfile.ZipFile) -> str:
    nama = butir_zip(arsip)
    if any(_nama_akhir(n) == "workbook.bin" for n in nama):
        return "xlsb"
    if any(_nama_akhir(n) == "workbook.xml" for n in nama):
        return "xlsx"
    if "content.xml" in nama:
        if b"encryption-data" in isi_butir(arsip, nama.get("meta-inf/manifest.xml", "")):
            raise Tolak("terkunci")
        if b"spreadsheet" in isi_butir(arsip, nama.get("mimetype", "")) or "mimetype" not in nama:
            return "ods"
    raise Tolak("format_tak_dikenal")


def butir_zip(arsip: zipfile.ZipFile) -> dict[str, str]:
    """Return the entries by their plain name: some programs write backslashes or capitals."""
    return {nama.replace("\\", "/").lower(): nama for nama in arsip.namelist()}


def _nama_akhir(nama: str) -> str:
    return nama.rpartition("/")[2]


def isi_butir(arsip: zipfile.ZipFile, nama: str, batas: int = 4 * 1024 * 1024) -> bytes:
    """Return the first bytes of an entry; empty when it is not there."""
    try:
        with arsip.open(nama) as berkas:
            return berkas.read(batas)
    except KeyError:
        return b""
    except ZIP_RUSAK as sebab:
        raise Tolak("rusak", nama) from sebab


def tolak_dtd(awal: bytes) -> None:
    """Refuse XML with a document type: no spreadsheet program writes one, attacks do."""
    if b"<!DOCTYPE" in awal or b"<!ENTITY" in awal:
        raise Tolak("rusak")


_SIFAT_BUKU = re.compile(rb"<(?:\w+:)?workbookPr\b[^>]*>")


def catatan_xlsx(arsip: zipfile.ZipFile) -> dict[str, Catatan]:
    """Return the notes of an xlsx by the name of its sheets.

    Raises:
        Tolak: `rusak` or `terlalu_besar`.
    """
    hasil = {nama: periksa_lembar(arsip, butir) for nama, butir in lembar_xlsx(arsip).items()}
    for catatan in hasil.values():
        catatan.geser_hari = geser_xlsx(arsip)
    return hasil


def geser_xlsx(arsip: zipfile.ZipFile) -> int:
    """Return `Catatan.geser_hari` of an xlsx."""
    sifat = _SIFAT_BUKU.search(buku_xlsx(arsip)[1])
    sejak_1904 = sifat and sifat_tag(sifat[0]).get("date1904") in ("1", "true")
    return HARI_1904 if sejak_1904 else 0


def buku_xlsx(arsip: zipfile.ZipFile) -> tuple[str, bytes]:
    """Return the folder of the workbook's parts, and what the workbook says of itself."""
    butir = butir_zip(arsip)
    nama_buku = "xl/workbook.xml" if "xl/workbook.xml" in butir else _cari_buku(butir)
    akar = nama_buku.rpartition("/")[0]
    return f"{akar}/" if akar else "", isi_butir(arsip, butir[nama_buku])


def lembar_xlsx(arsip: zipfile.ZipFile) -> dict[str, str]:
    """Return the entry of every sheet of an xlsx by the sheet's name."""
    butir = butir_zip(arsip)
    akar, buku = buku_xlsx(arsip)
    tautan = isi_butir(arsip, butir.get(f"{akar}_rels/workbook.xml.rels", ""))
    tolak_dtd(buku)
    tolak_dtd(tautan)
    sasaran = {}
    for tag in tag_tautan(tautan):
        sifat = sifat_tag(tag)
        sasaran[sifat.get("Id", "")] = sifat.get("Target", "")
    hasil = {}
    for tag in re.findall(rb"<(?:\w+:)?sheet\b[^>]*>", buku):
        sifat = sifat_tag(tag)
        tujuan = next((sasaran.get(v, "") for k, v in sifat.items() if k.endswith(":id")), "")
        jalur = tujuan[1:] if tujuan.startswith("/") else akar + tujuan
        if jalur.lower() in butir:
            hasil[sifat.get("name", "")] = butir[jalur.lower()]
    return hasil


def besar_xlsx(arsip: zipfile.ZipFile) -> int:
    """Return the bytes of all sheets of an xlsx, unpacked."""
    return sum(arsip.getinfo(butir).file_size for butir in lembar_xlsx(arsip).values())


def _cari_buku(butir: dict[str, str]) -> str:
    return next(nama for nama in butir if _nama_akhir(nama) == "workbook.xml")


def tag_tautan(tautan: bytes) -> list[bytes]:
    """Return the relationships that a part of a workbook names."""
    return re.findall(rb"<(?:\w+:)?Relationship\b[^>]*>", tautan)


def sifat_tag(tag: bytes) -> dict[str, str]:
    """Return the attributes of one tag as text, with the five entities of XML undone."""
    pasangan = re.findall(rb"([\w:]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", tag)
    return {k.decode("utf-8", "replace"): _lepas(a or b) for k, a, b in pasangan}


def _lepas(nilai: bytes) -> str:
    teks = nilai.decode("utf-8", "replace")
    for tanda, huruf in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&")):
        teks = teks.replace(tanda, huruf)
    return teks


# Each begins with a literal, or is used only after one was found: these run over 100 MB of XML.
_REF_LEBAR = re.compile(rb' r="([A-Z]{2,3})[0-9]')
_BARIS = re.compile(rb'<row [^>]*?\br="(\d+)"')
_BARIS_AWALAN = re.compile(rb'<\w+:row [^>]*?\br="(\d+)"')
_KOLOM = re.compile(rb"<(?:\w+:)?col\b[^>]*>")
_BARIS_SEMBUNYI = re.compile(rb'<(?:\w+:)?row\b[^>]*\bhidden="(?:1|true)"')
_RUMUS_KOSONG = re.compile(
    rb"</(?:\w+:)?f>\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</|</)|<(?:\w+:)?f\b[^>]*/>\s*(?:<(?:\w+:)?v\s*/>|</)"
)
_TAG = re.compile(rb"<(?:\w+:)?(row|c)\b([^>]*?)(/?)>")
_AKHIR_SEL = re.compile(rb"</(?:\w+:)?c>")
_NILAI = re.compile(rb"<(?:\w+:)?v>([^<]*)</")
_ADA_NILAI = re.compile(rb"<(?:\w+:)?v[\s>/]")
_ADA_RUMUS = re.compile(rb"<(?:\w+:)?f[\s>/]")
_REF = re.compile(rb"([A-Z]{1,3})(\d+)")


def periksa_lembar(arsip: zipfile.ZipFile, butir: str) -> Catatan:
    """Read the XML of one sheet in pieces: refuse a trap, note what the reader would hide.

    Raises:
        Tolak: `rusak`, or `terlalu_besar` when the rectangle around the cells is far larger than the cells.
    """
    catatan = Catatan()
    lebar, baris_akhir, sel, urut, awalan = 26, 0, 0, 0, b"<"
    for potong in _potong(arsip, butir):
        if not urut and b"<worksheet" not in potong:
            awalan = b":"  # tags carry a prefix: <x:row>
        if not urut:
            catatan.kolom_sembunyi += kolom_sembunyi(potong[: max(potong.find(b"sheetData"), 0)])
        sel += potong.count(awalan + b"c ")
        lebar = max([lebar, *(nomor_kolom(k.decode()) + 1 for k in set(_REF_LEBAR.findall(potong)))])
        nomor = [int(n) for n in (_BARIS if awalan == b"<" else _BARIS_AWALAN).findall(potong)]
        baris_akhir = max([baris_akhir, *nomor])
        if b"hidden=" in potong:
            catatan.tersembunyi += len(_BARIS_SEMBUNYI.findall(potong))
        if b't="e"' in potong or (awalan + b"f" in potong and _RUMUS_KOSONG.search(potong)):
            _catat_sel(potong, urut, catatan)
        urut = nomor[-1] if nomor else urut + potong.count(awalan + b"row>") + potong.count(awalan + b"row ")
        tolak_rongga(baris_akhir * lebar, sel)
    return catatan


def kolom_sembunyi(kepala: bytes) -> Iterator[tuple[int, int]]:
    """Yield the stretches of columns that what stands before the rows hides; a width of nothing hides too."""
    for tag in _KOLOM.findall(kepala) if b"hidden=" in kepala or b'width="0' in kepala else ():
        sifat = sifat_tag(tag)
        dari, sampai = (sifat.get(n, "") for n in ("min", "max"))
        lebar = sifat.get("width", "1")
        tertutup = sifat.get("hidden") in ("1", "true") or not lebar.strip("0.")
        if tertutup and dari.isdecimal() and sampai.isdecimal() and 0 < int(dari) <= int(sampai) <= KOLOM_MAKS:
            yield int(dari) - 1, int(sampai) - 1


def tolak_rongga(luas: int, sel: int) -> None:
    """Refuse a sheet whose rectangle is far larger than its cells, or that has too many of them."""
    if luas > MAKS_SEL and luas > sel * 4:
        raise Tolak("terlalu_besar", "sel_jauh")
    if sel > MAKS_SEL:
        raise Tolak("terlalu_besar")


def _potong(arsip: zipfile.ZipFile, butir: str) -> Iterator[bytes]:
    """Yield the XML in pieces of about 1 MB that end with a whole row."""
    sisa = b""
    try:
        with arsip.open(butir) as berkas:
            sisa = _awal(berkas)
            while isi := berkas.read(1 << 20):
                sisa += isi
                batas = max(sisa.rfind(b"</row>"), sisa.rfind(b":row>"))
                if batas < 0 and len(sisa) < 1 << 24:
                    continue
                batas = batas if batas >= 0 else len(sisa)
                yield sisa[:batas]
                sisa = sisa[batas:]
    except (KeyError, *ZIP_RUSAK) as sebab:
        raise Tolak("rusak", butir) from sebab
    yield sisa


def _awal(berkas: IO[bytes]) -> bytes:
    awal = berkas.read(1 << 16)
    tolak_dtd(awal)
    return awal


def _catat_sel(potong: bytes, baris: int, catatan: Catatan) -> None:
    """Walk the cells of a piece; `baris` is the number of the last row before it, counted from 1."""
    kolom = -1
    for tag in _TAG.finditer(potong):
        sifat = tag.group(2)
        ref = re.search(rb'\br="([^"]*)"', sifat)
        if tag.group(1) == b"row":
            baris, kolom = int(ref.group(1)) if ref else baris + 1, -1
            continue
        tempat = _REF.fullmatch(ref.group(1)) if ref else None
        kolom = nomor_kolom(tempat.group(1).decode()) if tempat else kolom + 1
        if tag.group(3):
            continue
        akhir = _AKHIR_SEL.search(potong, tag.end())
        catat_satu(sifat, potong[tag.end() : akhir.start() if akhir else len(potong)], (baris - 1, kolom), catatan)


def catat_satu(sifat: bytes, isi: bytes, tempat: tuple[int, int], catatan: Catatan) -> None:
    """Note a cell that the reader hides, by its attributes and what stands in it: an error, an uncalculated formula."""
    nilai = _NILAI.search(isi)
    if b't="e"' in sifat:
        catatan.galat.append((*tempat, nilai.group(1).decode("utf-8", "replace") if nilai else "#"))
    elif (
        _ADA_RUMUS.search(isi)
        and not (nilai and nilai.group(1))
        and not (b't="str"' in sifat and _ADA_NILAI.search(isi))
        and _RUMUS_KOSONG.search(isi + b"</c>")
    ):
        # A text formula may well have come to nothing; then it has its empty value, or an empty inline text.
        catatan.rumus_kosong.append(tempat)


def nomor_kolom(huruf: str) -> int:
    """Turn a column letter into its number, A = 0."""
    nomor = 0
    for h in huruf:
        nomor = nomor * 26 + ord(h) - 64
    return nomor - 1


@lru_cache(maxsize=1024)
def huruf_kolom(nomor: int) -> str:
    """Turn a column number into its letter, 0 = A."""
    huruf = ""
    nomor += 1
    while nomor:
        nomor, sisa = divmod(nomor - 1, 26)
        huruf = chr(65 + sisa) + huruf
    return huruf
