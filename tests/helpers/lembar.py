"""Makes spreadsheets as desa send them: xlsx, xlsb, xls, ods, csv and HTML, whole, hostile and broken; all invented."""

import csv
import io
import struct
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from xml.sax.saxutils import escape

import xlwt

from app.usulan.penjaga import huruf_kolom


@dataclass(frozen=True)
class Galat:
    """An error cell: `#N/A`, `#REF!`."""

    teks: str


@dataclass(frozen=True)
class Rumus:
    """A formula; `nilai` None when it was never calculated."""

    rumus: str
    nilai: "str | float | Galat | None" = None


@dataclass
class Lembar:
    """One sheet. `gabung` holds ranges such as `A1:C1`; `sembunyi` hides the sheet, the others hide rows or columns,
    counted from 1."""

    baris: Sequence[Sequence[Any]]
    nama: str = "Sheet1"
    gabung: Sequence[str] = ()
    sembunyi: bool = False
    baris_sembunyi: Sequence[int] = field(default_factory=tuple)
    kolom_sembunyi: Sequence[int] = field(default_factory=tuple)


def _serial(hari: date, *, sejak_1904: bool = False) -> int:
    return (hari - (date(1904, 1, 1) if sejak_1904 else date(1899, 12, 30))).days


class Teks:
    """The shared strings of a workbook."""

    def __init__(self) -> None:
        self.semua: dict[str, int] = {}

    def nomor(self, teks: str) -> int:
        return self.semua.setdefault(teks, len(self.semua))

    def xml(self) -> str:
        isi = "".join(f'<si><t xml:space="preserve">{escape(t)}</t></si>' for t in self.semua)
        return f'<sst xmlns="{_NS}" count="{len(self.semua)}" uniqueCount="{len(self.semua)}">{isi}</sst>'


_NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_NSR = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NSP = "http://schemas.openxmlformats.org/package/2006"
_GAYA = (
    f'<styleSheet xmlns="{_NS}"><fonts><font/></fonts><fills><fill/></fills><borders><border/></borders>'
    '<cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs>'
    "</styleSheet>"
)


def sel_xlsx(ref: str, nilai: Any, teks: Teks, sejak_1904: bool) -> str:
    """Return the XML of one cell."""
    match nilai:
        case None | "":
            return ""
        case bool():
            return f'<c r="{ref}" t="b"><v>{int(nilai)}</v></c>'
        case date():
            return f'<c r="{ref}" s="1"><v>{_serial(nilai, sejak_1904=sejak_1904)}</v></c>'
        case int() | float():
            return f'<c r="{ref}"><v>{nilai}</v></c>'
        case Galat(isi):
            return f'<c r="{ref}" t="e"><v>{escape(isi)}</v></c>'
        case Rumus(rumus, None):
            return f'<c r="{ref}"><f>{escape(rumus)}</f></c>'
        case Rumus(rumus, str() as isi):
            return f'<c r="{ref}" t="str"><f>{escape(rumus)}</f><v>{escape(isi)}</v></c>'
        case Rumus(rumus, isi):
            return f'<c r="{ref}"><f>{escape(rumus)}</f><v>{isi}</v></c>'
    return f'<c r="{ref}" t="s"><v>{teks.nomor(str(nilai))}</v></c>'


def _lembar_xlsx(lembar: Lembar, teks: Teks, sejak_1904: bool) -> str:
    baris = []
    for nomor, isi in enumerate(lembar.baris, 1):
        sel = "".join(sel_xlsx(f"{huruf_kolom(k)}{nomor}", n, teks, sejak_1904) for k, n in enumerate(isi))
        sembunyi = ' hidden="1"' if nomor in lembar.baris_sembunyi else ""
        if sel or sembunyi:
            baris.append(f'<row r="{nomor}"{sembunyi}>{sel}</row>')
    gabung = "".join(f'<mergeCell ref="{g}"/>' for g in lembar.gabung)
    ekor = f'<mergeCells count="{len(lembar.gabung)}">{gabung}</mergeCells>' if gabung else ""
    kolom = "".join(f'<col min="{k}" max="{k}" width="9" hidden="1"/>' for k in lembar.kolom_sembunyi)
    awal = f"<cols>{kolom}</cols>" if kolom else ""
    return f'<worksheet xmlns="{_NS}">{awal}<sheetData>{"".join(baris)}</sheetData>{ekor}</worksheet>'


def zip_berkas(isi: Mapping[str, str | bytes]) -> bytes:
    """Return a zip with these entries."""
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama, data in isi.items():
            # No clock in it: the same content is the same bytes.
            arsip.writestr(zipfile.ZipInfo(nama), data, zipfile.ZIP_DEFLATED)
    return keluar.getvalue()


def bagian_xlsx(*lembar: Lembar, sejak_1904: bool = False) -> dict[str, str | bytes]:
    """Return the parts of a workbook, so that a test can spoil one."""
    teks = Teks()
    isi = {f"xl/worksheets/sheet{n}.xml": _lembar_xlsx(satu, teks, sejak_1904) for n, satu in enumerate(lembar, 1)}
    sembunyi = [' state="hidden"' if satu.sembunyi else "" for satu in lembar]
    daftar = "".join(
        f'<sheet name="{escape(satu.nama, {chr(34): "&quot;"})}" sheetId="{n}"{sembunyi[n - 1]} r:id="rId{n}"/>'
        for n, satu in enumerate(lembar, 1)
    )
    tautan = "".join(
        f'<Relationship Id="rId{n}" Type="{_NSR}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, len(lembar) + 1)
    )
    dasar = '<workbookPr date1904="1"/>' if sejak_1904 else "<workbookPr/>"
    return {
        "[Content_Types].xml": f'<Types xmlns="{_NSP}/content-types"><Default Extension="xml" '
        'ContentType="application/xml"/><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_NSP}/relationships"><Relationship Id="rId1" '
        f'Type="{_NSR}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_NS}" xmlns:r="{_NSR}">{dasar}<sheets>{daftar}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_NSP}/relationships">{tautan}'
        f'<Relationship Id="rIdS" Type="{_NSR}/styles" Target="styles.xml"/>'
        f'<Relationship Id="rIdT" Type="{_NSR}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/styles.xml": _GAYA,
        "xl/sharedStrings.xml": teks.xml(),
        **isi,
    }


def xlsx(*lembar: Lembar, sejak_1904: bool = False) -> bytes:
    """Return an xlsx (or xlsm: the bytes are alike)."""
    return zip_berkas(bagian_xlsx(*lembar, sejak_1904=sejak_1904))


def _tulis_xls(halaman: Any, b: int, k: int, nilai: Any, tanggal: Any) -> None:
    match nilai:
        case None:
            pass
        case Galat(isi):
            halaman.row(b).set_cell_error(k, _GALAT_BIFF[isi])
        case Rumus(rumus):  # xlwt never calculates: an empty text, to be calculated when it is opened
            halaman.write(b, k, xlwt.Formula(rumus))
        case date():
            halaman.write(b, k, nilai, tanggal)
        case _:
            halaman.write(b, k, nilai)


def xls(*lembar: Lembar, sejak_1904: bool = False) -> bytes:
    """Return a BIFF8 workbook."""
    buku = xlwt.Workbook()
    buku.dates_1904 = sejak_1904
    tanggal = xlwt.easyxf(num_format_str="DD/MM/YYYY")
    for satu in lembar:
        halaman = buku.add_sheet(satu.nama)
        halaman.visibility = int(satu.sembunyi)
        for b, isi in enumerate(satu.baris):
            for k, nilai in enumerate(isi):
                _tulis_xls(halaman, b, k, nilai, tanggal)
        for nomor in satu.baris_sembunyi:
            halaman.row(nomor - 1).hidden = True
        for nomor in satu.kolom_sembunyi:
            halaman.col(nomor - 1).hidden = True
    keluar = io.BytesIO()
    buku.save(keluar)
    return keluar.getvalue()


def _sel_ods(nilai: Any) -> str:
    sel = "table:table-cell"
    match nilai:
        case None | "":
            return f"<{sel}/>"
        case date():
            return f'<{sel} office:value-type="date" office:date-value="{nilai.isoformat()}"/>'
        case int() | float():
            return f'<{sel} office:value-type="float" office:value="{nilai}"><text:p>{nilai}</text:p></{sel}>'
        case Galat(isi):
            sifat = (
                'table:formula="of:=NA()" office:value-type="string" office:string-value="" calcext:value-type="error"'
            )
            return f"<{sel} {sifat}><text:p>{escape(isi)}</text:p></{sel}>"
        case Rumus(rumus, None):
            return f'<{sel} table:formula="of:={escape(rumus)}"/>'
        case Rumus(rumus, isi):
            sifat = f'table:formula="of:={escape(rumus)}" office:value-type="string"'
            return f"<{sel} {sifat}><text:p>{escape(str(isi))}</text:p></{sel}>"
    return f'<{sel} office:value-type="string"><text:p>{escape(str(nilai))}</text:p></{sel}>'


_RUANG_ODS = " ".join(
    f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in ("office", "table", "text", "manifest")
)


_RUANG_ODS += ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
_SEMBUNYI_ODS = ' table:visibility="collapse"'
_SEJAK_1904_ODS = (
    '<table:calculation-settings><table:null-date table:date-value="1904-01-01"/></table:calculation-settings>'
)


def _kolom_ods(lembar: Lembar) -> str:
    """Return the columns, those behind the last hidden one as one that repeats."""
    satu = "".join(
        f"<table:table-column{_SEMBUNYI_ODS if k in lembar.kolom_sembunyi else ''}/>"
        for k in range(1, max(lembar.kolom_sembunyi, default=0) + 1)
    )
    return f'{satu}<table:table-column table:number-columns-repeated="16"/>' if satu else ""


def bagian_ods(*lembar: Lembar, sejak_1904: bool = False) -> dict[str, str | bytes]:
    """Return the parts of an OpenDocument spreadsheet, so that a test can spoil one."""
    tabel = "".join(
        f'<table:table table:name="{escape(satu.nama)}">{_kolom_ods(satu)}'
        + "".join(
            f"<table:table-row{_SEMBUNYI_ODS if n in satu.baris_sembunyi else ''}>{''.join(map(_sel_ods, b))}"
            "</table:table-row>"
            for n, b in enumerate(satu.baris, 1)
        )
        + "</table:table>"
        for satu in lembar
    )
    jenis = "application/vnd.oasis.opendocument.spreadsheet"
    awal = _SEJAK_1904_ODS if sejak_1904 else ""
    badan = f"<office:body><office:spreadsheet>{awal}{tabel}</office:spreadsheet></office:body>"
    butir = f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{jenis}"/>'
    return {
        "mimetype": jenis,
        "content.xml": f"<office:document-content {_RUANG_ODS}>{badan}</office:document-content>",
        "META-INF/manifest.xml": f"<manifest:manifest {_RUANG_ODS}>{butir}</manifest:manifest>",
    }


def ods(*lembar: Lembar, sejak_1904: bool = False) -> bytes:
    """Return an OpenDocument spreadsheet."""
    return zip_berkas(bagian_ods(*lembar, sejak_1904=sejak_1904))


def _rekam(jenis: int, isi: bytes = b"") -> bytes:
    """Return one BIFF12 record: type and length in seven-bit groups."""
    kepala = bytes([jenis]) if jenis < 0x80 else bytes([(jenis & 0x7F) | 0x80, jenis >> 7])
    panjang, sisa = b"", len(isi)
    while True:
        sisa, rendah = sisa >> 7, sisa & 0x7F
        panjang += bytes([rendah | (0x80 if sisa else 0)])
        if not sisa:
            return kepala + panjang + isi


def _lebar(teks: str) -> bytes:
    return struct.pack("<I", len(teks)) + teks.encode("utf-16-le")


_GALAT_BIFF = {"#NULL!": 0, "#DIV/0!": 7, "#VALUE!": 0x0F, "#REF!": 0x17, "#NAME?": 0x1D, "#NUM!": 0x24, "#N/A": 0x2A}


def _sel_xlsb(kolom: int, nilai: Any) -> bytes:
    kepala = struct.pack("<II", kolom, 0)
    rumus = struct.pack("<HII", 2, 0, 0)  # to be calculated when it is opened; no tokens
    match nilai:
        case int() | float():
            return _rekam(5, kepala + struct.pack("<d", nilai))
        case Galat(isi):
            return _rekam(3, kepala + bytes([_GALAT_BIFF[isi]]))
        case Rumus(_, None):
            return _rekam(8, kepala + _lebar("") + rumus)
        case Rumus(_, Galat(isi)):
            return _rekam(11, kepala + bytes([_GALAT_BIFF[isi]]) + rumus)
        case Rumus(_, isi):
            return _rekam(8, kepala + _lebar(str(isi)) + rumus)
    return _rekam(6, kepala + _lebar(str(nilai)))


def xlsb(lembar: Lembar, *, sejak_1904: bool = False) -> bytes:
    """Return a binary workbook with one sheet of texts and numbers."""
    ukuran = struct.pack("<IIII", 0, len(lembar.baris) - 1, 0, max(map(len, lembar.baris)) - 1)
    kolom = [_rekam(0x3C, struct.pack("<IIIIH", k - 1, k - 1, 2304, 0, 1)) for k in lembar.kolom_sembunyi]
    kolom = [_rekam(0x186), *kolom, _rekam(0x187)] if kolom else []
    rekaman = [_rekam(0x81), _rekam(0x94, ukuran), *kolom, _rekam(0x91)]
    for b, isi in enumerate(lembar.baris):
        sembunyi = 0x10 if b + 1 in lembar.baris_sembunyi else 0
        rekaman.append(_rekam(0, struct.pack("<IIHBBBI", b, 0, 300, 0, sembunyi, 0, 0)))
        rekaman += [_sel_xlsb(k, nilai) for k, nilai in enumerate(isi) if nilai is not None]
    rekaman += [_rekam(0x92), _rekam(0x82)]
    sifat = [_rekam(0x99, struct.pack("<III", 1, 0, 0))] if sejak_1904 else []
    buku = [
        _rekam(0x83),
        *sifat,
        _rekam(0x8F),
        _rekam(0x9C, struct.pack("<II", 0, 1) + _lebar("rId1") + _lebar(lembar.nama)),
    ]
    bagian = bagian_xlsx(Lembar([]))
    return zip_berkas(
        {
            "[Content_Types].xml": bagian["[Content_Types].xml"],
            "_rels/.rels": str(bagian["_rels/.rels"]).replace("workbook.xml", "workbook.bin"),
            "xl/workbook.bin": b"".join([*buku, _rekam(0x90), _rekam(0x84)]),
            "xl/_rels/workbook.bin.rels": f'<Relationships xmlns="{_NSP}/relationships"><Relationship Id="rId1" '
            f'Type="{_NSR}/worksheet" Target="worksheets/sheet1.bin"/></Relationships>',
            "xl/worksheets/sheet1.bin": b"".join(rekaman),
        }
    )


def csv_teks(baris: Sequence[Sequence[Any]], *, pemisah: str = ";", sandi: str = "utf-8") -> bytes:
    """Return a CSV."""
    keluar = io.StringIO(newline="")
    csv.writer(keluar, delimiter=pemisah).writerows([["" if n is None else n for n in satu] for satu in baris])
    return keluar.getvalue().encode(sandi)


def html(baris: Sequence[Sequence[Any]], judul: str = "Daftar") -> bytes:
    """Return a page with a table, as web programs call `.xls`."""
    isi = "".join(
        "<tr>" + "".join(f"<td>{escape('' if n is None else str(n))}</td>" for n in satu) + "</tr>\n" for satu in baris
    )
    return f"<html><head><title>{judul}</title></head><body><table border=1>{isi}</table></body></html>".encode()


def ole(*nama_aliran: str, isi: bytes = b"\0" * 4096) -> bytes:
    """Return an OLE compound file with these streams: `EncryptedPackage` makes it a workbook with a password."""
    sektor = (len(isi) + 511) // 512
    aliran = [isi.ljust(sektor * 512, b"\0")] * len(nama_aliran)
    banyak_direktori = (len(nama_aliran) + 1 + 3) // 4
    awal = 1 + banyak_direktori  # FAT, directory, then the streams
    fat = [0xFFFFFFFD, *range(2, 1 + banyak_direktori), 0xFFFFFFFE]
    for ke in range(len(aliran)):
        mulai = awal + ke * sektor
        fat += [*range(mulai + 1, mulai + sektor), 0xFFFFFFFE]
    fat += [0xFFFFFFFF] * (128 - len(fat))
    butir = [_butir("Root Entry", 5, 0xFFFFFFFE, 0, anak=1 if nama_aliran else 0xFFFFFFFF)]
    for ke, nama in enumerate(nama_aliran):
        kanan = ke + 2 if ke + 1 < len(nama_aliran) else 0xFFFFFFFF
        butir.append(_butir(nama, 2, awal + ke * sektor, len(isi), kanan=kanan))
    butir += [b"\0" * 128] * (banyak_direktori * 4 - len(butir))
    kepala = struct.pack(
        "<8s16sHHHHH6xIIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6,
        0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0,
    )  # fmt: skip
    kepala += struct.pack("<108I", *([0xFFFFFFFF] * 108))
    return kepala + struct.pack("<128I", *fat) + b"".join(butir) + b"".join(aliran)


def _butir(nama: str, jenis: int, mulai: int, ukuran: int, *, kanan: int = 0xFFFFFFFF, anak: int = 0xFFFFFFFF) -> bytes:
    teks = nama.encode("utf-16-le") + b"\0\0"
    kosong = 0xFFFFFFFF
    return struct.pack("<64sHBBIII36xIQ", teks, len(teks), jenis, 1, kosong, kanan, anak, mulai, ukuran)


def bom_sudut() -> bytes:
    """Return the 5 kB workbook with cells A1 and XFD1048576: a careless reader asks for 500 GB."""
    bagian = bagian_xlsx(Lembar([["NIK", "NAMA"]]))
    baris = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    bagian["xl/worksheets/sheet1.xml"] = str(bagian["xl/worksheets/sheet1.xml"]).replace("</sheetData>", baris)
    return zip_berkas(bagian)


def bom_isi(besar: int = 700 * 1024 * 1024) -> bytes:
    """Return a small zip that holds more than a workbook may."""
    bagian = bagian_xlsx(Lembar([["NIK", "NAMA"]]))
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama, data in bagian.items():
            arsip.writestr(nama, data)
        with arsip.open("xl/media/image1.png", "w", force_zip64=True) as berkas:
            potong = b"\0" * (1 << 20)
            for _ in range(besar // len(potong)):
                berkas.write(potong)
    return keluar.getvalue()
