"""Two laptops in the window: a part goes out, is opened by the first screen, comes back; doubles are shown."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app import akses
from app.kegiatan import buat_kegiatan
from app.penyaluran import catat_hasil, daftar_serah
from app.pijakan import daftar_tahap
from db.istilah import HasilSalur, StatusUsulan
from tests.helpers.jendela import JobLangsung, PenyampaiUji, konteks_uji
from tests.helpers.kegiatan import DESA, isi_usulan, tetapkan
from tests.helpers.konteks import Layar, layar
from tests.helpers.toko import SANDI, KantorUji
from ui.penetapan.dialog import DialogKalimat
from ui.penyaluran.daftar import HalamanPenyaluran
from ui.penyaluran.laptop_lain import DialogBagian, HalamanLaptopLain, JawabanBagian
from ui.penyiapan.pulihkan import DialogPulihkan, pulihkan

KIRI = Qt.MouseButton.LeftButton


@pytest.fixture
def kegiatan(uji: KantorUji) -> UUID:
    with uji.menulis() as kerja:
        kegiatan_id = buat_kegiatan(kerja, kode_sop="rehsos", nama="Bansos Uji", tahun=2026, nominal=1_500_000)
        isi_usulan(kerja, kegiatan_id, 6, status=StatusUsulan.LAYAK)
        tetapkan(kerja, kegiatan_id)
    return kegiatan_id


@pytest.fixture
def tahap(uji: KantorUji, kegiatan: UUID) -> UUID:
    with uji.membaca() as kerja:
        return daftar_tahap(kerja, kegiatan)[0].id


@pytest.fixture
def kantor(uji: KantorUji, pesan_uji: PenyampaiUji) -> Layar:
    return layar(uji)


@pytest.fixture
def dibawa(
    kantor: Layar, kegiatan: UUID, tahap: UUID, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Path:
    """Let the second desa go to another laptop and return its file."""
    berkas = tmp_path / "Laptop 2.salur"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(berkas), ""))
    jawab = JawabanBagian("Laptop 2", tahap, (DESA[1],), None)
    monkeypatch.setattr(DialogBagian, "ask", classmethod(lambda *_: jawab))
    halaman = kantor.tampil(HalamanLaptopLain(kantor.konteks, kegiatan), qtbot)
    qtbot.mouseClick(halaman.bawa, KIRI)
    return berkas


@pytest.fixture
def lain(dibawa: Path, monkeypatch: pytest.MonkeyPatch, kantor: Layar, tmp_path: Path) -> Iterator[Layar]:
    """Open the file by the first screen of the other laptop."""
    monkeypatch.setattr(DialogPulihkan, "ask", classmethod(lambda *_: ("serba", SANDI)))
    selesai: list[object] = []
    induk = kantor.terbuka[-1]
    pulihkan(induk, JobLangsung(), dibawa, tmp_path / "lain", selesai.append)
    assert selesai
    ruang, pelaku = akses.masuk(tmp_path / "lain", "serba", SANDI)
    yield Layar(*konteks_uji(ruang, pelaku))
    ruang.tutup()


def test_the_list_opens_it(kantor: Layar, kegiatan: UUID, qtbot: QtBot) -> None:
    halaman = kantor.tampil(HalamanPenyaluran(kantor.konteks, kegiatan), qtbot)
    qtbot.mouseClick(halaman.lain, KIRI)
    assert isinstance(kantor.jalan.didorong[0], HalamanLaptopLain)


def test_out_and_back(
    kantor: Layar, lain: Layar, uji: KantorUji, kegiatan: UUID, qtbot: QtBot, pesan_uji: PenyampaiUji,
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path,
) -> None:  # fmt: skip
    with uji.membaca() as kerja:
        satu, dua = (b for b in daftar_serah(kerja, kegiatan) if b.kode_desa == DESA[1])
    with lain.konteks.ruang.menulis(lain.konteks.pelaku) as kerja:
        catat_hasil(kerja, satu.alokasi_id, HasilSalur.SENDIRI)
        catat_hasil(kerja, dua.alokasi_id, HasilSalur.SENDIRI)
    di_sana = lain.tampil(HalamanLaptopLain(lain.konteks, kegiatan), qtbot)
    assert not di_sana.bawa.isVisible()
    hasil = str(tmp_path / "balik.hasil")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (hasil, ""))
    qtbot.mouseClick(di_sana.tulis, KIRI)
    assert pesan_uji.terakhir.judul == "2 catatan ditulis"

    halaman = kantor.tampil(HalamanLaptopLain(kantor.konteks, kegiatan), qtbot)
    assert not halaman.tulis.isVisible()
    assert halaman.model.baris(0).nama == "Laptop 2"
    halaman.tabel.pilih_baris(0)
    monkeypatch.setattr(DialogKalimat, "ask", classmethod(lambda *_: "Laptop rusak"))
    qtbot.mouseClick(halaman.lepas, KIRI)
    with uji.menulis() as kerja:
        catat_hasil(kerja, satu.alokasi_id, HasilSalur.SENDIRI, tempat="Kantor")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (hasil, ""))
    qtbot.mouseClick(halaman.gabung, KIRI)
    assert "1 dilayani dua kali" in pesan_uji.terakhir.judul
    assert halaman.kartu_ganda.isVisible()
    assert halaman.ganda.baris(0).nama == satu.nama
    assert not halaman.lepas.isEnabled()


def test_the_dialog_wants_a_part(qtbot: QtBot, tahap: UUID) -> None:
    dialog = DialogBagian(None, [(tahap, "Tahap 1")], [(DESA[0], "Desa Satu"), (DESA[1], "Desa Dua")], "Laptop 2")
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.mouseClick(dialog.setuju, KIRI)
    assert dialog.i_desa.salah.text() == "Pilih desa, atau isi nomor di bawah."
    dialog.dari.setValue(5)
    qtbot.mouseClick(dialog.setuju, KIRI)
    assert dialog.i_dari.salah.text() == "Isi nomor pertama dan terakhir."
    dialog.sampai.setValue(9)
    qtbot.keyClick(dialog.desa[DESA[1]], Qt.Key.Key_Space)
    qtbot.mouseClick(dialog.setuju, KIRI)
    assert not dialog.isVisible()
    assert dialog.jawaban == JawabanBagian("Laptop 2", tahap, (DESA[1],), (5, 9))
