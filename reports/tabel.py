"""A ruled table that streams: rows of any number, headings on every page, column numbers, subtotals, totals.

The last rows wait until it is known what follows, so that no page carries a signature without a row of the list.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from reports.goresan import Goresan
from reports.huruf import BIASA, TEBAL, muat, patahkan
from reports.lembar import GARIS, Lembar
from reports.tata_letak import MM

_DALAM = 1.3 * MM  # between a line and the words
_ABU = 0.9  # ground of headings and totals
_TERKECIL = 5.5  # points; below this a word is rather torn apart
_ANGKA = str.maketrans("", "", " •.,-/")  # what stands between the digits of identifiers and dates


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column: heading, width (mm, or a share: widths are scaled to the sheet), alignment, heading above several."""

    judul: str
    lebar: float
    rata: str = "kiri"
    induk: str = ""


@dataclass(frozen=True, slots=True)
class Sel:
    """A cell that differs from its column: spans `rentang` columns, is bold, or is aligned otherwise."""

    teks: str
    rentang: int = 1
    rata: str = ""
    tebal: bool = False


@dataclass(frozen=True, slots=True)
class _Jadi:
    """A row laid out: (x, width, lines, alignment, font, size) of each cell, and its height."""

    sel: tuple[tuple[float, float, tuple[str, ...], str, str, float], ...]
    tinggi: float
    latar: bool
    lengket: bool


class Tabel:
    """Rows on a `Lembar`; headings are drawn with the first row and again on every page."""

    def __init__(
        self, lembar: Lembar, kolom: Sequence[Kolom], *, ukuran: float = 9, tinggi: float = 0, bernomor: bool = False,
        tahan: int = 2,
    ) -> None:  # fmt: skip
        """Prepare a table.

        Args:
            lembar: where it is drawn.
            kolom: the columns, from the left.
            ukuran: size of the words in points.
            tinggi: least height of a row in mm, e.g. where people sign.
            bernomor: put a row of column numbers below the headings.
            tahan: how many rows must stay with what closes the table.
        """
        skala = lembar.lebar / sum(k.lebar for k in kolom)
        self._lembar = lembar
        self._goresan = Goresan(lembar.kanvas)
        self._kolom = tuple(kolom)
        self._lebar = [k.lebar * skala for k in kolom]
        self._x = [lembar.kiri + sum(self._lebar[:i]) for i in range(len(kolom))]
        self._ukuran = ukuran
        self._tinggi = tinggi * MM
        self._bernomor = bernomor
        self._tahan = tahan
        self._antre: list[_Jadi] = []
        self._berkepala = False
        self._kepala = self._susun_kepala()

    # --- rows ------------------------------------------------------------------------------------------------------

    def baris(
        self, sel: Sequence[str | Sel], *, tebal: bool = False, latar: bool = False, lengket: bool = False
    ) -> None:
        """Add a row; cells beyond plain words are `Sel`; `lengket` keeps it on one page with the row after it."""
        self._antre.append(self._susun(sel, tebal, latar, lengket))
        while len(self._antre) > self._tahan:
            self._gambar(self._antre.pop(0))

    def selesai(self, penutup: float = 0) -> None:
        """Draw the rows that wait; if `penutup` points below do not fit, they go to a new page together with it."""
        sisa = sum(b.tinggi for b in self._antre) + penutup
        kepala = 0 if self._berkepala else self._tinggi_kepala
        if self._lembar.sisa < sisa + kepala and not self._lembar.di_puncak:
            muat = self._lembar.atas - self._lembar.bawah
            if sisa + self._tinggi_kepala <= muat:
                self._lembar.halaman_baru()
                self._berkepala = False
        if not self._antre and not self._berkepala:
            self._gambar_kepala()
        while self._antre:
            self._gambar(self._antre.pop(0))

    def _susun(self, sel: Sequence[str | Sel], tebal: bool, latar: bool, lengket: bool = False) -> _Jadi:
        """Break the words of a row and find its height."""
        hasil = []
        ke = 0
        for s in sel:
            s = s if isinstance(s, Sel) else Sel(s)
            lebar = sum(self._lebar[ke : ke + s.rentang])
            huruf = TEBAL if tebal or s.tebal else BIASA
            rata = s.rata or self._kolom[ke].rata
            ukuran = self._muat_kata(s.teks, huruf, lebar) if rata == "kiri" else self._muat(s.teks, huruf, lebar)
            hasil.append((self._x[ke], lebar, patahkan(s.teks, huruf, ukuran, lebar - 2 * _DALAM), rata, huruf, ukuran))
            ke += s.rentang
        terbanyak = max(len(b[2]) for b in hasil)
        return _Jadi(tuple(hasil), max(self._tinggi, self._tinggi_baris(terbanyak)), latar, lengket)

    def _muat(self, teks: str, huruf: str, lebar: float) -> float:
        """Return a size at which a number stays whole: a broken amount would be read as another one."""
        if " " in teks and not teks.translate(_ANGKA).isdigit():
            return self._muat_kata(teks, huruf, lebar)
        return muat(teks, huruf, self._ukuran, lebar - 2 * _DALAM - 0.1, 3.5)

    def _muat_kata(self, teks: str, huruf: str, lebar: float) -> float:
        """Return a size at which no word is torn apart, as far as it can still be read."""
        ruang = lebar - 2 * _DALAM - 0.1
        if len(teks) * self._ukuran <= ruang or max(map(len, teks.split(" "))) * self._ukuran <= ruang:
            return self._ukuran  # no letter is wider than the size of its font
        return min(muat(kata, huruf, self._ukuran, ruang, _TERKECIL) for kata in teks.split(" "))

    def _tinggi_baris(self, jumlah: int) -> float:
        return jumlah * self._ukuran * 1.2 + 2 * _DALAM * 0.85

    # --- drawing ---------------------------------------------------------------------------------------------------

    def _gambar(self, b: _Jadi) -> None:
        perlu = b.tinggi + (self._antre[0].tinggi if b.lengket and self._antre else 0)
        if not self._berkepala or self._lembar.sisa < perlu:
            butuh = perlu + (0 if self._berkepala else self._tinggi_kepala)
            if self._lembar.sisa < butuh and not self._lembar.di_puncak:
                self._lembar.halaman_baru()
            self._gambar_kepala()
        self._coret(b)

    def _coret(self, b: _Jadi) -> None:
        """Draw a row's ground, lines and words at the cursor."""
        lembar, c = self._lembar, self._lembar.kanvas
        atas, bawah = lembar.y, lembar.y - b.tinggi
        if b.latar:
            c.setFillGray(_ABU)
            c.rect(lembar.kiri, bawah, lembar.lebar, b.tinggi, stroke=0, fill=1)
            c.setFillGray(0)
        kiri, kanan = f"{lembar.kiri:.2f}", f"{lembar.kanan:.2f}"
        a, w = f"{atas:.2f}", f"{bawah:.2f}"
        tegak = " ".join([f"{x:.2f} {a} m {x:.2f} {w} l" for x, *_ in b.sel])
        c.addLiteral(
            f"{GARIS} w {tegak} {kanan} {a} m {kanan} {w} l {kiri} {a} m {kanan} {a} l {kiri} {w} m {kanan} {w} l S"
        )
        for x, lebar, baris, rata, huruf, ukuran in b.sel:
            self._isi_sel(x, lebar, (atas + bawah) / 2, baris, rata, huruf, ukuran)
        self._goresan.keluarkan()
        lembar.y = bawah

    def _isi_sel(
        self, x: float, lebar: float, tengah: float, baris: tuple[str, ...], rata: str, huruf: str, ukuran: float
    ) -> None:
        """Write the lines of one cell around its middle."""
        if baris == ("",):
            return
        g = self._goresan
        y = tengah + (len(baris) * ukuran * 1.2) / 2 - ukuran * 0.95
        for teks in baris:
            if rata == "tengah":
                g.tengah(x + lebar / 2, y, teks, huruf, ukuran)
            elif rata == "kanan":
                g.kanan(x + lebar - _DALAM, y, teks, huruf, ukuran)
            else:
                g.kiri(x + _DALAM, y, teks, huruf, ukuran)
            y -= ukuran * 1.2

    # --- headings --------------------------------------------------------------------------------------------------

    def _susun_kepala(self) -> list[tuple[float, float, float, float, tuple[str, ...], float]]:
        """Lay out the headings as boxes: x, distance from the top, width, height, lines, size of the words."""
        ukuran = [self._muat_kata(k.judul, TEBAL, w) for k, w in zip(self._kolom, self._lebar, strict=True)]
        dalam = [
            patahkan(k.judul, TEBAL, u, w - 2 * _DALAM)
            for k, w, u in zip(self._kolom, self._lebar, ukuran, strict=True)
        ]
        bawah = max(self._tinggi_baris(len(b)) for b in dalam)
        berinduk = any(k.induk for k in self._kolom)
        atas = self._tinggi_baris(1) if berinduk else 0
        kotak = []
        ke = 0
        while ke < len(self._kolom):
            k = self._kolom[ke]
            if not k.induk:
                kotak.append((self._x[ke], 0.0, self._lebar[ke], atas + bawah, dalam[ke], ukuran[ke]))
                ke += 1
                continue
            akhir = ke
            polos = not any(j.judul for j in self._kolom if j.induk == k.induk)
            while akhir < len(self._kolom) and self._kolom[akhir].induk == k.induk:
                if not polos:
                    kotak.append((self._x[akhir], atas, self._lebar[akhir], bawah, dalam[akhir], ukuran[akhir]))
                akhir += 1
            tinggi = atas + bawah if polos else atas
            lebar = sum(self._lebar[ke:akhir])
            kotak.append(
                (self._x[ke], 0.0, lebar, tinggi, (k.induk,), muat(k.induk, TEBAL, self._ukuran, lebar - 2, 4))
            )
            ke = akhir
        self._tinggi_kepala = atas + bawah + (self._tinggi_baris(1) if self._bernomor else 0)
        return kotak

    def _gambar_kepala(self) -> None:
        """Draw the headings at the cursor."""
        lembar, c = self._lembar, self._lembar.kanvas
        c.setLineWidth(GARIS)
        for x, dari_atas, lebar, tinggi, baris, ukuran in self._kepala:
            y = lembar.y - dari_atas - tinggi
            c.setFillGray(_ABU)
            c.rect(x, y, lebar, tinggi, stroke=1, fill=1)
            c.setFillGray(0)
            self._isi_sel(x, lebar, y + tinggi / 2, baris, "tengah", TEBAL, ukuran)
            self._goresan.keluarkan()
        lembar.y -= max(d + t for _, d, _, t, *_ in self._kepala)
        self._berkepala = True
        if self._bernomor:
            nomor = [Sel(str(i + 1), rata="tengah") for i in range(len(self._kolom))]
            asli, self._tinggi = self._tinggi, 0
            self._coret(self._susun(nomor, tebal=False, latar=True))
            self._tinggi = asli
