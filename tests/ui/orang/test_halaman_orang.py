"""Data PM/KPM: people are found as one types; a page shows and mends one of them."""

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.orang import DataOrang, lihat_orang, orang_baru
from tests.helpers.jendela import PenyampaiUji
from tests.helpers.konteks import Layar, layar
from tests.helpers.toko import KantorUji
from ui.dokumen.lihat import DialogLihat, GambarPas
from ui.orang.halaman import HalamanOrang
from ui.orang.koreksi import DialogKoreksi

SITI = DataOrang(
    "Siti Aminah", "6209034101509001", "6209032001089001", "P", "Nanga Bulik", date(1950, 1, 1),
    alamat="Jalan Contoh 5", rt="002", rw="001", kode_desa="62.09.01.2001",
)  # fmt: skip
BUDI = DataOrang(
    "Budi Hartono", "6209030503809002", "6209032001089001", "L", tanggal_lahir=date(1980, 3, 5), shdk="Anak"
)


@pytest.fixture
def orang(uji: KantorUji) -> tuple[UUID, UUID]:
    with uji.menulis() as kerja:
        return orang_baru(kerja, SITI), orang_baru(kerja, BUDI)


@pytest.fixture
def kantor(uji: KantorUji) -> Layar:
    return layar(uji)


def buka(kantor: Layar, qtbot: QtBot) -> HalamanOrang:
    return kantor.tampil(HalamanOrang(kantor.konteks), qtbot)


def test_an_empty_store_says_what_to_do(kantor: Layar, qtbot: QtBot) -> None:
    cari = buka(kantor, qtbot).pencarian
    assert cari.tumpukan.currentWidget() is cari.kosong
    assert "diimpor" in cari.kosong.saran.text()


def test_finds_as_one_types(orang: tuple[UUID, UUID], kantor: Layar, qtbot: QtBot) -> None:
    cari = buka(kantor, qtbot).pencarian
    assert cari.model.rowCount() == 2
    qtbot.keyClicks(cari.cari, "siti am")
    qtbot.waitUntil(lambda: cari.model.rowCount() == 1)
    assert cari.model.baris(0).nama == "Siti Aminah"
    assert cari.jumlah.text() == "1 dari 2 orang"


@pytest.mark.parametrize(("kata", "banyak"), [("6209034101509001", 1), ("6209032001089001", 2), ("tak ada orang", 0)])
def test_finds_by_number(orang: tuple[UUID, UUID], kantor: Layar, qtbot: QtBot, kata: str, banyak: int) -> None:
    cari = buka(kantor, qtbot).pencarian
    qtbot.keyClicks(cari.cari, kata)
    qtbot.keyClick(cari.cari, Qt.Key.Key_Return)
    assert cari.model.rowCount() == banyak


def test_identifiers_are_masked_in_the_list(orang: tuple[UUID, UUID], kantor: Layar, qtbot: QtBot) -> None:
    cari = buka(kantor, qtbot).pencarian
    assert "6209034101509001" not in str(cari.tabel.isi_salinan())
    assert "620903•••••• 9001" in cari.tabel.isi_salinan()[2]


def test_enter_opens_a_person_and_back(orang: tuple[UUID, UUID], kantor: Layar, qtbot: QtBot) -> None:
    halaman = buka(kantor, qtbot)
    qtbot.keyClicks(halaman.pencarian.cari, "siti")
    qtbot.keyClick(halaman.pencarian.cari, Qt.Key.Key_Return)
    qtbot.keyClick(halaman.pencarian.tabel, Qt.Key.Key_Return)
    assert halaman.tumpukan.currentWidget() is halaman.satu
    assert halaman.satu.nama.text() == "Siti Aminah"
    halaman.satu.kembali.emit()
    assert halaman.tumpukan.currentWidget() is halaman.pencarian


def test_showing_numbers_is_noted(orang: tuple[UUID, UUID], kantor: Layar, uji: KantorUji, qtbot: QtBot) -> None:
    satu = buka(kantor, qtbot).satu
    satu.buka(orang[0])
    assert "6209034101509001" not in satu.identitas.text().replace(" ", "")
    qtbot.mouseClick(satu.tombol_identitas, Qt.MouseButton.LeftButton)
    assert "6209034101509001" in satu.identitas.text().replace(" ", "")
    with uji.membaca() as kerja:
        assert lihat_orang(kerja, orang[0]).jejak[0].aksi == "buka_identitas"


def test_a_correction_keeps_the_old_value(
    orang: tuple[UUID, UUID], kantor: Layar, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    satu = buka(kantor, qtbot).satu
    satu.buka(orang[0])
    monkeypatch.setattr(DialogKoreksi, "ask", classmethod(lambda *_: ({"nama": "SITI AMINAH"}, "sesuai KTP")))
    qtbot.mouseClick(satu.tombol_koreksi, Qt.MouseButton.LeftButton)
    assert satu.nama.text() == "SITI AMINAH"
    tulisan = [satu.riwayat.itemAt(n).widget().text() for n in range(satu.riwayat.count())]  # type: ignore[union-attr]
    assert "Nama: Siti Aminah → SITI AMINAH" in tulisan


def test_the_correction_dialog_wants_a_reason(qtbot: QtBot) -> None:
    dialog = DialogKoreksi(None, SITI, [("62.09.01.2001", "Desa Kujan")])
    qtbot.addWidget(dialog)
    assert dialog.perubahan == {}
    dialog.isian["nama"].widget.setText("SITI A.")  # type: ignore[attr-defined]
    dialog.isian["nik"].widget.setText("62090341015090")  # type: ignore[attr-defined]
    assert dialog.periksa()
    assert dialog.isian["nik"].salah.text() == "Harus 16 angka."
    dialog.isian["nik"].widget.setText("620903 410150 9009")  # type: ignore[attr-defined]
    dialog.alasan.widget.setText("KTP baru")  # type: ignore[attr-defined]
    assert dialog.periksa() == ""
    assert dialog.perubahan == {"nama": "SITI A.", "nik": "6209034101509009"}


def test_the_family_stands_beside(orang: tuple[UUID, UUID], kantor: Layar, qtbot: QtBot) -> None:
    satu = buka(kantor, qtbot).satu
    satu.buka(orang[0])
    assert satu.keluarga.itemAt(0).widget().text() == "Budi Hartono"  # type: ignore[union-attr]


def test_someone_without_the_right_is_told(
    orang: tuple[UUID, UUID], uji: KantorUji, qtbot: QtBot, pesan_uji: PenyampaiUji
) -> None:
    admin = layar(uji, "admin")
    satu = buka(admin, qtbot).satu
    satu.buka(orang[0])
    satu.buka_nomor()
    assert pesan_uji.semua[0].judul == "Belum dapat dilakukan"
    assert "••" in satu.identitas.text()


def test_a_paper_is_kept_and_seen_again(
    orang: tuple[UUID, UUID], kantor: Layar, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gambar = QPixmap(12, 8)
    gambar.fill(QColor("red"))
    jalur = tmp_path / "KTP & KK yang dipindai di kantor desa pada hari Senin.png"
    gambar.save(str(jalur))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(jalur), ""))
    satu = buka(kantor, qtbot).satu
    satu.buka(orang[0])
    assert satu.berkas.itemAt(0).widget().text() == "Belum ada dokumen yang dilampirkan."  # type: ignore[union-attr]
    qtbot.mouseClick(satu._tombol_berkas, Qt.MouseButton.LeftButton)
    tombol = satu.berkas.itemAt(0).widget()  # type: ignore[union-attr]
    assert tombol.text() == "KTP && KK yang dipindai di kantor de…"
    qtbot.mouseClick(tombol, Qt.MouseButton.LeftButton)
    (dialog,) = satu.findChildren(DialogLihat)
    assert dialog.findChildren(GambarPas)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_what_never_happened_is_said(orang: tuple[UUID, UUID], kantor: Layar, qtbot: QtBot) -> None:
    satu = buka(kantor, qtbot).satu
    satu.buka(orang[0])
    assert satu.usulan.isHidden()
    assert not satu.tanpa_usulan.isHidden()
