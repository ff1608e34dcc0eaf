"""Sentences about SOPs, the run of a kegiatan through one, and the DTKS counter."""

from collections.abc import Mapping

# SOP definitions and the run of a kegiatan.
SOP: Mapping[str, str] = {
    "sop_tak_dikenal": ("SOP {kode} tidak dikenal. Yang ada: {pilihan}. Pilih salah satunya; belum ada yang dibuat."),
    "sop_rusak": (
        "Berkas SOP {berkas} tidak dapat dipakai, di {letak}: {sebab}. "
        "Perbaiki berkasnya lalu muat lagi; SOP yang lama masih berlaku."
    ),
    "sop_belum_layak": ("SOP {nama} belum dapat disimpan. {masalah} Perbaiki dahulu; versi yang lama masih berlaku."),
    "sop_berkas_berubah": (
        "Isi berkas SOP {berkas} tidak cocok dengan sidiknya: rusak di jalan atau diubah di luar Salur. "
        "Minta berkasnya lagi dari pengirim; SOP yang lama masih berlaku."
    ),
    "sop_berkas_besar": "Berkas {berkas} terlalu besar untuk sebuah SOP. Pilih berkas SOP; tidak ada yang berubah.",
    "sop_versi_tak_dikenal": "Versi {versi} SOP {nama} tidak ada. Pilih dari daftar versi; tidak ada yang berubah.",
    "sop_bawaan_tetap": (
        "Versi bawaan SOP {nama} selalu ditawarkan. Simpan versi kantor bila ingin menggantinya; "
        "tidak ada yang berubah."
    ),
    "sop_versi_ditarik": "Versi {versi} SOP {nama} sudah ditarik sebelumnya; tidak ada yang berubah.",
    "sop_versi_ditawarkan": "Versi {versi} SOP {nama} masih ditawarkan; tidak ada yang berubah.",
    "sop_tidak_berubah": "SOP {nama} sama dengan versi terakhirnya, jadi tidak ada versi baru yang disimpan.",
    "salinan_sop_berubah": (
        "Salinan SOP milik kegiatan {nama} tidak cocok lagi dengan sidiknya, sehingga kegiatan ini tidak dijalankan. "
        "Jalankan pemeriksaan data atau pulihkan dari cadangan; tidak ada yang diubah."
    ),
    "langkah_tak_dikenal": "Langkah itu tidak ada dalam kegiatan ini. Muat ulang halaman; tidak ada yang berubah.",
    "langkah_tak_disebut": (
        "Langkah {langkah} tidak ada dalam kegiatan {nama}. Sebutkan langkah 1 sampai {akhir}; tidak ada yang berubah."
    ),
    "langkah_mulai_salah": "Langkah awal harus antara 1 dan {akhir}. Pilih lagi; kegiatan belum dibuat.",
    "langkah_putaran_lama": (
        "Langkah {langkah} sudah mempunyai putaran yang lebih baru. Buka putaran terbarunya; tidak ada yang berubah."
    ),
    "langkah_sudah_berjalan": "Langkah {langkah} sudah berjalan. Lanjutkan pekerjaannya; tidak ada yang berubah.",
    "aturan_salah": (
        "Aturan “{aturan:apa_adanya}” tidak dikenal atau isinya tidak dapat dibaca. "
        "Cetak aturan yang ada sebagai contoh lalu perbaiki; belum ada yang diubah."
    ),
    "aturan_rusak": "Berkas {berkas} bukan JSON berisi aturan. Perbaiki berkasnya; belum ada yang diubah.",
    "kertas_langkah_ditutup": (
        "Langkah {langkah} sudah selesai dengan tanda tangan dan berkas yang ada waktu itu. "
        "Kembalikan langkahnya dahulu bila memang harus ditambah; pindaian yang menyusul tetap dapat dilampirkan."
    ),
    "pengumpulan_sudah_sk": (
        "{nama} sudah ditetapkan dengan SK {nomor}, sehingga pengumpulannya tidak dibuka lagi. "
        "Kembalikan ke langkah sesudah penggabungan; pemohon baru masuk triwulan berikutnya."
    ),
    "langkah_sudah_ditutup": (
        "Langkah {langkah} sudah ditutup. Bila ada yang perlu diperbaiki, kembalikan dari langkah sesudahnya; "
        "tidak ada yang berubah."
    ),
    "langkah_belum_mulai": "Langkah {langkah} belum dimulai. Mulai dahulu pekerjaannya; tidak ada yang berubah.",
    "langkah_belum_gilirannya": (
        "Langkah {langkah} belum dapat ditutup karena langkah {sebelum} belum selesai. "
        "Selesaikan langkah itu dahulu; pekerjaan yang sudah dicatat tetap tersimpan."
    ),
    "langkah_belum_lengkap": (
        "Langkah {langkah} belum dapat diselesaikan. {kurang} Lengkapi dahulu; yang sudah dicatat tetap tersimpan."
    ),
    "masukan_belum_ada": (
        "Pekerjaan langkah {langkah} belum dapat dimulai: {kurang}. Tunggu sampai ada; tidak ada yang berubah."
    ),
    "pemohon_masih_berjalan": (
        "Langkah {langkah} belum dapat ditutup karena masih ada pemohon yang berkasnya diproses. "
        "Selesaikan atau pindahkan mereka ke triwulan berikut; tidak ada yang berubah."
    ),
    "keputusan_belum_dipilih": "Langkah {langkah} menunggu keputusan ya atau tidak. Pilih salah satunya.",
    "keputusan_tidak_sesuai": (
        "Jawaban di langkah {langkah} tidak sesuai dengan data: menurut catatan jawabannya {seharusnya}. "
        "Periksa datanya dahulu; langkah belum ditutup."
    ),
    "keputusan_wajib_dijawab": (
        "Langkah {langkah} adalah keputusan, jadi tidak dapat dinyatakan tidak berlaku. Jawab ya atau tidak."
    ),
    "tidak_dapat_dikembalikan": (
        "Langkah {langkah} tidak dapat dikembalikan ke langkah {ke}. "
        "Pilih langkah sebelumnya yang sudah ditutup; tidak ada yang berubah."
    ),
    "bukan_pelaksana": (
        "Langkah {langkah} dikerjakan oleh {peran}, sedangkan akun ini tidak memegang peran itu. "
        "Minta pelaksananya mengerjakan; tidak ada yang berubah."
    ),
    "bukan_atasan": (
        "Hanya atasan pelaksana yang dapat melakukan ini pada langkah {langkah}. "
        "Minta atasan melakukannya dari akunnya sendiri; tidak ada yang berubah."
    ),
    "bukan_pemegang_paraf": (
        "Paraf {peran} hanya dapat diberikan dari akun pemegangnya. "
        "Bila sudah diparaf di atas kertas, catat sebagai pengesahan di atas kertas."
    ),
    "paraf_sudah_ada": "Paraf {peran} pada langkah {langkah} sudah tercatat; tidak ada yang berubah.",
    "peran_sop_tak_dikenal": "Peran itu tidak ada dalam SOP kegiatan ini. Pilih dari daftar; tidak ada yang berubah.",
    "dokumen_bukan_syarat": (
        "Dokumen itu tidak diminta untuk sasaran tersebut di langkah {langkah}. Pilih dari daftar kelengkapan; "
        "tidak ada yang berubah."
    ),
    "pilihan_dokumen_salah": ("Untuk {dokumen}, pilih salah satu: {pilihan}. Centang belum disimpan."),
    "posisi_berkas_tak_dikenal": "Catatan posisi berkas itu tidak ada. Muat ulang halaman; tidak ada yang berubah.",
    "posisi_berkas_kembali": "Berkas itu sudah tercatat kembali dari {pihak}; tidak ada yang berubah.",
    "posisi_tanggal_terbalik": (
        "Tanggal kembali atau diterima berkas dari {pihak} lebih awal daripada tanggal dikirim, {dikirim}. "
        "Perbaiki tanggalnya; belum ada yang disimpan."
    ),
    "pengesahan_tak_dikenal": "Catatan pengesahan itu tidak ada. Muat ulang halaman; tidak ada yang berubah.",
    "pengumpulan_ditutup": (
        "Pengumpulan pemohon {nama} sudah ditutup. Daftarkan pemohon ini pada triwulan berikutnya; belum disimpan."
    ),
    "bukan_per_pemohon": "SOP kegiatan {nama} tidak berjalan per pemohon. Pilih kegiatan lain; belum disimpan.",
    "jalur_sudah_ada": "Berkas pemohon ini sudah terdaftar dalam kegiatan; tidak ada yang berubah.",
    "jalur_tidak_ada": "Pemohon ini belum terdaftar di loket kegiatan ini. Daftarkan dahulu; tidak ada yang berubah.",
    "kegiatan_sudah_sk": (
        "SK kegiatan {nama} sudah sah, jadi nominal, barang, aturan, dan tahapnya terkunci. "
        "Buat SK perubahan bila perlu; tidak ada yang berubah."
    ),
    "belum_ada_pemohon": "Belum ada pemohon dalam {nama}, jadi pengumpulan belum dapat ditutup.",
    "kegiatan_nominal_salah": "Nominal, pagu, dan kuota harus lebih dari nol. Perbaiki; kegiatan belum dibuat.",
    "jenis_bantuan_wajib": "Pilih jenis bantuan kegiatan: {pilihan}. Kegiatan belum dibuat.",
    "jenis_bantuan_lain": "SOP ini tidak menyalurkan bantuan, jadi jenis bantuan dikosongkan. Kegiatan belum dibuat.",
    "tahap_ganda": "Nama tahap {nama} dipakai lebih dari sekali. Beri nama yang berbeda; kegiatan belum dibuat.",
    "tahun_salah": "Tahun {tahun:apa_adanya} tidak masuk akal. Perbaiki tahunnya; kegiatan belum dibuat.",
    "wilayah_di_luar_kantor": (
        "Wilayah {wilayah} berada di luar wilayah kantor. Pilih wilayah di dalamnya; belum ada yang disimpan."
    ),
    "target_salah": "Target waktu harus lebih dari nol. Perbaiki; target lama masih berlaku.",
}

# DTKS counter and SIKS-NG.
DTKS: Mapping[str, str] = {
    "pemohon_nik_salah": (
        "NIK atau No. KK {nama} belum benar: keduanya harus 16 angka, dan NIK wajib ada untuk SIKS-NG. "
        "Cocokkan dengan KTP dan Kartu Keluarga; pemohon belum disimpan."
    ),
    "pemohon_nik_orang_lain": (
        "NIK {nama} sudah tercatat atas nama {lain}. Cocokkan dengan KTP, atau betulkan data {lain} lebih dahulu; "
        "pemohon belum disimpan."
    ),
    "pemohon_sudah_terdaftar": (
        "{nama} sudah terdaftar pada triwulan ini dengan nomor register {nomor}. "
        "Buka pendaftaran itu bila ada berkas susulan; belum ada yang ditambahkan."
    ),
    "desa_di_luar_kantor": (
        "{desa} tidak termasuk wilayah kerja kantor ini. Pilih desa atau kelurahan dari daftar; pemohon belum disimpan."
    ),
    "triwulan_belum_ditutup": (
        "Pengumpulan pemohon {nama} belum ditutup, sehingga hasil SIKS-NG belum dapat dimasukkan. "
        "Tutup pengumpulan di langkah 3 lebih dahulu; belum ada yang diubah."
    ),
    "hasil_siks_terkunci": (
        "SK {nama} sudah sah, sehingga hasil SIKS-NG tidak dapat diubah lagi. "
        "Buat SK Perubahan bila memang perlu; data tidak berubah."
    ),
    "jawaban_sudah_pernah": (
        "Berkas {berkas} sudah pernah dimasukkan dan masih berlaku. "
        "Batalkan dahulu yang lama bila ingin mengulang; belum ada yang diubah."
    ),
    "jawaban_tanpa_kecocokan": (
        "Tidak seorang pun di berkas {berkas} cocok dengan pemohon {nama}. "
        "Periksa apakah berkas dan triwulannya benar; belum ada yang diubah."
    ),
    "impor_sudah_dibatalkan": "Berkas ini sudah dibatalkan sebelumnya. Belum ada yang diubah; muat ulang halamannya.",
    "desil_di_luar": "Batas desil {desil} tidak ada; isi angka 1 sampai 10, atau kosongkan. Belum ada yang disimpan.",
    "tidak_ada_perbaikan": (
        "Tidak ada baris kiriman {nama} yang masih perlu diperbaiki desa, sehingga suratnya belum diperlukan. "
        "Tidak ada yang berubah."
    ),
    "tidak_ada_penolakan": (
        "Pada {nama} tidak ada usulan yang ditolak SIKS-NG, jadi tidak ada yang perlu dikembalikan ke desa. "
        "Belum ada yang dicatat."
    ),
    "belum_ada_yang_dikirim": (
        "Belum ada pemohon {nama} yang diterima SIKS-NG atau ditetapkan, jadi BNBA belum dapat dicocokkan. "
        "Selesaikan langkah sebelumnya; belum ada yang disimpan."
    ),
}
