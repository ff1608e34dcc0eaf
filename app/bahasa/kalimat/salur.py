"""Sentences about money, hand-over and monev, and about letters, attachments and printed papers."""

from collections.abc import Mapping

# Agreements, payment, hand-over, visits.
SALUR: Mapping[str, str] = {
    "sudah_menerima": (
        "{nama} sudah menerima ({hasil}) pada {tanggal} di {tempat}, dicatat {pencatatan} oleh {petugas}. "
        "Penyerahan kedua ditolak; batalkan dahulu catatan itu bila memang salah."
    ),
    "delegasi_tidak_ada": (
        "SK kegiatan {nama} tidak mendelegasikan penggantian penerima, jadi perubahan ini memerlukan SK Perubahan. "
        "Catat nomor SK Perubahannya; daftar yang berlaku tidak berubah."
    ),
    "berita_acara_bukan_sk": (
        "{nomor} adalah berita acara, sedangkan penggantian penerima memerlukan SK Perubahan atau delegasi dalam SK. "
        "Catat SK Perubahannya, atau sebut bahwa perubahan ini menurut delegasi; daftar yang berlaku tidak berubah."
    ),
    "belum_tercatat_meninggal": (
        "{nama} belum tercatat meninggal, jadi bantuannya tidak diserahkan kepada ahli waris. "
        "Catat dahulu hasil Meninggal, lalu ulangi; belum ada yang dicatat."
    ),
    "ahli_waris_tidak_boleh": (
        "Menurut aturan kegiatan {nama}, hak penerima yang meninggal dibatalkan, bukan diserahkan kepada ahli waris. "
        "Ganti lewat SK Perubahan; belum ada yang dicatat."
    ),
    "dana_sudah_masuk": (
        "Dana {nama} sudah masuk rekening pada {tanggal} ({sumber}), dicatat oleh {petugas}. "
        "Dana masuk kedua ditolak; batalkan dahulu catatan itu bila memang salah."
    ),
    "dana_dicatat_sendiri": (
        "Uang {nama} masuk lewat rekening, bukan diserahkan di meja. Catat dengan “Dana masuk”; "
        "di meja cukup buku tabungan atau kartunya. Belum ada yang dicatat."
    ),
    "dana_bukan_rekening": (
        "{nama} tidak menerima uang lewat rekening pada tahap ini, jadi tidak ada dana masuk yang dicatat. "
        "Catat hasil penyerahannya saja."
    ),
    "dana_kegiatan_bukan_rekening": (
        "Bantuan kegiatan {nama} tidak disalurkan lewat rekening atau kartu, jadi tidak ada dana masuk untuk dicatat. "
        "Catat hasil penyerahannya saja."
    ),
    "dana_beda": (
        "Dana masuk {nama} tertulis {tertulis:rp}, padahal haknya {seharusnya:rp}. Periksa rekening korannya; "
        "belum ada yang dicatat."
    ),
    "tercatat_meninggal": (
        "{nama} tercatat meninggal, sehingga bantuannya tidak dapat diserahkan. "
        "Batalkan dahulu catatan itu bila salah; penggantinya lewat SK Perubahan."
    ),
    "wakil_kurang": (
        "Penyerahan “{hasil}” memerlukan keterangan penerimanya; yang masih kosong: {kurang}. "
        "Lengkapi lalu simpan lagi; belum ada yang dicatat."
    ),
    "nik_wakil_salah": "NIK wakil harus 16 angka. Periksa pada KTP-nya, atau kosongkan; belum ada yang dicatat.",
    "saksi_kurang": (
        "Cap jempol memerlukan {perlu} saksi yang berbeda. Tulis nama saksi-saksinya; belum ada yang dicatat."
    ),
    "alasan_salur_kosong": (
        "Hasil “Lainnya” memerlukan alasan. Tulis alasannya dengan singkat; belum ada yang dicatat."
    ),
    "jumlah_tidak_sah": (
        "Jumlah {barang} yang diserahkan harus 1 atau lebih. Perbaiki jumlahnya; belum ada yang dicatat."
    ),
    "jumlah_melebihi_sisa": (
        "Sisa {barang} yang belum diterima tinggal {sisa} {satuan}. Perbaiki jumlahnya; belum ada yang dicatat."
    ),
    "pilih_barang": (
        "Penyerahan sebagian dicatat per barang. Pilih satu barang dan isi jumlahnya; belum ada yang dicatat."
    ),
    "barang_tidak_ada": (
        "Barang atau uang itu tidak termasuk jatah {nama}. Pilih dari daftarnya; belum ada yang dicatat."
    ),
    "alokasi_tidak_ada": (
        "Penerima itu tidak ada dalam daftar penyaluran kegiatan ini. Cari lagi namanya; belum ada yang dicatat."
    ),
    "alokasi_batal": (
        "Penerima itu sudah dikeluarkan oleh SK Perubahan, sehingga bantuannya tidak dapat diserahkan. "
        "Belum ada yang dicatat."
    ),
    "catatan_tidak_ada": (
        "Catatan penyaluran itu tidak ditemukan. Muat ulang daftarnya lalu pilih lagi; belum ada yang diubah."
    ),
    "catatan_sudah_batal": "Catatan penyaluran itu sudah dibatalkan sebelumnya. Tidak ada yang berubah.",
    "batalkan_terbaru_dulu": (
        "Sesudah catatan itu ada catatan yang lebih baru untuk barang yang sama. Batalkan yang terbaru lebih dahulu; "
        "belum ada yang diubah."
    ),
    "kode_salah_baca": (
        "Kode tanda terima tidak terbaca dengan benar. Pindai sekali lagi, atau ketik 4 angka akhir NIK; "
        "tidak ada yang berubah."
    ),
    "kode_tidak_dikenal": (
        "Kode itu bukan dari tanda terima yang dicetak di sini. Cari penerimanya dengan NIK atau nama; "
        "tidak ada yang berubah."
    ),
    "kode_lain": (
        "Tanda terima ini untuk {kegiatan}, {tahap}, bukan yang sedang disalurkan. "
        "Pilih kegiatan dan tahap yang benar; tidak ada yang berubah."
    ),
    "penerima_tak_ditemukan": (
        "Tidak ada penerima “{kata}” pada tahap ini. Periksa nomor tanda terima, NIK, atau namanya; "
        "belum ada yang dicatat."
    ),
    "penerima_tak_jelas": (
        "Kata “{kata}” cocok dengan beberapa penerima, antara lain {orang}. Sebutkan nomor tanda terimanya; "
        "belum ada yang dicatat."
    ),
    "mitra_sudah_ada": "Mitra {nama} sudah tercatat. Pilih dari daftarnya; belum ada yang disimpan.",
    "mitra_tidak_ada": "Mitra itu tidak ada dalam daftar kantor ini. Pilih dari daftarnya; belum ada yang disimpan.",
    "perjanjian_sudah_ada": (
        "{jenis} nomor {nomor} sudah tercatat dalam kegiatan ini. Periksa nomornya; belum ada yang disimpan."
    ),
    "perjanjian_sebelum_sk": (
        "Tanggal surat {tanggal} lebih awal daripada tanggal SK {sk}. Surat tetap dicatat; periksa tanggalnya."
    ),
    "nilai_tidak_sah": "Jumlah uang harus lebih dari nol. Perbaiki jumlahnya; belum ada yang disimpan.",
    "sp2d_sudah_ada": "SP2D nomor {nomor} sudah tercatat di kegiatan ini. Periksa nomornya; belum ada yang disimpan.",
    "pencairan_selisih": (
        "SP2D tahap ini {sp2d:rp}, sedangkan jatah penerimanya {alokasi:rp}; selisih {selisih:rp}. "
        "Tulis alasan selisihnya lalu simpan lagi; belum ada yang disimpan."
    ),
    "pencairan_tidak_ada": "SP2D itu tidak ditemukan. Muat ulang daftarnya lalu pilih lagi; belum ada yang diubah.",
    "setoran_tidak_ada": "STS itu tidak ditemukan. Muat ulang daftarnya lalu pilih lagi; belum ada yang diubah.",
    "setoran_melebihi_sisa": (
        "Setoran {nilai:rp} melebihi uang yang masih di bank atau bendahara, {masih:rp}. "
        "Periksa jumlahnya; belum ada yang disimpan."
    ),
    "jumlah_hadir_salah": "Jumlah yang hadir tidak boleh kurang dari nol. Perbaiki jumlahnya; belum ada yang disimpan.",
    "jadwal_tidak_ada": "Jadwal itu tidak ditemukan. Muat ulang daftarnya lalu pilih lagi; belum ada yang diubah.",
    "bagian_seluruhnya": (
        "Pilih desa atau nomor tanda terima yang dibawa laptop lain; yang lain tetap dilayani di sini. "
        "Belum ada yang disimpan."
    ),
    "nomor_bagian_salah": (
        "Nomor tanda terima {dari} sampai {sampai} bukan urutan yang benar. Isi nomor pertama lalu nomor terakhir; "
        "belum ada yang disimpan."
    ),
    "bagian_tidak_ada": (
        "Bagian penyaluran itu tidak ada dalam data kantor ini. Periksa berkasnya; tidak ada yang berubah."
    ),
    "dibawa_laptop_lain": (
        "{nama} dilayani di {bagian}, yang hasilnya belum digabungkan. Layani di sana, atau gabungkan hasilnya dahulu; "
        "belum ada yang dicatat."
    ),
    "di_luar_bagian": (
        "{nama} tidak termasuk bagian {bagian} yang dibawa laptop ini. Layani di laptop kantor; belum ada yang dicatat."
    ),
    "hanya_penyaluran": (
        "Laptop ini membawa satu bagian penyaluran, jadi hanya penyaluran dan cetakannya yang dapat dikerjakan. "
        "Kerjakan yang lain di laptop kantor; tidak ada yang berubah."
    ),
    "bukan_salinan": (
        "Data ini bukan bagian penyaluran yang dibawa dari laptop lain, jadi tidak ada hasil yang perlu dikirim. "
        "Kerjakan di laptop yang membawa bagiannya; tidak ada yang berubah."
    ),
    "bukan_hasil_bagian": (
        "{berkas} bukan berkas hasil dari laptop lain. Pilih berkas yang ditulis dengan perintah Tulis hasil; "
        "tidak ada yang berubah."
    ),
    "hasil_bagian_toko_lain": (
        "{berkas} berasal dari data kantor lain, jadi tidak dapat digabungkan di sini. Tidak ada yang berubah."
    ),
    "hasil_bagian_rusak": (
        "{berkas} rusak atau terpotong. Tulis lagi berkas hasilnya di laptop itu; tidak ada yang berubah."
    ),
    "hasil_bagian_lebih_baru": (
        "{berkas} ditulis oleh Salur yang lebih baru. Perbarui Salur di laptop ini; tidak ada yang berubah."
    ),
    "pengaduan_tidak_ada": "Pengaduan itu tidak ditemukan. Muat ulang lalu pilih lagi; belum ada yang diubah.",
    "batas_pengaduan_salah": (
        "Batas waktu {batas} lebih awal daripada tanggal pengaduan {tanggal}. Perbaiki tanggalnya; "
        "belum ada yang disimpan."
    ),
    "jawaban_sebelum_pengaduan": (
        "Tanggal jawaban {tanggal} lebih awal daripada tanggal pengaduan {pengaduan}. Perbaiki tanggalnya; "
        "belum ada yang disimpan."
    ),
    "pertemuan_tidak_ada": "Pertemuan itu tidak ditemukan. Muat ulang lalu pilih lagi; belum ada yang diubah.",
    "belum_ada_yang_menerima": (
        "Belum ada penerima yang tercatat menerima, sehingga sampel kunjungan belum dapat ditarik. "
        "Catat hasil penyaluran lebih dahulu; belum ada yang disimpan."
    ),
    "parameter_sampel_salah": (
        "Ukuran sampel tidak dapat dihitung. Pakai tingkat kepercayaan 90, 95, atau 99 persen, simpangan 1–50 persen, "
        "atau jumlah orang 1 atau lebih; belum ada yang disimpan."
    ),
    "sampel_tidak_ada": "Sampel itu tidak ditemukan. Muat ulang halamannya lalu pilih lagi; belum ada yang diubah.",
    "kunjungan_tanpa_temu": (
        "Penerima tidak ditemui, sehingga jawabannya tidak dapat diisi. Kosongkan jawabannya atau tandai ditemui; "
        "belum ada yang disimpan."
    ),
}

# Letters, register, attachments, printed papers.
DOKUMEN: Mapping[str, str] = {
    "dokumen_tak_dikenal": (
        "Dokumen {dokumen} tidak dikenal. Lihat daftar dokumen kegiatan ini lalu pilih salah satu; "
        "belum ada yang dicetak."
    ),
    "realisasi_bermasalah": (
        "Ada {jumlah} sel yang belum dapat diterima, pertama di {sel}. Perbaiki selnya lalu masukkan lagi; "
        "belum ada yang dicatat."
    ),
    "realisasi_kode_asing": (
        "Kode “{tertulis}” bukan kode tanda terima kegiatan ini. Salin kodenya dari lembar asli; "
        "belum ada yang dicatat."
    ),
    "realisasi_kode_ganda": ("Kode {nama} sudah ada di {sel}. Hapus salah satu barisnya; belum ada yang dicatat."),
    "realisasi_hasil_asing": (
        "Hasil “{tertulis}” tidak dikenal. Isi dengan Dibayar atau Gagal; belum ada yang dicatat."
    ),
    "realisasi_alasan_kosong": (
        "Pembayaran untuk {nama} gagal tanpa alasan. Isi kolom ALASAN; belum ada yang dicatat."
    ),
    "realisasi_nominal_beda": (
        "Nominal tertulis “{tertulis}”, seharusnya {seharusnya:rp}. Betulkan nominalnya atau tanyakan ke penyalur; "
        "belum ada yang dicatat."
    ),
    "realisasi_tanggal_salah": (
        "Tanggal “{tertulis}” tidak terbaca atau belum terjadi. Tulis seperti 05-03-2026; belum ada yang dicatat."
    ),
    "barang_tidak_dikenal": (
        "Barang {nama} dengan satuan {satuan} bukan barang kegiatan ini. Pilih dari daftar barang kegiatan; "
        "belum ada yang disimpan."
    ),
    "barang_jumlah_salah": ("Jumlah barang {nama} harus lebih dari nol. Betulkan jumlahnya; belum ada yang disimpan."),
    "bast_masuk_sudah_ada": (
        "Barang {nama} dari BAST nomor {nomor} sudah dicatat. Batalkan catatan yang lama bila keliru; "
        "belum ada yang disimpan."
    ),
    "barang_masuk_tidak_ada": (
        "Catatan barang masuk itu tidak ada atau sudah dibatalkan. Muat ulang lalu pilih lagi; belum ada yang diubah."
    ),
    "barang_lebih_diserahkan": (
        "Barang {nama} yang diserahkan {diserahkan} {satuan}, padahal yang tercatat diterima dari penyedia "
        "{diterima}. Periksa BAST penyedia; catatan penyerahan tetap tersimpan."
    ),
    "rekening_semua_punya": (
        "Semua penerima kegiatan {nama} sudah mempunyai rekening. Pilih semua penerima bila bank tetap memerlukan "
        "daftarnya; belum ada yang ditulis."
    ),
    "rekening_bermasalah": (
        "Ada {jumlah} sel yang belum dapat diterima, pertama di {sel}. Perbaiki selnya lalu masukkan lagi; "
        "belum ada yang dicatat."
    ),
    "rekening_setuju_asing": (
        "Sel {sel} tidak sedang menunggu persetujuan. Periksa berkasnya lagi lalu sebutkan selnya; "
        "belum ada yang dicatat."
    ),
    "rekening_kode_asing": (
        "Kode “{tertulis}” bukan kode penerima kegiatan ini. Salin kodenya dari daftar yang dikirim; "
        "belum ada yang dicatat."
    ),
    "rekening_nik_beda": (
        "NIK di baris ini bukan NIK {nama}, pemilik kodenya. Cocokkan kode dan NIK-nya; belum ada yang dicatat."
    ),
    "rekening_nik_asing": (
        "NIK di sel ini tidak ada dalam daftar penerima kegiatan ini. Betulkan NIK-nya atau hapus barisnya; "
        "belum ada yang dicatat."
    ),
    "rekening_nik_kembar": (
        "NIK di sel ini dipakai lebih dari satu penerima. Isi KODE SALUR dari daftar yang dikirim; "
        "belum ada yang dicatat."
    ),
    "rekening_tanpa_tanda": (
        "Ada nomor rekening tanpa kode dan tanpa NIK. Isi salah satunya agar pemiliknya jelas; belum ada yang dicatat."
    ),
    "rekening_orang_ganda": ("{nama} sudah ada di {sel}. Hapus salah satu barisnya; belum ada yang dicatat."),
    "rekening_angka_rusak": (
        "Angka di sel ini sudah berubah karena disimpan sebagai bilangan. Minta bank menulisnya sebagai teks; "
        "belum ada yang dicatat."
    ),
    "rekening_nomor_salah": (
        "Isi sel ini bukan nomor rekening: harus 6 sampai 20 angka. Betulkan nomornya; belum ada yang dicatat."
    ),
    "rekening_tanpa_pemilik": (
        "Nama pemilik rekening tidak tertulis, jadi belum dapat dicocokkan dengan {nama}. "
        "Cocokkan dengan buku tabungannya; belum ada yang dicatat."
    ),
    "rekening_pemilik_beda": (
        "Rekening atas nama {pemilik}, penerimanya {nama}. Pastikan pemiliknya benar; belum ada yang dicatat."
    ),
    "rekening_diganti": (
        "{nama} sudah mempunyai nomor rekening lain. Pastikan yang baru menggantikannya; nomor lama tetap tersimpan."
    ),
    "rekening_dipakai_lain": (
        "Nomor ini juga dipakai orang lain. Pastikan rekeningnya memang bersama; belum ada yang dicatat."
    ),
    "rekening_sel_angka": (
        "Nomor ditulis sebagai bilangan, jadi angka nol di depan mungkin hilang. Cocokkan dengan buku tabungannya; "
        "belum ada yang dicatat."
    ),
    "profil_tidak_ada": (
        "Susunan kolom {nama} tidak ada di kantor ini. Pilih satu dari daftar susunan kolom; belum ada yang ditulis."
    ),
    "profil_bawaan": (
        "Susunan kolom {nama} adalah bawaan dan tidak dapat dihapus. Simpan yang baru dengan nama lain bila perlu."
    ),
    "profil_tanpa_kolom": "Belum ada kolom yang dipilih. Pilih sedikitnya satu; susunan yang lama tidak berubah.",
    "profil_terlalu_lebar": (
        "Ada {jumlah} kolom, paling banyak {batas}. Kurangi kolomnya; susunan yang lama tidak berubah."
    ),
    "kolom_tidak_dikenal": "Isian {kolom:kata} tidak dikenal. Pilih dari daftar isian; belum ada yang disimpan.",
    "judul_kolom_kosong": "Kolom ke-{nomor} belum berjudul. Tulis judulnya; susunan yang lama tidak berubah.",
    "judul_kolom_kembar": (
        "Judul {judul} dipakai dua kolom. Bedakan judulnya supaya tidak tertukar; susunan yang lama tidak berubah."
    ),
    "dokumen_kosong": (
        "Belum ada isi untuk {nama}. Lengkapi datanya pada langkah kegiatan ini, lalu cetak lagi; "
        "belum ada yang dicetak."
    ),
    "dokumen_desa_kosong": (
        "Belum ada data {desa} untuk dokumen ini. Pilih desa lain atau lengkapi datanya; belum ada yang dicetak."
    ),
    "dokumen_bukan_perorangan": (
        "{dokumen} tidak dibuat untuk satu orang. Cetak tanpa memilih orang; belum ada yang dicetak."
    ),
    "orang_tidak_di_daftar": (
        "Orang yang dipilih tidak ada dalam daftar dokumen ini. Pilih orang lain, atau desa dan tahapnya; belum ada "
        "yang dicetak."
    ),
    "orang_belum_menerima": (
        "Orang yang dipilih belum menerima apa pun pada tahap ini. Catat penyalurannya lebih dulu; belum ada yang "
        "dicetak."
    ),
    "usulan_belum_ada": (
        "Belum ada usulan dalam kegiatan ini. Impor daftar dari desa/kelurahan lebih dulu; belum ada yang dicetak."
    ),
    "penerima_belum_ada": (
        "Belum ada penerima yang berhak atas bantuan. Catat SK atau daftar penerimanya lebih dulu; "
        "belum ada yang dicetak."
    ),
    "penyaluran_belum_ada": (
        "Belum ada bantuan yang dicatat diserahkan. Catat penyalurannya lebih dulu; belum ada yang dicetak."
    ),
    "spt_belum_ada": (
        "Surat Perintah Tugas belum dibuat. Isi petugas dan tugasnya lebih dulu; belum ada yang dicetak."
    ),
    "jadwal_belum_ada": ("Jadwal penyaluran belum diisi. Isi jadwal setiap desa lebih dulu; belum ada yang dicetak."),
    "surat_masuk_belum_ada": (
        "Belum ada surat masuk pada kegiatan ini. Catat suratnya di buku agenda lebih dulu; belum ada yang dicetak."
    ),
    "kunjungan_belum_ada": (
        "Belum ada kunjungan monitoring yang dicatat. Catat kunjungannya lebih dulu; belum ada yang dicetak."
    ),
    "nomor_diketik": (
        "Kantor belum menetapkan pola nomor untuk naskah ini, jadi nomornya perlu diketik. "
        "Isi nomornya, atau atur penomoran di Pengaturan; belum ada yang disimpan."
    ),
    "pola_nomor_salah": (
        "Pola nomor {pola:apa_adanya} tidak dapat dipakai. Pola harus memuat nomor urut, dan hanya boleh memakai "
        "nomor, hari, bulan, bulan romawi, dan tahun; pola lama masih berlaku."
    ),
    "nomor_agenda_terpakai": (
        "Nomor agenda {nomor} sudah dipakai surat lain pada tahun {tahun:apa_adanya}. "
        "Pakai nomor lain atau kosongkan agar diisi otomatis; surat ini belum disimpan."
    ),
    "nomor_register_terpakai": (
        "Nomor register {nomor} sudah dipakai. "
        "Pakai nomor lain atau kosongkan agar diisi otomatis; catatan ini belum disimpan."
    ),
    "surat_tidak_ada": (
        "Surat itu tidak ada dalam buku agenda kantor ini. Muat ulang lalu pilih lagi; belum ada yang diubah."
    ),
    "surat_sudah_digantikan": (
        "Catatan surat dengan nomor agenda {nomor} sudah digantikan oleh perbaikan yang lebih baru. "
        "Buka catatan terbarunya; belum ada yang diubah."
    ),
    "tanggal_terbalik": (
        "Tanggal selesai {sampai} lebih awal daripada tanggal mulai {mulai}. Perbaiki lalu simpan lagi; "
        "belum ada yang disimpan."
    ),
    "spt_tanpa_petugas": (
        "Surat Perintah Tugas belum menyebut seorang petugas pun. Pilih petugasnya lalu simpan lagi; "
        "belum ada yang disimpan."
    ),
    "desa_di_luar_kegiatan": (
        "{desa} tidak termasuk wilayah kegiatan ini. Pilih desa atau kelurahan dari daftar kegiatan; "
        "belum ada yang disimpan."
    ),
}
