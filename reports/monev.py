"""Laporan monitoring dan evaluasi: visits per desa, use of the aid, what is to be followed up, who visited."""

from pathlib import Path
from typing import BinaryIO

from app.bahasa.angka import bilangan, persen
from app.bahasa.waktu import tanggal_pendek
from app.dokumen.isi_laporan import IsiMonev
from reports.foto import cetak_foto
from reports.huruf import TEBAL
from reports.kop import kop_surat
from reports.lembar import Lembar, aman
from reports.tabel import Kolom, Sel, Tabel
from reports.tata_letak import TataLetak
from reports.ttd import KolomTtd, tanda_tangan, tempat_tanggal, tinggi_ttd


def tulis(isi: IsiMonev, tata_letak: TataLetak, keluar: Path | BinaryIO) -> None:
    """Write the report to `keluar`."""
    k = isi.kepala
    with Lembar(keluar, tata_letak, judul="Laporan Monitoring dan Evaluasi", kaki=f"Monev - {k.kegiatan}") as lembar:
        kop_surat(lembar, k.kop)
        lembar.judul("LAPORAN MONITORING DAN EVALUASI", *filter(None, (k.kegiatan.upper(), k.baris_tahun.upper())))
        lembar.spasi(5)
        for teks in (*isi.pembuka, *([isi.sampel] if isi.sampel else [])):
            lembar.paragraf(aman(teks), baris_pertama=10)
        _per_desa(lembar, isi)
        _pemanfaatan(lembar, isi)
        lembar.baris("Evaluasi:", huruf=TEBAL)
        lembar.spasi(1)
        for nomor, teks in enumerate(isi.evaluasi, 1):
            lembar.paragraf(aman(teks), masuk=7, butir=f"{nomor}.", jarak=0.8)
        _tindak_lanjut(lembar, isi)
        _pelapor(lembar, isi)
        _dokumentasi(lembar, isi)


def _per_desa(lembar: Lembar, isi: IsiMonev) -> None:
    lembar.spasi(1)
    lembar.baris("Tabel 1. Kunjungan per desa/kelurahan", huruf=TEBAL, ukuran=9.5, rata="tengah")
    lembar.spasi(1)
    kolom = [Kolom("No.", 9, "tengah"), Kolom("Desa/Kelurahan", 50)]
    kolom += [Kolom(j, 25, "kanan") for j in ("Dikunjungi", "Ditemui", "Menerima", "Jumlah sesuai")]
    tabel = Tabel(lembar, kolom, ukuran=9, bernomor=True)
    for nomor, b in enumerate(isi.per_desa, 1):
        tabel.baris([str(nomor), b.desa, *map(bilangan, (b.dikunjungi, b.ditemui, b.menerima, b.sesuai))])
    jumlah = [sum(getattr(b, n) for b in isi.per_desa) for n in ("dikunjungi", "ditemui", "menerima", "sesuai")]
    tabel.baris([Sel("JUMLAH", rentang=2), *(Sel(bilangan(n), rata="kanan") for n in jumlah)], tebal=True, latar=True)
    tabel.selesai()
    lembar.spasi(1)
    bagian = persen(jumlah[0], isi.penerima)
    lembar.catatan(f"Dikunjungi {bilangan(jumlah[0])} dari {bilangan(isi.penerima)} penerima ({bagian}).")
    lembar.spasi(3)


def _pemanfaatan(lembar: Lembar, isi: IsiMonev) -> None:
    """What the aid was used for, as it was answered."""
    if not isi.pemanfaatan:
        return
    lembar.baris("Tabel 2. Pemanfaatan bantuan", huruf=TEBAL, ukuran=9.5, rata="tengah")
    lembar.spasi(1)
    tabel = Tabel(lembar, [Kolom("Pemanfaatan", 120), Kolom("Jumlah", 30, "kanan")], ukuran=9)
    for h in isi.pemanfaatan:
        tabel.baris([h.label, bilangan(h.jumlah)])
    tabel.selesai()
    lembar.spasi(4)


def _tindak_lanjut(lembar: Lembar, isi: IsiMonev) -> None:
    if not isi.tindak_lanjut:
        return
    lembar.spasi(3)
    lembar.baris("Kendala dan tindak lanjut", huruf=TEBAL, ukuran=9.5, rata="tengah")
    lembar.spasi(1)
    kolom = [Kolom("No.", 9, "tengah"), Kolom("Nama", 40), Kolom("Desa/Kelurahan", 32), Kolom("Tanggal", 20, "tengah")]
    kolom += [Kolom("Kendala", 42), Kolom("Tindak lanjut", 42)]
    tabel = Tabel(lembar, kolom, ukuran=8.5, bernomor=True)
    for nomor, t in enumerate(isi.tindak_lanjut, 1):
        tabel.baris([str(nomor), t.nama, t.desa, tanggal_pendek(t.tanggal), t.kendala, t.tindak_lanjut or "-"])
    tabel.selesai()


def _pelapor(lembar: Lembar, isi: IsiMonev) -> None:
    """Write who visited, each with room to sign, then the head."""
    k = isi.kepala
    ttd = [None, KolomTtd(k.penanda, (tempat_tanggal(k.tempat, k.tanggal), "Mengetahui,"))]
    lembar.spasi(5)
    kolom = [Kolom("No.", 9, "tengah"), Kolom("Pelapor", 80), Kolom("Tanda tangan", 60)]
    tabel = Tabel(lembar, kolom, ukuran=9.5, tinggi=11)
    for nomor, nama in enumerate(isi.pelapor, 1):
        tabel.baris([str(nomor), nama, f"{nomor}."])
    tabel.selesai(tinggi_ttd(lembar, ttd) + 20)
    lembar.spasi(5)
    tanda_tangan(lembar, ttd)


def _dokumentasi(lembar: Lembar, isi: IsiMonev) -> None:
    """Print the photographs on sheets of their own, and say how many files the visits have in all."""
    if not isi.foto:
        return
    lembar.halaman_baru()
    lembar.baris("Dokumentasi kunjungan", huruf=TEBAL, rata="tengah")
    dicetak, semua = bilangan(len(isi.foto)), bilangan(isi.berkas)
    lembar.catatan(f"Dicetak {dicetak} foto dari {semua} berkas yang tersimpan bersama kunjungannya.")
    lembar.spasi(3)
    for foto in isi.foto:
        cetak_foto(lembar, foto)
