"""Makes the form for verification in the field: gathered, drawn beside its place, renamed, remembered."""

from pathlib import Path
from uuid import UUID

from app.alasan import daftar_alasan
from app.dokumen.isi_daftar import Jumlah
from app.kantor import lihat_kantor
from app.kegiatan import nama_kegiatan
from app.kerja import Kerja
from app.verifikasi import semua_usulan
from app.wilayah import peta_kantor
from db.berkas import ditulis_di_samping
from reports import lembar_verifikasi
from reports.catatan import catat_lembar

KODE_LEMBAR, JUDUL = "lembar-verifikasi", "Lembar verifikasi lapangan"


def cetak_lembar_verifikasi(kerja: Kerja, kegiatan_id: UUID, ke: Path, *, desa: str | None = None) -> int:
    """Write the form of all usulan, or of one desa's; returns how many people it lists.

    Raises:
        KnownError: `tidak_berwenang`, `kegiatan_tidak_ada`, `disk_penuh`, `tidak_bisa_menulis`.
    """
    nama = nama_kegiatan(kerja, kegiatan_id)
    with ditulis_di_samping(ke) as samping:
        banyak = lembar_verifikasi.tulis(
            semua_usulan(kerja, kegiatan_id, desa=desa),
            samping,
            kegiatan=nama,
            peta=peta_kantor(kerja),
            alasan=[a.label for a in daftar_alasan(kerja)],
            kertas=lihat_kantor(kerja).kertas,
        )
        catat_lembar(kerja, kegiatan_id, KODE_LEMBAR, JUDUL, ke, samping, Jumlah(banyak), desa=desa)
    return banyak
