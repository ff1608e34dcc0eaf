from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QStandardItemModel
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ui.komponen import Kolom, ModelTabel, PeranData, TabelData
from ui.komponen.tabel_luwes import TabelLuwes
from ui.tema import Nada, tema


@dataclass(frozen=True)
class _Orang:
    nama: str
    nominal: int | None
    nik: str
    layak: bool = True


KOLOM = (
    Kolom[_Orang]("Nama", lambda o: o.nama, lebar=0),
    Kolom[_Orang]("Nominal", lambda o: o.nominal, lambda n: "" if n is None else f"Rp {n}", kanan=True),
    Kolom[_Orang]("NIK", lambda o: o.nik, petunjuk=lambda o: f"NIK {o.nama}"),
    Kolom[_Orang](
        "Hasil",
        lambda o: "Layak" if o.layak else "Tidak layak",
        nada=lambda o: Nada.BAIK if o.layak else Nada.BAHAYA,
        salin=lambda o: "ya" if o.layak else "tidak",
    ),
)
ORANG = [
    _Orang("Budi", 900, "6209039990000001"),
    _Orang("=Ani", 10_000, "0209039990000002", layak=False),
    _Orang("Cici", None, "6209039990000003"),
]


@pytest.fixture
def model() -> ModelTabel[_Orang]:
    return ModelTabel(KOLOM, ORANG)


@pytest.fixture
def tabel(qtbot: QtBot, model: ModelTabel[_Orang]) -> TabelData:
    tabel = TabelData(model, nama="Daftar orang")
    qtbot.addWidget(tabel)
    tabel.resize(700, 300)
    tabel.show()
    return tabel


def test_the_model_keeps_qts_contract(qtmodeltester: ModelTester, model: ModelTabel[_Orang]) -> None:
    qtmodeltester.check(model)
    model.atur([])
    qtmodeltester.check(model)


def test_cells_say_what_they_should(model: ModelTabel[_Orang]) -> None:
    sel = model.index(0, 1)
    assert sel.data() == "Rp 900"
    assert sel.data(PeranData.URUT) == 900
    assert Qt.AlignmentFlag(sel.data(Qt.ItemDataRole.TextAlignmentRole)) & Qt.AlignmentFlag.AlignRight
    assert model.index(0, 2).data(Qt.ItemDataRole.ToolTipRole) == "NIK Budi"
    assert model.index(1, 3).data(PeranData.NADA) == Nada.BAHAYA
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Nama"
    assert model.headerData(9, Qt.Orientation.Horizontal) is None
    assert model.headerData(1, Qt.Orientation.Vertical) == "2"


def test_a_row_can_be_replaced(qtbot: QtBot, model: ModelTabel[_Orang]) -> None:
    with qtbot.waitSignal(model.dataChanged):
        model.ganti(0, _Orang("Dedi", 1, ""))
    assert model.baris(0).nama == "Dedi"
    assert len(model.semua) == 3


def test_the_heading_sorts_by_value_not_by_words(qtbot: QtBot, tabel: TabelData) -> None:
    kepala = tabel.horizontalHeader()
    titik = kepala.viewport().rect().center()
    titik.setX(kepala.sectionViewportPosition(1) + 30)
    qtbot.mouseClick(kepala.viewport(), Qt.MouseButton.LeftButton, pos=titik)
    assert [o.nama for o in tabel.tampak if o.nominal] == ["Budi", "=Ani"]
    qtbot.mouseClick(kepala.viewport(), Qt.MouseButton.LeftButton, pos=titik)
    assert [o.nama for o in tabel.tampak if o.nominal] == ["=Ani", "Budi"]


def test_a_filter_hides_rows(tabel: TabelData) -> None:
    tabel.atur_saringan(lambda o: o.layak)
    assert [o.nama for o in tabel.tampak] == ["Budi", "Cici"]
    tabel.atur_saringan(None)
    assert len(tabel.tampak) == 3


def test_enter_and_double_click_open_the_row(qtbot: QtBot, tabel: TabelData) -> None:
    tabel.pilih_baris(1)
    with qtbot.waitSignal(tabel.dibuka) as kabar:
        qtbot.keyClick(tabel, Qt.Key.Key_Return)
    assert kabar.args == [ORANG[1]]
    tengah = tabel.visualRect(tabel.model().index(0, 0)).center()
    with qtbot.waitSignal(tabel.dibuka) as kabar:
        qtbot.mouseClick(tabel.viewport(), Qt.MouseButton.LeftButton, pos=tengah)
        qtbot.mouseDClick(tabel.viewport(), Qt.MouseButton.LeftButton, pos=tengah)
    assert kabar.args == [ORANG[0]]
    assert tabel.kini == ORANG[0]
    assert tabel.terpilih == [ORANG[0]]


def test_copy_takes_the_chosen_rows_as_excel_wants_them(qtbot: QtBot, tabel: TabelData) -> None:
    tabel.pilih_baris(1)
    qtbot.keyClick(tabel, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    isi = QGuiApplication.clipboard().mimeData()
    assert isi.text() == "Nama\tNominal\tNIK\tHasil\n=Ani\tRp 10000\t0209039990000002\ttidak"
    assert "mso-number-format" in isi.html()
    assert "0209039990000002" in isi.html()
    QGuiApplication.clipboard().clear()  # what Python made must not outlive it


def test_copy_without_a_choice_takes_all_and_leaves_hidden_columns_out(tabel: TabelData) -> None:
    tabel.clearSelection()
    menu = tabel.menu_kolom()
    menu.actions()[2].trigger()
    assert tabel.isColumnHidden(2)
    assert [baris[0] for baris in tabel.isi_salinan()] == ["Nama", "Budi", "=Ani", "Cici"]
    assert len(tabel.isi_salinan()[0]) == 3


def test_the_last_column_cannot_be_hidden(tabel: TabelData) -> None:
    menu = tabel.menu_kolom()
    for aksi in menu.actions():
        aksi.trigger()
    assert sum(not tabel.isColumnHidden(n) for n in range(4)) == 1


def test_chips_are_painted(tabel: TabelData) -> None:
    kotak = tabel.visualRect(tabel.model().index(1, 3))
    gambar = tabel.viewport().grab(kotak).toImage()
    warna = {gambar.pixelColor(x, gambar.height() // 2).name() for x in range(gambar.width())}
    assert "#fdecea" in warna


def test_an_empty_table_stays_calm(qtbot: QtBot) -> None:
    tabel = TabelData(ModelTabel(KOLOM), nama="Kosong")
    qtbot.addWidget(tabel)
    tabel.pilih_baris(0)
    qtbot.keyClick(tabel, Qt.Key.Key_Return)
    assert tabel.kini is None
    assert tabel.terpilih == []
    assert tabel.isi_salinan() == [["Nama", "Nominal", "NIK", "Hasil"]]
    assert not isinstance(tabel.model(), QStandardItemModel)


def test_a_narrow_table_leaves_columns_out_and_fills_what_is_left(qtbot: QtBot) -> None:
    model: ModelTabel[tuple[str, str]] = ModelTabel(
        [Kolom("Nama", lambda b: b[0], lebar=120), Kolom("Alamat", lambda b: b[1], lebar=0)]
    )
    tabel = TabelLuwes(model, nama="Daftar", luwes={1: 400})
    qtbot.addWidget(tabel)
    for lebar, tampak in ((600, True), (300, False), (600, True)):
        tabel.resize(lebar, 200)
        tabel.show()
        QApplication.processEvents()
        assert tabel.isColumnHidden(1) is not tampak
        assert tabel.horizontalHeader().length() == tabel.viewport().width()
        assert tabel.horizontalScrollBar().maximum() == 0
    assert tabel.columnWidth(0) == tema().ukuran.px(120)
