"""Berkas pencairan: sums per desa and the list of accounts, with the narrower margins of lists."""

from pathlib import Path
from typing import BinaryIO

from app.dokumen.isi_daftar import Jumlah
from app.dokumen.isi_naskah import IsiNaskah
from reports import naskah
from reports.tata_letak import TataLetak


def tulis(isi: IsiNaskah, tata_letak: TataLetak, keluar: Path | BinaryIO) -> Jumlah:
    """Write the papers to `keluar`."""
    return naskah.tulis(isi, tata_letak.daftar(), keluar)
