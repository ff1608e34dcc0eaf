"""Sentences about the store itself: opening, locking, disk, backup, accounts and roles."""

from collections.abc import Mapping

# Opening, locking and keeping the store (db/).
TOKO: Mapping[str, str] = {
    "toko_tidak_ada": (
        "Belum ada data Salur di folder {folder}. Periksa letaknya, atau siapkan kantor baru; belum ada yang dibuat."
    ),
    "toko_sudah_ada": (
        "Folder {folder} sudah berisi data Salur, jadi tidak ditimpa. "
        "Buka data itu, atau pilih folder kosong untuk kantor baru."
    ),
    "toko_terbuka": (
        "Salur sedang terbuka dan memakai data di {folder}. Tutup dahulu jendela Salur yang lain, lalu ulangi; "
        "data tidak berubah."
    ),
    "toko_sibuk": (
        "Data sedang dipakai pekerjaan lain terlalu lama, sehingga yang ini tidak jadi disimpan. "
        "Tunggu sebentar lalu ulangi; data yang sudah tersimpan tetap utuh."
    ),
    "toko_hanya_baca": (
        "Salur tidak boleh menulis ke folder datanya, sehingga belum ada yang disimpan. "
        "Periksa izin folder atau kunci tulis diska, lalu ulangi; data yang sudah tersimpan tetap utuh."
    ),
    "toko_rusak": (
        "Data Salur tidak dapat dibaca: berkasnya rusak atau bukan milik Salur. Jangan hapus apa pun; "
        "pulihkan dari cadangan terakhir, berkas yang sekarang tetap disimpan."
    ),
    "toko_lebih_baru": (
        "Data ini dibuat oleh Salur yang lebih baru ({versi:apa_adanya}). "
        "Pasang Salur terbaru untuk membukanya; data tidak berubah."
    ),
    "sqlite_lama": (
        "Pustaka basis data di komputer ini terlalu lama ({versi:apa_adanya}) untuk menjaga data dengan aman. "
        "Pasang ulang Salur; data tidak disentuh."
    ),
    "kunci_rusak": (
        "Berkas kunci di folder {folder} rusak atau hilang, sehingga data tidak dapat dibuka. Jangan hapus apa pun; "
        "pulihkan dari cadangan terakhir, data yang sekarang tetap utuh."
    ),
    "disk_penuh": (
        "Diska penuh, sehingga pekerjaan ini tidak jadi disimpan. Kosongkan ruang lalu ulangi; "
        "data yang sudah tersimpan tetap utuh."
    ),
    "disk_bermasalah": (
        "Diska tidak menjawab saat membaca atau menulis, sehingga pekerjaan ini tidak jadi disimpan. "
        "Periksa diska, lalu buat cadangan ke tempat lain; data yang sudah tersimpan tidak diubah."
    ),
    "tidak_bisa_menulis": (
        "{berkas} tidak dapat ditulis. Tutup bila sedang terbuka di program lain, atau pilih folder lain, lalu ulangi; "
        "data Salur tidak berubah."
    ),
    "diubah_orang_lain": (
        "Data ini baru saja diubah di tempat lain, sehingga perubahan Anda belum disimpan. "
        "Muat ulang halaman, lihat isinya, lalu ulangi; perubahan yang lebih dahulu tetap ada."
    ),
    "data_sudah_tidak_ada": (
        "Data yang diminta sudah tidak ada, mungkin baru saja dibatalkan. "
        "Muat ulang halaman lalu ulangi dari daftarnya; data lain tidak berubah."
    ),
    "lampiran_terlalu_besar": (
        "{berkas} lebih besar dari {batas_mb} MB, jadi tidak disimpan. "
        "Perkecil ukurannya (misalnya pindai dengan mutu lebih rendah), lalu ulangi; data lain tidak berubah."
    ),
    "lampiran_hilang": (
        "Lampiran {berkas} tidak ada lagi di folder data. "
        "Catatannya tetap ada; pulihkan dari cadangan atau lampirkan ulang."
    ),
    "lampiran_rusak": (
        "Lampiran {berkas} rusak dan tidak dapat dibuka. "
        "Catatannya tetap ada; pulihkan dari cadangan atau lampirkan ulang."
    ),
    "cadangan_di_dalam_data": (
        "Cadangan tidak boleh menimpa {berkas} di folder data Salur sendiri. "
        "Pilih folder lain, sebaiknya di diska luar; data tidak berubah."
    ),
    "cadangan_tidak_sahih": (
        "Salinan basis data tidak lolos pemeriksaan, jadi tidak dipakai. Data yang ada tidak berubah. "
        "Ulangi ke diska lain; bila terjadi lagi, jalankan pemeriksaan data."
    ),
    "cadangan_tidak_ada": "Berkas cadangan {berkas} tidak ditemukan. Periksa nama dan foldernya; data tidak berubah.",
    "cadangan_bagian": (
        "{berkas} bagian penyaluran untuk laptop lain, bukan cadangan. Buka dengan perintah Buka bagian penyaluran; "
        "data tidak berubah."
    ),
    "bukan_bagian": (
        "{berkas} bukan bagian penyaluran. Pilih berkas yang dibuat dengan perintah Bawa ke laptop lain; "
        "data tidak berubah."
    ),
    "gambar_rusak": "Gambar {berkas} rusak atau terpotong. Ambil atau salin lagi gambarnya; belum ada yang disimpan.",
    "gambar_terlalu_besar": (
        "Gambar {berkas} terlalu besar untuk dibuka dengan aman. Kecilkan dahulu gambarnya; belum ada yang disimpan."
    ),
    "folder_sudah_ada": "Folder {folder} sudah ada. Pilih nama lain; yang ada tidak disentuh.",
    "berkas_tidak_ada": "Berkas {berkas} tidak ada atau tidak dapat dibuka. Periksa tempatnya; tidak ada yang berubah.",
    "bukan_cadangan": (
        "{berkas} bukan cadangan Salur. Pilih berkas yang dibuat dengan perintah Cadangkan; data tidak berubah."
    ),
    "cadangan_rusak": (
        "Cadangan {berkas} rusak atau terpotong, sehingga tidak dipakai. "
        "Data yang ada tidak berubah; pakai cadangan lain."
    ),
    "cadangan_lebih_baru": (
        "Cadangan {berkas} dibuat oleh Salur yang lebih baru. Pasang Salur terbaru lebih dahulu; data tidak berubah."
    ),
}

# Accounts, roles, sessions.
AKSES: Mapping[str, str] = {
    "sandi_salah": (
        "Nama pengguna atau kata sandi tidak cocok. Periksa huruf besar dan kecil, lalu coba lagi; data tidak berubah."
    ),
    "kunci_pemulihan_salah_ketik": (
        "Kunci pemulihan salah ketik di salah satu bagiannya. Cocokkan lagi dengan kertasnya; data tidak berubah."
    ),
    "kunci_pemulihan_salah": (
        "Kunci pemulihan ini bukan untuk data yang hendak dibuka. Cari kertas yang benar; data tidak berubah."
    ),
    "akun_tidak_ada": (
        "Tidak ada akun dengan nama pengguna {nama}. Periksa ejaannya, lalu coba lagi; sandi belum diganti."
    ),
    "akun_nonaktif": (
        "Akun ini sudah dinonaktifkan. Minta Administrator mengaktifkannya bila masih diperlukan; data tidak berubah."
    ),
    "nama_pengguna_dipakai": ("Nama pengguna {nama} sudah dipakai akun lain. Pilih nama lain; akun baru belum dibuat."),
    "nama_pengguna_salah": (
        "Nama pengguna {nama} tidak dapat dipakai: isi 3 sampai 32 huruf, angka, titik, atau garis bawah. "
        "Belum ada yang disimpan."
    ),
    "sandi_lemah": (
        "Kata sandi terlalu mudah ditebak: pakai sedikitnya {minimum} huruf dan jangan mengulang huruf yang sama. "
        "Kata sandi lama masih berlaku."
    ),
    "administrator_terakhir": (
        "Akun ini satu-satunya Administrator yang masih aktif, jadi perannya tidak dapat dilepas. "
        "Tunjuk Administrator lain lebih dahulu; akun ini tidak berubah."
    ),
    "tidak_berwenang": (
        "Akun Anda tidak berwenang melakukan ini, jadi belum ada yang diubah. "
        "Minta akun yang berwenang melakukannya, atau minta Administrator menambah peran."
    ),
}
