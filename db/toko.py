"""Opening and closing the store: SQLCipher, the two doors, the lock, and what every row gets before it is written.

`Toko.menulis()` is one transaction of the one writer (BEGIN IMMEDIATE); `Toko.membaca()` is a read-only view for any
thread. The data key is raw, so opening costs no key derivation. WAL with synchronous=FULL: an acknowledged commit
survives a pulled plug (measured by cutting at random points).
"""

import errno
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import sqlcipher3.dbapi2 as sqlcipher
from filelock import FileLock, Timeout
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, NoResultFound
from sqlalchemy.orm import UOWTransaction
from sqlalchemy.orm.exc import StaleDataError
from sqlalchemy.pool import QueuePool
from sqlmodel import Session

import db.model  # noqa: F401 - fills the metadata
from db import kunci, migrasi
from db.berkas import tulis_aman
from db.dasar import Baris, id_baru
from db.galat import KnownError

NAMA_BASIS_DATA = "salur.db"
NAMA_KUNCI_PROSES = "salur.lock"
NAMA_BELUM_SELESAI = "belum-selesai"
"""Stands in the data folder from the first moment of a set-up to its last: what lies beside it was never used."""
FOLDER_LAMPIRAN = "lampiran"
CACHE_KIB = 64 * 1024  # without it SQLCipher is three times slower at a million rows (measured)
SQLITE_MINIMUM = (3, 51, 3)  # earlier ones may corrupt a WAL when two connections checkpoint at once


# The driver takes only plain numbers and texts as they are. For anything else it first asks the value itself, by an
# attribute that is not there, which costs more than the rest of the insert; None is the most frequent of them.
sqlcipher.register_adapter(type(None), lambda _: None)
sqlcipher.register_adapter(bytes, bytes)


def jam_dinding() -> datetime:
    """Return now, aware UTC."""
    return datetime.now(UTC)


class Toko:
    """An open store. One process holds it; close it to let another in."""

    def __init__(self, folder: Path, dek: bytes, halaman: int, gembok: FileLock) -> None:
        self.folder = folder
        self.dek = dek
        self.halaman = halaman  # bytes
        self.jam: Callable[[], datetime] = jam_dinding
        self._gembok = gembok
        self._penulis = _mesin(folder / NAMA_BASIS_DATA, dek, halaman, menulis=True)
        self._pembaca = _mesin(folder / NAMA_BASIS_DATA, dek, halaman, menulis=False)

    @property
    def folder_lampiran(self) -> Path:
        """Where encrypted attachments lie."""
        return self.folder / FOLDER_LAMPIRAN

    @contextmanager
    def menulis(self, jam: Callable[[], datetime] | None = None) -> Iterator[Session]:
        """One transaction: everything inside is kept at the end, or nothing of it.

        Raises:
            KnownError: `disk_penuh`, `toko_sibuk`, `toko_hanya_baca`, `toko_rusak`, `diubah_orang_lain`.
        """
        sesi = Session(self._penulis, expire_on_commit=False)
        sesi.info["jam"] = jam or self.jam
        _pasang_pencatat(sesi)
        with diterjemahkan(), sesi:
            yield sesi
            sesi.commit()
            for tindakan in sesi.info.pop("sesudah", ()):
                tindakan()

    @contextmanager
    def membaca(self, jam: Callable[[], datetime] | None = None) -> Iterator[Session]:
        """A consistent view that cannot write; any thread, one session each."""
        with diterjemahkan(), Session(self._pembaca, expire_on_commit=False) as sesi:
            sesi.info["jam"] = jam or self.jam
            yield sesi

    def koneksi(self) -> Connection:
        """Return a bare connection of the writer, for backup and integrity checks."""
        return self._penulis.connect()

    def tutup(self) -> None:
        """Let go of the file and of the lock."""
        self._pembaca.dispose()
        self._penulis.dispose()
        self._gembok.release()


def buat(
    folder: Path, nama_pengguna: str, sandi: str, *, kdf: kunci.Kdf = kunci.KDF_KANTOR
) -> tuple[Toko, kunci.Slot, str]:
    """Make a new store with one account slot and a paper recovery key; `rampung` tells that it is finished.

    What a set-up left that was cut off (power, crash) is removed first: nobody ever saw its recovery key.

    Returns:
        The open store, the slot of the first account, the recovery key (shown once, never stored).

    Raises:
        KnownError: `toko_sudah_ada`, `tidak_bisa_menulis`, `toko_terbuka`.
    """
    belum_selesai = folder / NAMA_BELUM_SELESAI
    if not belum_selesai.exists() and any((folder / n).exists() for n in (NAMA_BASIS_DATA, kunci.NAMA_BERKAS)):
        raise KnownError("toko_sudah_ada", folder=str(folder))
    gembok = _pegang(folder, 0)
    if belum_selesai.exists():
        buang(folder)
    tandai_belum_selesai(folder)
    dek, toko_id, pemulihan = kunci.dek_baru(), id_baru(), kunci.kunci_pemulihan_baru()
    slot = kunci.segel(dek, toko_id, nama_pengguna.strip().lower(), sandi, kdf=kdf)
    kertas = kunci.segel(dek, toko_id, "", pemulihan, kdf=kdf, jenis="pemulihan")
    toko = Toko(folder, dek, kunci.HALAMAN_BARU, gembok)
    try:
        with toko.koneksi() as koneksi:
            migrasi.mutakhirkan(koneksi)
        kunci.tulis(folder, kunci.GantunganKunci(toko_id, (slot, kertas), toko.halaman))
    except BaseException:
        toko.tutup()
        buang(folder)
        raise
    return toko, slot, pemulihan


def buang(folder: Path) -> None:
    """Remove a store whose making was not finished, so that it can be made again; never call it for any other."""
    for akhiran in ("", "-wal", "-shm"):
        (folder / f"{NAMA_BASIS_DATA}{akhiran}").unlink(missing_ok=True)
    for akhiran in ("", ".bak"):
        (folder / f"{kunci.NAMA_BERKAS}{akhiran}").unlink(missing_ok=True)
    shutil.rmtree(folder / FOLDER_LAMPIRAN, ignore_errors=True)
    rampung(folder)


NAMA_SALINAN = "salinan-bagian"
"""Stands in the data folder of a copy that carries a part of a hand-over; such a folder may take another part."""


def tandai_salinan(folder: Path) -> None:
    """Note that the store of this folder is a copy of another laptop's."""
    tulis_aman(folder / NAMA_SALINAN, b"")


def salinan(folder: Path) -> bool:
    """Tell whether the store of this folder is a copy of another laptop's."""
    return (folder / NAMA_SALINAN).exists()


def tandai_belum_selesai(folder: Path) -> None:
    """Note that a store is being made here; should that be cut off, it is made anew."""
    tulis_aman(folder / NAMA_BELUM_SELESAI, b"")


def rampung(folder: Path) -> None:
    """Note that the making of a store is finished: from now on it is somebody's data."""
    (folder / NAMA_BELUM_SELESAI).unlink(missing_ok=True)


def buka(folder: Path, nama_pengguna: str, sandi: str, *, tunggu: float = 0) -> tuple[Toko, frozenset[UUID]]:
    """Open a store by an account's password; `tunggu` seconds for another process to let go.

    Returns:
        The open store and the ids of the slots that the password opens.

    Raises:
        KnownError: `toko_tidak_ada`, `kunci_rusak`, `sandi_salah`, `toko_terbuka`, `toko_lebih_baru`, `toko_rusak`.
    """
    dek, slot = kunci.dek_dari_sandi(kunci.baca(folder), nama_pengguna, sandi)
    return buka_dengan_dek(folder, dek, tunggu=tunggu), frozenset(satu.id for satu in slot)


def buka_dengan_pemulihan(folder: Path, kunci_kertas: str) -> Toko:
    """Open a store by its paper key, to give accounts new passwords."""
    return buka_dengan_dek(folder, kunci.dek_dari_pemulihan(kunci.baca(folder), kunci_kertas))


def buka_dengan_dek(folder: Path, dek: bytes, *, tunggu: float = 0) -> Toko:
    """Open, check that the file is ours and of a version we know, and bring it up to date."""
    if not (folder / NAMA_BASIS_DATA).exists():
        raise KnownError("toko_tidak_ada", folder=str(folder))
    toko = Toko(folder, dek, kunci.baca(folder).halaman, _pegang(folder, tunggu))
    try:
        with diterjemahkan(), toko.koneksi() as koneksi:
            migrasi.mutakhirkan(koneksi)
    except BaseException:
        toko.tutup()
        raise
    return toko


def ada(folder: Path) -> bool:
    """Tell whether a store lies in `folder` whose making was finished."""
    berkas = (folder / NAMA_BASIS_DATA, folder / kunci.NAMA_BERKAS)
    return all(b.exists() for b in berkas) and not (folder / NAMA_BELUM_SELESAI).exists()


@contextmanager
def dipegang(folder: Path) -> Iterator[None]:
    """Hold a data folder whose store is closed, so that nobody opens it meanwhile.

    Raises:
        KnownError: `toko_terbuka`, `disk_penuh`, `tidak_bisa_menulis`.
    """
    gembok = _pegang(folder, 0)
    try:
        yield
    finally:
        gembok.release()


def _pegang(folder: Path, tunggu: float) -> FileLock:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        # The window opens the store in a worker and closes it in its own thread: any thread may let go.
        gembok = FileLock(folder / NAMA_KUNCI_PROSES, thread_local=False)
        gembok.acquire(timeout=tunggu)
    except Timeout as e:
        raise KnownError("toko_terbuka", folder=str(folder)) from e
    except OSError as e:
        kode = "disk_penuh" if e.errno == errno.ENOSPC else "tidak_bisa_menulis"
        raise KnownError(kode, berkas=str(folder)) from e
    return gembok


def _mesin(berkas: Path, dek: bytes, halaman: int, *, menulis: bool) -> Engine:
    if sqlcipher.sqlite_version_info < SQLITE_MINIMUM:
        raise KnownError("sqlite_lama", versi=sqlcipher.sqlite_version)

    def sambung() -> Any:
        koneksi = sqlcipher.connect(str(berkas), isolation_level=None, check_same_thread=False)
        siapkan_koneksi(koneksi, dek, halaman, menulis=menulis)
        return koneksi

    mesin = create_engine(
        "sqlite://",
        creator=sambung,
        module=sqlcipher,
        poolclass=QueuePool,
        pool_size=1 if menulis else 4,
        hide_parameters=True,  # no person's data in an error or its report
    )
    mulai = "BEGIN IMMEDIATE" if menulis else "BEGIN DEFERRED"

    @event.listens_for(mesin, "begin")
    def _begin(koneksi: Connection) -> None:
        koneksi.exec_driver_sql(mulai)

    return mesin


def siapkan_koneksi(koneksi: Any, dek: bytes, halaman: int, *, menulis: bool) -> None:
    """Give a fresh driver connection its key, the size of the pages (bytes), and pragmas."""
    koneksi.execute("PRAGMA cipher_log_level = NONE")
    koneksi.execute(f"PRAGMA key = \"x'{dek.hex()}'\"")
    koneksi.execute(f"PRAGMA cipher_page_size = {halaman}")
    koneksi.execute("PRAGMA temp_store = MEMORY")
    koneksi.execute("PRAGMA busy_timeout = 5000")
    koneksi.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
    koneksi.execute("PRAGMA foreign_keys = ON")
    if menulis:
        koneksi.execute("PRAGMA journal_mode = WAL")
        koneksi.execute("PRAGMA synchronous = FULL")
    else:
        koneksi.execute("PRAGMA query_only = ON")


_SEBAB = (
    ("disk is full", "disk_penuh"),
    ("database is locked", "toko_sibuk"),
    ("readonly database", "toko_hanya_baca"),
    ("unable to open", "toko_hanya_baca"),
    ("disk i/o error", "disk_bermasalah"),
    ("not a database", "toko_rusak"),
    ("malformed", "toko_rusak"),
    ("hmac", "toko_rusak"),
)


@contextmanager
def diterjemahkan() -> Iterator[None]:
    """Turn what the surroundings did to the database into a `KnownError`; our own mistakes pass as they are."""
    try:
        yield
    except StaleDataError as e:
        raise KnownError("diubah_orang_lain") from e
    except NoResultFound as e:  # a page that was not read again asks for what an undo took away
        raise KnownError("data_sudah_tidak_ada") from e
    except (DBAPIError, sqlcipher.Error) as e:
        pesan = str(getattr(e, "orig", e)).lower()
        for potongan, kode in _SEBAB:
            if potongan in pesan:
                raise KnownError(kode) from e
        raise


def lepas_halaman(sesi: Session) -> None:
    """Give back the memory of pages that were read and may not be needed again soon: up to `CACHE_KIB`."""
    sesi.connection().exec_driver_sql("PRAGMA shrink_memory")


def _pasang_pencatat(sesi: Session) -> None:
    event.listen(sesi, "before_flush", _lengkapi_baris)
    event.listen(sesi, "before_commit", _simpan_deret)


def _lengkapi_baris(sesi: Session, konteks: UOWTransaction, objek: Any) -> None:
    """Give new rows their order and times, changed rows their time."""
    kini = sesi.info["jam"]()
    for baris in sesi.new:
        if isinstance(baris, Baris):
            if not baris.urut:
                baris.urut = pesan_urut(sesi, 1)
            baris.dibuat_pada = baris.dibuat_pada or kini
            baris.diubah_pada = baris.diubah_pada or kini
    for baris in sesi.dirty:
        if isinstance(baris, Baris) and sesi.is_modified(baris):
            baris.diubah_pada = kini


def pesan_urut(sesi: Session, banyak: int) -> int:
    """Reserve `banyak` order numbers and return the first; given back if the transaction is rolled back."""
    nilai = sesi.info.get("deret")
    if nilai is None:
        nilai = sesi.connection().exec_driver_sql("SELECT nilai FROM deret WHERE nama = 'urut'").scalar() or 0
    sesi.info["deret"] = nilai + banyak
    return int(nilai) + 1


def _simpan_deret(sesi: Session) -> None:
    sesi.flush()
    if (nilai := sesi.info.pop("deret", None)) is not None:
        # By the driver alone: every act of the table passes here.
        sesi.connection().exec_driver_sql(
            f"INSERT INTO deret (nama, nilai) VALUES ('urut', {int(nilai)}) "
            "ON CONFLICT (nama) DO UPDATE SET nilai = excluded.nilai"
        )
