"""Bringing a store to the schema this program knows: Alembic, run on the open encrypted connection.

`TERKINI` and `DIKENAL` spare the start of the window the import of Alembic when there is nothing to do; a test holds
them against the scripts in `versions/`.
"""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, inspect, text

from db.galat import KnownError

TERKINI = "0005"
DIKENAL = ("0001", "0002", "0003", "0004", "0005")


RAPATKAN_MAKS = 400 * 1024 * 1024
"""Bytes of a store up to which the room of tables that were built anew is given back, so that no backup carries it.

SQLite makes a whole copy for that, in memory, for a file beside the store would be read by others; in a larger store
the room waits for what comes in.
"""


def versi(koneksi: Connection) -> str | None:
    """Return the revision of the store, None for an empty file."""
    if not inspect(koneksi).has_table("alembic_version"):
        return None
    nilai = koneksi.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if nilai is None else str(nilai)


def mutakhirkan(koneksi: Connection) -> bool:
    """Upgrade to `TERKINI` in one transaction, then give back what that left free; return whether anything changed.

    Raises:
        KnownError: `toko_lebih_baru` when a newer program made the store.
    """
    kini = versi(koneksi)
    koneksi.rollback()
    if kini == TERKINI:
        return False
    if kini is not None and kini not in DIKENAL:
        raise KnownError("toko_lebih_baru", versi=kini)
    _jalankan_alembic(koneksi)
    return True


def _jalankan_alembic(koneksi: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    konfigurasi = Config()
    konfigurasi.set_main_option("script_location", str(Path(__file__).parent))
    konfigurasi.attributes["connection"] = koneksi
    # Batch migrations rebuild tables, which references would forbid; the pragma works only outside a transaction.
    driver = koneksi.connection.driver_connection
    assert driver is not None
    driver.execute("PRAGMA foreign_keys = OFF")
    try:
        command.upgrade(konfigurasi, "head")
        koneksi.commit()
        if _ukuran(driver) <= RAPATKAN_MAKS:
            driver.execute("VACUUM")
    finally:
        koneksi.rollback()
        driver.execute("PRAGMA foreign_keys = ON")


def _ukuran(driver: Any) -> int:
    """Return the bytes of a store; SQLCipher gives the size of its pages as text."""
    halaman, besar = (int(driver.execute(f"PRAGMA {apa}").fetchone()[0]) for apa in ("page_count", "page_size"))
    return halaman * besar


def milik_model(nama: str | None, jenis: str, _induk: Any) -> bool:
    """Tell Alembic what is the models' own: the search index (`db.pencarian`) keeps its tables itself."""
    return jenis != "table" or not str(nama).startswith("orang_cari")
