"""Finds the cells in a piece of a sheet's XML by numpy: eight bytes of every cell at once, no object for any of them.

Nearly all cells of a list are written in one of a few ways: a shared string, a number, nothing but a style. What
stands between a cell's reference and its digits ("bentuk") is the same few bytes again and again, so each distinct one
is looked at once. A cell that is written otherwise, a date too, is kept as its bytes for the reader of `xlsx_sisa`.
Every byte of a piece belongs to one row's tag or one cell and is accounted for; what is not raises `TakBiasa`.
"""

import re
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from app.usulan.xlsx_angka import I64, U64, Nilai, baca_nilai, bait, bilangan, bukan_angka, ulang

ANGKA = -1
"""Stands in `Potongan.nilai` for a number."""
_SISA, _TEKS, _ANGKA, _KOSONG = 0, 1, 2, 3
"""What a cell is, by its form: left to the other reader, a shared string, a plain number, blank."""
_BUKA, _SEMBUNYI = 1, 2
"""A row's tag: cells follow it, it is hidden."""
MAKS_BENTUK = 4_096
"""Forms of cells that are known at once; cells of others are left over."""
PANJANG_BENTUK = 24
SISA_SEDIKIT = 20_000
"""Distinct cells of a sheet that are left over, beyond a third of all, before the sheet is left over as a whole."""
BARIS_MAKS, KOLOM_MAKS = 1_048_576, 16_384
_BANTAL = b"\0" * 40
_TAG_BARIS = re.compile(rb'(?: [\w:.]+="[^"<>]*")* ?(>|/>|></row>)')
_BENTUK = re.compile(rb'( [rst]="\w*")*(>(?:<v>)?| ?/>|></c>)')
_SIFAT = re.compile(rb' (\w)="(\w*)"')


_BARIS, _BARIS_SAJA, _SEL, _REF, _AKHIR_BARIS = map(bait, (b'<row r="', b"<row ", b"<c ", b'<c r="', b"</row>"))
_RUMUS = [bait(b"<f" + satu) for satu in (b" ", b">", b"/")]
_SESUDAH_RUMUS, _SESUDAH_RUMUS_KOSONG = bait(b"</f><v>"), bait(b"/><v>")
_TIGA, _LIMA, _ENAM = (np.uint64((1 << 8 * n) - 1) for n in (3, 5, 6))
_TOPENG: tuple[U64, ...] = tuple(
    np.array([(1 << 8 * min(max(n - dari, 0), 8)) - 1 for n in range(PANJANG_BENTUK + 1)], np.uint64)
    for dari in (0, 8, 16)
)
"""Keeps of a form of n bytes those that are in its first, second, third eight."""
_ACAK = tuple(map(np.uint64, (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9)))


class TakBiasa(Exception):  # noqa: N818 - no fault
    """The workbook is written in a way that this reader does not know; calamine reads all of it."""


@dataclass(slots=True)
class Potongan:
    """The cells of a piece that hold something, in the order of rows and columns, both from 0.

    Attributes:
        nilai: place in the book's table of values, or `ANGKA`; `angka` holds those in their order.
        akhir: row number of the last row, from 0, be it blank.
    """

    baris: NDArray[np.int32]
    kolom: NDArray[np.int32]
    nilai: NDArray[np.int32]
    angka: NDArray[np.float64]
    akhir: int

    def saring(self, ada: NDArray[np.bool_]) -> None:
        """Keep these cells alone, all numbers among them."""
        if not ada.all():
            self.baris, self.kolom, self.nilai = self.baris[ada], self.kolom[ada], self.nilai[ada]


class Kamus(dict[bytes, int]):
    """Numbers what is new in the order in which it comes."""

    def __missing__(self, kunci: bytes) -> int:
        self[kunci] = nomor = len(self)
        return nomor


@dataclass(slots=True)
class _Bentuk:
    """The forms of cells seen so far: their 24 bytes, what each is, and where a hash finds it (one place, one form)."""

    tempat: NDArray[np.int16] = field(default_factory=lambda: np.zeros(1 << 16, np.int16))
    kata: U64 = field(default_factory=lambda: np.zeros((3, MAKS_BENTUK), np.uint64))
    jenis: NDArray[np.int8] = field(default_factory=lambda: np.zeros(MAKS_BENTUK, np.int8))
    banyak: int = 1

    def cari(self, kata: tuple[U64, U64, U64]) -> "tuple[NDArray[np.int64], NDArray[np.int16], NDArray[np.bool_]]":
        """Return hash, form and whether it truly is that form, for each cell."""
        acak = kata[0] * _ACAK[0] ^ kata[1] * _ACAK[1] ^ kata[2] * _ACAK[2]
        tempat = (acak >> np.uint64(48)).astype(np.int64)
        nomor = self.tempat[tempat]
        sama = (self.kata[0][nomor] == kata[0]) & (self.kata[1][nomor] == kata[1]) & (self.kata[2][nomor] == kata[2])
        return tempat, nomor, sama

    def catat(self, tempat: int, kata: tuple[int, int, int], jenis: int) -> int:
        """Note a new form and return its number; 0, which is left to the other reader, where there is no room."""
        if self.tempat[tempat] or self.banyak >= MAKS_BENTUK:
            return 0
        self.kata[:, self.banyak], self.jenis[self.banyak], self.tempat[tempat] = kata, jenis, self.banyak
        self.banyak += 1
        return self.banyak - 1


class Pemindai:
    """Looks through the sheets of one book. `sisa` numbers the cells that are left to the other reader, by their bytes.

    Args:
        teks: number of shared strings; they follow the blank at 0 in the table of values, what is left comes behind.
        tanggal: for each style of cells, whether numbers in it are days or times.
    """

    def __init__(self, teks: int, tanggal: NDArray[np.bool_]) -> None:
        self.sisa = Kamus()
        self._teks = teks
        self._tanggal = tanggal
        self._bentuk = _Bentuk()
        self._tag_baris = _TagBaris()
        self.mulai()

    def mulai(self) -> None:
        """Begin a sheet: nothing is counted yet."""
        self.sel = self.tersembunyi = self.baris_akhir = 0
        self._sisa_mulai = len(self.sisa)
        self.lebar = 26

    def pindai(self, isi: bytes) -> Potongan:
        """Find the cells of whole rows.

        Raises:
            TakBiasa: the piece is not written as known.
        """
        _pastikan_teks(isi)
        data = isi + _BANTAL
        kata: U64 = np.ndarray((len(isi) + len(_BANTAL) - 8,), "<u8", data, 0, (1,))
        tempat, awal, adalah_baris = _batas(data, kata, len(isi))
        akhir = np.append(tempat[1:], len(isi))
        ke = np.flatnonzero(adalah_baris)
        baris = self._baris(isi, kata, tempat[ke], akhir[ke], ~np.append(adalah_baris, True)[ke + 1])
        banyak = np.diff(np.append(ke, len(tempat))) - 1
        sel = np.flatnonzero(~adalah_baris)
        terakhir = np.append(adalah_baris, True)[sel + 1]
        akhir = akhir[sel] - 6 * terakhir
        if (kata[akhir[terakhir]] & _ENAM != _AKHIR_BARIS).any() or (awal[sel] & _ENAM != _REF).any():
            raise TakBiasa
        tiap = np.repeat(np.arange(len(ke)), banyak)
        return self._sel(isi, kata, tempat[sel], akhir, baris, tiap)

    def _baris(
        self, isi: bytes, kata: U64, tempat: I64, akhir: I64, berisi: NDArray[np.bool_]
    ) -> tuple[I64, U64, U64, I64]:
        """Return of each row its number, the bytes of the number with its quote, the mask of those, how many digits."""
        di = _tempat_nomor(isi, kata, tempat, akhir)
        angka = kata[di]
        rendah = bukan_angka(angka)
        rendah &= ~rendah + np.uint64(1)  # the lowest one: the first byte that is no digit
        digit = (np.bitwise_count(rendah - np.uint64(1)) >> 3).astype(np.int64)
        if (digit == 0).any() or (digit > 7).any():
            raise TakBiasa
        geser = (8 * digit).astype(np.uint64)
        nomor = bilangan(angka << (np.uint64(64) - geser)).astype(np.int64)
        if ((angka >> geser) & np.uint64(255) != np.uint64(ord('"'))).any() or nomor[-1] > BARIS_MAKS:
            raise TakBiasa
        if nomor[0] <= self.baris_akhir or (np.diff(nomor) <= 0).any():
            raise TakBiasa
        sesudah = di + digit + 1
        tag = [isi[a:b] for a, b in zip(sesudah.tolist(), akhir.tolist(), strict=True)]
        for ke in np.flatnonzero(di != tempat + 8).tolist():
            tag[ke] = isi[tempat[ke] + 4 : di[ke] - 4] + tag[ke]
        jenis = np.fromiter(map(self._tag_baris.__getitem__, tag), np.int8, len(tag))
        if ((jenis & _BUKA > 0) != berisi).any():
            raise TakBiasa
        self.tersembunyi += int(np.count_nonzero(jenis & _SEMBUNYI))
        self.baris_akhir = int(nomor[-1])
        topeng = (rendah << np.uint64(1)) - np.uint64(1)
        return nomor, angka & topeng, topeng, digit

    def _sel(
        self, isi: bytes, kata: U64, tempat: I64, akhir: I64, semua: tuple[I64, U64, U64, I64], ke: I64
    ) -> Potongan:
        """Find the cells of a piece: of each its first byte, the byte behind it, and its row in what `_baris` gives."""
        nomor, angka, topeng, digit = semua
        if len(digit) and (digit == digit[0]).all():  # nearly all rows of a sheet have numbers equally long
            topeng, digit = topeng[:1], digit[:1]
        else:
            topeng, digit = topeng[ke], digit[ke]
        baris, angka = nomor[ke], angka[ke]
        huruf, kolom = _kolom(kata[tempat + 6])
        awal = tempat + 6 + huruf
        if (kata[awal] & topeng != angka).any() or (np.diff(baris * KOLOM_MAKS + kolom) <= 0).any():
            raise TakBiasa
        awal += digit + 1
        self.sel += len(awal)
        self.lebar = max(self.lebar, int(kolom.max(initial=0)) + 1)
        isian = baca_nilai(kata, akhir)
        ujung = _ujung_bentuk(isi, kata, tempat, awal, akhir, isian)
        jenis = self._jenis(isi, kata, awal, ujung, isian.dikenal)
        jenis[(jenis == _TEKS) & isian.pecah | (jenis != _KOSONG) & ~isian.bernilai] = _SISA
        nilai = np.full(len(awal), ANGKA, np.int64)
        teks = jenis == _TEKS
        nilai[teks] = isian.bulat[teks] + 1
        if nilai.max(initial=0) > self._teks:
            raise TakBiasa
        sisa = np.flatnonzero(jenis == _SISA)
        kunci = [isi[a:b] for a, b in zip(awal[sisa].tolist(), akhir[sisa].tolist(), strict=True)]
        nilai[sisa] = np.fromiter(map(self.sisa.__getitem__, kunci), np.int64, len(kunci)) + 1 + self._teks
        if len(self.sisa) - self._sisa_mulai > SISA_SEDIKIT + self.sel // 3:
            raise TakBiasa  # calamine alone is as quick then
        ada = jenis != _KOSONG
        return Potongan(
            (baris[ada] - 1).astype(np.int32),
            kolom[ada].astype(np.int32),
            nilai[ada].astype(np.int32),
            isian.angka[jenis == _ANGKA],
            self.baris_akhir - 1,
        )

    def _jenis(self, isi: bytes, kata: U64, awal: I64, ujung: I64, dikenal: NDArray[np.bool_]) -> NDArray[np.int8]:
        """Tell of each cell by its form, which ends at `ujung`, what it is."""
        panjang = ujung - awal
        dikenal = dikenal & (panjang <= PANJANG_BENTUK)
        panjang = np.where(dikenal, panjang, 0)
        nol = np.zeros(len(awal), np.uint64)
        sampai = int(panjang.max(initial=0))
        tiga = [kata[awal + n] & _TOPENG[ke][panjang] if sampai > n else nol for ke, n in enumerate((0, 8, 16))]
        tempat, nomor, sama = self._bentuk.cari((tiga[0], tiga[1], tiga[2]))
        jenis = np.where(dikenal & sama, self._bentuk.jenis[nomor], np.int8(_SISA))
        baru = np.flatnonzero(dikenal & ~sama)
        while len(baru) and self._bentuk.banyak < MAKS_BENTUK:
            satu = int(baru[0])
            tulisan = isi[int(awal[satu]) : int(ujung[satu])]
            ini = self._bentuk.catat(
                int(tempat[satu]), (int(tiga[0][satu]), int(tiga[1][satu]), int(tiga[2][satu])), self._arti(tulisan)
            )
            kembar = (
                (tiga[0][baru] == tiga[0][satu]) & (tiga[1][baru] == tiga[1][satu]) & (tiga[2][baru] == tiga[2][satu])
            )
            jenis[baru[kembar]] = self._bentuk.jenis[ini]
            baru = baru[~kembar]
        return jenis

    def _arti(self, tulisan: bytes) -> int:
        """Tell what a cell is whose reference is followed by this, up to its digits or its end."""
        cocok = _BENTUK.fullmatch(tulisan)
        sifat = _SIFAT.findall(tulisan)
        jenis = dict(sifat)
        gaya, macam = jenis.get(b"s", b"0"), jenis.get(b"t", b"n")
        if not cocok or len(jenis) != len(sifat) or b"r" in jenis or macam == b"e":
            return _SISA
        if cocok[2] not in (b"><v>", b">"):
            return _KOSONG
        if macam == b"s":
            return _TEKS
        if macam != b"n" or not gaya.isdigit() or gaya != b"%d" % int(gaya):
            return _SISA
        return _SISA if int(gaya) < len(self._tanggal) and self._tanggal[int(gaya)] else _ANGKA


class _TagBaris(dict[bytes, int]):
    """What the rest of a row's tag says, by its bytes."""

    def __missing__(self, tag: bytes) -> int:
        cocok = _TAG_BARIS.fullmatch(tag)
        if not cocok or b' r="' in tag:
            raise TakBiasa
        sembunyi = re.search(rb'\bhidden="(?:1|true)"', tag)
        nilai = self[tag] = (_BUKA if cocok[1] == b">" else 0) | (_SEMBUNYI if sembunyi else 0)
        return nilai


def _tempat_nomor(isi: bytes, kata: U64, tempat: I64, akhir: I64) -> I64:
    """Return where the numbers of rows begin: at once, or behind other attributes."""
    di = tempat + 8
    for ke in np.flatnonzero(kata[tempat] != _BARIS).tolist():
        dari = isi.find(b' r="', tempat[ke], akhir[ke])
        if dari < 0:
            raise TakBiasa
        di[ke] = dari + 4
    return di


def _pastikan_teks(isi: bytes) -> None:
    """Raise TakBiasa where bytes are no UTF-8, be it in a formula that nobody reads: the file is damaged."""
    try:
        _ = isi.isascii() or isi.decode("utf-8")
    except UnicodeDecodeError as sebab:
        raise TakBiasa from sebab


def _batas(data: bytes, kata: U64, panjang: int) -> tuple[I64, U64, NDArray[np.bool_]]:
    """Return where rows and cells begin, the eight bytes there, and which are rows; a piece begins with one."""
    bait = np.frombuffer(data, np.uint8, panjang + 1)
    lanjut = bait[1:]
    calon = np.flatnonzero((bait[:-1] == ord("<")) & ((lanjut == ord("c")) | (lanjut == ord("r"))))
    awal = kata[calon]
    baris = awal & _LIMA == _BARIS_SAJA
    if not len(calon) or calon[0] or not baris[0]:
        raise TakBiasa
    dipakai = baris | (awal & _TIGA == _SEL)
    return calon[dipakai], awal[dipakai], baris[dipakai]


def _kolom(ref: U64) -> tuple[I64 | np.int64, I64]:
    """Return how many letters a reference has, and its column from 0."""
    satu, dua, tiga = ((ref >> np.uint64(n) & np.uint64(255)).astype(np.int64) - 64 for n in (0, 8, 16))
    ada_dua = dua > 0
    if not ada_dua.any() and satu.min(initial=1) > 0 and satu.max(initial=1) <= 26:
        return np.int64(1), satu - 1
    ada_tiga = ada_dua & (tiga > 0)
    kolom = np.where(ada_dua, satu * 26 + dua, satu)
    kolom = np.where(ada_tiga, kolom * 26 + tiga, kolom) if ada_tiga.any() else kolom
    salah = (satu < 1) | (satu > 26) | (ada_dua & (dua > 26)) | (ada_tiga & (tiga > 26)) | (kolom > KOLOM_MAKS)
    if salah.any():
        raise TakBiasa
    return 1 + ada_dua + ada_tiga, kolom - 1


def _ujung_bentuk(isi: bytes, kata: U64, tempat: I64, awal: I64, akhir: I64, isian: Nilai) -> I64:
    """Return where the form of each cell ends: where its number begins, or before its formula, which says nothing."""
    depan = kata[isian.ujung - 8]
    tutup = depan >> np.uint64(8) == _SESUDAH_RUMUS
    kosong = depan >> np.uint64(24) == _SESUDAH_RUMUS_KOSONG
    ke = np.flatnonzero(isian.bernilai & isian.dikenal & (tutup | kosong))
    if not len(ke):
        return isian.ujung
    mulai = awal[ke] + _sampai_tutup(kata, awal[ke])
    rumus = np.isin(kata[mulai] & _TIGA, _RUMUS)
    # The tags of such a cell are <c, <f, </f, <v, </v, </c and no other.
    batas = np.stack([tempat[ke], akhir[ke]], axis=1).ravel()
    banyak = np.add.reduceat(np.frombuffer(isi + b" ", np.uint8) == ord("<"), batas, dtype=np.int64)[::2]
    ya = rumus & (banyak == np.where(tutup[ke], 6, 5))
    ujung = isian.ujung.copy()
    ujung[ke[ya]] = mulai[ya]
    return ujung


def _sampai_tutup(kata: U64, awal: I64) -> I64:
    """Return how many bytes there are up to and with the first `>`; 25 when it is not among the next 24."""
    hasil = np.full(len(awal), PANJANG_BENTUK + 1, np.int64)
    for dari in (16, 8, 0):
        beda = kata[awal + dari] ^ ulang(ord(">"))
        nol = (beda - ulang(1)) & ~beda & ulang(0x80)
        di = np.bitwise_count((nol & (~nol + np.uint64(1))) - np.uint64(1)).astype(np.int64) >> 3
        hasil = np.where(nol != 0, dari + di + 1, hasil)
    return hasil
