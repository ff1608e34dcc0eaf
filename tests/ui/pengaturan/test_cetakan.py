"""Pengaturan, part Cetakan: what each paper has, and the watermark."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.dokumen.setelan import SetelanNaskah, setelan_cetak
from reports.daftar_cetak import DAFTAR
from tests.helpers.konteks import Layar, layar
from tests.helpers.toko import KantorUji
from ui.naskah.tujuan import TujuanNaskah
from ui.pengaturan.cetakan import BagianCetakan, DialogCetakan


@pytest.fixture
def kantor(uji: KantorUji) -> Layar:
    return layar(uji, "admin")


@pytest.fixture
def bagian(kantor: Layar, qtbot: QtBot) -> BagianCetakan:
    satu = kantor.tampil(BagianCetakan(kantor.konteks), qtbot)
    satu.muat()
    return satu


def test_every_pdf_has_its_line_and_shipped_settings(bagian: BagianCetakan) -> None:
    baris = {n.kode: s for n, s in bagian.model.semua}
    assert set(baris) == {n.kode for n in DAFTAR.values() if n.format == "pdf"}
    assert baris["perjanjian"].meterai
    assert not baris["bast"].bidang_ttd


def test_a_paper_is_changed(bagian: BagianCetakan, uji: KantorUji, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(DialogCetakan, "ask", lambda *_: SetelanNaskah(False, True, 12))
    bagian.ubah(next(b for b in bagian.model.semua if b[0].kode == "perjanjian"))
    with uji.membaca() as kerja:
        assert setelan_cetak(kerja).untuk("perjanjian") == SetelanNaskah(False, True, 12)
    assert next(s for n, s in bagian.model.semua if n.kode == "perjanjian").huruf == 12


def test_the_dialog_offers_only_what_the_paper_can_have(qtbot: QtBot) -> None:
    dialog = DialogCetakan(None, DAFTAR["sptjm"], SetelanNaskah(meterai=True))
    qtbot.addWidget(dialog)
    assert (dialog.meterai.isHidden(), dialog.bidang.isHidden()) == (False, True)
    dialog.huruf.nilai = 12
    assert dialog.jawaban == SetelanNaskah(True, False, 12)


def test_the_watermark_is_switched(bagian: BagianCetakan, uji: KantorUji, qtbot: QtBot) -> None:
    qtbot.mouseClick(bagian.tanda_air.kotak, Qt.MouseButton.LeftButton)
    with uji.membaca() as kerja:
        assert setelan_cetak(kerja).tanda_air
    qtbot.mouseClick(bagian.tanda_air.kotak, Qt.MouseButton.LeftButton)
    with uji.membaca() as kerja:
        assert not setelan_cetak(kerja).tanda_air


def test_the_words_are_a_click_away(bagian: BagianCetakan, kantor: Layar, qtbot: QtBot) -> None:
    qtbot.mouseClick(bagian.kata, Qt.MouseButton.LeftButton)
    assert kantor.jalan.dibuka[-1] == ("naskah", TujuanNaskah())


def test_a_bast_may_have_witnesses_and_a_receipt_says_when_it_has_a_stamp(qtbot: QtBot) -> None:
    bast = DialogCetakan(None, DAFTAR["bast"], SetelanNaskah(mengetahui=("camat",)))
    terima = DialogCetakan(None, DAFTAR["tanda-terima"], SetelanNaskah())
    for dialog in (bast, terima):
        qtbot.addWidget(dialog)
    bast.saksi["tksk"].setChecked(True)
    assert bast.jawaban.mengetahui == ("tksk", "camat")
    assert all(kotak.isHidden() for kotak in terima.saksi.values())
    assert "Rp 5.000.000" in terima.meterai.text()
