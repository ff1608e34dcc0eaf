"""Pakta integritas: who has signed one for a kegiatan, recipients and officials alike; the paper is printed elsewhere.

Signing happens on paper. Here it is recorded: who, in what capacity, on which day; the scan may follow.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from app import jejak
from app.akses import Hak, wajib
from app.dokumen.diterima import (
    PAKTA,
    Berkas,
    DokumenDiterima,
    daftar_diterima,
    lampirkan_diterima,
    simpan_diterima,
)
from app.foto import rapikan
from app.kantor import DataPejabat, daftar_pejabat
from app.kerja import Kerja
from app.pijakan import baca_kolom, bukan_besok, isi_wajib, lihat_kegiatan, penetapan_sah
from app.wilayah_akun import wajib_baris
from db.galat import KnownError
from db.model import Penerima, Usulan

JUDUL = "Pakta integritas"
PENERIMA = "Penerima"
_LUAR = frozenset({"bupati", "wali_kota", "sekda"})  # posts that sign decrees, not the work itself


@dataclass(frozen=True, slots=True)
class BarisPakta:
    """Somebody who signs a pakta integritas.

    Attributes:
        tentang: the usulan of a recipient as text, or `pejabat:` and the name.
        orang_id: the recipient; None for an official.
        tanggal: day on which it was signed; None while it was not.
    """

    tentang: str
    nama: str
    selaku: str
    kode_desa: str
    orang_id: UUID | None
    dokumen_id: UUID | None = None
    tanggal: date | None = None
    lampiran: tuple[UUID, ...] = ()


def petugas_pakta(kerja: Kerja) -> list[DataPejabat]:
    """Return the officials in post who sign one; those of desa and the head of the region are left out."""
    semua = daftar_pejabat(kerja, pada=kerja.hari_ini())
    return [p for p in semua if p.kode_desa is None and p.kunci not in _LUAR]


def daftar_pakta(kerja: Kerja, kegiatan_id: UUID) -> list[BarisPakta]:
    """Return officials, then recipients of the decree in force, each with what was signed.

    An official who signed and has left since stays on the list.

    Raises:
        KnownError: `kegiatan_tidak_ada`.
    """
    lihat_kegiatan(kerja, kegiatan_id)
    dasar = {kunci_pejabat(p.nama): BarisPakta(kunci_pejabat(p.nama), p.nama, p.jabatan, "", None)
             for p in petugas_pakta(kerja)}  # fmt: skip
    masuk = daftar_diterima(kerja, kegiatan_id, PAKTA)
    for tentang, d in masuk.items():
        if tentang.startswith(_PEJABAT):
            dasar.setdefault(tentang, BarisPakta(tentang, d.nama, d.jabatan, "", None))
    dasar |= {str(u): BarisPakta(str(u), n, PENERIMA, desa, o) for u, o, n, desa in _penerima(kerja, kegiatan_id)}
    hasil = []
    for tentang, b in dasar.items():
        ada = masuk.get(tentang)
        tanda = (ada.id, ada.tanggal, ada.lampiran) if ada else (None, None, ())
        hasil.append(BarisPakta(b.tentang, b.nama, b.selaku, b.kode_desa, b.orang_id, *tanda))
    return hasil


_PEJABAT = "pejabat:"


def kunci_pejabat(nama: str) -> str:
    """Return how an official is known here: by the name that stands on the paper."""
    return _PEJABAT + " ".join(nama.split()).casefold()


def _penerima(kerja: Kerja, kegiatan_id: UUID) -> list[tuple[UUID, UUID, str, str]]:
    sah = penetapan_sah(kerja, kegiatan_id)
    if sah is None:
        return []
    kueri = sa.select(col(Penerima.usulan_id), col(Penerima.orang_id), col(Penerima.nama), col(Penerima.kode_desa))
    kueri = kueri.where(col(Penerima.penetapan_id) == sah.id).order_by(col(Penerima.nomor_urut))
    return [(u, o, n, desa or "") for u, o, n, desa in baca_kolom(kerja, kueri) if u is not None]


def catat_pakta(
    kerja: Kerja, kegiatan_id: UUID, tentang: Collection[str], *, tanggal: date, berkas: Sequence[Berkas] = ()
) -> int:
    """Record that people of the list signed on a day; return how many. One scan may hold all of them.

    Raises:
        KnownError: `tidak_berwenang`, `kegiatan_tidak_ada`, `tanggal_di_depan`, `pakta_tidak_di_daftar`,
            `gambar_rusak`, `gambar_terlalu_besar`.
    """
    wajib(kerja, Hak.DOKUMEN)
    bukan_besok(kerja, tanggal, "tanggal pakta integritas")
    daftar = {b.tentang: b for b in daftar_pakta(kerja, kegiatan_id)}
    if set(tentang) - set(daftar) or not tentang:
        raise KnownError("pakta_tidak_di_daftar")
    berkas = [(nama, isi) for isi, nama in (rapikan(isi, nama) for nama, isi in berkas)]
    orang = dict.fromkeys(tentang)
    for satu in orang:
        _simpan(kerja, kegiatan_id, daftar[satu], tanggal, berkas)
    jejak.catat(
        kerja, "catat_pakta", objek="kegiatan", objek_id=kegiatan_id, kegiatan_id=kegiatan_id, orang=len(orang),
        tanggal=tanggal, berkas=len(berkas),
    )  # fmt: skip
    return len(orang)


def catat_pakta_petugas(
    kerja: Kerja, kegiatan_id: UUID, *, nama: str, jabatan: str, tanggal: date, berkas: Sequence[Berkas] = ()
) -> UUID:
    """Record the pakta of an official who is not on the list: a pendamping, a member of the verifying team.

    Raises:
        KnownError: `tidak_berwenang`, `kegiatan_tidak_ada`, `isian_kosong`, `tanggal_di_depan`, `gambar_rusak`,
            `gambar_terlalu_besar`.
    """
    wajib(kerja, Hak.DOKUMEN)
    lihat_kegiatan(kerja, kegiatan_id)
    isi_wajib({"nama": nama, "jabatan": jabatan})
    bukan_besok(kerja, tanggal, "tanggal pakta integritas")
    baris = BarisPakta(kunci_pejabat(nama), " ".join(nama.split()), jabatan.strip(), "", None)
    dokumen_id = _simpan(kerja, kegiatan_id, baris, tanggal, berkas)
    jejak.catat(
        kerja, "catat_pakta", objek="dokumen", objek_id=dokumen_id, kegiatan_id=kegiatan_id, orang=1, tanggal=tanggal,
        berkas=len(berkas),
    )  # fmt: skip
    return dokumen_id


def _simpan(kerja: Kerja, kegiatan_id: UUID, b: BarisPakta, tanggal: date, berkas: Sequence[Berkas]) -> UUID:
    return simpan_diterima(
        kerja, kegiatan_id, PAKTA, tentang=b.tentang, judul=JUDUL, nama=b.nama, jabatan=b.selaku, tanggal=tanggal,
        rincian={}, kode_desa=b.kode_desa or None, berkas=berkas,
    )  # fmt: skip


def lampirkan_pakta(kerja: Kerja, kegiatan_id: UUID, tentang: str, berkas: Sequence[Berkas]) -> None:
    """Put a scan that followed beside a pakta that was recorded as signed.

    Raises:
        KnownError: `tidak_berwenang`, `kegiatan_tidak_ada`, `dokumen_diterima_tidak_ada`, `gambar_rusak`,
            `gambar_terlalu_besar`, `di_luar_wilayah`.
    """
    wajib(kerja, Hak.DOKUMEN)
    ada = _diterima(kerja, kegiatan_id, tentang)
    lampirkan_diterima(kerja, kegiatan_id, ada.id, berkas)


def tarik_pakta(kerja: Kerja, kegiatan_id: UUID, tentang: str, *, alasan: str) -> None:
    """Let a pakta that was recorded by mistake no longer count; its line stays with the reason.

    Raises:
        KnownError: `tidak_berwenang`, `kegiatan_tidak_ada`, `isian_kosong`, `dokumen_diterima_tidak_ada`,
            `di_luar_wilayah`.
    """
    wajib(kerja, Hak.DOKUMEN)
    isi_wajib({"alasan": alasan})
    ada = _diterima(kerja, kegiatan_id, tentang)
    simpan_diterima(
        kerja, kegiatan_id, PAKTA, tentang=tentang, judul=JUDUL, nama=ada.nama, jabatan=ada.jabatan,
        tanggal=ada.tanggal, rincian={}, ditarik=alasan.strip(),
    )  # fmt: skip
    jejak.catat(kerja, "tarik_pakta", objek="dokumen", objek_id=ada.id, kegiatan_id=kegiatan_id, alasan=alasan)


def _diterima(kerja: Kerja, kegiatan_id: UUID, tentang: str) -> DokumenDiterima:
    """Return the pakta that counts; one of a recipient only to who may see that recipient."""
    lihat_kegiatan(kerja, kegiatan_id)
    ada = daftar_diterima(kerja, kegiatan_id, PAKTA).get(tentang)
    if ada is None:
        raise KnownError("dokumen_diterima_tidak_ada")
    if not tentang.startswith(_PEJABAT):
        wajib_baris(kerja, Usulan, [UUID(tentang)])
    return ada
