"""JSON to frozen dataclasses and back, by their types alone, so that the shape of an SOP is written down only once.

A wrong file is told with the place and the cause; nothing is guessed and no unknown field is dropped in silence.
"""

import types
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from db.galat import BugError

T = TypeVar("T")
Letak = tuple[str, ...]


class BentukSalahError(ValueError):
    """Something in a definition is wrong.

    Attributes:
        letak: path from the outside in, already in words: `("langkah 4", "cabang")`.
        sebab: code of the cause; its sentence stands in `app.bahasa.sop`.
        fakta: what the sentence needs.
    """

    def __init__(self, letak: Letak, sebab: str, **fakta: Any) -> None:
        super().__init__(sebab)
        self.letak = letak
        self.sebab = sebab
        self.fakta = fakta


def susun(tipe: type[T], nilai: Any, letak: Letak = ()) -> T:
    """Build `tipe` (a dataclass of this room) from parsed JSON; raises `BentukSalahError`."""
    hasil: T = _nilai(tipe, nilai, letak)
    return hasil


def uraikan(nilai: Any) -> Any:
    """Turn a dataclass back into JSON values; a field that equals its default is left out."""
    if is_dataclass(nilai) and not isinstance(nilai, type):
        isi = ((bidang, getattr(nilai, bidang.name)) for bidang in fields(nilai))
        return {bidang.name: uraikan(punya) for bidang, punya in isi if not _bawaan(bidang, punya)}
    if isinstance(nilai, tuple):
        return [uraikan(anak) for anak in nilai]
    return nilai.value if isinstance(nilai, StrEnum) else nilai


def _bawaan(bidang: Field[Any], punya: Any) -> bool:
    """Tell whether a field still has its default."""
    return bidang.default is not MISSING and bidang.default == punya


@cache
def _bidang(tipe: type[Any]) -> Mapping[str, tuple[Any, bool]]:
    """Give type and "must be there" of every field of a dataclass."""
    petunjuk = get_type_hints(tipe)
    return {bidang.name: (petunjuk[bidang.name], bidang.default is MISSING) for bidang in fields(tipe)}


def _nilai(tipe: Any, nilai: Any, letak: Letak) -> Any:
    """Build one value by its declared type."""
    if get_origin(tipe) in (Union, types.UnionType):
        return None if nilai is None else _nilai(_bukan_none(tipe), nilai, letak)
    if get_origin(tipe) is tuple:
        return _deret(get_args(tipe)[0], nilai, letak)
    if is_dataclass(tipe) and isinstance(tipe, type):
        return _objek(tipe, nilai, letak)
    if isinstance(tipe, type) and issubclass(tipe, StrEnum):
        return _pilihan(tipe, nilai, letak)
    return _polos(tipe, nilai, letak)


def _bukan_none(tipe: Any) -> Any:
    """Give the one type of `X | None` that is not None."""
    isi = [anak for anak in get_args(tipe) if anak is not type(None)]
    if len(isi) != 1:
        raise BugError(f"unsupported union in an SOP definition: {tipe}")
    return isi[0]


def _objek(tipe: Any, nilai: Any, letak: Letak) -> Any:
    """Build a dataclass from a JSON object; no field too few, none too many."""
    if not isinstance(nilai, dict):
        raise BentukSalahError(letak, "bukan_objek")
    bidang = _bidang(tipe)
    if asing := sorted(set(nilai) - set(bidang)):
        raise BentukSalahError(letak, "bidang_tak_dikenal", bidang=asing[0])
    if kurang := [nama for nama, (_, wajib) in bidang.items() if wajib and nama not in nilai]:
        raise BentukSalahError(letak, "bidang_kurang", bidang=kurang[0])
    return tipe(**{nama: _nilai(bidang[nama][0], isi, (*letak, _kata(nama))) for nama, isi in nilai.items()})


def _deret(tipe: Any, nilai: Any, letak: Letak) -> tuple[Any, ...]:
    """Build a tuple from a JSON list; its members are numbered as people count: `langkah 4`."""
    if not isinstance(nilai, list):
        raise BentukSalahError(letak, "bukan_daftar")
    induk, nama = letak[:-1], letak[-1] if letak else ""
    return tuple(_nilai(tipe, anak, (*induk, f"{nama} {ke}")) for ke, anak in enumerate(nilai, 1))


def _pilihan(tipe: type[StrEnum], nilai: Any, letak: Letak) -> StrEnum:
    """Build an enum value from a closed list."""
    try:
        return tipe(nilai)
    except ValueError:
        raise BentukSalahError(letak, "nilai_tak_dikenal", nilai=str(nilai)) from None


def _polos(tipe: Any, nilai: Any, letak: Letak) -> Any:
    """Check text, whole number or yes/no; `true` is no number."""
    if tipe not in (str, int, bool):
        raise BugError(f"unsupported type in an SOP definition: {tipe}")
    if type(nilai) is not tipe:
        raise BentukSalahError(letak, {str: "bukan_teks", int: "bukan_bilangan", bool: "bukan_ya_tidak"}[tipe])
    return nilai


def _kata(nama: str) -> str:
    """A field's name as people read it."""
    return nama.replace("_", " ")
