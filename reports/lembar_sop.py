"""The SOP AP sheet: identity box on the first page, then the procedure with its flowchart, lying F4 or A4.

Parts and symbols after Permenpan RB 35/2012 and Permendagri 52/2011. What the source left blank stays blank.
"""

from pathlib import Path
from typing import BinaryIO

from app.dokumen.isi import KopSurat
from app.dokumen.isi_sop import IsiSop
from app.identitas import nip_berspasi
from app.sop.definisi import Butir
from reports.huruf import BIASA, TEBAL, patahkan
from reports.kop import LOGO, gambar_logo
from reports.lembar import GARIS, Lembar
from reports.sop_prosedur import Prosedur
from reports.tata_letak import MM, TataLetak

_UKURAN = 9.0
_DALAM = 2 * MM


def tulis(isi: IsiSop, tata_letak: TataLetak, keluar: Path | BinaryIO) -> None:
    """Write the sheet to `keluar`."""
    nama = isi.definisi.nama
    with Lembar(keluar, tata_letak.lanskap(), judul=nama, kaki=nama) as lembar:
        _identitas(lembar, isi)
        lembar.halaman_baru()
        Prosedur(lembar, isi).tulis()


def _identitas(lembar: Lembar, isi: IsiSop) -> None:
    """Draw the identity box: who and what above, the six lists below in pairs."""
    kepala = isi.definisi.kepala
    tengah = lembar.kiri + lembar.lebar / 2
    y = _atas(lembar, isi, tengah)
    pasangan: list[tuple[str, tuple[Butir, ...], str, tuple[Butir, ...]]] = [
        ("Dasar Hukum", kepala.dasar_hukum, "Kualifikasi Pelaksana", kepala.kualifikasi),
        ("Keterkaitan", kepala.keterkaitan, "Peralatan/Perlengkapan", kepala.peralatan),
        ("Peringatan", kepala.peringatan, "Pencatatan dan Pendataan", kepala.pencatatan),
    ]
    for judul_kiri, kiri, judul_kanan, kanan in pasangan:
        bernomor = judul_kiri != "Peringatan"
        daftar = (_daftar(lembar, isi, kiri, bernomor), _daftar(lembar, isi, kanan, True))
        tinggi = max(max(len(d), 1) for d in daftar) * _UKURAN * 1.3 + _UKURAN * 1.3 + 2 * _DALAM
        for x, judul, baris in ((lembar.kiri, judul_kiri, daftar[0]), (tengah, judul_kanan, daftar[1])):
            _kotak(lembar, x, y, tinggi, judul, baris)
        y -= tinggi
    lembar.y = y


def _daftar(lembar: Lembar, isi: IsiSop, butir: tuple[Butir, ...], bernomor: bool) -> list[tuple[float, str]]:
    """Return the lines of a list as (indent, words); numbers only where there are several."""
    bernomor = bernomor and len(butir) > 1
    masuk = 6 * MM if bernomor else 0
    hasil: list[tuple[float, str]] = []
    for nomor, b in enumerate(butir, 1):
        baris = patahkan(_tanpa_nomor(isi.kata(b)), BIASA, _UKURAN, lembar.lebar / 2 - 2 * _DALAM - masuk)
        for urutan, teks in enumerate(baris):
            awal = bernomor and urutan == 0
            hasil.append((0, f"{nomor}.|{teks}") if awal else (masuk, teks))
    return hasil


def _tanpa_nomor(teks: str) -> str:
    """Drop a number that the source put before the words: the sheet numbers by itself."""
    depan, _, sisa = teks.partition(" ")
    return sisa if depan.rstrip(".").isdigit() and sisa else teks


def _kotak(lembar: Lembar, x: float, y: float, tinggi: float, judul: str, baris: list[tuple[float, str]]) -> None:
    """Draw one list with its heading."""
    c = lembar.kanvas
    c.setLineWidth(GARIS)
    c.rect(x, y - tinggi, lembar.lebar / 2, tinggi)
    y -= _DALAM + _UKURAN
    c.setFont(TEBAL, _UKURAN)
    c.drawString(x + _DALAM, y, f"{judul}:")
    c.setFont(BIASA, _UKURAN)
    for masuk, teks in baris:
        y -= _UKURAN * 1.3
        nomor, pemisah, isi = teks.partition(".|")
        if pemisah:
            c.drawString(x + _DALAM, y, f"{nomor}.")
            c.drawString(x + _DALAM + 6 * MM, y, isi)
        else:
            c.drawString(x + _DALAM + masuk, y, teks)


def _atas(lembar: Lembar, isi: IsiSop, tengah: float) -> float:
    """Draw the upper part: the institution at the left, number, dates, approval and name at the right."""
    kepala, kata = isi.definisi.kepala, isi.kata
    sah = kepala.disahkan
    nip = kata(sah.nip)
    disahkan = [
        (BIASA, kata(sah.jabatan)),
        (BIASA, ""),
        (BIASA, ""),
        (BIASA, ""),
        (TEBAL, kata(sah.nama)),
        (BIASA, kata(sah.pangkat)),
        (BIASA, f"NIP. {nip_berspasi(nip)}" if nip else ""),
    ]
    baris = [
        ("Nomor SOP", [(BIASA, kata(kepala.nomor))]),
        ("Tanggal Pembuatan", [(BIASA, kata(kepala.tanggal_pembuatan))]),
        ("Tanggal Revisi", [(BIASA, kata(kepala.tanggal_revisi))]),
        ("Tanggal Efektif", [(BIASA, kata(kepala.tanggal_efektif))]),
        ("Disahkan oleh", disahkan),
        ("Nama SOP", [(TEBAL, kata(kepala.nama) or isi.definisi.nama)]),
    ]
    atas = y = lembar.y
    for label, nilai in baris:
        y = _baris_kanan(lembar, tengah, y, label, nilai)
    _instansi(lembar, isi, atas, y, tengah)
    return y


def _baris_kanan(lembar: Lembar, x: float, y: float, label: str, nilai: list[tuple[str, str]]) -> float:
    """Draw a labelled cell at the right; return its lower edge."""
    c, lebar_label = lembar.kanvas, 40 * MM
    lebar = lembar.lebar / 2
    potongan = [(h, t) for h, teks in nilai for t in patahkan(teks, h, _UKURAN, lebar - lebar_label - 2 * _DALAM)]
    tinggi = len(potongan) * _UKURAN * 1.25 + _DALAM
    c.setLineWidth(GARIS)
    c.rect(x, y - tinggi, lebar_label, tinggi)
    c.rect(x + lebar_label, y - tinggi, lebar - lebar_label, tinggi)
    c.setFont(BIASA, _UKURAN)
    c.drawString(x + _DALAM, y - _DALAM / 2 - _UKURAN, label)
    for urutan, (huruf, teks) in enumerate(potongan):
        c.setFont(huruf, _UKURAN)
        c.drawString(x + lebar_label + _DALAM, y - _DALAM / 2 - _UKURAN - urutan * _UKURAN * 1.25, teks)
    return y - tinggi


def _instansi(lembar: Lembar, isi: IsiSop, atas: float, bawah: float, kanan: float) -> None:
    """Draw the institution's cell: coat of arms, names and unit, in the middle."""
    c, kepala = lembar.kanvas, isi.definisi.kepala
    c.setLineWidth(GARIS)
    c.rect(lembar.kiri, bawah, kanan - lembar.kiri, atas - bawah)
    lebar = kanan - lembar.kiri - 8 * MM
    nama = [isi.kata(kepala.instansi), isi.kata(kepala.unit)]
    if isi.kop and not nama[0]:
        nama[0] = f"{isi.kop.pemda}\n{isi.kop.nama}"
    baris = [t for teks in nama if teks for t in patahkan(teks, TEBAL, 12, lebar)]
    logo = _logo(isi.kop)
    tinggi = len(baris) * 16 + (LOGO[1] + 4 * MM if logo else 0)
    y = (atas + bawah) / 2 + tinggi / 2
    tengah = (lembar.kiri + kanan) / 2
    if logo:
        gambar_logo(c, logo, tengah - LOGO[0] / 2, y, 1.0)
        y -= LOGO[1] + 4 * MM
    c.setFont(TEBAL, 12)
    for teks in baris:
        y -= 16
        c.drawCentredString(tengah, y + 4, teks)


def _logo(kop: KopSurat | None) -> bytes | None:
    return kop.logo if kop else None
