"""Where a store lies: what was asked for, a portable folder beside the program, or the user's own data folder."""

import json
import os
import sys
from collections.abc import Iterable
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


NAMA_TOKO, NAMA_KUNCI, NAMA_BELUM_SELESAI = "salur.db", "kunci.json", "belum-selesai"
"""As `db.toko` and `db.kunci` name them; written again because those take a third of a second to import."""


def ada_toko(folder: Path) -> bool:
    """Tell whether a finished store lies in the folder, without opening anything; for the first screen."""
    utuh = all((folder / nama).exists() for nama in (NAMA_TOKO, NAMA_KUNCI))
    return utuh and not (folder / NAMA_BELUM_SELESAI).exists()


NAMA_AKUN_CONTOH = "akun_contoh.json"
AkunContoh = tuple[str, str, str]
"""User name, password, and what the account is called on the sign-in page."""


def catat_akun_contoh(folder: Path, akun: Iterable[AkunContoh]) -> None:
    """Write the accounts of a sample office beside its store, so that the sign-in page can offer them."""
    (folder / NAMA_AKUN_CONTOH).write_text(json.dumps([list(a) for a in akun], indent=1), encoding="utf-8")


def akun_contoh(folder: Path) -> list[AkunContoh]:
    """Return the accounts of a sample office; empty in a real one."""
    try:
        isi = json.loads((folder / NAMA_AKUN_CONTOH).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    return [(str(nama), str(sandi), str(sebutan)) for nama, sandi, sebutan in isi]
