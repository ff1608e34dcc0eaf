"""Changing a kegiatan after it was set up: what it says about itself, its tahap and desa, or calling it off.

Amounts, goods, rules and tahap are locked once the decree is in force; then an SK Perubahan is the way.
"""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from app import jejak
from app.akses import Hak, wajib
from app.kegiatan import DataTahap, barang_json, baris_tahap, positif, tambah_desa
from app.kelayakan import RAGAM, baca_aturan
from app.kerja import Kerja
from app.penetapan.susun import sesuaikan_draf
from app.pijakan import isi_wajib, kegiatan_berjalan, penetapan_sah
from db.galat import KnownError
from db.istilah import Kategori, StatusKegiatan
from db.model import Tahap, WilayahKegiatan

_BEBAS = ("nama", "periode", "pagu", "kuota", "sumber_dana", "kode_rekening", "catatan")
DESIL_TERTINGGI = 10
_SEBELUM_SK = ("nominal", "aturan", "barang")


def ubah_kegiatan(kerja: Kerja, kegiatan_id: UUID, **baru: Any) -> tuple[str, ...]:
    """Change what a kegiatan says about itself; returns the fields that changed.

    Args:
        baru: nama, periode, pagu, kuota, sumber_dana, kode_rekening, catatan; and until the decree is in force
            nominal (rupiah), aturan (whole) and barang (a sequence of `DataBarang`).

    Raises:
        KnownError: `tidak_berwenang`, `kegiatan_ditutup`, `isian_kosong`, `kegiatan_nominal_salah`,
            `kegiatan_sudah_sk`.
    """
    wajib(kerja, Hak.KEGIATAN)
    kegiatan = kegiatan_berjalan(kerja, kegiatan_id)
    if asing := set(baru) - {*_BEBAS, *_SEBELUM_SK}:
        raise TypeError(f"not a field of a kegiatan: {sorted(asing)}")
    if set(baru) & set(_SEBELUM_SK) and penetapan_sah(kerja, kegiatan_id):
        raise KnownError("kegiatan_sudah_sk", nama=kegiatan.nama)
    isi_wajib({"nama": baru.get("nama", kegiatan.nama)})
    positif(*(baru.get(bidang) for bidang in ("nominal", "pagu", "kuota")))
    if "barang" in baru:
        baru["barang"] = barang_json(baru["barang"])
    berubah = tuple(sorted(bidang for bidang, nilai in baru.items() if getattr(kegiatan, bidang) != nilai))
    for bidang in berubah:
        setattr(kegiatan, bidang, baru[bidang])
    if "nominal" in berubah:
        sesuaikan_draf(kerja, kegiatan)
    jejak.catat(
        kerja, "ubah_kegiatan", objek="kegiatan", objek_id=kegiatan_id, kegiatan_id=kegiatan_id, bidang=list(berubah)
    )
    return berubah


def batasi_desil(kerja: Kerja, kegiatan_id: UUID, maks: int | None) -> None:
    """Say up to which desil of DTSEN a kegiatan takes people; None: no limit.

    Raises:
        KnownError: `desil_di_luar` unless 1 to 10; as `ubah_kegiatan`.
    """
    if maks is not None and not 1 <= maks <= DESIL_TERTINGGI:
        raise KnownError("desil_di_luar", desil=maks)
    aturan = {**kegiatan_berjalan(kerja, kegiatan_id).aturan, "desil_maks": maks}
    ubah_kegiatan(kerja, kegiatan_id, aturan=aturan)


def ganti_aturan(kerja: Kerja, kegiatan_id: UUID, baru: Mapping[str, Any]) -> None:
    """Put some rules of eligibility in the place of those that were there; the others stay.

    Args:
        baru: in the shape of `app.kelayakan.Aturan.sebagai_json`.

    Raises:
        KnownError: `aturan_salah` (which rule), `desil_di_luar`; as `ubah_kegiatan`.
    """
    lama = baca_aturan(kegiatan_berjalan(kerja, kegiatan_id).aturan).sebagai_json()
    for asing in sorted(set(baru) - set(lama)):
        raise KnownError("aturan_salah", aturan=asing)
    if (maks := baru.get("desil_maks")) is not None and maks not in range(1, DESIL_TERTINGGI + 1):
        raise KnownError("desil_di_luar", desil=maks)
    for nama, nilai in baru.items():
        _periksa_aturan(nama, nilai, lama | {nama: nilai})
    ubah_kegiatan(kerja, kegiatan_id, aturan=baca_aturan(lama | dict(baru)).sebagai_json())


def _periksa_aturan(nama: str, nilai: Any, isi: Mapping[str, Any]) -> None:
    """Refuse a rule that cannot be read, or that names what does not exist."""
    dikenal: dict[str, set[str]] = {"kategori": {k.value for k in Kategori}, "ragam": set(RAGAM)}
    try:
        baca_aturan(isi)
        salah = nama in dikenal and bool(set(nilai) - dikenal[nama])
    except (TypeError, ValueError, KeyError, AttributeError):
        salah = True
    if salah:
        raise KnownError("aturan_salah", aturan=nama)


def tambah_tahap(kerja: Kerja, kegiatan_id: UUID, data: DataTahap) -> UUID:
    """Add a tahap after the last one.

    Raises:
        KnownError: `tidak_berwenang`, `kegiatan_ditutup`, `kegiatan_sudah_sk`, `tahap_ganda`,
            `kegiatan_nominal_salah`.
    """
    wajib(kerja, Hak.KEGIATAN)
    kegiatan = kegiatan_berjalan(kerja, kegiatan_id)
    if penetapan_sah(kerja, kegiatan_id):
        raise KnownError("kegiatan_sudah_sk", nama=kegiatan.nama)
    ada = kerja.sesi.exec(select(Tahap).where(Tahap.kegiatan_id == kegiatan_id).order_by(col(Tahap.nomor))).all()
    if any(t.nama.casefold() == data.nama.strip().casefold() for t in ada):
        raise KnownError("tahap_ganda", nama=data.nama)
    baris = baris_tahap(kegiatan, len(ada) + 1, data)
    kerja.sesi.add(baris)
    sesuaikan_draf(kerja, kegiatan)
    kerja.sesi.flush()
    jejak.catat(kerja, "tambah_tahap", objek="tahap", objek_id=baris.id, kegiatan_id=kegiatan_id, nama=baris.nama)
    return baris.id


def atur_desa(kerja: Kerja, kegiatan_id: UUID, desa: Collection[str]) -> None:
    """Say which desa and kelurahan take part, so that those who sent nothing can be named.

    Raises:
        KnownError: `tidak_berwenang`, `kegiatan_ditutup`, `wilayah_tak_dikenal`, `wilayah_di_luar_kantor`.
    """
    wajib(kerja, Hak.KEGIATAN)
    kegiatan = kegiatan_berjalan(kerja, kegiatan_id)
    for baris in kerja.sesi.exec(select(WilayahKegiatan).where(WilayahKegiatan.kegiatan_id == kegiatan_id)).all():
        if baris.kode_desa not in desa:
            kerja.sesi.delete(baris)
    kerja.sesi.flush()
    tambah_desa(kerja, kegiatan, desa)
    jejak.catat(
        kerja, "atur_desa", objek="kegiatan", objek_id=kegiatan_id, kegiatan_id=kegiatan_id, jumlah=len(set(desa))
    )


def batalkan_kegiatan(kerja: Kerja, kegiatan_id: UUID, *, alasan: str) -> None:
    """Call a kegiatan off for good; everything recorded stays to be read.

    Raises:
        KnownError: `tidak_berwenang`, `kegiatan_ditutup`, `alasan_kosong`.
    """
    wajib(kerja, Hak.LEWATI)
    kegiatan = kegiatan_berjalan(kerja, kegiatan_id)
    if not alasan.strip():
        raise KnownError("alasan_kosong")
    kegiatan.status, kegiatan.selesai_pada = StatusKegiatan.BATAL.value, kerja.hari_ini()
    jejak.catat(
        kerja, "batalkan_kegiatan", objek="kegiatan", objek_id=kegiatan_id, kegiatan_id=kegiatan_id, alasan=alasan
    )
