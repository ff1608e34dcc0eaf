"""Finding who is twice, at 10 000 and 100 000 people of every invented profile: time, precision and recall.

`pytest --benchmark-enable tests/benchmarks/test_kemiripan.py` measures and keeps both figures in `extra_info`; without
measuring, the same runs with few people. `test_kemiripan_splink.py` sets splink beside it.
"""

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from app.kemiripan import cari_kembar
from tests.helpers.kembar_rekaan import PROFIL, ukur

BANYAK, SEDIKIT = (10_000, 100_000), 400
BENIH = 2_026


@pytest.mark.parametrize("banyak", BANYAK)
@pytest.mark.parametrize("profil", PROFIL)
def test_finding_who_is_twice(benchmark: BenchmarkFixture, profil: str, banyak: int) -> None:
    rekaan = PROFIL[profil](SEDIKIT if benchmark.disabled else banyak, BENIH)
    pasangan = benchmark.pedantic(cari_kembar, (rekaan.orang,), rounds=1)
    ukuran = ukur({(p.kiri, p.kanan) for p in pasangan}, rekaan.benar)
    benchmark.extra_info |= {"precision": round(ukuran.precision, 4), "recall": round(ukuran.recall, 4)}
    assert ukuran.precision >= (0.9 if benchmark.disabled else 0.98)
    assert ukuran.recall >= (0.9 if benchmark.disabled else 0.95)
