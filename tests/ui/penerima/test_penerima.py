"""The dinas's list: imported by the wizard, then taken as the list of recipients."""

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.kegiatan import buat_kegiatan
from app.penetapan import penetapan_berlaku
from app.register import DataSurat, catat_surat_masuk, surat_kegiatan
from db.istilah import ArahSurat, StatusUsulan
from tests.helpers.jendela import PenyampaiUji
from tests.helpers.kegiatan import DESA, isi_usulan
from tests.helpers.konteks import Layar, layar
from tests.helpers.toko import KantorUji
from ui.impor.halaman import HalamanImpor
from ui.penerima.halaman import DialogDaftar, HalamanPenerima, JawabanDaftar

HARI = date(2026, 3, 2)


@pytest.fixture
def kantor(uji: KantorUji) -> Layar:
    return layar(uji, "kasi_pmdk")


@pytest.fixture
def kegiatan_id(uji: KantorUji) -> UUID:
    with uji.menulis("kasi_pmdk") as kerja:
        kid = buat_kegiatan(kerja, kode_sop="balakas", nama="BALAKAS 2026", tahun=2026, desa=DESA)
        catat_surat_masuk(
            kerja, DataSurat("Pemberitahuan", HARI, date(2026, 2, 27), "460/1", dari="DSPPAPMD", kegiatan_id=kid)
        )
    return kid


def test_without_a_list_the_page_leads_to_the_import(kantor: Layar, kegiatan_id: UUID, qtbot: QtBot) -> None:
    halaman = kantor.tampil(HalamanPenerima(kantor.konteks, kegiatan_id), qtbot)
    assert not halaman.terima.isEnabled()
    qtbot.mouseClick(halaman.kosong.tombol, Qt.MouseButton.LeftButton)
    assert isinstance(kantor.jalan.didorong[0], HalamanImpor)


def test_the_list_becomes_recipients_and_later_ones_are_added(
    kantor: Layar, uji: KantorUji, kegiatan_id: UUID, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch,
    pesan_uji: PenyampaiUji,
) -> None:  # fmt: skip
    with uji.menulis() as kerja:
        isi_usulan(kerja, kegiatan_id, 3, status=StatusUsulan.LAYAK)
    halaman = kantor.tampil(HalamanPenerima(kantor.konteks, kegiatan_id), qtbot)
    jawab = JawabanDaftar(HARI, "460/1", "", "Kepala DSPPAPMD")
    monkeypatch.setattr(DialogDaftar, "ask", classmethod(lambda *_: jawab))
    qtbot.mouseClick(halaman.terima, Qt.MouseButton.LeftButton)
    assert pesan_uji.terakhir.judul == "3 orang menjadi penerima"
    assert all(b.terkunci for b in halaman.model.semua)
    assert not halaman.terima.isEnabled()
    with uji.menulis() as kerja:
        isi_usulan(kerja, kegiatan_id, 1, status=StatusUsulan.LAYAK, mulai=10)
    halaman.segarkan()
    qtbot.mouseClick(halaman.terima, Qt.MouseButton.LeftButton)
    with uji.membaca() as kerja:
        sk = penetapan_berlaku(kerja, kegiatan_id)
    assert sk is not None
    assert (sk.jumlah_orang, sk.nomor, sk.nomor_versi) == (4, "460/1", 2)


def test_the_dialog_takes_over_the_letter(uji: KantorUji, kegiatan_id: UUID, qtbot: QtBot) -> None:
    with uji.membaca() as kerja:
        (surat,) = surat_kegiatan(kerja, kegiatan_id, ArahSurat.MASUK)
    dialog = DialogDaftar(None, 3, HARI, surat)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.mouseClick(dialog.setuju, Qt.MouseButton.LeftButton)
    assert dialog.jawaban == JawabanDaftar(date(2026, 2, 27), "460/1", "", "Kepala DSPPAPMD")
