"""No value of any closed list may reach a user as a code."""

import inspect
from enum import StrEnum

import pytest

from app.bahasa import istilah
from db import istilah as daftar

ENUM = [
    jenis
    for _, jenis in inspect.getmembers(daftar, inspect.isclass)
    if issubclass(jenis, StrEnum) and jenis is not StrEnum
]


@pytest.mark.parametrize("jenis", ENUM)
def test_every_value_has_a_label_of_its_own(jenis: type[StrEnum]) -> None:
    kata = [istilah.label(nilai) for nilai in jenis]
    assert all(k and "_" not in k for k in kata)
    assert len(set(kata)) == len(kata)
    assert istilah.pilihan(jenis) == list(zip(jenis, kata, strict=True))


def test_no_label_without_a_value() -> None:
    for jenis, kata in istilah.LABEL.items():
        assert set(kata) == set(jenis)
