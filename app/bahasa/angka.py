"""Numbers as Indonesian offices write them: `1.234.567`, `Rp 1.500.000`, `87,5%`, and in words (terbilang).

Our own terbilang, because what is on the market writes "satu juta satu ribu" where a kwitansi says "satu juta seribu".
"""

import re
from decimal import ROUND_HALF_UP, Decimal

_SATUAN = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")
_GUGUS = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"))
TERBILANG_MAKS = 10**15 - 1
_ROMAWI = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
           (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
_UANG = re.compile(r"(-?)(?:Rp\.?|IDR)?\s*(-?)([\d.,]*\d)(?:,-|\.-)?", re.IGNORECASE)


def bilangan(nilai: int | Decimal, desimal: int | None = None) -> str:
    """Write a number with dots between thousands and a comma before decimals: `1.234.567`, `2,50`.

    Args:
        nilai: the number; a `Decimal` keeps its own decimals unless `desimal` says how many.
        desimal: digits behind the comma, rounded half up.
    """
    if desimal is not None:
        nilai = Decimal(nilai).quantize(Decimal(1).scaleb(-desimal), ROUND_HALF_UP)
    return f"{nilai:,f}".translate(str.maketrans(",.", ".,")) if isinstance(nilai, Decimal) else _ribuan(nilai)


def _ribuan(nilai: int) -> str:
    return f"{nilai:,}".replace(",", ".")


def rupiah(nilai: int) -> str:
    """Write whole rupiah: `Rp 1.500.000`, `-Rp 500`."""
    return f"{'-' if nilai < 0 else ''}Rp {_ribuan(abs(nilai))}"


def persen(bagian: int, seluruh: int, desimal: int = 1) -> str:
    """Write `bagian` of `seluruh` as a percentage without idle zeros: `87,5%`, `100%`; `0%` of nothing.

    An unfinished whole never reads `100%` and a begun one never `0%`: the nearest figure that tells them apart stands.
    """
    if seluruh == 0:
        return "0%"
    langkah = Decimal(1).scaleb(-desimal)
    hasil = (Decimal(bagian) * 100 / Decimal(seluruh)).quantize(langkah, ROUND_HALF_UP)
    if 0 < bagian < seluruh:
        hasil = min(max(hasil, langkah), 100 - langkah)
    teks = bilangan(hasil)
    return (teks.rstrip("0").rstrip(",") if "," in teks else teks) + "%"


def baca_uang(teks: str) -> int | None:
    """Read whole rupiah as people type it (`Rp 1.500.000`, `1500000`, `Rp1.500.000,00`, `1,500,000`), else None.

    Sen other than zero, unclear grouping (`1.50`) and what no office holds (beyond `TERBILANG_MAKS`, a NIK in the
    wrong column) are refused: a wrong amount is worse than a question.
    """
    cocok = _UANG.fullmatch(teks.replace("\u00a0", " ").strip())
    if cocok is None:
        return None
    angka = _buang_sen(cocok[3])
    tanpa_pemisah = re.sub(r"[.,]", "", angka)
    pemisah = set(angka) - set("0123456789")
    if len(pemisah) > 1 or (pemisah and not re.fullmatch(r"\d{1,3}([.,]\d{3})+", angka)):
        return None
    if len(tanpa_pemisah.lstrip("0")) > len(str(TERBILANG_MAKS)):
        return None
    return -int(tanpa_pemisah) if cocok[1] or cocok[2] else int(tanpa_pemisah)


def _buang_sen(angka: str) -> str:
    """Drop `,00` or `.00` (and `,0`) at the end, unless the same mark also separates thousands."""
    cocok = re.fullmatch(r"(.*)([.,])0{1,2}", angka)
    return cocok[1] if cocok and cocok[2] not in cocok[1] else angka


def terbilang(nilai: int) -> str:
    """Spell a whole number: `1001500` → `satu juta seribu lima ratus`.

    Raises:
        ValueError: beyond 999 triliun, which no bansos reaches.
    """
    if abs(nilai) > TERBILANG_MAKS:
        raise ValueError(nilai)
    return f"minus {_eja(-nilai)}" if nilai < 0 else _eja(nilai)


def _eja(nilai: int) -> str:
    if nilai < 12:
        return _SATUAN[nilai]
    if nilai < 20:
        return f"{_SATUAN[nilai - 10]} belas"
    if nilai < 100:
        return _sambung(f"{_SATUAN[nilai // 10]} puluh", nilai % 10)
    if nilai < 1000:
        return _sambung(_se(nilai // 100, "ratus"), nilai % 100)
    if nilai < 10**6:
        return _sambung(_se(nilai // 1000, "ribu"), nilai % 1000)
    besar, nama = next(g for g in _GUGUS if nilai >= g[0])
    return _sambung(f"{_eja(nilai // besar)} {nama}", nilai % besar)


def _se(kali: int, nama: str) -> str:
    """`seratus`, `seribu`, but `dua ratus`, `dua puluh satu ribu`."""
    return f"se{nama}" if kali == 1 else f"{_eja(kali)} {nama}"


def _sambung(depan: str, sisa: int) -> str:
    return f"{depan} {_eja(sisa)}" if sisa else depan


def terbilang_rupiah(nilai: int) -> str:
    """Spell money as on a kwitansi: `Satu juta lima ratus ribu rupiah`."""
    return kapital_awal(f"{terbilang(nilai)} rupiah")


def kapital_awal(teks: str) -> str:
    """Raise the first letter only and leave the rest as it is."""
    return teks[:1].upper() + teks[1:]


def kapital_kata(teks: str) -> str:
    """Raise every word, as a berita acara writes its date: `Dua Ribu Dua Puluh Tiga`."""
    return " ".join(kapital_awal(kata) for kata in teks.split(" "))


def urutan(nilai: int) -> str:
    """Ordinal of a decree's diktum: `kesatu`, `kedua`, `kesepuluh` (never "pertama")."""
    return f"ke{terbilang(nilai)}"


def romawi(nilai: int) -> str:
    """Roman numerals, used for the month in letter numbers; 1 and up."""
    hasil = ""
    for besar, huruf in _ROMAWI:
        kali, nilai = divmod(nilai, besar)
        hasil += huruf * kali
    return hasil


def ukuran(byte: int) -> str:
    """File size in words of an office: `812 B`, `2,4 MB`."""
    for besar, nama in ((10**9, "GB"), (10**6, "MB"), (10**3, "KB")):
        if byte >= besar:
            return f"{bilangan(Decimal(byte) / besar, 1).removesuffix(',0')} {nama}"
    return f"{byte} B"
