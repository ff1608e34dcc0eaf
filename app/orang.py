"""Data PM/KPM: finding a person as one types, one person's page, and correcting who someone is.

A NIK is an attribute that may be wrong: a correction keeps the old value with its reason. No. KK has a history of its
own, because families split and move.
"""

from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import and_, func, or_
from sqlmodel import col, select
from sqlmodel.sql.expression import SelectOfScalar

from app import identitas, jejak, wilayah
from app.akses import Hak, wajib
from app.dokumen.isi import bertahun
from app.jejak import BarisJejak
from app.kerja import Kerja
from db import pencarian
from db.galat import KnownError
from db.istilah import TERSALUR, HasilSalur, StatusUsulan
from db.model import (
    Alokasi,
    Kegiatan,
    Orang,
    Penerima,
    Penyaluran,
    RiwayatIdentitas,
    RiwayatKk,
    Tahap,
    TautanLampiran,
    Usulan,
    Wali,
)
from db.model.naskah import Lampiran

DIGIT_CARI = 4  # fewer digits would match half the store


@dataclass(frozen=True)
class DataOrang:
    """What is known of a person. Dates are dates, identifiers text of digits, `kode_desa` a region code."""

    nama: str
    nik: str | None = None
    no_kk: str | None = None
    jenis_kelamin: str | None = None
    tempat_lahir: str = ""
    tanggal_lahir: date | None = None
    nama_ibu: str = ""
    status_kawin: str = ""
    pekerjaan: str = ""
    shdk: str = ""
    alamat: str = ""
    dusun: str = ""
    rt: str = ""
    rw: str = ""
    kode_desa: str | None = None
    telepon: str = ""
    ragam_disabilitas: str = ""
    id_dtks: str = ""
    desil: int | None = None
    meninggal_pada: date | None = None
    pindah_pada: date | None = None
    catatan: str = ""


BIDANG = tuple(f.name for f in fields(DataOrang))


@dataclass(frozen=True)
class RingkasanOrang:
    """One line of the search: identifiers in full, the screen masks them."""

    id: UUID
    urut: int
    nama: str
    nama_cari: str
    nik: str | None
    no_kk: str | None
    tanggal_lahir: date | None
    kode_desa: str | None
    desa: str
    banyak_usulan: int


@dataclass(frozen=True)
class UsulanOrang:
    """One proposal of a person and what came of it."""

    usulan_id: UUID
    kegiatan_id: UUID
    kegiatan: str
    tahun: int
    status: StatusUsulan
    kategori: str
    alasan: str


@dataclass(frozen=True)
class BantuanOrang:
    """One aid in one tahap: owed, and what the last act of hand-over said. Rupiah."""

    kegiatan_id: UUID
    kegiatan: str
    tahun: int
    tahap: str
    nominal: int | None
    hasil: HasilSalur | None
    tanggal: date | None
    diterima: bool


@dataclass(frozen=True)
class KoreksiOrang:
    """A correction of an identity field."""

    bidang: str
    lama: str
    baru: str
    alasan: str
    pada: datetime


@dataclass(frozen=True)
class AnggotaKeluarga:
    """Someone with the same No. KK, or a wali."""

    orang_id: UUID | None
    nama: str
    hubungan: str
    nik: str | None


@dataclass(frozen=True)
class BerkasOrang:
    """A paper kept for a person."""

    lampiran_id: UUID
    nama: str
    keterangan: str


@dataclass(frozen=True)
class HalamanOrang:
    """Everything one person's page shows."""

    id: UUID
    data: DataOrang
    desa: str
    keluarga: tuple[AnggotaKeluarga, ...]
    wali: tuple[AnggotaKeluarga, ...]
    usulan: tuple[UsulanOrang, ...]
    bantuan: tuple[BantuanOrang, ...]
    koreksi: tuple[KoreksiOrang, ...]
    berkas: tuple[BerkasOrang, ...]
    jejak: tuple[BarisJejak, ...]


def cari_orang(
    kerja: Kerja,
    teks: str = "",
    *,
    desa: str | None = None,
    kegiatan_id: UUID | None = None,
    setelah: tuple[str, int] | None = None,
    batas: int = 100,
) -> list[RingkasanOrang]:
    """Find people by the beginning of a NIK or No. KK, or by words of the name; without words, everyone by name.

    Args:
        desa: only this desa, or every desa below a shorter code.
        setelah: `(nama_cari, urut)` of the last line of the page before; pages cost the same at any depth.
    """
    kueri = select(Orang).where(col(Orang.digabung_ke).is_(None))
    angka = identitas.rapikan_angka(teks)
    if len(angka) >= DIGIT_CARI and angka.isdigit():
        atas = angka + ":"  # the character after "9"
        kueri = kueri.where(
            or_(
                and_(col(Orang.nik) >= angka, col(Orang.nik) < atas),
                and_(col(Orang.no_kk) >= angka, col(Orang.no_kk) < atas),
            )
        )
    elif teks.strip():
        kueri = kueri.where(col(Orang.nomor_cari).in_(pencarian.nomor_orang(teks)))
    if desa:
        kueri = kueri.where(or_(col(Orang.kode_desa) == desa, col(Orang.kode_desa).startswith(desa + ".")))
    if kegiatan_id:
        kueri = kueri.where(col(Orang.id).in_(select(Usulan.orang_id).where(Usulan.kegiatan_id == kegiatan_id)))
    if setelah:
        nama, urut = setelah
        sesudah = and_(col(Orang.nama_cari) == nama, col(Orang.urut) > urut)
        kueri = kueri.where(or_(col(Orang.nama_cari) > nama, sesudah))
    return _ringkas(kerja, kueri.order_by(col(Orang.nama_cari), col(Orang.urut)).limit(batas))


def _ringkas(kerja: Kerja, kueri: SelectOfScalar[Orang]) -> list[RingkasanOrang]:
    orang = kerja.sesi.exec(kueri).all()
    banyak = dict(
        kerja.sesi.exec(
            select(Usulan.orang_id, func.count())
            .where(col(Usulan.orang_id).in_([o.id for o in orang]), Usulan.status != StatusUsulan.DITARIK)
            .group_by(col(Usulan.orang_id))
        ).all()
    )
    return [
        RingkasanOrang(
            o.id,
            o.urut,
            o.nama,
            o.nama_cari,
            o.nik,
            o.no_kk,
            o.tanggal_lahir,
            o.kode_desa,
            nama_desa(o.kode_desa),
            banyak.get(o.id, 0),
        )
        for o in orang
    ]


def nama_desa(kode: str | None) -> str:
    """Return the desa's name; empty when unknown."""
    daerah = wilayah.cari_kode(kode) if kode else None
    return daerah.nama if daerah else ""


def pilihan_kegiatan(kerja: Kerja) -> list[tuple[UUID, str]]:
    """Return the kegiatan to search in, as (id, name with year), the newest first."""
    kueri = select(Kegiatan).where(Kegiatan.kantor_id == kerja.kantor.id).order_by(col(Kegiatan.urut).desc())
    return [(k.id, bertahun(k.nama, k.tahun)) for k in kerja.sesi.exec(kueri)]


def banyak_orang(kerja: Kerja) -> int:
    """Return how many people the store knows."""
    return kerja.sesi.exec(select(func.count()).select_from(Orang).where(col(Orang.digabung_ke).is_(None))).one()


def lihat_orang(kerja: Kerja, orang_id: UUID) -> HalamanOrang:
    """Return one person's page. Looking at it in full is noted by `buka_identitas`.

    Raises:
        KnownError: `orang_tidak_ada`.
    """
    o = _ambil(kerja, orang_id)
    return HalamanOrang(
        o.id,
        _data(o),
        nama_desa(o.kode_desa),
        tuple(_keluarga(kerja, o)),
        tuple(_wali(kerja, o.id)),
        tuple(_usulan(kerja, o.id)),
        tuple(_bantuan(kerja, o.id)),
        tuple(_koreksi(kerja, o.id)),
        tuple(_berkas(kerja, o.id)),
        tuple(jejak.riwayat(kerja, objek_id=o.id, batas=50)),
    )


def buka_identitas(kerja: Kerja, orang_id: UUID) -> tuple[str | None, str | None]:
    """Return NIK and No. KK in full and note who looked.

    Raises:
        KnownError: `tidak_berwenang`, `orang_tidak_ada`.
    """
    wajib(kerja, Hak.IDENTITAS)
    o = _ambil(kerja, orang_id)
    jejak.catat(kerja, "buka_identitas", objek="orang", objek_id=orang_id)
    return o.nik, o.no_kk


def orang_baru(kerja: Kerja, data: DataOrang) -> UUID:
    """Add a person by hand (counter, verification).

    Raises:
        KnownError: `isian_kosong`, `nik_tidak_16`, `no_kk_tidak_16`, `nik_sudah_dipakai` (same NIK, other person).
    """
    wajib(kerja, Hak.IMPOR)
    _periksa(kerja, data, None)
    o = Orang(**vars(data), nama_cari=identitas.nama_cari(data.nama))
    kerja.sesi.add(o)
    kerja.sesi.flush()
    if data.no_kk:
        kerja.sesi.add(RiwayatKk(orang_id=o.id, no_kk=data.no_kk, shdk=data.shdk, sejak=kerja.hari_ini()))
    jejak.catat(kerja, "orang_baru", objek="orang", objek_id=o.id)
    return o.id


def koreksi_orang(kerja: Kerja, orang_id: UUID, *, alasan: str, **baru: Any) -> tuple[str, ...]:
    """Change fields of a person; old values stay with the reason. Return the names of the changed fields.

    Raises:
        KnownError: `alasan_kosong`, `orang_tidak_ada`, and those of `orang_baru`.
    """
    wajib(kerja, Hak.VERIFIKASI)
    if not alasan.strip():
        raise KnownError("alasan_kosong")
    o = _ambil(kerja, orang_id)
    data = DataOrang(**(vars(_data(o)) | baru))
    _periksa(kerja, data, orang_id)
    berubah = tuple(b for b in BIDANG if getattr(o, b) != getattr(data, b))
    for bidang in berubah:
        _catat_koreksi(kerja, o, bidang, getattr(data, bidang), alasan)
        setattr(o, bidang, getattr(data, bidang))
    o.nama_cari = identitas.nama_cari(o.nama)
    jejak.catat(kerja, "koreksi_orang", objek="orang", objek_id=orang_id, bidang=berubah, alasan=alasan)
    return berubah


def tautkan_berkas(kerja: Kerja, orang_id: UUID, isi: bytes, nama: str, keterangan: str = "") -> UUID:
    """Keep a scan or photograph for a person."""
    wajib(kerja, Hak.VERIFIKASI)
    lampiran_id = kerja.simpan_lampiran(isi, nama)
    kerja.sesi.add(TautanLampiran(lampiran_id=lampiran_id, objek="orang", objek_id=orang_id, keterangan=keterangan))
    jejak.catat(kerja, "tautkan_berkas", objek="orang", objek_id=orang_id, berkas=nama)
    return lampiran_id


def catat_wali(
    kerja: Kerja, orang_id: UUID, *, nama: str, nik: str | None = None, hubungan: str = "", telepon: str = ""
) -> UUID:
    """Say who receives for a minor or someone who cannot; the wali before stays as history.

    Raises:
        KnownError: `tidak_berwenang`, `isian_kosong`, `orang_tidak_ada`.
    """
    wajib(kerja, Hak.VERIFIKASI)
    _ambil(kerja, orang_id)
    if not nama.strip():
        raise KnownError("isian_kosong", bidang="nama wali")
    for lama in _wali_kini(kerja, orang_id):
        lama.sampai = kerja.hari_ini()
    w = Wali(orang_id=orang_id, nama=nama, nik=nik, hubungan=hubungan, telepon=telepon, sejak=kerja.hari_ini())
    kerja.sesi.add(w)
    kerja.sesi.flush()
    jejak.catat(kerja, "catat_wali", objek="orang", objek_id=orang_id)
    return w.id


def _ambil(kerja: Kerja, orang_id: UUID) -> Orang:
    o = kerja.sesi.get(Orang, orang_id)
    if o is None:
        raise KnownError("orang_tidak_ada")
    return o


def _periksa(kerja: Kerja, data: DataOrang, orang_id: UUID | None) -> None:
    if not data.nama.strip():
        raise KnownError("isian_kosong", bidang="nama")
    if data.nik is not None and not _enam_belas(data.nik):
        raise KnownError("nik_tidak_16")
    if data.no_kk is not None and not _enam_belas(data.no_kk):
        raise KnownError("no_kk_tidak_16")
    if data.nik and orang_id is None:
        lain = kerja.sesi.exec(select(Orang).where(Orang.nik == data.nik)).first()
        if lain is not None:
            raise KnownError("nik_sudah_dipakai", nama=lain.nama)


def _enam_belas(nomor: str) -> bool:
    return len(nomor) == identitas.PANJANG_NIK and nomor.isdigit()


def _catat_koreksi(kerja: Kerja, o: Orang, bidang: str, nilai: Any, alasan: str) -> None:
    lama = getattr(o, bidang)
    kerja.sesi.add(
        RiwayatIdentitas(
            orang_id=o.id,
            bidang=bidang,
            lama="" if lama is None else str(lama),
            baru="" if nilai is None else str(nilai),
            alasan=alasan,
            akun_id=kerja.pelaku.akun_id,
        )
    )
    if bidang == "no_kk" and nilai:
        for kk in kerja.sesi.exec(select(RiwayatKk).where(RiwayatKk.orang_id == o.id, col(RiwayatKk.sampai).is_(None))):
            kk.sampai = kerja.hari_ini()
        kerja.sesi.add(RiwayatKk(orang_id=o.id, no_kk=nilai, shdk=o.shdk, sejak=kerja.hari_ini()))


def _data(o: Orang) -> DataOrang:
    return DataOrang(**{b: getattr(o, b) for b in BIDANG})


def _keluarga(kerja: Kerja, o: Orang) -> list[AnggotaKeluarga]:
    if not o.no_kk:
        return []
    kueri = select(Orang).where(Orang.no_kk == o.no_kk, Orang.id != o.id).order_by(col(Orang.urut))
    return [AnggotaKeluarga(a.id, a.nama, a.shdk, a.nik) for a in kerja.sesi.exec(kueri)]


def _wali_kini(kerja: Kerja, orang_id: UUID) -> list[Wali]:
    return list(kerja.sesi.exec(select(Wali).where(Wali.orang_id == orang_id, col(Wali.sampai).is_(None))))


def _wali(kerja: Kerja, orang_id: UUID) -> list[AnggotaKeluarga]:
    return [AnggotaKeluarga(w.wali_orang_id, w.nama, w.hubungan, w.nik) for w in _wali_kini(kerja, orang_id)]


def _usulan(kerja: Kerja, orang_id: UUID) -> list[UsulanOrang]:
    kueri = (
        select(Usulan, Kegiatan)
        .join(Kegiatan, col(Kegiatan.id) == Usulan.kegiatan_id)
        .where(Usulan.orang_id == orang_id)
        .order_by(col(Usulan.urut).desc())
    )
    return [
        UsulanOrang(u.id, k.id, k.nama, k.tahun, StatusUsulan(u.status), u.kategori, u.alasan)
        for u, k in kerja.sesi.exec(kueri)
    ]


def _bantuan(kerja: Kerja, orang_id: UUID) -> list[BantuanOrang]:
    kueri = (
        select(Alokasi, Tahap, Kegiatan)
        .join(Penerima, col(Penerima.id) == Alokasi.penerima_id)
        .join(Tahap, col(Tahap.id) == Alokasi.tahap_id)
        .join(Kegiatan, col(Kegiatan.id) == Alokasi.kegiatan_id)
        .where(Penerima.orang_id == orang_id, col(Alokasi.batal).is_(False))
        .order_by(col(Alokasi.urut).desc())
    )
    return [_satu_bantuan(kerja, a, t, k) for a, t, k in kerja.sesi.exec(kueri)]


def _satu_bantuan(kerja: Kerja, a: Alokasi, t: Tahap, k: Kegiatan) -> BantuanOrang:
    ditarik = select(Penyaluran.koreksi_dari).where(col(Penyaluran.koreksi_dari).is_not(None))
    akhir = kerja.sesi.exec(
        select(Penyaluran)
        .where(
            Penyaluran.alokasi_id == a.id,
            Penyaluran.hasil != HasilSalur.BATAL_CATAT,
            col(Penyaluran.id).not_in(ditarik),
        )
        .order_by(col(Penyaluran.urut).desc())
        .limit(1)
    ).first()
    hasil = HasilSalur(akhir.hasil) if akhir else None
    return BantuanOrang(
        k.id, k.nama, k.tahun, t.nama, a.nominal, hasil, akhir.tanggal if akhir else None, hasil in TERSALUR
    )


def _koreksi(kerja: Kerja, orang_id: UUID) -> list[KoreksiOrang]:
    baris = kerja.sesi.exec(
        select(RiwayatIdentitas)
        .where(RiwayatIdentitas.orang_id == orang_id)
        .order_by(col(RiwayatIdentitas.urut).desc())
    )
    return [KoreksiOrang(r.bidang, r.lama, r.baru, r.alasan, r.dibuat_pada) for r in baris]


def _berkas(kerja: Kerja, orang_id: UUID) -> list[BerkasOrang]:
    kueri = (
        select(TautanLampiran, Lampiran)
        .join(Lampiran, col(Lampiran.id) == TautanLampiran.lampiran_id)
        .where(TautanLampiran.objek == "orang", TautanLampiran.objek_id == orang_id)
        .order_by(col(TautanLampiran.urut))
    )
    return [BerkasOrang(lamp.id, lamp.nama, t.keterangan) for t, lamp in kerja.sesi.exec(kueri)]
