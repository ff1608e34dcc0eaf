"""Sending back what SIKS-NG refused (dtks step 5): per desa, with the reasons, through the TKSK.

A mended row comes back as a new usulan in the next triwulan, linked to the first attempt (`app.loket`); the return
never holds this one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import aliased
from sqlmodel import col, select

from app import jejak
from app.akses import Hak, wajib
from app.kerja import Kerja
from app.pijakan import kegiatan_berjalan, lihat_kegiatan
from app.register import DataSurat, catat_surat_keluar
from app.wilayah import peta_kantor
from app.wilayah_akun import wajib_seluruh
from db.galat import KnownError
from db.istilah import StatusUsulan
from db.model import Orang, Surat, Usulan

JENIS_PENGEMBALIAN = "pengembalian"
PIHAK_TKSK = "TKSK"


@dataclass(frozen=True, slots=True)
class OrangKembali:
    """A refused person: `diajukan_lagi` once a mended usulan stands in a later triwulan."""

    usulan_id: UUID
    nama: str
    nik: str | None
    no_kk: str | None
    nomor_register: str
    alasan: str
    diajukan_lagi: bool


@dataclass(frozen=True, slots=True)
class DesaKembali:
    """The return list of one desa; `surat_id` once its letter is in the register, `tksk` who carries it."""

    kode_desa: str
    desa: str
    orang: tuple[OrangKembali, ...]
    surat_id: UUID | None
    nomor_surat: str
    tksk: str = ""


def daftar_kembali(kerja: Kerja, kegiatan_id: UUID) -> list[DesaKembali]:
    """Give the return lists of a triwulan by desa; people by order of entry."""
    kegiatan, peta = lihat_kegiatan(kerja, kegiatan_id), peta_kantor(kerja)
    menurut_desa: dict[str, list[OrangKembali]] = {}
    for kode, orang in _ditolak(kerja, kegiatan.id):
        menurut_desa.setdefault(kode, []).append(orang)
    surat = {b.rincian.get("kode_desa", ""): b for b in _surat(kerja, kegiatan_id)}
    return [
        DesaKembali(
            kode_desa=kode,
            desa=peta.sebutan(kode) if kode else "Desa belum diketahui",
            orang=tuple(menurut_desa[kode]),
            surat_id=surat[kode].id if kode in surat else None,
            nomor_surat=surat[kode].nomor_surat if kode in surat else "",
            tksk=surat[kode].rincian.get("tksk", "") if kode in surat else "",
        )
        for kode in sorted(menurut_desa)
    ]


def kembalikan_ke_desa(
    kerja: Kerja,
    kegiatan_id: UUID,
    *,
    tanggal: date,
    nomor: Mapping[str, str] | None = None,
    tksk: str = "",
    desa: frozenset[str] | None = None,
) -> list[UUID]:
    """Enter one letter of return per desa that has none yet; gives their ids.

    Args:
        nomor: our letter numbers by desa code; desa without one take theirs from the office's counter `surat_keluar`.
        tksk: name of the TKSK who carries them.
        desa: only these desa.

    Raises:
        KnownError: `tidak_berwenang`, `tidak_ada_penolakan`, `nomor_diketik`.
    """
    wajib(kerja, Hak.REGISTER)
    wajib_seluruh(kerja)
    kegiatan = kegiatan_berjalan(kerja, kegiatan_id)
    daftar = daftar_kembali(kerja, kegiatan_id)
    if not daftar:
        raise KnownError("tidak_ada_penolakan", nama=kegiatan.nama)
    ke = [d for d in daftar if d.surat_id is None and (desa is None or d.kode_desa in desa)]
    surat = [
        catat_surat_keluar(kerja, _isi_surat(d, kegiatan_id, kegiatan.nama, tanggal, nomor or {}, tksk)) for d in ke
    ]
    jejak.catat(
        kerja, "kembalikan_ke_desa", objek="kegiatan", objek_id=kegiatan_id, kegiatan_id=kegiatan_id, desa=len(ke),
        orang=sum(len(d.orang) for d in ke),
    )  # fmt: skip
    return surat


def _isi_surat(
    d: DesaKembali, kegiatan_id: UUID, kegiatan: str, tanggal: date, nomor: Mapping[str, str], tksk: str
) -> DataSurat:
    return DataSurat(
        perihal=f"Pengembalian usulan {kegiatan} yang ditolak SIKS-NG ({len(d.orang)} orang)",
        tanggal_terima=tanggal,
        tanggal_surat=tanggal,
        nomor_surat=nomor.get(d.kode_desa),
        kepada=f"{d.desa} melalui {PIHAK_TKSK}{f' {tksk}' if tksk else ''}",
        kegiatan_id=kegiatan_id,
        jenis=JENIS_PENGEMBALIAN,
        rincian={"kode_desa": d.kode_desa, "usulan": [str(o.usulan_id) for o in d.orang], "tksk": tksk},
    )


def _ditolak(kerja: Kerja, kegiatan_id: UUID) -> list[tuple[str, OrangKembali]]:
    lagi = aliased(Usulan)
    diajukan = (
        select(lagi.id).where(lagi.asal_usulan_id == Usulan.id, lagi.status != StatusUsulan.DITARIK.value).exists()
    )
    kueri = (
        select(Usulan, Orang, diajukan)
        .join(Orang, col(Orang.id) == col(Usulan.orang_id))
        .where(Usulan.kegiatan_id == kegiatan_id, Usulan.status == StatusUsulan.DITOLAK_SISTEM.value)
        .order_by(col(Usulan.urut))
    )
    return [
        (u.kode_desa or "", OrangKembali(u.id, o.nama, o.nik, o.no_kk, u.nomor_register, u.alasan, bool(ada)))
        for u, o, ada in kerja.sesi.exec(kueri)
    ]


def _surat(kerja: Kerja, kegiatan_id: UUID) -> list[Surat]:
    kueri = select(Surat).where(Surat.kegiatan_id == kegiatan_id, Surat.jenis == JENIS_PENGEMBALIAN)
    return list(kerja.sesi.exec(kueri.where(col(Surat.digantikan).is_(False)).order_by(col(Surat.urut))))
