"""Sentences about people: who someone is, and corrections."""

from collections.abc import Mapping

ORANG: Mapping[str, str] = {
    "alasan_kosong": "Alasan belum ditulis. Tulis alasannya dengan singkat lalu ulangi; belum ada yang diubah.",
    "nik_tidak_16": (
        "NIK harus 16 angka. Periksa pada KTP atau Kartu Keluarga lalu ketik ulang; data orang ini belum diubah."
    ),
    "no_kk_tidak_16": (
        "No. KK harus 16 angka. Periksa pada Kartu Keluarga lalu ketik ulang; data orang ini belum diubah."
    ),
    "nik_sudah_dipakai": (
        "NIK ini sudah tercatat atas nama {nama:apa_adanya}. Cari orang itu di Data PM/KPM, "
        "atau periksa NIK pada KTP; belum ada yang disimpan."
    ),
    "nik_milik_lain": (
        "NIK ini sudah tercatat atas nama {nama:apa_adanya}. Bila keduanya orang yang sama, gabungkan lewat "
        "tombol Gabungkan di Data PM/KPM; bila bukan, periksa NIK pada KTP. Data orang ini belum diubah."
    ),
    "nik_wali_salah": (
        "NIK wali harus 16 angka, atau kosongkan bila belum diketahui. Periksa pada KTP lalu ketik ulang; "
        "belum ada yang disimpan."
    ),
}
