"""Draws letters, statements and minutes from their blocks: letterhead, head, body, signatures, copies, attachments.

One module for all of them, so that margins, numbering and the rule that no signature stands alone on a page are the
same on every paper of an office.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from app.dokumen.isi_daftar import Jumlah
from app.dokumen.isi_naskah import Alinea, Blok, Butir, IsiNaskah, Lampiran, Rincian, TabelNaskah, Tengah, Ttd
from reports.huruf import BIASA, TEBAL
from reports.kop import kop_jabatan, kop_surat
from reports.lembar import Lembar, aman
from reports.surat import kepala_surat, tembusan
from reports.tabel import Kolom, Sel, Tabel
from reports.tata_letak import MM, TataLetak
from reports.ttd import KolomTtd, tanda_tangan, tinggi_ttd

TITIK = "." * 60
_SELA_TTD = 5.0  # mm between the last words and the signatures, and between rows of them
_SELA_TABEL = 3.0  # mm below a table


def tulis(isi: IsiNaskah | Iterable[IsiNaskah], tata_letak: TataLetak, keluar: Path | BinaryIO) -> Jumlah:
    """Write one paper, or one after the other, to `keluar`; returns what they add up to."""
    jumlah = Jumlah()
    with Lembar(keluar, tata_letak, judul="", bernomor=False) as lembar:
        for urutan, satu in enumerate((isi,) if isinstance(isi, IsiNaskah) else isi):
            if urutan:
                lembar.bagian_baru()
            else:
                lembar.kanvas.setTitle(satu.surat.hal if satu.surat else " ".join(satu.judul).title())
            lembar.beri_kaki(satu.kaki)
            _satu(lembar, satu)
            jumlah = jumlah.gabung(satu.jumlah)
    return jumlah


def _satu(lembar: Lembar, isi: IsiNaskah) -> None:
    """Write one paper."""
    if isi.kop_jabatan:
        kop_jabatan(lembar, isi.kop_jabatan, isi.lambang)
    elif isi.berkop:
        kop_surat(lembar, isi.kepala.kop)
    if isi.surat:
        kepala_surat(lembar, isi.kepala, hal=isi.surat.hal, tujuan=isi.surat.tujuan, lampiran=isi.surat.lampiran)
    else:
        _judul(lembar, isi)
    ttd = [[_kolom(lembar, k) for k in baris] for baris in isi.ttd]
    tinggi = _tinggi(lembar, ttd)
    for urutan, blok in enumerate(isi.isi):
        _blok(lembar, blok, bersama=tinggi if urutan == len(isi.isi) - 1 else 0)
    for baris in ttd:
        lembar.spasi(_SELA_TTD)
        tanda_tangan(lembar, baris)
    tembusan(lembar, isi.tembusan)
    for lampiran in isi.lampiran:
        _lampiran(lembar, isi, lampiran)


def _judul(lembar: Lembar, isi: IsiNaskah) -> None:
    lembar.judul(*isi.judul, garis_bawah=bool(isi.baris_nomor) and len(isi.judul) == 1)
    for teks in isi.baris_nomor:
        lembar.baris(teks, rata="tengah")
    lembar.spasi(6)


def _kolom(lembar: Lembar, ttd: Ttd | None) -> KolomTtd | None:
    """Give a signature as it is drawn; a meterai box only where the office wants it on this paper."""
    if ttd is None:
        return None
    return KolomTtd(ttd.penanda, ttd.atas, ttd.meterai and lembar.tata_letak.meterai)


def _tinggi(lembar: Lembar, ttd: list[list[KolomTtd | None]]) -> float:
    """Return what the signatures take together, with the space that a table leaves below itself."""
    return sum(tinggi_ttd(lembar, baris) + _SELA_TTD * MM for baris in ttd) + _SELA_TABEL * MM


# --- blocks ----------------------------------------------------------------------------------------------------------


def _blok(lembar: Lembar, blok: Blok, *, bersama: float) -> None:
    """Write one block; `bersama` points of signatures must stand with its end."""
    match blok:
        case Alinea():
            _alinea(lembar, blok, bersama)
        case Butir():
            _butir(lembar, blok, bersama)
        case Rincian():
            _rincian(lembar, blok, bersama)
        case Tengah():
            lembar.perlu((len(blok.baris) + 3) * lembar.tata_letak.huruf * 1.4)
            lembar.spasi(2)
            lembar.judul(*blok.baris, ukuran=lembar.tata_letak.huruf)
            lembar.spasi(2)
        case TabelNaskah():
            _tabel(lembar, blok, bersama)


def _alinea(lembar: Lembar, blok: Alinea, bersama: float) -> None:
    akhir = len(blok.teks) - 1
    for urutan, teks in enumerate(blok.teks):
        lembar.paragraf(
            aman(teks),
            masuk=blok.masuk,
            baris_pertama=10 if blok.menjorok else 0,
            jarak=0 if blok.rapat and urutan < akhir else 2,
            bersama=bersama if urutan == akhir else 0,
        )


def _butir(lembar: Lembar, blok: Butir, bersama: float) -> None:
    akhir = len(blok.teks) - 1
    for urutan, teks in enumerate(blok.teks):
        label = f"{chr(ord('a') + urutan % 26)}." if blok.huruf else f"{urutan + 1}."
        lembar.paragraf(
            aman(teks), masuk=7, butir=label, jarak=1 if urutan < akhir else 2, bersama=bersama * (urutan == akhir)
        )


def _rincian(lembar: Lembar, blok: Rincian, bersama: float) -> None:
    baris = [(label, nilai or TITIK) for label, nilai in blok.baris]
    ukuran = lembar.tata_letak.huruf
    lembar.perlu(len(baris) * ukuran * 1.35 + bersama)
    if blok.nomor:
        lembar.kanvas.setFont(BIASA, ukuran)
        lembar.kanvas.drawString(lembar.kiri, lembar.y - ukuran, blok.nomor)
    lembar.pasangan(baris, lebar_label=blok.lebar, masuk=blok.masuk)


def _tabel(lembar: Lembar, blok: TabelNaskah, bersama: float) -> None:
    lembar.spasi(1)
    kolom = [Kolom(k.judul, k.lebar, k.rata) for k in blok.kolom]
    tabel = Tabel(lembar, kolom, ukuran=blok.ukuran, tinggi=blok.tinggi)
    for baris in blok.baris:
        tabel.baris(baris)
    if blok.akhir:
        kurang = len(kolom) - len(blok.akhir)
        sel: list[str | Sel] = [Sel(blok.akhir[0], rentang=kurang + 1, rata="kiri"), *blok.akhir[1:]]
        tabel.baris(sel, tebal=True, latar=True)
    tabel.selesai(bersama)
    lembar.spasi(_SELA_TABEL)


def _lampiran(lembar: Lembar, isi: IsiNaskah, lampiran: Lampiran) -> None:
    """Write an attachment on a page of its own, headed with what it belongs to."""
    lembar.halaman_baru()
    apa = isi.surat.hal if isi.surat else isi.judul[0].title()
    lembar.baris(f"Lampiran {apa}", ukuran=10)
    if isi.surat or isi.baris_nomor:
        lembar.baris(f"Nomor: {isi.kepala.nomor or '.' * 40}", ukuran=10)
    lembar.spasi(3)
    for teks in lampiran.judul:
        lembar.baris(teks, huruf=TEBAL, ukuran=11, rata="tengah")
    lembar.spasi(2)
    for blok in lampiran.isi:
        _blok(lembar, blok, bersama=0)
