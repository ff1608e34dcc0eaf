"""Opening a dialog and taking what it offers; every `ask()` ends here."""

from typing import Any, Protocol

from PySide6.QtWidgets import QDialog


class BerJawaban(Protocol):
    """A dialog that offers plain data."""

    @property
    def jawaban(self) -> Any: ...
    def exec(self) -> int: ...
    def deleteLater(self) -> None: ...


def bertanya(dialog: BerJawaban) -> Any:
    """Return the dialog's `jawaban` once it is agreed to, None when it is given up; the dialog is gone either way."""
    try:
        return dialog.jawaban if dialog.exec() == QDialog.DialogCode.Accepted else None
    finally:
        dialog.deleteLater()
