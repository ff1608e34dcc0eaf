"""What every accepted row of an import becomes: a person, a usulan, their No. KK, account and wali.

Ids are given here, before anything is written, so that rows of different tables can refer to each other and each table
takes one bulk insert.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from app.identitas import nama_cari
from app.jobs import JobContext
from app.kerja import Kerja
from app.pijakan import baca, potong
from app.usulan.banding import desil
from app.usulan.bentuk import Baris, HasilImpor
from app.usulan.nomor import uang_diusulkan
from app.usulan.pembanding import BIDANG_ORANG
from db.dasar import id_baru
from db.istilah import NasibBaris, StatusUsulan, TujuanImpor
from db.model import Kegiatan, Orang, Rekening, Usulan, Wali
from db.sisip import JsonJadi, kunci_baru, sandi_json

_KOLOM_ORANG = (
    *("id", "nama", "nama_cari", "nik", "no_kk", "jenis_kelamin", "tanggal_lahir", "kode_desa", "desil"),
    *("tempat_lahir", "nama_ibu", "status_kawin", "pekerjaan", "shdk", "alamat", "dusun", "rt", "rw", "telepon"),
    *("ragam_disabilitas", "id_dtks"),
)
_KOLOM_USULAN = (
    *("id", "orang_id", "kode_desa", "kategori", "wali_id", "nominal", "keterangan", "perlu_periksa"),
    *("asal_usulan_id", "data", "berkas_id", "lembar", "baris"),
)
_BERKOLOM = frozenset(BIDANG_ORANG) | {
    *("kategori", "keterangan", "nominal", "nama_wali", "nik_wali", "hubungan_wali", "telepon_wali"),
    *("no_rekening", "no_kks", "bank", "nama_rekening", "desa", "kecamatan", "kabupaten", "provinsi", "ttl", "rt_rw"),
    "alasan",  # of the rejected-rows workbook, when it comes back
}
"""Fields that have a column of their own somewhere; the others stay with the usulan as they are."""
_LAPOR = 5_000


@dataclass(slots=True)
class Rencana:
    """Who becomes what; `tulis` stores it.

    Attributes:
        orang: rows whose person is new. usulan: rows that become a usulan.
        ubah: rows of known people that say something new.
        asal: for a person, the usulan that SIKS-NG refused before (dtks).
        wali_lama: for a person, the wali already known, by name. rekening_lama: accounts already known.
    """

    hasil: HasilImpor
    impor_id: UUID
    hari_ini: date
    orang: list[Baris] = field(default_factory=list)
    usulan: list[Baris] = field(default_factory=list)
    ubah: list[Baris] = field(default_factory=list)
    rekening: list[dict[str, Any]] = field(default_factory=list)
    wali: list[dict[str, Any]] = field(default_factory=list)
    asal: dict[UUID, UUID] = field(default_factory=dict)
    wali_lama: dict[UUID, dict[str, UUID]] = field(default_factory=dict)
    rekening_lama: set[tuple[UUID, str]] = field(default_factory=set)
    _berkas: Mapping[int, UUID] = field(default_factory=dict)
    _sisa: tuple[str, ...] = ()
    _kunci: Iterator[str | UUID] = field(default_factory=lambda: iter(()))

    def tulis(self, kerja: Kerja, berkas: Mapping[int, UUID], ctx: JobContext | None = None) -> None:
        """Write every table, in the order in which they refer to each other; rows are made while they are written.

        Args:
            berkas: ids of the files by their number.

        Raises:
            JobCancelled: the user asked to stop.
        """
        jadi = self.hasil.tujuan is TujuanImpor.PENERIMA
        status = (StatusUsulan.LAYAK if jadi else StatusUsulan.DIUSULKAN).value
        self._berkas, self._sisa = berkas, _tanpa_kolom(self.hasil)
        kunci = [b.orang_id or kunci_baru() for b in self.orang]
        orang = ikuti(self.orang, "Menyimpan orang", ctx)
        kerja.sisip_nilai(Orang, _KOLOM_ORANG, map(_orang, kunci, orang))
        self._kunci = iter(kunci)
        kerja.sisip_banyak(Rekening, self.rekening)
        kerja.sisip_banyak(Wali, self.wali)
        kerja.sisip_nilai(
            Usulan,
            _KOLOM_USULAN,
            map(self._usulan, ikuti(self.usulan, "Menyimpan usulan", ctx)),
            kegiatan_id=self.hasil.kegiatan_id,
            impor_id=self.impor_id,
            status=status,
        )

    def _usulan(self, baris: Baris) -> tuple[Any, ...]:
        """Return the values of `_KOLOM_USULAN`; new people come in the order in which they were written."""
        nilai = baris.nilai
        return (
            baris.usulan_id,
            next(self._kunci) if baris.orang_baru else baris.orang_id,
            baris.kode_desa,
            baris.kategori,
            baris.wali_id,
            uang_diusulkan(nilai["nominal"]) if "nominal" in nilai else None,
            nilai.get("keterangan", ""),
            bool(baris.hasil) and baris.nasib is NasibBaris.PERLU_PERIKSA,
            self.asal.get(baris.orang_id) if baris.orang_id else None,
            _tulis_sisa(self._sisa, tuple(map(nilai.get, self._sisa))),
            self._berkas[baris.berkas],
            baris.lembar,
            baris.nomor,
        )


def _tanpa_kolom(hasil: HasilImpor) -> tuple[str, ...]:
    """Return the fields of these lists that have no column of their own, and the damaged NIK that a row came with."""
    daftar = [s.daftar for b in hasil.berkas for s in b.lembar if s.daftar and s.dipakai]
    bidang = [*dict.fromkeys(nama for satu in daftar for nama in satu.peta), "nik_tertulis"]
    return tuple(satu for satu in bidang if satu not in _BERKOLOM)


@lru_cache(maxsize=4096)
def _tulis_sisa(bidang: tuple[str, ...], isi: tuple[str | None, ...]) -> JsonJadi:
    """Write the fields without a column as JSON, once for all rows that say the same."""
    return JsonJadi(sandi_json({b: satu for b, satu in zip(bidang, isi, strict=True) if satu is not None}))


def ikuti(baris: Sequence[Baris], langkah: str, ctx: JobContext | None) -> Iterator[Baris]:
    """Pass rows on while they are written, and report how far it is.

    Raises:
        JobCancelled: the user asked to stop.
    """
    for ke, satu in enumerate(baris):
        if ctx and ke % _LAPOR == 0:
            ctx.lapor(ke, len(baris), langkah)
        yield satu


def rencanakan(kerja: Kerja, hasil: HasilImpor, kegiatan: Kegiatan, impor_id: UUID) -> Rencana:
    """Decide what every accepted row becomes; ids are given here, so that rows can refer to each other."""
    rencana = Rencana(hasil, impor_id, kerja.hari_ini())
    masuk = [b for b in hasil.baris if not b.ditolak]
    lama = {b.orang_id for b in masuk if b.orang_id}
    rencana.asal = _usulan_ditolak_sistem(kerja, lama) if kegiatan.kode_sop == "dtks" else {}
    rencana.wali_lama = _wali_kini(kerja, lama)
    rencana.rekening_lama = _rekening_kini(kerja, lama)
    disebut = hasil.disebut
    for baris in masuk:
        baris.tanpa_baris = not (baris.hasil or baris.perubahan or (disebut and baris.kunci in disebut))
        if baris.perubahan:
            rencana.ubah.append(baris)
        if not baris.ulang:
            _usulkan(baris, rencana)
    return rencana


def _usulkan(baris: Baris, rencana: Rencana) -> None:
    """Give a row its usulan, and its person where nobody knew him; a plain row refers to neither again."""
    nilai = baris.nilai
    pembawa = "no_rekening" in nilai or "no_kks" in nilai or "nama_wali" in nilai
    baris.tanpa_baris = baris.tanpa_baris and not pembawa
    if baris.orang_id is None:
        baris.orang_baru = True
        if not baris.tanpa_baris:
            baris.orang_id = id_baru()
        rencana.orang.append(baris)
    if not baris.tanpa_baris:
        baris.usulan_id = id_baru()
        _rekening(baris, rencana)
        baris.wali_id = _wali(baris, rencana)
    rencana.usulan.append(baris)


def _orang(kunci: str | UUID, baris: Baris) -> tuple[Any, ...]:
    """Return the values of `_KOLOM_ORANG`."""
    isi = baris.nilai.get
    nama = isi("nama", "")
    return (
        kunci,
        nama,
        baris.cari or nama_cari(nama),
        baris.nik or None,
        baris.no_kk or None,
        baris.jenis_kelamin or None,
        baris.lahir,
        baris.kode_desa or None,
        desil(tertulis) if (tertulis := isi("desil")) else None,
        isi("tempat_lahir", ""),
        isi("nama_ibu", ""),
        isi("status_kawin", ""),
        isi("pekerjaan", ""),
        isi("shdk", ""),
        isi("alamat", ""),
        isi("dusun", ""),
        isi("rt", ""),
        isi("rw", ""),
        isi("telepon", ""),
        isi("ragam_disabilitas", ""),
        isi("id_dtks", ""),
    )


def _rekening(baris: Baris, rencana: Rencana) -> None:
    nilai, orang_id = baris.nilai, baris.orang_id
    for bidang, jenis in (("no_rekening", "rekening"), ("no_kks", "kks")):
        nomor = nilai.get(bidang)
        if not nomor or orang_id is None or (orang_id, nomor) in rencana.rekening_lama:
            continue
        baris.ikutan = (*baris.ikutan, id_baru())
        rencana.rekening.append(
            {
                "id": baris.ikutan[-1],
                "orang_id": orang_id,
                "bank": nilai.get("bank", ""),
                "nomor": nomor,
                "atas_nama": nilai.get("nama_rekening", ""),
                "jenis": jenis,
            }
        )


def _wali(baris: Baris, rencana: Rencana) -> UUID | None:
    """Give the wali that the row names; one who is already known for the person is not written again."""
    nilai, orang_id = baris.nilai, baris.orang_id
    nama = nilai.get("nama_wali", "")
    if not nama or orang_id is None:
        return None
    ada = rencana.wali_lama.get(orang_id, {}).get(nama_cari(nama))
    if ada:
        return ada
    nik = nilai.get("nik_wali", "")
    wali_id = id_baru()
    baru = {
        "id": wali_id,
        "orang_id": orang_id,
        "nama": nama,
        "nik": nik if len(nik) == 16 and nik.isdigit() else None,
        "hubungan": nilai.get("hubungan_wali", ""),
        "telepon": nilai.get("telepon_wali", ""),
        "sejak": rencana.hari_ini,
    }
    rencana.wali.append(baru)
    baris.ikutan = (*baris.ikutan, wali_id)
    return wali_id


def _wali_kini(kerja: Kerja, ids: Iterable[UUID]) -> dict[UUID, dict[str, UUID]]:
    kini: dict[UUID, dict[str, UUID]] = {}
    kueri = sa.select(col(Wali.orang_id), col(Wali.nama), col(Wali.id)).where(col(Wali.sampai).is_(None))
    for bagian in potong(sorted(ids)):
        for orang_id, nama, wali_id in baca(kerja, kueri.where(col(Wali.orang_id).in_(bagian))):
            kini.setdefault(orang_id, {})[nama_cari(nama)] = wali_id
    return kini


def _rekening_kini(kerja: Kerja, ids: Iterable[UUID]) -> set[tuple[UUID, str]]:
    kueri = sa.select(col(Rekening.orang_id), col(Rekening.nomor))
    return {
        (b[0], b[1])
        for bagian in potong(sorted(ids))
        for b in baca(kerja, kueri.where(col(Rekening.orang_id).in_(bagian)))
    }


def _usulan_ditolak_sistem(kerja: Kerja, ids: Iterable[UUID]) -> dict[UUID, UUID]:
    """Return the last usulan of each person that SIKS-NG refused: a mended one is linked to it (dtks step 5)."""
    kueri = sa.select(col(Usulan.orang_id), col(Usulan.id)).where(
        col(Usulan.status) == StatusUsulan.DITOLAK_SISTEM.value
    )
    hasil: dict[UUID, UUID] = {}
    for bagian in potong(sorted(ids)):
        baris = baca(kerja, kueri.where(col(Usulan.orang_id).in_(bagian)).order_by(col(Usulan.urut)))
        hasil.update((b[0], b[1]) for b in baris)
    return hasil
