"""Let the order of entry be the row's own key: every table is built anew with `urut` as its rowid and `id` unique.

A table of SQLite has a hidden number for each row, and an index for each other key. With `urut` as that number one
index goes from every table, and the search index needs no column of its own. Indexes that no query needs go too, and
one takes the place of two that begin alike.

The tables are copied as SQLite asks for (https://www.sqlite.org/lang_altertable.html): references are off meanwhile,
the new table takes the name of the old, and all of it is one transaction. A table's own words are changed, not written
anew, so that whatever an earlier program put there stays.
"""

import re

import sqlalchemy as sa
from alembic import op

from db import pencarian
from db.galat import BugError

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

TANPA_INDEKS = {
    *("ix_orang_nama_cari_urut", "ix_orang_nomor_cari", "ix_orang_kode_desa"),
    *("ix_usulan_kegiatan_status", "ix_usulan_kegiatan_desa"),
    *("ix_jejak_pada", "ix_jejak_akun_id"),
}
TANPA_KOLOM = {"orang": "nomor_cari"}
PEMICU = ("orang_cari_tambah", "orang_cari_hapus", "orang_cari_ubah")


def upgrade() -> None:
    k = op.get_bind()
    for pemicu in PEMICU:
        k.exec_driver_sql(f"DROP TRIGGER {pemicu}")
    k.exec_driver_sql("DROP TABLE orang_cari")
    for tabel, ddl in k.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'table'").all():
        kolom = [nama for _, nama, *_ in k.exec_driver_sql(f'PRAGMA table_info("{tabel}")')]
        if {"id", "urut"} <= set(kolom):
            _bangun(k, tabel, ddl, [nama for nama in kolom if nama != TANPA_KOLOM.get(tabel)])
    with op.batch_alter_table("orang", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_orang_nama_cari"), ["nama_cari"], unique=False)
    with op.batch_alter_table("usulan", schema=None) as batch_op:
        batch_op.create_index("ix_usulan_kegiatan_status_desa", ["kegiatan_id", "status", "kode_desa"], unique=False)
    pencarian.pasang(k)
    k.exec_driver_sql("INSERT INTO orang_cari(orang_cari) VALUES ('rebuild')")


def _bangun(k: sa.Connection, tabel: str, ddl: str, kolom: list[str]) -> None:
    """Copy a table into one whose key is `urut`, in that order, and give it its name and its indexes."""
    indeks = k.exec_driver_sql(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL", (tabel,)
    ).all()
    daftar = ", ".join(f'"{nama}"' for nama in kolom)
    k.exec_driver_sql(_ddl_baru(tabel, ddl))
    k.exec_driver_sql(f'INSERT INTO "_{tabel}" ({daftar}) SELECT {daftar} FROM "{tabel}" ORDER BY urut')
    k.exec_driver_sql(f'DROP TABLE "{tabel}"')
    k.exec_driver_sql(f'ALTER TABLE "_{tabel}" RENAME TO "{tabel}"')
    for nama, perintah in indeks:
        if nama != f"ix_{tabel}_urut" and nama not in TANPA_INDEKS:
            k.exec_driver_sql(perintah)


def _ddl_baru(tabel: str, ddl: str) -> str:
    """Return the words that make the new table, under a name of its own."""
    kunci = f"CONSTRAINT pk_{tabel} PRIMARY KEY (urut), \n\tCONSTRAINT uq_{tabel}_id UNIQUE (id)"
    ubah = [(rf'^CREATE TABLE "?{tabel}"?', f'CREATE TABLE "_{tabel}"')]
    ubah.append((rf"CONSTRAINT pk_{tabel} PRIMARY KEY \(id\)", kunci))
    if buang := TANPA_KOLOM.get(tabel):
        ubah.append((rf"\s{buang} INTEGER NOT NULL,", ""))
    for lama, baru in ubah:
        ddl, kali = re.subn(lama, baru, ddl)
        if kali != 1:
            raise BugError(f"{tabel} is not the table that was expected")
    return ddl
