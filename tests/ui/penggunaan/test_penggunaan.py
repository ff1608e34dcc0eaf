"""Reports on the use of the aid in the window: recorded, proved, withdrawn, reminded."""

from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.kegiatan import buat_kegiatan
from app.penggunaan.batas import batas_hari
from app.penggunaan.laporan import BarisLaporan, Guna, daftar_laporan
from app.penyaluran import catat_hasil, semua_serah
from db.istilah import HasilSalur, StatusUsulan
from tests.helpers.jendela import PenyampaiUji
from tests.helpers.kegiatan import NOMINAL, isi_usulan, tetapkan
from tests.helpers.konteks import Layar, layar
from tests.helpers.toko import KINI, KantorUji
from ui.beranda.halaman import HalamanBeranda
from ui.dokumen.tujuan import TujuanDokumen
from ui.penetapan.dialog import DialogKalimat
from ui.penggunaan.dialog import DialogBatas, DialogLaporan, JawabanLaporan
from ui.penggunaan.halaman import HalamanPenggunaan

HARI = KINI.date()


@pytest.fixture
def uep(uji: KantorUji) -> UUID:
    with uji.menulis() as kerja:
        kegiatan = buat_kegiatan(kerja, kode_sop="uep", nama="UEP Uji", tahun=2026, nominal=NOMINAL)
        isi_usulan(kerja, kegiatan, 3, status=StatusUsulan.LAYAK)
        tetapkan(kerja, kegiatan)
        for b in list(semua_serah(kerja, kegiatan))[:2]:
            catat_hasil(kerja, b.alokasi_id, HasilSalur.SENDIRI)
    return kegiatan


def _buka(uji: KantorUji, kegiatan: UUID, qtbot: QtBot) -> tuple[HalamanPenggunaan, Layar]:
    suasana = layar(uji)
    halaman = suasana.tampil(HalamanPenggunaan(suasana.konteks, kegiatan), qtbot)
    return halaman, suasana


def _daftar(uji: KantorUji, kegiatan: UUID) -> list[BarisLaporan]:
    with uji.membaca() as kerja:
        return daftar_laporan(kerja, kegiatan)


def test_a_report_is_recorded_proved_and_withdrawn(
    qtbot: QtBot, uji: KantorUji, uep: UUID, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pesan_uji: PenyampaiUji
) -> None:
    halaman, _ = _buka(uji, uep, qtbot)
    assert [k._angka.text() for k in halaman.angka] == ["2", "0", "2", "0"]
    assert not halaman.catat.isEnabled()
    halaman.tabel.selectRow(0)
    isi = JawabanLaporan(HARI, (Guna("Modal", 1_000_000),), "Lancar", ())
    monkeypatch.setattr(DialogLaporan, "ask", lambda *_: isi)
    halaman.catat.click()
    assert [b.laporan is not None for b in _daftar(uji, uep)] == [True, False]
    assert [k._angka.text() for k in halaman.angka] == ["2", "1", "1", "0"]
    assert "selisih Rp 500.000" in str(halaman.model.index(0, 6).data())
    nota = tmp_path / "nota.pdf"
    nota.write_bytes(b"%PDF-1.4 nota")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(nota)], ""))
    halaman.tabel.selectRow(0)
    halaman.lampir.click()
    assert halaman.model.index(0, 7).data() == "1"
    halaman.tabel.selectRow(0)
    assert halaman.lihat.isEnabled()
    monkeypatch.setattr(DialogKalimat, "ask", lambda *_: "Salah orang")
    halaman.tarik.click()
    assert _daftar(uji, uep)[0].laporan is None


def test_late_ones_are_reminded_by_letter_and_on_beranda(
    qtbot: QtBot, uji: KantorUji, uep: UUID, pesan_uji: PenyampaiUji
) -> None:
    halaman, suasana = _buka(uji, uep, qtbot)
    assert not halaman.surat.isEnabled()
    uji.jam.kini += timedelta(days=120)
    halaman.segarkan()
    assert halaman.angka[3]._angka.text() == "2"
    assert str(halaman.model.index(0, 5).data()).startswith("Terlambat ")
    halaman.surat.click()
    assert suasana.jalan.dibuka == [("dokumen", TujuanDokumen(uep, ("surat-penggunaan",)))]
    beranda = suasana.tampil(HalamanBeranda(suasana.konteks), qtbot)
    assert beranda.isi is not None
    (satu,) = beranda.isi.penggunaan
    assert satu.terlambat == 2
    beranda._buka_penggunaan(satu.kegiatan_id)
    assert isinstance(suasana.jalan.didorong[-1], HalamanPenggunaan)


def test_the_day_is_set_or_no_report_is_asked(
    qtbot: QtBot, uji: KantorUji, uep: UUID, monkeypatch: pytest.MonkeyPatch, pesan_uji: PenyampaiUji
) -> None:
    halaman, _ = _buka(uji, uep, qtbot)
    jawab: list[tuple[int | None]] = [(30,), (None,)]
    monkeypatch.setattr(DialogBatas, "ask", lambda *_: jawab.pop(0))
    halaman.waktu.click()
    with uji.membaca() as kerja:
        assert batas_hari(kerja, uep) == 30
    halaman.waktu.click()
    assert halaman.tumpukan.currentWidget() is halaman.kosong
    assert not _daftar(uji, uep)


def test_the_form_says_what_is_missing(qtbot: QtBot, uji: KantorUji, uep: UUID) -> None:
    dialog = DialogLaporan(None, _daftar(uji, uep)[0], HARI)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.periksa()
    dialog.guna[0][0].setText("Modal")
    assert dialog.periksa()
    dialog.guna[0][1].setText("1500000")
    assert dialog.periksa() == ""
    assert dialog.jumlah.text() == "Jumlah Rp 1.500.000"
    dialog.guna[1][0].setText("Etalase")
    dialog.guna[1][1].setText("250000")
    assert "lebih dari bantuan" in dialog.jumlah.text()
    dialog.tanggal.nilai = HARI + timedelta(days=1)
    assert dialog.periksa()
    dialog.tanggal.nilai = HARI
    assert dialog.jawaban.guna == (Guna("Modal", 1_500_000), Guna("Etalase", 250_000))


def test_the_setting_is_given_as_days_or_none(qtbot: QtBot) -> None:
    dialog = DialogBatas(None, None)
    qtbot.addWidget(dialog)
    assert dialog.jawaban == (None,)
    dialog.diminta.setChecked(True)
    dialog.hari.setValue(45)
    assert dialog.jawaban == (45,)
