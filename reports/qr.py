"""The QR of a receipt, by the thousand: a 1-bit image whose modules are worked out for many codes at once.

For one version, error correction, mask and length, every module of a QR is a sum modulo 2 of bits of what it says plus
a constant. So the library draws each bit once, and a matrix product draws all receipts of a block (about a hundred
times faster than drawing each). The mask is fixed: readers take any, the standard merely prefers the most even one.
"""

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray
from reportlab.graphics.barcode.qrencoder import QR8bitByte, QRCode, QRErrorCorrectLevel

from reports.tata_letak import MM

SISI_TERKECIL = 18 * MM  # below this, cheap printers and scanners fail
_MASKER = 3
_SEDIKIT = 64  # codes of one length below which learning the map costs more than it saves

Modul = NDArray[np.uint8]


def modul_qr(teks: str) -> Modul:
    """Return the modules row by row, 1 being dark; byte mode, error correction M, no quiet zone."""
    kode = QRCode(None, QRErrorCorrectLevel.M)
    kode.addData(QR8bitByte(teks))
    kode.version = kode.calculate_version()
    kode.makeImpl(False, _MASKER)
    return np.array(kode.modules, dtype=np.uint8)


def citra_qr(daftar: Sequence[str], *, garis: bool = False) -> list[str]:
    """Return for each text the PDF operator that paints its QR over the unit square, in the current colour.

    Texts hold bytes (no letter beyond Latin-1). `garis` draws plain boxes instead of a picture, for a light page.
    """
    hasil = [""] * len(daftar)
    panjang: dict[int, list[int]] = {}
    for urutan, teks in enumerate(daftar):
        panjang.setdefault(len(teks), []).append(urutan)
    for ke in panjang.values():
        for urutan, operator in zip(ke, _seragam([daftar[i] for i in ke], garis), strict=True):
            hasil[urutan] = operator
    return hasil


def _seragam(daftar: list[str], garis: bool) -> list[str]:
    """Draw texts of one length."""
    if len(daftar) < _SEDIKIT:
        modul = np.stack([modul_qr(t) for t in daftar])
    else:
        dasar, peta = _pelajari(len(daftar[0]))
        bit = np.unpackbits(np.frombuffer("".join(daftar).encode("latin-1"), np.uint8).reshape(len(daftar), -1), axis=1)
        jumlah = (bit.astype(np.float32) @ peta).astype(np.uint16) & 1  # sums stay far below what float32 holds exactly
        modul = (jumlah.astype(np.uint8) ^ dasar).reshape(len(daftar), *_sisi(dasar))
    sisi = modul.shape[1]
    if garis:
        return [_kotak(satu) for satu in modul]
    terang = np.packbits(1 - modul, axis=2)  # in an image mask 0 paints
    kepala = f"BI /W {sisi} /H {sisi} /IM true /F /AHx ID "
    return [f"{kepala}{satu.tobytes().hex()}> EI" for satu in terang]


def _kotak(modul: Modul) -> str:
    """Draw the dark modules of each row as boxes, one for every run."""
    sisi = len(modul)
    tepi = np.diff(np.pad(modul.astype(np.int8), ((0, 0), (1, 1))), axis=1)
    baris, awal = np.nonzero(tepi == 1)
    akhir = np.nonzero(tepi == -1)[1]
    kotak = " ".join(
        f"{x} {sisi - 1 - y} {z - x} 1 re"
        for y, x, z in zip(baris.tolist(), awal.tolist(), akhir.tolist(), strict=True)
    )
    return f"{1 / sisi:.6f} 0 0 {1 / sisi:.6f} 0 0 cm {kotak} f"


def _sisi(dasar: Modul) -> tuple[int, int]:
    sisi = int(len(dasar) ** 0.5)
    return sisi, sisi


@cache
def _pelajari(panjang: int) -> tuple[Modul, NDArray[np.float32]]:
    """Learn for texts of `panjang` bytes: the modules of all bits zero, and which modules each bit turns over."""
    dasar = modul_qr("\0" * panjang).ravel()
    baris = []
    for bita in range(panjang):
        for bit in range(7, -1, -1):
            teks = "\0" * bita + chr(1 << bit) + "\0" * (panjang - bita - 1)
            baris.append(modul_qr(teks).ravel() ^ dasar)
    return dasar, np.array(baris, dtype=np.float32)
