"""Tanda terima: one, two or four receipts a sheet, each with the QR by which hand-over finds the person.

The receipt serves who comes alone, a wali who receives for a child, a proxy, and one who cannot write (thumb print with
two witnesses). What is known of who received is filled in; the rest stays a field to write in by hand.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

from app.bahasa.angka import rupiah, terbilang_rupiah
from app.bahasa.waktu import tanggal
from app.dokumen.isi_daftar import BarisOrang, IsiTandaTerima, Jumlah, Penerimaan
from app.dokumen.setelan import AMBANG_METERAI
from app.identitas import kelompokkan
from reports.goresan import Goresan
from reports.huruf import BIASA, MIRING, TEBAL, lebar_teks, muat, patahkan
from reports.lembar import Lembar
from reports.qr import citra_qr
from reports.rangka_tanda_terima import (
    BINGKAI,
    ISIAN,
    KOTAK,
    METERAI,
    SAKSI,
    X_PILIHAN,
    X_SAKSI,
    Rancangan,
    awal_isian,
    kerangka,
    kotak_meterai,
    rancang,
    tengah_penerima,
)
from reports.tata_letak import TataLetak

_LABEL_TERLEBAR = "Untuk pembayaran"
_BLOK = 256  # receipts whose QR are computed at a time


def tulis(isi: IsiTandaTerima, tata_letak: TataLetak, keluar: Path | BinaryIO) -> Jumlah:
    """Write the receipts to `keluar` and return what they add up to."""
    r = rancang(tata_letak, isi.per_lembar)
    jumlah = Jumlah()
    with Lembar(keluar, r.petak.tata_letak, judul="Tanda Terima Bantuan", bernomor=False) as lembar:
        penulis = _Penulis(lembar.kanvas, isi, r)
        for b, qr in _berqr(isi.baris, tata_letak.ringan):
            ke = jumlah.orang % r.petak.isi
            if ke == 0 and jumlah.orang:
                lembar.halaman_baru()
            if ke == 0:
                r.petak.garis(lembar.kanvas)
            penulis.satu(b, qr, *r.petak.sudut(ke))
            jumlah = jumlah.tambah(b)
        if not jumlah.orang:
            lembar.baris("Tidak ada penerima untuk dicetak.")
    return jumlah


def _berqr(baris: Iterable[BarisOrang], ringan: bool) -> Iterator[tuple[BarisOrang, str]]:
    """Put beside every row the picture of its QR, a block at a time."""
    sumber = iter(baris)
    while blok := list(islice(sumber, _BLOK)):
        yield from zip(blok, citra_qr([b.kode for b in blok], garis=ringan), strict=True)


class _Penulis:
    """Writes what differs from receipt to receipt."""

    def __init__(self, c: Any, isi: IsiTandaTerima, r: Rancangan) -> None:
        r.petak.siapkan(c)
        self._c, self._isi, self._r = c, isi, r
        self._y = kerangka(c, isi, r)
        self._g = Goresan(c)
        self._meterai = r.petak.tata_letak.meterai
        if self._meterai:
            kotak_meterai(c, r)
        k = isi.kepala
        self._dari = " ".join(filter(None, (k.kop.nama, k.pemda.upper())))
        self._tempat = k.tempat or "." * 22
        self._x_qr = r.kanan - r.sisi_qr
        self._labels: dict[tuple[tuple[str, ...], tuple[int, ...], float], str] = {}
        kosong = Goresan(c)
        self._nama_penerima(kosong, None)
        self._kosong = kosong.ambil()
        self._kanan = self._x_qr - r.mm(4)

    def satu(self, b: BarisOrang, qr: str, x: float, y: float) -> None:
        """Draw one receipt whose cell has its lower left corner at (x, y)."""
        c, r, g = self._c, self._r, self._g
        sisi = r.sisi_qr
        c.addLiteral(f"q 1 0 0 1 {x:.3f} {y:.3f} cm")
        c.doForm(BINGKAI)
        c.addLiteral(f"q {sisi:.3f} 0 0 {sisi:.3f} {self._x_qr:.3f} {self._y - sisi:.3f} cm {qr} Q")
        g.kanan(r.kanan, self._y + r.mm(7.5), f"No. {b.nomor:04d}", TEBAL, r.pt(10))
        ukuran = muat(b.kode, BIASA, r.pt(7.5), sisi + r.mm(4), 4)
        g.tengah(self._x_qr + sisi / 2, self._y - sisi - r.mm(3), b.kode, BIASA, ukuran)
        self._rincian(self._pasangan(b))
        nilai = _nilai(b)
        g.tengah(r.x + r.mm(27), r.y(52), nilai, TEBAL, muat(nilai, TEBAL, r.pt(13), r.mm(52)))
        self._penerima(b.penerimaan)
        g.keluarkan()
        if self._meterai and (b.nominal or 0) > AMBANG_METERAI:
            c.doForm(METERAI)
        c.addLiteral("Q")

    def _pasangan(self, b: BarisOrang) -> list[tuple[str, str, str]]:
        """Label, words and font of each line."""
        desa = f"{b.desa}, Kecamatan {b.kecamatan}" if b.desa and b.kecamatan else b.desa or b.kecamatan
        alamat = b.alamat_lengkap
        wali = f"{b.wali} ({b.wali_hubungan or 'wali'})" + (f", NIK {kelompokkan(b.wali_nik)}" if b.wali_nik else "")
        uang = b.nominal is not None
        semua = [
            ("Sudah terima dari", self._dari, BIASA),
            ("Uang sejumlah", terbilang_rupiah(b.nominal) if b.nominal is not None else "", MIRING),
            ("Berupa", "; ".join(g.sebutan for g in b.barang), BIASA),
            ("Untuk pembayaran" if uang else "Untuk", b.keterangan or self._isi.pembayaran, BIASA),
            ("Berdasarkan", self._isi.dasar, BIASA),
            ("Nama penerima", b.nama, TEBAL),
            ("NIK", kelompokkan(b.nik) if b.nik else "belum ada", BIASA),
            ("Wali", wali if b.wali else "", BIASA),
            ("Alamat", f"{alamat}, {desa}" if alamat and desa else alamat or desa, BIASA),
            ("Kategori", b.kategori, BIASA),
        ]
        return [p for p in semua if p[1]]

    def _rincian(self, pasangan: list[tuple[str, str, str]]) -> None:
        """Write the lines between heading and lower part, in the largest size at which all of them fit."""
        r, g = self._r, self._g
        ruang = self._y - r.y(62) - r.mm(2)
        for ukuran in r.huruf:
            x = self._titik_dua(ukuran) + r.mm(3)
            lebar = self._kanan - x
            potongan = [patahkan(nilai, huruf, ukuran, lebar) for _, nilai, huruf in pasangan]
            banyak = sum(map(len, potongan))
            if banyak * ukuran * 1.3 <= ruang:
                break
        sela = min(ukuran * 1.25, ruang / banyak)
        jarak = max(0.0, min(ukuran * 1.65, ruang / banyak) - sela)
        g.sisipkan(self._label([p[0] for p in pasangan], [len(p) for p in potongan], ukuran, sela, jarak))
        y = self._y - ukuran
        for (_, _, huruf), baris in zip(pasangan, potongan, strict=True):
            for teks in baris:
                g.kiri(x, y, teks, huruf, ukuran)
                y -= sela
            y -= jarak

    def _label(self, label: list[str], baris: list[int], ukuran: float, sela: float, jarak: float) -> str:
        """Write the labels before their lines; receipts of one shape share them."""
        kunci = (tuple(label), tuple(baris), ukuran)
        if kunci not in self._labels:
            r, g, y = self._r, Goresan(self._c), self._y - ukuran
            for teks, banyak in zip(label, baris, strict=True):
                g.kiri(r.x, y, teks, BIASA, ukuran)
                g.kiri(self._titik_dua(ukuran), y, ":", BIASA, ukuran)
                y -= sela * banyak + jarak
            self._labels[kunci] = g.ambil()
        return self._labels[kunci]

    def _titik_dua(self, ukuran: float) -> float:
        """Return where the colons stand behind labels of this size."""
        return self._r.x + lebar_teks(_LABEL_TERLEBAR, BIASA, ukuran) + self._r.mm(1.5)

    def _penerima(self, p: Penerimaan | None) -> None:
        """Fill in what is known of who received; lines to write on for the rest."""
        if p is None:
            self._g.sisipkan(self._kosong)
            return
        self._nama_penerima(self._g, p)
        self._isi_penerima(p)

    def _nama_penerima(self, g: Goresan, p: Penerimaan | None) -> None:
        """Write day and name around the signature of who receives, or lines for them."""
        r, tengah = self._r, tengah_penerima(self._r)
        hari = tanggal(p.tanggal) if p and p.tanggal else "." * 26
        g.tengah(tengah, r.y(39), f"{self._tempat}, {hari}", BIASA, r.pt(8.5))
        if p is not None and p.nama:
            g.tengah(tengah, r.y(12), p.nama, TEBAL, muat(p.nama, TEBAL, r.pt(8.5), r.mm(58)))
        else:
            g.tengah(tengah, r.y(12), f"({'.' * 48})", BIASA, r.pt(8.5))
        g.tengah(tengah, r.y(8.5), _sebutan(p), BIASA, r.pt(7.5))

    def _isi_penerima(self, p: Penerimaan) -> None:
        """Cross the box of who received; name, tie and papers of a wali or wakil; witnesses of a thumb print."""
        r, g = self._r, self._g
        x = r.x + r.mm(X_PILIHAN)
        for kode, _, geser in KOTAK:
            if kode == p.cara:
                g.tengah(x + r.mm(geser + 1.6), r.y(56), "X", TEBAL, r.pt(9))
        if p.cara != "sendiri":
            for (label, awal, akhir, y), teks in zip(
                ISIAN, (p.nama, p.hubungan, kelompokkan(p.nik), p.surat_kuasa), strict=True
            ):
                dari = awal_isian(r, label, x + r.mm(awal))
                ruang = (r.kanan if akhir is None else x + r.mm(akhir)) - dari
                g.kiri(dari, r.y(y) + 1, teks, BIASA, muat(teks, BIASA, r.pt(8.5), ruang, 4))
        for (y, nomor), nama in zip(SAKSI, p.saksi, strict=False):
            dari = awal_isian(r, nomor, r.x + r.mm(X_SAKSI[0]))
            g.kiri(dari, r.y(y) + 1, nama, BIASA, muat(nama, BIASA, r.pt(8.5), r.x + r.mm(X_SAKSI[1]) - dari, 4))
        if p.cap_jempol:
            g.tengah(r.x + r.mm(11), r.y(24), "cap jempol", MIRING, r.pt(7.5))


def _nilai(b: BarisOrang) -> str:
    """What stands in the frame: the amount, or a line for it where the office does not hold the money."""
    if b.nominal is not None:
        return rupiah(b.nominal)
    return "BANTUAN BARANG" if b.barang else "Rp " + "." * 28


def _sebutan(p: Penerimaan | None) -> str:
    """Say below the name as what that person receives."""
    if p is None:
        return "nama terang penerima/wali/wakil"
    return {"sendiri": "penerima", "wali": "wali penerima", "wakil": "wakil penerima"}[p.cara]
