"""What a kegiatan asks of a row by itself: the desa lies in its area, age, wali, occupation, account.

Which rules there are stands in the kegiatan (`app.kelayakan`); here they only speak, people decide.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from app.bahasa import kelayakan as kata
from app.bahasa.waktu import tanggal as tulis_tanggal
from app.bahasa.waktu import usia
from app.identitas import nama_cari, uraikan_nik
from app.kelayakan import DEWASA, Aturan
from app.kelayakan.aturan import RentangUsia
from app.usulan.bentuk import Baris
from app.usulan.hafalan import Hafalan
from app.usulan.lajur import Lajur
from app.usulan.tempat import desa_di_nama, tempat_di_teks
from app.usulan.temukan import Daftar
from app.wilayah import Cocok, Daerah, Peta, di_dalam

_PEKERJAAN = re.compile(
    r"\b(?:PNS|ASN|PPPK|P3K|CPNS|PEGAWAI\s+NEGERI(?:\s+SIPIL)?|APARATUR\s+SIPIL(?:\s+NEGARA)?|TNI(?:\W?A[DLU])?|TENTARA|POLRI|"
    r"POLISI|KEPOLISIAN|PERANGKAT\s+DESA|APARAT(?:UR)?\s+DESA|PAMONG\s+DESA|KEPALA\s+DESA|KADES|SEKRETARIS\s+DESA|SEKDES|"
    r"KAUR(?:\s+\w+)?|KEPALA\s+DUSUN|KADUS|LURAH|ANGGOTA\s+BPD)\b"
)
_MAYORITAS = 0.6
"""Share of a sheet's rows that must lie in the desa of its title before the others count as strangers."""


@dataclass(frozen=True)
class Syarat:
    """What rows of a kegiatan are held against.

    Attributes:
        area: region code of the kegiatan; `peta` the office's region tree.
        pada: day on which ages count.
        pengirim: desa code of the sender, if it was named.
    """

    aturan: Aturan
    area: str
    peta: Peta
    pada: date
    pengirim: str | None = None
    _ingat: dict[tuple[str, str], Cocok] = field(default_factory=dict, init=False, repr=False, compare=False)

    @cached_property
    def umur(self) -> Hafalan:
        """Age in whole years by birth date."""
        return Hafalan(lambda lahir: usia(lahir, self.pada))

    @cached_property
    def umur_nik(self) -> Hafalan:
        """Age by the six digits of a NIK that hold the birth date, where they allow one age only; else None."""
        return Hafalan(lambda enam: _umur_nik(f"000000{enam}0001", self.pada))

    @cached_property
    def bergaji(self) -> Hafalan:
        """Whether an occupation is paid by the state."""
        return Hafalan(lambda pekerjaan: _PEKERJAAN.search(pekerjaan.upper()) is not None)

    @cached_property
    def usia_cocok(self) -> Hafalan:
        """Whether an age (years) is within what is asked of a kategori."""
        return Hafalan(lambda dua: _rentang_luar(dua[0], dua[1], self.aturan) is None)

    def cari(self, desa: str, kecamatan: str = "") -> Cocok:
        """Find a written desa in the area; each spelling is looked up once."""
        kunci = (desa, kecamatan)
        if kunci not in self._ingat:
            self._ingat[kunci] = self._cari(desa, kecamatan)
        return self._ingat[kunci]

    def _cari(self, desa: str, kecamatan: str) -> Cocok:
        cocok = self.peta.cari_desa(f"{desa}, KEC. {kecamatan}" if kecamatan else desa, self.area)
        if cocok.daerah and not di_dalam(cocok.daerah.kode, self.area):
            return Cocok(None, 0)
        return cocok


@dataclass(frozen=True, slots=True)
class TempatLembar:
    """The desa that a sheet is about: by its title, else by its name; `kecamatan` helps between desa of one name."""

    desa: str | None
    kecamatan: str = ""


def tempat_lembar(daftar: Daftar, syarat: Syarat) -> TempatLembar:
    """Find the desa that the title of a sheet, or its name, speaks of."""
    tempat = list(tempat_di_teks(daftar.kop))
    kecamatan = next((nama for jenis, nama in tempat if jenis == "kecamatan"), "")
    for jenis, nama in tempat:
        cocok = syarat.cari(nama, kecamatan) if jenis == "desa" else None
        if cocok and cocok.daerah:
            return TempatLembar(cocok.daerah.kode, kecamatan)
    for nama in desa_di_nama(daftar.lembar.asal or daftar.lembar.nama):
        cocok = syarat.cari(nama, kecamatan)
        if cocok.daerah and cocok.yakin == 100:
            return TempatLembar(cocok.daerah.kode, kecamatan)
    return TempatLembar(None, kecamatan)


def tempatkan(daftar: Daftar, lajur: Sequence[Lajur], syarat: Syarat) -> str | None:
    """Give every row of a sheet its desa and note what is doubtful; return the desa that sent the sheet."""
    lembar = tempat_lembar(daftar, syarat)
    bagian = {teks: _desa_bagian(teks, lembar, syarat) for teks in set(daftar.bagian.values())}
    tertulis = Hafalan(lambda dua: _desa_tertulis(dua[0], dua[1], lembar, syarat))
    umum = lembar.desa or syarat.pengirim
    for satu in lajur:
        di_baris = [tertulis[dua] for dua in zip(satu.kolom("desa"), satu.kolom("kecamatan"), strict=True)]
        bawaan = [bagian.get(daftar.bagian.get(n - 1, "")) or umum for n in satu.nomor] if bagian else None
        satu.kode_desa = [
            kode if kode is not _BAWAAN else bawaan[ke] if bawaan else umum for ke, (kode, _) in enumerate(di_baris)
        ]
        for ke, baris in satu.baris.items():
            baris.kode_desa = satu.kode_desa[ke]
        for ke, (_, ragu) in enumerate(di_baris):
            if ragu:
                satu.satu(ke).catat("desa_tak_dikenal", "desa", **ragu)
    pengirim = syarat.pengirim or _pengirim(lembar.desa, lajur)
    if pengirim:
        _beda_pengirim(lajur, pengirim, syarat)
    return pengirim


def _beda_pengirim(lajur: Sequence[Lajur], pengirim: str, syarat: Syarat) -> None:
    for satu in lajur:
        for ke, kode in enumerate(satu.kode_desa):
            if kode and kode != pengirim:
                desa, asal = syarat.peta.sebutan(kode), syarat.peta.sebutan(pengirim)
                satu.satu(ke).catat("desa_beda_pengirim", "desa", desa=desa, pengirim=asal)


def _desa_bagian(teks: str, lembar: TempatLembar, syarat: Syarat) -> str | None:
    for jenis, nama in tempat_di_teks([teks]):
        cocok = syarat.cari(nama, lembar.kecamatan) if jenis == "desa" else None
        if cocok and cocok.daerah:
            return cocok.daerah.kode
    return None


def _pengirim(desa: str | None, lajur: Sequence[Lajur]) -> str | None:
    """Take the title's desa for the sender where most rows are its own; without title the one desa of all rows."""
    hitung = Counter(kode for satu in lajur for kode in satu.kode_desa if kode)
    if desa is None and len(hitung) == 1:
        return next(iter(hitung))
    return desa if desa and hitung[desa] >= _MAYORITAS * max(hitung.total(), 1) else None


_BAWAAN = "bawaan"
"""Stands for the desa that a row takes from its section or sheet, for it names none."""


def _desa_tertulis(
    desa: str, kecamatan: str, lembar: TempatLembar, syarat: Syarat
) -> tuple[str | None, dict[str, str] | None]:
    """Return the code of the desa that a row names, and what is to be asked where it is not sure."""
    if not any(h.isalnum() for h in desa):
        return _BAWAAN, None
    cocok = syarat.cari(desa, kecamatan or lembar.kecamatan)
    ragu = cocok.daerah is None or cocok.yakin < 100
    fakta = {"tertulis": desa, "maksud": _maksud(cocok.saran, syarat.peta)} if ragu else None
    return cocok.daerah.kode if cocok.daerah else None, fakta


def _maksud(saran: Sequence[Daerah], peta: Peta) -> str:
    """Ask for the nearest names: `Maksudnya Kujan (Kec. Bulik)?`"""
    if not saran:
        return "Periksa nama desa dan wilayah kegiatan."
    nama = [f"{d.nama} (Kec. {peta.nama(d.kode.rpartition('.')[0])})" for d in saran[:3]]
    return f"Maksudnya {', atau '.join(nama)}?"


# --- the kegiatan's rules ------------------------------------------------------------------------------------------


def periksa_syarat(lajur: Lajur, syarat: Syarat) -> None:
    """Let the kegiatan's rules speak about rows; one about which they may speak becomes an object for that."""
    sumber = zip(lajur.lahir, lajur.kolom("umur"), lajur.kolom("nik"), strict=True)
    umur = [
        syarat.umur[hari] if hari else int(tahun) if tahun else syarat.umur_nik[nik[6:12]] if nik else None
        for hari, tahun, nik in sumber
    ]
    cocok, bergaji = syarat.usia_cocok, syarat.bergaji
    pekerjaan, pemilik, nama = (lajur.kolom(bidang) for bidang in ("pekerjaan", "nama_rekening", "nama"))
    semua = zip(umur, lajur.kategori, pekerjaan, pemilik, nama, strict=True)
    lajur.jadikan(
        ke for ke, (u, k, kerja, milik, n) in enumerate(semua)
        if (u is not None and (u < DEWASA or not cocok[u, k])) or (kerja and bergaji[kerja]) or (milik and milik != n)
    )  # fmt: skip
    for baris in lajur.khusus():
        _periksa_baris(baris, syarat)


def _periksa_baris(baris: Baris, syarat: Syarat) -> None:
    umur = umur_baris(baris, syarat.pada)
    if umur is not None:
        _usia(baris, umur, syarat)
    pekerjaan = baris.nilai.get("pekerjaan", "")
    if pekerjaan and syarat.bergaji[pekerjaan]:
        baris.catat("pekerjaan_perlu_periksa", "pekerjaan", tertulis=pekerjaan)
    pemilik = baris.nilai.get("nama_rekening", "")
    if pemilik and not _milik(pemilik, baris):
        baris.catat("nama_rekening_beda", "nama_rekening", tertulis=pemilik)


def umur_baris(baris: Baris, pada: date) -> int | None:
    """Return the age in whole years: by birth date, by the age column, or by a NIK that allows one age only."""
    if baris.lahir:
        return usia(baris.lahir, pada)
    if baris.umur is not None:
        return baris.umur
    return _umur_nik(baris.nik, pada) if baris.nik else None


def _umur_nik(nik: str, pada: date) -> int | None:
    bagian = uraikan_nik(nik)
    calon = bagian.calon_lahir(pada) if bagian else ()
    return usia(calon[0], pada) if len(calon) == 1 else None


def _usia(baris: Baris, umur: int, syarat: Syarat) -> None:
    bidang = "tanggal_lahir" if "tanggal_lahir" in baris.kolom or "umur" not in baris.kolom else "umur"
    if rentang := _rentang_luar(umur, baris.kategori, syarat.aturan):
        batas = kata.rentang(rentang.minimum, rentang.maksimum)
        baris.catat("usia_di_luar_syarat", bidang, usia=umur, pada=tulis_tanggal(syarat.pada), rentang=batas)
    if umur < DEWASA and not baris.nilai.get("nama_wali"):
        baris.catat("wali_kosong", "nama_wali", usia=umur)


def _rentang_luar(umur: int, kategori: str, aturan: Aturan) -> RentangUsia | None:
    """Return the first range of ages for a kategori that leaves this age out."""
    berlaku = (r for r in aturan.usia if not r.kategori or kategori in r.kategori)
    return next((r for r in berlaku if not r.memuat(umur)), None)


def _milik(pemilik: str, baris: Baris) -> bool:
    """Tell whether an account is held by the person or the wali; a short form of the name will do."""
    kata_pemilik = set(nama_cari(pemilik).split())
    for nama in (baris.nama, baris.nilai.get("nama_wali", "")):
        milik = set(nama_cari(nama).split())
        if milik and (kata_pemilik <= milik or milik <= kata_pemilik):
            return True
    return False
