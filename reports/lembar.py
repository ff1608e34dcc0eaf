"""A sheet that is written from top to bottom: the cursor, the page breaks and the footer that every PDF shares.

Drawing goes straight to a canvas, so that a list of any length streams; "Halaman x dari y" refers to a form
that is only drawn at the end, when y is known.
"""

from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph

from reports.huruf import BIASA, MIRING, TEBAL, bersih, daftarkan_huruf, lebar_teks, patahkan
from reports.kanvas import KanvasAlir
from reports.tata_letak import MM, TataLetak

_RATA = {"kiri": TA_LEFT, "kanan": TA_RIGHT, "tengah": TA_CENTER, "penuh": TA_JUSTIFY}
GARIS = 0.5  # points, the ordinary line
SELA = 1.25  # line height in sizes of the font
TITIK_TITIK = "." * 40


def aman(teks: str) -> str:
    """Return `teks` fit for a paragraph, where `<` and `&` have a meaning."""
    return escape(bersih(teks))


class Lembar:
    """A PDF in the making. Use as a context manager: leaving it normally saves, an error leaves `keluar` unfinished.

    Attributes:
        kanvas: the reportlab canvas.
        tata_letak: paper and margins.
        y: the cursor, in points from the bottom edge; what is drawn next begins below it.
        halaman: number of the page in hand, from 1 in every part.
        kaki: what stands at the foot of every page, at the left.
    """

    def __init__(
        self, keluar: Path | BinaryIO, tata_letak: TataLetak, *, judul: str, kaki: str = "", bernomor: bool = True
    ) -> None:
        daftarkan_huruf()
        self.kanvas = KanvasAlir(keluar, tata_letak.ukuran_titik, ringan=tata_letak.ringan)
        self.kanvas.setTitle(judul)
        self.kanvas.setCreator("Salur")
        self.tata_letak = tata_letak
        self.halaman = 1
        self.kaki = kaki
        self._bagian = 1
        self._bernomor = bernomor
        self.y = self.atas
        self._tanda_air()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, jenis: type[BaseException] | None, galat: BaseException | None, jejak: TracebackType | None
    ) -> None:
        try:
            if jenis is None:
                self.selesai()
        finally:
            self.kanvas.batal()  # an unfinished file must not stay open: Windows could not remove it

    # --- the page --------------------------------------------------------------------------------------------------

    @property
    def atas(self) -> float:
        return self.tata_letak.ukuran_titik[1] - self.tata_letak.atas * MM

    @property
    def bawah(self) -> float:
        return self.tata_letak.bawah * MM

    @property
    def kiri(self) -> float:
        return self.tata_letak.kiri * MM

    @property
    def kanan(self) -> float:
        return self.kiri + self.lebar

    @property
    def lebar(self) -> float:
        return self.tata_letak.lebar_isi

    @property
    def sisa(self) -> float:
        """Height left on this page, in points."""
        return self.y - self.bawah

    @property
    def di_puncak(self) -> bool:
        """Whether nothing has been written on this page yet."""
        return self.y >= self.atas - 0.01

    def halaman_baru(self, *, kaki: bool = True) -> None:
        """Close this page, with its footer unless it is a cover, and begin the next."""
        if kaki:
            self._gambar_kaki()
        self.kanvas.showPage()
        self.halaman += 1
        self.y = self.atas
        self._tanda_air()

    def bagian_baru(self) -> None:
        """Begin another document in the same file: a new page, numbered from 1, with its own number of pages."""
        self._tutup_bagian()
        self._bagian += 1
        self.halaman, self.y = 1, self.atas
        self._tanda_air()

    def beri_kaki(self, teks: str) -> None:
        """Number the pages of this part and put `teks` at their foot; without words there is no footer at all."""
        self.kaki, self._bernomor = teks, bool(teks)

    def perlu(self, tinggi: float) -> bool:
        """Begin a new page unless `tinggi` points are left; True when one was begun."""
        if self.sisa >= tinggi or self.di_puncak:
            return False
        self.halaman_baru()
        return True

    def spasi(self, mm: float) -> None:
        """Leave `mm` free, except at the top of a page."""
        if not self.di_puncak:
            self.y -= mm * MM

    def selesai(self) -> None:
        """Close the last page, fill in the number of pages and save."""
        self._tutup_bagian()
        self.kanvas.save()

    def _tutup_bagian(self) -> None:
        self._gambar_kaki()
        self.kanvas.showPage()
        if self._bernomor:
            self.bentuk(f"jumlah_halaman_{self._bagian}", str(self.halaman), BIASA, 8)

    def bentuk(self, nama: str, teks: str, huruf: str, ukuran: float) -> None:
        """Define the form `nama` that earlier pages already refer to: a word known only now."""
        self.kanvas.beginForm(nama)
        self.kanvas.setFont(huruf, ukuran)
        self.kanvas.drawString(0, 0, teks)
        self.kanvas.endForm()

    def _tanda_air(self) -> None:
        """Write who made this copy and when across the empty page, behind everything, pale enough to read through."""
        if not self.tata_letak.tanda_air:
            return
        c, (lebar, tinggi) = self.kanvas, self.tata_letak.ukuran_titik
        if self.tata_letak.ringan:  # nothing pale on a needle printer: at the very foot instead
            c.setFont(BIASA, 7)
            c.drawCentredString(lebar / 2, max(self.bawah - 13 * MM, 4 * MM), self.tata_letak.tanda_air)
            return
        c.saveState()
        c.setFillGray(0.8)
        c.setFont(BIASA, 15)
        for porsi in (0.2, 0.5, 0.8):
            c.saveState()
            c.translate(lebar / 2, tinggi * porsi)
            c.rotate(28)
            c.drawCentredString(0, 0, self.tata_letak.tanda_air)
            c.restoreState()
        c.restoreState()

    def _gambar_kaki(self) -> None:
        """Write the footer: what this paper is at the left, the page at the right."""
        if not self._bernomor:
            return
        c, y = self.kanvas, max(self.bawah - 9 * MM, 6 * MM)
        halaman = f"Halaman {self.halaman} dari "
        x = self.kanan - lebar_teks(halaman + "0000", BIASA, 8)
        c.setFont(BIASA, 8)
        c.setFillGray(0.25)
        c.drawString(x, y, halaman)
        c.saveState()
        c.translate(x + lebar_teks(halaman, BIASA, 8), y)
        c.doForm(f"jumlah_halaman_{self._bagian}")
        c.restoreState()
        if self.kaki:
            c.drawString(self.kiri, y, patahkan(self.kaki, BIASA, 8, x - self.kiri - 10)[0])
        c.setFillGray(0)

    # --- words -----------------------------------------------------------------------------------------------------

    def baris(
        self, teks: str, *, huruf: str = BIASA, ukuran: float | None = None, rata: str = "kiri", sela: float = SELA
    ) -> None:
        """Write plain text, broken at the margins, nothing in it interpreted."""
        ukuran = ukuran or self.tata_letak.huruf
        for bagian in patahkan(teks, huruf, ukuran, self.lebar):
            self.perlu(ukuran * sela)
            self.y -= ukuran * sela
            self.kanvas.setFont(huruf, ukuran)
            self._taruh(bagian, self.y + ukuran * 0.25, rata)

    def _taruh(self, teks: str, y: float, rata: str) -> None:
        if rata == "tengah":
            self.kanvas.drawCentredString(self.kiri + self.lebar / 2, y, teks)
        elif rata == "kanan":
            self.kanvas.drawRightString(self.kanan, y, teks)
        else:
            self.kanvas.drawString(self.kiri, y, teks)

    def judul(self, *baris: str, ukuran: float | None = None, garis_bawah: bool = False) -> None:
        """Write a bold centred heading; `garis_bawah` draws a line under its last line, as under "SURAT TUGAS"."""
        ukuran = ukuran or self.tata_letak.huruf + 1
        for teks in baris:
            self.baris(teks, huruf=TEBAL, ukuran=ukuran, rata="tengah")
        if garis_bawah and baris:
            akhir = patahkan(baris[-1], TEBAL, ukuran, self.lebar)[-1]
            setengah = lebar_teks(akhir, TEBAL, ukuran) / 2
            tengah = self.kiri + self.lebar / 2
            self.kanvas.setLineWidth(0.8)
            self.kanvas.line(tengah - setengah, self.y + 0.8, tengah + setengah, self.y + 0.8)

    def paragraf(
        self, isi: str, *, rata: str = "penuh", masuk: float = 0, baris_pertama: float = 0, butir: str = "",
        huruf: str = BIASA, ukuran: float | None = None, jarak: float = 1.5, sela: float = 1.35,
        bersama: float = 0,
    ) -> None:  # fmt: skip
        """Write a paragraph with reportlab's small markup (`<b>`, `<i>`); data must have passed `aman`.

        Args:
            isi: the words.
            rata: `kiri`, `kanan`, `tengah` or `penuh`.
            masuk: indent of the whole in mm; with `butir` the label hangs in it.
            baris_pertama: further indent of the first line in mm.
            butir: label such as `1.` or `a.`.
            huruf, ukuran, sela: font, size in points, line height in sizes.
            jarak: space after it in mm.
            bersama: points of what follows that must stand on the same page (a signature is never alone on one).
        """
        ukuran = ukuran or self.tata_letak.huruf
        gaya = ParagraphStyle(
            "isi", fontName=huruf, fontSize=ukuran, leading=ukuran * sela, alignment=_RATA[rata],
            leftIndent=masuk * MM, firstLineIndent=baris_pertama * MM, bulletFontName=huruf, bulletFontSize=ukuran,
            bulletIndent=max(0, masuk - 7) * MM, splitLongWords=1, allowWidows=0, allowOrphans=0,
        )  # fmt: skip
        paragraf = Paragraph(isi, gaya, bulletText=butir or None)
        if bersama:
            self.perlu(paragraf.wrapOn(self.kanvas, self.lebar, self.sisa)[1] + jarak * MM + bersama)
        self.alirkan(paragraf)
        self.spasi(jarak)

    def alirkan(self, benda: Any) -> None:
        """Draw a platypus flowable at the cursor, over as many pages as it takes."""
        antre = [benda]
        while antre:
            kini = antre.pop(0)
            _, tinggi = kini.wrapOn(self.kanvas, self.lebar, self.sisa)
            if tinggi <= self.sisa + 0.01:
                self.y -= tinggi
                kini.drawOn(self.kanvas, self.kiri, self.y)
                continue
            bagian = kini.splitOn(self.kanvas, self.lebar, self.sisa)
            if len(bagian) > 1:
                antre[:0] = bagian
            elif not self.di_puncak:
                self.halaman_baru()
                antre.insert(0, kini)
            else:
                self.y -= tinggi
                kini.drawOn(self.kanvas, self.kiri, self.y)

    def pasangan(
        self, daftar: Sequence[tuple[str, str]], *, lebar_label: float = 40, masuk: float = 0,
        ukuran: float | None = None, sela: float = 1.35, jarak: float = 2,
    ) -> None:  # fmt: skip
        """Write `label : value` lines, colons below each other; widths in mm, values wrap beside their label."""
        ukuran = ukuran or self.tata_letak.huruf
        x = self.kiri + masuk * MM
        x_nilai = x + lebar_label * MM + 3 * MM
        for label, nilai in daftar:
            potongan = patahkan(nilai, BIASA, ukuran, self.kanan - x_nilai)
            self.perlu(ukuran * sela * len(potongan))
            self.kanvas.setFont(BIASA, ukuran)
            y = self.y - ukuran
            self.kanvas.drawString(x, y, label)
            if label:
                self.kanvas.drawString(x_nilai - 3 * MM, y, ":")
            for urutan, bagian in enumerate(potongan):
                self.kanvas.drawString(x_nilai, y - urutan * ukuran * sela, bagian)
            self.y -= ukuran * sela * len(potongan)
        self.spasi(jarak)

    def catatan(self, teks: str) -> None:
        """Write a small note in italics."""
        self.baris(teks, huruf=MIRING, ukuran=8)
