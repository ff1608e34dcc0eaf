"""Who may receive: the rules of a kegiatan as settings, and what each says about each usulan."""

from app.kelayakan.aturan import (
    DEWASA,
    RAGAM,
    Aturan,
    Calon,
    Pendapat,
    RentangUsia,
    Sikap,
    Syarat,
    baca_aturan,
    nilai,
    ragam_baku,
)
from app.kelayakan.usulan import bantuan_lain, kelayakan_usulan, periksa_kelayakan

__all__ = [
    "DEWASA",
    "RAGAM",
    "Aturan",
    "Calon",
    "Pendapat",
    "RentangUsia",
    "Sikap",
    "Syarat",
    "baca_aturan",
    "bantuan_lain",
    "kelayakan_usulan",
    "nilai",
    "periksa_kelayakan",
    "ragam_baku",
]
