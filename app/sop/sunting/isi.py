"""What a step asks for: papers, time, performers and their paraf; and the roles of the SOP."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.sop.definisi import (
    BarangSerah,
    Basis,
    DefinisiSop,
    DokumenSyarat,
    Menghitung,
    ParafSop,
    Per,
    PeranSop,
    SatuanWaktu,
    Sisi,
    Waktu,
)
from app.sop.sunting.kata import ganti_langkah, kantor, kode_baru, tulis
from db.istilah import JenisBantuan, Kategori, Peran, SifatKelengkapan, SumberSop

# --- papers ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class IsiDokumen:
    """A required paper as an office fills it in; the fields are those of `DokumenSyarat`."""

    nama: str
    sifat: SifatKelengkapan = SifatKelengkapan.WAJIB
    per: Per = Per.KEGIATAN
    pilihan: tuple[str, ...] = ()
    kategori: tuple[Kategori, ...] = ()
    usia_min: int | None = None
    usia_maks: int | None = None


def tambah_dokumen(definisi: DefinisiSop, urutan: int, isi: IsiDokumen) -> DefinisiSop:
    """Let a step ask for one more paper; one that another step knows by this name is the same paper."""
    semua = {d.kode: d for lk in definisi.langkah for d in lk.dokumen}
    milik = definisi.langkah_ke(urutan).dokumen
    di_sini = {d.kode for d in milik}
    sama = next((k for k, d in semua.items() if k not in di_sini and d.nama.tampil == isi.nama.strip()), None)
    kode = sama or kode_baru(isi.nama, semua)
    baru = DokumenSyarat(kode=kode, nama=kantor(isi.nama), sifat=isi.sifat)
    definisi = ganti_langkah(definisi, urutan, dokumen=(*milik, baru))
    return ubah_dokumen(definisi, urutan, kode, isi)


def ubah_dokumen(definisi: DefinisiSop, urutan: int, kode: str, isi: IsiDokumen) -> DefinisiSop:
    """Change a paper of a step; for what it is asked once is the same in every step that asks for it."""
    baru = tuple(_isi_dokumen(d, isi) if d.kode == kode else d for d in definisi.langkah_ke(urutan).dokumen)
    definisi = ganti_langkah(definisi, urutan, dokumen=baru)
    seragam = tuple(
        replace(lk, dokumen=tuple(replace(d, per=isi.per) if d.kode == kode else d for d in lk.dokumen))
        for lk in definisi.langkah
    )
    return replace(definisi, langkah=seragam)


def _isi_dokumen(lama: DokumenSyarat, isi: IsiDokumen) -> DokumenSyarat:
    return replace(
        lama,
        nama=tulis(lama.nama, isi.nama),
        sifat=isi.sifat,
        per=isi.per,
        pilihan=isi.pilihan,
        kategori=isi.kategori,
        usia_min=isi.usia_min,
        usia_maks=isi.usia_maks,
    )


def hapus_dokumen(definisi: DefinisiSop, urutan: int, kode: str) -> DefinisiSop:
    """Let a step no longer ask for a paper."""
    sisa = tuple(d for d in definisi.langkah_ke(urutan).dokumen if d.kode != kode)
    return ganti_langkah(definisi, urutan, dokumen=sisa)


# --- time ------------------------------------------------------------------------------------------------------------


def atur_waktu(
    definisi: DefinisiSop, urutan: int, *, nilai: int, satuan: SatuanWaktu, basis: Basis, menghitung: Menghitung
) -> DefinisiSop:
    """Change the standard time of a step, and what it counts; its words on the sheet follow."""
    lama = definisi.langkah_ke(urutan).waktu
    teks = lama.teks
    if (nilai, satuan) != (lama.nilai, lama.satuan):
        teks = tulis(lama.teks, f"{nilai} {satuan.value}")
    baru = Waktu(
        teks=teks, nilai=nilai, satuan=satuan, basis=basis, menghitung=menghitung, sumber_basis=lama.sumber_basis
    )
    if baru == lama:
        return definisi
    return ganti_langkah(definisi, urutan, waktu=replace(baru, sumber_basis=SumberSop.PRACTICE))


# --- performers ------------------------------------------------------------------------------------------------------


def atur_pelaksana(definisi: DefinisiSop, urutan: int, kode: Sequence[str]) -> DefinisiSop:
    """Change who does a step, in the order of the flow."""
    if tuple(kode) == definisi.langkah_ke(urutan).pelaksana:
        return definisi
    return ganti_langkah(definisi, urutan, pelaksana=tuple(kode), sumber_pelaksana=SumberSop.PRACTICE)


def atur_paraf(definisi: DefinisiSop, urutan: int, paraf: Mapping[str, SifatKelengkapan]) -> DefinisiSop:
    """Change whose paraf a step asks for, by code of the role, in this order."""
    lama = {p.peran: p for p in definisi.langkah_ke(urutan).paraf}
    baru = tuple(
        lama[kode]
        if kode in lama and lama[kode].sifat is sifat
        else ParafSop(peran=kode, sifat=sifat, sumber=SumberSop.PRACTICE)
        for kode, sifat in paraf.items()
    )
    return ganti_langkah(definisi, urutan, paraf=baru)


def atur_lepas(definisi: DefinisiSop, urutan: int, jenis: Sequence[JenisBantuan]) -> DefinisiSop:
    """Change the kinds of aid that do not need a step."""
    return ganti_langkah(definisi, urutan, tidak_berlaku_untuk=tuple(jenis))


def atur_pihak(definisi: DefinisiSop, urutan: int, baris: Sequence[str]) -> DefinisiSop:
    """Change the outside parties among whom the file travels in a step; blank lines go."""
    rapi = (" ".join(satu.split()) for satu in baris)
    return ganti_langkah(definisi, urutan, pihak_luar=tuple(dict.fromkeys(satu for satu in rapi if satu)))


def atur_barang(definisi: DefinisiSop, urutan: int, baris: Sequence[str]) -> DefinisiSop:
    """Change what is handed over beside the aid itself; lines that were there stay what they are."""
    ada = {b.nama.tampil: b for b in definisi.langkah_ke(urutan).barang}
    dipakai = {b.kode for b in ada.values()}
    hasil: dict[str, BarangSerah] = {}
    for satu in dict.fromkeys(filter(None, (" ".join(b.split()) for b in baris))):
        kode = ada[satu].kode if satu in ada else kode_baru(satu, dipakai | set(hasil))
        hasil[kode] = ada.get(satu) or BarangSerah(kode=kode, nama=kantor(satu))
    return ganti_langkah(definisi, urutan, barang=tuple(hasil.values()))


# --- roles -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class IsiPeran:
    """A role as an office fills it in.

    Attributes:
        akun: account roles that hold it (inside).
        dicatat_oleh: code of the inside role that records its acts (outside).
        kolom: it has a column of its own on the sheet.
    """

    label: str
    sisi: Sisi = Sisi.DALAM
    akun: tuple[Peran, ...] = ()
    dicatat_oleh: str | None = None
    kolom: bool = True


def tambah_peran(definisi: DefinisiSop, isi: IsiPeran) -> DefinisiSop:
    """Add a role at the end."""
    kode = kode_baru(isi.label, {p.kode for p in definisi.peran})
    baru = PeranSop(kode=kode, label=kantor(isi.label), sisi=isi.sisi)
    return ubah_peran(replace(definisi, peran=(*definisi.peran, baru)), kode, isi)


def ubah_peran(definisi: DefinisiSop, kode: str, isi: IsiPeran) -> DefinisiSop:
    """Change a role; its code stays, so that steps and holders still find it."""
    dalam = isi.sisi is Sisi.DALAM
    lama = definisi.peran_kode(kode)
    baru = replace(
        lama,
        label=tulis(lama.label, isi.label),
        sisi=isi.sisi,
        akun=isi.akun if dalam else (),
        dicatat_oleh=None if dalam else isi.dicatat_oleh,
        kolom=isi.kolom,
    )
    return replace(definisi, peran=tuple(baru if p.kode == kode else p for p in definisi.peran))


def hapus_peran(definisi: DefinisiSop, kode: str) -> DefinisiSop:
    """Take a role out; where a step still names it, the check says so."""
    return replace(definisi, peran=tuple(p for p in definisi.peran if p.kode != kode))


def pindah_peran(definisi: DefinisiSop, kode: str, geser: int) -> DefinisiSop:
    """Move a role by so many places: the order of the columns on the sheet."""
    semua = list(definisi.peran)
    dari = next(ke for ke, p in enumerate(semua) if p.kode == kode)
    semua.insert(max(0, dari + geser), semua.pop(dari))
    return replace(definisi, peran=tuple(semua))


def pemakai_peran(definisi: DefinisiSop, kode: str) -> tuple[str, ...]:
    """Return the steps that name a role, as people call them; and the roles that it records for."""
    langkah = [
        f"langkah {lk.label}"
        for lk in definisi.langkah
        if kode in lk.pelaksana or any(p.peran == kode for p in lk.paraf)
    ]
    return (*langkah, *(p.label.tampil for p in definisi.peran if p.dicatat_oleh == kode))
