"""Asks for a scan that follows, and puts it beside what was recorded without one."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QFileDialog, QWidget

from app.pindaian import JenisPindaian, susulkan
from ui.halaman import Konteks
from ui.jobs import Area
from ui.komponen.pilih_berkas import SARINGAN


def minta_pindaian(
    induk: QWidget,
    konteks: Konteks,
    jenis: JenisPindaian,
    baris_id: UUID,
    *,
    area: Area = Area.PENCAIRAN,
    berhasil: Callable[[UUID], object] | None = None,
) -> None:
    """Let a file be chosen and keep it; pages are told by their area."""
    nama, _ = QFileDialog.getOpenFileName(induk, induk.tr("Susulkan pindaian"), "", SARINGAN)
    if nama:
        berkas = Path(nama)
        konteks.tulis(
            induk.tr("Menyimpan pindaian"),
            lambda kerja: susulkan(kerja, jenis, baris_id, nama=berkas.name, isi=berkas.read_bytes()),
            induk=induk,
            berhasil=berhasil,
            ubah=(area,),
        )
