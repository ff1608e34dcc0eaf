import sys

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.jobs import JobCancelled
from db.galat import BugError, KnownError
from tests.helpers.jendela import PenyampaiUji
from ui import pesan
from ui.pesan import DialogPesan, JenisPesan, Pesan


def _salah(kata: str) -> Exception:
    try:
        try:
            raise KeyError(kata)
        except KeyError as e:
            raise ValueError(kata) from e
    except ValueError as e:
        return e


def test_a_report_holds_places_but_no_values() -> None:
    laporan = pesan.laporan(_salah("SITI AMINAH 6209039990000001"))
    assert "builtins.ValueError" in laporan
    assert "builtins.KeyError" in laporan
    assert "ui/test_pesan.py" in laporan
    assert "SITI" not in laporan
    assert "6209" not in laporan


def test_a_bugs_own_words_and_a_known_code_stand_in_the_report() -> None:
    salah = BugError("a naive datetime")
    salah.__cause__ = KnownError("disk_penuh", berkas="C:/Users/rina/x")
    laporan = pesan.laporan(salah)
    assert "a naive datetime" in laporan
    assert "disk_penuh" in laporan
    assert "rina" not in laporan


def test_a_question_names_what_will_be_done(pesan_uji: PenyampaiUji) -> None:
    pesan_uji.jawab = False
    assert not pesan.tanya(None, "Hapus 12 baris?", "Dapat diurungkan.", ya="&Hapus 12 baris", bahaya=True)
    assert pesan_uji.terakhir == Pesan(
        JenisPesan.TANYA, "Hapus 12 baris?", "Dapat diurungkan.", "&Hapus 12 baris", "&Batal", True
    )
    pesan.info(None, "Tersimpan")
    pesan.peringatan(None, "Periksa")
    assert [p.jenis for p in pesan_uji.semua[1:]] == [JenisPesan.INFO, JenisPesan.PERINGATAN]


def test_what_went_wrong_is_told_by_blame(pesan_uji: PenyampaiUji) -> None:
    pesan.gagal(None, KnownError("wilayah_tak_dikenal", kode="12"))
    assert pesan_uji.terakhir.jenis is JenisPesan.PERINGATAN
    pesan.gagal(None, JobCancelled())
    assert len(pesan_uji.semua) == 1
    pesan.gagal(None, _salah("x"))
    assert pesan_uji.terakhir.jenis is JenisPesan.GAGAL
    assert "ValueError" in pesan_uji.terakhir.laporan


def test_an_escaped_exception_reaches_the_crash_dialog(
    pesan_uji: PenyampaiUji, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    pesan.pasang_kait()
    salah = _salah("x")
    sys.excepthook(type(salah), salah, salah.__traceback__)
    assert pesan_uji.terakhir.jenis is JenisPesan.GAGAL


def test_the_report_can_be_copied(qtbot: QtBot) -> None:
    dialog = DialogPesan(None, Pesan(JenisPesan.GAGAL, "Terjadi kesalahan", "Isi", "&Tutup", laporan="baris 1"))
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.mouseClick(dialog.salin, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "baris 1"
    assert dialog.salin.text() == "Laporan tersalin"


def test_enter_says_no_to_a_dangerous_act(qtbot: QtBot) -> None:
    dialog = DialogPesan(None, Pesan(JenisPesan.TANYA, "Hapus?", "", "&Hapus", "&Batal", True))
    qtbot.addWidget(dialog)
    dialog.show()
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)


@pytest.mark.parametrize(("tombol", "setuju"), [("ya", True), ("tidak", False)])
def test_the_answer_is_what_was_pressed(
    qtbot: QtBot, aplikasi: QApplication, pesan_asli: None, tombol: str, setuju: bool
) -> None:
    def tekan() -> None:
        dialog = next(w for w in aplikasi.topLevelWidgets() if isinstance(w, DialogPesan) and w.isVisible())
        qtbot.mouseClick(getattr(dialog, tombol), Qt.MouseButton.LeftButton)

    QTimer.singleShot(30, tekan)
    assert pesan.tanya(None, "Lanjut?", ya="&Lanjut") is setuju
