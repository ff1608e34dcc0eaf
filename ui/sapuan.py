"""Holding Python's garbage collector where it would delete Qt's objects at a bad moment.

The collector runs in whichever thread happens to allocate. In a worker it would delete widgets off the GUI thread, and
while Qt walks its list of widgets it would pull one away: both crash the program. Take and release in the GUI thread.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


class PenahanSapuan:
    """Counts who holds the collector; the last to let go gives back what was there before."""

    def __init__(self) -> None:
        self._penahan = 0
        self._semula = False

    def tahan(self) -> None:
        """Hold the collector until `lepas`."""
        if not self._penahan:
            self._semula = gc.isenabled()
            gc.disable()
        self._penahan += 1

    def lepas(self) -> None:
        """Let go of it once."""
        self._penahan -= 1
        if not self._penahan and self._semula:
            gc.enable()


penahan = PenahanSapuan()


@contextmanager
def tanpa_sapuan() -> Iterator[None]:
    """Hold the collector inside the block."""
    penahan.tahan()
    try:
        yield
    finally:
        penahan.lepas()
