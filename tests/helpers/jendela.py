"""Doubles for window tests: jobs that run at once, messages that are noted instead of shown, a ready `Konteks`."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtWidgets import QWidget

from app.jobs import JobCancelled
from app.kerja import Pelaku, RuangKerja
from ui.halaman import Halaman, Konteks
from ui.jobs import ChangeBus, JobRunner
from ui.pesan import Pesan


class JobLangsung(JobRunner):
    """Runs every job at once in the calling thread, so that a widget test needs no waiting."""

    def _kirim(self, nomor: int, kerja: Callable[[], object], *, baca: bool) -> None:
        try:
            hasil = kerja()
        except (Exception, JobCancelled) as salah:  # handed on as the real runner does
            self._selesaikan(nomor, None, salah)
        else:
            self._selesaikan(nomor, hasil, None)


@dataclass
class PenyampaiUji:
    """Notes every message; answers questions with `jawab`."""

    jawab: bool = True
    semua: list[Pesan] = field(default_factory=list)

    def sampaikan(self, _induk: QWidget | None, isi: Pesan) -> bool:
        self.semua.append(isi)
        return self.jawab

    @property
    def terakhir(self) -> Pesan:
        return self.semua[-1]


@dataclass
class Perjalanan:
    """Where a page wanted to go."""

    dibuka: list[tuple[str, Any]] = field(default_factory=list)
    didorong: list[Halaman] = field(default_factory=list)

    def buka(self, kode: str, apa: Any) -> None:
        self.dibuka.append((kode, apa))

    def dorong(self, halaman: Halaman) -> None:
        self.didorong.append(halaman)


def konteks_uji(ruang: RuangKerja, pelaku: Pelaku) -> tuple[Konteks, Perjalanan]:
    """Return a context whose jobs run at once, and the note of where pages went."""
    jalan = Perjalanan()
    return Konteks(ruang, pelaku, JobLangsung(), ChangeBus(), jalan.buka, jalan.dorong), jalan
