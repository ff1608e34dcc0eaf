"""Words of the SOP room: what is wrong in a definition, what holds a step up, how long is left."""

from collections.abc import Mapping
from typing import Any

from app.sop.definisi import Aksi, Basis, Menghitung, Per, SatuanWaktu, Simbol, Sisi

# Causes of KnownError `sop_rusak`; they end a sentence, so no capital and no full stop.
SEBAB_RUSAK: Mapping[str, str] = {
    "bukan_utf8": "berkas bukan teks UTF-8",
    "bukan_json": "susunannya bukan JSON yang benar",
    "bukan_objek": "isinya harus berupa kumpulan bidang bernama",
    "bukan_daftar": "isinya harus berupa daftar",
    "bukan_teks": "isinya harus berupa teks",
    "bukan_bilangan": "isinya harus berupa bilangan bulat",
    "bukan_ya_tidak": "isinya harus true atau false",
    "bidang_kurang": "bidang “{bidang}” belum diisi",
    "bidang_tak_dikenal": "bidang “{bidang}” tidak dikenal",
    "nilai_tak_dikenal": "nilai “{nilai}” tidak ada dalam daftar pilihannya",
    "skema_lain": "bentuk berkas bernomor {skema}, sedangkan Salur ini membaca nomor 1",
    "versi_salah": "nomor versi harus 1 atau lebih",
    "kode_salah": "kode “{kode}” hanya boleh berisi huruf kecil, angka, dan garis bawah",
    "kode_ganda": "kode “{kode}” dipakai lebih dari sekali",
    "tanpa_langkah": "belum ada satu langkah pun",
    "tanpa_pelaksana": "belum ada pelaksananya",
    "peran_tak_dikenal": "peran “{peran}” tidak ada dalam daftar peran",
    "peran_tanpa_akun": "peran “{peran}” bekerja di kantor, tetapi belum dipasangkan dengan peran akun",
    "peran_dalam_dicatat": "peran “{peran}” bekerja di kantor, jadi tidak perlu pencatat",
    "peran_tanpa_pencatat": "peran “{peran}” berasal dari luar kantor, tetapi pencatatnya bukan peran di kantor",
    "usia_negatif": "usia tidak boleh kurang dari nol",
    "usia_terbalik": "usia terendah melebihi usia tertinggi",
    "waktu_tak_positif": "lamanya harus lebih dari nol",
    "pilihan_tunggal": "pilihan dokumen harus dua atau lebih",
    "dokumen_beda_ukuran": "dokumen “{kode}” diminta dengan ukuran berbeda di langkah lain",
    "cabang_buntu": "jawaban “{arah}” menuju langkah {ke}, yang tidak ada atau langkah itu sendiri",
    "cabang_sama": "jawaban “ya” dan “tidak” menuju langkah yang sama",
    "cabang_per_usulan": "langkah yang berjalan per pemohon tidak dapat bercabang",
    "urutan_salah": "urutannya seharusnya {seharusnya}",
    "per_usulan_di_tengah": "langkah per pemohon harus berada di awal, berurutan",
    "per_usulan_semua": "setidaknya satu langkah harus berjalan untuk seluruh kegiatan",
    "keputusan_tanpa_cabang": "simbol keputusan dan cabang harus ada bersama-sama",
    "mulai_di_tengah": "simbol mulai hanya untuk langkah pertama",
    "selesai_di_tengah": "simbol selesai hanya untuk langkah terakhir",
    "tak_tercapai": "langkah ini tidak pernah tercapai dari langkah pertama",
    "tak_berujung": "dari langkah ini langkah terakhir tidak pernah tercapai",
}

SISI: Mapping[Sisi, str] = {Sisi.DALAM: "Di kantor", Sisi.LUAR: "Pihak luar"}
SATUAN: Mapping[SatuanWaktu, str] = {satuan: satuan.value for satuan in SatuanWaktu}
BASIS: Mapping[Basis, str] = {Basis.KERJA: "Waktu kerja", Basis.KALENDER: "Waktu kalender"}
MENGHITUNG: Mapping[Menghitung, str] = {hitung: hitung.value for hitung in Menghitung}
PER: Mapping[Per, str] = {
    Per.KEGIATAN: "Sekali untuk kegiatan",
    Per.DESA: "Per desa/kelurahan",
    Per.USULAN: "Per orang",
    Per.TAHAP: "Per tahap",
}
SIMBOL: Mapping[Simbol, str] = {
    Simbol.MULAI: "Mulai",
    Simbol.PROSES: "Proses",
    Simbol.KEPUTUSAN: "Keputusan",
    Simbol.SELESAI: "Selesai",
}
AKSI: Mapping[Aksi, str] = {
    Aksi.IMPOR_USULAN: "Impor usulan",
    Aksi.VERIFIKASI: "Verifikasi",
    Aksi.PENETAPAN: "Penetapan SK",
    Aksi.PENUNJUKAN_VENDOR: "Penunjukan vendor",
    Aksi.PERJANJIAN: "Perjanjian",
    Aksi.PENCAIRAN: "Pencairan",
    Aksi.PENYALURAN: "Penyaluran",
    Aksi.LAPORAN: "Laporan",
    Aksi.MONEV: "Monitoring dan evaluasi",
    Aksi.SOSIALISASI: "Sosialisasi",
    Aksi.LOKET: "Penerimaan di loket",
    Aksi.PERIKSA_BERKAS: "Pemeriksaan berkas",
    Aksi.GABUNG_TRIWULAN: "Pengumpulan triwulan",
    Aksi.HASIL_SIKS: "Hasil SIKS-NG",
    Aksi.KEMBALIKAN_DESA: "Pengembalian ke desa",
    Aksi.PARAF: "Paraf",
    Aksi.CATAT_DOKUMEN: "Pencatatan dokumen",
    Aksi.REKONSILIASI_BNBA: "Pencocokan BNBA baru",
    Aksi.SURAT_MASUK: "Surat masuk",
    Aksi.DISPOSISI: "Disposisi",
    Aksi.IMPOR_PENERIMA: "Impor daftar penerima",
    Aksi.SPT_JADWAL: "Surat tugas dan jadwal",
}


def sebab_rusak(kode: str, /, **fakta: Any) -> str:
    """Say why a definition cannot be used, as the end of a sentence."""
    return SEBAB_RUSAK[kode].format(**fakta)
