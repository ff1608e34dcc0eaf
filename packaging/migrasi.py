"""For developers: writes a migration, and keeps a store of every schema for the tests.

    python packaging/migrasi.py simpan               before a change of the models: keep a store of today's schema
    python packaging/migrasi.py buat 0002 "Words"    after it: write the migration that leads there

The store that is kept lies under `tests/db/toko_lama/` for ever; a test opens each of them with the newest program.
"""

import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from alembic import command
from alembic.config import Config

from db import kunci, migrasi, toko
from db.model import Orang

AKAR = Path(__file__).resolve().parent.parent
TOKO_LAMA = AKAR / "tests" / "db" / "toko_lama"
AKUN, SANDI, NAMA = "lama", "sandi-toko-lama", "ORANG LAMA"


def simpan() -> Path:
    """Keep a store of the schema that the program has now, with one person in it."""
    tujuan = TOKO_LAMA / migrasi.TERKINI
    if tujuan.exists():
        shutil.rmtree(tujuan)
    terbuka, _, _ = toko.buat(tujuan, AKUN, SANDI, kdf=kunci.KDF_CONTOH)
    with terbuka.menulis(lambda: datetime(2026, 1, 5, 1, tzinfo=UTC)) as sesi:
        sesi.add(Orang(nama=NAMA, nama_cari=NAMA))
    terbuka.tutup()
    toko.rampung(tujuan)
    (tujuan / toko.NAMA_KUNCI_PROSES).unlink(missing_ok=True)
    return tujuan


def buat(nomor: str, keterangan: str) -> Path:
    """Compare a store of the last migration with the models and write the difference as a migration to read through."""
    with TemporaryDirectory() as folder:
        terbuka, _, _ = toko.buat(Path(folder), AKUN, SANDI, kdf=kunci.KDF_CONTOH)
        konfigurasi = Config()
        konfigurasi.set_main_option("script_location", str(Path(migrasi.__file__).parent))
        with terbuka.koneksi() as koneksi:
            konfigurasi.attributes["connection"] = koneksi
            naskah = command.revision(konfigurasi, keterangan, autogenerate=True, rev_id=nomor)
        terbuka.tutup()
    if naskah is None or isinstance(naskah, list):
        raise SystemExit("nothing was written")
    return Path(naskah.path)


def main(argumen: list[str]) -> int:
    """Do what the words ask for; return the exit code."""
    match argumen:
        case ["simpan"]:
            berkas = simpan()
        case ["buat", nomor, keterangan]:
            berkas = buat(nomor, keterangan)
        case _:
            sys.stderr.write(__doc__ or "")
            return 2
    sys.stdout.write(f"{berkas.relative_to(AKAR)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
