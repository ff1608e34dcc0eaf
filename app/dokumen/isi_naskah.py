"""What letters, statements and minutes are made of: blocks in order, then rows of signatures.

Twelve kinds of paper differ in words and facts, not in how they are drawn. Their gatherers put blocks together; one
module draws them all.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from app.dokumen.isi import Kepala, Penanda
from app.dokumen.isi_daftar import Jumlah


@dataclass(frozen=True, slots=True)
class Alinea:
    """Paragraphs; `menjorok` indents their first lines, `masuk` (mm) the whole; `rapat` leaves no space between."""

    teks: tuple[str, ...]
    menjorok: bool = False
    masuk: float = 0
    rapat: bool = False


@dataclass(frozen=True, slots=True)
class Butir:
    """A numbered list: 1. 2. 3., or a. b. c. with `huruf`."""

    teks: tuple[str, ...]
    huruf: bool = False


@dataclass(frozen=True, slots=True)
class Rincian:
    """Lines `label : value`; an empty value is dotted, to be written by hand. `nomor` stands before the first line."""

    baris: tuple[tuple[str, str], ...]
    lebar: float = 32
    masuk: float = 0
    nomor: str = ""


@dataclass(frozen=True, slots=True)
class Tengah:
    """A bold heading in the middle, such as `Pasal 1` above its title; it never ends a page."""

    baris: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KolomNaskah:
    """A column: heading, share of the width, alignment (`kiri`, `tengah`, `kanan`)."""

    judul: str
    lebar: float
    rata: str = "kiri"


@dataclass(frozen=True, slots=True)
class TabelNaskah:
    """A table whose rows may stream. `akhir` is a bold last row (a sum); its first word spans the columns it is short.

    `tinggi` (mm) is the least height of a row, where people write; `ukuran` the size of its words in points.
    """

    kolom: tuple[KolomNaskah, ...]
    baris: Iterable[tuple[str, ...]]
    akhir: tuple[str, ...] = ()
    tinggi: float = 0
    ukuran: float = 9.5


Blok = Alinea | Butir | Rincian | Tengah | TabelNaskah


@dataclass(frozen=True, slots=True)
class Surat:
    """The head of a letter: subject, addressee line by line, what is attached."""

    hal: str
    tujuan: tuple[str, ...]
    lampiran: str = ""


@dataclass(frozen=True, slots=True)
class Ttd:
    """A signature: who (None leaves lines), lines above the post, whether it is where a meterai goes."""

    penanda: Penanda | None
    atas: tuple[str, ...] = ()
    meterai: bool = False


@dataclass(frozen=True, slots=True)
class Lampiran:
    """What follows on a page of its own: heading and blocks."""

    judul: tuple[str, ...]
    isi: tuple[Blok, ...]


@dataclass(frozen=True, slots=True)
class IsiNaskah:
    """One letter, statement or minutes.

    Attributes:
        judul: heading lines of a paper that is no letter; the last is underlined.
        baris_nomor: the number lines below the heading: `NOMOR: …`; empty for a statement, which has none.
        surat: head of a letter; None for a paper with a heading.
        berkop: office's letterhead on top; a person's own statement has none.
        kop_jabatan: post that writes, instead of the office: `BUPATI LAMANDAU`; `lambang` is the emblem above it.
        isi: the blocks. ttd: rows of signatures from the left, None leaving a place empty.
        kaki: at the foot of every page; empty leaves out page numbers too.
        jumlah: what it adds up to, for the register.
    """

    kepala: Kepala
    isi: tuple[Blok, ...]
    ttd: tuple[tuple[Ttd | None, ...], ...]
    judul: tuple[str, ...] = ()
    baris_nomor: tuple[str, ...] = ()
    surat: Surat | None = None
    berkop: bool = True
    kop_jabatan: str = ""
    lambang: bytes | None = None
    tembusan: tuple[str, ...] = ()
    lampiran: tuple[Lampiran, ...] = ()
    kaki: str = ""
    jumlah: Jumlah = field(default_factory=Jumlah)
