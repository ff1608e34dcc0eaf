"""Rejected rows leave in the sender's columns with the reason, and come back through the import when mended."""

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from app.usulan.buku import BarisDitolak, baris_ditolak, tolakan_pratinjau
from app.wilayah import peta_kantor
from reports.baris_ditolak import PETUNJUK, tulis
from tests.app.usulan.conftest import MejaImpor, meja, meja_baca, orang  # noqa: F401 - fixtures
from tests.helpers import lembar as buat
from tests.helpers.lembar import Lembar

JUDUL = {"A": "NO", "B": "NAMA\nPENERIMA", "C": "NIK", "D": "", "E": "TGL LAHIR", "F": "KET"}


def _baris(nomor: int, sel: dict[str, str], **ubah: str) -> BarisDitolak:
    isi = {"berkas": "usulan.xlsx", "lembar": "Sheet1", "alasan": "NIK belum benar.", "desa": ""} | ubah
    return BarisDitolak(isi["berkas"], isi["lembar"], nomor, JUDUL, sel, isi["alasan"], isi["desa"])


def _buka(*baris: BarisDitolak) -> openpyxl.Workbook:
    keluar = BytesIO()
    assert tulis(baris, keluar) == len(baris)
    return openpyxl.load_workbook(keluar)


def test_the_senders_columns_and_the_reason() -> None:
    sel = {"A": "1", "B": "=cmd|'/c calc'!A1", "C": "0012345", "E": "1965-11-05", "F": "+62"}
    lembar = _buka(_baris(9, sel)).worksheets[0]
    assert [s.value for s in lembar[2]] == ["NO", "NAMA PENERIMA", "NIK", "TGL LAHIR", "KET", "ALASAN"]
    assert lembar["A1"].value == PETUNJUK
    assert [s.data_type for s in lembar[3]] == ["s", "s", "s", "d", "s", "s"]
    assert (lembar["B3"].value, lembar["C3"].value, lembar["F3"].value) == (sel["B"], "0012345", "NIK belum benar.")
    assert (lembar["C3"].number_format, lembar["B3"].quotePrefix) == ("@", True)
    assert lembar.freeze_panes == "A3"


def test_the_letterhead_of_the_sender_stands_above(tmp_path: Path) -> None:
    kop = ({"A": "PEMERINTAH KABUPATEN LAMANDAU"}, {"C": "DESA KUJAN", "H": "Lampiran 1"}, {}, {"A": "=cmd"})
    baris = BarisDitolak("usulan.xlsx", "Sheet1", 9, JUDUL, {"A": "1", "C": "62"}, "x", "Desa Kujan", kop)
    lembar = _buka(baris).worksheets[0]
    isi = [[s.value or "" for s in satu] for satu in lembar.iter_rows(max_row=8)]
    assert [b[0] for b in isi] == [PETUNJUK, "Desa Kujan", kop[0]["A"], "", "", "=cmd", "", "NO"]
    assert isi[3] == ["", "", "DESA KUJAN", "", "", "Lampiran 1"]
    assert lembar["A6"].data_type == "s"
    assert lembar.print_title_rows == "$8:$8"
    assert lembar.freeze_panes is None  # so much above it would fill a small screen


def test_the_cells_to_be_mended_are_marked() -> None:
    baris = BarisDitolak(
        "u.xlsx", "S", 9, JUDUL, {"A": "1", "B": "A & B", "E": "1965-11-05"}, "x", salah=frozenset("CE")
    )
    lembar = _buka(baris, _baris(10, {"A": "2", "B": "x"})).worksheets[0]
    assert [s.fill.fill_type for s in lembar[3]] == [None, None, "solid", "solid", None, None]
    assert [str(s.value)[:10] for s in lembar[3]] == ["1", "A & B", "None", "1965-11-05", "None", "x"]
    assert lembar["D3"].is_date
    assert {s.fill.fill_type for s in lembar[4]} == {None}


def test_cells_below_no_heading_are_kept_and_a_blank_column_is_not() -> None:
    lembar = _buka(_baris(9, {"A": "1", "D": "isi", "H": "jauh"})).worksheets[0]
    assert [s.value or "" for s in lembar[2]] == ["NO", "NAMA PENERIMA", "NIK", "", "TGL LAHIR", "KET", "", "ALASAN"]


def test_a_sheet_for_every_sheet_with_names_excel_takes() -> None:
    asal = [{"lembar": "DESA [A]/B:" + "x" * 40}, {"berkas": "b.xlsx"}, {"berkas": "c.xlsx"}]
    asal.append({"berkas": "c.xlsx", "desa": "Desa Kujan"})
    baris = [_baris(n, {"A": "1"}, **satu) for n, satu in enumerate(asal)]
    nama = _buka(*baris).sheetnames
    assert len(nama) == len({n.lower() for n in nama}) == 4
    assert all(0 < len(n) <= 31 for n in nama)


def test_nothing_rejected_is_said() -> None:
    assert _buka().worksheets[0]["A1"].value == "Tidak ada baris yang ditolak."


@pytest.mark.parametrize("kop", [[], [["DESA KUJAN KECAMATAN BULIK"], []]])
def test_mended_rows_come_back(meja: MejaImpor, tmp_path: Path, kop: list[list[str]]) -> None:  # noqa: F811 - fixture
    judul = ["NO", "NAMA PENERIMA", "NO KTP/NIK", "KELAHIRAN", None, "RT/RW"]
    bawah = [None, None, None, "TEMPAT", "TANGGAL", None]
    isi = [
        [1, "ANI RUDIN", "6209030101509001", "Kujan", "01-01-1950", "3/1"],
        [2, None, "6209030101509002", "Kujan", "01-01-1950", "3/1"],
        [3, "CICI RUDIN", 6209030101509010, "Kujan", "01-01-1950", "3/1"],
        [4, "DEDI RUDIN", "620903010150904", "Kujan", "01-01-1950", "3/1"],
    ]
    tersimpan = meja.simpan(meja.periksa(meja.mentah(buat.xlsx(Lembar([*kop, judul, bawah, *isi])))))
    keluar = tmp_path / "ditolak.xlsx"
    with meja.uji.membaca() as kerja:
        assert tulis(baris_ditolak(kerja, tersimpan.impor_id), keluar) == 3
        semua = list(baris_ditolak(kerja, tersimpan.impor_id))
    assert [b.salah for b in semua] == [{"B"}, {"C"}, {"C"}]
    assert [b.kop for b in semua] == [tuple({"A": k[0]} if k else {} for k in kop[:1])] * 3
    lagi = meja.periksa(keluar)
    assert [[h.kode for h in b.hasil] for b in lagi.baris] == [["nama_kosong"], ["nik_panjang"], ["nik_panjang"]]
    assert {b.kode_desa for b in lagi.baris} == {next(meja.periksa(keluar).baris).kode_desa}
    assert bool(next(lagi.baris).kode_desa) is bool(kop)
    buku = openpyxl.load_workbook(keluar)
    lembar = buku.worksheets[0]
    awal = next(b for b in range(1, 9) if lembar.cell(b, 1).value == "NO") + 1
    lembar.cell(awal, 2).value = "BUDI RUDIN"
    lembar.cell(awal + 1, 3).value = "6209030101509003"
    lembar.cell(awal + 2, 3).value = "6209030101509004"
    buku.save(keluar)
    hasil = meja.periksa(keluar)
    assert [b.hasil for b in hasil.baris] == [[], [], []]
    assert [b.nilai["rt"] for b in hasil.baris] == ["003"] * 3
    meja.simpan(hasil)
    with meja.uji.membaca() as kerja:
        assert list(baris_ditolak(kerja, hasil.impor_id or tersimpan.impor_id)) == []


def test_a_family_above_the_heading_is_nobody_else_s(meja: MejaImpor, tmp_path: Path) -> None:  # noqa: F811 - fixture
    kk = "6209030202169001"
    isi = [["DAFTAR USULAN"], [None, "DESA KUJAN"], [f"NO. KK : {kk}"], ["NO", "NAMA", "NIK"],
           [1, "ANI RUDIN", "6209030101509001"], ["NO. KK : 6209030202169002"], [2, "BUDI RUDIN", "620903"],
           ["DESA GUCI"], [3, "CICI RUDIN", "620903"]]  # fmt: skip
    hasil = meja.periksa(meja.mentah(buat.xlsx(Lembar(isi))))
    keluar = tmp_path / "ditolak.xlsx"
    with meja.uji.membaca() as kerja:
        assert tulis(tolakan_pratinjau(hasil, peta_kantor(kerja)), keluar) == 2
    lagi = meja.periksa(keluar)
    asal = [b for b in hasil.baris if b.ditolak]
    assert [(b.nama, b.no_kk, b.kode_desa) for b in lagi.baris] == [(b.nama, b.no_kk, b.kode_desa) for b in asal]
    assert asal[0].no_kk == "6209030202169002"
