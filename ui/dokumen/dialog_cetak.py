"""The dialog before printing: which printer, how many, which pages, light or not, and how far this printer is off."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDoubleSpinBox, QLineEdit, QSpinBox, QWidget

from db.istilah import Kertas
from reports.halaman_uji import halaman_uji
from reports.tata_letak import TataLetak
from ui.dokumen.setelan_printer import TERJAUH, Geser, SetelanPrinter, nama_kertas
from ui.komponen import DialogSalur, Isian, JenisTombol, Pilihan, Teks, Tombol, baris
from ui.komponen.bertanya import bertanya
from ui.komponen.centang import CentangKalimat

TERBANYAK = 99  # copies


@dataclass(frozen=True)
class PermintaanCetak:
    """What is to be printed.

    Attributes:
        printer: names of the printers; `lazim` is the system's own choice.
        ukuran: the first page, in points.
        ringan: whether it is a light paper now; None for a file that is printed as it is.
        jumlah: how many pages, 0 while nobody knows.
    """

    judul: str
    printer: tuple[str, ...]
    lazim: str
    ukuran: tuple[float, float]
    ringan: bool | None = None
    jumlah: int = 0


@dataclass(frozen=True)
class JawabanCetak:
    """What was chosen; `setelan` is what the laptop remembers from now on, `halaman` counts from 1, empty for all."""

    printer: str
    salinan: int
    halaman: tuple[int, ...]
    ringan: bool | None
    setelan: SetelanPrinter


CetakUji = Callable[[str, Geser, bytes], None]
"""Prints a test page: printer, shift, the page."""


class DialogCetak(DialogSalur):
    """Asks how to print. Shifts belong to the printer and the paper, and follow when another printer is chosen."""

    def __init__(
        self, induk: QWidget | None, minta: PermintaanCetak, setelan: SetelanPrinter, cetak_uji: CetakUji
    ) -> None:
        super().__init__(induk, self.tr("Cetak"), minta.judul, setuju=self.tr("&Cetak"), nama_ikon="printer")
        self._minta, self._setelan, self._cetak_uji = minta, setelan, cetak_uji
        kini = next((p for p in (setelan.printer, minta.lazim) if p in minta.printer), minta.printer[0])
        self.printer = Pilihan([(p, p) for p in minta.printer], kini=kini)
        self.kertas = Teks(self._kata_kertas(), "redup", bungkus=True)
        self.salinan = QSpinBox()
        self.salinan.setRange(1, TERBANYAK)
        self.halaman = QLineEdit()
        self.halaman.setPlaceholderText(self.tr("semua"))
        self.kanan, self.bawah = _milimeter(), _milimeter()
        self.ringan = CentangKalimat(
            self.tr("Cetak ringan untuk printer pita: tanpa gambar, lambang, dan warna abu-abu"),
            tercentang=bool(minta.ringan),
        )
        self.ringan.setVisible(minta.ringan is not None)
        self.uji = Tombol(self.tr("Cetak halaman &uji"), JenisTombol.TAUTAN, "scan-line", klik=self._uji)
        self.i_halaman = Isian(self.tr("&Halaman, misalnya 1-3, 5"), self.halaman)
        dua = baris(Isian(self.tr("&Banyak salinan"), self.salinan), self.i_halaman, jarak=14)
        geser = baris(
            Isian(self.tr("Geser ke k&anan (mm)"), self.kanan), Isian(self.tr("Geser ke ba&wah (mm)"), self.bawah),
            jarak=14,
        )  # fmt: skip
        self.tambah(
            Isian(self.tr("&Printer"), self.printer), self.kertas, dua, self.ringan, geser,
            Teks(
                self.tr("Geseran diingat untuk printer dan kertas ini. Halaman uji menunjukkan angkanya."),
                "kecil", bungkus=True,
            ),
            baris(self.uji, None),
        )  # fmt: skip
        self.printer.currentIndexChanged.connect(self._ganti_printer)
        self._ganti_printer()

    def _kata_kertas(self) -> str:
        arah = self.tr("mendatar") if self._minta.ukuran[0] > self._minta.ukuran[1] else self.tr("tegak")
        banyak = self.tr(", {n} halaman").format(n=self._minta.jumlah) if self._minta.jumlah else ""
        return self.tr("Kertas {nama}, {arah}{banyak}").format(
            nama=nama_kertas(self._minta.ukuran), arah=arah, banyak=banyak
        )

    @Slot()
    def _ganti_printer(self) -> None:
        kanan, bawah = self._setelan.untuk(self.printer.nilai, self._minta.ukuran)
        self.kanan.setValue(kanan)
        self.bawah.setValue(bawah)

    @Slot()
    def _uji(self) -> None:
        """Print the test page on the paper and with the shift that stand here."""
        lebar, tinggi = sorted(self._minta.ukuran)
        kertas = Kertas.A4 if nama_kertas((lebar, tinggi)) == "A4" else Kertas.F4
        letak = TataLetak(kertas, mendatar=self._minta.ukuran[0] > self._minta.ukuran[1])
        isi = halaman_uji(letak, printer=self.printer.nilai, geser=self._geser)
        self._cetak_uji(self.printer.nilai, self._geser, isi)

    @property
    def _geser(self) -> Geser:
        return round(self.kanan.value(), 1), round(self.bawah.value(), 1)

    def periksa(self) -> str:
        try:
            baca_halaman(self.halaman.text(), self._minta.jumlah)
        except ValueError:
            self.i_halaman.atur_salah(self.tr("Tulis nomor halaman, misalnya 1-3, 5."))
            return self.tr("Periksa nomor halaman.")
        self.i_halaman.atur_salah()
        return ""

    @property
    def jawaban(self) -> JawabanCetak:
        """What was chosen."""
        ringan = self.ringan.tercentang if self._minta.ringan is not None else None
        setelan = self._setelan.dengan_geser(self.printer.nilai, self._minta.ukuran, self._geser)
        setelan = replace(setelan, printer=self.printer.nilai)
        if ringan is not None:
            setelan = replace(setelan, ringan=ringan)
        halaman = baca_halaman(self.halaman.text(), self._minta.jumlah)
        return JawabanCetak(self.printer.nilai, self.salinan.value(), halaman, ringan, setelan)

    @classmethod
    def ask(
        cls, induk: QWidget | None, minta: PermintaanCetak, setelan: SetelanPrinter, cetak_uji: CetakUji
    ) -> JawabanCetak | None:
        """Return what was chosen, None when it was given up."""
        jawaban: Any = bertanya(cls(induk, minta, setelan, cetak_uji))
        return jawaban if isinstance(jawaban, JawabanCetak) else None


def _milimeter() -> QDoubleSpinBox:
    kotak = QDoubleSpinBox()
    kotak.setRange(-TERJAUH, TERJAUH)
    kotak.setDecimals(1)
    kotak.setSingleStep(0.5)
    return kotak


def baca_halaman(teks: str, jumlah: int) -> tuple[int, ...]:
    """Read `1-3, 5` as pages from 1, in order and once each; empty for all.

    Args:
        jumlah: how many pages there are, 0 while nobody knows.

    Raises:
        ValueError: something else stands there, or a page that is not there.
    """
    hasil: set[int] = set()
    for bagian in filter(None, (b.strip() for b in teks.replace(";", ",").split(","))):
        awal, pisah, akhir = (b.strip() for b in bagian.replace("–", "-").partition("-"))
        dari = int(awal)
        sampai = int(akhir) if pisah else dari
        if not 1 <= dari <= sampai or (jumlah and sampai > jumlah) or sampai - dari > 9999:
            raise ValueError(bagian)
        hasil.update(range(dari, sampai + 1))
    return tuple(sorted(hasil))
