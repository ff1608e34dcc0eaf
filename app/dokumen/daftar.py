"""The register of what was printed: number, date, signer, hash; and what to choose by itself when it is printed again.

A paper is known by kegiatan, code, desa, tahap and copy (public or not). Printing it again takes over number, date and
signer of the last print unless others are given; the same content is not entered twice.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from app import jejak
from app.akses import Hak, wajib
from app.dokumen.isi import Permintaan
from app.dokumen.isi_daftar import Jumlah
from app.dokumen.kumpul_kepala import pilih_pejabat, tahap_diminta
from app.kerja import Kerja
from app.penomoran import nomor_berikut
from app.templat import pakai_templat
from db.galat import KnownError
from db.model import Alokasi, Dokumen, Penerima, Tahap, TandaTerima


@dataclass(frozen=True, slots=True)
class DokumenTercatat:
    """A print in the register.

    `tahap` is its number; `jumlah_nominal` in rupiah; `revisi` the version of its words, None where it has none.
    """

    id: UUID
    kegiatan_id: UUID | None
    kode: str
    judul: str
    nomor: str
    tanggal: date
    penandatangan: str
    jabatan_penandatangan: str
    kode_desa: str | None
    tahap: int | None
    sha256: str
    nama_berkas: str
    jumlah_orang: int | None
    jumlah_nominal: int | None
    publik: bool
    pada: datetime
    revisi: int | None = None


def riwayat_dokumen(kerja: Kerja, kegiatan_id: UUID, *, kode: str | None = None) -> list[DokumenTercatat]:
    """Return the prints of a kegiatan, the newest first."""
    kueri = select(Dokumen, Tahap.nomor).outerjoin(Tahap, col(Tahap.id) == col(Dokumen.tahap_id))
    kueri = kueri.where(Dokumen.kegiatan_id == kegiatan_id).order_by(col(Dokumen.urut).desc())
    if kode is not None:
        kueri = kueri.where(Dokumen.kode == kode)
    return [_tercatat(d, tahap) for d, tahap in kerja.sesi.exec(kueri)]


def _tercatat(d: Dokumen, tahap: int | None) -> DokumenTercatat:
    return DokumenTercatat(
        d.id, d.kegiatan_id, d.kode, d.judul, d.nomor, d.tanggal, d.penandatangan, d.jabatan_penandatangan,
        d.kode_desa, tahap, d.sha256, d.nama_berkas, d.jumlah_orang, d.jumlah_nominal,
        bool(d.parameter.get("publik")), d.pada, d.parameter.get("revisi"),
    )  # fmt: skip


def _terakhir(kerja: Kerja, kegiatan_id: UUID, kode: str, minta: Permintaan) -> Dokumen | None:
    """Return the last print of the same paper."""
    tahap = tahap_diminta(kerja, kegiatan_id, minta.tahap)
    kueri = select(Dokumen).where(
        Dokumen.kegiatan_id == kegiatan_id,
        Dokumen.kode == kode,
        Dokumen.kode_desa == minta.desa,
        Dokumen.tahap_id == (tahap.id if tahap else None),
    )
    semua = kerja.sesi.exec(kueri.order_by(col(Dokumen.urut).desc()))
    return next((d for d in semua if bool(d.parameter.get("publik")) == minta.publik), None)


def lengkapi(
    kerja: Kerja, kegiatan_id: UUID, kode: str, minta: Permintaan, *, bernomor: bool, ingat: bool = True
) -> Permintaan:
    """Fill in what was not chosen: from the last print of the paper, else today, its words, and the office's counter.

    Without `ingat` only the signer is taken over: a draft has no number yet, a list stands as of today.
    The counter is asked only for a paper that carries a number of ours (`bernomor`) and has none yet; where the office
    set no pattern for it the number stays to be written by hand.
    """
    lama = _terakhir(kerja, kegiatan_id, kode, minta)
    if lama is not None:
        minta = replace(
            minta,
            nomor=(lama.nomor or None) if ingat and minta.nomor is None else minta.nomor,
            tanggal=minta.tanggal or (lama.tanggal if ingat else None),
            penandatangan_id=minta.penandatangan_id or _uuid(lama.parameter.get("penandatangan_id")),
            per_lembar=minta.per_lembar or lama.parameter.get("per_lembar"),
            revisi=lama.parameter.get("revisi") if ingat and minta.revisi is None else minta.revisi,
            batas=minta.batas or _tanggal(lama.parameter.get("batas")),
        )
    minta = replace(minta, tanggal=minta.tanggal or kerja.hari_ini())
    if bernomor and minta.nomor is None:
        minta = replace(minta, nomor=_nomor_kantor(kerja, kode, minta.tanggal or kerja.hari_ini()))
    return minta


def _uuid(teks: Any) -> UUID | None:
    return UUID(teks) if teks else None


def _tanggal(teks: Any) -> date | None:
    return date.fromisoformat(teks) if teks else None


def _nomor_kantor(kerja: Kerja, kode: str, tanggal: date) -> str | None:
    """Take the office's next number for this kind of paper; None where its numbers are typed."""
    try:
        return nomor_berikut(kerja, kode.replace("-", "_"), tanggal)
    except KnownError as e:
        if e.kode != "nomor_diketik":
            raise
        return None


@dataclass(frozen=True, slots=True)
class Cetakan:
    """What was drawn: title, file, hash, and what it added up to."""

    kode: str
    judul: str
    nama_berkas: str
    sha256: str
    jumlah: Jumlah | None


def catat_dokumen(
    kerja: Kerja,
    kegiatan_id: UUID,
    cetakan: Cetakan,
    minta: Permintaan,
    *,
    kunci_penanda: tuple[str, ...],
    naskah: str = "",
) -> UUID:
    """Enter a print; the same content of the same paper is entered once. Returns the id of its line.

    Args:
        naskah: code of the text that it was written with; its version is kept, so that it prints again the same.

    Raises:
        KnownError: `tidak_berwenang`, `tahap_tidak_ada`.
    """
    wajib(kerja, Hak.DOKUMEN)
    lama = _terakhir(kerja, kegiatan_id, cetakan.kode, minta)
    jejak.catat(
        kerja, "cetak_dokumen", objek="dokumen", objek_id=lama.id if lama else None, kegiatan_id=kegiatan_id,
        dokumen=cetakan.kode, desa=minta.desa or "", berkas=cetakan.nama_berkas, sidik=cetakan.sha256[:12],
    )  # fmt: skip
    if lama is not None and lama.sha256 == cetakan.sha256:
        return lama.id
    tanggal = minta.tanggal or kerja.hari_ini()
    tahap = tahap_diminta(kerja, kegiatan_id, minta.tahap)
    pejabat = pilih_pejabat(kerja, minta.penandatangan_id, kunci_penanda, tanggal)
    baris = Dokumen(
        kantor_id=kerja.kantor.id,
        kegiatan_id=kegiatan_id,
        kode=cetakan.kode,
        judul=cetakan.judul,
        nomor=minta.nomor or "",
        tanggal=tanggal,
        penandatangan=pejabat.nama if pejabat else "",
        jabatan_penandatangan=pejabat.jabatan if pejabat else "",
        kode_desa=minta.desa,
        tahap_id=tahap.id if tahap else None,
        sha256=cetakan.sha256,
        nama_berkas=cetakan.nama_berkas,
        jumlah_orang=cetakan.jumlah.orang if cetakan.jumlah else None,
        jumlah_nominal=cetakan.jumlah.rupiah if cetakan.jumlah else None,
        parameter={
            "penandatangan_id": str(pejabat.id) if pejabat else None,
            "publik": minta.publik,
            "per_lembar": minta.per_lembar,
            "profil": minta.profil,
            "batas": minta.batas.isoformat() if minta.batas else None,
            "revisi": (minta.revisi or pakai_templat(kerja, naskah)) if naskah else None,
        },
        akun_id=kerja.akun_id,
        pada=kerja.sekarang(),
    )
    kerja.sesi.add(baris)
    kerja.sesi.flush()
    return baris.id


def hitung_tanda_terima(kerja: Kerja, kegiatan_id: UUID, minta: Permintaan) -> None:
    """Count one more print on the receipts that were printed."""
    tahap = tahap_diminta(kerja, kegiatan_id, minta.tahap)
    dicetak = (
        sa.select(col(Alokasi.id))
        .join(Penerima, col(Penerima.id) == col(Alokasi.penerima_id))
        .where(col(Alokasi.kegiatan_id) == kegiatan_id, col(Alokasi.batal).is_(False))
    )
    if tahap is not None:
        dicetak = dicetak.where(col(Alokasi.tahap_id) == tahap.id)
    if minta.desa is not None:
        dicetak = dicetak.where(sa.func.coalesce(col(Penerima.kode_desa), "") == minta.desa)
    kerja.sesi.execute(
        sa.update(TandaTerima)
        .where(col(TandaTerima.alokasi_id).in_(dicetak))
        .values(cetakan=TandaTerima.cetakan + 1, dicetak_pada=kerja.sekarang())
    )
