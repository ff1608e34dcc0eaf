"""Storing a preview: the batch with its files and every row, new people and usulan, in the caller's one transaction.

Rejected rows are stored too, with their reason. At the end the rows are counted again in the store and compared with
what the user was shown; a difference rolls everything back.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, func, select

from app import jejak
from app.identitas import nama_cari
from app.jobs import JobContext, tanpa_sapuan
from app.kerja import Kerja
from app.orang.riwayat_kk import ganti_kk
from app.pijakan import baca
from app.usulan import peta
from app.usulan.banding import TETAP, nilai_orang
from app.usulan.bentuk import Baris, BerkasHasil, HasilImpor, LembarHasil, RingkasanImpor
from app.usulan.buku import kop_asli
from app.usulan.catatan import tulis_baris
from app.usulan.pasangan import catat_putusan
from app.usulan.periksa import kegiatan_impor, periksa_ulang, tanda_toko, tolak_yang_sudah
from app.usulan.rencana import rencanakan
from app.wilayah_akun import seluruh, wajib_desa
from db.galat import BugError, KnownError
from db.istilah import Kiriman, NasibBaris
from db.model import (
    BarisUsulan,
    BerkasImpor,
    Impor,
    Orang,
    PemetaanKolom,
    RiwayatIdentitas,
    Usulan,
)


@dataclass(frozen=True, slots=True)
class Tersimpan:
    """What an import stored.

    Attributes:
        usulan_baru: new usulan. orang_baru: people who were not known before.
        diperbarui: usulan sent again whose data this sending mended.
        ditolak_berkas: names of files that were refused as a whole.
    """

    impor_id: UUID
    ringkasan: RingkasanImpor
    usulan_baru: int
    orang_baru: int
    diperbarui: int
    ditolak_berkas: tuple[str, ...] = ()


@tanpa_sapuan()
def simpan_impor(kerja: Kerja, hasil: HasilImpor, ctx: JobContext | None = None) -> Tersimpan:
    """Store a preview in the caller's transaction.

    Raises:
        KnownError: `tidak_berwenang`, `kegiatan_ditutup`; `impor_kosong` when no row was read; `impor_berubah` when the
            store changed so that the judgement of a row is another now (look at it again, then store);
            `berkas_sudah_pernah`.
            `di_luar_wilayah` when a row belongs to a desa for which the account does not work.
        JobCancelled: the user asked to stop; the caller's transaction keeps nothing.
    """
    wajib_desa(kerja, hasil.per_desa)
    with seluruh(kerja):
        return _simpan(kerja, hasil, ctx)


def _simpan(kerja: Kerja, hasil: HasilImpor, ctx: JobContext | None) -> Tersimpan:
    kegiatan = kegiatan_impor(kerja, hasil.kegiatan_id)
    _mutakhirkan(kerja, hasil, ctx)
    ringkasan = hasil.ringkasan
    if not ringkasan.baris:
        raise KnownError("impor_kosong")
    hasil.tanda = -1  # rows get their ids now: should this transaction fail, they are judged anew
    impor = _impor(kerja, hasil, ringkasan)
    rencana = rencanakan(kerja, hasil, kegiatan, impor.id)
    berkas = {n: _tulis_berkas(kerja, satu, impor.id) for n, satu in enumerate(hasil.berkas) if satu.galat is None}
    rencana.tulis(kerja, berkas, ctx)
    diperbarui = _perbarui(kerja, hasil, rencana.ubah)
    for nomor, berkas_id in berkas.items():
        tulis_baris(kerja, hasil, nomor, berkas_id, impor.id, ctx)
    _ingat_kolom(kerja, hasil)
    _hitung_ulang(kerja, impor.id, ringkasan, rencana.usulan)
    jejak.catat(kerja, "simpan_impor", objek="impor", objek_id=impor.id, kegiatan_id=kegiatan.id,
                berkas=[b.nama for b in hasil.berkas if b.galat is None], **ringkasan.sebagai_json())  # fmt: skip
    hasil.impor_id = impor.id
    catat_putusan(kerja, hasil)
    gagal = tuple(b.nama for b in hasil.berkas if b.galat)
    return Tersimpan(impor.id, ringkasan, rencana.usulan, rencana.orang, diperbarui, gagal)


def _mutakhirkan(kerja: Kerja, hasil: HasilImpor, ctx: JobContext | None) -> None:
    """Judge again when the store changed since the preview, and refuse if that changes what was shown."""
    for berkas in hasil.berkas:
        if berkas.galat is None:
            _belum_pernah(kerja, hasil, berkas)
    if tanda_toko(kerja) == hasil.tanda:
        return
    sebelum = [(b.kunci, b.nasib) for b in hasil.baris]
    periksa_ulang(kerja, hasil, ctx)
    if sebelum != [(b.kunci, b.nasib) for b in hasil.baris]:
        raise KnownError("impor_berubah")


def _belum_pernah(kerja: Kerja, hasil: HasilImpor, berkas: BerkasHasil) -> None:
    lain = HasilImpor(hasil.kegiatan_id, hasil.tujuan, hasil.kiriman)
    tolak_yang_sudah(kerja, lain, berkas.sha256, berkas.nama)


def _impor(kerja: Kerja, hasil: HasilImpor, ringkasan: RingkasanImpor) -> Impor:
    impor = Impor(
        kegiatan_id=hasil.kegiatan_id,
        tujuan=hasil.tujuan.value,
        kiriman=hasil.kiriman.value,
        kode_desa_pengirim=hasil.pengirim_kode,
        pengirim=hasil.pengirim,
        ringkasan=ringkasan.sebagai_json() | hasil.perbandingan.sebagai_json() | {"asal": hasil.asal_kode or ""},
        akun_id=kerja.akun_id,
        pada=kerja.sekarang(),
    )
    kerja.sesi.add(impor)
    kerja.sesi.flush()
    return impor


def _perbarui(kerja: Kerja, hasil: HasilImpor, baris: Iterable[Baris]) -> int:
    """Take over what changed for known people; the old values stay in their history. Return how many usulan changed.

    A sending that mends (perbaikan, pengganti) changes what it says. Any other leaves a usulan that was sent again as
    it is and has somebody look; of people known from elsewhere it fills blanks and follows where they live and what
    they do, but leaves who they are.
    """
    banyak = 0
    for satu in baris:
        membetulkan = satu.ulang and hasil.kiriman is not Kiriman.SUSULAN
        if membetulkan or not satu.ulang:
            _perbarui_orang(kerja, satu, hasil.berkas[satu.berkas].nama, semua=membetulkan)
        if satu.ulang:
            _perbarui_usulan(kerja, satu, membetulkan=membetulkan)
        banyak += membetulkan
    return banyak


def _perbarui_orang(kerja: Kerja, baris: Baris, berkas: str, *, semua: bool) -> None:
    orang, isi = kerja.sesi.get_one(Orang, baris.orang_id), nilai_orang(baris)
    for bidang, (dulu, kini) in baris.perubahan.items():
        if bidang in isi and (semua or not dulu or bidang not in TETAP):
            setattr(orang, bidang, isi[bidang])
            baris.diterapkan = {**baris.diterapkan, bidang: (dulu, kini)}
            _catat_perubahan(kerja, orang.id, baris, bidang, f"Impor {berkas} baris {baris.nomor}")
    orang.nama_cari = nama_cari(orang.nama)


def _perbarui_usulan(kerja: Kerja, baris: Baris, *, membetulkan: bool) -> None:
    """Mark a usulan that was sent again with changes for a look, and follow its kategori where the sending mends."""
    usulan = kerja.sesi.get_one(Usulan, baris.usulan_id)
    if membetulkan and baris.kategori and baris.kategori != usulan.kategori:
        baris.diterapkan = {**baris.diterapkan, "kategori": (usulan.kategori, baris.kategori)}
        usulan.kategori = baris.kategori
    if not usulan.perlu_periksa:
        baris.diterapkan = {**baris.diterapkan, "perlu_periksa": ("", str(True))}
        usulan.perlu_periksa = True


def _catat_perubahan(kerja: Kerja, orang_id: UUID, baris: Baris, bidang: str, alasan: str) -> None:
    dulu, kini = baris.perubahan[bidang]
    kerja.sesi.add(
        RiwayatIdentitas(
            orang_id=orang_id, bidang=bidang, lama=dulu, baru=kini, alasan=alasan, akun_id=kerja.pelaku.akun_id
        )
    )
    if bidang == "no_kk":
        ganti_kk(kerja, kerja.sesi.get_one(Orang, orang_id), dulu, kini, shdk=baris.perubahan.get("shdk"))


# --- the files and their rows ----------------------------------------------------------------------------------------


def _tulis_berkas(kerja: Kerja, berkas: BerkasHasil, impor_id: UUID) -> UUID:
    """Keep one file as it came and what was found in it; return its id."""
    baris = BerkasImpor(
        impor_id=impor_id,
        nama=berkas.nama,
        sha256=berkas.sha256,
        ukuran=len(berkas.isi),
        format=berkas.format,
        lembar=[_lembar(satu) for satu in berkas.lembar],
        pemetaan={s.nama: {k.huruf: k.bidang for k in s.daftar.kolom if k.bidang} for s in berkas.lembar if s.daftar},
        dilewati=[
            {"lembar": s.nama, "baris": d.baris, "sebab": d.sebab.value, "isi": d.isi[:200]}
            for s in berkas.lembar
            for d in s.dilewati
        ],
        lampiran_id=kerja.simpan_lampiran(berkas.isi, berkas.nama),
    )
    kerja.sesi.add(baris)
    kerja.sesi.flush()
    return baris.id


def _lembar(satu: LembarHasil) -> dict[str, Any]:
    daftar = satu.daftar
    return {
        "nama": satu.nama,
        "dipakai": satu.dipakai,
        "sebab": satu.sebab,
        "baris_sembunyi": satu.baris_sembunyi,
        "baris_judul": list(daftar.baris_judul) if daftar else [],
        "judul": {k.huruf: k.judul for k in daftar.kolom} if daftar else {},
        "kop": kop_asli(daftar) if daftar and satu.dipakai else [],
        "baris": satu.banyak if satu.dipakai else 0,
    }


def _ingat_kolom(kerja: Kerja, hasil: HasilImpor) -> None:
    """Remember the columns that somebody set right, for the next file of this layout."""
    for nomor, lembar in hasil.pilihan_kolom:
        daftar = next((s.daftar for s in hasil.berkas[nomor].lembar if s.nama == lembar), None)
        if daftar is None:
            continue
        lama = kerja.sesi.exec(
            select(PemetaanKolom).where(
                PemetaanKolom.kantor_id == kerja.kantor.id,
                PemetaanKolom.sidik_judul == daftar.sidik,
                PemetaanKolom.nama == "",
            )
        ).first()
        ingat = lama or PemetaanKolom(kantor_id=kerja.kantor.id, sidik_judul=daftar.sidik)
        ingat.pengirim, ingat.pemetaan = hasil.pengirim, dict(peta.ingatan(daftar.kolom))
        kerja.sesi.add(ingat)


def _hitung_ulang(kerja: Kerja, impor_id: UUID, ringkasan: RingkasanImpor, usulan: int) -> None:
    """Count in the store what was stored, and roll back unless it is what was shown."""
    kueri = sa.select(col(BarisUsulan.nasib), func.count()).where(col(BarisUsulan.impor_id) == impor_id)
    ada: Counter[str] = Counter()
    ada.update({b[0]: b[1] for b in baca(kerja, kueri.group_by(col(BarisUsulan.nasib)))})
    baru = select(func.count()).select_from(Usulan).where(Usulan.impor_id == impor_id)
    banyak = kerja.sesi.exec(baru).one()
    bercatatan = baru.join(BarisUsulan, col(BarisUsulan.usulan_id) == col(Usulan.id))
    ada[NasibBaris.DITERIMA.value] += banyak - kerja.sesi.exec(bercatatan.where(BarisUsulan.impor_id == impor_id)).one()
    tersimpan = RingkasanImpor(
        ada.total(), *(ada[n.value] for n in (NasibBaris.DITERIMA, NasibBaris.PERLU_PERIKSA, NasibBaris.DITOLAK))
    )
    if tersimpan != ringkasan or banyak != usulan:
        raise BugError(f"stored {tersimpan} and {banyak} usulan, expected {ringkasan} and {usulan}")
