"""The window answers while a list is imported: an event-loop watchdog beside the real wizard and its real jobs.

`pytest --benchmark-enable tests/benchmarks/test_impor_jendela.py -s` takes 100 000 rows from the file to the store,
page by page, and prints how late the loop came back, in ms: `jendela_*` by the clock on the wall, `cpu_*` by the
program's own processor time between two beats (which others on the machine do not lengthen), and `sebelah_*` for a bare
loop in a process of its own over the same stretch of time. Without measuring, a few rows, so that the code stays alive.
"""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from app.kegiatan import buat_kegiatan
from tests.benchmarks.detak import Pengawas, Sebelah, ringkas
from tests.helpers.konteks import layar
from tests.helpers.orang_rekaan import daftar_rekaan, tulis_xlsx
from tests.helpers.toko import KantorUji
from ui.impor.halaman import HASIL, KOLOM, SAMA, SIMPAN, HalamanImpor
from ui.jobs import JobRunner

BANYAK, SEDIKIT = 100_000, 300
TUNGGU = 1_500_000  # milliseconds


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[JobRunner]:
    runner = JobRunner()
    yield runner
    runner.tutup()


@pytest.fixture
def wisaya(uji: KantorUji, jobs: JobRunner, qtbot: QtBot) -> HalamanImpor:
    """The wizard on the screen, its work in threads as in the program."""
    with uji.menulis() as kerja:
        kegiatan = buat_kegiatan(kerja, kode_sop="rehsos", nama="Bansos Uji", tahun=2026, nominal=1_500_000)
    kantor = layar(uji, "operator")
    return kantor.tampil(HalamanImpor(replace(kantor.konteks, jobs=jobs), kegiatan), qtbot, lebar=1366, tinggi=660)


def impor(wisaya: HalamanImpor, qtbot: QtBot, berkas: Path) -> None:
    """Take a file from its choice to the store, and leave."""

    def lanjut(sampai: int) -> None:
        qtbot.mouseClick(wisaya.rangka.lanjut, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: wisaya.rangka.kini == sampai, timeout=TUNGGU)

    wisaya.pilih.tambah([berkas])
    for halaman in (KOLOM, HASIL, SAMA, SIMPAN):
        lanjut(halaman)
    qtbot.mouseClick(wisaya.rangka.lanjut, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not wisaya.simpan.sesudah.isHidden(), timeout=TUNGGU)
    with qtbot.waitSignal(wisaya.selesai):
        qtbot.mouseClick(wisaya.rangka.lanjut, Qt.MouseButton.LeftButton)
    qtbot.wait(300)


@pytest.mark.timeout(1_800)
def test_the_event_loop_keeps_turning(
    wisaya: HalamanImpor, qtbot: QtBot, tmp_path: Path, benchmark: BenchmarkFixture
) -> None:
    banyak = SEDIKIT if benchmark.disabled else BANYAK
    berkas = tulis_xlsx(tmp_path / "daftar.xlsx", daftar_rekaan(banyak, dikenal=0))
    sebelah, pengawas = Sebelah(), Pengawas()
    benchmark.pedantic(impor, args=(wisaya, qtbot, berkas), rounds=1)
    pengawas.berhenti()
    bandingan = sebelah.selesai()
    tersimpan = wisaya._tersimpan
    assert tersimpan is not None
    assert tersimpan.ringkasan.baris == banyak
    benchmark.extra_info |= ringkas(pengawas.telat, "jendela") | ringkas(pengawas.cpu, "cpu")
    benchmark.extra_info |= ringkas(bandingan, "sebelah")
    sys.stdout.write(f"{banyak} rows, {len(pengawas.telat)} beats, ms: {benchmark.extra_info}\n")
