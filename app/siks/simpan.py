"""Keeping a file of SIKS-NG beside what was made of it, and matching its people with ours."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from app.identitas import nama_cari
from app.kerja import Kerja
from app.pijakan import baca
from app.siks.jawaban import PENGIRIM, BarisJawaban, BerkasJawaban
from db.dasar import id_baru
from db.galat import KnownError
from db.istilah import NasibBaris, StatusImpor, TujuanImpor
from db.model import BarisUsulan, BerkasImpor, Impor, Orang, Usulan


@dataclass(frozen=True, slots=True)
class Nasib:
    """What became of one row: whom of ours it means (None: nobody), and what is remembered about it."""

    baris: BarisJawaban
    usulan_id: UUID | None
    ingat: Mapping[str, Any]


class Pencocok:
    """Finds whom of ours a row means: by NIK, else by name and birth date where that fits one person only."""

    def __init__(self, orang: Iterable[tuple[UUID, str | None, str, date | None]]) -> None:
        semua = list(orang)
        self._nik = {nik: usulan_id for usulan_id, nik, _, _ in semua if nik}
        kunci = [(nama_cari(nama), lahir) for _, _, nama, lahir in semua]
        banyak = Counter(kunci)
        self._nama = {
            k: usulan_id for k, (usulan_id, _, _, lahir) in zip(kunci, semua, strict=True) if lahir and banyak[k] == 1
        }

    def cari(self, baris: BarisJawaban) -> UUID | None:
        """Give the usulan that a row means."""
        return self._nik.get(baris.nik) or self._nama.get(baris.kunci_nama)


def orang_usulan(
    kerja: Kerja, kegiatan_id: UUID, status: Sequence[str]
) -> list[tuple[UUID, str | None, str, date | None]]:
    """Give (usulan, NIK, name, birth date) of the usulan of a kegiatan in some states."""
    kueri = sa.select(col(Usulan.id), col(Orang.nik), col(Orang.nama), col(Orang.tanggal_lahir))
    kueri = kueri.join(Orang, col(Orang.id) == col(Usulan.orang_id))
    kueri = kueri.where(col(Usulan.kegiatan_id) == kegiatan_id, col(Usulan.status).in_(status))
    return [(b[0], b[1], b[2], b[3]) for b in baca(kerja, kueri.order_by(col(Usulan.urut)))]


def sudah_pernah(kerja: Kerja, kegiatan_id: UUID, tujuan: TujuanImpor, sha256: str) -> bool:
    """Tell whether the same file was taken over before and still holds."""
    kueri = select(BerkasImpor.id).join(Impor, col(Impor.id) == col(BerkasImpor.impor_id))
    kueri = kueri.where(
        BerkasImpor.sha256 == sha256,
        Impor.kegiatan_id == kegiatan_id,
        Impor.tujuan == tujuan.value,
        Impor.status == StatusImpor.TERSIMPAN.value,
    )
    return kerja.sesi.exec(kueri).first() is not None


def simpan_impor(
    kerja: Kerja,
    kegiatan_id: UUID,
    tujuan: TujuanImpor,
    berkas: BerkasJawaban,
    nasib: Sequence[Nasib],
    ringkasan: dict[str, Any],
) -> UUID:
    """Keep the file, its rows and what became of each; returns the import's id.

    Raises:
        KnownError: `jawaban_sudah_pernah`.
    """
    if sudah_pernah(kerja, kegiatan_id, tujuan, berkas.buku.sha256):
        raise KnownError("jawaban_sudah_pernah", berkas=berkas.buku.nama)
    impor = Impor(
        kegiatan_id=kegiatan_id,
        tujuan=tujuan.value,
        pengirim=PENGIRIM,
        ringkasan=ringkasan,
        akun_id=kerja.akun_id,
        pada=kerja.sekarang(),
    )
    kerja.sesi.add(impor)
    kerja.sesi.flush()
    berkas_id = _simpan_berkas(kerja, impor.id, berkas)
    kerja.sisip_banyak(BarisUsulan, (_baris(impor.id, berkas_id, n) for n in nasib))
    return impor.id


def _simpan_berkas(kerja: Kerja, impor_id: UUID, berkas: BerkasJawaban) -> UUID:
    buku = berkas.buku
    baris = BerkasImpor(
        impor_id=impor_id,
        nama=buku.nama,
        sha256=buku.sha256,
        ukuran=len(buku.isi),
        format=buku.format,
        lembar=[{"nama": lembar.nama, "baris": len(lembar.baris)} for lembar in buku.lembar],
        dilewati=[{"baris": nomor, "sebab": sebab, "isi": isi} for nomor, sebab, isi in berkas.dilewati],
        lampiran_id=kerja.simpan_lampiran(buku.isi, buku.nama),
    )
    kerja.sesi.add(baris)
    kerja.sesi.flush()
    return baris.id


def _baris(impor_id: UUID, berkas_id: UUID, nasib: Nasib) -> dict[str, Any]:
    b = nasib.baris
    bersih = {"nik": b.nik, "nama": b.nama, "desa": b.desa, "id_dtks": b.id_dtks, "alasan": b.alasan, **nasib.ingat}
    if b.lahir:
        bersih["tanggal_lahir"] = b.lahir.isoformat()
    return {
        "id": id_baru(),
        "impor_id": impor_id,
        "berkas_id": berkas_id,
        "lembar": b.lembar,
        "baris": b.baris,
        "asli": dict(b.asli),
        "bersih": bersih,
        "nasib": (NasibBaris.DITERIMA if nasib.usulan_id else NasibBaris.PERLU_PERIKSA).value,
        "usulan_id": nasib.usulan_id,
    }
