"""Finding the recipient who stands at the table, and the hand-over list in pages.

A scanner types the receipt's code and often CR and LF behind it; a person types the last digits of a NIK, a number of
the receipt, or part of a name. Scanning the same code again changes nothing: finding never writes.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from app.identitas import PANJANG_NIK, rapikan_angka, samarkan
from app.kerja import Kerja
from app.penyaluran.keadaan import CatatanSalur, SilangDana, StatusSalur
from app.penyaluran.muat import (
    URUTAN_SERAH,
    BarisSerah,
    KunciSerah,
    muat_hitungan,
    pilih_catatan,
    pilih_serah,
    saring_alokasi,
    susun_catatan,
    susun_serah,
    teks_id,
)
from app.penyaluran.titik import syarat_titik, titik_penerima
from app.pijakan import baca, baca_kolom, kata_cari, lihat_kegiatan, potong
from app.wilayah import peta_kantor
from db import crockford
from db.galat import BugError, KnownError
from db.istilah import HasilSalur
from db.model import Alokasi, Kegiatan, Orang, Penerima, Penyaluran, Tahap, TandaTerima

AWALAN = "SLR1-"
"""What every receipt's code begins with."""

PANJANG_KODE = 16
"""Base-32 digits of a code (80 random bits), without the check character."""

PANJANG_NOMOR = 9
"""Digits that may still be the number of a receipt."""

ANGKA_NIK = 4
"""Last digits of a NIK that are enough to look by."""

_KODE = re.compile(r"SLR[1IL][^0-9A-Z]*(?P<badan>.+)")
_TATA_LETAK = re.compile(r"SLR[^0-9A-Z]")  # no letter of a name: a keyboard layout turned the digit into a sign
_BLOK = 400  # rows fetched at a time for papers


@dataclass(frozen=True, slots=True)
class CatatanTerakhir:
    """One act in the list of the latest; `penyaluran_id` undoes it."""

    penyaluran_id: UUID
    alokasi_id: UUID
    pada: datetime
    tanggal: date
    nomor: int
    nama: str
    kode_desa: str
    hasil: HasilSalur
    petugas: str
    keterangan: str
    dibatalkan: bool


def baku_kode(pindaian: str) -> str | None:
    """Give a scanned or typed receipt code in the form that is stored; None when it is no such code.

    Raises:
        KnownError: `kode_salah_baca` when it begins like one but a character is wrong or missing; `kode_tata_letak`
            when signs stand where its digits should.
    """
    bersih = "".join(kata_cari(pindaian)).upper()
    cocok = _KODE.fullmatch(bersih)
    if cocok is None:
        if _TATA_LETAK.match(bersih):
            raise KnownError("kode_tata_letak")
        return None
    nilai = crockford.uraikan(cocok["badan"], PANJANG_KODE)
    if nilai is None:
        raise KnownError("kode_salah_baca")
    return AWALAN + crockford.sandikan(nilai, PANJANG_KODE)


def cari_penerima(
    kerja: Kerja,
    kegiatan_id: UUID,
    tahap_id: UUID,
    kata: str,
    *,
    desa: str | None = None,
    titik: UUID | None = None,
    batas: int = 20,
) -> list[BarisSerah]:
    """Find recipients of a tahap by what was scanned or typed.

    Args:
        kata: code of a receipt; number of a receipt; 4 or more last digits of a NIK (also the wali's); a whole NIK or
            No. KK; words of a name (also the wali's).
        desa, titik: only who is served there; a code or a whole NIK of somebody else is told with the place.

    Returns:
        Those found by number first, then by name; empty when there is none.

    Raises:
        KnownError: `kode_salah_baca`, `kode_tata_letak`, `kode_tidak_dikenal`, `kode_lain` (a receipt of another
            kegiatan or tahap), `dilayani_di_tempat_lain`, `kegiatan_tidak_ada`, `jadwal_tidak_ada`.
    """
    lihat_kegiatan(kerja, kegiatan_id)
    kode = baku_kode(kata)
    sini = syarat_titik(kerja, titik) if titik else None
    semua, kueri = (saring_alokasi(pilih_serah(), kegiatan_id, tahap_id, *di) for di in ((), (desa, sini)))
    if kode is not None:
        milik = col(TandaTerima.kode) == kode
        return susun_serah(kerja, kueri.where(milik)) or _di_tempat_lain(
            kerja, susun_serah(kerja, semua.where(milik)) or _tolak_kode(kerja, kode)
        )
    syarat = _syarat(kata)
    if syarat is None:
        return []
    angka = rapikan_angka(kata)
    nomor = int(angka) if angka.isascii() and angka.isdigit() and len(angka) <= PANJANG_NOMOR else -1
    urutan = (sa.case((col(TandaTerima.nomor) == nomor, 0), else_=1), col(Penerima.nama), col(TandaTerima.nomor))
    hasil = susun_serah(kerja, kueri.where(syarat).order_by(*urutan).limit(batas))
    if hasil or len(angka) != PANJANG_NIK or (desa is None and titik is None):
        return hasil
    return _di_tempat_lain(kerja, susun_serah(kerja, semua.where(syarat).limit(1)))


def satu_penerima(kerja: Kerja, kegiatan_id: UUID, tahap_id: UUID, kata: str, *, desa: str | None = None) -> BarisSerah:
    """Return the one recipient who is meant; where it could be another too, nobody is chosen.

    Args:
        kata: as in `cari_penerima`.

    Raises:
        KnownError: those of `cari_penerima`, `penerima_tak_ditemukan`, `penerima_tak_jelas`.
    """
    semua = cari_penerima(kerja, kegiatan_id, tahap_id, kata, desa=desa)
    if len(semua) == 1:
        return semua[0]
    angka = rapikan_angka(kata)
    sebutan = samarkan(angka) if angka.isdigit() and len(angka) > PANJANG_NOMOR else kata.strip()
    if not semua:
        raise KnownError("penerima_tak_ditemukan", kata=sebutan)
    raise KnownError("penerima_tak_jelas", kata=sebutan, orang=[f"{b.nama} (nomor {b.nomor})" for b in semua[:3]])


def lihat_serah(kerja: Kerja, alokasi_id: UUID) -> BarisSerah:
    """Return one recipient in one tahap with everything recorded so far.

    Raises:
        KnownError: `alokasi_tidak_ada`, `kegiatan_tidak_ada`.
    """
    baris = susun_serah(kerja, pilih_serah(termasuk_batal=True).where(col(Alokasi.id) == alokasi_id))
    if not baris:
        raise KnownError("alokasi_tidak_ada")
    lihat_kegiatan(kerja, baris[0].kegiatan_id)
    return baris[0]


def sewali(kerja: Kerja, alokasi_id: UUID) -> list[BarisSerah]:
    """Return everyone in the same tahap whom the same wali receives for, this one included."""
    satu = lihat_serah(kerja, alokasi_id)
    if not satu.wali_nama:
        return [satu]
    wali = col(Penerima.data)["wali"]
    sama = wali["nik"].as_string() == satu.wali_nik if satu.wali_nik else sa.and_(
        wali["nama"].as_string() == satu.wali_nama, col(Penerima.no_kk) == satu.no_kk
    )  # fmt: skip
    kueri = saring_alokasi(pilih_serah(), satu.kegiatan_id, satu.tahap_id)
    return susun_serah(kerja, kueri.where(sama).order_by(col(TandaTerima.nomor))) or [satu]


def daftar_serah(
    kerja: Kerja,
    kegiatan_id: UUID,
    *,
    tahap_id: UUID | None = None,
    desa: str | None = None,
    status: StatusSalur | None = None,
    hasil: HasilSalur | None = None,
    silang: SilangDana | None = None,
    kata: str = "",
    setelah: KunciSerah | None = None,
    batas: int = 200,
) -> list[BarisSerah]:
    """Return a page of the hand-over list by tahap, desa and number of the receipt.

    Args:
        status, hasil, silang: only rows that stand so.
        kata: as in `cari_penerima`, without codes.
        setelah: `kunci` of the last row seen.
    """
    lihat_kegiatan(kerja, kegiatan_id)
    kueri = saring_alokasi(pilih_serah(), kegiatan_id, tahap_id, desa).order_by(*URUTAN_SERAH)
    if kata.strip():
        syarat = _syarat(kata)
        kueri = kueri.where(sa.false() if syarat is None else syarat)
    if setelah is not None:
        kueri = kueri.where(sa.tuple_(*URUTAN_SERAH) > sa.tuple_(*setelah))
    if status is not None or hasil is not None or silang is not None:
        cocok = {
            h.kode_alokasi
            for h in muat_hitungan(kerja, kegiatan_id, tahap_id=tahap_id, desa=desa)
            if (status is None or h.keadaan.status is status)
            and (hasil is None or h.keadaan.hasil is hasil)
            and (silang is None or h.keadaan.silang is silang)
        }
        kueri = kueri.where(col(Alokasi.id).in_(_pertama(kerja, kueri, cocok, batas)))
    return susun_serah(kerja, kueri.limit(batas))


def semua_serah(
    kerja: Kerja, kegiatan_id: UUID, *, tahap_id: UUID | None = None, desa: str | None = None, orang: UUID | None = None
) -> Iterator[BarisSerah]:
    """Give the hand-over list in order, block by block, or one person's part of it: for papers and workbooks."""
    lihat_kegiatan(kerja, kegiatan_id)
    kueri = saring_alokasi(pilih_serah(), kegiatan_id, tahap_id, desa).order_by(*URUTAN_SERAH)
    if orang is not None:
        kueri = kueri.where(col(Penerima.orang_id) == orang)
    return _berurut(kerja, kueri, None, _BLOK)


def catatan_terakhir(
    kerja: Kerja,
    kegiatan_id: UUID,
    *,
    tahap_id: UUID | None = None,
    desa: str | None = None,
    titik: UUID | None = None,
    akun_id: UUID | None = None,
    batas: int = 20,
) -> list[CatatanTerakhir]:
    """Return the latest acts, newest first, those taken back marked; one line an act however many rows it wrote."""
    lihat_kegiatan(kerja, kegiatan_id)
    kueri = saring_alokasi(
        pilih_catatan()
        .join(Alokasi, col(Alokasi.id) == Penyaluran.alokasi_id)
        .join(Penerima, col(Penerima.id) == Alokasi.penerima_id)
        .where(col(Penyaluran.kegiatan_id) == kegiatan_id),
        kegiatan_id, tahap_id, desa, syarat_titik(kerja, titik) if titik else None,
    )  # fmt: skip
    if akun_id is not None:
        kueri = kueri.where(col(Penyaluran.akun_id) == akun_id)
    baris = baca(kerja, kueri.order_by(None).order_by(col(Penyaluran.urut).desc()).limit(batas * 8))
    tindakan = _satukan([susun_catatan(b) for b in baris])[:batas]
    orang = _nama(kerja, {c.alokasi_id for c in tindakan})
    dicabut = _dicabut(kerja, [c.id for c in tindakan])
    return [_terakhir(c, orang[c.alokasi_id], c.id in dicabut) for c in tindakan]


def tindakan_terakhir(baris: BarisSerah) -> CatatanTerakhir | None:
    """Return the newest act of a recipient as the list of the latest shows it; None while there is none."""
    akhir = next(iter(_satukan(sorted(baris.catatan, key=lambda c: -c.urut))), None)
    if akhir is None:
        return None
    dicabut = any(c.koreksi_dari == akhir.id for c in baris.catatan)
    return _terakhir(akhir, (baris.nomor, baris.nama, baris.kode_desa), dicabut)


def _syarat(kata: str) -> sa.ColumnElement[bool] | None:
    """Turn what was typed into a condition; None when nothing was."""
    angka = rapikan_angka(kata)
    if angka.isascii() and angka.isdigit():
        return _syarat_angka(angka)
    kata_kata = kata_cari(kata)
    if not kata_kata:
        return None
    wali = col(Penerima.data)["wali"]["nama"].as_string()
    nama = [col(Penerima.nama).icontains(k, autoescape=True) for k in kata_kata]
    return sa.or_(sa.and_(*nama), sa.and_(*(wali.icontains(k, autoescape=True) for k in kata_kata)))


def _syarat_angka(angka: str) -> sa.ColumnElement[bool]:
    wali = col(Penerima.data)["wali"]["nik"].as_string()
    if len(angka) == PANJANG_NIK:
        # A NIK that was mended after the decree, or of somebody who was merged since.
        milik = sa.select(col(Orang.id)).where(col(Orang.nik) == angka)
        gabung = sa.select(col(Orang.digabung_ke)).where(col(Orang.nik) == angka, col(Orang.digabung_ke).is_not(None))
        kini = milik.union(gabung)
        return sa.or_(
            col(Penerima.nik) == angka, col(Penerima.no_kk) == angka, wali == angka, col(Penerima.orang_id).in_(kini)
        )
    akhir = sa.or_(col(Penerima.nik).endswith(angka), wali.endswith(angka))
    if len(angka) > PANJANG_NOMOR:
        return akhir
    nomor = col(TandaTerima.nomor) == int(angka)
    return nomor if len(angka) < ANGKA_NIK else sa.or_(nomor, akhir)


def _di_tempat_lain(kerja: Kerja, baris: list[BarisSerah]) -> list[BarisSerah]:
    """Say where somebody is served who is not on the list at hand."""
    if not baris:
        return []
    satu = baris[0]
    titik, peta = titik_penerima(kerja, satu), peta_kantor(kerja)
    desa = peta.sebutan(satu.kode_desa) if satu.kode_desa else "desa yang belum diketahui"
    tempat = ", ".join(filter(None, (titik.tempat, desa, titik.kapan))) if titik else desa
    raise KnownError("dilayani_di_tempat_lain", nama=satu.nama, tempat=tempat)


def _tolak_kode(kerja: Kerja, kode: str) -> list[BarisSerah]:
    """Say what a code that is not of this tahap belongs to."""
    baris = kerja.sesi.exec(
        select(Kegiatan.nama, Tahap.nama, Alokasi.batal)
        .join(Alokasi, col(Alokasi.kegiatan_id) == Kegiatan.id)
        .join(Tahap, col(Tahap.id) == Alokasi.tahap_id)
        .join(TandaTerima, col(TandaTerima.alokasi_id) == Alokasi.id)
        .where(TandaTerima.kode == kode)
    ).first()
    if baris is None:
        raise KnownError("kode_tidak_dikenal")
    kegiatan, tahap, batal = baris
    if batal:
        raise KnownError("alokasi_batal")
    raise KnownError("kode_lain", kegiatan=kegiatan, tahap=tahap)


def _pertama(kerja: Kerja, kueri: sa.Select[*tuple[object, ...]], cocok: set[str], batas: int) -> list[UUID]:
    """Return the first `batas` allocations of a query, in its order, that are among `cocok`."""
    urut = (a for (a,) in baca_kolom(kerja, kueri.with_only_columns(teks_id(Alokasi.id))) if a in cocok)
    return [UUID(a) for a in islice(urut, batas)]


def _berurut(
    kerja: Kerja, kueri: sa.Select[*tuple[object, ...]], setelah: KunciSerah | None, blok: int
) -> Iterator[BarisSerah]:
    while True:
        halaman = kueri if setelah is None else kueri.where(sa.tuple_(*URUTAN_SERAH) > sa.tuple_(*setelah))
        baris = susun_serah(kerja, halaman.limit(blok))
        yield from baris
        if len(baris) < blok:
            return
        setelah = baris[-1].kunci


def _satukan(catatan: list[CatatanSalur]) -> list[CatatanSalur]:
    """Keep one row of each act (rows come newest first); lines that take back are no acts of their own."""
    hasil: list[CatatanSalur] = []
    sebelum: CatatanSalur | None = None
    for c in catatan:
        satu = sebelum and sebelum.alokasi_id == c.alokasi_id and sebelum.urut == c.urut + 1
        if not satu and c.hasil is not HasilSalur.BATAL_CATAT:
            hasil.append(c)
        sebelum = c
    return hasil


def _dicabut(kerja: Kerja, ids: Collection[UUID]) -> set[UUID]:
    hasil: set[UUID] = set()
    for bagian in potong(ids):
        kueri = select(Penyaluran.koreksi_dari).where(col(Penyaluran.koreksi_dari).in_(bagian))
        hasil |= {i for i in kerja.sesi.exec(kueri) if i is not None}
    return hasil


def _nama(kerja: Kerja, ids: Collection[UUID]) -> dict[UUID, tuple[int, str, str]]:
    kueri = (
        select(Alokasi.id, col(TandaTerima.nomor), col(Penerima.nama), col(Penerima.kode_desa))
        .join(Penerima, col(Penerima.id) == Alokasi.penerima_id)
        .join(TandaTerima, col(TandaTerima.alokasi_id) == Alokasi.id)
    )
    baris = (b for bagian in potong(ids) for b in kerja.sesi.exec(kueri.where(col(Alokasi.id).in_(bagian))))
    return {i: (nomor, nama, desa or "") for i, nomor, nama, desa in baris}


def _terakhir(c: CatatanSalur, orang: tuple[int, str, str], dibatalkan: bool) -> CatatanTerakhir:
    nomor, nama, desa = orang
    wakil = ", ".join(filter(None, (c.wakil_nama, c.wakil_hubungan)))
    keterangan = "; ".join(filter(None, (wakil, "cap jempol" if c.cap_jempol else "", c.alasan)))
    if c.pada is None or c.tanggal is None:
        raise BugError("a list of outcomes was loaded without its dates")
    return CatatanTerakhir(
        c.id, c.alokasi_id, c.pada, c.tanggal, nomor, nama, desa, c.hasil, c.petugas, keterangan, dibatalkan
    )
