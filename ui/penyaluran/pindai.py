"""What a scanner types, kept in its place: the search box, wherever the cursor happens to be.

A scanner is a keyboard that types fast and ends with Enter, often CR and LF. It types into whatever has the cursor: a
witness's name, a reason, a button. There a code would be kept as somebody's name, or lost.
"""

import re

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from app.penyaluran import baku_kode
from db.galat import KnownError
from ui.komponen import DialogSalur

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PERINTAH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_NIK = re.compile(r"\d{16}")


def dari_pemindai(teks: str) -> bool:
    """Tell whether words are a receipt's code (be it misread) or a bare NIK: what scanners send, never a name."""
    try:
        return baku_kode(teks) is not None or _NIK.fullmatch(teks.strip()) is not None
    except KnownError:
        return True


class KotakPindai(QLineEdit):
    """A field that keeps the focus all day. Ctrl+Z takes back the last hand-over, not the last letter typed."""

    def event(self, kejadian: QEvent) -> bool:
        menimpa = kejadian.type() == QEvent.Type.ShortcutOverride
        if menimpa and isinstance(kejadian, QKeyEvent) and kejadian.matches(QKeySequence.StandardKey.Undo):
            kejadian.ignore()
            return False
        return super().event(kejadian)


class PenerusPindaian(QObject):
    """Brings to the search box what is typed at buttons and lists of the page, and codes scanned into its fields."""

    def __init__(self, halaman: QWidget, kotak: QLineEdit) -> None:
        super().__init__(halaman)
        self._kotak = kotak
        for satu in halaman.findChildren(QWidget):
            if satu is not kotak:
                satu.installEventFilter(self)

    def eventFilter(self, benda: QObject, kejadian: QEvent) -> bool:
        if not isinstance(kejadian, QKeyEvent) or kejadian.type() != QEvent.Type.KeyPress:
            return False
        if isinstance(benda, QLineEdit):
            return self._kode_di_isian(benda, kejadian)
        huruf = kejadian.text()
        if not huruf.strip() or not huruf.isprintable() or kejadian.modifiers() & _PERINTAH:
            return False
        if self._kotak.window().focusWidget() is self._kotak:  # the next letters may be on their way here still
            self._kotak.insert(huruf)
        else:
            self._kotak.setFocus()
            self._kotak.setText(huruf)
        return True

    def _kode_di_isian(self, kotak: QLineEdit, kejadian: QKeyEvent) -> bool:
        if kejadian.key() not in _ENTER:
            return False
        teks = kotak.text()
        if dari_pemindai(teks):
            kotak.clear()
            self._kotak.setText(teks)
            self._kotak.returnPressed.emit()
        self._kotak.setFocus()
        return True


class PenjagaDialog(QObject):
    """Keeps a code that is scanned while a dialog asks out of its fields; the dialog says so and goes on asking.

    NIK fields (`nik`) take a scanned NIK: that is what they are for.
    """

    ditolak = Signal()

    def __init__(self, dialog: DialogSalur, nik: tuple[QLineEdit, ...] = ()) -> None:
        super().__init__(dialog)
        self._dialog, self._nik = dialog, nik
        dialog.installEventFilter(self)
        for kotak in dialog.findChildren(QLineEdit):
            kotak.installEventFilter(self)

    def eventFilter(self, benda: QObject, kejadian: QEvent) -> bool:
        enter = isinstance(kejadian, QKeyEvent) and kejadian.type() == QEvent.Type.KeyPress and kejadian.key() in _ENTER
        if not enter or not isinstance(benda, QLineEdit) or not dari_pemindai(benda.text()):
            return False
        if benda in self._nik and _NIK.fullmatch(benda.text().strip()):
            self._dialog.focusNextChild()  # a scanner's Enter must not record what is half filled in
            return True
        benda.clear()
        self._dialog.salah.setText(
            self.tr("Yang terpindai adalah kode tanda terima atau NIK. Selesaikan isian ini dahulu, lalu pindai.")
        )
        self.ditolak.emit()
        return True
