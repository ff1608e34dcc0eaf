"""Lembar disposisi: half a sheet that travels with an incoming letter; filled in here or left to be written by hand."""

from datetime import date
from pathlib import Path
from typing import BinaryIO

from app.bahasa.istilah import pilihan
from app.bahasa.waktu import tanggal, tanggal_pendek
from app.dokumen.isi_surat import Arahan, IsiDisposisi
from db.istilah import SifatSurat
from reports.huruf import BIASA, TEBAL, patahkan
from reports.kop import kop_surat
from reports.lembar import GARIS, Lembar
from reports.tata_letak import MM, TataLetak

_UKURAN = 9.5
_DALAM = 2 * MM
_HARAP = ("Tanggapan dan saran", "Proses lebih lanjut", "Koordinasi/konfirmasi", "Untuk diketahui")

_BARIS_SIFAT = -(-len(SifatSurat) // 2)  # boxes stand two in a row


def tulis(isi: IsiDisposisi, tata_letak: TataLetak, keluar: Path | BinaryIO) -> None:
    """Write the sheet to `keluar`; it fills the upper half of the paper, more only when there are many dispositions."""
    with Lembar(keluar, tata_letak.daftar(), judul="Lembar Disposisi", bernomor=False) as lembar:
        kop_surat(lembar, isi.kepala.kop)
        lembar.judul("LEMBAR DISPOSISI")
        lembar.spasi(2)
        _surat(lembar, isi)
        for arahan in isi.arahan:
            _arahan(lembar, arahan)
        if not isi.arahan:
            _kosong(lembar)


def _tgl(hari: date | None) -> str:
    return tanggal(hari) if hari else ""


def _surat(lembar: Lembar, isi: IsiDisposisi) -> None:
    """Draw what is known of the letter."""
    kiri = [("Surat dari", isi.dari), ("Nomor surat", isi.nomor_surat), ("Tanggal surat", _tgl(isi.tanggal_surat))]
    kanan = [("Diterima tanggal", _tgl(isi.tanggal_terima)), ("Nomor agenda", isi.nomor_agenda), ("Sifat", "")]
    setengah = lembar.lebar / 2
    baris = [[_isi_sel(t, n, setengah) for t, n in sisi] for sisi in (kiri, kanan)]
    tinggi = max(sum(map(len, sisi)) for sisi in baris) * _UKURAN * 1.35 + 2 * _DALAM
    tinggi += (_BARIS_SIFAT - 1) * 5 * MM + 1 * MM
    atas = lembar.y
    _bingkai(lembar, tinggi, tengah=True)
    for x, sisi in ((lembar.kiri, baris[0]), (lembar.kiri + setengah, baris[1])):
        y = atas - _DALAM
        for potongan in sisi:
            y = _tulis(lembar, x + _DALAM, y, potongan)
    _pilihan_sifat(lembar, isi.sifat, lembar.kiri + setengah + 33 * MM, atas - _DALAM - 3 * _UKURAN * 1.35)
    hal = _isi_sel("Hal", isi.hal, lembar.lebar)
    atas = lembar.y
    _bingkai(lembar, len(hal) * _UKURAN * 1.35 + 2 * _DALAM)
    _tulis(lembar, lembar.kiri + _DALAM, atas - _DALAM, hal)


def _isi_sel(label_baris: str, nilai: str, lebar: float) -> list[tuple[str, str]]:
    """Break one labelled line; the label stands beside its first line only."""
    potongan = patahkan(nilai, BIASA, _UKURAN, lebar - 33 * MM - 2 * _DALAM)
    return [(label_baris if i == 0 else "", teks) for i, teks in enumerate(potongan)]


def _tulis(lembar: Lembar, x: float, y: float, baris: list[tuple[str, str]]) -> float:
    c = lembar.kanvas
    c.setFont(BIASA, _UKURAN)
    for teks_label, teks in baris:
        y -= _UKURAN * 1.35
        if teks_label:
            c.drawString(x, y, teks_label)
            c.drawString(x + 28 * MM, y, ":")
        c.drawString(x + 31 * MM, y, teks)
    return y


def _pilihan_sifat(lembar: Lembar, sifat: SifatSurat, x: float, y: float) -> None:
    """Draw the boxes of the letter's nature, its own crossed."""
    for urutan, (nilai, teks) in enumerate(pilihan(SifatSurat)):
        _centang(lembar, x + (urutan % 2) * 31 * MM, y - (urutan // 2) * 5 * MM, teks, nilai == sifat)


def _centang(lembar: Lembar, x: float, y: float, teks: str, isi: bool) -> None:
    c = lembar.kanvas
    c.setLineWidth(0.7)
    c.rect(x, y - 0.3 * MM, 3 * MM, 3 * MM)
    if isi:
        c.lines([(x, y - 0.3 * MM, x + 3 * MM, y + 2.7 * MM), (x, y + 2.7 * MM, x + 3 * MM, y - 0.3 * MM)])
    c.setFont(BIASA, _UKURAN)
    c.drawString(x + 4.2 * MM, y, teks)


def _bingkai(lembar: Lembar, tinggi: float, *, tengah: bool = False) -> None:
    """Draw a frame of `tinggi` points at the cursor, with a line down its middle if wanted, and move below it."""
    c = lembar.kanvas
    c.setLineWidth(GARIS)
    c.rect(lembar.kiri, lembar.y - tinggi, lembar.lebar, tinggi)
    if tengah:
        x = lembar.kiri + lembar.lebar / 2
        c.line(x, lembar.y, x, lembar.y - tinggi)
    lembar.y -= tinggi


def _arahan(lembar: Lembar, a: Arahan) -> None:
    """Draw one disposition: from whom to whom, what to do, a place for the paraf."""
    lebar = lembar.lebar - 45 * MM - 2 * _DALAM
    batas = f"Batas waktu: {tanggal(a.batas)}" if a.batas else ""
    teks = [f"{a.dari} kepada {a.kepada}", a.instruksi, f"Catatan: {a.catatan}" if a.catatan else "", batas]
    baris = [(i, b) for i, t in enumerate(teks) if t for b in patahkan(t, TEBAL if i == 0 else BIASA, _UKURAN, lebar)]
    tinggi = max(len(baris) * _UKURAN * 1.35 + 2 * _DALAM, 22 * MM)
    lembar.perlu(tinggi)
    c, atas = lembar.kanvas, lembar.y
    _bingkai(lembar, tinggi)
    x = lembar.kanan - 45 * MM
    c.line(x, atas, x, lembar.y)
    y = atas - _DALAM
    for urutan, b in baris:
        y -= _UKURAN * 1.35
        c.setFont(TEBAL if urutan == 0 else BIASA, _UKURAN)
        c.drawString(lembar.kiri + _DALAM, y, b)
    c.setFont(BIASA, 8.5)
    c.drawString(x + _DALAM, atas - _DALAM - 8, f"Tanggal: {tanggal_pendek(a.tanggal)}")
    c.drawString(x + _DALAM, atas - _DALAM - 20, "Paraf:")


def _kosong(lembar: Lembar) -> None:
    """Draw the part that the head fills in by hand."""
    c, atas = lembar.kanvas, lembar.y
    _bingkai(lembar, 38 * MM, tengah=True)
    kanan = lembar.kiri + lembar.lebar / 2
    c.setFont(TEBAL, _UKURAN)
    c.drawString(lembar.kiri + _DALAM, atas - 5 * MM, "Diteruskan kepada:")
    c.drawString(kanan + _DALAM, atas - 5 * MM, "Dengan hormat harap:")
    for urutan, teks in enumerate(_HARAP):
        _centang(lembar, kanan + _DALAM, atas - (11 + 6 * urutan) * MM, teks, False)
    c.setDash(0.6, 1.8)
    for urutan in range(4):
        y = atas - (12 + 6.5 * urutan) * MM
        c.line(lembar.kiri + _DALAM, y, kanan - _DALAM, y)
    c.setDash()
    atas = lembar.y
    _bingkai(lembar, 32 * MM)
    c.setFont(TEBAL, _UKURAN)
    c.drawString(lembar.kiri + _DALAM, atas - 5 * MM, "Catatan:")
    teks = "Paraf dan tanggal:"
    c.drawString(lembar.kanan - 45 * MM, atas - 5 * MM, teks)
    c.line(lembar.kanan - 47 * MM, atas, lembar.kanan - 47 * MM, lembar.y)
