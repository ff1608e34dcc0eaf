"""The QR of a receipt, drawn as vector squares so that any printer keeps its edges sharp.

zxing-cpp encodes; squares that touch in a row become one rectangle.
"""

from collections.abc import Iterator
from typing import Any

import zxingcpp
from reportlab.pdfgen.pathobject import PDFPathObject

from reports.tata_letak import MM

SISI_TERKECIL = 18 * MM  # below this, cheap printers and scanners fail


def modul_qr(teks: str) -> tuple[int, bytes]:
    """Return the modules on a side and one byte per module, 0 being dark; error correction M, no quiet zone."""
    kode = zxingcpp.create_barcode(teks, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    gambar: Any = kode.to_image(scale=1, add_quiet_zones=False)
    return int(gambar.shape[0]), memoryview(gambar).tobytes()


def gambar_qr(kanvas: Any, teks: str, x: float, y: float, sisi: float) -> None:
    """Draw a QR of `sisi` points with its lower left corner at (x, y); the caller leaves the quiet zone free."""
    n, isi = modul_qr(teks)
    kanvas.saveState()
    kanvas.translate(x, y)
    kanvas.scale(sisi / n, sisi / n)
    kanvas.drawPath(PDFPathObject(code=list(_kotak(n, isi))), stroke=0, fill=1)
    kanvas.restoreState()


def _kotak(n: int, isi: bytes) -> Iterator[str]:
    """Yield a rectangle operator for every run of dark modules, in whole modules from the lower left."""
    for baris in range(n):
        garis = isi[baris * n : (baris + 1) * n]
        awal = garis.find(0)
        while awal != -1:
            akhir = garis.find(255, awal)
            akhir = n if akhir == -1 else akhir
            yield f"{awal} {n - 1 - baris} {akhir - awal} 1 re"
            awal = garis.find(0, akhir)
