"""The verification grid: decided by keys, several at once, without losing one to a fast hand."""

from pathlib import Path
from uuid import UUID

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.alasan import daftar_alasan, tambah_alasan
from app.kegiatan import buat_kegiatan
from app.verifikasi import RingkasanHasil, lihat_usulan, putuskan, ringkasan_verifikasi
from db.istilah import HasilVerifikasi, StatusUsulan
from db.model import Kegiatan
from tests.helpers.jendela import PenyampaiUji
from tests.helpers.kegiatan import isi_usulan
from tests.helpers.konteks import Layar, layar
from tests.helpers.toko import KantorUji
from ui.halaman import Konteks
from ui.jobs import Area, ChangeBus, JobRunner
from ui.komponen import Chip
from ui.verifikasi.antrean import Perintah
from ui.verifikasi.dialog import DialogPutusan
from ui.verifikasi.halaman import HalamanVerifikasi
from ui.verifikasi.lapangan import DialogHasil, kalimat_ringkas
from ui.verifikasi.tulisan import keputusan


@pytest.fixture
def kantor(uji: KantorUji) -> Layar:
    return layar(uji)


@pytest.fixture
def kegiatan(uji: KantorUji) -> UUID:
    with uji.menulis() as kerja:
        kegiatan_id = buat_kegiatan(kerja, kode_sop="rehsos", nama="Bansos Uji", tahun=2026, nominal=1_500_000)
        isi_usulan(kerja, kegiatan_id, 12)
    return kegiatan_id


@pytest.fixture
def halaman(kantor: Layar, kegiatan: UUID, qtbot: QtBot) -> HalamanVerifikasi:
    return kantor.tampil(HalamanVerifikasi(kantor.konteks, kegiatan), qtbot)


def status(halaman: HalamanVerifikasi) -> list[StatusUsulan]:
    return [b.status for b in halaman.model.semua]


def test_key_1_calls_layak_and_goes_on(halaman: HalamanVerifikasi, qtbot: QtBot) -> None:
    qtbot.keyClick(halaman.tabel, Qt.Key.Key_1)
    assert status(halaman)[0] is StatusUsulan.LAYAK
    assert halaman.tabel.currentIndex().row() == 1
    assert halaman.angka.text() == "1 dari 12 usulan diputuskan"


def test_a_reason_key_calls_tidak_layak(halaman: HalamanVerifikasi, qtbot: QtBot) -> None:
    qtbot.keyClick(halaman.tabel, Qt.Key.Key_2)
    assert halaman.model.baris(0).status is StatusUsulan.TIDAK_LAYAK
    assert halaman.model.baris(0).alasan == "Meninggal dunia"


def test_several_rows_are_decided_at_once(halaman: HalamanVerifikasi, qtbot: QtBot) -> None:
    halaman.tabel.selectAll()
    qtbot.keyClick(halaman.tabel, Qt.Key.Key_1)
    assert set(status(halaman)) == {StatusUsulan.LAYAK}
    assert halaman.angka.text() == "12 dari 12 usulan diputuskan"


def test_a_later_key_replaces_the_decision(halaman: HalamanVerifikasi, qtbot: QtBot, uji: KantorUji) -> None:
    qtbot.keyClick(halaman.tabel, Qt.Key.Key_1)
    halaman.tabel.pilih_baris(0)
    qtbot.keyClick(halaman.tabel, Qt.Key.Key_3)
    with uji.membaca() as kerja:
        riwayat = lihat_usulan(kerja, halaman.model.baris(0).usulan_id).riwayat
    assert [p.hasil for p in riwayat] == [HasilVerifikasi.TIDAK_LAYAK, HasilVerifikasi.LAYAK]


def test_filters_by_desa_state_and_words(halaman: HalamanVerifikasi, qtbot: QtBot) -> None:
    qtbot.keyClick(halaman.tabel, Qt.Key.Key_1)
    halaman.status.nilai = "layak"
    assert len(halaman.model.semua) == 1
    halaman.status.nilai = "semua"
    halaman.desa.setCurrentIndex(1)
    assert len(halaman.model.semua) == 4
    qtbot.keyClicks(halaman.cari, "tidak ada nama ini")
    qtbot.keyClick(halaman.cari, Qt.Key.Key_Return)
    assert halaman.tumpukan.currentWidget() is halaman.kosong
    assert "saringan" in halaman.kosong.saran.text()


def test_zero_asks_for_any_reason(halaman: HalamanVerifikasi, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def jawab(_kelas: type, _induk: object, usulan: tuple[UUID, ...], *_: object) -> Perintah:
        return Perintah(usulan, HasilVerifikasi.TIDAK_LAYAK, "lainnya", "rumahnya kosong", cara="lapangan")

    monkeypatch.setattr(DialogPutusan, "ask", classmethod(jawab))
    qtbot.keyClick(halaman.tabel, Qt.Key.Key_0)
    assert halaman.model.baris(0).alasan == "rumahnya kosong"


def test_enter_opens_one_usulan_and_keys_decide_there(halaman: HalamanVerifikasi, qtbot: QtBot) -> None:
    qtbot.keyClick(halaman.tabel, Qt.Key.Key_Return)
    assert halaman.lapis.currentWidget() is halaman.satu
    assert halaman.satu.nama.text() == halaman.model.baris(0).nama
    qtbot.keyClick(halaman.satu, Qt.Key.Key_1)
    assert halaman.satu.chip.text() == "Layak"
    halaman.satu.geser.emit(1)
    assert halaman.satu.nama.text() == halaman.model.baris(1).nama
    qtbot.keyClick(halaman.satu, Qt.Key.Key_Escape)
    assert halaman.lapis.currentWidget() is halaman.grid


def test_one_usulan_s_page_says_what_the_rules_say(
    halaman: HalamanVerifikasi, kegiatan: UUID, uji: KantorUji, qtbot: QtBot
) -> None:
    with uji.menulis() as kerja:
        aturan = {"usia": [{"kategori": [], "minimum": 200, "maksimum": None}], "kategori": []}
        kerja.sesi.get_one(Kegiatan, kegiatan).aturan = aturan
    qtbot.keyClick(halaman.tabel, Qt.Key.Key_Return)
    chip = halaman.satu.aturan.itemAt(0).layout().itemAt(0).widget()
    assert isinstance(chip, Chip)
    assert chip.text() == "Keberatan"


def test_who_may_not_decide_only_looks(uji: KantorUji, kegiatan: UUID, qtbot: QtBot) -> None:
    admin = layar(uji, "admin")
    halaman = admin.tampil(HalamanVerifikasi(admin.konteks, kegiatan), qtbot)
    qtbot.keyClick(halaman.tabel, Qt.Key.Key_1)
    assert set(status(halaman)) == {StatusUsulan.DIUSULKAN}


def test_a_refusal_is_told_and_the_row_stays(halaman: HalamanVerifikasi, qtbot: QtBot, pesan_uji: PenyampaiUji) -> None:
    usulan = halaman.model.baris(0).usulan_id
    halaman.antrean.tambah(Perintah((usulan,), HasilVerifikasi.TIDAK_LAYAK))
    assert pesan_uji.terakhir.judul == "Belum dapat dilakukan"
    assert halaman.model.baris(0).status is StatusUsulan.DIUSULKAN


def test_a_fast_hand_loses_nothing(uji: KantorUji, kegiatan: UUID, qtbot: QtBot) -> None:
    """With the real writer thread, keys come faster than commits."""
    pekerja = JobRunner()
    konteks = Konteks(uji.ruang, uji.pelaku["serba"], pekerja, ChangeBus(), lambda *_: None, lambda _: None)
    halaman = HalamanVerifikasi(konteks, kegiatan)
    qtbot.addWidget(halaman)
    halaman.show()
    for _ in range(6):
        qtbot.keyClick(halaman.tabel, Qt.Key.Key_1)
    for _ in range(6):
        qtbot.keyClick(halaman.tabel, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: halaman.antrean.kosong, timeout=10_000)
    pekerja.tutup()
    with uji.membaca() as kerja:
        hitung = ringkasan_verifikasi(kerja, kegiatan).seluruh
    assert (hitung.layak, hitung.tidak_layak) == (6, 6)


def test_the_office_s_own_reasons_come_first(uji: KantorUji) -> None:
    with uji.menulis("admin") as kerja:
        tambah_alasan(kerja, "Sudah dibantu Baznas")
        semua = daftar_alasan(kerja)
    kata = [k.kata for k in keputusan(semua)]
    assert (kata[0], kata[1], len(kata)) == ("Layak", "Sudah dibantu Baznas", 9)


def test_the_dialog_wants_a_reason(uji: KantorUji, qtbot: QtBot) -> None:
    with uji.membaca() as kerja:
        alasan, hari = daftar_alasan(kerja), kerja.hari_ini()
    dialog = DialogPutusan(None, (), alasan, hari, "Rina")
    qtbot.addWidget(dialog)
    dialog.alasan.nilai = "lainnya"
    assert dialog.periksa()
    assert isinstance(dialog.kata, QLineEdit)
    qtbot.keyClicks(dialog.kata, "rumah kosong")
    assert dialog.periksa() == ""
    assert dialog.jawaban.alasan == "rumah kosong"
    dialog.hasil.nilai = HasilVerifikasi.LAYAK
    assert dialog.periksa() == ""
    assert dialog.jawaban.alasan_kode == ""


def test_another_page_s_change_shows_here(halaman: HalamanVerifikasi, uji: KantorUji) -> None:
    halaman.tabel.selectionModel().setCurrentIndex(
        halaman.tabel.model().index(3, 0),
        QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows,
    )
    ketiga = halaman.model.baris(3).usulan_id
    with uji.menulis() as kerja:
        putuskan(kerja, [ketiga], HasilVerifikasi.LAYAK)
    halaman.konteks.bus.umumkan(Area.USULAN)
    assert halaman.model.baris(3).status is StatusUsulan.LAYAK
    assert halaman.tabel.kini.usulan_id == ketiga


def test_the_form_goes_out_and_comes_back(
    halaman: HalamanVerifikasi,
    uji: KantorUji,
    kegiatan: UUID,
    tmp_path: Path,
    pesan_uji: PenyampaiUji,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    berkas = tmp_path / "lembar.xlsx"
    halaman.lapangan.unduh(berkas, None)
    assert "12 usulan" in pesan_uji.terakhir.judul
    buku = load_workbook(berkas)
    for nomor in range(4, 8):
        buku["Verifikasi"][f"G{nomor}"] = "Layak"
    buku["Verifikasi"]["G8"] = "entah"
    buku.save(berkas)
    pertama = halaman.model.baris(0).usulan_id
    with uji.menulis() as kerja:
        putuskan(kerja, [pertama], HasilVerifikasi.TIDAK_LAYAK, alasan_kode="pindah")
    hasil: list[RingkasanHasil] = []

    def tunjukkan(_kelas: type, induk: QWidget, r: RingkasanHasil) -> bool:
        dialog = DialogHasil(induk, r)
        assert dialog.model.rowCount() == 2
        dialog.ganti.setChecked(True)
        hasil.append(r)
        return dialog.jawaban

    monkeypatch.setattr(DialogHasil, "ask", classmethod(tunjukkan))
    halaman.lapangan.masukkan(berkas)
    assert kalimat_ringkas(hasil[0]) == (
        "3 putusan dicatat, 7 belum diisi, 1 bertentangan dengan putusan yang ada, 1 tidak dapat dibaca."
    )
    with uji.membaca() as kerja:
        assert ringkasan_verifikasi(kerja, kegiatan).seluruh.layak == 4
    assert halaman.angka.text() == "4 dari 12 usulan diputuskan"
