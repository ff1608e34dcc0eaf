"""What a screen says and names, and which of its words no office uses."""

import re
from collections.abc import Iterator

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

INGGRIS = re.compile(
    r"\b(?:ok|cancel|save|open|close|yes|help|apply|reset|discard|retry|ignore|next|back|finish|done|undo|redo|cut|"
    r"copy|paste|delete|select|file|directory|print|page|show|hide|options|search|find|settings|user|password|sign|"
    r"name|size|type|date|error|warning|loading|edit|add|remove|deadline|status bar|tab)\b",
    re.IGNORECASE,
)
KK = re.compile(r"(?<!No\. )(?<!Nomor )\bKK\b")
KODE = re.compile(r"\b[a-z]+_[a-z_]+\b|\b(?:None|True|False)\b")


def kata_layar(akar: QWidget) -> Iterator[str]:
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


def tanpa_nama(akar: QWidget) -> list[str]:
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


def kata_asing(akar: QWidget) -> set[str]:
    """Return what is said in English, as a bare KK, or as a code."""
    kata = {k.replace("&", "") for k in kata_layar(akar) if k}
    return {k for k in kata if INGGRIS.search(k) or KK.search(k) or KODE.search(k)}
