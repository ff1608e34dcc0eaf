"""The small widgets: buttons, chips, cards, bars, search, folds, fields and the dialog frame."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from ui.komponen import (
    BarisAlir,
    Batang,
    BilahKemajuan,
    BilahTindakan,
    Chip,
    DialogSalur,
    GrafikBatang,
    Gulir,
    Isian,
    IsianAngka,
    IsianTanggal,
    IsianUang,
    JenisTombol,
    Kartu,
    KartuAngka,
    KosongState,
    KotakCari,
    PanelLipat,
    Pilihan,
    Teks,
    Tombol,
    baris,
    kolom,
    kosongkan,
)
from ui.komponen.teks import TeksTerbatas
from ui.tema import Nada, PilihanTema, tema


def test_a_button_is_pressed_by_mouse_space_and_enter(qtbot: QtBot) -> None:
    ditekan: list[int] = []
    tombol = Tombol("&Simpan", JenisTombol.UTAMA, "save", pintasan="Ctrl+S", klik=lambda: ditekan.append(1))
    qtbot.addWidget(tombol)
    tombol.show()
    qtbot.mouseClick(tombol, Qt.MouseButton.LeftButton)
    qtbot.keyClick(tombol, Qt.Key.Key_Space)
    qtbot.keyClick(tombol, Qt.Key.Key_Return)
    assert len(ditekan) == 3
    assert tombol.accessibleName() == "Simpan"
    assert tombol.toolTip() == "Simpan (Ctrl+S)"


def test_a_buttons_icon_follows_the_theme_and_its_kind(qtbot: QtBot) -> None:
    tombol = Tombol("Hapus", nama_ikon="trash-2")
    qtbot.addWidget(tombol)
    sebelum = tombol.icon().pixmap(16).toImage()
    tombol.atur_jenis(JenisTombol.BAHAYA)
    bahaya = tombol.icon().pixmap(16).toImage()
    assert bahaya != sebelum
    tema().pasang(PilihanTema.GELAP)
    assert tombol.icon().pixmap(16).toImage() != bahaya
    tombol.atur_ikon("x")


def test_a_chip_always_has_a_word(qtbot: QtBot) -> None:
    chip = Chip("Ada", Nada.BAIK)
    qtbot.addWidget(chip)
    assert chip.isVisibleTo(None) or not chip.isHidden()
    chip.atur("", Nada.NETRAL)
    assert chip.isHidden()


def test_text_is_never_read_as_markup(qtbot: QtBot) -> None:
    teks = Teks("<b>Siti</b>")
    qtbot.addWidget(teks)
    assert teks.textFormat() is Qt.TextFormat.PlainText
    teks.atur_peran("judul")
    assert teks.property("peran") == "judul"


def test_a_card_names_itself(qtbot: QtBot) -> None:
    kartu = Kartu("Kelengkapan", Teks("2 dari 3"))
    qtbot.addWidget(kartu)
    kartu.tambah(Teks("isi"), baris(Teks("a"), 4, None, Teks("b")))
    kartu.atur_terpilih(True)
    angka = KartuAngka("120", "baris terbaca")
    qtbot.addWidget(angka)
    angka.atur("121", "baris")
    assert (kartu.accessibleName(), angka.accessibleName()) == ("Kelengkapan", "121 baris")


def test_progress_speaks(qtbot: QtBot) -> None:
    bilah = BilahKemajuan(3, 4)
    qtbot.addWidget(bilah)
    assert bilah.accessibleDescription() == "3 dari 4"
    bilah.atur_bagian([(1, Nada.BAIK), (1, Nada.BAHAYA), (0, Nada.NETRAL)], 0)
    bilah.resize(100, 6)
    bilah.grab()


def test_the_chart_speaks_and_grows(qtbot: QtBot) -> None:
    grafik = GrafikBatang([Batang("Kujan", ((3, Nada.BAIK),), 5, "3 dari 5")], nama="Per desa")
    qtbot.addWidget(grafik)
    tinggi = grafik.sizeHint().height()
    assert grafik.accessibleDescription() == "Kujan: 3 dari 5"
    grafik.atur([Batang("A", (), 0, "0"), Batang("B", ((1, Nada.BAIK),), 1, "1")])
    assert grafik.sizeHint().height() == 2 * tinggi
    grafik.resize(300, 60)
    grafik.grab()


def test_an_empty_state_leads_on(qtbot: QtBot) -> None:
    ditekan: list[int] = []
    kosong = KosongState("Belum ada", "Mulai di sini", tombol="Mulai", klik=lambda: ditekan.append(1))
    qtbot.addWidget(kosong)
    kosong.show()
    qtbot.mouseClick(kosong.tombol, Qt.MouseButton.LeftButton)
    assert ditekan == [1]
    kosong.atur("Kosong")
    assert kosong.saran.isHidden()
    tema().pasang(PilihanTema.GELAP)


def test_search_waits_for_a_pause_but_not_for_enter(qtbot: QtBot) -> None:
    kotak = KotakCari("Cari orang")
    qtbot.addWidget(kotak)
    with qtbot.waitSignal(kotak.dicari) as kabar:
        qtbot.keyClicks(kotak, " siti ")
    assert kabar.args == ["siti"]
    with qtbot.assertNotEmitted(kotak.dicari, wait=KotakCari.JEDA * 2):
        qtbot.keyClick(kotak, Qt.Key.Key_Return)
    kotak.setText("budi")
    with qtbot.waitSignal(kotak.dicari, timeout=100) as kabar:
        qtbot.keyClick(kotak, Qt.Key.Key_Return)
    assert kabar.args == ["budi"]


def test_a_fold_opens_by_key(qtbot: QtBot) -> None:
    panel = PanelLipat("Riwayat", Teks("isi"))
    qtbot.addWidget(panel)
    panel.show()
    assert panel.isi.isHidden()
    with qtbot.waitSignal(panel.dilipat):
        qtbot.keyClick(panel.tombol, Qt.Key.Key_Space)
    assert panel.terbuka
    assert panel.tombol.accessibleName() == "Riwayat, terbuka"
    panel.buka(False)
    assert not panel.terbuka


def test_rows_wrap_and_can_be_emptied(qtbot: QtBot) -> None:
    alir = BarisAlir(*(Tombol(f"Tombol {n}") for n in range(6)))
    qtbot.addWidget(alir)
    tata = alir.layout()
    assert tata.heightForWidth(200) > tata.heightForWidth(2000)
    alir.tambah(Tombol("Satu lagi"))
    assert tata.count() == 7
    alir.kosongkan()
    assert tata.count() == 0
    wadah = QWidget()
    qtbot.addWidget(wadah)
    wadah.setLayout(kolom(baris(Teks("a")), Teks("b")))
    kosongkan(wadah.layout())
    assert wadah.layout().count() == 0
    gulir = Gulir(QWidget())
    qtbot.addWidget(gulir)
    assert gulir.minimumSizeHint().height() > 0


def test_a_field_says_what_is_wrong_below_itself(qtbot: QtBot) -> None:
    isian = Isian("&Nama kegiatan", QLineEdit(), "Seperti di DPA")
    qtbot.addWidget(isian)
    isian.atur_salah("Nama belum diisi.")
    assert (isian.salah.text(), isian.widget.property("salah")) == ("Nama belum diisi.", True)
    assert isian.widget.accessibleName() == "Nama kegiatan"
    isian.atur_salah()
    assert isian.salah.isHidden()


def test_a_date_may_be_empty(qtbot: QtBot) -> None:
    tanggal = IsianTanggal(boleh_kosong=True)
    qtbot.addWidget(tanggal)
    assert tanggal.nilai is None
    assert tanggal.text() == "belum diisi"
    tanggal.nilai = date(2026, 3, 2)
    assert tanggal.nilai == date(2026, 3, 2)
    assert tanggal.text() == "2 Maret 2026"


def test_money_is_written_with_dots(qtbot: QtBot) -> None:
    uang = IsianUang()
    qtbot.addWidget(uang)
    assert uang.nilai is None
    qtbot.keyClicks(uang, "1500000")
    qtbot.keyClick(uang, Qt.Key.Key_Return)
    assert (uang.text(), uang.nilai) == ("1.500.000", 1_500_000)


def test_a_chooser_gives_values(qtbot: QtBot) -> None:
    pilihan = Pilihan([(1, "Satu"), (2, "Dua")], kini=2)
    qtbot.addWidget(pilihan)
    assert pilihan.nilai == 2
    pilihan.atur([(3, "Tiga")], kosong="Semua")
    assert pilihan.nilai is None
    pilihan.nilai = 3
    assert pilihan.currentText() == "Tiga"


def test_a_chooser_with_search_takes_only_what_it_offers(qtbot: QtBot) -> None:
    pilihan = Pilihan([(1, "Kujan"), (2, "Nanga Bulik")], cari=True)
    qtbot.addWidget(pilihan)
    pilihan.setEditText("nanga bulik")
    assert pilihan.nilai == 2
    pilihan.setEditText("entah")
    assert pilihan.nilai is None


@pytest.mark.parametrize(
    "buat", [lambda: IsianAngka(5), lambda: IsianTanggal(date(2026, 3, 2)), lambda: Pilihan([(1, "a"), (2, "b")])]
)
def test_the_wheel_changes_no_field(qtbot: QtBot, buat: object) -> None:
    widget = buat()  # type: ignore[operator]  # a factory
    qtbot.addWidget(widget)
    sebelum = widget.property("value") or widget.property("date") or widget.property("currentIndex")
    roda = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, 0), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, roda)
    assert (widget.property("value") or widget.property("date") or widget.property("currentIndex")) == sebelum


class _Dialog(DialogSalur):
    def __init__(self) -> None:
        super().__init__(None, "Kegiatan baru", "Membuat kegiatan dari SOP.", setuju="&Buat kegiatan")
        self.nama = QLineEdit()
        self.tambah(Isian("&Nama", self.nama), baris(Teks("x")))
        self.tambah_tombol(Tombol("Bantuan"))

    def periksa(self) -> str:
        return "" if self.nama.text() else "Nama belum diisi."


def test_a_dialog_is_accepted_only_when_nothing_is_missing(qtbot: QtBot) -> None:
    dialog = _Dialog()
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.mouseClick(dialog.setuju, Qt.MouseButton.LeftButton)
    assert dialog.salah.text() == "Nama belum diisi."
    assert dialog.isVisible()
    qtbot.keyClicks(dialog.nama, "Bansos")
    with qtbot.waitSignal(dialog.accepted):
        qtbot.mouseClick(dialog.setuju, Qt.MouseButton.LeftButton)


def test_escape_leaves_a_dialog(qtbot: QtBot) -> None:
    dialog = _Dialog()
    qtbot.addWidget(dialog)
    dialog.show()
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_words_are_cut_after_so_many_lines_and_read_in_full_on_hover(qtbot: QtBot) -> None:
    teks = TeksTerbatas("Belum bisa selesai: 27 penerima belum ada hasil penyalurannya", baris=2, kanan=True)
    qtbot.addWidget(teks)
    teks.resize(160, 40)
    potongan = teks._potongan()
    assert len(potongan) == 2
    assert potongan[1].endswith("…")
    assert teks.toolTip().startswith("Belum bisa selesai")
    teks.grab()
    teks.setText("Pendek")
    assert teks._potongan() == ["Pendek"]
    assert teks.minimumSizeHint().width() <= 60


def test_the_foot_of_a_page_says_why_and_leads_there(qtbot: QtBot) -> None:
    utama = Tombol("&Selesai", JenisTombol.UTAMA)
    kaki = BilahTindakan([Tombol("&Kembali")], utama)
    qtbot.addWidget(kaki)
    kaki.show()
    kaki.atur_alasan("Belum lengkap", "Tunjukkan")
    assert utama.accessibleDescription() == "Belum lengkap"
    with qtbot.waitSignal(kaki.menuju):
        qtbot.mouseClick(kaki.tautan, Qt.MouseButton.LeftButton)
    kaki.atur_alasan("")
    assert kaki.tautan.isHidden()


def test_a_fold_keeps_something_beside_its_heading(qtbot: QtBot) -> None:
    panel = PanelLipat("KTP", Teks("isi"), kanan=[Chip("3 dari 5")])
    qtbot.addWidget(panel)
    panel.show()
    assert panel.findChild(Chip).isVisible()
    assert not panel.isi.isVisible()


def test_a_button_with_a_menu_leaves_room_for_its_arrow(qtbot: QtBot) -> None:
    tombol = Tombol("Lainnya")
    qtbot.addWidget(tombol)
    tombol.setMenu(QMenu(tombol))
    assert tombol.property("menu") == "panah"
    tombol.setText("")
    assert tombol.property("menu") == "titik"
