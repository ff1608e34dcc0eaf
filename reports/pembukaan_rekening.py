"""The list by which the bank opens accounts: who the people are, with room for number, branch and holder."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, BinaryIO
from uuid import UUID

from app.dokumen.isi import Permintaan
from app.dokumen.kumpul_orang import Penulis, penulis
from app.identitas import tampilkan_telepon
from app.jobs import JobContext
from app.kantor import lihat_kantor
from app.kegiatan import nama_kegiatan
from app.kerja import Kerja
from app.rekening.lembar import JUDUL_KODE, JUDUL_NOMOR
from app.rekening.lihat import CalonRekening, siapkan_pembukaan
from db.berkas import ditulis_di_samping
from db.istilah import Kertas
from reports.buku import Halaman, buku_baru

_AWAL = (
    ("NO", 5), ("NAMA", 28), ("NIK", 18), ("NO. KK", 18), ("TEMPAT LAHIR", 16), ("TANGGAL LAHIR", 12), ("L/P", 5),
    ("NAMA IBU KANDUNG", 22), ("ALAMAT", 28), ("RT", 5), ("RW", 5), ("DESA/KELURAHAN", 20), ("KECAMATAN", 16),
    ("TELEPON", 15),
)  # fmt: skip
_WALI = (("NAMA WALI", 24), ("NIK WALI", 18))
_ISIAN = (
    ("BANK", 16), ("CABANG", 16), (JUDUL_NOMOR, 20), ("NAMA PEMILIK REKENING", 28), (JUDUL_KODE, 27),
)  # fmt: skip
PETUNJUK = (
    f"Isi kolom {JUDUL_NOMOR} sebagai teks dan NAMA PEMILIK REKENING seperti di buku tabungan. "
    f"Jangan mengubah kolom {JUDUL_KODE}, dan jangan mencantumkan PIN."
)


def tulis(
    calon: Sequence[CalonRekening],
    keluar: Path | BinaryIO,
    *,
    judul: str,
    tulis_orang: Penulis,
    kertas: Kertas = Kertas.F4,
    ctx: JobContext | None = None,
) -> int:
    """Write the list and return how many people it names; columns for a wali only where anyone has one."""
    wali = any(c.wali_nama for c in calon)
    kepala = (*_AWAL, *(_WALI if wali else ()), *_ISIAN)
    with buku_baru(keluar) as buku:
        halaman = Halaman(buku, "Rekening", [k[1] for k in kepala], kertas=kertas)
        kepala_di = halaman.pembuka(judul, [PETUNJUK], [k[0] for k in kepala])
        for nomor, c in enumerate(calon, 1):
            if ctx is not None:
                ctx.lapor(nomor, len(calon), "Menulis daftar pembukaan rekening")
            halaman.isi([nomor, *_isi(c, tulis_orang, wali=wali)])
        halaman.saring(kepala_di, halaman.baris_kini)
        halaman.kaki(judul)
    return len(calon)


def _isi(c: CalonRekening, tulis_orang: Penulis, *, wali: bool) -> Iterable[Any]:
    tempat = tulis_orang.tempat(c.kode_desa)
    telepon = tampilkan_telepon(c.telepon) if c.telepon else None
    diri = [c.nama, c.nik, c.no_kk, c.tempat_lahir, c.tanggal_lahir, c.jenis_kelamin, c.nama_ibu]
    alamat = [c.alamat, c.rt, c.rw, tempat["desa"], tempat["kecamatan"], telepon]
    isian = [c.bank, None, c.nomor or None, c.atas_nama or None, c.kode]
    return [*diri, *alamat, *([c.wali_nama, c.wali_nik] if wali else []), *isian]


def cetak_pembukaan(
    kerja: Kerja, kegiatan_id: UUID, ke: Path, *, semua: bool = False, ctx: JobContext | None = None
) -> int:
    """Write the list of those without an account, or of all; returns how many it names.

    Raises:
        KnownError: `tidak_berwenang`, `kegiatan_tidak_ada`, `penetapan_belum_sah`, `rekening_semua_punya`,
            `disk_penuh`, `tidak_bisa_menulis`.
        JobCancelled: nothing was written.
    """
    calon = siapkan_pembukaan(kerja, kegiatan_id, semua=semua)
    with ditulis_di_samping(ke) as samping:
        return tulis(
            calon, samping, judul=f"DAFTAR PEMBUKAAN REKENING {nama_kegiatan(kerja, kegiatan_id).upper()}",
            tulis_orang=penulis(kerja, Permintaan()), kertas=lihat_kantor(kerja).kertas, ctx=ctx,
        )  # fmt: skip
