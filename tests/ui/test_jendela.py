from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.akses import Hak
from app.kalender import Kalender
from app.orang import DataOrang, orang_baru
from db.istilah import Peran, Zona
from tests.helpers.jendela import JobLangsung, PenyampaiUji
from tests.helpers.toko import SANDI, KantorUji
from ui import setelan
from ui.bilah_bawah import kata_cadangan, kata_jam
from ui.cari_cepat import CariCepat
from ui.halaman import Halaman, Konteks, PabrikHalaman
from ui.jendela import Jendela, kode_meja, peran_meja
from ui.jobs import Area, JobRunner
from ui.kunci_layar import LayarKunci, PenjagaDiam
from ui.loket.halaman import HalamanLoket
from ui.setelan import Setelan
from ui.tema import PilihanTema, tema


class HalamanSatu(Halaman):
    judul = "Beranda"
    dengar = frozenset({Area.ORANG})
    boleh = True

    def __init__(self, konteks: Konteks) -> None:
        super().__init__(konteks)
        self.dituju: list[Any] = []
        self.kali = 0
        self.kotak = QLineEdit(self)
        self.setFocusProxy(self.kotak)

    def segarkan(self) -> None:
        self.kali += 1

    def tujuan(self, apa: Any) -> None:
        self.dituju.append(apa)

    def boleh_ditinggalkan(self) -> bool:
        return self.boleh


class HalamanDua(HalamanSatu):
    judul = "Data"
    tahan_kunci = True


HALAMAN = (
    PabrikHalaman("orang", "Data PM/KPM", "user-search", "tests.ui.test_jendela:HalamanDua"),
    PabrikHalaman("beranda", "Beranda", "house", "tests.ui.test_jendela:HalamanSatu"),
    PabrikHalaman("setelan", "Pengaturan", "settings", "tests.ui.test_jendela:HalamanSatu", (Hak.ATUR_KANTOR,)),
    PabrikHalaman("tersembunyi", "Tersembunyi", "x", "tests.ui.test_jendela:HalamanSatu", tab=False),
)


def _buka(qtbot: QtBot, uji: KantorUji, akun: str, jobs: JobRunner | None = None) -> Jendela:
    jendela = Jendela(uji.ruang, uji.pelaku[akun], jobs or JobLangsung(), Setelan(), HALAMAN)
    qtbot.addWidget(jendela)
    jendela.resize(1366, 728)
    with qtbot.waitActive(jendela):
        jendela.show()
        jendela.activateWindow()
    return jendela


@pytest.fixture
def jendela(qtbot: QtBot, uji: KantorUji) -> Iterator[Jendela]:
    jendela = _buka(qtbot, uji, "admin")
    yield jendela
    jendela.tumpukan.dasar.boleh = True


def test_tabs_stand_in_order_and_only_for_those_who_may(qtbot: QtBot, uji: KantorUji) -> None:
    assert _buka(qtbot, uji, "admin").kode_tab == ("beranda", "orang", "setelan")
    assert _buka(qtbot, uji, "kabid").kode_tab == ("beranda", "meja:kabid", "orang")


def test_more_than_five_roles_share_one_desk(qtbot: QtBot, uji: KantorUji) -> None:
    jendela = _buka(qtbot, uji, "serba")
    assert jendela.kode_tab == ("beranda", "meja", "orang")
    assert len(peran_meja(uji.pelaku["serba"])) > 5
    assert jendela._lokasi[kode_meja(Peran.KABID)] == "meja"


def test_a_tab_is_built_when_it_is_first_looked_at(qtbot: QtBot, jendela: Jendela) -> None:
    assert [t.count() for t in jendela._tumpukan.values()] == [1, 0, 0, 0]
    qtbot.mouseClick(jendela.atas.tab[1], Qt.MouseButton.LeftButton)
    assert jendela.atas.kini == "orang"
    assert jendela.windowTitle() == "Data – Dinas Sosial Kabupaten Lamandau · kantor contoh – Salur"
    assert jendela.atas.tab[1].isChecked()
    assert not jendela.atas.tab[0].isChecked()


def test_keys_go_from_tab_to_tab(qtbot: QtBot, jendela: Jendela) -> None:
    qtbot.keyClick(jendela, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert jendela.atas.kini == "setelan"
    qtbot.keyClick(jendela, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert jendela.atas.kini == "beranda"
    qtbot.keyClick(jendela, Qt.Key.Key_F5)
    assert jendela.tumpukan.dasar.kali == 2


def test_f9_opens_the_counter_for_whoever_serves_it(qtbot: QtBot, uji: KantorUji) -> None:
    jendela = _buka(qtbot, uji, "operator")
    qtbot.keyClick(jendela, Qt.Key.Key_F9)
    loket = jendela.tumpukan.atas
    assert isinstance(loket, HalamanLoket)
    qtbot.keyClick(jendela, Qt.Key.Key_F9)
    assert jendela.tumpukan.atas is loket
    kadis = _buka(qtbot, uji, "kadis")
    qtbot.keyClick(kadis, Qt.Key.Key_F9)
    assert not isinstance(kadis.tumpukan.atas, HalamanLoket)


def test_a_page_may_lie_over_another_until_it_is_done(qtbot: QtBot, jendela: Jendela) -> None:
    atas = HalamanDua(jendela.konteks)
    jendela.dorong(atas)
    assert jendela.tumpukan.atas is atas
    jendela.konteks.bus.umumkan(Area.ORANG)
    atas.selesai.emit()
    assert isinstance(jendela.tumpukan.atas, HalamanSatu)
    assert jendela.tumpukan.count() == 1
    assert jendela.tumpukan.dasar.kali == 2  # something changed while it was covered


def test_back_asks_the_page(qtbot: QtBot, jendela: Jendela) -> None:
    atas = HalamanDua(jendela.konteks)
    jendela.dorong(atas)
    atas.boleh = False
    qtbot.keyClick(jendela, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert jendela.tumpukan.count() == 2
    atas.boleh = True
    qtbot.keyClick(jendela, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert jendela.tumpukan.count() == 1
    assert not jendela.tumpukan.mundur()


def test_going_to_a_thing_lays_bare_the_tabs_own_page(jendela: Jendela) -> None:
    jendela.konteks.buka("orang", None)
    jendela.dorong(HalamanDua(jendela.konteks))
    jendela.konteks.buka("orang", 7)
    assert jendela.tumpukan.dasar.dituju == [7]
    assert jendela.tumpukan.count() == 1
    jendela.konteks.buka("tersembunyi", None)
    assert jendela.atas.kini == "tersembunyi"


def test_the_status_bar_tells_office_backup_and_clock(jendela: Jendela) -> None:
    assert jendela.bawah.kantor.text() == "Dinas Sosial Kabupaten Lamandau · kantor contoh"
    assert jendela.bawah.cadangan.text() == "Belum pernah dicadangkan"
    assert jendela.bawah.waktu.text() == "Senin, 2 Maret 2026 · 09.00 WIB"
    jendela.konteks.bus.umumkan(Area.KANTOR)


@pytest.mark.parametrize(
    ("lalu", "kata"),
    [
        (timedelta(seconds=5), "baru saja"),
        (timedelta(minutes=12), "12 menit lalu"),
        (timedelta(hours=5), "5 jam lalu"),
        (timedelta(days=9), "9 hari lalu"),
    ],
)
def test_the_age_of_a_backup_is_said_in_words(lalu: timedelta, kata: str) -> None:
    kini = datetime(2026, 3, 2, tzinfo=UTC)
    assert kata_cadangan(kini - lalu, kini)[0] == f"Cadangan terakhir {kata}"


@pytest.mark.parametrize(
    ("saat", "akhiran"),
    [
        (datetime(2026, 3, 2, 2, 0, tzinfo=UTC), ""),
        (datetime(2026, 3, 2, 12, 0, tzinfo=UTC), "di luar jam kerja"),
        (datetime(2026, 3, 1, 2, 0, tzinfo=UTC), "hari libur"),
        (datetime(2026, 8, 17, 2, 0, tzinfo=UTC), "libur: Hari Kemerdekaan"),
    ],
)
def test_the_clock_knows_the_working_day(saat: datetime, akhiran: str) -> None:
    kata = kata_jam(Kalender(Zona.WIB), saat)
    assert akhiran in kata
    assert ("·" in kata.split("WIB")[1]) == bool(akhiran)


def test_all_stays_reachable_in_a_narrow_window(qtbot: QtBot, uji: KantorUji) -> None:
    jendela = _buka(qtbot, uji, "admin")
    jendela.resize(760, 520)
    qtbot.waitUntil(lambda: jendela.width() == 760)
    tampak = [t for t in jendela.atas.tab if t.isVisible()]
    assert tampak
    for tab in tampak:
        assert tab.width() >= tab.sizeHint().width()
    if jendela.atas.lainnya.isVisible():
        jendela.atas._isi_menu()
        assert len(tampak) + len(jendela.atas._menu.actions()) == len(jendela.atas.tab)


# --- search -----------------------------------------------------------------------------------------------------------


def test_ctrl_k_finds_people_and_pages(qtbot: QtBot, uji: KantorUji) -> None:
    with uji.menulis("operator") as kerja:
        orang_id = orang_baru(kerja, DataOrang("SITI AMINAH", nik="6209035212700001", kode_desa="62.09.03.2001"))
    jendela = _buka(qtbot, uji, "operator")
    qtbot.keyClick(jendela, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    cari = jendela.findChild(CariCepat)
    qtbot.keyClicks(cari.kotak, "siti")
    qtbot.keyClick(cari.kotak, Qt.Key.Key_Return)
    assert jendela.atas.kini == "orang"
    assert jendela.tumpukan.dasar.dituju == [orang_id]
    with qtbot.waitSignal(cari.destroyed):
        pass


def test_the_search_says_when_nothing_fits_and_walks_by_arrow(qtbot: QtBot, jendela: Jendela) -> None:
    qtbot.mouseClick(jendela.atas.cari, Qt.MouseButton.LeftButton)
    cari = jendela.findChild(CariCepat)
    cari.cari("zzz")
    assert "Tidak ada yang cocok" in cari.petunjuk.text()
    cari.cari("")
    qtbot.keyClick(cari.kotak, Qt.Key.Key_Down)
    qtbot.keyClick(cari.kotak, Qt.Key.Key_Return)
    assert jendela.atas.kini == "orang"


# --- lock, look, leave ------------------------------------------------------------------------------------------------


def test_the_lock_opens_only_for_the_right_password(qtbot: QtBot, jendela: Jendela) -> None:
    qtbot.keyClick(jendela, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    layar = jendela.findChild(LayarKunci)
    qtbot.keyClick(layar, Qt.Key.Key_Escape)
    assert layar.isVisible()
    qtbot.keyClicks(layar.sandi, "salah")
    qtbot.mouseClick(layar.buka, Qt.MouseButton.LeftButton)
    assert layar.isian.salah.text() == "Sandi belum benar. Coba lagi."
    qtbot.keyClicks(layar.sandi, SANDI)
    with qtbot.waitSignal(layar.accepted):
        qtbot.keyClick(layar.sandi, Qt.Key.Key_Return)


def test_silence_locks_unless_a_page_or_work_holds_it(qtbot: QtBot, jendela: Jendela) -> None:
    jendela.penjaga._habis()
    layar = jendela.findChild(LayarKunci)
    layar.accept()
    jendela.konteks.buka("orang", None)
    assert jendela._tahan_kunci()
    with qtbot.assertNotEmitted(jendela.penjaga.diam):
        jendela.penjaga._habis()


def test_the_guard_counts_from_the_last_touch(qtbot: QtBot) -> None:
    penjaga = PenjagaDiam(0, lambda: False)
    assert not penjaga._jam.isActive()
    penjaga.atur(5)
    assert penjaga._jam.interval() == 300_000
    with qtbot.waitSignal(penjaga.diam):
        penjaga._jam.start(5)


def test_look_and_size_are_chosen_in_the_menu_and_kept(qtbot: QtBot, jendela: Jendela) -> None:
    menu = jendela.atas.akun.menu()
    tampilan, ukuran, kunci = (a.menu() for a in menu.actions()[:3])
    tampilan.actions()[2].trigger()
    ukuran.actions()[2].trigger()
    kunci.actions()[0].trigger()
    assert tema().palet.gelap
    assert jendela.penjaga._jam.interval() == 300_000
    kembali = setelan.baca(jendela.konteks.ruang.toko.folder)
    assert (kembali.tema, kembali.ukuran_teks, kembali.kunci_menit) == ("gelap", "besar", 5)
    ukuran.aboutToShow.emit()
    assert ukuran.actions()[2].isChecked()
    tema().pasang(PilihanTema.TERANG, "biasa")


def test_unsaved_work_holds_the_window(qtbot: QtBot, jendela: Jendela) -> None:
    jendela.tumpukan.dasar.boleh = False
    jendela.close()
    assert jendela.isVisible()
    with qtbot.assertNotEmitted(jendela.keluar):
        jendela.minta_keluar()
    jendela.tumpukan.dasar.boleh = True
    with qtbot.waitSignal(jendela.keluar):
        jendela.minta_keluar()
    jendela.close()
    assert not jendela.isVisible()


def test_work_under_way_is_asked_about(
    qtbot: QtBot, jendela: Jendela, pesan_uji: PenyampaiUji, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(JobRunner, "menulis", property(lambda _s: True))
    pesan_uji.jawab = False
    jendela.close()
    assert jendela.isVisible()
    pesan_uji.jawab = True
    jendela.close()
    assert not jendela.isVisible()


@pytest.mark.parametrize("isi", ["bukan json", "[]", '{"tema": 3, "kunci_menit": true, "lain": 1}'])
def test_odd_choices_fall_back(tmp_path: Path, isi: str) -> None:
    (tmp_path / setelan.NAMA_BERKAS).write_text(isi, encoding="utf-8")
    assert setelan.baca(tmp_path) == Setelan()


def test_choices_come_back(tmp_path: Path) -> None:
    assert setelan.simpan(tmp_path, Setelan(tema="gelap", kunci_menit=0))
    assert setelan.baca(tmp_path) == Setelan(tema="gelap", kunci_menit=0)
    assert not setelan.simpan(tmp_path / "tidak" / "ada", Setelan())
