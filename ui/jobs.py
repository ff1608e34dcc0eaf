"""Work off the GUI thread: one writer thread, progress, cancelling, and the news of what changed.

A job is a function of a `JobContext` (`app.jobs`). It runs in the one writer thread (or among the readers), opens and
closes its own session there, and gives back plain data. Only the runner's own signals cross threads.
"""

import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from itertools import count
from time import monotonic
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.jobs import JobCancelled, JobContext, Progress
from ui import pesan
from ui.kemajuan import DialogKemajuan
from ui.sapuan import penahan

T = TypeVar("T")
JEDA_DIALOG = 600  # milliseconds before the progress dialog shows
GILIR = 0.001  # seconds that a worker may go on while the window's thread waits for its turn; Python's own is 0.005


class Area(StrEnum):
    """What may have changed; pages say which of these they show."""

    KEGIATAN = "kegiatan"
    USULAN = "usulan"
    ORANG = "orang"
    PENETAPAN = "penetapan"
    PENCAIRAN = "pencairan"
    PENYALURAN = "penyaluran"
    DOKUMEN = "dokumen"
    REGISTER = "register"
    ACUAN = "acuan"
    KANTOR = "kantor"
    AKUN = "akun"


class ChangeBus(QObject):
    """Tells every page what changed, so that no page pokes another."""

    berubah = Signal(object)  # frozenset[Area]

    def umumkan(self, *area: Area) -> None:
        """Announce that these may have changed."""
        if area:
            self.berubah.emit(frozenset(area))


@dataclass
class _Job:
    """What the GUI thread keeps of a job that is under way."""

    judul: str
    konteks: JobContext
    berhasil: Callable[[Any], object] | None
    gagal: Callable[[BaseException], object] | None
    dibatalkan: Callable[[], object] | None
    induk: QWidget | None
    bisa_batal: bool
    tanda: tuple[int, str]
    baca: bool = False
    dialog: DialogKemajuan | None = None
    mulai: float = 0.0
    terakhir: Progress | None = None


class JobRunner(QObject):
    """Runs jobs one after the other and answers in the GUI thread.

    `sibuk` tells whether anything is under way.
    """

    sibuk = Signal(bool)
    _kabar = Signal(int, object)
    _usai = Signal(int, object, object)  # id, result, exception

    def __init__(self, induk: QObject | None = None) -> None:
        super().__init__(induk)
        sys.setswitchinterval(GILIR)  # the window comes round twice as soon, and the work takes no longer (measured)
        self._penulis = ThreadPoolExecutor(max_workers=1, thread_name_prefix="salur-tulis")
        self._pembaca = ThreadPoolExecutor(max_workers=2, thread_name_prefix="salur-baca")
        self._nomor = count(1)
        self._jalan: dict[int, _Job] = {}
        self._di_pekerja: set[int] = set()  # jobs in a worker; each holds the garbage collector
        self._tertutup = False
        # Queued even when a quick job ends before we return: an answer never comes inside `jalankan`.
        self._kabar.connect(self._terima_kabar, Qt.ConnectionType.QueuedConnection)
        self._usai.connect(self._selesaikan, Qt.ConnectionType.QueuedConnection)

    # --- starting ----------------------------------------------------------------------------------------------------

    def jalankan(
        self,
        judul: str,
        kerja: Callable[[JobContext], T],
        *,
        berhasil: Callable[[T], object] | None = None,
        gagal: Callable[[BaseException], object] | None = None,
        dibatalkan: Callable[[], object] | None = None,
        induk: QWidget | None = None,
        bisa_batal: bool = True,
        baca: bool = False,
    ) -> int:
        """Start a job; the callbacks run in the GUI thread, and not at all once `induk` is gone.

        Args:
            judul: what is being done, as the progress dialog says it.
            kerja: runs in a worker; reports through its context.
            gagal: takes the exception; left out, the user is told by `ui.pesan`.
            bisa_batal: offers Batal in the progress dialog.
            baca: only reads, so it need not wait for the writer; a newer reading of the same page takes its place.

        Returns:
            The job's number; 0 when the same writing of the same page is still under way (a double click), or when the
            program is about to end.
        """
        if self._tertutup:
            return 0
        tanda = (id(induk), judul)
        kembar = [nomor for nomor, job in self._jalan.items() if job.tanda == tanda]
        if kembar and not baca:
            return 0
        for nomor in kembar if induk is not None else ():
            self._gugurkan(nomor)
        nomor = next(self._nomor)
        konteks = JobContext(lambda p: self._kabar.emit(nomor, p))
        job = _Job(judul, konteks, berhasil, gagal, dibatalkan, induk, bisa_batal, tanda, baca, mulai=monotonic())
        self._jalan[nomor] = job
        if len(self._jalan) == 1:
            self.sibuk.emit(True)
        self._kirim(nomor, lambda: kerja(konteks), baca=baca)
        return nomor

    def _kirim(self, nomor: int, kerja: Callable[[], object], *, baca: bool) -> None:
        """Hand the work to a thread; tests run it at once instead."""
        if not baca:
            QTimer.singleShot(JEDA_DIALOG, self, self._tampilkan_dialog)
        kolam = self._pembaca if baca else self._penulis
        self._di_pekerja.add(nomor)
        penahan.tahan()
        masa_depan: Future[object] = kolam.submit(kerja)
        masa_depan.add_done_callback(lambda f: self._usai.emit(nomor, *_hasil(f)))

    def batalkan(self, nomor: int) -> None:
        """Ask a job to stop; it ends at its next report and leaves nothing behind."""
        if nomor in self._jalan:
            self._jalan[nomor].konteks.batalkan()

    def _gugurkan(self, nomor: int) -> None:
        """Let a reading go whose answer nobody wants any more."""
        job = self._jalan[nomor]
        job.konteks.batalkan()
        job.berhasil = job.gagal = job.dibatalkan = None
        job.tanda = (nomor, "")

    def batalkan_semua(self) -> None:
        """Ask everything to stop; `sibuk` tells when all has ended."""
        for job in self._jalan.values():
            job.konteks.batalkan()

    @property
    def ada_kerja(self) -> bool:
        """Something is under way, be it only reading."""
        return bool(self._jalan)

    @property
    def menulis(self) -> bool:
        """Something is being written, so that leaving now would cancel it."""
        return any(not job.baca for job in self._jalan.values())

    def tutup(self) -> None:
        """Cancel what runs and wait for it; the window calls this before it closes."""
        self._tertutup = True
        self.batalkan_semua()
        for kolam in (self._penulis, self._pembaca):
            kolam.shutdown(wait=True, cancel_futures=True)
        for nomor in tuple(self._di_pekerja):
            self._lepas(nomor)

    def _lepas(self, nomor: int) -> None:
        """Let the collector go for a job that left its worker."""
        if nomor in self._di_pekerja:
            self._di_pekerja.remove(nomor)
            penahan.lepas()

    # --- answering, in the GUI thread --------------------------------------------------------------------------------

    @Slot(int, object)
    def _terima_kabar(self, nomor: int, progress: Progress) -> None:
        job = self._jalan.get(nomor)
        if job is not None:
            job.terakhir = progress
            if job.dialog is not None:
                job.dialog.perbarui(progress, monotonic() - job.mulai)

    @Slot()
    def _tampilkan_dialog(self) -> None:
        for nomor, job in self._jalan.items():
            lama = (monotonic() - job.mulai) * 1000 >= JEDA_DIALOG * 0.9
            if job.dialog is None and job.induk is not None and lama and shiboken6.isValid(job.induk):
                job.dialog = DialogKemajuan(job.induk.window(), job.judul, bisa_batal=job.bisa_batal)
                job.dialog.nomor = nomor
                job.dialog.minta_batal.connect(self.batalkan)
                if job.terakhir is not None:
                    job.dialog.perbarui(job.terakhir, monotonic() - job.mulai)
                job.dialog.open()

    @Slot(int, object, object)
    def _selesaikan(self, nomor: int, hasil: object, salah: BaseException | None) -> None:
        self._lepas(nomor)
        job = self._jalan.pop(nomor, None)
        if job is None:
            return
        if job.dialog is not None:
            job.dialog.tutup()
        if not self._jalan:
            self.sibuk.emit(False)
        if job.induk is not None and not shiboken6.isValid(job.induk):
            return
        _jawab(job, hasil, salah)


def _hasil(masa_depan: "Future[object]") -> tuple[object, BaseException | None]:
    if masa_depan.cancelled():
        return None, JobCancelled()
    salah = masa_depan.exception()
    return (None, salah) if salah is not None else (masa_depan.result(), None)


def _jawab(job: _Job, hasil: object, salah: BaseException | None) -> None:
    if salah is None:
        if job.berhasil is not None:
            job.berhasil(hasil)
    elif isinstance(salah, JobCancelled):
        if job.dibatalkan is not None:
            job.dibatalkan()
    elif job.gagal is not None:
        job.gagal(salah)
    elif job.tanda[1]:  # a reading that was let go fails in silence
        pesan.gagal(job.induk, salah)
