import gc
import threading
from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.jobs import JobCancelled, JobContext, Progress
from db.galat import KnownError
from tests.helpers.jendela import JobLangsung, PenyampaiUji
from ui import jobs
from ui.jobs import Area, ChangeBus, JobRunner
from ui.kemajuan import DialogKemajuan, kata_sisa


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[JobRunner]:
    runner = JobRunner()
    yield runner
    runner.tutup()


def test_the_work_runs_elsewhere_and_the_answer_comes_home(qtbot: QtBot, runner: JobRunner) -> None:
    hasil: list[object] = []
    rumah = threading.get_ident()

    def kerja(_c: JobContext) -> int:
        return threading.get_ident()

    runner.jalankan("Uji", kerja, berhasil=lambda n: hasil.append((n, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(hasil))
    pekerja, penjawab = hasil[0]
    assert pekerja != rumah
    assert penjawab == rumah
    assert not runner.ada_kerja


def test_writers_queue_and_readers_do_not_wait(qtbot: QtBot, runner: JobRunner) -> None:
    pintu, urutan = threading.Event(), []
    runner.jalankan("Satu", lambda _c: pintu.wait(5), berhasil=lambda _: urutan.append("satu"))
    runner.jalankan("Dua", lambda _c: None, berhasil=lambda _: urutan.append("dua"))
    runner.jalankan("Baca", lambda _c: None, berhasil=lambda _: urutan.append("baca"), baca=True)
    qtbot.waitUntil(lambda: urutan == ["baca"])
    pintu.set()
    qtbot.waitUntil(lambda: urutan == ["baca", "satu", "dua"])


def test_busy_is_told_once_each_way(qtbot: QtBot, runner: JobRunner) -> None:
    kabar: list[bool] = []
    runner.sibuk.connect(kabar.append)
    runner.jalankan("Satu", lambda _c: None)
    runner.jalankan("Dua", lambda _c: None)
    qtbot.waitUntil(lambda: kabar == [True, False])


def test_cancel_stops_at_the_next_report_though_the_work_catches_everything(qtbot: QtBot, runner: JobRunner) -> None:
    mulai, batal = threading.Event(), []

    def kerja(konteks: JobContext) -> None:
        mulai.set()
        while True:
            try:
                konteks.lapor(1, 2, "Membaca")
            except Exception:  # a careless job must not swallow the wish to stop
                return

    nomor = runner.jalankan("Uji", kerja, dibatalkan=lambda: batal.append(1))
    assert mulai.wait(5)
    runner.batalkan(nomor)
    qtbot.waitUntil(lambda: batal == [1])


def test_a_known_error_becomes_a_sentence(qtbot: QtBot, runner: JobRunner, pesan_uji: PenyampaiUji) -> None:
    def kerja(_c: JobContext) -> None:
        raise KnownError("wilayah_tak_dikenal", kode="99.99")

    runner.jalankan("Uji", kerja)
    qtbot.waitUntil(lambda: bool(pesan_uji.semua))
    assert "99.99" in pesan_uji.terakhir.isi


def test_a_page_may_take_its_own_errors(qtbot: QtBot, runner: JobRunner) -> None:
    salah: list[BaseException] = []

    def kerja(_c: JobContext) -> None:
        raise KnownError("x")

    runner.jalankan("Uji", kerja, gagal=salah.append)
    qtbot.waitUntil(lambda: bool(salah))
    assert isinstance(salah[0], KnownError)


def test_a_double_click_starts_one_job(qtbot: QtBot, runner: JobRunner) -> None:
    pintu = threading.Event()
    induk = QWidget()
    qtbot.addWidget(induk)
    satu = runner.jalankan("Simpan", lambda _c: pintu.wait(5), induk=induk)
    assert runner.jalankan("Simpan", lambda _c: None, induk=induk) == 0
    assert satu
    pintu.set()
    qtbot.waitUntil(lambda: not runner.ada_kerja)


def test_a_newer_reading_takes_the_place_of_an_older_one(qtbot: QtBot, runner: JobRunner) -> None:
    pintu, jawab = threading.Event(), []
    induk = QWidget()
    qtbot.addWidget(induk)
    runner.jalankan("Hitung", lambda _c: pintu.wait(5) and "lama", induk=induk, berhasil=jawab.append, baca=True)
    runner.jalankan("Hitung", lambda _c: "baru", induk=induk, berhasil=jawab.append, baca=True)
    assert not runner.menulis
    qtbot.waitUntil(lambda: jawab == ["baru"])
    pintu.set()
    qtbot.waitUntil(lambda: not runner.ada_kerja)
    assert jawab == ["baru"]


def test_an_older_reading_that_fails_says_nothing(qtbot: QtBot, runner: JobRunner) -> None:
    pintu = threading.Event()
    induk = QWidget()
    qtbot.addWidget(induk)

    def gagal(_c: JobContext) -> None:
        pintu.wait(5)
        raise KnownError("x")

    runner.jalankan("Hitung", gagal, induk=induk, baca=True)
    runner.jalankan("Hitung", lambda _c: None, induk=induk, baca=True)
    pintu.set()
    qtbot.waitUntil(lambda: not runner.ada_kerja)


def test_everything_can_be_asked_to_stop(qtbot: QtBot, runner: JobRunner) -> None:
    batal: list[int] = []

    def kerja(konteks: JobContext) -> None:
        while True:
            konteks.lapor(1)

    runner.jalankan("Tulis", kerja, dibatalkan=lambda: batal.append(1))
    assert runner.menulis
    runner.batalkan_semua()
    qtbot.waitUntil(lambda: batal == [1])


def test_nobody_answers_a_page_that_is_gone(qtbot: QtBot, runner: JobRunner) -> None:
    pintu, dijawab = threading.Event(), []
    induk = QWidget()
    runner.jalankan("Simpan", lambda _c: pintu.wait(5), induk=induk, berhasil=dijawab.append)
    with qtbot.waitSignal(induk.destroyed):
        induk.deleteLater()
    pintu.set()
    qtbot.waitUntil(lambda: not runner.ada_kerja)
    assert dijawab == []


def test_long_work_shows_how_far_it_is_and_can_be_cancelled(
    qtbot: QtBot, runner: JobRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "JEDA_DIALOG", 20)
    induk = QWidget()
    qtbot.addWidget(induk)
    induk.show()
    batal: list[int] = []

    def kerja(konteks: JobContext) -> None:
        while True:
            konteks.lapor(25, 100, "Menyimpan orang")

    runner.jalankan("Menyimpan impor", kerja, induk=induk, dibatalkan=lambda: batal.append(1))
    qtbot.waitUntil(lambda: bool(induk.findChildren(DialogKemajuan)))
    dialog = induk.findChildren(DialogKemajuan)[0]
    qtbot.waitUntil(lambda: dialog.jumlah.text() == "25 dari 100")
    assert dialog.langkah.text() == "Menyimpan orang"
    qtbot.mouseClick(dialog.batal, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: batal == [1])


def test_closing_cancels_and_waits(qtbot: QtBot) -> None:
    runner, selesai = JobRunner(), []

    def kerja(konteks: JobContext) -> None:
        try:
            while True:
                konteks.lapor(1)
        except JobCancelled:
            selesai.append(1)
            raise

    runner.jalankan("Uji", kerja)
    qtbot.waitUntil(lambda: runner.ada_kerja)
    runner.tutup()
    assert selesai == [1]
    assert runner.jalankan("Terlambat", lambda _c: selesai.append(2)) == 0


def test_hundreds_of_jobs_leave_nothing_behind(qtbot: QtBot, runner: JobRunner) -> None:
    hasil: list[object] = []
    for nomor in range(200):
        runner.jalankan(f"Uji {nomor}", lambda _c, n=nomor: n, berhasil=hasil.append)
    qtbot.waitUntil(lambda: len(hasil) == 200)
    assert hasil == list(range(200))


def test_the_bus_tells_what_changed(qtbot: QtBot) -> None:
    bus = ChangeBus()
    with qtbot.waitSignal(bus.berubah) as kabar:
        bus.umumkan(Area.ORANG, Area.USULAN)
    assert kabar.args == [frozenset({Area.ORANG, Area.USULAN})]
    with qtbot.assertNotEmitted(bus.berubah):
        bus.umumkan()


@pytest.mark.parametrize(
    ("selesai", "total", "lewat", "kata"),
    [
        (0, 10, 9, ""),
        (5, 10, 1, ""),
        (10, 10, 9, ""),
        (9, 10, 9, "sebentar lagi"),
        (5, 10, 20, "kira-kira 20 detik lagi"),
        (1, 10, 20, "kira-kira 3 menit lagi"),
    ],
)
def test_what_is_left_is_said_roughly(selesai: int, total: int, lewat: float, kata: str) -> None:
    assert kata_sisa(selesai, total, lewat) == kata


def test_the_progress_dialog_stays_until_the_job_has_ended(qtbot: QtBot) -> None:
    induk = QWidget()
    qtbot.addWidget(induk)
    induk.show()
    dialog = DialogKemajuan(induk, "Menyimpan", bisa_batal=False)
    dialog.show()
    dialog.perbarui(Progress("Membaca", 7), 1)
    assert dialog.jumlah.text() == "7 sudah dikerjakan"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    dialog.close()
    assert dialog.isVisible()
    dialog.tutup()
    assert not dialog.isVisible()


def test_the_inline_runner_answers_at_once(qtbot: QtBot) -> None:
    hasil: list[object] = []
    JobLangsung().jalankan("Uji", lambda _c: 7, berhasil=hasil.append)
    assert hasil == [7]


def test_the_collector_rests_while_a_worker_works(qtbot: QtBot) -> None:
    """In a worker it would delete widgets off the GUI thread."""
    jobs = JobRunner()
    mulai, lanjut = Event(), Event()

    def kerja(_ctx: JobContext) -> bool:
        mulai.set()
        lanjut.wait(5)
        return gc.isenabled()

    hasil: list[bool] = []
    assert gc.isenabled()
    jobs.jalankan("Uji", kerja, berhasil=hasil.append)
    jobs.jalankan("Uji baca", lambda _ctx: gc.isenabled(), berhasil=hasil.append, baca=True)
    assert mulai.wait(5)
    lanjut.set()
    qtbot.waitUntil(lambda: len(hasil) == 2)
    assert hasil == [False, False]
    assert gc.isenabled()
    jobs.tutup()


def test_a_closed_runner_gives_the_collector_back() -> None:
    jobs = JobRunner()
    jobs.jalankan("Uji", lambda _ctx: None)
    jobs.tutup()
    assert gc.isenabled()
