"""Gathers everything that an auditor asks about one kegiatan, from what the office recorded while it worked."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, func

from app.akses import Hak, wajib
from app.barang import Stok, stok_barang
from app.berkas_pemeriksaan.pengecualian import Pengecualian, daftar_pengecualian
from app.berkas_pemeriksaan.silang import Bersama, TanpaSk, dibayar_tanpa_sk, rekening_bersama, wakil_bersama
from app.berkas_pemeriksaan.urutan import Pelanggaran, Tanggal, periksa_urutan
from app.dokumen.daftar import DokumenTercatat, riwayat_dokumen
from app.kerja import Kerja
from app.pakta import BarisPakta, daftar_pakta
from app.pencairan import Posisi, daftar_pencairan, posisi_uang
from app.penggunaan.laporan import BarisLaporan, daftar_laporan
from app.penyaluran import semua_serah
from app.penyaluran.keadaan import SETENGAH, StatusSalur
from app.penyaluran.muat import BarisSerah
from app.pijakan import baca_kolom, lihat_kegiatan
from app.sop.definisi import Aksi
from app.sop.konteks import definisi_kegiatan
from app.wilayah_akun import wajib_seluruh
from db.istilah import HasilVerifikasi, JenisBantuan, StatusPenetapan
from db.model import Kegiatan, Penerima, Penetapan, Verifikasi


@dataclass(frozen=True, slots=True)
class BarisUrutan:
    """One recipient in one tahap with its four dates and what is wrong with their order."""

    baris: BarisSerah
    tanggal: Tanggal
    pelanggaran: tuple[Pelanggaran, ...]


@dataclass(frozen=True, slots=True)
class BerkasPemeriksaan:
    """All of it for one kegiatan.

    Attributes:
        urutan: every recipient in every tahap, in the order of the hand-over list.
        belum_dibayar: on the list, not served: still owed or failed.
        setengah: money credited but book or card not handed over, or the reverse.
        dibayar_tanpa_sk: served, but a later decree took them off.
        uang: rupiah over all tahap. stok: goods received from vendors and handed over.
        penggunaan: recipients who owe a report on the use of the aid. pakta: who signs a pakta integritas.
    """

    kegiatan: str
    tahun: int
    urutan: tuple[BarisUrutan, ...]
    belum_dibayar: tuple[BarisSerah, ...]
    setengah: tuple[BarisSerah, ...]
    dibayar_tanpa_sk: tuple[TanpaSk, ...]
    wakil_bersama: tuple[Bersama, ...]
    rekening_bersama: tuple[Bersama, ...]
    pengecualian: tuple[Pengecualian, ...]
    dokumen: tuple[DokumenTercatat, ...]
    uang: Posisi
    stok: tuple[Stok, ...] = ()
    penggunaan: tuple[BarisLaporan, ...] = ()
    pakta: tuple[BarisPakta, ...] = ()

    @property
    def melanggar(self) -> tuple[BarisUrutan, ...]:
        """The rows whose dates break the order."""
        return tuple(b for b in self.urutan if b.pelanggaran)


def kumpulkan(kerja: Kerja, kegiatan_id: UUID) -> BerkasPemeriksaan:
    """Gather the berkas pemeriksaan of a kegiatan.

    Raises:
        KnownError: `tidak_berwenang`, `kegiatan_tidak_ada`.
    """
    wajib(kerja, Hak.DOKUMEN)
    wajib_seluruh(kerja)
    wajib(kerja, Hak.IDENTITAS)
    kegiatan = lihat_kegiatan(kerja, kegiatan_id)
    serah = tuple(semua_serah(kerja, kegiatan_id))
    return BerkasPemeriksaan(
        kegiatan=kegiatan.nama,
        tahun=kegiatan.tahun,
        urutan=_urutan(kerja, kegiatan, serah),
        belum_dibayar=tuple(b for b in serah if b.keadaan.status is not StatusSalur.TERSALUR),
        setengah=tuple(b for b in serah if b.keadaan.silang in SETENGAH),
        dibayar_tanpa_sk=dibayar_tanpa_sk(kerja, kegiatan_id),
        wakil_bersama=wakil_bersama(serah),
        rekening_bersama=rekening_bersama(serah),
        pengecualian=daftar_pengecualian(kerja, kegiatan_id, serah),
        dokumen=tuple(reversed(riwayat_dokumen(kerja, kegiatan_id))),
        uang=posisi_uang(kerja, kegiatan_id).seluruh,
        stok=stok_barang(kerja, kegiatan_id),
        penggunaan=tuple(daftar_laporan(kerja, kegiatan_id)),
        pakta=tuple(daftar_pakta(kerja, kegiatan_id)),
    )


def _urutan(kerja: Kerja, kegiatan: Kegiatan, serah: tuple[BarisSerah, ...]) -> tuple[BarisUrutan, ...]:
    verifikasi, sk, sp2d = _verifikasi(kerja, kegiatan.id), _sk(kerja, kegiatan.id), _sp2d(kerja, kegiatan.id)
    diverifikasi = any(langkah.aksi is Aksi.VERIFIKASI for langkah in definisi_kegiatan(kegiatan).langkah)
    hasil = []
    for b in serah:
        diberi, dana = b.keadaan.diserahkan, b.keadaan.dana_masuk
        t = Tanggal(
            verifikasi.get(b.orang_id), sk.get(b.orang_id), sp2d.get(b.tahap_id), diberi.tanggal if diberi else None,
            dana.tanggal if dana else None,
        )  # fmt: skip
        beruang = b.nominal is not None and kegiatan.jenis_bantuan != JenisBantuan.BARANG
        kartu = b.keadaan.silang is not None
        hasil.append(BarisUrutan(b, t, periksa_urutan(t, beruang=beruang, diverifikasi=diverifikasi, kartu=kartu)))
    return tuple(hasil)


def _verifikasi(kerja: Kerja, kegiatan_id: UUID) -> dict[UUID, date]:
    """Return the date of each person's newest decision, where it is layak."""
    kueri = (
        sa.select(col(Penerima.orang_id), col(Verifikasi.hasil), col(Verifikasi.tanggal))
        .join(Penerima, col(Penerima.usulan_id) == col(Verifikasi.usulan_id))
        .where(col(Verifikasi.kegiatan_id) == kegiatan_id)
        .order_by(col(Verifikasi.urut))
    )
    terakhir = {orang_id: (hasil, hari) for orang_id, hasil, hari in baca_kolom(kerja, kueri)}
    return {o: hari for o, (hasil, hari) in terakhir.items() if hasil == HasilVerifikasi.LAYAK}


def _sk(kerja: Kerja, kegiatan_id: UUID) -> dict[UUID, date]:
    """Return the date of the first decree whose list has each person."""
    kueri = (
        sa.select(col(Penerima.orang_id), func.min(col(Penetapan.tanggal)))
        .join(Penetapan, col(Penetapan.id) == col(Penerima.penetapan_id))
        .where(col(Penerima.kegiatan_id) == kegiatan_id, col(Penetapan.status) == StatusPenetapan.SAH.value)
        .group_by(col(Penerima.orang_id))
    )
    return {orang_id: hari for orang_id, hari in baca_kolom(kerja, kueri) if hari is not None}


def _sp2d(kerja: Kerja, kegiatan_id: UUID) -> dict[UUID, date]:
    """Return the date of the first SP2D of each tahap."""
    tahap: dict[UUID, list[date]] = defaultdict(list)
    for p in daftar_pencairan(kerja, kegiatan_id):
        tahap[p.tahap_id].append(p.tanggal)
    return {t: min(hari) for t, hari in tahap.items()}
