"""The hands of an operator at the window: they see what is visible, press what can be pressed, type what is asked.

Everything goes through mouse and keys of Qt's test machine. What an operator could not do (press a button that is cut
off, covered or grey) fails here, with the words that stood on the screen.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from itertools import count
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QDeadlineTimer, QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDateEdit,
    QDialog,
    QLineEdit,
    QMenu,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.jobs import JobRunner
from ui.kemajuan import DialogKemajuan
from ui.komponen import Isian, TabelData
from ui.pesan import DialogPesan, Penyampai, Pesan

W = TypeVar("W", bound=QWidget)
Tuts = Qt.KeyboardModifier
_NOMOR = count(1)  # of the pictures
SABAR = 20_000  # milliseconds until something counts as not happening
POTRET = os.environ.get("SALUR_POTRET", "")  # a folder: pictures of every page on the way are saved there


class PenyampaiDitunggu(Penyampai):
    """Shows the messages that a test waits for as dialogs and agrees to them; any other fails it with its words."""

    def __init__(self) -> None:
        self.ditunggu: list[str] = []  # beginnings of headings
        self.setuju: Callable[[DialogPesan], object] = lambda d: d.ya.click()
        self.tak_terduga: list[str] = []

    def sampaikan(self, induk: QWidget | None, pesan: Pesan) -> bool:
        cocok = [kata for kata in self.ditunggu if pesan.judul.startswith(kata)]
        if not cocok:
            self.tak_terduga.append(f"{pesan.judul}: {pesan.isi}\n{pesan.laporan}")
            return False
        self.ditunggu.remove(cocok[0])
        QTimer.singleShot(30, self._setujui)
        return super().sampaikan(induk, pesan)

    def _setujui(self) -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, DialogPesan)
        self.setuju(dialog)


class Tangan:
    """Mouse, keys and eyes."""

    def __init__(self, qtbot: QtBot, penyampai: PenyampaiDitunggu) -> None:
        self.qtbot, self._penyampai = qtbot, penyampai
        self.jobs: JobRunner | None = None
        penyampai.setuju = self._setuju_pesan

    # --- waiting -----------------------------------------------------------------------------------------------------

    def tunggu(self, syarat: Callable[[], object]) -> None:
        """Wait until something is so; a message that nobody waits for ends it."""

        def kini() -> bool:
            assert not self._penyampai.tak_terduga, self._penyampai.tak_terduga[0]
            return bool(syarat())

        self.qtbot.waitUntil(kini, timeout=SABAR)

    def diam(self) -> None:
        """Wait until no work is under way and what it changed is shown."""
        jobs = self.jobs
        if jobs is not None:
            self.tunggu(lambda: not jobs.ada_kerja)
        QApplication.processEvents()

    # --- mouse -------------------------------------------------------------------------------------------------------

    def klik(self, widget: QWidget, titik: QPoint | None = None, *, bersama: Tuts = Tuts.NoModifier) -> None:
        """Press the left button where the widget can really be seen."""
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, bersama, titik or self._titik(widget))

    def _titik(self, widget: QWidget) -> QPoint:
        """Return a point of the widget that nothing covers, after scrolling to it."""
        nama = widget.accessibleName() or type(widget).__name__
        self.tunggu(lambda: widget.isVisible() and widget.isEnabled())
        for _ in range(2):
            terlihat = widget.visibleRegion().boundingRect()
            titik = terlihat.center()
            atas = widget.window().childAt(widget.mapTo(widget.window(), titik)) if not terlihat.isEmpty() else None
            if atas is not None and (atas is widget or widget.isAncestorOf(atas)):
                return titik
            self._gulirkan(widget)
        raise AssertionError(f"{nama} tidak dapat ditekan: tertutup atau di luar layar")

    @staticmethod
    def _gulirkan(widget: QWidget) -> None:
        induk = widget.parentWidget()
        while induk is not None:
            if isinstance(induk, QScrollArea):
                induk.ensureWidgetVisible(widget)
            induk = induk.parentWidget()
        QApplication.processEvents()

    def tombol(self, induk: QWidget, kata: str) -> QAbstractButton:
        """Wait for a button that can be pressed; `kata` is the beginning of its words or its accessible name."""
        ada: list[QAbstractButton] = []

        def cari() -> bool:
            ada[:] = [
                t for t in induk.findChildren(QAbstractButton) if t.isVisible() and t.isEnabled() and _cocok(t, kata)
            ]
            return bool(ada)

        try:
            self.tunggu(cari)
        except Exception as salah:
            semua = [t.text() or t.accessibleName() for t in induk.findChildren(QAbstractButton) if t.isVisible()]
            raise AssertionError(f"tidak ada tombol “{kata}” di antara {semua}") from salah
        return ada[0]

    def tekan(self, induk: QWidget, kata: str) -> None:
        """Press a button by its words."""
        self.klik(self.tombol(induk, kata))

    def dari_menu(self, menu: QMenu, kata: str) -> None:
        """Choose from a menu that is open, with the keys."""
        self.tunggu(menu.isVisible)
        aksi = next(a for a in menu.actions() if _polos(a.text()).startswith(kata))
        while menu.activeAction() is not aksi:
            self.qtbot.keyClick(menu, Qt.Key.Key_Down)
        self.qtbot.keyClick(menu, Qt.Key.Key_Return)

    # --- keys --------------------------------------------------------------------------------------------------------

    def kunci(self, widget: QWidget, urut: str) -> None:
        """Press a key or a shortcut such as `Ctrl+N`."""
        satu = QKeySequence(urut)[0]
        self.qtbot.keyClick(widget, satu.key(), satu.keyboardModifiers())

    def pintasan(self, jendela: QWidget, urut: str) -> None:
        """Press a shortcut of a window, which must be the active one for it."""
        jendela.activateWindow()
        self.tunggu(jendela.isActiveWindow)
        self.kunci(jendela.focusWidget() or jendela, urut)

    def berfokus(self, widget: QWidget) -> None:
        """Make sure that the keys go to a widget without anybody pressing it."""
        widget.window().activateWindow()
        self.tunggu(widget.hasFocus)

    def ketik(self, widget: QWidget, teks: str) -> None:
        """Go to a field, take out what stands there and type."""
        self.klik(widget)
        self.berfokus(widget)
        self.kunci(widget, "Ctrl+A")
        if teks:
            self.qtbot.keyClicks(widget, teks)
        else:
            self.kunci(widget, "Del")

    def pilih(self, kotak: QComboBox, kata: str) -> None:
        """Choose in a chooser by the beginning of the words, with the arrow keys."""
        kotak.setFocus(Qt.FocusReason.TabFocusReason)
        if kotak.isEditable():
            self.ketik(kotak.lineEdit(), kata)
            self.kunci(kotak, "Return")
            return
        self.kunci(kotak, "Home")
        for _ in range(kotak.count()):
            if kotak.currentText().lower().startswith(kata.lower()):
                return
            self.kunci(kotak, "Down")
        raise AssertionError(f"“{kata}” tidak ada di antara {[kotak.itemText(n) for n in range(kotak.count())]}")

    def tulis_tanggal(self, kotak: QDateEdit, hari: date) -> None:
        """Type a date part by part, as it is shown: day, month, year."""
        kotak.setFocus(Qt.FocusReason.TabFocusReason)
        bagian = (
            (QDateEdit.Section.DaySection, hari.day, lambda: kotak.date().day()),
            (QDateEdit.Section.MonthSection, hari.month, lambda: kotak.date().month()),
            (QDateEdit.Section.YearSection, hari.year, lambda: kotak.date().year()),
        )
        for apa, mau, kini in reversed(bagian):
            kotak.setCurrentSection(apa)
            while kini() != mau:
                self.kunci(kotak, "Up" if kini() < mau else "Down")

    def isi(self, induk: QWidget, **isian: object) -> None:
        """Fill fields by the beginning of their label: `isi(dialog, Nomor="…")`; `_` stands for a blank."""
        for nama, nilai in isian.items():
            self.isi_satu(induk, nama.replace("_", " "), nilai)

    def isi_satu(self, induk: QWidget, nama: str, nilai: object) -> None:
        """Fill one field as its kind asks."""
        widget = self.isian(induk, nama).widget
        if isinstance(widget, QComboBox):
            self.pilih(widget, str(nilai))
        elif isinstance(widget, QDateEdit):
            assert isinstance(nilai, date)
            self.tulis_tanggal(widget, nilai)
        elif isinstance(widget, QLineEdit):
            self.ketik(widget, str(nilai))
        else:
            self.ketik(widget, str(nilai))
            self.kunci(widget, "Tab")

    def isian(self, induk: QWidget, nama: str) -> Isian:
        """Return the field whose label begins so."""
        ada = [i for i in induk.findChildren(Isian) if i.isVisible()]
        cocok = [i for i in ada if _polos(i.label.text()).startswith(nama)]
        assert cocok, f"tidak ada isian “{nama}” di antara {[i.label.text() for i in ada]}"
        return cocok[0]

    # --- dialogs -----------------------------------------------------------------------------------------------------

    def jawab(self, buka: Callable[[], object], kelas: type[W], isi: Callable[[W], object]) -> None:
        """Do what opens a dialog, and once it stands there fill it; `isi` also closes it."""
        salah: list[BaseException] = []
        selesai: list[bool] = []
        batas = QDeadlineTimer(SABAR)
        luar = {id(w) for w in (QApplication.activeModalWidget(),) if w is not None}

        def lihat() -> None:
            dialog = QApplication.activeModalWidget()
            if dialog is None or id(dialog) in luar or isinstance(dialog, DialogKemajuan):
                if batas.hasExpired() and dialog is not None and id(dialog) not in luar:
                    pewaktu.stop()
                    salah.append(AssertionError(f"{kelas.__name__} tidak muncul"))
                return
            pewaktu.stop()
            try:
                assert isinstance(dialog, kelas), f"yang muncul {_kata(dialog)}, bukan {kelas.__name__}"
                isi(dialog)
            except BaseException as e:
                salah.append(e)
                _tutup(dialog)
            selesai.append(True)

        pewaktu = QTimer()
        pewaktu.timeout.connect(lihat)
        pewaktu.start(5)
        try:
            buka()
            self.tunggu(lambda: selesai or salah)
        finally:
            pewaktu.stop()
        if salah:
            raise salah[0]
        self.diam()

    @contextmanager
    def pesan(self, judul: str) -> Iterator[None]:
        """Agree to a message whose heading begins so; it must come before the block is over."""
        self._penyampai.ditunggu.append(judul)
        yield
        self.tunggu(
            lambda: not self._penyampai.ditunggu and not isinstance(QApplication.activeModalWidget(), DialogPesan)
        )
        self.diam()

    def _setuju_pesan(self, dialog: DialogPesan) -> None:
        self.potret(dialog, "pesan", tunggu=False)
        self.klik(dialog.ya)

    def setuju(self, dialog: QDialog) -> None:
        """Press the dialog's own button and make sure that it closes."""
        tombol = getattr(dialog, "setuju", None) or getattr(dialog, "ya", None)
        assert isinstance(tombol, QAbstractButton)
        self.klik(tombol)
        if dialog.isVisible():
            salah = [i.salah.text() for i in dialog.findChildren(Isian) if i.salah.isVisible()]
            raise AssertionError(f"dialog menolak: {salah or dialog.findChildren(QWidget)}")

    # --- tables ------------------------------------------------------------------------------------------------------

    def ke_baris(self, tabel: TabelData, nomor: int, *, bersama: Tuts = Tuts.NoModifier) -> None:
        """Press a row of a table as it is seen."""
        indeks = tabel.model().index(nomor, 0)
        tabel.scrollTo(indeks)
        QApplication.processEvents()
        self.klik(tabel.viewport(), tabel.visualRect(indeks).center(), bersama=bersama)

    # --- pictures ----------------------------------------------------------------------------------------------------

    def potret(self, widget: QWidget, nama: str, *, tunggu: bool = True) -> None:
        """Save a picture where the environment asks for pictures."""
        if POTRET:
            if tunggu:
                self.diam()
            widget.window().grab().save(str(Path(POTRET) / f"{next(_NOMOR):03}-{nama}.png"))


def _polos(teks: str) -> str:
    return teks.replace("&&", "\0").replace("&", "").replace("\0", "&")


def _cocok(tombol: QAbstractButton, kata: str) -> bool:
    return _polos(tombol.text()).startswith(kata) or tombol.accessibleName().startswith(kata)


def _kata(dialog: QWidget) -> str:
    if isinstance(dialog, DialogPesan):
        return f"pesan “{dialog.judul.text()}: {dialog.isi.text()}”"
    return f"{type(dialog).__name__} “{dialog.windowTitle()}”"


def _tutup(dialog: QWidget) -> None:
    if isinstance(dialog, QDialog):
        dialog.done(0)
    else:
        dialog.close()
