"""The hand-over list: filtered, a day's papers at once, the way into Mode Penyaluran."""

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.kegiatan import buat_kegiatan
from app.penetapan import sahkan_sk, susun_penetapan
from app.penyaluran import StatusSalur, daftar_serah, ringkasan_penyaluran
from app.spt import Jadwal, atur_jadwal
from db.istilah import HasilSalur, StatusUsulan
from tests.helpers.jendela import PenyampaiUji
from tests.helpers.kegiatan import DESA, isi_usulan
from tests.helpers.konteks import Layar, layar
from tests.helpers.toko import KantorUji
from ui.penetapan.dialog import DialogKalimat
from ui.penyaluran.daftar import DialogBanyak, HalamanPenyaluran, JawabanBanyak
from ui.penyaluran.dialog import DialogMeja, Meja
from ui.penyaluran.mode import HalamanModePenyaluran

HARI = date(2026, 3, 2)


@pytest.fixture
def kantor(uji: KantorUji, pesan_uji: PenyampaiUji) -> Layar:
    return layar(uji)


@pytest.fixture
def kegiatan(uji: KantorUji) -> UUID:
    with uji.menulis() as kerja:
        kegiatan_id = buat_kegiatan(kerja, kode_sop="rehsos", nama="Bansos Uji", tahun=2026, nominal=1_500_000)
        isi_usulan(kerja, kegiatan_id, 9, status=StatusUsulan.LAYAK)
        susun_penetapan(kerja, kegiatan_id)
        sahkan_sk(kerja, kegiatan_id, nomor="188", tanggal=HARI)
        atur_jadwal(kerja, kegiatan_id, [Jadwal(DESA[0], HARI, "08.30", "Balai Desa Satu")])
    return kegiatan_id


@pytest.fixture
def halaman(kantor: Layar, kegiatan: UUID, qtbot: QtBot) -> HalamanPenyaluran:
    return kantor.tampil(HalamanPenyaluran(kantor.konteks, kegiatan), qtbot)


def pasang(monkeypatch: pytest.MonkeyPatch, dialog: type, jawab: object) -> None:
    monkeypatch.setattr(dialog, "ask", classmethod(lambda *_: jawab))


def test_a_day_s_papers_are_entered_at_once(
    halaman: HalamanPenyaluran, uji: KantorUji, kegiatan: UUID, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not halaman.banyak.isEnabled()
    halaman.tabel.selectAll()
    assert halaman.dipilih.text() == "9 dipilih, 9 belum menerima"
    pasang(monkeypatch, DialogBanyak, JawabanBanyak(HasilSalur.SENDIRI, HARI, "Balai Desa", ""))
    qtbot.mouseClick(halaman.banyak, Qt.MouseButton.LeftButton)
    with uji.membaca() as kerja:
        assert ringkasan_penyaluran(kerja, kegiatan).seluruh.tersalur.orang == 9
    assert halaman.hitungan.angka.text() == "9 dari 9"


def test_what_was_refused_is_named(
    halaman: HalamanPenyaluran, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, pesan_uji: PenyampaiUji
) -> None:
    halaman.tabel.pilih_baris(0)
    pasang(monkeypatch, DialogBanyak, JawabanBanyak(HasilSalur.WALI, HARI, "", ""))
    qtbot.mouseClick(halaman.banyak, Qt.MouseButton.LeftButton)
    assert pesan_uji.terakhir.judul == "0 tercatat, 1 tidak"
    assert halaman.model.baris(0).nama in pesan_uji.terakhir.isi


def test_filters(halaman: HalamanPenyaluran, qtbot: QtBot) -> None:
    halaman.desa.nilai = DESA[0]
    assert {b.kode_desa for b in halaman.model.semua} == {DESA[0]}
    halaman.status.nilai = StatusSalur.TERSALUR
    assert halaman.tumpukan.currentWidget() is halaman.kosong
    assert "saringan" in halaman.kosong.saran.text()


def test_a_record_is_taken_back(
    halaman: HalamanPenyaluran, uji: KantorUji, kegiatan: UUID, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    halaman.tabel.pilih_baris(0)
    assert not halaman.cabut.isEnabled()
    pasang(monkeypatch, DialogBanyak, JawabanBanyak(HasilSalur.SENDIRI, HARI, "", ""))
    qtbot.mouseClick(halaman.banyak, Qt.MouseButton.LeftButton)
    halaman.tabel.pilih_baris(0)
    pasang(monkeypatch, DialogKalimat, "keliru")
    qtbot.mouseClick(halaman.cabut, Qt.MouseButton.LeftButton)
    with uji.membaca() as kerja:
        assert {b.keadaan.status for b in daftar_serah(kerja, kegiatan)} == {StatusSalur.BELUM}


def test_the_mode_opens_where_the_schedule_says(
    halaman: HalamanPenyaluran, kantor: Layar, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    ditanya: list[tuple[object, ...]] = []

    def jawab(_kelas: type, _induk: object, *isi: object) -> Meja:
        ditanya.append(isi)
        tahap = isi[0][0]  # type: ignore[index]
        return Meja(tahap[0], tahap[1], DESA[0], HARI, "Balai Desa Satu")

    monkeypatch.setattr(DialogMeja, "ask", classmethod(jawab))
    qtbot.mouseClick(halaman.mode, Qt.MouseButton.LeftButton)
    assert [(t.kode_desa, t.tempat) for t in ditanya[0][2][1]] == [(DESA[0], "Balai Desa Satu")]  # type: ignore[index]
    (mode,) = kantor.jalan.didorong
    assert isinstance(mode, HalamanModePenyaluran)
    qtbot.addWidget(mode)


def test_before_the_decree_it_says_what_to_do(kantor: Layar, uji: KantorUji, qtbot: QtBot) -> None:
    with uji.menulis() as kerja:
        kosong = buat_kegiatan(kerja, kode_sop="rehsos", nama="Baru", tahun=2026, nominal=1)
    halaman = kantor.tampil(HalamanPenyaluran(kantor.konteks, kosong), qtbot)
    assert "SK" in halaman.kosong.saran.text()
    assert not halaman.mode.isEnabled()


def test_the_dialog_checks(qtbot: QtBot) -> None:
    dialog = DialogBanyak(None, 3, HARI)
    qtbot.addWidget(dialog)
    dialog.hasil.nilai = HasilSalur.LAINNYA
    assert dialog.periksa()
    dialog.alasan.setText("hujan")
    assert dialog.periksa() == ""
    dialog.tanggal.nilai = date(2026, 3, 3)
    assert dialog.periksa()
