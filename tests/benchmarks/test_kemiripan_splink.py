"""Finding who is twice against splink, the same people in the same run (CPU seconds): wanted, a fifth of its time.

splink brings duckdb and half a gigabyte; it is no dependency. Bring it for one run:

    uv run --with splink==5.0.0 pytest --benchmark-enable tests/benchmarks/test_kemiripan_splink.py

`--benchmark-json FILE` keeps the figures. Without splink this file is not collected. splink gets names that are already
normalised, eight blocking rules, and its own estimation of the weights; its threshold is the one that serves it best on
these very people.
"""

import time
from collections.abc import Callable
from typing import Any, TypeVar

import pandas as pd
import pytest
import splink.comparison_library as cl
from pytest_benchmark.fixture import BenchmarkFixture
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

from app.kemiripan import OrangBanding, cari_kembar
from app.kemiripan.nama import Kamus
from tests.helpers.kembar_rekaan import PROFIL, Rekaan, ukur

BANYAK, SEDIKIT, BENIH = 100_000, 2_000, 5
T = TypeVar("T")


def _detik(kerja: Callable[[], T]) -> tuple[float, T]:
    mulai = time.process_time()
    hasil = kerja()
    return time.process_time() - mulai, hasil


def _tabel(orang: list[OrangBanding]) -> pd.DataFrame:
    kamus = Kamus()
    nama = [[kamus.kata[k] for k in kamus.nama(o.nama)] or [""] for o in orang]
    return pd.DataFrame(
        {
            "unique_id": range(len(orang)),
            "nama": [" ".join(sorted(n)) or None for n in nama],
            "depan": [n[0] or None for n in nama],
            "belakang": [n[-1] or None for n in nama],
            "nik": [o.nik or None for o in orang],
            "no_kk": [o.no_kk or None for o in orang],
            "lahir": [o.lahir.isoformat() if o.lahir else None for o in orang],
            "tahun": [str(o.lahir.year) if o.lahir else None for o in orang],
            "alamat": [o.alamat or None for o in orang],
            "desa": [o.desa or None for o in orang],
        }
    )


def _splink(tabel: pd.DataFrame) -> pd.DataFrame:
    aturan = (
        ("nik",), ("no_kk", "depan"), ("no_kk", "belakang"), ("lahir", "depan"), ("lahir", "belakang"),
        ("nama", "desa"), ("nama", "tahun"), ("lahir", "desa"),
    )  # fmt: skip
    setelan = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            cl.JaroWinklerAtThresholds("nama", [0.95, 0.85]).configure(term_frequency_adjustments=True),
            cl.DamerauLevenshteinAtThresholds("nik", [1, 2]),
            cl.DamerauLevenshteinAtThresholds("no_kk", [1]),
            cl.DamerauLevenshteinAtThresholds("lahir", [1, 2]),
            cl.JaroWinklerAtThresholds("alamat", [0.9]),
            cl.ExactMatch("desa"),
        ],
        blocking_rules_to_generate_predictions=[block_on(*satu) for satu in aturan],
    )
    linker = Linker(DuckDBAPI().register(tabel), setelan)
    linker.training.estimate_probability_two_random_records_match([block_on("nik")], recall=0.6)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for satu in (("lahir",), ("no_kk",), ("nama",)):
        linker.training.estimate_parameters_using_expectation_maximisation(block_on(*satu))
    return linker.inference.predict(threshold_match_probability=0.01).as_pandas_dataframe()


def _terbaik(ramalan: pd.DataFrame, rekaan: Rekaan) -> dict[str, Any]:
    """Return splink's figures at the threshold with its best F1 on the truth, which flatters it."""
    pilihan = []
    for ambang in (0.05, 0.2, 0.5, 0.8, 0.95, 0.99, 0.999, 0.9999):
        di_atas = ramalan[ramalan["match_probability"] >= ambang]
        dua = zip(di_atas["unique_id_l"], di_atas["unique_id_r"], strict=True)
        pasangan = {(min(a, b), max(a, b)) for a, b in dua}
        u = ukur(pasangan, rekaan.benar)
        pilihan.append((2 * u.precision * u.recall / max(u.precision + u.recall, 1e-9), u))
    u = max(pilihan, key=lambda p: p[0])[1]
    return {"splink_precision": round(u.precision, 4), "splink_recall": round(u.recall, 4)}


@pytest.mark.parametrize("profil", ["rumah", "merata"])
def test_against_splink(benchmark: BenchmarkFixture, profil: str) -> None:
    rekaan = PROFIL[profil](SEDIKIT if benchmark.disabled else BANYAK, BENIH)
    kami, pasangan = _detik(lambda: benchmark.pedantic(cari_kembar, (rekaan.orang,), rounds=1))
    tabel = _tabel(rekaan.orang)
    mereka, ramalan = _detik(lambda: _splink(tabel))
    ukuran = ukur({(p.kiri, p.kanan) for p in pasangan}, rekaan.benar)
    benchmark.extra_info |= {
        "splink_cpu": round(mereka, 2),
        "kali_splink": round(mereka / kami, 1),
        "precision": round(ukuran.precision, 4),
        "recall": round(ukuran.recall, 4),
        **_terbaik(ramalan, rekaan),
    }
    assert ukuran.recall > 0.9
