"""The receipt of one person, looked at before it is printed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.penyaluran import BarisSerah
from ui.dokumen.lihat import DialogLihat
from ui.halaman import Konteks


def tampilkan_slip(induk: QWidget, konteks: Konteks, satu: BarisSerah) -> None:
    """Prepare the receipt beside the writer and show it over `induk`."""
    from reports.slip import cetak_slip

    alokasi_id, nama = satu.alokasi_id, satu.nama

    def tampilkan(isi: bytes) -> None:
        dialog = DialogLihat(induk, f"Tanda terima {nama}", isi, cetak=konteks.jobs)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    konteks.baca_lama(
        "Menyiapkan tanda terima", lambda kerja, _: cetak_slip(kerja, alokasi_id), induk=induk, berhasil=tampilkan
    )
