"""Who is no longer in a list that replaces an earlier one: shown, never deleted; a person may withdraw them.

Asked anew each time it is looked at, because usulan go on living after an import.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from app import jejak
from app.akses import Hak, wajib
from app.kerja import Kerja
from app.pijakan import baca, isi_wajib, kegiatan_berjalan, potong
from app.sop import konteks
from app.sop.pemohon import lepaskan
from app.usulan.asal import baris_asal
from app.usulan.bentuk import HasilImpor, Hilang
from app.verifikasi.daftar import usulan_terkunci
from db.galat import KnownError
from db.istilah import Kiriman, StatusImpor, StatusUsulan, TujuanImpor
from db.model import BarisUsulan, BerkasImpor, Impor, Orang, Usulan, Verifikasi

HIDUP = (StatusUsulan.DIUSULKAN.value, StatusUsulan.LAYAK.value)
"""States in which somebody still waits to receive."""

_DITARIK = "ditarik"
"""Key of `Impor.ringkasan`: the usulan that were withdrawn because its list no longer names them."""


def cari_hilang(kerja: Kerja, hasil: HasilImpor) -> list[Hilang]:
    """List who was proposed by the sender before and is not in the files that replace the list."""
    if hasil.kiriman is not Kiriman.PENGGANTI:
        return []
    desa = {hasil.asal_kode} if hasil.asal_kode else {kode for satu in hasil.lajur for kode in satu.kode_desa if kode}
    masih = {b.orang_id for b in hasil.bercatatan if b.orang_id}
    semua = _usulan(kerja, hasil.kegiatan_id, desa, HIDUP)
    return _dengan_asal(kerja, [h for orang_id, h in semua if orang_id not in masih])


def hilang_impor(kerja: Kerja, impor_id: UUID) -> list[Hilang]:
    """List who was not in a stored import that replaced a list; those withdrawn since then too, with their state.

    Raises:
        KnownError: `impor_tidak_ada`.
    """
    impor = kerja.sesi.get(Impor, impor_id)
    if impor is None or impor.kegiatan_id is None:
        raise KnownError("impor_tidak_ada")
    if impor.kiriman != Kiriman.PENGGANTI.value or impor.status != StatusImpor.TERSIMPAN.value:
        return []
    lagi = sa.and_(col(BarisUsulan.usulan_id) == col(Usulan.id), col(BarisUsulan.impor_id) == impor_id)
    kueri = (
        sa.select(col(Usulan.orang_id), col(Usulan.kode_desa))
        .where(col(Usulan.kegiatan_id) == impor.kegiatan_id)
        .outerjoin(BarisUsulan, lagi)
        .where(sa.or_(col(Usulan.impor_id) == impor_id, col(BarisUsulan.id).is_not(None)))
    )
    dikirim = list(baca(kerja, kueri))
    masih = {orang_id for orang_id, _ in dikirim}
    asal = impor.ringkasan.get("asal") or impor.kode_desa_pengirim
    desa = {asal} if asal else {kode for _, kode in dikirim if kode}
    semua = _usulan(kerja, impor.kegiatan_id, desa, (*HIDUP, StatusUsulan.DITARIK.value), impor.urut)
    return _dengan_asal(kerja, [h for orang_id, h in semua if orang_id not in masih])


def _usulan(
    kerja: Kerja, kegiatan_id: UUID, desa: Collection[str], status: Collection[str], sebelum: int | None = None
) -> list[tuple[UUID, Hilang]]:
    kueri = (
        sa.select(
            col(Usulan.orang_id), col(Usulan.id), col(Orang.nama), col(Orang.nik), col(Usulan.kode_desa),
            col(Usulan.status),
        )
        .join(Orang, col(Orang.id) == col(Usulan.orang_id))
        .where(
            col(Usulan.kegiatan_id) == kegiatan_id,
            col(Usulan.kode_desa).in_(sorted(desa)),
            col(Usulan.status).in_(status),
        )
        .order_by(col(Usulan.urut))
    )  # fmt: skip
    if sebelum is not None:
        kueri = kueri.where(col(Usulan.urut) < sebelum)
    return [(b[0], Hilang(b[1], b[2], b[3], b[4], StatusUsulan(b[5]))) for b in baca(kerja, kueri)]


def _dengan_asal(kerja: Kerja, semua: list[Hilang]) -> list[Hilang]:
    """Add where each was last seen: file and row."""
    asal: dict[UUID, tuple[str, int]] = {}
    dari = baris_asal().c
    for bagian in potong([h.usulan_id for h in semua]):
        kueri = (
            sa.select(dari.usulan_id, col(BerkasImpor.nama), dari.baris)
            .join(BerkasImpor, col(BerkasImpor.id) == dari.berkas_id)
            .where(dari.usulan_id.in_(bagian))
            .order_by(dari.urut)
        )
        asal |= {usulan_id: (nama, nomor) for usulan_id, nama, nomor in baca(kerja, kueri)}
    return [replace(h, berkas=asal[h.usulan_id][0], baris=asal[h.usulan_id][1]) if h.usulan_id in asal else h
            for h in semua]  # fmt: skip


def tarik_usulan(kerja: Kerja, usulan_ids: Iterable[UUID], *, alasan: str, impor_id: UUID | None = None) -> int:
    """Withdraw usulan of one kegiatan because their desa no longer proposes them; return how many.

    The people and everything written about them stay; an applicant on a way of his own leaves it.

    Args:
        impor_id: the import whose list no longer names them; its undo brings them back (`kembalikan_tarikan`).

    Raises:
        KnownError: `tidak_berwenang`, `isian_kosong`, `usulan_tidak_ada`, `usulan_beda_kegiatan`, `kegiatan_ditutup`,
            `usulan_sudah_lain` when one neither waits nor is layak, `daftar_terkunci` once the decree lists one,
            `impor_tidak_ada`.
    """
    wajib(kerja, Hak.IMPOR)
    isi_wajib({"alasan": alasan})
    ids = list(dict.fromkeys(usulan_ids))
    semua = [u for bagian in potong(ids) for u in kerja.sesi.exec(select(Usulan).where(col(Usulan.id).in_(bagian)))]
    if len(semua) < len(ids):
        raise KnownError("usulan_tidak_ada")
    for kegiatan_id in _satu_kegiatan(semua):
        kegiatan_berjalan(kerja, kegiatan_id)
        if terkunci := usulan_terkunci(kerja, kegiatan_id, ids):
            raise KnownError("daftar_terkunci", jumlah=len(terkunci))
        if lain := [u for u in semua if u.status not in HIDUP]:
            raise KnownError("usulan_sudah_lain", jumlah=len(lain), status=StatusUsulan(lain[0].status))
        for usulan in semua:
            _tarik(kerja, usulan, alasan.strip())
        jejak.catat(kerja, "tarik_usulan", objek="usulan", objek_id=ids[0] if len(ids) == 1 else None,
                    kegiatan_id=kegiatan_id, jumlah=len(ids), alasan=alasan.strip())  # fmt: skip
        if impor_id is not None:
            _ingat_tarikan(kerja, kegiatan_id, impor_id, ids)
    return len(ids)


def _ingat_tarikan(kerja: Kerja, kegiatan_id: UUID, impor_id: UUID, ids: list[UUID]) -> None:
    impor = kerja.sesi.get(Impor, impor_id)
    if impor is None or impor.kegiatan_id != kegiatan_id:
        raise KnownError("impor_tidak_ada")
    impor.ringkasan = impor.ringkasan | {_DITARIK: [*impor.ringkasan.get(_DITARIK, ()), *map(str, ids)]}


def _satu_kegiatan(usulan: list[Usulan]) -> set[UUID]:
    kegiatan = {u.kegiatan_id for u in usulan}
    if len(kegiatan) > 1:
        raise KnownError("usulan_beda_kegiatan")
    return kegiatan


def _tarik(kerja: Kerja, usulan: Usulan, alasan: str) -> None:
    if konteks.baris_jalur(kerja, usulan.kegiatan_id, usulan.id):
        lepaskan(kerja, usulan.id, alasan=alasan)
    else:
        usulan.status, usulan.alasan = StatusUsulan.DITARIK.value, alasan


def kembalikan_usulan(kerja: Kerja, usulan_ids: Iterable[UUID]) -> int:
    """Take a withdrawal back: each usulan stands again where it stood; return how many.

    Raises:
        KnownError: `tidak_berwenang`, `usulan_tidak_ada`, `usulan_beda_kegiatan`, `kegiatan_ditutup`,
            `usulan_tidak_ditarik`, `pemohon_sudah_lepas` for one that left a way of his own, `usulan_sudah_lagi` when
            the person is proposed anew.
    """
    wajib(kerja, Hak.IMPOR)
    ids = list(dict.fromkeys(usulan_ids))
    semua = [u for bagian in potong(ids) for u in kerja.sesi.exec(select(Usulan).where(col(Usulan.id).in_(bagian)))]
    if len(semua) < len(ids):
        raise KnownError("usulan_tidak_ada")
    for kegiatan_id in _satu_kegiatan(semua):
        kegiatan_berjalan(kerja, kegiatan_id)
        _boleh_kembali(kerja, kegiatan_id, semua)
        for usulan in semua:
            usulan.status, usulan.alasan = _semula(kerja, usulan)
        _lupakan_tarikan(kerja, kegiatan_id, ids)
        jejak.catat(kerja, "kembalikan_usulan", objek="usulan", objek_id=ids[0] if len(ids) == 1 else None,
                    kegiatan_id=kegiatan_id, jumlah=len(ids))  # fmt: skip
    return len(ids)


def _lupakan_tarikan(kerja: Kerja, kegiatan_id: UUID, ids: Collection[UUID]) -> None:
    """Let imports forget that these were withdrawn for them, so that a later withdrawal of another kind holds."""
    kueri = select(Impor).where(Impor.kegiatan_id == kegiatan_id, Impor.kiriman == Kiriman.PENGGANTI.value)
    lupa = set(map(str, ids))
    for impor in kerja.sesi.exec(kueri):
        if lupa & set(ditarik := impor.ringkasan.get(_DITARIK, ())):
            impor.ringkasan = impor.ringkasan | {_DITARIK: [satu for satu in ditarik if satu not in lupa]}


def kembalikan_tarikan(kerja: Kerja, impor: Impor) -> int:
    """Bring back whom the list of an import pushed out, because that import is undone; return how many.

    Who is proposed anew since then stays withdrawn, and so does an applicant who left a way of his own.
    """
    ids = [UUID(satu) for satu in impor.ringkasan.get(_DITARIK, ())]
    semua = [u for bagian in potong(ids) for u in kerja.sesi.exec(select(Usulan).where(col(Usulan.id).in_(bagian)))]
    ditarik = [u for u in semua if u.status == StatusUsulan.DITARIK.value]
    lagi = {orang_id for u in ditarik for orang_id, _ in _sudah_lagi(kerja, u.kegiatan_id, [u.orang_id])}
    pulang = [u for u in ditarik if u.orang_id not in lagi and not konteks.baris_jalur(kerja, u.kegiatan_id, u.id)]
    for usulan in pulang:
        usulan.status, usulan.alasan = _semula(kerja, usulan)
    return len(pulang)


def _boleh_kembali(kerja: Kerja, kegiatan_id: UUID, semua: list[Usulan]) -> None:
    if any(u.status != StatusUsulan.DITARIK.value for u in semua):
        raise KnownError("usulan_tidak_ditarik")
    if lepas := sum(bool(konteks.baris_jalur(kerja, kegiatan_id, u.id)) for u in semua):
        raise KnownError("pemohon_sudah_lepas", jumlah=lepas)
    for _, nama in _sudah_lagi(kerja, kegiatan_id, [u.orang_id for u in semua]):
        raise KnownError("usulan_sudah_lagi", nama=nama)


def _sudah_lagi(kerja: Kerja, kegiatan_id: UUID, orang_ids: Collection[UUID]) -> Iterator[tuple[UUID, str]]:
    """Give who of these stands proposed in the kegiatan, with the name."""
    kueri = (
        sa.select(col(Orang.id), col(Orang.nama))
        .join(Usulan, col(Usulan.orang_id) == col(Orang.id))
        .where(col(Usulan.kegiatan_id) == kegiatan_id, col(Usulan.status) != StatusUsulan.DITARIK.value)
    )
    for bagian in potong(orang_ids):
        yield from ((i, nama) for i, nama in baca(kerja, kueri.where(col(Usulan.orang_id).in_(bagian))))


def _semula(kerja: Kerja, usulan: Usulan) -> tuple[str, str]:
    """Return the state before the withdrawal, and its reason: the last decision, else as the import left it."""
    putusan = select(Verifikasi).where(Verifikasi.usulan_id == usulan.id).order_by(col(Verifikasi.urut).desc()).limit(1)
    if akhir := kerja.sesi.exec(putusan).first():
        return akhir.hasil, akhir.alasan
    impor = kerja.sesi.get(Impor, usulan.impor_id) if usulan.impor_id else None
    jadi = impor is not None and impor.tujuan == TujuanImpor.PENERIMA.value
    return (StatusUsulan.LAYAK if jadi else StatusUsulan.DIUSULKAN).value, ""
