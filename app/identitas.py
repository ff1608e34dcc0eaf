"""Numbers that stand for people: NIK, No. KK, NIP, telephone and bank account.

One place cleans what was typed, says what is wrong with it, and shows it grouped or masked. A NIK carries no check
digit, and a birth date or sex that differs from it is lawful (PP 40/2019 pasal 30: a NIK is not changed when the
birth date is corrected later), so nothing here calls a NIK false: the import decides how grave a doubt is.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from db.istilah import JenisKelamin

PANJANG_NIK = 16
PANJANG_NIP = 18
USIA_TERTUA = 120
"""Years; an older birth date is taken for a slip."""

TITIK = "•"
KOSONG = frozenset(
    {"", "0", "-", "--", "–", "—", ".", "X", "N/A", "NIHIL", "KOSONG", "TIDAK ADA", "TDK ADA", "BELUM ADA"}
)
"""What people type where there is no number (upper case)."""

_PEMISAH = re.compile(r"[\s=.,'’‘`´\"_\-/:;]+")
_HURUF_ANGKA = str.maketrans({"O": "0", "o": "0", "Q": "0", "l": "1", "I": "1", "|": "1"})
_PANGKAT = re.compile(r"\d(?:[.,]\d+)?\s*[eE]\s*\+?\s*\d{1,2}")
_NOL_SEMUA = re.compile(r"0+")
_HP = re.compile(r"08[1-9]\d{7,11}")
_NAMA_POLOS = re.compile(r"[A-Z0-9]+(?: [A-Z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Identitas:
    """A number as it was written and as it was understood.

    Attributes:
        asal: what stood there.
        isi: the cleaned number; `""` when there is none. Not always valid: see `masalah`.
        masalah: codes of what is wrong (`panjang`, `pangkat`, `tanggal`, `urut`, `wilayah`); empty when nothing is.
    """

    asal: str
    isi: str
    masalah: tuple[str, ...] = ()

    @property
    def sah(self) -> bool:
        """There is a number and nothing speaks against it."""
        return bool(self.isi) and not self.masalah

    @property
    def dirapikan(self) -> bool:
        """The number was mended by dropping or replacing signs."""
        return bool(self.isi) and self.asal != self.isi


@dataclass(frozen=True, slots=True)
class BagianNik:
    """What a NIK of 16 digits says. `hari` is without the 40 that is added for women."""

    wilayah: str
    hari: int
    bulan: int
    tahun: int
    jenis_kelamin: JenisKelamin
    urut: int

    def calon_lahir(self, hari_ini: date) -> tuple[date, ...]:
        """Return the birth dates that the two-digit year allows, youngest first; empty when DDMMYY is no date."""
        calon = (_tanggal(abad + self.tahun, self.bulan, self.hari) for abad in (2000, 1900))
        return tuple(t for t in calon if t and t <= hari_ini and hari_ini.year - t.year <= USIA_TERTUA)


def _tanggal(tahun: int, bulan: int, hari: int) -> date | None:
    try:
        return date(tahun, bulan, hari)
    except ValueError:
        return None


def kosong(teks: str) -> bool:
    """Tell whether `teks` says that there is no number: blank, `0`, `-`, zeros only, *tidak ada*."""
    bersih = teks.strip().upper()
    return bersih in KOSONG or _NOL_SEMUA.fullmatch(bersih) is not None


def tanpa_angka(teks: str) -> bool:
    """Tell whether `teks` holds no number, as it is or once cleaned (`0000 0000`, `0:`)."""
    return kosong(teks) or kosong(rapikan_angka(teks))


def rapikan_angka(teks: str) -> str:
    """Drop what people and spreadsheets put between digits, and read O for 0 and l or I for 1.

    Letters are replaced only where at least half is digits; what cannot become a number comes back as it was.
    """
    if teks.isascii() and teks.isdigit():
        return teks
    bersih = unicodedata.normalize("NFKC", teks)
    bersih = "".join(h for h in bersih if unicodedata.category(h) not in ("Cf", "Cc"))
    bersih = _PEMISAH.sub("", bersih)
    if bersih.isascii() and bersih.isdigit():
        return bersih
    ganti = bersih.translate(_HURUF_ANGKA)
    banyak_angka = sum(h in "0123456789" for h in bersih)
    return ganti if _angka(ganti) and banyak_angka * 2 >= len(ganti) else teks.strip()


def _angka(teks: str) -> bool:
    return teks.isascii() and teks.isdigit()


def bentuk_pangkat(teks: str) -> bool:
    """Tell whether `teks` is a number in the form `6,20903E+15`, in which digits were lost."""
    return _PANGKAT.fullmatch(teks.strip()) is not None


def uraikan_nik(nik: str) -> BagianNik | None:
    """Take a cleaned NIK apart; None when it is not 16 digits."""
    if len(nik) != PANJANG_NIK or not _angka(nik):
        return None
    hari = int(nik[6:8])
    perempuan = hari > 40
    jenis = JenisKelamin.PEREMPUAN if perempuan else JenisKelamin.LAKI_LAKI
    return BagianNik(nik[:6], hari - 40 if perempuan else hari, int(nik[8:10]), int(nik[10:12]), jenis, int(nik[12:]))


def tanggal_nik_ada(bagian: BagianNik) -> bool:
    """Tell whether DDMMYY is a day of some century; 29 February counts when either century had it."""
    return any(_tanggal(abad + bagian.tahun, bagian.bulan, bagian.hari) for abad in (1900, 2000))


def baca_nik(teks: str, prefiks_ada: Callable[[str], bool] | None = None) -> Identitas:
    """Clean and check a NIK.

    Args:
        teks: what was typed; never the text of a float.
        prefiks_ada: tells whether a six-digit region code exists or ever existed; None: the region is not judged.

    Returns:
        problems `pangkat` (E+15 form) or `panjang` (not 16 digits) alone, else any of `tanggal`, `urut`, `wilayah`.
    """
    if tanpa_angka(teks):
        return Identitas(teks, "")
    if bentuk_pangkat(teks):
        return Identitas(teks, teks.strip(), ("pangkat",))
    isi = rapikan_angka(teks)
    bagian = uraikan_nik(isi)
    if bagian is None:
        return Identitas(teks, isi, ("panjang",))
    return Identitas(teks, isi, _masalah_nik(bagian, prefiks_ada))


def _masalah_nik(bagian: BagianNik, prefiks_ada: Callable[[str], bool] | None) -> tuple[str, ...]:
    periksa = (
        ("tanggal", tanggal_nik_ada(bagian)),
        ("urut", bagian.urut > 0),
        ("wilayah", prefiks_ada is None or prefiks_ada(bagian.wilayah)),
    )
    return tuple(kode for kode, baik in periksa if not baik)


def baca_no_kk(teks: str) -> Identitas:
    """Clean and check a No. KK: 16 digits; its inner date is not judged (it says when the card was made)."""
    if tanpa_angka(teks):
        return Identitas(teks, "")
    if bentuk_pangkat(teks):
        return Identitas(teks, teks.strip(), ("pangkat",))
    isi = rapikan_angka(teks)
    benar = len(isi) == PANJANG_NIK and _angka(isi)
    return Identitas(teks, isi, () if benar else ("panjang",))


def baca_nip(teks: str) -> Identitas:
    """Clean and check a NIP of 18 digits: birth date, month of appointment, sex 1 or 2, serial.

    Problems are soft (`tanggal`): numbers of PPPK follow another pattern.
    """
    if tanpa_angka(teks):
        return Identitas(teks, "")
    isi = rapikan_angka(teks)
    if len(isi) != PANJANG_NIP or not _angka(isi):
        return Identitas(teks, isi, ("panjang",))
    lahir = _tanggal(int(isi[:4]), int(isi[4:6]), int(isi[6:8]))
    return Identitas(teks, isi, () if lahir and isi[14] in "12" else ("tanggal",))


def nip_berspasi(nip: str) -> str:
    """Space an NIP 8-6-1-3 (`19781211 200604 1 006`); anything that has not 18 digits stays as it was typed."""
    angka = "".join(nip.split())
    if len(angka) != 18 or not angka.isdigit():
        return nip.strip()
    return f"{angka[:8]} {angka[8:14]} {angka[14]} {angka[15:]}"


def hp_biasa(teks: str) -> str:
    """Return a mobile number that is written as most are (`0812…`) in the form `62…`; empty for any other."""
    return f"62{teks[1:]}" if teks.isascii() and _HP.fullmatch(teks) else ""


def baca_telepon(teks: str) -> Identitas:
    """Clean a telephone number to the form `62…`; `panjang` when it has fewer than 9 or more than 15 digits."""
    if biasa := hp_biasa(teks):
        return Identitas(teks, biasa)
    if tanpa_angka(teks):
        return Identitas(teks, "")
    angka = rapikan_angka(re.sub(r"[+()]", "", teks))
    if not _angka(angka):
        return Identitas(teks, angka, ("panjang",))
    angka = "62" + angka.lstrip("0").removeprefix("62").lstrip("0")
    return Identitas(teks, angka, () if 9 <= len(angka) <= 15 else ("panjang",))


def baca_rekening(teks: str) -> Identitas:
    """Clean a bank account number; leading zeros stay. `panjang` outside 6 to 20 digits (banks differ)."""
    if tanpa_angka(teks):
        return Identitas(teks, "")
    if bentuk_pangkat(teks):
        return Identitas(teks, teks.strip(), ("pangkat",))
    isi = rapikan_angka(teks)
    return Identitas(teks, isi, () if _angka(isi) and 6 <= len(isi) <= 20 else ("panjang",))


def kelompokkan(nomor: str) -> str:
    """Group a NIK or No. KK as `620903 010165 0012`, a NIP as `19781211 200604 1 006`; anything else unchanged."""
    if len(nomor) == PANJANG_NIK and nomor.isdigit():
        return f"{nomor[:6]} {nomor[6:12]} {nomor[12:]}"
    if len(nomor) == PANJANG_NIP and nomor.isdigit():
        return f"{nomor[:8]} {nomor[8:14]} {nomor[14]} {nomor[15:]}"
    return nomor


def samarkan(nomor: str) -> str:
    """Mask a NIK or No. KK as `620903•••••• 0012`; shorter numbers show their last four digits or two."""
    if len(nomor) >= 14:
        return f"{nomor[:6]}{TITIK * (len(nomor) - 10)} {nomor[-4:]}"
    buka = 4 if len(nomor) >= 8 else 2
    return TITIK * (len(nomor) - buka) + nomor[-buka:] if len(nomor) > buka else TITIK * len(nomor)


def tampilkan_telepon(nomor: str) -> str:
    """Show a cleaned number as it is dialled here: `0812-3456-7890`."""
    lokal = "0" + nomor[2:] if nomor.startswith("62") else nomor
    return "-".join(filter(None, (lokal[:4], lokal[4:8], lokal[8:])))


def nama_cari(nama: str) -> str:
    """Return a name as it is sorted and searched: upper case, without marks, words by single spaces."""
    if _NAMA_POLOS.fullmatch(nama):
        return nama
    terurai = unicodedata.normalize("NFKD", nama.upper())
    polos = "".join(h for h in terurai if h not in "'’‘`" and not unicodedata.combining(h))
    return " ".join(re.findall(r"[A-Z0-9]+", polos))
