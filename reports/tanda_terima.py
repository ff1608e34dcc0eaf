"""Tanda terima: two receipts on a sheet with a cut line between, each with the QR by which hand-over finds the person.

The receipt serves who comes alone, a wali who receives for a child, a proxy, and one who cannot write (thumb
print with two witnesses). What the paper cannot know beforehand stays a field to fill in by hand.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from app.bahasa.angka import rupiah, terbilang_rupiah
from app.dokumen.isi_daftar import BarisOrang, IsiTandaTerima, Jumlah
from app.identitas import kelompokkan
from reports.huruf import BIASA, MIRING, TEBAL, lebar_teks, muat, patahkan
from reports.kop import gambar_kop
from reports.lembar import Lembar
from reports.qr import gambar_qr
from reports.tata_letak import MM, TataLetak
from reports.ttd import nip_berspasi

PER_LEMBAR = 2
_TEPI = 14 * MM
_ATAS = 7 * MM
_SISI_QR = 25 * MM
_LABEL = 31 * MM
_BAWAH = 62 * MM  # height of the lower part: choice, amount, signatures
_BINGKAI = "kerangka_tanda_terima"


@dataclass(frozen=True, slots=True)
class _Bidang:
    """Half a sheet: its left and lower edge, width and height in points."""

    x: float
    y: float
    lebar: float
    tinggi: float


def tulis(isi: IsiTandaTerima, tata_letak: TataLetak, keluar: Path | BinaryIO) -> Jumlah:
    """Write the receipts to `keluar` and return what they add up to."""
    jumlah = Jumlah()
    with Lembar(keluar, tata_letak, judul="Tanda Terima Bantuan", bernomor=False) as lembar:
        bidang = _setengah(tata_letak)
        y_isi = _kerangka(lembar.kanvas, isi, bidang)
        for baris in isi.baris:
            ke = jumlah.orang % PER_LEMBAR
            if ke == 0 and jumlah.orang:
                lembar.halaman_baru()
            if ke == 0:
                _garis_potong(lembar.kanvas, tata_letak)
            _satu(lembar.kanvas, isi, baris, bidang, y_isi, (PER_LEMBAR - 1 - ke) * bidang.tinggi)
            jumlah = jumlah.tambah(baris)
        if not jumlah.orang:
            lembar.baris("Tidak ada penerima untuk dicetak.")
    return jumlah


def _setengah(tata_letak: TataLetak) -> _Bidang:
    lebar, tinggi = tata_letak.ukuran_titik
    return _Bidang(_TEPI, 0, lebar - 2 * _TEPI, tinggi / PER_LEMBAR)


def _satu(c: Any, isi: IsiTandaTerima, b: BarisOrang, bidang: _Bidang, y_isi: float, dasar: float) -> None:
    """Draw one receipt whose lower edge is at `dasar`."""
    c.saveState()
    c.translate(0, dasar)
    c.doForm(_BINGKAI)
    c.setFont(TEBAL, 10)
    c.drawRightString(bidang.x + bidang.lebar, y_isi + 7.5 * MM, f"No. {b.nomor:04d}")
    x_qr = bidang.x + bidang.lebar - _SISI_QR
    gambar_qr(c, b.kode, x_qr, y_isi - _SISI_QR, _SISI_QR)
    c.setFont(BIASA, muat(b.kode, BIASA, 7.5, _SISI_QR))
    c.drawCentredString(x_qr + _SISI_QR / 2, y_isi - _SISI_QR - 3 * MM, b.kode)
    _rincian(c, _pasangan(isi, b), bidang, y_isi, x_qr - 4 * MM - bidang.x)
    c.setFont(TEBAL, 13)
    c.drawCentredString(bidang.x + 27 * MM, 52 * MM, _nilai(b))
    c.restoreState()


def _nilai(b: BarisOrang) -> str:
    """What stands in the frame: the amount, or a line for it where the office does not hold the money."""
    if b.nominal is not None:
        return rupiah(b.nominal)
    return "BANTUAN BARANG" if b.barang else "Rp " + "." * 28


def _pasangan(isi: IsiTandaTerima, b: BarisOrang) -> list[tuple[str, str, str]]:
    """Label, words and font of each line."""
    k = isi.kepala
    desa = ", ".join(filter(None, (b.desa, f"Kecamatan {b.kecamatan}" if b.kecamatan else "")))
    barang = "; ".join(g.sebutan for g in b.barang)
    wali = f"{b.wali} ({b.wali_hubungan or 'wali'})" + (f", NIK {kelompokkan(b.wali_nik)}" if b.wali_nik else "")
    semua = [
        ("Sudah terima dari", " ".join(filter(None, (k.kop.nama, k.pemda.upper()))), BIASA),
        ("Uang sejumlah", terbilang_rupiah(b.nominal) if b.nominal is not None else "", MIRING),
        ("Berupa", barang, BIASA),
        ("Untuk pembayaran" if b.nominal is not None else "Untuk", b.keterangan or isi.pembayaran, BIASA),
        ("Berdasarkan", isi.dasar, BIASA),
        ("Nama penerima", b.nama, TEBAL),
        ("NIK", kelompokkan(b.nik) if b.nik else "belum ada", BIASA),
        ("Wali", wali if b.wali else "", BIASA),
        ("Alamat", ", ".join(filter(None, (b.alamat_lengkap, desa))), BIASA),
        ("Kategori", b.kategori, BIASA),
    ]
    return [p for p in semua if p[1]]


def _rincian(c: Any, pasangan: list[tuple[str, str, str]], bidang: _Bidang, y: float, lebar: float) -> None:
    """Write the lines between heading and lower part, in the largest size at which all of them fit."""
    ruang = y - _BAWAH - 2 * MM
    for ukuran in (10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0):
        potongan = [patahkan(nilai, huruf, ukuran, lebar - _LABEL - 3 * MM) for _, nilai, huruf in pasangan]
        if sum(map(len, potongan)) * ukuran * 1.3 <= ruang:
            break
    x_nilai = bidang.x + _LABEL + 3 * MM
    jarak = min(ukuran * 1.65, ruang / sum(map(len, potongan)))
    y -= ukuran
    for (label, _, huruf), baris in zip(pasangan, potongan, strict=True):
        c.setFont(BIASA, ukuran)
        c.drawString(bidang.x, y, label)
        c.drawString(bidang.x + _LABEL, y, ":")
        c.setFont(huruf, ukuran)
        for teks in baris:
            c.drawString(x_nilai, y, teks)
            y -= ukuran * 1.25
        y -= jarak - ukuran * 1.25


# --- what is the same on every receipt -------------------------------------------------------------------------------


def _kerangka(c: Any, isi: IsiTandaTerima, bidang: _Bidang) -> float:
    """Define the form that every receipt shares; return the y at which its own lines begin."""
    c.beginForm(_BINGKAI, 0, 0, bidang.x * 2 + bidang.lebar, bidang.tinggi)
    y = bidang.tinggi - _ATAS
    y -= gambar_kop(c, isi.kepala.kop, bidang.x, y, bidang.lebar, skala=0.72)
    c.setFont(TEBAL, 12)
    y -= 7 * MM
    c.drawCentredString(bidang.x + bidang.lebar / 2, y, "TANDA TERIMA BANTUAN")
    lebar = lebar_teks("TANDA TERIMA BANTUAN", TEBAL, 12) / 2
    c.setLineWidth(0.8)
    c.line(bidang.x + bidang.lebar / 2 - lebar, y - 1.5, bidang.x + bidang.lebar / 2 + lebar, y - 1.5)
    c.setFont(BIASA, 9)
    c.drawCentredString(bidang.x + bidang.lebar / 2, y - 4.5 * MM, f"Tahun Anggaran {isi.kepala.tahun}")
    _pilihan_penerima(c, bidang)
    _tanda_tangan(c, isi, bidang)
    c.endForm()
    return y - 8 * MM


def _pilihan_penerima(c: Any, bidang: _Bidang) -> None:
    """Draw the amount's frame and the choice of who received."""
    x, y = bidang.x, _BAWAH
    c.setLineWidth(0.8)
    c.rect(x, 48 * MM, 54 * MM, 11 * MM)
    x += 60 * MM
    c.setFont(BIASA, 9)
    c.drawString(x, 56 * MM, "Diterima oleh:")
    for teks, geser in (("penerima sendiri", 24), ("wali", 56), ("wakil, dengan surat kuasa", 71)):
        c.rect(x + geser * MM, 55.6 * MM, 3.2 * MM, 3.2 * MM)
        c.drawString(x + (geser + 4.5) * MM, 56 * MM, teks)
    c.setFont(BIASA, 8.5)
    _isian(c, "Nama wali/wakil", x, 50.5 * MM, x + 62 * MM)
    _isian(c, "Hubungan", x + 64 * MM, 50.5 * MM, bidang.x + bidang.lebar)
    _isian(c, "NIK", x, 45 * MM, x + 62 * MM)
    _isian(c, "No. surat kuasa", x + 64 * MM, 45 * MM, bidang.x + bidang.lebar)
    c.setLineWidth(0.3)
    c.line(bidang.x, y, bidang.x + bidang.lebar, y)


def _isian(c: Any, label: str, x: float, y: float, kanan: float) -> None:
    """Draw a label and a dotted line to write on."""
    c.drawString(x, y, label)
    awal = x + lebar_teks(label, BIASA, 8.5) + 1.5 * MM
    c.setLineWidth(0.5)
    c.setDash(0.6, 1.6)
    c.line(awal, y - 0.6, kanan, y - 0.6)
    c.setDash()


def _tanda_tangan(c: Any, isi: IsiTandaTerima, bidang: _Bidang) -> None:
    """Draw the thumb-print box with its witnesses and the two signatures."""
    x, kanan = bidang.x, bidang.x + bidang.lebar
    c.setLineWidth(0.6)
    c.rect(x, 8 * MM, 22 * MM, 26 * MM)
    c.setFont(BIASA, 6.5)
    c.drawCentredString(x + 11 * MM, 11.7 * MM, "bila tidak dapat")
    c.drawCentredString(x + 11 * MM, 9.2 * MM, "bertanda tangan")
    c.drawCentredString(x + 11 * MM, 35.5 * MM, "CAP JEMPOL")
    c.setFont(BIASA, 8.5)
    c.drawString(x + 25 * MM, 35 * MM, "Saksi cap jempol:")
    _isian(c, "1.", x + 25 * MM, 24 * MM, x + 62 * MM)
    _isian(c, "2.", x + 25 * MM, 11 * MM, x + 62 * MM)
    tengah = x + 92 * MM
    _blok(c, tengah, "Yang menyerahkan,", "", isi)
    tempat = f"{isi.kepala.tempat or '.' * 22}, {'.' * 26}"
    _blok(c, kanan - 30 * MM, "Yang menerima,", tempat, None)


def _blok(c: Any, tengah: float, atas: str, tempat: str, isi: IsiTandaTerima | None) -> None:
    """Draw a signature around `tengah`: heading, room, name or a line for it."""
    c.setFont(BIASA, 8.5)
    c.drawCentredString(tengah, 39 * MM, tempat)
    c.drawCentredString(tengah, 35 * MM, atas)
    penanda = isi.kepala.penanda if isi else None
    if penanda and penanda.jabatan:
        for urutan, teks in enumerate(patahkan(f"{penanda.jabatan},", BIASA, 8.5, 58 * MM)[:3]):
            c.drawCentredString(tengah, (31.5 - 3.5 * urutan) * MM, teks)
    if penanda and penanda.nama:
        c.setFont(TEBAL, muat(penanda.nama, TEBAL, 8.5, 58 * MM))
        c.drawCentredString(tengah, 12 * MM, penanda.nama)
    else:
        c.drawCentredString(tengah, 12 * MM, f"({'.' * 48})")
    c.setFont(BIASA, 7.5)
    c.drawCentredString(tengah, 8.5 * MM, _di_bawah_nama(penanda.nip if penanda else "", isi is None))


def _di_bawah_nama(nip: str, penerima: bool) -> str:
    if penerima:
        return "nama terang penerima/wali/wakil"
    return f"NIP. {nip_berspasi(nip)}" if nip else "nama terang petugas"


def _garis_potong(c: Any, tata_letak: TataLetak) -> None:
    """Draw the line to cut along, with scissors at the left."""
    lebar, tinggi = tata_letak.ukuran_titik
    y = tinggi / PER_LEMBAR
    c.setLineWidth(0.5)
    c.setDash(4, 3)
    c.line(13 * MM, y, lebar - 6 * MM, y)
    c.setDash()
    c.setLineWidth(0.7)
    for arah in (1, -1):
        c.circle(6.5 * MM, y + arah * 1.3 * MM, 0.9 * MM)
        c.line(7.3 * MM, y + arah * 0.9 * MM, 12 * MM, y - arah * 0.9 * MM)
