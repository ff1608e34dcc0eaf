"""`salur impor` as whoever writes a script meets it."""

from pathlib import Path
from uuid import UUID

import pytest

from app.usulan import folder
from app.usulan.baca import KODE_BERKAS
from tests.app.usulan.conftest import JUDUL, orang
from tests.end2end.baris_perintah import Baris
from tests.helpers import lembar as buat
from tests.helpers.lembar import Lembar


def test_the_help_names_every_code_of_a_refused_file(salur: Baris) -> None:
    tulisan = salur("impor", "--help").keluar
    assert all(kode in tulisan for kode in KODE_BERKAS)


def test_what_is_hidden_or_left_out_is_said(salur: Baris, layak: UUID, tmp_path: Path) -> None:
    berkas = tmp_path / "usulan.xlsx"
    isi = [JUDUL, orang(1), orang(2), ["JUMLAH", 2]]
    lama, rekap = Lembar(isi[:2], "Lama", sembunyi=True), Lembar([["REKAP"], ["DESA", "JUMLAH"]], "Rekap")
    berkas.write_bytes(buat.xlsx(Lembar(isi, baris_sembunyi=[3], kolom_sembunyi=[3, 8]), lama, rekap))
    satu = salur("impor", berkas, "--kegiatan", layak, "--periksa", "--json").json["berkas"][0]
    (lembar,) = satu["lembar"]
    assert (lembar["baris_sembunyi"], lembar["kolom_sembunyi"]) == (1, ["C", "H"])
    assert lembar["dilewati"] == [{"baris": 4, "sebab": "jumlah", "isi": "JUMLAH 2"}]
    assert satu["lembar_dilewati"] == [
        {"nama": "Lama", "sebab": "tersembunyi"}, {"nama": "Rekap", "sebab": "bukan_daftar"},
    ]  # fmt: skip
    tulisan = salur("impor", berkas, "--kegiatan", layak, "--periksa").keluar
    assert "1 baris tersembunyi, ikut dibaca" in tulisan
    assert "Kolom C dan H tersembunyi, ikut dibaca" in tulisan


def test_a_folder_with_too_much_in_it_is_refused_whole(
    salur: Baris, layak: UUID, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(1, 4):
        (tmp_path / f"{n}.xlsx").write_bytes(buat.xlsx(Lembar([JUDUL, orang(n)])))
    (tmp_path / "~$1.xlsx").write_bytes(b"x")
    monkeypatch.setattr(folder, "BERKAS_MAKS", 2)
    tulisan = salur.coba("impor", tmp_path, "--kegiatan", layak)
    assert (tulisan.kode, tulisan.keluar) == (1, "")
    assert "lebih dari 2 lembar sebar" in tulisan.galat
    monkeypatch.setattr(folder, "BERKAS_MAKS", 3)
    hasil = salur("impor", tmp_path, "--kegiatan", layak, "--json")
    assert [b["ringkasan"]["baris"] for b in hasil.json["berkas"]] == [1, 1, 1]
    assert "1.xlsx mungkin sedang terbuka" in hasil.galat


def test_a_column_that_is_read_against_its_heading_is_said(salur: Baris, layak: UUID, tmp_path: Path) -> None:
    berkas = tmp_path / "usulan.xlsx"
    isi = [orang(n)[:7] for n in range(1, 6)]
    tertukar = [[*b[:2], b[3], b[2], *b[4:]] for b in isi]
    berkas.write_bytes(buat.xlsx(Lembar([JUDUL[:7], *tertukar])))
    lembar = salur("impor", berkas, "--kegiatan", layak, "--periksa", "--json").json["berkas"][0]["lembar"][0]
    assert (lembar["kolom"]["nik"], lembar["kolom"]["no_kk"]) == ("D", "C")
    assert lembar["kolom_dari_isi"] == ["nik", "no_kk"]
    tulisan = salur("impor", berkas, "--kegiatan", layak, "--periksa").keluar
    assert "Kolom D berjudul “NO KK” dibaca sebagai NIK, menurut isinya." in tulisan
