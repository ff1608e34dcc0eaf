"""Ticking the checklist: many boxes at once ("semua lengkap, kecuali …"), attaching files, setting aside."""

from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from app import jejak
from app.kerja import Kerja
from app.pijakan import baca, potong
from app.sop import konteks, peran
from app.sop.definisi import DokumenSyarat, Per
from app.sop.kelengkapan import SELURUHNYA, ButirSyarat, Sasaran, catatan_terbaru, sasaran, usulan_diminta
from app.sop.konteks import Konteks
from db.galat import KnownError
from db.istilah import StatusKelengkapan, StatusLangkah
from db.model import Kelengkapan, PelaksanaanLangkah, TautanLampiran


def centang_kelengkapan(
    kerja: Kerja,
    pelaksanaan_id: UUID,
    *,
    kode: Collection[str] | None = None,
    untuk: Collection[Sasaran] | None = None,
    kecuali: Collection[ButirSyarat] = (),
    ada: bool = True,
    pilihan: str = "",
) -> int:
    """Tick boxes of a checklist because the papers were seen, or take ticks back; returns how many changed.

    Args:
        kode: documents; None means all of the step.
        untuk: desa, tahap or usulan; None means everybody who is asked.
        kecuali: boxes left as they are; with an empty `kode` every box of that desa, tahap or usulan.
        ada: False takes the ticks back.
        pilihan: which of the alternatives was brought, for a document that has them.

    Raises:
        KnownError: `bukan_pelaksana`, `langkah_belum_mulai`, `langkah_sudah_ditutup`, `dokumen_bukan_syarat`,
            `pilihan_dokumen_salah`.
    """
    k = _siap(kerja, pelaksanaan_id)
    dokumen = _dokumen(k, kode)
    _periksa_pilihan(dokumen, pilihan)
    dicari = StatusKelengkapan.ADA if ada else StatusKelengkapan.BELUM
    butir = [b for b in _butir(kerja, k, dokumen, untuk) if not _dikecualikan(b, kecuali)]
    if untuk is not None and not butir:
        raise KnownError("dokumen_bukan_syarat", langkah=k.sebutan)
    ubah = [b for b, status in _status(kerja, k, butir).items() if status is not dicari]
    _tulis(kerja, k, ubah, status=dicari, fisik=ada, pilihan=pilihan if ada else "", alasan="")
    _jejak(kerja, "centang_kelengkapan" if ada else "batal_centang", k, ubah, kecuali=len(kecuali))
    return len(ubah)


def kelengkapan_tidak_berlaku(kerja: Kerja, pelaksanaan_id: UUID, butir: Collection[ButirSyarat], alasan: str) -> int:
    """Set boxes aside with a reason: this paper is not asked of this desa or person; returns how many changed.

    Raises:
        KnownError: `alasan_kosong`, `dokumen_bukan_syarat`, `bukan_pelaksana`, `langkah_belum_mulai`,
            `langkah_sudah_ditutup`.
    """
    k = _siap(kerja, pelaksanaan_id)
    if not alasan.strip():
        raise KnownError("alasan_kosong")
    _periksa_butir(kerja, k, butir)
    _tulis(kerja, k, butir, status=StatusKelengkapan.TIDAK_BERLAKU, fisik=False, pilihan="", alasan=alasan.strip())
    _jejak(kerja, "kelengkapan_tidak_berlaku", k, butir, alasan=alasan.strip())
    return len(butir)


def lampirkan(
    kerja: Kerja,
    pelaksanaan_id: UUID,
    kode: str,
    nama: str,
    isi: bytes,
    *,
    untuk: Sasaran = SELURUHNYA,
    pilihan: str = "",
) -> UUID:
    """Attach a file to a box, which ticks it; earlier files of the box stay linked. Returns the attachment's id.

    Raises:
        KnownError: as for `centang_kelengkapan`, and those of keeping a file (`disk_penuh` …).
    """
    k = _siap(kerja, pelaksanaan_id)
    butir = ButirSyarat(kode, untuk)
    _periksa_pilihan(_dokumen(k, [kode]), pilihan)
    _periksa_butir(kerja, k, [butir])
    lampiran_id = kerja.simpan_lampiran(isi, nama)
    _tulis(kerja, k, [butir], status=StatusKelengkapan.ADA, pilihan=pilihan, lampiran_id=lampiran_id, alasan="")
    baris = _baris(kerja, k, [butir])[butir]
    kerja.sesi.add(
        TautanLampiran(
            lampiran_id=lampiran_id,
            objek="kelengkapan",
            objek_id=baris.id,
            kegiatan_id=k.kegiatan.id,
            keterangan=baris.nama,
            kode_desa=untuk.kode_desa,
        )
    )
    _jejak(kerja, "lampirkan", k, [butir], berkas=nama)
    return lampiran_id


def berkas_butir(kerja: Kerja, pelaksanaan_id: UUID, butir: ButirSyarat) -> list[UUID]:
    """Return every file ever attached to a box of this putaran, oldest first."""
    k = konteks.konteks(kerja, pelaksanaan_id)
    baris = _baris(kerja, k, [butir]).get(butir)
    if baris is None:
        return []
    kueri = select(TautanLampiran.lampiran_id).where(TautanLampiran.objek_id == baris.id)
    return list(kerja.sesi.exec(kueri.order_by(col(TautanLampiran.urut))))


# --- which boxes ------------------------------------------------------------------------------------------------------


def _siap(kerja: Kerja, pelaksanaan_id: UUID) -> Konteks:
    """Return a putaran whose checklist may be written on now."""
    k = konteks.konteks(kerja, pelaksanaan_id)
    konteks.pastikan_tidak_batal(k.kegiatan)
    peran.wajib_kerja(kerja, k.akun, k.sebutan)
    if k.baris.status == StatusLangkah.MENUNGGU:
        raise KnownError("langkah_belum_mulai", langkah=k.sebutan)
    if k.baris.status != StatusLangkah.BERJALAN:
        raise KnownError("langkah_sudah_ditutup", langkah=k.sebutan)
    return k


def _dokumen(k: Konteks, kode: Collection[str] | None) -> list[DokumenSyarat]:
    semua = {d.kode: d for d in k.langkah.dokumen}
    if kode is None:
        return list(semua.values())
    if not set(kode) <= set(semua):
        raise KnownError("dokumen_bukan_syarat", langkah=k.sebutan)
    return [semua[satu] for satu in kode]


def _periksa_pilihan(dokumen: Iterable[DokumenSyarat], pilihan: str) -> None:
    for d in dokumen:
        if pilihan and pilihan not in d.pilihan:
            raise KnownError("pilihan_dokumen_salah", dokumen=d.nama.tampil, pilihan=list(d.pilihan))


def _butir(
    kerja: Kerja, k: Konteks, dokumen: Iterable[DokumenSyarat], untuk: Collection[Sasaran] | None
) -> list[ButirSyarat]:
    """Return the boxes that the step asks for, of these documents and for these desa, tahap or usulan."""
    dipilih = None if untuk is None else set(untuk)
    hasil = []
    for d in dokumen:
        if d.per is Per.USULAN:
            milik: Iterable[Sasaran] = (Sasaran(usulan_id=b[0]) for b in baca(kerja, usulan_diminta(k, d)))
        else:
            milik = (s for s, _ in sasaran(kerja, k, d))
        hasil += [ButirSyarat(d.kode, s) for s in milik if dipilih is None or s in dipilih]
    return hasil


def _dikecualikan(butir: ButirSyarat, kecuali: Collection[ButirSyarat]) -> bool:
    return any(x.sasaran == butir.sasaran and x.kode in ("", butir.kode) for x in kecuali)


def _periksa_butir(kerja: Kerja, k: Konteks, butir: Collection[ButirSyarat]) -> None:
    diminta = set(_butir(kerja, k, _dokumen(k, {b.kode for b in butir}), {b.sasaran for b in butir}))
    if not set(butir) <= diminta:
        raise KnownError("dokumen_bukan_syarat", langkah=k.sebutan)


def _status(kerja: Kerja, k: Konteks, butir: Iterable[ButirSyarat]) -> dict[ButirSyarat, StatusKelengkapan]:
    """Return the newest word on each box; a box nobody touched is BELUM."""
    butir = list(butir)
    tahu = {b: c.status for b, c in catatan_terbaru(kerja, k).items()}
    for kode, usulan_id, status in _kata_usulan(kerja, k, [b for b in butir if b.sasaran.usulan_id]):
        tahu[ButirSyarat(kode, Sasaran(usulan_id=usulan_id))] = StatusKelengkapan(status)
    return {b: tahu.get(b, StatusKelengkapan.BELUM) for b in butir}


def _kata_usulan(kerja: Kerja, k: Konteks, butir: Collection[ButirSyarat]) -> Iterable[Any]:
    """Give code, usulan and status of every word about papers per person, oldest first."""
    kode = {b.kode for b in butir}
    if not kode:
        return []
    kueri = (
        sa.select(col(Kelengkapan.kode), col(Kelengkapan.usulan_id), col(Kelengkapan.status))
        .join(PelaksanaanLangkah, col(PelaksanaanLangkah.id) == col(Kelengkapan.pelaksanaan_id))
        .where(
            col(PelaksanaanLangkah.kegiatan_id) == k.kegiatan.id,
            col(Kelengkapan.kode).in_(kode),
            col(Kelengkapan.usulan_id).is_not(None),
        )
        .order_by(col(Kelengkapan.urut))
    )
    if k.baris.usulan_id is not None:
        kueri = kueri.where(col(Kelengkapan.usulan_id) == k.baris.usulan_id)
    return baca(kerja, kueri)


# --- writing ----------------------------------------------------------------------------------------------------------


def _tulis(kerja: Kerja, k: Konteks, butir: Collection[ButirSyarat], **isi: Any) -> None:
    """Change the rows of this putaran; boxes without one get theirs, which outdates those of earlier putaran."""
    dokumen = {d.kode: d for d in k.langkah.dokumen}
    isi = {"status": StatusKelengkapan.BELUM, **isi, "oleh_akun_id": kerja.akun_id, "pada": kerja.sekarang()}
    ada = _baris(kerja, k, butir)
    for baris in ada.values():
        for kunci, nilai in isi.items():
            setattr(baris, kunci, nilai)
    kerja.sisip_banyak(
        Kelengkapan,
        (_kolom(k, b, dokumen[b.kode]) | isi for b in butir if b not in ada),
    )


def _kolom(k: Konteks, b: ButirSyarat, d: DokumenSyarat) -> dict[str, Any]:
    return {
        "pelaksanaan_id": k.baris.id,
        "kode": b.kode,
        "nama": d.nama.tampil,
        "sifat": d.sifat.value,
        "kode_desa": b.sasaran.kode_desa,
        "tahap_id": b.sasaran.tahap_id,
        "usulan_id": b.sasaran.usulan_id,
        "fisik": False,
        "pilihan": "",
        "alasan": "",
    }


def _baris(kerja: Kerja, k: Konteks, butir: Collection[ButirSyarat]) -> dict[ButirSyarat, Kelengkapan]:
    """Return the rows of this putaran for these boxes."""
    dicari = set(butir)
    kueri = select(Kelengkapan).where(
        Kelengkapan.pelaksanaan_id == k.baris.id, col(Kelengkapan.kode).in_({b.kode for b in dicari})
    )
    orang = [b.sasaran.usulan_id for b in dicari if b.sasaran.usulan_id]
    kerja.sesi.flush()
    hasil: dict[ButirSyarat, Kelengkapan] = {}
    potongan = [kueri.where(col(Kelengkapan.usulan_id).is_(None))]
    potongan += [kueri.where(col(Kelengkapan.usulan_id).in_(bagian)) for bagian in potong(orang)]
    for satu in potongan:
        for b in kerja.sesi.exec(satu):
            hasil[ButirSyarat(b.kode, Sasaran(b.kode_desa, b.tahap_id, b.usulan_id))] = b
    return {b: baris for b, baris in hasil.items() if b in dicari}


def _jejak(kerja: Kerja, aksi: str, k: Konteks, butir: Collection[ButirSyarat], **rincian: Any) -> None:
    jejak.catat(
        kerja,
        aksi,
        objek="pelaksanaan_langkah",
        objek_id=k.baris.id,
        kegiatan_id=k.kegiatan.id,
        langkah=k.baris.langkah,
        dokumen=sorted({b.kode for b in butir}),
        jumlah=len(butir),
        **rincian,
    )
