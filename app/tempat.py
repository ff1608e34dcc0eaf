"""Where a store lies: what was asked for, a portable folder beside the program, or the user's own data folder."""

import os
import sys
from pathlib import Path

from platformdirs import user_data_dir

VARIABEL = "SALUR_DATA"
TANDA_PORTABEL = "portable.txt"
FOLDER_CONTOH = "contoh"


def folder_program() -> Path:
    """Return the folder of the frozen program, or of the sources."""
    if getattr(sys, "frozen", False):
        return Path(sys.executable).resolve().parent
    return Path(__file__).resolve().parent.parent


def folder_data(diminta: str | None = None) -> Path:
    """Return the folder: `diminta`, else SALUR_DATA, else `data` beside a portable program, else the user's own."""
    if pilihan := diminta or os.environ.get(VARIABEL):
        return Path(pilihan).expanduser().absolute()
    if (folder_program() / TANDA_PORTABEL).is_file():
        return folder_program() / "data"
    return Path(user_data_dir("Salur", appauthor=False))


def folder_contoh(diminta: str | None = None) -> Path:
    """Return the folder of the sample office: what was asked for, else `contoh` inside the data folder."""
    if diminta or os.environ.get(VARIABEL):
        return folder_data(diminta)
    return folder_data() / FOLDER_CONTOH


NAMA_TOKO, NAMA_KUNCI = "salur.db", "kunci.json"
"""As `db.toko` and `db.kunci` name them; written again because those take a third of a second to import."""


def ada_toko(folder: Path) -> bool:
    """Tell whether a store lies in the folder, without opening anything; for the first screen."""
    return (folder / NAMA_TOKO).exists() and (folder / NAMA_KUNCI).exists()
