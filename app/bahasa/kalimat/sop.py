"""Sentences about SOPs, the run of a kegiatan through one, and the DTKS counter."""

from collections.abc import Mapping

# SOP definitions and the run of a kegiatan.
SOP: Mapping[str, str] = {
    "sop_tak_dikenal": ("SOP {kode} tidak dikenal. Yang ada: {pilihan}. Pilih salah satunya; belum ada yang dibuat."),
    "sop_rusak": (
        "Berkas SOP {berkas} tidak dapat dipakai, di {letak}: {sebab}. "
        "Perbaiki berkasnya lalu muat lagi; SOP yang lama masih berlaku."
    ),
}

# DTKS counter and SIKS-NG.
DTKS: Mapping[str, str] = {}
