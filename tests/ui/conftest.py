"""A dressed application for every window test, in the light look unless the test asks for another."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.helpers.jendela import PenyampaiUji
from ui import pesan
from ui.aplikasi import siapkan
from ui.dokumen import setelan_printer
from ui.pesan import JenisPesan, Penyampai, Pesan
from ui.tema import PilihanTema, tema


@pytest.fixture(autouse=True)
def aplikasi(qapp: QApplication) -> Iterator[QApplication]:
    if qapp.property("salur_siap") is None:
        siapkan(qapp)
    if tema().pilihan is not PilihanTema.TERANG or tema().nama_ukuran != "biasa":
        tema().pasang(PilihanTema.TERANG, "biasa")
    yield qapp
    for jendela in qapp.topLevelWidgets():
        jendela.close()


@pytest.fixture(autouse=True)
def tanpa_printer_sendiri(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Keep the settings of this computer's printers out of tests."""
    monkeypatch.setattr(setelan_printer, "folder", lambda: tmp_path / "setelan-printer")


class _PenyampaiTerlarang:
    """Fails a test that shows a message it does not look for, instead of waiting for a click for ever."""

    def sampaikan(self, _induk: object, isi: Pesan) -> bool:
        raise AssertionError(f"{isi.judul}: {isi.isi}\n{isi.laporan}")


@pytest.fixture(autouse=True)
def tanpa_pesan(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pesan, "penyampai", _PenyampaiTerlarang())


@pytest.fixture
def pesan_asli(monkeypatch: pytest.MonkeyPatch, tanpa_pesan: None) -> None:
    """Show messages as dialogs after all."""
    monkeypatch.setattr(pesan, "penyampai", Penyampai())


@pytest.fixture
def pesan_uji(monkeypatch: pytest.MonkeyPatch, tanpa_pesan: None) -> Iterator[PenyampaiUji]:
    """Note messages; a crash that no test looked for fails it."""
    penyampai = PenyampaiUji()
    monkeypatch.setattr(pesan, "penyampai", penyampai)
    yield penyampai
    gagal = [p for p in penyampai.semua[:-1] if p.jenis is JenisPesan.GAGAL]
    assert not gagal, gagal[0].laporan
