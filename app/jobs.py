"""Long work without Qt: announcing progress and being cancelled.

A use case takes a `JobContext` as its last argument and calls `lapor()` between units of work. `JobCancelled` derives
from BaseException so that a broad `except Exception` inside the work cannot swallow the user's wish to stop.
"""

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import monotonic
from typing import Any, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Progress:
    """How far a job is.

    Attributes:
        langkah: what is being done, Indonesian, shown as it is.
        selesai: units done.
        total: units in all; None when unknown.
    """

    langkah: str
    selesai: int = 0
    total: int | None = None


class JobCancelled(BaseException):
    """The user asked to stop; whatever the job did is rolled back."""


class JobContext:
    """What a job holds on to: where to report, and whether to stop. Reports at most ten times a second."""

    JEDA = 0.1  # seconds between reports

    def __init__(self, terima: Callable[[Progress], None] | None = None) -> None:
        self._terima = terima
        self._batal = False
        self._terakhir = 0.0
        self._langkah = ""

    def batalkan(self) -> None:
        """Ask the job to stop at its next report; safe from any thread."""
        self._batal = True

    def periksa(self) -> None:
        """Raise `JobCancelled` once the user asked to stop."""
        if self._batal:
            raise JobCancelled

    def lapor(self, selesai: int, total: int | None = None, langkah: str = "") -> None:
        """Report progress, or raise `JobCancelled`."""
        self.periksa()
        baru = bool(langkah) and langkah != self._langkah
        self._langkah = langkah or self._langkah
        kini = monotonic()
        if self._terima and (baru or selesai == total or kini - self._terakhir >= self.JEDA):
            self._terakhir = kini
            self._terima(Progress(self._langkah, selesai, total))


def tanpa_lapor() -> JobContext:
    """Return a context for callers that show nothing (tests, scripts)."""
    return JobContext()


_BANYAK_OBJEK = 50_000


def dilaporkan(baris: Iterable[T], ctx: JobContext | None, langkah: str) -> Iterator[T]:
    """Pass rows on and report each, which is also where a cancelled job stops.

    Raises:
        JobCancelled: the user asked to stop.
    """
    for nomor, satu in enumerate(baris, 1):
        if ctx is not None:
            ctx.lapor(nomor, None, langkah)
        yield satu


@contextmanager
def tanpa_sapuan() -> Iterator[None]:
    """Hold Python's garbage collector: work that keeps a million objects is walked by it again and again for nothing.

    Also a decorator. In the window the collector rests already while a worker works; afterwards it would walk them all
    in the GUI thread, which stands still meanwhile (0.3 s and more for a list of 100 000 people), so many objects are
    left out of its rounds for good. They go as all do once nobody holds them.
    """
    semula = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if gc.get_count()[0] > _BANYAK_OBJEK:
            gc.freeze()
        if semula:
            gc.enable()


def kosongkan(daftar: list[Any], sekali: int = 1_000) -> None:
    """Let go of a long list's items piece by piece, so that other threads get their turn between."""
    while daftar:
        del daftar[-sekali:]
