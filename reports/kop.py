"""The letterhead: coat of arms at the left, two lines of names in the ratio 3 to 4, address, a thick and a thin line.

Layout after Permendagri 1/2023 as offices quote it. Every part but the names may be missing; a missing coat of arms
leaves its place to the text.
"""

from io import BytesIO
from typing import Any

from reportlab.lib.utils import ImageReader

from app.dokumen.isi import KopSurat
from reports.huruf import BIASA, TEBAL, patahkan
from reports.lembar import Lembar
from reports.tata_letak import MM

_UKURAN_NAMA = 16.0
_UKURAN_ALAMAT = 9.0
LOGO = (19 * MM, 23 * MM)
LAMBANG = (24 * MM, 24 * MM)
"""Room for the state emblem above a post's name."""


def kop_surat(lembar: Lembar, kop: KopSurat) -> None:
    """Write the letterhead across the sheet at the cursor and leave the customary space below it."""
    tinggi = gambar_kop(lembar.kanvas, kop, lembar.kiri, lembar.y, lembar.lebar)
    lembar.y -= tinggi + 5 * MM


def kop_jabatan(lembar: Lembar, jabatan: str, lambang: bytes | None) -> None:
    """Write the head of what the head of a region signs: the state emblem in the middle, the post's name below it.

    Without a picture its place stays free, for paper on which the emblem is printed already.
    """
    if lambang is not None:
        kiri = lembar.kiri + (lembar.lebar - LAMBANG[0]) / 2
        lembar.kanvas.drawImage(
            ImageReader(BytesIO(lambang)), kiri, lembar.y - LAMBANG[1], *LAMBANG, mask="auto", preserveAspectRatio=True,
            anchor="s",
        )  # fmt: skip
    lembar.y -= LAMBANG[1] + 2 * MM
    lembar.judul(jabatan.upper(), ukuran=14)
    lembar.spasi(6)


def gambar_kop(kanvas: Any, kop: KopSurat, x: float, y: float, lebar: float, skala: float = 1.0) -> float:
    """Draw the letterhead with its top left corner at (x, y) and return its height in points."""
    logo = None if kanvas.ringan else kop.logo
    x_teks = x + ((LOGO[0] + 3 * MM) * skala if logo else 0)
    y_teks = y
    for teks, huruf, ukuran in _baris_kop(kop, skala, x + lebar - x_teks):
        y_teks -= ukuran * 1.2
        kanvas.setFont(huruf, ukuran)
        kanvas.drawCentredString((x_teks + x + lebar) / 2, y_teks + ukuran * 0.2, teks)
    tinggi = y - y_teks
    if logo:
        tinggi = max(tinggi, LOGO[1] * skala)
        gambar_logo(kanvas, logo, x, y, skala)
    return tinggi + _garis_penutup(kanvas, x, y - tinggi, lebar, skala)


def _baris_kop(kop: KopSurat, skala: float, lebar: float) -> list[tuple[str, str, float]]:
    """Give text, font and size of each line; a long office name takes two lines of a smaller size."""
    besar = _UKURAN_NAMA * skala
    if len(patahkan(kop.nama, TEBAL, besar, lebar)) > 1:
        besar *= 0.8
    kecil = _UKURAN_ALAMAT * skala
    baris = [(t, BIASA, besar * 0.75) for t in patahkan(kop.pemda, BIASA, besar * 0.75, lebar)]
    baris += [(t, TEBAL, besar) for t in patahkan(kop.nama, TEBAL, besar, lebar)]
    for teks in filter(None, (kop.alamat, kop.kontak)):
        baris += [(t, BIASA, kecil) for t in patahkan(teks, BIASA, kecil, lebar)]
    return [b for b in baris if b[0]]


def gambar_logo(kanvas: Any, logo: bytes, x: float, y: float, skala: float) -> None:
    """Fit the coat of arms into its place at the left, its proportions kept."""
    lebar, tinggi = LOGO[0] * skala, LOGO[1] * skala
    kanvas.drawImage(
        ImageReader(BytesIO(logo)), x, y - tinggi, lebar, tinggi, mask="auto", preserveAspectRatio=True, anchor="n"
    )


def _garis_penutup(kanvas: Any, x: float, y: float, lebar: float, skala: float) -> float:
    """Draw the double closing line; return how much height it takes."""
    y -= 2.2 * MM * skala
    kanvas.setLineWidth(2 * skala)
    kanvas.line(x, y, x + lebar, y)
    kanvas.setLineWidth(0.6 * skala)
    kanvas.line(x, y - 2.2 * skala, x + lebar, y - 2.2 * skala)
    return 2.2 * MM * skala + 2.5 * skala
