"""What goes into the comparison of people and what comes out of it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date


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


PEMISAH = "\x01"
"""Between the values of a column; no name has it, and `str.split` does not take it for a blank."""
_KOSONG = "~"
"""Fills up what is not there, or not as long as it should be, among numbers and dates."""
PANJANG = {"nik": 16, "no_kk": 16, "lahir": 10, "jenis_kelamin": 1}
"""Characters of the columns of one width, in which nothing stands between the values."""


@dataclass(slots=True)
class Kolom:
    """The same people as `OrangBanding`, column by column: how hundreds of thousands are handed over.

    A column is one text, so that nobody costs an object for each of his values: NIK, No. KK, ISO days and the first
    letter of the sex without anything between them (`PANJANG`), all else with `PEMISAH`.
    """

    n: int
    nama: str
    nik: str
    no_kk: str
    lahir: str
    jenis_kelamin: str
    tempat_lahir: str
    nama_ibu: str
    alamat: str
    desa: str

    def __len__(self) -> int:
        return self.n

    @classmethod
    def dari(cls, orang: Iterable[OrangBanding]) -> "Kolom":
        """Turn people into columns."""
        semua: Sequence[OrangBanding] = list(orang)
        lahir = (o.lahir.isoformat() if o.lahir else "" for o in semua)
        return cls(
            len(semua), gabung([o.nama for o in semua]), rapat("nik", (o.nik for o in semua)),
            rapat("no_kk", (o.no_kk for o in semua)), rapat("lahir", lahir),
            rapat("jenis_kelamin", (o.jenis_kelamin[:1] for o in semua)), gabung([o.tempat_lahir for o in semua]),
            gabung([o.nama_ibu for o in semua]), gabung([o.alamat for o in semua]), gabung([o.desa for o in semua]),
        )  # fmt: skip

    def utuh(self) -> bool:
        """Tell whether every column has as many values as there are people."""
        lebar = all(len(getattr(self, nama)) == n * self.n for nama, n in PANJANG.items())
        return lebar and all(getattr(self, nama).count(PEMISAH) == max(self.n - 1, 0) for nama in _BERPEMISAH)


_BERPEMISAH = ("nama", "tempat_lahir", "nama_ibu", "alamat", "desa")


def gabung(semua: Sequence[str]) -> str:
    """Return the values of a column as one text."""
    teks = PEMISAH.join(semua)
    if teks.count(PEMISAH) >= max(len(semua), 1):
        teks = PEMISAH.join(satu.replace(PEMISAH, " ") for satu in semua)
    return teks


def rapat(nama: str, nilai: Iterable[str]) -> str:
    """Return the values of column `nama` of `PANJANG` as one text; what has another length is nothing."""
    n = PANJANG[nama]
    return "".join([t if len(t) == n else _KOSONG * n for t in nilai])


Lapor = Callable[[int, int], None]
"""Called between the parts of a comparison with (done, of how many); may raise to stop it."""
