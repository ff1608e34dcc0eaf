"""The receipt for an applicant's papers, looked at before it is printed."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.dokumen.lihat import DialogLihat
from ui.halaman import Konteks


def tampilkan_slip(induk: QWidget, konteks: Konteks, kegiatan_id: UUID, usulan_id: UUID, nama: str) -> None:
    """Prepare the receipt beside the writer and show it over the window of `induk`."""
    from reports.slip import cetak_slip_berkas

    def tampilkan(isi: bytes) -> None:
        dialog = DialogLihat(induk.window(), f"Tanda terima berkas {nama}", isi, cetak=konteks.jobs)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    konteks.baca_lama(
        "Menyusun tanda terima",
        lambda kerja, _: cetak_slip_berkas(kerja, kegiatan_id, usulan_id),
        induk=induk,
        berhasil=tampilkan,
    )
