"""Reads a spreadsheet in this process as the import child would, the quick way or calamine's, to compare the two."""

from io import BytesIO
from typing import Any
from unittest.mock import patch

from app.usulan import anak, baca, xlsx_cepat
from app.usulan.baca import BerkasDitolak, Buku
from app.usulan.bingkai import Tabel
from app.usulan.penjaga import Tolak


class Jalan:
    """How a file was read: `lembar`, or the code of its refusal; `cepat` whether the quick way went through."""

    def __init__(self, isi: bytes, *, cepat: bool) -> None:
        self.cepat = False
        self.kode = ""
        self.buku = Buku("usulan.xlsx", "", b"")
        with patch.object(anak, "MULAI_CEPAT", 0 if cepat else 1 << 60), patch.object(xlsx_cepat, "baca", self._catat):
            pipa = self._anak(isi)
        if not self.kode:
            self._induk(pipa)

    def _catat(self, arsip: Any) -> Any:
        try:
            buku = xlsx_cepat._baca(arsip)
        except xlsx_cepat.TakBiasa:
            return None
        self.cepat = True
        return buku

    def _anak(self, isi: bytes) -> BytesIO:
        pipa = BytesIO()
        try:
            anak.kirim_berkas(isi, "usulan.xlsx", anak.Pengirim(pipa))
        except Tolak as tolak:
            self.kode = tolak.kode
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException:  # the reader's panic is no Exception
            self.kode = "rusak"
        pipa.seek(0)
        return pipa

    def _induk(self, pipa: BytesIO) -> None:
        tabel = Tabel()
        semua = iter(lambda: pipa.read(int.from_bytes(pipa.read(4), "big")), b"")
        with patch.object(baca, "_bingkai", lambda *_: map(tabel.buka, semua)):
            try:
                baca.baca_buku(self.buku)
            except BerkasDitolak as tolak:
                self.kode = tolak.kode_berkas

    def hasil(self) -> tuple[str, list[Any]]:
        """Return everything that was read, kinds of cells told apart: 1, 1.0 and True are not the same."""
        return self.kode, [
            (*(getattr(s, n) for n in s.__slots__ if n != "baris"), [[repr(sel) for sel in b] for b in s.baris])
            for s in ([] if self.kode else self.buku.lembar)
        ]


def sama(isi: bytes) -> bool:
    """Assert that both ways give the same; return whether the quick way went through."""
    cepat, biasa = Jalan(isi, cepat=True), Jalan(isi, cepat=False)
    assert cepat.hasil() == biasa.hasil()
    assert not biasa.cepat
    return cepat.cepat
