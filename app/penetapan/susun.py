"""Freezing the list: a draft version of who is layak, with what is known of each on that day.

A draft may be made anew as often as needed; a decree makes it final (`app.penetapan.sah`). People without a NIK stay
out unless named with the letter that excuses it.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, func, select

from app import jejak
from app.akses import Hak, wajib
from app.kelayakan import baca_aturan
from app.kerja import Kerja
from app.pijakan import (
    baca,
    daftar_tahap,
    isi_wajib,
    kegiatan_berjalan,
    lihat_kegiatan,
    penetapan_sah,
    potong,
    wajib_sah,
)
from db.galat import KnownError
from db.istilah import JenisPenetapan, StatusPenetapan, StatusUsulan
from db.model import Alokasi, Kegiatan, Orang, Penerima, Penetapan, Rekening, Tahap, Usulan, Wali


@dataclass(frozen=True, slots=True)
class Calon:
    """Someone who may come onto the list: the snapshot that a recipient's row will hold."""

    usulan_id: UUID
    orang_id: UUID
    nama: str
    nik: str | None
    no_kk: str | None
    alamat: str
    kode_desa: str
    kategori: str
    nominal_khusus: int | None  # rupiah per tahap, where the usulan has its own
    meninggal: bool
    urutan: tuple[str, str, int]
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class CalonBermasalah:
    """Someone layak who cannot come onto the list as things stand."""

    usulan_id: UUID
    nama: str
    kode_desa: str


@dataclass(frozen=True, slots=True)
class PeriksaCalon:
    """What to look at before the list is frozen.

    Attributes:
        layak: people who would be on it (without those of `tanpa_nik` and `ganda`).
        belum_diputuskan: usulan still without an answer.
        ganda: a second usulan of someone who is on the list already.
        meninggal: on the list although recorded as dead.
        nominal: rupiah over all tahap.
        lebih_kuota, lebih_pagu: by how much the list exceeds quota (persons) and budget (rupiah); 0 when it does not.
        tanpa_desa: on the list without a desa, so on no paper that is made per desa.
        lebih_kuota_desa: by how many persons the list exceeds a desa's own quota, by its code.
    """

    layak: int
    belum_diputuskan: int
    tanpa_nik: tuple[CalonBermasalah, ...]
    ganda: tuple[CalonBermasalah, ...]
    meninggal: tuple[CalonBermasalah, ...]
    nominal: int
    lebih_kuota: int
    lebih_pagu: int
    tanpa_desa: tuple[CalonBermasalah, ...] = ()
    lebih_kuota_desa: Mapping[str, int] = field(default_factory=dict)


def periksa_calon(kerja: Kerja, kegiatan_id: UUID) -> PeriksaCalon:
    """Say who would be on the list and what stands against it, without writing anything.

    Raises:
        KnownError: `kegiatan_tidak_ada`.
    """
    kegiatan = lihat_kegiatan(kerja, kegiatan_id)
    calon, ganda = _tanpa_ganda(muat_calon(kerja, kegiatan_id))
    masuk = [c for c in calon if c.nik]
    nominal = jumlah_nominal(kegiatan, daftar_tahap(kerja, kegiatan_id), masuk)
    belum = select(func.count()).where(Usulan.kegiatan_id == kegiatan_id, Usulan.status == StatusUsulan.DIUSULKAN.value)
    return PeriksaCalon(
        len(masuk),
        kerja.sesi.exec(belum).one(),
        _bermasalah(c for c in calon if not c.nik),
        _bermasalah(ganda),
        _bermasalah(c for c in masuk if c.meninggal),
        nominal,
        max(0, len(masuk) - kegiatan.kuota) if kegiatan.kuota is not None else 0,
        max(0, nominal - kegiatan.pagu) if kegiatan.pagu is not None else 0,
        _bermasalah(c for c in masuk if not c.kode_desa),
        _lebih_kuota_desa(kegiatan, masuk),
    )


def _lebih_kuota_desa(kegiatan: Kegiatan, masuk: Iterable[Calon]) -> dict[str, int]:
    kuota = baca_aturan(kegiatan.aturan).kuota_desa
    per_desa = Counter(c.kode_desa for c in masuk)
    return {desa: lebih for desa, batas in kuota.items() if (lebih := per_desa[desa] - batas) > 0}


def susun_penetapan(kerja: Kerja, kegiatan_id: UUID, *, pengecualian: Mapping[UUID, str] | None = None) -> UUID:
    """Freeze the layak usulan into the draft of the first decree; an earlier draft is replaced.

    Args:
        pengecualian: usulan without NIK that come onto the list all the same, each with its letter.

    Returns:
        The draft's id.

    Raises:
        KnownError: `tidak_berwenang`, `penetapan_sudah_sah`, `tidak_ada_yang_layak`, `isian_kosong`,
            `kegiatan_ditutup`.
    """
    wajib(kerja, Hak.PENETAPAN)
    kegiatan = kegiatan_berjalan(kerja, kegiatan_id)
    if (sah := penetapan_sah(kerja, kegiatan_id)) is not None:
        raise KnownError("penetapan_sudah_sah", nomor=sah.nomor)
    kecuali = _periksa_pengecualian(pengecualian or {})
    calon, _ = _tanpa_ganda(muat_calon(kerja, kegiatan_id))
    masuk = [c for c in calon if c.nik or c.usulan_id in kecuali]
    draf = tulis_draf(kerja, kegiatan, JenisPenetapan.AWAL, masuk, kecuali)
    jejak.catat(
        kerja, "susun_penetapan", objek="penetapan", objek_id=draf.id, kegiatan_id=kegiatan_id,
        versi=draf.nomor_versi, orang=len(masuk), tanpa_nik=len(calon) - len(masuk), pengecualian=len(kecuali),
    )  # fmt: skip
    return draf.id


def susun_perubahan(
    kerja: Kerja,
    kegiatan_id: UUID,
    *,
    batal: Mapping[UUID, str] | None = None,
    tambah: Collection[UUID] = (),
    pengecualian: Mapping[UUID, str] | None = None,
) -> UUID:
    """Freeze the draft of an SK Perubahan: the list in force without `batal`, with `tambah`, data as of today.

    Nobody gains or loses anything before the SK Perubahan is recorded: a berita acara alone is not enough.

    Args:
        batal: recipients (ids of the version in force) who leave, each with the reason.
        tambah: usulan that come onto it; each must be layak.
        pengecualian: as in `susun_penetapan`.

    Raises:
        KnownError: `tidak_berwenang`, `penetapan_belum_sah`, `isian_kosong`, `penerima_tidak_ada`,
            `usulan_belum_layak`, `nik_wajib`, `tidak_ada_yang_layak`, `kegiatan_ditutup`.
    """
    wajib(kerja, Hak.PENETAPAN)
    kegiatan = kegiatan_berjalan(kerja, kegiatan_id)
    lama = wajib_sah(kerja, kegiatan_id)
    keluar = dict(batal or {})
    for alasan in keluar.values():
        isi_wajib({"alasan pembatalan": alasan})
    di_sk = kerja.sesi.exec(select(Penerima).where(Penerima.penetapan_id == lama.id)).all()
    if set(keluar) - {p.id for p in di_sk}:
        raise KnownError("penerima_tidak_ada")
    tinggal = [p for p in di_sk if p.id not in keluar]
    kecuali = {p.usulan_id: p.pengecualian for p in tinggal if p.usulan_id and p.pengecualian}
    kecuali |= _periksa_pengecualian(pengecualian or {})
    masuk = _susun_ulang(kerja, kegiatan_id, tinggal, tambah, kecuali)
    draf = tulis_draf(kerja, kegiatan, JenisPenetapan.PERUBAHAN, masuk, kecuali)
    _catat_alasan(kerja, kegiatan_id, keluar)
    jejak.catat(
        kerja, "susun_perubahan", objek="penetapan", objek_id=draf.id, kegiatan_id=kegiatan_id,
        versi=draf.nomor_versi, orang=len(masuk), batal=len(keluar), tambah=len(tambah),
    )  # fmt: skip
    return draf.id


def hapus_draf(kerja: Kerja, kegiatan_id: UUID) -> None:
    """Throw the draft away; the list in force is not touched."""
    wajib(kerja, Hak.PENETAPAN)
    kegiatan_berjalan(kerja, kegiatan_id)
    if (draf := draf_baris(kerja, kegiatan_id)) is not None:
        _kosongkan(kerja, draf)
        kerja.sesi.delete(draf)
        _catat_alasan(kerja, kegiatan_id, {})
        jejak.catat(kerja, "hapus_draf_penetapan", objek="penetapan", objek_id=draf.id, kegiatan_id=kegiatan_id)


def draf_baris(kerja: Kerja, kegiatan_id: UUID) -> Penetapan | None:
    """Return the draft's row, if there is a draft."""
    return kerja.sesi.exec(
        select(Penetapan).where(Penetapan.kegiatan_id == kegiatan_id, Penetapan.status == StatusPenetapan.DRAF.value)
    ).first()


_desa_calon = sa.func.coalesce(sa.func.nullif(col(Usulan.kode_desa), ""), col(Orang.kode_desa), "")
"""The desa under which a usulan stands: its own, else the person's."""


def desa_calon(kerja: Kerja, kegiatan_id: UUID, status: Collection[StatusUsulan]) -> list[str]:
    """Return the desa that have usulan of these statuses, in order; an empty code for those of none."""
    kueri = (
        sa.select(_desa_calon)
        .select_from(Usulan)
        .join(Orang, col(Orang.id) == Usulan.orang_id)
        .where(col(Usulan.kegiatan_id) == kegiatan_id, col(Usulan.status).in_([s.value for s in status]))
    )
    return sorted(kode for (kode,) in baca(kerja, kueri.distinct()))


def muat_calon(
    kerja: Kerja,
    kegiatan_id: UUID,
    ids: Collection[UUID] | None = None,
    status: Collection[StatusUsulan] = (StatusUsulan.LAYAK,),
    desa: str | None = None,
) -> list[Calon]:
    """Return usulan of these statuses (only `ids`, or of one desa, if given) as they are today, by desa and name."""
    kueri = (
        sa.select(Usulan, Orang, Wali)
        .join(Orang, col(Orang.id) == Usulan.orang_id)
        .outerjoin(Wali, col(Wali.id) == Usulan.wali_id)
        .where(col(Usulan.kegiatan_id) == kegiatan_id, col(Usulan.status).in_([s.value for s in status]))
    )
    if desa is not None:
        kueri = kueri.where(_desa_calon == desa)
    if ids is None:
        baris = list(baca(kerja, kueri))
    else:
        baris = [b for bagian in potong(ids) for b in baca(kerja, kueri.where(col(Usulan.id).in_(bagian)))]
    rekening = _rekening(kerja, [o.id for _, o, _ in baris])
    return sorted((_calon(u, o, w, rekening.get(o.id)) for u, o, w in baris), key=lambda c: c.urutan)


def tulis_draf(
    kerja: Kerja, kegiatan: Kegiatan, jenis: JenisPenetapan, calon: list[Calon], kecuali: Mapping[UUID, str]
) -> Penetapan:
    """Write the draft version with its recipients, numbered in the order given.

    Raises:
        KnownError: `tidak_ada_yang_layak`.
    """
    if not calon:
        raise KnownError("tidak_ada_yang_layak")
    draf = draf_baris(kerja, kegiatan.id)
    if draf is None:
        akhir = select(func.max(Penetapan.nomor_versi)).where(Penetapan.kegiatan_id == kegiatan.id)
        draf = Penetapan(kegiatan_id=kegiatan.id, nomor_versi=(kerja.sesi.exec(akhir).one() or 0) + 1)
        kerja.sesi.add(draf)
    else:
        _kosongkan(kerja, draf)
    draf.jenis, draf.jumlah_orang = jenis.value, len(calon)
    draf.jumlah_nominal = jumlah_nominal(kegiatan, daftar_tahap(kerja, kegiatan.id), calon)
    kerja.sesi.flush()
    kerja.sisip_banyak(Penerima, _baris_penerima(draf, kegiatan, calon, kecuali))
    return draf


def sesuaikan_draf(kerja: Kerja, kegiatan: Kegiatan) -> None:
    """Bring the amounts of a waiting draft in line with the kegiatan and its tahap, which changed."""
    draf = draf_baris(kerja, kegiatan.id)
    if draf is None:
        return
    kerja.sesi.flush()
    tahap, jumlah = daftar_tahap(kerja, kegiatan.id), 0
    for penerima in kerja.sesi.exec(select(Penerima).where(Penerima.penetapan_id == draf.id)):
        khusus = penerima.data.get("nominal_khusus")
        penerima.nominal = khusus if khusus is not None else kegiatan.nominal
        jumlah += sum(nominal_tahap(kegiatan, t, khusus) or 0 for t in tahap)
    draf.jumlah_nominal = jumlah


def nominal_tahap(kegiatan: Kegiatan, tahap: Tahap, khusus: int | None) -> int | None:
    """Return what one person gets in one tahap, rupiah: their own amount, else the tahap's, else the kegiatan's."""
    if khusus is not None:
        return khusus
    return tahap.nominal if tahap.nominal is not None else kegiatan.nominal


def jumlah_nominal(kegiatan: Kegiatan, tahap: Iterable[Tahap], calon: Collection[Calon]) -> int:
    """Add up what a list costs over all tahap, rupiah; nothing where the SOP hands nothing over."""
    if kegiatan.jenis_bantuan is None:
        return 0
    return sum(nominal_tahap(kegiatan, t, c.nominal_khusus) or 0 for t in tahap for c in calon)


def _periksa_pengecualian(pengecualian: Mapping[UUID, str]) -> dict[UUID, str]:
    for surat in pengecualian.values():
        isi_wajib({"surat pengecualian": surat})
    return dict(pengecualian)


def _tanpa_ganda(calon: Iterable[Calon]) -> tuple[list[Calon], list[Calon]]:
    satu: dict[UUID, Calon] = {}
    ganda = [c for c in calon if satu.setdefault(c.orang_id, c) is not c]
    return list(satu.values()), ganda


def _bermasalah(calon: Iterable[Calon]) -> tuple[CalonBermasalah, ...]:
    return tuple(CalonBermasalah(c.usulan_id, c.nama, c.kode_desa) for c in calon)


def _susun_ulang(
    kerja: Kerja, kegiatan_id: UUID, tinggal: list[Penerima], tambah: Collection[UUID], kecuali: Mapping[UUID, str]
) -> list[Calon]:
    """Return those who stay and those who come, as they are today."""
    semua = tuple(StatusUsulan)
    lama = muat_calon(kerja, kegiatan_id, [p.usulan_id for p in tinggal if p.usulan_id], semua)
    baru = muat_calon(kerja, kegiatan_id, tambah)
    if len(baru) < len(set(tambah)):
        raise KnownError("usulan_belum_layak", jumlah=len(set(tambah)) - len(baru))
    for c in baru:
        if not c.nik and c.usulan_id not in kecuali:
            raise KnownError("nik_wajib", nama=c.nama)
    gabung, _ = _tanpa_ganda([*lama, *baru])
    return sorted(gabung, key=lambda c: c.urutan)


def _catat_alasan(kerja: Kerja, kegiatan_id: UUID, keluar: Mapping[UUID, str]) -> None:
    """Keep the reasons on the allocations that the SK Perubahan will take off; those of an earlier draft go."""
    lama = select(Alokasi).where(
        Alokasi.kegiatan_id == kegiatan_id, col(Alokasi.batal).is_(False), Alokasi.alasan_batal != ""
    )
    for alokasi in kerja.sesi.exec(lama):
        alokasi.alasan_batal = ""
    for bagian in potong(keluar):
        for alokasi in kerja.sesi.exec(select(Alokasi).where(col(Alokasi.penerima_id).in_(bagian))):
            alokasi.alasan_batal = keluar[alokasi.penerima_id].strip() if not alokasi.batal else alokasi.alasan_batal
    kerja.sesi.flush()


def _kosongkan(kerja: Kerja, draf: Penetapan) -> None:
    kerja.sesi.flush()
    kerja.sesi.exec(sa.delete(Penerima).where(col(Penerima.penetapan_id) == draf.id))


def _baris_penerima(
    draf: Penetapan, kegiatan: Kegiatan, calon: list[Calon], kecuali: Mapping[UUID, str]
) -> Iterable[dict[str, Any]]:
    for nomor, c in enumerate(calon, 1):
        nominal = c.nominal_khusus if c.nominal_khusus is not None else kegiatan.nominal
        yield {
            "penetapan_id": draf.id, "kegiatan_id": kegiatan.id, "usulan_id": c.usulan_id, "orang_id": c.orang_id,
            "nomor_urut": nomor, "nama": c.nama, "nik": c.nik, "no_kk": c.no_kk, "alamat": c.alamat,
            "kode_desa": c.kode_desa or None, "kategori": c.kategori, "nominal": nominal,
            "data": {**c.data, "nominal_khusus": c.nominal_khusus}, "pengecualian": kecuali.get(c.usulan_id, ""),
        }  # fmt: skip


def _rekening(kerja: Kerja, orang_ids: Collection[UUID]) -> dict[UUID, Rekening]:
    hasil: dict[UUID, Rekening] = {}
    for bagian in potong(orang_ids):
        kueri = select(Rekening).where(col(Rekening.orang_id).in_(bagian), col(Rekening.aktif).is_(True))
        urutan = (col(Rekening.jenis), col(Rekening.urut))  # kks before rekening: the account wins, the newest of it
        hasil |= {r.orang_id: r for r in kerja.sesi.exec(kueri.order_by(*urutan))}
    return hasil


def _calon(u: Usulan, o: Orang, w: Wali | None, r: Rekening | None) -> Calon:
    data = {
        "jenis_kelamin": o.jenis_kelamin, "tempat_lahir": o.tempat_lahir,
        "tanggal_lahir": o.tanggal_lahir.isoformat() if o.tanggal_lahir else None,
        "rt": o.rt, "rw": o.rw, "dusun": o.dusun, "telepon": o.telepon, "ragam_disabilitas": o.ragam_disabilitas,
        "desil": o.desil, "keterangan": u.keterangan,
        "wali": {"nama": w.nama, "nik": w.nik, "hubungan": w.hubungan, "telepon": w.telepon} if w else None,
        "rekening": {"bank": r.bank, "nomor": r.nomor, "atas_nama": r.atas_nama, "jenis": r.jenis} if r else None,
    }  # fmt: skip
    desa = u.kode_desa or o.kode_desa or ""
    return Calon(
        u.id, o.id, o.nama, o.nik, o.no_kk, o.alamat, desa, u.kategori, u.nominal, o.meninggal_pada is not None,
        (desa, o.nama_cari, u.urut), data,
    )  # fmt: skip
