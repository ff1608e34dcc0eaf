"""Surat pengembalian: what a desa gets back and why, as a letter with its list, and the same list as a workbook."""

from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from app.bahasa.angka import bilangan
from app.bahasa.waktu import tanggal_angka
from app.dokumen.isi_daftar import BarisOrang, Jumlah
from app.dokumen.isi_surat import IsiPengembalian
from app.identitas import kelompokkan
from reports.buku import Halaman, buku_baru
from reports.kop import kop_surat
from reports.lembar import Lembar, aman
from reports.surat import kepala_surat, tembusan
from reports.tabel import Kolom, Sel, Tabel
from reports.tata_letak import TataLetak
from reports.ttd import KolomTtd, tanda_tangan, tinggi_ttd


def tulis(isi: Iterable[IsiPengembalian], tata_letak: TataLetak, keluar: Path | BinaryIO) -> Jumlah:
    """Write one letter after the other to `keluar` and return how many proposals they carry."""
    jumlah = Jumlah()
    with Lembar(keluar, tata_letak, judul="Surat Pengembalian Usulan") as lembar:
        for urutan, satu in enumerate(isi):
            if urutan:
                lembar.bagian_baru()
            lembar.kaki = f"{satu.hal} - {satu.desa}"
            jumlah = jumlah.gabung(_satu(lembar, satu))
    return jumlah


def _satu(lembar: Lembar, isi: IsiPengembalian) -> Jumlah:
    """Write the letter to one desa."""
    jumlah = Jumlah()
    kop_surat(lembar, isi.kepala.kop)
    kepala_surat(lembar, isi.kepala, hal=isi.hal, tujuan=isi.tujuan, lampiran="1 (satu) berkas")
    for teks in isi.pembuka:
        lembar.paragraf(aman(teks), baris_pertama=10)
    kolom = [Kolom("No.", 9, "tengah"), Kolom("Nama", 46), Kolom("NIK", 38, "tengah"), Kolom("Alasan", 70)]
    tabel = Tabel(lembar, kolom, ukuran=9)
    lembar.spasi(1)
    for b in isi.baris:
        tabel.baris([str(b.nomor), b.nama, kelompokkan(b.nik), b.keterangan])
        jumlah = jumlah.tambah(b)
    tabel.baris([Sel(f"JUMLAH: {bilangan(jumlah.orang)} usulan", rentang=4)], tebal=True, latar=True)
    tabel.selesai()
    lembar.spasi(3)
    ttd = [None, KolomTtd(isi.kepala.penanda)]
    for teks in isi.penutup[:-1]:
        lembar.paragraf(aman(teks), baris_pertama=10)
    lembar.paragraf(aman(isi.penutup[-1]), baris_pertama=10, jarak=6, bersama=tinggi_ttd(lembar, ttd))
    tanda_tangan(lembar, ttd)
    tembusan(lembar, isi.tembusan)
    return jumlah


def tulis_buku(isi: IsiPengembalian, tata_letak: TataLetak, keluar: Path | BinaryIO) -> Jumlah:
    """Write the workbook that the desa mends and sends back; headings are those that the import knows."""
    with buku_baru(keluar) as buku:
        halaman = Halaman(buku, "Pengembalian", [k[1] for k in _KOLOM_BUKU], kertas=tata_letak.kertas)
        halaman.bekukan(5, 3)
        halaman.judul(isi.hal.upper(), ukuran=13)
        halaman.judul(isi.kepala.nama)
        halaman.judul(", ".join(filter(None, (isi.desa, f"Kecamatan {isi.kecamatan}" if isi.kecamatan else ""))))
        halaman.kosong()
        halaman.kepala([k[0] for k in _KOLOM_BUKU], bernomor=False)
        halaman.cetak_judul(5, 5)
        jumlah = Jumlah()
        for b in isi.baris:
            halaman.isi(_sel(b))
            jumlah = jumlah.tambah(b)
        halaman.saring(5, halaman.baris_kini)
        kaki = (isi.kepala.kop.nama, isi.kepala.kegiatan, tata_letak.tanda_air)
        halaman.kaki(" - ".join(filter(None, kaki)))
    return jumlah


_KOLOM_BUKU = (
    ("NO", 6), ("NIK", 19), ("NAMA", 30), ("NO. KK", 19), ("TANGGAL LAHIR", 14), ("ALAMAT", 28), ("RT", 5), ("RW", 5),
    ("DESA/KELURAHAN", 22), ("ALASAN", 50),
)  # fmt: skip


def _sel(b: BarisOrang) -> list[object]:
    lahir = tanggal_angka(b.tanggal_lahir) if b.tanggal_lahir else ""
    return [b.nomor, b.nik, b.nama, b.no_kk, lahir, b.alamat, b.rt, b.rw, b.desa, b.keterangan]
