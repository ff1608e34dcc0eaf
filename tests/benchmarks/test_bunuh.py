"""`kill -9` at random moments of an import: all of it is there afterwards, or nothing.

`pytest --benchmark-enable tests/benchmarks/test_bunuh.py` kills fifty imports of 100 000 rows (about a quarter of an
hour); without measuring, a few short ones, so that every run of the tests looks.
"""

import random
import shutil
import sys
from collections import Counter
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tests.helpers.bunuh import impor_terbunuh, isi_toko, lama_impor, salin, yatim
from tests.helpers.kegiatan import buat_kegiatan
from tests.helpers.orang_rekaan import daftar_rekaan, tulis_xlsx
from tests.helpers.toko import KantorUji

MOMEN, BARIS = 50, 100_000
SEDIKIT, SINGKAT = 4, 1_500
MULAI = 0.3
"""Share of a run before which nothing is read yet."""


@pytest.mark.timeout(7_200)
def test_a_killed_import_leaves_all_or_nothing(uji: KantorUji, tmp_path: Path, benchmark: BenchmarkFixture) -> None:
    momen, banyak = (SEDIKIT, SINGKAT) if benchmark.disabled else (MOMEN, BARIS)
    with uji.menulis() as kerja:
        kegiatan = buat_kegiatan(kerja)
    uji.ruang.tutup()
    berkas = tulis_xlsx(tmp_path / "daftar.xlsx", daftar_rekaan(banyak, dikenal=0))
    folder = tmp_path / "dibunuh"
    kosong = isi_toko(uji.folder)
    lama = lama_impor(uji.folder, folder, berkas, kegiatan)
    penuh = isi_toko(folder)
    assert (penuh.rusak, penuh.baris[2]) == ((), banyak)

    acak, hasil = random.Random(20260302), Counter[str]()
    salin(uji.folder, folder)

    def satu_momen() -> None:
        terbunuh = impor_terbunuh(folder, berkas, kegiatan, lama * acak.uniform(MULAI, 1.05))
        assert yatim(folder) == []
        isi = isi_toko(folder)
        assert isi in (kosong, penuh)
        assert terbunuh or isi == penuh
        hasil["semua" if isi == penuh else "tidak ada"] += 1
        if isi == penuh:
            salin(uji.folder, folder)

    benchmark.pedantic(lambda: [satu_momen() for _ in range(momen)], rounds=1)
    assert not impor_terbunuh(folder, berkas, kegiatan, 600), "the next import goes through"
    assert isi_toko(folder) == penuh
    benchmark.extra_info |= {"baris": banyak, **hasil}
    sys.stdout.write(f"{momen} imports of {banyak} rows killed: {dict(hasil)}\n")
    shutil.rmtree(folder)
