"""What of a folder is read: every spreadsheet below it, at any depth; the rest is counted, so that it can be said."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

EKSTENSI = frozenset({".xlsx", ".xlsm", ".xltx", ".xlsb", ".xls", ".ods", ".csv", ".tsv", ".txt"})
"""Endings by which a spreadsheet is taken out of a folder; a file that is named itself is read whatever its ending."""
_SEMENTARA = ("~$", ".~lock.", "._")
"""How the lock files of Excel and LibreOffice and the shadows of macOS begin."""


@dataclass(frozen=True, slots=True)
class IsiFolder:
    """A folder: the spreadsheets in order of name, how many other files lie there."""

    berkas: tuple[Path, ...]
    lain: int


def isi_folder(folder: Path) -> IsiFolder:
    """Look through a folder and the folders in it; hidden ones and lock files are neither read nor counted."""
    semua = sorted(_berkas_di(folder))
    lembar = tuple(b for b in semua if b.suffix.lower() in EKSTENSI)
    return IsiFolder(lembar, len(semua) - len(lembar))


def _berkas_di(folder: Path) -> Iterator[Path]:
    for satu in folder.rglob("*"):
        bagian = satu.relative_to(folder).parts
        sementara = satu.name.startswith(_SEMENTARA) or any(b.startswith(".") for b in bagian)
        if not sementara and satu.is_file():
            yield satu


def kumpulkan(jalur: Iterable[Path]) -> list[Path]:
    """Replace folders by the spreadsheets in them; files stay as they are named, lock files go; none comes twice."""
    semua = (b for satu in jalur for b in (isi_folder(satu).berkas if satu.is_dir() else (satu,)))
    return list(dict.fromkeys(b for b in semua if not b.name.startswith(_SEMENTARA)))
