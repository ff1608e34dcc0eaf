"""Numbers back from the bank: judged row by row, confirmed by a person where there is cause to ask, taken whole.

Cause to ask is another holder's name, a number that somebody has already, one that replaces an earlier one, zeros that
Excel may have dropped. A wrong cell stops it all. A PIN is never read and has no place to stand.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from app import jejak
from app.akses import Hak, wajib
from app.identitas import baca_nik, baca_rekening, nama_cari
from app.kerja import Kerja
from app.orang.pindahan import semua_penggabungan
from app.penetapan.lihat import BarisPenerima
from app.penetapan.susun import draf_baris
from app.penyaluran.realisasi import SelSalah
from app.pijakan import baca_kolom, kegiatan_berjalan, penetapan_sah, potong, wajib_sah
from app.rekening.lembar import (
    BANK,
    CABANG,
    KODE,
    NIK,
    NOMOR,
    PEMILIK,
    BarisRekening,
    LembarRekening,
    baku_kode_orang,
    kode_orang,
)
from app.rekening.lihat import REKENING, bank_kegiatan, daftar_rekening
from db.dasar import id_baru
from db.galat import KnownError
from db.model import Penerima, Rekening


@dataclass(frozen=True, slots=True)
class SelRagu:
    """A row that counts only when confirmed: the cell of its number, whose it is, and every cause to ask."""

    sel: str
    nama: str
    sebab: tuple[KnownError, ...]


@dataclass(frozen=True, slots=True)
class PeriksaRekening:
    """What a workbook would record: every row is in exactly one of these.

    Attributes:
        baru: rows that would be taken as they are. ragu: only when confirmed.
        sama: accounts that are known already. kosong: rows without a number.
        salah: cells that stop it all. rahasia: columns that were not read (cell and heading).
    """

    baru: int
    ragu: tuple[SelRagu, ...]
    sama: int
    kosong: int
    salah: tuple[SelSalah, ...]
    rahasia: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class HasilRekening:
    """What was done: accounts taken, rows left out because nobody confirmed them, known already, without a number."""

    dicatat: int
    ditinggalkan: int
    sama: int
    kosong: int


@dataclass(frozen=True, slots=True)
class _Terbaca:
    """A row that was understood: whose it is and what it says."""

    sel: str
    penerima: BarisPenerima
    nomor: str
    bank: str
    cabang: str
    atas_nama: str
    ragu: tuple[KnownError, ...]


class _SelDitolakError(Exception):
    """A cell that cannot be taken."""

    def __init__(self, bidang: str, sebab: KnownError) -> None:
        super().__init__(sebab.kode)
        self.bidang, self.sebab = bidang, sebab


def periksa_rekening(kerja: Kerja, kegiatan_id: UUID, lembar: LembarRekening) -> PeriksaRekening:
    """Say what a bank's workbook would record, what must be confirmed and what is wrong; nothing is written.

    Raises:
        KnownError: `tidak_berwenang`, `kegiatan_tidak_ada`, `kegiatan_ditutup`, `penetapan_belum_sah`.
    """
    return _telaah(kerja, kegiatan_id, lembar)[0]


def masukkan_rekening(
    kerja: Kerja, kegiatan_id: UUID, lembar: LembarRekening, *, setuju: Collection[str] = ()
) -> HasilRekening:
    """Record the accounts of a bank's workbook; nothing at all when one cell is wrong.

    The list in force and a waiting draft show them at once; earlier versions stay as they were signed.

    Args:
        setuju: cells (`SelRagu.sel`) whose rows are taken in spite of the cause to ask; the others are left out.

    Raises:
        KnownError: as `periksa_rekening`, `rekening_bermasalah`, `rekening_setuju_asing`.
    """
    periksa, terbaca = _telaah(kerja, kegiatan_id, lembar)
    if periksa.salah:
        raise KnownError("rekening_bermasalah", jumlah=len(periksa.salah), sel=periksa.salah[0].sel)
    if asing := set(setuju) - {s.sel for s in periksa.ragu}:
        raise KnownError("rekening_setuju_asing", sel=min(asing))
    pakai = [t for t in terbaca if not t.ragu or t.sel in setuju]
    _simpan(kerja, kegiatan_id, pakai)
    hasil = HasilRekening(len(pakai), len(terbaca) - len(pakai), periksa.sama, periksa.kosong)
    if pakai:
        jejak.catat(
            kerja, "masukkan_rekening", objek="kegiatan", objek_id=kegiatan_id, kegiatan_id=kegiatan_id,
            dicatat=hasil.dicatat, disetujui=len(set(setuju)), ditinggalkan=hasil.ditinggalkan,
        )  # fmt: skip
    return hasil


def _telaah(kerja: Kerja, kegiatan_id: UUID, lembar: LembarRekening) -> tuple[PeriksaRekening, list[_Terbaca]]:
    wajib(kerja, Hak.MITRA)
    kegiatan_berjalan(kerja, kegiatan_id)
    wajib_sah(kerja, kegiatan_id)
    dulu = [(p.pergi, p.catatan.ke) for p in semua_penggabungan(kerja)]
    cari = _Pencari(daftar_rekening(kerja, kegiatan_id, batas=None), dulu)
    bank = bank_kegiatan(kerja, kegiatan_id)
    pemakai = _pemakai(kerja, lembar.baris)
    terbaca: list[_Terbaca] = []
    salah: list[SelSalah] = []
    sama = kosong = 0
    for baris in lembar.baris:
        nama = ""
        try:
            penerima = cari.penerima(baris)
            nama = penerima.nama
            nomor = _baca_nomor(baris)
        except _SelDitolakError as e:
            salah.append(SelSalah(baris.alamat(e.bidang), nama, e.sebab))
            continue
        satu = _baca(baris, penerima, nomor, bank, pemakai)
        if not nomor:
            kosong += 1
        elif _sudah(satu):
            sama += 1
        else:
            terbaca.append(satu)
    ragu = tuple(SelRagu(t.sel, t.penerima.nama, t.ragu) for t in terbaca if t.ragu)
    return PeriksaRekening(len(terbaca) - len(ragu), ragu, sama, kosong, tuple(salah), lembar.rahasia), terbaca


class _Pencari:
    """Finds whose row it is: by our code, else by the NIK; each person once.

    Args:
        dulu: who was merged into whom since, because the bank's list may bear the code of either.
    """

    def __init__(self, penerima: Iterable[BarisPenerima], dulu: Iterable[tuple[UUID, UUID]]) -> None:
        self._kode: dict[str, BarisPenerima] = {}
        self._nik: dict[str, list[BarisPenerima]] = defaultdict(list)
        self._ditemui: dict[UUID, str] = {}
        for p in penerima:
            self._kode[kode_orang(p.orang_id)] = p
            if p.nik:
                self._nik[p.nik].append(p)
        for pergi, ke in dulu:
            if (ada := self._kode.get(kode_orang(ke))) is not None:
                self._kode.setdefault(kode_orang(pergi), ada)

    def penerima(self, baris: BarisRekening) -> BarisPenerima:
        """Return the recipient of a row; raises `_SelDitolakError` naming the cell."""
        bidang = KODE if baris.isi(KODE) else NIK
        p = self._dari_kode(baris) if bidang == KODE else self._dari_nik(baris)
        if p.orang_id in self._ditemui:
            raise _SelDitolakError(
                bidang, KnownError("rekening_orang_ganda", nama=p.nama, sel=self._ditemui[p.orang_id])
            )
        self._ditemui[p.orang_id] = baris.alamat(bidang)
        return p

    def _dari_kode(self, baris: BarisRekening) -> BarisPenerima:
        p = self._kode.get(baku_kode_orang(baris.isi(KODE)) or "")
        if p is None:
            raise _SelDitolakError(KODE, KnownError("rekening_kode_asing", tertulis=baris.isi(KODE)))
        nik = baca_nik(baris.isi(NIK)).isi
        if nik and p.nik and nik != p.nik:
            raise _SelDitolakError(NIK, KnownError("rekening_nik_beda", nama=p.nama))
        return p

    def _dari_nik(self, baris: BarisRekening) -> BarisPenerima:
        if not baris.isi(NIK):
            raise _SelDitolakError(NOMOR, KnownError("rekening_tanpa_tanda"))
        semua = self._nik.get(baca_nik(baris.isi(NIK)).isi, [])
        if len(semua) != 1:
            raise _SelDitolakError(NIK, KnownError("rekening_nik_kembar" if semua else "rekening_nik_asing"))
        return semua[0]


def _baca_nomor(baris: BarisRekening) -> str:
    sel = baris.sel[NOMOR]
    dibaca = baca_rekening(sel.isi)
    if sel.rusak or "pangkat" in dibaca.masalah:
        raise _SelDitolakError(NOMOR, KnownError("rekening_angka_rusak"))
    if dibaca.masalah:
        raise _SelDitolakError(NOMOR, KnownError("rekening_nomor_salah"))
    return dibaca.isi


def _baca(
    baris: BarisRekening, p: BarisPenerima, nomor: str, bank: str, pemakai: Mapping[str, Collection[UUID | str]]
) -> _Terbaca:
    pemilik = baris.isi(PEMILIK)
    ragu = []
    if not pemilik:
        ragu.append(KnownError("rekening_tanpa_pemilik", nama=p.nama))
    elif nama_cari(pemilik) != nama_cari(p.nama):
        ragu.append(KnownError("rekening_pemilik_beda", pemilik=pemilik, nama=p.nama))
    if p.rekening and p.rekening != nomor:
        ragu.append(KnownError("rekening_diganti", nama=p.nama))
    if set(pemakai.get(nomor, ())) - {p.orang_id, baris.sel[NOMOR].alamat}:
        ragu.append(KnownError("rekening_dipakai_lain"))
    if baris.sel[NOMOR].angka:
        ragu.append(KnownError("rekening_sel_angka"))
    bank = baris.isi(BANK) or p.bank or bank
    return _Terbaca(baris.sel[NOMOR].alamat, p, nomor, bank, baris.isi(CABANG), pemilik, tuple(ragu))


def _sudah(t: _Terbaca) -> bool:
    p = t.penerima
    return (p.rekening, p.bank, p.atas_nama) == (t.nomor, t.bank, t.atas_nama)


def _pemakai(kerja: Kerja, baris: Iterable[BarisRekening]) -> dict[str, set[UUID | str]]:
    """Say who uses each number: people of the store by id, rows of the workbook by their cell."""
    hasil: dict[str, set[UUID | str]] = defaultdict(set)
    for b in baris:
        if nomor := baca_rekening(b.isi(NOMOR)).isi:
            hasil[nomor].add(b.sel[NOMOR].alamat)
    for bagian in potong(sorted(hasil)):
        kueri = sa.select(col(Rekening.nomor), col(Rekening.orang_id))
        for nomor, orang in baca_kolom(kerja, kueri.where(col(Rekening.nomor).in_(bagian), col(Rekening.aktif))):
            hasil[nomor].add(orang)
    return hasil


def _simpan(kerja: Kerja, kegiatan_id: UUID, pakai: Collection[_Terbaca]) -> None:
    """Keep the accounts with the people, and show them on the list in force and on a waiting draft."""
    per_orang = {t.penerima.orang_id: t for t in pakai}
    for bagian in potong(per_orang):
        for lama in kerja.sesi.exec(select(Rekening).where(col(Rekening.orang_id).in_(bagian))):
            baru = per_orang[lama.orang_id]
            diganti = lama.nomor in (baru.penerima.rekening, baru.nomor)
            lama.aktif = lama.aktif and not (lama.jenis == REKENING and diganti)
    kerja.sesi.flush()
    kerja.sisip_banyak(Rekening, (
        {
            "id": id_baru(), "orang_id": orang, "bank": t.bank, "cabang": t.cabang, "nomor": t.nomor,
            "atas_nama": t.atas_nama, "jenis": REKENING, "aktif": True,
        }
        for orang, t in per_orang.items()
    ))  # fmt: skip
    versi = [v.id for v in (penetapan_sah(kerja, kegiatan_id), draf_baris(kerja, kegiatan_id)) if v is not None]
    for bagian in potong(per_orang):
        kueri = select(Penerima).where(col(Penerima.penetapan_id).in_(versi), col(Penerima.orang_id).in_(bagian))
        for p in kerja.sesi.exec(kueri):
            t = per_orang[p.orang_id]
            isi = {"bank": t.bank, "nomor": t.nomor, "atas_nama": t.atas_nama, "jenis": REKENING}
            p.data = {**p.data, REKENING: isi}
    kerja.sesi.flush()
