"""What every document has: letterhead, signer, and the line that says which kegiatan, number and date it belongs to.

All of it is plain frozen data. A field that the office has not filled is an empty string (or None for a date), and the
paper then shows a dotted line to write on, never an invented word.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from db.istilah import CaraJabatan, Kertas, SifatSurat


@dataclass(frozen=True, slots=True)
class KopSurat:
    """The letterhead of an office.

    Attributes:
        pemda: first line, e.g. `PEMERINTAH KABUPATEN LAMANDAU`.
        nama: second, larger line, e.g. `DINAS SOSIAL`.
        alamat: street, town and postal code, on one line.
        kontak: telephone, e-mail and site, on one line.
        logo: the region's coat of arms (PNG or JPEG); None leaves its place to the text.
    """

    pemda: str
    nama: str
    alamat: str = ""
    kontak: str = ""
    logo: bytes | None = None


@dataclass(frozen=True, slots=True)
class Penanda:
    """Who signs, as it is printed.

    Attributes:
        jabatan: the post, e.g. `Kepala Dinas Sosial`, without the closing comma.
        nama: with titles; empty leaves a dotted line.
        pangkat: e.g. `Pembina Tingkat I (IV/b)`.
        nip: 18 digits, any spacing; empty for who has none (Bupati, Kepala Desa).
        cara: definitif, Plt. or Plh.
        atas_nama: the post on whose behalf it is signed (`a.n.`).
        untuk_beliau: the post between the two (`u.b.`).
        ber_nip: whether a missing NIP leaves a dotted line (officials) or nothing (Bupati, desa).
    """

    jabatan: str
    nama: str = ""
    pangkat: str = ""
    nip: str = ""
    cara: CaraJabatan = CaraJabatan.DEFINITIF
    atas_nama: str = ""
    untuk_beliau: str = ""
    ber_nip: bool = True


@dataclass(frozen=True, slots=True)
class Permintaan:
    """What the user chose before printing.

    Attributes:
        desa: region code (`62.09.01.2001`) when the document is wanted for one desa.
        tahap: running number of the tahap, from 1; None is the only or every tahap.
        nomor: our number of the document.
        tanggal: the date on the document.
        penandatangan_id: the official who signs.
        publik: identifiers masked, for the notice board.
        revisi: version of the document's words (`app.templat`); None or 0 takes those in force.
        kata: words that are being tried out, by section; None for a real document.
        per_lembar: receipts on a sheet (1, 2 or 4); None is as printed last.
        profil: which columns a workbook has (`app.profil_kolom`); None is the paper's own.
        batas: the day until which whoever gets the paper should answer; None names none.
        ringan: for a dot-matrix printer; None is as printed last.
        sifat: nature of a letter; None is as printed last, else Biasa.
        orang: the one person for whom a paper of single people is wanted.
        nomor_desa: where one print holds the letters of several desa: the number of each, by the desa's code.
    """

    desa: str | None = None
    tahap: int | None = None
    nomor: str | None = None
    tanggal: date | None = None
    penandatangan_id: UUID | None = None
    publik: bool = False
    revisi: int | None = None
    kata: Mapping[str, tuple[str, ...]] | None = None
    per_lembar: int | None = None
    profil: str | None = None
    batas: date | None = None
    ringan: bool | None = None
    sifat: SifatSurat | None = None
    orang: UUID | None = None
    nomor_desa: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Kepala:
    """The head that all documents of a kegiatan share.

    Attributes:
        kop: letterhead of the office.
        kegiatan: name of the kegiatan.
        tahun: its year.
        tempat: where the document is signed, e.g. `Nanga Bulik`.
        pemda: region of the office as it reads inside a sentence, e.g. `Kabupaten Lamandau`.
        nomor: our number; empty leaves a dotted line.
        tanggal: date of the document; None leaves a dotted line.
        tahap: e.g. `Tahap 1`; empty when the kegiatan has one only or the document covers all.
        penanda: who signs; None leaves dotted lines.
        kertas: the office's paper.
        sifat: nature of a letter.
    """

    kop: KopSurat
    kegiatan: str
    tahun: int
    tempat: str = ""
    pemda: str = ""
    nomor: str = ""
    tanggal: date | None = None
    tahap: str = ""
    penanda: Penanda | None = None
    kertas: Kertas = Kertas.F4
    sifat: SifatSurat = SifatSurat.BIASA

    @property
    def nama(self) -> str:
        """The kegiatan with its year, said once."""
        return bertahun(self.kegiatan, self.tahun)

    @property
    def baris_tahun(self) -> str:
        """Year and tahap for a line of their own below the kegiatan's name; the year only where the name lacks it."""
        tahun = "" if self.nama == self.kegiatan else f"Tahun {self.tahun}"
        return " ".join(filter(None, (tahun, self.tahap)))


def bertahun(nama: str, tahun: int) -> str:
    """Add the year to a kegiatan's name unless it is in it: offices write both `Bansos 2026` and `Bansos`."""
    return nama if str(tahun) in nama else f"{nama} Tahun {tahun}"


def tahun_anggaran(nama: str, tahun: int) -> str:
    """Write a kegiatan with its budget year, as decrees do, the year said once."""
    return f"{nama.removesuffix(str(tahun)).rstrip().removesuffix('Tahun').rstrip()} Tahun Anggaran {tahun}"


@dataclass(frozen=True, slots=True)
class Barang:
    """A line of goods: `2 karung Beras`."""

    nama: str
    jumlah: int
    satuan: str

    @property
    def sebutan(self) -> str:
        """Write it as a list does: `2 karung Beras`; a name that begins with its unit says it once."""
        satuan = "" if self.nama.lower().startswith(self.satuan.lower()) else self.satuan
        return " ".join(filter(None, (str(self.jumlah), satuan, self.nama)))
