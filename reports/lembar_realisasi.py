"""The sheet for the bank or the post: whom to pay how much, with room for who was paid and who was not and why."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from app.akses import Hak, wajib
from app.bahasa.istilah import label
from app.dokumen.isi import Permintaan
from app.dokumen.isi_daftar import Jumlah
from app.dokumen.kumpul_orang import Penulis, penulis
from app.jobs import JobContext, dilaporkan
from app.kantor import lihat_kantor
from app.kegiatan import nama_kegiatan
from app.kerja import Kerja
from app.penyaluran import BarisSerah, StatusSalur, semua_serah
from app.penyaluran.realisasi import ALASAN, DIBAYAR, GAGAL, HASIL, KODE, NOMINAL, TANGGAL
from app.pijakan import daftar_tahap
from db.berkas import ditulis_di_samping
from db.istilah import HasilSalur, Kertas
from reports.buku import Halaman, buku_baru
from reports.catatan import catat_lembar

_KEPALA = (
    ("NO", 6), ("NAMA", 30), ("NIK", 19), ("DESA/KELURAHAN", 22), ("BANK", 14), ("NO. REKENING", 19),
    ("NAMA PEMILIK REKENING", 26), (NOMINAL, 16), (HASIL, 12), (ALASAN, 30), (TANGGAL, 13), (KODE, 27),
)  # fmt: skip
_SEBAB = (
    HasilSalur.REKENING_BERMASALAH, HasilSalur.TIDAK_HADIR, HasilSalur.MENINGGAL, HasilSalur.PINDAH,
    HasilSalur.MENOLAK, HasilSalur.TIDAK_DITEMUKAN, HasilSalur.DATA_GANDA, HasilSalur.BERKAS_KURANG,
)  # fmt: skip
KODE_LEMBAR, JUDUL = "lembar-realisasi", "Lembar realisasi bank/pos"
PETUNJUK = (
    f"Isi kolom HASIL dengan {DIBAYAR} atau {GAGAL}; untuk {GAGAL} isi juga ALASAN. "
    "Baris yang dikosongkan berarti belum ada hasil. Jangan mengubah kolom KODE TANDA TERIMA."
)


def tulis(
    baris: Iterable[BarisSerah],
    keluar: Path | BinaryIO,
    *,
    judul: str,
    tulis_orang: Penulis,
    kertas: Kertas = Kertas.F4,
) -> Jumlah:
    """Write the sheet; returns how many people it lists and what they are owed."""
    banyak = jumlah = 0
    with buku_baru(keluar) as buku:
        halaman = Halaman(buku, "Realisasi", [k[1] for k in _KEPALA], kertas=kertas)
        kepala_di = halaman.pembuka(judul, [PETUNJUK], [k[0] for k in _KEPALA])
        for banyak, b in enumerate(baris, 1):
            halaman.isi(_isi(banyak, b, tulis_orang))
            jumlah += b.nominal or 0
        akhir = halaman.baris_kini
        kolom = [k[0] for k in _KEPALA]
        halaman.pilihan(kolom.index(HASIL) + 1, kepala_di + 1, akhir, f'"{DIBAYAR},{GAGAL}"')
        sebab = ",".join(label(h) for h in _SEBAB)
        halaman.pilihan(kolom.index(ALASAN) + 1, kepala_di + 1, akhir, f'"{sebab}"', bebas=True)
        halaman.saring(kepala_di, akhir)
        halaman.isi(_total(banyak, jumlah), tebal=True)
        halaman.kaki(judul)
    return Jumlah(banyak, jumlah)


def _isi(nomor: int, b: BarisSerah, tulis_orang: Penulis) -> Sequence[object]:
    desa = tulis_orang.tempat(b.kode_desa)["desa"]
    rekening = tulis_orang.nomor(b.rekening)
    awal = [nomor, b.nama, tulis_orang.nomor(b.nik), desa, b.bank, rekening, b.atas_nama, b.nominal]
    return [*awal, None, None, None, b.kode]


def _total(banyak: int, jumlah: int) -> list[object]:
    return [None, "JUMLAH", f"{banyak} orang", *[None] * 4, jumlah, *[None] * 4]


def cetak_realisasi(
    kerja: Kerja,
    kegiatan_id: UUID,
    ke: Path,
    *,
    tahap_id: UUID | None = None,
    desa: str | None = None,
    ctx: JobContext | None = None,
) -> int:
    """Write the sheet of all who were not paid yet, or of one tahap or desa, and remember it; returns how many.

    Raises:
        KnownError: `tidak_berwenang`, `kegiatan_tidak_ada`, `disk_penuh`, `tidak_bisa_menulis`.
        JobCancelled: nothing was written.
    """
    wajib(kerja, Hak.PENYALURAN)
    nama = nama_kegiatan(kerja, kegiatan_id)
    semua = semua_serah(kerja, kegiatan_id, tahap_id=tahap_id, desa=desa)
    terutang = (b for b in semua if _terutang(b))
    tahap = next((t.nomor for t in daftar_tahap(kerja, kegiatan_id) if t.id == tahap_id), None)
    with ditulis_di_samping(ke) as samping:
        jumlah = tulis(
            dilaporkan(terutang, ctx, "Menulis lembar realisasi"), samping, judul=f"LEMBAR REALISASI {nama.upper()}",
            tulis_orang=penulis(kerja, Permintaan()), kertas=lihat_kantor(kerja).kertas,
        )  # fmt: skip
        catat_lembar(kerja, kegiatan_id, KODE_LEMBAR, JUDUL, ke, samping, jumlah, desa=desa, tahap=tahap)
    return jumlah.orang


def _terutang(b: BarisSerah) -> bool:
    """Tell whether the bank or the post still has somebody to pay; a card that waits is no matter of theirs."""
    uang = b.keadaan.uang
    kini = uang.status if uang and b.keadaan.lewat_rekening else b.keadaan.status
    return kini is StatusSalur.BELUM
