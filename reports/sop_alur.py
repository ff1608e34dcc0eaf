"""The flow over the rows of an SOP AP sheet: which symbol stands where, and the arrows between them.

Inside a row the flow runs from performer to performer; from row to row it leaves the last symbol and enters the first
of the next. A decision has two ways out: the next row below, the other one along the edge of the performers' columns.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from app.dokumen.isi_sop import IsiSop
from app.sop.definisi import Langkah, Simbol
from reports import sop_simbol as simbol
from reports.tata_letak import MM

_JARAK = 1.5 * MM  # between a line of the table and a flow line beside it


@dataclass(frozen=True, slots=True)
class Kotak:
    """A row on paper: its step, upper and lower edge, the middle of each symbol in flow order, width of a column."""

    langkah: Langkah
    atas: float
    bawah: float
    pusat: list[float]
    kolom: float

    @property
    def y(self) -> float:
        return (self.atas + self.bawah) / 2

    @property
    def lebar(self) -> float:
        """Width of a symbol."""
        return min(self.kolom * 0.72, 20 * MM)

    @property
    def setengah_akhir(self) -> float:
        """Half the height of the last symbol."""
        return (simbol.TINGGI_BELAH if self.langkah.cabang else simbol.TINGGI) / 2


class Alur:
    """Draws symbols and arrows page by page and remembers which letters wait for their other half."""

    def __init__(self, kanvas: Any, isi: IsiSop, kiri: float, kanan: float) -> None:
        """`kiri` and `kanan` bound the performers' columns."""
        self._c = kanvas
        self._isi = isi
        self._tepi = (kiri, kanan)
        self._huruf = iter("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        self._lanjut: str | None = None
        self._menunggu: list[tuple[int, str, float]] = []  # target step, letter, x of the edge line

    def gambar(self, kotak: list[Kotak], *, atas: float, bawah: float) -> None:
        """Draw one page; `atas` and `bawah` bound its rows, connectors stand beyond them."""
        if self._lanjut:
            self._masuk(kotak[0], self._lanjut, atas)
        for kini, nanti in pairwise(kotak):
            if self._berikut(kini.langkah) == nanti.langkah.urutan:
                self._turun(kini, nanti)
        self._cabang_masuk(kotak, atas)
        for k in kotak:
            if k.langkah.cabang:
                self._samping(k, kotak, bawah)
        self._keluar(kotak[-1], bawah)
        for k in kotak:
            self._dalam_baris(k)

    # --- inside a row ------------------------------------------------------------------------------------------------

    def _dalam_baris(self, k: Kotak) -> None:
        """Draw the symbols of a row and the arrows between them."""
        for dari, ke in pairwise(k.pusat):
            self._mendatar(k, dari, ke)
        for urutan, x in enumerate(k.pusat):
            self._bentuk(k, urutan, len(k.pusat) - 1)(self._c, x, k.y, k.lebar)

    @staticmethod
    def _bentuk(k: Kotak, urutan: int, akhir: int) -> Any:
        """Choose the symbol: the beginning and the end are terminators, the last of a decision is a diamond."""
        if k.langkah.cabang and urutan == akhir:
            return simbol.keputusan
        if k.langkah.simbol is Simbol.MULAI and urutan == 0:
            return simbol.terminator
        if k.langkah.simbol is Simbol.SELESAI and urutan == akhir:
            return simbol.terminator
        return simbol.proses

    def _mendatar(self, k: Kotak, dari: float, ke: float) -> None:
        """Draw an arrow to another column: straight, or below the symbols that stand between."""
        arah = 1 if ke > dari else -1
        if not any(min(dari, ke) < x < max(dari, ke) for x in k.pusat):
            simbol.alir(self._c, [(dari + arah * k.lebar / 2, k.y), (ke - arah * k.lebar / 2, k.y)])
            return
        rendah = k.y - simbol.TINGGI / 2 - 1.8 * MM
        geser = arah * k.lebar * 0.28
        awal, akhir = dari + geser, ke - geser
        tepi = k.y - simbol.TINGGI / 2
        simbol.alir(self._c, [(awal, tepi), (awal, rendah), (akhir, rendah), (akhir, tepi)])

    # --- from row to row ---------------------------------------------------------------------------------------------

    def _turun(self, kini: Kotak, nanti: Kotak) -> None:
        """Draw the arrow from the last symbol of a row to the first of the next."""
        dari, ke = kini.pusat[-1], nanti.pusat[0]
        y = kini.bawah + _JARAK
        tujuan = (ke, nanti.y + simbol.TINGGI / 2)
        simbol.alir(self._c, [(dari, kini.y - kini.setengah_akhir), (dari, y), (ke, y), tujuan])
        if kini.langkah.cabang:
            simbol.label(self._c, dari + 1 * MM, kini.y - kini.setengah_akhir - 2.4 * MM, self._label(kini, nanti))

    @staticmethod
    def _label(kini: Kotak, nanti: Kotak) -> str:
        cabang = kini.langkah.cabang
        return "Ya" if cabang and cabang.ya == nanti.langkah.urutan else "Tidak"

    def _keluar(self, akhir: Kotak, bawah: float) -> None:
        """End the page's flow in a connector, unless the procedure ends here."""
        berikut = self._berikut(akhir.langkah)
        self._lanjut = None
        if berikut is None:
            return
        self._lanjut = next(self._huruf)
        x, y = akhir.pusat[-1], bawah - 5 * MM
        simbol.alir(self._c, [(x, akhir.y - akhir.setengah_akhir), (x, y + 3.2 * MM)])
        simbol.penghubung(self._c, x, y, self._lanjut)

    def _masuk(self, pertama: Kotak, huruf: str, atas: float) -> None:
        """Begin a page's flow from a connector."""
        x, y = pertama.pusat[0], atas + 5 * MM
        simbol.alir(self._c, [(x, y - 3.2 * MM), (x, pertama.y + simbol.TINGGI / 2)])
        simbol.penghubung(self._c, x, y, huruf)

    def _berikut(self, langkah: Langkah) -> int | None:
        """Return the step that stands below this one, if the flow goes there; None at the end."""
        berikut = langkah.urutan + 1
        return berikut if berikut <= len(self._isi.definisi.langkah) else None

    # --- the other way out of a decision -----------------------------------------------------------------------------

    def _cabang_samping(self, langkah: Langkah) -> Iterator[tuple[int, str]]:
        """Yield the ways out of a decision that do not lead to the row below: target and label."""
        if langkah.cabang:
            for tujuan, teks in ((langkah.cabang.ya, "Ya"), (langkah.cabang.tidak, "Tidak")):
                if tujuan != langkah.urutan + 1:
                    yield tujuan, teks

    def _samping(self, k: Kotak, kotak: list[Kotak], bawah: float) -> None:
        """Draw the ways out along the edge of the performers' columns, on this page or to a connector."""
        for tujuan, teks in self._cabang_samping(k.langkah):
            arah = -1 if any(x > k.pusat[-1] for x in k.pusat) else 1
            tepi = self._tepi[1] - _JARAK if arah > 0 else self._tepi[0] + _JARAK
            awal = (k.pusat[-1] + arah * k.lebar / 2, k.y)
            simbol.label(self._c, awal[0] + (1 * MM if arah > 0 else -7 * MM), k.y + 0.9 * MM, teks)
            sasaran = next((s for s in kotak if s.langkah.urutan == tujuan), None)
            if sasaran is not None:
                simbol.alir(self._c, [awal, (tepi, k.y), *self._ke(sasaran, tepi)])
                continue
            huruf = next(self._huruf)
            x = tepi - arah * 2.5 * MM
            simbol.alir(self._c, [awal, (x, k.y), (x, bawah - 1.8 * MM)])
            simbol.penghubung(self._c, x, bawah - 5 * MM, huruf)
            self._menunggu.append((tujuan, huruf, x))

    def _ke(self, sasaran: Kotak, tepi: float) -> list[simbol.Titik]:
        """Return the way from the edge line to the top of a row's first symbol."""
        y = sasaran.atas - _JARAK
        x = sasaran.pusat[0]
        return [(tepi, y), (x, y), (x, sasaran.y + simbol.TINGGI / 2)]

    def _cabang_masuk(self, kotak: list[Kotak], atas: float) -> None:
        """Take up ways out that ended in a connector on an earlier page."""
        for tujuan, huruf, x in list(self._menunggu):
            sasaran = next((s for s in kotak if s.langkah.urutan == tujuan), None)
            if sasaran is not None:
                simbol.alir(self._c, [(x, atas + 1.8 * MM), *self._ke(sasaran, x)])
                simbol.penghubung(self._c, x, atas + 5 * MM, huruf)
                self._menunggu.remove((tujuan, huruf, x))
