"""The list that the dinas gives a kecamatan to serve: columns that an import knows, the last one our code."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from app.akses import Hak, wajib
from app.dokumen.isi import Permintaan
from app.dokumen.isi_daftar import Jumlah
from app.dokumen.kumpul_orang import Penulis, label_kategori, penulis
from app.jobs import JobContext, dilaporkan
from app.kantor import lihat_kantor
from app.kegiatan import nama_kegiatan
from app.kerja import Kerja
from app.penyaluran import BarisSerah, StatusSalur, semua_serah
from app.penyaluran.realisasi import KODE
from app.pijakan import tahap_kegiatan, wajib_sah
from db.berkas import ditulis_di_samping
from db.galat import KnownError
from db.istilah import Kertas
from reports.buku import Halaman, buku_baru
from reports.catatan import catat_lembar

_KEPALA = (
    ("NO", 6), ("NAMA", 30), ("NIK", 19), ("NO. KK", 19), ("L/P", 5), ("TEMPAT LAHIR", 16), ("TANGGAL LAHIR", 13),
    ("ALAMAT", 28), ("RT", 5), ("RW", 5), ("DESA/KELURAHAN", 22), ("KECAMATAN", 18), ("KATEGORI", 18),
    ("NAMA WALI", 24), ("NIK WALI", 19), ("HUBUNGAN WALI", 16), ("BANTUAN", 28), ("NILAI BANTUAN (Rp)", 16),
    (KODE, 27),
)  # fmt: skip
KODE_LEMBAR, JUDUL = "daftar-kecamatan", "Daftar penerima untuk kecamatan"
PETUNJUK = f"Impor berkas ini sebagai daftar penerima. Jangan mengubah kolom {KODE}: hasilnya dikenali darinya."


def tulis(
    baris: Iterable[BarisSerah],
    keluar: Path | BinaryIO,
    *,
    judul: str,
    tulis_orang: Penulis,
    kertas: Kertas = Kertas.F4,
) -> int:
    """Write the list and return how many people it has."""
    banyak = 0
    with buku_baru(keluar) as buku:
        halaman = Halaman(buku, "Daftar penerima", [k[1] for k in _KEPALA], kertas=kertas)
        kepala_di = halaman.pembuka(judul, [PETUNJUK], [k[0] for k in _KEPALA])
        for banyak, b in enumerate(baris, 1):
            halaman.isi(_isi(banyak, b, tulis_orang))
        halaman.saring(kepala_di, halaman.baris_kini)
        halaman.kaki(judul)
    return banyak


def _isi(nomor: int, b: BarisSerah, tulis_orang: Penulis) -> Sequence[object]:
    tempat = tulis_orang.tempat(b.kode_desa)
    barang = "; ".join(f"{k.nama} {k.jumlah} {k.satuan}" for k in b.barang)
    return [
        nomor, b.nama, tulis_orang.nomor(b.nik), tulis_orang.nomor(b.no_kk), b.jenis_kelamin or "", b.tempat_lahir,
        b.tanggal_lahir, b.alamat, b.rt, b.rw, tempat["desa"], tempat["kecamatan"], label_kategori(b.kategori),
        b.wali_nama, tulis_orang.nomor(b.wali_nik), b.wali_hubungan, barang, b.nominal, b.kode,
    ]  # fmt: skip


def cetak_daftar_kecamatan(
    kerja: Kerja,
    kegiatan_id: UUID,
    ke: Path,
    *,
    tahap_id: UUID,
    kecamatan: str | None = None,
    ctx: JobContext | None = None,
) -> int:
    """Write the list of those who are still owed something in one tahap, and remember it; returns how many it has.

    Args:
        kecamatan: code of the kecamatan that serves them; None: all of the kegiatan.

    Raises:
        KnownError: `tidak_berwenang`, `kegiatan_tidak_ada`, `tahap_tidak_ada`, `penetapan_belum_sah`,
            `daftar_kecamatan_kosong`, `disk_penuh`, `tidak_bisa_menulis`.
        JobCancelled: nothing was written.
    """
    wajib(kerja, Hak.PENYALURAN)
    nama = nama_kegiatan(kerja, kegiatan_id)
    tahap = tahap_kegiatan(kerja, kegiatan_id, tahap_id)
    wajib_sah(kerja, kegiatan_id)
    awalan = f"{kecamatan}." if kecamatan else ""
    semua = semua_serah(kerja, kegiatan_id, tahap_id=tahap_id)
    milik = (b for b in semua if b.kode_desa.startswith(awalan) and b.keadaan.status is StatusSalur.BELUM)
    with ditulis_di_samping(ke) as samping:
        banyak = tulis(
            dilaporkan(milik, ctx, "Menulis daftar penerima"), samping,
            judul=f"DAFTAR PENERIMA {nama.upper()}, {tahap.nama.upper()}", tulis_orang=penulis(kerja, Permintaan()),
            kertas=lihat_kantor(kerja).kertas,
        )  # fmt: skip
        if not banyak:
            raise KnownError("daftar_kecamatan_kosong", nama=nama)
        catat_lembar(kerja, kegiatan_id, KODE_LEMBAR, JUDUL, ke, samping, Jumlah(banyak), tahap=tahap.nomor)
    return banyak
