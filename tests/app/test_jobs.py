"""Progress is announced, throttled, and the way a job is stopped."""

import gc

import pytest

from app.jobs import JobCancelled, JobContext, Progress, kosongkan, tanpa_lapor, tanpa_sapuan


def test_new_step_and_last_unit_are_always_announced() -> None:
    dikabarkan: list[Progress] = []
    ctx = JobContext(dikabarkan.append)
    for n in range(1, 101):
        ctx.lapor(n, 100, "Membaca berkas")
    ctx.lapor(0, None, "Menyimpan")
    assert dikabarkan[0] == Progress("Membaca berkas", 1, 100)
    assert Progress("Membaca berkas", 100, 100) in dikabarkan
    assert dikabarkan[-1] == Progress("Menyimpan", 0, None)
    assert len(dikabarkan) < 50


def test_cancel_escapes_a_broad_except() -> None:
    ctx = tanpa_lapor()
    ctx.batalkan()
    with pytest.raises(JobCancelled):
        try:
            ctx.lapor(1)
        except Exception:
            pytest.fail("the wish to stop was swallowed")


def test_the_collector_rests_inside_and_is_as_before_afterwards() -> None:
    @tanpa_sapuan()
    def kerjakan() -> bool:
        return gc.isenabled()

    assert gc.isenabled()
    assert not kerjakan()
    assert gc.isenabled()
    gc.disable()
    try:
        assert not kerjakan()
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_many_objects_are_left_out_of_the_collectors_rounds() -> None:
    gc.collect()
    sebelum = gc.get_freeze_count()
    with tanpa_sapuan():
        sedikit = [[] for _ in range(1_000)]
    assert gc.get_freeze_count() == sebelum
    with tanpa_sapuan():
        banyak: list[list[int]] = [[] for _ in range(300_000)]
    assert gc.get_freeze_count() > sebelum + 300_000
    gc.unfreeze()
    kosongkan(banyak)
    assert (len(sedikit), banyak) == (1_000, [])
