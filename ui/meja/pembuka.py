"""Openers of the step pages: they build a page from the step that asks for it. One function a page."""

from ui.halaman import Halaman, Konteks
from ui.meja.aksi import AcuanLangkah


def verifikasi(konteks: Konteks, acuan: AcuanLangkah) -> Halaman:
    """The verification grid of the kegiatan."""
    from ui.verifikasi.halaman import HalamanVerifikasi

    return HalamanVerifikasi(konteks, acuan.kegiatan_id)


def impor(konteks: Konteks, acuan: AcuanLangkah) -> Halaman:
    """The import wizard into the kegiatan."""
    from ui.impor.halaman import HalamanImpor

    return HalamanImpor(konteks, acuan.kegiatan_id)


def penetapan(konteks: Konteks, acuan: AcuanLangkah) -> Halaman:
    """The decree of the kegiatan."""
    from ui.penetapan.halaman import HalamanPenetapan

    return HalamanPenetapan(konteks, acuan.kegiatan_id)
