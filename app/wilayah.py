"""The region tree of Indonesia (Kemendagri codes), and finding the desa that someone wrote by a slip or an old name.

Only the province that is asked for is read from the shipped table. What an office adds or renames stands above it
(`Peta`); codes that were retired live on in `prefiks_nik_dikenal`, because a NIK keeps the region it was first made in.
"""

import csv
import io
import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType

from rapidfuzz import fuzz
from sqlmodel import Session, select

from app import jejak
from app.akses import Hak, wajib
from app.kerja import Kerja
from db.galat import KnownError
from db.model import Wilayah
from resources import berkas

_BERTITIK = re.compile(r"\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?")
_RAPAT = re.compile(r"\d{2}(\d{2}(\d{2}(\d{4})?)?)?")
_AWALAN = re.compile(r"^(?:(?P<lurah>KELURAHAN|KEL)|(?P<desa>DESA|DS|DES|KAMPUNG|KP))\b[\s.:]*")
_KECAMATAN = re.compile(r"[\s,(/-]+(?:KECAMATAN|KEC)\b[\s.:]*(?P<nama>[A-Z .]+)\)?$")
_SINGKATAN = {"SEI": "SUNGAI", "SG": "SUNGAI", "S": "SUNGAI", "TJ": "TANJUNG", "TG": "TANJUNG", "TJG": "TANJUNG",
              "MA": "MUARA", "HLR": "HILIR", "HULU": "HULU", "GN": "GUNUNG", "TLK": "TELUK", "PSR": "PASAR",
              "1": "I", "2": "II", "3": "III", "4": "IV", "5": "V"}  # fmt: skip
_SARAN_MIN, _SARAN_MAKS = 60, 5
_YAKIN_MIN, _YAKIN_JARAK = 88, 6
_PROVINSI_LAMA = {"54": 13}  # Timor Timur and its last kabupaten, until 1999


@dataclass(frozen=True, slots=True)
class Daerah:
    """A region: `kode` with dots (`62.09.03.2001`), its name without kind for kecamatan and desa, and its kind."""

    kode: str
    nama: str

    @property
    def jenis(self) -> str:
        """Give Provinsi, Kabupaten, Kota, Kecamatan, Desa or Kelurahan."""
        return jenis(self.kode)

    @property
    def sebutan(self) -> str:
        """Name it with its kind, as a letter does: `Kelurahan Kudangan`, `Kabupaten Lamandau`."""
        return self.nama if self.nama.startswith(self.jenis) else f"{self.jenis} {self.nama}"


@dataclass(frozen=True, slots=True)
class Cocok:
    """What was found for a written desa.

    Attributes:
        daerah: the desa meant; None when nothing is close enough or several are.
        yakin: 0…100; 100 when only spelling conventions differ (case, `Ds.`, `Sei`).
        saran: nearest desa, best first, for a person to choose from (holds `daerah` first when there is one).
    """

    daerah: Daerah | None
    yakin: int
    saran: tuple[Daerah, ...] = ()


def rapikan_kode(kode: str) -> str:
    """Give a code with dots (`6209032001` → `62.09.03.2001`); anything that is no code comes back as it is."""
    bersih = kode.strip().rstrip(".")
    if not _RAPAT.fullmatch(bersih):
        return bersih
    return ".".join(b for b in (bersih[:2], bersih[2:4], bersih[4:6], bersih[6:]) if b)


def jenis(kode: str) -> str:
    """Tell the kind of a region by its digits: cities from 71, kelurahan begin with 1 in the fourth group."""
    bagian = kode.split(".")
    if len(bagian) == 2:
        return "Kota" if bagian[1] >= "71" else "Kabupaten"
    if len(bagian) == 4:
        return "Kelurahan" if bagian[3].startswith("1") else "Desa"
    return "Provinsi" if len(bagian) == 1 else "Kecamatan"


def di_dalam(kode: str, induk: str) -> bool:
    """Tell whether a region lies in another (or is it); the empty code is the whole country."""
    return not induk or kode == induk or kode.startswith(f"{induk}.")


def induk(kode: str) -> str:
    """Give the code one level up; empty above a province."""
    return kode.rpartition(".")[0]


# --- the shipped table -----------------------------------------------------------------------------------------------


@lru_cache(maxsize=6)
def _baca(nama: str) -> Mapping[str, str]:
    """Read one member of the shipped table; empty where there is none (no such province)."""
    with berkas("wilayah", "wilayah.zip").open("rb") as isi, zipfile.ZipFile(isi) as arsip:
        if f"{nama}.csv" not in arsip.namelist():
            return {}
        teks = io.StringIO(arsip.read(f"{nama}.csv").decode("utf-8"), newline="")
    return MappingProxyType(dict(csv.reader(teks)))


@lru_cache(maxsize=1)
def _kecamatan_dikenal() -> tuple[frozenset[str], Mapping[str, int], Mapping[str, int], frozenset[str]]:
    """Give the prefixes ever seen, the highest kecamatan per kabupaten, the highest kabupaten per row, kabupaten."""
    kecamatan = {k for k in (*_baca("atas"), *_baca("lama")) if len(k) == 8}
    tertinggi: dict[str, int] = {}
    barisan: dict[str, int] = {}
    for kode in kecamatan:
        kabupaten, nomor = kode[:5], int(kode[6:])
        tertinggi[kabupaten] = max(nomor, tertinggi.get(kabupaten, 0))
        deret = _deret(kabupaten[:2], int(kabupaten[3:]))
        barisan[deret] = max(int(kabupaten[3:]), barisan.get(deret, 0))
    rapat = frozenset(k.replace(".", "") for k in kecamatan)
    return rapat, tertinggi, barisan, frozenset(tertinggi)


def _deret(provinsi: str, nomor: int) -> str:
    """Kabupaten count from 01 and cities from 71: two rows of numbers per province."""
    return f"{provinsi}{'K' if nomor >= 71 else 'B'}"


@lru_cache(maxsize=4096)
def prefiks_nik_dikenal(enam_digit: str) -> bool:
    """Tell whether a NIK may begin with these six digits: the kecamatan exists or once did.

    Numbers are given in sequence and never again, so a hole below the highest number of a kabupaten (or of a province's
    kabupaten or cities, as Tarakan's 64.73) is a code that was retired.
    """
    dikenal, tertinggi, barisan, kabupaten_ada = _kecamatan_dikenal()
    if enam_digit in dikenal:
        return True
    if not (len(enam_digit) == 6 and enam_digit.isascii() and enam_digit.isdigit()) or enam_digit[4:] == "00":
        return False
    provinsi, nomor, kecamatan = enam_digit[:2], int(enam_digit[2:4]), int(enam_digit[4:])
    kabupaten = f"{provinsi}.{enam_digit[2:4]}"
    if kabupaten in kabupaten_ada:
        return kecamatan < tertinggi[kabupaten]
    awal = 71 if nomor >= 71 else 1
    batas = barisan.get(_deret(provinsi, nomor), _PROVINSI_LAMA.get(provinsi, 0))
    return awal <= nomor <= batas


# --- the tree --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Peta:
    """The region tree as an office sees it.

    Args:
        tambahan: codes that the office added or renamed.
        dicabut: codes that the office says are no longer in use.
    """

    tambahan: Mapping[str, str] = field(default_factory=dict)
    dicabut: frozenset[str] = frozenset()
    _indeks: dict[str, "_Indeks"] = field(default_factory=dict, init=False, repr=False, compare=False)

    def cari_kode(self, kode: str) -> Daerah | None:
        """Find a region by its code, with or without dots; None if there is none."""
        kode = rapikan_kode(kode)
        nama = self._tabel(kode).get(kode) if _BERTITIK.fullmatch(kode) else None
        return Daerah(kode, nama) if nama is not None else None

    def anak(self, kode: str) -> list[Daerah]:
        """Give the regions one level down in order of their code; provinces for the empty code."""
        panjang = {0: 2, 2: 5, 5: 8, 8: 13}.get(len(kode))
        tabel = self._tabel(f"{kode}.0000" if panjang == 13 else kode)
        return [Daerah(k, n) for k, n in sorted(tabel.items()) if len(k) == panjang and di_dalam(k, kode)]

    def desa_di(self, kode: str) -> list[Daerah]:
        """Give all desa and kelurahan of an area (province or smaller) in order of their code."""
        tabel = self._tabel(f"{kode[:2]}.00.00.0000")
        return [Daerah(k, n) for k, n in sorted(tabel.items()) if len(k) == 13 and di_dalam(k, kode)]

    def jalur(self, kode: str) -> list[Daerah]:
        """Give the way from the province down to the region itself; regions that are unknown are left out."""
        bagian = rapikan_kode(kode).split(".")
        tingkat = (self.cari_kode(".".join(bagian[:n])) for n in range(1, len(bagian) + 1))
        return [daerah for daerah in tingkat if daerah]

    def sebutan(self, kode: str) -> str:
        """Name a region with its kind (`Desa Kujan`); the code itself where it is unknown."""
        daerah = self.cari_kode(kode)
        return daerah.sebutan if daerah else kode

    def nama(self, kode: str) -> str:
        """Name a region without its kind (`Kujan`, `Lamandau`); the code itself where it is unknown."""
        daerah = self.cari_kode(kode)
        return daerah.nama.removeprefix(f"{daerah.jenis} ") if daerah else kode

    def alamat(self, kode: str) -> str:
        """Write the way up to the kabupaten: `Desa Kujan, Kecamatan Bulik, Kabupaten Lamandau`."""
        return ", ".join(daerah.sebutan for daerah in reversed(self.jalur(kode)[1:]))

    def cari_desa(self, tertulis: str, di_dalam: str) -> Cocok:
        """Find the desa or kelurahan that was written, in an area.

        Takes codes, kinds in front (`Ds.`, `Kel.`), a kecamatan behind (`Baru, Kec. Awayan`), usual abbreviations and
        slips of the keyboard. Two desa of one name in the area are never guessed between.
        """
        daerah = self.cari_kode(tertulis)
        if daerah and len(daerah.kode) == 13:
            return Cocok(daerah, 100, (daerah,))
        if di_dalam not in self._indeks:
            self._indeks[di_dalam] = _Indeks(self, di_dalam)
        return self._indeks[di_dalam].cari(tertulis)

    def pemeriksa_prefiks(self) -> Callable[[str], bool]:
        """Return what tells whether a NIK may begin with six digits; kecamatan that the office added count too."""
        tambahan = frozenset(k.replace(".", "") for k in self.tambahan if len(k) == 8)
        return (lambda enam: enam in tambahan or prefiks_nik_dikenal(enam)) if tambahan else prefiks_nik_dikenal

    def _tabel(self, kode: str) -> Mapping[str, str]:
        """Give the part of the table in which a code stands, the office's changes worked in."""
        asal = _baca(kode[:2]) if len(kode) == 13 else _baca("atas")
        if not self.tambahan and not self.dicabut:
            return asal
        ubah = {k: n for k, n in self.tambahan.items() if (len(k) == 13) == (len(kode) == 13)}
        return {k: n for k, n in {**asal, **ubah}.items() if k not in self.dicabut}


class _Indeks:
    """The desa of one area by normalised name."""

    def __init__(self, peta: Peta, area: str) -> None:
        self._desa = peta.desa_di(area)
        self._nama = [normal(d.nama) for d in self._desa]
        self._rapat = [n.replace(" ", "") for n in self._nama]
        kecamatan = {kode: normal(peta.nama(kode)) for kode in {induk(d.kode) for d in self._desa}}
        self._kecamatan = [kecamatan[induk(d.kode)] for d in self._desa]
        self._ingat: dict[str, Cocok] = {}

    def cari(self, tertulis: str) -> Cocok:
        if tertulis not in self._ingat:
            self._ingat[tertulis] = self._cari(tertulis)
        return self._ingat[tertulis]

    def _cari(self, tertulis: str) -> Cocok:
        polos, kecamatan = _pisah_kecamatan(_kapital(tertulis))
        awalan = _AWALAN.match(polos)
        dicari = normal(polos)
        if not dicari:
            return Cocok(None, 0)
        boleh = [n for n in range(len(self._desa)) if not kecamatan or self._kecamatan[n] == kecamatan]
        boleh = boleh or list(range(len(self._desa)))
        tepat = [n for n in boleh if self._rapat[n] == dicari.replace(" ", "")]
        if len(tepat) > 1 and awalan:
            mau = "Kelurahan" if awalan["lurah"] else "Desa"
            tepat = [n for n in tepat if self._desa[n].jenis == mau] or tepat
        if tepat:
            saran = tuple(self._desa[n] for n in tepat)
            return Cocok(saran[0] if len(saran) == 1 else None, 100, saran)
        return self._mirip(dicari, boleh)

    def _mirip(self, dicari: str, boleh: list[int]) -> Cocok:
        rapat = dicari.replace(" ", "")
        nilai = {n: max(fuzz.ratio(rapat, self._rapat[n]), fuzz.token_sort_ratio(dicari, self._nama[n])) for n in boleh}
        urut = sorted((n for n in boleh if nilai[n] >= _SARAN_MIN), key=lambda n: (-nilai[n], self._desa[n].kode))
        saran = tuple(self._desa[n] for n in urut[:_SARAN_MAKS])
        if not urut:
            return Cocok(None, 0)
        terbaik, kedua = nilai[urut[0]], nilai[urut[1]] if len(urut) > 1 else 0
        yakin = terbaik >= _YAKIN_MIN and terbaik - kedua >= _YAKIN_JARAK
        return Cocok(saran[0] if yakin else None, min(int(terbaik), 99), saran)


def _pisah_kecamatan(teks: str) -> tuple[str, str]:
    """Take `, KEC. AWAYAN` off the end; gives what is left and the normalised kecamatan."""
    cocok = _KECAMATAN.search(teks)
    return (teks[: cocok.start()], normal(cocok["nama"])) if cocok else (teks, "")


def _kapital(teks: str) -> str:
    tanpa_tanda = "".join(h for h in unicodedata.normalize("NFKD", teks) if not unicodedata.combining(h))
    return " ".join(tanpa_tanda.upper().split())


def normal(nama: str) -> str:
    """Reduce a desa's name to what tells it apart: upper case, without kind and marks, abbreviations written out."""
    polos = _AWALAN.sub("", _kapital(nama))
    return " ".join(_SINGKATAN.get(kata, kata) for kata in re.findall(r"[A-Z0-9]+", polos))


NASIONAL = Peta()
"""The tree as shipped, for callers without an office."""


def cari_kode(kode: str) -> Daerah | None:
    """Find a region in the shipped table; see `Peta.cari_kode`."""
    return NASIONAL.cari_kode(kode)


def anak(kode: str) -> list[Daerah]:
    """Give the regions one level down in the shipped table; see `Peta.anak`."""
    return NASIONAL.anak(kode)


def cari_desa(tertulis: str, di_dalam: str) -> Cocok:
    """Find a written desa in the shipped table; see `Peta.cari_desa`."""
    return NASIONAL.cari_desa(tertulis, di_dalam)


# --- the office's changes ---------------------------------------------------------------------------------------------


def susun_peta(baris: Iterable[tuple[str, str, bool]]) -> Peta:
    """Build a tree from changes to the shipped one: code, name, in use."""
    semua = list(baris)
    if not semua:
        return NASIONAL
    return Peta(
        {kode: nama for kode, nama, berlaku in semua if berlaku},
        frozenset(kode for kode, _, berlaku in semua if not berlaku),
    )


def peta_sesi(sesi: Session) -> Peta:
    """Return the region tree as this store knows it, before anybody acts."""
    return susun_peta((b.kode, b.nama, b.berlaku) for b in sesi.exec(select(Wilayah)))


def peta_kantor(kerja: Kerja) -> Peta:
    """Give the region tree with what this store's offices added, renamed or withdrew."""
    return peta_sesi(kerja.sesi)


def ubah_wilayah(kerja: Kerja, kode: str, nama: str, *, berlaku: bool = True, sumber: str = "") -> None:
    """Add a new region, rename one, or (`berlaku=False`) withdraw one; `sumber` names the decree.

    Raises:
        KnownError: `tidak_berwenang`, `isian_kosong`, `wilayah_tak_dikenal` when the code has no known region above it.
    """
    wajib(kerja, Hak.ATUR_KANTOR)
    kode, nama = rapikan_kode(kode), " ".join(nama.split())
    if not nama:
        raise KnownError("isian_kosong", bidang="nama wilayah")
    if not _BERTITIK.fullmatch(kode) or (induk(kode) and peta_kantor(kerja).cari_kode(induk(kode)) is None):
        raise KnownError("wilayah_tak_dikenal", kode=kode)
    baris = kerja.sesi.exec(select(Wilayah).where(Wilayah.kode == kode)).first()
    if baris is None:
        baris = Wilayah(kode=kode, nama=nama, jenis=jenis(kode))
        kerja.sesi.add(baris)
    baris.nama, baris.berlaku, baris.sumber = nama, berlaku, sumber
    jejak.catat(kerja, "ubah_wilayah", objek="wilayah", kode=kode, nama=nama, berlaku=berlaku)
