"""`salur demo`: the sample office, made once and reused.

Only `app.tempat` is imported at the top: a sample that is there already must not keep the window waiting.
"""

import sys
from pathlib import Path

from app.tempat import ada_toko, akun_contoh, folder_contoh
from db.galat import KnownError

JUMLAH = 2_000  # people, as `app.contoh` has it
JUMLAH_MAKS = 100_000  # more fills the memory of an office laptop


def yang_ada(diminta: str | None = None) -> Path | None:
    """Print the accounts of a sample that is there and return its folder; None when there is none yet.

    Raises:
        KnownError: `contoh_bukan_contoh` when a real office's store lies there.
    """
    folder = folder_contoh(diminta)
    if not ada_toko(folder):
        return None
    akun = akun_contoh(folder)
    if not akun:
        raise KnownError("contoh_bukan_contoh", folder=str(folder))
    sys.stdout.writelines(f"akun {nama} sandi {sandi}\n" for nama, sandi, _ in akun)
    sys.stdout.flush()
    sys.stderr.write(f"Kantor contoh ada di {folder}.\n")
    return folder


def siapkan(diminta: str | None, jumlah: int) -> Path:
    """Make the sample unless it is there, print its accounts, and return its folder.

    Raises:
        KnownError: those of `yang_ada` and of `app.contoh.bangun`.
    """
    if folder := yang_ada(diminta):
        return folder
    from app.contoh import bangun
    from reports.cetak import cetak
    from ui.perintah.sesi import job

    bangun(folder_contoh(diminta), job(), jumlah=jumlah, cetak=cetak)
    return yang_ada(diminta) or folder_contoh(diminta)
