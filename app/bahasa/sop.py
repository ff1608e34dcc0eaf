"""Words of the SOP room: what is wrong in a definition, what holds a step up, how long is left."""

from collections.abc import Mapping
from typing import Any

from app.bahasa.galat import isi
from app.sop.definisi import Aksi, Basis, Fakta, Menghitung, Per, SatuanWaktu, Simbol, Sisi

# Causes of KnownError `sop_rusak`; they end a sentence, so no capital and no full stop.
SEBAB_RUSAK: Mapping[str, str] = {
    "bukan_utf8": "berkas bukan teks UTF-8",
    "bukan_json": "susunannya bukan JSON yang benar",
    "bukan_sop": "isinya bukan SOP",
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
    "tanpa_nama": "nama SOP belum diisi",
    "kotak_terlalu_panjang": "daftar pada kotak identitas tidak muat dalam satu halaman lembar SOP, jadi ringkaslah",
    "langkah_terlalu_panjang": "ada teks yang tidak muat pada lembar SOP, jadi ringkaslah",
    "terlalu_banyak_langkah": "paling banyak {batas} langkah dalam satu SOP",
    "peran_tanpa_nama": "ada peran yang belum diberi nama",
    "peran_tanpa_pekerja": "peran “{peran}” tidak dipasangkan dengan peran akun yang mengerjakan langkah",
    "tanpa_kolom_peran": "setidaknya satu peran harus mempunyai kolom pada lembar SOP",
    "langkah_tanpa_nama": "nama singkat dan uraian kegiatannya harus diisi",
    "loket_hanya_dtks": "penerimaan di loket dan pemeriksaan berkas hanya dapat dipakai dalam SOP DTKS",
    "per_usulan_salah": "hanya penerimaan di loket dan pemeriksaan berkas yang berjalan per pemohon",
    "dua_macam_daftar": "impor usulan dan impor daftar penerima tidak dapat dipakai dalam satu SOP",
    "tanpa_jenis_bantuan": "bentuk bantuannya belum dipilih di bagian Identitas",
    "keputusan_tidak_berlaku": "langkah keputusan harus berlaku untuk semua bentuk bantuan",
    "keputusan_terakhir": "langkah terakhir tidak dapat berupa keputusan, karena sesudahnya tidak ada langkah lagi",
    "cabang_tanpa_tanya": "pertanyaannya belum diisi",
    "cabang_data_kembali": (
        "jawaban yang ditentukan data tidak dapat kembali ke langkah sebelumnya, karena akan terus berulang"
    ),
    "cabang_data_belum_ada": "data yang menjawabnya belum dicatat oleh langkah ini atau langkah sebelumnya",
    "kerja_belum_ada": "sebelum langkah ini harus selalu ada langkah {perlu}{untuk}",
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


ALASAN_JENIS = "Tidak diperlukan untuk bantuan {jenis}"


# Why a step cannot be finished (`app.sop.syarat.Halangan`); whole sentences, shown beside the button.
HALANGAN: Mapping[str, str] = {
    "belum_ada_usulan": "Belum ada usulan yang masuk.",
    "desa_belum_mengirim": "{jumlah} desa/kelurahan belum mengirim usulan.",
    "usulan_perlu_diperiksa": "{jumlah} usulan masih perlu diperiksa datanya.",
    "usulan_belum_diputuskan": "{jumlah} usulan belum diputuskan layak atau tidak layak.",
    "belum_ada_penerima": "Daftar penerima belum diimpor.",
    "daftar_belum_diterima": "Daftar dari dinas belum dijadikan daftar penerima.",
    "sk_belum_dicatat": "Nomor dan tanggal SK belum dicatat.",
    "sk_perubahan_masih_draf": "SK perubahan masih berupa draf.",
    "vendor_belum_dicatat": "Vendor dan surat penunjukannya belum dicatat.",
    "perjanjian_belum_dicatat": "MOU atau kesepakatan belum dicatat.",
    "tahap_belum_cair": "SP2D {tahap} belum dicatat.",
    "selisih_belum_dijelaskan": "SP2D {tahap} berbeda {selisih:rp} dari jumlah penerima dan belum dijelaskan.",
    "belum_ada_alokasi": "Belum ada penerima yang akan disalurkan.",
    "penerima_tanpa_hasil": "{jumlah} penerima belum ada hasil penyalurannya.",
    "barang_tanpa_hasil": "{jumlah} barang belum ada hasil serah terimanya.",
    "penerima_masih_belum": "{jumlah} penerima belum menerima seluruh bantuannya.",
    "laporan_belum_disimpan": "Laporan hasil kegiatan belum disimpan.",
    "belum_ada_kunjungan": "Belum ada kunjungan monev yang dicatat.",
    "laporan_monev_belum_disimpan": "Laporan monev belum disimpan.",
    "sosialisasi_belum_dicatat": "Pertemuan sosialisasi dan kehadirannya belum dicatat.",
    "belum_ada_pemohon": "Belum ada pemohon yang datang.",
    "pemohon_tanpa_nomor": "Pemohon belum mendapat nomor buku register.",
    "pemohon_masih_berjalan": "{jumlah} pemohon belum selesai diproses.",
    "triwulan_belum_dikumpulkan": "Pengumpulan pemohon triwulan ini belum ditutup.",
    "hasil_siks_belum_ada": "Hasil SIKS-NG belum dimasukkan.",
    "usulan_tanpa_hasil_siks": "{jumlah} usulan belum ada hasil SIKS-NG-nya.",
    "pengembalian_belum_dikirim": "Surat pengembalian ke {jumlah} desa/kelurahan belum dicatat.",
    "bnba_baru_belum_ada": "BNBA baru belum diimpor.",
    "surat_belum_dicatat": "Surat masuk belum dicatat di buku agenda.",
    "disposisi_belum_dicatat": "Disposisi belum dicatat.",
    "spt_belum_ada": "Surat Perintah Tugas belum dibuat.",
    "jadwal_belum_ada": "Jadwal penyaluran belum disusun.",
    "langkah_sebelum": "Langkah {langkah} belum selesai.",
    "dokumen_kurang": "{nama} belum lengkap: kurang {jumlah} dari {diminta}.",
    "dokumen_belum_ada": "{nama} belum ada.",
    "dokumen_dianjurkan": "Dianjurkan: {nama} belum lengkap.",
    "paraf_kurang": "Paraf {peran} belum tercatat.",
    "paraf_dianjurkan": "Dianjurkan: paraf {peran} belum tercatat.",
    "hasil_belum_dicatat": "Hasil langkah ini ({hasil}) belum dicatat.",
    "pindaian_menyusul": "{jumlah} pengesahan di atas kertas belum ada pindaiannya.",
}

# What is missing before work may begin; ends a sentence.
MASUKAN: Mapping[Fakta, str] = {
    Fakta.USULAN: "belum ada usulan",
    Fakta.USULAN_LAYAK: "belum ada usulan yang layak",
    Fakta.PENETAPAN_SAH: "SK belum ditetapkan",
    Fakta.VENDOR: "vendor belum ditunjuk",
    Fakta.PERJANJIAN: "perjanjian belum ada",
    Fakta.PENCAIRAN: "belum ada pencairan",
    Fakta.PENERIMA: "belum ada penerima",
    Fakta.PENYALURAN: "penyaluran belum dimulai",
    Fakta.TRIWULAN_DIGABUNG: "pemohon triwulan ini belum dikumpulkan",
    Fakta.HASIL_SIKS: "hasil SIKS-NG belum ada",
    Fakta.DITOLAK_SISTEM: "belum ada usulan yang ditolak sistem",
    Fakta.SURAT_MASUK: "surat pemberitahuan belum dicatat",
    Fakta.DISPOSISI: "disposisi belum ada",
    Fakta.SPT: "Surat Perintah Tugas belum ada",
    Fakta.JADWAL: "jadwal belum ada",
    Fakta.LAPORAN: "laporan belum ada",
}

# What data can answer at a decision; ends "Dijawab oleh data: …".
FAKTA: Mapping[Fakta, str] = {
    Fakta.USULAN: "ada usulan",
    Fakta.USULAN_LAYAK: "ada usulan yang layak",
    Fakta.PENETAPAN_SAH: "SK sudah ditetapkan",
    Fakta.VENDOR: "vendor sudah ditunjuk",
    Fakta.PERJANJIAN: "perjanjian sudah ada",
    Fakta.PENCAIRAN: "sudah ada pencairan",
    Fakta.PENERIMA: "ada penerima",
    Fakta.PENYALURAN: "penyaluran sudah dimulai",
    Fakta.TRIWULAN_DIGABUNG: "pemohon triwulan ini sudah dikumpulkan",
    Fakta.HASIL_SIKS: "hasil SIKS-NG sudah ada",
    Fakta.DITOLAK_SISTEM: "ada usulan yang ditolak sistem",
    Fakta.SURAT_MASUK: "surat pemberitahuan sudah dicatat",
    Fakta.DISPOSISI: "disposisi sudah ada",
    Fakta.SPT: "Surat Perintah Tugas sudah ada",
    Fakta.JADWAL: "jadwal sudah ada",
    Fakta.LAPORAN: "laporan sudah ada",
}

# The recorded output of a step in one line, written by the program from what it counted.
HASIL: Mapping[str, str] = {
    "usulan": "{jumlah} usulan dari {desa} desa/kelurahan.",
    "verifikasi": "{layak} layak, {tidak} tidak layak.",
    "penetapan": "SK Nomor {nomor} tanggal {tanggal}, {jumlah} orang.",
    "perjanjian": "{mitra}, Nomor {nomor} tanggal {tanggal}.",
    "pencairan": "SP2D senilai {nilai:rp} untuk {tahap} tahap.",
    "penyaluran": "{tersalur} tersalur, {belum} belum, {gagal} tidak tersalur.",
    "dokumen": "Tersimpan {tanggal}.",
    "monev": "{jumlah} kunjungan; laporan tersimpan {tanggal}.",
    "sosialisasi": "{jumlah} pertemuan, terakhir {tanggal}.",
    "register": "Nomor register {nomor}.",
    "berkas": "Berkas diperiksa dan lengkap.",
    "triwulan": "{jumlah} pemohon dikumpulkan.",
    "siks": "{layak} diterima, {ditolak} ditolak sistem.",
    "pengembalian": "{jumlah} usulan dikembalikan ke {desa} desa/kelurahan.",
    "paraf": "Diparaf {nama}, {tanggal}.",
    "paraf_tidak_ada": "Tanpa paraf: peran ini tidak ada di kantor.",
    "surat": "Agenda {agenda}, surat dari {dari}.",
    "disposisi": "Disposisi kepada {kepada}, {tanggal}.",
    "spt": "SPT Nomor {nomor}; jadwal {desa} desa/kelurahan.",
    "impor": "Diimpor {tanggal}.",
}


def kalimat_halangan(kode: str, fakta: Mapping[str, Any]) -> str:
    """Say what holds a step up, in one sentence."""
    return isi(HALANGAN[kode], fakta)


def kalimat_hasil(kode: str, fakta: Mapping[str, Any]) -> str:
    """Write the recorded output of a step."""
    return isi(HASIL[kode], fakta)
