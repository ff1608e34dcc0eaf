"""Daftar hadir: who came, signing in two alternating columns so that neighbours do not write over each other."""

from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from app.bahasa.angka import bilangan
from app.dokumen.isi_daftar import BarisOrang, IsiDaftarHadir, Jumlah
from reports.kop import kop_surat
from reports.lembar import Lembar
from reports.tabel import Kolom, Tabel
from reports.tata_letak import TataLetak
from reports.ttd import KolomTtd, tanda_tangan, tempat_tanggal, tinggi_ttd

_TITIK = "." * 50
TINGGI_BARIS = 9.0  # mm, room for a signature
_KOLOM = (
    Kolom("No.", 10, "tengah"),
    Kolom("Nama", 55),
    Kolom("Alamat", 55),
    Kolom("", 32, induk="Tanda Tangan"),
    Kolom("", 32, induk="Tanda Tangan"),
)


def tulis(isi: Iterable[IsiDaftarHadir], tata_letak: TataLetak, keluar: Path | BinaryIO) -> Jumlah:
    """Write one list after the other to `keluar` and return how many names they carry."""
    jumlah = Jumlah()
    with Lembar(keluar, tata_letak.daftar(), judul="Daftar Hadir") as lembar:
        for urutan, satu in enumerate(isi):
            if urutan:
                lembar.bagian_baru()
            lembar.kaki = " - ".join(filter(None, ("Daftar hadir", satu.acara, satu.desa)))
            jumlah = jumlah.gabung(Jumlah(_satu(lembar, satu)))
    return jumlah


def _satu(lembar: Lembar, isi: IsiDaftarHadir) -> int:
    """Write one attendance list; return its names."""
    k = isi.kepala
    kop_surat(lembar, k.kop)
    _judul(lembar, isi)
    tabel = Tabel(lembar, _KOLOM, ukuran=9.5, tinggi=TINGGI_BARIS)
    orang = 0
    for orang, b in enumerate(isi.baris, 1):
        tabel.baris(_baris(orang, b.nama, _alamat(isi, b)))
    for tambahan in range(1, isi.kosong + 1):
        tabel.baris(_baris(orang + tambahan, "", ""))
    ttd = [None, KolomTtd(k.penanda, (tempat_tanggal(k.tempat, k.tanggal),))]
    tabel.selesai(tinggi_ttd(lembar, ttd, ukuran=10) + 30)
    lembar.spasi(2)
    lembar.baris(f"Jumlah nama dalam daftar: {bilangan(orang)} orang. Jumlah hadir: .......... orang.", ukuran=9.5)
    lembar.spasi(4)
    tanda_tangan(lembar, ttd, ukuran=10)
    return orang


def _judul(lembar: Lembar, isi: IsiDaftarHadir) -> None:
    lembar.judul("DAFTAR HADIR", ukuran=13)
    lembar.baris(isi.acara.upper(), rata="tengah", ukuran=11)
    lembar.spasi(3)
    lembar.pasangan(
        [
            ("Hari, tanggal", isi.hari_tanggal or _TITIK),
            ("Waktu", isi.waktu or _TITIK),
            ("Tempat", isi.tempat or _TITIK),
            *([("Desa/Kelurahan", isi.desa)] if isi.desa else []),
        ],
        lebar_label=30,
        ukuran=10,
    )


def _baris(nomor: int, nama: str, alamat: str) -> list[str]:
    """A row: the number of the signature stands left for odd, right for even."""
    tanda = f"{nomor}."
    return [str(nomor), nama, alamat, *((tanda, "") if nomor % 2 else ("", tanda))]


def _alamat(isi: IsiDaftarHadir, b: BarisOrang) -> str:
    """Address in the desa of the list, with the desa where the list covers several."""
    return ", ".join(filter(None, (b.alamat_lengkap, "" if isi.desa else b.desa)))
