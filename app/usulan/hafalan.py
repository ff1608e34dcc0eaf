"""What a function gave for each value that came before: the cells of a column repeat, and asking again costs nothing.

Unlike a cached function it is looked up as a plain dictionary, without a call, and it ends with the list it was for.
"""

from collections.abc import Callable
from typing import Any


class Hafalan(dict[Any, Any]):
    """A dictionary that asks `cari` for a key it does not hold, and keeps the answer."""

    def __init__(self, cari: Callable[[Any], Any]) -> None:
        super().__init__()
        self._cari = cari

    def __missing__(self, kunci: Any) -> Any:
        hasil = self[kunci] = self._cari(kunci)
        return hasil
