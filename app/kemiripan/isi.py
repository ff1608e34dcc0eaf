"""Texts of people that are seldom read: all of them as one, so that a hundred thousand cost a few bytes each."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.kemiripan.bentuk import PEMISAH

_PEMISAH = PEMISAH.encode()


@dataclass(frozen=True, slots=True)
class TeksOrang:
    """A column of texts. `ujung`: where each ends in `data`; the next begins behind the mark that follows."""

    data: bytes
    ujung: NDArray[np.uint32]

    @classmethod
    def dari(cls, teks: str, n: int) -> "TeksOrang":
        """Take over a column of `n` values with `PEMISAH` between them."""
        data = teks.encode("utf-8", "surrogatepass")
        tanda = np.flatnonzero(np.frombuffer(data, np.uint8) == _PEMISAH[0])
        return cls(data, np.append(tanda, len(data))[:n].astype(np.uint32))

    @classmethod
    def sambung(cls, bagian: Iterable["TeksOrang"]) -> "TeksOrang":
        """Return several columns as one."""
        ada = [b for b in bagian if len(b.ujung)]
        geser = np.cumsum([0, *(len(b.data) + 1 for b in ada)])
        ujung = [b.ujung + np.uint32(g) for b, g in zip(ada, geser, strict=False)]
        return cls(_PEMISAH.join(b.data for b in ada), np.concatenate([np.zeros(0, np.uint32), *ujung]))

    def ambil(self, siapa: NDArray[np.integer[Any]]) -> list[str]:
        """Return the texts of these people."""
        akhir = self.ujung[siapa]
        awal = np.where(siapa > 0, self.ujung[siapa - 1] + 1, 0)
        potongan = zip(awal.tolist(), akhir.tolist(), strict=True)
        return [self.data[i:j].decode("utf-8", "surrogatepass") for i, j in potongan]
