"""What the laporan hasil kegiatan, the BAST and the laporan monev say: figures per desa, money, steps, visits.

The figures hold by construction: target = tersalur + belum + gagal in every `RekapDesa`; SP2D = tersalur + disetor +
masih di bank in `Keuangan`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from app.dokumen.isi import Kepala, Penanda
from app.dokumen.isi_daftar import BarisOrang


@dataclass(frozen=True, slots=True)
class RekapDesa:
    """Allocations of one desa (or of all), counted by outcome.

    Attributes:
        kode: region code; empty in a total.
        target: allocations that are in force.
        sendiri, wali, diwakilkan, diantar: handed over, by who received.
        rekening: money credited to an account where nothing goes from hand to hand.
        sebagian: goods handed over in part; counts as not yet.
        belum: not yet, those in part included.
        gagal: will not be handed over.
        dana_saja, serah_saja: money is on the account but book or card was not handed over, and the reverse; neither is
            tersalur.
        nominal_target, nominal_tersalur: rupiah; 0 where the office does not hold the money.
    """

    kode: str
    desa: str
    kecamatan: str = ""
    target: int = 0
    sendiri: int = 0
    wali: int = 0
    diwakilkan: int = 0
    diantar: int = 0
    sebagian: int = 0
    belum: int = 0
    gagal: int = 0
    nominal_target: int = 0
    nominal_tersalur: int = 0
    rekening: int = 0
    dana_saja: int = 0
    serah_saja: int = 0

    @property
    def tersalur(self) -> int:
        return self.sendiri + self.wali + self.diwakilkan + self.diantar + self.rekening

    @property
    def nominal_sisa(self) -> int:
        """Rupiah not handed over."""
        return self.nominal_target - self.nominal_tersalur


@dataclass(frozen=True, slots=True)
class IsiRekap:
    """The recap of a hand-over per desa; `dasar` is the decree in words and may be empty."""

    kepala: Kepala
    rekap: tuple[RekapDesa, ...]
    dasar: str = ""


_DIJUMLAHKAN = (
    "target", "sendiri", "wali", "diwakilkan", "diantar", "rekening", "sebagian", "belum", "gagal", "dana_saja",
    "serah_saja", "nominal_target", "nominal_tersalur",
)  # fmt: skip


def jumlahkan(rekap: Iterable[RekapDesa], nama: str = "JUMLAH") -> RekapDesa:
    """Add up desa into one line called `nama`."""
    daftar = list(rekap)
    return RekapDesa("", nama, "", **{k: sum(getattr(r, k) for r in daftar) for k in _DIJUMLAHKAN})


@dataclass(frozen=True, slots=True)
class Pembayaran:
    """A payment out of the treasury or back into it: tahap, number, date, rupiah."""

    tahap: str
    nomor: str
    tanggal: date
    nilai: int


@dataclass(frozen=True, slots=True)
class Keuangan:
    """The money of a kegiatan.

    Attributes:
        pagu: budget in rupiah; None when it was not entered.
        sp2d: payments out. sts: money given back.
        tersalur: rupiah handed over.
    """

    pagu: int | None
    sumber_dana: str
    kode_rekening: str
    sp2d: tuple[Pembayaran, ...]
    sts: tuple[Pembayaran, ...]
    tersalur: int

    @property
    def cair(self) -> int:
        return sum(p.nilai for p in self.sp2d)

    @property
    def disetor(self) -> int:
        return sum(p.nilai for p in self.sts)

    @property
    def masih_di_bank(self) -> int:
        """What was paid out and neither handed over nor given back; negative shows a missing SP2D."""
        return self.cair - self.tersalur - self.disetor


@dataclass(frozen=True, slots=True)
class Hitungan:
    """A counted line: a reason, a category, a kind of goods."""

    label: str
    jumlah: int
    laki: int = 0
    perempuan: int = 0


@dataclass(frozen=True, slots=True)
class BarangTersalur:
    """Goods or items over all allocations: owed and handed over."""

    nama: str
    satuan: str
    target: int
    tersalur: int


@dataclass(frozen=True, slots=True)
class BarisLangkah:
    """A step of the SOP as it went: standard time beside real dates.

    Attributes:
        status: label, e.g. `Selesai`, `Dilewati`, `Tidak berlaku`.
        lama: how long it took, in words; empty when it has not ended.
        catatan: reason of a return or override.
        urutan: order in the SOP, from 1. batas: the day by which it was due; None where the SOP counts otherwise.
        berjalan: it is its turn now. lewat: it ended, or still runs, after it was due.
    """

    label: str
    kegiatan: str
    waktu: str
    status: str
    mulai: date | None = None
    selesai: date | None = None
    lama: str = ""
    catatan: str = ""
    urutan: int = 0
    batas: date | None = None
    berjalan: bool = False
    lewat: bool = False


@dataclass(frozen=True, slots=True)
class Foto:
    """A photograph with its caption."""

    isi: bytes
    keterangan: str


@dataclass(frozen=True, slots=True)
class UsulanDesa:
    """Proposals of one desa by outcome; they add up to `diusulkan`."""

    desa: str
    belum: int = 0
    layak: int = 0
    tidak_layak: int = 0
    ditolak_sistem: int = 0

    @property
    def diusulkan(self) -> int:
        return self.belum + self.layak + self.tidak_layak + self.ditolak_sistem


@dataclass(frozen=True, slots=True)
class IsiLaporan:
    """Laporan hasil kegiatan.

    Attributes:
        sop: name of the SOP. nomor_sop: as the SOP has it, may be empty.
        naskah: paragraphs by section, fields already filled in (latar_belakang, maksud, tujuan, ruang_lingkup,
            simpulan, saran, penutup).
        dasar_hukum: citations, in order.
        pelaksana: unit that ran it. wilayah: where, in words. rentang: from when until when, in words.
        usulan: counts of the proposals by status, `usulan_desa` the same per desa. kategori: recipients by category.
        keuangan: None where the office does not hold the money.
        alasan: why aid could not be handed over. kendala: reasons of returns, one sentence each.
        lampiran: what is attached, one line each.
    """

    kepala: Kepala
    sop: str
    nomor_sop: str
    naskah: dict[str, tuple[str, ...]]
    dasar_hukum: tuple[str, ...]
    pelaksana: str
    wilayah: str
    rentang: str
    penetapan: str
    usulan: tuple[Hitungan, ...]
    usulan_desa: tuple[UsulanDesa, ...]
    kategori: tuple[Hitungan, ...]
    langkah: tuple[BarisLangkah, ...]
    rekap: tuple[RekapDesa, ...]
    alasan: tuple[Hitungan, ...]
    barang: tuple[BarangTersalur, ...] = ()
    keuangan: Keuangan | None = None
    mitra: str = ""
    kendala: tuple[str, ...] = ()
    lampiran: tuple[str, ...] = ()
    foto: tuple[Foto, ...] = ()


@dataclass(frozen=True, slots=True)
class Pihak:
    """A party to a berita acara: name, identity line (`NIP`, `NIK` or none), post, address."""

    nama: str = ""
    nomor: str = ""
    jabatan: str = ""
    alamat: str = ""
    berdasar_nip: bool = True


@dataclass(frozen=True, slots=True)
class IsiBast:
    """Berita acara serah terima of one desa.

    Attributes:
        pembuka, sebutan_satu, sebutan_dua, butir, penutup: paragraphs, fields already filled in.
        rekap: the desa's figures.
        baris: recipients with the outcome in `keterangan` and what they received in `nominal`, in order.
        saksi: further signers; a missing name is a dotted line.
    """

    kepala: Kepala
    judul: str
    pembuka: str
    pihak_satu: Pihak
    sebutan_satu: str
    pihak_dua: Pihak
    sebutan_dua: str
    butir: tuple[str, ...]
    penutup: str
    rekap: RekapDesa
    barang: tuple[BarangTersalur, ...]
    uang: bool
    baris: Iterator[BarisOrang]
    saksi: tuple[Penanda, ...] = ()


@dataclass(frozen=True, slots=True)
class BarisMonev:
    """Visits in one desa, counted."""

    desa: str
    dikunjungi: int
    ditemui: int
    menerima: int
    sesuai: int


@dataclass(frozen=True, slots=True)
class TindakLanjut:
    """A visit that had something to follow up: who, where, hindrance, what is to be done."""

    nama: str
    desa: str
    tanggal: date
    kendala: str
    tindak_lanjut: str


@dataclass(frozen=True, slots=True)
class IsiMonev:
    """Laporan monitoring dan evaluasi.

    Attributes:
        pembuka, evaluasi: paragraphs, fields already filled in.
        sampel: how the people to visit were drawn, one sentence; may be empty.
        pemanfaatan: what the aid was used for, counted.
        pelapor: names of the officers who visited.
        foto: photographs of the visits. berkas: how many files the visits have, printed or not.
    """

    kepala: Kepala
    pembuka: tuple[str, ...]
    evaluasi: tuple[str, ...]
    sampel: str
    per_desa: tuple[BarisMonev, ...]
    pemanfaatan: tuple[Hitungan, ...]
    tindak_lanjut: tuple[TindakLanjut, ...]
    pelapor: tuple[str, ...]
    penerima: int
    foto: tuple[Foto, ...] = ()
    berkas: int = 0
