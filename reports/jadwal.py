"""Jadwal penyaluran: when and where each desa and each of its points is served, and by whom."""

from pathlib import Path
from typing import BinaryIO

from app.bahasa.angka import bilangan
from app.dokumen.isi_surat import IsiJadwal
from reports.huruf import TEBAL
from reports.kop import kop_surat
from reports.lembar import Lembar
from reports.tabel import Kolom, Sel, Tabel
from reports.tata_letak import TataLetak
from reports.ttd import KolomTtd, tanda_tangan, tempat_tanggal, tinggi_ttd


def tulis(isi: IsiJadwal, tata_letak: TataLetak, keluar: Path | BinaryIO) -> None:
    """Write the schedule to `keluar`."""
    k = isi.kepala
    with Lembar(keluar, tata_letak.lanskap(), judul="Jadwal Penyaluran", kaki=f"Jadwal - {k.kegiatan}") as lembar:
        kop_surat(lembar, k.kop)
        lembar.judul("JADWAL PENYALURAN BANTUAN", ukuran=12)
        lembar.baris(k.kegiatan.upper(), huruf=TEBAL, rata="tengah")
        if k.baris_tahun:
            lembar.baris(k.baris_tahun.upper(), huruf=TEBAL, rata="tengah")
        lembar.spasi(4)
        kolom = [
            Kolom("No.", 9, "tengah"),
            Kolom("Hari, tanggal", 48),
            Kolom("Pukul", 28, "tengah"),
            Kolom("Desa/Kelurahan", 46),
            Kolom("Kecamatan", 34),
            Kolom("Tempat", 52),
            Kolom("Penerima", 20, "kanan"),
            Kolom("Petugas", 55),
        ]
        tabel = Tabel(lembar, kolom, ukuran=9, bernomor=True)
        for nomor, b in enumerate(isi.baris, 1):
            tabel.baris(
                [str(nomor), b.hari_tanggal, b.jam, b.desa, b.kecamatan, b.tempat, bilangan(b.penerima), b.petugas]
            )
        total = Sel(bilangan(isi.jumlah), rata="kanan")
        tabel.baris([Sel("JUMLAH", rentang=6), total, ""], tebal=True, latar=True)
        ttd = [None, KolomTtd(k.penanda, (tempat_tanggal(k.tempat, k.tanggal),))]
        tabel.selesai(tinggi_ttd(lembar, ttd, ukuran=10) + 20)
        for desa, orang in isi.tanpa_titik:
            lembar.baris(f"Belum bertitik: {bilangan(orang)} penerima {desa}.", ukuran=9)
        lembar.spasi(5)
        tanda_tangan(lembar, ttd, ukuran=10)
