"""Sentences about money, hand-over and monev, and about letters, attachments and printed papers."""

from collections.abc import Mapping

# Agreements, payment, hand-over, visits.
SALUR: Mapping[str, str] = {}

# Letters, register, attachments, printed papers.
DOKUMEN: Mapping[str, str] = {
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
