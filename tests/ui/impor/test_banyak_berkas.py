"""Several files and whole folders in one import: what lies there is said, and every line says where it stands."""

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from tests.app.usulan.conftest import JUDUL, orang
from tests.helpers import lembar as buat
from tests.helpers.lembar import Lembar
from tests.ui.impor.test_halaman_impor import kantor, kegiatan, lanjut, sampai_hasil, tulis, wisaya
from ui.impor.halaman import HalamanImpor
from ui.impor.hasil import KOLOM_ASAL

__all__ = ["kantor", "kegiatan", "wisaya"]


def _tulisan(wisaya: HalamanImpor) -> list[str]:
    return [satu.text() for satu in wisaya.pilih.bidang.findChildren(QLabel)]


def test_a_folder_says_what_lies_in_it(wisaya: HalamanImpor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "kiriman"
    (folder / "Bulik").mkdir(parents=True)
    tulis(folder, [orang(1)], "kujan.xlsx")
    tulis(folder / "Bulik", [orang(2)], "guci.xlsx")
    for nama in ("surat.docx", "~$kujan.xlsx"):
        (folder / nama).write_bytes(b"x")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    wisaya.pilih.tombol_folder.click()
    assert wisaya.pilih.berkas == [folder]
    besar = "folder, 2 lembar sebar; 1 berkas lain dilewati; kujan.xlsx mungkin sedang terbuka"
    assert besar in _tulisan(wisaya)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    wisaya.pilih.tombol_folder.click()
    assert wisaya.pilih.berkas == [folder]


def test_every_line_says_which_file_it_is_from(
    wisaya: HalamanImpor, kegiatan: UUID, qtbot: QtBot, tmp_path: Path
) -> None:
    berkas = [tulis(tmp_path, [orang(n, nik=None)], f"{n}.xlsx") for n in (1, 2)]
    sampai_hasil(wisaya, qtbot, *berkas)
    assert [(b.asal, b.nomor, b.tempat) for b in wisaya.hasil.model.semua] == [
        ("1.xlsx", 2, "2 · 1.xlsx"),
        ("2.xlsx", 2, "2 · 2.xlsx"),
    ]
    assert not wisaya.hasil.tabel.isColumnHidden(KOLOM_ASAL)


def test_one_file_needs_no_such_column(wisaya: HalamanImpor, qtbot: QtBot, tmp_path: Path) -> None:
    sampai_hasil(wisaya, qtbot, tulis(tmp_path, [orang(1, nik=None)]))
    assert wisaya.hasil.tabel.isColumnHidden(KOLOM_ASAL)


def test_a_folder_with_too_much_in_it_says_so(
    wisaya: HalamanImpor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "kiriman"
    folder.mkdir()
    tulis(folder, [orang(1)], "kujan.xlsx")
    monkeypatch.setattr("app.usulan.folder.BERKAS_MAKS", 0)
    wisaya.pilih.tambah([folder])
    assert "folder, terlalu banyak isinya; pilih folder yang lebih kecil" in _tulisan(wisaya)


def test_what_the_sender_hid_is_said_and_marked(wisaya: HalamanImpor, qtbot: QtBot, tmp_path: Path) -> None:
    berkas = tmp_path / "usulan.xlsx"
    isi = [JUDUL, orang(1), orang(2, nik=None), ["JUMLAH", 2]]
    berkas.write_bytes(buat.xlsx(Lembar(isi, baris_sembunyi=[3], kolom_sembunyi=[4, 8])))
    wisaya.pilih.tambah([berkas])
    lanjut(wisaya, qtbot)
    kalimat = (
        "Dilewati: baris jumlah 1 baris. 1 baris tersembunyi, ikut dibaca. Kolom D dan H tersembunyi, ikut dibaca."
    )
    assert wisaya.kolom.rincian.text() == kalimat
    judul = [satu.text() for satu in wisaya.kolom.findChildren(QLabel) if "(tersembunyi)" in satu.text()]
    assert judul == ["NO KK (tersembunyi)", "ALAMAT (tersembunyi)"]
    lanjut(wisaya, qtbot)
    assert wisaya.hasil.dilewati.text() == kalimat
