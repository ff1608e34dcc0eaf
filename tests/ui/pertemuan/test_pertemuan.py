"""Sosialisasi: a meeting is recorded, who came is ticked, others are named; or only the number on paper."""

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.pertemuan import betulkan_pertemuan, catat_pertemuan, daftar_pertemuan
from db.galat import KnownError
from tests.helpers.kegiatan import DESA, kegiatan_sah
from tests.helpers.konteks import Layar, layar
from tests.helpers.toko import KantorUji
from ui.pertemuan.dialog import DialogPertemuan, JawabanPertemuan
from ui.pertemuan.halaman import HalamanPertemuan

HARI = date(2026, 3, 2)


@pytest.fixture
def kantor(uji: KantorUji) -> Layar:
    return layar(uji, "staf")


@pytest.fixture
def kegiatan_id(uji: KantorUji) -> UUID:
    with uji.menulis() as kerja:
        return kegiatan_sah(kerja, 6, kode_sop="uep")


def klik(qtbot: QtBot, tombol: QWidget) -> None:
    qtbot.mouseClick(tombol, Qt.MouseButton.LeftButton)


def test_a_meeting_is_recorded_and_attendance_ticked(
    kantor: Layar, uji: KantorUji, kegiatan_id: UUID, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    halaman = kantor.tampil(HalamanPertemuan(kantor.konteks, kegiatan_id), qtbot)
    assert halaman.tumpukan.currentIndex() == 1
    jawab = JawabanPertemuan(HARI, "Aula kecamatan", "Tata cara", None, None)
    monkeypatch.setattr(DialogPertemuan, "ask", classmethod(lambda *_: jawab))
    klik(qtbot, halaman.catat)
    assert [t.keadaan[0] for t in halaman.model_tamu.semua] == ["Belum dicatat"] * 6
    halaman.tamu.pilih_baris(0)
    halaman.tamu.setFocus()
    qtbot.keyClick(halaman.tamu, Qt.Key.Key_Space)
    qtbot.keyClick(halaman.tamu, Qt.Key.Key_Space)
    assert halaman.model_tamu.baris(0).keadaan[0] == "Tidak hadir"
    klik(qtbot, halaman.semua)
    assert halaman.ringkas.text() == "5 dari 6 hadir"
    monkeypatch.setattr("ui.pertemuan.halaman.DialogKalimat.ask", lambda *_: "Pak Kades; Bu Bidan")
    klik(qtbot, halaman.lain)
    assert halaman.ringkas.text() == "7 dari 8 hadir"
    with uji.membaca() as kerja:
        (satu,) = daftar_pertemuan(kerja, kegiatan_id)
    assert (satu.tempat, satu.diundang, satu.hadir, satu.lain) == ("Aula kecamatan", 6, 5, 2)


def test_a_meeting_of_one_desa_lists_its_people_only(
    kantor: Layar, uji: KantorUji, kegiatan_id: UUID, qtbot: QtBot
) -> None:
    with uji.menulis() as kerja:
        catat_pertemuan(kerja, kegiatan_id, tanggal=HARI, tempat="Balai desa", kode_desa=DESA[0])
    halaman = kantor.tampil(HalamanPertemuan(kantor.konteks, kegiatan_id), qtbot)
    assert len(halaman.model_tamu.semua) == 2


def test_a_count_from_paper_is_corrected(
    kantor: Layar, uji: KantorUji, kegiatan_id: UUID, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with uji.menulis() as kerja:
        catat_pertemuan(kerja, kegiatan_id, tanggal=HARI, tempat="Balai desa", jumlah_hadir=40)
    halaman = kantor.tampil(HalamanPertemuan(kantor.konteks, kegiatan_id), qtbot)
    assert halaman.ringkas.text() == "40 orang menurut daftar hadir kertas"
    jawab = JawabanPertemuan(HARI, "Balai desa", "", None, 42)
    monkeypatch.setattr(DialogPertemuan, "ask", classmethod(lambda *_: jawab))
    klik(qtbot, halaman.betulkan)
    assert halaman.model.baris(0).jumlah_hadir == 42


def test_the_dialog_wants_a_place_and_a_day_that_was(qtbot: QtBot) -> None:
    dialog = DialogPertemuan(None, [(DESA[0], "Kujan")], HARI, None)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.tanggal.nilai = date(2026, 3, 3)
    klik(qtbot, dialog.setuju)
    assert dialog.i_tempat.salah.text() == "Harus diisi."
    assert dialog.i_tanggal.salah.text() == "Tidak boleh sesudah hari ini."
    dialog.tanggal.nilai = HARI
    qtbot.keyClicks(dialog.tempat, "Aula")
    dialog.hitung.setFocus()
    qtbot.keyClick(dialog.hitung, Qt.Key.Key_Space)
    dialog.jumlah.setValue(30)
    klik(qtbot, dialog.setuju)
    assert dialog.jawaban == JawabanPertemuan(HARI, "Aula", "", None, 30)


def test_a_correction_is_checked_like_a_new_meeting(uji: KantorUji, kegiatan_id: UUID) -> None:
    with uji.menulis() as kerja:
        satu = catat_pertemuan(kerja, kegiatan_id, tanggal=HARI, tempat="Aula")
        for ubah, galat in (
            ({"tempat": " "}, "isian_kosong"),
            ({"tanggal": date(2026, 3, 3)}, "tanggal_di_depan"),
            ({"jumlah_hadir": -1}, "jumlah_hadir_salah"),
        ):
            with pytest.raises(KnownError, match=galat):
                betulkan_pertemuan(kerja, satu, **{"tanggal": HARI, "tempat": "Aula"} | ubah)  # type: ignore[arg-type]
