"""The set-up wizard, filled in as a person would, down to a store that opens again."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app import akses, anggapan, kantor
from app.akses import PermintaanAkun
from app.kantor import DataPejabat
from app.kerja import Pelaku, RuangKerja
from db.istilah import JenisKantor, Peran, Zona
from tests.helpers.jendela import JobLangsung, PenyampaiUji
from ui.penyiapan.akun import DialogAkun, HalamanAkun, salah_nama, salah_sandi
from ui.penyiapan.kunci_kertas import HalamanKunciKertas
from ui.penyiapan.pejabat import DaftarPejabat, DialogPejabat
from ui.penyiapan.wilayah import PilihWilayah
from ui.penyiapan.wisaya import WisayaPenyiapan

SANDI = "gajah-makan-nanas"


def _ketik(qtbot: QtBot, isian: object, teks: str) -> None:
    kotak = isian.widget  # type: ignore[attr-defined]  # an Isian
    kotak.clear()
    qtbot.keyClicks(kotak, teks)


def _lanjut(qtbot: QtBot, wisaya: WisayaPenyiapan) -> None:
    qtbot.mouseClick(wisaya.kerangka.lanjut, Qt.MouseButton.LeftButton)


@pytest.fixture
def wisaya(qtbot: QtBot, tmp_path: Path) -> WisayaPenyiapan:
    wisaya = WisayaPenyiapan(tmp_path / "data", JobLangsung())
    qtbot.addWidget(wisaya)
    wisaya.resize(1100, 700)
    wisaya.show()
    return wisaya


def _sampai_akun(qtbot: QtBot, wisaya: WisayaPenyiapan, kode: str = "62.09") -> None:
    wisaya.kantor.wilayah.atur(kode)
    _lanjut(qtbot, wisaya)
    _ketik(qtbot, wisaya.kop.isian["alamat"], "Jalan Contoh Nomor 1")
    _lanjut(qtbot, wisaya)
    wisaya.pejabat.daftar.atur([DataPejabat("M. CONTOH, S.Sos", "Kepala Dinas Sosial", "kepala")])
    _lanjut(qtbot, wisaya)


def test_an_office_is_set_up_and_opens_again(qtbot: QtBot, wisaya: WisayaPenyiapan, tmp_path: Path) -> None:
    _sampai_akun(qtbot, wisaya)
    admin = wisaya.akun.admin
    for isian, teks in ((admin.nama, "Rina A."), (admin.pengguna, "rina"), (admin.sandi, SANDI), (admin.ulang, SANDI)):
        _ketik(qtbot, isian, teks)
    qtbot.mouseClick(
        admin.kotak[Peran.OPERATOR], Qt.MouseButton.LeftButton, pos=admin.kotak[Peran.OPERATOR].rect().center()
    )
    admin.kotak[Peran.OPERATOR].setChecked(True)
    _lanjut(qtbot, wisaya)
    _lanjut(qtbot, wisaya)
    wisaya.anggapan.butir[0].kotak.setChecked(True)
    _lanjut(qtbot, wisaya)
    assert wisaya.kerangka.kini == 6
    _lanjut(qtbot, wisaya)
    kunci = wisaya.tumpukan.currentWidget()
    assert isinstance(kunci, HalamanKunciKertas)
    assert not kunci.masuk.isEnabled()
    kotak = kunci.bukti.widget
    assert isinstance(kotak, QLineEdit)
    qtbot.keyClicks(kotak, kunci.kunci.text().replace("-", "")[-4:].lower())
    with qtbot.waitSignal(wisaya.siap) as kabar:
        qtbot.mouseClick(kunci.masuk, Qt.MouseButton.LeftButton)
    ruang, pelaku = kabar.args
    _periksa_toko(ruang, pelaku)
    ruang.tutup()
    ruang, _ = akses.masuk(tmp_path / "data", "rina", SANDI)
    ruang.tutup()


def _periksa_toko(ruang: RuangKerja, pelaku: Pelaku) -> None:
    assert pelaku.peran == {Peran.ADMINISTRATOR, Peran.OPERATOR}
    with ruang.membaca(pelaku) as kerja:
        data = kantor.lihat_kantor(kerja)
        assert (data.nama, data.zona, data.alamat) == (
            "Dinas Sosial Kabupaten Lamandau", Zona.WIB, "Jalan Contoh Nomor 1",
        )  # fmt: skip
        assert [p.nama for p in kantor.daftar_pejabat(kerja, kunci="kepala")] == ["M. CONTOH, S.Sos"]
        assert {p.kode_sop for p in kantor.daftar_peran_sop(kerja)} == {"rehsos", "uep", "dtks"}
        assert len(anggapan.terkonfirmasi(kerja)) >= 1


def test_what_is_missing_is_said_and_nothing_goes_on(qtbot: QtBot, wisaya: WisayaPenyiapan) -> None:
    _lanjut(qtbot, wisaya)
    assert wisaya.kerangka.kini == 0
    assert wisaya.kerangka.kaki.alasan.text() == "Pilih wilayah kantor dahulu."
    wisaya.kantor.wilayah.atur("62.09")
    wisaya.kantor.nama.widget.clear()  # type: ignore[attr-defined]  # a QLineEdit
    _lanjut(qtbot, wisaya)
    assert wisaya.kantor.nama.salah.text() == "Nama kantor harus diisi."
    wisaya.kantor.wilayah.atur("62.09")
    _lanjut(qtbot, wisaya)
    wisaya.kop.isian["nama_pemda"].widget.clear()  # type: ignore[attr-defined]
    _lanjut(qtbot, wisaya)
    assert wisaya.kerangka.kini == 1
    _ketik(qtbot, wisaya.kop.isian["nama_pemda"], "PEMERINTAH")
    _lanjut(qtbot, wisaya)
    _lanjut(qtbot, wisaya)
    assert wisaya.kerangka.kaki.alasan.text() == "Kepala kantor belum ditambahkan."


def test_an_account_is_checked_beside_its_fields(qtbot: QtBot, wisaya: WisayaPenyiapan) -> None:
    _sampai_akun(qtbot, wisaya)
    _lanjut(qtbot, wisaya)
    admin = wisaya.akun.admin
    assert wisaya.kerangka.kini == 3
    assert (admin.nama.salah.text(), admin.sandi.salah.text()) == ("Nama harus diisi.", "Sandi harus diisi.")
    assert salah_nama("a b", ()) != ""
    assert salah_nama("Rina", {"rina"}) == "Nama pengguna rina sudah dipakai."
    assert salah_nama("rina", ()) == ""
    assert salah_sandi("pendek", "pendek") != ""
    assert salah_sandi(SANDI, "lain") == "Kedua sandi belum sama."


def test_a_kecamatan_gets_its_own_roles_and_sop(qtbot: QtBot, wisaya: WisayaPenyiapan) -> None:
    wisaya.kantor.jenis.button(1).setChecked(True)
    _sampai_akun(qtbot, wisaya, "63.11.03")
    assert Peran.CAMAT in wisaya.akun.admin.kotak
    assert {b.isi.kode_sop for b in wisaya.peran.baris} == {"balakas"}
    assert wisaya.kop.isi().nama == "Kecamatan Awayan"
    qtbot.mouseClick(wisaya.kerangka.kembali, Qt.MouseButton.LeftButton)
    assert wisaya.kerangka.kini == 2


def test_a_role_needs_a_holder_or_nobody(qtbot: QtBot, wisaya: WisayaPenyiapan) -> None:
    _sampai_akun(qtbot, wisaya)
    baris = wisaya.peran.baris[0]
    for kotak in baris.kotak.values():
        kotak.setChecked(False)
    assert "pemegang" in wisaya.peran.periksa()
    baris.kosong.setChecked(True)
    assert wisaya.peran.periksa() == ""
    assert baris.isi.tidak_ada
    assert not any(k.isEnabled() for k in baris.kotak.values())


def test_leaving_the_wizard_is_told(qtbot: QtBot, wisaya: WisayaPenyiapan) -> None:
    with qtbot.waitSignal(wisaya.dibatalkan):
        qtbot.mouseClick(wisaya.kerangka.batal, Qt.MouseButton.LeftButton)


def test_a_low_window_shows_one_line_of_steps(qtbot: QtBot, wisaya: WisayaPenyiapan) -> None:
    wisaya.resize(960, 520)
    qtbot.waitUntil(lambda: wisaya.kerangka.stepper.ringkas)


def test_a_region_is_typed_or_chosen(qtbot: QtBot) -> None:
    pilih = PilihWilayah()
    qtbot.addWidget(pilih)
    pilih.provinsi.setEditText("kalimantan tengah")
    pilih.provinsi.lineEdit().editingFinished.emit()
    pilih.kabupaten.setEditText("Kabupaten Lamandau")
    with qtbot.waitSignal(pilih.berubah):
        pilih.kabupaten.lineEdit().editingFinished.emit()
    assert pilih.kode == "62.09"
    pilih.perlu_kecamatan(True)
    assert pilih.kode == ""


def test_the_picture_of_the_kop_is_taken_or_refused(
    qtbot: QtBot, wisaya: WisayaPenyiapan, tmp_path: Path, pesan_uji: PenyampaiUji
) -> None:
    wisaya.kantor.wilayah.atur("62.09")
    _lanjut(qtbot, wisaya)
    gambar = QImage(8, 8, QImage.Format.Format_RGB32)
    gambar.fill(QColor("#ff0000"))
    gambar.save(str(tmp_path / "lambang.png"))
    wisaya.kop.pakai_lambang(tmp_path / "lambang.png")
    assert wisaya.kop.lambang is not None
    wisaya.kop.pratinjau.grab()
    (tmp_path / "bukan.png").write_bytes(b"bukan gambar")
    wisaya.kop.pakai_lambang(tmp_path / "bukan.png")
    assert "2 MB" in pesan_uji.terakhir.isi
    assert wisaya.kop.lambang is not None
    wisaya.kop.tanpa_lambang()
    assert wisaya.kop.lambang is None


# --- dialogs ----------------------------------------------------------------------------------------------------------


def test_an_official_is_filled_in(qtbot: QtBot) -> None:
    dialog = DialogPejabat(None, jabatan="Camat Awayan")
    qtbot.addWidget(dialog)
    dialog.show()
    _ketik(qtbot, dialog.nip, "123")
    qtbot.mouseClick(dialog.setuju, Qt.MouseButton.LeftButton)
    assert dialog.nama.salah.text() == "Nama harus diisi."
    assert dialog.nip.salah.text() == "NIP terdiri dari 18 angka."
    _ketik(qtbot, dialog.nip, "19701208 199203 1 007")
    _ketik(qtbot, dialog.nama, "CONTOH, S.IP")
    with qtbot.waitSignal(dialog.accepted):
        qtbot.mouseClick(dialog.setuju, Qt.MouseButton.LeftButton)
    jawaban = dialog.jawaban
    assert (jawaban.nama, jawaban.jabatan, jawaban.kunci, jawaban.nip) == (
        "CONTOH, S.IP", "Camat Awayan", "kepala", "197012081992031007",
    )  # fmt: skip


def test_the_list_of_officials_adds_changes_and_drops(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    daftar = DaftarPejabat()
    qtbot.addWidget(daftar)
    daftar.show()
    jawab = iter([DataPejabat("A", "Kepala", "kepala"), None, DataPejabat("B", "Kepala", "kepala")])
    monkeypatch.setattr(DialogPejabat, "ask", classmethod(lambda _k, *_a, **_kw: next(jawab)))
    qtbot.mouseClick(daftar.baru, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(daftar.baru, Qt.MouseButton.LeftButton)
    assert [p.nama for p in daftar.semua] == ["A"]
    daftar.tabel.pilih_baris(0)
    qtbot.mouseClick(daftar.ubah, Qt.MouseButton.LeftButton)
    assert [p.nama for p in daftar.semua] == ["B"]
    daftar.tabel.pilih_baris(0)
    qtbot.mouseClick(daftar.buang, Qt.MouseButton.LeftButton)
    assert daftar.semua == ()


def test_an_account_dialog_refuses_a_taken_name(qtbot: QtBot) -> None:
    dialog = DialogAkun(None, (Peran.OPERATOR, Peran.KABID), {"rina"})
    qtbot.addWidget(dialog)
    dialog.show()
    isian = dialog.isian
    for satu, teks in ((isian.nama, "Rina"), (isian.pengguna, "rina"), (isian.sandi, SANDI), (isian.ulang, SANDI)):
        _ketik(qtbot, satu, teks)
    assert dialog.periksa() != ""
    assert isian.salah.text() == "Pilih paling sedikit satu peran."
    _ketik(qtbot, isian.pengguna, "rina2")
    isian.kotak[Peran.KABID].setChecked(True)
    assert dialog.periksa() == ""
    assert dialog.jawaban.peran == (Peran.KABID,)


def test_further_accounts_are_listed(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    halaman = HalamanAkun(JenisKantor.DINAS)
    qtbot.addWidget(halaman)
    halaman.show()
    akun = PermintaanAkun("budi", "Budi", SANDI, (Peran.KABID,))
    monkeypatch.setattr(DialogAkun, "ask", classmethod(lambda _k, *_a: akun))
    qtbot.mouseClick(halaman.baru, Qt.MouseButton.LeftButton)
    assert halaman.akun == (akun,)
    halaman.tabel.pilih_baris(0)
    qtbot.mouseClick(halaman.buang, Qt.MouseButton.LeftButton)
    assert halaman.akun == ()


def test_the_paper_holds_the_key(qtbot: QtBot) -> None:
    halaman = HalamanKunciKertas("ABCD-EFGH-IJKL", "Dinas Sosial")
    qtbot.addWidget(halaman)
    assert "ABCD-EFGH-IJKL" in halaman.naskah().toPlainText()
    with qtbot.assertNotEmitted(halaman.selesai):
        halaman._selesai()
