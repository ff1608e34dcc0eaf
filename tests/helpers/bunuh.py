"""Killing the program in the middle of an import, as a power cut or the task manager does, and looking at what is left.

The command runs in a process of its own; the moment is a share of the time that an undisturbed run takes.
"""

import os
import select
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from uuid import UUID

from sqlalchemy import text

from app import akses
from tests.helpers.toko import SANDI, JamUji

_AKAR = Path(__file__).resolve().parents[2]
_TABEL = ("impor", "berkas_impor", "baris_usulan", "hasil_periksa", "orang", "usulan", "riwayat_kk")


@dataclass(frozen=True)
class Isi:
    """How many rows the tables of an import hold, and what an integrity check found (nothing, when all is well)."""

    baris: tuple[int, ...]
    rusak: tuple[str, ...]


def mulai_impor(folder: Path, berkas: Path, kegiatan: UUID) -> "subprocess.Popen[bytes]":
    """Start `salur impor` on a store that nobody holds."""
    lingkungan = os.environ | {"SALUR_DATA": str(folder), "SALUR_AKUN": "operator", "SALUR_SANDI": SANDI}
    return subprocess.Popen(
        [sys.executable, "-m", "ui.main", "impor", str(berkas), "--kegiatan", str(kegiatan), "--json"],
        env=lingkungan,
        cwd=_AKAR,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def lama_impor(asal: Path, folder: Path, berkas: Path, kegiatan: UUID) -> float:
    """Return how many seconds an undisturbed import takes."""
    salin(asal, folder)
    mulai = monotonic()
    assert mulai_impor(folder, berkas, kegiatan).wait() == 0
    return monotonic() - mulai


def impor_terbunuh(folder: Path, berkas: Path, kegiatan: UUID, detik: float) -> bool:
    """Import and kill the program after so many seconds; return whether it was killed before it was done."""
    proses = mulai_impor(folder, berkas, kegiatan)
    try:
        proses.wait(timeout=detik)
    except subprocess.TimeoutExpired:
        proses.kill()
        proses.wait()
        return True
    return False


def salin(asal: Path, folder: Path) -> None:
    """Put a fresh copy of a store into `folder`."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(asal, folder)


def isi_toko(folder: Path) -> Isi:
    """Open a store as the next start does and look at all of it."""
    ruang, _ = akses.masuk(folder, "operator", SANDI, jam=JamUji())
    try:
        with ruang.toko.koneksi() as k:
            baris = tuple(k.execute(text(f"SELECT count(*) FROM {nama}")).scalar_one() for nama in _TABEL)
            rusak = [str(b[0]) for b in k.exec_driver_sql("PRAGMA cipher_integrity_check")]
            rusak += [str(b[0]) for b in k.exec_driver_sql("PRAGMA integrity_check") if b[0] != "ok"]
            rusak += [str(tuple(b)) for b in k.exec_driver_sql("PRAGMA foreign_key_check")]
            k.execute(text("INSERT INTO orang_cari (orang_cari, rank) VALUES ('integrity-check', 1)"))
            k.rollback()
    finally:
        ruang.tutup()
    return Isi(baris, tuple(rusak))


def yatim(folder: Path, batas: float = 10) -> list[int]:
    """Return import children of this store that outlive their parent by `batas` seconds (Linux; elsewhere none)."""
    if sys.platform != "linux":
        return []
    hidup = []
    for pid in _proses(folder):
        try:
            pegangan = os.pidfd_open(pid)
        except OSError:
            continue
        if not select.select([pegangan], [], [], batas)[0]:
            hidup.append(pid)
        os.close(pegangan)
    return hidup


def _proses(folder: Path) -> Iterator[int]:
    tanda = f"SALUR_DATA={folder}\0".encode()
    for satu in Path("/proc").glob("[0-9]*"):
        try:
            if tanda in (satu / "environ").read_bytes():
                yield int(satu.name)
        except OSError:  # not ours, or gone meanwhile
            continue
