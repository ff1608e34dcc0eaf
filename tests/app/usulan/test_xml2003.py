"""XML Spreadsheet 2003: read with exact addresses, and nothing of what XML can do to a reader."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.usulan.baca import Batas, BerkasDitolak, Buku, LembarMentah, baca_buku
from app.usulan.penjaga import Tolak
from app.usulan.xml2003 import baca_xml
from tests.helpers.lembar import Galat, Lembar, Rumus
from tests.helpers.lembar_xml import xml

KEPALA = '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'  # noqa: E501
DATA = [["NIK", None, "NAMA"], [], [6209030101509001, None, "ANI & BUDI <x>"], [None, Galat("#N/A"), Rumus("A1")]]


def _baca(isi: bytes, nama: str = "usulan.xls") -> Buku:
    return baca_buku(Buku(nama, "", isi))


def _satu(isi: str) -> LembarMentah:
    tabel = f"<Worksheet ss:Name='A'><Table>{isi}</Table></Worksheet>"
    return _baca(f'<?xml version="1.0"?>{KEPALA}{tabel}</Workbook>'.encode()).lembar[0]


@pytest.mark.parametrize("sandi", ["utf-8", "utf-16", "windows-1252", "utf-8-sig"])
@pytest.mark.parametrize("nama", ["usulan.xls", "usulan.xml"])
def test_cells_stand_where_they_stood(sandi: str, nama: str) -> None:
    isi = xml(Lembar([*DATA, [None, None, "JOSÉ", date(1950, 1, 1), True, "0012"]], "Désa Kujan"), sandi=sandi)
    buku = _baca(isi, nama)
    (satu,) = buku.lembar
    assert (buku.format, satu.nama, satu.tampak) == ("xml", "Désa Kujan", True)
    assert satu.baris == [
        ["NIK", "", "NAMA"], [], [6209030101509001.0, "", "ANI & BUDI <x>"], [],
        ["", "", "JOSÉ", ["1950-01-01T00:00:00"], True, "0012"],
    ]  # fmt: skip
    assert satu.galat == {(3, 1): "#N/A"}
    assert satu.rumus_kosong == {(3, 2)}


def test_gaps_merged_and_hidden_cells() -> None:
    isi = xml(
        Lembar([["A", None, "B"], ["x", "y", "z"], [None] * 3, ["u", None, "v"]], gabung=["A1:B2", "C1:C2"],
               baris_sembunyi=[4], kolom_sembunyi=[2, 9]),
        Lembar([["A"]], "Lama", sembunyi=True), sejak_1904=True,
    )  # fmt: skip
    satu, dua = _baca(isi).lembar
    assert satu.gabungan == [(0, 0, 1, 1), (0, 2, 1, 2)]
    assert satu.baris == [["A", "", "B"], ["x", "y", "z"], [], ["u", "", "v"]]
    assert (satu.tersembunyi, satu.kolom_sembunyi, satu.geser_hari) == (1, [1], 1462)
    assert (dua.nama, dua.tampak) == ("Lama", False)


def test_rows_and_columns_that_stand_for_several() -> None:
    isi = (
        "<Column ss:Width='9'/><Column ss:Hidden='1' ss:Span='1'/><Column ss:Index='6' ss:Width='0'/>"
        "<Row ss:Index='2' ss:Span='2' ss:Hidden='1'/><Row ss:Height='0'>"
        + "".join(f"<Cell><Data ss:Type='String'>{h}</Data></Cell>" for h in "ABCDEF")
        + "</Row>"
    )
    satu = _satu(isi)
    assert satu.baris == [[], [], [], [], list("ABCDEF")]
    assert (satu.tersembunyi, satu.kolom_sembunyi) == (1, [1, 2, 5])


def test_words_of_a_cell_and_no_others() -> None:
    kaya = (
        "<Cell><ss:Data ss:Type='String' xmlns='http://www.w3.org/TR/REC-html40'>NAMA <B>LENGKAP</B>&#10;(KTP)"
        "</ss:Data><Comment><ss:Data ss:Type='String'>catatan</ss:Data></Comment></Cell>"
    )
    angka = "".join(f"<Cell><Data ss:Type='Number'>{n}</Data></Cell>" for n in ("6.2E15", "nan", "1e999", "x"))
    assert _satu(f"<Row>{kaya}</Row><Row>{angka}</Row>").baris == [
        ["NAMA LENGKAP\n(KTP)"], [6.2e15, "nan", "1e999", "x"]
    ]  # fmt: skip


def test_a_formula_with_an_empty_text_was_calculated() -> None:
    sel = "<Cell ss:Formula='=A1'><Data ss:Type='String'></Data></Cell><Cell ss:Formula='=A1'/>"
    assert _satu(f"<Row>{sel}</Row>").rumus_kosong == {(0, 1)}


LUCU = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
JAUH = "<Cell ss:Index='16384'><Data ss:Type='String'>x</Data></Cell>"
SEL = "<Cell><Data ss:Type='String'>{}</Data></Cell>"


def _buku(tabel: str, dtd: str = "") -> str:
    return f"<?xml version='1.0'?>{dtd}{KEPALA}<Worksheet ss:Name='A'><Table>{tabel}</Table></Worksheet></Workbook>"


@pytest.mark.parametrize(
    ("isi", "kode"),
    [
        (_buku(f"<Row>{SEL.format('&b;')}</Row>", LUCU), "rusak"),
        (_buku("", "<!DOCTYPE x SYSTEM 'file:///etc/passwd'>"), "rusak"),
        (_buku("<Row/>")[:-20], "rusak"),
        (_buku(f"<Row>{SEL.format('A & B')}</Row>"), "rusak"),
        (f"<?xml version='1.0'?>{KEPALA}<Table><Row>{SEL.format('x')}</Row></Table></Workbook>", "rusak"),
        (_buku(f"<Row ss:Index='1048576'>{JAUH}</Row>"), "terlalu_besar"),
        (_buku("<Row ss:Index='9999999'/>"), "rusak"),
        (_buku("<Row ss:Index='0'/>"), "rusak"),
        ("<?xml version='1.0'?><office:document xmlns:office='x'/>", "format_tak_dikenal"),
    ],
)  # fmt: skip
def test_what_is_refused(isi: str, kode: str) -> None:
    with pytest.raises(BerkasDitolak, match=kode):
        _baca(isi.encode())


def test_a_long_list_keeps_within_the_memory_of_the_child() -> None:
    isi = xml(Lembar([["NIK", "NAMA", *"ABCDEFGH"], *[[f"{n:016d}", "ANI", *"ABCDEFGH"] for n in range(20_000)]]))
    buku = baca_buku(Buku("usulan.xls", "", isi), batas=Batas(memori=400 * 1024 * 1024))
    assert len(buku.lembar[0].baris) == 20_001


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_damaged_text_is_read_or_refused(data: st.DataObject) -> None:
    utuh = xml(Lembar(DATA, gabung=["A1:B1"])).decode()
    mulai = data.draw(st.integers(0, len(utuh)))
    sisip = data.draw(st.text(alphabet="<>/=&;'\" ssIndex0123456789:-", max_size=12))
    try:
        baca_xml(utuh[:mulai] + sisip + utuh[mulai + data.draw(st.integers(0, 9)) :])
    except Tolak as tolak:
        assert tolak.kode in ("rusak", "terlalu_besar")  # noqa: PT017 - or it was read
