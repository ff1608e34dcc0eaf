"""Qt's own dialogs and menus speak Indonesian: nothing that Qt asks for stays untranslated, no English word is seen."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QLocale, QPoint, Qt, QTimer, QTranslator
from PySide6.QtGui import QAction, QContextMenuEvent, QKeySequence
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QGroupBox,
    QInputDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QProgressDialog,
    QSpinBox,
    QTextEdit,
    QWidget,
    QWizard,
    QWizardPage,
)
from pytestqt.qtbot import QtBot

from ui import bahasa_qt

# Words that are the same in both languages, names of paper, and what is no word at all.
SAMA = re.compile(
    r"^(?:%p%|%1%|mm|pt|in|CC|DD|P̸|F%1|Alt\+\w+|[+.…]+|\d+ \(\d+x\d+\)|Form|QT_LAYOUT_DIRECTION|%1|Folder|Alias)$"
)
# Names of keys (engraved in English here too), of paper sizes and of file types.
BUKAN_KATA_KAMI = {"QShortcut", "QPageSize", "QMimeType"}
INGGRIS = re.compile(
    r"\b(?:ok|cancel|save|open|close|yes|no|help|apply|reset|discard|abort|retry|ignore|next|back|finish|done|commit|"
    r"continue|undo|redo|cut|copy|paste|delete|select|look in|file name|files of|directory|print|printer|page|copies|"
    r"show|hide|options|preview|cancel|step up|step down|rename|remove|name|size|type)\b",
    re.IGNORECASE,
)
BOLEH = {"PDF", "Salur"}


class _Perekam(QTranslator):
    """Stands below the shipped words and notes what they do not know."""

    def __init__(self) -> None:
        super().__init__()
        self.hilang: set[tuple[str, str]] = set()

    def translate(self, context: str, source_text: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        if context.startswith("Q"):
            self.hilang.add((context, source_text))
        return None

    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def perekam(aplikasi: QApplication) -> Iterator[_Perekam]:
    """Ask the recorder last: translators installed later are asked first, so ours is put on again."""
    perekam = _Perekam()
    utama = bahasa_qt._terpasang[0]
    aplikasi.removeTranslator(utama)
    aplikasi.installTranslator(perekam)
    aplikasi.installTranslator(utama)
    yield perekam
    aplikasi.removeTranslator(perekam)


def _tak_diterjemahkan(perekam: _Perekam) -> set[tuple[str, str]]:
    return {
        (konteks, teks) for konteks, teks in perekam.hilang if not SAMA.match(teks) and konteks not in BUKAN_KATA_KAMI
    }


def _kata_tampak(widget: QWidget) -> list[str]:
    kata = [widget.windowTitle()]
    for anak in widget.findChildren(QWidget):
        if isinstance(anak, QAbstractButton | QLabel):
            kata += [anak.text(), anak.toolTip()]
        if isinstance(anak, QGroupBox):
            kata.append(anak.title())
    return [k for k in kata if k]


def _inggris(kata: list[str]) -> list[str]:
    return [k for k in kata if k not in BOLEH and INGGRIS.search(k.replace("&", ""))]


def _periksa(perekam: _Perekam, widget: QWidget) -> None:
    assert _inggris(_kata_tampak(widget)) == []
    assert _tak_diterjemahkan(perekam) == set()


def test_every_standard_button(qtbot: QtBot, perekam: _Perekam) -> None:
    kotak = QDialogButtonBox()
    qtbot.addWidget(kotak)
    for satu in QDialogButtonBox.StandardButton:
        if satu is not QDialogButtonBox.StandardButton.NoButton:
            kotak.addButton(satu)
    assert len(kotak.buttons()) == 18
    _periksa(perekam, kotak)


def test_message_box_with_details(qtbot: QtBot, perekam: _Perekam) -> None:
    pesan = QMessageBox(QMessageBox.Icon.Warning, "Judul", "Isi")
    qtbot.addWidget(pesan)
    pesan.setDetailedText("rincian")
    pesan.show()
    rinci = next(b for b in pesan.buttons() if "rincian" in b.text())
    qtbot.mouseClick(rinci, Qt.MouseButton.LeftButton)
    _periksa(perekam, pesan)


@pytest.mark.parametrize(
    "gaya", [QWizard.WizardStyle.ClassicStyle, QWizard.WizardStyle.ModernStyle, QWizard.WizardStyle.MacStyle]
)
def test_wizard(qtbot: QtBot, perekam: _Perekam, gaya: QWizard.WizardStyle) -> None:
    wizard = QWizard()
    qtbot.addWidget(wizard)
    wizard.setOption(QWizard.WizardOption.HaveHelpButton)
    wizard.setWizardStyle(gaya)
    simpan = QWizardPage()
    simpan.setCommitPage(True)
    for halaman in (QWizardPage(), simpan, QWizardPage()):
        wizard.addPage(halaman)
    wizard.show()
    wizard.next()
    wizard.next()
    _periksa(perekam, wizard)


@pytest.mark.parametrize("ragam", list(QFileDialog.FileMode))
@pytest.mark.parametrize("terima", list(QFileDialog.AcceptMode))
def test_file_dialog(
    qtbot: QtBot, perekam: _Perekam, tmp_path: Path, ragam: QFileDialog.FileMode, terima: QFileDialog.AcceptMode
) -> None:
    (tmp_path / "usulan.xlsx").write_bytes(b"")
    dialog = QFileDialog()
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(terima)
    dialog.setFileMode(ragam)
    dialog.setDirectory(str(tmp_path))
    dialog.setViewMode(QFileDialog.ViewMode.Detail)
    dialog.show()
    dialog.selectFile("usulan.xlsx")
    _periksa(perekam, dialog)


@pytest.mark.parametrize("kelas", [QLineEdit, QTextEdit, QPlainTextEdit])
def test_menu_of_a_field(qtbot: QtBot, perekam: _Perekam, kelas: type[QLineEdit]) -> None:
    isian = kelas("isi")
    qtbot.addWidget(isian)
    menu = isian.createStandardContextMenu()
    qtbot.addWidget(menu)
    assert _inggris([a.text().split("\t")[0] for a in menu.actions() if a.text()]) == []
    assert _tak_diterjemahkan(perekam) == set()


def test_menu_of_a_spin_box(qtbot: QtBot, perekam: _Perekam, aplikasi: QApplication) -> None:
    angka = QSpinBox()
    qtbot.addWidget(angka)
    angka.show()
    kata: list[str] = []

    def tutup() -> None:
        menu = aplikasi.activePopupWidget()
        assert isinstance(menu, QMenu)
        kata.extend(a.text().split("\t")[0] for a in menu.actions() if isinstance(a, QAction))
        menu.close()

    QTimer.singleShot(50, tutup)
    kejadian = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(3, 3), angka.mapToGlobal(QPoint(3, 3)))
    aplikasi.sendEvent(angka, kejadian)
    assert kata
    assert _inggris(kata) == []
    assert _tak_diterjemahkan(perekam) == set()


def test_print_dialogs(qtbot: QtBot, perekam: _Perekam) -> None:
    pencetak = QPrinter()
    for dialog in (QPrintDialog(pencetak), QPrintPreviewDialog(pencetak)):
        qtbot.addWidget(dialog)
        dialog.show()
        _periksa(perekam, dialog)


def test_progress_and_input_dialogs(qtbot: QtBot, perekam: _Perekam) -> None:
    for dialog in (QProgressDialog("Menyimpan", "", 0, 9), QInputDialog()):
        qtbot.addWidget(dialog)
        dialog.show()
        assert _inggris(_kata_tampak(dialog)) == []


def test_shortcuts_name_keys_as_keyboards_here_do(aplikasi: QApplication) -> None:
    kunci = ("Ctrl+Shift+Return", "Space", "Left", "PgUp", "Del", "F2", "Esc")
    teks = [QKeySequence(k).toString(QKeySequence.SequenceFormat.NativeText) for k in kunci]
    assert teks == ["Ctrl+Shift+Enter", "Spasi", "Kiri", "PgUp", "Del", "F2", "Esc"]


def test_numbers_and_dates_are_indonesian(aplikasi: QApplication) -> None:
    setempat = QLocale()
    assert setempat.toString(1234567) == "1.234.567"
    assert setempat.toString(QDate(2026, 8, 17), "dddd, d MMMM yyyy") == "Senin, 17 Agustus 2026"


def test_our_own_words_pass_through(aplikasi: QApplication) -> None:
    assert aplikasi.translate("Tombol", "Cancel") == "Cancel"
    assert aplikasi.translate("QPlatformTheme", "Cancel") == "Batal"


def test_no_word_is_left_empty_and_mnemonics_stay() -> None:
    for konteks, kata in bahasa_qt.kata().items():
        for inggris, indonesia in kata.items():
            assert indonesia.strip() or not inggris.strip(), (konteks, inggris)
            assert ("&" in indonesia) >= ("&" in inggris), (konteks, inggris)
            assert inggris.count("%") == indonesia.count("%"), (konteks, inggris)
