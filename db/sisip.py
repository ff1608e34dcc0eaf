"""Inserting thousands of rows of one table, past the ORM and past SQLAlchemy's work on every parameter.

A key may come as a UUID or as the text of one (`kunci_baru`), which spares two hundred thousand objects to an import.
A value is converted only where its type asks for it, and what is alike in every row stands in the statement itself, so
that nothing is made or bound for it row by row. Several times faster than `insert(table)` with dictionaries
(measured), for the statement itself is the smaller part of that.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from json.encoder import encode_basestring
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import JSON, Boolean, Column, Connection, Date, Dialect, Uuid
from uuid_utils import uuid7

from db.dasar import Baris
from db.galat import BugError

_sandi = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode
Olah = Callable[[Sequence[Any]], list[Any]]
_HEKS = "%032x"
"""How a UUID is written; by its number, which is quicker than its own property."""


class JsonJadi(str):
    """JSON that is written already, for a JSON column."""

    __slots__ = ()


sqlcipher.register_adapter(JsonJadi, str)  # as in `db.toko`: without it the driver searches every value for a method


def sandi_json(isi: Any) -> str:
    """Write JSON; an object of plain texts, which most are, is joined rather than encoded."""
    if type(isi) is JsonJadi:
        return isi
    if type(isi) is dict and isi:
        try:
            semua = "".join(isi) + "".join(isi.values())
        except TypeError:  # not texts alone
            return _sandi(isi)
        if len(encode_basestring(semua)) == len(semua) + 2:  # nothing in it must be escaped
            return '{"' + '","'.join(map('":"'.join, isi.items())) + '"}'
    return _sandi(isi)


class Penyisip:
    """The insert of one table with these columns; `id` among them brings the row's own key.

    Args:
        kini: when the rows are made. tetap: columns that are alike in every row.
    """

    def __init__(
        self, koneksi: Connection, tabel: type[Baris], kolom: Sequence[str], kini: datetime, tetap: Mapping[str, Any]
    ) -> None:
        self._koneksi = koneksi
        dialek, semua = koneksi.dialect, tabel.__table__.c  # type: ignore[attr-defined]
        self._bawa_id = list(kolom).index("id") if "id" in kolom else None
        self._olah = [(n, f) for n, k in enumerate(kolom) if k != "id" and (f := _olah(semua[k], dialek))]
        ikut = [k for k in kolom if k != "id"]
        alike = {"dibuat_pada": kini, "diubah_pada": kini, "versi": 1, **tetap}
        isi = {k: _harfiah(_olahan(semua[k], dialek, nilai)) for k, nilai in alike.items()}
        ada = {"id", "urut", *isi, *ikut}
        isi |= {c.name: _harfiah(_bawaan(c, dialek)) for c in semua if c.name not in ada and c.default}
        self._tanda = "?" if dialek.paramstyle == "qmark" else "%s"
        siap = dialek.identifier_preparer
        nama = ", ".join(siap.quote(k) for k in ("id", "urut", *isi, *ikut))
        awal = ", ".join([self._tanda, self._tanda, *isi.values()])
        self._kepala = f"INSERT INTO {siap.quote(str(tabel.__tablename__))} ({nama}) VALUES ({awal}"

    def tulis(self, kolom: Sequence[Sequence[Any]], urut: int) -> None:
        """Write rows given by columns, in the order of the columns; the first row gets `urut`, the next one more."""
        if kolom and kolom[0]:
            self._koneksi.exec_driver_sql(*self._siap(kolom, urut))

    def _siap(self, semua: Sequence[Sequence[Any]], urut: int) -> tuple[str, list[tuple[Any, ...]]]:
        """Convert the columns that need it and turn them into rows: cells pass without a step each.

        A column that says nothing in any of these rows stands in the statement; nothing is bound for it. Anything else
        never does, however often it comes: a statement is shown when it fails, and nobody's data may be.
        """
        kolom, banyak = list(semua), len(semua[0])
        for n, ubah in self._olah:
            kolom[n] = ubah(kolom[n])
        bawa = [None] * banyak if self._bawa_id is None else kolom.pop(self._bawa_id)
        kunci = [kunci_baru() if k is None else k if type(k) is str else _HEKS % k.int for k in bawa]
        sama = [_kosong(satu) for satu in kolom]
        nilai = [_harfiah(satu[0]) if s else self._tanda for satu, s in zip(kolom, sama, strict=True)]
        ikut = [satu for satu, s in zip(kolom, sama, strict=True) if not s]
        return f"{', '.join([self._kepala, *nilai])})", list(zip(kunci, range(urut, urut + banyak), *ikut, strict=True))


def kunci_baru() -> str:
    """Return a new key as the store writes it, for rows of which nobody needs it as a UUID."""
    return uuid7().hex


def _kosong(kolom: Sequence[Any]) -> bool:
    """Tell whether a column holds the same nothing in every row: no value, no text, or zero."""
    satu = kolom[0]
    return (satu is None or satu == "" or (type(satu) is int and not satu)) and kolom.count(satu) == len(kolom)


def _olah(kolom: Column[Any], dialek: Dialect) -> Olah | None:
    """Return what makes a column of values fit for the driver; None when they fit as they are."""
    if dialek.name == "sqlite":  # the same text as SQLAlchemy writes, by a shorter way
        if isinstance(kolom.type, Uuid):
            return lambda isi: [satu if satu is None or type(satu) is str else _HEKS % satu.int for satu in isi]
        if isinstance(kolom.type, JSON):
            return lambda isi: [None if satu is None else sandi_json(satu) for satu in isi]
        if isinstance(kolom.type, Boolean):
            return lambda isi: [None if satu is None else int(satu) for satu in isi]
        if isinstance(kolom.type, Date):
            return lambda isi: [None if satu is None else satu.isoformat() for satu in isi]
    olah = kolom.type.dialect_impl(dialek).bind_processor(dialek)
    return None if olah is None else lambda isi: [None if satu is None else olah(satu) for satu in isi]


def _olahan(kolom: Column[Any], dialek: Dialect, nilai: Any) -> Any:
    olah = _olah(kolom, dialek)
    return olah([nilai])[0] if olah else nilai


def _bawaan(kolom: Column[Any], dialek: Dialect) -> Any:
    """Return a column's default as the driver takes it; a made one (an empty object or list) is alike in every row."""
    asal: Any = kolom.default
    return _olahan(kolom, dialek, asal.arg if asal.is_scalar else asal.arg(None))


def _harfiah(nilai: Any) -> str:
    """Write a value into the statement."""
    if nilai is None:
        return "NULL"
    if isinstance(nilai, int):
        return str(int(nilai))
    if not isinstance(nilai, str) or "\0" in nilai:
        raise BugError(f"a value of {type(nilai).__name__} cannot stand in a statement")
    return "'" + nilai.replace("'", "''") + "'"
