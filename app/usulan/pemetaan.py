"""Mappings of columns with a name: kept by an office, chosen for an import, shared with another office as a file.

A mapping holds headings and what they mean, nothing of the rows: the file may go anywhere.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from app import jejak
from app.akses import Hak, wajib
from app.bahasa.pemeriksaan import BIDANG
from app.kerja import Kerja
from app.usulan import peta
from app.usulan.bentuk import HasilImpor
from app.usulan.ingatan import Ingatan, Pemetaan
from app.usulan.temukan import Daftar
from db.galat import KnownError
from db.model import PemetaanKolom

JENIS, VERSI = "salur-pemetaan-kolom", 1
BERKAS_MAKS = 64 * 1024
"""Bytes of a file that is taken in."""
AKHIRAN = ".pemetaan.json"
_NAMA_MAKS, _JUDUL_MAKS, _KOLOM_MAKS = 80, 200, 300
_ANGKA_ORANG = re.compile(r"\d{6,}")
"""A heading with so many digits is a row of people that was taken for one: it is not kept."""


@dataclass(frozen=True, slots=True)
class PemetaanBernama:
    """A mapping as it is listed: `kolom` is field by plain heading."""

    id: UUID
    nama: str
    kolom: Mapping[str, str | None]

    @property
    def bidang(self) -> tuple[str, ...]:
        """What its columns hold, in words: `NIK`, `Nama`."""
        return tuple(BIDANG[b] for b in self.kolom.values() if b)


def muat_ingatan(kerja: Kerja, *, pengirim: str = "", pilihan: Pemetaan | None = None) -> Ingatan:
    """Return what this office confirmed about columns before.

    Args:
        pengirim: who sends the list now (`Desa Kujan`); empty when unknown.
        pilihan: a mapping chosen for this import.
    """
    kueri = select(PemetaanKolom).where(PemetaanKolom.kantor_id == kerja.kantor.id).order_by(col(PemetaanKolom.urut))
    semua = kerja.sesi.exec(kueri).all()
    # What was confirmed in an import itself is nearer to the file than what was once kept under a name.
    urut = [*(p for p in semua if p.nama), *(p for p in semua if not p.nama)]
    persis = {p.sidik_judul: p.pemetaan for p in urut if p.sidik_judul}
    return Ingatan(persis, [(p.pemetaan, p.pengirim) for p in urut], pilihan or {}, pengirim)


def daftar_pemetaan(kerja: Kerja) -> tuple[PemetaanBernama, ...]:
    """Return the named mappings of the office by name."""
    kueri = select(PemetaanKolom).where(PemetaanKolom.kantor_id == kerja.kantor.id, PemetaanKolom.nama != "")
    semua = (PemetaanBernama(p.id, p.nama, dict(p.pemetaan)) for p in kerja.sesi.exec(kueri))
    return tuple(sorted(semua, key=lambda p: p.nama.lower()))


def cari_pemetaan(kerja: Kerja, nama: str) -> PemetaanBernama:
    """Return the mapping of this name; case is no matter.

    Raises:
        KnownError: `pemetaan_tidak_ada`.
    """
    for satu in daftar_pemetaan(kerja):
        if satu.nama.lower() == nama.strip().lower():
            return satu
    raise KnownError("pemetaan_tidak_ada", nama=nama)


def pilih_pemetaan(kerja: Kerja, nama_atau_berkas: str) -> Pemetaan:
    """Return the mapping of a file, if there is one of this path, else the one that is kept under this name.

    Raises:
        KnownError: `pemetaan_tidak_ada`, `pemetaan_rusak`, `pemetaan_baru`.
    """
    berkas = Path(nama_atau_berkas)
    try:
        if berkas.is_file():
            with berkas.open("rb") as isi:
                return baca_pemetaan(isi.read(BERKAS_MAKS + 1), berkas.name)[1]
    except OSError as sebab:
        raise KnownError("pemetaan_rusak", nama=berkas.name) from sebab
    return cari_pemetaan(kerja, nama_atau_berkas).kolom


def simpan_pemetaan(
    kerja: Kerja, nama: str, hasil: HasilImpor, berkas: int, lembar: str, *, timpa: bool = False
) -> UUID:
    """Keep the columns of a list in a preview, as they are mapped now, under a name.

    Raises:
        KnownError: `tidak_berwenang`, `isian_kosong`, `pemetaan_sudah_ada` unless `timpa`, `lembar_tidak_ada`.
    """
    daftar = next((s.daftar for s in hasil.berkas[berkas].lembar if s.nama == lembar and s.daftar), None)
    if daftar is None:
        raise KnownError("lembar_tidak_ada", lembar=lembar)
    return _simpan(kerja, nama, peta.ingatan(daftar.kolom), daftar.sidik, timpa=timpa)


def ganti_nama_pemetaan(kerja: Kerja, pemetaan_id: UUID, nama: str) -> None:
    """Give a mapping another name.

    Raises:
        KnownError: `tidak_berwenang`, `isian_kosong`, `pemetaan_tidak_ada`, `pemetaan_sudah_ada`.
    """
    wajib(kerja, Hak.IMPOR)
    baris, nama = _ambil(kerja, pemetaan_id), _nama(nama)
    lain = _bernama(kerja, nama)
    if lain is not None and lain.id != pemetaan_id:
        raise KnownError("pemetaan_sudah_ada", nama=lain.nama)
    lama, baris.nama = baris.nama, nama
    kerja.sesi.add(baris)
    jejak.catat(kerja, "ubah_pemetaan", objek="pemetaan", objek_id=baris.id, nama=nama, nama_lama=lama)


def hapus_pemetaan(kerja: Kerja, pemetaan_id: UUID) -> None:
    """Forget a named mapping; imports made with it stay as they are.

    Raises:
        KnownError: `tidak_berwenang`, `pemetaan_tidak_ada`.
    """
    wajib(kerja, Hak.IMPOR)
    baris = _ambil(kerja, pemetaan_id)
    jejak.catat(kerja, "hapus_pemetaan", objek="pemetaan", objek_id=baris.id, nama=baris.nama)
    kerja.sesi.delete(baris)


def pakai_pemetaan(kerja: Kerja, hasil: HasilImpor, pemetaan: Pemetaan, nama: str) -> int:
    """Map the columns of every list of a preview by a mapping; the caller judges again.

    Returns:
        how many lists it fitted.

    Raises:
        KnownError: `pemetaan_tak_cocok` when no list has one of its headings.
    """
    cocok = 0
    for nomor, berkas in enumerate(hasil.berkas):
        for lembar in berkas.lembar:
            if lembar.daftar and (ubah := _terapkan(lembar.daftar, pemetaan)) is not None:
                cocok += 1
                hasil.pilihan_kolom.setdefault((nomor, lembar.nama), {}).update(ubah)
    if not cocok:
        raise KnownError("pemetaan_tak_cocok", nama=nama)
    return cocok


def _terapkan(daftar: Daftar, pemetaan: Pemetaan) -> dict[int, str | None] | None:
    """Change the columns of one list; return what was changed, None when no heading is in the mapping."""
    kolom = [
        (k, pemetaan[polos]) for k in daftar.kolom if not k.maya and (polos := peta.normal_judul(k.judul)) in pemetaan
    ]
    if not kolom:
        return None
    ubah = {k.nomor: bidang for k, bidang in kolom if k.bidang != bidang}
    for nomor, bidang in ubah.items():
        daftar.kolom = peta.ubah(daftar.kolom, nomor, bidang)
    return ubah


# --- as a file -------------------------------------------------------------------------------------------------------


def ekspor_pemetaan(kerja: Kerja, pemetaan_id: UUID) -> bytes:
    """Return a mapping as a file that another office can take in.

    Raises:
        KnownError: `pemetaan_tidak_ada`.
    """
    baris = _ambil(kerja, pemetaan_id)
    isi = {"jenis": JENIS, "versi": VERSI, "nama": baris.nama, "kolom": _bersih(baris.pemetaan)}
    return json.dumps(isi, ensure_ascii=False, indent=2).encode()


def impor_pemetaan(kerja: Kerja, isi: bytes, nama_berkas: str, *, timpa: bool = False) -> UUID:
    """Take in a mapping from a file.

    Raises:
        KnownError: `tidak_berwenang`, `pemetaan_rusak` (no such file, or broken), `pemetaan_baru` (made by a later
            Salur), `pemetaan_sudah_ada` unless `timpa`.
    """
    nama, kolom = baca_pemetaan(isi, nama_berkas)
    return _simpan(kerja, nama, kolom, "", timpa=timpa)


def baca_pemetaan(isi: bytes, nama_berkas: str) -> tuple[str, Pemetaan]:
    """Read the file of a mapping: its name, and field by plain heading. Fields that are not known here are left out.

    Raises:
        KnownError: `pemetaan_rusak`, `pemetaan_baru`.
    """
    data = _urai_berkas(isi, nama_berkas)
    if data.get("versi") != VERSI:
        baru = isinstance(data.get("versi"), int) and data["versi"] > VERSI
        raise KnownError("pemetaan_baru" if baru else "pemetaan_rusak", nama=nama_berkas)
    nama, kolom = data.get("nama"), data.get("kolom")
    if not isinstance(nama, str) or not nama.strip() or len(nama) > _NAMA_MAKS or not isinstance(kolom, dict):
        raise KnownError("pemetaan_rusak", nama=nama_berkas)
    sah = {
        j: b
        for j, b in kolom.items()
        if (b is None or (isinstance(b, str) and b in BIDANG)) and 0 < len(j) <= _JUDUL_MAKS
    }
    if not any(sah.values()) or len(kolom) > _KOLOM_MAKS:
        raise KnownError("pemetaan_rusak", nama=nama_berkas)
    return _nama(nama), {peta.normal_judul(j): b for j, b in _bersih(sah).items()}


def _urai_berkas(isi: bytes, nama_berkas: str) -> dict[str, Any]:
    try:
        data = json.loads(isi.decode("utf-8-sig")) if len(isi) <= BERKAS_MAKS else None
    except (ValueError, RecursionError) as sebab:
        raise KnownError("pemetaan_rusak", nama=nama_berkas) from sebab
    if not isinstance(data, dict) or data.get("jenis") != JENIS:
        raise KnownError("pemetaan_rusak", nama=nama_berkas)
    return data


def _bersih(kolom: Pemetaan) -> dict[str, str | None]:
    return {judul: bidang for judul, bidang in kolom.items() if not _ANGKA_ORANG.search(judul)}


# --- rows ------------------------------------------------------------------------------------------------------------


def _simpan(kerja: Kerja, nama: str, kolom: Pemetaan, sidik: str, *, timpa: bool) -> UUID:
    wajib(kerja, Hak.IMPOR)
    nama = _nama(nama)
    baris = _bernama(kerja, nama)
    if baris is not None and not timpa:
        raise KnownError("pemetaan_sudah_ada", nama=baris.nama)
    if baris is None:
        baris = PemetaanKolom(kantor_id=kerja.kantor.id, nama=nama, sidik_judul=sidik)
    baris.sidik_judul, baris.pemetaan = sidik, _bersih(kolom)
    kerja.sesi.add(baris)
    kerja.sesi.flush()
    jejak.catat(kerja, "simpan_pemetaan", objek="pemetaan", objek_id=baris.id, nama=nama, kolom=len(baris.pemetaan))
    return baris.id


def _nama(nama: str) -> str:
    rapi = " ".join(nama.split())[:_NAMA_MAKS]
    if not rapi:
        raise KnownError("isian_kosong", bidang="nama pemetaan")
    return rapi


def _bernama(kerja: Kerja, nama: str) -> PemetaanKolom | None:
    ada = {p.nama.lower(): p.id for p in daftar_pemetaan(kerja)}
    return kerja.sesi.get(PemetaanKolom, ada[nama.lower()]) if nama.lower() in ada else None


def _ambil(kerja: Kerja, pemetaan_id: UUID) -> PemetaanKolom:
    baris = kerja.sesi.get(PemetaanKolom, pemetaan_id)
    if baris is None or not baris.nama or baris.kantor_id != kerja.kantor.id:
        raise KnownError("pemetaan_tidak_ada", nama="itu")
    return baris
