"""Holding people against a reference list, against one query a person (`pytest --benchmark-enable`, CPU seconds).

Wanted: 100 000 people against a list of 100 000 lines in a tenth of the peer's time; measured a fifteenth. Without
measuring, few people, and both find the same.
"""

import time
from collections.abc import Callable, Iterator
from datetime import date

import pytest
import sqlalchemy as sa
from pytest_benchmark.fixture import BenchmarkFixture
from sqlmodel import col

from app.acuan.bentuk import BarisTerbaca, PratinjauAcuan
from app.acuan.simpan import simpan_acuan
from app.acuan.tanda import Cara, Dicari, cari_tanda
from app.kerja import Kerja
from db.istilah import JenisAcuan
from db.model import BarisAcuan
from tests.helpers.toko import KantorUji

BANYAK, SEDIKIT = 100_000, 300


def _nik(nomor: int) -> str:
    return f"620903{nomor:010d}"


def _no_kk(nomor: int) -> str:
    return f"620902{nomor // 3:010d}"


def _orang(banyak: int) -> Iterator[Dicari[int]]:
    """Half of them are on the list themselves, a quarter by their family, the others not at all."""
    for n in range(banyak):
        kk = _no_kk(n) if n % 4 < 3 else _no_kk(n + 3 * BANYAK)
        yield Dicari(n, _nik(n if n % 2 else n + BANYAK), kk, f"ORANG KE {n}", date(1950, 1, 1), None)


def _salur(kerja: Kerja, orang: list[Dicari[int]]) -> int:
    return sum(t.cara in (Cara.NIK, Cara.KELUARGA) for satu in cari_tanda(kerja, orang).values() for t in satu)


def _satu_per_satu(kerja: Kerja, orang: list[Dicari[int]]) -> int:
    kolom = (col(BarisAcuan.desil), col(BarisAcuan.data))
    ada = 0
    for satu in orang:
        for apa, nilai in ((col(BarisAcuan.nik), satu.nik), (col(BarisAcuan.no_kk), satu.no_kk)):
            if kerja.sesi.execute(sa.select(*kolom).where(apa == nilai).limit(1)).first():
                ada += 1
                break
    return ada


@pytest.mark.benchmark(timer=time.process_time, warmup=False)
@pytest.mark.parametrize("cari", [_salur, _satu_per_satu], ids=["salur", "one query a person"])
def test_people_against_a_list(
    cari: Callable[[Kerja, list[Dicari[int]]], int], uji: KantorUji, benchmark: BenchmarkFixture
) -> None:
    banyak = SEDIKIT if benchmark.disabled else BANYAK
    daftar = PratinjauAcuan(JenisAcuan.DTSEN, "Kemensos", date(2026, 2, 1))
    daftar.baris = [
        BarisTerbaca(_nik(n), _no_kk(n), f"ORANG KE {n}", date(1950, 1, 1), None, n % 10 + 1) for n in range(banyak)
    ]
    daftar.hitung()
    with uji.menulis("operator") as kerja:
        simpan_acuan(kerja, daftar)
    with uji.membaca("operator") as kerja:
        ada = benchmark.pedantic(cari, (kerja, list(_orang(banyak))), rounds=1)
    assert ada == sum(n % 2 == 1 or n % 4 < 3 for n in range(banyak))
