"""Words of the berkas pemeriksaan: what breaks the order of dates, what kinds of exceptions there are."""

from collections.abc import Mapping

from app.berkas_pemeriksaan.pengecualian import JenisPengecualian
from app.berkas_pemeriksaan.urutan import Pelanggaran

PELANGGARAN: Mapping[Pelanggaran, str] = {
    Pelanggaran.TANPA_VERIFIKASI: "Tidak ada catatan verifikasi",
    Pelanggaran.VERIFIKASI_SESUDAH_SK: "Verifikasi sesudah tanggal SK",
    Pelanggaran.SP2D_SEBELUM_SK: "SP2D sebelum tanggal SK",
    Pelanggaran.SERAH_SEBELUM_SK: "Diserahkan sebelum tanggal SK",
    Pelanggaran.SERAH_SEBELUM_SP2D: "Diserahkan sebelum tanggal SP2D",
    Pelanggaran.SERAH_TANPA_SP2D: "Diserahkan tanpa SP2D yang tercatat",
    Pelanggaran.DANA_SEBELUM_SK: "Dana masuk sebelum tanggal SK",
    Pelanggaran.DANA_SEBELUM_SP2D: "Dana masuk sebelum tanggal SP2D",
    Pelanggaran.DANA_TANPA_SP2D: "Dana masuk tanpa SP2D yang tercatat",
}
PENGECUALIAN: Mapping[JenisPengecualian, str] = {
    JenisPengecualian.LANGKAH_DILEWATI: "Langkah dilewati atas keputusan atasan",
    JenisPengecualian.LANGKAH_TIDAK_BERLAKU: "Langkah dinyatakan tidak berlaku",
    JenisPengecualian.SEBELUM_APLIKASI: "Langkah selesai sebelum memakai Salur",
    JenisPengecualian.KELENGKAPAN_TIDAK_BERLAKU: "Kelengkapan dinyatakan tidak berlaku",
    JenisPengecualian.DICATAT_TERLAMBAT: "Penyerahan dicatat terlambat",
    JenisPengecualian.TANGGAL_MENDAHULUI: "Tanggal di kertas mendahului urutannya",
    JenisPengecualian.TANPA_NIK: "Penerima tanpa NIK",
    JenisPengecualian.PENGGANTI: "Penerima yang masuk lewat SK perubahan",
    JenisPengecualian.TERIMA_GANDA: "Diterima dua kali oleh orang yang sama",
}
