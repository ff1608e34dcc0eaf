"""The acts of the audit trail in words that users read.

The codes are Indonesian verbs already (`buat_akun`), so most read well with their underscores gone; those that do not
stand here.
"""

KATA = {
    "akhiri_tugas": "Mengakhiri tugas",
    "atur_jadwal": "Mengatur jadwal penyaluran",
    "atur_libur": "Mengubah hari libur",
    "atur_penomoran": "Mengubah pola penomoran",
    "atur_peran_sop": "Mengatur pemegang peran SOP",
    "batalkan_impor": "Membatalkan impor",
    "buat_akun": "Membuat akun",
    "buat_kantor": "Menyiapkan kantor",
    "buka_identitas": "Melihat NIK dan No. KK lengkap",
    "cadangkan": "Membuat cadangan",
    "catat_wali": "Mencatat wali",
    "ganti_sandi": "Mengganti kata sandi",
    "hapus_libur": "Menghapus perubahan hari libur",
    "konfirmasi_anggapan": "Memastikan anggapan SOP",
    "koreksi_orang": "Membetulkan data orang",
    "masuk": "Masuk ke Salur",
    "nonaktifkan_akun": "Menonaktifkan akun",
    "orang_baru": "Menambah orang",
    "paraf_disposisi": "Memaraf disposisi",
    "pasang_lambang": "Memasang lambang kop",
    "pulihkan": "Memulihkan dari cadangan",
    "pulihkan_sandi": "Mengganti kata sandi dengan kunci pemulihan",
    "siapkan_toko": "Menyiapkan data Salur",
    "simpan_impor": "Menyimpan impor",
    "simpan_pejabat": "Menyimpan pejabat",
    "tautkan_berkas": "Melampirkan dokumen",
    "tugaskan": "Memberi tugas",
    "ubah_kantor": "Mengubah data kantor",
    "ubah_wilayah": "Mengubah daftar wilayah",
}


def kata_aksi(aksi: str) -> str:
    """Return what an act of the trail is called: `buat_akun` → `Membuat akun`."""
    return KATA.get(aksi) or aksi.replace("_", " ").capitalize()
