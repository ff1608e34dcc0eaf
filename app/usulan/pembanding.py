"""What the store knows that rows must be compared with: people, this kegiatan's usulan, other aid of the year.

Loaded once for an import, only for the identifiers and names that it holds, in pieces; never one query a row.
"""

from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from app.identitas import nama_cari
from app.kerja import Kerja
from app.orang.pindahan import semua_penggabungan
from app.orang.siapa import kini
from app.pijakan import baca, baca_kolom, potong
from app.usulan.bentuk import KunciBaris
from app.usulan.lajur import Lajur, isi_kolom, khusus, terisi
from db.istilah import StatusKegiatan, StatusPenetapan, StatusUsulan
from db.model import Kegiatan, Orang, Penerima, Penetapan, Rekening, Usulan
from db.pencarian import salah_satu

BIDANG_ORANG = (
    "nama",
    "nik",
    "no_kk",
    "jenis_kelamin",
    "tempat_lahir",
    "tanggal_lahir",
    "nama_ibu",
    "status_kawin",
    "pekerjaan",
    "shdk",
    "alamat",
    "dusun",
    "rt",
    "rw",
    "kode_desa",
    "telepon",
    "ragam_disabilitas",
    "id_dtks",
    "desil",
)
"""Columns of `Orang` that a list may fill."""


BANYAK_NIK = 20_000
"""NIK from which on the whole index is read; half a million entries cost as much as a hundred thousand look-ups."""
_SEKALI = 5_000


@dataclass(frozen=True, slots=True)
class OrangLama:
    """A person of the store. `isi` holds the fields of `BIDANG_ORANG`."""

    id: UUID
    nama_cari: str
    isi: dict[str, Any]

    @property
    def nama(self) -> str:
        """As stored."""
        return str(self.isi["nama"])

    @property
    def lahir(self) -> date | None:
        """Birth date."""
        lahir: date | None = self.isi["tanggal_lahir"]
        return lahir


@dataclass(frozen=True, slots=True)
class UsulanLama:
    """A usulan of this kegiatan that was not withdrawn."""

    id: UUID
    orang_id: UUID
    kode_desa: str | None
    kategori: str
    status: str
    nama: str
    nik: str | None
    no_kk: str | None


@dataclass(slots=True)
class Pembanding:
    """What rows are compared with; `orang_pilihan` holds who rows are because a person said so."""

    orang_nik: dict[str, list[OrangLama]] = field(default_factory=lambda: defaultdict(list))
    orang_nama: dict[str, list[OrangLama]] = field(default_factory=lambda: defaultdict(list))
    orang_pilihan: dict[KunciBaris, OrangLama] = field(default_factory=dict)
    usulan: dict[UUID, UsulanLama] = field(default_factory=dict)
    satu_kk: dict[str, UsulanLama] = field(default_factory=dict)
    lintas: dict[UUID, tuple[str, str, int]] = field(default_factory=dict)
    rekening: dict[str, tuple[UUID, str]] = field(default_factory=dict)


def muat_pembanding(
    kerja: Kerja, kegiatan: Kegiatan, lajur: Sequence[Lajur], pilihan: Mapping[KunciBaris, UUID]
) -> Pembanding:
    """Load what these rows must be compared with; `pilihan` are rows of which a person said who they are."""
    p = Pembanding()
    dipilih = {o.id: o for o in _orang(kerja, col(Orang.id), {satu.hex for satu in pilihan.values()})}
    p.orang_pilihan = {kunci: dipilih[satu] for kunci, satu in pilihan.items() if satu in dipilih}
    bernik = {nik for satu in lajur for nik in terisi(satu, "nik", lambda b: b.nik) if nik}
    for orang in _orang_bernik(kerja, bernik):
        p.orang_nik[orang.isi["nik"]].append(orang)
    for nik, orang in _digabung(kerja, bernik):
        p.orang_nik[nik].append(orang)
    _muat_nama(kerja, lajur, p)
    _muat_usulan(kerja, kegiatan, p)
    ids = {o.id for daftar in (*p.orang_nik.values(), *p.orang_nama.values()) for o in daftar} | set(dipilih)
    _muat_lintas(kerja, kegiatan, ids, p)
    _muat_rekening(kerja, {nomor for nomor in isi_kolom(lajur, "no_rekening") if nomor}, p)
    return p


def _orang_bernik(kerja: Kerja, nik: Collection[str]) -> Iterable[OrangLama]:
    """Yield the people with these NIK. Of very many it is quicker to walk through the index than to look each up."""
    if len(nik) < BANYAK_NIK:
        yield from _orang(kerja, col(Orang.nik), nik)
        return
    kueri = sa.select(col(Orang.nik), col(Orang.urut)).where(col(Orang.nik).is_not(None)).order_by(col(Orang.nik))
    kerja.sesi.flush()
    kursor = kerja.sesi.connection().execute(kueri).cursor  # as the driver gives them: no object a row
    nomor = []
    while kursor is not None and (isi := kursor.fetchmany(_SEKALI)):
        nomor += [urut for satu, urut in isi if satu in nik]
    yield from _orang(kerja, col(Orang.urut), sorted(nomor))  # as they lie in the file: each page is read once


def _orang(kerja: Kerja, kolom: Any, nilai: Iterable[str | int], *syarat: Any) -> Iterable[OrangLama]:
    dasar = sa.select(col(Orang.id), col(Orang.nama_cari), *(col(getattr(Orang, b)) for b in BIDANG_ORANG))
    dasar = dasar.where(col(Orang.digabung_ke).is_(None), *syarat).order_by(col(Orang.urut))
    if daftar := list(nilai):  # not sorted: that would hold up the window's thread for no gain
        for b in baca_kolom(kerja, dasar.where(salah_satu(kolom, daftar))):
            yield OrangLama(b[0], b[1], dict(zip(BIDANG_ORANG, b[2:], strict=True)))


def _digabung(kerja: Kerja, nik: Container[str]) -> Iterator[tuple[str, OrangLama]]:
    """Give people by the NIK of somebody who was merged into them; that a file still has it is no change of theirs."""
    pergi = [kerja.sesi.get_one(Orang, p.pergi) for p in semua_penggabungan(kerja)]
    dulu = {o.nik: kini(kerja, o.id).id for o in pergi if o.nik in nik}
    orang = {o.id: o for o in _orang(kerja, col(Orang.id), {satu.hex for satu in dulu.values()})}
    for lama, orang_id in dulu.items():
        if lama and (o := orang.get(orang_id)) is not None and o.isi["nik"] != lama:
            yield lama, OrangLama(o.id, o.nama_cari, o.isi | {"nik": lama})


def _muat_nama(kerja: Kerja, lajur: Sequence[Lajur], p: Pembanding) -> None:
    """Load people by name where the NIK cannot tell: the row has none, or the stored person has none."""
    semua = {nama_cari(b.nama) for b in khusus(lajur) if not b.nik and b.lahir and b.nama}
    for orang in _orang(kerja, col(Orang.nama_cari), semua):
        p.orang_nama[orang.nama_cari].append(orang)
    tanpa_nik = sa.select(col(Orang.id)).where(col(Orang.nik).is_(None)).limit(1)
    if kerja.sesi.execute(tanpa_nik).first() is None:
        return
    bernik = {cari for satu in lajur for cari in satu.cari if cari} - semua
    for orang in _orang(kerja, col(Orang.nama_cari), bernik, col(Orang.nik).is_(None)):
        p.orang_nama[orang.nama_cari].append(orang)


def _muat_usulan(kerja: Kerja, kegiatan: Kegiatan, p: Pembanding) -> None:
    kueri = (
        sa.select(
            col(Usulan.id), col(Usulan.orang_id), col(Usulan.kode_desa), col(Usulan.kategori), col(Usulan.status),
            col(Orang.nama), col(Orang.nik), col(Orang.no_kk),
        )
        .join(Orang, col(Orang.id) == Usulan.orang_id)
        .where(col(Usulan.kegiatan_id) == kegiatan.id, col(Usulan.status) != StatusUsulan.DITARIK.value)
        .order_by(col(Usulan.urut))
    )  # fmt: skip
    for b in baca(kerja, kueri):
        usulan = UsulanLama(*b)
        p.usulan[usulan.orang_id] = usulan
        if usulan.no_kk and usulan.status != StatusUsulan.TIDAK_LAYAK.value:
            p.satu_kk.setdefault(usulan.no_kk, usulan)


def _muat_lintas(kerja: Kerja, kegiatan: Kegiatan, ids: Collection[UUID], p: Pembanding) -> None:
    """Load who is proposed for, or receives, another aid of the same year."""
    diusulkan = (
        sa.select(col(Usulan.orang_id), col(Kegiatan.nama), col(Usulan.status))
        .join(Kegiatan, col(Kegiatan.id) == Usulan.kegiatan_id)
        .where(col(Usulan.status).in_([StatusUsulan.DIUSULKAN.value, StatusUsulan.LAYAK.value]))
    )
    menerima = (
        sa.select(col(Penerima.orang_id), col(Kegiatan.nama), sa.literal("penerima"))
        .join(Penetapan, col(Penetapan.id) == Penerima.penetapan_id)
        .join(Kegiatan, col(Kegiatan.id) == Penerima.kegiatan_id)
        .where(col(Penetapan.status) == StatusPenetapan.SAH.value)
    )
    if not ids:
        return
    kunci = [satu.hex for satu in ids]
    for kueri, kolom in ((diusulkan, col(Usulan.orang_id)), (menerima, col(Penerima.orang_id))):
        syarat = (
            salah_satu(kolom, kunci),
            col(Kegiatan.tahun) == kegiatan.tahun,
            col(Kegiatan.id) != kegiatan.id,
            col(Kegiatan.status) != StatusKegiatan.BATAL.value,
            col(Kegiatan.jenis_bantuan).is_not(None),
        )
        for orang_id, nama, keadaan in baca_kolom(kerja, kueri.where(*syarat)):
            p.lintas[orang_id] = (_KEADAAN[keadaan], nama, kegiatan.tahun)


_KEADAAN = {
    StatusUsulan.DIUSULKAN.value: "Juga diusulkan",
    StatusUsulan.LAYAK.value: "Juga dinyatakan layak",
    "penerima": "Sudah menjadi penerima",
}


def _muat_rekening(kerja: Kerja, nomor: Iterable[str], p: Pembanding) -> None:
    kueri = sa.select(col(Rekening.nomor), col(Rekening.orang_id), col(Orang.nama))
    kueri = kueri.join(Orang, col(Orang.id) == Rekening.orang_id).where(col(Rekening.aktif).is_(True))
    for bagian in potong(sorted(nomor)):
        for no, orang_id, nama in baca(kerja, kueri.where(col(Rekening.nomor).in_(bagian))):
            p.rekening.setdefault(no, (orang_id, nama))
