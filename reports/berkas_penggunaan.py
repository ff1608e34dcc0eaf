"""Two sheets of the berkas pemeriksaan: what recipients did with the aid, and who signed a pakta integritas."""

from collections.abc import Callable, Sequence
from typing import Any

from app.bahasa.alasan import STATUS_PENGGUNAAN
from app.bahasa.angka import bilangan
from app.pakta import BarisPakta
from app.penggunaan.laporan import BarisLaporan

KOLOM_LAPORAN = (
    ("Nama", 30), ("NIK", 20), ("Desa/kelurahan", 22), ("Nilai (Rp)", 14), ("Barang", 26), ("Diterima", 12),
    ("Batas waktu", 12), ("Terlambat (hari)", 11), ("Keadaan", 18), ("Tanggal laporan", 12), ("Penggunaan", 44),
    ("Terpakai (Rp)", 14), ("Selisih (Rp)", 14), ("Lampiran", 10),
)  # fmt: skip
KOLOM_PAKTA = (("Nama", 34), ("Selaku", 34), ("Desa/kelurahan", 24), ("Ditandatangani", 14), ("Pindaian", 12))

Desa = Callable[[str], str]


def baris_laporan(b: BarisLaporan, desa: Desa) -> Sequence[Any]:
    """Return the row of one recipient."""
    r = b.laporan
    guna = "; ".join(f"{g.untuk} {bilangan(g.rupiah)}" for g in r.guna) if r else None
    return [
        b.nama, b.nik, desa(b.kode_desa), b.nilai, b.barang or None, b.diserahkan, b.batas, b.hari_lambat or None,
        STATUS_PENGGUNAAN[b.status], r.tanggal if r else None, guna, r.terpakai if r else None,
        b.selisih if r else None, len(r.lampiran) if r else None,
    ]  # fmt: skip


def baris_pakta(b: BarisPakta, desa: Desa) -> Sequence[Any]:
    """Return the row of one signer."""
    pindaian = ("ada" if b.lampiran else "belum ada") if b.tanggal else None
    return [b.nama, b.selaku, desa(b.kode_desa) if b.kode_desa else None, b.tanggal, pindaian]
