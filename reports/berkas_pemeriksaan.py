"""The workbook in front of the berkas pemeriksaan: every question of an auditor on a sheet, and the index."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

from app.bahasa.alasan import SILANG_DANA
from app.bahasa.istilah import label
from app.bahasa.pemeriksaan_luar import PELANGGARAN, PENGECUALIAN
from app.berkas_pemeriksaan import BerkasPemeriksaan, Bersama
from app.berkas_pemeriksaan.kumpul import BarisUrutan
from app.penyaluran import BarisSerah
from app.penyaluran.keadaan import SETENGAH
from db.istilah import Kertas
from reports.berkas_penggunaan import KOLOM_LAPORAN, KOLOM_PAKTA, baris_laporan, baris_pakta
from reports.buku import Buku, Halaman, buku_baru


@dataclass(frozen=True, slots=True)
class BerkasSertaan:
    """A file of the folder in the index: what it is, its name inside, number and date where it has them, its hash."""

    sebutan: str
    nama: str
    nomor: str
    tanggal: date | None
    sha256: str


Desa = Callable[[str], str]
"""Gives a desa's name as people say it, by its code."""


def tulis(
    isi: BerkasPemeriksaan,
    sertaan: Sequence[BerkasSertaan],
    desa: Desa,
    keluar: Path | BinaryIO,
    kertas: Kertas = Kertas.F4,
) -> None:
    """Write the workbook."""
    with buku_baru(keluar) as buku:
        _indeks(buku, isi, sertaan, kertas)
        _ringkasan(buku, isi, kertas)
        _urutan(buku, "Urutan tanggal", isi.urutan, desa, kertas)
        _urutan(buku, "Melanggar urutan", isi.melanggar, desa, kertas)
        _belum(buku, isi.belum_dibayar, desa, kertas)
        _setengah(buku, isi, desa, kertas)
        _tanpa_sk(buku, isi, desa, kertas)
        _bersama(buku, "Satu wakil banyak", ("Wakil", "NIK wakil"), isi.wakil_bersama, desa, kertas)
        _bersama(buku, "Satu rekening banyak", ("Bank", "Nomor rekening"), isi.rekening_bersama, desa, kertas)
        _pengecualian(buku, isi, kertas)
        laporan = _lembar(buku, "Laporan penggunaan", "Laporan penggunaan", KOLOM_LAPORAN, kertas, not isi.penggunaan)
        _isi(laporan, (baris_laporan(b, desa) for b in isi.penggunaan))
        pakta = _lembar(buku, "Pakta integritas", "Pakta integritas", KOLOM_PAKTA, kertas, not isi.pakta)
        _isi(pakta, (baris_pakta(b, desa) for b in isi.pakta))


def _lembar(
    buku: Buku, nama: str, judul: str, kolom: Sequence[tuple[str, float]], kertas: Kertas, kosong: bool
) -> Halaman:
    """Begin a sheet with its title and headings; where nothing was found it says so."""
    halaman = Halaman(buku, nama, [lebar for _, lebar in kolom], kertas=kertas)
    catatan = "Tidak ada." if kosong else ""
    halaman.pembuka(judul.upper(), [catatan], [teks for teks, _ in kolom], beku=0, ukuran=11)
    halaman.kaki(judul)
    return halaman


def _isi(halaman: Halaman, baris: Iterable[Sequence[Any]]) -> None:
    awal = halaman.baris_kini
    for satu in baris:
        halaman.isi(satu, bungkus=True)
    halaman.saring(awal, halaman.baris_kini)


def _indeks(buku: Buku, isi: BerkasPemeriksaan, sertaan: Sequence[BerkasSertaan], kertas: Kertas) -> None:
    kolom = (("No.", 6), ("Dokumen", 40), ("Berkas", 48), ("Nomor", 24), ("Tanggal", 14), ("SHA-256", 68))
    halaman = _lembar(buku, "Indeks", f"Berkas pemeriksaan {isi.kegiatan} {isi.tahun}", kolom, kertas, not sertaan)
    _isi(halaman, ([n, s.sebutan, s.nama, s.nomor, s.tanggal, s.sha256] for n, s in enumerate(sertaan, 1)))


def _ringkasan(buku: Buku, isi: BerkasPemeriksaan, kertas: Kertas) -> None:
    halaman = _lembar(buku, "Ringkasan", "Ringkasan", (("Pemeriksaan", 60), ("Jumlah", 20)), kertas, False)
    per_jenis: dict[str, int] = {}
    for b in isi.melanggar:
        for p in b.pelanggaran:
            per_jenis[PELANGGARAN[p]] = per_jenis.get(PELANGGARAN[p], 0) + 1
    baris: list[tuple[str, int]] = [
        ("Penerima pada semua tahap", len(isi.urutan)),
        ("SP2D (rupiah)", isi.uang.sp2d),
        ("Tersalur (rupiah)", isi.uang.tersalur),
        ("Disetor kembali (rupiah)", isi.uang.disetor),
        ("Masih di bank atau bendahara (rupiah)", isi.uang.masih),
        *_stok(isi),
        *per_jenis.items(),
        ("Ada dalam SK, belum atau gagal dibayar", len(isi.belum_dibayar)),
        *((SILANG_DANA[s], sum(b.keadaan.silang is s for b in isi.setengah)) for s in sorted(SETENGAH)),
        ("Dibayar, tetapi dikeluarkan dari SK", len(isi.dibayar_tanpa_sk)),
        ("Wakil yang mengambil untuk tiga orang atau lebih", len(isi.wakil_bersama)),
        ("Rekening yang dipakai beberapa orang", len(isi.rekening_bersama)),
        ("Pengecualian", len(isi.pengecualian)),
        ("Wajib melaporkan penggunaan bantuan", len(isi.penggunaan)),
        ("Belum melaporkan penggunaan bantuan", sum(b.laporan is None for b in isi.penggunaan)),
        ("Belum menandatangani pakta integritas", sum(b.tanggal is None for b in isi.pakta)),
    ]
    _isi(halaman, baris)


def _stok(isi: BerkasPemeriksaan) -> Iterable[tuple[str, int]]:
    for s in isi.stok:
        yield f"{s.nama} ({s.satuan}) diterima dari penyedia", s.diterima
        yield f"{s.nama} ({s.satuan}) diserahkan kepada penerima", s.diserahkan
        yield f"{s.nama} ({s.satuan}) sisa" + ("; diserahkan melebihi BAST penyedia" if s.sisa < 0 else ""), s.sisa


_ORANG = (("No. SK", 8), ("Nama", 30), ("NIK", 20), ("Desa/kelurahan", 22), ("Tahap", 12), ("Jumlah (Rp)", 14))


def _orang(b: BarisSerah, desa: Desa) -> list[Any]:
    return [b.nomor_urut, b.nama, b.nik, desa(b.kode_desa), b.tahap_nama, b.nominal]


def _urutan(buku: Buku, nama: str, semua: Sequence[BarisUrutan], desa: Desa, kertas: Kertas) -> None:
    kolom = (*_ORANG, ("Verifikasi", 12), ("SK", 12), ("SP2D", 12), ("Dana masuk", 12), ("Diserahkan", 12),
             ("Catatan", 40))  # fmt: skip
    halaman = _lembar(buku, nama, nama, kolom, kertas, not semua)
    _isi(
        halaman,
        (
            [
                *_orang(b.baris, desa),
                b.tanggal.verifikasi,
                b.tanggal.sk,
                b.tanggal.sp2d,
                b.tanggal.dana,
                b.tanggal.serah,
                "; ".join(PELANGGARAN[p] for p in b.pelanggaran) or None,
            ]
            for b in semua
        ),
    )


def _belum(buku: Buku, semua: Sequence[BarisSerah], desa: Desa, kertas: Kertas) -> None:
    halaman = _lembar(
        buku, "Belum dibayar", "Ada dalam SK, belum atau gagal dibayar", (*_ORANG, ("Hasil", 24), ("Sebab", 40)),
        kertas, not semua,
    )  # fmt: skip
    _isi(
        halaman,
        (
            [
                *_orang(b, desa),
                label(b.keadaan.hasil) if b.keadaan.hasil else "Belum ada catatan",
                (b.keadaan.terakhir.alasan if b.keadaan.terakhir else "") or None,
            ]
            for b in semua
        ),
    )


def _setengah(buku: Buku, isi: BerkasPemeriksaan, desa: Desa, kertas: Kertas) -> None:
    kolom = (*_ORANG, ("Dana masuk", 12), ("Diserahkan", 12), ("Keadaan", 44))
    judul = "Dana masuk dan penyerahan buku atau kartu yang belum lengkap"
    halaman = _lembar(buku, "Dana dan kartu", judul, kolom, kertas, not isi.setengah)
    _isi(halaman, ([*_orang(b, desa), *_tanggal_fakta(b)] for b in isi.setengah))


def _tanggal_fakta(b: BarisSerah) -> list[Any]:
    dana, serah = b.keadaan.dana_masuk, b.keadaan.diserahkan
    kata = SILANG_DANA[b.keadaan.silang] if b.keadaan.silang else None
    return [dana.tanggal if dana else None, serah.tanggal if serah else None, kata]


def _tanpa_sk(buku: Buku, isi: BerkasPemeriksaan, desa: Desa, kertas: Kertas) -> None:
    kolom = (*_ORANG, ("Diserahkan", 12), ("Oleh", 24), ("Dikeluarkan oleh SK", 24))
    judul = "Dibayar, tetapi dikeluarkan dari SK"
    halaman = _lembar(buku, "Dibayar di luar SK", judul, kolom, kertas, not isi.dibayar_tanpa_sk)
    _isi(
        halaman,
        ([*_orang(t.baris, desa), t.catatan.tanggal, t.catatan.petugas, t.alasan] for t in isi.dibayar_tanpa_sk),
    )


def _bersama(
    buku: Buku, nama: str, judul: tuple[str, str], semua: Sequence[Bersama], desa: Desa, kertas: Kertas
) -> None:
    kolom = ((judul[0], 28), (judul[1], 24), ("Banyak orang", 10), *_ORANG)
    halaman = _lembar(buku, nama, nama, kolom, kertas, not semua)
    _isi(halaman, ([b.siapa, b.nomor, len(b.penerima), *_orang(p, desa)] for b in semua for p in b.penerima))


def _pengecualian(buku: Buku, isi: BerkasPemeriksaan, kertas: Kertas) -> None:
    kolom = (("Jenis", 34), ("Tanggal", 12), ("Tentang", 44), ("Alasan", 50), ("Oleh", 26))
    halaman = _lembar(buku, "Daftar pengecualian", "Daftar pengecualian", kolom, kertas, not isi.pengecualian)
    _isi(halaman, ([PENGECUALIAN[p.jenis], p.tanggal, p.tentang, p.alasan, p.oleh] for p in isi.pengecualian))
