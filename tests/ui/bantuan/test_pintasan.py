"""F1 opens the help from anywhere; the account's menu and the search lead there too."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.helpers.jendela import JobLangsung
from tests.helpers.toko import KantorUji
from ui.bantuan.halaman import HalamanBantuan
from ui.cari_cepat import CariCepat
from ui.halaman import PabrikHalaman
from ui.jendela import Jendela
from ui.setelan import Setelan

HALAMAN = (
    PabrikHalaman("register", "Buku Register", "book-open-text", "ui.register.halaman:HalamanRegister"),
    PabrikHalaman("bantuan", "Bantuan", "circle-help", "ui.bantuan.halaman:HalamanBantuan", tab=False),
)


def _jendela(qtbot: QtBot, uji: KantorUji, halaman: tuple[PabrikHalaman, ...] = HALAMAN) -> Jendela:
    jendela = Jendela(uji.ruang, uji.pelaku["admin"], JobLangsung(), Setelan(), halaman)
    qtbot.addWidget(jendela)
    with qtbot.waitActive(jendela):
        jendela.show()
        jendela.activateWindow()
    return jendela


def test_f1_opens_the_help_and_a_tab_leads_back(qtbot: QtBot, uji: KantorUji) -> None:
    jendela = _jendela(qtbot, uji)
    qtbot.keyClick(jendela, Qt.Key.Key_F1)
    assert isinstance(jendela.tumpukan.atas, HalamanBantuan)
    assert jendela.kode_tab == ("register",)
    assert jendela.windowTitle().startswith("Bantuan – ")
    qtbot.mouseClick(jendela.atas.tab[0], Qt.MouseButton.LeftButton)
    assert not isinstance(jendela.tumpukan.atas, HalamanBantuan)


def test_the_menu_and_the_search_offer_the_help(qtbot: QtBot, uji: KantorUji) -> None:
    jendela = _jendela(qtbot, uji)
    (aksi,) = (a for a in jendela.atas.akun.menu().actions() if "Bantuan" in a.text())
    aksi.trigger()
    assert isinstance(jendela.tumpukan.atas, HalamanBantuan)
    jendela.buka("register")
    jendela.cari()
    cari = jendela.findChild(CariCepat)
    qtbot.keyClicks(cari.kotak, "bantu")
    qtbot.keyClick(cari.kotak, Qt.Key.Key_Return)
    assert isinstance(jendela.tumpukan.atas, HalamanBantuan)


def test_a_window_without_the_page_does_nothing(qtbot: QtBot, uji: KantorUji) -> None:
    jendela = _jendela(qtbot, uji, HALAMAN[:1])
    qtbot.keyClick(jendela, Qt.Key.Key_F1)
    assert jendela.atas.kini == "register"
