"""Sentences of Mode Penyaluran: points of hand-over, and people who are served elsewhere."""

TITIK = {
    "rt_titik_salah": (
        "Isian “{tertulis}” bukan nomor RT. Tulis misalnya 001, 002, atau 003/001 untuk RT dan RW; "
        "belum ada yang disimpan."
    ),
    "nomor_titik_salah": (
        "Isian “{tertulis}” bukan urutan nomor tanda terima. Tulis nomor pertama dan terakhir, misalnya 1-50; "
        "belum ada yang disimpan."
    ),
    "dilayani_di_tempat_lain": (
        "{nama} terdaftar di {tempat}, bukan di daftar yang sedang dilayani. Arahkan ke sana, atau buka Mode "
        "Penyaluran untuk semua desa; belum ada yang dicatat."
    ),
    "kode_tata_letak": (
        "Pemindai mengirim tanda lain daripada angka yang tercetak, karena tata letak papan ketiknya berbeda. Setel "
        "pemindai dan Windows ke papan ketik Amerika Serikat, atau ketik 4 angka akhir NIK; tidak ada yang berubah."
    ),
    "tanda_terima_usang": (
        "Tanda terima {nama} dicetak {dicetak}, sebelum SK Perubahan mengubah nama, NIK, atau nilainya. "
        "Cetak ulang sebelum ditandatangani; penyerahan tetap dapat dicatat."
    ),
    "data_diperbaiki": (
        "Data {nama} sudah diperbaiki menjadi {kini}, tetapi daftar SK dan tanda terimanya belum. "
        "Cocokkan dengan KTP; penyerahan tetap dapat dicatat."
    ),
    "titik_sudah_ada": (
        "{desa} sudah dijadwalkan di {tempat} pada tahap ini. Beri tempat lain pada titik baru, atau ubah titik itu; "
        "belum ada yang disimpan."
    ),
}
