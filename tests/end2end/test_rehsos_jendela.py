"""The whole of the rehsos SOP at the real window, by clicks and keys, over a real encrypted store."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.end2end import langkah_jendela as langkah
from tests.end2end.langkah_jendela import Pegawai

CONTOH = Path("resources/contoh")
BERKAS = (CONTOH / "usulan-desa-kujan.xlsx", CONTOH / "usulan-desa-batu-hambawang.xlsx")
NILAI = 1_500_000
TIDAK_LAYAK = {"Tarinah": "2", "Junaidi Prasetyo": "3"}


@pytest.mark.e2e
def test_rehsos_from_the_desas_spreadsheet_to_monev(
    datang: Callable[[], Pegawai], monkeypatch: pytest.MonkeyPatch
) -> None:
    p = datang()
    p.masuk("operator")
    p.ke_tab("Operator")
    langkah.buat_kegiatan(p, "Bansos Rehsos 2026", "Kartu", NILAI)
    assert langkah.impor(p, monkeypatch, BERKAS, betulkan={"Salasiah Sahrudin": "6209064507709906"}) == 56
    langkah.centang_per_desa(p, "Surat pengantar", "Desa Kujan", "Desa Batu Hambawang")
    langkah.centang_semua_kecuali(p, "KTP", "Tarinah")
    p.hari_kerja_lewat(3)
    langkah.selesaikan(p, 1)
    p.keluar()

    p.masuk("pendamping")
    p.ke_tab("Pendamping")
    langkah.verifikasi(p, TIDAK_LAYAK)
    langkah.selesaikan(p, 2)
    p.keluar()

    p.masuk("operator")
    p.ke_tab("Operator")
    p.hari_kerja_lewat(4)
    langkah.tetapkan(p, "188.45/77/2026", p.hari_ini)
    langkah.catat_tanda_tangan(p, "BUPATI", "H. Contoh Bupati", "Bupati Lamandau")
    langkah.selesaikan(p, 3)
    p.tutup()
