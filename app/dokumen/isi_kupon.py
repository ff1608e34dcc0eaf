"""What the coupons say that invite people to the hand-over."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.dokumen.isi import Kepala


@dataclass(frozen=True, slots=True)
class BarisKupon:
    """One coupon.

    Attributes:
        nomor, kode: those of the person's receipt, so that one scan finds both; a NIK is on neither.
        wali: who comes for a child; empty where the person comes alone.
        hari_tanggal, waktu, tempat: as printed; empty leaves a line to write on.
    """

    nomor: int
    kode: str
    nama: str
    wali: str
    alamat: str
    hari_tanggal: str
    waktu: str
    tempat: str


@dataclass(frozen=True, slots=True)
class IsiKupon:
    """The coupons of a tahap; `judul`, `bawa` (what to bring) and `catatan` are the same on all."""

    kepala: Kepala
    judul: str
    bawa: str
    catatan: str
    baris: Iterator[BarisKupon]
