"""Keeping the store safe: making a backup, bringing one back, and the check of everything.

These run on the whole store, so they take the open room (or a folder) instead of a transaction; each leaves its line in
the trail.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlmodel import col, select

from app import akses, jejak
from app.akses import Hak
from app.jobs import JobContext, tanpa_lapor
from app.kerja import Kerja, Pelaku, RuangKerja
from db import cadangan as toko_cadangan
from db import cadangan_otomatis, kunci, toko
from db.cadangan import HasilPulih, RingkasCadangan
from db.model import Jejak

AKSI_CADANGKAN = "cadangkan"


@dataclass(frozen=True)
class HasilPeriksa:
    """What the check found; empty everywhere means that nothing is wrong.

    Attributes:
        basis_data: what SQLCipher and SQLite say, technical.
        jejak_rusak: order numbers of lines of the trail that do not follow from the one before.
        lampiran_diperiksa: how many attachments were opened.
        lampiran_hilang, lampiran_rusak: names as users know them.
    """

    basis_data: tuple[str, ...]
    jejak_rusak: tuple[int, ...]
    lampiran_diperiksa: int
    lampiran_hilang: tuple[str, ...]
    lampiran_rusak: tuple[str, ...]

    @property
    def baik(self) -> bool:
        """Tell whether everything is whole."""
        return not (self.basis_data or self.jejak_rusak or self.lampiran_hilang or self.lampiran_rusak)


def cadangkan(ruang: RuangKerja, pelaku: Pelaku, tujuan: Path, *, job: JobContext | None = None) -> RingkasCadangan:
    """Write a checked backup of the whole store to `tujuan`, replacing a file of that name.

    Raises:
        KnownError: `tidak_berwenang`, `cadangan_di_dalam_data`, `cadangan_tidak_sahih`, `disk_penuh`,
            `tidak_bisa_menulis`.
    """
    with ruang.membaca(pelaku) as kerja:
        akses.wajib(kerja, Hak.CADANGAN)
    ringkas = toko_cadangan.cadangkan(ruang.toko, tujuan, lapor=(job or tanpa_lapor()).lapor)
    with ruang.menulis(pelaku) as kerja:
        jejak.catat(kerja, AKSI_CADANGKAN, objek="toko", berkas=tujuan.name, baris=ringkas.baris)
    return ringkas


def cadangkan_otomatis(ruang: RuangKerja) -> datetime | None:
    """Make the next automatic point beside the store; None when nothing happened since the last one.

    It is an act of the program and needs no right; it leaves no line, since a line would be a change.

    Raises:
        KnownError: `cadangan_tidak_sahih`, `disk_penuh`, `tidak_bisa_menulis`.
    """
    titik = cadangan_otomatis.buat(ruang.toko, ruang.jam())
    return titik.dibuat_pada if titik else None


def titik_otomatis(folder: Path) -> list[tuple[datetime, Path]]:
    """Return the automatic points of a data folder, the newest first: when, and what `pulihkan` takes."""
    return [(t.dibuat_pada, t.folder) for t in cadangan_otomatis.daftar(folder)]


def cadangan_terakhir(kerja: Kerja) -> datetime | None:
    """Return when the last backup was made, None if there never was one."""
    kueri = select(Jejak.pada).where(Jejak.aksi == AKSI_CADANGKAN).order_by(col(Jejak.urut).desc()).limit(1)
    return kerja.sesi.exec(kueri).first()


def pulihkan(
    berkas: Path,
    folder: Path,
    *,
    masuk: tuple[str, str] | None = None,
    kunci_kertas: str | None = None,
    jam: Callable[[], datetime] = toko.jam_dinding,
    job: JobContext | None = None,
) -> HasilPulih:
    """Put the backup `berkas` in place of the store in `folder`; the store that was there is kept in a folder inside.

    Args:
        berkas: an archive, or an automatic point (its folder, or the manifest in it).
        masuk: account and password of the time of the backup; the database is then opened and checked before anything
            moves, and the trail notes the restore. `kunci_kertas`, the paper key, does the same without an account.
            With neither only the files' hashes are checked.

    Raises:
        KnownError: `cadangan_tidak_ada`, `bukan_cadangan`, `cadangan_rusak`, `cadangan_lebih_baru`, `toko_terbuka`,
            `sandi_salah`, `kunci_pemulihan_salah`, `disk_penuh`, `tidak_bisa_menulis`.
    """
    if cadangan_otomatis.adalah_titik(berkas):
        with toko_cadangan.ruang_samping(folder) as samping:
            arsip = samping / f"{berkas.name}.cadangan"
            cadangan_otomatis.sebagai_arsip(berkas, arsip)
            return pulihkan(arsip, folder, masuk=masuk, kunci_kertas=kunci_kertas, jam=jam, job=job)
    buka = _pembuka(masuk, kunci_kertas)
    hasil = toko_cadangan.pulihkan(berkas, folder, jam=jam, kunci_data=buka, lapor=(job or tanpa_lapor()).lapor)
    if buka:
        terbuka = toko.buka_dengan_dek(folder, buka(kunci.baca(folder)))
        ruang = RuangKerja(terbuka, jam)
        try:
            with ruang.menulis(akses.PENYIAPAN) as kerja:
                jejak.catat(kerja, "pulihkan", objek="toko", berkas=berkas.name, oleh=masuk[0] if masuk else "")
        finally:
            ruang.tutup()
    return hasil


def _pembuka(masuk: tuple[str, str] | None, kunci_kertas: str | None) -> Callable[[kunci.GantunganKunci], bytes] | None:
    """Return how the archive's slots are to be opened."""
    if masuk:
        return lambda gantungan: kunci.dek_dari_sandi(gantungan, *masuk)[0]
    if kunci_kertas:
        return lambda gantungan: kunci.dek_dari_pemulihan(gantungan, kunci_kertas)
    return None


def periksa(ruang: RuangKerja, pelaku: Pelaku, *, job: JobContext | None = None) -> HasilPeriksa:
    """Check the database page by page, the chain of the trail and every attachment; change nothing."""
    hasil = toko_cadangan.periksa(ruang.toko, lapor=(job or tanpa_lapor()).lapor)
    with ruang.membaca(pelaku) as kerja:
        rusak = jejak.periksa_rantai(kerja.sesi)
    return HasilPeriksa(
        hasil.basis_data, tuple(rusak), hasil.lampiran_diperiksa, hasil.lampiran_hilang, hasil.lampiran_rusak
    )
