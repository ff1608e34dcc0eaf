"""The Indonesian label of every closed list, so that screen, paper and workbook say one word for one thing."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from db import istilah as i

E = TypeVar("E", bound=StrEnum)

LABEL: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    i.JenisKantor: {i.JenisKantor.DINAS: "Dinas Sosial", i.JenisKantor.KECAMATAN: "Kecamatan"},
    i.Zona: {i.Zona.WIB: "WIB", i.Zona.WITA: "WITA", i.Zona.WIT: "WIT"},
    i.Peran: {
        i.Peran.OPERATOR: "Operator",
        i.Peran.STAF: "Staf/Jafung",
        i.Peran.PENDAMPING: "Pendamping",
        i.Peran.KASI: "Kasi",
        i.Peran.KABID: "Kabid",
        i.Peran.SEKRETARIS: "Sekretaris",
        i.Peran.KADIS: "Kepala Dinas",
        i.Peran.CAMAT: "Camat",
        i.Peran.KASI_PMDK: "Kasi PMDK & TKSK",
        i.Peran.SEKSI_KESRA: "Seksi Kesra",
        i.Peran.ADMINISTRATOR: "Administrator",
    },
    i.CaraJabatan: {i.CaraJabatan.DEFINITIF: "Definitif", i.CaraJabatan.PLT: "Plt.", i.CaraJabatan.PLH: "Plh."},
    i.JenisBantuan: {
        i.JenisBantuan.TRANSFER: "Transfer ke rekening",
        i.JenisBantuan.KARTU: "Kartu",
        i.JenisBantuan.TUNAI: "Uang tunai",
        i.JenisBantuan.BARANG: "Barang",
    },
    i.StatusKegiatan: {
        i.StatusKegiatan.BERJALAN: "Berjalan",
        i.StatusKegiatan.SELESAI: "Selesai",
        i.StatusKegiatan.BATAL: "Dibatalkan",
    },
    i.StatusLangkah: {
        i.StatusLangkah.MENUNGGU: "Menunggu",
        i.StatusLangkah.BERJALAN: "Berjalan",
        i.StatusLangkah.SELESAI: "Selesai",
        i.StatusLangkah.DIKEMBALIKAN: "Dikembalikan",
        i.StatusLangkah.DILEWATI: "Dilewati",
        i.StatusLangkah.TIDAK_BERLAKU: "Tidak berlaku",
        i.StatusLangkah.SEBELUM_APLIKASI: "Selesai sebelum memakai aplikasi",
    },
    i.JenisTindakan: {
        i.JenisTindakan.MULAI: "Mulai dikerjakan",
        i.JenisTindakan.SELESAI: "Diselesaikan",
        i.JenisTindakan.KEMBALIKAN: "Dikembalikan",
        i.JenisTindakan.LEWATI: "Dilewati",
        i.JenisTindakan.TIDAK_BERLAKU: "Dinyatakan tidak berlaku",
        i.JenisTindakan.SEBELUM_APLIKASI: "Selesai sebelum memakai aplikasi",
        i.JenisTindakan.PUTUSKAN: "Diputuskan",
        i.JenisTindakan.CATAT_KERTAS: "Ditandatangani di atas kertas",
        i.JenisTindakan.KIRIM_BERKAS: "Berkas dikirim",
        i.JenisTindakan.TERIMA_BERKAS: "Berkas diterima kembali",
    },
    i.SifatKelengkapan: {i.SifatKelengkapan.WAJIB: "Wajib", i.SifatKelengkapan.DIANJURKAN: "Dianjurkan"},
    i.StatusKelengkapan: {
        i.StatusKelengkapan.BELUM: "Belum ada",
        i.StatusKelengkapan.ADA: "Ada",
        i.StatusKelengkapan.TIDAK_BERLAKU: "Tidak berlaku",
    },
    i.JenisKelamin: {i.JenisKelamin.LAKI_LAKI: "Laki-laki", i.JenisKelamin.PEREMPUAN: "Perempuan"},
    i.Kategori: {
        i.Kategori.DISABILITAS: "Penyandang disabilitas",
        i.Kategori.LANSIA: "Lanjut usia",
        i.Kategori.YATIM: "Yatim",
        i.Kategori.PIATU: "Piatu",
        i.Kategori.YATIM_PIATU: "Yatim piatu",
        i.Kategori.KELUARGA_MISKIN: "Keluarga miskin",
        i.Kategori.LAINNYA: "Lainnya",
    },
    i.TujuanImpor: {
        i.TujuanImpor.USULAN: "Usulan desa/kelurahan",
        i.TujuanImpor.PENERIMA: "Daftar penerima dari dinas",
        i.TujuanImpor.HASIL_SIKS: "Hasil SIKS-NG",
        i.TujuanImpor.BNBA_BARU: "BNBA baru",
        i.TujuanImpor.HASIL_SALUR: "Hasil penyaluran dari kecamatan",
        i.TujuanImpor.ACUAN: "Data acuan",
    },
    i.JenisAcuan: {
        i.JenisAcuan.DTSEN: "DTSEN",
        i.JenisAcuan.DTKS: "DTKS",
        i.JenisAcuan.MENINGGAL: "Orang meninggal",
        i.JenisAcuan.PINDAH: "Orang pindah",
    },
    i.Kiriman: {
        i.Kiriman.SUSULAN: "Susulan",
        i.Kiriman.PENGGANTI: "Pengganti",
        i.Kiriman.PERBAIKAN: "Perbaikan",
    },
    i.StatusImpor: {i.StatusImpor.TERSIMPAN: "Tersimpan", i.StatusImpor.DIBATALKAN: "Dibatalkan"},
    i.Tingkat: {
        i.Tingkat.DITOLAK: "Ditolak",
        i.Tingkat.PERLU_DIPERIKSA: "Perlu diperiksa",
        i.Tingkat.DIRAPIKAN: "Dirapikan",
    },
    i.NasibBaris: {
        i.NasibBaris.DITERIMA: "Diterima",
        i.NasibBaris.PERLU_PERIKSA: "Perlu diperiksa",
        i.NasibBaris.DITOLAK: "Ditolak",
    },
    i.StatusUsulan: {
        i.StatusUsulan.DIUSULKAN: "Diusulkan",
        i.StatusUsulan.LAYAK: "Layak",
        i.StatusUsulan.TIDAK_LAYAK: "Tidak layak",
        i.StatusUsulan.DITOLAK_SISTEM: "Ditolak SIKS-NG",
        i.StatusUsulan.DITARIK: "Ditarik",
    },
    i.HasilVerifikasi: {i.HasilVerifikasi.LAYAK: "Layak", i.HasilVerifikasi.TIDAK_LAYAK: "Tidak layak"},
    i.PutusanKemiripan: {
        i.PutusanKemiripan.BELUM: "Belum diputuskan",
        i.PutusanKemiripan.SAMA: "Orang yang sama",
        i.PutusanKemiripan.BERBEDA: "Orang berbeda",
    },
    i.StatusPenetapan: {i.StatusPenetapan.DRAF: "Draf", i.StatusPenetapan.SAH: "Sah"},
    i.JenisPenetapan: {i.JenisPenetapan.AWAL: "Penetapan awal", i.JenisPenetapan.PERUBAHAN: "Perubahan"},
    i.JenisPerjanjian: {
        i.JenisPerjanjian.PENUNJUKAN: "Surat penunjukan",
        i.JenisPerjanjian.MOU: "MOU",
        i.JenisPerjanjian.KESEPAKATAN: "Kesepakatan penyaluran",
        i.JenisPerjanjian.KONTRAK: "Kontrak",
    },
    i.HasilSalur: {
        i.HasilSalur.SENDIRI: "Diterima sendiri",
        i.HasilSalur.WALI: "Diterima wali/pengampu",
        i.HasilSalur.DIWAKILKAN: "Diwakilkan",
        i.HasilSalur.DIANTAR: "Diantar ke rumah",
        i.HasilSalur.AHLI_WARIS: "Diterima ahli waris",
        i.HasilSalur.DANA_MASUK: "Dana masuk rekening",
        i.HasilSalur.SEBAGIAN: "Diterima sebagian",
        i.HasilSalur.TIDAK_HADIR: "Tidak hadir",
        i.HasilSalur.MENINGGAL: "Meninggal",
        i.HasilSalur.PINDAH: "Pindah",
        i.HasilSalur.MENOLAK: "Menolak",
        i.HasilSalur.TIDAK_DITEMUKAN: "Tidak ditemukan",
        i.HasilSalur.DATA_GANDA: "Data ganda",
        i.HasilSalur.REKENING_BERMASALAH: "Rekening bermasalah",
        i.HasilSalur.BERKAS_KURANG: "Berkas kurang",
        i.HasilSalur.LAINNYA: "Lainnya",
        i.HasilSalur.BATAL_CATAT: "Catatan dibatalkan",
    },
    i.ArahSurat: {i.ArahSurat.MASUK: "Surat masuk", i.ArahSurat.KELUAR: "Surat keluar"},
    i.SifatSurat: {
        i.SifatSurat.BIASA: "Biasa",
        i.SifatSurat.SEGERA: "Segera",
        i.SifatSurat.SANGAT_SEGERA: "Sangat segera",
        i.SifatSurat.PENTING: "Penting",
        i.SifatSurat.RAHASIA: "Rahasia",
    },
    i.Kertas: {
        i.Kertas.A4: "A4 (210 × 297 mm)",
        i.Kertas.F4: "F4 (215 × 330 mm)",
        i.Kertas.FOLIO: "Folio (216 × 330 mm)",
    },
    i.JenisLibur: {
        i.JenisLibur.LIBUR: "Libur nasional",
        i.JenisLibur.CUTI_BERSAMA: "Cuti bersama",
        i.JenisLibur.LOKAL: "Libur daerah",
        i.JenisLibur.BUKAN_LIBUR: "Tetap masuk kerja",
    },
    i.SumberSop: {
        i.SumberSop.SOP: "Tertulis di SOP",
        i.SumberSop.PRACTICE: "Kelaziman kantor",
        i.SumberSop.ANGGAPAN: "Anggapan, perlu dipastikan",
    },
}


def label(nilai: StrEnum) -> str:
    """Give the word that users read for a value of any enum in `db.istilah`."""
    return LABEL[type(nilai)][nilai]


def pilihan(jenis: type[E]) -> list[tuple[E, str]]:
    """Give all values of a list with their labels, in the list's own order: for choosers and filters."""
    return [(nilai, LABEL[jenis][nilai]) for nilai in jenis]
