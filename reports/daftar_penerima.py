"""Daftar penerima: the list that hangs in the office or goes with the money, per desa, with subtotals and terbilang."""

from pathlib import Path
from typing import BinaryIO

from app.dokumen.isi_daftar import IsiDaftar, Jumlah
from reports.daftar_orang import (
    KETERANGAN,
    judul_daftar,
    kolom_penerima,
    letak_daftar,
    tabel_orang,
    tinggi_terbilang,
    tulis_terbilang,
)
from reports.kop import kop_surat
from reports.lembar import Lembar
from reports.tata_letak import TataLetak
from reports.ttd import KolomTtd, tanda_tangan, tempat_tanggal, tinggi_ttd


def tulis(isi: IsiDaftar, tata_letak: TataLetak, keluar: Path | BinaryIO) -> Jumlah:
    """Write the list to `keluar` and return what it adds up to."""
    k = isi.kepala
    kolom = kolom_penerima(isi, KETERANGAN)
    letak = letak_daftar(tata_letak, kolom)
    with Lembar(keluar, letak, judul=" ".join(isi.judul), kaki=f"{' '.join(isi.judul)} - {k.kegiatan}") as lembar:
        kop_surat(lembar, k.kop)
        judul_daftar(lembar, isi)
        ttd = [*_lain(isi), KolomTtd(k.penanda, (tempat_tanggal(k.tempat, k.tanggal),))]
        jumlah = tabel_orang(
            lembar,
            isi,
            kolom,
            per_desa=not isi.desa,
            penutup=lambda j: tinggi_terbilang(lembar, isi, j) + tinggi_ttd(lembar, ttd, ukuran=10),
        )
        tulis_terbilang(lembar, isi, jumlah)
        tanda_tangan(lembar, ttd, ukuran=10)
    return jumlah


def _lain(isi: IsiDaftar) -> list[KolomTtd | None]:
    """The signers to the left: the Kepala Desa of a desa's list, or who answers for the money."""
    atas = ("Mengetahui,",) if isi.desa else ()
    return [KolomTtd(p, atas) for p in isi.mengetahui[:2]] or [None]
