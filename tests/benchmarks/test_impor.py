"""A whole import of 100 000 × 20 cells into a store of 200 000 people, beside python-calamine's bare read of the file.

`pytest --benchmark-enable tests/benchmarks/test_impor.py -s` prints the ratios and keeps them in `extra_info`; without
measuring, the same runs with a few rows, so that the code stays alive at little cost. The import runs in a process of
its own (`ukur_impor`), so that its memory is its own; memory is that of both processes together, looked at from here.
"""

import json
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tests.helpers.kegiatan import buat_kegiatan
from tests.helpers.orang_rekaan import daftar_rekaan, isi_orang, tulis_xlsx, usulkan
from tests.helpers.toko import KantorUji

ORANG, ORANG_SEDIKIT = 200_000, 600
BANYAK, PENDEK, SEDIKIT = 100_000, 10_000, 300
_AKAR = Path(__file__).resolve().parents[2]


class Puncak:
    """Watches the memory of a process and its children together (Linux; elsewhere it sees nothing)."""

    JEDA = 0.02  # seconds between two looks

    def __init__(self, pid: int) -> None:
        self.bytes = 0
        self._pid = pid
        self._selesai = threading.Event()
        self._utas = threading.Thread(target=self._lihat, daemon=True)

    def __enter__(self) -> "Puncak":
        self._utas.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._selesai.set()
        self._utas.join()

    def _lihat(self) -> None:
        while not self._selesai.wait(self.JEDA):
            self.bytes = max(self.bytes, sum(map(_memori, [self._pid, *_anak(self._pid)])))


def _anak(pid: int) -> Iterator[int]:
    for satu in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            yield from map(int, satu.read_text(encoding="ascii").split())
        except OSError:  # it ended meanwhile
            continue


def _memori(pid: int) -> int:
    """Return what a process holds for itself; pages that both share are counted in full by each elsewhere."""
    try:
        isi = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace")
    except OSError:
        return 0
    return next((int(b.split()[1]) * 1024 for b in isi.splitlines() if b.startswith("VmRSS")), 0)


Ukur = Callable[[int, bool], dict[str, Any]]


@pytest.fixture
def ukur(uji: KantorUji, tmp_path: Path, benchmark: BenchmarkFixture) -> Ukur:
    """Give a function that imports so many rows into a fresh copy of the full store and says what that cost."""
    orang = ORANG_SEDIKIT if benchmark.disabled else ORANG
    with uji.menulis() as kerja:
        ids = isi_orang(kerja, orang)
        usulkan(kerja, buat_kegiatan(kerja, nama="Bansos Lain 2026"), ids[::20], "62.09.03.2001")
        kegiatan = buat_kegiatan(kerja)
    uji.ruang.tutup()

    def jalan(baris: int, mirip: bool) -> dict[str, Any]:
        folder = tmp_path / f"data{baris}"
        shutil.copytree(uji.folder, folder)
        berkas = tulis_xlsx(tmp_path / f"{baris}.xlsx", daftar_rekaan(baris, toko=orang))
        return _proses(folder, kegiatan, berkas, mirip)

    return jalan


def _proses(folder: Path, kegiatan: UUID, berkas: Path, mirip: bool) -> dict[str, Any]:
    perintah = [sys.executable, "-m", "tests.benchmarks.ukur_impor", str(folder), str(kegiatan), str(berkas)]
    perintah += ["mirip"] * mirip
    with subprocess.Popen(perintah, cwd=_AKAR, stdout=subprocess.PIPE) as proses, Puncak(proses.pid) as puncak:
        keluar, _ = proses.communicate()
    assert proses.returncode == 0
    hasil: dict[str, Any] = json.loads(keluar)
    return hasil | {"puncak_bersama": puncak.bytes}


@pytest.mark.timeout(3_600)
@pytest.mark.parametrize("mirip", [False, True], ids=["exact", "fuzzy"])
def test_a_whole_import_beside_the_bare_reader(ukur: Ukur, benchmark: BenchmarkFixture, mirip: bool) -> None:
    panjang = SEDIKIT if benchmark.disabled else BANYAK
    banyak: dict[str, Any] = benchmark.pedantic(lambda: ukur(panjang, mirip), rounds=1)
    sedikit = banyak if benchmark.disabled else ukur(PENDEK, mirip)
    assert banyak["baris"] == panjang
    assert banyak["usulan"] > panjang * 0.9
    per_baris = (banyak["impor"] / banyak["baris"]) / (sedikit["impor"] / sedikit["baris"])
    info = {
        "rasio": banyak["impor"] / banyak["calamine"],
        **{f"rasio_{b}": banyak[b] / banyak["calamine"] for b in ("baca", "periksa", "simpan")},
        "biaya_per_baris": per_baris,
        "puncak_mb": banyak["puncak"] / 1e6,
        "puncak_bersama_mb": banyak["puncak_bersama"] / 1e6,
    }
    benchmark.extra_info |= {k: round(n, 2) for k, n in info.items()}
    sys.stdout.write(f"{panjang} rows, {'fuzzy' if mirip else 'exact'}: {benchmark.extra_info} {banyak}\n")
