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


def perjanjian(konteks: Konteks, acuan: AcuanLangkah) -> Halaman:
    """Vendors, banks and what was agreed with them."""
    from ui.pembayaran.perjanjian import HalamanPerjanjian

    return HalamanPerjanjian(konteks, acuan.kegiatan_id, acuan.aksi)


def pencairan(konteks: Konteks, acuan: AcuanLangkah) -> Halaman:
    """SP2D and STS of the kegiatan, and where the money lies."""
    from ui.pembayaran.pencairan import HalamanPencairan

    return HalamanPencairan(konteks, acuan.kegiatan_id)


def penyaluran(konteks: Konteks, acuan: AcuanLangkah) -> Halaman:
    """The hand-over list, from which Mode Penyaluran opens."""
    from ui.penyaluran.daftar import HalamanPenyaluran

    return HalamanPenyaluran(konteks, acuan.kegiatan_id)


def monev(konteks: Konteks, acuan: AcuanLangkah) -> Halaman:
    """The sample and the visits after the hand-over."""
    from ui.monev.halaman import HalamanMonev

    return HalamanMonev(konteks, acuan.kegiatan_id)


def dokumen(konteks: Konteks, acuan: AcuanLangkah) -> None:
    """The tab Dokumen, at the papers that the step asks for."""
    from ui.dokumen.tujuan import TujuanDokumen

    konteks.buka("dokumen", TujuanDokumen(acuan.kegiatan_id, acuan.cetak or ("laporan",)))
