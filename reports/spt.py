"""Surat perintah tugas: on what it stands, who is sent, to do what, when and where."""

from pathlib import Path
from typing import BinaryIO

from app.dokumen.isi_surat import IsiSpt, Petugas
from app.identitas import nip_berspasi
from reports.kop import kop_surat
from reports.lembar import Lembar, aman
from reports.surat import TITIK, berlabel, tanggal_keputusan, tembusan
from reports.tabel import Kolom, Tabel
from reports.tata_letak import TataLetak
from reports.ttd import KolomTtd, tanda_tangan, tinggi_ttd


def tulis(isi: IsiSpt, tata_letak: TataLetak, keluar: Path | BinaryIO) -> None:
    """Write the order to `keluar`."""
    k = isi.kepala
    with Lembar(keluar, tata_letak, judul="Surat Perintah Tugas", bernomor=False) as lembar:
        kop_surat(lembar, k.kop)
        lembar.judul("SURAT PERINTAH TUGAS", garis_bawah=True)
        lembar.baris(f"NOMOR: {k.nomor or TITIK}", rata="tengah")
        lembar.spasi(6)
        if isi.dasar:
            berlabel(lembar, "Dasar", isi.dasar)
        lembar.spasi(2)
        lembar.judul("MEMERINTAHKAN:", ukuran=11)
        lembar.spasi(3)
        _kepada(lembar, isi.petugas)
        berlabel(lembar, "Untuk", isi.untuk)
        lembar.pasangan([("Waktu", isi.waktu), ("Tempat", isi.tempat)], lebar_label=24, jarak=4)
        ttd = [None, KolomTtd(k.penanda, tanggal_keputusan(k))]
        lembar.paragraf(aman(isi.penutup), jarak=6, bersama=tinggi_ttd(lembar, ttd))
        tanda_tangan(lembar, ttd)
        tembusan(lembar, isi.tembusan)


def _kepada(lembar: Lembar, petugas: tuple[Petugas, ...]) -> None:
    """Write who is sent: one as lines, several as a table."""
    if len(petugas) == 1:
        p = petugas[0]
        baris = [("Nama", p.nama), ("Pangkat/Gol.", p.pangkat), ("NIP", nip_berspasi(p.nip)), ("Jabatan", p.jabatan)]
        lembar.baris("Kepada:")
        lembar.pasangan([b for b in baris if b[1]], lebar_label=24, masuk=7, jarak=4)
        return
    lembar.baris("Kepada:")
    lembar.spasi(1)
    kolom = [Kolom("No.", 9, "tengah"), Kolom("Nama dan NIP", 60), Kolom("Pangkat/Gol.", 40), Kolom("Jabatan", 55)]
    tabel = Tabel(lembar, kolom, ukuran=9.5)
    for nomor, p in enumerate(petugas, 1):
        nama = f"{p.nama}\nNIP. {nip_berspasi(p.nip)}" if p.nip else p.nama
        tabel.baris([str(nomor), nama, p.pangkat or "-", p.jabatan or "-"])
    tabel.selesai()
    lembar.spasi(4)
