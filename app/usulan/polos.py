"""Rows that are plain in every cell, read column by column: nine in ten of a good list, at a fraction of the work.

A row is plain when each of its cells says one thing at the first look: a name, a NIK of sixteen digits that holds a day
and a region, a birth date and a sex that agree with it. Nothing is ever noted here. Whatever else (a blank NIK, a date
that differs, a mended cell) is left to the whole way of `app.usulan.urai`, which says what is wrong; for a plain row
both ways give the same, and a test holds them to it.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, NamedTuple

from app.identitas import USIA_TERTUA, baca_telepon, hp_biasa, kosong
from app.usulan.baca import Sel
from app.usulan.hafalan import Hafalan
from app.usulan.kata_daftar import kelamin_di, nomor_rt
from app.usulan.nomor import masalah_nik, uang_diusulkan
from app.usulan.sel import asli, teks
from app.usulan.tanggal import baca_tanggal, baca_umur, pisah_ttl
from app.usulan.tempat import pisah_rt_rw

_BERTANGGAL = (str, float, int)
_NOL = "0" * 16
_BERDUA = frozenset({"nik_kk", "nama_nik"})
"""Columns that hold two fields; a list with one of them has no plain rows."""


class Lahir(NamedTuple):
    """A birth date that was plainly understood: the day, how it is kept, and what the NIK of that day holds."""

    hari: date | None
    iso: str
    nik: tuple[str, ...]


_TANPA_LAHIR = Lahir(None, "", ())
_ENTAH: tuple[str, Lahir | None] = ("", None)


class Kolom(NamedTuple):
    """What a list's columns are to its plain rows.

    Attributes:
        nomor: other identifiers with the function that reads them. sumber_rt: columns that may hold RT and RW.
    """

    peta: dict[str, int]
    nomor: Sequence[tuple[str, int, Callable[[str], Any]]]
    sumber_rt: Sequence[int]
    kode_jk: dict[str, str]
    geser_hari: int


class Terbaca(NamedTuple):
    """Some rows in columns: what is understood by field, birth dates, and whether each row is plain."""

    isi: dict[str, list[Any]]
    lahir: list[date | None]
    polos: list[bool]


class PembacaPolos:
    """Reads blocks of rows of one list.

    Args:
        khusus: indexes of rows that are never plain: filled, mended, or with an error in a cell.
    """

    def __init__(
        self,
        kolom: Kolom,
        hari_ini: date,
        prefiks_ada: Callable[[str], bool],
        khusus: frozenset[int],
    ) -> None:
        self._k, self._khusus = kolom, khusus
        self._nik_baik = Hafalan(lambda enam: not masalah_nik(f"{enam}0101900001", prefiks_ada))
        self._hari_baik = Hafalan(_hari_baik)
        self._jenis = Hafalan(lambda tulisan: _jenis(tulisan, kolom.kode_jk))
        self._tanggal = Hafalan(lambda sel: _lahir(sel, hari_ini, kolom.geser_hari))
        self._iso = Hafalan(lambda iso: _lahir_iso(iso, hari_ini))
        self._ttl = Hafalan(lambda tulisan: _tempat_lahir(tulisan, hari_ini, kolom.geser_hari))
        self._umur = Hafalan(lambda tulisan: baca_umur(tulisan, hari_ini))
        self._uang = Hafalan(lambda tulisan: kosong(tulisan) or uang_diusulkan(tulisan) is not None)

    @staticmethod
    def berlaku(kolom: dict[str, int]) -> bool:
        """Tell whether a list with these columns can have plain rows."""
        return "nik" in kolom and "nama" in kolom and _BERDUA.isdisjoint(kolom)

    def baca(
        self,
        indeks: Sequence[int],
        sel: Sequence[list[Sel]],
        kolom: Sequence[Sequence[Sel]],
        kata: dict[str, list[str]],
    ) -> "Terbaca":
        """Read some rows.

        Args:
            indeks: index of each row in its sheet. sel: its cells. kolom: the same cells by columns, equally long.
            kata: the columns of plain words, tidied.
        """
        k = Kiriman(kolom, len(sel), self._k.peta)
        lahir, nik, kk = self._kolom_lahir(k), self._kolom_nik(k.ambil("nik")), _kolom_kk(k.ambil("no_kk"))
        jenis = [self._jenis[s] if type(s) is str else None for s in k.ambil("jenis_kelamin")]
        rt, rw = self._kolom_rt(k, sel)
        isi: dict[str, list[Any]] = {**kata, "nik": nik, "no_kk": kk, "jenis_kelamin": jenis}
        if "ttl" in self._k.peta:
            isi["tempat_lahir"], lahir = self._pisahkan_ttl(k, kata.get("tempat_lahir"), lahir)
        if "umur" in self._k.peta:
            umur = [self._umur[teks(s)] for s in k.ambil("umur")]
            isi["umur"] = ["" if tahun is None else str(tahun) for tahun in umur]
        isi |= {"tanggal_lahir": [s.iso if s else "" for s in lahir], "rt": rt, "rw": rw}
        isi |= {bidang: _kolom_nomor(k.ambil(bidang), baca) for bidang, _, baca in self._k.nomor}
        polos = self._polos(indeks, k.ambil("nama"), isi, lahir)
        return Terbaca(isi, [hari and hari.hari for hari in lahir], polos)

    def _polos(
        self, indeks: Sequence[int], nama: Sequence[Sel], isi: dict[str, list[Any]], lahir: list[Lahir | None]
    ) -> list[bool]:
        """Tell of each row whether all of its cells are plain and agree with each other."""
        semua = zip(isi["nama"], nama, isi["nik"], isi["no_kk"], isi["jenis_kelamin"], lahir, strict=True)
        polos = [
            bool(n and rapi == tertulis and rapi[:1].isalpha() and g is not None and h is not None and j is not None
            and (not h.nik or n[6:12] in h.nik) and (not j or (j == "P") == (n[6] >= "4")))
            for rapi, tertulis, n, g, j, h in semua
        ]  # fmt: skip
        if "nominal" in isi:
            polos = [p and self._uang[uang] for p, uang in zip(polos, isi["nominal"], strict=True)]
        if "keterangan" in isi and "WALI" in "".join(isi["keterangan"]).upper():
            polos = [p and "WALI" not in ket.upper() for p, ket in zip(polos, isi["keterangan"], strict=True)]
        if self._khusus:
            polos = [p and n not in self._khusus for p, n in zip(polos, indeks, strict=True)]
        return polos

    # --- one column each: what its cells say, None where a cell is not plain ------------------------------------------

    def _kolom_nik(self, sel: Sequence[Sel]) -> list[str | None]:
        daerah, hari = self._nik_baik, self._hari_baik
        return [
            s if type(s) is str and len(s) == 16 and s.isdigit() and s.isascii() and hari[s[6:10]] and daerah[s[:6]]
            and s[12:] != "0000" else None
            for s in sel
        ]  # fmt: skip

    def _kolom_lahir(self, k: "Kiriman") -> list[Lahir | None]:
        iso, tanggal = self._iso, self._tanggal
        return [
            iso[s[0]] if type(s) is list and len(s) == 1 and type(s[0]) is str
            else tanggal[s] if type(s) in _BERTANGGAL else None
            for s in k.ambil("tanggal_lahir")
        ]  # fmt: skip

    def _pisahkan_ttl(
        self, k: "Kiriman", tempat: list[str] | None, lahir: list[Lahir | None]
    ) -> tuple[list[str], list[Lahir | None]]:
        """Return places and days, from *tempat, tanggal lahir* where a column of their own says nothing."""
        berdua = [self._ttl[s] if type(s) is str else _ENTAH for s in k.ambil("ttl")]
        sendiri = zip(tempat or [""] * len(lahir), berdua, strict=True)
        hari = zip(lahir, k.ambil("tanggal_lahir"), berdua, strict=True)
        return [t or dua[0] for t, dua in sendiri], [
            None if dua is _ENTAH else dua[1] if tertulis == "" else satu for satu, tertulis, dua in hari
        ]

    def _kolom_rt(self, k: "Kiriman", sel: Sequence[list[Sel]]) -> tuple[list[str], list[str]]:
        """Return RT and RW; where a column of their own says neither, another or the address may."""
        rt, rw = (list(map(nomor_rt, k.ambil(bidang))) for bidang in ("rt", "rw"))
        if self._k.sumber_rt:
            for n, (a, b) in enumerate(zip(rt, rw, strict=True)):
                if not (a and b):
                    rt[n], rw[n] = lengkapi_rt(a, b, sel[n], self._k.sumber_rt)
        return rt, rw


class Kiriman:
    """The columns of a block by the field that they hold; one that is missing is blank."""

    def __init__(self, kolom: Sequence[Sequence[Sel]], banyak: int, peta: dict[str, int]) -> None:
        self._kolom, self._peta = kolom, peta
        self._kosong = [""] * banyak

    def ambil(self, bidang: str) -> Sequence[Sel]:
        """Return the cells of a field."""
        ke = self._peta.get(bidang, -1)
        return self._kolom[ke] if 0 <= ke < len(self._kolom) else self._kosong


def lengkapi_rt(rt: str, rw: str, sel: Sequence[Sel], sumber: Sequence[int]) -> tuple[str, str]:
    """Look for a missing RT or RW in the columns that may hold it, in their order."""
    for kolom in sumber:
        if rt and rw:
            break
        if kolom < len(sel) and (tulisan := asli(sel[kolom])):
            dari_rt, dari_rw = pisah_rt_rw(tulisan)
            rt, rw = rt or dari_rt, rw or dari_rw
    return rt, rw


def _kolom_kk(sel: Sequence[Sel]) -> list[str | None]:
    return [
        s if s == "" or (type(s) is str and len(s) == 16 and s.isdigit() and s.isascii() and s != _NOL) else None
        for s in sel
    ]


def _kolom_nomor(sel: Sequence[Sel], baca: Callable[[str], Any]) -> list[str]:
    if baca is baca_telepon:
        return [hp_biasa(s) or baca(teks(s)).isi if type(s) is str else baca(teks(s)).isi for s in sel]
    return [baca(tulisan).isi if (tulisan := teks(s)) else "" for s in sel]


def _hari_baik(ddmm: str) -> bool:
    """Tell whether day and month of a NIK are a day of every year; 29 February is left to the whole way."""
    return ddmm not in ("2902", "6902") and not masalah_nik(f"000000{ddmm}010001", lambda _: True)


def _jenis(tulisan: str, kode: dict[str, str]) -> str | None:
    if not tulisan:
        return ""
    rapi = teks(tulisan)
    return kode.get(rapi) or kelamin_di(rapi) or None


def _lahir_iso(iso: str, hari_ini: date) -> Lahir | None:
    """Read a date cell: a list has tens of thousands of different ones, so the short way counts."""
    if len(iso) != 10:
        return _lahir([iso], hari_ini, 0)
    try:
        hari = date.fromisoformat(iso)
    except ValueError:
        return None
    if hari > hari_ini or hari.year < hari_ini.year - USIA_TERTUA:
        return None
    sisa = iso[5:7] + iso[2:4]
    return Lahir(hari, iso, (iso[8:] + sisa, str(hari.day + 40) + sisa))


def _tempat_lahir(tulisan: str, hari_ini: date, geser_hari: int) -> tuple[str, Lahir | None]:
    """Split *tempat, tanggal lahir* as `Pengurai` does."""
    tempat, hari = pisah_ttl(tulisan)
    isi = hari or (tempat if any(h.isdigit() for h in tempat) else "")
    lahir = _lahir(isi, hari_ini, geser_hari) if isi else _TANPA_LAHIR
    return tempat if any(h.isalpha() for h in tempat) else "", lahir


def _lahir(sel: Sel, hari_ini: date, geser_hari: int) -> Lahir | None:
    if isinstance(sel, str) and kosong(sel):
        return _TANPA_LAHIR
    terbaca = baca_tanggal(sel, hari_ini, None, geser_hari)
    if terbaca is None or terbaca.dua_digit or terbaca.dibalik:
        return None
    return Lahir(terbaca.tanggal, terbaca.iso, terbaca.nik)
