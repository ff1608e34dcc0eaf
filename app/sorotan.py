"""The five questions that auditors ask about every list of recipients, asked before the decree, on one screen.

Invalid identity, listed or paid twice, dead or moved, not in the reference list, trouble last year: each with its
people and the reason. Nothing is decided here; the grid of the verification does that.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import product
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import col, or_

from app.acuan.bentuk import BERDESIL
from app.acuan.tanda import Cara, Tanda, tanda_usulan
from app.akses import Hak, wajib
from app.bahasa import sorotan as kata
from app.identitas import baca_nik, uraikan_nik
from app.kelayakan import bantuan_lain
from app.kerja import Kerja
from app.pijakan import baca, lihat_kegiatan, potong
from app.wilayah import peta_kantor
from db.istilah import (
    GAGAL_SALUR,
    HasilSalur,
    JenisAcuan,
    PutusanKemiripan,
    StatusUsulan,
)
from db.model import (
    Alokasi,
    Kegiatan,
    Kemiripan,
    KunjunganMonev,
    Orang,
    Penerima,
    Pengaduan,
    Penyaluran,
    Usulan,
)


class JenisSorotan(StrEnum):
    """The five questions; labels in `app.bahasa.sorotan`."""

    IDENTITAS = "identitas"
    GANDA = "ganda"
    MENINGGAL_PINDAH = "meninggal_pindah"
    DI_LUAR_ACUAN = "di_luar_acuan"
    BERMASALAH = "bermasalah"


@dataclass(frozen=True, slots=True)
class Disorot:
    """One usulan under one question.

    Attributes:
        sebab: what speaks against it, one Indonesian sentence or several.
        pasti: False where it only may be so (a name and birth date that agree with a list).
    """

    usulan_id: UUID
    orang_id: UUID
    nama: str
    nik: str | None
    kode_desa: str
    status: StatusUsulan
    sebab: str
    pasti: bool = True


@dataclass(frozen=True, slots=True)
class _Orang:
    usulan_id: UUID
    orang_id: UUID
    nama: str
    nik: str | None
    kode_desa: str
    status: StatusUsulan
    lahir: date | None
    jenis_kelamin: str | None
    meninggal: date | None
    pindah: date | None


Sorotan = Mapping[JenisSorotan, tuple[Disorot, ...]]
Sebab = Iterator[tuple[UUID, str, bool]]
"""Usulan, sentence, and whether it is certain."""


def sorotan(kerja: Kerja, kegiatan_id: UUID) -> Sorotan:
    """Ask the five questions about the usulan of a kegiatan, those withdrawn left out.

    Raises:
        KnownError: `tidak_berwenang`, `kegiatan_tidak_ada`.
    """
    wajib(kerja, Hak.IDENTITAS)
    kegiatan = lihat_kegiatan(kerja, kegiatan_id)
    semua = {o.usulan_id: o for o in _usulan(kerja, kegiatan_id)}
    tanda = tanda_usulan(kerja, list(semua))
    orang: dict[UUID, list[UUID]] = defaultdict(list)
    for o in semua.values():
        orang[o.orang_id].append(o.usulan_id)
    pertanyaan: dict[JenisSorotan, Sebab] = {
        JenisSorotan.IDENTITAS: _identitas(semua.values(), peta_kantor(kerja).pemeriksa_prefiks()),
        JenisSorotan.GANDA: _ganda(kerja, kegiatan, semua.values(), orang),
        JenisSorotan.MENINGGAL_PINDAH: _meninggal_pindah(semua.values(), tanda),
        JenisSorotan.DI_LUAR_ACUAN: _di_luar_acuan(tanda),
        JenisSorotan.BERMASALAH: _bermasalah(kerja, kegiatan, orang),
    }
    return {jenis: _kumpulkan(semua, sebab) for jenis, sebab in pertanyaan.items()}


def _kumpulkan(semua: Mapping[UUID, _Orang], sebab: Sebab) -> tuple[Disorot, ...]:
    """Put the sentences of each usulan together, by desa and name; it is certain when one of them is."""
    kalimat: dict[UUID, list[str]] = defaultdict(list)
    pasti: dict[UUID, bool] = defaultdict(bool)
    for usulan_id, teks, yakin in sebab:
        if teks not in kalimat[usulan_id]:
            kalimat[usulan_id].append(teks)
        pasti[usulan_id] = pasti[usulan_id] or yakin
    hasil = []
    for usulan_id, isi in kalimat.items():
        o = semua[usulan_id]
        teks, yakin = " ".join(isi), pasti[usulan_id]
        hasil.append(Disorot(usulan_id, o.orang_id, o.nama, o.nik, o.kode_desa, o.status, teks, yakin))
    return tuple(sorted(hasil, key=lambda d: (d.kode_desa, d.nama, d.usulan_id)))


def _usulan(kerja: Kerja, kegiatan_id: UUID) -> Iterator[_Orang]:
    kueri = (
        sa.select(
            col(Usulan.id), col(Orang.id), col(Orang.nama), col(Orang.nik),
            sa.func.coalesce(col(Usulan.kode_desa), ""), col(Usulan.status), col(Orang.tanggal_lahir),
            col(Orang.jenis_kelamin), col(Orang.meninggal_pada), col(Orang.pindah_pada),
        )
        .join(Orang, col(Orang.id) == col(Usulan.orang_id))
        .where(col(Usulan.kegiatan_id) == kegiatan_id, col(Usulan.status) != StatusUsulan.DITARIK.value)
    )  # fmt: skip
    for usulan_id, orang_id, nama, nik, desa, status, *lain in baca(kerja, kueri):
        yield _Orang(usulan_id, orang_id, nama, nik, desa, StatusUsulan(status), *lain)


# --- the five --------------------------------------------------------------------------------------------------------


def _identitas(semua: Iterable[_Orang], prefiks_ada: Callable[[str], bool]) -> Sebab:
    for o in semua:
        if not o.nik:
            yield o.usulan_id, kata.kalimat("tanpa_nik"), True
            continue
        for masalah in baca_nik(o.nik, prefiks_ada).masalah:
            yield o.usulan_id, kata.kalimat(f"nik_{masalah}"), True
        bagian = uraikan_nik(o.nik)
        if bagian is None:
            continue
        if o.lahir and o.lahir.strftime("%d%m%y") != f"{bagian.hari:02}{bagian.bulan:02}{bagian.tahun:02}":
            yield o.usulan_id, kata.kalimat("nik_beda_lahir"), False
        if o.jenis_kelamin and o.jenis_kelamin != bagian.jenis_kelamin:
            yield o.usulan_id, kata.kalimat("nik_beda_jk"), False


def _ganda(
    kerja: Kerja, kegiatan: Kegiatan, semua: Iterable[_Orang], orang: Mapping[UUID, Collection[UUID]]
) -> Sebab:
    senik: dict[str, list[_Orang]] = defaultdict(list)
    for o in semua:
        if o.nik:
            senik[o.nik].append(o)
    for kelompok in (k for k in senik.values() if len(k) > 1):
        for o in kelompok:
            lain = ", ".join(sorted(p.nama for p in kelompok if p is not o))
            yield o.usulan_id, kata.kalimat("nik_sama", lain=lain), True
    for orang_id, semua_nama in bantuan_lain(kerja, kegiatan).items():
        for usulan_id, nama in product(orang.get(orang_id, ()), semua_nama):
            yield usulan_id, kata.kalimat("bantuan_lain", kegiatan=nama, tahun=kegiatan.tahun), True
    for orang_id, nama in _mirip(kerja, orang):
        for usulan_id in orang[orang_id]:
            yield usulan_id, kata.kalimat("mirip", lain=nama), False


def _mirip(kerja: Kerja, orang: Mapping[UUID, Any]) -> Iterator[tuple[UUID, str]]:
    """Give people of whom nobody has judged yet whether somebody else is the same, with that one's name."""
    satu, dua = aliased(Orang), aliased(Orang)
    kueri = (
        sa.select(col(Kemiripan.orang_a_id), col(satu.nama), col(Kemiripan.orang_b_id), col(dua.nama))
        .join(satu, col(satu.id) == col(Kemiripan.orang_a_id))
        .join(dua, col(dua.id) == col(Kemiripan.orang_b_id))
        .where(col(Kemiripan.putusan) == PutusanKemiripan.BELUM.value)
    )
    for a, nama_a, b, nama_b in baca(kerja, kueri):
        if a in orang:
            yield a, nama_b
        if b in orang:
            yield b, nama_a


def _meninggal_pindah(semua: Iterable[_Orang], tanda: Mapping[UUID, Tanda]) -> Sebab:
    for o in semua:
        if o.meninggal:
            yield o.usulan_id, kata.kalimat("meninggal"), True
        if o.pindah:
            yield o.usulan_id, kata.kalimat("pindah"), True
        for t in tanda.get(o.usulan_id, ()):
            if t.jenis in (JenisAcuan.MENINGGAL, JenisAcuan.PINDAH) and t.cara is not Cara.TIDAK:
                kode = f"acuan_{t.jenis.value}" + ("" if t.ada else "_mungkin")
                yield o.usulan_id, kata.kalimat(kode, daftar=t.daftar.sebutan), t.ada


def _di_luar_acuan(tanda: Mapping[UUID, Tanda]) -> Sebab:
    for usulan_id, semua in tanda.items():
        for t in semua:
            if t.jenis in BERDESIL and t.cara is Cara.TIDAK:
                yield usulan_id, kata.kalimat("di_luar_acuan", daftar=t.daftar.sebutan), True


def _bermasalah(kerja: Kerja, kegiatan: Kegiatan, orang: Mapping[UUID, Collection[UUID]]) -> Sebab:
    for orang_id, teks in (
        *_gagal_dulu(kerja, kegiatan, orang),
        *_kunjungan_dulu(kerja, kegiatan, orang),
        *_aduan(kerja, kegiatan, orang),
    ):
        for usulan_id in orang[orang_id]:
            yield usulan_id, teks, True


def _dulu(kueri: Any, kegiatan: Kegiatan) -> Any:
    """Narrow a query over Kegiatan to the year before and this one, this kegiatan left out."""
    return kueri.where(
        col(Kegiatan.kantor_id) == kegiatan.kantor_id,
        col(Kegiatan.id) != kegiatan.id,
        col(Kegiatan.tahun).between(kegiatan.tahun - 1, kegiatan.tahun),
    )


def _gagal_dulu(kerja: Kerja, kegiatan: Kegiatan, orang: Collection[UUID]) -> Iterator[tuple[UUID, str]]:
    p, cabut = Penyaluran, aliased(Penyaluran)
    kueri = (
        sa.select(col(Penerima.orang_id), col(p.hasil), col(Kegiatan.nama), col(Kegiatan.tahun))
        .select_from(p)
        .join(Alokasi, col(Alokasi.id) == col(p.alokasi_id))
        .join(Penerima, col(Penerima.id) == col(Alokasi.penerima_id))
        .join(Kegiatan, col(Kegiatan.id) == col(p.kegiatan_id))
        .where(
            col(p.hasil).in_([h.value for h in GAGAL_SALUR]),
            ~sa.exists(sa.select(1).where(col(cabut.koreksi_dari) == col(p.id))),
        )
        .distinct()
    )
    for bagian in potong(orang):
        satu = _dulu(kueri.where(col(Penerima.orang_id).in_(bagian)), kegiatan)
        for orang_id, hasil, nama, tahun in baca(kerja, satu):
            yield orang_id, kata.gagal(HasilSalur(hasil), nama, tahun)


def _kunjungan_dulu(kerja: Kerja, kegiatan: Kegiatan, orang: Collection[UUID]) -> Iterator[tuple[UUID, str]]:
    k = KunjunganMonev
    kueri = (
        sa.select(col(Penerima.orang_id), col(Kegiatan.nama), col(Kegiatan.tahun))
        .select_from(k)
        .join(Penerima, col(Penerima.id) == col(k.penerima_id))
        .join(Kegiatan, col(Kegiatan.id) == col(k.kegiatan_id))
        .where(or_(col(k.menerima).is_(False), col(k.jumlah_sesuai).is_(False)))
        .distinct()
    )
    for bagian in potong(orang):
        for orang_id, nama, tahun in baca(kerja, _dulu(kueri.where(col(Penerima.orang_id).in_(bagian)), kegiatan)):
            yield orang_id, kata.kalimat("monev", kegiatan=nama, tahun=tahun)


def _aduan(kerja: Kerja, kegiatan: Kegiatan, orang: Collection[UUID]) -> Iterator[tuple[UUID, str]]:
    kueri = (
        sa.select(col(Penerima.orang_id), col(Kegiatan.nama), col(Kegiatan.tahun))
        .select_from(Pengaduan)
        .join(Penerima, col(Penerima.id) == col(Pengaduan.penerima_id))
        .join(Kegiatan, col(Kegiatan.id) == col(Pengaduan.kegiatan_id))
        .distinct()
    )
    for bagian in potong(orang):
        for orang_id, nama, tahun in baca(kerja, _dulu(kueri.where(col(Penerima.orang_id).in_(bagian)), kegiatan)):
            yield orang_id, kata.kalimat("aduan", kegiatan=nama, tahun=tahun)
