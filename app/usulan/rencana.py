"""What every accepted row of an import becomes: a person, a usulan, their No. KK, account and wali.

Ids are given here, before anything is written, so that rows of different tables can refer to each other and each table
takes one bulk insert.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from app.bahasa.angka import baca_uang
from app.identitas import nama_cari
from app.kerja import Kerja
from app.pijakan import baca, potong
from app.usulan.banding import nilai_orang
from app.usulan.bentuk import Baris, HasilImpor
from app.usulan.pembanding import BIDANG_ORANG
from db.dasar import Baris as TabelBaris
from db.dasar import id_baru
from db.istilah import NasibBaris, StatusUsulan, TujuanImpor
from db.model import Kegiatan, Orang, Rekening, RiwayatKk, Usulan, Wali

_BOLEH_NULL = frozenset({"nik", "no_kk", "jenis_kelamin", "tanggal_lahir", "kode_desa", "desil"})
_TANPA_ISI = {bidang: None if bidang in _BOLEH_NULL else "" for bidang in BIDANG_ORANG}
_BERKOLOM = frozenset(BIDANG_ORANG) | {
    *("kategori", "keterangan", "nominal", "nama_wali", "nik_wali", "hubungan_wali", "telepon_wali"),
    *("no_rekening", "no_kks", "bank", "nama_rekening", "desa", "kecamatan", "kabupaten", "provinsi", "ttl", "rt_rw"),
    "alasan",  # of the rejected-rows workbook, when it comes back
}
"""Fields that have a column of their own somewhere; the others stay with the usulan as they are."""


@dataclass(slots=True)
class Rencana:
    """Who becomes what; `isi` gives the rows of every table in the order in which they refer to each other.

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

    def isi(self) -> Iterator[tuple[type[TabelBaris], Iterator[dict[str, Any]]]]:
        """Yield every table with its rows, made one by one while they are written."""
        yield Orang, map(_orang, self.orang)
        yield RiwayatKk, (catatan_kk(b, self.hari_ini) for b in self.orang if b.no_kk)
        yield Rekening, iter(self.rekening)
        yield Wali, iter(self.wali)
        yield Usulan, (self._usulan(b) for b in self.usulan)

    def _usulan(self, baris: Baris) -> dict[str, Any]:
        nilai = baris.nilai
        jadi = self.hasil.tujuan is TujuanImpor.PENERIMA
        return {
            "id": baris.usulan_id,
            "kegiatan_id": self.hasil.kegiatan_id,
            "orang_id": baris.orang_id,
            "impor_id": self.impor_id,
            "kode_desa": baris.kode_desa,
            "kategori": baris.kategori,
            "status": (StatusUsulan.LAYAK if jadi else StatusUsulan.DIUSULKAN).value,
            "wali_id": baris.wali_id,
            "nominal": baca_uang(nilai["nominal"]) if "nominal" in nilai else None,
            "keterangan": nilai.get("keterangan", ""),
            "perlu_periksa": baris.nasib is NasibBaris.PERLU_PERIKSA,
            "asal_usulan_id": self.asal.get(baris.orang_id) if baris.orang_id else None,
            "data": {b: isi for b, isi in nilai.items() if b not in _BERKOLOM},
        }


def rencanakan(kerja: Kerja, hasil: HasilImpor, kegiatan: Kegiatan, impor_id: UUID) -> Rencana:
    """Decide what every accepted row becomes; ids are given here, so that rows can refer to each other."""
    rencana = Rencana(hasil, impor_id, kerja.hari_ini())
    masuk = [b for b in hasil.baris if not b.ditolak]
    lama = {b.orang_id for b in masuk if b.orang_id}
    rencana.asal = _usulan_ditolak_sistem(kerja, lama) if kegiatan.kode_sop == "dtks" else {}
    rencana.wali_lama = _wali_kini(kerja, lama)
    rencana.rekening_lama = _rekening_kini(kerja, lama)
    for baris in masuk:
        if baris.perubahan:
            rencana.ubah.append(baris)
        if not baris.ulang:
            _usulkan(baris, rencana)
    return rencana


def _usulkan(baris: Baris, rencana: Rencana) -> None:
    """Give a row its usulan, and its person where nobody knew him."""
    if baris.orang_id is None:
        baris.orang_id, baris.orang_baru = id_baru(), True
        rencana.orang.append(baris)
    _rekening(baris, rencana)
    baris.wali_id = _wali(baris, rencana)
    baris.usulan_id = id_baru()
    rencana.usulan.append(baris)


def _orang(baris: Baris) -> dict[str, Any]:
    return {"id": baris.orang_id, "nama_cari": nama_cari(baris.nama), **_TANPA_ISI, **nilai_orang(baris)}


def catatan_kk(baris: Baris, sejak: date) -> dict[str, Any]:
    """Return the line of the No. KK history that a row begins."""
    return {"orang_id": baris.orang_id, "no_kk": baris.no_kk, "shdk": baris.nilai.get("shdk", ""), "sejak": sejak}


def _rekening(baris: Baris, rencana: Rencana) -> None:
    nilai, orang_id = baris.nilai, baris.orang_id
    for bidang, jenis in (("no_rekening", "rekening"), ("no_kks", "kks")):
        nomor = nilai.get(bidang)
        if not nomor or orang_id is None or (orang_id, nomor) in rencana.rekening_lama:
            continue
        baris.ikutan.append(id_baru())
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
    baris.ikutan.append(wali_id)
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
