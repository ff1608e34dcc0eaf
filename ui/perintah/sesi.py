"""Signing in from a command, showing progress, printing results."""

import getpass
import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

import typer

from app import akses
from app.bahasa.galat import kalimat
from app.jobs import JobContext, Progress
from app.kerja import Kerja, Pelaku, RuangKerja
from app.tempat import folder_data
from db.galat import KnownError

VARIABEL_AKUN = "SALUR_AKUN"
VARIABEL_SANDI = "SALUR_SANDI"
LEBAR = 78  # characters of the progress line

Json = Annotated[bool, typer.Option("--json", help="Keluarkan sebagai JSON.")]


@dataclass(frozen=True)
class Pilihan:
    """What was said for every command alike.

    Attributes:
        data: folder asked for, None for the usual one.
        tunggu: seconds to wait for another process that holds the store.
        alasan_tanggal: why a day on paper lies before what it should follow.
    """

    data: str | None = None
    akun: str | None = None
    tunggu: float = 0
    alasan_tanggal: str = ""


@contextmanager
def masuk(pilihan: Pilihan) -> Iterator[tuple[RuangKerja, Pelaku]]:
    """Open the store for the account that was named; closed at the end.

    Raises:
        KnownError: as `akses.masuk`.
        typer.BadParameter: no account or password was given and nobody can be asked.
    """
    nama, sandi = kredensial(pilihan)
    ruang, pelaku = akses.masuk(folder_data(pilihan.data), nama, sandi, tunggu=pilihan.tunggu)
    try:
        yield ruang, pelaku
    finally:
        ruang.tutup()


@contextmanager
def tulis(ctx: typer.Context) -> Iterator[Kerja]:
    """Sign in and open one transaction: the command's act is stored at the end, or nothing is when it fails."""
    with masuk(ctx.obj) as (ruang, pelaku), ruang.menulis(pelaku) as kerja:
        kerja.alasan_tanggal = ctx.obj.alasan_tanggal
        yield kerja


@contextmanager
def baca(ctx: typer.Context) -> Iterator[Kerja]:
    """Sign in and look, without changing anything."""
    with masuk(ctx.obj) as (ruang, pelaku), ruang.membaca(pelaku) as kerja:
        yield kerja


def kredensial(pilihan: Pilihan) -> tuple[str, str]:
    """Return account and password: given, from the environment, or asked for on a terminal."""
    nama = pilihan.akun or _tanya("Akun: ", "Sebutkan akun dengan --akun NAMA atau SALUR_AKUN.")
    return nama, kredensial_sandi()


def kredensial_sandi() -> str:
    """Return the password from the environment, or asked for on a terminal."""
    if VARIABEL_SANDI in os.environ:
        return os.environ[VARIABEL_SANDI]
    if not sys.stdin.isatty():
        raise typer.BadParameter("Sebutkan sandi lewat SALUR_SANDI.")
    return getpass.getpass("Sandi: ")


def _tanya(pertanyaan: str, tanpa_orang: str) -> str:
    if not sys.stdin.isatty():
        raise typer.BadParameter(tanpa_orang)
    return input(pertanyaan)


def job() -> JobContext:
    """Return a context that shows progress on standard error, only when that is a terminal."""
    return JobContext(_tampilkan if sys.stderr.isatty() else None)


def _tampilkan(kemajuan: Progress) -> None:
    """Write one line over the last; a finished count wipes it, so that the next output starts clean."""
    dari = f" {kemajuan.selesai}/{kemajuan.total}" if kemajuan.total else ""
    teks = "" if kemajuan.selesai == kemajuan.total else f"{kemajuan.langkah}{dari}"
    sys.stderr.write(f"\r{teks:<{LEBAR}.{LEBAR}}\r{teks:.{LEBAR}}")
    sys.stderr.flush()


def kabar(teks: str) -> None:
    """Say something that is not the result: on standard error."""
    sys.stderr.write(teks + "\n")


def ingatkan(peringatan: Iterable[KnownError]) -> None:
    """Say the doubts that did not stop an act."""
    for satu in peringatan:
        kabar(kalimat(satu))


def cetak_baris(*kolom: object) -> None:
    """Print one line of a result, its columns apart by tabs; a missing value is an empty column."""
    typer.echo("\t".join("" if isi is None else " ".join(str(isi).split()) for isi in kolom))


def cetak_json(isi: Any) -> None:
    """Print one JSON value, readable: ids as text, days and moments as ISO 8601 has them."""
    typer.echo(json.dumps(isi, ensure_ascii=False, indent=1, default=_teks_json))


def _teks_json(nilai: object) -> str:
    return nilai.isoformat() if isinstance(nilai, date) else str(nilai)
