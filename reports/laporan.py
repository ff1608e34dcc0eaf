"""Laporan hasil kegiatan: cover, contents, BAB I to V with the figures of the store, attachments, photographs.

Chapters follow what offices use (pendahuluan, pelaksanaan, hasil, kendala, penutup); their words stand in
`resources/naskah`.
"""

from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from reportlab.lib.utils import ImageReader

from app.dokumen.isi_laporan import IsiLaporan
from reports.foto import cetak_foto
from reports.huruf import BIASA, TEBAL, patahkan
from reports.laporan_hasil import bab_hasil, bab_kendala
from reports.laporan_pelaksanaan import bab_pelaksanaan
from reports.lembar import Lembar, aman
from reports.naskah_bab import Bab
from reports.tata_letak import MM, TataLetak
from reports.ttd import KolomTtd, tanda_tangan, tempat_tanggal, tinggi_ttd


def tulis(isi: IsiLaporan, tata_letak: TataLetak, keluar: Path | BinaryIO) -> None:
    """Write the report to `keluar`."""
    k = isi.kepala
    kaki = f"Laporan {k.nama}"
    with Lembar(keluar, tata_letak, judul=f"Laporan Hasil Kegiatan {k.kegiatan}", kaki=kaki) as lembar:
        _sampul(lembar, isi)
        bab = Bab(lembar)
        bab.daftar_isi(list(_JUDUL), _JUDUL)
        _bab_pendahuluan(bab, isi)
        bab_pelaksanaan(bab, isi)
        bab_hasil(bab, isi)
        bab_kendala(bab, isi)
        _bab_penutup(bab, isi)
        _lampiran(bab, isi)
        bab.selesai()


_JUDUL = {
    "BAB I": "PENDAHULUAN",
    "BAB II": "PELAKSANAAN",
    "BAB III": "HASIL KEGIATAN",
    "BAB IV": "KENDALA DAN TINDAK LANJUT",
    "BAB V": "PENUTUP",
    "LAMPIRAN": "DOKUMEN DAN FOTO KEGIATAN",
}


def _sampul(lembar: Lembar, isi: IsiLaporan) -> None:
    """Draw the cover."""
    k, c = isi.kepala, lembar.kanvas
    tengah = lembar.kiri + lembar.lebar / 2
    y = lembar.atas - 25 * MM
    for teks, ukuran in (("LAPORAN HASIL KEGIATAN", 18), (k.kegiatan.upper(), 15), (k.baris_tahun.upper(), 15)):
        for baris in patahkan(teks, TEBAL, ukuran, lembar.lebar):
            c.setFont(TEBAL, ukuran)
            c.drawCentredString(tengah, y, baris)
            y -= ukuran * 1.4
        y -= 3 * MM
    if k.kop.logo:
        gambar = ImageReader(BytesIO(k.kop.logo))
        c.drawImage(gambar, tengah - 25 * MM, lembar.bawah + 95 * MM, 50 * MM, 58 * MM, "auto", True, "c")
    y = lembar.bawah + 42 * MM
    for teks, huruf, ukuran in ((k.kop.pemda, BIASA, 14), (k.kop.nama, TEBAL, 16), (isi.pelaksana.upper(), BIASA, 12)):
        for baris in patahkan(teks, huruf, ukuran, lembar.lebar) if teks else ():
            c.setFont(huruf, ukuran)
            c.drawCentredString(tengah, y, baris)
            y -= ukuran * 1.4
    c.setFont(TEBAL, 13)
    c.drawCentredString(tengah, lembar.bawah + 4 * MM, str(k.tanggal.year if k.tanggal else k.tahun))
    lembar.halaman_baru(kaki=False)


def _bab_pendahuluan(bab: Bab, isi: IsiLaporan) -> None:
    bab.buka("BAB I", _JUDUL["BAB I"])
    bab.pasal("Latar Belakang")
    bab.alinea(isi.naskah["latar_belakang"])
    if isi.dasar_hukum:
        bab.pasal("Dasar Hukum")
        bab.butir(isi.dasar_hukum)
    bab.pasal("Maksud dan Tujuan")
    bab.alinea(isi.naskah["maksud"])
    bab.alinea(("Tujuan kegiatan ini adalah:",))
    bab.butir(isi.naskah["tujuan"])
    bab.pasal("Ruang Lingkup")
    bab.alinea(isi.naskah["ruang_lingkup"])


def _bab_penutup(bab: Bab, isi: IsiLaporan) -> None:
    bab.buka("BAB V", _JUDUL["BAB V"])
    bab.pasal("Simpulan")
    bab.butir(isi.naskah["simpulan"])
    if isi.naskah["saran"]:
        bab.pasal("Saran")
        bab.butir(isi.naskah["saran"])
    k, lembar = isi.kepala, bab.lembar
    ttd = [None, KolomTtd(k.penanda, (tempat_tanggal(k.tempat, k.tanggal),))]
    lembar.paragraf(aman(isi.naskah["penutup"][0]), jarak=6, bersama=tinggi_ttd(lembar, ttd))
    tanda_tangan(lembar, ttd)


def _lampiran(bab: Bab, isi: IsiLaporan) -> None:
    bab.buka("LAMPIRAN", _JUDUL["LAMPIRAN"])
    if isi.lampiran:
        bab.alinea(("Laporan ini dilengkapi dengan dokumen berikut:",))
        bab.butir(isi.lampiran)
    else:
        bab.alinea(("Tidak ada dokumen yang dicetak untuk kegiatan ini.",))
    for foto in isi.foto:
        cetak_foto(bab.lembar, foto)
