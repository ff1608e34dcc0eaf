"""Asks for a scan that follows, and puts it beside what was recorded without one."""

from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QFileDialog

from app.pindaian import JenisPindaian, susulkan
from ui.halaman import Halaman
from ui.jobs import Area
from ui.komponen.pilih_berkas import SARINGAN


def minta_pindaian(halaman: Halaman, jenis: JenisPindaian, baris_id: UUID) -> None:
    """Let a file be chosen and keep it; the page is told by the area of payments."""
    nama, _ = QFileDialog.getOpenFileName(halaman, halaman.tr("Susulkan pindaian"), "", SARINGAN)
    if nama:
        berkas = Path(nama)
        halaman.konteks.tulis(
            halaman.tr("Menyimpan pindaian"),
            lambda kerja: susulkan(kerja, jenis, baris_id, nama=berkas.name, isi=berkas.read_bytes()),
            induk=halaman,
            ubah=(Area.PENCAIRAN,),
        )
