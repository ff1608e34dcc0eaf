"""What goes into the comparison of people and what comes out of it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class OrangBanding:
    """One person as the comparison sees it; whatever is unknown stays empty, and says nothing.

    Attributes:
        nama: as written, titles and all.
        nik, no_kk: sixteen digits; anything else counts as unknown.
        jenis_kelamin: any spelling that starts with L or P; anything else counts as unknown.
        alamat: street, dusun, RT and RW in one text.
        desa: code or name, spelled alike for all people of one comparison.
    """

    nama: str
    nik: str = ""
    no_kk: str = ""
    lahir: date | None = None
    jenis_kelamin: str = ""
    tempat_lahir: str = ""
    nama_ibu: str = ""
    alamat: str = ""
    desa: str = ""


@dataclass(frozen=True, slots=True)
class Pasangan:
    """Two who are probably one person.

    Attributes:
        kiri, kanan: their places in what was handed in. Within one list kiri < kanan; between two lists kiri is the
            place in the new one, kanan in the known one.
        skor: 0…100, the probability in per cent that they are one person, from all that agrees and differs, from how
            rare that is among the people at hand, and from how many people were compared.
        alasan: codes of `app.bahasa.kemiripan`, what speaks for it first.
    """

    kiri: int
    kanan: int
    skor: int
    alasan: tuple[str, ...]


Digit = list[str] | NDArray[np.bytes_]


@dataclass(slots=True)
class Kolom:
    """The same people as `OrangBanding`, column by column: how hundreds of thousands are handed over.

    `lahir` holds ISO days (`1965-11-05`) or nothing. All columns are equally long. NIK, No. KK and birth dates may
    stand in arrays of bytes (`padatkan`), a quarter of the size.
    """

    nama: list[str] = field(default_factory=list)
    nik: Digit = field(default_factory=list)
    no_kk: Digit = field(default_factory=list)
    lahir: Digit = field(default_factory=list)
    jenis_kelamin: list[str] = field(default_factory=list)
    tempat_lahir: list[str] = field(default_factory=list)
    nama_ibu: list[str] = field(default_factory=list)
    alamat: list[str] = field(default_factory=list)
    desa: list[str] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.nama)

    @classmethod
    def dari(cls, orang: Iterable[OrangBanding]) -> "Kolom":
        """Turn people into columns."""
        semua: Sequence[OrangBanding] = list(orang)
        return cls(
            [o.nama for o in semua],
            [o.nik for o in semua],
            [o.no_kk for o in semua],
            [o.lahir.isoformat() if o.lahir else "" for o in semua],
            [o.jenis_kelamin for o in semua],
            [o.tempat_lahir for o in semua],
            [o.nama_ibu for o in semua],
            [o.alamat for o in semua],
            [o.desa for o in semua],
        )

    def sambung(self, lain: "Kolom") -> "Kolom":
        """Return these people and then the others."""
        hasil = Kolom()
        for nama in Kolom.__slots__:
            satu, dua = getattr(self, nama), getattr(lain, nama)
            berdua = isinstance(satu, list) and isinstance(dua, list)
            setattr(hasil, nama, satu + dua if berdua else np.concatenate([padat(satu, nama), padat(dua, nama)]))
        return hasil

    def kosongkan(self) -> None:
        """Let go of everything."""
        for nama in Kolom.__slots__:
            setattr(self, nama, [])

    def padatkan(self) -> "Kolom":
        """Hold digits as bytes from now on; returns itself."""
        self.nik, self.no_kk, self.lahir = (padat(getattr(self, n), n) for n in ("nik", "no_kk", "lahir"))
        return self


PANJANG = {"nik": 16, "no_kk": 16, "lahir": 10}
"""Characters of the columns of digits."""


def padat(isi: Digit, nama: str) -> NDArray[np.bytes_]:
    """Return a column of digits (`nama` of it) as bytes; what has another length is nothing."""
    if not isinstance(isi, list):
        return isi
    n = PANJANG[nama]
    teks = "".join([t if len(t) == n else "~" * n for t in isi]).encode("ascii", "replace")
    return np.frombuffer(teks, f"S{n}")


Lapor = Callable[[int, int], None]
"""Called between the parts of a comparison with (done, of how many); may raise to stop it."""
