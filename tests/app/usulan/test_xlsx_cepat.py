"""The quick way of reading an xlsx gives exactly what calamine gives, or leaves it to calamine."""

import io
import random
import re
import zipfile
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from app.usulan import xlsx_cepat, xlsx_potong
from app.usulan.penjaga import MAKS_SEL, huruf_kolom
from tests.app.usulan.test_baca_acak import rusak, rusak_di_dalam
from tests.app.usulan.test_korpus import KORPUS
from tests.helpers import lembar as buat
from tests.helpers.dua_jalan import Jalan, sama
from tests.helpers.lembar import Galat, Lembar, Rumus

PELAN = settings(
    deadline=None,
    max_examples=50,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
BARIS = [
    ["NO", "NAMA", "NIK", "TGL LAHIR", "LANSIA"],
    *([n, f"SITI {n}", f"62090341016500{n:02d}", date(1950, 1, n), n % 2 == 0] for n in range(1, 29)),
    [None, Galat("#N/A"), Rumus("A1"), Rumus("A1", 3), Rumus("B1", "x")],
]
GAYA = (
    '<styleSheet><numFmts count="3"><numFmt numFmtId="164" formatCode="dd\\-mm\\-yyyy"/>'
    '<numFmt numFmtId="165" formatCode="[h]:mm:ss"/><numFmt numFmtId="166" formatCode="0.00&quot; h&quot;"/></numFmts>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="9"/>'
    '<xf numFmtId="166"/><xf numFmtId="22"/><xf numFmtId="20"/></cellXfs></styleSheet>'
)


@pytest.fixture
def potong_kecil(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a sheet of a few rows come in several pieces and blocks."""
    monkeypatch.setattr(xlsx_cepat, "_BESAR", 400)
    monkeypatch.setattr(xlsx_cepat, "BARIS_PER_BLOK", 3)


def buku(baris: str, teks: str = "", *, gaya: str = GAYA, sejak_1904: bool = False, ekor: str = "") -> bytes:
    """Return a workbook whose rows, shared strings and styles are this XML."""
    bagian = buat.bagian_xlsx(Lembar([]), Lembar([["lain"]], nama="Dua"), sejak_1904=sejak_1904)
    bagian["xl/worksheets/sheet1.xml"] = f"<worksheet><sheetData>{baris}</sheetData>{ekor}</worksheet>"
    bagian["xl/sharedStrings.xml"] = f"<sst><si><t>lain</t></si>{teks}</sst>"
    bagian["xl/styles.xml"] = gaya
    return buat.zip_berkas(bagian)


def sel(*semua: str) -> bytes:
    """Return a workbook with these cells, each as its XML behind the reference, in a row of its own."""
    return buku("".join(f'<row r="{n}"><c r="B{n}"{s}</row>' for n, s in enumerate(semua, 1)), SST)


SST = (
    "<si><t>SITI</t></si>"
    '<si><t xml:space="preserve"> tepi </t></si><si><t> tepi </t></si><si><t>a &amp; b</t></si><si><t/></si>'
    "<si><t></t></si><si></si><si><t>_x0041_</t></si><si><t>dua\r\nbaris</t></si><si><t>dua\nbaris</t></si>"
    "<si><r><rPr><b/></rPr><t>ka</t></r><r><t>ya </t></r></si>"
    '<si><t>字</t><rPh sb="0" eb="1"><t>x</t></rPh><phoneticPr fontId="1"/></si><si><t>a\x7fb</t></si>'
    "<si><t>&#65;&#x42;</t></si><si><t>\u00a0x\u00a0</t></si><si><t>62090341</t></si>"
)
CARA = [
    ' t="s"><v>1</v></c>', ' s="3" t="s"><v>2</v></c>', ' t="s" s="1"><v>3</v></c>', ' t="s"><v></v></c>', ' t="s"/>',
    ' t="s"><v/></c>', ' t="s"><f>A1</f><v>1</v></c>', "><v>5</v></c>", ' t="n"><v>5</v></c>', ' s="0"><v>0</v></c>',
    "><v>6209034101650012</v></c>", "><v>12345678901234567</v></c>", "><v>9007199254740993</v></c>",
    "><v>00012345678</v></c>", "><v>12345678</v></c>", "><v>1.5</v></c>", "><v>-3</v></c>", "><v>+3</v></c>",
    "><v>6.209034101650012E15</v></c>", "><v>1e400</v></c>", "><v>nan</v></c>", "><v> 7 </v></c>", "><v>abc</v></c>",
    "><v></v></c>", "><v/></c>", "></c>", "/>", ' s="4"/>', ' s="4" />', ' s="1"><v>25139</v></c>',
    ' s="2"><v>25139</v></c>', ' s="3"><v>25139</v></c>', ' s="3"><v>1.25</v></c>', ' s="4"><v>0.5</v></c>',
    ' s="5"><v>12</v></c>', ' s="6"><v>25139.5</v></c>', ' s="7"><v>0.25</v></c>', ' s="1"><v>-5</v></c>',
    ' s="1"><v>99999999</v></c>', ' s="99"><v>25139</v></c>', ' s="x"><v>25139</v></c>', ' s="01"><v>25139</v></c>',
    ' t="b"><v>1</v></c>', ' t="b"><v>0</v></c>', ' t="e"><v>#N/A</v></c>', ' t="e"></c>', ' t="e"/>',
    ' t="e"><f>1/0</f><v>#DIV/0!</v></c>', ' t="str"><v>hasil</v></c>', ' t="str"><v></v></c>', ' t="str"><v/></c>',
    ' t="str"><f>A1&amp;B1</f><v>a &amp; b</v></c>', ' t="d"><v>1950-01-02</v></c>',
    ' t="d"><v>1950-01-02T03:04:05</v></c>',
    "><f>A1</f></c>", "><f>A1</f><v>4</v></c>", '><f t="shared" si="0"/><v>4</v></c>', "><f>A1</f><v></v></c>",
    ' t="inlineStr"><is><t>teks</t></is></c>', ' s="2" t="inlineStr"><is><t xml:space="preserve"> t </t></is></c>',
    ' t="inlineStr"><is><t> t </t></is></c>', ' t="inlineStr"><is><t></t></is></c>', ' t="inlineStr"><is/></c>',
    ' t="inlineStr"><f>A1</f><is><t></t></is></c>', ' t="inlineStr"><is><t>a &lt; b_x0041_</t></is></c>',
    ' t="inlineStr"><is><r><t>a</t></r><r><rPr><b/></rPr><t>b</t></r></is></c>',
    ' t="inlineStr"><is><t>a > b</t></is></c>',
    "><v>-3.25</v></c>", "><v>-0</v></c>", "><v>0.1</v></c>", "><v>1.</v></c>", "><v>.5</v></c>", "><v>1e5</v></c>",
    "><v>0.30000000000000004</v></c>", ' s="1"><v>25139.25</v></c>',
    ' s="4"><f>A1*(B1+C1)-"x &gt; y"</f><v>-12.5</v></c>',
    ' t="s"><f>VLOOKUP(A1,B:C,2)</f><v>9</v></c>', ' s="1"><f>A1</f><v>25139</v></c>',
    ' t="b"><f>A1=1</f><v>1</v></c>',
    '><f t="shared" ref="A1:A9" si="0">A1+1</f><v>4</v></c>', ' t="n"><f t="array" ref="A1">A1</f><v>7</v></c>',
    ' cm="1"><v>8</v></c>', ' t="s" vm="1"><v>1</v></c>',
]  # fmt: skip
"""Cells as programs write them, each read the quick way or with its help."""
ANEH = [
    ' t="s"><v>99999</v></c>', ' t="s"><v> 1 </v></c>', ' t="zz"><v>1</v></c>', ' r="C9"><v>1</v></c>',
    "><v>1</v></c><c><v>2</v></c>", "><v>1</v></c>x", "><v>1</c>", "><!-- <c --><v>1</v></c>", "><v>1</v><v>2</v></c>",
    ' t="inlineStr"><is><t><![CDATA[<c r="A9"><v>5</v></c>]]></t></is></c>', " s='1'><v>25139</v></c>",
    "><f>A<1</f><v>5</v></c>", "><f>A</f><f>B</f><v>5</v></c>", "><f>A</f><v>5</v><v>6</v></c>",
    "><v>1</v><f>A</f></c>", '><f a=">"/><v>5</v></c>', ' t="s"><f>A</f><v>0.5</v></c>', ' t="s"><v>0.5</v></c>',
    "><x/><v>5</v></c>", "/><v>5</v></c>", "><is><t>a</t></is><v>5</v></c>", "><f><v>5</v></c>",
    ' s="4"><v>5</c></v></c>',
    ' x="<c r="><v>1</v></c>', "><v>1</v></c ><c r='D1'><v>2</v></c>", "><x/></c>", ' t="s"><v>-1</v></c>',
]  # fmt: skip
"""Cells that no program writes: whatever calamine makes of them is what counts."""


@pytest.mark.parametrize("kasus", [k for k in KORPUS if k.isi.startswith(b"PK")], ids=lambda k: k.nama)
def test_every_file_of_the_corpus_is_read_alike(kasus: Any) -> None:
    sama(kasus.isi)


def test_nearly_the_whole_corpus_goes_the_quick_way() -> None:
    jalan = [Jalan(k.isi, cepat=True).cepat for k in KORPUS if k.berkas.endswith((".xlsx", ".xlsm"))]
    assert sum(jalan) > len(jalan) * 0.9


@pytest.mark.parametrize("satu", CARA)
def test_a_way_of_writing_a_cell_is_read_quickly(satu: str) -> None:
    assert sama(buku(f'<row r="1"><c r="A1"><v>1</v></c><c r="B1"{satu}<c r="C1" t="s"><v>0</v></c></row>', SST))


@pytest.mark.parametrize("satu", [*CARA, *ANEH])
def test_any_cell_alone_at_the_edge_is_read_alike(satu: str) -> None:
    sama(sel(satu))
    sama(sel("><v>1</v></c>", satu))


@pytest.mark.parametrize(
    "baris",
    [
        '<row r="2" spans="1:3" ht="15" x14ac:dyDescent="0.25"><c r="A2"><v>1</v></c></row>',
        '<row collapsed="false" customFormat="false" hidden="true" ht="12.8" r="3"><c r="A3"><v>1</v></c></row>',
        '<row r="1" hidden="1"/><row r="5" ><c r="C5"><v>1</v></c></row><row r="7"></row>',
        '<row r="1"><c r="AB1"><v>1</v></c><c r="AC1" s="1"/></row><row r="1048576"/>',
        '<row r="1"><c r="A1"/><c r="XFD1" s="4"/></row><row r="2"><c r="B2"><v>1</v></c></row>',
        "",
        '<row r="1"><c r="A1" s="4"/></row>',
    ],
)
def test_rows_as_programs_write_them(baris: str) -> None:
    assert sama(buku(baris))


@pytest.mark.parametrize(
    "baris",
    [
        '<row><c r="A1"><v>1</v></c></row>',
        '<row r="1"><c><v>1</v></c><c><v>2</v></c></row>',
        '<row r="2"><c r="A1"><v>1</v></c></row>',
        '<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>',
        '<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>',
        '\n<row r="1">\n<c r="A1">\n<v>1</v>\n</c>\n</row>\n',
        '<row r="1"><c r="a1"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c><c r="GT1"><v>2</v></c></row>',
        '<row r="1" r="2"><c r="A1"><v>1</v></c></row>',
        '<row r="0"><c r="A0"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c><!-- <row r="2"><c r="A2"><v>1</v></c></row> --></row>',
        '<row r="1"><c r="A1"><v>1</v></c>',
    ],
)
def test_rows_that_are_written_otherwise_are_left_to_calamine(baris: str) -> None:
    assert not sama(buku(baris))


@pytest.mark.parametrize(
    "teks",
    [
        "<si/>",
        "<si><t>a</t></si><si/>",
        "<si><rPh sb='0'><t>x</t></rPh></si>",
        "<si><t>a</si>",
        "<si><t><![CDATA[</si>]]></t></si>",
    ],
)
def test_strings_that_are_written_otherwise_are_left_to_calamine(teks: str) -> None:
    baris = "".join(f'<row r="{n + 1}"><c r="A{n + 1}" t="s"><v>{n}</v></c></row>' for n in range(2))
    assert not sama(buku(baris, teks + "<si><t>akhir</t></si>"))


@pytest.mark.parametrize("satu", ["><f>ANI</f><v>1</v></c>", ' t="inlineStr"><is><t>ANI</t></is></c>'])
def test_a_byte_that_is_no_letter_is_left_to_calamine(satu: str) -> None:
    bagian = buat.bagian_xlsx(Lembar([[1]]))
    isi = f'<worksheet><sheetData><row r="1"><c r="A1"{satu}</row></sheetData></worksheet>'
    bagian["xl/worksheets/sheet1.xml"] = isi.encode().replace(b"ANI", b"AN\xd1")
    assert not sama(buat.zip_berkas(bagian))


def _berawalan(isi: bytes) -> bytes:
    """Return the book with a prefix on every tag of its sheets and strings, as some libraries write it."""
    bagian = {}
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        for nama in arsip.namelist():
            xml = arsip.read(nama)
            berkas = nama.startswith("xl/worksheets") or nama.endswith("sharedStrings.xml")
            bagian[nama] = re.sub(rb"<(/?)(?=[a-zA-Z])", rb"<\1x:", xml) if berkas else xml
    return buat.zip_berkas(bagian)


def test_a_book_with_prefixed_tags_is_read_quickly_too(potong_kecil: None) -> None:
    baris = "".join(f'<row r="{n}"><c r="B{n}"{s}</row>' for n, s in enumerate(CARA, 1))
    ekor = '<mergeCells><mergeCell ref="A1:B9"/></mergeCells>'
    assert sama(_berawalan(buku(baris, SST, ekor=ekor)))
    assert sama(_berawalan(buat.xlsx(Lembar(BARIS, kolom_sembunyi=[2], baris_sembunyi=[4]), Lembar([], "K"))))


def test_what_stands_around_the_cells_is_kept() -> None:
    semua = [
        buat.xlsx(Lembar(BARIS, gabung=["A1:C1"], baris_sembunyi=[3, 4], kolom_sembunyi=[2]), Lembar([], "K"),
                  Lembar(BARIS, "H", sembunyi=True)),
        buat.xlsx(Lembar(BARIS), sejak_1904=True),
        buat.xlsx(Lembar([[], [], [None, None, "NIK"], [], [None, None, date(1965, 1, 2)]])),
        buku('<row r="1"><c r="A1"><v>1</v></c></row>', ekor='<mergeCells><mergeCell ref="A1:B9"/></mergeCells>'),
    ]  # fmt: skip
    assert all(sama(isi) for isi in semua)


@PELAN
@given(
    st.lists(st.lists(st.sampled_from(CARA), max_size=6), max_size=8), st.booleans(), st.randoms(use_true_random=False)
)
def test_any_mixture_of_cells_is_read_alike(
    potong_kecil: None, baris: Sequence[Sequence[str]], sejak_1904: bool, acak: random.Random
) -> None:
    xml, nomor = "", 0
    for isi in baris:
        nomor += acak.choice((1, 1, 1, 2, 5))
        kolom = sorted(acak.sample(range(30), len(isi)))
        satu = "".join(f'<c r="{huruf_kolom(k)}{nomor}"{s}' for k, s in zip(kolom, isi, strict=True))
        sifat = acak.choice(("", ' spans="1:9"', ' hidden="1"'))
        xml += f'<row r="{nomor}"{sifat}>{satu}</row>'
    sama(buku(xml, SST, sejak_1904=sejak_1904))


NILAI = st.one_of(
    st.none(), st.booleans(), st.integers(-(10**17), 10**17), st.floats(allow_nan=False, allow_infinity=False),
    st.text(st.characters(blacklist_categories=("Cc", "Cs"), blacklist_characters="\ufffe\uffff"), max_size=12),
    st.dates(date(1900, 3, 1), date(2100, 1, 1)), st.datetimes(datetime(1901, 1, 1), datetime(2100, 1, 1)), st.times(),  # noqa: DTZ001
    st.timedeltas(timedelta(0), timedelta(days=400)), st.sampled_from(["=A1", "=SUM(A1:B2)", "#N/A", " tepi ", "a\nb"]),
)  # fmt: skip


@PELAN
@given(st.lists(st.lists(NILAI, max_size=6), max_size=8), st.booleans())
def test_what_openpyxl_writes_is_read_quickly(semua: list[list[Any]], aliran: bool) -> None:
    kerja = openpyxl.Workbook(write_only=aliran)
    halaman = kerja.create_sheet("Daftar")
    for baris in semua:
        halaman.append(baris)
    keluar = io.BytesIO()
    kerja.save(keluar)
    assert sama(keluar.getvalue())


def test_rich_text_and_times_of_openpyxl() -> None:
    kerja = openpyxl.Workbook()
    kaya = CellRichText("A", TextBlock(InlineFont(b=True), "NIK "), " <x> & y")
    kerja.active.append([kaya, time(8, 30), timedelta(hours=30), 0.1, -7])
    keluar = io.BytesIO()
    kerja.save(keluar)
    assert sama(keluar.getvalue())


@PELAN
@given(st.randoms(use_true_random=False), st.integers(1, 12), st.booleans())
def test_a_damaged_book_is_read_alike_or_refused(
    potong_kecil: None, acak: random.Random, banyak: int, dalam: bool
) -> None:
    isi = buat.xlsx(Lembar(BARIS, gabung=["A1:B1"]), Lembar(BARIS, "Dua"))
    data = rusak_di_dalam(isi, acak, banyak) if dalam else rusak(isi, acak, banyak)
    cepat = Jalan(data, cepat=True)
    assert not cepat.cepat or cepat.hasil() == Jalan(data, cepat=False).hasil()


def test_many_pieces_and_blocks_make_one_sheet(potong_kecil: None) -> None:
    assert sama(buat.xlsx(Lembar([*BARIS, *[[]] * 20, *BARIS])))


def test_more_forms_than_are_remembered_are_read_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_potong, "MAKS_BENTUK", 3)
    assert sama(sel(*CARA))


def test_a_sheet_of_formulas_alone_is_left_to_calamine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_potong, "SISA_SEDIKIT", 3)
    rumus = "".join(f'<row r="{n}"><c r="A{n}" t="str"><f>B{n}</f><v>a</v></c></row>' for n in range(1, 9))
    assert not sama(buku(rumus))
    sedikit = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(9, 40))
    assert sama(buku(rumus + sedikit))


def test_a_corner_far_away_is_refused() -> None:
    assert Jalan(buat.bom_sudut(), cepat=True).kode == "terlalu_besar"
    jauh = MAKS_SEL // 2 + 2
    baris = f'<row r="1"><c r="A1"><v>1</v></c></row><row r="{jauh}"><c r="B{jauh}"><v>1</v></c></row>'
    assert Jalan(buku(baris), cepat=True).kode == "terlalu_besar"


def test_one_long_text_in_every_cell_is_refused() -> None:
    """It is sent once, but a list that holds it in each row would be thousands of times as large."""
    semua = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>1</v></c></row>' for n in range(1, 500))
    assert Jalan(buku(semua, f"<si><t>{'x' * 700_000}</t></si>"), cepat=True).kode == "terlalu_besar"
    assert sama(buku(semua, f"<si><t>{'x' * 7_000}</t></si>"))
