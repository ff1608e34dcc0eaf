"""`salur rekening`: out to the bank, looked at, back; doubts by name of their cell, a PIN column said."""

from pathlib import Path
from uuid import UUID

import openpyxl

from tests.end2end.baris_perintah import Baris


def test_the_list_goes_out_and_numbers_come_back(salur: Baris, sah: UUID, tmp_path: Path) -> None:
    ke = tmp_path / "rekening.xlsx"
    assert salur("rekening", "--kegiatan", sah, "--json").json == {"orang": 6, "punya": 0, "belum": 6}
    assert salur("rekening", "ekspor", "--kegiatan", sah, "--ke", ke).kata == str(ke)
    buku = openpyxl.load_workbook(ke)
    ws = buku["Rekening"]
    for n in (4, 5, 6):
        ws[f"Q{n}"], ws[f"R{n}"] = f"00123456{n}", ws[f"B{n}"].value
    ws["R6"], ws["Q7"], ws["T3"], ws["T4"] = "ORANG LAIN", "12", "PIN", "123456"
    buku.save(ke)
    assert "pertama di Q7" in salur.coba("rekening", "impor", ke, "--kegiatan", sah).galat
    dilihat = salur("rekening", "impor", ke, "--kegiatan", sah, "--periksa", "--json")
    assert "PIN” di T3 tidak dibaca" in dilihat.galat
    assert [(s["sel"], s["kode"]) for s in dilihat.json["salah"]] == [("Q7", "rekening_nomor_salah")]
    assert dilihat.json["tidak_dibaca"] == ["T3"]
    ws["Q7"] = None
    buku.save(ke)
    dilihat = salur("rekening", "impor", ke, "--kegiatan", sah, "--periksa", "--json")
    assert [(s["sel"], s["kode"]) for s in dilihat.json["ragu"]] == [("Q6", ["rekening_pemilik_beda"])]
    assert {k: dilihat.json[k] for k in ("baru", "sama", "kosong")} == {"baru": 2, "sama": 0, "kosong": 3}
    baris = salur("rekening", "impor", ke, "--kegiatan", sah, "--periksa").baris
    assert baris[0][0] == "Q6"
    assert baris[1:] == [["Siap dicatat", "2"], ["Perlu dipastikan", "1"], ["Sudah sama", "0"], ["Belum diisi", "3"]]
    dicatat = salur("rekening", "impor", ke, "--kegiatan", sah, "--json").json
    assert (dicatat["dicatat"], [s["sel"] for s in dicatat["ditinggalkan"]]) == (2, ["Q6"])
    lagi = salur("rekening", "impor", ke, "--kegiatan", sah, "--setuju", "Q6").baris
    assert lagi == [["Dicatat", "1"], ["Dilewati", "0"], ["Sudah sama", "2"], ["Belum diisi", "3"]]
    kini = salur("rekening", "--kegiatan", sah).baris
    assert kini == [["Penerima", "6"], ["Sudah punya rekening", "3"], ["Belum", "3"]]


def test_what_cannot_be_is_said(salur: Baris, sah: UUID, tmp_path: Path) -> None:
    assert salur.coba("rekening").kode == 2
    assert salur.coba("rekening", "ekspor", "--kegiatan", sah, "--ke", tmp_path / "x.pdf").kode == 2
    lain = tmp_path / "lain.xlsx"
    openpyxl.Workbook().save(lain)
    assert "lain.xlsx" in salur.ditolak("rekening", "impor", lain, "--kegiatan", sah, "--periksa")
