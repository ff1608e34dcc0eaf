"""The trail speaks plainly: never a code."""

import re
from pathlib import Path

import pytest

from app.bahasa.jejak import KATA, kata_aksi

AKAR = Path(__file__).parents[3]


def _aksi() -> set[str]:
    pola = re.compile(r'(?:jejak\.)?catat\(\s*kerja,\s*"(\w+)"')
    return {
        aksi for berkas in (AKAR / "app").rglob("*.py") for aksi in pola.findall(berkas.read_text(encoding="utf-8"))
    }


def test_every_act_reads_as_words() -> None:
    assert [aksi for aksi in _aksi() if "_" in kata_aksi(aksi) or not kata_aksi(aksi)[0].isupper()] == []


@pytest.mark.parametrize("aksi", sorted(KATA))
def test_words_stand_in_a_fixed_form(aksi: str) -> None:
    assert kata_aksi(aksi) == KATA[aksi]


def test_an_unknown_act_still_reads() -> None:
    assert kata_aksi("kirim_berkas") == "Kirim berkas"
