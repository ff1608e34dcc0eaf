"""Writing a file so that a power cut leaves the old one or the new one, never half of either."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from db.galat import KnownError


def sinkronkan_folder(folder: Path) -> None:
    """Make a rename in `folder` durable; Windows has no such call and journals its directory entries itself."""
    if os.name == "nt":
        return
    pegangan = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(pegangan)
    finally:
        os.close(pegangan)


@contextmanager
def ditulis_di_samping(tujuan: Path) -> Iterator[Path]:
    """Give a temporary path beside `tujuan`; on a clean exit it is synced and takes its place, otherwise it goes.

    Raises:
        KnownError: `disk_penuh`, `tidak_bisa_menulis`, with the name of the file.
    """
    try:
        # A device such as /dev/null is no file: renaming over it would take it from the whole machine.
        bisa = bool(tujuan.name) and (not tujuan.exists() or tujuan.is_file())
        tujuan.parent.mkdir(parents=True, exist_ok=True)
    except OSError as e:
        raise KnownError("tidak_bisa_menulis", berkas=tujuan.name) from e
    if not bisa:
        raise KnownError("tidak_bisa_menulis", berkas=str(tujuan))
    samping = tujuan.with_name(f".{tujuan.name}.{secrets.token_hex(4)}.tmp")
    try:
        yield samping
        with samping.open("rb+") as f:
            os.fsync(f.fileno())
        samping.replace(tujuan)
        sinkronkan_folder(tujuan.parent)
    except OSError as e:
        kode = "disk_penuh" if e.errno == 28 else "tidak_bisa_menulis"
        raise KnownError(kode, berkas=tujuan.name) from e
    finally:
        with suppress(OSError):  # a name too long for the disk cannot be deleted either
            samping.unlink(missing_ok=True)


def tulis_aman(tujuan: Path, isi: bytes) -> None:
    """Replace `tujuan` by `isi` as a whole."""
    with ditulis_di_samping(tujuan) as samping:
        samping.write_bytes(isi)
