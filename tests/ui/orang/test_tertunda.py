"""The pairs that an import left open are judged from the list of people."""

from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db.istilah import PutusanKemiripan
from db.model import Kemiripan, Orang
from tests.helpers.konteks import layar
from tests.helpers.toko import KantorUji
from ui.impor.sama import KartuPasangan
from ui.orang.halaman import HalamanOrang


def _pasangan(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        orang = [
            Orang(nama=nama, nama_cari=nama, tanggal_lahir=date(1960, 1, 5), kode_desa="62.09.03.2004")
            for nama in ("SITI AMINAH", "ST AMINAH")
        ]
        kerja.sesi.add_all(orang)
        kerja.sesi.flush()
        kerja.sesi.add(Kemiripan(orang_a_id=orang[1].id, orang_b_id=orang[0].id, skor=97, alasan=["nama_sama"]))


def test_a_pair_is_opened_and_judged_by_the_keyboard(uji: KantorUji, qtbot: QtBot) -> None:
    _pasangan(uji)
    pasangan = layar(uji)
    halaman = pasangan.tampil(HalamanOrang(pasangan.konteks), qtbot)
    halaman.segarkan()
    assert "(1)" in halaman.pencarian.mirip.text()
    qtbot.mouseClick(halaman.pencarian.mirip, Qt.MouseButton.LeftButton)
    (kartu,) = halaman.tertunda.findChildren(KartuPasangan)
    qtbot.keyClick(kartu.tombol[0], Qt.Key.Key_N)  # it cannot be put off again
    assert halaman.tertunda.sama.tombol
    qtbot.keyClick(kartu.tombol[0], Qt.Key.Key_B)
    assert halaman.tertunda.sama.tombol == {}
    with uji.membaca() as kerja:
        assert kerja.sesi.get_one(Kemiripan, _id(uji)).putusan == PutusanKemiripan.BERBEDA.value
    qtbot.mouseClick(halaman.tertunda.balik, Qt.MouseButton.LeftButton)
    halaman.segarkan()
    assert halaman.pencarian.mirip.isHidden()


def _id(uji: KantorUji) -> object:
    from sqlmodel import select

    with uji.membaca() as kerja:
        return kerja.sesi.exec(select(Kemiripan.id)).one()


def test_without_pairs_nothing_is_offered(uji: KantorUji, qtbot: QtBot) -> None:
    pasangan = layar(uji)
    halaman = pasangan.tampil(HalamanOrang(pasangan.konteks), qtbot)
    halaman.segarkan()
    assert halaman.pencarian.mirip.isHidden()
