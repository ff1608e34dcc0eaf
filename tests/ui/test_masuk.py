import subprocess
import sys

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.helpers.pohon import AKAR
from ui.masuk import AkunContoh, HalamanMasuk


def test_name_and_password_are_sent_by_enter(qtbot: QtBot) -> None:
    halaman = HalamanMasuk()
    qtbot.addWidget(halaman)
    halaman.show()
    qtbot.keyClicks(halaman.nama, " rina ")
    qtbot.keyClick(halaman.nama, Qt.Key.Key_Return)
    qtbot.keyClicks(halaman.sandi, "rahasia")
    with qtbot.waitSignal(halaman.minta_masuk) as kabar:
        qtbot.keyClick(halaman.sandi, Qt.Key.Key_Return)
    assert kabar.args == ["rina", "rahasia"]
    assert not halaman.masuk.isEnabled()
    with qtbot.assertNotEmitted(halaman.minta_masuk):
        qtbot.keyClick(halaman.sandi, Qt.Key.Key_Return)


def test_a_refusal_keeps_the_name_and_asks_again(qtbot: QtBot) -> None:
    halaman = HalamanMasuk("rina")
    qtbot.addWidget(halaman)
    halaman.sandi.setText("salah")
    halaman.tolak("Sandi belum benar.")
    assert halaman.isian_sandi.salah.text() == "Sandi belum benar."
    assert (halaman.nama.text(), halaman.sandi.text()) == ("rina", "")
    assert halaman.masuk.isEnabled()


def test_empty_fields_are_told_beside_them(qtbot: QtBot) -> None:
    halaman = HalamanMasuk()
    qtbot.addWidget(halaman)
    halaman.show()
    with qtbot.assertNotEmitted(halaman.minta_masuk):
        qtbot.mouseClick(halaman.masuk, Qt.MouseButton.LeftButton)
    assert halaman.isian_nama.salah.text() == "Nama pengguna harus diisi."
    assert halaman.isian_sandi.salah.text() == "Sandi harus diisi."


def test_the_eye_shows_the_password(qtbot: QtBot) -> None:
    halaman = HalamanMasuk()
    qtbot.addWidget(halaman)
    halaman.show()
    qtbot.mouseClick(halaman.lihat, Qt.MouseButton.LeftButton)
    assert halaman.sandi.echoMode() is QLineEdit.EchoMode.Normal


def test_accounts_of_the_sample_office_are_one_click_away(qtbot: QtBot) -> None:
    halaman = HalamanMasuk(contoh=[AkunContoh("rina", "contoh", "Rina, Operator")])
    qtbot.addWidget(halaman)
    halaman.show()
    with qtbot.waitSignal(halaman.minta_masuk) as kabar:
        qtbot.mouseClick(halaman.tombol_contoh[0], Qt.MouseButton.LeftButton)
    assert kabar.args == ["rina", "contoh"]


def test_the_sign_in_page_loads_nothing_heavy() -> None:
    berat = "{'sqlalchemy', 'sqlmodel', 'sqlcipher3', 'openpyxl', 'reportlab', 'argon2', 'rapidfuzz', 'holidays'}"
    skrip = f"import sys; import ui.gerbang, ui.masuk; sys.exit(' '.join({berat} & set(sys.modules)) or None)"
    hasil = subprocess.run([sys.executable, "-c", skrip], cwd=AKAR, capture_output=True, text=True, check=False)
    assert hasil.returncode == 0, hasil.stderr


def test_an_account_of_the_sample_is_written_out_in_full(qtbot: QtBot) -> None:
    sebutan = "Kasi PMDK & TKSK · Dinas Sosial Kabupaten Lain"
    halaman = HalamanMasuk(contoh=[AkunContoh("rina", "contoh", sebutan)])
    qtbot.addWidget(halaman)
    halaman.resize(960, 520)
    halaman.show()
    tombol = halaman.tombol_contoh[0]
    assert tombol.width() >= tombol.sizeHint().width()
    assert tombol.text().replace("&&", "&") == sebutan
