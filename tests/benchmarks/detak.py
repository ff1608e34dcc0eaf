"""How late an event loop comes round: the watchdog of a window, and a bare loop in a process of its own as its peer.

On a machine that others use, an idle loop is late too. `Sebelah` lets one beat beside the measured one for the same
stretch of time, so that what the program does can be told from what the machine does.
"""

import json
import subprocess
import sys
from pathlib import Path
from threading import Thread
from time import perf_counter, process_time

from PySide6.QtCore import QCoreApplication, QMetaObject, QObject, Qt, QTimer, Slot

JEDA = 5  # milliseconds between two beats


class Pengawas(QObject):
    """Notes how much later than asked for the event loop came round, and what processor time passed between."""

    def __init__(self) -> None:
        super().__init__()
        self.telat: list[float] = []
        self.cpu: list[float] = []
        self._lalu, self._cpu = perf_counter(), process_time()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
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
    """Return the lateness within which the loop came back for this share of the time, not of the beats.

    A loop that stands still beats less often, so counting beats would flatter it.
    """
    urut, lewat = sorted(semua), 0.0
    seluruh = sum(t + JEDA for t in urut)
    for t in urut:
        lewat += t + JEDA
        if lewat >= bagian * seluruh:
            return t
    return urut[-1]


def ringkas(telat: list[float], nama: str) -> dict[str, float]:
    """Sum beats up, in milliseconds: median and p99 over time, p99 over beats, and the worst."""
    per_detak = sorted(telat)[int(0.99 * (len(telat) - 1))]
    isi = {
        "median": persentil(telat, 0.5),
        "p99": persentil(telat, 0.99),
        "p99_detak": per_detak,
        "terlama": max(telat),
    }
    return {f"{nama}_{kunci}": round(nilai, 1) for kunci, nilai in isi.items()}


class Sebelah:
    """A bare event loop in a process of its own, from here to `selesai`."""

    def __init__(self) -> None:
        perintah = [sys.executable, "-m", "tests.benchmarks.detak"]
        akar = Path(__file__).parents[2]
        self._proses = subprocess.Popen(
            perintah, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8", cwd=akar
        )
        assert self._proses.stdout is not None
        self._proses.stdout.readline()  # it beats

    def selesai(self) -> list[float]:
        """Stop it and return how late its loop was."""
        isi, _ = self._proses.communicate("")
        telat: list[float] = json.loads(isi)
        return telat


def _jalan() -> None:
    app = QCoreApplication(sys.argv)
    pengawas = Pengawas()
    sys.stdout.write("mulai\n")
    sys.stdout.flush()

    def tunggu() -> None:
        sys.stdin.read()
        QMetaObject.invokeMethod(app, "quit", Qt.ConnectionType.QueuedConnection)

    Thread(target=tunggu, daemon=True).start()
    app.exec()
    json.dump(pengawas.telat, sys.stdout)


if __name__ == "__main__":
    _jalan()
