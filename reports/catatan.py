"""Remembers a working sheet that left the office like a paper: in the register with its hash, and in the trail."""

import hashlib
from pathlib import Path
from uuid import UUID

from app.dokumen.daftar import Cetakan, catat_dokumen
from app.dokumen.isi import Permintaan
from app.dokumen.isi_daftar import Jumlah
from app.kerja import Kerja


def sidik(berkas: Path) -> str:
    """Return the SHA-256 of a file."""
    with berkas.open("rb") as isi:
        return hashlib.file_digest(isi, "sha256").hexdigest()


def catat_lembar(
    kerja: Kerja, kegiatan_id: UUID, kode: str, judul: str, ke: Path, isi: Path, jumlah: Jumlah, *,
    desa: str | None = None, tahap: int | None = None,
) -> UUID:  # fmt: skip
    """Enter a sheet that nobody signs; returns the id of its line.

    Args:
        kode: of the sheet; none of `reports.daftar_cetak`.
        ke: where it will lie. isi: the finished file, perhaps still beside its place.

    Raises:
        KnownError: `tidak_berwenang`.
    """
    cetakan = Cetakan(kode, judul, ke.name, sidik(isi), jumlah)
    minta = Permintaan(desa, tahap, tanggal=kerja.hari_ini())
    return catat_dokumen(kerja, kegiatan_id, cetakan, minta, kunci_penanda=())
