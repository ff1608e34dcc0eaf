"""Verification: who of the proposed is eligible, decided by people, with the reason beside each refusal."""

from app.verifikasi.daftar import (
    BarisVerifikasi,
    Kunci,
    Putusan,
    RincianUsulan,
    daftar_usulan,
    lihat_usulan,
    semua_usulan,
    usulan_terkunci,
)
from app.verifikasi.kemajuan import HasilBerbeda, HitungPetugas, hasil_berbeda, kemajuan_petugas
from app.verifikasi.lapangan import (
    BarisBermasalah,
    BarisHasil,
    RingkasanHasil,
    baca_hasil,
    impor_hasil_verifikasi,
)
from app.verifikasi.putusan import (
    HitungVerifikasi,
    RingkasanPutusan,
    RingkasanVerifikasi,
    putuskan,
    ringkasan_verifikasi,
)
from app.verifikasi.tertinggal import TidakDiambil

__all__ = [
    "BarisBermasalah",
    "BarisHasil",
    "BarisVerifikasi",
    "HasilBerbeda",
    "HitungPetugas",
    "HitungVerifikasi",
    "Kunci",
    "Putusan",
    "RincianUsulan",
    "RingkasanHasil",
    "RingkasanPutusan",
    "RingkasanVerifikasi",
    "TidakDiambil",
    "baca_hasil",
    "daftar_usulan",
    "hasil_berbeda",
    "impor_hasil_verifikasi",
    "kemajuan_petugas",
    "lihat_usulan",
    "putuskan",
    "ringkasan_verifikasi",
    "semua_usulan",
    "usulan_terkunci",
]
