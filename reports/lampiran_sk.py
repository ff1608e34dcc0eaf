"""Lampiran SK: the decree's list of recipients, headed as an attachment is, signed by who signs the decree.

The public variant carries masked identifiers and says so; its rows come already masked.
"""

from pathlib import Path
from typing import BinaryIO

from app.bahasa.waktu import tanggal
from app.dokumen.isi_daftar import IsiDaftar, IsiLampiranSk, Jumlah
from reports.daftar_orang import (
    KETERANGAN,
    kolom_penerima,
    letak_daftar,
    tabel_orang,
    tinggi_terbilang,
    tulis_terbilang,
)
from reports.huruf import BIASA, patahkan
from reports.lembar import Lembar
from reports.surat import jabatan_kapital
from reports.tata_letak import MM, TataLetak
from reports.ttd import KolomTtd, tanda_tangan, tinggi_ttd

_LEBAR_KEPALA = 92 * MM
_UKURAN = 10.0


def tulis(isi: IsiLampiranSk, tata_letak: TataLetak, keluar: Path | BinaryIO) -> Jumlah:
    """Write the attachment to `keluar` and return what it adds up to."""
    daftar = isi.daftar
    kolom = kolom_penerima(daftar, *([] if daftar.uang else [KETERANGAN]))
    letak = letak_daftar(tata_letak, kolom)
    judul = f"Lampiran Keputusan {isi.pejabat.title()}"
    with Lembar(keluar, letak, judul=judul, kaki=_kaki(isi)) as lembar:
        _kepala(lembar, isi)
        _judul(lembar, daftar)
        ttd = [None, KolomTtd(jabatan_kapital(daftar.kepala.penanda))]
        jumlah = tabel_orang(
            lembar,
            daftar,
            kolom,
            per_desa=True,
            penutup=lambda j: tinggi_terbilang(lembar, daftar, j) + tinggi_ttd(lembar, ttd),
        )
        tulis_terbilang(lembar, daftar, jumlah)
        tanda_tangan(lembar, ttd)
    return jumlah


def _kaki(isi: IsiLampiranSk) -> str:
    return f"Lampiran Keputusan {isi.pejabat.title()} Nomor {isi.nomor}" if isi.nomor else "Lampiran (rancangan)"


def _kepala(lembar: Lembar, isi: IsiLampiranSk) -> None:
    """Write the block at the upper right: whose decree, number, date, subject."""
    x = lembar.kanan - _LEBAR_KEPALA
    c = lembar.kanvas
    for teks in ("LAMPIRAN", *patahkan(f"KEPUTUSAN {isi.pejabat.upper()}", BIASA, _UKURAN, _LEBAR_KEPALA)):
        lembar.y -= _UKURAN * 1.3
        c.setFont(BIASA, _UKURAN)
        c.drawString(x, lembar.y, teks)
    tgl = tanggal(isi.tanggal).upper() if isi.tanggal else "." * 40
    for label, nilai in (
        ("NOMOR", isi.nomor or "." * 40),
        ("TANGGAL", tgl),
        ("TENTANG", isi.tentang.upper() or "." * 40),
    ):
        for urutan, teks in enumerate(patahkan(nilai, BIASA, _UKURAN, _LEBAR_KEPALA - 24 * MM)):
            lembar.y -= _UKURAN * 1.3
            if urutan == 0:
                c.drawString(x, lembar.y, label)
                c.drawString(x + 21 * MM, lembar.y, ":")
            c.drawString(x + 24 * MM, lembar.y, teks)
    lembar.spasi(7)


def _judul(lembar: Lembar, daftar: IsiDaftar) -> None:
    """Write the heading of the list; the tahap has no place in a decree unless the list is of one."""
    k = daftar.kepala
    lembar.judul(*daftar.judul, *filter(None, (k.kegiatan.upper(), k.baris_tahun.upper())), ukuran=11)
    if daftar.publik:
        lembar.spasi(1)
        lembar.catatan("Salinan untuk umum: sebagian angka NIK disamarkan.")
    lembar.spasi(3)
