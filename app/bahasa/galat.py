"""One clear Indonesian sentence for every `KnownError`: what happened, where, what to do, and that nothing was lost.

A new code gets its sentence in the dict of its room in `app/bahasa/kalimat/`; a test walks the sources and fails while
a code has none or a sentence asks for a fact that its raiser does not give. In a sentence `{nama}` takes a fact as
users read it (dates, numbers and enums in Indonesian), `{jumlah:rp}` money, `{tahun:apa_adanya}` digits without dots,
`{besar:berkas}` bytes, `{bidang:kata}` the name of a field.
"""

import string
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from app.bahasa import angka, istilah, waktu
from app.bahasa.kalimat.kantor import KANTOR, LAYAR
from app.bahasa.kalimat.kecamatan import KECAMATAN
from app.bahasa.kalimat.naskah import NASKAH
from app.bahasa.kalimat.orang import ORANG
from app.bahasa.kalimat.penggunaan import PENGGUNAAN
from app.bahasa.kalimat.salur import DOKUMEN, SALUR
from app.bahasa.kalimat.sop import DTKS, SOP
from app.bahasa.kalimat.titik import TITIK
from app.bahasa.kalimat.toko import AKSES, TOKO
from app.bahasa.kalimat.usulan import USULAN, VERIFIKASI
from db.galat import BugError, KnownError

RUANG: tuple[Mapping[str, str], ...] = (
    TOKO,
    AKSES,
    KANTOR,
    ORANG,
    SOP,
    USULAN,
    VERIFIKASI,
    SALUR,
    DOKUMEN,
    KECAMATAN,
    TITIK,
    NASKAH,
    PENGGUNAAN,
    DTKS,
    LAYAR,
)
KALIMAT: Mapping[str, str] = {kode: kalimat for ruang in RUANG for kode, kalimat in ruang.items()}


class _Penulis(string.Formatter):
    """Writes facts as users read them."""

    def format_field(self, value: Any, format_spec: str) -> str:
        if format_spec == "rp":
            return angka.rupiah(value)
        if format_spec == "berkas":
            return angka.ukuran(value)
        if format_spec == "apa_adanya":
            return str(value)
        return str(value).replace("_", " ") if format_spec == "kata" else _biasa(value)


def _biasa(nilai: Any) -> str:
    """Write a fact that has no spec of its own by its type."""
    match nilai:
        case StrEnum():
            return istilah.label(nilai)
        case bool():
            return "ya" if nilai else "tidak"
        case int() | Decimal():
            return angka.bilangan(nilai)
        case datetime():
            raise BugError("a sentence needs a moment already written in the office's zone")
        case date():
            return waktu.tanggal(nilai)
        case list() | tuple():
            return daftar([_biasa(satu) for satu in nilai])
    return str(nilai)


def isi(kalimat: str, fakta: Mapping[str, Any]) -> str:
    """Fill a sentence with facts as users read them."""
    return _Penulis().vformat(kalimat, (), fakta)


def daftar(butir: list[str]) -> str:
    """Join words as a sentence does: `a`, `a dan b`, `a, b, dan c`."""
    if len(butir) < 3:
        return " dan ".join(butir)
    return f"{', '.join(butir[:-1])}, dan {butir[-1]}"


def kalimat(galat: KnownError) -> str:
    """Give the sentence that the user reads for an error.

    Raises:
        BugError: the code has no sentence, or the sentence asks for a fact that was not given.
    """
    try:
        return isi(KALIMAT[galat.kode], galat.fakta)
    except KeyError as hilang:
        raise BugError(f"no sentence or fact for {galat.kode}: {hilang}") from galat
