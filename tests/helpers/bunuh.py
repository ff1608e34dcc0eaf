"""Killing the program in the middle of an import, as a power cut or the task manager does, and looking at what is left.

The command runs in a process of its own. The moment is a share of the time that an undisturbed run takes, or what the
files of the store show: the write-ahead log grows while the import is written, is whole once it is committed, and then
the database grows from it.
"""

import os
import select
import shutil
import struct
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import text
from sqlmodel import select as pilih

from app import akses, jejak
from db import lampiran
from db.model import Lampiran
from db.toko import NAMA_BASIS_DATA
from tests.helpers.toko import SANDI, JamUji

_AKAR = Path(__file__).resolve().parents[2]
TABEL = ("impor", "berkas_impor", "baris_usulan", "hasil_periksa", "orang", "usulan", "riwayat_kk", "lampiran")
_JEDA = 0.002
_KEPALA_WAL, _KEPALA_BINGKAI = 32, 24


@dataclass(frozen=True)
class Isi:
    """How many rows the tables of an import hold, and what an integrity check found (nothing, when all is well)."""

    baris: tuple[int, ...]
    rusak: tuple[str, ...]


class Ukuran(NamedTuple):
    """Bytes of the database and of its write-ahead log."""

    basis: int
    wal: int


@dataclass(frozen=True)
class Pemicu:
    """When to kill: after `detik`, or `jeda` seconds after the log, or the database, has grown to so many bytes."""

    detik: float | None = None
    wal: int = 0
    basis: int = 0
    jeda: float = 0

    def tiba(self, kini: Ukuran) -> bool:
        """Tell whether the files have grown that far."""
        return kini.basis >= self.basis if self.basis else kini.wal >= self.wal


class SisaWal(NamedTuple):
    """What a killed program left in the log: pages up to its last commit, and pages behind that."""

    tercatat: int
    tertunda: int


@dataclass(frozen=True)
class Tenang:
    """An undisturbed run: how long it took, and how large the log and the database were at most."""

    detik: float
    wal: int
    basis: int


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


def ukuran(folder: Path) -> Ukuran:
    """Return how large the files of a store are now; nothing for one that is not there."""
    return Ukuran(_besar(folder / NAMA_BASIS_DATA), _besar(_wal(folder)))


def _wal(folder: Path) -> Path:
    return folder / f"{NAMA_BASIS_DATA}-wal"


def _besar(berkas: Path) -> int:
    try:
        return berkas.stat().st_size
    except FileNotFoundError:
        return 0


def impor_tenang(asal: Path, folder: Path, berkas: Path, kegiatan: UUID) -> Tenang:
    """Import into a fresh copy of a store without disturbing it."""
    salin(asal, folder)
    mulai, wal = monotonic(), 0
    proses = mulai_impor(folder, berkas, kegiatan)
    while not _selesai(proses, _JEDA):
        wal = max(wal, ukuran(folder).wal)
    assert proses.returncode == 0
    return Tenang(monotonic() - mulai, wal, ukuran(folder).basis)


def _selesai(proses: "subprocess.Popen[bytes]", detik: float) -> bool:
    """Wait so long for the end of a program; tell whether it came."""
    try:
        proses.wait(timeout=detik)
    except subprocess.TimeoutExpired:
        return False
    return True


def impor_terbunuh(folder: Path, berkas: Path, kegiatan: UUID, pemicu: Pemicu) -> bool:
    """Import and kill the program at a moment; return whether it was killed before it was done."""
    proses = mulai_impor(folder, berkas, kegiatan)
    if _selesai_sebelum(proses, folder, pemicu):
        return False
    proses.kill()
    proses.wait()
    return True


def _selesai_sebelum(proses: "subprocess.Popen[bytes]", folder: Path, pemicu: Pemicu) -> bool:
    if pemicu.detik is not None:
        return _selesai(proses, pemicu.detik)
    while not pemicu.tiba(kini := ukuran(folder)):
        # Near the moment every look counts; before it, another program may have the processor.
        if _selesai(proses, _JEDA) if kini.wal < pemicu.wal // 2 else proses.poll() is not None:
            return True
    return bool(pemicu.jeda) and _selesai(proses, pemicu.jeda)


def sisa_wal(folder: Path) -> SisaWal:
    """Count the pages in the log of a store by the headers of its frames, which are not encrypted.

    A frame counts when it is whole and of the log's present run; the last one of a commit names the database's size.
    """
    jalur = _wal(folder)
    if _besar(jalur) < _KEPALA_WAL:
        return SisaWal(0, 0)
    semua = tercatat = 0
    with jalur.open("rb") as wal:
        kepala = wal.read(_KEPALA_WAL)
        halaman, garam = struct.unpack_from(">I", kepala, 8)[0], kepala[16:24]
        utuh = (_besar(jalur) - _KEPALA_WAL) // (_KEPALA_BINGKAI + halaman)
        for ke in range(utuh):
            wal.seek(_KEPALA_WAL + ke * (_KEPALA_BINGKAI + halaman))
            bingkai = wal.read(_KEPALA_BINGKAI)
            if bingkai[8:16] != garam:
                break
            semua += 1
            if struct.unpack_from(">I", bingkai, 4)[0]:
                tercatat = semua
    return SisaWal(tercatat, semua - tercatat)


def salin(asal: Path, folder: Path) -> None:
    """Put a fresh copy of a store into `folder`."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(asal, folder)


def isi_toko(folder: Path) -> Isi:
    """Open a store as the next start does and look at all of it: pages, references, search index, trail, files."""
    ruang, pelaku = akses.masuk(folder, "operator", SANDI, jam=JamUji())
    try:
        with ruang.toko.koneksi() as k:
            baris = tuple(k.execute(text(f"SELECT count(*) FROM {nama}")).scalar_one() for nama in TABEL)
            rusak = [str(b[0]) for b in k.exec_driver_sql("PRAGMA cipher_integrity_check")]
            rusak += [str(b[0]) for b in k.exec_driver_sql("PRAGMA integrity_check") if b[0] != "ok"]
            rusak += [str(tuple(b)) for b in k.exec_driver_sql("PRAGMA foreign_key_check")]
            k.execute(text("INSERT INTO orang_cari (orang_cari, rank) VALUES ('integrity-check', 1)"))
            k.rollback()
        with ruang.membaca(pelaku) as kerja:
            rusak += [f"jejak {n}" for n in jejak.periksa_rantai(kerja.sesi)]
            for satu in kerja.sesi.exec(pilih(Lampiran.id)).all():
                lampiran.baca(kerja.sesi, kerja.folder_lampiran, satu)
            ada = len(list(kerja.folder_lampiran.iterdir())) if kerja.folder_lampiran.is_dir() else 0
            rusak += [f"{ada} files of attachments"] if ada != baris[-1] else []
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
