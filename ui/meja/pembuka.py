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


def penggunaan(konteks: Konteks, acuan: AcuanLangkah) -> Halaman:
    """Recipients' reports on the use of the aid."""
    from ui.penggunaan.halaman import HalamanPenggunaan

    return HalamanPenggunaan(konteks, acuan.kegiatan_id)


def pakta(konteks: Konteks, acuan: AcuanLangkah) -> Halaman:
    """Who has signed a pakta integritas."""
    from ui.penggunaan.pakta import HalamanPakta

    return HalamanPakta(konteks, acuan.kegiatan_id)


def monev(konteks: Konteks, acuan: AcuanLangkah) -> Halaman:
    """The sample and the visits after the hand-over."""
    from ui.monev.halaman import HalamanMonev

    return HalamanMonev(konteks, acuan.kegiatan_id)


def dokumen(konteks: Konteks, acuan: AcuanLangkah) -> None:
    """The tab Dokumen, at the papers that the step asks for."""
    from ui.dokumen.tujuan import TujuanDokumen

    konteks.buka("dokumen", TujuanDokumen(acuan.kegiatan_id, acuan.cetak or ("laporan",)))


def loket(konteks: Konteks, acuan: AcuanLangkah) -> Halaman:
    """The DTKS counter; from an applicant's own step, their papers."""
    if acuan.usulan_id is not None:
        return periksa_berkas(konteks, acuan)
    from ui.loket.halaman import HalamanLoket

    return HalamanLoket(konteks)


def periksa_berkas(konteks: Konteks, acuan: AcuanLangkah) -> Halaman:
    """The applicants of the triwulan and their papers."""
    from ui.loket.berkas import HalamanBerkas

    return HalamanBerkas(konteks, acuan.kegiatan_id, acuan.usulan_id)


def gabung_triwulan(konteks: Konteks, acuan: AcuanLangkah) -> Halaman:
    """The gathering of the triwulan."""
    from ui.loket.gabung import HalamanGabung

    return HalamanGabung(konteks, acuan.kegiatan_id)


def hasil_siks(konteks: Konteks, acuan: AcuanLangkah) -> Halaman:
    """The answer of SIKS-NG."""
    from ui.siks.hasil import HalamanHasil

    return HalamanHasil(konteks, acuan.kegiatan_id, terbuka=acuan.terbuka)


def kembalikan_desa(konteks: Konteks, acuan: AcuanLangkah) -> Halaman:
    """The return of the refused to their desa."""
    from ui.siks.kembali import HalamanKembali

    return HalamanKembali(konteks, acuan.kegiatan_id, terbuka=acuan.terbuka)


def rekonsiliasi_bnba(konteks: Konteks, acuan: AcuanLangkah) -> Halaman:
    """The new BNBA."""
    from ui.siks.rekonsiliasi import HalamanRekonsiliasi

    return HalamanRekonsiliasi(konteks, acuan.kegiatan_id, terbuka=acuan.terbuka)


def surat(konteks: Konteks, acuan: AcuanLangkah) -> Halaman:
    """Letters of the kegiatan and their dispositions."""
    from ui.spt.surat import HalamanSurat

    return HalamanSurat(konteks, acuan.kegiatan_id)


def penerima(konteks: Konteks, acuan: AcuanLangkah) -> Halaman:
    """The list of recipients from the dinas."""
    from ui.penerima.halaman import HalamanPenerima

    return HalamanPenerima(konteks, acuan.kegiatan_id, terbuka=acuan.terbuka)


def spt(konteks: Konteks, acuan: AcuanLangkah) -> Halaman:
    """The SPT and the schedule per desa."""
    from ui.spt.halaman import HalamanSpt

    return HalamanSpt(konteks, acuan.kegiatan_id, terbuka=acuan.terbuka)


def sosialisasi(konteks: Konteks, acuan: AcuanLangkah) -> Halaman:
    """Meetings with recipients."""
    from ui.pertemuan.halaman import HalamanPertemuan

    return HalamanPertemuan(konteks, acuan.kegiatan_id, terbuka=acuan.terbuka)
