"""Crockford's base 32 with its check character: for the paper recovery key and the code of a receipt.

Read by tired people from paper: no I, L, O, U; lower case and the usual confusions are forgiven; the check character
modulo 37 finds every single wrong character and every swap of neighbours (modulo 29 misses some, measured).
"""

import secrets

ABJAD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
PERIKSA = ABJAD + "*~$=U"
_SALAH_BACA = str.maketrans({"O": "0", "I": "1", "L": "1"})


def sandikan(bilangan: int, panjang: int) -> str:
    """Return `bilangan` in `panjang` digits of base 32, followed by its check character."""
    sisa, angka = bilangan, []
    for _ in range(panjang):
        sisa, digit = divmod(sisa, 32)
        angka.append(ABJAD[digit])
    if sisa:
        raise ValueError("number does not fit")
    return "".join(reversed(angka)) + PERIKSA[bilangan % 37]


def uraikan(teks: str, panjang: int) -> int | None:
    """Return the number behind `teks`, or None if a character is wrong or missing. Dashes and spaces are ignored."""
    bersih = teks.upper().replace("-", "").replace(" ", "")
    badan, cek = bersih[:-1].translate(_SALAH_BACA), bersih[-1:]
    if len(badan) != panjang or any(huruf not in ABJAD for huruf in badan):
        return None
    nilai = 0
    for huruf in badan:
        nilai = nilai * 32 + ABJAD.index(huruf)
    cek = cek if cek in PERIKSA[32:] else cek.translate(_SALAH_BACA)
    return nilai if cek == PERIKSA[nilai % 37] else None


def acak(bit: int) -> str:
    """Return `bit` random bits (a multiple of 5) with their check character."""
    return sandikan(secrets.randbits(bit), bit // 5)
