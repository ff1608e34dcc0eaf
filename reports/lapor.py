"""Progress of a document in the making: rows are counted as they pass, which is also where a cancelled job stops."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from app.jobs import JobContext


def dengan_lapor(isi: Any, ctx: JobContext | None, judul: str) -> Any:
    """Report rows as they pass, which is also where a cancelled job stops."""
    if ctx is None:
        return isi
    langkah = f"Menyusun {judul}"
    ctx.lapor(0, None, langkah)
    hitung = _Penghitung(ctx, langkah)
    if isinstance(isi, Iterator):
        return (hitung.pasang(satu) for satu in isi)
    return hitung.pasang(isi)


class _Penghitung:
    """Counts rows over all parts of a document."""

    def __init__(self, ctx: JobContext, langkah: str) -> None:
        self._ctx = ctx
        self._langkah = langkah
        self._selesai = 0

    def pasang(self, isi: Any) -> Any:
        """Return the content with its rows counted as they are read."""
        self._ctx.periksa()
        if hasattr(isi, "daftar"):
            return replace(isi, daftar=self.pasang(isi.daftar))
        if isinstance(getattr(isi, "baris", None), Iterator):
            return replace(isi, baris=self._lewat(isi.baris))
        return isi

    def _lewat(self, baris: Iterator[Any]) -> Iterator[Any]:
        for b in baris:
            self._selesai += 1
            self._ctx.lapor(self._selesai, None, self._langkah)
            yield b
