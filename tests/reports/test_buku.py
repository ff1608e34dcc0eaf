"""The workbook writer, read back by two readers: text that stays text, nothing that calculates, order of the parts."""

import re
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from db.istilah import Kertas
from reports.buku import Halaman, buku_baru

URUTAN = (
    "sheetPr", "sheetViews", "sheetFormatPr", "cols", "sheetData", "autoFilter", "dataValidations", "printOptions",
    "pageMargins", "pageSetup", "headerFooter",
)  # fmt: skip


def _buku(*baris: list[Any]) -> BytesIO:
    keluar = BytesIO()
    with buku_baru(keluar) as buku:
        halaman = Halaman(buku, "Satu", [10.0] * max(map(len, baris)), kertas=Kertas.F4)
        for satu in baris:
            halaman.isi(satu)
    return keluar


def _sel(keluar: BytesIO, alamat: str = "A1") -> Any:
    return load_workbook(keluar)["Satu"][alamat]


@pytest.mark.parametrize("teks", ["=1+1", "+62812", "-1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|'/c calc'!A1", "=", "-"])
def test_nothing_calculates(teks: str) -> None:
    keluar = _buku([teks, "biasa"])
    sel = _sel(keluar)
    assert (sel.data_type, sel.number_format) == ("s", "@")
    assert sel.value == re.sub(r"[\t\r]", " ", teks)
    assert sel.quotePrefix == (teks[0] not in "\t\r")
    assert "<f>" not in ZipFile(keluar).read("xl/worksheets/sheet1.xml").decode()


@pytest.mark.parametrize(
    "teks", ["0062090341", "6209034101659000", "1E5", "TRUE", "1/2", "03-04-2026", " tepi ", "_x0041_"]
)
def test_text_stays_as_it_is(teks: str) -> None:
    keluar = _buku([teks])
    assert _sel(keluar).value in (teks, teks.replace("_x", "_x005F_x"))  # openpyxl leaves that escape as it is
    keluar.seek(0)
    assert CalamineWorkbook.from_filelike(keluar).get_sheet_by_name("Satu").to_python() == [[teks]]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.text(max_size=12), min_size=3, max_size=3), min_size=1, max_size=5))
def test_any_text_comes_back_without_control_characters(baris: list[list[str]]) -> None:
    ws = load_workbook(_buku(*baris))["Satu"]
    larang = r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]"
    for r, satu in enumerate(baris, 1):
        for k, teks in enumerate(satu, 1):
            assert (ws.cell(r, k).value or "") == re.sub(larang, " ", teks)
            assert ws.cell(r, k).data_type in "sn"


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.none() | st.integers(-(10**15) + 1, 10**15 - 1),
            st.none() | st.dates(date(1900, 3, 1), date(2199, 12, 31)),
        ),
        min_size=1,
        max_size=5,
    )
)
def test_numbers_and_days_are_numbers_and_days(baris: list[tuple[int | None, date | None]]) -> None:
    ws = load_workbook(_buku(*map(list, baris)))["Satu"]
    for r, (angka, hari) in enumerate(baris, 1):
        assert ws.cell(r, 1).value == angka
        kembali = ws.cell(r, 2).value
        assert (kembali and kembali.date()) == hari
    assert _sel(_buku([5])).number_format == "#,##0"
    assert _sel(_buku([date(2026, 3, 5)])).number_format == "DD-MM-YYYY"


def test_what_a_spreadsheet_would_spoil_is_text() -> None:
    assert _sel(_buku([6209034101659001])).value == "6209034101659001"
    assert _sel(_buku([date(1900, 2, 28)])).value == "28-02-1900"


def test_parts_stand_in_the_order_that_spreadsheets_demand() -> None:
    keluar = BytesIO()
    with buku_baru(keluar) as buku:
        halaman = Halaman(buku, "Satu", [10, 20], kertas=Kertas.A4)
        halaman.bekukan(1, 1)
        halaman.kepala(["A", "B"], bernomor=False)
        halaman.isi(["x", 1])
        halaman.saring(1, 2)
        halaman.pilihan(1, 2, 2, '"Layak,Tidak layak"')
        halaman.kaki("Dinas Sosial & P3A")
        kedua = Halaman(buku, "Dua", [30], kertas=Kertas.F4, mendatar=False)
        kedua.catatan("catatan")
    arsip = ZipFile(keluar)
    assert arsip.testzip() is None
    xml = arsip.read("xl/worksheets/sheet1.xml").decode()
    ada = re.findall(
        r"<(\w+)",
        re.sub(r"<(sheetData|dataValidations|sheetViews|cols|sheetPr|headerFooter)(>| [^>]*>).*?</\1>", r"<\1/>", xml),
    )
    assert tuple(ada[1:]) == URUTAN
    buku_kembali = load_workbook(keluar)
    satu, dua = buku_kembali["Satu"], buku_kembali["Dua"]
    assert satu.data_validations.dataValidation[0].formula1 == '"Layak,Tidak layak"'
    assert satu.oddFooter.left.text == "Dinas Sosial && P3A"
    assert (satu.page_setup.paperSize, dua.page_setup.paperSize) == (9, 14)
    assert (satu.page_setup.orientation, dua.page_setup.orientation) == ("landscape", "portrait")
    assert satu.print_options.horizontalCentered
    assert dua["A1"].value == "catatan"


def test_nothing_lies_in_a_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sementara = tmp_path / "sementara"
    sementara.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(sementara))
    with buku_baru(tmp_path / "baik.xlsx") as buku:
        halaman = Halaman(buku, "Satu", [10], kertas=Kertas.F4)
        for nomor in range(2_000):
            halaman.isi([f"SITI {nomor}"])
        assert list(sementara.iterdir()) == []
    assert list(sementara.iterdir()) == []


@pytest.mark.parametrize("lembar", [0, 1, 2])
def test_an_error_leaves_no_file(tmp_path: Path, lembar: int) -> None:
    with pytest.raises(KeyboardInterrupt), buku_baru(tmp_path / "putus.xlsx") as buku:
        for nomor in range(lembar):
            Halaman(buku, f"L{nomor}", [10], kertas=Kertas.F4).isi(["SITI"])
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []


def test_an_empty_sheet_is_a_sheet() -> None:
    keluar = BytesIO()
    with buku_baru(keluar) as buku:
        Halaman(buku, "Satu", [10], kertas=Kertas.F4)
    assert load_workbook(keluar)["Satu"].max_row == 1
