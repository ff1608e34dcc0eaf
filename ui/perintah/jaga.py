"""Keeps the contract of a command line when something odd happens: exit code 0, 1 or 2, one Indonesian line.

What users type wrongly is said by typer and by `KnownError`. Here stands what is left: words that are no text, numbers
that no store can hold, a reader that goes away (`salur sop | head`), and a fault of our own.
"""

import os
import sys
import traceback
from collections.abc import Iterable
from datetime import MAXYEAR, MINYEAR
from pathlib import Path
from typing import Any

import typer

AKAR = Path(__file__).resolve().parents[2]
ANGKA_MAKS = 10**15 - 1
"""The largest number that can be typed: what `terbilang` can still put into words, and sums of it fit the store."""


def wajib_terbaca(argumen: Iterable[str]) -> None:
    """Refuse words that are no text, such as a file name in another encoding: they could not be stored or printed.

    Raises:
        typer.BadParameter: one of them.
    """
    for kata in argumen:
        if "\0" in kata or any("\ud800" <= huruf <= "\udfff" for huruf in kata):
            raise typer.BadParameter(f"“{terbaca(kata)}” memuat huruf yang tidak dapat dibaca; ketik ulang.")


def wajib_wajar(ctx: Any) -> None:
    """Refuse numbers that no store can hold, years that no calendar has, and a wait that is no length of time.

    Raises:
        typer.BadParameter: one of them.
    """
    for nilai in ctx.params.values():
        if isinstance(nilai, int) and abs(nilai) > ANGKA_MAKS:
            panjang = len(str(ANGKA_MAKS))
            raise typer.BadParameter(f"Bilangan paling panjang {panjang} angka; periksa yang diketik.", ctx=ctx)
    tahun = ctx.params.get("tahun")
    if isinstance(tahun, int) and not MINYEAR <= tahun <= MAXYEAR:
        raise typer.BadParameter("Isian --tahun bukan tahun.", ctx=ctx)
    if not ctx.params.get("tunggu", 0) >= 0:
        raise typer.BadParameter("Isian --tunggu adalah lamanya dalam detik, nol atau lebih.", ctx=ctx)


def wajib_bernama(ctx: Any) -> None:
    """Refuse an empty file name, which Python takes for the folder where one stands.

    Raises:
        typer.BadParameter: one of the files has no name.
    """
    for nilai in ctx.params.values():
        if Path() in (nilai if isinstance(nilai, list) else [nilai]):
            raise typer.BadParameter("Nama berkas atau foldernya kosong.", ctx=ctx)


def terbaca(teks: str) -> str:
    """Return a text with what cannot be printed shown as a question mark."""
    return teks.replace("\0", "?").encode("utf-8", "replace").decode("utf-8")


def satu_baris(teks: str) -> str:
    """Return a sentence as one line, also when it repeats what somebody typed over several."""
    return " ".join(terbaca(teks).split())


def kesalahan_sendiri(salah: BaseException) -> str:
    """Say that Salur itself failed, with the place in the code and nobody's data."""
    tempat = ""
    for bingkai in traceback.extract_tb(salah.__traceback__):
        berkas = Path(bingkai.filename)
        if berkas.is_relative_to(AKAR) and ".venv" not in berkas.parts:
            tempat = f" di {berkas.relative_to(AKAR).as_posix()}:{bingkai.lineno}"
    return (
        "Terjadi kesalahan di dalam Salur, jadi perintah ini berhenti dan pekerjaannya tidak disimpan. "
        f"Laporkan kepada pengembang: {type(salah).__name__}{tempat}."
    )


def soal_berkas(salah: OSError) -> str:
    """Say that a file or folder cannot be used; without a name in it the fault is our own."""
    if not isinstance(salah.filename, str | os.PathLike):
        return kesalahan_sendiri(salah)
    return (
        f"{Path(salah.filename).name[:60]} tidak dapat dibaca atau ditulis. "
        "Periksa nama, letak, dan hak aksesnya; pekerjaan ini tidak disimpan."
    )


def lepas_keluaran() -> None:
    """Forget standard output whose reader went away, so that Python does not complain about it at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
