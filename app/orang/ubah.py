"""Adding a person by hand and putting right who somebody is; what stood there before is kept with its reason."""

from typing import Any
from uuid import UUID

from app import identitas, jejak
from app.akses import Hak, wajib
from app.kerja import Kerja
from app.orang.bentuk import BIDANG, DataOrang, data_orang
from app.orang.lihat import wali_kini
from app.orang.riwayat_kk import ganti_kk
from app.orang.siapa import ambil, kini, pemilik_nik
from db.galat import KnownError
from db.model import Orang, RiwayatIdentitas, TautanLampiran, Wali


def buka_identitas(kerja: Kerja, orang_id: UUID) -> tuple[str | None, str | None]:
    """Return NIK and No. KK in full and note who looked.

    Raises:
        KnownError: `tidak_berwenang`, `orang_tidak_ada`.
    """
    wajib(kerja, Hak.IDENTITAS)
    o = kini(kerja, orang_id)
    jejak.catat(kerja, "buka_identitas", objek="orang", objek_id=o.id)
    return o.nik, o.no_kk


def orang_baru(kerja: Kerja, data: DataOrang) -> UUID:
    """Add a person by hand (counter, verification).

    Raises:
        KnownError: `isian_kosong`, `nik_tidak_16`, `no_kk_tidak_16`, `nik_sudah_dipakai` (same NIK, other person).
    """
    wajib(kerja, Hak.IMPOR)
    _periksa(data)
    if data.nik and (lain := pemilik_nik(kerja, data.nik)) is not None:
        raise KnownError("nik_sudah_dipakai", nama=lain.nama)
    o = Orang(**vars(data), nama_cari=identitas.nama_cari(data.nama))
    kerja.sesi.add(o)
    kerja.sesi.flush()
    jejak.catat(kerja, "orang_baru", objek="orang", objek_id=o.id)
    return o.id


def koreksi_orang(kerja: Kerja, orang_id: UUID, *, alasan: str, **baru: Any) -> tuple[str, ...]:
    """Change fields of a person; old values stay with the reason. Return the names of the changed fields.

    Raises:
        KnownError: `alasan_kosong`, `orang_tidak_ada`, `nik_milik_lain` for a new NIK that somebody else bears, and
            `isian_kosong`, `nik_tidak_16`, `no_kk_tidak_16` as in `orang_baru`.
    """
    wajib(kerja, Hak.VERIFIKASI)
    if not alasan.strip():
        raise KnownError("alasan_kosong")
    o = ambil(kerja, orang_id)
    data = DataOrang(**(vars(data_orang(o)) | baru))
    _periksa(data)
    lain = pemilik_nik(kerja, data.nik) if data.nik and data.nik != o.nik else None
    if lain is not None and lain.id != o.id:
        raise KnownError("nik_milik_lain", nama=lain.nama)
    berubah = tuple(b for b in BIDANG if getattr(o, b) != getattr(data, b))
    for bidang in berubah:
        _catat_koreksi(kerja, o, bidang, getattr(data, bidang), alasan)
        setattr(o, bidang, getattr(data, bidang))
    o.nama_cari = identitas.nama_cari(o.nama)
    jejak.catat(kerja, "koreksi_orang", objek="orang", objek_id=orang_id, bidang=berubah, alasan=alasan)
    return berubah


def tautkan_berkas(kerja: Kerja, orang_id: UUID, isi: bytes, nama: str, keterangan: str = "") -> UUID:
    """Keep a scan or photograph for a person.

    Raises:
        KnownError: `tidak_berwenang`, `orang_tidak_ada`.
    """
    wajib(kerja, Hak.VERIFIKASI)
    ambil(kerja, orang_id)
    lampiran_id = kerja.simpan_lampiran(isi, nama)
    kerja.sesi.add(TautanLampiran(lampiran_id=lampiran_id, objek="orang", objek_id=orang_id, keterangan=keterangan))
    jejak.catat(kerja, "tautkan_berkas", objek="orang", objek_id=orang_id, berkas=nama)
    return lampiran_id


def catat_wali(
    kerja: Kerja, orang_id: UUID, *, nama: str, nik: str | None = None, hubungan: str = "", telepon: str = ""
) -> UUID:
    """Say who receives for a minor or someone who cannot; the wali before stays as history.

    Raises:
        KnownError: `tidak_berwenang`, `isian_kosong`, `orang_tidak_ada`, `nik_wali_salah`.
    """
    wajib(kerja, Hak.VERIFIKASI)
    ambil(kerja, orang_id)
    if not nama.strip():
        raise KnownError("isian_kosong", bidang="nama wali")
    dibaca = identitas.baca_nik(nik or "")  # as in a desa's file: what is no number of 16 digits is no NIK
    if {"panjang", "pangkat"} & set(dibaca.masalah):
        raise KnownError("nik_wali_salah")
    for lama in wali_kini(kerja, orang_id):
        lama.sampai = kerja.hari_ini()
    w = Wali(
        orang_id=orang_id, nama=nama, nik=dibaca.isi or None, hubungan=hubungan, telepon=telepon,
        sejak=kerja.hari_ini(),
    )  # fmt: skip
    kerja.sesi.add(w)
    kerja.sesi.flush()
    jejak.catat(kerja, "catat_wali", objek="orang", objek_id=orang_id)
    return w.id


def _periksa(data: DataOrang) -> None:
    if not data.nama.strip():
        raise KnownError("isian_kosong", bidang="nama")
    if data.nik is not None and not _enam_belas(data.nik):
        raise KnownError("nik_tidak_16")
    if data.no_kk is not None and not _enam_belas(data.no_kk):
        raise KnownError("no_kk_tidak_16")


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
        ganti_kk(kerja, o, o.no_kk, nilai)
