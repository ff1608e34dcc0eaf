"""The register of what was printed: number, date, signer, hash; and what to choose by itself when it is printed again.

A paper is known by kegiatan, code, desa, tahap, person and copy (public or not). Printing it again takes over number,
date and signer of the last print unless others are given; the same content is not entered twice. Letters to several
desa in one print bear a number each (`nomor_desa`), which the letter of one desa alone takes over.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from app import jejak
from app.akses import Hak, wajib
from app.dokumen.diterima import DITERIMA
from app.dokumen.isi import Permintaan
from app.dokumen.isi_daftar import Jumlah
from app.dokumen.kumpul_kepala import pilih_pejabat, tahap_diminta
from app.kantor import DataPejabat
from app.kerja import Kerja
from app.penomoran import nomor_berikut
from app.templat import pakai_templat
from db.galat import KnownError
from db.istilah import SifatSurat
from db.model import Alokasi, Dokumen, Penerima, Tahap, TandaTerima


@dataclass(frozen=True, slots=True)
class DokumenTercatat:
    """A print in the register.

    `tahap` is its number; `jumlah_nominal` in rupiah; `revisi` the version of its words, None where it has none;
    `orang` the one person it was made for; `nomor_dasar` what was typed where every letter of the print has its own.
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
    orang: UUID | None = None
    nomor_dasar: str | None = None
    sifat: SifatSurat | None = None


def riwayat_dokumen(kerja: Kerja, kegiatan_id: UUID, *, kode: str | None = None) -> list[DokumenTercatat]:
    """Return the prints of a kegiatan, the newest first."""
    kueri = select(Dokumen, Tahap.nomor).outerjoin(Tahap, col(Tahap.id) == col(Dokumen.tahap_id))
    kueri = kueri.where(Dokumen.kegiatan_id == kegiatan_id, col(Dokumen.kode).not_in(DITERIMA))
    kueri = kueri.order_by(col(Dokumen.urut).desc())
    if kode is not None:
        kueri = kueri.where(Dokumen.kode == kode)
    return [_tercatat(d, tahap) for d, tahap in kerja.sesi.exec(kueri)]


def _tercatat(d: Dokumen, tahap: int | None) -> DokumenTercatat:
    return DokumenTercatat(
        d.id, d.kegiatan_id, d.kode, d.judul, d.nomor, d.tanggal, d.penandatangan, d.jabatan_penandatangan,
        d.kode_desa, tahap, d.sha256, d.nama_berkas, d.jumlah_orang, d.jumlah_nominal,
        bool(d.parameter.get("publik")), d.pada, d.parameter.get("revisi"), _uuid(d.parameter.get("orang")),
        d.parameter.get("nomor_dasar", "") if d.parameter.get("nomor_desa") else None, _sifat(d),
    )  # fmt: skip


def _sifat(d: Dokumen) -> SifatSurat | None:
    return SifatSurat(d.parameter["sifat"]) if d.parameter.get("sifat") else None


def _terakhir(kerja: Kerja, kegiatan_id: UUID, kode: str, minta: Permintaan) -> Dokumen | None:
    """Return the last print of the same paper."""
    semua = (d for d in _cetakan(kerja, kegiatan_id, kode, minta) if d.kode_desa == minta.desa)
    return next((d for d in semua if _uuid(d.parameter.get("orang")) == minta.orang), None)


def _cetakan(kerja: Kerja, kegiatan_id: UUID, kode: str, minta: Permintaan) -> Iterator[Dokumen]:
    """Yield the prints of a paper for the same tahap and copy, of whatever desa, the newest first."""
    tahap = tahap_diminta(kerja, kegiatan_id, minta.tahap)
    kueri = select(Dokumen).where(
        Dokumen.kegiatan_id == kegiatan_id,
        Dokumen.kode == kode,
        Dokumen.tahap_id == (tahap.id if tahap else None),
    )
    semua = kerja.sesi.exec(kueri.order_by(col(Dokumen.urut).desc()))
    return (d for d in semua if bool(d.parameter.get("publik")) == minta.publik)


def _nomor_desa(kerja: Kerja, kegiatan_id: UUID, kode: str, minta: Permintaan) -> dict[str, str]:
    """Return the numbers that the letters to each desa bear, by the desa's code."""
    hasil: dict[str, str] = {}
    for d in _cetakan(kerja, kegiatan_id, kode, minta):
        ada = d.parameter.get("nomor_desa") or ({d.kode_desa: d.nomor} if d.kode_desa else {})
        for desa, nomor in ada.items():
            if nomor:
                hasil.setdefault(desa, nomor)
    return hasil


def lengkapi(
    kerja: Kerja,
    kegiatan_id: UUID,
    kode: str,
    minta: Permintaan,
    *,
    bernomor: bool,
    ingat: bool = True,
    desa: Sequence[str] = (),
) -> Permintaan:
    """Fill in what was not chosen: from the last print of the paper, else today, its words, and the office's counter.

    Without `ingat` only the signer is taken over: a draft has no number yet, a list stands as of today.
    The counter is asked only for a paper that carries a number of ours (`bernomor`) and has none yet; where the office
    set no pattern for it the number stays to be written by hand.

    Args:
        desa: whose letters this one print holds, so that each gets a number of its own: the one it bore before, else
            the counter's next; a typed number becomes a series, `460/12/1`, `460/12/2`.
    """
    lama = _terakhir(kerja, kegiatan_id, kode, minta)
    if lama is not None:
        minta = replace(
            minta,
            nomor=_nomor_lama(lama) if ingat and minta.nomor is None else minta.nomor,
            tanggal=minta.tanggal or (lama.tanggal if ingat else None),
            penandatangan_id=minta.penandatangan_id or _uuid(lama.parameter.get("penandatangan_id")),
            per_lembar=minta.per_lembar or lama.parameter.get("per_lembar"),
            revisi=lama.parameter.get("revisi") if ingat and minta.revisi is None else minta.revisi,
            batas=minta.batas or _tanggal(lama.parameter.get("batas")),
            ringan=bool(lama.parameter.get("ringan")) if minta.ringan is None else minta.ringan,
            sifat=minta.sifat or _sifat(lama),
        )
    minta = replace(minta, tanggal=minta.tanggal or kerja.hari_ini())
    if desa:
        return _bernomor_masing(kerja, kegiatan_id, kode, minta, desa, bernomor=bernomor)
    if minta.nomor is None and minta.desa is not None and ingat:
        minta = replace(minta, nomor=_nomor_desa(kerja, kegiatan_id, kode, minta).get(minta.desa))
    if bernomor and minta.nomor is None:
        minta = replace(minta, nomor=_nomor_kantor(kerja, kode, minta.tanggal or kerja.hari_ini()))
    return minta


def _nomor_lama(lama: Dokumen) -> str | None:
    """Return the number of a print as it was asked for; one of several letters asked for what it was typed as."""
    dasar = lama.parameter.get("nomor_dasar") if lama.parameter.get("nomor_desa") else lama.nomor
    return dasar or None


def _bernomor_masing(
    kerja: Kerja, kegiatan_id: UUID, kode: str, minta: Permintaan, desa: Sequence[str], *, bernomor: bool
) -> Permintaan:
    """Give the letter to each desa its own number."""
    if minta.nomor:
        seri = {d: f"{minta.nomor}/{ke}" if len(desa) > 1 else minta.nomor for ke, d in enumerate(desa, 1)}
        return replace(minta, nomor_desa=seri)
    ada = _nomor_desa(kerja, kegiatan_id, kode, minta)
    hari = minta.tanggal or kerja.hari_ini()
    nomor = {d: ada.get(d) or (_nomor_kantor(kerja, kode, hari) if bernomor else None) or "" for d in desa}
    return replace(minta, nomor="", nomor_desa=nomor)


def ringkas_nomor(minta: Permintaan) -> str:
    """Return the number of a print; of several letters the first and the last."""
    if minta.nomor_desa is None:
        return minta.nomor or ""
    ada = [n for n in minta.nomor_desa.values() if n]
    return f"{ada[0]} s.d. {ada[-1]}" if len(ada) > 1 else "".join(ada)


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
        nomor=ringkas_nomor(minta),
        tanggal=tanggal,
        penandatangan=pejabat.nama if pejabat else "",
        jabatan_penandatangan=pejabat.jabatan if pejabat else "",
        kode_desa=minta.desa,
        tahap_id=tahap.id if tahap else None,
        sha256=cetakan.sha256,
        nama_berkas=cetakan.nama_berkas,
        jumlah_orang=cetakan.jumlah.orang if cetakan.jumlah else None,
        jumlah_nominal=cetakan.jumlah.rupiah if cetakan.jumlah else None,
        parameter=_parameter(kerja, minta, pejabat, naskah),
        akun_id=kerja.akun_id,
        pada=kerja.sekarang(),
    )
    kerja.sesi.add(baris)
    kerja.sesi.flush()
    return baris.id


def _parameter(kerja: Kerja, minta: Permintaan, pejabat: DataPejabat | None, naskah: str) -> dict[str, Any]:
    """Keep what was chosen, so that the paper can be printed again the same."""
    return {
        "penandatangan_id": str(pejabat.id) if pejabat else None,
        "publik": minta.publik,
        "per_lembar": minta.per_lembar,
        "profil": minta.profil,
        "batas": minta.batas.isoformat() if minta.batas else None,
        "ringan": bool(minta.ringan),
        "sifat": minta.sifat.value if minta.sifat else None,
        "orang": str(minta.orang) if minta.orang else None,
        "nomor_dasar": minta.nomor if minta.nomor_desa else None,
        "nomor_desa": dict(minta.nomor_desa) if minta.nomor_desa else None,
        "revisi": (minta.revisi or pakai_templat(kerja, naskah)) if naskah else None,
    }


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
    if minta.orang is not None:
        dicetak = dicetak.where(col(Penerima.orang_id) == minta.orang)
    if minta.desa is not None:
        dicetak = dicetak.where(sa.func.coalesce(col(Penerima.kode_desa), "") == minta.desa)
    kerja.sesi.execute(
        sa.update(TandaTerima)
        .where(col(TandaTerima.alokasi_id).in_(dicetak))
        .values(cetakan=TandaTerima.cetakan + 1, dicetak_pada=kerja.sekarang())
    )
