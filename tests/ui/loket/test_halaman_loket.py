"""The counter by keyboard: NIK, papers, save; who is known is filled in, who was refused is linked."""

from dataclasses import replace
from io import BytesIO

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.loket import kumpulkan_triwulan, terima_pemohon, triwulan_terbuka
from app.orang import lihat_orang
from app.siks.hasil import jawab_sendiri
from app.sop.pemohon import daftar_pemohon
from tests.app.test_loket import PEMOHON, SARINAH, lain
from tests.helpers.jendela import PenyampaiUji
from tests.helpers.konteks import Layar, layar
from tests.helpers.pdf import teks_pdf
from tests.helpers.toko import KantorUji
from ui.dokumen.lihat import DialogLihat
from ui.komponen import Tombol
from ui.loket import slip
from ui.loket.ajukan_lagi import DialogAjukanLagi
from ui.loket.berkas import HalamanBerkas
from ui.loket.gabung import HalamanGabung
from ui.loket.halaman import HalamanLoket


@pytest.fixture
def kantor(uji: KantorUji) -> Layar:
    return layar(uji, "operator")


def buka(kantor: Layar, qtbot: QtBot) -> HalamanLoket:
    halaman = kantor.tampil(HalamanLoket(kantor.konteks), qtbot)
    with qtbot.waitActive(halaman):
        halaman.activateWindow()
    halaman.setFocus()
    return halaman


def ketik(qtbot: QtBot, *kata: str) -> None:
    """Type into whatever has the focus, Enter after each."""
    for satu in kata:
        qtbot.keyClicks(QApplication.focusWidget(), satu)
        daftar = QApplication.activePopupWidget()  # the desa that fit; it takes the keys while it is open
        qtbot.keyClick(daftar or QApplication.focusWidget(), Qt.Key.Key_Return)


def tekan(qtbot: QtBot, halaman: HalamanLoket, tombol: Tombol, kunci: Qt.Key) -> None:
    """Press a button by its key; Qt shows it pressed for a moment first."""
    alt = kunci == Qt.Key.Key_B
    with qtbot.waitSignal(tombol.clicked):
        qtbot.keyClick(halaman, kunci, Qt.KeyboardModifier.AltModifier if alt else Qt.KeyboardModifier.NoModifier)


def test_a_stranger_is_taken_in_by_keyboard_alone(kantor: Layar, uji: KantorUji, qtbot: QtBot) -> None:
    halaman = buka(kantor, qtbot)
    assert "Pemohon pertama membuka Triwulan I 2026" in halaman.triwulan.text()
    ketik(qtbot, "6209034105709001")
    assert "belum pernah tercatat" in halaman.kabar.text()
    assert halaman.formulir.lahir.text() == "1 Mei 1970"
    assert halaman.formulir.kelamin.currentText() == "Perempuan"
    ketik(qtbot, "Sarinah Usop", "6209030101159001", "guc")
    assert halaman.formulir.desa.currentText() == "Guci"
    assert halaman.focusWidget() is halaman.formulir.lahir
    tekan(qtbot, halaman, halaman.semua, Qt.Key.Key_B)
    assert all(k.isChecked() for k in halaman.kotak.values())
    tekan(qtbot, halaman, halaman.simpan, Qt.Key.Key_F2)
    assert halaman.nomor.text() == "0001/2026"
    assert "berkas lengkap" in halaman.terakhir.text()
    assert halaman.formulir.kosong
    assert halaman.focusWidget() is halaman.formulir.nik
    with uji.membaca() as kerja:
        kegiatan_id = triwulan_terbuka(kerja)
        assert kegiatan_id is not None
        (satu,) = daftar_pemohon(kerja, kegiatan_id)
    assert (satu.nama, satu.kode_desa, satu.langkah) == ("Sarinah Usop", "62.09.03.2002", None)


def test_who_is_known_is_filled_in_and_only_the_papers_are_asked(kantor: Layar, uji: KantorUji, qtbot: QtBot) -> None:
    with uji.menulis("operator") as kerja:
        lama = terima_pemohon(kerja, PEMOHON)
        kumpulkan_triwulan(kerja, lama.kegiatan_id)
    halaman = buka(kantor, qtbot)
    qtbot.keyClicks(QApplication.focusWidget(), "6209034105709001")
    assert halaman.formulir.nama.text() == "Sarinah Usop"
    assert halaman.formulir.desa.currentText() == "Guci"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert halaman.kotak["fc_kk_ktp"].hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    tekan(qtbot, halaman, halaman.simpan, Qt.Key.Key_F2)
    assert "berkas masih kurang · Usulan DTKS Triwulan II 2026" in halaman.terakhir.text()
    assert [p.nama for p in halaman.model.semua] == ["Sarinah Usop"]


def test_who_stands_on_the_list_is_told_at_once(
    kantor: Layar, uji: KantorUji, qtbot: QtBot, pesan_uji: PenyampaiUji
) -> None:
    with uji.menulis("operator") as kerja:
        terima_pemohon(kerja, PEMOHON)
    halaman = buka(kantor, qtbot)
    qtbot.keyClicks(QApplication.focusWidget(), "6209034105709001")
    assert "sudah terdaftar pada triwulan ini dengan nomor register 0001/2026" in halaman.kabar.text()
    tekan(qtbot, halaman, halaman.simpan, Qt.Key.Key_F2)
    assert "sudah terdaftar" in pesan_uji.terakhir.isi
    assert not halaman.formulir.kosong


def test_missing_fields_are_marked_and_nothing_is_stored(kantor: Layar, uji: KantorUji, qtbot: QtBot) -> None:
    halaman = buka(kantor, qtbot)
    qtbot.keyClicks(halaman.formulir.no_kk, "12")
    tekan(qtbot, halaman, halaman.simpan, Qt.Key.Key_F2)
    salah = {nama: isian.salah.text() for nama, isian in halaman.formulir.isian.items()}
    assert salah == {
        "nik": "NIK harus 16 angka.",
        "nama": "Nama harus diisi.",
        "no_kk": "No. KK harus 16 angka.",
        "desa": "Pilih desa/kelurahan dari daftar.",
    }
    assert halaman.formulir.nik.hasFocus()
    with uji.membaca() as kerja:
        assert triwulan_terbuka(kerja) is None


def test_a_mended_nik_comes_back_linked(
    kantor: Layar, uji: KantorUji, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with uji.menulis("operator") as kerja:
        lama = terima_pemohon(kerja, PEMOHON)
        kumpulkan_triwulan(kerja, lama.kegiatan_id)
        jawab_sendiri(kerja, lama.kegiatan_id, [lama.usulan_id], diterima=False, alasan="NIK tidak padan")
    monkeypatch.setattr(DialogAjukanLagi, "ask", classmethod(lambda _c, _i, semua: semua[0]))
    halaman = buka(kantor, qtbot)
    tekan(qtbot, halaman, halaman.lagi, Qt.Key.Key_F3)
    assert "NIK tidak padan" in halaman.kabar.text()
    assert halaman.formulir.nik.hasFocus()
    qtbot.keyClicks(halaman.formulir.nik, "6209034105709002")
    assert halaman.formulir.nama.text() == "Sarinah Usop"
    halaman.centang_semua()
    tekan(qtbot, halaman, halaman.simpan, Qt.Key.Key_F2)
    assert "ditautkan ke pengajuan yang ditolak" in halaman.terakhir.text()
    with uji.membaca() as kerja:
        assert lihat_orang(kerja, lama.orang_id).data.nik == "6209034105709002"


def test_the_refused_are_chosen_by_name(uji: KantorUji, qtbot: QtBot) -> None:
    from app.antrean import Penolakan
    from db.dasar import id_baru

    semua = [Penolakan(id_baru(), id_baru(), n, "6209034105709001", "Guci", "Triwulan I", "x") for n in ("Ani", "Budi")]
    dialog = DialogAjukanLagi(None, semua)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClicks(dialog.cari, "budi")
    qtbot.keyClick(dialog.cari, Qt.Key.Key_Return)
    qtbot.mouseClick(dialog.setuju, Qt.MouseButton.LeftButton)
    assert dialog.jawaban is semua[1]


def test_unsaved_typing_is_asked_about(kantor: Layar, qtbot: QtBot, pesan_uji: PenyampaiUji) -> None:
    halaman = buka(kantor, qtbot)
    assert halaman.boleh_ditinggalkan()
    qtbot.keyClicks(halaman.formulir.nama, "Ani")
    pesan_uji.jawab = False
    assert not halaman.boleh_ditinggalkan()
    halaman.kosongkan()


def test_papers_brought_later_are_ticked(kantor: Layar, uji: KantorUji, qtbot: QtBot) -> None:
    with uji.menulis("operator") as kerja:
        satu = terima_pemohon(kerja, replace(PEMOHON, dokumen=frozenset({"fc_kk_ktp"})))
        terima_pemohon(kerja, lain(2))
    halaman = kantor.tampil(HalamanBerkas(kantor.konteks, satu.kegiatan_id), qtbot)
    assert [p.nama for p in halaman.tabel.tampak] == ["Sarinah Usop"]
    assert not halaman.kotak["fc_kk_ktp"].isEnabled()
    qtbot.mouseClick(halaman.simpan, Qt.MouseButton.LeftButton)
    assert halaman.kaki.alasan.text() == "Centang dahulu berkas yang dibawa."
    kotak = halaman.kotak["pemeriksaan_berkas"]
    kotak.setFocus()
    qtbot.keyClick(kotak, Qt.Key.Key_Space)
    qtbot.mouseClick(halaman.simpan, Qt.MouseButton.LeftButton)
    assert halaman.kaki.alasan.text() == "Berkas Sarinah Usop lengkap."
    assert halaman.tabel.tampak == []
    halaman.saringan.nilai = "lengkap"
    assert len(halaman.tabel.tampak) == 2


def test_the_receipt_for_the_papers_is_shown(
    kantor: Layar, uji: KantorUji, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with uji.menulis("operator") as kerja:
        satu = terima_pemohon(kerja, PEMOHON)
    terlihat: list[tuple[str, bytes]] = []

    def lihat(_induk: object, judul: str, isi: bytes, **_lain: object) -> DialogLihat:
        terlihat.append((judul, isi))
        return DialogLihat(None, judul, b"")

    monkeypatch.setattr(slip, "DialogLihat", lihat)
    halaman = kantor.tampil(HalamanBerkas(kantor.konteks, satu.kegiatan_id, satu.usulan_id), qtbot)
    qtbot.mouseClick(halaman.cetak, Qt.MouseButton.LeftButton)
    ((judul, isi),) = terlihat
    assert judul.startswith("Tanda terima berkas")
    assert satu.nomor_register in teks_pdf(BytesIO(isi))[0]


def test_an_applicant_is_let_go_with_a_reason(
    kantor: Layar, uji: KantorUji, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with uji.menulis("operator") as kerja:
        satu = terima_pemohon(kerja, replace(PEMOHON, dokumen=frozenset()))
    halaman = kantor.tampil(HalamanBerkas(kantor.konteks, satu.kegiatan_id, satu.usulan_id), qtbot)
    monkeypatch.setattr("ui.loket.berkas.DialogKalimat.ask", lambda *_: "Pindah domisili")
    qtbot.mouseClick(halaman.lepas, Qt.MouseButton.LeftButton)
    halaman.saringan.nilai = "dilepas"
    assert [p.nama for p in halaman.tabel.tampak] == [SARINAH.nama]
    assert not halaman.simpan.isEnabled()


def test_an_applicants_own_step_opens_over_the_list(kantor: Layar, uji: KantorUji, qtbot: QtBot) -> None:
    with uji.menulis("operator") as kerja:
        satu = terima_pemohon(kerja, replace(PEMOHON, dokumen=frozenset()))
    halaman = kantor.tampil(HalamanBerkas(kantor.konteks, satu.kegiatan_id), qtbot)
    qtbot.mouseClick(halaman.langkah, Qt.MouseButton.LeftButton)
    (langkah,) = kantor.jalan.didorong
    kantor.tampil(langkah, qtbot)
    assert langkah.panel.halaman.usulan_id == satu.usulan_id
    qtbot.mouseClick(halaman.data, Qt.MouseButton.LeftButton)
    assert kantor.jalan.dibuka == [("orang", satu.orang_id)]


def test_the_gathering_says_what_holds_it_and_moves_the_rest(
    kantor: Layar, uji: KantorUji, qtbot: QtBot, pesan_uji: PenyampaiUji
) -> None:
    with uji.menulis("operator") as kerja:
        satu = terima_pemohon(kerja, PEMOHON)
        terima_pemohon(kerja, replace(lain(2), dokumen=frozenset()))
    halaman = kantor.tampil(HalamanGabung(kantor.konteks, satu.kegiatan_id), qtbot)
    assert not halaman.kumpulkan.isEnabled()
    assert "1 pemohon berkasnya kurang" in halaman.kaki.alasan.text()
    qtbot.mouseClick(halaman.tunda.kotak, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(halaman.selesai):
        qtbot.mouseClick(halaman.kumpulkan, Qt.MouseButton.LeftButton)
    assert pesan_uji.terakhir.judul == "1 pemohon sudah dikumpulkan"
    assert "1 pemohon dipindahkan ke Usulan DTKS Triwulan II 2026" in pesan_uji.terakhir.isi
