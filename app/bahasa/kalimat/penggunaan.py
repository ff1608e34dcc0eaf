"""Sentences of what comes in or is mended afterwards: usage reports, pakta integritas, scans, lines of a register."""

from collections.abc import Mapping

PENGGUNAAN: Mapping[str, str] = {
    "dokumen_diterima_tidak_ada": (
        "Dokumen itu belum dicatat diterima, atau catatannya sudah ditarik. Catat dulu tanggal diterimanya; "
        "belum ada yang diubah."
    ),
    "batas_penggunaan_salah": (
        "Batas waktu laporan penggunaan diisi dengan 1 sampai {terbanyak} hari sesudah bantuan diterima; "
        "belum ada yang diubah."
    ),
    "laporan_penggunaan_belum": (
        "Orang itu tidak ada dalam daftar yang wajib melapor: bantuannya belum diserahkan, atau kegiatannya tidak "
        "meminta laporan. Muat ulang lalu pilih lagi; belum ada yang disimpan."
    ),
    "laporan_sebelum_serah": (
        "Tanggal laporan {tanggal} sebelum bantuan diterima pada {diserahkan}. Betulkan tanggalnya; "
        "belum ada yang disimpan."
    ),
    "guna_salah": (
        "Rincian penggunaan belum lengkap. Isi untuk apa dan berapa rupiah, paling sedikit satu baris; "
        "belum ada yang disimpan."
    ),
    "laporan_penggunaan_tidak_diminta": (
        "Belum ada penerima {nama} yang wajib melaporkan penggunaan bantuan. Catat penyerahannya, atau atur batas "
        "waktunya lebih dahulu; tidak ada yang dicetak."
    ),
    "laporan_penggunaan_lengkap": (
        "Tidak ada laporan penggunaan {nama} yang terlambat, sehingga tidak ada yang perlu diingatkan; "
        "tidak ada yang dicetak."
    ),
    "pejabat_belum_ada": (
        "Belum ada pejabat kantor yang tercatat. Tambahkan di Pengaturan, lalu cetak lagi; tidak ada yang dicetak."
    ),
    "pelayanan_tidak_ada": (
        "Baris buku register itu tidak ditemukan. Muat ulang lalu pilih lagi; belum ada yang diubah."
    ),
    "pelayanan_tidak_berubah": (
        "Isian baris {nomor} sama dengan yang sudah tercatat. Ketik pembetulannya dahulu; belum ada yang diubah."
    ),
    "pindaian_tanpa_pemilik": (
        "Dokumen yang pindaiannya hendak disusulkan tidak ditemukan. Muat ulang lalu pilih lagi; "
        "belum ada yang disimpan."
    ),
    "pakta_tidak_di_daftar": (
        "Pilihan itu tidak ada dalam daftar pakta integritas kegiatan ini. Muat ulang lalu pilih lagi; "
        "belum ada yang disimpan."
    ),
}
