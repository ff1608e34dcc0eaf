"""The big search box of the table: it takes what a scanner types, and leaves the keys that belong to the table."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit


class KotakPindai(QLineEdit):
    """A field that keeps the focus all day. Ctrl+Z takes back the last hand-over, not the last letter typed."""

    def event(self, kejadian: QEvent) -> bool:
        menimpa = kejadian.type() == QEvent.Type.ShortcutOverride
        if menimpa and isinstance(kejadian, QKeyEvent) and kejadian.matches(QKeySequence.StandardKey.Undo):
            kejadian.ignore()
            return False
        return super().event(kejadian)
