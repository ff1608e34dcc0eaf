import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from ui.komponen import CabangStepper, KeadaanTitik, Stepper, TitikStepper, Tombol
from ui.komponen.stepper import _dua_baris

K = KeadaanTitik
TITIK = [
    TitikStepper("1", "Data usulan desa", K.SELESAI),
    TitikStepper("2", "Verifikasi", K.DIKEMBALIKAN, "Dikembalikan 3 Maret"),
    TitikStepper("3", "SK Bupati", K.DI_SINI),
    TitikStepper("4", "Vendor", K.TIDAK_BERLAKU),
    TitikStepper("5", "Pencairan", K.DILEWATI),
    TitikStepper("6", "Laporan", K.DEPAN),
]


@pytest.fixture
def stepper(qtbot: QtBot) -> Stepper:
    stepper = Stepper()
    qtbot.addWidget(stepper)
    stepper.atur(TITIK, [CabangStepper(2, 4, "Ya")], kini=2)
    stepper.resize(900, 120)
    stepper.show()
    return stepper


def _titik(stepper: Stepper) -> list[QAbstractButton]:
    return [b for b in stepper.findChildren(QAbstractButton) if not isinstance(b, Tombol) and b.isVisible()]


def test_every_step_says_its_place_and_state(stepper: Stepper) -> None:
    ucapan = [b.accessibleName() for b in _titik(stepper)]
    assert ucapan[0] == "Langkah 1 dari 6, Data usulan desa, selesai"
    assert ucapan[2] == "Langkah 3 dari 6, SK Bupati, sedang dikerjakan"
    assert _titik(stepper)[1].toolTip() == "Dikembalikan 3 Maret"


def test_a_step_is_pressed_by_mouse_and_by_enter(qtbot: QtBot, stepper: Stepper) -> None:
    with qtbot.waitSignal(stepper.dipilih) as kabar:
        qtbot.mouseClick(_titik(stepper)[1], Qt.MouseButton.LeftButton)
    assert kabar.args == [1]
    with qtbot.waitSignal(stepper.dipilih) as kabar:
        qtbot.keyClick(_titik(stepper)[4], Qt.Key.Key_Return)
    assert kabar.args == [4]


def test_on_a_low_window_one_line_opens_the_rest(qtbot: QtBot, stepper: Stepper) -> None:
    stepper.atur_ringkas(True)
    assert stepper.ringkas
    assert _titik(stepper) == []
    assert "Langkah 3 dari 6 · SK Bupati" in [w.text() for w in stepper.findChildren(type(stepper._kalimat))]
    tombol = stepper.findChild(Tombol)
    qtbot.mouseClick(tombol, Qt.MouseButton.LeftButton)
    assert len(_titik(stepper)) == 6
    qtbot.mouseClick(tombol, Qt.MouseButton.LeftButton)
    assert _titik(stepper) == []


def test_names_go_when_there_is_no_room_for_them(qtbot: QtBot, stepper: Stepper) -> None:
    assert all(b.tampil_nama for b in _titik(stepper))
    stepper.resize(300, 120)
    qtbot.waitUntil(lambda: not any(b.tampil_nama for b in _titik(stepper)))


def test_it_paints_and_can_be_filled_again(stepper: Stepper) -> None:
    stepper.grab()
    stepper.atur(TITIK[:2], kini=0, terpilih=1)
    stepper.grab()
    assert len(_titik(stepper)) == 2
    stepper.atur(())


def test_a_long_name_takes_two_lines_at_most(stepper: Stepper) -> None:
    ukur = stepper.fontMetrics()
    lebar = ukur.horizontalAdvance("Verifikasi penerima")
    assert _dua_baris("Verifikasi", ukur, lebar) == ["Verifikasi"]
    satu, dua = _dua_baris("Verifikasi penerima manfaat dari desa dan kelurahan", ukur, lebar)
    assert satu == "Verifikasi penerima"
    assert dua.endswith("…")
    assert len(_dua_baris("Pertanggungjawabannya", ukur, 30)) == 1
