"""Texts of people that are seldom read: all of them as one, so that a hundred thousand cost a few bytes each."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.kemiripan.bentuk import PEMISAH

_PEMISAH = ord(PEMISAH)


class TeksOrang:
    """A column of texts, put in lot by lot."""

    def __init__(self) -> None:
        self._lot: list[_Lot] = []

    def isi(self, awal: int, teks: str, n: int) -> None:
        """Put the texts of `n` people in, from place `awal` on; whoever was there or behind is gone."""
        self._lot = [*(lot for lot in self._lot if lot.awal < awal), _Lot.dari(awal, teks, n)]

    def ambil(self, siapa: NDArray[np.integer[Any]]) -> list[str]:
        """Return the texts of these people."""
        hasil = [""] * len(siapa)
        for lot in self._lot:
            di = np.flatnonzero((siapa >= lot.awal) & (siapa < lot.awal + len(lot.ujung)))
            for ke, teks in zip(di.tolist(), lot.ambil(siapa[di] - lot.awal), strict=True):
                hasil[ke] = teks
        return hasil


@dataclass(frozen=True, slots=True)
class _Lot:
    """Texts that stand behind each other; `ujung`: where each ends in `data`, the next one behind the mark there."""

    awal: int
    data: bytes
    ujung: NDArray[np.uint32]

    @classmethod
    def dari(cls, awal: int, teks: str, n: int) -> "_Lot":
        data = teks.encode("utf-8", "surrogatepass")
        tanda = np.flatnonzero(np.frombuffer(data, np.uint8) == _PEMISAH)
        return cls(awal, data, np.append(tanda, len(data))[:n].astype(np.uint32))

    def ambil(self, siapa: NDArray[np.integer[Any]]) -> list[str]:
        akhir = self.ujung[siapa]
        awal = np.where(siapa > 0, self.ujung[siapa - 1] + 1, 0)
        potongan = zip(awal.tolist(), akhir.tolist(), strict=True)
        return [self.data[i:j].decode("utf-8", "surrogatepass") for i, j in potongan]
