"""Inserting thousands of rows of one table, past the ORM and past SQLAlchemy's work on every parameter.

The statement is written once per table and set of columns; a value is converted only where its type asks for it, and
what is alike in every row is made once. Several times faster than `insert(table)` with dictionaries (measured), for
the statement itself is the smaller part of that.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from functools import lru_cache
from operator import attrgetter
from typing import Any

from sqlalchemy import JSON, Column, Connection, Date, Dialect, Table, Uuid
from uuid_utils import uuid7

from db.dasar import Baris

_LENGKAP = ("id", "urut", "dibuat_pada", "diubah_pada", "versi")
_sandi = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode
Olah = Callable[[Any], Any]


class Penyisip:
    """The insert of one table with these columns; `id` among them brings the row's own key."""

    def __init__(self, tabel: Table, kolom: Sequence[str], dialek: Dialect) -> None:
        self._dialek = dialek
        self._kini = _olah(tabel.c.dibuat_pada, dialek)
        self._bawa_id = list(kolom).index("id") if "id" in kolom else None
        self._cari = "nomor_cari" in tabel.c
        ikut = [k for k in kolom if k != "id"]
        self._olah = [(n, olah) for n, k in enumerate(kolom) if k != "id" and (olah := _olah(tabel.c[k], dialek))]
        kepala = [*_LENGKAP, "nomor_cari"] if self._cari else list(_LENGKAP)
        tetap = {c.name: _bawaan(c, dialek) for c in tabel.c if c.name not in {*kepala, *ikut} and c.default}
        self._tetap = tuple(tetap.values())
        nama = ", ".join(dialek.identifier_preparer.quote(k) for k in (*kepala, *tetap, *ikut))
        tanda = ", ".join(["?" if dialek.paramstyle == "qmark" else "%s"] * (len(kepala) + len(tetap) + len(ikut)))
        self._perintah = f"INSERT INTO {dialek.identifier_preparer.format_table(tabel)} ({nama}) VALUES ({tanda})"

    def tulis(self, koneksi: Connection, baris: Iterable[Sequence[Any]], urut: int, kini: datetime) -> None:
        """Write rows, their values in the order of the columns; the first gets `urut`, the next one more."""
        if siap := list(self._siap(baris, urut, self._kini(kini) if self._kini else kini)):
            koneksi.exec_driver_sql(self._perintah, siap)

    def _siap(self, baris: Iterable[Sequence[Any]], urut: int, kini: Any) -> Iterator[tuple[Any, ...]]:
        olah, tetap, bawa_id, cari = self._olah, self._tetap, self._bawa_id, self._cari
        for nomor, satu in enumerate(baris, urut):
            isi = list(satu)
            for n, ubah in olah:
                if isi[n] is not None:
                    isi[n] = ubah(isi[n])
            kunci = None if bawa_id is None else isi.pop(bawa_id)
            kepala = (kunci.hex if kunci else uuid7().hex, nomor, kini, kini, 1)
            yield (*kepala, nomor, *tetap, *isi) if cari else (*kepala, *tetap, *isi)


@lru_cache(maxsize=256)
def _penyisip(tabel: type[Baris], kolom: tuple[str, ...], nama_dialek: str, dialek: Dialect) -> Penyisip:
    return Penyisip(tabel.__table__, kolom, dialek)  # type: ignore[attr-defined]


def penyisip(tabel: type[Baris], kolom: Iterable[str], koneksi: Connection) -> Penyisip:
    """Return the insert of a table with these columns, prepared once."""
    return _penyisip(tabel, tuple(kolom), koneksi.dialect.name, koneksi.dialect)


def _olah(kolom: Column[Any], dialek: Dialect) -> Olah | None:
    """Return what makes a value of a column fit for the driver; None when it fits as it is."""
    if dialek.name == "sqlite":  # the same text as SQLAlchemy writes, by a shorter way
        if isinstance(kolom.type, Uuid):
            return attrgetter("hex")
        if isinstance(kolom.type, JSON):
            return _sandi
        if isinstance(kolom.type, Date):
            return date.isoformat
    return kolom.type.dialect_impl(dialek).bind_processor(dialek)


def _bawaan(kolom: Column[Any], dialek: Dialect) -> Any:
    """Return a column's default as the driver takes it; a made one (an empty object or list) is alike in every row."""
    asal: Any = kolom.default
    nilai = asal.arg if asal.is_scalar else asal.arg(None)
    olah = _olah(kolom, dialek)
    return olah(nilai) if olah else nilai
