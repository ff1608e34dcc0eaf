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

CUPLIKAN = 60  # rows read of a sheet
LAJUR_TABEL = 3  # filled cells from which a row is the heading of the table


@dataclass(frozen=True)
class LembarBuku:
    """A sheet: its rows in all, the lines above its table, the headings, and the first rows as words."""

    nama: str
    baris: int
    kepala: tuple[str, ...]
    judul: tuple[str, ...]
    cuplikan: tuple[tuple[str, ...], ...]


def isi_buku(isi: bytes) -> tuple[LembarBuku, ...]:
    """Read the sheets of a workbook of ours."""
    buku = CalamineWorkbook.from_filelike(BytesIO(isi))
    return tuple(_lembar(buku, nama) for nama in buku.sheet_names)


def _lembar(buku: CalamineWorkbook, nama: str) -> LembarBuku:
    lembar = buku.get_sheet_by_name(nama)
    semua = lembar.to_python(skip_empty_area=False, nrows=CUPLIKAN)
    isi = tuple(tuple(_sel(s) for s in satu) for satu in semua)
    atas = next((n for n, satu in enumerate(isi) if sum(map(bool, satu)) >= LAJUR_TABEL), 0)
    kepala = tuple(teks for satu in isi[:atas] for teks in satu if teks)
    judul = tuple(j or huruf_lajur(n) for n, j in enumerate(isi[atas])) if isi else ()
    return LembarBuku(nama, lembar.total_height + 1, kepala, judul, isi[atas + 1 :])


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
            if lama is not None:
                lama.deleteLater()
        for satu in buku:
            self.lembar.addTab(_tabel(satu), satu.nama.replace("&", "&&"))
        ukuran = "; ".join(f"{b.nama} {bilangan(b.baris)} baris" for b in buku)
        self.kata.setText(f"Buku kerja Excel dengan {len(buku)} lembar: {ukuran}. Di bawah ini baris-baris awalnya.")


def _tabel(lembar: LembarBuku) -> QWidget:
    def ambil(nomor: int) -> Any:
        return lambda b: b[nomor] if nomor < len(b) else ""

    lebar = [max((len(b[n]) for b in lembar.cuplikan if n < len(b)), default=0) for n in range(len(lembar.judul))]
    model: ModelTabel[tuple[str, ...]] = ModelTabel(
        [
            Kolom(judul, ambil(n), lebar=min(220, max(50, 9 * max(lebar[n], len(judul)) + 16)))
            for n, judul in enumerate(lembar.judul)
        ],
        lembar.cuplikan,
    )
    tabel = TabelData(model, nama=f"Isi lembar {lembar.nama}")
    tabel.setSortingEnabled(False)
    wadah = QWidget()
    wadah.setLayout(kolom(Teks(" · ".join(lembar.kepala), "kecil", bungkus=True), tabel, jarak=6, tepi=(0, 6, 0, 0)))
    return wadah
