"""What is in a workbook that Salur would write: its sheets, how long they are, and their first rows."""

from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

from PySide6.QtWidgets import QTabWidget, QWidget
from python_calamine import CalamineWorkbook

from app.bahasa.angka import bilangan
from app.bahasa.waktu import tanggal_angka
from ui.komponen import Kolom, ModelTabel, TabelData, Teks, kolom

CUPLIKAN = 60  # rows shown of a sheet


@dataclass(frozen=True)
class LembarBuku:
    """A sheet: its size, and its first rows as words."""

    nama: str
    baris: int
    lajur: int
    cuplikan: tuple[tuple[str, ...], ...]


def isi_buku(isi: bytes) -> tuple[LembarBuku, ...]:
    """Read the sheets of a workbook of ours."""
    buku = CalamineWorkbook.from_filelike(BytesIO(isi))
    return tuple(_lembar(buku, nama) for nama in buku.sheet_names)


def _lembar(buku: CalamineWorkbook, nama: str) -> LembarBuku:
    lembar = buku.get_sheet_by_name(nama)
    semua = lembar.to_python(skip_empty_area=False, nrows=CUPLIKAN)
    isi = tuple(tuple(_sel(s) for s in satu) for satu in semua)
    lajur = max((len(satu) for satu in isi), default=0)
    return LembarBuku(nama, lembar.total_height + 1, lajur, isi)


def _sel(nilai: Any) -> str:
    if isinstance(nilai, date):
        return tanggal_angka(nilai)
    if isinstance(nilai, float) and nilai.is_integer():
        return bilangan(int(nilai))
    return str(nilai)


def huruf_lajur(nomor: int) -> str:
    """Name a column as a spreadsheet does: 0 is A, 26 is AA."""
    depan, sisa = divmod(nomor, 26)
    return (huruf_lajur(depan - 1) if depan else "") + chr(65 + sisa)


class PratinjauBuku(QWidget):
    """Shows the sheets of a workbook, each under its tab."""

    def __init__(self) -> None:
        super().__init__()
        self.kata = Teks("", "redup", bungkus=True)
        self.lembar = QTabWidget()
        self.lembar.setDocumentMode(True)
        self.setLayout(kolom(self.kata, self.lembar, jarak=8))

    def buka(self, buku: tuple[LembarBuku, ...]) -> None:
        """Show another workbook."""
        while self.lembar.count():
            lama = self.lembar.widget(0)
            self.lembar.removeTab(0)
            lama.deleteLater()
        for satu in buku:
            self.lembar.addTab(_tabel(satu), satu.nama.replace("&", "&&"))
        ukuran = "; ".join(f"{b.nama} {bilangan(b.baris)} baris" for b in buku)
        self.kata.setText(
            f"Buku kerja Excel dengan {len(buku)} lembar: {ukuran}. Di bawah ini paling banyak {CUPLIKAN} baris awal."
        )


def _tabel(lembar: LembarBuku) -> TabelData:
    def ambil(nomor: int) -> Any:
        return lambda b: b[nomor] if nomor < len(b) else ""

    model: ModelTabel[tuple[str, ...]] = ModelTabel(
        [Kolom(huruf_lajur(n), ambil(n), lebar=130 if n else 60) for n in range(lembar.lajur)], lembar.cuplikan
    )
    tabel = TabelData(model, nama=f"Isi lembar {lembar.nama}")
    tabel.setSortingEnabled(False)
    return tabel
