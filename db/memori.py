"""Memory that a long piece of work leaves behind, given back before the next one needs its own.

After an import was judged, sixty megabytes lay there that nobody used: pages of the store, and blocks that the C
library keeps for later although they are too scattered for what comes next.
"""

import ctypes
import sys

from sqlmodel import Session


def lepaskan(sesi: Session) -> None:
    """Forget pages of the store that were read, and give free blocks back; takes some hundredths of a second."""
    sesi.connection().exec_driver_sql("PRAGMA shrink_memory")
    pangkas()


def pangkas() -> None:
    """Give free blocks back; takes some thousandths of a second. Linux alone needs to be told."""
    if sys.platform == "linux":
        potong = getattr(ctypes.CDLL(None), "malloc_trim", None)  # not every C library has it
        if potong is not None:
            potong(0)
