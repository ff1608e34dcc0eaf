"""Printing a book from the page Buku Register: the days are asked for, its pages are shown."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.register import DataSurat, catat_surat_keluar
from tests.helpers.jendela import PenyampaiUji
from tests.helpers.konteks import Layar, layar
from tests.helpers.toko import KantorUji
from ui.dokumen.lihat import DialogLihat
from ui.register import cetakan
from ui.register.cetakan import DialogPeriode, Periode
from ui.register.halaman import HalamanRegister


@pytest.fixture
def kantor(uji: KantorUji) -> Layar:
    return layar(uji)


def test_the_book_of_the_tab_is_shown(
    kantor: Layar, uji: KantorUji, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with uji.menulis() as kerja:
        catat_surat_keluar(kerja, DataSurat("Jawaban", date(2026, 2, 21), nomor_surat="C/3", kepada="Desa Guci"))
    halaman = kantor.tampil(HalamanRegister(kantor.konteks), qtbot)
    halaman.lembar.setCurrentWidget(halaman.keluar)
    tanya: list[tuple[date, date]] = []

    def jawab(_kelas: type, _induk: QWidget, mulai: date, sampai: date) -> Periode:
        tanya.append((mulai, sampai))
        return Periode(date(2026, 2, 1), date(2026, 2, 28))

    terlihat: list[tuple[str, bytes]] = []

    def lihat(_induk: QWidget, judul: str, isi: bytes, **_lain: object) -> DialogLihat:
        terlihat.append((judul, isi))
        return DialogLihat(None, judul, b"")

    monkeypatch.setattr(DialogPeriode, "ask", classmethod(jawab))
    monkeypatch.setattr(cetakan, "DialogLihat", lihat)
    qtbot.mouseClick(halaman.cetak, Qt.MouseButton.LeftButton)
    assert tanya == [(date(2026, 1, 1), date(2026, 12, 31))]
    ((judul, isi),) = terlihat
    assert judul.startswith("Surat keluar 1")
    assert isi.startswith(b"%PDF")


def test_complaints_are_not_printed_as_a_book(kantor: Layar, qtbot: QtBot) -> None:
    halaman = kantor.tampil(HalamanRegister(kantor.konteks), qtbot)
    assert halaman.cetak.isEnabled()
    halaman.lembar.setCurrentWidget(halaman.pengaduan)
    assert not halaman.cetak.isEnabled()


def test_days_the_wrong_way_round_are_refused(qtbot: QtBot) -> None:
    dialog = DialogPeriode(None, date(2026, 2, 1), date(2026, 1, 1))
    qtbot.addWidget(dialog)
    assert "lebih awal" in dialog.periksa()
    dialog.sampai.nilai = date(2026, 2, 1)
    assert dialog.periksa() == ""


def test_the_book_is_saved_as_a_workbook(
    kantor: Layar,
    uji: KantorUji,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    pesan_uji: PenyampaiUji,
) -> None:
    with uji.menulis() as kerja:
        catat_surat_keluar(kerja, DataSurat("Jawaban", date(2026, 2, 21), nomor_surat="C/3", kepada="Desa Guci"))
    halaman = kantor.tampil(HalamanRegister(kantor.konteks), qtbot)
    halaman.lembar.setCurrentWidget(halaman.keluar)
    dialog = DialogPeriode(None, date(2026, 2, 1), date(2026, 2, 28))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.excel.click()
    assert dialog.jawaban == Periode(date(2026, 2, 1), date(2026, 2, 28), excel=True)
    monkeypatch.setattr(DialogPeriode, "ask", classmethod(lambda *_: dialog.jawaban))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "buku"), ""))
    qtbot.mouseClick(halaman.cetak, Qt.MouseButton.LeftButton)
    assert "1 baris" in pesan_uji.terakhir.judul
    assert [b.name for b in tmp_path.iterdir() if b.suffix == ".xlsx"] == ["buku.xlsx"]
