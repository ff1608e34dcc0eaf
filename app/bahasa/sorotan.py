"""Words of the five questions: what each is called, and what speaks against a usulan."""

from collections.abc import Mapping
from typing import Any

from app.bahasa.istilah import label
from db.istilah import HasilSalur

JUDUL: Mapping[str, str] = {
    "identitas": "Identitas tidak sah",
    "ganda": "Ganda",
    "meninggal_pindah": "Meninggal atau pindah",
    "di_luar_acuan": "Tidak ada dalam daftar acuan",
    "bermasalah": "Bermasalah sebelumnya",
}
KALIMAT: Mapping[str, str] = {
    "tanpa_nik": "NIK belum ada.",
    "nik_pangkat": "NIK rusak oleh Excel.",
    "nik_panjang": "NIK bukan 16 angka.",
    "nik_tanggal": "Tanggal di dalam NIK tidak ada di kalender.",
    "nik_urut": "Nomor urut NIK 0000.",
    "nik_wilayah": "Kode wilayah NIK tidak pernah ada.",
    "nik_beda_lahir": "Tanggal lahir berbeda dari NIK.",
    "nik_beda_jk": "Jenis kelamin berbeda dari NIK.",
    "nik_sama": "NIK sama dengan {lain}.",
    "bantuan_lain": "Sudah ditetapkan menerima {kegiatan} tahun {tahun}.",
    "mirip": "Mungkin orang yang sama dengan {lain}; belum diputuskan.",
    "meninggal": "Tercatat meninggal dunia.",
    "pindah": "Tercatat pindah.",
    "acuan_meninggal": "Ada dalam {daftar}.",
    "acuan_meninggal_mungkin": "Mungkin ada dalam {daftar}.",
    "acuan_pindah": "Ada dalam {daftar}.",
    "acuan_pindah_mungkin": "Mungkin ada dalam {daftar}.",
    "di_luar_acuan": "Tidak ada dalam {daftar}.",
    "gagal": "{hasil} pada {kegiatan} tahun {tahun}.",
    "monev": "Kunjungan {kegiatan} tahun {tahun}: bantuan tidak diterima atau jumlahnya tidak sesuai.",
    "aduan": "Pernah diadukan pada {kegiatan} tahun {tahun}.",
}


def kalimat(kode: str, **fakta: Any) -> str:
    """Write what speaks against a usulan."""
    return KALIMAT[kode].format(**fakta)


def gagal(hasil: HasilSalur, kegiatan: str, tahun: int) -> str:
    """Say how a hand-over failed: `Pindah pada Bansos 2025 tahun 2025.`"""
    return kalimat("gagal", hasil=label(hasil), kegiatan=kegiatan, tahun=tahun)
