"""Buku Register: letters are entered, corrected and passed on; visitors get their number."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from app.pengaduan import BarisPengaduan
from app.penyaluran import daftar_serah
from app.register import DataDisposisi, DataSurat, buku_agenda, catat_pelayanan, catat_surat_masuk, daftar_disposisi
from db.dasar import id_baru
from db.istilah import ArahSurat
from tests.helpers.jendela import PenyampaiUji
from tests.helpers.kegiatan import kegiatan_sah
from tests.helpers.konteks import Layar, layar
from tests.helpers.toko import KantorUji
from ui.dokumen.lihat import DialogLihat, GambarPas
from ui.loket.halaman import HalamanLoket
from ui.register.dialog import (
    DialogBetul,
    DialogDisposisi,
    DialogPelayanan,
    DialogSurat,
    JawabanBetul,
    JawabanPelayanan,
    JawabanSurat,
)
from ui.register.halaman import HalamanRegister
from ui.register.pengaduan import DialogJawab, DialogPengaduan, JawabanPengaduan

HARI = date(2026, 3, 2)
SURAT = DataSurat("Usulan bansos", HARI, HARI, "12/DK/2026", dari="Desa Kujan")


@pytest.fixture
def kantor(uji: KantorUji) -> Layar:
    return layar(uji)


def pasang(monkeypatch: pytest.MonkeyPatch, dialog: type, jawab: object) -> None:
    monkeypatch.setattr(dialog, "ask", classmethod(lambda *_: jawab))


def test_an_empty_book_says_so(kantor: Layar, qtbot: QtBot) -> None:
    halaman = kantor.tampil(HalamanRegister(kantor.konteks), qtbot)
    assert halaman.tahun.nilai == 2026
    assert halaman.masuk.tumpukan.currentWidget() is halaman.masuk.kosong


def test_a_letter_is_entered_with_its_scan(
    kantor: Layar, uji: KantorUji, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    pindaian = tmp_path / "surat.pdf"
    pindaian.write_bytes(b"%PDF-1.4 contoh")
    halaman = kantor.tampil(HalamanRegister(kantor.konteks), qtbot)
    pasang(monkeypatch, DialogSurat, JawabanSurat(SURAT, pindaian))
    qtbot.mouseClick(halaman.masuk.catat, Qt.MouseButton.LeftButton)
    assert halaman.masuk.model.baris(0).perihal == "Usulan bansos"
    lampiran_id = halaman.masuk.model.baris(0).lampiran_id
    with uji.membaca() as kerja:
        assert lampiran_id is not None
        assert kerja.baca_lampiran(lampiran_id) == b"%PDF-1.4 contoh"


def test_a_scan_follows_without_a_correction(
    kantor: Layar, uji: KantorUji, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with uji.menulis() as kerja:
        catat_surat_masuk(kerja, SURAT)
    (tmp_path / "surat.pdf").write_bytes(b"%PDF-1.4 contoh")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "surat.pdf"), ""))
    panel = kantor.tampil(HalamanRegister(kantor.konteks), qtbot).masuk
    panel.tabel.pilih_baris(0)
    assert (panel.susul.isVisible(), panel.lihat.isVisible()) == (True, False)
    qtbot.mouseClick(panel.susul, Qt.MouseButton.LeftButton)
    (satu,) = panel.model.semua
    assert (satu.lampiran_id is not None, satu.digantikan) == (True, False)
    panel.tabel.pilih_baris(0)
    assert (panel.susul.isVisible(), panel.lihat.isVisible()) == (False, True)


def test_a_correction_keeps_both_lines(
    kantor: Layar, uji: KantorUji, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with uji.menulis() as kerja:
        catat_surat_masuk(kerja, SURAT)
    panel = kantor.tampil(HalamanRegister(kantor.konteks), qtbot).masuk
    panel.tabel.pilih_baris(0)
    betul = DataSurat("Usulan bansos lansia", HARI, HARI, "12/DK/2026", dari="Desa Kujan", nomor_agenda="1")
    pasang(monkeypatch, DialogSurat, JawabanSurat(betul, alasan="salah ketik"))
    qtbot.mouseClick(panel.betulkan, Qt.MouseButton.LeftButton)
    with uji.membaca() as kerja:
        semua = buku_agenda(kerja, ArahSurat.MASUK, 2026)
    assert [(s.perihal, s.digantikan) for s in semua] == [("Usulan bansos", True), ("Usulan bansos lansia", False)]


def test_a_letter_is_passed_on_and_signed(
    kantor: Layar, uji: KantorUji, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with uji.menulis() as kerja:
        surat_id = catat_surat_masuk(kerja, SURAT)
    panel = kantor.tampil(HalamanRegister(kantor.konteks), qtbot).masuk
    assert not panel.disposisi.isEnabled()
    panel.tabel.pilih_baris(0)
    pasang(monkeypatch, DialogDisposisi, DataDisposisi("Kepala Dinas", "Kabid", "Tindak lanjuti", HARI))
    qtbot.mouseClick(panel.disposisi, Qt.MouseButton.LeftButton)
    panel.tabel.pilih_baris(0)
    with uji.membaca() as kerja:
        (satu,) = daftar_disposisi(kerja, surat_id=surat_id)
    assert not satu.isi.diparaf
    panel._paraf(satu)()
    with uji.membaca() as kerja:
        assert daftar_disposisi(kerja, surat_id=surat_id)[0].isi.diparaf


def test_words_filter_the_book(kantor: Layar, uji: KantorUji, qtbot: QtBot) -> None:
    with uji.menulis() as kerja:
        catat_surat_masuk(kerja, SURAT)
        catat_surat_masuk(kerja, DataSurat("Undangan rapat", HARI, dari="Sekda"))
    panel = kantor.tampil(HalamanRegister(kantor.konteks), qtbot).masuk
    qtbot.keyClicks(panel.cari, "sekda")
    qtbot.keyClick(panel.cari, Qt.Key.Key_Return)
    assert [b.perihal for b in panel.tabel.tampak] == ["Undangan rapat"]


def test_a_visitor_gets_a_number(kantor: Layar, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    halaman = kantor.tampil(HalamanRegister(kantor.konteks), qtbot)
    halaman.tujuan("pelayanan")
    pasang(monkeypatch, DialogPelayanan, JawabanPelayanan("Mariana", "Surat keterangan DTKS", HARI, "", None))
    qtbot.mouseClick(halaman.pelayanan.catat, Qt.MouseButton.LeftButton)
    assert halaman.pelayanan.model.baris(0).nomor == "0001/2026"


def test_a_line_of_the_register_is_corrected_in_the_open(
    kantor: Layar, uji: KantorUji, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with uji.menulis() as kerja:
        catat_pelayanan(kerja, "Mariana", "Surat keterangan")
    halaman = kantor.tampil(HalamanRegister(kantor.konteks), qtbot)
    halaman.tujuan("pelayanan")
    assert not halaman.pelayanan.betul.isEnabled()
    halaman.pelayanan.tabel.selectRow(0)
    pasang(monkeypatch, DialogBetul, JawabanBetul("Mariani", "Surat keterangan", HARI, "Salah ketik"))
    qtbot.mouseClick(halaman.pelayanan.betul, Qt.MouseButton.LeftButton)
    satu = halaman.pelayanan.model.baris(0)
    assert (satu.nomor, satu.nama) == ("0001/2026", "Mariani")
    assert "semula “Mariana”" in satu.keterangan


def test_a_correction_needs_its_reason(qtbot: QtBot, uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        satu = catat_pelayanan(kerja, "Mariana", "Surat keterangan")
    dialog = DialogBetul(None, satu)
    qtbot.addWidget(dialog)
    assert dialog.periksa()
    dialog.alasan.setText("Salah ketik")
    assert dialog.periksa() == ""
    assert dialog.jawaban == JawabanBetul("Mariana", "Surat keterangan", satu.tanggal, "Salah ketik")


def test_the_counter_opens_from_the_register(kantor: Layar, qtbot: QtBot) -> None:
    halaman = kantor.tampil(HalamanRegister(kantor.konteks), qtbot)
    halaman.tujuan("pelayanan")
    qtbot.mouseClick(halaman.pelayanan.loket, Qt.MouseButton.LeftButton)
    assert isinstance(kantor.jalan.didorong[0], HalamanLoket)


def test_a_complaint_is_typed_and_answered(
    kantor: Layar, uji: KantorUji, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with uji.menulis() as kerja:
        kegiatan = kegiatan_sah(kerja, 2)
        (nama, *_) = (b.nama for b in daftar_serah(kerja, kegiatan))
    halaman = kantor.tampil(HalamanRegister(kantor.konteks), qtbot)
    halaman.tujuan("pengaduan")
    panel = halaman.pengaduan

    def isi(dialog: DialogPengaduan) -> JawabanPengaduan:
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.mouseClick(dialog.setuju, Qt.MouseButton.LeftButton)
        assert dialog.i_uraian.salah.text() == "Harus diisi."
        qtbot.keyClicks(dialog.uraian, "Uang yang diterima kurang")
        qtbot.keyClicks(dialog.tentang, nama)
        qtbot.mouseClick(dialog.setuju, Qt.MouseButton.LeftButton)
        assert not dialog.isVisible()
        return dialog.jawaban

    monkeypatch.setattr(DialogPengaduan, "ask", classmethod(lambda kelas, *isian: isi(kelas(*isian))))
    qtbot.mouseClick(panel.catat, Qt.MouseButton.LeftButton)
    satu = panel.model.baris(0)
    assert (satu.isi, satu.tentang, satu.terlambat) == ("Uang yang diterima kurang", nama, False)
    assert panel.ringkas.text() == "1 pengaduan, 0 sudah dijawab, 1 belum, 0 lewat batas waktu"
    assert not panel.jawab.isEnabled()
    panel.tabel.pilih_baris(0)
    pasang(monkeypatch, DialogJawab, ("Sudah dihitung bersama.", HARI))
    qtbot.mouseClick(panel.jawab, Qt.MouseButton.LeftButton)
    assert panel.model.baris(0).jawaban == "Sudah dihitung bersama."
    qtbot.keyClicks(panel.cari, "bukan ini")
    qtbot.keyClick(panel.cari, Qt.Key.Key_Return)
    assert panel.tabel.tampak == []


def test_a_complaint_needs_a_kegiatan(kantor: Layar, qtbot: QtBot, pesan_uji: PenyampaiUji) -> None:
    halaman = kantor.tampil(HalamanRegister(kantor.konteks), qtbot)
    halaman.tujuan("pengaduan")
    qtbot.mouseClick(halaman.pengaduan.catat, Qt.MouseButton.LeftButton)
    assert pesan_uji.terakhir.judul == "Belum ada kegiatan"


def test_an_answer_needs_words(qtbot: QtBot) -> None:
    ke = id_baru()
    satu = BarisPengaduan(ke, ke, "Bansos", HARI, "", "", "Belum menerima", HARI, "Sedang dicek.", HARI, False)
    dialog = DialogJawab(None, satu, HARI)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.mouseClick(dialog.setuju, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    qtbot.keyClicks(dialog.teks, "Diserahkan hari ini.")
    qtbot.mouseClick(dialog.setuju, Qt.MouseButton.LeftButton)
    assert dialog.jawaban == ("Diserahkan hari ini.", HARI)


def test_the_letter_dialog_wants_what_it_needs(qtbot: QtBot) -> None:
    dialog = DialogSurat(None, ArahSurat.KELUAR, HARI, [], None)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.mouseClick(dialog.setuju, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert dialog.i_perihal.salah.text() == "Harus diisi."
    for kotak, isi in ((dialog.perihal, "Undangan"), (dialog.pihak, "Para kades")):
        assert isinstance(kotak, QLineEdit)
        qtbot.keyClicks(kotak, isi)
    qtbot.mouseClick(dialog.setuju, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    assert dialog.jawaban.data == DataSurat("Undangan", HARI, HARI, None, kepada="Para kades")


def test_an_attached_picture_is_shown(qtbot: QtBot, tmp_path: Path) -> None:
    gambar = QPixmap(40, 20)
    gambar.fill(QColor("#336699"))
    gambar.save(str(tmp_path / "foto.png"))
    dialog = DialogLihat(None, "Foto", (tmp_path / "foto.png").read_bytes())
    qtbot.addWidget(dialog)
    dialog.show()
    assert isinstance(dialog.isi, GambarPas)
    tengah = dialog.isi.mapTo(dialog, QPoint(dialog.isi.width() // 2, dialog.isi.height() // 2))
    assert dialog.grab().toImage().pixelColor(tengah).name() == "#336699"


def test_something_else_is_said(qtbot: QtBot) -> None:
    dialog = DialogLihat(None, "Arsip", b"PK\x03\x04")
    qtbot.addWidget(dialog)
    assert "bukan PDF atau gambar" in dialog.isi.text()  # type: ignore[attr-defined]
