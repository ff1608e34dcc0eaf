"""The berkas pemeriksaan as a folder: the workbook with the index, the papers as they were printed, the scans.

The folder is made aside and takes its name when it is whole; a cancelled one leaves nothing.
"""

import hashlib
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

from app import jejak
from app.berkas_pemeriksaan import kumpulkan
from app.berkas_pemeriksaan.pindaian import daftar_pindaian
from app.dokumen.daftar import DokumenTercatat
from app.jobs import JobContext, tanpa_lapor
from app.kantor import lihat_kantor
from app.kerja import Kerja
from app.wilayah import peta_kantor
from db.galat import KnownError
from db.istilah import Kertas
from reports.berkas_pemeriksaan import BerkasSertaan, tulis
from reports.cetak import cetak, nama_berkas
from reports.daftar_cetak import DAFTAR

INDEKS = "00 Indeks.xlsx"
FOLDER_CETAK, FOLDER_PINDAIAN = "Dokumen", "Pindaian"


def simpan_berkas_pemeriksaan(kerja: Kerja, kegiatan_id: UUID, ke: Path, *, ctx: JobContext | None = None) -> int:
    """Write the folder and return how many files stand in its index.

    Args:
        kerja: a writing transaction (papers are printed again, and the trail notes who took all of it out).
        ke: the folder to make; it must not be there yet.

    Raises:
        KnownError: `tidak_berwenang`, `kegiatan_tidak_ada`, `folder_sudah_ada`, `disk_penuh`, `tidak_bisa_menulis`.
        JobCancelled: nothing was written.
    """
    lapor = (ctx or tanpa_lapor()).lapor
    isi = kumpulkan(kerja, kegiatan_id)
    pindaian = daftar_pindaian(kerja, kegiatan_id)
    cetakan = _sekali(isi.dokumen)
    total = len(cetakan) + len(pindaian) + 1
    sertaan: list[BerkasSertaan] = []
    with _folder_di_samping(ke) as samping:
        for satu in cetakan:
            lapor(len(sertaan), total, f"Mencetak {satu.judul}")
            sertaan.append(_cetak(kerja, kegiatan_id, satu, samping))
        for ke_berapa, p in enumerate(pindaian, 1):
            lapor(len(sertaan), total, f"Menyalin {p.sebutan}")
            nama = f"{FOLDER_PINDAIAN}/{ke_berapa:02} {nama_aman(p.sebutan)}{Path(p.nama).suffix.lower()}"
            _tulis(samping / nama, kerja.baca_lampiran(p.lampiran_id))
            sertaan.append(BerkasSertaan(p.sebutan, nama, "", None, p.sha256))
        lapor(len(sertaan), total, "Menulis indeks")
        kertas = Kertas(lihat_kantor(kerja).kertas)
        tulis(isi, sertaan, peta_kantor(kerja).sebutan, samping / INDEKS, kertas)
        lapor(total, total, "Selesai")
    jejak.catat(
        kerja, "berkas_pemeriksaan", objek="kegiatan", objek_id=kegiatan_id, kegiatan_id=kegiatan_id,
        berkas=len(sertaan), folder=ke.name,
    )  # fmt: skip
    return len(sertaan)


def _sekali(dokumen: tuple[DokumenTercatat, ...]) -> list[DokumenTercatat]:
    """Return each paper once, as it was printed last; of identifiers, the full copy stands for the public one."""
    terakhir = {(d.kode, d.kode_desa, d.tahap): d for d in dokumen if d.kode in DAFTAR and not d.publik}
    return list(terakhir.values())


def _cetak(kerja: Kerja, kegiatan_id: UUID, d: DokumenTercatat, folder: Path) -> BerkasSertaan:
    desa = peta_kantor(kerja).sebutan(d.kode_desa) if d.kode_desa else ""
    tahap = f"Tahap {d.tahap}" if d.tahap else ""
    nama = f"{FOLDER_CETAK}/{nama_berkas(d.kode, desa=desa, tahap=tahap, tanggal=d.tanggal)}"
    (folder / FOLDER_CETAK).mkdir(exist_ok=True)
    hasil = cetak(kerja, d.kode, kegiatan_id, folder / nama, desa=d.kode_desa, tahap=d.tahap)
    return BerkasSertaan(d.judul, nama, hasil.nomor, hasil.tanggal, hasil.sha256)


def _tulis(berkas: Path, isi: bytes) -> None:
    berkas.parent.mkdir(exist_ok=True)
    berkas.write_bytes(isi)


def nama_aman(teks: str) -> str:
    """Return a file name that every system accepts."""
    return " ".join("".join(h if h.isalnum() or h in "-." else " " for h in teks).split())[:60].strip(" .") or "Berkas"


@contextmanager
def _folder_di_samping(ke: Path) -> Iterator[Path]:
    """Give a folder beside `ke` that takes its name when all went well and is gone otherwise."""
    if ke.exists():
        raise KnownError("folder_sudah_ada", folder=ke.name)
    samping = ke.with_name(f".{ke.name}.{hashlib.sha256(str(ke).encode()).hexdigest()[:8]}.tmp")
    try:
        samping.mkdir(parents=True, exist_ok=True)
        yield samping
        samping.replace(ke)
    except OSError as e:
        raise KnownError("disk_penuh" if e.errno == 28 else "tidak_bisa_menulis", berkas=ke.name) from e
    finally:
        shutil.rmtree(samping, ignore_errors=True)
