"""Every table holds a row and gives it back; references and checks are in force."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import JSON, Boolean, Column, Connection, Date, Integer, LargeBinary, Table, Uuid, insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.types import TypeEngine
from sqlmodel import AutoString, SQLModel

from db import kunci, toko
from db.dasar import Instan, id_baru

TABEL = list(SQLModel.metadata.sorted_tables)


@pytest.fixture(scope="module")
def koneksi(tmp_path_factory: pytest.TempPathFactory):
    """One store into which the tests of this module put a row per table, in order of reference."""
    t, _, _ = toko.buat(tmp_path_factory.mktemp("skema"), "rina", "sandi-panjang-sekali", kdf=kunci.KDF_CONTOH)
    with t.koneksi() as k:
        yield k
        k.rollback()
    t.tutup()


CONTOH: dict[type[TypeEngine[Any]], Any] = {
    AutoString: "contoh",
    Boolean: True,
    Integer: 7,
    Date: date(2026, 3, 2),
    Instan: datetime(2026, 3, 2, 2, 0, tzinfo=UTC),
    LargeBinary: b"\0" * 32,
    JSON: {"a": [1, "b"]},
}


def nilai(kolom: Column[Any], terisi: dict[str, UUID]) -> Any:
    """Return a value that fits the column; references point at the row made before."""
    for rujukan in kolom.foreign_keys:
        return terisi.get(rujukan.column.table.name)
    if kolom.name in {"nik", "no_kk", "wakil_nik"}:
        return "6209031203659001"
    if isinstance(kolom.type, Uuid):
        return id_baru()
    return next(isi for jenis, isi in CONTOH.items() if isinstance(kolom.type, jenis))


def isi_tabel(k: Connection, tabel: Table, terisi: dict[str, UUID]) -> dict[str, Any]:
    baris = {kolom.name: nilai(kolom, terisi) for kolom in tabel.c}
    k.execute(insert(tabel), [baris])
    if "id" in baris:
        terisi[tabel.name] = baris["id"]
    return baris


def test_every_table_keeps_what_it_is_given(koneksi: Connection) -> None:
    terisi: dict[str, UUID] = {}
    ditulis = {t.name: isi_tabel(koneksi, t, terisi) for t in TABEL}
    for tabel in TABEL:
        baris = koneksi.execute(select(tabel)).mappings().one()
        assert dict(baris) == ditulis[tabel.name], tabel.name
    assert koneksi.exec_driver_sql("PRAGMA foreign_key_check").all() == []


@pytest.mark.parametrize("tabel", [t for t in TABEL if any(c.foreign_keys and not c.nullable for c in t.c)], ids=str)
def test_a_reference_to_nothing_is_refused(koneksi: Connection, tabel: Table) -> None:
    kosong = {t.name: id_baru() for t in TABEL}
    koneksi.rollback()
    with pytest.raises(IntegrityError, match="FOREIGN KEY"):
        isi_tabel(koneksi, tabel, kosong)


def test_every_row_shares_the_base_columns() -> None:
    for tabel in TABEL:
        if tabel.name != "deret":
            assert {"id", "urut", "dibuat_pada", "diubah_pada", "versi"} <= set(tabel.c.keys()), tabel.name


LAMA = sorted((Path(__file__).parent / "toko_lama").glob("*"))


@pytest.mark.parametrize("lama", LAMA, ids=lambda p: p.name)
def test_stores_of_every_earlier_schema_open(lama: Path, tmp_path: Path) -> None:
    import shutil

    folder = tmp_path / "lama"
    shutil.copytree(lama, folder)
    t, _ = toko.buka(folder, "lama", "sandi-toko-lama")
    with t.koneksi() as k:
        assert k.exec_driver_sql("SELECT nama FROM orang").scalar() == "ORANG LAMA"
    t.tutup()
