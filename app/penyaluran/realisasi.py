"""The sheet that goes to the bank or the post and comes back: who was paid, who was not and why.

It carries the code of every receipt. What comes back is either taken whole or not at all; what is wrong is told with
its cell, so that the office or the bank can mend that cell and nothing else.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from sqlmodel import col

from app import jejak
from app.akses import Hak, wajib
from app.bahasa.alasan import SUMBER_DANA
from app.bahasa.angka import baca_uang
from app.bahasa.istilah import label
from app.bahasa.waktu import baca_tanggal
from app.jobs import JobContext
from app.kerja import Kerja
from app.lembar_kembali import BarisLembar, baris_lembar
from app.penyaluran.cari import baku_kode
from app.penyaluran.catat import catat_banyak, periksa_banyak
from app.penyaluran.isian import Entri
from app.penyaluran.keadaan import SumberDana
from app.penyaluran.muat import BarisSerah, pilih_serah, susun_serah
from app.pijakan import kegiatan_berjalan, potong
from app.usulan.baca import BerkasDitolak, baca_buku, muat
from app.usulan.sel import teks
from db.galat import BugError, KnownError
from db.istilah import TERSALUR, HasilSalur
from db.model import Alokasi, TandaTerima

KODE, HASIL, ALASAN, TANGGAL, NOMINAL = "KODE TANDA TERIMA", "HASIL", "ALASAN", "TANGGAL", "NOMINAL (Rp)"
DIBAYAR, GAGAL = "Dibayar", "Gagal"
_CARI = 20  # rows in which the heading is looked for
_DIBAYAR = frozenset({"dibayar", "bayar", "terbayar", "berhasil", "sukses", "tersalur", "cair", "ya", "y", "v", "✓"})
_GAGAL = frozenset({"gagal", "tidak dibayar", "tidak", "retur", "gagal bayar", "tidak tersalur", "x", "t"})
_SEBAB: tuple[tuple[HasilSalur, tuple[str, ...]], ...] = (
    (HasilSalur.REKENING_BERMASALAH, ("rekening", "retur", "pasif", "norek")),
    (HasilSalur.MENINGGAL, ("meninggal", "wafat")),
    (HasilSalur.PINDAH, ("pindah",)),
    (HasilSalur.MENOLAK, ("menolak", "tolak", "mundur")),
    (HasilSalur.TIDAK_DITEMUKAN, ("tidak ditemukan", "alamat")),
    (HasilSalur.DATA_GANDA, ("ganda", "dobel")),
    (HasilSalur.TIDAK_HADIR, ("tidak hadir", "tidak datang", "tidak diambil", "belum diambil", "tidak mengambil")),
    (HasilSalur.BERKAS_KURANG, ("berkas", "dokumen", "ktp", "kurang")),
)
"""Words by which a reason is known; the first that stands in it counts."""


@dataclass(frozen=True, slots=True)
class SelSalah:
    """What cannot be taken: the cell, whose row it is, and why."""

    sel: str
    nama: str
    sebab: KnownError


@dataclass(frozen=True, slots=True)
class Realisasi:
    """What a sheet says: `dibayar` people and `rupiah`, those who were not by outcome, rows without a result."""

    dibayar: int
    rupiah: int
    gagal: Mapping[HasilSalur, int]
    kosong: int
    salah: tuple[SelSalah, ...]


@dataclass(frozen=True, slots=True)
class _Terbaca:
    asal: BarisLembar
    serah: BarisSerah
    entri: Entri
    tanggal: date


def baca_realisasi(berkas: Path, ctx: JobContext | None = None) -> list[BarisLembar]:
    """Return the rows of a sheet, in their order; read by the import child like any stranger's file.

    Raises:
        BerkasDitolak: the file cannot be read, or is no such sheet (`bukan_realisasi`).
        JobCancelled: the user asked to stop.
    """
    buku = baca_buku(muat(berkas), ctx)
    for lembar in buku.lembar:
        for nomor, baris in enumerate(lembar.baris[:_CARI]):
            ada = {teks(sel).upper(): ke for ke, sel in enumerate(baris)}
            if KODE in ada and HASIL in ada:
                kolom = (KODE, HASIL, ALASAN, TANGGAL, NOMINAL)
                return [b for b in baris_lembar(lembar, nomor, kolom) if b.isi(KODE)]
    raise BerkasDitolak("bukan_realisasi", buku.nama)


def periksa_realisasi(
    kerja: Kerja, kegiatan_id: UUID, baris: Sequence[BarisLembar], *, tanggal: date | None = None
) -> Realisasi:
    """Say what a sheet would record, and what in it is wrong; nothing is written.

    Args:
        tanggal: where a row names none; else today.

    Raises:
        KnownError: `tidak_berwenang`, `kegiatan_tidak_ada`, `kegiatan_ditutup`, `tanggal_di_depan`.
    """
    return _telaah(kerja, kegiatan_id, baris, tanggal)[0]


def masukkan_realisasi(
    kerja: Kerja, kegiatan_id: UUID, baris: Sequence[BarisLembar], *, tanggal: date | None = None
) -> Realisasi:
    """Record what a sheet says: all of it, or nothing when one cell is wrong.

    Raises:
        KnownError: as `periksa_realisasi`, and `realisasi_bermasalah`.
    """
    ringkasan, terbaca = _telaah(kerja, kegiatan_id, baris, tanggal)
    if ringkasan.salah:
        pertama = ringkasan.salah[0]
        raise KnownError("realisasi_bermasalah", jumlah=len(ringkasan.salah), sel=pertama.sel)
    asal = SUMBER_DANA[SumberDana.LEMBAR_BANK] if any(t.serah.keadaan.lewat_rekening for t in terbaca) else ""
    for hari, entri in _per_hari(terbaca).items():
        if catat_banyak(kerja, kegiatan_id, [t.entri for t in entri], tanggal=hari, tempat=asal).ditolak:
            raise BugError("a row that was checked was refused")
    jejak.catat(
        kerja, "masukkan_realisasi", objek="kegiatan", objek_id=kegiatan_id, kegiatan_id=kegiatan_id,
        dibayar=ringkasan.dibayar, gagal=sum(ringkasan.gagal.values()),
    )  # fmt: skip
    return ringkasan


# --- reading what the rows say ---------------------------------------------------------------------------------------


def _telaah(
    kerja: Kerja, kegiatan_id: UUID, baris: Sequence[BarisLembar], tanggal: date | None
) -> tuple[Realisasi, list[_Terbaca]]:
    wajib(kerja, Hak.PENYALURAN)
    kegiatan_berjalan(kerja, kegiatan_id)
    hari = tanggal or kerja.hari_ini()
    dikenal = _dikenal(kerja, kegiatan_id, baris)
    ditemui: dict[str, str] = {}
    terbaca: list[_Terbaca] = []
    salah: list[SelSalah] = []
    kosong = 0
    for satu in baris:
        kode = _kode(satu)
        serah = dikenal.get(kode)
        try:
            _periksa_kode(satu, kode, serah, ditemui)
            if not satu.isi(HASIL):
                kosong += 1
            elif serah is not None:
                terbaca.append(_baca(satu, serah, hari, kerja.hari_ini()))
        except _SalahDiError as e:
            salah.append(SelSalah(satu.alamat(e.judul), serah.nama if serah else "", e.sebab))
    salah += _ditolak(kerja, kegiatan_id, terbaca)
    dibayar = [t for t in terbaca if t.entri.hasil in TERSALUR]
    gagal: Counter[HasilSalur] = Counter(t.entri.hasil for t in terbaca if t.entri.hasil not in TERSALUR)
    rupiah = sum(t.serah.nominal or 0 for t in dibayar)
    return Realisasi(len(dibayar), rupiah, dict(gagal), kosong, tuple(salah)), terbaca


class _SalahDiError(Exception):
    """A cell that cannot be taken."""

    def __init__(self, judul: str, kode: str, **fakta: object) -> None:
        super().__init__(kode)
        self.judul = judul
        self.sebab = KnownError(kode, **fakta)


def _kode(satu: BarisLembar) -> str:
    """Return the code as it is stored; as written where it is none."""
    try:
        return baku_kode(satu.isi(KODE)) or satu.isi(KODE)
    except KnownError:
        return satu.isi(KODE)


def _dikenal(kerja: Kerja, kegiatan_id: UUID, baris: Iterable[BarisLembar]) -> dict[str, BarisSerah]:
    kueri = pilih_serah().where(col(Alokasi.kegiatan_id) == kegiatan_id)
    kode = sorted({_kode(b) for b in baris})
    potongan = (susun_serah(kerja, kueri.where(col(TandaTerima.kode).in_(bagian))) for bagian in potong(kode))
    return {b.kode: b for bagian in potongan for b in bagian}


def _periksa_kode(satu: BarisLembar, kode: str, serah: BarisSerah | None, ditemui: dict[str, str]) -> None:
    if serah is None:
        raise _SalahDiError(KODE, "realisasi_kode_asing", tertulis=satu.isi(KODE))
    if kode in ditemui:
        raise _SalahDiError(KODE, "realisasi_kode_ganda", nama=serah.nama, sel=ditemui[kode])
    ditemui[kode] = satu.alamat(KODE)


def _baca(satu: BarisLembar, serah: BarisSerah, hari: date, hari_ini: date) -> _Terbaca:
    kata = " ".join(satu.isi(HASIL).casefold().split())
    if kata not in _DIBAYAR | _GAGAL:
        raise _SalahDiError(HASIL, "realisasi_hasil_asing", tertulis=satu.isi(HASIL))
    _periksa_nominal(satu, serah)
    tanggal = _tanggal(satu, hari, hari_ini)
    alasan = satu.isi(ALASAN)
    if kata in _GAGAL and not alasan:
        raise _SalahDiError(ALASAN, "realisasi_alasan_kosong", nama=serah.nama)
    dibayar = HasilSalur.DANA_MASUK if serah.keadaan.lewat_rekening else HasilSalur.SENDIRI
    hasil = dibayar if kata in _DIBAYAR else _sebab(alasan)
    entri = Entri(
        serah.alokasi_id, hasil, hanya_uang=serah.nominal is not None and bool(serah.barang),
        alasan=alasan if kata in _GAGAL else "",
    )  # fmt: skip
    return _Terbaca(satu, serah, entri, tanggal)


def _periksa_nominal(satu: BarisLembar, serah: BarisSerah) -> None:
    tertulis = satu.isi(NOMINAL)
    if tertulis and serah.nominal is not None and baca_uang(tertulis) != serah.nominal:
        raise _SalahDiError(NOMINAL, "realisasi_nominal_beda", tertulis=tertulis, seharusnya=serah.nominal)


def _tanggal(satu: BarisLembar, hari: date, hari_ini: date) -> date:
    tertulis = satu.isi(TANGGAL)
    tanggal = baca_tanggal(tertulis, hari_ini) if tertulis else hari
    if tanggal is None or tanggal > hari_ini:
        raise _SalahDiError(TANGGAL, "realisasi_tanggal_salah", tertulis=tertulis)
    return tanggal


def _sebab(alasan: str) -> HasilSalur:
    """Understand a reason; what is not understood stays in its own words."""
    kata = alasan.casefold()
    for hasil in HasilSalur:
        if kata == label(hasil).casefold() and hasil not in TERSALUR:
            return hasil
    return next((hasil for hasil, tanda in _SEBAB if any(t in kata for t in tanda)), HasilSalur.LAINNYA)


def _per_hari(terbaca: Iterable[_Terbaca]) -> dict[date, list[_Terbaca]]:
    hasil: dict[date, list[_Terbaca]] = defaultdict(list)
    for t in terbaca:
        hasil[t.tanggal].append(t)
    return dict(sorted(hasil.items()))


def _ditolak(kerja: Kerja, kegiatan_id: UUID, terbaca: Sequence[_Terbaca]) -> list[SelSalah]:
    """Ask what the rules of the hand-over itself refuse: paid already, recorded as dead, served elsewhere."""
    asal = {t.entri.alokasi_id: t.asal for t in terbaca}
    return [
        SelSalah(asal[e.alokasi_id].alamat(HASIL), e.nama, e.sebab)
        for hari, semua in _per_hari(terbaca).items()
        for e in periksa_banyak(kerja, kegiatan_id, [t.entri for t in semua], tanggal=hari)
    ]
