"""Fields of a form: the question above, the answer, and what is wrong with it right below."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QDate, QRegularExpression, Qt
from PySide6.QtGui import QRegularExpressionValidator, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QDateEdit, QLabel, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from app.bahasa.angka import baca_uang, bilangan
from ui.komponen.teks import Teks, atur_sifat


class Isian(QWidget):
    """A field with its label (mnemonic with `&`), a hint, and room for one sentence about what is wrong."""

    def __init__(self, label: str, widget: QWidget, petunjuk: str = "") -> None:
        super().__init__()
        self.setProperty("bening", True)
        self.widget = widget
        self.label = QLabel(label)
        self.label.setProperty("peran", "tebal")
        self.label.setBuddy(widget)
        self.salah = Teks("", "salah", bungkus=True)
        self.petunjuk = Teks(petunjuk, "kecil", bungkus=True)
        if not widget.accessibleName():
            widget.setAccessibleName(label.replace("&", ""))
        if petunjuk:
            widget.setAccessibleDescription(petunjuk)
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(3)
        for satu in (self.label, widget, self.petunjuk, self.salah):
            tata.addWidget(satu)
        self.petunjuk.setVisible(bool(petunjuk))
        self.salah.hide()

    def atur_salah(self, kalimat: str = "") -> None:
        """Say what is wrong; nothing takes it back."""
        self.salah.setText(kalimat)
        self.salah.setVisible(bool(kalimat))
        atur_sifat(self.widget, salah=bool(kalimat))


class IsianTanggal(QDateEdit):
    """A date written as Indonesians do, with a calendar; may be empty where `boleh_kosong`."""

    KOSONG = QDate(1900, 1, 1)

    def __init__(self, nilai: date | None = None, *, boleh_kosong: bool = False) -> None:
        super().__init__()
        self.setCalendarPopup(True)
        self.setDisplayFormat("d MMMM yyyy")
        self.setMinimumDate(self.KOSONG)
        if boleh_kosong:
            self.setSpecialValueText(self.tr("belum diisi"))
        self._boleh_kosong = boleh_kosong
        self.nilai = nilai

    @property
    def nilai(self) -> date | None:
        """The date, None while empty."""
        kini = self.date()
        if self._boleh_kosong and kini == self.KOSONG:
            return None
        return date(kini.year(), kini.month(), kini.day())

    @nilai.setter
    def nilai(self, nilai: date | None) -> None:
        self.setDate(QDate(nilai.year, nilai.month, nilai.day) if nilai else self.KOSONG)

    def wheelEvent(self, kejadian: QWheelEvent) -> None:
        kejadian.ignore()  # a wheel meant for the page must not change a date


class IsianAngka(QSpinBox):
    """A whole number; the wheel leaves it alone."""

    def __init__(self, nilai: int = 0, *, paling_kecil: int = 0, paling_besar: int = 999_999_999) -> None:
        super().__init__()
        self.setRange(paling_kecil, paling_besar)
        self.setGroupSeparatorShown(True)
        self.lineEdit().setTextMargins(7, 0, 0, 0)
        self.setValue(nilai)

    def wheelEvent(self, kejadian: QWheelEvent) -> None:
        kejadian.ignore()


class IsianUang(QLineEdit):
    """Whole rupiah; written with dots once the field is left."""

    def __init__(self, nilai: int | None = None) -> None:
        super().__init__()
        self.setPlaceholderText("0")
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setValidator(QRegularExpressionValidator(QRegularExpression(r"[Rp\d.,\s]*"), self))
        self.nilai = nilai
        self.editingFinished.connect(self._rapikan)

    @property
    def nilai(self) -> int | None:
        """Rupiah; None when empty or unreadable."""
        return baca_uang(self.text()) if self.text().strip() else None

    @nilai.setter
    def nilai(self, nilai: int | None) -> None:
        self.setText("" if nilai is None else bilangan(nilai))

    def _rapikan(self) -> None:
        if (nilai := self.nilai) is not None:
            self.nilai = nilai


class Pilihan(QComboBox):
    """A chooser of (value, words); with `cari` one types any part of the words."""

    def __init__(
        self, butir: Sequence[tuple[Any, str]] = (), *, kini: Any = None, cari: bool = False, kosong: str = ""
    ) -> None:
        super().__init__()
        self._nilai: list[Any] = []  # here and not as item data: Qt turns a StrEnum into bare text
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMaxVisibleItems(14)
        if cari:
            self.setEditable(True)
            self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            if (pelengkap := self.completer()) is not None:
                pelengkap.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
                pelengkap.setFilterMode(Qt.MatchFlag.MatchContains)
        self.atur(butir, kini=kini, kosong=kosong)

    def atur(self, butir: Sequence[tuple[Any, str]], *, kini: Any = None, kosong: str = "") -> None:
        """Offer other values; `kosong` is a first entry that stands for None."""
        self.clear()
        semua = [*([(None, kosong)] if kosong else []), *butir]
        self._nilai = [nilai for nilai, _ in semua]
        self.addItems([teks for _, teks in semua])
        self.nilai = kini

    @property
    def nilai(self) -> Any:
        """The chosen value, None when none is."""
        if self.isEditable():
            ke = self.findText(self.currentText(), Qt.MatchFlag.MatchFixedString)
        else:
            ke = self.currentIndex()
        return self._nilai[ke] if 0 <= ke < len(self._nilai) else None

    @nilai.setter
    def nilai(self, nilai: Any) -> None:
        ke = self._nilai.index(nilai) if nilai in self._nilai else -1
        self.setCurrentIndex(ke if ke >= 0 else (0 if nilai is None and not self.isEditable() else -1))
        if ke < 0 and self.isEditable():
            self.setEditText("")

    def wheelEvent(self, kejadian: QWheelEvent) -> None:
        kejadian.ignore()
