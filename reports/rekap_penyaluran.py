"""The recap of a hand-over per desa as a workbook: target = tersalur + belum + tidak tersalur in every row."""

from pathlib import Path
from typing import BinaryIO

from app.bahasa.waktu import tanggal
from app.dokumen.isi_daftar import Jumlah
from app.dokumen.isi_laporan import IsiRekap, RekapDesa, jumlahkan
from reports.buku import Halaman, buku_baru
from reports.tata_letak import TataLetak

_KOLOM = (
    ("NO", 6), ("KODE WILAYAH", 15), ("DESA/KELURAHAN", 28), ("KECAMATAN", 18), ("TARGET", 10), ("SENDIRI", 10),
    ("WALI", 8), ("WAKIL", 8), ("DIANTAR", 10), ("TERSALUR", 11), ("BELUM", 9), ("TIDAK TERSALUR", 11),
    ("TERSALUR (%)", 11), ("NILAI TARGET (Rp)", 18), ("NILAI TERSALUR (Rp)", 18), ("SISA (Rp)", 18),
)  # fmt: skip
_REKENING = (
    ("MASUK REKENING", 12), ("DANA MASUK, KARTU BELUM", 15), ("KARTU DISERAHKAN, DANA BELUM", 17),
)  # fmt: skip
"""Only where money goes to accounts; the first is part of TERSALUR, the others of BELUM or TIDAK TERSALUR."""
_SERATUS = 100


def tulis(isi: IsiRekap, tata_letak: TataLetak, keluar: Path | BinaryIO) -> Jumlah:
    """Write the recap to `keluar` and return the people and rupiah that were to be served."""
    total = jumlahkan(isi.rekap)
    k = isi.kepala
    with buku_baru(keluar) as buku:
        kolom = [*_KOLOM, *(_REKENING if _lewat_rekening(total) else ())]
        halaman = Halaman(buku, "Rekap penyaluran", [lebar for _, lebar in kolom], kertas=tata_letak.kertas)
        judul = ["REKAPITULASI PENYALURAN PER DESA/KELURAHAN", f"{k.kop.pemda} - {k.kop.nama}"]
        judul += [k.nama + (f", {k.tahap}" if k.tahap else ""), isi.dasar]
        judul.append(f"Keadaan tanggal {tanggal(k.tanggal)}" if k.tanggal else "")
        judul = [t for t in judul if t]
        kepala_di = len(judul) + 2
        halaman.bekukan(kepala_di + 1, 3)
        for urutan, teks in enumerate(judul):
            halaman.judul(teks, ukuran=13 if urutan == 0 else 11, tebal=urutan < 3)
        halaman.kosong()
        halaman.kepala([nama for nama, _ in kolom])
        halaman.cetak_judul(kepala_di, kepala_di + 1)
        for nomor, r in enumerate(isi.rekap, 1):
            halaman.isi([nomor, r.kode, r.desa, r.kecamatan, *_angka(r)][: len(kolom)])
        halaman.saring(kepala_di + 1, halaman.baris_kini)
        halaman.isi([None, None, "JUMLAH", None, *_angka(total)][: len(kolom)], tebal=True)
        halaman.kaki(f"{k.kop.nama} - {k.kegiatan}")
    return Jumlah(total.target, total.nominal_target or None)


def _lewat_rekening(r: RekapDesa) -> bool:
    return bool(r.rekening or r.dana_saja or r.serah_saja)


def _angka(r: RekapDesa) -> list[object]:
    """The figures of one row, last those of money that goes to accounts; the share in whole percent."""
    bagian = round(r.tersalur * _SERATUS / r.target) if r.target else None
    orang = [r.target, r.sendiri, r.wali, r.diwakilkan, r.diantar, r.tersalur, r.belum, r.gagal]
    uang = [r.nominal_target, r.nominal_tersalur, r.nominal_sisa]
    return [*orang, bagian, *uang, r.rekening, r.dana_saja, r.serah_saja]
