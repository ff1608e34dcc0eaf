"""Every row of an earlier store comes through the migration that made `urut` the key of tables, or none of it does."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select

from db import cadangan, migrasi, pencarian, toko
from db.dasar import id_baru
from db.model import Orang

TOKO_LAMA = Path(__file__).parent / "toko_lama"
LAMA = ("0001", "0002", "0003", "0004")
URUT = (907, 31, 55)
"""Numbers of the rows put into each old table, in another order than they are written in."""
CONTOH: dict[str, Any] = {"INTEGER": 7, "BOOLEAN": 1, "DATETIME": "2026-03-02 02:00:00.000000", "DATE": "2026-03-02"}
CONTOH |= {"JSON": '{"a": [1, "b"]}', "BLOB": b"\0" * 32}


def _buka(folder: Path) -> toko.Toko:
    return toko.buka(folder, "lama", "sandi-toko-lama")[0]


@contextmanager
def _tanpa_migrasi(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Connection]:
    """Open an old store as it is."""
    with monkeypatch.context() as sementara:
        sementara.setattr(migrasi, "mutakhirkan", lambda _: False)
        terbuka = _buka(folder)
    with terbuka.koneksi() as koneksi:
        yield koneksi
        koneksi.commit()
    terbuka.tutup()


def _bertabel(koneksi: Connection) -> list[str]:
    """Return the tables whose rows have an id and an order."""
    semua = koneksi.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars().all()
    return [t for t in semua if {"id", "urut"} <= {b[1] for b in koneksi.exec_driver_sql(f'PRAGMA table_info("{t}")')}]


def _satu(tabel: str, kolom: str, jenis: str, nomor: int) -> Any:
    """Return a value for a cell; rows of one number have one id in every table, so that every reference holds."""
    if jenis == "CHAR(32)":
        return f"{nomor:032x}"
    if kolom in {"urut", "nomor_cari", "revisi", "nomor"} and jenis == "INTEGER":
        return nomor
    if kolom in {"nik", "no_kk", "wakil_nik"}:
        return f"{nomor:016d}"
    return CONTOH[jenis] if jenis in CONTOH else f"{tabel.upper()} {nomor}"


def _isi(koneksi: Connection) -> None:
    """Put rows into every table of an old store."""
    koneksi.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    for tabel in _bertabel(koneksi):
        kolom = [(b[1], b[2]) for b in koneksi.exec_driver_sql(f'PRAGMA table_info("{tabel}")')]
        nilai = ", ".join(f":{nama}" for nama, _ in kolom)
        for nomor in URUT:
            isi = {nama: _satu(tabel, nama, jenis, nomor) for nama, jenis in kolom}
            koneksi.execute(text(f'INSERT INTO "{tabel}" VALUES ({nilai})'), isi)


def _potret(koneksi: Connection) -> dict[str, list[dict[str, Any]]]:
    """Return every row of every table; the number of the old search index is no content of its own."""
    return {
        t: [
            {k: v for k, v in b.items() if k != "nomor_cari"}
            for b in koneksi.exec_driver_sql(f'SELECT * FROM "{t}" ORDER BY urut').mappings()
        ]
        for t in _bertabel(koneksi)
    }


@pytest.fixture(params=LAMA)
def lama(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a store of an earlier schema with rows in every table."""
    folder = tmp_path / "lama"
    shutil.copytree(TOKO_LAMA / request.param, folder)
    with _tanpa_migrasi(folder, monkeypatch) as koneksi:
        assert migrasi.versi(koneksi) == request.param
        _isi(koneksi)
    return folder


def test_a_store_too_large_for_a_copy_in_memory_keeps_the_room(lama: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrasi, "RAPATKAN_MAKS", 0)
    terbuka = _buka(lama)
    with terbuka.koneksi() as koneksi:
        assert koneksi.exec_driver_sql("PRAGMA freelist_count").scalar_one() > 0
        assert migrasi.versi(koneksi) == migrasi.TERKINI
    terbuka.tutup()


def test_every_row_of_every_table_comes_through(lama: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with _tanpa_migrasi(lama, monkeypatch) as koneksi:
        sebelum = _potret(koneksi)
    terbuka = _buka(lama)
    with terbuka.koneksi() as koneksi:
        sesudah = _potret(koneksi)
        kunci = {t: koneksi.exec_driver_sql(f'SELECT count(*) FROM "{t}" WHERE rowid = urut').scalar() for t in sesudah}
        assert koneksi.exec_driver_sql("PRAGMA freelist_count").scalar() == 0
    assert cadangan.periksa(terbuka).basis_data == ()
    terbuka.tutup()
    for tabel, semua in sebelum.items():
        assert [{k: baris[k] for k in lalu} for lalu, baris in zip(semua, sesudah[tabel], strict=True)] == semua, tabel
        assert kunci[tabel] == len(semua) >= len(URUT), tabel


def test_people_are_found_and_the_index_follows_them(lama: Path) -> None:
    terbuka = _buka(lama)
    with terbuka.menulis() as sesi:

        def cari(kata: str) -> list[int]:
            return sorted(sesi.connection().execute(pencarian.nomor_orang(kata)).scalars())

        assert cari("orang") == sorted([*URUT, *cari("orang lama")])
        assert len(cari("orang lama")) == 1
        satu = sesi.exec(select(Orang).where(col(Orang.urut) == URUT[0])).one()
        satu.nama_cari = "GANTI NAMA"
        sesi.flush()
        assert cari("ganti") == [URUT[0]]
        sesi.connection().exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        sesi.connection().exec_driver_sql(f"DELETE FROM orang WHERE urut = {URUT[1]}")
        assert cari(f"orang {URUT[1]}") == []
        sesi.rollback()
    terbuka.tutup()


def test_an_id_stays_the_one_name_of_a_row(lama: Path) -> None:
    terbuka = _buka(lama)
    with terbuka.menulis() as sesi:
        baru = Orang(nama="BARU", nama_cari="BARU")
        sesi.add(baru)
        sesi.flush()
        sesi.expunge_all()
        kini = sesi.get_one(Orang, baru.id)
        assert (kini.nama, kini.urut, sesi.get(Orang, id_baru())) == ("BARU", baru.urut, None)
        kini.nama = "LAIN"
        sesi.flush()
        with pytest.raises(IntegrityError, match="UNIQUE"):
            sesi.connection().execute(text("UPDATE orang SET id = :id WHERE urut = 31"), {"id": baru.id.hex})
        sesi.rollback()
    terbuka.tutup()


def test_a_migration_that_is_cut_off_leaves_the_old_store(lama: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with _tanpa_migrasi(lama, monkeypatch) as koneksi:
        sebelum, versi = _potret(koneksi), migrasi.versi(koneksi)

    def putus(koneksi: Connection) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as sementara:
        sementara.setattr(pencarian, "pasang", putus)
        with pytest.raises(KeyboardInterrupt):
            _buka(lama)
    with _tanpa_migrasi(lama, monkeypatch) as koneksi:
        assert (_potret(koneksi), migrasi.versi(koneksi)) == (sebelum, versi)
        assert koneksi.execute(pencarian.nomor_orang("lama")).scalars().all() != []
    _buka(lama).tutup()
