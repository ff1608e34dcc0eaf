"""The five symbols of an SOP AP flowchart and its arrows: terminator, process, decision, arrow, off-page connector.

Permenpan RB 35/2012 allows no others. Measures in points; symbols are drawn around their centre on a white ground.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from reports.huruf import BIASA, TEBAL, lebar_teks
from reports.tata_letak import MM

TINGGI = 7 * MM
TINGGI_BELAH = 10 * MM
_PANAH = 1.5 * MM

Titik = tuple[float, float]


def terminator(c: Any, x: float, y: float, lebar: float) -> None:
    """Capsule: where the procedure begins or ends."""
    _kuas(c)
    c.roundRect(x - lebar / 2, y - TINGGI / 2, lebar, TINGGI, TINGGI / 2, stroke=1, fill=1)
    c.setFillGray(0)


def proses(c: Any, x: float, y: float, lebar: float) -> None:
    """Box: something is done."""
    _kuas(c)
    c.rect(x - lebar / 2, y - TINGGI / 2, lebar, TINGGI, stroke=1, fill=1)
    c.setFillGray(0)


def keputusan(c: Any, x: float, y: float, lebar: float) -> None:
    """Diamond: something is decided; two ways out."""
    _bidang(c, [(x, y + TINGGI_BELAH / 2), (x + lebar / 2, y), (x, y - TINGGI_BELAH / 2), (x - lebar / 2, y)])


def penghubung(c: Any, x: float, y: float, huruf: str) -> None:
    """Pentagon with a letter: the flow goes on at the same letter of another page."""
    lebar, tinggi = 6 * MM, 6.4 * MM
    kiri, kanan, atas = x - lebar / 2, x + lebar / 2, y + tinggi / 2
    bahu = y - tinggi * 0.12
    _bidang(c, [(kiri, atas), (kanan, atas), (kanan, bahu), (x, y - tinggi / 2), (kiri, bahu)])
    c.setFont(TEBAL, 7.5)
    c.drawCentredString(x, y - 0.4 * MM, huruf)


def alir(c: Any, titik: Sequence[Titik], *, panah: bool = True) -> None:
    """Draw an orthogonal line through `titik`, with an arrow head at its end."""
    c.setLineWidth(0.8)
    c.lines([(*a, *b) for a, b in pairwise(titik) if a != b])
    if panah:
        _kepala(c, titik[-2], titik[-1])


def label(c: Any, x: float, y: float, teks: str) -> None:
    """Write Ya or Tidak beside a way out, on a white ground so that no line runs through it."""
    c.setFillGray(1)
    c.rect(x - 0.3 * MM, y - 0.4 * MM, lebar_teks(teks, BIASA, 7) + 0.6 * MM, 2.6 * MM, stroke=0, fill=1)
    c.setFillGray(0)
    c.setFont(BIASA, 7)
    c.drawString(x, y, teks)


def _kepala(c: Any, dari: Titik, ke: Titik) -> None:
    """Draw a filled arrow head at `ke`, coming from `dari`."""
    (x0, y0), (x, y) = dari, ke
    setengah = _PANAH * 0.55
    if abs(x - x0) > abs(y - y0):
        arah = _PANAH if x > x0 else -_PANAH
        titik = [(x, y), (x - arah, y + setengah), (x - arah, y - setengah)]
    else:
        arah = _PANAH if y > y0 else -_PANAH
        titik = [(x, y), (x + setengah, y - arah), (x - setengah, y - arah)]
    jalur = c.beginPath()
    jalur.moveTo(*titik[0])
    for t in titik[1:]:
        jalur.lineTo(*t)
    jalur.close()
    c.drawPath(jalur, stroke=0, fill=1)


def _bidang(c: Any, titik: Sequence[Titik]) -> None:
    _kuas(c)
    jalur = c.beginPath()
    jalur.moveTo(*titik[0])
    for t in titik[1:]:
        jalur.lineTo(*t)
    jalur.close()
    c.drawPath(jalur, stroke=1, fill=1)
    c.setFillGray(0)


def _kuas(c: Any) -> None:
    c.setFillGray(1)
    c.setLineWidth(0.9)
