from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.akses import Hak
from app.kerja import Kerja
from db.galat import KnownError
from tests.helpers.jendela import PenyampaiUji, konteks_uji
from tests.helpers.toko import KantorUji
from ui.halaman import Halaman, Konteks, PabrikHalaman, muat
from ui.jobs import Area


class HalamanUji(Halaman):
    judul = "Uji"
    dengar = frozenset({Area.ORANG})

    def __init__(self, konteks: Konteks) -> None:
        super().__init__(konteks)
        self.kali = 0
        self.label = QLabel("", self)

    def segarkan(self) -> None:
        self.kali += 1
        with self.konteks.membaca() as kerja:
            self.label.setText(kerja.kantor.nama)


def test_a_page_fills_itself_when_seen_and_when_its_area_changes(qtbot: QtBot, uji: KantorUji) -> None:
    konteks, _ = konteks_uji(uji.ruang, uji.pelaku["operator"])
    halaman = HalamanUji(konteks)
    qtbot.addWidget(halaman)
    assert halaman.kali == 0
    halaman.show()
    assert halaman.label.text() == "Dinas Sosial Kabupaten Lamandau"
    konteks.bus.umumkan(Area.DOKUMEN)
    assert halaman.kali == 1
    konteks.bus.umumkan(Area.ORANG)
    assert halaman.kali == 2
    halaman.hide()
    konteks.bus.umumkan(Area.ORANG)
    assert halaman.kali == 2
    halaman.show()
    assert halaman.kali == 3


def test_writing_announces_and_answers(qtbot: QtBot, uji: KantorUji) -> None:
    konteks, _ = konteks_uji(uji.ruang, uji.pelaku["operator"])
    halaman = HalamanUji(konteks)
    qtbot.addWidget(halaman)
    hasil: list[str] = []
    with qtbot.waitSignal(konteks.bus.berubah) as kabar:
        konteks.tulis("Uji", lambda k: k.pelaku.nama_pengguna, induk=halaman, berhasil=hasil.append, ubah=(Area.ORANG,))
    assert hasil == ["operator"]
    assert kabar.args == [frozenset({Area.ORANG})]


def test_a_refused_write_is_told_and_announces_nothing(qtbot: QtBot, uji: KantorUji, pesan_uji: PenyampaiUji) -> None:
    konteks, _ = konteks_uji(uji.ruang, uji.pelaku["operator"])
    halaman = HalamanUji(konteks)
    qtbot.addWidget(halaman)

    def kerja(_k: Kerja) -> None:
        raise KnownError("wilayah_tak_dikenal", kode="1")

    with qtbot.assertNotEmitted(konteks.bus.berubah):
        konteks.tulis("Uji", kerja, induk=halaman, ubah=(Area.ORANG,))
    assert len(pesan_uji.semua) == 1


def test_longer_reading_answers_too(qtbot: QtBot, uji: KantorUji) -> None:
    konteks, _ = konteks_uji(uji.ruang, uji.pelaku["operator"])
    halaman = HalamanUji(konteks)
    qtbot.addWidget(halaman)
    hasil: list[str] = []
    konteks.baca_lama("Uji", lambda k, _c: k.kantor.nama, induk=halaman, berhasil=hasil.append)
    assert hasil == ["Dinas Sosial Kabupaten Lamandau"]


def test_a_page_is_for_those_who_hold_a_right(qtbot: QtBot, uji: KantorUji) -> None:
    pabrik = PabrikHalaman("uji", "Uji", "house", "tests.ui.test_halaman:HalamanUji", (Hak.ATUR_KANTOR,))
    assert pabrik.untuk(uji.pelaku["admin"])
    assert not pabrik.untuk(uji.pelaku["operator"])
    konteks, _ = konteks_uji(uji.ruang, uji.pelaku["admin"])
    halaman = pabrik.buat(konteks)
    qtbot.addWidget(halaman)
    assert type(halaman).__name__ == "HalamanUji"
    assert halaman.boleh_ditinggalkan()
    assert konteks.boleh(Hak.ATUR_KANTOR)
    assert muat("builtins:len")([1]) == 1
