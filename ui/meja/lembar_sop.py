"""The SOP AP sheet with the running step lit and real dates beside standard times; prints and saves from there."""

import tempfile
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.jobs import JobContext
from app.kerja import Kerja
from app.sop.halaman import HalamanLangkah
from reports.cetak import cetak_sop
from ui.dokumen.lihat import DialogLihat
from ui.halaman import Konteks


def tampilkan(induk: QWidget, konteks: Konteks, halaman: HalamanLangkah) -> None:
    """Draw the sheet beside the writer and show it."""
    menyala = frozenset(t.urutan for t in halaman.tahapan if t.kini)

    def kerja(k: Kerja, _c: JobContext) -> bytes:
        with tempfile.TemporaryDirectory() as folder:
            berkas = Path(folder) / "sop.pdf"
            cetak_sop(halaman.definisi, berkas, kerja=k, menyala=menyala, kegiatan_id=halaman.kegiatan_id)
            return berkas.read_bytes()

    def lihat(isi: bytes) -> None:
        dialog = DialogLihat(induk.window(), halaman.definisi.nama_layar.tampil, isi, cetak=konteks.jobs)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    konteks.baca_lama("Menyusun lembar SOP", kerja, induk=induk, berhasil=lihat)
