"""The acts of the audit trail in words that users read.

The codes are Indonesian verbs already (`buat_akun`), so most read well with their underscores gone; those that do not
stand here.
"""

KATA = {
    "akhiri_tugas": "Mengakhiri tugas",
    "atur_desa": "Mengatur desa peserta",
    "atur_jadwal": "Mengatur jadwal penyaluran",
    "atur_libur": "Mengubah hari libur",
    "atur_penomoran": "Mengubah pola penomoran",
    "atur_peran_sop": "Mengatur pemegang peran SOP",
    "atur_target": "Mengatur target waktu",
    "batal_centang": "Mencabut centang kelengkapan",
    "batalkan_impor": "Membatalkan impor",
    "batalkan_kegiatan": "Membatalkan kegiatan",
    "berkas_diterima": "Mencatat berkas diterima pihak luar",
    "berkas_kembali": "Mencatat berkas kembali",
    "buat_akun": "Membuat akun",
    "buat_kantor": "Menyiapkan kantor",
    "buat_kegiatan": "Membuat kegiatan",
    "buka_identitas": "Melihat NIK dan No. KK lengkap",
    "cadangkan": "Membuat cadangan",
    "catat_sebelum": "Mencatat langkah sebelum memakai aplikasi",
    "catat_wali": "Mencatat wali",
    "centang_kelengkapan": "Mencentang kelengkapan",
    "daftarkan_pemohon": "Mendaftarkan pemohon",
    "ganti_sandi": "Mengganti kata sandi",
    "hapus_libur": "Menghapus perubahan hari libur",
    "kelengkapan_tidak_berlaku": "Menyatakan kelengkapan tidak berlaku",
    "kembalikan_langkah": "Mengembalikan langkah",
    "konfirmasi_anggapan": "Memastikan anggapan SOP",
    "koreksi_orang": "Membetulkan data orang",
    "lampirkan": "Melampirkan berkas kelengkapan",
    "langkah_tidak_berlaku": "Menyatakan langkah tidak berlaku",
    "lepaskan_pemohon": "Melepas pemohon",
    "lewati_langkah": "Melewati langkah dengan alasan",
    "masuk": "Masuk ke Salur",
    "mulai_langkah": "Memulai langkah",
    "nonaktifkan_akun": "Menonaktifkan akun",
    "orang_baru": "Menambah orang",
    "paraf": "Memaraf di layar",
    "paraf_disposisi": "Memaraf disposisi",
    "pasang_lambang": "Memasang lambang kop",
    "pulihkan": "Memulihkan dari cadangan",
    "pulihkan_sandi": "Mengganti kata sandi dengan kunci pemulihan",
    "sahkan_di_kertas": "Mencatat pengesahan di atas kertas",
    "selesaikan_langkah": "Menyelesaikan langkah",
    "siapkan_toko": "Menyiapkan data Salur",
    "simpan_impor": "Menyimpan impor",
    "simpan_pejabat": "Menyimpan pejabat",
    "simpan_sop": "Menyimpan versi SOP",
    "susulkan_pindaian": "Menyusulkan pindaian",
    "tambah_tahap": "Menambah tahap",
    "tautkan_berkas": "Melampirkan dokumen",
    "tugaskan": "Memberi tugas",
    "tutup_pengumpulan": "Menutup pengumpulan pemohon",
    "ubah_kantor": "Mengubah data kantor",
    "ubah_kegiatan": "Mengubah kegiatan",
    "ubah_wilayah": "Mengubah daftar wilayah",
    "usulkan_lagi": "Mengusulkan lagi pada kegiatan berikut",
}


def kata_aksi(aksi: str) -> str:
    """Return what an act of the trail is called: `buat_akun` → `Membuat akun`."""
    return KATA.get(aksi) or aksi.replace("_", " ").capitalize()
