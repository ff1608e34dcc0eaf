"""Sentences about files of desa, their import, and the judging of usulan up to the decree."""

from collections.abc import Mapping

# Files of desa and their import.
USULAN: Mapping[str, str] = {
    "berkas_terkunci": (
        "Berkas {nama} dikunci dengan sandi. Buka di Excel, simpan tanpa sandi, lalu pilih lagi; "
        "belum ada yang disimpan."
    ),
    "berkas_rusak": (
        "Berkas {nama} rusak atau terpotong sehingga tidak dapat dibaca. Minta kiriman ulang dari pengirim, atau buka "
        "di Excel dan simpan dengan nama baru; belum ada yang disimpan."
    ),
    "berkas_kosong": "Berkas {nama} tidak berisi satu baris orang pun. Periksa berkasnya; belum ada yang disimpan.",
    "berkas_bukan_daftar": (
        "Di berkas {nama} tidak ditemukan daftar orang: tidak ada judul kolom seperti NIK dan NAMA. "
        "Periksa lembarnya atau tentukan sendiri kolomnya; belum ada yang disimpan."
    ),
    "berkas_terlalu_besar": (
        "Berkas {nama} terlalu besar untuk dibaca dengan aman. Sering kali sebabnya sel berisi yang jauh di luar tabel "
        "atau gambar: salin tabelnya saja ke berkas baru, lalu pilih lagi; belum ada yang disimpan."
    ),
    "berkas_format_tak_dikenal": (
        "Berkas {nama} bukan lembar kerja yang dikenal. Yang dapat dibaca: xlsx, xls, xlsb, ods, csv; "
        "belum ada yang disimpan."
    ),
    "berkas_tak_terbaca": (
        "Berkas {nama} tidak dapat dibuka: sudah dipindah, dihapus, atau sedang dipakai program lain. "
        "Periksa lalu pilih lagi; belum ada yang disimpan."
    ),
}

# Verification, decree, eligibility.
VERIFIKASI: Mapping[str, str] = {}
