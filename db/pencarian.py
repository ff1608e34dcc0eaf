"""Finding people by name as one types: SQLite's FTS5, kept in step by triggers, behind one function.

The index hangs on `orang.urut`, the table's own key, which no rebuilding of the table changes. It keeps no lengths of
names (`columnsize`): only a ranking would ask for them, and people are sorted by name.
"""

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from sqlalchemy import ColumnElement, Connection, Integer, Select, false, func, literal_column, select, table, text
from sqlalchemy.exc import DBAPIError

from db.dasar import Baris
from db.model import Orang

BANYAK = 500
"""New people from which on they are indexed together: one by one the trigger costs two thirds of their insert."""
PASANG = (
    """CREATE VIRTUAL TABLE orang_cari USING fts5(
        nama_cari, content='orang', content_rowid='urut', prefix='2 3', columnsize=0, tokenize='unicode61')""",
    """CREATE TRIGGER orang_cari_tambah AFTER INSERT ON orang BEGIN
        INSERT INTO orang_cari(rowid, nama_cari) VALUES (new.urut, new.nama_cari); END""",
    """CREATE TRIGGER orang_cari_hapus AFTER DELETE ON orang BEGIN
        INSERT INTO orang_cari(orang_cari, rowid, nama_cari)
        VALUES ('delete', old.urut, old.nama_cari); END""",
    """CREATE TRIGGER orang_cari_ubah AFTER UPDATE OF nama_cari ON orang BEGIN
        INSERT INTO orang_cari(orang_cari, rowid, nama_cari)
        VALUES ('delete', old.urut, old.nama_cari);
        INSERT INTO orang_cari(rowid, nama_cari) VALUES (new.urut, new.nama_cari); END""",
)


def pasang(koneksi: Connection) -> None:
    """Create the index and its triggers; called by a migration."""
    for perintah in PASANG:
        koneksi.execute(text(perintah))


@contextmanager
def sekaligus(koneksi: Connection, tabel: type[Baris], nomor: int, banyak: int) -> Iterator[None]:
    """Index people from `nomor` on together once they stand in the table, where the first lot of them is a large one.

    The trigger rests meanwhile and is put back word for word, in the same transaction; other tables pass untouched.
    """
    if tabel is not Orang or banyak < BANYAK:
        yield
        return
    koneksi.execute(text("DROP TRIGGER orang_cari_tambah"))
    try:
        yield
    except BaseException:
        with suppress(DBAPIError):  # a full disk has rolled all of it back already, and the trigger is there
            koneksi.execute(text(PASANG[1]))
        raise
    isi = "INSERT INTO orang_cari (rowid, nama_cari) SELECT urut, nama_cari FROM orang"
    koneksi.execute(text(f"{isi} WHERE urut >= :awal ORDER BY urut"), {"awal": nomor})
    koneksi.execute(text(PASANG[1]))


_SEBAGIAN = 5_000


def salah_satu(kolom: Any, nilai: Iterable[str | int]) -> ColumnElement[bool]:
    """Say that a column holds one of these values, be they a hundred thousand: one parameter instead of one each."""
    semua = list(nilai)
    # Written in pieces: one call over them all would hold up the window's thread.
    bagian = (json.dumps(semua[awal : awal + _SEBAGIAN])[1:-1] for awal in range(0, len(semua), _SEBAGIAN))
    daftar = func.json_each(f"[{','.join(bagian)}]").table_valued("value")
    syarat: ColumnElement[bool] = kolom.in_(select(daftar.c.value))
    return syarat


def nomor_orang(kata: str) -> Select[int]:
    """Select `urut` of everyone whose name holds words beginning so; sorting and paging are the caller's."""
    potongan = re.findall(r"\w+", kata.upper())
    # Always quoted: AND, OR and NOT typed so far would be operators.
    kueri = " ".join(f'"{p}"*' for p in potongan)
    cocok = literal_column("orang_cari").op("MATCH")(kueri) if potongan else false()
    return select(literal_column("rowid", Integer)).select_from(table("orang_cari")).where(cocok)
