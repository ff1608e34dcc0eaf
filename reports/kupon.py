"""Kupon undangan: eight small coupons a sheet, each with the QR of its person's receipt, to be cut and handed out."""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

from app.dokumen.isi_daftar import Jumlah
from app.dokumen.isi_kupon import BarisKupon, IsiKupon
from reports.goresan import Goresan
from reports.huruf import BIASA, MIRING, TEBAL, lebar_teks, muat, patahkan
from reports.lembar import Lembar
from reports.petak import Petak
from reports.qr import citra_qr
from reports.tata_letak import MM, TataLetak

_BINGKAI = "kerangka_kupon"
_TEPI = 7 * MM
_SISI_QR = 21 * MM
_BLOK = 256
_UKURAN = (8.5, 8.0, 7.5, 7.0, 6.5, 6.0, 5.5)


def tulis(isi: IsiKupon, tata_letak: TataLetak, keluar: Path | BinaryIO) -> Jumlah:
    """Write the coupons to `keluar` and return how many people they invite."""
    petak = Petak(tata_letak, 2, 4)
    banyak = 0
    with Lembar(keluar, tata_letak, judul="Kupon Undangan", bernomor=False) as lembar:
        penulis = _Penulis(lembar.kanvas, isi, petak)
        for banyak, (b, qr) in enumerate(_berqr(isi.baris, tata_letak.ringan), 1):
            ke = (banyak - 1) % petak.isi
            if ke == 0 and banyak > 1:
                lembar.halaman_baru()
            if ke == 0:
                petak.garis(lembar.kanvas)
            penulis.satu(b, qr, *petak.sudut(ke))
        if not banyak:
            lembar.baris("Tidak ada penerima untuk diundang.")
    return Jumlah(banyak)


def _berqr(baris: Iterable[BarisKupon], ringan: bool) -> Iterator[tuple[BarisKupon, str]]:
    sumber = iter(baris)
    while blok := list(islice(sumber, _BLOK)):
        yield from zip(blok, citra_qr([b.kode for b in blok], garis=ringan), strict=True)


class _Penulis:
    """Writes what differs from coupon to coupon."""

    def __init__(self, c: Any, isi: IsiKupon, petak: Petak) -> None:
        petak.siapkan(c)
        self._c, self._isi, self._petak = c, isi, petak
        self._kanan = petak.lebar - _TEPI
        self._atas = self._kerangka()
        self._g = Goresan(c)

    def _kerangka(self) -> float:
        """Define what all coupons share; return the y at which a coupon's own lines begin."""
        c, k, lebar = self._c, self._isi.kepala, self._kanan - _TEPI
        tengah, y = self._petak.lebar / 2, self._petak.tinggi - 9 * MM
        c.beginForm(_BINGKAI, 0, 0, self._petak.lebar, self._petak.tinggi)
        for teks, huruf, ukuran in ((k.kop.pemda, BIASA, 7.5), (k.kop.nama, TEBAL, 8.5)):
            c.setFont(huruf, muat(teks, huruf, ukuran, lebar))
            c.drawCentredString(tengah, y, teks)
            y -= 3.6 * MM
        c.setLineWidth(0.6)
        c.line(_TEPI, y + 1.6 * MM, self._kanan, y + 1.6 * MM)
        y -= 3.6 * MM
        c.setFont(TEBAL, muat(self._isi.judul, TEBAL, 11, lebar))
        c.drawCentredString(tengah, y, self._isi.judul)
        y -= 4.2 * MM
        nama = f"{k.nama} {k.tahap}".strip()
        for teks in patahkan(nama, BIASA, 7.5, lebar)[:2]:
            c.setFont(BIASA, 7.5)
            c.drawCentredString(tengah, y, teks)
            y -= 3.2 * MM
        c.setFont(MIRING, muat(self._isi.catatan, MIRING, 6.5, lebar, 4))
        c.drawCentredString(tengah, 5 * MM, self._isi.catatan)
        c.endForm()
        return y - 1.5 * MM

    def satu(self, b: BarisKupon, qr: str, x: float, y: float) -> None:
        """Draw one coupon whose cell has its lower left corner at (x, y)."""
        c, g, atas = self._c, self._g, self._atas
        x_qr = self._kanan - _SISI_QR
        c.addLiteral(f"q 1 0 0 1 {x:.3f} {y:.3f} cm")
        c.doForm(_BINGKAI)
        c.addLiteral(f"q {_SISI_QR:.3f} 0 0 {_SISI_QR:.3f} {x_qr:.3f} {atas - _SISI_QR:.3f} cm {qr} Q")
        tengah_qr = x_qr + _SISI_QR / 2
        g.tengah(tengah_qr, atas - _SISI_QR - 2.6 * MM, b.kode, BIASA, muat(b.kode, BIASA, 6.5, _SISI_QR, 4))
        g.tengah(tengah_qr, atas - _SISI_QR - 7 * MM, f"No. {b.nomor:04d}", TEBAL, 10)
        self._rincian(b, x_qr - 3 * MM)
        g.keluarkan()
        c.addLiteral("Q")

    def _rincian(self, b: BarisKupon, kanan: float) -> None:
        """Write the lines in the largest size at which all of them fit above the note."""
        g, ruang = self._g, self._atas - 9 * MM
        pasangan = [
            ("Nama", b.nama, TEBAL), ("Wali", b.wali, BIASA), ("Alamat", b.alamat, BIASA),
            ("Hari/tgl.", b.hari_tanggal or "." * 40, TEBAL), ("Pukul", b.waktu or "." * 40, BIASA),
            ("Tempat", b.tempat or "." * 40, BIASA), ("Membawa", self._isi.bawa, BIASA),
        ]  # fmt: skip
        pasangan = [p for p in pasangan if p[1]]
        for ukuran in _UKURAN:
            label = lebar_teks("Membawa", BIASA, ukuran) + 1.2 * MM
            x = _TEPI + label + 2 * MM
            potongan = [patahkan(nilai, huruf, ukuran, kanan - x) for _, nilai, huruf in pasangan]
            if sum(map(len, potongan)) * ukuran * 1.3 <= ruang:
                break
        banyak = sum(map(len, potongan))
        jarak = max(0.5, min(ukuran * 0.7, (ruang - banyak * ukuran * 1.25) / len(pasangan)))
        y = self._atas - ukuran
        for (nama, _, huruf), baris in zip(pasangan, potongan, strict=True):
            g.kiri(_TEPI, y, nama, BIASA, ukuran)
            g.kiri(_TEPI + label, y, ":", BIASA, ukuran)
            for teks in baris:
                g.kiri(x, y, teks, huruf, ukuran)
                y -= ukuran * 1.25
            y -= jarak
