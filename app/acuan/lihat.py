"""The ledger of reference lists, and which of each kind is in force."""

from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from app.acuan.bentuk import BarisDaftarAcuan, KepalaAcuan, RingkasanAcuan
from app.kerja import Kerja
from app.pijakan import baca
from db.istilah import JenisAcuan, StatusImpor
from db.model import Akun, BerkasImpor, DaftarAcuan, Impor

_URUTAN = (col(DaftarAcuan.tanggal).desc(), col(DaftarAcuan.urut).desc())


def acuan_berlaku(kerja: Kerja) -> dict[JenisAcuan, KepalaAcuan]:
    """Return the list in force of every kind that has one: the newest by its date, then by entry."""
    kueri = (
        sa.select(
            col(DaftarAcuan.id), col(DaftarAcuan.jenis), col(DaftarAcuan.nama), col(DaftarAcuan.tanggal),
            col(Impor.ringkasan),
        )
        .join(Impor, col(Impor.id) == col(DaftarAcuan.impor_id))
        .where(col(Impor.status) == StatusImpor.TERSIMPAN.value)
        .order_by(*_URUTAN)
    )  # fmt: skip
    berlaku: dict[JenisAcuan, KepalaAcuan] = {}
    for daftar_id, jenis, nama, tanggal, ringkasan in baca(kerja, kueri):
        kepala = _kepala(daftar_id, jenis, nama, tanggal, ringkasan)
        berlaku.setdefault(kepala.jenis, kepala)
    return {jenis: berlaku[jenis] for jenis in JenisAcuan if jenis in berlaku}


def _kepala(daftar_id: UUID, jenis: str, nama: str, tanggal: date, ringkasan: dict[str, Any]) -> KepalaAcuan:
    desa, banyak = frozenset(ringkasan.get("desa", ())), int(ringkasan.get("diambil", 0))
    return KepalaAcuan(daftar_id, JenisAcuan(jenis), nama, tanggal, desa, banyak, ringkasan.get("bernik") == banyak)


def daftar_acuan(kerja: Kerja) -> list[BarisDaftarAcuan]:
    """Return every list by date, newest first, withdrawn ones too."""
    berlaku = {k.id for k in acuan_berlaku(kerja).values()}
    kueri = (
        select(DaftarAcuan, Impor, Akun.nama)
        .join(Impor, col(Impor.id) == col(DaftarAcuan.impor_id))
        .join(Akun, col(Akun.id) == Impor.akun_id)
        .order_by(*_URUTAN)
    )
    return [_baris(kerja, d, i, oleh, d.id in berlaku) for d, i, oleh in kerja.sesi.exec(kueri)]


def _baris(kerja: Kerja, d: DaftarAcuan, i: Impor, oleh: str, berlaku: bool) -> BarisDaftarAcuan:
    nama = select(BerkasImpor.nama).where(BerkasImpor.impor_id == i.id).order_by(col(BerkasImpor.urut))
    kepala = _kepala(d.id, d.jenis, d.nama, d.tanggal, i.ringkasan)
    return BarisDaftarAcuan(
        kepala,
        i.id,
        baca_ringkasan(i.ringkasan),
        tuple(kerja.sesi.exec(nama)),
        oleh,
        i.pada,
        StatusImpor(i.status),
        berlaku,
        i.alasan_batal,
    )


def baca_ringkasan(isi: dict[str, Any]) -> RingkasanAcuan:
    """Read the counts of a list as they are kept."""
    angka = {n: int(isi.get(n, 0)) for n in ("baris", "diambil", "dilewati", "keluarga", "bernik", "berdesil")}
    return RingkasanAcuan(**angka, desil={int(d): n for d, n in isi.get("desil", {}).items()})


def impor_acuan(kerja: Kerja, daftar_id: UUID) -> UUID | None:
    """Return the import that a list came with; None when there is no such list."""
    return kerja.sesi.exec(select(DaftarAcuan.impor_id).where(DaftarAcuan.id == daftar_id)).first()
