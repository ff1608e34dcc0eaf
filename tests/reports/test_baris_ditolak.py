"""Rejected rows leave in the sender's columns with the reason, and come back through the import when mended."""

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from app.usulan.buku import BarisDitolak, baris_ditolak
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
    lagi = meja.periksa(keluar)
    assert [[h.kode for h in b.hasil] for b in lagi.baris] == [["nama_kosong"], ["nik_panjang"], ["nik_panjang"]]
    assert {b.kode_desa for b in lagi.baris} == {next(meja.periksa(keluar).baris).kode_desa}
    assert bool(next(lagi.baris).kode_desa) is bool(kop)
    buku = openpyxl.load_workbook(keluar)
    lembar = buku.worksheets[0]
    awal = next(b for b in range(1, 6) if lembar.cell(b, 1).value == "NO") + 1
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
