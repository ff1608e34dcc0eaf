"""The parent takes a block of rows apart exactly, and trusts nothing that the child says of it."""

import json
import struct
from array import array

import pytest

from app.usulan import bingkai
from app.usulan.bingkai import LEBAR_BIASA, SELA, Tabel, kemas_blok
from app.usulan.penjaga import Tolak


def _tempat(*semua: int) -> bytes:
    return array("I", semua).tobytes()


def _nilai(isi: object) -> bytes:
    return json.dumps({"jenis": "nilai", "isi": isi}).encode()


def _tabel() -> Tabel:
    tabel = Tabel()
    tabel.buka(_nilai(SELA.join(["ANI", "BUDI"])))
    tabel.buka(_nilai([["1950-01-01"], True]))
    return tabel


def test_places_become_rows_again() -> None:
    angka = array("d", [7.0, 0.5]).tobytes()
    blok = kemas_blok(4, 3, _tempat(1, 0, 2, 0, 0, 0, 3, 4, 5, 6, 0, 1), angka)
    assert _tabel().buka(blok) == [["ANI", "", "BUDI"], [], [["1950-01-01"], True, 7.0], [0.5, "", "ANI"]]


def test_numbers_belong_to_one_block_alone() -> None:
    tabel = _tabel()
    tabel.buka(kemas_blok(1, 1, _tempat(5), array("d", [7.0]).tobytes()))
    with pytest.raises(IndexError):
        tabel.buka(kemas_blok(1, 1, _tempat(5), b""))


def test_a_row_of_nothing_true_is_blank_as_it_always_was() -> None:
    assert _tabel().buka(kemas_blok(2, 1, _tempat(5, 1), array("d", [0.0]).tobytes())) == [[], ["ANI"]]


@pytest.mark.parametrize(
    "blok",
    [
        b"\0",
        kemas_blok(1, 1, _tempat(99), b""),
        kemas_blok(1, 1, b"\xff" * 4, b""),
        kemas_blok(2, 1, _tempat(1), b""),
        kemas_blok(1, 1, _tempat(1, 1), b""),
        kemas_blok(1, 0, b"", b""),
        kemas_blok(1, LEBAR_BIASA + 1, _tempat(*[0] * (LEBAR_BIASA + 1)), b""),
        kemas_blok(1, 1, _tempat(1), b"123"),
        struct.pack("=cIII", b"\0", 1, 1, 1 << 31) + _tempat(1),
        struct.pack("=cIII", b"\0", 1 << 31, 2, 0),
        _nilai(5),
        _nilai({"a": 1}),
        b'{"jenis":"nilai"}',
        b"[",
    ],
)
def test_a_frame_that_lies_is_an_error(blok: bytes) -> None:
    with pytest.raises((ValueError, TypeError, IndexError, KeyError, struct.error)):
        _tabel().buka(blok)


def test_a_row_that_no_frame_of_json_could_hold_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bingkai, "MAKS_BINGKAI", 20)
    tabel = Tabel()
    tabel.buka(_nilai(["x" * 15, "y"]))
    assert tabel.buka(kemas_blok(1, 2, _tempat(1, 2), b"")) == [["x" * 15, "y"]]
    with pytest.raises(Tolak, match="terlalu_besar"):
        tabel.buka(kemas_blok(1, 2, _tempat(1, 1), b""))


def test_a_book_that_holds_one_long_text_too_often_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bingkai, "MAKS_BINGKAI", 20)
    monkeypatch.setattr(bingkai, "MAKS_ISI", 100)
    tabel = Tabel()
    tabel.buka(_nilai(["x" * 15, "y"]))
    with pytest.raises(Tolak, match="terlalu_besar"):
        for _ in range(9):
            tabel.buka(kemas_blok(1, 2, _tempat(1, 2), b""))
