"""A reportlab canvas that writes every page to its file at once, so that memory does not grow with the pages.

reportlab keeps all pages until the end: a hundred thousand receipts would be a gigabyte. Here a page goes out as
soon as it is closed and only its place in the file is remembered; what pages share (fonts, forms, the page tree)
follows at the end, as PDF allows.

*Cetak ringan* is decided here too, so that no document needs to know of it: a page for a dot-matrix printer carries no
picture, no ground and no grey, and no stroke wider than a needle's.
"""

from array import array
from pathlib import Path
from typing import Any, BinaryIO
from zlib import compress

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from db.galat import BugError

_VERSI = (1, 5)
_ISTIMEWA = (
    "Annots",
    "ExtGState",
    "Dur",
    "Rotate",
    "CropBox",
    "ArtBox",
    "TrimBox",
    "BleedBox",
    "_colorsUsed",
    "_shadingUsed",
)
_GARIS_RINGAN = 0.5  # points, the widest stroke of a light page
_KEPALA = b"%PDF-1.5\n%\x93\x8c\x8b\x9e\n"


class KanvasAlir(Canvas):  # type: ignore[misc]  # reportlab has no types
    """A canvas whose pages stream to `keluar`; `save` finishes the file, `batal` lets go of an unfinished one."""

    def __init__(self, keluar: Path | BinaryIO, ukuran: tuple[float, float], *, ringan: bool = False) -> None:
        """Begin a document of pages of `ukuran` points; equal content gives equal bytes, whatever the day.

        `ringan` makes pages for a dot-matrix printer.
        """
        self.ringan = ringan
        self._abu = False
        super().__init__(None, pagesize=ukuran, invariant=1, pageCompression=1, pdfVersion=_VERSI)
        self._doc = _DokumenAlir(keluar)

    # --- light pages -------------------------------------------------------------------------------------------------

    def setFillGray(self, gray: float, alpha: float | None = None) -> None:
        """Set the ink; on a light page a grey is no ground, and words in it are black."""
        self._abu = self.ringan and 0 < gray < 1
        super().setFillGray(0 if self._abu else gray, alpha)

    def setLineWidth(self, width: float) -> None:
        """Set the stroke; on a light page at most a needle wide."""
        super().setLineWidth(min(width, _GARIS_RINGAN) if self.ringan else width)

    def rect(self, x: float, y: float, width: float, height: float, stroke: int = 1, fill: int = 0) -> None:
        """Draw a box; a light page has no ground."""
        super().rect(x, y, width, height, stroke, 0 if self._abu else fill)

    def roundRect(
        self, x: float, y: float, width: float, height: float, radius: float, stroke: int = 1, fill: int = 0
    ) -> None:
        """Draw a box with round corners; a light page has no ground."""
        super().roundRect(x, y, width, height, radius, stroke, 0 if self._abu else fill)

    def drawPath(self, aPath: Any, stroke: int = 1, fill: int = 0, fillMode: Any = None) -> None:  # noqa: N803  # reportlab names them
        """Draw a path; a light page has no ground."""
        super().drawPath(aPath, stroke, 0 if self._abu else fill, fillMode)

    def drawImage(self, image: Any, *letak: Any, **cara: Any) -> Any:
        """Draw a picture; a light page has none, its place stays empty."""
        return None if self.ringan else super().drawImage(image, *letak, **cara)

    def batal(self) -> None:
        """Close the file that will not be finished; whoever gave its path removes it."""
        self._doc.tutup()


class _DokumenAlir(pdfdoc.PDFDocument):  # type: ignore[misc]  # reportlab has no types
    def __init__(self, keluar: Path | BinaryIO) -> None:
        super().__init__(compression=1, invariant=1, pdfVersion=_VERSI)
        self._sasaran = keluar
        self._berkas: BinaryIO | None = None
        self._panjang = 0
        self._letak = array("Q")  # by object number, its place in the file
        self.halaman = array("L")  # object numbers of the pages, in order
        self._ciri_halaman: dict[tuple[float, float, tuple[str, ...]], bytes] = {}
        self.idToObjectNumberAndVersion = _Nomor(self)
        for nama, nomor in [(n, o) for o, n in self.numberToId.items()]:
            self.idToObjectNumberAndVersion[nama] = (nomor, 0)
        self.Pages = self.Catalog.Pages = _PohonHalaman()

    def nomor_baru(self) -> int:
        """Take the next object number."""
        self.objectcounter: int = self.objectcounter + 1
        return self.objectcounter

    def Reference(self, obj: Any, name: str | None = None) -> Any:
        """Register an object; one that a page already referred to keeps the number that was promised then."""
        nomor = self.idToObjectNumberAndVersion
        if name is None or name not in nomor or name in self.idToObject:
            return super().Reference(obj, name)
        setattr(obj, "__InternalName__", name)  # noqa: B010  # where reportlab looks for it; a plain name is mangled
        self.numberToId[nomor[name][0]] = name
        self.idToObject[name] = obj
        return pdfdoc.PDFObjectReference(name)

    def addPage(self, page: Any) -> None:
        """Write a page with its content and forget both."""
        if not page.Trans.dict and not any(map(page.__dict__.get, _ISTIMEWA)):
            self._halaman_biasa(page)
            return
        nama = self.thisPageName()
        super().addPage(page)
        self.halaman.append(self.idToObjectNumberAndVersion[nama][0])
        self._tulis_objek(nama)
        isi = page.Contents.__InternalName__
        self._tulis_objek(isi)
        for satu in (nama, isi):
            nomor, _ = self.idToObjectNumberAndVersion.pop(satu)
            del self.numberToId[nomor], self.idToObject[satu]

    def _halaman_biasa(self, page: Any) -> None:
        """Write a page that uses nothing but fonts, forms and pictures, without reportlab's general machinery."""
        isi, halaman = self.nomor_baru(), self.nomor_baru()
        self.halaman.append(halaman)
        self.pageCounter: int = self.pageCounter + 1
        self.inObject = None
        kode = compress(_sandi(page.stream))
        self._mulai_objek(isi)
        self._tulis(
            b"%d 0 obj\n<< /Filter /FlateDecode /Length %d >>\nstream\n%b\nendstream\nendobj\n" % (isi, len(kode), kode)
        )
        self._mulai_objek(halaman)
        self._tulis(b"%d 0 obj\n<< /Type /Page /Contents %d 0 R %b >>\nendobj\n" % (halaman, isi, self._ciri(page)))

    def _ciri(self, page: Any) -> bytes:
        """Say what pages of one kind share: size, parent, fonts, forms."""
        bentuk = tuple(page.XObjects.dict) if page.XObjects else ()
        kunci = (page.pagewidth, page.pageheight, bentuk)
        if kunci not in self._ciri_halaman:
            nomor = self.idToObjectNumberAndVersion
            benda = " ".join(f"/{nama} {nomor[nama][0]} 0 R" for nama in bentuk)
            self._ciri_halaman[kunci] = (
                f"/Parent {self._acuan(self.Pages)} /MediaBox [0 0 {page.pagewidth:.4f} {page.pageheight:.4f}] "
                f"/Resources << /Font {nomor[pdfdoc.BasicFonts][0]} 0 R /XObject << {benda} >> >>"
            ).encode("ascii")
        return self._ciri_halaman[kunci]

    def _acuan(self, obj: Any) -> str:
        return str(self.Reference(obj).format(self), "ascii")

    def SaveToFile(self, filename: Any, canvas: Any) -> None:
        """Write what the pages share, the table of places and the trailer."""
        for huruf in self.delayedFonts:
            huruf.addObjects(self)
        self.info.invariant = self.invariant
        self.info.digest(self.signature)
        katalog, info = self.Reference(self.Catalog), self.Reference(self.info)
        self.Outlines.prepare(self, canvas)
        if self.Outlines.ready < 0:
            self.Catalog.Outlines = None
        self.encrypt.prepare(self)
        nomor = 0
        while nomor < self.objectcounter:  # writing one may register further ones
            nomor += 1
            if nomor in self.numberToId:
                self._tulis_objek(self.numberToId[nomor])
        self._tutup_berkas(katalog, info)

    def tutup(self) -> None:
        """Close the file if this document opened it."""
        if self._berkas is not None and isinstance(self._sasaran, Path):
            self._berkas.close()

    def _tutup_berkas(self, katalog: Any, info: Any) -> None:
        if len(self._letak) != self.objectcounter + 1 or 0 in self._letak[1:]:
            raise BugError("a page refers to a form that was never defined")
        awal, banyak = self._panjang, self.objectcounter + 1
        self._tulis(b"xref\n0 %d\n0000000000 65535 f \n" % banyak)
        for letak in self._letak[1:]:
            self._tulis(b"%010d 00000 n \n" % letak)
        penutup = pdfdoc.PDFTrailer(startxref=awal, Size=banyak, Root=katalog, Info=info, ID=self.ID())
        self._tulis(penutup.format(self))
        self.tutup()

    def _tulis_objek(self, nama: str) -> None:
        """Write one object and note its place."""
        nomor, _ = self.idToObjectNumberAndVersion[nama]
        isi = pdfdoc.PDFIndirectObject(nama, self.idToObject[nama]).format(self)
        self._mulai_objek(nomor)
        self._tulis(isi)

    def _mulai_objek(self, nomor: int) -> None:
        if self._berkas is None:
            self._buka()
        self._letak.extend([0] * (nomor + 1 - len(self._letak)))
        self._letak[nomor] = self._panjang

    def _buka(self) -> None:
        self._berkas = self._sasaran.open("wb") if isinstance(self._sasaran, Path) else self._sasaran
        self._tulis(_KEPALA)

    def _tulis(self, isi: bytes) -> None:
        if self._berkas is None:
            raise BugError("a document was written to before it was opened")
        self._berkas.write(isi)
        self._panjang += len(isi)


def _sandi(isi: str) -> bytes:
    """Encode a page as reportlab does; plain ASCII, which most pages are, goes without reportlab's slow table."""
    return isi.encode("ascii") if isi.isascii() else bytes(pdfdoc.pdfdocEnc(isi))


class _Nomor(dict[str, tuple[int, int]]):
    """Object numbers by name; a page already written is found by its name, a form still to come is promised one."""

    def __init__(self, dokumen: _DokumenAlir) -> None:
        super().__init__()
        self._dokumen = dokumen

    def __missing__(self, nama: str) -> tuple[int, int]:
        if nama.startswith("Page"):
            return self._dokumen.halaman[int(nama.removeprefix("Page")) - 1], 0
        self[nama] = (self._dokumen.nomor_baru(), 0)
        return self[nama]


class _PohonHalaman(pdfdoc.PDFPages):  # type: ignore[misc]  # reportlab has no types
    """The page tree, made of the numbers that the document kept."""

    def addPage(self, page: Any) -> None:
        """Nothing: the document counts its pages."""

    def check_format(self, document: Any) -> None:
        """Refer to every page."""
        self.Kids = _Mentah(b"[" + b"\n".join(b"%d 0 R" % n for n in document.halaman) + b"]")
        self.Count = len(document.halaman)


class _Mentah(pdfdoc.PDFObject):  # type: ignore[misc]  # reportlab has no types
    """A value that is written as it stands."""

    def __init__(self, isi: bytes) -> None:
        self.isi = isi

    def format(self, document: Any) -> bytes:
        """Return the value."""
        return self.isi
