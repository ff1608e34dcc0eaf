"""The five questions in the window: counts on the tabs, the reason beside the name, Enter to decide."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlmodel import select

from app.kegiatan import buat_kegiatan
from db.model import Orang
from tests.helpers.kegiatan import isi_usulan
from tests.helpers.konteks import Layar, layar
from tests.helpers.toko import KantorUji
from ui.verifikasi.halaman import HalamanVerifikasi
from ui.verifikasi.sorotan import HalamanSorotan


@pytest.fixture
def kantor(uji: KantorUji) -> Layar:
    return layar(uji)


@pytest.fixture
def kegiatan(uji: KantorUji) -> UUID:
    with uji.menulis() as kerja:
        kegiatan_id = buat_kegiatan(kerja, kode_sop="rehsos", nama="Bansos Uji", tahun=2026, nominal=1_500_000)
        isi_usulan(kerja, kegiatan_id, 4)
        satu = kerja.sesi.exec(select(Orang).order_by(Orang.urut)).first()
        assert satu is not None
        satu.nik = None
    return kegiatan_id


def test_from_the_grid_to_the_one_who_is_spotted(kantor: Layar, kegiatan: UUID, qtbot: QtBot) -> None:
    verifikasi = kantor.tampil(HalamanVerifikasi(kantor.konteks, kegiatan), qtbot)
    qtbot.mouseClick(verifikasi.sorotan, Qt.MouseButton.LeftButton)
    halaman = kantor.jalan.didorong[0]
    assert isinstance(halaman, HalamanSorotan)
    kantor.tampil(halaman, qtbot)
    assert halaman.lembar.tabText(0).startswith("Identitas tidak sah (")
    qtbot.keyClicks(halaman.cari, "belum ada")
    qtbot.keyClick(halaman.cari, Qt.Key.Key_Return)
    (satu,) = halaman.tabel.tampak
    assert satu.sebab == "NIK belum ada."
    halaman.tabel.pilih_baris(0)
    with qtbot.waitSignal(halaman.selesai):
        qtbot.keyClick(halaman.tabel, Qt.Key.Key_Return)
    assert verifikasi.lapis.currentWidget() is verifikasi.satu
    assert verifikasi.satu.nama.text() == satu.nama


def test_a_question_without_anybody_says_so(kantor: Layar, kegiatan: UUID, qtbot: QtBot) -> None:
    halaman = kantor.tampil(HalamanSorotan(kantor.konteks, kegiatan, lambda _: None), qtbot)
    halaman.lembar.setCurrentIndex(4)
    assert halaman.lembar.tabText(4) == "Bermasalah sebelumnya (0)"
    assert halaman.tumpukan.currentWidget() is halaman.kosong
