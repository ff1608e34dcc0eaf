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

__all__ = [
    "BarisBermasalah",
    "BarisHasil",
    "BarisVerifikasi",
    "HitungVerifikasi",
    "Kunci",
    "Putusan",
    "RincianUsulan",
    "RingkasanHasil",
    "RingkasanPutusan",
    "RingkasanVerifikasi",
    "baca_hasil",
    "daftar_usulan",
    "impor_hasil_verifikasi",
    "lihat_usulan",
    "putuskan",
    "ringkasan_verifikasi",
    "semua_usulan",
    "usulan_terkunci",
]
