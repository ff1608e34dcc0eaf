"""Pakta integritas in the window: many recorded at once, an official who is not on the list, the scan that follows."""

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.pakta import daftar_pakta
from tests.helpers.jendela import PenyampaiUji
from tests.helpers.kegiatan import kegiatan_sah
from tests.helpers.konteks import layar
from tests.helpers.toko import KINI, KantorUji
from ui.dokumen.tujuan import TujuanDokumen
from ui.penetapan.dialog import DialogKalimat
from ui.penggunaan.dialog import DialogPakta, JawabanPakta
from ui.penggunaan.pakta import HalamanPakta

HARI = KINI.date()


@pytest.fixture
def kegiatan(uji: KantorUji) -> UUID:
    with uji.menulis() as kerja:
        return kegiatan_sah(kerja, 3, kode_sop="uep", nama="UEP Uji 2026")


def test_signing_is_recorded_for_many_and_scans_follow(
    qtbot: QtBot, uji: KantorUji, kegiatan: UUID, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    pesan_uji: PenyampaiUji,
) -> None:  # fmt: skip
    suasana = layar(uji)
    halaman = suasana.tampil(HalamanPakta(suasana.konteks, kegiatan), qtbot)
    assert halaman.hitung.text() == "0 dari 3 sudah, 0 pindaian menyusul"
    halaman.tabel.selectAll()
    monkeypatch.setattr(DialogPakta, "ask", lambda *_a, **_k: JawabanPakta(HARI, ()))
    halaman.catat.click()
    assert halaman.hitung.text() == "3 dari 3 sudah, 3 pindaian menyusul"
    pindaian = tmp_path / "pakta.pdf"
    pindaian.write_bytes(b"%PDF-1.4 pakta")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(pindaian)], ""))
    halaman.tabel.selectRow(0)
    halaman.lampir.click()
    assert halaman.model.index(0, 4).data() == "Ada"
    jawab = JawabanPakta(HARI, (pindaian,), "Rina", "Pendamping")
    monkeypatch.setattr(DialogPakta, "ask", lambda *_a, **_k: jawab)
    halaman.lain.click()
    assert halaman.model.index(0, 0).data() == "Rina"
    halaman.tabel.selectRow(1)
    monkeypatch.setattr(DialogKalimat, "ask", lambda *_: "Keliru")
    halaman.tarik.click()
    with uji.membaca() as kerja:
        assert [b.tanggal is not None for b in daftar_pakta(kerja, kegiatan)] == [True, False, True, True]
    halaman.cetak.click()
    assert suasana.jalan.dibuka == [("dokumen", TujuanDokumen(kegiatan, ("pakta-integritas", "pakta-petugas")))]


def test_another_official_needs_name_and_post(qtbot: QtBot) -> None:
    dialog = DialogPakta(None, "", HARI, petugas_lain=True)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.periksa()
    dialog.nama.setText("Rina")
    dialog.jabatan.setText("Pendamping")
    assert dialog.periksa() == ""
    assert dialog.jawaban == JawabanPakta(HARI, (), "Rina", "Pendamping")
