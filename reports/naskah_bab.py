"""Chapters of a report: numbered headings, paragraphs, lists, and a table of contents with page numbers.

The contents stand before the chapters although their pages are not known yet: each number is a form drawn at the end.
"""

from collections.abc import Sequence

from reports.huruf import BIASA, TEBAL, lebar_teks
from reports.lembar import Lembar, aman
from reports.tata_letak import MM


class Bab:
    """Writes chapters onto a `Lembar`.

    Attributes:
        lembar: the sheet.
    """

    def __init__(self, lembar: Lembar) -> None:
        self.lembar = lembar
        self._dijanjikan: list[str] = []
        self._halaman: dict[str, int] = {}
        self._pasal = self._tabel = self._grafik = 0

    def daftar_isi(self, kode: Sequence[str], judul: dict[str, str]) -> None:
        """Write the table of contents for the chapters `kode`, which follow in any order."""
        lembar, c = self.lembar, self.lembar.kanvas
        lembar.judul("DAFTAR ISI", ukuran=14)
        lembar.spasi(8)
        for k in kode:
            lembar.y -= 8 * MM
            c.setFont(BIASA, 11)
            c.drawString(lembar.kiri, lembar.y, k)
            c.drawString(lembar.kiri + 28 * MM, lembar.y, judul[k])
            awal = lembar.kiri + 28 * MM + lebar_teks(judul[k], BIASA, 11) + 2 * MM
            c.setDash(0.6, 2.4)
            c.setLineWidth(0.6)
            c.line(awal, lembar.y, lembar.kanan - 9 * MM, lembar.y)
            c.setDash()
            c.saveState()
            c.translate(lembar.kanan - 6 * MM, lembar.y)
            c.doForm(_nama(k))
            c.restoreState()
            self._dijanjikan.append(k)
        lembar.halaman_baru()

    def buka(self, kode: str, judul: str) -> None:
        """Begin a chapter on a page of its own."""
        if not self.lembar.di_puncak:
            self.lembar.halaman_baru()
        self._halaman[kode] = self.lembar.halaman
        self._pasal = 0
        self.lembar.kanvas.bookmarkPage(_nama(kode))
        self.lembar.kanvas.addOutlineEntry(f"{kode} {judul}", _nama(kode))
        self.lembar.judul(kode, judul, ukuran=13)
        self.lembar.spasi(5)

    def pasal(self, judul: str) -> None:
        """Write a lettered heading that never ends a page."""
        self.lembar.spasi(2)
        self.lembar.perlu(22 * MM)
        self.lembar.baris(f"{chr(ord('A') + self._pasal)}.  {judul}", huruf=TEBAL)
        self.lembar.spasi(1.5)
        self._pasal += 1

    def alinea(self, paragraf: Sequence[str]) -> None:
        """Write paragraphs with an indented first line."""
        for teks in paragraf:
            self.lembar.paragraf(aman(teks), masuk=7, baris_pertama=10)

    def butir(self, daftar: Sequence[str]) -> None:
        """Write a numbered list."""
        for nomor, teks in enumerate(daftar, 1):
            self.lembar.paragraf(aman(teks), masuk=14, butir=f"{nomor}.", jarak=0.8)
        self.lembar.spasi(1.5)

    def keterangan_tabel(self, teks: str) -> None:
        """Write the caption above a table, on one page with its head; tables are numbered through all chapters."""
        self._tabel += 1
        self._keterangan(f"Tabel {self._tabel}. {teks}")

    def keterangan_grafik(self, teks: str) -> None:
        """Write the caption above a chart; charts have numbers of their own."""
        self._grafik += 1
        self._keterangan(f"Grafik {self._grafik}. {teks}")

    def _keterangan(self, teks: str) -> None:
        self.lembar.perlu(30 * MM)
        self.lembar.spasi(1.5)
        self.lembar.baris(teks, huruf=TEBAL, ukuran=9.5, rata="tengah")
        self.lembar.spasi(1)

    def selesai(self) -> None:
        """Fill in the page numbers that the contents promised."""
        for kode in self._dijanjikan:
            self.lembar.bentuk(_nama(kode), str(self._halaman[kode]), BIASA, 11)


def _nama(kode: str) -> str:
    return f"halaman_{kode.replace(' ', '_')}"
