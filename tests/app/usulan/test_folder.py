"""A folder gives its spreadsheets, at any depth, and says how much else lies there."""

from pathlib import Path

import pytest

from app.bahasa.galat import kalimat
from app.usulan import folder
from app.usulan.folder import isi_folder, kumpulkan
from db.galat import KnownError
from tests.helpers.lembar import Lembar
from tests.helpers.lembar_xml import xml


def _tulis(folder: Path, *nama: str) -> None:
    for satu in nama:
        (folder / satu).parent.mkdir(parents=True, exist_ok=True)
        (folder / satu).write_bytes(b"x")


def test_a_folder_is_walked_to_its_end(tmp_path: Path) -> None:
    _tulis(
        tmp_path, "b.XLSX", "a.csv", "Kec. Bulik/Kujan.ods", "Kec. Bulik/lama/Guci.xls", "surat.docx", "foto/ktp.jpg",
        "~$b.xlsx", ".~lock.a.csv#", "._b.xlsx", ".git/c.xlsx", "Kec. Bulik/~$Kujan.xlsx", "$RECYCLE.BIN/d.xlsx",
        "__MACOSX/e.xlsx",
    )  # fmt: skip
    isi = isi_folder(tmp_path)
    nama = ["Kec. Bulik/Kujan.ods", "Kec. Bulik/lama/Guci.xls", "a.csv", "b.XLSX"]
    assert [b.relative_to(tmp_path).as_posix() for b in isi.berkas] == nama
    assert (isi.lain, isi.penuh, isi.tertutup) == (2, False, ())


def test_a_lock_file_says_which_list_is_open(tmp_path: Path) -> None:
    _tulis(tmp_path, "b.xlsx", "~$b.xlsx", "dalam/a.ods", "dalam/.~lock.a.ods#", "c.xlsx", "~$hilang.xlsx")
    assert isi_folder(tmp_path).terbuka == ("a.ods", "b.xlsx")


def test_an_xml_is_taken_when_it_is_a_workbook(tmp_path: Path) -> None:
    _tulis(tmp_path, "setelan.xml")
    for nama, sandi in (("a.xml", "utf-8"), ("b.xml", "utf-16")):
        (tmp_path / nama).write_bytes(xml(Lembar([["NIK", "NAMA"]]), sandi=sandi))
    isi = isi_folder(tmp_path)
    assert ([b.name for b in isi.berkas], isi.lain) == (["a.xml", "b.xml"], 1)


def test_files_that_are_named_are_read_whatever_they_are(tmp_path: Path) -> None:
    _tulis(tmp_path, "a.xlsx", "surat.docx", "~$a.xlsx")
    semua = [tmp_path / n for n in ("a.xlsx", "surat.docx", "~$a.xlsx")]
    assert kumpulkan([*semua, tmp_path]) == semua[:2]
    assert kumpulkan([tmp_path / "tak-ada.xlsx"]) == [tmp_path / "tak-ada.xlsx"]


def test_too_many_lists_are_refused_before_one_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder, "BERKAS_MAKS", 3)
    _tulis(tmp_path, *[f"Kec {k}/{n}.xlsx" for k in "AB" for n in range(2)])
    assert len(kumpulkan([tmp_path / "Kec A", tmp_path / "Kec B/0.xlsx"])) == 3
    for pilihan in ([tmp_path], [tmp_path / "Kec A", tmp_path / "Kec B"]):
        with pytest.raises(KnownError) as galat:
            kumpulkan(pilihan)
        assert galat.value.kode == "berkas_terlalu_banyak"
    assert "lebih dari 3 lembar sebar" in kalimat(galat.value)
    assert isi_folder(tmp_path).penuh
    assert not isi_folder(tmp_path / "Kec A").penuh


def test_too_large_a_choice_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder, "UKURAN_MAKS", 1)
    _tulis(tmp_path, "a.xlsx", "b.xlsx")
    assert len(kumpulkan([tmp_path / "a.xlsx"])) == 1
    with pytest.raises(KnownError, match="berkas_terlalu_berat"):
        kumpulkan([tmp_path])


def test_a_folder_like_a_whole_disk_is_not_walked_to_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder, "DILIHAT_MAKS", 20)
    _tulis(tmp_path, *[f"{n}/foto.jpg" for n in range(30)], "usulan.xlsx")
    assert isi_folder(tmp_path).penuh
    with pytest.raises(KnownError, match="folder_terlalu_luas"):
        kumpulkan([tmp_path])


def test_a_folder_that_does_not_open_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _tulis(tmp_path, "a.xlsx", "rahasia/b.xlsx")
    buka = folder.os.scandir

    def tolak(jalur: str) -> object:
        if Path(jalur).name == "rahasia":
            raise PermissionError(13, "no", str(jalur))
        return buka(jalur)

    monkeypatch.setattr(folder.os, "scandir", tolak)
    isi = isi_folder(tmp_path)
    assert ([b.name for b in isi.berkas], isi.tertutup) == (["a.xlsx"], ("rahasia",))
