"""The files of an import as they came: kept encrypted, and written out again for whoever asks."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from app import jejak
from app.akses import Hak, wajib
from app.kerja import Kerja
from db.berkas import tulis_aman
from db.galat import KnownError
from db.model import BerkasImpor


@dataclass(frozen=True, slots=True)
class BerkasAsli:
    """One file of an import.

    Attributes:
        ukuran: bytes.
        lembar: its sheets as they were found: name, whether it was used and why not, heading rows, rows of people.
        dilewati: rows that are no people, with the reason.
    """

    id: UUID
    nama: str
    sha256: str
    ukuran: int
    format: str
    lembar: tuple[dict[str, Any], ...]
    dilewati: tuple[dict[str, Any], ...]


def daftar_berkas(kerja: Kerja, impor_id: UUID) -> list[BerkasAsli]:
    """Return the files of an import in their order."""
    kueri = select(BerkasImpor).where(BerkasImpor.impor_id == impor_id).order_by(col(BerkasImpor.urut))
    return [
        BerkasAsli(b.id, b.nama, b.sha256, b.ukuran, b.format, tuple(b.lembar), tuple(b.dilewati))
        for b in kerja.sesi.exec(kueri)
    ]


def ambil_berkas(kerja: Kerja, berkas_id: UUID, folder: Path) -> Path:
    """Write a file as it came into a folder, beside one of that name if there is one; return where it lies.

    Raises:
        KnownError: `tidak_berwenang`, `berkas_asli_hilang`, `lampiran_hilang`, `lampiran_rusak`, `disk_penuh`,
            `tidak_bisa_menulis`.
    """
    wajib(kerja, Hak.IDENTITAS)
    berkas = kerja.sesi.get(BerkasImpor, berkas_id)
    if berkas is None or berkas.lampiran_id is None:
        raise KnownError("berkas_asli_hilang")
    ke = _bebas(folder / Path(berkas.nama).name)
    tulis_aman(ke, kerja.baca_lampiran(berkas.lampiran_id))
    jejak.catat(kerja, "ambil_berkas", objek="impor", objek_id=berkas.impor_id, berkas=berkas.nama)
    return ke


def _bebas(ke: Path) -> Path:
    """Return the path, or one with a number where a file of that name lies already."""
    calon, nomor = ke, 2
    while calon.exists():
        calon = ke.with_name(f"{ke.stem} ({nomor}){ke.suffix}")
        nomor += 1
    return calon
