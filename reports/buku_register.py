"""The pages of a book by period as a workbook: the same lines as on paper, to be filtered and added up."""

from datetime import date
from pathlib import Path
from typing import BinaryIO

from app import jejak
from app.dokumen.isi_naskah import IsiNaskah, TabelNaskah
from app.dokumen.kumpul_register import isi_register
from app.kerja import Kerja
from db.berkas import ditulis_di_samping
from db.istilah import Kertas
from reports.buku import Halaman, buku_baru

_HURUF_PER_MM = 0.55  # a column's width in characters, from its share on paper
_LEMBAR = "Register"


def tulis(isi: IsiNaskah, keluar: Path | BinaryIO, kertas: Kertas = Kertas.F4) -> int:
    """Write the book and return how many lines it has."""
    (tabel,) = (blok for blok in isi.isi if isinstance(blok, TabelNaskah))
    k = isi.kepala
    with buku_baru(keluar) as buku:
        halaman = Halaman(buku, _LEMBAR, [kolom.lebar * _HURUF_PER_MM for kolom in tabel.kolom], kertas=kertas)
        judul = [t for t in (*isi.judul, f"{k.kop.pemda} - {k.kop.nama}") if t]
        kepala_di = len(judul) + 2
        halaman.bekukan(kepala_di, 1)
        for urutan, teks in enumerate(judul):
            halaman.judul(teks, ukuran=13 if urutan == 0 else 11)
        halaman.kosong()
        halaman.kepala([kolom.judul.upper() for kolom in tabel.kolom], bernomor=False)
        halaman.cetak_judul(kepala_di, kepala_di)
        for baris in tabel.baris:
            halaman.isi(baris, bungkus=True)
        halaman.saring(kepala_di, halaman.baris_kini)
        halaman.kaki(isi.kaki)
        return halaman.baris_kini - kepala_di


def simpan_register(kerja: Kerja, buku: str, mulai: date, sampai: date, ke: Path) -> int:
    """Write one book between two days to `ke` and note it in the trail; returns how many lines it has.

    Args:
        buku: a key of `app.dokumen.kumpul_register.BUKU`.

    Raises:
        KnownError: `tidak_berwenang`, `tanggal_terbalik`, `dokumen_kosong`, `disk_penuh`, `tidak_bisa_menulis`.
    """
    isi = isi_register(kerja, buku, mulai, sampai)
    with ditulis_di_samping(ke) as samping:
        banyak = tulis(isi, samping, isi.kepala.kertas)
    jejak.catat(
        kerja, "ekspor_daftar", objek="daftar", daftar=" ".join(isi.judul), baris=banyak, berkas=ke.name,
        mulai=mulai.isoformat(), sampai=sampai.isoformat(),
    )  # fmt: skip
    return banyak
