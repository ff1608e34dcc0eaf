"""Names as Indonesian offices write them, reduced to what two spellings of one name have in common.

Old and new spelling (oe/u, dj/j, tj/c), Arabic names in all their dresses (Muhammad, Moch., Achmad, Siti, Abdul…),
letters that clerks exchange (f/p/v, z/j, y/i, silent h), titles before and behind. What is left is compared and
counted; it is never shown.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from itertools import chain, combinations

import numpy as np
from numpy.typing import NDArray

from app.kemiripan.bentuk import PEMISAH


def _daftar(tulisan: str) -> list[str]:
    return tulisan.split()


KATA_MAKS = 6
"""Words of a name that are compared; the rest adds nothing."""

_DEPAN = frozenset(
    _daftar(
        "H HJ HAJI HAJAH HAJJAH DRS DRA DR DRG IR NY NYONYA TN TUAN NN NONA BPK BAPAK BP SDR SDRI SDI ALM ALMH "
        "ALMARHUM ALMARHUMAH KH KYAI UST USTADZ USTAZ USTADZAH TGH PROF AN"
    )
)
_BELAKANG = frozenset(
    _daftar(
        "SPD SPDI SPDSD SH SHI SE SEI ST SSOS SSOSI SAG SKOM SIP SKM SPI SP SPT SKEP SST SSTP STP SSI SHUT SFARM "
        "SPSI SAB SAP SIKOM SAK SSN SS STR STRKEB STRKES AMD AMK AMKEB AMDKEB AMDKEP AMAPD AMA NS BA BSC MM MPD "
        "MPDI MSI MH MHI MAP MAG MSC MKES MA MT MKOM MSOS MPSI MP APT"
    )
)
_SAMBUNG = frozenset(_daftar("BIN BINTI BINTE BINI BT BTE BNT B ALIAS ALS AL"))
_HIASAN = _DEPAN | _BELAKANG | _SAMBUNG | {gelar[1:] for gelar in _BELAKANG if len(gelar) > 2}
_PADANAN: Mapping[str, str] = {
    **dict.fromkeys(
        _daftar(
            "MOH MUH MHD MHMD MOHD MUHD MCH MOCH MUCH MOHAMAD MOHAMMAD MOHAMED MOHAMMED MUHAMAD MUHAMMAD MUHAMMED "
            "MUHAMED MOCHAMAD MOCHAMMAD MUCHAMAD MUCHAMMAD MOKHAMAD MOKHAMMAD MUKHAMAD MUKHAMMAD MUHAMAT MOHAMAT "
            "MUHAMMAT MOCHAMAT MAHMAD MUHHAMAD MUHAMDAD MUHAMD MUHAMMADD"
        ),
        "MUHAMAD",
    ),
    **dict.fromkeys(_daftar("ST STI SITI SITTI SITY SITHI SITIE SYITI"), "SITI"),
    **dict.fromkeys(
        _daftar("AHMAD ACHMAD AKHMAD AHMAT ACHMAT AKHMAT AHMED ACHMED AHMMAD AHM ACH AKH ACMAD AMAD"), "AHMAD"
    ),
    **dict.fromkeys(_daftar("ABD ABDL ABDUL ABDOEL ABDUR ABDU ABDOL"), "ABDUL"),
    **dict.fromkeys(_daftar("NUR NOR NOOR NOER NOUR"), "NUR"),
    **dict.fromkeys(_daftar("SYAIFUL SAIFUL SYAEFUL SAEFUL SAIPUL SYAIPUL SAEPUL"), "SAIPUL"),
    **dict.fromkeys(_daftar("MARIYAM MARYAM MARIAM MERIAM"), "MARIAM"),
    **dict.fromkeys(_daftar("JUSUF YUSUF YUSUP JUSUP YOESOEF YUSOF"), "YUSUF"),
    **dict.fromkeys(_daftar("SITINUR SITINOR"), "SITI NUR"),
}
_SELAIN_HURUF = re.compile(r"[^A-Z]+")
_SELAIN = re.compile(r"[^A-Z0-9]+")
_BILANGAN = str.maketrans("0123456789", "ABCDEFGHIJ")
_BERTITIK = re.compile(r"\b(?:[A-Z]{1,3}\.\s?)+[A-Z]{1,4}\b\.?")
_ABDUL = re.compile(r"^ABD(?:U|OE|O)([LRSNTZDJ])(.{3,})$")
_NUR = re.compile(r"^N(?:UR|OR|OOR|OER)([^AEIOU].{3,}|[AEIOU].{3,})$")
_GANTI = tuple(
    (satu[: satu.index(">")], satu[satu.index(">") + 1 :])
    for satu in _daftar(
        "OE>U DJ>J TJ>C SJ>S SY>S SH>S TS>S KH>H CH>H DZ>D DH>D DL>D TH>T GH>G BH>B PH>P F>P V>P Z>J Q>K X>KS OO>U "
        "O>U EE>I IE>I Y>I UW>U"
    )
)
"""In this order, for one word in capitals."""
_RANGKAP = re.compile(r"(.)\1+")
_VOKAL = frozenset("AEIU")
_SEBUNYI: Mapping[str, str] = {
    "JUSUP": "IUSUP",
    "AHAMAT": "AHMAT",
    "MUHAMA": "MUHAMAT",
    "AISAH": "AISA",
    "AISIA": "AISA",
}


def pecah(nama: str) -> list[str]:
    """Split a name as written into words in capitals, without titles, marks and joining words."""
    kapital = nama.upper()
    if not (kapital.isascii() and kapital.replace(" ", "").isalpha()):
        kapital = _tanpa_gelar(kapital)
    kata = kapital.split()
    if len(kata) > 1 and (
        kata[0] in _DEPAN or kata[-1] in _BELAKANG or _terpisah(kata) or not _SAMBUNG.isdisjoint(kata)
    ):
        kata = _tanpa_hiasan(kata)
    return kata


def _tanpa_gelar(kapital: str) -> str:
    """Drop what stands behind a comma or in brackets when it is a title, and every mark."""
    terurai = unicodedata.normalize("NFKD", kapital)
    polos = "".join(h for h in terurai if h not in "'’‘`´ʼ-" and not unicodedata.combining(h))
    polos = re.sub(r"[(\[](?:ALM\w*|AL?MH?)\.?[)\]]", " ", polos)
    depan, koma, belakang = polos.partition(",")
    gelar = [_SELAIN_HURUF.sub("", satu) for satu in belakang.split(",")]
    if koma and not all(_gelar(satu) for satu in gelar):
        depan = polos
    depan = _BERTITIK.sub(_gelar_bertitik, depan)
    return _SELAIN.sub(" ", depan)


def _gelar_bertitik(cocok: re.Match[str]) -> str:
    """`S.PD` is a title and goes; `M.YUSUF` and `M.ALI` are names and stay."""
    return " " if _SELAIN_HURUF.sub("", cocok[0]) in _BELAKANG else cocok[0].replace(".", " ")


def _gelar(satu: str) -> bool:
    return not satu or satu in _BELAKANG or satu in _DEPAN or (len(satu) <= 8 and _gelar_ganda(satu))


def _gelar_ganda(satu: str) -> bool:
    return any(satu[:k] in _BELAKANG and satu[k:] in _BELAKANG for k in range(2, len(satu) - 1))


def _tanpa_hiasan(kata: list[str]) -> list[str]:
    while len(kata) > 1 and kata[0] in _DEPAN:
        kata = kata[1:]
    while len(kata) > 1 and (kata[-1] in _BELAKANG or _terpisah(kata)):
        kata = kata[: -2 if _terpisah(kata) else -1]
    return [k for ke, k in enumerate(kata) if not (k in _SAMBUNG and 0 < ke < len(kata) - 1)]


def _terpisah(kata: list[str]) -> bool:
    """Tell whether a title stands at the end in two pieces: `S PD`."""
    return len(kata) > 2 and len(kata[-2]) == 1 and kata[-2] + kata[-1] in _BELAKANG


def sebunyi(nama: str) -> str:
    """Return a name as it sounds, its words in order of the alphabet, without titles."""
    return " ".join(sorted(b for kata in pecah(nama) for b in bunyi(kata)))


def bunyi(kata: str) -> tuple[str, ...]:
    """Return one word in capitals as it sounds, in one spelling; `ABDURRAHMAN`, `NURHAYATI` become two words.

    A number stays one (`WARGA 12` is not `WARGA 13`): a Q, which no other word has, and a letter a digit. A digit
    inside a word is the letter that it looks like.
    """
    if kata.isdigit():
        return ("Q" + kata.translate(_BILANGAN),)
    kata = _SELAIN_HURUF.sub("", kata.replace("0", "O").replace("1", "I"))
    padanan = _PADANAN.get(kata)
    if padanan is not None:
        kata = padanan
        if " " in kata:
            return tuple(satu for bagian in kata.split() for satu in bunyi(bagian))
    elif (cocok := _ABDUL.match(kata)) and not kata.startswith(("ABDULAH", "ABDULLAH", "ABDOELLAH", "ABDOLLAH")):
        sisa = cocok[2] if cocok[1] != "R" or cocok[2].startswith("R") else cocok[1] + cocok[2]
        return ("ABDUL", *bunyi(sisa if cocok[1] in "LR" else cocok[1] + cocok[2]))
    elif cocok := _NUR.match(kata):
        return ("NUR", *bunyi(cocok[1]))
    for dari, menjadi in _GANTI:
        kata = kata.replace(dari, menjadi)
    kata = _RANGKAP.sub(r"\1", kata)
    if len(kata) > 2 and kata[-1] == "H" and kata[-2] in _VOKAL:
        kata = kata[:-1]
    elif kata[-1:] == "D":
        kata = kata[:-1] + "T"
    return (_SEBUNYI.get(kata, kata),)


class Kamus:
    """The words of all names at hand, each by a number; the same spelling is worked out once."""

    def __init__(self) -> None:
        self.kata: list[str] = []
        self._nomor: dict[str, int] = {}
        self._tulisan: dict[str, tuple[int, ...]] = {}
        self._kode = _KodeKata(self._polos)

    def nama(self, tulisan: str) -> tuple[int, ...]:
        """Return the numbers of the words of one name as written, in their order."""
        hasil: tuple[int, ...] = ()
        for kata in tulisan.upper().split():
            nomor = self._tulisan.get(kata)
            if nomor is None:
                nomor = self._tulisan[kata] = self._polos(kata)
            if not nomor:
                return self._rapi(self._urai(pecah(tulisan)))
            hasil += nomor
        return self._rapi(hasil)

    def urai(self, teks: str, n: int) -> tuple[NDArray[np.int32], NDArray[np.int16]]:
        """Return the words of `n` names that stand in one text, and how many each has; -1 where it has no more.

        Names of plain words, which are nearly all, are put together without an object each.
        """
        kata = np.full((n, KATA_MAKS), -1, np.int32)
        milik, isi, istimewa = self._kata_polos(teks, n)
        banyak = np.bincount(milik, minlength=n)[:n]
        tempat = np.arange(len(milik)) - np.repeat(np.cumsum(banyak) - banyak, banyak)
        muat = tempat < KATA_MAKS
        kata[milik[muat], tempat[muat]] = isi[muat]
        istimewa |= (banyak > KATA_MAKS) | _berulang(kata)
        if istimewa.any():
            tulisan = teks.split(PEMISAH)
            for di in np.flatnonzero(istimewa).tolist():
                nomor = self.nama(tulisan[di])
                kata[di], banyak[di] = (*nomor, *[-1] * (KATA_MAKS - len(nomor))), len(nomor)
        return kata, banyak.astype(np.int16)

    def _kata_polos(self, teks: str, n: int) -> tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.bool_]]:
        """Return whose word, which word, in order; and which names have a word that needs its neighbours."""
        bagian = teks.upper().replace(PEMISAH, f" {PEMISAH} ").split()
        kode = np.fromiter(map(self._kode.__getitem__, bagian), np.int32, len(bagian))
        milik = np.cumsum(kode == _KodeKata.PEMISAH)
        istimewa = np.zeros(n, np.bool_)
        istimewa[milik[kode == _KodeKata.ISTIMEWA]] = True
        banyak, isi = self._kode.uraian()
        ulang = banyak[kode]
        awal = np.cumsum(banyak) - banyak
        di = np.repeat(awal[kode] - np.cumsum(ulang) + ulang, ulang) + np.arange(ulang.sum())
        return np.repeat(milik, ulang), isi[di], istimewa

    @staticmethod
    def _rapi(nomor: tuple[int, ...]) -> tuple[int, ...]:
        if len(nomor) > 1 and len(set(nomor)) < len(nomor):
            nomor = tuple(dict.fromkeys(nomor))
        return nomor[:KATA_MAKS]

    def _polos(self, kata: str) -> tuple[int, ...]:
        """Return the numbers of a word that is a name and nothing else; nothing for one that needs its neighbours."""
        if not (kata.isascii() and kata.isalpha()) or kata in _HIASAN:
            return ()
        return self._urai((kata,))

    def urut(self, tulisan: str) -> str:
        """Return the words of a name as they sound, in order of the alphabet."""
        return " ".join(sorted(self.kata[k] for k in self.nama(tulisan)))

    def _urai(self, kata: Iterable[str]) -> tuple[int, ...]:
        return tuple(self._beri_nomor(b) for satu in kata for b in bunyi(satu))

    def _beri_nomor(self, kata: str) -> int:
        nomor = self._nomor.setdefault(kata, len(self.kata))
        if nomor == len(self.kata):
            self.kata.append(kata)
        return nomor


class _KodeKata(dict[str, int]):
    """A number for every word as written, worked out when it is first met."""

    PEMISAH, ISTIMEWA = range(2)

    def __init__(self, urai: Callable[[str], tuple[int, ...]]) -> None:
        super().__init__({PEMISAH: self.PEMISAH})
        self._urai = urai
        self._semua: list[tuple[int, ...]] = [(), ()]

    def __missing__(self, kata: str) -> int:
        nomor = self._urai(kata)
        kode = self[kata] = len(self._semua) if nomor else self.ISTIMEWA
        if nomor:
            self._semua.append(nomor)
        return kode

    def uraian(self) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
        """Return how many words of the dictionary each number stands for, and which."""
        banyak = np.fromiter(map(len, self._semua), np.int64, len(self._semua))
        return banyak, np.fromiter(chain.from_iterable(self._semua), np.int32, banyak.sum())


def _berulang(kata: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Tell which names have one word twice."""
    hasil = np.zeros(len(kata), np.bool_)
    for satu, dua in combinations(kata.T, 2):
        hasil |= (satu == dua) & (dua >= 0)
    return hasil
