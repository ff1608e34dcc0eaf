"""A day on paper that lies before what it should follow: asked about once, kept with its reason."""

from collections.abc import MutableMapping

from PySide6.QtWidgets import QWidget

from app.bahasa.galat import kalimat
from app.urutan_hari import AKSI
from db.galat import KnownError


def tanya_alasan(induk: QWidget, salah: BaseException, sudah: MutableMapping[str, str]) -> str:
    """Return why a day is out of order; empty for any other error, or when nobody gives a reason.

    Args:
        sudah: reasons by what they were given for; the same day is not asked about again.
    """
    if not isinstance(salah, KnownError) or salah.kode != AKSI:
        return ""
    from ui.penetapan.dialog import DialogKalimat  # it stands on pages, which stand on what calls this

    kunci = kalimat(salah)
    if kunci not in sudah:
        alasan = DialogKalimat.ask(
            induk, "Tanggal mendahului urutannya", kunci, "&Alasan menurut kertas", "&Simpan dengan alasan",
            "Masuk ke Daftar Pengecualian pemeriksa",
        )  # fmt: skip
        if not alasan:
            return ""
        sudah[kunci] = alasan
    return sudah[kunci]
