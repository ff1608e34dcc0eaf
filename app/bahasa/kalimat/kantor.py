"""Sentences about the office's own settings, and about the window and the command line."""

from collections.abc import Mapping

# Office, officials, calendar, region.
KANTOR: Mapping[str, str] = {
    "kantor_belum_disiapkan": (
        "Kantor belum disiapkan, sehingga pekerjaan ini belum dapat dilakukan. "
        "Isi data kantor di Pengaturan; belum ada yang disimpan."
    ),
    "toko_bukan_contoh": (
        "Kantor contoh dan kantor sungguhan tidak boleh bercampur dalam satu data. "
        "Pakai folder data lain; data yang ada tidak berubah."
    ),
    "isian_kosong": "Isian {bidang:kata} masih kosong. Lengkapi lalu simpan lagi; isian yang lain belum hilang.",
    "gambar_tak_dikenal": (
        "{berkas} bukan gambar PNG atau JPEG, jadi lambang tidak diganti. Simpan ulang sebagai PNG lalu ulangi."
    ),
    "pejabat_tidak_ada": (
        "Pejabat itu tidak ada dalam daftar kantor ini. Muat ulang daftarnya lalu pilih lagi; belum ada yang diubah."
    ),
    "jam_kerja_kosong": (
        "Jam kerja kantor belum berisi satu hari kerja pun, sehingga batas waktu tidak dapat dihitung. "
        "Isi jam kerja di Pengaturan; data lain tidak berubah."
    ),
    "jam_kerja_salah": (
        "Jam kerja hari {hari} tidak masuk akal: jam masuk, istirahat, dan pulang harus berurutan. "
        "Perbaiki lalu simpan lagi; jam kerja lama masih berlaku."
    ),
    "tabel_wilayah_rusak": (
        "Berkas {nama} bukan tabel wilayah yang dapat dipakai: {sebab}. Pakai CSV berisi kolom kode dan nama; "
        "tidak ada yang berubah."
    ),
    "tabel_wilayah_kosong": "Berkas {nama} tidak berisi wilayah. Pilih berkas lain; tidak ada yang berubah.",
    "akun_kantor_tidak_ada": (
        "Akun {nama} tidak ada di kantor ini. Lihat namanya dengan salur akun; belum ada yang diubah."
    ),
    "di_luar_wilayah": (
        "Akun ini hanya untuk {wilayah}, sedangkan data itu dari wilayah lain. "
        "Minta petugas wilayahnya atau akun tanpa batas wilayah; tidak ada yang diubah."
    ),
    "perlu_seluruh_wilayah": (
        "Akun ini hanya untuk {wilayah}, sedangkan pekerjaan itu menyangkut seluruh kegiatan. "
        "Minta akun tanpa batas wilayah mengerjakannya; tidak ada yang diubah."
    ),
    "dokumen_seluruh_wilayah": (
        "Akun ini hanya untuk {wilayah}, sedangkan dokumen itu memuat seluruh kegiatan. "
        "Pilih satu desa di wilayah itu, atau minta akun tanpa batas wilayah mencetaknya."
    ),
    "wilayah_tak_dikenal": (
        "Kode wilayah {kode} tidak ada dalam daftar wilayah. "
        "Pilih desa atau kelurahan dari daftar; belum ada yang disimpan."
    ),
}

# The window and the command line themselves.
LAYAR: Mapping[str, str] = {
    "contoh_bukan_contoh": (
        "Folder {folder} berisi data kantor sungguhan, jadi kantor contoh tidak dibuat di sana. "
        "Pilih folder lain dengan --data; data tidak berubah."
    ),
    "periksa_menemukan_kerusakan": (
        "Pemeriksaan menemukan kerusakan; rinciannya di atas. Jangan hapus apa pun: buat salinan folder data, "
        "lalu pulihkan dari cadangan terakhir yang teruji."
    ),
}
