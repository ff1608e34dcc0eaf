"""Finding people by name as one types: SQLite's FTS5, kept in step by triggers, behind one function.

The index hangs on `orang.nomor_cari`, an explicit integer, never on the implicit rowid, which batch migrations change.
"""

import re

from sqlalchemy import Connection, Integer, Select, false, literal_column, select, table, text

PASANG = (
    """CREATE VIRTUAL TABLE orang_cari USING fts5(
        nama_cari, content='orang', content_rowid='nomor_cari', prefix='2 3', tokenize='unicode61')""",
    """CREATE TRIGGER orang_cari_tambah AFTER INSERT ON orang BEGIN
        INSERT INTO orang_cari(rowid, nama_cari) VALUES (new.nomor_cari, new.nama_cari); END""",
    """CREATE TRIGGER orang_cari_hapus AFTER DELETE ON orang BEGIN
        INSERT INTO orang_cari(orang_cari, rowid, nama_cari)
        VALUES ('delete', old.nomor_cari, old.nama_cari); END""",
    """CREATE TRIGGER orang_cari_ubah AFTER UPDATE OF nama_cari ON orang BEGIN
        INSERT INTO orang_cari(orang_cari, rowid, nama_cari)
        VALUES ('delete', old.nomor_cari, old.nama_cari);
        INSERT INTO orang_cari(rowid, nama_cari) VALUES (new.nomor_cari, new.nama_cari); END""",
)


def pasang(koneksi: Connection) -> None:
    """Create the index and its triggers; called by a migration."""
    for perintah in PASANG:
        koneksi.execute(text(perintah))


def nomor_orang(kata: str) -> Select[int]:
    """Select `nomor_cari` of everyone whose name holds words beginning so; sorting and paging are the caller's."""
    potongan = re.findall(r"\w+", kata.upper())
    # Always quoted: AND, OR and NOT typed so far would be operators.
    kueri = " ".join(f'"{p}"*' for p in potongan)
    cocok = literal_column("orang_cari").op("MATCH")(kueri) if potongan else false()
    return select(literal_column("rowid", Integer)).select_from(table("orang_cari")).where(cocok)
