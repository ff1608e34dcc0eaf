"""No page and no dialog shows an English word, a bare "KK", or a code; every control has a name to be read out."""

import pytest
from pytestqt.qtbot import QtBot

from app.kegiatan import buat_kegiatan
from db.istilah import JenisBantuan
from tests.helpers.jendela import JobLangsung
from tests.helpers.kata_layar import kata_asing, tanpa_nama
from tests.helpers.toko import KantorUji
from ui.jendela import Jendela
from ui.setelan import Setelan

AKUN = ("admin", "serba", "operator", "kabid", "kadis", "camat")


@pytest.fixture(params=AKUN)
def jendela(qtbot: QtBot, uji: KantorUji, request: pytest.FixtureRequest) -> Jendela:
    with uji.menulis() as kerja:
        buat_kegiatan(
            kerja, kode_sop="rehsos", nama="Bansos Lansia 2026", tahun=2026, nominal=1_500_000,
            jenis_bantuan=JenisBantuan.KARTU,
        )  # fmt: skip
        buat_kegiatan(kerja, kode_sop="dtks", nama="DTKS Triwulan I", tahun=2026, mulai_langkah=6)
    jendela = Jendela(uji.ruang, uji.pelaku[request.param], JobLangsung(), Setelan(kunci_menit=0))
    qtbot.addWidget(jendela)
    jendela.resize(1366, 728)
    jendela.show()
    return jendela


def test_every_page_speaks_the_words_of_offices(jendela: Jendela) -> None:
    for kode in jendela.kode_tab:
        jendela.buka(kode)
        assert kata_asing(jendela) == set(), kode


def test_every_control_has_a_name(jendela: Jendela) -> None:
    for kode in jendela.kode_tab:
        jendela.buka(kode)
        assert tanpa_nama(jendela) == [], kode


@pytest.mark.parametrize("ukuran", [(1366, 728), (1093, 545), (960, 520)])
def test_every_page_fits_the_window(jendela: Jendela, ukuran: tuple[int, int]) -> None:
    jendela.resize(*ukuran)
    for kode in jendela.kode_tab:
        jendela.buka(kode)
        assert jendela.minimumSizeHint().width() <= ukuran[0], kode
        assert jendela.minimumSizeHint().height() <= ukuran[1], kode
