"""Words on the screen, in the few roles that the style sheet knows."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


def atur_sifat(widget: QWidget, **sifat: object) -> None:
    """Set dynamic properties that the style sheet looks at, and let it look again."""
    for nama, nilai in sifat.items():
        widget.setProperty(nama, nilai)
    gaya = widget.style()
    gaya.unpolish(widget)
    gaya.polish(widget)
    widget.update()


class Teks(QLabel):
    """A label in a role: biasa, redup, kecil, judul, judul_kartu, angka, besar, tebal, salah, aksen.

    Always plain text, so that a name holding `<b>` stays a name. A long one wraps where `bungkus` is set.
    """

    def __init__(self, teks: str = "", peran: str = "biasa", *, bungkus: bool = False, pilih: bool = False) -> None:
        super().__init__(teks)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("peran", peran)
        if bungkus:
            self.setWordWrap(True)
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        if pilih:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )

    def atur_peran(self, peran: str) -> None:
        """Change the role."""
        atur_sifat(self, peran=peran)
