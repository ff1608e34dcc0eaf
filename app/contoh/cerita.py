"""Builds the whole sample: both offices, then every SOP's story, as their own people would have done it.

Nothing is inserted by hand: all goes through the use cases, with a clock that stands on the day of each act. The same
number of people and the same day give the same story.
"""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from app import tempat
from app.bahasa.istilah import label
from app.contoh import acuan, balakas, dtks, kantor, rehsos, uep
from app.contoh.kantor import AkunContoh
from app.contoh.orang import Pengarang
from app.contoh.panggung import Panggung
from app.contoh.rehsos import Cetak
from app.jobs import JobContext
from app.kerja import RuangKerja
from db import toko
from db.toko import jam_dinding

BENIH = 2023
JUMLAH = 2_000
PALING_SEDIKIT = 200
_BAGIAN = {"rehsos": 50, "rehsos_lalu": 15, "uep": 12, "uep_kembali": 8, "balakas": 11}  # per cent; the rest is dtks
_DTKS_TERBANYAK = 80  # people are taken in one by one at the counter


@dataclass(frozen=True)
class Contoh:
    """The sample, open: its accounts and its kegiatan by what they show."""

    ruang: RuangKerja
    akun: tuple[AkunContoh, ...]
    kegiatan: dict[str, UUID]


def bangun_contoh(
    folder: Path, ctx: JobContext, *, jumlah: int = JUMLAH, hari_ini: date, cetak: Cetak | None = None
) -> Contoh:
    """Make the sample office in an empty folder; all of it or nothing.

    Args:
        jumlah: people in all, at least `PALING_SEDIKIT` (fewer are rounded up to it).
        hari_ini: the day on which the story has arrived.
        cetak: makes the finished kegiatan's reports; None: they were made on paper.

    Raises:
        KnownError: `toko_sudah_ada`, `tidak_bisa_menulis`, `disk_penuh`.
        JobCancelled: the folder is left as it was.
    """
    ada = folder.exists()
    panggung, akun = kantor.dirikan(folder, hari_ini, ctx)
    toko.tandai_belum_selesai(folder)
    try:
        kegiatan = _mainkan(panggung, max(jumlah, PALING_SEDIKIT), ctx, cetak)
        tempat.catat_akun_contoh(folder, _untuk_masuk(akun))
        toko.rampung(folder)
    except BaseException:
        panggung.ruang.tutup()
        _buang(folder, ada)
        raise
    panggung.ruang.jam = jam_dinding
    return Contoh(panggung.ruang, tuple(akun), kegiatan)


def _mainkan(panggung: Panggung, jumlah: int, ctx: JobContext, cetak: Cetak | None) -> dict[str, UUID]:
    bagian = {nama: jumlah * persen // 100 for nama, persen in _BAGIAN.items()}
    pemohon = min(jumlah - sum(bagian.values()), _DTKS_TERBANYAK)
    bagian["rehsos"] += jumlah - sum(bagian.values()) - pemohon
    pengarang = Pengarang(BENIH)
    hasil = {
        "rehsos_lalu": rehsos.mainkan_lalu(panggung, pengarang, bagian["rehsos_lalu"], ctx, cetak),
        "rehsos": rehsos.mainkan(panggung, pengarang, bagian["rehsos"], ctx),
    }
    hasil["dtks_lalu"], hasil["dtks"] = dtks.mainkan(panggung, pengarang, pemohon, ctx)
    hasil["uep"] = uep.mainkan_terlambat(panggung, pengarang, bagian["uep"], ctx)
    hasil["uep_kembali"] = uep.mainkan_kembali(panggung, pengarang, bagian["uep_kembali"], ctx)
    hasil["rehsos_baru"] = rehsos.buka_baru(panggung)
    hasil["balakas"] = balakas.mainkan(panggung, pengarang, bagian["balakas"], ctx)
    acuan.mainkan(panggung)
    ctx.lapor(1, 1, "Kantor contoh siap")
    return hasil


def _untuk_masuk(akun: Sequence[AkunContoh]) -> list[tuple[str, str, str]]:
    return [(a.nama_pengguna, a.sandi, f"{' & '.join(label(p) for p in a.peran)} · {a.kantor}") for a in akun]


def _buang(folder: Path, ada_sebelumnya: bool) -> None:
    """Remove a sample that was not finished; a folder that was there before stays, empty of us."""
    if not ada_sebelumnya:
        shutil.rmtree(folder)
        return
    toko.buang(folder)
    (folder / tempat.NAMA_AKUN_CONTOH).unlink(missing_ok=True)
