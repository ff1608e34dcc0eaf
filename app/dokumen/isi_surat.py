"""What letters and forms say: surat perintah tugas, lembar disposisi, surat pengembalian, jadwal, field form."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.dokumen.isi import Kepala
from app.dokumen.isi_daftar import BarisOrang
from db.istilah import SifatSurat


@dataclass(frozen=True, slots=True)
class Petugas:
    """Someone who is sent: name, rank, NIP and post as printed."""

    nama: str
    pangkat: str = ""
    nip: str = ""
    jabatan: str = ""


@dataclass(frozen=True, slots=True)
class IsiSpt:
    """Surat perintah tugas. `waktu` is the span in words; lists are printed numbered."""

    kepala: Kepala
    dasar: tuple[str, ...]
    petugas: tuple[Petugas, ...]
    untuk: tuple[str, ...]
    waktu: str
    tempat: str
    penutup: str
    tembusan: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Arahan:
    """One disposition on the sheet: to whom, what, until when, who gave it and when."""

    dari: str
    kepada: str
    instruksi: str
    catatan: str
    tanggal: date
    batas: date | None = None


@dataclass(frozen=True, slots=True)
class IsiDisposisi:
    """Lembar disposisi of one incoming letter; without `arahan` its lower part is left to be written by hand."""

    kepala: Kepala
    dari: str
    nomor_surat: str
    tanggal_surat: date | None
    tanggal_terima: date | None
    nomor_agenda: str
    sifat: SifatSurat
    hal: str
    arahan: tuple[Arahan, ...] = ()


@dataclass(frozen=True, slots=True)
class IsiPengembalian:
    """Proposals that go back to one desa with their reasons (`keterangan` of each row).

    Attributes:
        tujuan: whom the letter is addressed to, one line each.
        pembuka, penutup: paragraphs, fields already filled in.
        desa: as it is called in the heading.
    """

    kepala: Kepala
    desa: str
    kecamatan: str
    tujuan: tuple[str, ...]
    hal: str
    pembuka: tuple[str, ...]
    penutup: tuple[str, ...]
    baris: Iterator[BarisOrang]
    tembusan: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BarisJadwal:
    """When and where a desa, or the part of it that a point names, is served."""

    desa: str
    kecamatan: str
    hari_tanggal: str
    jam: str
    tempat: str
    petugas: str
    penerima: int


@dataclass(frozen=True, slots=True)
class IsiJadwal:
    """The schedule of a tahap.

    Attributes:
        jumlah: people whom the points serve; nobody counts twice.
        tanpa_titik: desa and how many of it no point serves.
    """

    kepala: Kepala
    baris: tuple[BarisJadwal, ...]
    jumlah: int
    tanpa_titik: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class IsiFormulir:
    """The form that officers take into the field; results are written by hand. `petunjuk` stands below the heading."""

    kepala: Kepala
    petunjuk: str
    baris: Iterator[BarisOrang]
    desa: str = ""
    kecamatan: str = ""


@dataclass(frozen=True, slots=True)
class IsiSk:
    """Draft of a decree.

    Attributes:
        pejabat: whose decree, e.g. `BUPATI LAMANDAU`.
        tentang: subject, without the word.
        menimbang, mengingat, memperhatikan: considerations and law, in order.
        diktum: KESATU, KEDUA … in order.
        tempat: where it is decided.
        tembusan: who gets a copy.
        lambang: the state emblem above the post's name; None leaves its place empty.
    """

    kepala: Kepala
    pejabat: str
    tentang: str
    menimbang: tuple[str, ...]
    mengingat: tuple[str, ...]
    memperhatikan: tuple[str, ...]
    diktum: tuple[str, ...]
    tempat: str
    tembusan: tuple[str, ...] = ()
    lambang: bytes | None = None
