"""The printer's test page: edges, scales in mm at all four sides, and how to read by how much a printer is off.

What is read is what is typed in: the marks are numbered with the correction, not with the fault, so that nobody has to
turn a sign around in the head. Folding the sheet needs no ruler; a ruler serves where folding is not exact enough.
"""

from io import BytesIO
from typing import Any

from reports.huruf import BIASA, TEBAL, patahkan
from reports.lembar import Lembar
from reports.tata_letak import MM, TataLetak

_JAUH = 20  # mm from the edge to the middle of a scale
_RENTANG = 10  # mm that a scale reaches to either side
_UJI_LEBAR = 100  # mm of the line that shows whether the printer scales the page


def halaman_uji(tata_letak: TataLetak, *, printer: str = "", geser: tuple[float, float] = (0.0, 0.0)) -> bytes:
    """Return the test page as a PDF.

    Args:
        tata_letak: the paper.
        printer: its name, said on the page.
        geser: the shift (right, down in mm) with which it will be printed, said on the page.
    """
    keluar = BytesIO()
    with Lembar(keluar, tata_letak, judul="Halaman uji printer", bernomor=False) as lembar:
        c, (lebar, tinggi) = lembar.kanvas, tata_letak.ukuran_titik
        _tepi(c, lebar, tinggi)
        _skala_tepi(c, lebar, tinggi)
        _skala_tengah(c, lebar, tinggi)
        _ukuran(c, lebar, tinggi)
        _petunjuk(c, lebar, tinggi, _kata(tata_letak, printer, geser))
    return keluar.getvalue()


def _tepi(c: Any, lebar: float, tinggi: float) -> None:
    """Frames 4 and 8 mm inside the edges: which of them is cut off shows where the printer cannot print."""
    c.setLineWidth(0.4)
    for jarak in (4, 8):
        c.rect(jarak * MM, jarak * MM, lebar - 2 * jarak * MM, tinggi - 2 * jarak * MM)
        c.setFont(BIASA, 6)
        c.drawString(jarak * MM + 1 * MM, jarak * MM + 1 * MM, f"{jarak} mm dari tepi")


def _skala_tepi(c: Any, lebar: float, tinggi: float) -> None:
    """At each side a scale around the line that must lie 20 mm from the paper's edge, numbered with the correction."""
    for y in (tinggi * 0.30, tinggi * 0.70):
        _datar(c, 0, y, 1)
        _datar(c, lebar, y, -1)
    for x in (lebar * 0.25, lebar * 0.75):
        _tegak(c, x, tinggi, -1)
        _tegak(c, x, 0, 1)


def _datar(c: Any, tepi: float, y: float, arah: int) -> None:
    """Draw a scale that is read from left to right."""
    for mm in range(-_RENTANG, _RENTANG + 1):
        x = tepi + (arah * _JAUH + mm) * MM
        _coret(c, x, y, x, y + _panjang(mm))
        if mm % 5 == 0:
            c.drawCentredString(x, y + _panjang(mm) + 1.2 * MM, f"{mm:+d}" if mm else "0")


def _tegak(c: Any, x: float, tepi: float, arah: int) -> None:
    """Draw a scale that is read from the top down."""
    for mm in range(-_RENTANG, _RENTANG + 1):
        y = tepi + arah * _JAUH * MM - mm * MM
        _coret(c, x, y, x + _panjang(mm), y)
        if mm % 5 == 0:
            c.drawString(x + _panjang(mm) + 1 * MM, y - 2, f"{mm:+d}" if mm else "0")


def _skala_tengah(c: Any, lebar: float, tinggi: float) -> None:
    """Scales around the middle lines of the sheet, where it is folded."""
    x, y = lebar / 2, tinggi / 2
    for mm in range(-_RENTANG, _RENTANG + 1):
        _coret(c, x + mm * MM, tinggi * 0.86, x + mm * MM, tinggi * 0.86 + _panjang(mm))
        _coret(c, lebar * 0.86, y - mm * MM, lebar * 0.86 + _panjang(mm), y - mm * MM)
        if mm % 5 == 0:
            teks = f"{mm:+d}" if mm else "0"
            c.drawCentredString(x + mm * MM, tinggi * 0.86 + _panjang(mm) + 1.2 * MM, teks)
            c.drawString(lebar * 0.86 + _panjang(mm) + 1 * MM, y - mm * MM - 2, teks)
    c.setFont(BIASA, 7)
    c.drawCentredString(x, tinggi * 0.86 - 4 * MM, "skala lipat: geser ke kanan")
    c.saveState()
    c.translate(lebar * 0.86 - 3 * MM, y)
    c.rotate(90)
    c.drawCentredString(0, 0, "skala lipat: geser ke bawah")
    c.restoreState()


def _coret(c: Any, x1: float, y1: float, x2: float, y2: float) -> None:
    c.setLineWidth(0.4)
    c.line(x1, y1, x2, y2)
    c.setFont(BIASA, 7)


def _panjang(mm: int) -> float:
    """Return the length of a mark: the zero, fives and ones."""
    return (9 if mm == 0 else 6 if mm % 5 == 0 else 3) * MM


def _ukuran(c: Any, lebar: float, tinggi: float) -> None:
    """A line of exactly 100 mm each way: another length means that the printer scales the page."""
    c.setLineWidth(0.6)
    x, y, panjang = lebar / 2 - _UJI_LEBAR / 2 * MM, tinggi * 0.15, _UJI_LEBAR * MM
    c.line(x, y, x + panjang, y)
    for ujung in (x, x + panjang):
        c.line(ujung, y - 2 * MM, ujung, y + 2 * MM)
    c.setFont(BIASA, 8)
    c.drawCentredString(lebar / 2, y + 1.5 * MM, "harus tepat 100 mm")
    x, y = lebar * 0.14, tinggi / 2 - panjang / 2
    c.line(x, y, x, y + panjang)
    for ujung in (y, y + panjang):
        c.line(x - 2 * MM, ujung, x + 2 * MM, ujung)
    c.saveState()
    c.translate(x + 4 * MM, tinggi / 2)
    c.rotate(90)
    c.drawCentredString(0, 0, "harus tepat 100 mm")
    c.restoreState()


def _kata(tata_letak: TataLetak, printer: str, geser: tuple[float, float]) -> list[tuple[str, str, float]]:
    """Say what the page is and how it is read."""
    lebar, tinggi = tata_letak.ukuran
    kanan, bawah = (f"{sisi:+g} mm".replace(".", ",") if sisi else "0 mm" for sisi in geser)
    kini = f"Dicetak dengan geser ke kanan {kanan} dan ke bawah {bawah}."
    return [
        ("HALAMAN UJI PRINTER", TEBAL, 14),
        (f"{printer + ', ' if printer else ''}kertas {lebar:g} × {tinggi:g} mm".replace(".", ","), BIASA, 9.5),
        (kini if any(geser) else "Dicetak tanpa geseran.", BIASA, 9.5),
        ("", BIASA, 5),
        (("Tanpa mistar: lipat kertas menjadi dua dari kiri ke kanan, lalu buka. Angka pada skala lipat "
         "yang terkena bekas lipatan adalah isian Geser ke kanan. Lipat dari atas ke bawah untuk Geser ke "
         "bawah."), BIASA, 9.5),
        (("Dengan mistar: letakkan angka 0 mistar tepat pada tepi kertas. Angka skala yang terkena 20 mm pada mistar "
         "adalah isiannya: skala di tepi kiri dan kanan untuk Geser ke kanan, di tepi atas dan bawah untuk Geser ke "
         "bawah."), BIASA, 9.5),
        (("Bila halaman ini sudah dicetak dengan geseran, tambahkan angka yang terbaca pada isian lama. Cetak ulang "
         "halaman uji: semua angka yang terbaca seharusnya 0."), BIASA, 9.5),
        (("Bila garis 100 mm tidak tepat 100 mm, ukuran kertas di printer salah atau printer mengecilkan halaman; "
         "perbaiki itu lebih dulu."), BIASA, 9.5),
    ]  # fmt: skip


def _petunjuk(c: Any, lebar: float, tinggi: float, kata: list[tuple[str, str, float]]) -> None:
    """Write the words in the middle of the sheet, clear of all scales."""
    lebar_isi = min(lebar * 0.52, 120 * MM)
    baris = [
        (b, huruf, ukuran) for teks, huruf, ukuran in kata for b in (*patahkan(teks, huruf, ukuran, lebar_isi), "")
    ]
    y = tinggi / 2 + sum(ukuran * (1.3 if b else 0.5) for b, _, ukuran in baris) / 2
    x = (lebar - lebar_isi) / 2
    for teks, huruf, ukuran in baris:
        y -= ukuran * (1.3 if teks else 0.5)
        c.setFont(huruf, ukuran)
        c.drawString(x, y, teks)
