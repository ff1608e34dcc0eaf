"""A list as it stands on the screen, as a workbook: its columns, its order, its filter, its masked numbers.

What leaves is what was seen, and the trail says who took it: a list on the screen may be a list of people.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from app import jejak
from app.akses import Hak, wajib
from app.bahasa.angka import bilangan
from app.bahasa.waktu import saat_lengkap
from app.jobs import JobContext
from app.kantor import lihat_kantor
from app.kerja import Kerja
from db.berkas import ditulis_di_samping
from db.istilah import Zona
from reports.buku import Halaman, buku_baru

_LEMBAR = "Daftar"
_SEMPIT, _TERLEBAR = 8.0, 60.0  # characters


@dataclass(frozen=True, slots=True)
class KolomLayar:
    """A column: heading, width in characters, and how a row's cell is read (text, whole number or date)."""

    judul: str
    lebar: float
    nilai: Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class DaftarLayar:
    """What is on the screen: its name, what narrows it (empty for nothing), columns, rows in their order."""

    judul: str
    saringan: str
    kolom: tuple[KolomLayar, ...]
    baris: Sequence[Any]


def simpan_daftar(kerja: Kerja, isi: DaftarLayar, ke: Path, *, ctx: JobContext | None = None) -> int:
    """Write the list to `ke` and note it in the trail; returns how many rows it has.

    Raises:
        KnownError: `tidak_berwenang`, `disk_penuh`, `tidak_bisa_menulis`.
        JobCancelled: nothing was written.
    """
    wajib(kerja, Hak.DOKUMEN)
    kantor = lihat_kantor(kerja)
    saat = saat_lengkap(kerja.sekarang(), Zona(kerja.kantor.zona))
    with ditulis_di_samping(ke) as samping, buku_baru(samping) as buku:
        lebar = [min(_TERLEBAR, max(_SEMPIT, k.lebar, len(k.judul) + 3)) for k in isi.kolom]
        halaman = Halaman(buku, _LEMBAR, lebar, kertas=kantor.kertas)
        catatan = [f"{kantor.nama}, {saat}, {kerja.pelaku.nama_pengguna}, {bilangan(len(isi.baris))} baris"]
        catatan += [f"Saringan: {isi.saringan}"] if isi.saringan else []
        kepala = [k.judul.upper() for k in isi.kolom]
        kepala_di = halaman.pembuka(isi.judul, catatan, kepala, beku=int(len(kepala) > 1))
        for nomor, b in enumerate(isi.baris, 1):
            if ctx is not None:
                ctx.lapor(nomor, len(isi.baris), "Menulis daftar")
            halaman.isi([_sel(k.nilai(b)) for k in isi.kolom])
        halaman.saring(kepala_di, halaman.baris_kini)
        halaman.kaki(f"{isi.judul} - {kerja.pelaku.nama_pengguna}, {saat}")
    jejak.catat(
        kerja, "ekspor_daftar", objek="daftar", daftar=isi.judul, baris=len(isi.baris), berkas=ke.name,
        kolom=[k.judul for k in isi.kolom], disaring=bool(isi.saringan),
    )  # fmt: skip
    return len(isi.baris)


def _sel(nilai: Any) -> Any:
    """Keep numbers and dates, make everything else text on one line."""
    if nilai is None or type(nilai) in (int, float, date):
        return nilai
    return " ".join(str(nilai).split())
