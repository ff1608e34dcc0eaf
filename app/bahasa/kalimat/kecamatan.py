"""Sentences of the results workbook that goes from a kecamatan to the dinas."""

from collections.abc import Mapping

KECAMATAN: Mapping[str, str] = {
    "daftar_kecamatan_kosong": (
        "Tidak ada penerima {nama} yang masih menunggu di wilayah itu. Periksa kecamatan dan tahapnya; "
        "tidak ada berkas yang ditulis."
    ),
    "berkas_bukan_hasil_kecamatan": (
        "Berkas {nama} bukan lembar hasil penyaluran dari Salur: tandanya tidak ditemukan. Minta kecamatan menulisnya "
        "dari halaman penyaluran; belum ada yang disimpan."
    ),
    "berkas_hasil_kecamatan_baru": (
        "Berkas {nama} ditulis oleh Salur yang lebih baru. Perbarui Salur di kantor ini, lalu masukkan lagi; "
        "belum ada yang disimpan."
    ),
    "hasil_kec_bermasalah": (
        "Ada {jumlah} sel yang belum dapat diterima, pertama di {sel}. Perbaiki selnya lalu masukkan lagi; "
        "belum ada yang dicatat."
    ),
    "hasil_kec_tanpa_isi": (
        "Berkas {berkas} tidak membawa hasil yang baru: semuanya sudah tercatat atau masih belum dilayani; "
        "tidak ada yang diubah."
    ),
    "hasil_kec_baris_hilang": (
        "Lembar ini ditulis dengan {seharusnya} baris, tetapi sekarang ada {ada}. Minta berkas yang utuh; "
        "belum ada yang dicatat."
    ),
    "hasil_kec_kode_asing": (
        "Kode “{tertulis}” bukan kode tanda terima kegiatan ini. Pastikan kegiatannya benar, atau salin kodenya dari "
        "daftar yang dikirim dinas; belum ada yang dicatat."
    ),
    "hasil_kec_nik_beda": (
        "NIK di baris ini bukan NIK {nama}, pemilik kodenya. Cocokkan kode dan NIK-nya; belum ada yang dicatat."
    ),
    "hasil_kec_nik_asing": (
        "NIK di sel ini tidak ada dalam daftar penerima kegiatan ini. Betulkan NIK-nya; belum ada yang dicatat."
    ),
    "hasil_kec_nik_kembar": (
        "NIK di sel ini ada pada lebih dari satu tanda terima. Sebutkan tahapnya, atau isi kode tanda terimanya; "
        "belum ada yang dicatat."
    ),
    "hasil_kec_nama_beda": (
        "Nama tertulis “{tertulis}”, sedangkan NIK itu milik {nama}. Cocokkan keduanya; belum ada yang dicatat."
    ),
    "hasil_kec_tanpa_tanda": (
        "Baris ini tanpa kode tanda terima dan tanpa NIK. Isi salah satunya agar orangnya jelas; "
        "belum ada yang dicatat."
    ),
    "hasil_kec_ganda": (
        "{nama} sudah disebut di {sel} untuk bantuan yang sama. Hapus salah satu barisnya; belum ada yang dicatat."
    ),
    "hasil_kec_hasil_asing": (
        "Hasil “{tertulis}” tidak dikenal. Pakai kata dari lembar asli, misalnya Diterima sendiri; "
        "belum ada yang dicatat."
    ),
    "hasil_kec_barang_asing": (
        "Bantuan “{tertulis}” tidak ada pada penerima ini; yang ada: {ada}. Samakan namanya; belum ada yang dicatat."
    ),
    "hasil_kec_barang_kosong": (
        "Bantuan untuk {nama} diterima sebagian, tetapi tidak disebut yang mana. Isi kolom BANTUAN; "
        "belum ada yang dicatat."
    ),
    "hasil_kec_jumlah_asing": (
        "Jumlah “{tertulis}” tidak terbaca atau kosong. Isi berapa yang sudah diserahkan; belum ada yang dicatat."
    ),
    "hasil_kec_jumlah_beda": (
        "Jumlah tertulis {tertulis}, seharusnya {seharusnya}. Betulkan jumlahnya atau tanyakan ke kecamatan; "
        "belum ada yang dicatat."
    ),
    "hasil_kec_jumlah_kurang": (
        "Jumlah tertulis {tertulis}, padahal sudah tercatat {tercatat}. Tanyakan ke kecamatan; belum ada yang dicatat."
    ),
}
