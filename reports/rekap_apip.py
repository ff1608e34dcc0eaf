"""Rekap pengawasan: a year's kegiatan of an office on a lying sheet, one line each, for the inspectors."""

from pathlib import Path
from typing import BinaryIO

from app.dokumen.isi_daftar import Jumlah
from app.dokumen.isi_naskah import IsiNaskah
from reports import naskah
from reports.tata_letak import TataLetak


def tulis(isi: IsiNaskah, tata_letak: TataLetak, keluar: Path | BinaryIO) -> Jumlah:
    """Write the recap to `keluar`."""
    return naskah.tulis(isi, tata_letak.lanskap(), keluar)
