"""Headings sort a list that comes page by page: whole or not at all, and another search has its own order again."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.helpers.jendela import PenyampaiUji
from ui.komponen import Kolom, TabelData, urut_bertahap
from ui.komponen.model_bertahap import ModelBertahap
from ui.komponen.urut_bertahap import UrutBertahap

Baris = tuple[int, str]
SEMUA: list[Baris] = [(n, f"ORANG {n * 37 % 95:03}") for n in range(95)]


def _ambil(setelah: int | None) -> list[Baris]:
    awal = 0 if setelah is None else setelah + 1
    return SEMUA[awal : awal + 10]


@pytest.fixture
def tabel(qtbot: QtBot) -> TabelData:
    model: ModelBertahap[Baris] = ModelBertahap(
        [Kolom("No.", lambda b: b[0]), Kolom("Nama", lambda b: b[1])], lambda b: b[0], 10
    )
    hasil = TabelData(model, nama="Daftar")
    UrutBertahap(hasil)
    qtbot.addWidget(hasil)
    model.cari(_ambil)
    hasil.resize(500, 150)
    hasil.show()
    return hasil


def _tekan(qtbot: QtBot, tabel: TabelData, kolom: int) -> None:
    kepala = tabel.horizontalHeader()
    titik = kepala.rect().center()
    titik.setX(kepala.sectionViewportPosition(kolom) + 20)
    qtbot.mouseClick(kepala.viewport(), Qt.MouseButton.LeftButton, pos=titik)


def test_a_heading_sorts_all_rows_up_then_down_then_not(tabel: TabelData, qtbot: QtBot) -> None:
    _tekan(qtbot, tabel, 1)
    assert [b[1] for b in tabel.tampak] == sorted(b[1] for b in SEMUA)
    _tekan(qtbot, tabel, 1)
    assert [b[1] for b in tabel.tampak] == sorted((b[1] for b in SEMUA), reverse=True)
    _tekan(qtbot, tabel, 1)
    assert tabel.tampak == SEMUA


def test_another_search_has_the_sources_order(tabel: TabelData, qtbot: QtBot) -> None:
    _tekan(qtbot, tabel, 1)
    model = tabel.sumber
    assert isinstance(model, ModelBertahap)
    model.cari(_ambil)
    assert tabel.tampak[:10] == SEMUA[:10]


def test_too_long_a_list_is_narrowed_first(
    tabel: TabelData, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, pesan_uji: PenyampaiUji
) -> None:
    monkeypatch.setattr(urut_bertahap, "TERBANYAK", 30)
    _tekan(qtbot, tabel, 1)
    assert pesan_uji.terakhir.judul == "Daftar terlalu panjang untuk diurutkan"
    assert tabel.tampak == SEMUA[:30]
