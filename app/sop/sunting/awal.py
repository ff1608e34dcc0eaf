"""Where an SOP of the office begins: from nothing, or from the words of another one; and what a new step holds."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from functools import cache
from typing import Any

from app.bahasa.sop import AKSI
from app.sop.bentuk import susun, uraikan
from app.sop.definisi import (
    Aksi,
    AturanProgram,
    Basis,
    Butir,
    DefinisiSop,
    Fakta,
    JudulKolom,
    Kepala,
    Langkah,
    Menghitung,
    Pengesah,
    PeranSop,
    SatuanWaktu,
    Simbol,
    Sisi,
    Waktu,
)
from app.sop.fakta import MELETAKKAN
from app.sop.muat import daftar_bawaan
from app.sop.sahih import SKEMA
from app.sop.sunting.kata import kantor, kode_baru
from db.istilah import JenisBantuan, Peran, SumberSop

BARU = 0
"""`urutan` of a step that has no place yet."""
PELAKSANA = (Peran.STAF, Peran.OPERATOR, Peran.PENDAMPING)
PIMPINAN = (Peran.KABID, Peran.KADIS, Peran.CAMAT)


@cache
def pola(aksi: Aksi) -> Langkah:
    """Return the shipped step that does this work, the pattern of new ones; every aksi has one."""
    return next(lk for sop in daftar_bawaan() for lk in sop.langkah if lk.aksi is aksi)


def langkah_baru(definisi: DefinisiSop, sesudah: int, aksi: Aksi, pelaksana: tuple[str, ...] = ()) -> Langkah:
    """Return a step of some work: what Salur does there is filled in, the office's words are for the office."""
    contoh, nama = pola(aksi), AKSI[aksi]
    siapa = pelaksana or tuple(p.kode for p in definisi.peran if p.sisi is Sisi.DALAM)[:1]
    return Langkah(
        urutan=BARU,
        label=str(sesudah + 1),
        nomor_asli=kantor(str(sesudah + 1)),
        kegiatan=kantor(nama),
        nama_layar=kantor(nama),
        instruksi=kantor("Lengkapi dokumen langkah ini, lalu catat hasilnya."),
        pelaksana=siapa,
        kelengkapan=kantor(""),
        waktu=waktu_awal(),
        output=kantor(f"{nama} tercatat"),
        hasil=kantor(f"{nama} tercatat"),
        keterangan=kantor(""),
        aksi=aksi,
        simbol=Simbol.PROSES,
        sumber_pelaksana=SumberSop.PRACTICE,
        per_usulan=contoh.per_usulan,
        masukan=masukan(definisi.langkah[:sesudah], aksi),
        cetak=contoh.cetak,
    )


def masukan(sebelum: Iterable[Langkah], aksi: Aksi) -> tuple[Fakta, ...]:
    """Return what must exist before some work may begin early: what the pattern asks and an earlier step brings."""
    ada = {lk.aksi for lk in sebelum}
    return tuple(fakta for fakta in pola(aksi).masukan if MELETAKKAN.get(fakta) in ada)


def waktu_awal() -> Waktu:
    """Return the time of a new step: one working day for the kegiatan."""
    return Waktu(
        teks=kantor("1 hari"), nilai=1, satuan=SatuanWaktu.HARI, basis=Basis.KERJA,
        menghitung=Menghitung.KEGIATAN, sumber_basis=SumberSop.PRACTICE,
    )  # fmt: skip


def kosong(nama: str, dipakai: Collection[str]) -> DefinisiSop:
    """Return an SOP of one step and two roles that passes the check, for an office to fill.

    Args:
        nama: what it is called.
        dipakai: codes of SOPs that are there.
    """
    tanpa = kantor("")
    kepala = Kepala(
        nomor=tanpa, tanggal_pembuatan=tanpa, tanggal_revisi=tanpa, tanggal_efektif=tanpa,
        disahkan=Pengesah(jabatan=tanpa, nama=tanpa, pangkat=tanpa, nip=tanpa),
        instansi=tanpa, unit=tanpa, nama=kantor(nama), judul=tanpa,
    )  # fmt: skip
    peran = (
        PeranSop(kode="pelaksana", label=kantor("Pelaksana"), sisi=Sisi.DALAM, akun=PELAKSANA),
        PeranSop(kode="pimpinan", label=kantor("Pimpinan"), sisi=Sisi.DALAM, akun=PIMPINAN),
    )
    sop = DefinisiSop(
        skema=SKEMA,
        kode=kode_baru(nama, dipakai),
        versi=1,
        nama_layar=kantor(nama),
        berkas_sumber="",
        satuan_kerja="kegiatan",
        kepala=kepala,
        kolom=_judul_kolom(),
        peran=peran,
        aturan=AturanProgram(
            satu_kk=False, sumber=SumberSop.PRACTICE, nominal_wajib=False, jenis_bantuan=tuple(JenisBantuan)
        ),
        langkah=(),
    )
    pertama = replace(langkah_baru(sop, 0, Aksi.CATAT_DOKUMEN), urutan=1, simbol=Simbol.MULAI)
    return replace(sop, langkah=(pertama,))


def _judul_kolom() -> JudulKolom:
    """Return the titles of the procedure table after Permenpan RB 35/2012."""
    return JudulKolom(
        no=kantor("No."), kegiatan=kantor("Kegiatan"), pelaksana=kantor("Pelaksana"), mutu_baku=kantor("Mutu Baku"),
        kelengkapan=kantor("Kelengkapan"), waktu=kantor("Waktu"), output=kantor("Output"), keterangan=kantor("Ket."),
    )  # fmt: skip


def salinan(asal: DefinisiSop, nama: str, dipakai: Collection[str]) -> DefinisiSop:
    """Return a new SOP with the content of another one.

    It is no longer what a document says: every word is the office's own, and number, dates and approval are blank.
    """
    milik: DefinisiSop = susun(DefinisiSop, _milik_kantor(uraikan(asal)))
    tanpa = kantor("")
    kepala = replace(
        milik.kepala,
        nomor=tanpa, tanggal_pembuatan=tanpa, tanggal_revisi=tanpa, tanggal_efektif=tanpa,
        disahkan=Pengesah(jabatan=tanpa, nama=tanpa, pangkat=tanpa, nip=tanpa),
        nama=kantor(nama), judul=tanpa,
    )  # fmt: skip
    return replace(
        milik, kode=kode_baru(nama, dipakai), versi=1, nama_layar=kantor(nama), berkas_sumber="", kepala=kepala
    )


def _milik_kantor(nilai: Any) -> Any:
    """Take the marks of the document out of JSON values: corrected words are the words."""
    if isinstance(nilai, list):
        return [_milik_kantor(satu) for satu in nilai]
    if not isinstance(nilai, dict):
        return nilai
    if "teks" in nilai and not isinstance(nilai["teks"], dict):
        butir = susun(Butir, nilai)
        return {"teks": butir.tampil or None, "sumber": SumberSop.PRACTICE.value}
    return {kunci: _sumber(kunci, isi) for kunci, isi in nilai.items()}


def _sumber(kunci: str, isi: Any) -> Any:
    """Turn a claim of the document into the office's own; an assumption stays one until it is confirmed."""
    if isinstance(isi, str) and kunci.startswith("sumber") and isi == SumberSop.SOP:
        return SumberSop.PRACTICE.value
    return _milik_kantor(isi)
