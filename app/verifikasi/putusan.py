"""Deciding usulan, and how far the deciding has come.

A decision never overwrites: a later one counts, the earlier ones stay. Once a decree lists a person, the decision is
closed; who is not on it may still be decided and waits for an SK Perubahan.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, func, select

from app import jejak
from app.akses import Hak, wajib
from app.alasan import peta_alasan
from app.bahasa import alasan as kata_alasan
from app.kerja import Kerja
from app.pijakan import baca, bukan_besok, kegiatan_berjalan, lihat_kegiatan, potong
from app.urutan_hari import wajib_urut
from app.verifikasi.daftar import desa_usulan, saring_status, usulan_terkunci
from app.wilayah_akun import wajib_baris
from db.galat import KnownError
from db.istilah import HasilVerifikasi, StatusUsulan
from db.model import Usulan, Verifikasi

DAPAT_DIPUTUSKAN = frozenset({StatusUsulan.DIUSULKAN, StatusUsulan.LAYAK, StatusUsulan.TIDAK_LAYAK})
_KOTAK = {
    StatusUsulan.LAYAK: "layak",
    StatusUsulan.TIDAK_LAYAK: "tidak_layak",
    StatusUsulan.DIUSULKAN: "belum",
    StatusUsulan.DITOLAK_SISTEM: "ditolak_sistem",
}


@dataclass(frozen=True, slots=True)
class RingkasanPutusan:
    """What one act of deciding did.

    Attributes:
        berubah: of `diputuskan`, how many had another decision before.
        masih_perlu_periksa: of those called layak, how many still carry a hasil pemeriksaan that someone must look at.
    """

    diputuskan: int
    berubah: int
    masih_perlu_periksa: int


@dataclass(frozen=True, slots=True)
class HitungVerifikasi:
    """Counts of usulan: `diusulkan = layak + tidak_layak + belum + ditolak_sistem`; withdrawn ones do not count."""

    layak: int = 0
    tidak_layak: int = 0
    belum: int = 0
    ditolak_sistem: int = 0

    @property
    def diusulkan(self) -> int:
        """All that were proposed."""
        return self.layak + self.tidak_layak + self.belum + self.ditolak_sistem

    @property
    def diputuskan(self) -> int:
        """Those with an answer."""
        return self.diusulkan - self.belum

    def __add__(self, lain: "HitungVerifikasi") -> "HitungVerifikasi":
        return HitungVerifikasi(
            self.layak + lain.layak,
            self.tidak_layak + lain.tidak_layak,
            self.belum + lain.belum,
            self.ditolak_sistem + lain.ditolak_sistem,
        )


@dataclass(frozen=True, slots=True)
class RingkasanVerifikasi:
    """Where verification stands; `seluruh` is the sum of `per_desa` (kode desa, "" where unknown)."""

    seluruh: HitungVerifikasi
    per_desa: Mapping[str, HitungVerifikasi]
    alasan: Mapping[str, int]  # tidak layak by reason code


@dataclass(frozen=True, slots=True)
class _Lama:
    kegiatan_id: UUID
    status: StatusUsulan
    perlu_periksa: bool


def putuskan(
    kerja: Kerja,
    usulan_ids: Collection[UUID],
    hasil: HasilVerifikasi,
    *,
    alasan_kode: str = "",
    alasan: str = "",
    tanggal: date | None = None,
    petugas: str = "",
    cara: str = "meja",
    formulir: Mapping[str, Any] | None = None,
) -> RingkasanPutusan:
    """Decide one or many usulan of one kegiatan at once (rehsos step 2: every usulan layak or tidak layak).

    Args:
        alasan_kode: of `app.alasan.daftar_alasan`; needed for tidak layak unless `alasan` says why.
        tanggal: day of the visit or desk check; None: today.
        petugas: who verified; empty: the acting account.
        cara: `meja` or `lapangan`.
        formulir: answers of the form; `{"syarat": {kode: bool}}` answers the kegiatan's conditions.

    Raises:
        KnownError: `tidak_berwenang`, `usulan_tidak_ada`, `usulan_beda_kegiatan`, `usulan_tidak_aktif`,
            `daftar_terkunci`, `alasan_putusan_kosong`, `alasan_tak_dikenal`, `tanggal_di_depan`, `kegiatan_ditutup`.
    """
    wajib(kerja, Hak.VERIFIKASI)
    hari = tanggal or kerja.hari_ini()
    bukan_besok(kerja, hari, "tanggal verifikasi")
    kode, kata = _periksa_alasan(kerja, hasil, alasan_kode, alasan)
    ids = list(dict.fromkeys(usulan_ids))
    lama = _periksa_usulan(kerja, ids)
    if not ids:
        return RingkasanPutusan(0, 0, 0)
    kegiatan_id = next(iter(lama.values())).kegiatan_id
    wajib_urut(kerja, lihat_kegiatan(kerja, kegiatan_id), hari, "tanggal verifikasi")
    isi = {
        "kegiatan_id": kegiatan_id, "hasil": hasil.value, "alasan_kode": kode, "alasan": kata,
        "tanggal": hari, "petugas": petugas.strip() or kerja.pelaku.nama, "cara": cara,
        "formulir": dict(formulir or {}), "akun_id": kerja.akun_id,
    }  # fmt: skip
    kerja.sisip_banyak(Verifikasi, ({"usulan_id": i} | isi for i in ids))
    _ubah_status(kerja, ids, hasil, kata)
    jejak.catat(
        kerja, "putuskan_usulan", objek="usulan", objek_id=ids[0] if len(ids) == 1 else None,
        kegiatan_id=kegiatan_id, hasil=hasil, jumlah=len(ids), alasan=kode, cara=cara,
    )  # fmt: skip
    return _ringkas(lama.values(), hasil)


def ringkasan_verifikasi(kerja: Kerja, kegiatan_id: UUID) -> RingkasanVerifikasi:
    """Count the usulan of a kegiatan by answer, per desa and in all.

    Raises:
        KnownError: `kegiatan_tidak_ada`.
    """
    lihat_kegiatan(kerja, kegiatan_id)
    kueri = (
        sa.select(desa_usulan, col(Usulan.status), func.count())
        .where(col(Usulan.kegiatan_id) == kegiatan_id, saring_status(None))
        .group_by(desa_usulan, col(Usulan.status))
        .order_by(desa_usulan)
    )
    desa: dict[str, HitungVerifikasi] = {}
    for kode, status, banyak in baca(kerja, kueri):
        desa[kode] = desa.get(kode, HitungVerifikasi()) + HitungVerifikasi(**{_KOTAK[StatusUsulan(status)]: banyak})
    return RingkasanVerifikasi(sum(desa.values(), HitungVerifikasi()), desa, _hitung_alasan(kerja, kegiatan_id))


def _periksa_alasan(kerja: Kerja, hasil: HasilVerifikasi, kode: str, alasan: str) -> tuple[str, str]:
    """Return the reason's code and the words that the list shows."""
    if hasil is HasilVerifikasi.LAYAK:
        return "", ""
    kode = kode or (kata_alasan.LAINNYA if alasan.strip() else "")
    if not kode or (kode == kata_alasan.LAINNYA and not alasan.strip()):
        raise KnownError("alasan_putusan_kosong")
    dikenal = peta_alasan(kerja)
    if kode not in dikenal:
        raise KnownError("alasan_tak_dikenal", alasan=kode)
    bagian = [alasan.strip()] if kode == kata_alasan.LAINNYA else [dikenal[kode], alasan.strip()]
    return kode, ": ".join(filter(None, bagian))


def _periksa_usulan(kerja: Kerja, ids: Collection[UUID]) -> dict[UUID, _Lama]:
    wajib_baris(kerja, Usulan, ids)
    lama: dict[UUID, _Lama] = {}
    for bagian in potong(ids):
        kueri = select(Usulan.id, Usulan.kegiatan_id, Usulan.status, col(Usulan.perlu_periksa)).where(
            col(Usulan.id).in_(bagian)
        )
        lama |= {i: _Lama(k, StatusUsulan(s), p) for i, k, s, p in kerja.sesi.exec(kueri)}
    if len(lama) < len(ids):
        raise KnownError("usulan_tidak_ada")
    kegiatan = {satu.kegiatan_id for satu in lama.values()}
    if len(kegiatan) > 1:
        raise KnownError("usulan_beda_kegiatan")
    for kegiatan_id in kegiatan:
        kegiatan_berjalan(kerja, kegiatan_id)
        if terkunci := usulan_terkunci(kerja, kegiatan_id, ids):
            raise KnownError("daftar_terkunci", jumlah=len(terkunci))
    mati = [satu for satu in lama.values() if satu.status not in DAPAT_DIPUTUSKAN]
    if mati:
        raise KnownError("usulan_tidak_aktif", jumlah=len(mati), status=mati[0].status)
    return lama


def _ubah_status(kerja: Kerja, ids: Collection[UUID], hasil: HasilVerifikasi, alasan: str) -> None:
    for bagian in potong(ids):
        kerja.sesi.exec(
            sa.update(Usulan)
            .where(col(Usulan.id).in_(bagian))
            .values(status=hasil.value, alasan=alasan, diubah_pada=kerja.sekarang(), versi=Usulan.versi + 1)
        )


def _ringkas(lama: Iterable[_Lama], hasil: HasilVerifikasi) -> RingkasanPutusan:
    semua = list(lama)
    return RingkasanPutusan(
        len(semua),
        sum(s.status not in (StatusUsulan.DIUSULKAN, StatusUsulan(hasil.value)) for s in semua),
        sum(s.perlu_periksa for s in semua) if hasil is HasilVerifikasi.LAYAK else 0,
    )


def _hitung_alasan(kerja: Kerja, kegiatan_id: UUID) -> dict[str, int]:
    terakhir = (
        sa.select(func.max(col(Verifikasi.urut)))
        .where(col(Verifikasi.kegiatan_id) == kegiatan_id)
        .group_by(col(Verifikasi.usulan_id))
    )
    kueri = (
        sa.select(col(Verifikasi.alasan_kode), func.count())
        .join(Usulan, col(Usulan.id) == Verifikasi.usulan_id)
        .where(col(Verifikasi.urut).in_(terakhir), col(Usulan.status) == StatusUsulan.TIDAK_LAYAK.value)
        .group_by(col(Verifikasi.alasan_kode))
        .order_by(func.count().desc())
    )
    return {str(kode): int(banyak) for kode, banyak in baca(kerja, kueri)}
