"""Bantuan: short topics at the left, the chosen one at the right."""

import re
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QTextBrowser

from resources import berkas
from ui.halaman import Halaman, Konteks
from ui.komponen import Kartu

TINGGI_BARIS = 130  # per cent
JARAK = 10  # px between paragraphs


@dataclass(frozen=True)
class Topik:
    """One topic of the help: its file's name without number and ending, its title, its Markdown."""

    kode: str
    judul: str
    isi: str


def daftar_topik() -> list[Topik]:
    """Return the shipped topics in order; a file is named `NN-kode.md` and begins with its title."""
    nama = sorted(b.name for b in berkas("bantuan").iterdir() if b.name.endswith(".md"))
    return [_topik(n, berkas("bantuan", n).read_text(encoding="utf-8")) for n in nama]


def _topik(nama: str, isi: str) -> Topik:
    kode = re.sub(r"^\d+-|\.md$", "", nama)
    return Topik(kode, isi.split("\n", 1)[0].removeprefix("# "), isi)


class HalamanBantuan(Halaman):
    """The help page; `tujuan` takes a topic's code."""

    judul = "Bantuan"

    def __init__(self, konteks: Konteks) -> None:
        super().__init__(konteks)
        self._topik = daftar_topik()
        self.daftar = QListWidget()
        self.daftar.setAccessibleName("Topik bantuan")
        self.daftar.addItems([t.judul for t in self._topik])
        self.daftar.setMaximumWidth(260)
        self.bacaan = QTextBrowser()
        self.bacaan.setAccessibleName("Isi bantuan")
        self.daftar.setProperty("polos", True)
        self.bacaan.setProperty("bening", True)
        self.bacaan.setMaximumWidth(860)
        kiri = Kartu(melar=True).tambah(self.daftar)
        kanan = Kartu(melar=True).tambah(self.bacaan)
        tata = QHBoxLayout(self)
        tata.setContentsMargins(16, 16, 16, 16)
        tata.addWidget(kiri)
        tata.addWidget(kanan, 1)
        self.daftar.currentRowChanged.connect(self._pilih)
        self.daftar.setCurrentRow(0)

    def tujuan(self, apa: Any) -> None:
        """Show a topic by its code; an unknown one leaves the present topic."""
        for nomor, topik in enumerate(self._topik):
            if topik.kode == apa:
                self.daftar.setCurrentRow(nomor)
        self.daftar.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int)
    def _pilih(self, nomor: int) -> None:
        self.bacaan.setMarkdown(self._topik[nomor].isi)
        _renggangkan(self.bacaan.document())


def _renggangkan(naskah: QTextDocument) -> None:
    """Give paragraphs air: Markdown comes without any."""
    blok = naskah.begin()
    while blok.isValid():
        bentuk = blok.blockFormat()
        bentuk.setLineHeight(TINGGI_BARIS, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if not blok.textList() and not QTextCursor(blok).currentTable():
            bentuk.setBottomMargin(JARAK)
            bentuk.setTopMargin(JARAK if bentuk.headingLevel() > 1 else 0)
        QTextCursor(blok).setBlockFormat(bentuk)
        blok = blok.next()
