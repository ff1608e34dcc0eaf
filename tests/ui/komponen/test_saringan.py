"""Which rows a table shows and in which order, whatever is done to it."""

from dataclasses import dataclass
from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ui.komponen import Kolom, ModelTabel
from ui.komponen.model_bertahap import ModelBertahap
from ui.komponen.saringan import Saringan

NAIK, TURUN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


@dataclass(frozen=True)
class Benda:
    """A row: what it is called, how many, since when."""

    nama: str
    banyak: int | None = None
    sejak: date | None = None


KOLOM: list[Kolom[Benda]] = [
    Kolom("Nama", lambda b: b.nama), Kolom("Banyak", lambda b: b.banyak), Kolom("Sejak", lambda b: b.sejak)
]  # fmt: skip
BARIS = [Benda("budi", 3), Benda("Ani", 10, date(2026, 1, 2)), Benda("citra"), Benda("ANI", 10, date(2025, 12, 31))]


def buat(baris: list[Benda] | None = None) -> tuple[ModelTabel[Benda], Saringan]:
    model = ModelTabel(KOLOM, BARIS if baris is None else baris)
    return model, Saringan(model)


def nama(saringan: Saringan) -> list[str]:
    return [saringan.index(n, 0).data() for n in range(saringan.rowCount())]


def test_it_keeps_what_qt_asks_of_a_model(qtmodeltester: ModelTester) -> None:
    model, saringan = buat()
    qtmodeltester.check(saringan, force_py=True)
    saringan.sort(1, TURUN)
    saringan.atur(lambda b: b.banyak is not None)
    model.atur(BARIS[:3])
    model.ganti(0, Benda("dedi", 1))
    qtmodeltester.check(saringan, force_py=True)
    assert nama(saringan) == ["Ani", "dedi"]


def test_text_sorts_whatever_its_case_numbers_as_numbers_and_blanks_first() -> None:
    _, saringan = buat()
    saringan.sort(0, NAIK)
    assert nama(saringan) == ["Ani", "ANI", "budi", "citra"], "equals stay as they stood"
    saringan.sort(1, NAIK)
    assert nama(saringan) == ["citra", "budi", "Ani", "ANI"]
    saringan.sort(1, TURUN)
    assert nama(saringan) == ["Ani", "ANI", "budi", "citra"]
    saringan.sort(2, NAIK)
    assert nama(saringan)[-2:] == ["ANI", "Ani"]
    saringan.sort(-1)
    assert nama(saringan) == [b.nama for b in BARIS]


def test_whoever_held_a_row_still_holds_it_after_sorting() -> None:
    model, saringan = buat()
    pegang = QPersistentModelIndex(saringan.index(2, 1))
    saringan.sort(0, TURUN)
    assert (pegang.row(), pegang.column()) == (0, 1)
    assert saringan.mapToSource(saringan.index(0, 1)) == model.index(2, 1)
    assert saringan.mapFromSource(model.index(2, 1)).row() == 0


def test_a_changed_row_goes_where_it_belongs() -> None:
    model, saringan = buat()
    saringan.sort(0, NAIK)
    model.ganti(0, Benda("zainal", 3))
    assert nama(saringan)[-1] == "zainal"
    saringan.atur(lambda b: bool(b.banyak))
    model.ganti(0, Benda("zainal"))
    assert "zainal" not in nama(saringan)
    model.ganti(2, Benda("citra", 1))
    assert "citra" in nama(saringan)


def test_pages_that_come_while_one_scrolls_are_inserted_at_the_end(qtbot: QtBot) -> None:
    semua = [Benda(f"orang {n:03}") for n in range(25)]
    model = ModelBertahap(KOLOM, lambda b: b.nama, halaman=10)
    saringan = Saringan(model)
    model.cari(lambda setelah: [b for b in semua if setelah is None or b.nama > setelah][:10])
    assert saringan.rowCount() == 10
    with qtbot.waitSignal(saringan.rowsInserted), qtbot.assertNotEmitted(saringan.modelReset):
        saringan.fetchMore(saringan.index(-1, -1))
    assert nama(saringan) == [b.nama for b in semua[:20]]
    saringan.sort(0, TURUN)
    saringan.fetchMore(saringan.index(-1, -1))
    assert nama(saringan)[0] == "orang 024"
    assert not saringan.canFetchMore(saringan.index(-1, -1))


def test_headings_are_there_without_rows_too() -> None:
    _, saringan = buat([])
    assert saringan.headerData(1, Qt.Orientation.Horizontal) == "Banyak"
    assert (saringan.rowCount(), saringan.columnCount()) == (0, 3)


@given(
    st.lists(st.builds(Benda, st.text(max_size=3), st.none() | st.integers(-9, 9))), st.integers(-1, 2), st.booleans()
)
def test_nothing_is_lost_or_doubled(baris: list[Benda], kolom: int, turun: bool) -> None:
    model, saringan = buat(baris)
    saringan.sort(kolom, TURUN if turun else NAIK)
    assert sorted(map(id, saringan.baris)) == sorted(map(id, baris))
    saringan.atur(lambda b: b.banyak is None)
    assert sorted(map(id, saringan.baris)) == sorted(id(b) for b in baris if b.banyak is None)
    for n in range(saringan.rowCount()):
        indeks = saringan.index(n, 0)
        assert saringan.mapFromSource(saringan.mapToSource(indeks)) == indeks
        assert model.baris(saringan.mapToSource(indeks).row()) is saringan.baris[n]
