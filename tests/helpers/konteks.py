"""A page on the screen of the test office: shown in the room that a small laptop leaves, with its own context."""

from dataclasses import dataclass, field
from typing import TypeVar

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.jendela import Perjalanan, konteks_uji
from tests.helpers.toko import KantorUji
from ui.halaman import Konteks

H = TypeVar("H", bound=QWidget)


@dataclass
class Layar:
    """The context of an account, where its pages wanted to go, and the pages that are open (kept alive)."""

    konteks: Konteks
    jalan: Perjalanan
    terbuka: list[QWidget] = field(default_factory=list)

    def tampil(self, halaman: H, qtbot: QtBot, *, lebar: int = 1093, tinggi: int = 470) -> H:
        """Show a page."""
        qtbot.addWidget(halaman)
        self.terbuka.append(halaman)
        halaman.resize(lebar, tinggi)
        halaman.show()
        return halaman


def layar(uji: KantorUji, nama: str = "serba") -> Layar:
    """Sign in to the test office."""
    return Layar(*konteks_uji(uji.ruang, uji.pelaku[nama]))
