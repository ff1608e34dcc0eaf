"""Pengaturan, part Wilayah: a newer table is looked at, named and taken in; the licence is a click away."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.wilayah_impor import BandingWilayah, banding_wilayah
from tests.helpers.jendela import PenyampaiUji
from tests.helpers.konteks import layar
from tests.helpers.toko import KantorUji
from ui.pengaturan.wilayah import BagianWilayah, DialogWilayah, kalimat_banding, kalimat_lisensi

TABEL = b"kode,nama\n62.09.03.2004,Kujan Lama\n62.09.03.2099,Sumber Rejo\n"


@pytest.fixture
def bagian(uji: KantorUji, qtbot: QtBot, pesan_uji: PenyampaiUji) -> BagianWilayah:
    kantor = layar(uji, "admin")
    satu = kantor.tampil(BagianWilayah(kantor.konteks), qtbot)
    satu.muat()
    return satu


def _pilih(bagian: BagianWilayah, berkas: Path, isi: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    berkas.write_bytes(isi)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(berkas), ""))
    bagian.impor.click()


def test_a_newer_table_is_taken_in(bagian: BagianWilayah, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert bagian.kosong.isVisible()
    dilihat: list[BandingWilayah] = []

    def jawab(_induk: object, _nama: str, beda: BandingWilayah) -> tuple[str, bool]:
        dilihat.append(beda)
        return "Kepmendagri 1/2027", False

    monkeypatch.setattr(DialogWilayah, "ask", jawab)
    _pilih(bagian, tmp_path / "baru.csv", TABEL, monkeypatch)
    assert [d.nama for d in dilihat[0].baru] == ["Sumber Rejo"]
    assert [(u.nama, u.sumber) for u in bagian.model.semua] == [
        ("Kujan Lama", "Kepmendagri 1/2027"),
        ("Sumber Rejo", "Kepmendagri 1/2027"),
    ]
    assert bagian.tabel.isVisible()


def test_what_is_no_table_is_said(
    bagian: BagianWilayah, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pesan_uji: PenyampaiUji
) -> None:
    monkeypatch.setattr(DialogWilayah, "ask", lambda *_: pytest.fail("nothing to ask"))
    _pilih(bagian, tmp_path / "salah.csv", b"halo;dunia\n", monkeypatch)
    assert "baris 1 bukan kode dan nama wilayah" in pesan_uji.terakhir.isi


def test_giving_up_changes_nothing(bagian: BagianWilayah, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(DialogWilayah, "ask", lambda *_: None)
    _pilih(bagian, tmp_path / "baru.csv", TABEL, monkeypatch)
    assert not bagian.model.semua


def test_the_dialog_wants_a_source(uji: KantorUji, qtbot: QtBot) -> None:
    with uji.membaca() as kerja:
        beda = banding_wilayah(kerja, TABEL, "baru.csv")
    dialog = DialogWilayah(None, "baru.csv", beda)
    qtbot.addWidget(dialog)
    assert dialog.periksa()
    dialog.sumber.setText(" Kepmendagri 1/2027 ")
    dialog.cabut.setChecked(True)
    assert not dialog.periksa()
    assert dialog.jawaban == ("Kepmendagri 1/2027", True)
    assert kalimat_banding(beda).startswith("1 wilayah baru (Desa Sumber Rejo); 1 berganti nama (Kujan menjadi")


def test_the_licence_is_told_in_plain_words(bagian: BagianWilayah, pesan_uji: PenyampaiUji) -> None:
    bagian.lisensi.click()
    assert pesan_uji.terakhir.isi == kalimat_lisensi()
    assert "Open Database License (ODbL) 1.0" in kalimat_lisensi()
    assert not set("*`#") & set(kalimat_lisensi())
