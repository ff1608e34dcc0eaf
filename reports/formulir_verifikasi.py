"""Formulir verifikasi lapangan: what officers find out at people's homes, written by hand, beside what the list says.

Columns after the audit instrument that inspectors use: NIK of the list beside the NIK seen on the card, met or not.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import BinaryIO

from app.dokumen.isi_daftar import Jumlah
from app.dokumen.isi_surat import IsiFormulir
from app.identitas import kelompokkan
from reports.huruf import TEBAL
from reports.kop import kop_surat
from reports.lembar import Lembar, aman
from reports.tabel import Kolom, Tabel
from reports.tata_letak import TataLetak
from reports.ttd import KolomTtd, tanda_tangan, tempat_tanggal, tinggi_ttd

TINGGI_BARIS = 11.0  # mm, room to write
JUDUL = "FORMULIR VERIFIKASI LAPANGAN"
_NIK = ("NIK", "NIK pada daftar")


def tulis(isi: Iterable[IsiFormulir], tata_letak: TataLetak, keluar: Path | BinaryIO) -> Jumlah:
    """Write one form after the other to `keluar` and return how many people they list."""
    return tulis_formulir(isi, tata_letak, keluar, judul=JUDUL, kolom=_KOLOM, petugas="Petugas verifikasi,")


def tulis_formulir(
    isi: Iterable[IsiFormulir],
    tata_letak: TataLetak,
    keluar: Path | BinaryIO,
    *,
    judul: str,
    kolom: Sequence[Kolom],
    petugas: str,
) -> Jumlah:
    """Write forms whose first columns are known and whose others are written by hand.

    Args:
        judul: heading of the form.
        kolom: its columns; those called No., Nama, NIK …, Alamat and Kategori are filled in.
        petugas: who signs at the right.
    """
    jumlah = Jumlah()
    with Lembar(keluar, tata_letak.lanskap(12), judul=judul.title()) as lembar:
        for urutan, satu in enumerate(isi):
            if urutan:
                lembar.bagian_baru()
            lembar.kaki = " - ".join(filter(None, (judul.capitalize(), satu.kepala.kegiatan, satu.desa)))
            jumlah = jumlah.gabung(_satu(lembar, satu, judul, kolom, petugas))
    return jumlah


def _satu(lembar: Lembar, isi: IsiFormulir, judul: str, kolom: Sequence[Kolom], penanda: str) -> Jumlah:
    """Write the form of one desa."""
    k = isi.kepala
    jumlah = Jumlah()
    kop_surat(lembar, k.kop)
    lembar.judul(judul, ukuran=12)
    lembar.baris(k.nama.upper(), huruf=TEBAL, ukuran=10, rata="tengah")
    lembar.spasi(2)
    tempat = [("Desa/Kelurahan", isi.desa), ("Kecamatan", isi.kecamatan), ("Tanggal kunjungan", "." * 40)]
    lembar.pasangan([p for p in tempat if p[1]], lebar_label=34, ukuran=9.5)
    lembar.paragraf(aman(isi.petunjuk), ukuran=9, rata="kiri")
    tabel = Tabel(lembar, kolom, ukuran=8.5, tinggi=TINGGI_BARIS, bernomor=True)
    for b in isi.baris:
        alamat = ", ".join(filter(None, (b.alamat_lengkap, "" if isi.desa else b.desa)))
        tahu = {"No.": str(b.nomor), "Nama": b.nama, "Alamat": alamat, "Kategori": b.kategori}
        nik = kelompokkan(b.nik)
        tabel.baris([nik if kl.judul in _NIK else tahu.get(kl.judul, "") for kl in kolom])
        jumlah = jumlah.tambah(b)
    petugas = KolomTtd(None, (tempat_tanggal(k.tempat, None), penanda))
    ttd = [KolomTtd(None, ("Mengetahui,", "Kepala Desa/Lurah,")), petugas]
    tabel.selesai(tinggi_ttd(lembar, ttd, ukuran=10) + 20)
    lembar.spasi(4)
    tanda_tangan(lembar, ttd, ukuran=10)
    return jumlah


_KOLOM = (
    Kolom("No.", 9, "tengah"),
    Kolom("Nama", 44),
    Kolom("NIK pada daftar", 34, "tengah"),
    Kolom("NIK pada KTP/KIA yang dilihat", 38),
    Kolom("Alamat", 42),
    Kolom("Kategori", 26),
    Kolom("Ya", 11, "tengah", "Ditemui"),
    Kolom("Tidak", 11, "tengah", "Ditemui"),
    Kolom("Layak", 12, "tengah", "Hasil"),
    Kolom("Tidak layak", 12, "tengah", "Hasil"),
    Kolom("Alasan/keterangan", 42),
    Kolom("Tanda tangan", 24),
)
