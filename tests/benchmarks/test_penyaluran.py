"""Distribution day with 5 000 people: one act, one search, one count (`pytest --benchmark-enable tests/benchmarks`).

Without measuring, the same runs with 200 people, so that the code stays alive at little cost.
"""

from collections.abc import Callable, Iterator
from itertools import count
from uuid import UUID

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from app.penyaluran import BarisSerah, cari_penerima, catat_hasil, ringkasan_penyaluran, semua_serah
from db.istilah import HasilSalur
from tests.helpers.kegiatan import kegiatan_sah
from tests.helpers.toko import KantorUji

BANYAK, SEDIKIT = 5_000, 200
Hari = tuple[KantorUji, UUID, list[BarisSerah]]


@pytest.fixture
def hari(uji: KantorUji, benchmark: BenchmarkFixture) -> Hari:
    """A kegiatan whose people are on its decree."""
    with uji.menulis() as kerja:
        kegiatan = kegiatan_sah(kerja, SEDIKIT if benchmark.disabled else BANYAK)
    with uji.membaca() as kerja:
        return uji, kegiatan, list(semua_serah(kerja, kegiatan))


def test_one_hand_over(hari: Hari, benchmark: BenchmarkFixture) -> None:
    uji, _, semua = hari
    urut: Iterator[int] = count()

    def serahkan() -> None:
        with uji.menulis() as kerja:
            catat_hasil(kerja, semua[next(urut)].alokasi_id, HasilSalur.SENDIRI, tempat="Balai Desa")

    benchmark.pedantic(serahkan, rounds=200)


@pytest.mark.parametrize(
    "kata", [lambda b: b.kode + "\r\n", lambda b: (b.nik or "")[-4:], lambda b: b.nama], ids=["kode", "nik", "nama"]
)
def test_one_search(hari: Hari, benchmark: BenchmarkFixture, kata: Callable[[BarisSerah], str]) -> None:
    uji, kegiatan, semua = hari
    satu = semua[len(semua) // 2]
    with uji.membaca() as kerja:
        hasil = benchmark(cari_penerima, kerja, kegiatan, satu.tahap_id, kata(satu))
    assert satu.alokasi_id in {b.alokasi_id for b in hasil}


def test_counting_them_all(hari: Hari, benchmark: BenchmarkFixture) -> None:
    uji, kegiatan, semua = hari
    with uji.membaca() as kerja:
        assert benchmark(ringkasan_penyaluran, kerja, kegiatan).seluruh.target.orang == len(semua)
