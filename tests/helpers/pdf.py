"""Reading documents back: the text of a PDF, a rendered page, the cells of a workbook."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2


@contextmanager
def buka_pdf(sumber: Path | BytesIO) -> Iterator[pypdfium2.PdfDocument]:
    """Open a PDF for reading."""
    dokumen = pypdfium2.PdfDocument(sumber if isinstance(sumber, Path) else sumber.getvalue())
    try:
        yield dokumen
    finally:
        dokumen.close()


def teks_pdf(sumber: Path | BytesIO) -> list[str]:
    """Return the text of every page, lines joined by single spaces."""
    with buka_pdf(sumber) as dokumen:
        hasil = []
        for halaman in dokumen:
            kata = halaman.get_textpage()
            hasil.append(" ".join(kata.get_text_range().replace("￾", "").split()))
            kata.close()
            halaman.close()
        return hasil


def gambar_pdf(sumber: Path | BytesIO, halaman: int = 0, skala: float = 3) -> Any:
    """Render a page (from 0) as a grey picture."""
    with buka_pdf(sumber) as dokumen:
        lembar = dokumen[halaman]
        hasil = lembar.render(scale=skala, grayscale=True).to_pil()
        lembar.close()
        return hasil
