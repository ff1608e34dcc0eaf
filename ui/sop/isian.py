"""Fields of the editor: they write every keystroke, and say which words are those of the document."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from app.sop.definisi import Butir
from db.istilah import SumberSop
from ui.komponen import BarisAlir, Isian, Teks, kolom
from ui.tema import tema

Tulis = Callable[[str], object]


def asal_kata(butir: Butir) -> str:
    """Say where words come from, and what the office should look at; empty for the office's own."""
    if butir.periksa:
        return f"Perlu dipastikan: {butir.periksa}"
    if butir.koreksi is not None and butir.asli:
        return f"Naskah SOP menulis: “{butir.asli}”"
    return "Kata naskah SOP" if butir.sumber is SumberSop.SOP and butir.asli else ""


class IsianKata(Isian):
    """A field of words, one line or several (`baris`); `tulis` gets them as they are typed."""

    def __init__(self, label: str, tulis: Tulis, *, baris: int = 1, petunjuk: str = "") -> None:
        self.kotak: QLineEdit | QPlainTextEdit = QLineEdit() if baris == 1 else QPlainTextEdit()
        super().__init__(label, self.kotak, petunjuk)
        self._tulis, self._petunjuk = tulis, petunjuk
        if isinstance(self.kotak, QPlainTextEdit):
            self.kotak.setTabChangesFocus(True)
            self.kotak.setFixedHeight(tema().ukuran.px(14 + 20 * baris))
            self.kotak.textChanged.connect(self._diketik)
        else:
            self.kotak.textEdited.connect(self._diketik)

    @property
    def teks(self) -> str:
        """What stands in the field."""
        return self.kotak.toPlainText() if isinstance(self.kotak, QPlainTextEdit) else self.kotak.text()

    def isi(self, teks: str) -> None:
        """Show other words; nothing is written."""
        if teks == self.teks:
            return
        self.kotak.blockSignals(True)
        if isinstance(self.kotak, QPlainTextEdit):
            self.kotak.setPlainText(teks)
        else:
            self.kotak.setText(teks)
            self.kotak.setCursorPosition(0)
        self.kotak.blockSignals(False)

    def isi_butir(self, butir: Butir) -> None:
        """Show a piece of the SOP and where it comes from."""
        self.isi(butir.tampil)
        self.tandai(butir)

    def tandai(self, butir: Butir) -> None:
        """Say where the words come from."""
        kata = asal_kata(butir) or self._petunjuk
        self.petunjuk.setText(kata)
        self.petunjuk.setVisible(bool(kata))

    @Slot()
    def _diketik(self) -> None:
        self._tulis(self.teks)


class IsianDaftar(IsianKata):
    """A list, an item a line; `tulis_daftar` gets the lines."""

    def __init__(self, label: str, tulis_daftar: Callable[[list[str]], object], *, petunjuk: str = "") -> None:
        super().__init__(label, lambda teks: tulis_daftar(teks.split("\n")), baris=4, petunjuk=petunjuk)

    def isi_daftar(self, baris: Sequence[str]) -> None:
        """Show other lines; lines that differ in blanks alone stay as they were typed."""
        if [satu.strip() for satu in self.teks.split("\n") if satu.strip()] != list(baris):
            self.isi("\n".join(baris))


class Centang(QCheckBox):
    """A tick that writes itself; filled without writing."""

    def __init__(self, label: str, tulis: Callable[[bool], object]) -> None:
        super().__init__(label)
        self._tulis = tulis
        self.clicked.connect(self._diklik)

    @Slot(bool)
    def _diklik(self, ya: bool) -> None:
        self._tulis(ya)


class BarisCentang(QWidget):
    """A question with ticks of which any number may be chosen; `tulis` gets the chosen values."""

    def __init__(self, label: str, butir: Sequence[tuple[object, str]], tulis: Callable[[list[Any]], object]) -> None:
        super().__init__()
        self.setProperty("bening", True)
        self._tulis = tulis
        self.kotak = {nilai: Centang(kata, self._diklik) for nilai, kata in butir}
        self.setLayout(kolom(Teks(label, "tebal"), BarisAlir(*self.kotak.values(), jarak=14), jarak=3))

    def isi(self, terpilih: Sequence[object]) -> None:
        """Tick other values; nothing is written."""
        for nilai, kotak in self.kotak.items():
            kotak.setChecked(nilai in terpilih)

    def _diklik(self, _ya: bool) -> None:
        self._tulis([nilai for nilai, kotak in self.kotak.items() if kotak.isChecked()])
