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
    "judul_di_luar_lembar": (
        "Baris {baris:apa_adanya} tidak ada di lembar {lembar}. "
        "Pilih baris yang memuat judul kolom; pembacaan sebelumnya masih berlaku."
    ),
    "pemetaan_tidak_ada": (
        "Pemetaan kolom {nama} tidak ada. Pilih dari daftar pemetaan, atau sebutkan berkasnya; tidak ada yang berubah."
    ),
    "pemetaan_sudah_ada": (
        "Sudah ada pemetaan kolom bernama {nama}. Pakai nama lain, atau setujui menggantinya; tidak ada yang berubah."
    ),
    "pemetaan_rusak": (
        "Berkas {nama} bukan pemetaan kolom dari Salur atau isinya rusak. Minta berkasnya lagi dari pengirim; "
        "tidak ada yang berubah."
    ),
    "pemetaan_baru": (
        "Pemetaan kolom {nama} dibuat dengan Salur yang lebih baru. Perbarui Salur, lalu coba lagi; "
        "tidak ada yang berubah."
    ),
    "pemetaan_tak_cocok": (
        "Tidak satu pun judul kolom dalam pemetaan {nama} ada di berkas ini. Pilih pemetaan lain atau tentukan "
        "sendiri kolomnya; tidak ada yang berubah."
    ),
    "berkas_bukan_formulir": (
        "Berkas {nama} bukan lembar verifikasi dari Salur: kolom ID USULAN dan HASIL tidak ditemukan. "
        "Pakai lembar yang diunduh dari halaman verifikasi; belum ada yang disimpan."
    ),
    "berkas_bukan_realisasi": (
        "Berkas {nama} bukan lembar realisasi dari Salur: kolom KODE TANDA TERIMA dan HASIL tidak ditemukan. "
        "Pakai lembar yang diunduh dari halaman penyaluran; belum ada yang disimpan."
    ),
    "berkas_bukan_rekening": (
        "Berkas {nama} tidak memuat daftar rekening: kolom nomor rekening bersama KODE SALUR atau NIK tidak ditemukan. "
        "Minta bank mengisi daftar yang dikirim; belum ada yang disimpan."
    ),
    "berkas_dua_rekening": (
        "Berkas {nama} mempunyai dua kolom nomor rekening, {satu} dan {dua}. Hapus yang tidak dipakai; "
        "belum ada yang disimpan."
    ),
    "berkas_terlalu_besar": (
        "Berkas {nama} terlalu besar untuk dibaca dengan aman. Sering kali sebabnya sel berisi yang jauh di luar tabel "
        "atau gambar: salin tabelnya saja ke berkas baru, lalu pilih lagi; belum ada yang disimpan."
    ),
    "berkas_format_tak_dikenal": (
        "Berkas {nama} bukan lembar kerja yang dikenal. Yang dapat dibaca: xlsx, xls, xlsb, ods, csv; "
        "belum ada yang disimpan."
    ),
    "berkas_sudah_pernah": "Isi berkas {nama} sudah {keterangan}; tidak disimpan dua kali.",
    "impor_kosong": (
        "Tidak ada baris orang yang dapat disimpan. Periksa berkas dan lembar yang dipakai; belum ada yang disimpan."
    ),
    "impor_berubah": (
        "Data Salur berubah sejak berkas diperiksa, sehingga hasil pemeriksaannya kini lain. "
        "Lihat lagi hasilnya, lalu simpan; belum ada yang disimpan."
    ),
    "impor_tidak_ada": "Impor itu tidak ada atau dari jenis lain. Pilih dari daftar impor; tidak ada yang berubah.",
    "impor_sudah_batal": "Impor itu sudah dibatalkan sebelumnya; tidak ada yang berubah.",
    "impor_dipakai": (
        "Impor tidak dapat dibatalkan karena sudah dipakai: {halangan}. Batalkan dahulu pekerjaan itu; "
        "tidak ada yang berubah."
    ),
    "acuan_kosong": (
        "Tidak ada baris yang dapat diambil dari daftar itu. Lihat sebabnya pada baris yang dilewati, lalu pilih "
        "berkas lain; belum ada yang disimpan."
    ),
    "acuan_tidak_ada": "Daftar acuan itu tidak ada. Muat ulang halamannya lalu pilih lagi; tidak ada yang berubah.",
    "acuan_sudah_ditarik": "Daftar acuan itu sudah ditarik sebelumnya; tidak ada yang berubah.",
    "berkas_asli_hilang": (
        "Berkas asli impor itu tidak tersimpan. Pilih impor lain dari daftar; tidak ada yang berubah."
    ),
    "kolom_tidak_ada": "Daftar ini tidak punya kolom {bidang}. Tentukan kolomnya dahulu; belum ada yang disimpan.",
    "lembar_tidak_ada": "Lembar {lembar} tidak berisi daftar orang. Pilih lembar lain; belum ada yang disimpan.",
    "berkas_terlalu_banyak": (
        "Yang dipilih berisi lebih dari {batas} lembar sebar, batas sekali impor. Pilih folder yang lebih kecil, "
        "misalnya satu kecamatan; belum ada yang dibaca."
    ),
    "berkas_terlalu_berat": (
        "Berkas yang dipilih berjumlah {besar}; sekali impor paling besar {batas}. Pilih sebagian dahulu; "
        "belum ada yang dibaca."
    ),
    "folder_terlalu_luas": (
        "Folder {nama} berisi lebih dari {batas} berkas. Pilih folder yang berisi daftar dari desa saja; "
        "belum ada yang dibaca."
    ),
    "berkas_tak_terbaca": (
        "Berkas {nama} tidak dapat dibuka: sudah dipindah, dihapus, atau sedang dipakai program lain. "
        "Periksa lalu pilih lagi; belum ada yang disimpan."
    ),
}

# Verification, decree, eligibility.
VERIFIKASI: Mapping[str, str] = {
    "kegiatan_tidak_ada": (
        "Kegiatan itu tidak ada di kantor ini. Muat ulang daftar kegiatan lalu pilih lagi; data tidak berubah."
    ),
    "kegiatan_ditutup": (
        "Kegiatan {nama} berstatus {status}, sehingga datanya tidak dapat diubah lagi. Belum ada yang disimpan."
    ),
    "tahap_tidak_ada": "Tahap itu tidak ada dalam kegiatan ini. Pilih tahap dari daftarnya; belum ada yang disimpan.",
    "tanggal_mendahului": (
        "Isian {bidang:kata} berisi {tanggal}, lebih awal daripada {sebutan} ({hari}). Perbaiki tanggalnya; "
        "bila di kertas memang begitu, simpan lagi dengan alasannya. Belum ada yang disimpan."
    ),
    "tanggal_di_depan": (
        "Isian {bidang:kata} berisi {tanggal}, padahal hari itu belum tiba. "
        "Perbaiki tanggalnya; belum ada yang disimpan."
    ),
    "orang_tidak_ada": "Data orang itu tidak ada, mungkin sudah digabung. Cari lagi namanya; tidak ada yang berubah.",
    "pasangan_tidak_ada": (
        "Pasangan itu sudah diputuskan, atau impornya dibatalkan. Buka lagi daftarnya; tidak ada yang berubah."
    ),
    "usulan_tidak_ada": (
        "Usulan itu tidak ada dalam kegiatan ini. Muat ulang daftarnya lalu ulangi; belum ada yang diubah."
    ),
    "usulan_tidak_ditarik": (
        "Di antara usulan yang dipilih ada yang tidak sedang ditarik. Pilih yang berstatus ditarik saja; "
        "tidak ada yang berubah."
    ),
    "pemohon_sudah_lepas": (
        "{jumlah} pemohon sudah dilepas dari loket, sehingga tidak dikembalikan dari sini. Daftarkan lagi di loket; "
        "tidak ada yang berubah."
    ),
    "usulan_sudah_lagi": (
        "{nama} sudah diusulkan lagi dalam kegiatan ini, sehingga usulan lamanya tidak dikembalikan. "
        "Tidak ada yang berubah."
    ),
    "usulan_sudah_lain": (
        "{jumlah} usulan yang dipilih berstatus {status}, sehingga tidak perlu atau tidak dapat ditarik. "
        "Keluarkan dari pilihan lalu ulangi; belum ada yang disimpan."
    ),
    "usulan_beda_kegiatan": (
        "Usulan yang dipilih berasal dari beberapa kegiatan. Putuskan satu kegiatan demi satu; belum ada yang disimpan."
    ),
    "usulan_tidak_aktif": (
        "{jumlah} usulan yang dipilih berstatus {status}, sehingga tidak dapat diputuskan. "
        "Keluarkan dari pilihan lalu ulangi; belum ada yang disimpan."
    ),
    "penetapan_belum_sah": (
        "SK penetapan penerima belum dicatat, sehingga langkah ini belum dapat dikerjakan. "
        "Catat nomor dan tanggal SK lebih dahulu; belum ada yang disimpan."
    ),
    "daftar_terkunci": (
        "{jumlah} orang yang dipilih sudah tercantum dalam SK, sehingga putusannya terkunci. "
        "Perubahan penerima hanya lewat SK Perubahan; belum ada yang disimpan."
    ),
    "alasan_putusan_kosong": (
        "Putusan tidak layak memerlukan alasan. Pilih alasan dari daftar atau tulis sendiri; belum ada yang disimpan."
    ),
    "alasan_tak_dikenal": (
        "Alasan {alasan:kata} tidak ada dalam daftar. Pilih dari daftar atau tambahkan di Pengaturan; "
        "belum ada yang disimpan."
    ),
    "alasan_sudah_ada": "Alasan {alasan} sudah ada dalam daftar, jadi tidak ditambahkan lagi.",
    "hasil_bertentangan": (
        "Hasil {baru} bertentangan dengan putusan {lama} yang sudah tercatat. "
        "Putusan lama tetap berlaku; ganti hanya bila memang berubah."
    ),
    "hasil_tak_terbaca": (
        "Hasil “{tertulis}” tidak terbaca sebagai layak atau tidak layak. Perbaiki di berkas lalu ambil lagi; "
        "baris ini belum disimpan."
    ),
    "tanggal_tak_terbaca": (
        "Tanggal “{tertulis}” tidak terbaca. Tulis seperti 27/02/2026 lalu ambil lagi; baris ini belum disimpan."
    ),
    "penetapan_tidak_ada": (
        "Daftar penetapan itu tidak ditemukan. Muat ulang halamannya lalu pilih lagi; data tidak berubah."
    ),
    "penetapan_sudah_sah": (
        "Penerima kegiatan ini sudah ditetapkan dengan SK {nomor}. Perubahan dibuat lewat SK Perubahan; "
        "daftar yang ada tidak berubah."
    ),
    "penetapan_belum_disusun": (
        "Daftar penerima belum disusun, sehingga SK belum dapat dicatat. Susun daftarnya lebih dahulu; "
        "belum ada yang disimpan."
    ),
    "tidak_ada_yang_layak": (
        "Belum ada orang layak yang dapat masuk daftar penerima. Selesaikan verifikasi dan lengkapi NIK-nya; "
        "belum ada yang disimpan."
    ),
    "tidak_ada_yang_baru": (
        "Daftar dari dinas sudah diterima seluruhnya, tidak ada penerima baru. Impor berkas susulan lebih dahulu; "
        "daftar yang ada tidak berubah."
    ),
    "tahap_belum_ada": (
        "Kegiatan ini belum punya tahap penyaluran, sehingga SK belum dapat dicatat. "
        "Tambahkan sedikitnya satu tahap; belum ada yang disimpan."
    ),
    "draf_berubah": (
        "{jumlah} orang dalam draf sekarang tidak berstatus layak lagi. Susun ulang daftarnya agar sama dengan "
        "lampiran SK; SK belum dicatat."
    ),
    "penerima_tidak_ada": (
        "Penerima itu tidak tercantum dalam SK yang berlaku. Muat ulang daftarnya lalu pilih lagi; "
        "belum ada yang disimpan."
    ),
    "usulan_belum_layak": (
        "{jumlah} usulan yang hendak ditambahkan belum diputuskan layak. Putuskan lebih dahulu lewat verifikasi; "
        "belum ada yang disimpan."
    ),
    "nik_wajib": (
        "{nama} belum punya NIK, sehingga tidak dapat masuk SK. Lengkapi NIK-nya atau sebutkan surat pengecualiannya; "
        "belum ada yang disimpan."
    ),
    "nomor_sk_sama": "Nomor SK {nomor} juga dipakai kegiatan lain. SK tetap dicatat; periksa nomornya.",
    "kuota_lewat": "Penerima {orang} orang, melebihi kuota {kuota} orang. SK tetap dicatat; periksa kuotanya.",
    "pagu_lewat": "Jumlah bantuan {nominal:rp} melebihi pagu {pagu:rp}. SK tetap dicatat; periksa pagunya.",
    "layak_tidak_masuk": ("{jumlah} orang layak tidak masuk SK ini. Mereka menunggu SK Perubahan; SK tetap dicatat."),
    "masih_belum_diputuskan": (
        "{jumlah} usulan belum diputuskan layak atau tidak layak ketika SK dicatat. SK tetap dicatat."
    ),
}
