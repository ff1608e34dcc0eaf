"""What the rules of a kegiatan say of its usulan: each person's facts are gathered once for all of them."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, func, select

from app.acuan.bentuk import BERDESIL
from app.acuan.tanda import Tanda, desil_acuan, tanda_usulan
from app.kelayakan.aturan import Aturan, Calon, Pendapat, baca_aturan, nilai
from app.kerja import Kerja
from app.pijakan import baca, lihat_kegiatan, potong
from app.wilayah_akun import lintas_wilayah
from db.istilah import StatusKelengkapan, StatusPenetapan, StatusUsulan
from db.model import Kegiatan, Kelengkapan, Orang, Penerima, Penetapan, Usulan, Verifikasi


def periksa_kelayakan(
    kerja: Kerja, kegiatan_id: UUID, usulan_ids: Collection[UUID] | None = None, *, pada: date | None = None
) -> dict[UUID, tuple[Pendapat, ...]]:
    """Let the kegiatan's rules speak about its usulan.

    Args:
        usulan_ids: only these; None: every usulan that was not withdrawn.
        pada: day on which ages count, if the rules name none; None: today.

    Returns:
        What each rule says, by usulan.

    Raises:
        KnownError: `kegiatan_tidak_ada`.
    """
    kegiatan = lihat_kegiatan(kerja, kegiatan_id)
    aturan = baca_aturan(kegiatan.aturan)
    hari = aturan.tanggal_usia or pada or kerja.hari_ini()
    return {
        c.usulan_id: nilai(aturan, c, pada=hari, tahun=kegiatan.tahun)
        for c in _calon(kerja, kegiatan, aturan, usulan_ids)
    }


def kelayakan_usulan(kerja: Kerja, usulan_id: UUID) -> tuple[Pendapat, ...]:
    """Let the rules speak about one usulan, for its page; nothing for one that was withdrawn."""
    kegiatan_id = kerja.sesi.get_one(Usulan, usulan_id).kegiatan_id
    return periksa_kelayakan(kerja, kegiatan_id, [usulan_id]).get(usulan_id, ())


def _calon(kerja: Kerja, kegiatan: Kegiatan, aturan: Aturan, ids: Collection[UUID] | None) -> list[Calon]:
    satu_kk = _hitung_no_kk(kerja, kegiatan.id) if aturan.satu_kk else {}
    lain = bantuan_lain(kerja, kegiatan) if aturan.satu_bantuan_setahun else {}
    jawaban = _jawaban(kerja, kegiatan.id) if aturan.syarat else {}
    orang = _orang(kerja, kegiatan.id, ids)
    desa = _hitung_desa(kerja, kegiatan.id) if aturan.kuota_desa else {}
    tanda = tanda_usulan(kerja, [baris[0] for baris in orang])
    return [
        Calon(
            uid, kategori, lahir, wali is not None, bool(no_kk), satu_kk.get(no_kk or "", 1), lain.get(oid, ()),
            _desil_kini(desil, acuan), bool(id_dtks) or any(t.ada and t.jenis in BERDESIL for t in acuan),
            mati is not None, pindah is not None, acuan, jawaban.get(uid, {}), ragam,
            (desa.get(kode, 0), aturan.kuota_desa[kode]) if kode in aturan.kuota_desa else None,
        )
        for uid, kategori, wali, oid, lahir, no_kk, desil, id_dtks, mati, pindah, ragam, kode in orang
        for acuan in (tanda.get(uid, ()),)
    ]  # fmt: skip


def _desil_kini(tercatat: int | None, acuan: Tanda) -> int | None:
    """Take the desil of the newest list that has one, else the one that was written down."""
    dari_acuan = desil_acuan(acuan)
    return dari_acuan.desil if dari_acuan else tercatat


def _orang(kerja: Kerja, kegiatan_id: UUID, ids: Collection[UUID] | None) -> list[Any]:
    kueri = (
        sa.select(
            col(Usulan.id), col(Usulan.kategori), col(Usulan.wali_id), col(Orang.id), col(Orang.tanggal_lahir),
            col(Orang.no_kk), col(Orang.desil), col(Orang.id_dtks), col(Orang.meninggal_pada), col(Orang.pindah_pada),
            col(Orang.ragam_disabilitas), col(Usulan.kode_desa),
        )
        .join(Orang, col(Orang.id) == Usulan.orang_id)
        .where(col(Usulan.kegiatan_id) == kegiatan_id)
    )  # fmt: skip
    if ids is None:
        return list(baca(kerja, kueri.where(col(Usulan.status) != StatusUsulan.DITARIK.value)))
    return [b for bagian in potong(ids) for b in baca(kerja, kueri.where(col(Usulan.id).in_(bagian)))]


@lintas_wilayah  # a family's other proposal may come from elsewhere
def _hitung_no_kk(kerja: Kerja, kegiatan_id: UUID) -> dict[str, int]:
    kueri = (
        select(Orang.no_kk, func.count())
        .join(Usulan, col(Usulan.orang_id) == Orang.id)
        .where(
            Usulan.kegiatan_id == kegiatan_id,
            col(Orang.no_kk).is_not(None),
            col(Usulan.status).not_in([StatusUsulan.DITARIK.value, StatusUsulan.TIDAK_LAYAK.value]),
        )
        .group_by(col(Orang.no_kk))
    )
    return {no_kk or "": banyak for no_kk, banyak in kerja.sesi.exec(kueri)}


def _hitung_desa(kerja: Kerja, kegiatan_id: UUID) -> dict[str, int]:
    """Count the people of each desa who are still in: proposed or layak."""
    kueri = (
        select(Usulan.kode_desa, func.count())
        .where(
            Usulan.kegiatan_id == kegiatan_id,
            col(Usulan.status).in_([StatusUsulan.DIUSULKAN.value, StatusUsulan.LAYAK.value]),
        )
        .group_by(col(Usulan.kode_desa))
    )
    return {kode or "": banyak for kode, banyak in kerja.sesi.exec(kueri)}


@lintas_wilayah
def bantuan_lain(kerja: Kerja, kegiatan: Kegiatan) -> dict[UUID, tuple[str, ...]]:
    """Return the other kegiatan of the year on whose decree people proposed in this one stand, by person.

    Those whose aid may be had beside this one are left out (`Aturan.boleh_bersama`).
    """
    kueri = (
        select(Penerima.orang_id, Kegiatan.nama)
        .join(Penetapan, col(Penetapan.id) == Penerima.penetapan_id)
        .join(Kegiatan, col(Kegiatan.id) == Penerima.kegiatan_id)
        .where(
            Kegiatan.tahun == kegiatan.tahun,
            Kegiatan.id != kegiatan.id,
            col(Kegiatan.kode_sop).not_in(sorted(baca_aturan(kegiatan.aturan).boleh_bersama)),
            Penetapan.status == StatusPenetapan.SAH.value,
            col(Penerima.orang_id).in_(select(Usulan.orang_id).where(Usulan.kegiatan_id == kegiatan.id)),
        )
        .distinct()
    )
    hasil: dict[UUID, tuple[str, ...]] = defaultdict(tuple)
    for orang_id, nama in kerja.sesi.exec(kueri):
        hasil[orang_id] += (nama,)
    return hasil


def _jawaban(kerja: Kerja, kegiatan_id: UUID) -> dict[UUID, dict[str, bool]]:
    """Give the answers to the conditions: papers that were ticked, then what verification wrote, the newest last."""
    hasil: dict[UUID, dict[str, bool]] = defaultdict(dict)
    ada = (
        select(Kelengkapan.usulan_id, Kelengkapan.kode)
        .join(Usulan, col(Usulan.id) == Kelengkapan.usulan_id)
        .where(Usulan.kegiatan_id == kegiatan_id, Kelengkapan.status == StatusKelengkapan.ADA.value)
    )
    for usulan_id, kode in kerja.sesi.exec(ada):
        if usulan_id is not None:
            hasil[usulan_id][kode] = True
    tertulis = (
        select(Verifikasi.usulan_id, Verifikasi.formulir)
        .where(Verifikasi.kegiatan_id == kegiatan_id)
        .order_by(col(Verifikasi.urut))
    )
    for usulan_id, formulir in kerja.sesi.exec(tertulis):
        hasil[usulan_id] |= {k: v for k, v in (formulir.get("syarat") or {}).items() if isinstance(v, bool)}
    return hasil
