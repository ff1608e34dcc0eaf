"""The bulk insert writes what SQLAlchemy's own insert writes, value by value, and the index of names follows."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, insert, text
from sqlalchemy.exc import IntegrityError

from db import kunci, pencarian, toko
from db.dasar import Baris, id_baru
from db.model import Orang, Pengaturan
from db.sisip import JsonJadi, Penyisip, sandi_json

KINI = datetime(2026, 3, 2, 2, 0, 30, 123, tzinfo=UTC)
ORANG: dict[str, Any] = {"nama": "SITI AMINAH", "nama_cari": "SITI AMINAH", "nik": None, "desil": 3,
                         "tanggal_lahir": date(1965, 3, 9)}  # fmt: skip


@pytest.fixture(scope="module")
def koneksi(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    folder: Path = tmp_path_factory.mktemp("sisip")
    t, _, _ = toko.buat(folder, "rina", "sandi-panjang-sekali", kdf=kunci.KDF_CONTOH)
    with t.koneksi() as k:
        yield k
        k.rollback()
    t.tutup()


def mentah(koneksi: Connection, tabel: str) -> list[dict[str, Any]]:
    return [dict(b) for b in koneksi.execute(text(f"SELECT * FROM {tabel} ORDER BY urut")).mappings()]


@pytest.mark.parametrize(
    ("tabel", "isi"),
    [
        (Orang, ORANG),
        (Orang, ORANG | {"tanggal_lahir": None, "meninggal_pada": date(999, 1, 2), "catatan": "é ' \" ? %s :a"}),
        (Pengaturan, {"kunci": "a", "nilai": {"é": [1, None, True, "x"]}}),
        (Pengaturan, {"kunci": "b"}),
    ],
)
def test_a_row_is_stored_as_sqlalchemy_stores_it(koneksi: Connection, tabel: type[Baris], isi: dict[str, Any]) -> None:
    nama = tabel.__tablename__
    koneksi.execute(text(f"DELETE FROM {nama}"))
    kunci_satu = id_baru()
    tambahan = {"id": id_baru(), "urut": 11, "dibuat_pada": KINI, "diubah_pada": KINI, "versi": 1}
    koneksi.execute(insert(tabel), [isi | tambahan])
    Penyisip(koneksi, tabel, ["id", *isi], KINI, {}).tulis([[satu] for satu in (kunci_satu, *isi.values())], 12)
    Penyisip(koneksi, tabel, [*isi], KINI, {}).tulis([[satu] for satu in isi.values()], 13)
    Penyisip(koneksi, tabel, ["id"], KINI, isi).tulis([[None]], 14)
    lama, baru, tanpa_id, tetap = mentah(koneksi, str(nama))
    assert baru["id"] == kunci_satu.hex
    assert len({lama["id"], baru["id"], tanpa_id["id"], tetap["id"]}) == 4
    for satu in (baru, tanpa_id, tetap):
        assert json.loads(satu.get("nilai", "{}")) == json.loads(lama.get("nilai", "{}"))
        berbeda = {k for k in lama if satu[k] != lama[k]} - {"nilai"}
        assert berbeda == {"id", "urut"}


def orang_banyak(koneksi: Connection, mulai: int, banyak: int, nik: str | None = None) -> None:
    kolom = ("nama", "nama_cari", "nik")
    with pencarian.sekaligus(koneksi, Orang, mulai, banyak):
        nama = [f"ORANG {n}" for n in range(mulai, mulai + banyak)]
        Penyisip(koneksi, Orang, kolom, KINI, {}).tulis([nama, nama, [nik] * banyak], mulai)


def temuan(koneksi: Connection, kata: str) -> list[int]:
    return sorted(koneksi.execute(pencarian.nomor_orang(kata)).scalars())


@pytest.mark.parametrize("banyak", [3, pencarian.BANYAK])
def test_people_are_found_by_name_however_many_came(koneksi: Connection, banyak: int) -> None:
    koneksi.execute(text("DELETE FROM orang"))
    orang_banyak(koneksi, 1_000, banyak)
    orang_banyak(koneksi, 9_000, 1)
    assert temuan(koneksi, "orang 1001") == [1_001]
    assert temuan(koneksi, "orang 9000") == [9_000]
    assert len(temuan(koneksi, "orang")) == banyak + 1
    koneksi.execute(text("INSERT INTO orang_cari (orang_cari, rank) VALUES ('integrity-check', 1)"))


def test_a_failed_insert_leaves_the_index_its_trigger(koneksi: Connection) -> None:
    koneksi.execute(text("DELETE FROM orang"))
    sebelum = koneksi.execute(text("SELECT sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name")).all()
    with pytest.raises(IntegrityError):
        orang_banyak(koneksi, 20_000, pencarian.BANYAK, nik="123")
    assert koneksi.execute(text("SELECT sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name")).all() == sebelum
    orang_banyak(koneksi, 30_000, 1)
    assert temuan(koneksi, "orang 30000") == [30_000]


@given(st.dictionaries(st.text(max_size=4), st.text(max_size=20) | st.integers() | st.none() | st.lists(st.text())))
def test_json_is_read_back_as_it_was(isi: dict[str, Any]) -> None:
    assert json.loads(sandi_json(isi)) == isi


@given(st.dictionaries(st.text(max_size=4), st.text(max_size=20)))
def test_json_of_texts_is_what_the_encoder_writes(isi: dict[str, str]) -> None:
    assert sandi_json(isi) == json.dumps(isi, ensure_ascii=False, separators=(",", ":"))
    assert sandi_json(JsonJadi("[1]")) == "[1]"


def test_a_statement_never_holds_what_somebody_said(koneksi: Connection) -> None:
    """It is shown when it fails; only what says nothing stands in it."""
    kolom = ["nama", "nama_cari", "nik", "alamat", "desil", "catatan"]
    satu = Penyisip(koneksi, Orang, kolom, KINI, {})
    perintah, baris = satu._siap([["SITI"], ["SITI"], ["6209030101509001"], [""], [None], ["O'NEIL"]], 7)
    assert not any(isi in perintah for isi in ("SITI", "6209030101509001", "NEIL"))
    assert baris[0][1:] == (7, "SITI", "SITI", "6209030101509001", "O'NEIL")
    perintah, _ = satu._siap([["A"], ["A"], [None], ["x"], [7], [""]], 8)
    assert " 7" not in perintah
