"""What the end-to-end tests share: a dressed application, messages that must be waited for, a clock that can be set."""

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import akses
from tests.end2end.langkah_jendela import Pegawai
from tests.end2end.tangan import PenyampaiDitunggu
from tests.helpers.toko import JamUji
from ui import pesan
from ui.aplikasi import siapkan
from ui.tema import PilihanTema, tema


@pytest.fixture
def aplikasi(qapp: QApplication) -> Iterator[QApplication]:
    if qapp.property("salur_siap") is None:
        siapkan(qapp)
    tema().pasang(PilihanTema.TERANG, "biasa")
    yield qapp
    for jendela in qapp.topLevelWidgets():
        jendela.hide()  # a failed test may leave a page that would ask before it closes


@pytest.fixture
def penyampai(monkeypatch: pytest.MonkeyPatch) -> PenyampaiDitunggu:
    """Let messages come as dialogs, but only those that the test waits for."""
    satu = PenyampaiDitunggu()
    monkeypatch.setattr(pesan, "penyampai", satu)
    return satu


@pytest.fixture
def jam(monkeypatch: pytest.MonkeyPatch) -> JamUji:
    """The clock of every store that is opened by signing in."""
    jam = JamUji()
    monkeypatch.setattr(akses, "masuk", partial(akses.masuk, jam=jam))
    return jam


@pytest.fixture
def folder_salinan(folder_kantor: Path, tmp_path: Path) -> Path:
    """Return a fresh copy of the closed test office."""
    return Path(shutil.copytree(folder_kantor, tmp_path / "data"))


@pytest.fixture
def datang(
    aplikasi: QApplication, qtbot: QtBot, folder_kantor: Path, tmp_path: Path, jam: JamUji, penyampai: PenyampaiDitunggu
) -> Iterator[Callable[[], Pegawai]]:
    """Give a function that starts the program on a fresh copy of the test office, each time the same copy."""
    folder = tmp_path / "data"
    shutil.copytree(folder_kantor, folder)
    semua: list[Pegawai] = []

    def mulai() -> Pegawai:
        semua.append(Pegawai.datang(qtbot, folder, jam, penyampai))
        return semua[-1]

    yield mulai
    for satu in semua:
        satu.gerbang.tutup()
