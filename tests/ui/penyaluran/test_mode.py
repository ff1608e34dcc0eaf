"""Mode Penyaluran: scanner and keys, every outcome, refusals said in place, undo, counts that move."""

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.kegiatan import DataBarang, buat_kegiatan
from app.penetapan import sahkan_sk, susun_penetapan
from app.penyaluran import BarisSerah, Wakil, daftar_serah, lihat_serah, ringkasan_penyaluran
from app.penyaluran.titik import SISANYA, BatasTitik, Titik
from db.dasar import id_baru
from db.istilah import HasilSalur, StatusUsulan
from tests.helpers.jendela import PenyampaiUji
from tests.helpers.kegiatan import DESA, beri_wali, isi_usulan
from tests.helpers.konteks import Layar, layar
from tests.helpers.toko import KantorUji
from ui.dokumen.lihat import DialogLihat
from ui.penetapan.dialog import DialogKalimat
from ui.penyaluran.dialog import (
    DialogAntar,
    DialogGagal,
    DialogMeja,
    DialogSebagian,
    DialogWakil,
    DialogWali,
    Diantar,
    JawabanWali,
    Meja,
)
from ui.penyaluran.mode import HalamanModePenyaluran

HARI = date(2026, 3, 2)


@pytest.fixture
def kantor(uji: KantorUji, pesan_uji: PenyampaiUji) -> Layar:
    return layar(uji)


@pytest.fixture
def serah(uji: KantorUji) -> list[BarisSerah]:
    with uji.menulis() as kerja:
        kegiatan = buat_kegiatan(kerja, kode_sop="rehsos", nama="Bansos Uji", tahun=2026, nominal=1_500_000)
        usulan = isi_usulan(kerja, kegiatan, 9, status=StatusUsulan.LAYAK)
        for satu in usulan[:2]:
            beri_wali(kerja, satu, "RINA", "6209034101809001")
        susun_penetapan(kerja, kegiatan)
        sahkan_sk(kerja, kegiatan, nomor="188", tanggal=HARI)
        return daftar_serah(kerja, kegiatan)


@pytest.fixture
def mode(kantor: Layar, serah: list[BarisSerah], qtbot: QtBot) -> HalamanModePenyaluran:
    satu = serah[0]
    meja = Meja(satu.tahap_id, satu.tahap_nomor, None, HARI, "Balai Desa")
    return kantor.tampil(HalamanModePenyaluran(kantor.konteks, satu.kegiatan_id, meja), qtbot, lebar=1366, tinggi=660)


def pasang(monkeypatch: pytest.MonkeyPatch, dialog: type, jawab: object) -> None:
    monkeypatch.setattr(dialog, "ask", classmethod(lambda *_: jawab))


def pindai(mode: HalamanModePenyaluran, qtbot: QtBot, kata: str) -> None:
    """Type as a scanner does: all at once, then CR and LF."""
    mode.cari.selectAll()
    qtbot.keyClicks(mode.cari, kata)
    qtbot.keyClick(mode.cari, Qt.Key.Key_Return)
    qtbot.keyClick(mode.cari, Qt.Key.Key_Enter)


def titik(desa: str, tempat: str, batas: BatasTitik = SISANYA) -> Titik:
    return Titik(id_baru(), desa, tempat, HARI, "08.30", (), batas)


def hasil(uji: KantorUji, alokasi: UUID) -> HasilSalur | None:
    with uji.membaca() as kerja:
        return lihat_serah(kerja, alokasi).keadaan.hasil


def test_the_lock_waits_while_it_is_open(mode: HalamanModePenyaluran) -> None:
    assert mode.tahan_kunci


def test_a_scan_shows_the_person_and_records_nothing(
    mode: HalamanModePenyaluran, serah: list[BarisSerah], uji: KantorUji, qtbot: QtBot
) -> None:
    pindai(mode, qtbot, serah[3].kode)
    assert mode.kartu.nama.text() == serah[3].nama
    assert mode.kartu.nilai.text() == "Rp 1.500.000"
    pindai(mode, qtbot, serah[3].kode)
    assert hasil(uji, serah[3].alokasi_id) is None


def test_f2_records_and_the_next_scan_replaces_the_text(
    mode: HalamanModePenyaluran, serah: list[BarisSerah], uji: KantorUji, qtbot: QtBot
) -> None:
    for satu in serah[:2]:
        pindai(mode, qtbot, satu.kode)
        qtbot.keyClick(mode.cari, Qt.Key.Key_F2)
        assert hasil(uji, satu.alokasi_id) is HasilSalur.SENDIRI
    assert mode.hitungan.angka.text() == "2 dari 9"
    assert mode.hitungan.chip.kata == ["2 sendiri", "7 belum"]
    assert mode.hitungan.uang.text() == "Rp 3.000.000 dari Rp 13.500.000"
    with uji.membaca() as kerja:
        seluruh = ringkasan_penyaluran(kerja, serah[0].kegiatan_id).seluruh
    assert mode._hitung.tersalur == seluruh.tersalur


def test_the_last_digits_of_a_nik_are_enough(
    mode: HalamanModePenyaluran, serah: list[BarisSerah], qtbot: QtBot
) -> None:
    nik = serah[4].nik
    assert nik is not None
    pindai(mode, qtbot, nik[-4:])
    assert mode.tumpukan.currentWidget() in (mode.kartu, mode.ditemukan)
    assert serah[4].alokasi_id in {b.alokasi_id for b in mode.pilihan.semua} | {mode._satu and mode._satu.alokasi_id}


def test_several_of_one_name_are_offered(mode: HalamanModePenyaluran, qtbot: QtBot) -> None:
    mode.cari.selectAll()
    qtbot.keyClicks(mode.cari, "aminah")
    qtbot.keyClick(mode.cari, Qt.Key.Key_Return)
    assert mode.tumpukan.currentWidget() is mode.ditemukan
    qtbot.keyClick(mode.ditemukan, Qt.Key.Key_Down)
    qtbot.keyClick(mode.ditemukan, Qt.Key.Key_Return)
    assert mode.tumpukan.currentWidget() is mode.kartu
    assert "AMINAH" in mode.kartu.nama.text()


def test_nobody_found_is_said(mode: HalamanModePenyaluran, qtbot: QtBot) -> None:
    pindai(mode, qtbot, "zzz")
    assert mode.kosong.judul.text() == "Tidak ditemukan"
    pindai(mode, qtbot, "SLR1-0000000000000000X")
    assert mode.kosong.saran.text()


def test_a_second_hand_out_is_refused_by_dead_keys(
    mode: HalamanModePenyaluran, serah: list[BarisSerah], qtbot: QtBot
) -> None:
    pindai(mode, qtbot, serah[3].kode)
    qtbot.keyClick(mode.cari, Qt.Key.Key_F2)
    pindai(mode, qtbot, serah[3].kode)
    qtbot.keyClick(mode.cari, Qt.Key.Key_F2)
    assert not mode.kartu.tombol["sendiri"].isEnabled()
    assert "2 Maret 2026 · Balai Desa" in mode.kartu.catatan.text()
    assert mode.hitungan.angka.text() == "1 dari 9"


def test_a_refusal_of_the_office_s_rules_stands_on_the_card(
    mode: HalamanModePenyaluran, serah: list[BarisSerah], uji: KantorUji, qtbot: QtBot
) -> None:
    pindai(mode, qtbot, serah[3].kode)
    mode.kartu.jempol.setChecked(True)
    qtbot.keyClicks(mode.kartu.saksi[0], "Budi")
    qtbot.keyClick(mode.cari, Qt.Key.Key_F2)
    assert "saksi" in mode.kartu.salah.text()
    assert mode.tersimpan.text() == "tidak tersimpan"
    assert hasil(uji, serah[3].alokasi_id) is None
    mode.kartu.jempol.setChecked(True)
    for kotak, nama in zip(mode.kartu.saksi, ("Budi", "Rina"), strict=True):
        kotak.setText(nama)
    qtbot.keyClick(mode.cari, Qt.Key.Key_F2)
    assert hasil(uji, serah[3].alokasi_id) is HasilSalur.SENDIRI


def test_one_wali_takes_for_both_children(
    mode: HalamanModePenyaluran, serah: list[BarisSerah], uji: KantorUji, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    anak = [b for b in serah if b.wali_nama]
    dialog = DialogWali(None, anak[0], anak)
    qtbot.addWidget(dialog)
    assert (dialog.periksa(), set(dialog.jawaban.alokasi)) == ("", {b.alokasi_id for b in anak})
    pasang(monkeypatch, DialogWali, JawabanWali(dialog.jawaban.wakil, dialog.jawaban.alokasi))
    pindai(mode, qtbot, anak[0].kode)
    qtbot.keyClick(mode.cari, Qt.Key.Key_F3)
    assert {hasil(uji, b.alokasi_id) for b in anak} == {HasilSalur.WALI}


@pytest.mark.parametrize(
    ("kunci", "dialog", "jawab", "harap"),
    [
        (Qt.Key.Key_F4, DialogWakil, Wakil("Joko", "anak kandung", None, "2 Maret 2026"), HasilSalur.DIWAKILKAN),
        (Qt.Key.Key_F5, DialogAntar, Diantar(None), HasilSalur.DIANTAR),
        (Qt.Key.Key_F6, DialogGagal, (HasilSalur.MENINGGAL, ""), HasilSalur.MENINGGAL),
        (Qt.Key.Key_F4, DialogWakil, None, None),
    ],
)
def test_every_key_has_its_outcome(
    mode: HalamanModePenyaluran,
    serah: list[BarisSerah],
    uji: KantorUji,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    kunci: Qt.Key,
    dialog: type,
    jawab: object,
    harap: HasilSalur | None,
) -> None:
    pasang(monkeypatch, dialog, jawab)
    pindai(mode, qtbot, serah[3].kode)
    qtbot.keyClick(mode.cari, kunci)
    assert hasil(uji, serah[3].alokasi_id) is harap


def test_the_last_act_is_taken_back(
    mode: HalamanModePenyaluran, serah: list[BarisSerah], uji: KantorUji, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    pindai(mode, qtbot, serah[3].kode)
    qtbot.keyClick(mode.cari, Qt.Key.Key_F2)
    pasang(monkeypatch, DialogKalimat, "salah orang")
    qtbot.mouseClick(mode.batalkan, Qt.MouseButton.LeftButton)
    assert hasil(uji, serah[3].alokasi_id) is None
    assert mode.tabel.isi.baris(0).dibatalkan
    assert mode.hitungan.angka.text() == "0 dari 9"
    assert not mode.batalkan.isEnabled()


def test_a_photograph_goes_with_the_act(
    mode: HalamanModePenyaluran,
    serah: list[BarisSerah],
    uji: KantorUji,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    (tmp_path / "foto.jpg").write_bytes(b"\xff\xd8 contoh")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "foto.jpg"), ""))
    pindai(mode, qtbot, serah[3].kode)
    qtbot.mouseClick(mode.kartu.foto, Qt.MouseButton.LeftButton)
    assert "foto.jpg" in mode.kartu.catatan.text()
    qtbot.keyClick(mode.cari, Qt.Key.Key_F2)
    with uji.membaca() as kerja:
        assert kerja.sesi.connection().exec_driver_sql("SELECT count(*) FROM lampiran").scalar() == 1


def test_the_slip_is_shown_for_the_printer(mode: HalamanModePenyaluran, serah: list[BarisSerah], qtbot: QtBot) -> None:
    pindai(mode, qtbot, serah[3].kode)
    qtbot.mouseClick(mode.kartu.cetak, Qt.MouseButton.LeftButton)
    (dialog,) = mode.findChildren(DialogLihat)
    assert dialog.pratinjau is not None
    assert dialog.pratinjau.jumlah == 1
    assert dialog.cetak.isVisible()
    dialog.accept()


def test_someone_without_the_right_only_looks(uji: KantorUji, serah: list[BarisSerah], qtbot: QtBot) -> None:
    admin = layar(uji, "admin")
    meja = Meja(serah[0].tahap_id, 1, DESA[0], HARI, "")
    mode = admin.tampil(HalamanModePenyaluran(admin.konteks, serah[0].kegiatan_id, meja), qtbot)
    pindai(mode, qtbot, serah[0].kode)
    qtbot.keyClick(mode.cari, Qt.Key.Key_F2)
    assert hasil(uji, serah[0].alokasi_id) is None


def test_escape_empties_the_box(mode: HalamanModePenyaluran, qtbot: QtBot) -> None:
    qtbot.keyClicks(mode.cari, "siti")
    qtbot.keyClick(mode.cari, Qt.Key.Key_Escape)
    assert mode.cari.text() == ""


def test_the_dialogs_check_what_they_ask(qtbot: QtBot, serah: list[BarisSerah]) -> None:
    wakil = DialogWakil(None, "SITI")
    qtbot.addWidget(wakil)
    assert wakil.periksa()
    for kotak, isi in ((wakil.nama, "Joko"), (wakil.hubungan, "anak"), (wakil.surat, "12/2026"), (wakil.nik, "123")):
        kotak.setText(isi)
    assert wakil.i_nik.salah.text() or wakil.periksa()
    wakil.nik.clear()
    assert (wakil.periksa(), wakil.jawaban) == ("", Wakil("Joko", "anak", None, "12/2026"))
    antar = DialogAntar(None, "SITI")
    qtbot.addWidget(antar)
    assert (antar.periksa(), antar.jawaban) == ("", Diantar(None))
    gagal = DialogGagal(None, "SITI")
    qtbot.addWidget(gagal)
    gagal.hasil.nilai = HasilSalur.LAINNYA
    assert gagal.periksa()
    gagal.alasan.setEditText("hujan deras")
    assert (gagal.periksa(), gagal.jawaban) == ("", (HasilSalur.LAINNYA, "hujan deras"))
    meja = DialogMeja(
        None, [(serah[0].tahap_id, 1, "Tahap 1")], [(DESA[0], "Desa A")], {1: [titik(DESA[0], "Aula")]}, HARI, DESA[0]
    )
    qtbot.addWidget(meja)
    assert meja.jawaban == Meja(serah[0].tahap_id, 1, DESA[0], HARI, "Aula")


def test_part_of_the_goods(kantor: Layar, uji: KantorUji, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    with uji.menulis() as kerja:
        beras = (DataBarang("Beras", "kg", 10),)
        kegiatan = buat_kegiatan(kerja, kode_sop="rehsos", nama="Bansos Beras", tahun=2026, barang=beras)
        isi_usulan(kerja, kegiatan, 1, status=StatusUsulan.LAYAK)
        susun_penetapan(kerja, kegiatan)
        sahkan_sk(kerja, kegiatan, nomor="189", tanggal=HARI)
        (satu,) = daftar_serah(kerja, kegiatan)
    mode = kantor.tampil(HalamanModePenyaluran(kantor.konteks, kegiatan, Meja(satu.tahap_id, 1, None, HARI, "")), qtbot)
    pindai(mode, qtbot, satu.kode)
    pasang(monkeypatch, DialogSebagian, (satu.barang[0].barang_id, 6))
    qtbot.keyClick(mode.cari, Qt.Key.Key_F7)
    assert hasil(uji, satu.alokasi_id) is HasilSalur.SEBAGIAN
    assert "Beras: 6 dari 10 kg" in mode.kartu.barang.kata
