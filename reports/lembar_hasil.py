"""The results workbook of a kecamatan: who was served and how, who was not and why, each row with the dinas's code."""

from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from app.bahasa.istilah import label
from app.bahasa.waktu import tanggal
from app.dokumen.isi_daftar import Jumlah
from app.jobs import JobContext, dilaporkan
from app.kantor import lihat_kantor
from app.kecamatan.bentuk import BELUM, HASIL, KOLOM, BarisHasil, tulis_tanda
from app.kecamatan.kumpul import hasil_penyaluran
from app.kegiatan import nama_kegiatan
from app.kerja import Kerja
from app.pijakan import tahap_kegiatan
from db.berkas import ditulis_di_samping
from db.istilah import HasilSalur, Kertas
from reports.buku import Halaman, buku_baru
from reports.catatan import catat_lembar

_LEBAR = (6, 30, 19, 22, 20, 22, 28, 14, 13, 20, 26, 16, 19, 16, 24, 24, 26, 27)
KODE_LEMBAR, JUDUL = "hasil-kecamatan", "Hasil penyaluran untuk dinas"
PETUNJUK = "Kirim berkas ini ke dinas seutuhnya. Dinas memasukkannya di halaman penyaluran kegiatannya."


def tulis(
    baris: Sequence[BarisHasil],
    keluar: Path | BinaryIO,
    *,
    judul: str,
    pengirim: str,
    kertas: Kertas = Kertas.F4,
) -> int:
    """Write the workbook and return how many rows it has."""
    with buku_baru(keluar) as buku:
        halaman = Halaman(buku, "Hasil penyaluran", _LEBAR, kertas=kertas)
        kepala_di = halaman.pembuka(judul, [tulis_tanda(pengirim, len(baris)), PETUNJUK], KOLOM)
        for nomor, b in enumerate(baris, 1):
            halaman.isi(_isi(nomor, b))
        akhir = halaman.baris_kini
        kata = [BELUM, *(label(h) for h in HasilSalur if h is not HasilSalur.BATAL_CATAT)]
        halaman.pilihan(KOLOM.index(HASIL) + 1, kepala_di + 1, akhir, f'"{",".join(kata)}"')
        halaman.saring(kepala_di, akhir)
        halaman.kaki(judul)
    return len(baris)


def _isi(nomor: int, b: BarisHasil) -> list[object]:
    return [
        nomor, b.nama, b.nik, b.desa, b.barang, b.hasil, b.alasan, b.jumlah, b.tanggal, b.tempat, b.penerima,
        b.hubungan, b.nik_wakil, b.surat_kuasa, b.saksi, b.petugas, b.bukti, b.kode,
    ]  # fmt: skip


def cetak_hasil(kerja: Kerja, kegiatan_id: UUID, ke: Path, *, tahap_id: UUID, ctx: JobContext | None = None) -> int:
    """Write the results of one tahap for the dinas, and remember it; returns how many rows it has.

    Raises:
        KnownError: those of `hasil_penyaluran`; `disk_penuh`, `tidak_bisa_menulis`.
        JobCancelled: nothing was written.
    """
    semua = list(dilaporkan(hasil_penyaluran(kerja, kegiatan_id, tahap_id), ctx, "Menulis hasil penyaluran"))
    kantor = lihat_kantor(kerja)
    judul = f"HASIL PENYALURAN {nama_kegiatan(kerja, kegiatan_id).upper()}, KEADAAN {tanggal(kerja.hari_ini()).upper()}"
    tahap = tahap_kegiatan(kerja, kegiatan_id, tahap_id)
    with ditulis_di_samping(ke) as samping:
        banyak = tulis(semua, samping, judul=judul, pengirim=kantor.nama, kertas=kantor.kertas)
        catat_lembar(kerja, kegiatan_id, KODE_LEMBAR, JUDUL, ke, samping, Jumlah(banyak), tahap=tahap.nomor)
    return banyak
