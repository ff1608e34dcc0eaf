"""The look of the window, chosen in Pengaturan."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.helpers.jendela import JobLangsung
from tests.helpers.konteks import layar
from tests.helpers.toko import KantorUji
from ui import setelan
from ui.halaman import PabrikHalaman
from ui.jendela import Jendela
from ui.pengaturan.halaman import HalamanPengaturan
from ui.pengaturan.tampilan import BagianTampilan
from ui.setelan import Setelan
from ui.tema import PilihanTema, tema


def test_the_look_is_chosen_by_key_and_kept(uji: KantorUji, qtbot: QtBot) -> None:
    pengaturan = PabrikHalaman("pengaturan", "Pengaturan", "settings", "ui.pengaturan.halaman:HalamanPengaturan")
    jendela = Jendela(uji.ruang, uji.pelaku["staf"], JobLangsung(), Setelan(), (pengaturan,))
    qtbot.addWidget(jendela)
    jendela.show()
    jendela.buka("pengaturan", "tampilan")
    (halaman,) = jendela.findChildren(HalamanPengaturan)
    bagian = halaman.bagian
    assert isinstance(bagian, BagianTampilan)
    assert (bagian.tema.nilai, bagian.ukuran.nilai, bagian.kunci.nilai) == ("sistem", "biasa", 15)
    qtbot.keyClick(bagian.tema, Qt.Key.Key_End)
    qtbot.keyClick(bagian.ukuran, Qt.Key.Key_Down)
    qtbot.keyClick(bagian.kunci, Qt.Key.Key_End)
    kini = setelan.baca(uji.folder)
    assert (kini.tema, kini.ukuran_teks, kini.kunci_menit) == ("gelap", "besar", 0)
    assert tema().palet.gelap
    tema().pasang(PilihanTema.TERANG, "biasa")
    halaman.tujuan("cadangan")
    halaman.tujuan("tampilan")
    assert bagian.tema.nilai == "gelap"


def test_a_page_without_its_window_shows_the_defaults(uji: KantorUji, qtbot: QtBot) -> None:
    staf = layar(uji, "staf")
    halaman = staf.tampil(HalamanPengaturan(staf.konteks), qtbot)
    halaman.tujuan("tampilan")
    assert isinstance(halaman.bagian, BagianTampilan)
    qtbot.keyClick(halaman.bagian.tema, Qt.Key.Key_End)
    assert halaman.bagian.tema.nilai == "gelap"
    assert not tema().palet.gelap
