"""Money on the account and the card at the table, in the list and in Mode Penyaluran."""

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.kegiatan import DataBarang, buat_kegiatan
from app.penyaluran import SilangDana, ringkasan_penyaluran
from app.pijakan import daftar_tahap
from db.istilah import JenisBantuan, StatusUsulan
from tests.helpers.jendela import PenyampaiUji
from tests.helpers.kegiatan import NOMINAL, isi_usulan, tetapkan
from tests.helpers.konteks import Layar, layar
from tests.helpers.toko import KantorUji
from ui.penyaluran.daftar import HalamanPenyaluran
from ui.penyaluran.dana import DialogDana, JawabanDana
from ui.penyaluran.dialog import Meja
from ui.penyaluran.mode import HalamanModePenyaluran

HARI = date(2026, 3, 2)


@pytest.fixture
def kantor(uji: KantorUji, pesan_uji: PenyampaiUji) -> Layar:
    return layar(uji)


def buat(uji: KantorUji, jenis: JenisBantuan, barang: list[DataBarang]) -> UUID:
    with uji.menulis() as kerja:
        kegiatan_id = buat_kegiatan(
            kerja, kode_sop="rehsos", nama=f"Bansos {jenis}", tahun=2026, nominal=NOMINAL, jenis_bantuan=jenis,
            barang=barang,
        )  # fmt: skip
        isi_usulan(kerja, kegiatan_id, 6, status=StatusUsulan.LAYAK)
        tetapkan(kerja, kegiatan_id)
    return kegiatan_id


@pytest.fixture
def kegiatan(uji: KantorUji) -> UUID:
    return buat(uji, JenisBantuan.KARTU, [DataBarang("Kartu ATM")])


@pytest.fixture
def halaman(kantor: Layar, kegiatan: UUID, qtbot: QtBot) -> HalamanPenyaluran:
    return kantor.tampil(HalamanPenyaluran(kantor.konteks, kegiatan), qtbot)


def jawab(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(DialogDana, "ask", classmethod(lambda *_: JawabanDana(HARI, "Rekening koran")))


def test_money_of_the_chosen_rows_is_recorded_and_filtered(
    halaman: HalamanPenyaluran, monkeypatch: pytest.MonkeyPatch, uji: KantorUji, kegiatan: UUID
) -> None:
    jawab(monkeypatch)
    assert halaman.dana.isVisible()
    halaman.tabel.pilih_baris(0)
    halaman.dana.trigger()

    with uji.membaca() as kerja:
        assert ringkasan_penyaluran(kerja, kegiatan).seluruh.silang[SilangDana.DANA_SAJA] == 1
    halaman.status.nilai = SilangDana.DANA_SAJA
    (satu,) = halaman.model.semua
    assert satu.keadaan.dana_masuk is not None
    assert "1 tinggal kartu" in halaman.hitungan.chip.kata


def test_without_a_choice_everybody_shown_is_meant_and_nobody_twice(
    halaman: HalamanPenyaluran, monkeypatch: pytest.MonkeyPatch, uji: KantorUji, kegiatan: UUID,
    pesan_uji: PenyampaiUji,
) -> None:  # fmt: skip
    jawab(monkeypatch)
    halaman.dana.trigger()
    with uji.membaca() as kerja:
        assert ringkasan_penyaluran(kerja, kegiatan).seluruh.tersalur.rupiah == 6 * NOMINAL
    halaman.dana.trigger()
    assert pesan_uji.terakhir.judul == "Tidak ada yang menunggu dana"


def test_cash_has_no_such_act(kantor: Layar, uji: KantorUji, qtbot: QtBot) -> None:
    tunai = buat(uji, JenisBantuan.TUNAI, [])
    halaman = kantor.tampil(HalamanPenyaluran(kantor.konteks, tunai), qtbot)
    assert not halaman.dana.isVisible()


def test_f2_hands_the_card_over_and_says_that_the_money_is_missing(
    kantor: Layar, uji: KantorUji, kegiatan: UUID, qtbot: QtBot
) -> None:
    with uji.membaca() as kerja:
        tahap = daftar_tahap(kerja, kegiatan)[0].id
    mode = kantor.tampil(HalamanModePenyaluran(kantor.konteks, kegiatan, Meja(tahap, 1, None, HARI, "")), qtbot)
    mode.cari.setText("1")
    qtbot.keyClick(mode.cari, Qt.Key.Key_Return)
    assert mode.kartu.tombol["sendiri"].isEnabled()
    qtbot.keyClick(mode.cari, Qt.Key.Key_F2)

    with uji.membaca() as kerja:
        h = ringkasan_penyaluran(kerja, kegiatan).seluruh
    assert (h.silang[SilangDana.SERAH_SAJA], h.tersalur.rupiah) == (1, 0)
    mode.cari.setText("1")
    qtbot.keyClick(mode.cari, Qt.Key.Key_Return)
    assert mode.kartu.status.text() == "Kartu ada, dana belum"
    assert not mode.kartu.tombol["sendiri"].isEnabled()


def test_a_day_that_has_not_come_is_refused_in_the_dialog(qtbot: QtBot) -> None:
    dialog = DialogDana(None, 3, HARI)
    qtbot.addWidget(dialog)
    dialog.tanggal.nilai = date(2026, 3, 3)
    assert dialog.periksa()
    dialog.tanggal.nilai = HARI
    assert not dialog.periksa()
