"""Papers that came to the office signed: a recipient's report on the use of the aid, a pakta integritas.

They stand in the register beside what the office printed, under codes of their own; what was written down wrongly is
replaced by a later line and stays to be seen. Scans and photographs may follow.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from app import jejak
from app.kerja import Kerja
from db.galat import KnownError
from db.model import Dokumen, Lampiran, TautanLampiran

LAPORAN_PENGGUNAAN, PAKTA = "terima-laporan-penggunaan", "terima-pakta-integritas"
DITERIMA = frozenset({LAPORAN_PENGGUNAAN, PAKTA})
"""Codes that no print bears."""
_OBJEK = "dokumen"

Berkas = tuple[str, bytes]
"""A file that is attached: its name and its bytes."""


@dataclass(frozen=True, slots=True)
class DokumenDiterima:
    """A paper that came in.

    Attributes:
        tentang: whose it is: the usulan of a recipient, or the words by which an official is known.
        rincian: what it says, by kind.
        lampiran: scans and photographs, in the order in which they came.
        ditarik: why it no longer counts; empty while it does.
    """

    id: UUID
    tentang: str
    nama: str
    jabatan: str
    tanggal: date
    pada: datetime
    rincian: Mapping[str, Any]
    lampiran: tuple[UUID, ...]
    ditarik: str = ""


def simpan_diterima(
    kerja: Kerja,
    kegiatan_id: UUID,
    kode: str,
    *,
    tentang: str,
    judul: str,
    nama: str,
    jabatan: str,
    tanggal: date,
    rincian: Mapping[str, Any],
    rupiah: int | None = None,
    kode_desa: str | None = None,
    berkas: Sequence[Berkas] = (),
    ditarik: str = "",
) -> UUID:
    """Write a line of the register; it takes the place of an earlier one of the same kind and person.

    Raises:
        KnownError: `gambar_rusak`, `gambar_terlalu_besar`.
    """
    baris = Dokumen(
        kantor_id=kerja.kantor.id, kegiatan_id=kegiatan_id, kode=kode, judul=judul, tanggal=tanggal,
        penandatangan=nama, jabatan_penandatangan=jabatan, kode_desa=kode_desa, sha256="", jumlah_orang=1,
        jumlah_nominal=rupiah, parameter={"tentang": tentang, "ditarik": ditarik, **rincian}, akun_id=kerja.akun_id,
        pada=kerja.sekarang(),
    )  # fmt: skip
    kerja.sesi.add(baris)
    kerja.sesi.flush()
    _lampirkan(kerja, baris, berkas)
    return baris.id


def lampirkan_diterima(kerja: Kerja, kegiatan_id: UUID, dokumen_id: UUID, berkas: Sequence[Berkas]) -> None:
    """Put scans or photographs that followed beside a paper.

    Raises:
        KnownError: `dokumen_diterima_tidak_ada`, `gambar_rusak`, `gambar_terlalu_besar`.
    """
    baris = kerja.sesi.get(Dokumen, dokumen_id)
    if baris is None or baris.kegiatan_id != kegiatan_id or baris.kode not in DITERIMA:
        raise KnownError("dokumen_diterima_tidak_ada")
    _lampirkan(kerja, baris, berkas)
    jejak.catat(
        kerja, "susulkan_pindaian", objek="dokumen", objek_id=baris.id, kegiatan_id=kegiatan_id, dokumen=baris.kode,
        berkas=len(berkas),
    )  # fmt: skip


def _lampirkan(kerja: Kerja, baris: Dokumen, berkas: Sequence[Berkas]) -> None:
    for nama, isi in berkas:
        lampiran = kerja.sesi.get_one(Lampiran, kerja.simpan_lampiran(isi, nama))
        kerja.sesi.add(
            TautanLampiran(lampiran_id=lampiran.id, objek=_OBJEK, objek_id=baris.id, kegiatan_id=baris.kegiatan_id,
                           keterangan=baris.judul, kode_desa=baris.kode_desa)
        )  # fmt: skip
        baris.sha256, baris.nama_berkas = baris.sha256 or lampiran.sha256, baris.nama_berkas or lampiran.nama
    kerja.sesi.flush()


def daftar_diterima(kerja: Kerja, kegiatan_id: UUID, kode: str) -> dict[str, DokumenDiterima]:
    """Return the papers of one kind that count, by whose they are; the newest of each person."""
    kueri = select(Dokumen).where(Dokumen.kegiatan_id == kegiatan_id, Dokumen.kode == kode).order_by(col(Dokumen.urut))
    terakhir = {str(d.parameter["tentang"]): d for d in kerja.sesi.exec(kueri)}
    lampiran = _lampiran(kerja, kegiatan_id)
    return {
        tentang: _diterima(d, lampiran.get(d.id, ())) for tentang, d in terakhir.items() if not d.parameter["ditarik"]
    }


def riwayat_diterima(kerja: Kerja, kegiatan_id: UUID, kode: str, tentang: str) -> list[DokumenDiterima]:
    """Return every line about one person, the oldest first, replaced and withdrawn ones too."""
    kueri = select(Dokumen).where(Dokumen.kegiatan_id == kegiatan_id, Dokumen.kode == kode).order_by(col(Dokumen.urut))
    lampiran = _lampiran(kerja, kegiatan_id)
    milik = (d for d in kerja.sesi.exec(kueri) if d.parameter["tentang"] == tentang)
    return [_diterima(d, lampiran.get(d.id, ())) for d in milik]


def _lampiran(kerja: Kerja, kegiatan_id: UUID) -> dict[UUID, tuple[UUID, ...]]:
    kueri = select(TautanLampiran.objek_id, TautanLampiran.lampiran_id).where(
        TautanLampiran.kegiatan_id == kegiatan_id, TautanLampiran.objek == _OBJEK
    )
    hasil: dict[UUID, tuple[UUID, ...]] = {}
    for objek, lampiran in kerja.sesi.exec(kueri.order_by(col(TautanLampiran.urut))):
        hasil[objek] = (*hasil.get(objek, ()), lampiran)
    return hasil


def _diterima(d: Dokumen, lampiran: tuple[UUID, ...]) -> DokumenDiterima:
    return DokumenDiterima(
        d.id, str(d.parameter["tentang"]), d.penandatangan, d.jabatan_penandatangan, d.tanggal, d.pada, d.parameter,
        lampiran, str(d.parameter["ditarik"]),
    )  # fmt: skip
