import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ui.komponen import BarisDaftar, DaftarKartu, KepalaDaftar
from ui.komponen.daftar import ModelDaftar
from ui.tema import Nada

ISI = (
    KepalaDaftar(
        "saya",
        "Perlu tindakan saya",
        (
            BarisDaftar(1, "Bansos 2026", "Langkah 2", "2 hari kerja lagi", Nada.PERHATIAN, 0.4),
            BarisDaftar(2, "UEP 2026", "Langkah 1"),
        ),
    ),
    KepalaDaftar("lain", "Menunggu pihak lain", (), "Tidak ada berkas di luar"),
    KepalaDaftar("usai", "Selesai", (BarisDaftar(3, "Lama"),)),
)


@pytest.fixture
def daftar(qtbot: QtBot) -> DaftarKartu:
    daftar = DaftarKartu(nama="Daftar langkah")
    qtbot.addWidget(daftar)
    daftar.resize(340, 500)
    daftar.atur(ISI, buka=["saya", "lain"])
    daftar.show()
    return daftar


def _klik(qtbot: QtBot, daftar: DaftarKartu, baris: int) -> None:
    titik = daftar.visualRect(daftar.model().index(baris, 0)).topLeft() + QPoint(40, 12)
    qtbot.mouseClick(daftar.viewport(), Qt.MouseButton.LeftButton, pos=titik)


def test_the_model_keeps_qts_contract(qtmodeltester: ModelTester) -> None:
    model = ModelDaftar()
    model.terbuka = {"saya"}
    model.atur(ISI)
    qtmodeltester.check(model)
    model.balik("saya")
    qtmodeltester.check(model)


def test_open_sections_show_cards_or_the_empty_sentence(daftar: DaftarKartu) -> None:
    kata = [daftar.model().index(n, 0).data() for n in range(daftar.model().rowCount())]
    assert kata == [
        "Perlu tindakan saya 2",
        "Bansos 2026, 2 hari kerja lagi, Langkah 2",
        "UEP 2026, Langkah 1",
        "Menunggu pihak lain 0",
        "Tidak ada berkas di luar",
        "Selesai 1",
    ]


def test_a_click_chooses_a_card(qtbot: QtBot, daftar: DaftarKartu) -> None:
    with qtbot.waitSignal(daftar.dipilih) as kabar:
        _klik(qtbot, daftar, 2)
    assert kabar.args == [2]
    assert daftar.terpilih == 2


def test_arrows_walk_and_enter_opens(qtbot: QtBot, daftar: DaftarKartu) -> None:
    daftar.pilih(1)
    with qtbot.waitSignal(daftar.dipilih) as kabar:
        qtbot.keyClick(daftar, Qt.Key.Key_Down)
    assert kabar.args == [2]
    with qtbot.waitSignal(daftar.dibuka) as kabar:
        qtbot.keyClick(daftar, Qt.Key.Key_Return)
    assert kabar.args == [2]


def test_a_heading_folds_by_click_and_by_key(qtbot: QtBot, daftar: DaftarKartu) -> None:
    _klik(qtbot, daftar, 0)
    assert daftar.model().rowCount() == 4
    qtbot.keyClick(daftar, Qt.Key.Key_Space)
    assert daftar.model().rowCount() == 6
    _klik(qtbot, daftar, 5)
    assert daftar.model().rowCount() == 7


def test_the_choice_stays_when_the_list_is_filled_again(qtbot: QtBot, daftar: DaftarKartu) -> None:
    daftar.pilih(2)
    with qtbot.assertNotEmitted(daftar.dipilih):
        daftar.atur(ISI)
    assert daftar.terpilih == 2
    daftar.atur(())
    assert daftar.terpilih is None
    assert not daftar.pilih(2)


def test_it_paints_in_both_states(daftar: DaftarKartu) -> None:
    daftar.pilih(1)
    gambar = daftar.viewport().grab().toImage()
    warna = {gambar.pixelColor(x, 50).name() for x in range(0, gambar.width(), 3)}
    assert "#e6f1ee" in warna
