"""The shapes of an import: what was found in a file, what became of every row, what the user changed."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.bahasa import pemeriksaan
from app.usulan.baca import BerkasDitolak, Sel
from app.usulan.penjaga import huruf_kolom
from app.usulan.peta import Kolom
from app.usulan.temukan import Daftar, Dilewati
from db.istilah import Kiriman, NasibBaris, StatusUsulan, Tingkat, TujuanImpor

if TYPE_CHECKING:
    from app.usulan.lajur import Lajur

KunciBaris = tuple[int, str, int]
"""A row of an import: number of the file, sheet, row."""
Lawan = KunciBaris | UUID
"""The other of a pair: a row of this import, or the id of a known person."""
_DITOLAK = ("nama_kosong", "nik_panjang", "nik_rusak_excel", "ganda_dalam_berkas", "ganda_di_kegiatan")
TINGKAT: Mapping[str, Tingkat] = {
    **dict.fromkeys(pemeriksaan.KATA, Tingkat.PERLU_DIPERIKSA),
    **dict.fromkeys(_DITOLAK, Tingkat.DITOLAK),
    "dirapikan": Tingkat.DIRAPIKAN,
}
"""How grave each code is; `kiriman_ulang` of an unchanged row is only `dirapikan`."""

NASIB: Mapping[Tingkat, NasibBaris] = {
    Tingkat.DITOLAK: NasibBaris.DITOLAK,
    Tingkat.PERLU_DIPERIKSA: NasibBaris.PERLU_PERIKSA,
    Tingkat.DIRAPIKAN: NasibBaris.DITERIMA,
}

_DITERIMA, _TINGKAT_DITOLAK, _URUTAN = NasibBaris.DITERIMA, Tingkat.DITOLAK, tuple(NASIB.items())
# An enum's member is looked up by a step of Python each time, and a list asks for these some millions of times.


@dataclass(frozen=True, slots=True)
class Hasil:
    """One line of the hasil pemeriksaan.

    Attributes:
        kode: one of `app.bahasa.pemeriksaan.KATA`.
        bidang: field it is about; `kolom` its column letter, empty when the file has no such column.
        fakta: what the sentence needs, fit to be shown and to be kept as JSON.
    """

    kode: str
    tingkat: Tingkat
    bidang: str
    kolom: str
    fakta: Mapping[str, Any] = field(default_factory=dict)

    @property
    def label(self) -> str:
        """The chip: `NIK rusak oleh Excel`."""
        return pemeriksaan.label(self.kode)

    @property
    def pesan(self) -> str:
        """What was found, one Indonesian sentence."""
        return pemeriksaan.pesan(self.kode, self.fakta)

    @property
    def saran(self) -> str:
        """What to do; may be empty."""
        return pemeriksaan.saran(self.kode, self.fakta)


TANPA_PERUBAHAN: Mapping[str, tuple[str, str]] = MappingProxyType({})


def _tanpa_perubahan() -> Mapping[str, tuple[str, str]]:
    """Give the one empty mapping: most rows change nothing, and there are many of them."""
    return TANPA_PERUBAHAN


@dataclass(slots=True)
class Baris:
    """One person's row as it was read and understood.

    Attributes:
        berkas: number of the file within the import.
        nomor: row as the spreadsheet program shows it.
        sel: its cells, the user's mendings in place.
        nilai: understood values by field, as text; only what is not blank.
        nik, no_kk: sixteen digits, or empty.
        kode_desa: the desa it counts for; None when unknown.
        umur: years, from an age column.
        orang_id: the known person that it is; usulan_id: that person's usulan in this kegiatan.
        perubahan: field → (old, new) against the known person; `diterapkan` those that storing took over.
        ulang: the usulan stood in the store before this import. orang_baru: the person did not.
        wali_id: the wali of its usulan. ikutan: ids of the wali and accounts that came with it.
        cari: the name as it is searched, once the row was compared.
        tanpa_baris: it was stored and needs no line in the ledger, for its usulan says all that is to be said.
    """

    berkas: int
    lembar: str
    nomor: int
    sel: list[Sel]
    kolom: Mapping[str, str]
    nilai: dict[str, str] = field(default_factory=dict)
    nik: str = ""
    no_kk: str = ""
    jenis_kelamin: str = ""
    lahir: date | None = None
    kode_desa: str | None = None
    kategori: str = ""
    umur: int | None = None
    hasil: list[Hasil] = field(default_factory=list)
    orang_id: UUID | None = None
    usulan_id: UUID | None = None
    perubahan: Mapping[str, tuple[str, str]] = field(default_factory=_tanpa_perubahan)
    diterapkan: Mapping[str, tuple[str, str]] = field(default_factory=_tanpa_perubahan)
    ulang: bool = False
    orang_baru: bool = False
    wali_id: UUID | None = None
    ikutan: tuple[UUID, ...] = ()
    cari: str = field(default="", compare=False)
    tanpa_baris: bool = False

    @property
    def nama(self) -> str:
        """The person's name as written; empty when missing."""
        return self.nilai.get("nama", "")

    @property
    def kunci(self) -> tuple[int, str, int]:
        """What tells the row apart within the import."""
        return self.berkas, self.lembar, self.nomor

    @property
    def nasib(self) -> NasibBaris:
        """What becomes of the row, by its worst line."""
        if not self.hasil:
            return _DITERIMA
        tingkat = {satu.tingkat for satu in self.hasil}
        return next(nasib for satu, nasib in _URUTAN if satu in tingkat)

    @property
    def ditolak(self) -> bool:
        """The row is not stored as it is."""
        return bool(self.hasil) and any(satu.tingkat is _TINGKAT_DITOLAK for satu in self.hasil)

    def catat(self, kode: str, bidang: str, tingkat: Tingkat | None = None, **fakta: Any) -> None:
        """Add a line about one of its fields."""
        self.hasil.append(Hasil(kode, tingkat or TINGKAT[kode], bidang, self.kolom.get(bidang, ""), fakta))


@dataclass(frozen=True, slots=True)
class RingkasanImpor:
    """Counts of rows; baris = diterima + perlu_periksa + ditolak."""

    baris: int = 0
    diterima: int = 0
    perlu_periksa: int = 0
    ditolak: int = 0

    def sebagai_json(self) -> dict[str, int]:
        """Return the counts as the command line prints them."""
        return {n: getattr(self, n) for n in ("baris", "diterima", "perlu_periksa", "ditolak")}


def ringkas(lembar: "Iterable[LembarHasil]") -> RingkasanImpor:
    """Count the rows of sheets by what becomes of them; a row that is no object is taken."""
    semua = list(lembar)
    hitung = Counter(b.nasib for satu in semua for b in satu.bercatatan if b.hasil)
    banyak = sum(satu.banyak for satu in semua)
    ragu, ditolak = hitung[NasibBaris.PERLU_PERIKSA], hitung[NasibBaris.DITOLAK]
    return RingkasanImpor(banyak, banyak - ragu - ditolak, ragu, ditolak)


@dataclass(slots=True)
class LembarHasil:
    """One sheet of a file, or one of several lists in a sheet.

    Attributes:
        nama: what tells it apart within the file.
        daftar: the list found in it; None when it holds no people.
        dipakai: whether its rows are taken; a person may switch it.
        sebab: why it is left out: `tersembunyi`, `bukan_daftar`, `kosong`, or empty.
        baris_sembunyi: hidden rows, which are read like all others.
    """

    nama: str
    daftar: Daftar | None
    dipakai: bool
    sebab: str = ""
    baris_sembunyi: int = 0
    lajur: "list[Lajur]" = field(default_factory=list)

    @property
    def baris(self) -> list[Baris]:
        """Its rows, all as objects: what a screen shows, and what is compared one by one."""
        return [baris for satu in self.lajur for baris in satu.semua()]

    @property
    def bercatatan(self) -> Iterator[Baris]:
        """The rows of which there is something to say, and some others; never a row that is only counted."""
        return (baris for satu in self.lajur for baris in satu.khusus())

    @property
    def banyak(self) -> int:
        """Number of its rows."""
        return sum(map(len, self.lajur))

    @property
    def nama_asli(self) -> str:
        """The sheet's name as it stands in the file."""
        return (self.daftar.lembar.asal if self.daftar else "") or self.nama

    @property
    def dilewati(self) -> list[Dilewati]:
        """Rows with content that are no people, with the reason."""
        return self.daftar.dilewati if self.daftar else []

    @property
    def kolom_dari_isi(self) -> list[Kolom]:
        """Columns that are read by what they hold, not by their heading; by the name of their field."""
        semua = self.daftar.kolom if self.daftar else ()
        return sorted((k for k in semua if k.bidang and k.cara == "isi"), key=lambda k: k.bidang or "")

    @property
    def kolom_sembunyi(self) -> list[str]:
        """Letters of the hidden columns of this list, which are read like all others."""
        if self.daftar is None:
            return []
        mentah = self.daftar.lembar
        return [huruf_kolom(k) for k in mentah.kolom_sembunyi if any(k < len(b) and b[k] != "" for b in mentah.baris)]


@dataclass(slots=True)
class BerkasHasil:
    """One file of an import; `galat` when it was refused as a whole. `isi` are its bytes as they came."""

    nama: str
    sha256: str = ""
    isi: bytes = b""
    format: str = ""
    galat: BerkasDitolak | None = None
    lembar: list[LembarHasil] = field(default_factory=list)

    @property
    def dipakai(self) -> Iterator[LembarHasil]:
        """The sheets in use."""
        return (lembar for lembar in self.lembar if lembar.dipakai)

    @property
    def baris(self) -> Iterator[Baris]:
        """Every row of the sheets in use."""
        return (b for lembar in self.dipakai for b in lembar.baris)

    @property
    def bercatatan(self) -> Iterator[Baris]:
        """Every row of them of which there is something to say."""
        return (b for lembar in self.dipakai for b in lembar.bercatatan)

    @property
    def ringkasan(self) -> RingkasanImpor:
        """Counts of its rows."""
        return ringkas(self.dipakai)


@dataclass(frozen=True, slots=True)
class Hilang:
    """Someone of an earlier sending who is not in the one that replaces it; nobody is deleted for that.

    Attributes:
        status: where the usulan stands now.
        berkas, baris: where the person was last seen; empty and 0 when it came by hand.
    """

    usulan_id: UUID
    nama: str
    nik: str | None
    kode_desa: str | None
    status: StatusUsulan = StatusUsulan.DIUSULKAN
    berkas: str = ""
    baris: int = 0


@dataclass(frozen=True, slots=True)
class Perbandingan:
    """An import beside what its sender proposed before, in people; rejected rows stand apart.

    Attributes:
        sama, berubah: proposed before, nothing or something new about them. baru: not proposed before.
        hilang: no longer in a list that replaces the earlier one.
    """

    sama: int = 0
    berubah: int = 0
    baru: int = 0
    hilang: int = 0

    def sebagai_json(self) -> dict[str, int]:
        """Return the counts as they are kept and printed."""
        return {"sama": self.sama, "berubah": self.berubah, "baru": self.baru, "hilang": self.hilang}


@dataclass(frozen=True, slots=True)
class Mirip:
    """Why a row may be somebody else: `skor` 0…100 and `sebab`, both of `app.kemiripan`, and who that is."""

    skor: int
    sebab: tuple[str, ...]
    nama: str
    kode_desa: str | None


@dataclass(slots=True)
class HasilImpor:
    """A preview of an import, or what was stored (`impor_id`). Nothing is stored before `simpan_impor`.

    Attributes:
        pengirim_kode: desa that was named as sender; None: the lists say it. `pengirim`: as shown.
        asal_kode: the sender, named or read from the lists; None when they do not agree.
        ubahan: mended cells, text by (file, sheet, row, column number).
        tanpa_nik: rows taken without their damaged NIK.
        pilihan_kolom: changed columns, field by (file, sheet) and column number.
        hilang: for a `pengganti`, who is no longer in it.
        mirip: pairs that may be one person: (row, the other); the other is an earlier row or the id of a known person.
        putusan: what a person judged of such two, or of two that share a NIK: (row, the other) → the same person.
        nanti: pairs that are to be looked at later.
        cari_mirip: whether people are compared by likeness at all.
        dasar_mirip: what tells apart the state of store and rows that `mirip` was found with.
        tanda: state of the store that it was compared with.
    """

    kegiatan_id: UUID
    tujuan: TujuanImpor
    kiriman: Kiriman
    pengirim_kode: str | None = None
    pengirim: str = ""
    asal_kode: str | None = None
    berkas: list[BerkasHasil] = field(default_factory=list)
    hilang: list[Hilang] = field(default_factory=list)
    ubahan: dict[tuple[int, str, int, int], str] = field(default_factory=dict)
    tanpa_nik: set[tuple[int, str, int]] = field(default_factory=set)
    pilihan_kolom: dict[tuple[int, str], dict[int, str | None]] = field(default_factory=dict)
    mirip: dict[tuple[KunciBaris, Lawan], Mirip] = field(default_factory=dict)
    putusan: dict[tuple[KunciBaris, Lawan], bool] = field(default_factory=dict)
    nanti: set[tuple[KunciBaris, Lawan]] = field(default_factory=set)
    cari_mirip: bool = True
    dasar_mirip: int | None = None
    impor_id: UUID | None = None
    tanda: int = 0

    @property
    def baris(self) -> Iterator[Baris]:
        """Every row of every file that was not refused."""
        return (b for berkas in self.berkas for b in berkas.baris)

    @property
    def bercatatan(self) -> Iterator[Baris]:
        """Every row of which there is something to say, and some others."""
        return (b for berkas in self.berkas for b in berkas.bercatatan)

    @property
    def lajur(self) -> "Iterator[Lajur]":
        """Every row, in columns."""
        return (satu for berkas in self.berkas for lembar in berkas.dipakai for satu in lembar.lajur)

    @property
    def ringkasan(self) -> RingkasanImpor:
        """Counts over all files."""
        return ringkas(lembar for berkas in self.berkas for lembar in berkas.dipakai)

    @property
    def perbandingan(self) -> Perbandingan:
        """Counts beside what was proposed before; only a row of which there is something to say was known."""
        semua = [b for b in self.bercatatan if b.hasil]
        ditolak = sum(b.ditolak for b in semua)
        ulang = [b for b in semua if b.ulang and not b.ditolak]
        berubah, banyak = sum(bool(b.perubahan) for b in ulang), sum(map(len, self.lajur)) - ditolak
        return Perbandingan(len(ulang) - berubah, berubah, banyak - len(ulang), len(self.hilang))

    @property
    def per_desa(self) -> "Counter[str | None]":
        """How many rows that are not refused each desa has; None: the desa is unknown."""
        hitung = Counter(kode for satu in self.lajur for kode in satu.kode_desa)
        hitung.subtract(b.kode_desa for b in self.bercatatan if b.ditolak)
        return +hitung

    @property
    def disebut(self) -> Collection[Lawan]:
        """Rows that somebody mended or that were compared with another (and known people who were)."""
        return {*(k[:3] for k in self.ubahan), *(k for dua in (*self.mirip, *self.putusan) for k in dua)}

    @property
    def terbaca(self) -> bool:
        """At least one file was readable."""
        return any(b.galat is None for b in self.berkas)
