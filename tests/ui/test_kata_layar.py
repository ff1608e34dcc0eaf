"""No page and no dialog shows an English word, a bare "KK", or a code; every control has a name to be read out."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.kegiatan import buat_kegiatan
from db.istilah import JenisBantuan
from tests.helpers.jendela import JobLangsung
from tests.helpers.toko import KantorUji
from ui.jendela import Jendela
from ui.setelan import Setelan

INGGRIS = re.compile(
    r"\b(?:ok|cancel|save|open|close|yes|help|apply|reset|discard|retry|ignore|next|back|finish|done|undo|redo|cut|"
    r"copy|paste|delete|select|file|directory|print|page|show|hide|options|search|find|settings|user|password|sign|"
    r"name|size|type|date|error|warning|loading|edit|add|remove|deadline|status bar|tab)\b",
    re.IGNORECASE,
)
KK = re.compile(r"(?<!No\. )(?<!Nomor )\bKK\b")
KODE = re.compile(r"\b[a-z]+_[a-z_]+\b|\b(?:None|True|False)\b")
AKUN = ("admin", "serba", "operator", "kabid", "kadis", "camat")


def _kata(akar: QWidget) -> Iterator[str]:
    for w in akar.findChildren(QWidget):
        if isinstance(w, QAbstractButton | QLabel):
            yield w.text()
        if isinstance(w, QGroupBox):
            yield w.title()
        if isinstance(w, QLineEdit | QPlainTextEdit):
            yield w.placeholderText()
        if isinstance(w, QTableView):
            model = w.model()
            yield from (
                str(model.headerData(n, w.horizontalHeader().orientation()) or "") for n in range(model.columnCount())
            )
        yield from (w.toolTip(), w.accessibleName(), w.accessibleDescription())


def _tanpa_nama(akar: QWidget) -> list[str]:
    """Return controls that a screen reader could not name."""
    kelas = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit, QTableView)
    hasil = []
    for w in akar.findChildren(QWidget):
        milik_qt = w.objectName().startswith("qt_") or isinstance(w.parent(), QAbstractSpinBox | QComboBox | QLineEdit)
        if isinstance(w, kelas) and w.isVisible() and not milik_qt and type(w).__module__ != "PySide6.QtWidgets":
            nama = w.accessibleName() or (w.text() if isinstance(w, QAbstractButton) else "")
            if not nama:
                hasil.append(f"{type(w).__name__} di {type(w.parent()).__name__}")
    return hasil


@pytest.fixture(params=AKUN)
def jendela(qtbot: QtBot, uji: KantorUji, request: pytest.FixtureRequest) -> Jendela:
    with uji.menulis() as kerja:
        buat_kegiatan(
            kerja, kode_sop="rehsos", nama="Bansos Lansia 2026", tahun=2026, nominal=1_500_000,
            jenis_bantuan=JenisBantuan.KARTU,
        )  # fmt: skip
        buat_kegiatan(kerja, kode_sop="dtks", nama="DTKS Triwulan I", tahun=2026, mulai_langkah=6)
    jendela = Jendela(uji.ruang, uji.pelaku[request.param], JobLangsung(), Setelan(kunci_menit=0))
    qtbot.addWidget(jendela)
    jendela.resize(1366, 728)
    jendela.show()
    return jendela


def test_every_page_speaks_the_words_of_offices(jendela: Jendela) -> None:
    for kode in jendela.kode_tab:
        jendela.buka(kode)
        kata = {k.replace("&", "") for k in _kata(jendela) if k}
        assert {k for k in kata if INGGRIS.search(k)} == set(), kode
        assert {k for k in kata if KK.search(k)} == set(), kode
        assert {k for k in kata if KODE.search(k)} == set(), kode


def test_every_control_has_a_name(jendela: Jendela) -> None:
    for kode in jendela.kode_tab:
        jendela.buka(kode)
        assert _tanpa_nama(jendela) == [], kode


@pytest.mark.parametrize("ukuran", [(1366, 728), (1093, 545), (960, 520)])
def test_every_page_fits_the_window(jendela: Jendela, ukuran: tuple[int, int]) -> None:
    jendela.resize(*ukuran)
    for kode in jendela.kode_tab:
        jendela.buka(kode)
        assert jendela.minimumSizeHint().width() <= ukuran[0], kode
        assert jendela.minimumSizeHint().height() <= ukuran[1], kode
