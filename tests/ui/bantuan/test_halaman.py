"""Bantuan: every topic opens, speaks Indonesian, and can be gone to by its code."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.helpers.konteks import layar
from tests.helpers.toko import KantorUji
from ui.bantuan.halaman import HalamanBantuan, daftar_topik

TOPIK = daftar_topik()


def test_topics_are_named_once() -> None:
    assert len({t.kode for t in TOPIK}) == len(TOPIK) >= 8
    assert TOPIK[0].judul == "Mulai bekerja"


@pytest.mark.parametrize("topik", TOPIK, ids=lambda t: t.kode)
def test_a_topic_never_says_bare_kk_or_temuan(topik: object) -> None:
    isi = topik.isi.replace("No. KK", "")
    assert " KK " not in isi
    assert "temuan" not in isi.lower()


def test_choosing_and_going_to_a_topic(uji: KantorUji, qtbot: QtBot) -> None:
    pasangan = layar(uji)
    halaman = pasangan.tampil(HalamanBantuan(pasangan.konteks), qtbot)
    qtbot.keyClick(halaman.daftar, Qt.Key.Key_Down)
    assert TOPIK[1].judul in halaman.bacaan.toPlainText()
    halaman.tujuan("cadangan")
    assert "kunci pemulihan" in halaman.bacaan.toPlainText().lower()
    halaman.tujuan("tidak ada")
    assert "kunci pemulihan" in halaman.bacaan.toPlainText().lower()
