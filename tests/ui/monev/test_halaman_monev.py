"""Monev: a sample that can be drawn again, visits, what they showed."""

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from app.kegiatan import buat_kegiatan
from app.monev import Kunjungan, catat_kunjungan, daftar_kunjungan, sampel_terakhir
from app.penetapan import sahkan_sk, susun_penetapan
from app.penyaluran import catat_hasil, daftar_serah
from db.istilah import HasilSalur, StatusUsulan
from tests.helpers.jendela import PenyampaiUji
from tests.helpers.kegiatan import isi_usulan
from tests.helpers.konteks import Layar, layar
from tests.helpers.toko import KantorUji
from ui.monev.dialog import DialogKunjungan, DialogSampel, JawabanKunjungan, JawabanSampel
from ui.monev.halaman import HalamanMonev

HARI = date(2026, 3, 2)


@pytest.fixture
def kantor(uji: KantorUji, pesan_uji: PenyampaiUji) -> Layar:
    return layar(uji)


@pytest.fixture
def kegiatan(uji: KantorUji) -> UUID:
    with uji.menulis() as kerja:
        kegiatan_id = buat_kegiatan(kerja, kode_sop="rehsos", nama="Bansos Uji", tahun=2026, nominal=1_500_000)
        isi_usulan(kerja, kegiatan_id, 12, status=StatusUsulan.LAYAK)
        susun_penetapan(kerja, kegiatan_id)
        sahkan_sk(kerja, kegiatan_id, nomor="188", tanggal=HARI)
        for satu in daftar_serah(kerja, kegiatan_id):
            catat_hasil(kerja, satu.alokasi_id, HasilSalur.SENDIRI)
    return kegiatan_id


@pytest.fixture
def halaman(kantor: Layar, kegiatan: UUID, qtbot: QtBot) -> HalamanMonev:
    return kantor.tampil(HalamanMonev(kantor.konteks, kegiatan), qtbot)


def pasang(monkeypatch: pytest.MonkeyPatch, dialog: type, jawab: object) -> None:
    monkeypatch.setattr(dialog, "ask", classmethod(lambda *_: jawab))


def test_a_sample_is_drawn_and_visited(
    halaman: HalamanMonev,
    uji: KantorUji,
    kegiatan: UUID,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    pasang(monkeypatch, DialogSampel, JawabanSampel(5, 95, 5, 42))
    qtbot.mouseClick(halaman.tarik, Qt.MouseButton.LeftButton)
    assert len(halaman.sampel.semua) == 5
    assert "benih 42" in halaman.kata.text()
    assert halaman.catat.isEnabled()  # the first who was not visited is chosen
    satu = halaman.sampel.baris(0)
    (tmp_path / "foto.jpg").write_bytes(b"\xff\xd8")
    isi = Kunjungan(HARI, "Rina", True, True, False, kendala="jumlah kurang", tindak_lanjut="panggil vendor")
    pasang(monkeypatch, DialogKunjungan, JawabanKunjungan(satu.penerima_id, isi, tmp_path / "foto.jpg"))
    qtbot.mouseClick(halaman.catat, Qt.MouseButton.LeftButton)
    with uji.membaca() as kerja:
        (kunjungan,) = daftar_kunjungan(kerja, kegiatan)
        sampel = sampel_terakhir(kerja, kegiatan)
    assert sampel is not None
    assert (kunjungan.sampel_id, kunjungan.isi.lampiran_id is not None) == (sampel.id, True)
    assert halaman.angka[0].accessibleName() == "1 dikunjungi, 4 sampel belum"
    assert halaman.angka[2].accessibleName() == "1 jumlah tidak sesuai"
    assert halaman.sampel.baris(0).dikunjungi
    assert halaman.daftar.isi_salinan()[1][3] == "Jumlah tidak sesuai"


def test_somebody_outside_the_sample_is_visited_too(
    halaman: HalamanMonev, uji: KantorUji, kegiatan: UUID, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    ditawarkan: list[list[tuple[UUID, str]]] = []

    def jawab(_kelas: type, _induk: object, penerima: list[tuple[UUID, str]], *_: object) -> JawabanKunjungan:
        ditawarkan.append(penerima)
        return JawabanKunjungan(penerima[3][0], Kunjungan(HARI, "Rina", False))

    monkeypatch.setattr(DialogKunjungan, "ask", classmethod(jawab))
    qtbot.mouseClick(halaman.lain, Qt.MouseButton.LeftButton)
    assert len(ditawarkan[0]) == 12
    with uji.membaca() as kerja:
        assert [k.sampel_id for k in daftar_kunjungan(kerja, kegiatan)] == [None]
    assert halaman.daftar.isi_salinan()[1][3] == "Tidak ditemui"


def test_before_anyone_received_nothing_is_drawn(kantor: Layar, uji: KantorUji, qtbot: QtBot) -> None:
    with uji.menulis() as kerja:
        baru = buat_kegiatan(kerja, kode_sop="rehsos", nama="Baru", tahun=2026, nominal=1)
    halaman = kantor.tampil(HalamanMonev(kantor.konteks, baru), qtbot)
    assert not halaman.tarik.isEnabled()
    assert halaman.tumpukan.currentIndex() == 1


def test_the_sample_dialog_says_how_many(qtbot: QtBot) -> None:
    dialog = DialogSampel(None, 240)
    qtbot.addWidget(dialog)
    assert dialog.hasil.text() == "148 orang akan dikunjungi"
    dialog.cara.nilai = "jumlah"
    dialog.jumlah.setValue(30)
    assert dialog.hasil.text() == "30 orang akan dikunjungi"
    dialog.benih.setText("abc")
    assert dialog.periksa()
    dialog.benih.setText("77")
    assert (dialog.periksa(), dialog.jawaban) == ("", JawabanSampel(30, 95, 5, 77))


def test_the_visit_dialog_checks(qtbot: QtBot, kegiatan: UUID) -> None:
    dialog = DialogKunjungan(None, [(kegiatan, "SITI")], "Rina", HARI)
    qtbot.addWidget(dialog)
    dialog.menerima.nilai = True
    dialog.ditemui.setChecked(False)
    assert dialog.jawaban.isi.menerima is None
    dialog.petugas.clear()
    assert dialog.periksa()
    dialog.petugas.setText("Budi")
    dialog.tanggal.nilai = date(2026, 3, 3)
    assert dialog.periksa()
    dialog.tanggal.nilai = HARI
    assert dialog.periksa() == ""


def test_photographs_are_added_to_a_visit_and_opened(
    halaman: HalamanMonev,
    uji: KantorUji,
    kegiatan: UUID,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    assert not halaman.tambah.isEnabled()
    with uji.menulis() as kerja:
        satu = daftar_serah(kerja, kegiatan)[0]
        catat_kunjungan(kerja, kegiatan, satu.penerima_id, Kunjungan(HARI, "Rina", True))
    halaman.segarkan()
    halaman.lembar.setCurrentIndex(1)
    assert (halaman.tambah.isEnabled(), halaman.lihat.isEnabled()) == (True, False)
    nama = [str(tmp_path / n) for n in ("satu.pdf", "dua.pdf")]
    for n in nama:
        Path(n).write_bytes(f"%PDF-1.4 {n}".encode())
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", staticmethod(lambda *_: (nama, "")))
    qtbot.mouseClick(halaman.tambah, Qt.MouseButton.LeftButton)
    assert halaman.daftar.isi_salinan()[1][5] == "2"
    dibuka: list[str] = []
    monkeypatch.setattr("ui.monev.halaman.lihat_lampiran", lambda *a: dibuka.append(a[3]))
    qtbot.mouseClick(halaman.lihat, Qt.MouseButton.LeftButton)
    (menu,) = halaman.findChildren(QMenu)
    assert len(menu.actions()) == 2
    menu.actions()[1].trigger()
    menu.close()
    assert dibuka == [f"{satu.nama} (2)"]
