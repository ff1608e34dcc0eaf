"""What of a folder is read: every spreadsheet below it, at any depth; the rest is counted, so that it can be said.

Somebody who chooses a whole disk by mistake is told so at once: nothing is read of a choice that is too large.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from app.bahasa.angka import bilangan, ukuran
from app.usulan.xml2003 import RUANG
from db.galat import KnownError

EKSTENSI = frozenset({".xlsx", ".xlsm", ".xltx", ".xlsb", ".xls", ".ods", ".csv", ".tsv", ".txt"})
"""Endings by which a spreadsheet is taken out of a folder; a file that is named itself is read whatever its ending."""
BERKAS_MAKS = 1_000
"""Spreadsheets of one import; the largest kabupaten has some 850 desa."""
UKURAN_MAKS = 250_000_000
"""Bytes of one import: all of them are kept."""
DILIHAT_MAKS = 50_000
"""Names that are looked at before a folder counts as chosen by mistake."""
_SEMENTARA = ("~$", ".~lock.", "._")
"""How the lock files of Excel and LibreOffice and the shadows of macOS begin."""
_BUKAN_FOLDER = ("$", ".", "__MACOSX", "System Volume Information")
"""How folders begin that hold nothing of the user's own."""


@dataclass(slots=True)
class IsiFolder:
    """A folder.

    Attributes:
        berkas: its spreadsheets in order of name. lain: how many other files lie there.
        terbuka: names of spreadsheets that a program seems to hold open, so that its last changes may be missing.
        tertutup: names of folders in it that do not open.
        penuh: too much lies there to be imported at once; what is above is not all of it.
    """

    berkas: tuple[Path, ...] = ()
    lain: int = 0
    terbuka: tuple[str, ...] = ()
    tertutup: tuple[str, ...] = ()
    penuh: bool = False


@dataclass(slots=True)
class _Penelusur:
    """Walks through a folder until it has seen too much."""

    dilihat: int = 0
    berkas: list[Path] = field(default_factory=list)
    lain: int = 0
    kunci: list[Path] = field(default_factory=list)
    tertutup: list[str] = field(default_factory=list)

    @property
    def penuh(self) -> bool:
        return self.dilihat > DILIHAT_MAKS or len(self.berkas) > BERKAS_MAKS

    def telusuri(self, folder: Path) -> None:
        def tolak(galat: OSError) -> None:
            self.tertutup.append(Path(galat.filename or folder).name)

        for tempat, di_dalam, nama in os.walk(folder, onerror=tolak):
            di_dalam[:] = sorted(d for d in di_dalam if not d.startswith(_BUKAN_FOLDER))
            self.dilihat += len(di_dalam) + len(nama)
            for satu in nama:
                self._terima(Path(tempat, satu))
            if self.penuh:
                return

    def _terima(self, berkas: Path) -> None:
        if berkas.name.startswith(_SEMENTARA):
            self.kunci.append(berkas)
        elif berkas.name.startswith("."):
            return
        elif berkas.is_file() and _lembar_sebar(berkas):
            self.berkas.append(berkas)
        else:
            self.lain += 1


def isi_folder(folder: Path) -> IsiFolder:
    """Look through a folder and the folders in it; hidden ones and lock files are neither read nor counted."""
    penelusur = _Penelusur()
    penelusur.telusuri(folder)
    ada = set(penelusur.berkas)
    terbuka = sorted({b.name for b in map(_dikunci, penelusur.kunci) if b in ada})
    return IsiFolder(
        tuple(sorted(penelusur.berkas)), penelusur.lain, tuple(terbuka), tuple(penelusur.tertutup), penelusur.penuh
    )


def _dikunci(kunci: Path) -> Path:
    """Return the file that a lock file stands for."""
    nama = kunci.name.removeprefix("~$")
    return kunci.with_name(nama.removeprefix(".~lock.").removesuffix("#") if nama == kunci.name else nama)


def _lembar_sebar(berkas: Path) -> bool:
    """Tell a spreadsheet by its ending, an XML by its first words; one that does not open the reader will name."""
    if (ekor := berkas.suffix.lower()) != ".xml":
        return ekor in EKSTENSI
    try:
        with berkas.open("rb") as isi:
            awal = isi.read(4096)
    except OSError:
        return True
    return RUANG.encode() in awal or RUANG.encode("utf-16-le") in awal or RUANG.encode("utf-16-be") in awal


def kumpulkan(jalur: Iterable[Path]) -> list[Path]:
    """Replace folders by the spreadsheets in them; files stay as they are named, lock files go; none comes twice.

    Raises:
        KnownError: `folder_terlalu_luas`, `berkas_terlalu_banyak`, `berkas_terlalu_berat`; nothing was read.
    """
    semua = list(dict.fromkeys(b for b in _semua(jalur) if not b.name.startswith(_SEMENTARA)))
    if len(semua) > BERKAS_MAKS:
        raise KnownError("berkas_terlalu_banyak", batas=bilangan(BERKAS_MAKS))
    besar = sum(_besar(b) for b in semua)
    if besar > UKURAN_MAKS:
        raise KnownError("berkas_terlalu_berat", besar=ukuran(besar), batas=ukuran(UKURAN_MAKS))
    return semua


def _semua(jalur: Iterable[Path]) -> Iterator[Path]:
    for satu in jalur:
        if not satu.is_dir():
            yield satu
            continue
        isi = isi_folder(satu)
        if isi.penuh and len(isi.berkas) <= BERKAS_MAKS:
            raise KnownError("folder_terlalu_luas", nama=satu.name or str(satu), batas=bilangan(DILIHAT_MAKS))
        yield from isi.berkas


def _besar(berkas: Path) -> int:
    """Return the size of a file; one that the system does not show is refused when it is read."""
    try:
        return berkas.stat().st_size
    except OSError:
        return 0
