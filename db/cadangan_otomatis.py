"""Backups that make themselves: a folder of points in time beside the store, which share unchanged attachments.

    otomatis/lampiran/<name>            every attachment once; their files never change
    otomatis/20261120-103000/           salur.db, kunci.json, manifest.json

A point is written aside and renamed when it was checked. Old points are thinned out, and attachments that no point
needs any more go with them. They lie on the same disk: they help against a slip or a damaged file, not against a stolen
laptop. `sebagai_arsip` makes one of them the one-file backup that `db.cadangan.pulihkan` takes.
"""

import json
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import text

from db import kunci, toko
from db.berkas import sinkronkan_folder, tulis_aman
from db.cadangan import (
    NAMA_MANIFES,
    kemas,
    manifes_baru,
    periksa_salinan,
    ruang_samping,
    salin_basis_data,
)
from db.galat import KnownError

FOLDER = "otomatis"
BENTUK_NAMA = "%Y%m%d-%H%M%S"
# How many points are kept: the newest of each half hour, day, week and month.
SIMPAN: tuple[tuple[int, Callable[[datetime], object]], ...] = (
    (24, lambda t: (t.date(), t.hour, t.minute // 30)),
    (14, lambda t: t.date()),
    (8, lambda t: t.isocalendar()[:2]),
    (12, lambda t: (t.year, t.month)),
)


@dataclass(frozen=True)
class Titik:
    """One point in time."""

    folder: Path
    dibuat_pada: datetime
    ujung_jejak: tuple[int, str]
    lampiran: tuple[str, ...]


def buat(asal: toko.Toko, kini: datetime) -> Titik | None:
    """Make a point unless nothing happened since the newest; thin out old ones. `kini` is the time it stands for.

    Raises:
        KnownError: `cadangan_tidak_sahih`, `disk_penuh`, `tidak_bisa_menulis`.
    """
    wadah = asal.folder / FOLDER
    lama = daftar(asal.folder)
    if lama and lama[0].ujung_jejak[0] == _ujung(asal):
        return None
    with ruang_samping(wadah) as ruang:
        salinan = ruang / toko.NAMA_BASIS_DATA
        jumlah = salin_basis_data(asal, salinan)
        isi = periksa_salinan(salinan, asal.dek, asal.halaman, jumlah)
        ada = [nama for nama in isi.lampiran if _bagikan(asal.folder_lampiran / nama, wadah / toko.FOLDER_LAMPIRAN)]
        shutil.copyfile(asal.folder / kunci.NAMA_BERKAS, ruang / kunci.NAMA_BERKAS)
        manifes = manifes_baru(asal, kini, jumlah, isi) | {"lampiran": ada}
        tulis_aman(ruang / NAMA_MANIFES, json.dumps(manifes).encode())
        tujuan = wadah / kini.astimezone(UTC).strftime(BENTUK_NAMA)
        if tujuan.exists():  # a second one within a second replaces the first
            shutil.rmtree(tujuan)
        ruang.rename(tujuan)
        sinkronkan_folder(wadah)
    rapikan(asal.folder)
    return daftar(asal.folder)[0]


def daftar(folder: Path) -> list[Titik]:
    """Return the points of a data folder, the newest first; what is no whole point is passed over."""
    manifes = (folder / FOLDER).glob(f"[0-9]*/{NAMA_MANIFES}")
    titik = [t for m in manifes if (t := _baca(m)) is not None]
    return sorted(titik, key=lambda t: t.dibuat_pada, reverse=True)


def sebagai_arsip(titik: Path, tujuan: Path) -> None:
    """Pack a point, with its attachments, into the one-file form of a backup.

    Args:
        titik: its folder, or the manifest inside.

    Raises:
        KnownError: `bukan_cadangan`, `cadangan_rusak`, `disk_penuh`, `tidak_bisa_menulis`.
    """
    folder = titik.parent if titik.name == NAMA_MANIFES else titik
    isi = _baca(folder / NAMA_MANIFES)
    if isi is None:
        raise KnownError("bukan_cadangan", berkas=titik.name)
    bagian = {nama: folder / nama for nama in (toko.NAMA_BASIS_DATA, kunci.NAMA_BERKAS)}
    for nama in isi.lampiran:
        bagian[f"{toko.FOLDER_LAMPIRAN}/{nama}"] = folder.parent / toko.FOLDER_LAMPIRAN / nama
    if not all(b.is_file() for b in bagian.values()):
        raise KnownError("cadangan_rusak", berkas=titik.name)
    kemas(tujuan, bagian, json.loads((folder / NAMA_MANIFES).read_text(encoding="utf-8")))


def adalah_titik(berkas: Path) -> bool:
    """Tell whether a path is a point (its folder or the manifest in it) and not an archive."""
    return berkas.is_dir() or berkas.name == NAMA_MANIFES


def disimpan(waktu: Iterable[datetime]) -> set[datetime]:
    """Return which points stay: the newest of each of the last half hours, days, weeks and months that have one."""
    terbaru = sorted(set(waktu), reverse=True)
    tetap: set[datetime] = set()
    for banyak, masa in SIMPAN:
        per_masa: dict[object, datetime] = {}
        for satu in terbaru:
            per_masa.setdefault(masa(satu), satu)
        tetap.update(list(per_masa.values())[:banyak])
    return tetap


def rapikan(folder: Path) -> int:
    """Remove points that need not stay, and attachments that no point needs; return how many points went."""
    semua = daftar(folder)
    tetap = disimpan(t.dibuat_pada for t in semua)
    buang = [t for t in semua if t.dibuat_pada not in tetap]
    for titik in buang:
        shutil.rmtree(titik.folder)
    dipakai = {nama for t in semua if t.dibuat_pada in tetap for nama in t.lampiran}
    for berkas in (folder / FOLDER / toko.FOLDER_LAMPIRAN).glob("*"):
        if berkas.name not in dipakai:
            berkas.unlink()
    return len(buang)


def _ujung(asal: toko.Toko) -> int:
    with asal.membaca() as sesi:
        return int(sesi.connection().execute(text("SELECT coalesce(max(urut), 0) FROM jejak")).scalar() or 0)


def _bagikan(berkas: Path, wadah: Path) -> bool:
    """Put an attachment into the shared folder unless it is there; False when the store itself lost it."""
    if (wadah / berkas.name).exists():
        return True
    if not berkas.is_file():
        return False
    tulis_aman(wadah / berkas.name, berkas.read_bytes())
    return True


def _baca(manifes: Path) -> Titik | None:
    try:
        isi: dict[str, Any] = json.loads(manifes.read_text(encoding="utf-8"))
        urut, rantai = isi["ujung_jejak"]
        dibuat = datetime.fromisoformat(isi["dibuat_pada"])
        return Titik(manifes.parent, dibuat, (int(urut), str(rantai)), tuple(isi["lampiran"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None  # half made or damaged: it is no point, and the next one does not build on it
