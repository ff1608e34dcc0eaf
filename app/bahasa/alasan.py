"""Why someone is not eligible, and why aid did not arrive: built-in reasons by code, and where a hand-over stands.

From provincial rejection lists and audit instruments. Offices add their own (`app.verifikasi`); a code never changes
once shipped, its words may.
"""

from collections.abc import Mapping

LAINNYA = "lainnya"
"""The code that always wants words of one's own."""

TIDAK_LAYAK: Mapping[str, str] = {
    "meninggal": "Meninggal dunia",
    "pindah": "Pindah alamat",
    "tidak_ditemukan": "Tidak ditemukan di alamat",
    "mampu": "Sudah mampu atau penghasilan di atas upah minimum",
    "bantuan_lain": "Sudah menerima bantuan lain",
    "satu_kk": "Sudah ada penerima dalam satu No. KK",
    "asn_tni_polri": "ASN, TNI, Polri, atau anggota legislatif",
    "pensiunan": "Pensiunan",
    "perangkat_desa": "Perangkat desa aktif",
    "guru_nakes": "Guru bersertifikasi atau tenaga kesehatan",
    "badan_hukum": "Pengurus atau pemilik badan hukum",
    "sdm_pendamping": "Pendamping program bantuan sosial",
    "usia": "Usia di luar syarat",
    "kategori": "Tidak sesuai kategori penerima",
    "tidak_dtks": "Tidak terdaftar DTKS/DTSEN",
    "tidak_punya_usaha": "Tidak memiliki usaha",
    "nik_tidak_padan": "NIK tidak padan Dukcapil",
    "nik_tidak_ditemukan": "NIK tidak ditemukan",
    "nik_tidak_aktif": "NIK tidak aktif",
    "nama_beda": "Nama berbeda dengan data Dukcapil",
    "ganda": "NIK atau No. KK ganda",
    "wilayah": "Bukan penduduk wilayah kegiatan",
    "alamat_kurang": "Alamat tidak lengkap",
    "berkas_kurang": "Berkas belum lengkap",
    "menolak": "Menolak menerima bantuan",
    "usul_desa": "Dikeluarkan oleh desa/kelurahan atau kabupaten",
    "hasil_pengawasan": "Hasil pengawasan BPK/BPKP/Inspektorat",
    LAINNYA: "Alasan lain",
}

GAGAL_SALUR: Mapping[str, str] = {
    "alamat_kurang": "Alamat tidak lengkap",
    "sakit": "Sakit dan tidak ada yang mewakili",
    "tidak_layak_lagi": "Tidak layak lagi",
    "rekening_pasif": "Rekening pasif atau dana dikembalikan bank",
    "rekening_salah": "Nomor rekening salah",
    "kartu_hilang": "Kartu ATM hilang atau rusak",
    "identitas_beda": "Identitas tidak cocok",
    "barang_kurang": "Barang kurang",
    "cuaca_akses": "Cuaca atau jalan tidak dapat dilalui",
    LAINNYA: "Alasan lain",
}
"""Offered beside the outcomes of `db.istilah.HasilSalur`, which name the main reason."""

STATUS_SALUR: Mapping[str, str] = {
    "tersalur": "Sudah menerima",
    "belum": "Belum menerima",
    "gagal": "Tidak tersalur",
}
"""Words for `app.penyaluran.StatusSalur`."""

JENIS_PINDAIAN: Mapping[str, str] = {
    "sk": "SK penetapan",
    "perjanjian": "Perjanjian",
    "bast": "BAST penyedia",
    "sp2d": "SP2D",
    "sts": "STS",
    "surat": "Surat",
    "kunjungan": "Kunjungan monev",
}
"""Words for `app.pindaian.JenisPindaian`."""

STATUS_PENGGUNAAN: Mapping[str, str] = {
    "diterima": "Sudah melapor",
    "menunggu": "Belum melapor",
    "terlambat": "Terlambat melapor",
}
"""Words for `app.penggunaan.laporan.StatusLaporan`."""

STATUS_BAGIAN: Mapping[str, str] = {"dibawa": "Dibawa", "kembali": "Sudah digabungkan", "batal": "Dilepas"}
"""Words for `app.penyaluran.bagian.StatusBagian`."""

SILANG_DANA: Mapping[str, str] = {
    "belum": "Dana dan buku/kartu belum",
    "dana_saja": "Dana masuk, buku/kartu belum diserahkan",
    "serah_saja": "Buku/kartu diserahkan, dana belum masuk",
    "lengkap": "Dana masuk, buku/kartu diserahkan",
}
"""Words for `app.penyaluran.SilangDana`."""

SUMBER_DANA: Mapping[str, str] = {
    "lembar_bank": "Lembar realisasi bank",
    "diketik": "Diketik dari rekening koran",
}
"""Words for `app.penyaluran.SumberDana`; they are kept with the line as its place."""
