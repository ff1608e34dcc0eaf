"""Automatic backup points come by themselves while the window is open."""

from app.cadangan import titik_otomatis
from tests.helpers.jendela import JobLangsung
from tests.helpers.toko import KantorUji
from ui.cadangan_berkala import AWAL_MS, JEDA_MS, CadanganBerkala


def test_a_point_soon_after_sign_in_then_every_half_hour(uji: KantorUji, qapp: object) -> None:
    berkala = CadanganBerkala(uji.ruang, JobLangsung(), None)
    assert (berkala.jam.isActive(), berkala.jam.interval()) == (True, AWAL_MS)
    berkala.jam.timeout.emit()
    assert berkala.jam.interval() == JEDA_MS
    assert len(titik_otomatis(uji.folder)) == 1
    berkala.jam.timeout.emit()
    assert len(titik_otomatis(uji.folder)) == 1
    berkala.jam.stop()
