"""The window answers while a list is imported: an event-loop watchdog beside the wizard's real jobs.

`pytest --benchmark-enable tests/benchmarks/test_impor_jendela.py -s` imports 100 000 rows and prints how late the loop
came back (median, p99, worst, in ms; `p99_cpu` is the program's own processor time between two beats, which others on
the machine do not lengthen); without measuring, a few rows, so that the code stays alive.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter, process_time

import pytest
from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from app.jobs import JobContext, Progress
from app.usulan.bentuk import HasilImpor
from app.usulan.periksa import periksa_berkas
from app.usulan.simpan import Tersimpan, simpan_impor
from tests.helpers.kegiatan import buat_kegiatan
from tests.helpers.orang_rekaan import daftar_rekaan, tulis_xlsx
from tests.helpers.toko import KantorUji
from ui.jobs import JobRunner

BANYAK, SEDIKIT = 100_000, 300
JEDA = 5  # milliseconds between two beats of the watchdog


class Pengawas(QObject):
    """Notes how much later than asked for the event loop came round."""

    def __init__(self) -> None:
        super().__init__()
        self.telat: list[float] = []
        self.cpu: list[float] = []
        self._lalu, self._cpu = perf_counter(), process_time()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._detak)
        self._timer.start(JEDA)

    @Slot()
    def _detak(self) -> None:
        kini, cpu = perf_counter(), process_time()
        self.telat.append(max(0.0, (kini - self._lalu) * 1000 - JEDA))
        self.cpu.append((cpu - self._cpu) * 1000)
        self._lalu, self._cpu = kini, cpu

    def berhenti(self) -> None:
        """Note no more."""
        self._timer.stop()


def persentil(semua: list[float], bagian: float) -> float:
    """Return the lateness within which the loop came back for this share of the time."""
    urut, lewat = sorted(semua), 0.0
    seluruh = sum(t + JEDA for t in urut)
    for t in urut:
        lewat += t + JEDA
        if lewat >= bagian * seluruh:
            return t
    return urut[-1]


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[JobRunner]:
    runner = JobRunner()
    yield runner
    runner.tutup()


@pytest.mark.timeout(1_800)
def test_the_event_loop_keeps_turning(
    uji: KantorUji, jobs: JobRunner, qtbot: QtBot, tmp_path: Path, benchmark: BenchmarkFixture
) -> None:
    banyak = SEDIKIT if benchmark.disabled else BANYAK
    with uji.menulis() as kerja:
        kegiatan = buat_kegiatan(kerja)
    berkas = tulis_xlsx(tmp_path / "daftar.xlsx", daftar_rekaan(banyak, dikenal=0))
    kabar: list[Progress] = []
    jadi: list[Tersimpan] = []
    salah: list[BaseException] = []
    induk = QWidget()
    qtbot.addWidget(induk)
    induk.show()

    def dengar(ctx: JobContext) -> JobContext:
        asli = ctx._terima
        ctx._terima = lambda p: (kabar.append(p), asli(p) if asli else None)[0]
        return ctx

    def pratinjau(ctx: JobContext) -> HasilImpor:
        with uji.membaca("operator") as kerja:
            return periksa_berkas(kerja, [berkas], kegiatan, ctx=dengar(ctx))

    def simpan(hasil: HasilImpor) -> None:
        def jalan(ctx: JobContext) -> Tersimpan:
            with uji.menulis("operator") as kerja:
                return simpan_impor(kerja, hasil, dengar(ctx))

        jobs.jalankan("Menyimpan", jalan, berhasil=jadi.append, gagal=salah.append, induk=induk)

    def semua() -> Pengawas:
        pengawas = Pengawas()
        jobs.jalankan("Membaca", pratinjau, berhasil=simpan, gagal=salah.append, induk=induk)
        qtbot.waitUntil(lambda: bool(jadi or salah), timeout=1_500_000)
        return pengawas

    diam = Pengawas()
    qtbot.wait(3_000 if not benchmark.disabled else 50)  # what the machine itself does to an idle loop
    diam.berhenti()
    pengawas = benchmark.pedantic(semua, rounds=1)
    assert not salah
    assert jadi[0].ringkasan.baris == banyak
    assert {p.total for p in kabar if p.langkah.startswith("Memeriksa ")} == {banyak}
    telat = {"median": persentil(pengawas.telat, 0.5), "p99": persentil(pengawas.telat, 0.99),
             "terlama": max(pengawas.telat), "p99_cpu": persentil(pengawas.cpu, 0.99),
             "terlama_cpu": max(pengawas.cpu), "p99_diam": persentil(diam.telat, 0.99)}  # fmt: skip
    benchmark.extra_info |= {k: round(n, 1) for k, n in telat.items()}
    sys.stdout.write(f"{banyak} rows, {len(pengawas.telat)} beats, late by (ms): {benchmark.extra_info}\n")
