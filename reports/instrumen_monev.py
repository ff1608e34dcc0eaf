"""Instrumen monev: what officers ask at people's homes after the hand-over, written by hand, a sheet per desa.

Columns after the audit instrument that inspectors use: met or not, received or not, amount right or not.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from app.dokumen.isi_daftar import Jumlah
from app.dokumen.isi_surat import IsiFormulir
from reports.formulir_verifikasi import tulis_formulir
from reports.tabel import Kolom
from reports.tata_letak import TataLetak

JUDUL = "INSTRUMEN MONITORING DAN EVALUASI"
_KOLOM = (
    Kolom("No.", 9, "tengah"),
    Kolom("Nama", 42),
    Kolom("NIK", 34, "tengah"),
    Kolom("Alamat", 40),
    Kolom("Ya", 10, "tengah", "Ditemui"),
    Kolom("Tidak", 11, "tengah", "Ditemui"),
    Kolom("Ya", 10, "tengah", "Menerima"),
    Kolom("Tidak", 11, "tengah", "Menerima"),
    Kolom("Ya", 10, "tengah", "Jumlah sesuai"),
    Kolom("Tidak", 11, "tengah", "Jumlah sesuai"),
    Kolom("Pemanfaatan", 38),
    Kolom("Kendala dan tindak lanjut", 42),
    Kolom("Tanda tangan", 24),
)


def tulis(isi: Iterable[IsiFormulir], tata_letak: TataLetak, keluar: Path | BinaryIO) -> Jumlah:
    """Write one sheet after the other to `keluar` and return how many people they list."""
    return tulis_formulir(isi, tata_letak, keluar, judul=JUDUL, kolom=_KOLOM, petugas="Petugas monitoring,")
