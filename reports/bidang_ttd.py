"""An empty signature field (`/Sig`) in a PDF, to be filled by the official's own signing tool.

The field says nothing but where a signature may stand. Its dashed frame belongs to the field, so that a signing tool
replaces it; a printed copy shows an empty frame, never the claim of a signature.
"""

from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString
from reportlab.pdfgen.canvas import Canvas

_DICETAK = 4  # annotation flag "print" (ISO 32000-1, table 165)
_ADA_BIDANG = 1  # SigFlags "SignaturesExist": the document contains a signature field (table 219)


def bidang_ttd(kanvas: Canvas, x: float, y: float, lebar: float, tinggi: float, *, untuk: str = "") -> str:
    """Put an empty signature field with its lower left corner at (x, y) on the page in hand; points. Returns its name.

    Args:
        untuk: whose signature, as a viewer's hint; may be empty.
    """
    formulir: Any = kanvas.acroForm
    nama = f"TandaTangan{len(formulir.fields) + 1}"
    rupa = formulir.makeStream(lebar, tinggi, _bingkai(lebar, tinggi), Resources=PDFDictionary({}))
    isi = {
        "Type": PDFName("Annot"),
        "Subtype": PDFName("Widget"),
        "FT": PDFName("Sig"),
        "T": PDFString(nama),
        "F": _DICETAK,
        "Rect": PDFArray((x, y, x + lebar, y + tinggi)),
        "P": kanvas._doc.thisPageRef(),
        "AP": PDFDictionary({"N": formulir.getRef(rupa)}),
    }
    if untuk:
        isi["TU"] = PDFString(untuk)
    bidang = PDFDictionary(isi)
    kanvas._addAnnotation(bidang)
    formulir.fields.append(formulir.getRef(bidang))
    formulir.sigFlags = _ADA_BIDANG
    return nama


def _bingkai(lebar: float, tinggi: float) -> str:
    """Draw a thin dashed grey frame."""
    return f"q 0.6 G 0.5 w [2 2] 0 d 0.25 0.25 {lebar - 0.5:.2f} {tinggi - 0.5:.2f} re S Q"
