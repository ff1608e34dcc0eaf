"""The decree: freezing the list of recipients, recording the SK, and changing it only by another SK."""

from app.penetapan.lihat import (
    BarisPenerima,
    Perbandingan,
    Perubahan,
    RekapDesa,
    RingkasanPenetapan,
    banding_versi,
    daftar_penerima,
    daftar_penetapan,
    draf_penetapan,
    lihat_penetapan,
    penetapan_berlaku,
    rekap_desa,
)
from app.penetapan.sah import HasilSah, kode_baru, lampirkan_sk, lengkapi_alokasi, sahkan_sk, terima_daftar
from app.penetapan.susun import (
    CalonBermasalah,
    PeriksaCalon,
    hapus_draf,
    periksa_calon,
    susun_penetapan,
    susun_perubahan,
)

__all__ = [
    "BarisPenerima",
    "CalonBermasalah",
    "HasilSah",
    "Perbandingan",
    "PeriksaCalon",
    "Perubahan",
    "RekapDesa",
    "RingkasanPenetapan",
    "banding_versi",
    "daftar_penerima",
    "daftar_penetapan",
    "draf_penetapan",
    "hapus_draf",
    "kode_baru",
    "lampirkan_sk",
    "lengkapi_alokasi",
    "lihat_penetapan",
    "penetapan_berlaku",
    "periksa_calon",
    "rekap_desa",
    "sahkan_sk",
    "susun_penetapan",
    "susun_perubahan",
    "terima_daftar",
]
