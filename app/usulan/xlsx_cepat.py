"""Reads a large xlsx in one pass, five times as fast as calamine, and gives exactly its cells.

Of two million cells of a list nearly all are shared strings and whole numbers; calamine makes an object of each. Here
the sheet's XML goes by once, in pieces: `xlsx_potong` finds cells by numpy, `xlsx_teks` reads the shared strings, and
what is rare is read by calamine itself (`xlsx_sisa`). Only ways of writing that are known to the byte are read here;
at anything else the whole book is left to calamine (`TakBiasa`), so that a cell is slow rather than wrong.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol
from zipfile import ZipFile

import numpy as np
from numpy.typing import NDArray

from app.usulan.bingkai import LEBAR_BIASA, MAKS_ISI, kemas_blok
from app.usulan.penjaga import (
    MAKS_SEL,
    ZIP_RUSAK,
    Catatan,
    Tolak,
    buku_xlsx,
    butir_zip,
    geser_xlsx,
    kolom_sembunyi,
    lembar_xlsx,
    periksa_lembar,
    tolak_dtd,
    tolak_rongga,
)
from app.usulan.xlsx_potong import ANGKA, Pemindai, Potongan, TakBiasa
from app.usulan.xlsx_sisa import ENTAH, KOSONG, MAKS_BAGIAN, TERISI, BukuSisa, Sisa, ada_tanda, lembar_kerja, pilah
from app.usulan.xlsx_teks import MAKS_TEKS, TeksBersama, awalan, baca_teks, pastikan_utf8, tanpa_awalan

_BESAR = 1 << 20
_MAKS_BARIS = 1 << 24
"""Bytes of one row."""
BARIS_PER_BLOK = 2_000
_HURUF_PER_BINGKAI = 1 << 20
_AWAL = re.compile(rb"<sheetData(?: [^<>]*[^<>/])?>")
_AKHIR = b"</sheetData>"
_TANPA_SEL = re.compile(rb"<(?:\w+:)?sheetData ?/>")


class Penerima(Protocol):
    """Takes frames (`anak.Pengirim`)."""

    def kirim(self, isi: Any) -> None: ...
    def kirim_bait(self, data: bytes) -> None: ...


@dataclass(slots=True)
class _Lembar:
    """One sheet: its entry, what stands before and behind its rows, its cells, what calamine would hide.

    `tanda` is its mark in the small book, None for a sheet without cells; `awalan` what stands before its tags' names.
    """

    butir: str
    kepala: bytes = b""
    ekor: bytes = b""
    potongan: list[Potongan] = field(default_factory=list)
    catatan: Catatan = field(default_factory=Catatan)
    tanda: int | None = None
    awalan: bytes = b""


@dataclass(slots=True)
class Luas:
    """The rectangle of the cells that hold something, as calamine measures it; rows and columns count from 0."""

    kiri: int = 0
    kanan: int = -1
    bawah: int = -1

    @property
    def lebar(self) -> int:
        """Columns."""
        return self.kanan - self.kiri + 1

    def cakup(self, baris: NDArray[np.int32], kolom: NDArray[np.int32]) -> None:
        """Take in more cells, in the order of their rows."""
        if len(kolom):
            kiri = int(kolom.min())
            self.kiri = min(self.kiri, kiri) if self.lebar else kiri
            self.kanan, self.bawah = max(self.kanan, int(kolom.max())), int(baris[-1])


@dataclass(slots=True)
class LembarCepat:
    """The cells of one sheet, ready to be sent.

    Attributes:
        nomor: place among the sheets of the book. tentang, gabungan: what calamine says of it and its merged ranges.
    """

    nomor: int
    tentang: Any
    gabungan: list[Any]
    catatan: Catatan
    potongan: list[Potongan]
    luas: Luas = field(default_factory=Luas)


@dataclass(slots=True)
class BukuCepat:
    """A book that was read quickly: its sheets in their order, and the table of values that their cells point into."""

    lembar: list[LembarCepat]
    _teks: TeksBersama
    _nilai: list[Any]

    def kirim_nilai(self, keluar: Penerima) -> None:
        """Send the table of values; it begins behind the blank cell."""
        for kelompok in self._teks.kelompok:
            keluar.kirim({"jenis": "nilai", "isi": kelompok})
        for kelompok in _kelompok(self._nilai):
            keluar.kirim({"jenis": "nilai", "isi": kelompok})

    def kirim_sel(self, lembar: LembarCepat, keluar: Penerima) -> None:
        """Send the rows of a sheet in blocks, and let go of them.

        Raises:
            Tolak: `terlalu_besar` when a cell stands far away from all others.
        """
        if lembar.luas.bawah * lembar.luas.lebar > MAKS_SEL:
            raise Tolak("terlalu_besar", "sel_jauh")
        dasar = 1 + self._teks.banyak + len(self._nilai)
        mulai = 0
        lembar.potongan.reverse()
        while lembar.potongan:
            potongan = lembar.potongan.pop()
            akhir = min(potongan.akhir, lembar.luas.bawah) + 1
            for awal in range(mulai, akhir, BARIS_PER_BLOK):
                sampai = min(awal + BARIS_PER_BLOK, akhir)
                keluar.kirim_bait(_blok(potongan, lembar.luas, awal, sampai, dasar))
            mulai = akhir


def baca(arsip: ZipFile) -> BukuCepat | None:
    """Read all sheets of an xlsx; None when calamine must.

    Raises:
        Tolak: the book is refused.
    """
    try:
        return _baca(arsip)
    except TakBiasa:
        return None


def _baca(arsip: ZipFile) -> BukuCepat:
    nama = lembar_xlsx(arsip)
    if len(set(nama.values())) != len(nama):
        raise TakBiasa
    butir_teks = butir_zip(arsip).get(f"{buku_xlsx(arsip)[0]}sharedStrings.xml".lower(), "")
    teks = baca_teks(_isi(arsip, butir_teks, MAKS_TEKS)) if butir_teks else TeksBersama()
    buku = BukuSisa(arsip, butir_teks)
    pemindai = Pemindai(teks.banyak, buku.gaya_tanggal(list(nama.values())))
    semua = {satu: _pindai(arsip, butir, pemindai) for satu, butir in nama.items()}
    geser = geser_xlsx(arsip)
    for lembar in semua.values():
        lembar.catatan.geser_hari = geser
    return _gabung(buku, semua, teks, pemindai.sisa)


def _isi(arsip: ZipFile, butir: str, batas: int) -> bytes:
    if arsip.getinfo(butir).file_size > batas:
        raise TakBiasa
    try:
        return arsip.read(butir)
    except ZIP_RUSAK as sebab:
        raise TakBiasa from sebab


def _pindai(arsip: ZipFile, butir: str, pemindai: Pemindai) -> _Lembar:
    """Look through the rows of one sheet; one without any is kept as it is."""
    lembar = _Lembar(butir)
    pemindai.mulai()
    try:
        with arsip.open(butir) as berkas:
            awal = berkas.read(_BESAR)
            tolak_dtd(awal[: 1 << 16])
            pastikan_utf8(awal[:200])
            lembar.awalan = awalan(awal, b"worksheet")
            awal = tanpa_awalan(awal, lembar.awalan)
            mulai = _AWAL.search(awal)
            lembar.kepala = awal[: mulai.end()] if mulai else b""
            if not mulai or b"<!" in lembar.kepala or lembar.kepala.count(b"sheetData") != 1:
                return _tanpa_sel(arsip, lembar)
            for potong in _potong(berkas, awal[mulai.end() :], lembar):
                lembar.potongan.append(pemindai.pindai(potong))
                tolak_rongga(pemindai.baris_akhir * pemindai.lebar, pemindai.sel)
    except ZIP_RUSAK as sebab:
        raise Tolak("rusak", butir) from sebab
    lembar.catatan.tersembunyi = pemindai.tersembunyi
    lembar.catatan.kolom_sembunyi = [*kolom_sembunyi(lembar.kepala[: lembar.kepala.rfind(b"sheetData")])]
    return lembar


def _tanpa_sel(arsip: ZipFile, lembar: _Lembar) -> _Lembar:
    """Keep a sheet that has no cells, or that is a chart, as it is."""
    isi = _isi(arsip, lembar.butir, MAKS_BAGIAN)
    if isi.count(b"sheetData") > 1 or b"\0" in isi or (b"sheetData" in isi and not _TANPA_SEL.search(isi)):
        raise TakBiasa
    lembar.catatan = periksa_lembar(arsip, lembar.butir)
    lembar.kepala = isi
    return lembar


def _potong(berkas: Any, sisa: bytes, lembar: _Lembar) -> Iterator[bytes]:
    """Yield the XML in pieces of whole rows, and keep what stands behind the last."""
    while True:
        batas = sisa.rfind(b"</row>") + 6
        if batas >= 6:
            yield sisa[:batas]
            sisa = sisa[batas:]
        tutup = sisa.find(_AKHIR)
        if tutup >= 0:
            if tutup:
                yield sisa[:tutup]
            lembar.ekor = tanpa_awalan(sisa[tutup:] + berkas.read(), lembar.awalan)
            return
        lagi = berkas.read(_BESAR)
        if not lagi or len(sisa) > _MAKS_BARIS:
            raise TakBiasa
        sisa = tanpa_awalan(sisa + lagi, lembar.awalan)


def _gabung(buku: BukuSisa, semua: dict[str, _Lembar], teks: TeksBersama, sel: Iterable[bytes]) -> BukuCepat:
    """Have calamine read what is left over, and put it where it belongs."""
    sisa = pilah(sel)
    isi = {satu.butir: satu.kepala for satu in semua.values()}
    for nomor, satu in enumerate(satu for satu in semua.values() if satu.ekor):
        banyak = (len(teks.sisa), sisa.titipan.values()) if not nomor else (0, ())
        isi[satu.butir] = satu.kepala + buku.baris(nomor, *banyak) + satu.ekor
        satu.tanda, satu.kepala, satu.ekor = nomor, b"", b""
    hasil = []
    for nomor, tentang, lembar in lembar_kerja(buku.buka(isi, teks.sisa.values())):
        if tentang.name not in semua:
            raise TakBiasa
        satu = semua[tentang.name]
        if satu.tanda == 0:
            _isi_sisa(buku.jawaban(lembar, len(teks.sisa), len(sisa.titipan)), teks, sisa)
        elif lembar.width if satu.tanda is None else not ada_tanda(lembar, satu.tanda):
            raise TakBiasa
        hasil.append(LembarCepat(nomor, tentang, lembar.merged_cell_ranges or [], satu.catatan, satu.potongan))
    for ini in hasil:
        _rapikan(ini, sisa, teks.banyak)
    _tolak_panjang(hasil, teks, sisa.nilai)
    return BukuCepat(hasil, teks, sisa.nilai)


def _isi_sisa(jawaban: tuple[list[Any], list[Any]], teks: TeksBersama, sisa: Sisa) -> None:
    """Put what calamine read where it was missing."""
    for (kelompok, ke), nilai in zip(teks.sisa, jawaban[0], strict=True):
        daftar = teks.kelompok[kelompok]
        if not isinstance(daftar, list) or not isinstance(nilai, str):
            raise TakBiasa
        daftar[ke] = nilai
    for ke, nilai in zip(sisa.titipan, jawaban[1], strict=True):
        sisa.nilai[ke] = nilai
        if nilai != "":
            sisa.isi[ke] = TERISI


def _rapikan(lembar: LembarCepat, sisa: Sisa, teks: int) -> None:
    """Note what is hidden, leave out what is blank after all, and find the rectangle of the cells."""
    tempat = _tempat_sisa(sisa, teks)
    tertanda = np.zeros(len(sisa.nilai), np.bool_)
    tertanda[[ke for ke, _, _ in sisa.catatan.galat] + [ke for ke, _ in sisa.catatan.rumus_kosong]] = True
    pasti = Luas()
    for satu in lembar.potongan:
        ke = np.flatnonzero(satu.nilai > teks)
        nomor = satu.nilai[ke] - 1 - teks
        _catat(satu, ke[tertanda[nomor]], teks, sisa.catatan, lembar.catatan)
        satu.nilai[ke] = tempat[nomor]
        jenis = np.full(len(satu.nilai), TERISI, np.uint8)
        jenis[ke] = sisa.isi[nomor]
        satu.saring(jenis != KOSONG)
        lembar.luas.cakup(satu.baris, satu.kolom)
        tentu = jenis[jenis != KOSONG] != ENTAH
        pasti.cakup(satu.baris[tentu], satu.kolom[tentu])
    if lembar.luas != pasti or pasti.lebar > LEBAR_BIASA:
        raise TakBiasa


def _tempat_sisa(sisa: Sisa, teks: int) -> NDArray[np.int32]:
    """Return where in the table of values the cells that were left over are, by their number."""
    tempat = np.arange(1 + teks, 1 + teks + len(sisa.nilai), dtype=np.int32)
    for ke, indeks in sisa.teks.items():
        if indeks >= teks:
            raise TakBiasa
        tempat[ke] = 1 + indeks
    return tempat


def _catat(potongan: Potongan, ke: NDArray[np.int64], teks: int, dari: Catatan, tujuan: Catatan) -> None:
    """Note of these cells where the errors and uncalculated formulas among them stand; `dari` has them by number."""
    galat = {sel: tulisan for sel, _, tulisan in dari.galat} if len(ke) else {}
    rumus = {sel for sel, _ in dari.rumus_kosong} if len(ke) else set()
    for k in ke.tolist():
        sel = int(potongan.nilai[k]) - 1 - teks
        baris, kolom = int(potongan.baris[k]), int(potongan.kolom[k])
        if sel in galat:
            tujuan.galat.append((baris, kolom, galat[sel]))
        if sel in rumus:
            tujuan.rumus_kosong.append((baris, kolom))


def _tolak_panjang(semua: list[LembarCepat], teks: TeksBersama, nilai: list[Any]) -> None:
    """Refuse a book whose cells together hold more text than may be sent: one long text may stand in all of them."""
    terpanjang = max(teks.terpanjang, max((len(satu) for satu in nilai if isinstance(satu, str)), default=0))
    if terpanjang * sum(len(satu.nilai) for lembar in semua for satu in lembar.potongan) <= MAKS_ISI:
        return
    sendiri = (len(satu) if isinstance(satu, str) else 1 for satu in nilai)
    panjang = np.array([0, *teks.panjang(), *sendiri, 1], np.int64)  # the last for numbers: `ANGKA` is -1
    if sum(int(panjang[satu.nilai].sum()) for lembar in semua for satu in lembar.potongan) > MAKS_ISI:
        raise Tolak("terlalu_besar")


def _kelompok(nilai: list[Any]) -> Iterator[list[Any]]:
    """Yield values in lists that are not too long for a frame."""
    kelompok: list[Any] = []
    huruf = 0
    for satu in nilai:
        kelompok.append(satu)
        huruf += len(satu) + 3 if isinstance(satu, str) else 24
        if huruf > _HURUF_PER_BINGKAI:
            yield kelompok
            kelompok, huruf = [], 0
    if kelompok:
        yield kelompok


def _blok(potongan: Potongan, luas: Luas, awal: int, akhir: int, dasar: int) -> bytes:
    """Return the rows from one to another as a frame; `dasar` is the length of the table of values."""
    dari, sampai = np.searchsorted(potongan.baris, (awal, akhir)).tolist()
    nilai = potongan.nilai[dari:sampai].astype(np.uint32)
    angka = potongan.nilai[dari:sampai] == ANGKA
    lewat, banyak = np.count_nonzero(potongan.nilai[:dari] == ANGKA), np.count_nonzero(angka)
    nilai[angka] = np.arange(dasar, dasar + banyak)
    tempat = np.zeros((akhir - awal) * luas.lebar, np.uint32)
    tempat[(potongan.baris[dari:sampai] - awal) * luas.lebar + potongan.kolom[dari:sampai] - luas.kiri] = nilai
    return kemas_blok(akhir - awal, luas.lebar, tempat.tobytes(), potongan.angka[lewat : lewat + banyak].tobytes())
