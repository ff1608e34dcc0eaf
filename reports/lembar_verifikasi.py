"""The form of a verification as a workbook: filled in on a laptop in the field, and taken back by its ids."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import BinaryIO

from app.identitas import kelompokkan
from app.verifikasi import BarisVerifikasi
from app.verifikasi.formulir import KOLOM
from app.wilayah import Peta
from db.istilah import Kertas
from reports.buku import Halaman, buku_baru

_KEPALA = ("No.", "Nama", "NIK", "Desa/Kelurahan", "Alamat", "Umur", *KOLOM[1:], KOLOM[0])
_LEBAR = (6, 28, 22, 22, 30, 7, 14, 34, 14, 22, 38)
PETUNJUK = (
    "Isi kolom HASIL dengan Layak atau Tidak layak. Untuk Tidak layak isi juga ALASAN. Jangan mengubah kolom ID USULAN."
)


def tulis(
    baris: Iterable[BarisVerifikasi],
    keluar: Path | BinaryIO,
    *,
    kegiatan: str,
    peta: Peta,
    alasan: Sequence[str],
    kertas: Kertas = Kertas.F4,
) -> int:
    """Write the form and return how many people it lists.

    Args:
        alasan: the reasons that the office knows, listed on a second sheet.
    """
    banyak = 0
    with buku_baru(keluar) as buku:
        halaman = Halaman(buku, "Verifikasi", _LEBAR, kertas=kertas)
        kepala_di = halaman.pembuka(f"LEMBAR VERIFIKASI {kegiatan.upper()}", [PETUNJUK], _KEPALA, ukuran=11)
        for banyak, b in enumerate(baris, start=1):
            rt_rw = " ".join(f"{apa} {isi}" for apa, isi in (("RT", b.rt), ("RW", b.rw)) if isi)
            halaman.isi(
                [
                    banyak, b.nama, kelompokkan(b.nik or ""), peta.nama(b.kode_desa) if b.kode_desa else "",
                    ", ".join(filter(None, (b.alamat, rt_rw))), b.umur, None, None, None, None, str(b.usulan_id),
                ]
            )  # fmt: skip
        halaman.pilihan(7, kepala_di + 1, halaman.baris_kini, '"Layak,Tidak layak"')
        if alasan:
            halaman.pilihan(8, kepala_di + 1, halaman.baris_kini, f"'Alasan'!$A$2:$A${len(alasan) + 1}", bebas=True)
        kedua = Halaman(buku, "Alasan", (60,), kertas=kertas, mendatar=False)
        kedua.kepala(("ALASAN YANG DIKENAL",), bernomor=False)
        for satu in alasan:
            kedua.isi([satu])
    return banyak
