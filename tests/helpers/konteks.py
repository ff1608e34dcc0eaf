"""What a page is given, for tests: jobs that run at once, messages that are collected, pages that are noted."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.toko import KantorUji
from ui.halaman import Halaman, Konteks
from ui.jobs import ChangeBus, JobRunner
from ui.pesan import Pesan

H = TypeVar("H", bound=QWidget)


class JobLangsung(JobRunner):
    """Runs every job at once in the calling thread."""

    def _kirim(self, nomor: int, kerja: Callable[[], object], *, baca: bool) -> None:
        try:
            hasil, salah = kerja(), None
        except BaseException as e:
            hasil, salah = None, e
        self._usai.emit(nomor, hasil, salah)


@dataclass
class PenyampaiUji:
    """Collects messages and answers as told."""

    jawab: bool = True
    pesan: list[Pesan] = field(default_factory=list)

    def sampaikan(self, _induk: QWidget | None, pesan: Pesan) -> bool:
        self.pesan.append(pesan)
        return self.jawab


@dataclass
class KonteksUji:
    """A context with what pages asked of the window: `dibuka` (tab, what) and `didorong` pages."""

    konteks: Konteks
    dibuka: list[tuple[str, Any]]
    didorong: list[Halaman]
    terbuka: list[QWidget] = field(default_factory=list)  # keeps shown pages alive

    def tampil(self, halaman: H, qtbot: QtBot, *, lebar: int = 1093, tinggi: int = 470) -> H:
        """Show a page as the window would, by default in the room that a small laptop leaves."""
        qtbot.addWidget(halaman)
        self.terbuka.append(halaman)
        halaman.resize(lebar, tinggi)
        halaman.show()
        return halaman


def konteks_uji(uji: KantorUji, nama: str = "serba") -> KonteksUji:
    """Make the context of an account of the test office."""
    dibuka: list[tuple[str, Any]] = []
    didorong: list[Halaman] = []
    konteks = Konteks(
        uji.ruang,
        uji.pelaku[nama],
        JobLangsung(),
        ChangeBus(),
        lambda kode, apa: dibuka.append((kode, apa)),
        didorong.append,
    )
    return KonteksUji(konteks, dibuka, didorong)
