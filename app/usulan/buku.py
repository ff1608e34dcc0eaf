"""The ledger of imports: which files came when from whom, and the rejected rows to send back."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from app.bahasa import pemeriksaan
from app.kerja import Kerja
from app.pijakan import baca, lihat_kegiatan
from app.usulan.bentuk import Baris, HasilImpor, Perbandingan, RingkasanImpor
from app.usulan.blok import KEPALA, baca_blok
from app.usulan.penjaga import huruf_kolom
from app.usulan.sel import asli, kosong
from app.usulan.temukan import Daftar
from app.wilayah import Peta, peta_kantor
from db.galat import KnownError
from db.istilah import Kiriman, NasibBaris, StatusImpor, Tingkat, TujuanImpor
from db.model import Akun, BarisUsulan, BerkasImpor, HasilPeriksa, Impor

_RUSAK = ("nik_rusak_excel", "kk_rusak_excel")
_KOP_MAKS = 20
"""Rows above a heading that are kept: a letterhead and titles, not a letter."""


@dataclass(frozen=True, slots=True)
class BarisBuku:
    """One import in the ledger. `perbandingan` stands beside what was proposed before; None where it was not kept."""

    impor_id: UUID
    pada: datetime
    oleh: str
    tujuan: TujuanImpor
    kiriman: Kiriman
    pengirim: str
    berkas: tuple[str, ...]
    ringkasan: RingkasanImpor
    status: StatusImpor
    alasan_batal: str
    perbandingan: Perbandingan | None = None


@dataclass(frozen=True, slots=True)
class BarisDitolak:
    """A rejected row for its sender: the columns as they came, and why.

    Attributes:
        judul: headings by column letter, in the order of the columns.
        sel: cells by column letter, as text. An identifier that Excel damaged carries a question mark, so that it is
            refused again unless somebody types it anew.
        alasan: sentences, the suggestion behind each.
        desa: the desa that the row counts for, where the list has no column that says it.
        kop: the sender's own rows above the heading, cells by column letter.
        salah: letters of the columns that the row is refused for.
    """

    berkas: str
    lembar: str
    baris: int
    judul: Mapping[str, str]
    sel: Mapping[str, str]
    alasan: str
    desa: str = ""
    kop: tuple[Mapping[str, str], ...] = ()
    salah: frozenset[str] = frozenset()


def tandai_batal(kerja: Kerja, impor: Impor, alasan: str) -> None:
    """Mark an import in the ledger as undone: when, by whom and why; what it brought is its own room's matter."""
    impor.status, impor.alasan_batal = StatusImpor.DIBATALKAN.value, alasan.strip()
    impor.dibatalkan_pada, impor.dibatalkan_oleh = kerja.sekarang(), kerja.akun_id


def daftar_impor(kerja: Kerja, kegiatan_id: UUID) -> list[BarisBuku]:
    """Return the imports of a kegiatan, newest first, undone ones too.

    Raises:
        KnownError: `kegiatan_tidak_ada`.
    """
    lihat_kegiatan(kerja, kegiatan_id)
    kueri = (
        select(Impor, Akun.nama)
        .join(Akun, col(Akun.id) == Impor.akun_id)
        .where(Impor.kegiatan_id == kegiatan_id)
        .order_by(col(Impor.urut).desc())
    )
    return [_baris_buku(kerja, impor, oleh) for impor, oleh in kerja.sesi.exec(kueri)]


def _baris_buku(kerja: Kerja, impor: Impor, oleh: str) -> BarisBuku:
    berkas = select(BerkasImpor.nama).where(BerkasImpor.impor_id == impor.id).order_by(col(BerkasImpor.urut))
    angka = {n: int(impor.ringkasan.get(n, 0)) for n in ("baris", "diterima", "perlu_periksa", "ditolak")}
    return BarisBuku(
        impor.id,
        impor.pada,
        oleh,
        TujuanImpor(impor.tujuan),
        Kiriman(impor.kiriman),
        impor.pengirim,
        tuple(kerja.sesi.exec(berkas)),
        RingkasanImpor(**angka),
        StatusImpor(impor.status),
        impor.alasan_batal,
        _perbandingan(impor.ringkasan),
    )


def _perbandingan(isi: Mapping[str, Any]) -> Perbandingan | None:
    if "sama" not in isi:
        return None
    return Perbandingan(*(int(isi[n]) for n in ("sama", "berubah", "baru", "hilang")))


def baris_ditolak(kerja: Kerja, impor_id: UUID) -> Iterator[BarisDitolak]:
    """Yield the rejected rows of an import in the order of its files.

    Raises:
        KnownError: `impor_tidak_ada`.
    """
    if kerja.sesi.get(Impor, impor_id) is None:
        raise KnownError("impor_tidak_ada")
    berkas = {b.id: b for b in kerja.sesi.exec(select(BerkasImpor).where(BerkasImpor.impor_id == impor_id))}
    tentang = _tentang(kerja, impor_id)
    wilayah = peta_kantor(kerja)
    kueri = (
        sa.select(
            col(BarisUsulan.id), col(BarisUsulan.berkas_id), col(BarisUsulan.lembar), col(BarisUsulan.baris),
            col(BarisUsulan.asli), col(BarisUsulan.bersih),
        )
        .where(col(BarisUsulan.impor_id) == impor_id, col(BarisUsulan.nasib) == NasibBaris.DITOLAK.value)
        .order_by(col(BarisUsulan.urut))
    )  # fmt: skip
    for baris_id, berkas_id, lembar, nomor, sel, bersih in baca(kerja, kueri):
        asal = berkas[berkas_id]
        kepala: dict[str, Any] = next((s for s in asal.lembar if s["nama"] == lembar), {})
        t = tentang[baris_id]
        desa = "" if "desa" in bersih else wilayah.alamat(bersih.get("kode_desa", ""))
        yield BarisDitolak(
            asal.nama, lembar, nomor, kepala.get("judul", {}), _tandai(sel, t.rusak), " ".join(t.alasan), desa,
            tuple(kepala.get("kop", ())), frozenset(t.salah),
        )  # fmt: skip


@dataclass(slots=True)
class _Tentang:
    """Why a row was refused: sentences, the columns they speak of, those whose identifier Excel damaged."""

    alasan: list[str] = field(default_factory=list)
    salah: set[str] = field(default_factory=set)
    rusak: list[str] = field(default_factory=list)


def _tentang(kerja: Kerja, impor_id: UUID) -> dict[UUID, _Tentang]:
    """Return, by row, why it was refused."""
    kueri = (
        sa.select(
            col(HasilPeriksa.baris_id), col(HasilPeriksa.kode), col(HasilPeriksa.fakta), col(HasilPeriksa.tingkat),
            col(HasilPeriksa.kolom),
        )
        .where(col(HasilPeriksa.impor_id) == impor_id)
        .order_by(col(HasilPeriksa.urut))
    )  # fmt: skip
    tentang: dict[UUID, _Tentang] = {}
    for baris_id, kode, fakta, tingkat, kolom in baca(kerja, kueri):
        t = tentang.setdefault(baris_id, _Tentang())
        if tingkat == Tingkat.DITOLAK.value:
            t.alasan.append(f"{pemeriksaan.pesan(kode, fakta)} {pemeriksaan.saran(kode, fakta)}".strip())
            t.salah.add(kolom)
        if kode in _RUSAK:
            t.rusak.append(kolom)
    return tentang


def kop_asli(daftar: Daftar) -> list[dict[str, str]]:
    """Return the sender's own rows above a heading; without those that speak of a family, which are not everyone's."""
    semua: list[dict[str, str]] = []
    for baris in daftar.lembar.baris[: max(daftar.baris_judul[0] - 1, 0)]:
        isi = {} if baca_blok(baris).keys() & KEPALA else {
            huruf_kolom(k): asli(s) for k, s in enumerate(baris) if not kosong(s)
        }  # fmt: skip
        if isi or (semua and semua[-1]):
            semua.append(isi)
    while semua and not semua[-1]:
        semua.pop()
    return semua[:_KOP_MAKS]


def _tandai(sel: Mapping[str, str], rusak: Iterable[str]) -> dict[str, str]:
    return {**sel, **{kolom: f"{sel[kolom]} ?" for kolom in rusak if kolom in sel}}


def tolakan_pratinjau(hasil: HasilImpor, wilayah: Peta) -> Iterator[BarisDitolak]:
    """Yield the rejected rows of a preview, as `baris_ditolak` does for a stored import."""
    for berkas in hasil.berkas:
        for lembar in berkas.lembar:
            judul = {k.huruf: k.judul for k in lembar.daftar.kolom} if lembar.daftar else {}
            kop = tuple(kop_asli(lembar.daftar)) if lembar.daftar else ()
            for baris in lembar.bercatatan if lembar.dipakai else ():
                if baris.ditolak:
                    desa = "" if "desa" in baris.nilai else wilayah.alamat(baris.kode_desa or "")
                    rusak = [h.kolom for h in baris.hasil if h.kode in _RUSAK]
                    sel = _tandai(_sel(baris), rusak)
                    salah = frozenset(h.kolom for h in baris.hasil if h.tingkat is Tingkat.DITOLAK)
                    yield BarisDitolak(
                        berkas.nama, lembar.nama, baris.nomor, judul, sel, _kalimat(baris), desa, kop, salah
                    )


def _sel(baris: Baris) -> dict[str, str]:
    return {huruf_kolom(k): isi for k, s in enumerate(baris.sel) if s != "" and (isi := asli(s))}


def _kalimat(baris: Baris) -> str:
    return " ".join(f"{h.pesan} {h.saran}".strip() for h in baris.hasil if h.tingkat is Tingkat.DITOLAK)
