"""A day at the table in the real window: 5 000 people, thousands of acts in a row, some of them taken back.

`pytest --benchmark-enable tests/benchmarks/test_penyaluran_jendela.py -s` prints, for the first and the last hundred of
2 400 acts, how long it takes from F2 until the act is durable and painted, beside a bare commit and a bare repaint of
the same page in the same run, and how much memory the day took. Without measuring, a few acts, so that the code stays
alive.
"""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from statistics import median, quantiles
from time import perf_counter, process_time

import pytest
from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from app.kegiatan import buat_kegiatan
from app.penyaluran import BarisSerah, ringkasan_penyaluran, semua_serah
from db.istilah import JenisBantuan, StatusUsulan
from db.model import Pengaturan
from tests.helpers.jendela import PenyampaiUji
from tests.helpers.kegiatan import NOMINAL, isi_usulan, tetapkan
from tests.helpers.toko import KINI, KantorUji
from ui import pesan
from ui.aplikasi import siapkan
from ui.jendela import Jendela
from ui.jobs import JobRunner
from ui.penetapan.dialog import DialogKalimat
from ui.penyaluran.dialog import Meja
from ui.penyaluran.mode import HalamanModePenyaluran
from ui.setelan import Setelan

BANYAK, SEDIKIT = 5_000, 60
TINDAKAN, SINGKAT = 2_400, 12
KELOMPOK = 100
BATAL_SETIAP = 40  # every so many acts the last one is taken back and done again


@dataclass
class Catatan:
    """Milliseconds of every act: by the clock, and of processor time."""

    jam: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    def ukur(self, kerja: Callable[[], object]) -> None:
        awal, cpu = perf_counter(), process_time()
        kerja()
        self.jam.append((perf_counter() - awal) * 1000)
        self.cpu.append((process_time() - cpu) * 1000)

    def p95(self, mulai: int = 0, sampai: int | None = None) -> tuple[float, float]:
        """Return the 95th percentile of a part: by the clock, of processor time."""
        bagian = slice(mulai, sampai)
        return tuple(quantiles(satu[bagian], n=20)[-1] for satu in (self.jam, self.cpu))  # type: ignore[return-value]


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[JobRunner]:
    runner = JobRunner()
    yield runner
    runner.tutup()


@pytest.fixture
def hari(uji: KantorUji, benchmark: BenchmarkFixture) -> list[BarisSerah]:
    """A kegiatan whose people are on its decree."""
    with uji.menulis() as kerja:
        kegiatan = buat_kegiatan(
            kerja, kode_sop="rehsos", nama="Bansos Uji", tahun=2026, jenis_bantuan=JenisBantuan.TUNAI, nominal=NOMINAL
        )
        isi_usulan(kerja, kegiatan, SEDIKIT if benchmark.disabled else BANYAK, status=StatusUsulan.LAYAK)
        tetapkan(kerja, kegiatan)
        return list(semua_serah(kerja, kegiatan))


def memori() -> int:
    """Return the most memory that the program ever held, in MB; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0
    import resource

    return int(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) // (2**20 if sys.platform == "darwin" else 2**10)


class Petugas:
    """Whoever sits at the table; every act waits until it is kept and painted."""

    def __init__(self, qtbot: QtBot, mode: HalamanModePenyaluran, monkeypatch: pytest.MonkeyPatch) -> None:
        self._qtbot, self._mode, self._putaran = qtbot, mode, QEventLoop()
        mode.konteks.jobs.sibuk.connect(lambda sibuk: None if sibuk else self._putaran.quit())
        monkeypatch.setattr(DialogKalimat, "ask", classmethod(lambda *_: "salah orang"))

    def _tuntas(self) -> None:
        if self._mode.konteks.jobs.ada_kerja:
            self._putaran.exec()  # sleeps as the program does; ends when the answer was shown
        QApplication.processEvents()  # paints what changed
        assert self._mode.tersimpan.text() == "tersimpan", self._mode.kartu.salah.text()

    def cari(self, kata: str) -> None:
        """Scan a code: the scanner types faster than anybody, so only the search is measured."""
        self._mode.cari.setText(kata)
        self._qtbot.keyClick(self._mode.cari, Qt.Key.Key_Return)
        QApplication.processEvents()

    def serahkan(self) -> None:
        """F2."""
        self._qtbot.keyClick(self._mode.cari, Qt.Key.Key_F2)
        self._tuntas()

    def batalkan(self) -> None:
        """Ctrl+Z with its reason."""
        self._mode.batalkan_akhir()
        self._tuntas()


def bare_commit(uji: KantorUji, catatan: Catatan) -> None:
    """Keep one small row and nothing else."""
    nomor = len(catatan.jam)

    def simpan() -> None:
        with uji.menulis() as kerja:
            kerja.sesi.add(Pengaturan(kantor_id=kerja.kantor.id, kunci=f"ukur{nomor}", nilai={}))

    catatan.ukur(simpan)


@pytest.mark.timeout(1_800)
def test_a_day_at_the_table(
    uji: KantorUji, hari: list[BarisSerah], jobs: JobRunner, qtbot: QtBot, benchmark: BenchmarkFixture,
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    banyak = SINGKAT if benchmark.disabled else TINDAKAN
    if qapp.property("salur_siap") is None:
        siapkan(qapp)
    monkeypatch.setattr(pesan, "penyampai", PenyampaiUji())
    jendela = Jendela(uji.ruang, uji.pelaku["serba"], jobs, Setelan(kunci_menit=0))
    qtbot.addWidget(jendela)
    jendela.resize(1366, 728)
    jendela.show()
    satu = hari[0]
    mode = HalamanModePenyaluran(jendela.konteks, satu.kegiatan_id, Meja(satu.tahap_id, 1, None, KINI.date(), "Balai"))
    jendela.dorong(mode)
    qtbot.waitExposed(jendela)
    petugas = Petugas(qtbot, mode, monkeypatch)
    cari, serah, batal, simpan, lukis = Catatan(), Catatan(), Catatan(), Catatan(), Catatan()
    ingatan = [memori()]

    def sehari() -> None:
        for nomor, orang in enumerate(hari[:banyak], 1):
            cari.ukur(lambda kode=orang.kode: petugas.cari(kode))
            serah.ukur(petugas.serahkan)
            if nomor % (BATAL_SETIAP if banyak > BATAL_SETIAP else 5) == 0:
                batal.ukur(petugas.batalkan)
                petugas.serahkan()
            if nomor % 10 == 0:
                bare_commit(uji, simpan)
                lukis.ukur(mode.repaint)
            if nomor in (KELOMPOK, banyak // 2, banyak):
                ingatan.append(memori())

    benchmark.pedantic(sehari, rounds=1)
    assert mode.hitungan.angka.text().startswith(f"{banyak:,} dari".replace(",", "."))
    with uji.membaca() as kerja:
        assert ringkasan_penyaluran(kerja, satu.kegiatan_id).seluruh.tersalur.orang == banyak
    if benchmark.disabled:
        return
    angka = {
        "cari_p95": cari.p95(), "serah_p95_awal": serah.p95(0, KELOMPOK), "serah_p95_akhir": serah.p95(-KELOMPOK),
        "serah_p95": serah.p95(), "serah_median": (median(serah.jam), median(serah.cpu)), "batal_p95": batal.p95(),
        "simpan_saja_p95": simpan.p95(), "lukis_saja_p95": lukis.p95(), "memori_mb": tuple(ingatan),
    }  # fmt: skip
    angka["akhir_banding_awal"] = tuple(
        b / a for a, b in zip(serah.p95(0, KELOMPOK), serah.p95(-KELOMPOK), strict=True)
    )
    benchmark.extra_info |= {k: [round(n, 2) for n in v] for k, v in angka.items()}
    sys.stdout.write(f"{banyak} acts, ms by clock and of processor: {benchmark.extra_info}\n")
