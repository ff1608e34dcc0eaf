"""Two who may be one person stand beside each other; what differs is marked, and the keyboard answers."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.usulan.pasangan import MIRIP, Pasangan, Sisi
from ui.impor.sama import BEDA, MAKS, NANTI, HalamanSama, KartuPasangan
from ui.komponen import Teks

KIRI = Sisi(
    "usulan.xlsx, baris 12", "ST. AMINA", "6209034510609001", "6209030202169031", date(1960, 5, 1), "P",
    "Jl. Merdeka RT 4", "62.09.03.2004", "Kujan", "Rusmini",
)  # fmt: skip
KANAN = replace(KIRI, asal="data Salur", nama="SITI AMINAH", nik="6209034501609001", lahir=date(1960, 1, 5))
SATU = Pasangan(
    (0, "Sheet1", 12), (0, "Sheet1", 3), MIRIP, KIRI, KANAN, None, skor=97,
    alasan="Sangat mirip: nama sama, NIK hampir sama, tanggal dan bulan lahir tertukar, No. KK sama.",
)  # fmt: skip
DESA = {"62.09.03.2004": "Desa Kujan"}


def banyak(n: int) -> tuple[Pasangan, ...]:
    """Return pairs that nobody judged."""
    return tuple(replace(SATU, baris=(0, "Sheet1", 20 + k)) for k in range(n))


@pytest.fixture
def halaman(qtbot: QtBot) -> HalamanSama:
    halaman = HalamanSama()
    qtbot.addWidget(halaman)
    halaman.resize(1000, 500)
    halaman.show()
    return halaman


def teks(kartu: KartuPasangan) -> list[str]:
    return [t.text() for t in kartu.findChildren(Teks)]


def test_differences_are_marked_and_reasons_are_said(halaman: HalamanSama) -> None:
    halaman.muat((SATU,), DESA)
    (kartu,) = halaman.findChildren(KartuPasangan)
    isi = teks(kartu)
    assert SATU.alasan in isi
    assert isi.count(BEDA) == 3
    assert "6209034510609001" not in isi
    assert "620903 451060 9001" in isi
    assert "1 belum diputuskan" in halaman.kalimat.text()


@pytest.mark.parametrize(("tombol", "jawab"), [(Qt.Key.Key_S, True), (Qt.Key.Key_B, False), (Qt.Key.Key_N, NANTI)])
def test_the_keyboard_answers(halaman: HalamanSama, qtbot: QtBot, tombol: Qt.Key, jawab: bool | str) -> None:
    halaman.muat((SATU,), DESA)
    (kartu,) = halaman.findChildren(KartuPasangan)
    kartu.tombol[0].setFocus()
    with qtbot.waitSignal(halaman.diputuskan) as sinyal:
        qtbot.keyClick(kartu.tombol[0], tombol)
    assert sinyal.args == [SATU, jawab]


@pytest.mark.parametrize(
    ("pasangan", "ke"), [(replace(SATU, sama=True), 0), (replace(SATU, sama=False), 1), (replace(SATU, nanti=True), 2)]
)
def test_an_answer_given_again_is_taken_back(halaman: HalamanSama, qtbot: QtBot, pasangan: Pasangan, ke: int) -> None:
    halaman.muat((pasangan,), DESA)
    (kartu,) = halaman.findChildren(KartuPasangan)
    assert [t.isChecked() for t in kartu.tombol] == [k == ke for k in range(3)]
    with qtbot.waitSignal(halaman.diputuskan) as sinyal:
        qtbot.mouseClick(kartu.tombol[ke], Qt.MouseButton.LeftButton)
    assert sinyal.args == [pasangan, None]
    assert "0 belum diputuskan" in halaman.kalimat.text()


def test_judged_pairs_come_last_and_many_come_in_parts(halaman: HalamanSama) -> None:
    halaman.muat((replace(SATU, sama=True), *banyak(MAKS + 5)), DESA)
    assert len(halaman.tombol) == MAKS
    assert (SATU.baris, SATU.lawan) not in halaman.tombol
    assert "pertama ditampilkan" in halaman.kalimat.text()


def test_nothing_to_judge_is_said(halaman: HalamanSama) -> None:
    halaman.muat((), {})
    assert halaman.kosong.isVisible()
    assert not halaman.kalimat.isVisible()
