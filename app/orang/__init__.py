"""Data PM/KPM: finding a person as one types, one person's page, correcting who someone is, and making two one.

A NIK is an attribute that may be wrong: a correction keeps the old value with its reason. No. KK has a history of its
own, because families split and move.
"""

from app.orang.banding import TAMBAHAN, BandingOrang, Beda, SisiOrang, TerimaGanda, banding_orang
from app.orang.bentuk import (
    BIDANG,
    AnggotaKeluarga,
    BantuanOrang,
    BerkasOrang,
    DataOrang,
    HalamanOrang,
    KoreksiOrang,
    OrangGabungan,
    RingkasanOrang,
    UsulanOrang,
)
from app.orang.calon import banyak_belum_gabung, belum_gabung, calon_sama
from app.orang.cari import banyak_orang, cari_orang, nama_desa, pilihan_kegiatan
from app.orang.gabung import HasilGabung, gabung_orang, pisah_orang
from app.orang.lihat import lihat_orang
from app.orang.ubah import buka_identitas, catat_wali, koreksi_orang, orang_baru, tautkan_berkas

__all__ = [
    "BIDANG",
    "TAMBAHAN",
    "AnggotaKeluarga",
    "BandingOrang",
    "BantuanOrang",
    "Beda",
    "BerkasOrang",
    "DataOrang",
    "HalamanOrang",
    "HasilGabung",
    "KoreksiOrang",
    "OrangGabungan",
    "RingkasanOrang",
    "SisiOrang",
    "TerimaGanda",
    "UsulanOrang",
    "banding_orang",
    "banyak_belum_gabung",
    "banyak_orang",
    "belum_gabung",
    "buka_identitas",
    "calon_sama",
    "cari_orang",
    "catat_wali",
    "gabung_orang",
    "koreksi_orang",
    "lihat_orang",
    "nama_desa",
    "orang_baru",
    "pilihan_kegiatan",
    "pisah_orang",
    "tautkan_berkas",
]
