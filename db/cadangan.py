"""Backup, restore and the check of a whole store.

A backup is one zip: the database (copied by SQLite's own backup, still encrypted under the same key), the key slots,
the attachments as they lie on disk, and a manifest with the SHA-256 of each and the last link of the audit trail. It is
written aside, read again and only then given its name, so that a backup that exists is a backup that was checked.
Nothing in it is readable without a password or the paper key of that store.
"""

import errno
import hashlib
import json
import shutil
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import IO, Any
from uuid import UUID

import sqlcipher3.dbapi2 as sqlcipher
from sqlmodel import select

from db import kunci, lampiran, migrasi, toko
from db.berkas import ditulis_di_samping, sinkronkan_folder
from db.dasar import id_baru
from db.galat import KnownError
from db.model.naskah import Lampiran

FORMAT = 1
NAMA_MANIFES = "manifest.json"
BLOK = 1024 * 1024  # bytes read at once
AKHIRAN_WAL = ("-wal", "-shm")

Lapor = Callable[[int, int, str], None]
"""Told (done, of how many, what is being done); may raise to stop, and then nothing was written."""


@dataclass(frozen=True)
class RingkasCadangan:
    """What a backup holds.

    Attributes:
        ukuran: bytes of the archive.
        baris: rows of all tables together.
        lampiran: attachment files inside.
        lampiran_hilang: names, as users know them, of attachments whose file was missing already.
    """

    berkas: Path
    dibuat_pada: datetime
    ukuran: int
    baris: int
    lampiran: int
    lampiran_hilang: tuple[str, ...] = ()


@dataclass(frozen=True)
class HasilPulih:
    """What a restore did.

    Attributes:
        disisihkan: the folder that now keeps the store that was there before.
        bagian: id of the part of a hand-over that came with it.
    """

    dibuat_pada: datetime
    baris: int
    lampiran: int
    disisihkan: Path | None
    bagian: str = ""


@dataclass(frozen=True)
class HasilPeriksaToko:
    """What the check of a store found; empty tuples mean that it is sound."""

    basis_data: tuple[str, ...]
    lampiran_diperiksa: int
    lampiran_hilang: tuple[str, ...]
    lampiran_rusak: tuple[str, ...]

    @property
    def baik(self) -> bool:
        """Tell whether nothing was found."""
        return not (self.basis_data or self.lampiran_hilang or self.lampiran_rusak)


def _diam(selesai: int, total: int, langkah: str) -> None:
    """Take a report and show nothing."""


# --- making one -------------------------------------------------------------------------------------------------------


def cadangkan(asal: toko.Toko, tujuan: Path, *, bagian: str = "", lapor: Lapor = _diam) -> RingkasCadangan:
    """Write a checked backup of an open store to the file `tujuan`; writers wait a moment at most.

    Args:
        bagian: id of the part of a hand-over that another laptop gets with it; it is no backup then, and a restore
            refuses it.

    Raises:
        KnownError: `cadangan_di_dalam_data`, `cadangan_tidak_sahih`, `disk_penuh`, `tidak_bisa_menulis`.
    """
    tujuan = tujuan.resolve()
    if tujuan.is_relative_to(asal.folder.resolve() / toko.FOLDER_LAMPIRAN) or tujuan.name in _milik_toko():
        raise KnownError("cadangan_di_dalam_data", berkas=tujuan.name)
    dibuat_pada = asal.jam()
    with ruang_samping(tujuan.parent) as ruang:
        salinan = ruang / toko.NAMA_BASIS_DATA
        lapor(0, 3, "Menyalin basis data")
        jumlah = salin_basis_data(asal, salinan)
        lapor(1, 3, "Memeriksa salinan")
        isi = periksa_salinan(salinan, asal.dek, asal.halaman, jumlah)
        lapor(2, 3, "Mengemas lampiran")
        manifes = manifes_baru(asal, dibuat_pada, jumlah, isi) | ({"bagian": bagian} if bagian else {})
        hilang = _kemas(asal.folder, salinan, tujuan, isi.lampiran, manifes)
    lapor(3, 3, "Selesai")
    return RingkasCadangan(
        tujuan,
        dibuat_pada,
        tujuan.stat().st_size,
        sum(jumlah.values()),
        len(isi.lampiran) - len(hilang),
        tuple(hilang),
    )


def manifes_baru(asal: toko.Toko, dibuat_pada: datetime, jumlah: dict[str, int], isi: "IsiSalinan") -> dict[str, Any]:
    """Return what a backup says about itself; its files are added when they are packed."""
    return {
        "format": FORMAT,
        "skema": migrasi.TERKINI,
        "toko": str(kunci.baca(asal.folder).toko_id),
        "dibuat_pada": dibuat_pada.isoformat(),
        "baris": jumlah,
        "ujung_jejak": isi.ujung_jejak,
    }


def _milik_toko() -> tuple[str, ...]:
    """Return the names in a data folder that belong to the store itself, the database last."""
    return (
        toko.NAMA_BELUM_SELESAI,
        toko.NAMA_SALINAN,
        kunci.NAMA_BERKAS + ".bak",
        kunci.NAMA_BERKAS,
        toko.FOLDER_LAMPIRAN,
        *(toko.NAMA_BASIS_DATA + akhiran for akhiran in AKHIRAN_WAL),
        toko.NAMA_BASIS_DATA,
    )


@contextmanager
def ruang_samping(induk: Path) -> Iterator[Path]:
    """Give a folder of our own inside `induk` and remove it afterwards, whatever happened."""
    ruang = induk / f".salur-{id_baru().hex}.tmp"
    try:
        ruang.mkdir(parents=True)
        yield ruang
    except OSError as e:
        raise KnownError("disk_penuh" if e.errno == errno.ENOSPC else "tidak_bisa_menulis", berkas=induk.name) from e
    finally:
        shutil.rmtree(ruang, ignore_errors=True)


@contextmanager
def _koneksi(berkas: Path, dek: bytes, halaman: int) -> Iterator[Any]:
    """A driver connection of its own, so that neither door of an open store is held up."""
    with toko.diterjemahkan():
        koneksi = sqlcipher.connect(str(berkas), isolation_level=None)
        try:
            toko.siapkan_koneksi(koneksi, dek, halaman, menulis=False)
            yield koneksi
        finally:
            koneksi.close()


def salin_basis_data(asal: toko.Toko, salinan: Path) -> dict[str, int]:
    """Copy one consistent state of the database; return the rows of every table in it."""
    dek, halaman = asal.dek, asal.halaman  # SQLite copies page by page: both sides have the same
    with (
        _koneksi(asal.folder / toko.NAMA_BASIS_DATA, dek, halaman) as sumber,
        _koneksi(salinan, dek, halaman) as sasaran,
    ):
        sasaran.execute("PRAGMA query_only = OFF")
        sumber.execute("BEGIN")
        jumlah = _hitung(sumber)
        sumber.backup(sasaran)
        sumber.execute("ROLLBACK")
        sasaran.execute("PRAGMA journal_mode = DELETE")
    return jumlah


def _hitung(koneksi: Any) -> dict[str, int]:
    """Return the rows of every ordinary table."""
    tabel = koneksi.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
        "AND sql NOT LIKE 'CREATE VIRTUAL%'"
    ).fetchall()
    return {nama: koneksi.execute(f'SELECT count(*) FROM "{nama}"').fetchone()[0] for (nama,) in tabel}


@dataclass(frozen=True)
class IsiSalinan:
    """What a checked copy of the database says about itself.

    Attributes:
        lampiran: stored name → the name that users know.
        ujung_jejak: order number and link of the last line of the trail.
    """

    lampiran: dict[str, str]
    ujung_jejak: tuple[int, str]


def periksa_salinan(salinan: Path, dek: bytes, halaman: int, jumlah: dict[str, int]) -> IsiSalinan:
    """Open a copy again and check every page, the structure and the number of rows.

    Args:
        halaman: bytes of a page. jumlah: the rows that every table must have.

    Raises:
        KnownError: `cadangan_tidak_sahih`, `toko_rusak`.
    """
    with _koneksi(salinan, dek, halaman) as koneksi:
        if _masalah(koneksi) or _hitung(koneksi) != jumlah:
            raise KnownError("cadangan_tidak_sahih")
        nama = dict(koneksi.execute("SELECT nama_simpan, nama FROM lampiran ORDER BY urut").fetchall())
        ujung = koneksi.execute("SELECT urut, rantai FROM jejak ORDER BY urut DESC LIMIT 1").fetchone()
    return IsiSalinan(nama, tuple(ujung) if ujung else (0, ""))


def _masalah(koneksi: Any) -> list[str]:
    """Return what SQLCipher and SQLite find wrong with a database: pages, structure, references."""
    halaman = [str(baris[0]) for baris in koneksi.execute("PRAGMA cipher_integrity_check").fetchmany(20)]
    if halaman:  # the other checks would stumble over these pages
        return halaman
    susunan = [str(baris[0]) for baris in koneksi.execute("PRAGMA quick_check(20)") if baris[0] != "ok"]
    rujukan = [f"{baris[0]}: {baris[1]}" for baris in koneksi.execute("PRAGMA foreign_key_check").fetchmany(20)]
    return susunan + rujukan


def _kemas(
    folder: Path, salinan: Path, tujuan: Path, nama_lampiran: dict[str, str], manifes: dict[str, Any]
) -> list[str]:
    """Pack everything into `tujuan` and read it again; return the user's names of missing attachments."""
    bagian = {toko.NAMA_BASIS_DATA: salinan, kunci.NAMA_BERKAS: folder / kunci.NAMA_BERKAS}
    hilang: list[str] = []
    for nama_simpan, nama in nama_lampiran.items():
        berkas = folder / toko.FOLDER_LAMPIRAN / nama_simpan
        if berkas.is_file():
            bagian[f"{toko.FOLDER_LAMPIRAN}/{nama_simpan}"] = berkas
        else:
            hilang.append(nama)
    kemas(tujuan, bagian, manifes)
    return hilang


def kemas(tujuan: Path, bagian: Mapping[str, Path], manifes: dict[str, Any]) -> None:
    """Write the parts, by their name inside, and the manifest as one archive, and read it again.

    Raises:
        KnownError: `cadangan_rusak` when it does not read back, `disk_penuh`, `tidak_bisa_menulis`.
    """
    berkas = {nama: {"ukuran": b.stat().st_size, "sha256": sidik_berkas(b)} for nama, b in bagian.items()}
    manifes = manifes | {"berkas": berkas}
    with ditulis_di_samping(tujuan) as samping:
        with zipfile.ZipFile(samping, "w", zipfile.ZIP_STORED) as arsip:
            arsip.writestr(NAMA_MANIFES, json.dumps(manifes, indent=1))
            for nama, asal in bagian.items():
                arsip.write(asal, nama)
        with buka_arsip(samping) as arsip:
            _cocokkan(arsip, _manifes(arsip, tujuan), tujuan)


def sidik_berkas(berkas: Path) -> str:
    """Return the SHA-256 of a file, in hex."""
    with berkas.open("rb") as f:
        return _sidik_aliran(f)


def _sidik_aliran(aliran: IO[bytes]) -> str:
    """Return the SHA-256 of what is left in a stream, in hex."""
    sidik = hashlib.sha256()
    while potong := aliran.read(BLOK):
        sidik.update(potong)
    return sidik.hexdigest()


# --- reading one ------------------------------------------------------------------------------------------------------


@contextmanager
def buka_arsip(berkas: Path) -> Iterator[zipfile.ZipFile]:
    """Open an archive, or say that it is none of ours or damaged."""
    if not berkas.is_file():
        raise KnownError("cadangan_tidak_ada", berkas=berkas.name)
    try:
        with zipfile.ZipFile(berkas) as arsip:
            yield arsip
    except zipfile.BadZipFile as e:
        kode = "cadangan_rusak" if zipfile.is_zipfile(berkas) else "bukan_cadangan"
        raise KnownError(kode, berkas=berkas.name) from e


def _manifes(arsip: zipfile.ZipFile, berkas: Path) -> dict[str, Any]:
    """Return the manifest.

    Raises:
        KnownError: `bukan_cadangan`, `cadangan_lebih_baru`.
    """
    try:
        manifes: dict[str, Any] = json.loads(arsip.read(NAMA_MANIFES))
        if manifes["format"] > FORMAT or manifes["skema"] not in migrasi.DIKENAL:
            raise KnownError("cadangan_lebih_baru", berkas=berkas.name)
        datetime.fromisoformat(manifes["dibuat_pada"])
        UUID(manifes["toko"])
        if not all(_nama_wajar(nama) for nama in manifes["berkas"]):
            raise KnownError("bukan_cadangan", berkas=berkas.name)
    except (KeyError, TypeError, ValueError) as e:
        raise KnownError("bukan_cadangan", berkas=berkas.name) from e
    return manifes


def bagian_arsip(berkas: Path) -> str:
    """Return the id of the part of a hand-over that a file carries; empty for a backup and for what is none of ours."""
    if not zipfile.is_zipfile(berkas):
        return ""
    try:
        with buka_arsip(berkas) as arsip:
            return str(_manifes(arsip, berkas).get("bagian", ""))
    except KnownError:  # `pulihkan` says what is wrong with it
        return ""


def _nama_wajar(nama: str) -> bool:
    """Tell whether an archive may hold a file of this name: ours, and nowhere but inside the data folder."""
    jalur = PurePosixPath(nama)
    if nama in {toko.NAMA_BASIS_DATA, kunci.NAMA_BERKAS}:
        return True
    return len(jalur.parts) == 2 and jalur.parts[0] == toko.FOLDER_LAMPIRAN and jalur.parts[1].isalnum()


def _cocokkan(arsip: zipfile.ZipFile, manifes: dict[str, Any], berkas: Path) -> None:
    """Compare every part with the manifest.

    Raises:
        KnownError: `cadangan_rusak`.
    """
    for nama, harapan in manifes["berkas"].items():
        try:
            with arsip.open(nama) as f:
                cocok = _sidik_aliran(f) == harapan["sha256"]
        except (KeyError, zipfile.BadZipFile, OSError) as e:
            raise KnownError("cadangan_rusak", berkas=berkas.name) from e
        if not cocok:
            raise KnownError("cadangan_rusak", berkas=berkas.name)


def pulihkan(
    berkas: Path,
    folder: Path,
    *,
    jam: Callable[[], datetime] = toko.jam_dinding,
    bagian: bool = False,
    kunci_data: Callable[[kunci.GantunganKunci], bytes] | None = None,
    lapor: Lapor = _diam,
) -> HasilPulih:
    """Put a backup in place of the store in `folder`; the one that was there is kept in a folder beside.

    Everything is unpacked and checked before anything is moved. A power cut between the two moves leaves both stores
    whole inside `folder`.

    Args:
        bagian: take a part of a hand-over (and nothing else) instead of a backup.
        kunci_data: gives the data key from the archive's slots (by password or paper key); with it the database is
            opened and checked page by page too.

    Raises:
        KnownError: `cadangan_tidak_ada`, `bukan_cadangan`, `cadangan_rusak`, `cadangan_lebih_baru`, `toko_terbuka`,
            `disk_penuh`, `tidak_bisa_menulis`, `cadangan_bagian`, `bukan_bagian`, and those of `kunci_data`.
    """
    with buka_arsip(berkas) as arsip:
        manifes = _manifes(arsip, berkas)
        if bagian != bool(manifes.get("bagian")):
            raise KnownError("bukan_bagian" if bagian else "cadangan_bagian", berkas=berkas.name)
        lapor(0, 3, "Memeriksa cadangan")
        _cocokkan(arsip, manifes, berkas)
        with toko.dipegang(folder), ruang_samping(folder) as ruang:
            lapor(1, 3, "Membuka cadangan")
            _keluarkan(arsip, manifes, ruang)
            if kunci_data:
                gantungan = kunci.baca(ruang)
                salinan = ruang / toko.NAMA_BASIS_DATA
                periksa_salinan(salinan, kunci_data(gantungan), gantungan.halaman, manifes["baris"])
            lapor(2, 3, "Menempatkan data")
            disisihkan = _tempatkan(ruang, folder, jam())
            sinkronkan_folder(folder)
    lapor(3, 3, "Selesai")
    return HasilPulih(
        datetime.fromisoformat(manifes["dibuat_pada"]),
        sum(manifes["baris"].values()),
        sum(nama.startswith(toko.FOLDER_LAMPIRAN) for nama in manifes["berkas"]),
        disisihkan,
        str(manifes.get("bagian", "")),
    )


def _keluarkan(arsip: zipfile.ZipFile, manifes: dict[str, Any], ruang: Path) -> None:
    """Unpack what the manifest names, and nothing else."""
    for nama in manifes["berkas"]:
        tujuan = ruang / nama
        tujuan.parent.mkdir(exist_ok=True)
        with arsip.open(nama) as masuk, tujuan.open("wb") as keluar:
            shutil.copyfileobj(masuk, keluar, BLOK)


def _tempatkan(ruang: Path, folder: Path, kini: datetime) -> Path | None:
    """Put the unpacked store in its place and the one that lay there into a folder of its own inside; return that.

    A move that fails (a program on Windows holds a file) takes back all moves before it, so that the old store stays.
    """
    tempat = folder / f"sebelum-pulih-{kini:%Y%m%d-%H%M%S}-{id_baru().hex[-4:]}"
    lama = [(folder / nama, tempat / nama) for nama in reversed(_milik_toko()) if (folder / nama).exists()]
    baru = [(ruang / nama, folder / nama) for nama in _milik_toko() if (ruang / nama).exists()]
    if lama:
        tempat.mkdir()
    selesai: list[tuple[Path, Path]] = []
    try:
        for dari, ke in [*lama, *baru]:
            dari.replace(ke)
            selesai.append((dari, ke))
    except OSError:
        for dari, ke in reversed(selesai):
            ke.replace(dari)
        if lama:
            tempat.rmdir()
        raise
    return tempat if lama else None


# --- the check of a store ---------------------------------------------------------------------------------------------


def periksa(asal: toko.Toko, *, lapor: Lapor = _diam) -> HasilPeriksaToko:
    """Check every page, the structure, the references and every attachment of an open store; change nothing."""
    lapor(0, 2, "Memeriksa basis data")
    with _koneksi(asal.folder / toko.NAMA_BASIS_DATA, asal.dek, asal.halaman) as koneksi:
        masalah = tuple(_masalah(koneksi))
    lapor(1, 2, "Memeriksa lampiran")
    hilang, rusak, banyak = _periksa_lampiran(asal)
    lapor(2, 2, "Selesai")
    return HasilPeriksaToko(masalah, banyak, tuple(hilang), tuple(rusak))


def _periksa_lampiran(asal: toko.Toko) -> tuple[list[str], list[str], int]:
    """Decrypt every attachment and compare its hash; return missing, damaged, and how many there are."""
    nasib: dict[str, list[str]] = {"lampiran_hilang": [], "lampiran_rusak": []}
    with asal.membaca() as sesi:
        semua = sesi.exec(select(Lampiran.id, Lampiran.nama, Lampiran.sha256)).all()
        for lampiran_id, nama, sidik in semua:
            try:
                isi = lampiran.baca(sesi, asal.folder_lampiran, lampiran_id)
            except KnownError as e:
                nasib[e.kode].append(nama)
            else:
                if hashlib.sha256(isi).hexdigest() != sidik:
                    nasib["lampiran_rusak"].append(nama)
            sesi.expunge_all()
    return nasib["lampiran_hilang"], nasib["lampiran_rusak"], len(semua)
