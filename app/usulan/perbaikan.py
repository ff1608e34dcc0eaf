"""What a desa still has to mend of the lists that it sent, and through which later sending a rejected row came in.

A rejected row is settled once a later sending of the kegiatan brought the same person in: by NIK, else by name within
the desa where birth date and No. KK do not speak against it. Nothing of this is stored; an undo opens it again.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from app.bahasa import pemeriksaan
from app.identitas import PANJANG_NIK, nama_cari
from app.kerja import Kerja
from app.pijakan import baca, baca_kolom, lihat_kegiatan, potong
from app.usulan.asal import baris_asal
from db.istilah import NasibBaris, StatusImpor, StatusUsulan, Tingkat
from db.model import BarisUsulan, BerkasImpor, HasilPeriksa, Impor, Orang, Usulan

DIJAWAB_DESA = frozenset(
    {
        *("nik_kosong", "nik_tanggal", "nik_urut", "nik_wilayah", "nik_sama_orang_beda", "tgl_tertukar"),
        *("tgl_lahir_tak_terbaca", "kk_panjang", "kk_rusak_excel", "desa_tak_dikenal", "sel_galat"),
        *("rumus_tanpa_nilai", "wali_kosong", "rekening_ganda", "nama_rekening_beda"),
        *("tercatat_meninggal", "tercatat_pindah", "nominal_tak_sah"),
    }
)
"""What a desa can answer of rows that were taken; the rest is for the office to judge."""
_BUKAN_TUGAS = frozenset({"ganda_dalam_berkas"})
"""Refusals that leave nothing to mend: the person stands in the list already."""


_ISO = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Masuk:
    """Where a row came in; without an import it was taken down in the office."""

    impor_id: UUID | None
    berkas: str = ""
    baris: int = 0


@dataclass(frozen=True, slots=True)
class BarisPerbaikan:
    """A row with something to mend.

    Attributes:
        kode_desa: the desa it counts for; empty when unknown.
        nik, no_kk: as they were written.
        ditolak: it is not taken; else it is, and something about it is open.
        salah: what is wrong, one sentence each. saran: what the desa may do, each said once.
        masuk: through what it came in since; None while it has to be mended.
    """

    impor_id: UUID
    berkas: str
    lembar: str
    baris: int
    kode_desa: str
    nama: str
    nik: str
    no_kk: str
    ditolak: bool
    salah: tuple[str, ...]
    saran: tuple[str, ...]
    masuk: Masuk | None = None


@dataclass(slots=True)
class _Baris:
    """A stored row as it is compared."""

    id: UUID
    urut: int
    impor_id: UUID
    berkas: str
    lembar: str
    nomor: int
    bersih: Mapping[str, Any]
    nasib: str
    usulan_id: UUID | None
    status: str | None
    nik_kini: str | None
    asal: str
    urut_impor: int
    hasil: list[tuple[str, Mapping[str, Any]]] = field(default_factory=list)

    @property
    def ditolak(self) -> bool:
        return self.nasib == NasibBaris.DITOLAK.value

    @property
    def kode_desa(self) -> str:
        return str(self.bersih.get("kode_desa") or self.asal)

    @property
    def nama(self) -> str:
        return nama_cari(str(self.bersih.get("nama", "")))

    @property
    def nik(self) -> str:
        return str(self.bersih.get("nik", ""))

    def cocok(self, orang: "_Usulan") -> bool:
        """Nothing that was understood of the row says that it is somebody else."""
        lahir, no_kk = str(self.bersih.get("tanggal_lahir", "")), str(self.bersih.get("no_kk", ""))
        beda_lahir = _ISO.fullmatch(lahir) and orang.lahir and orang.lahir.isoformat() != lahir
        beda_kk = len(no_kk) == PANJANG_NIK and orang.no_kk and orang.no_kk != no_kk
        return not beda_lahir and not beda_kk


@dataclass(frozen=True, slots=True)
class _Usulan:
    """Somebody proposed in the kegiatan, as rejected rows are held against him."""

    id: UUID
    urut: int
    nik: str | None
    nama: str
    kode_desa: str
    lahir: date | None
    no_kk: str | None


def baris_perbaikan(kerja: Kerja, kegiatan_id: UUID, *, desa: str | None = None) -> list[BarisPerbaikan]:
    """Return what still has to be mended, by desa, file and row.

    Args:
        desa: only this one; an empty code: rows whose desa is unknown.

    Raises:
        KnownError: `kegiatan_tidak_ada`.
    """
    semua = [b for b in _semua(kerja, kegiatan_id) if b.masuk is None and desa in (None, b.kode_desa)]
    return sorted(semua, key=lambda b: (b.kode_desa, not b.ditolak, b.berkas, b.lembar, b.baris))


def baris_ditolak_impor(kerja: Kerja, kegiatan_id: UUID, impor_id: UUID) -> list[BarisPerbaikan]:
    """Return the rejected rows of one import with the sending through which each came in since."""
    semua = [b for b in _semua(kerja, kegiatan_id) if b.impor_id == impor_id and b.ditolak]
    return sorted(semua, key=lambda b: (b.berkas, b.lembar, b.baris))


def _semua(kerja: Kerja, kegiatan_id: UUID) -> list[BarisPerbaikan]:
    lihat_kegiatan(kerja, kegiatan_id)
    impor = sa.select(col(Impor.id)).where(
        col(Impor.kegiatan_id) == kegiatan_id, col(Impor.status) == StatusImpor.TERSIMPAN.value
    )
    hasil = _muat_hasil(kerja, [b[0] for b in baca(kerja, impor)])
    buka = [b for b in _muat(kerja, hasil) if b.hasil]
    masuk = _cari_masuk(kerja, kegiatan_id, buka)
    return [jadi for b in buka if (jadi := _satu(b, masuk.get(b.id))) is not None]


def _muat_hasil(kerja: Kerja, impor: Collection[UUID]) -> dict[UUID, list[tuple[str, Mapping[str, Any]]]]:
    """Return, by row, what a desa can mend."""
    bertemuan = sa.or_(col(HasilPeriksa.tingkat) == Tingkat.DITOLAK.value, col(HasilPeriksa.kode).in_(DIJAWAB_DESA))
    kueri = sa.select(col(HasilPeriksa.baris_id), col(HasilPeriksa.kode), col(HasilPeriksa.fakta)).where(
        col(HasilPeriksa.impor_id).in_(impor), bertemuan
    )
    hasil: dict[UUID, list[tuple[str, Mapping[str, Any]]]] = defaultdict(list)
    for baris_id, kode, fakta in baca_kolom(kerja, kueri.order_by(col(HasilPeriksa.urut))):
        if kode not in _BUKAN_TUGAS:
            hasil[baris_id].append((kode, fakta))
    return hasil


def _muat(kerja: Kerja, hasil: Mapping[UUID, list[tuple[str, Mapping[str, Any]]]]) -> Iterator[_Baris]:
    asal = sa.func.coalesce(col(Impor.kode_desa_pengirim), col(Impor.ringkasan)["asal"].as_string(), "")
    kueri = (
        sa.select(
            col(BarisUsulan.id), col(BarisUsulan.urut), col(BarisUsulan.impor_id), col(BerkasImpor.nama),
            col(BarisUsulan.lembar), col(BarisUsulan.baris), col(BarisUsulan.bersih), col(BarisUsulan.nasib),
            col(BarisUsulan.usulan_id), col(Usulan.status), col(Orang.nik), asal, col(Impor.urut),
        )
        .join(Impor, col(Impor.id) == col(BarisUsulan.impor_id))
        .join(BerkasImpor, col(BerkasImpor.id) == col(BarisUsulan.berkas_id))
        .outerjoin(Usulan, col(Usulan.id) == col(BarisUsulan.usulan_id))
        .outerjoin(Orang, col(Orang.id) == col(Usulan.orang_id))
    )  # fmt: skip
    for bagian in potong(sorted(hasil)):
        for satu in baca_kolom(kerja, kueri.where(col(BarisUsulan.id).in_(bagian))):
            b = _Baris(*satu)
            b.hasil = [h for h in hasil[b.id] if h[0] != "nik_kosong" or not b.nik_kini]
            yield b


# --- who came in since -----------------------------------------------------------------------------------------------


def _cari_masuk(kerja: Kerja, kegiatan_id: UUID, baris: Collection[_Baris]) -> dict[UUID, Masuk]:
    """Return, by row, the later sending that brought the same person in."""
    usulan = _muat_usulan(kerja, kegiatan_id, [b for b in baris if b.usulan_id is None])
    dikenal: dict[Any, list[_Usulan]] = defaultdict(list)
    for u in usulan:
        dikenal[u.nik].append(u)
        dikenal[u.nama, u.kode_desa].append(u)
    milik = {b.id: [b.usulan_id] if b.usulan_id else _calon(dikenal, b) for b in baris}
    kiriman = _muat_kiriman(kerja, {u for daftar in milik.values() for u in daftar})
    urut = {u.id: u.urut for u in usulan}
    hasil = {}
    for b in baris:
        for usulan_id in milik[b.id]:
            sesudah = [m for nomor, m in kiriman.get(usulan_id, ()) if nomor > (b.urut_impor, b.nomor)]
            if not sesudah and usulan_id not in kiriman and urut.get(usulan_id, 0) > b.urut:
                sesudah = [Masuk(None)]
            if sesudah:
                hasil[b.id] = sesudah[-1]
    return hasil


def _muat_usulan(kerja: Kerja, kegiatan_id: UUID, baris: Collection[_Baris]) -> list[_Usulan]:
    kueri = (
        sa.select(
            col(Usulan.id), col(Usulan.urut), col(Orang.nik), col(Orang.nama_cari),
            sa.func.coalesce(col(Usulan.kode_desa), ""), col(Orang.tanggal_lahir), col(Orang.no_kk),
        )
        .join(Orang, col(Orang.id) == col(Usulan.orang_id))
        .where(col(Usulan.kegiatan_id) == kegiatan_id, col(Usulan.status) != StatusUsulan.DITARIK.value)
    )  # fmt: skip
    semua: dict[UUID, _Usulan] = {}
    cara = (
        (col(Orang.nama_cari), {b.nama for b in baris if b.nama}),
        (col(Orang.nik), {b.nik for b in baris if b.nik}),
    )
    for kolom, nilai in cara:
        for bagian in potong(sorted(nilai)):
            semua |= {b[0]: _Usulan(*b) for b in baca(kerja, kueri.where(kolom.in_(bagian)))}
    return list(semua.values())


def _calon(dikenal: Mapping[Any, list[_Usulan]], b: _Baris) -> list[UUID]:
    """Return the usulan that may be of the person of a rejected row: by NIK, or by name within the desa."""
    senik = dikenal.get(b.nik, []) if b.nik else []
    senama = dikenal.get((b.nama, b.kode_desa), []) if b.nama else []
    return [u.id for u in (*senik, *senama) if b.cocok(u)]


def _muat_kiriman(kerja: Kerja, usulan: Collection[UUID]) -> dict[UUID, list[tuple[tuple[int, int], Masuk]]]:
    """Return the rows that brought these usulan with their place (import, row), in their order."""
    asal = baris_asal().c
    kueri = (
        sa.select(asal.usulan_id, col(Impor.urut), asal.impor_id, col(BerkasImpor.nama), asal.baris)
        .join(BerkasImpor, col(BerkasImpor.id) == asal.berkas_id)
        .join(Impor, col(Impor.id) == asal.impor_id)
        .order_by(col(Impor.urut), asal.urut)
    )
    hasil: dict[UUID, list[tuple[tuple[int, int], Masuk]]] = defaultdict(list)
    for bagian in potong(sorted(usulan)):
        for usulan_id, urut, impor_id, berkas, baris in baca(kerja, kueri.where(asal.usulan_id.in_(bagian))):
            hasil[usulan_id].append(((urut, baris), Masuk(impor_id, berkas, baris)))
    return hasil


def _satu(b: _Baris, masuk: Masuk | None) -> BarisPerbaikan | None:
    """Say what is to mend; None for a row that was taken and is decided or mended since."""
    if not b.ditolak and (masuk is not None or b.status != StatusUsulan.DIUSULKAN.value):
        return None
    return BarisPerbaikan(
        b.impor_id,
        b.berkas,
        b.lembar,
        b.nomor,
        b.kode_desa,
        str(b.bersih.get("nama", "")),
        str(b.bersih.get("nik", "")),
        str(b.bersih.get("no_kk", "")),
        b.ditolak,
        tuple(pemeriksaan.pesan(kode, fakta) for kode, fakta in b.hasil),
        tuple(dict.fromkeys(s for kode, fakta in b.hasil if (s := pemeriksaan.saran_desa(kode, fakta)))),
        masuk,
    )
