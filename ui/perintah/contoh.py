"""`salur demo`: the sample office, made once and reused."""

from pathlib import Path
from typing import Annotated

import typer

from app.tempat import ada_toko, akun_contoh, folder_contoh
from db.galat import KnownError
from ui.perintah.sesi import Pilihan, job, kabar

JUMLAH = 2_000  # people, as `app.contoh` has it; written here so that a reused sample starts at once


def siapkan(pilihan: Pilihan, jumlah: int) -> Path:
    """Make the sample unless it is there, print its accounts, and return its folder.

    Raises:
        KnownError: `contoh_bukan_contoh` when a real office's store lies there; those of `app.contoh.bangun`.
    """
    folder = folder_contoh(pilihan.data)
    if not ada_toko(folder):
        from app.contoh import bangun
        from reports.cetak import cetak

        bangun(folder, job(), jumlah=jumlah, cetak=cetak)
    akun = akun_contoh(folder)
    if not akun:
        raise KnownError("contoh_bukan_contoh", folder=str(folder))
    for nama, sandi, _ in akun:
        typer.echo(f"akun {nama} sandi {sandi}")
    kabar(f"Kantor contoh ada di {folder}.")
    return folder


Jumlah = Annotated[int, typer.Option(metavar="N", help="Banyaknya orang dalam kantor contoh yang baru.")]
TanpaLayar = Annotated[bool, typer.Option("--tanpa-layar", help="Siapkan saja, jangan buka jendela.")]
