"""One cell as text: the office's words for dates and numbers, blanks in every dress taken for blank."""

import re
import unicodedata

from app.usulan.baca import Sel

_SPASI = re.compile(r"\s+")
_TAK_TAMPAK = frozenset({"Cf", "Cc", "Co"})


def teks(sel: Sel) -> str:
    """Write a cell as text: spaces tidied, a date in ISO form, a whole number without a point."""
    if isinstance(sel, str):
        return sel if sel.isalnum() and sel.isascii() else rapikan(sel)
    if isinstance(sel, list):
        return _tanggal(sel)
    if isinstance(sel, bool):
        return "YA" if sel else "TIDAK"
    if isinstance(sel, float):
        return f"{sel:.0f}" if sel.is_integer() and abs(sel) < 1e18 else repr(sel)
    return str(sel)


def _tanggal(sel: list[str]) -> str:
    iso = sel[0] if sel and isinstance(sel[0], str) else ""
    return iso.removesuffix("T00:00:00")


def rapikan(tulisan: str) -> str:
    """Tidy text: compatible letters, no invisible signs, single spaces, nothing around it."""
    if tulisan.isascii() and tulisan.isprintable():
        return tulisan.strip() if "  " not in tulisan else _SPASI.sub(" ", tulisan).strip()
    polos = unicodedata.normalize("NFKC", tulisan)
    polos = "".join(" " if h in "\t\r\n\v\f" else h for h in polos)
    tampak = "".join(h for h in polos if unicodedata.category(h) not in _TAK_TAMPAK)
    return _SPASI.sub(" ", tampak).strip()


def asli(sel: Sel) -> str:
    """Write a cell as it stood, for the record and for the rejected-rows workbook: nothing tidied."""
    return sel if isinstance(sel, str) else teks(sel)


def kosong(sel: Sel) -> bool:
    """Tell whether a cell shows nothing."""
    return sel == "" or (isinstance(sel, str) and not sel.strip())
