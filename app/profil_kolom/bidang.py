"""What a column of a list may hold: its code, its name on screen, its usual heading and width, and how it is read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from app.dokumen.isi_daftar import BarisOrang, KolomProfil

TETAP, KOSONG = "tetap", "kosong"


@dataclass(frozen=True, slots=True)
class Bidang:
    """A field that a column may show.

    Attributes:
        label: as the list of fields shows it; mostly also the usual heading, in capitals.
        lebar: width of the column in characters.
        ambil: takes the value from a row: text, whole rupiah, or a date.
        orang: stands with the person and is fetched only when a layout asks for it.
    """

    label: str
    lebar: float
    ambil: Callable[[BarisOrang], Any]
    orang: bool = False


def _lain(kode: str) -> Callable[[BarisOrang], Any]:
    return lambda b: (b.lain or {}).get(kode, "")


_JUDUL = {"nomor": "NO", "nominal": "NILAI BANTUAN (Rp)", "kode_desa_angka": "KODE WILAYAH", TETAP: "", KOSONG: ""}
"""Usual headings that are not simply the field's name."""
_KELAMIN = {"L": "LAKI-LAKI", "P": "PEREMPUAN"}

BIDANG: Mapping[str, Bidang] = {
    "nomor": Bidang("No.", 6, lambda b: b.nomor),
    "nik": Bidang("NIK", 19, lambda b: b.nik),
    "nama": Bidang("Nama", 30, lambda b: b.nama),
    "no_kk": Bidang("No. KK", 19, lambda b: b.no_kk),
    "jenis_kelamin": Bidang("L/P", 5, lambda b: b.jenis_kelamin),
    "kelamin_lengkap": Bidang("Jenis kelamin", 13, lambda b: _KELAMIN.get(b.jenis_kelamin, "")),
    "tempat_lahir": Bidang("Tempat lahir", 16, lambda b: b.tempat_lahir),
    "tanggal_lahir": Bidang("Tanggal lahir", 12, lambda b: b.tanggal_lahir),
    "alamat": Bidang("Alamat", 28, lambda b: b.alamat),
    "alamat_lengkap": Bidang("Alamat dengan RT/RW", 34, lambda b: b.alamat_lengkap),
    "rt": Bidang("RT", 5, lambda b: b.rt),
    "rw": Bidang("RW", 5, lambda b: b.rw),
    "desa": Bidang("Desa/Kelurahan", 22, lambda b: b.desa),
    "kecamatan": Bidang("Kecamatan", 16, lambda b: b.kecamatan),
    "kode_desa": Bidang("Kode wilayah", 15, lambda b: b.kode_desa),
    "kode_desa_angka": Bidang("Kode wilayah (angka saja)", 13, lambda b: b.kode_desa.replace(".", "")),
    "dusun": Bidang("Dusun", 16, _lain("dusun"), orang=True),
    "kategori": Bidang("Kategori", 18, lambda b: b.kategori),
    "ragam_disabilitas": Bidang("Ragam disabilitas", 20, _lain("ragam_disabilitas"), orang=True),
    "nama_ibu": Bidang("Nama ibu kandung", 24, _lain("nama_ibu"), orang=True),
    "shdk": Bidang("Status hubungan dalam keluarga", 20, _lain("shdk"), orang=True),
    "status_kawin": Bidang("Status kawin", 14, _lain("status_kawin"), orang=True),
    "pekerjaan": Bidang("Pekerjaan", 20, _lain("pekerjaan"), orang=True),
    "desil": Bidang("Desil", 7, _lain("desil"), orang=True),
    "id_dtks": Bidang("ID DTKS/DTSEN", 22, _lain("id_dtks"), orang=True),
    "wali": Bidang("Nama wali", 24, lambda b: b.wali),
    "wali_nik": Bidang("NIK wali", 19, lambda b: b.wali_nik),
    "wali_hubungan": Bidang("Hubungan wali", 16, lambda b: b.wali_hubungan),
    "telepon": Bidang("No. HP", 15, lambda b: b.telepon),
    "bank": Bidang("Bank", 12, lambda b: b.bank),
    "rekening": Bidang("No. rekening", 19, lambda b: b.rekening),
    "atas_nama": Bidang("Nama pemilik rekening", 24, lambda b: b.atas_nama),
    "barang": Bidang("Barang", 26, lambda b: "; ".join(g.sebutan for g in b.barang)),
    "nominal": Bidang("Nilai bantuan (Rp)", 16, lambda b: b.nominal),
    "dana_masuk": Bidang("Dana masuk", 13, lambda b: b.dana_masuk),
    "diserahkan": Bidang("Diserahkan", 13, lambda b: b.diserahkan),
    "keterangan": Bidang("Keterangan", 22, lambda b: b.keterangan),
    TETAP: Bidang("Isi yang sama di semua baris", 16, lambda _: ""),
    KOSONG: Bidang("Kolom kosong untuk diisi", 16, lambda _: ""),
}


def judul_lazim(bidang: str) -> str:
    """Return the heading that a field has unless the office writes another."""
    return _JUDUL.get(bidang, BIDANG[bidang].label.upper())


def pembaca(kolom: KolomProfil) -> Callable[[BarisOrang], Any]:
    """Return what takes a column's value from a row."""
    if kolom.bidang == TETAP:
        return lambda _: kolom.isi
    return BIDANG[kolom.bidang].ambil
