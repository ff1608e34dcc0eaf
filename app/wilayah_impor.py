"""Taking in a newer table of regions, so that an office need not wait for a newer Salur.

The table may be the one that ships (`kode,nama` in one CSV or in several, zipped), or any CSV with a column of codes
and one of names, as the published ODbL tables have. Only what differs from the tree as it stands is kept, each row with
where it comes from; a withdrawn code stays known as the beginning of a NIK.
"""

import csv
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from sqlmodel import col, select

from app import jejak
from app.akses import Hak, wajib
from app.kerja import Kerja
from app.pijakan import isi_wajib
from app.usulan.penjaga import Tolak
from app.usulan.tabel_teks import baca_csv, jadi_teks
from app.wilayah import Daerah, Peta, induk, jenis, peta_kantor, rapikan_kode
from db.galat import KnownError
from db.model import Wilayah
from resources import berkas

BERKAS_MAKS = 32 * 1024 * 1024
"""Bytes of a table; the whole country has 3 MB."""
_ISI_MAKS, _BUTIR_MAKS = 64 * 1024 * 1024, 200
_KODE = re.compile(r"\d{2}(?:\.\d{2}(?:\.\d{2}(?:\.\d{4})?)?)?")
_JUDUL_KODE = frozenset({"kode", "code", "kode_wilayah", "kode wilayah", "kode_kemendagri"})
_JUDUL_NAMA = frozenset({"nama", "name", "nama_wilayah", "nama wilayah", "region", "uraian"})
_NAMA_MAKS = 100
_TERBALIK = "lama.csv"
"""The member of our own table that holds retired codes; they are no news."""
_KAB = re.compile(r"^KAB(?:UPATEN)?\b[. ]*", re.IGNORECASE)
_KOTA_ADM = re.compile(r"^KOTA\s+ADM(?:INISTRASI)?\b[. ]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class BandingWilayah:
    """What a table would change.

    Attributes:
        baru: regions that are not in the tree. berganti: the region as it stands, its new name.
        hilang: regions of the kabupaten that the table describes which it has no more.
        sama: regions that stay as they are.
    """

    baru: tuple[Daerah, ...]
    berganti: tuple[tuple[Daerah, str], ...]
    hilang: tuple[Daerah, ...]
    sama: int


@dataclass(frozen=True, slots=True)
class UbahanWilayah:
    """A region that the office added, renamed or withdrew, and by what authority."""

    kode: str
    nama: str
    jenis: str
    berlaku: bool
    sumber: str


def daftar_ubahan(kerja: Kerja) -> tuple[UbahanWilayah, ...]:
    """Return where this store's tree differs from the one that ships, by code."""
    kueri = select(Wilayah).order_by(col(Wilayah.kode))
    return tuple(UbahanWilayah(b.kode, b.nama, b.jenis, b.berlaku, b.sumber) for b in kerja.sesi.exec(kueri))


def sumber_bawaan() -> str:
    """Return where the shipped table comes from and under which licences, in the words that are kept beside it."""
    return berkas("wilayah", "ATRIBUSI.md").read_text(encoding="utf-8")


def banding_wilayah(kerja: Kerja, isi: bytes, nama_berkas: str) -> BandingWilayah:
    """Tell what a table would change; nothing is stored.

    Raises:
        KnownError: `tabel_wilayah_rusak` (with the row), `tabel_wilayah_kosong`.
    """
    tabel = baca_tabel(isi, nama_berkas)
    peta = peta_kantor(kerja)
    ada = {kode: peta.cari_kode(kode) for kode in tabel}
    _periksa_induk(tabel, peta, nama_berkas)
    baru = tuple(Daerah(k, n) for k, n in sorted(tabel.items()) if ada[k] is None)
    berganti = tuple((d, n) for k, n in sorted(tabel.items()) if (d := ada[k]) and _polos(d.nama) != _polos(n))
    hilang = tuple(d for d in _diketahui(tabel, peta) if d.kode not in tabel)
    return BandingWilayah(baru, berganti, hilang, len(tabel) - len(baru) - len(berganti))


def impor_wilayah(kerja: Kerja, isi: bytes, nama_berkas: str, *, sumber: str, cabut: bool = False) -> BandingWilayah:
    """Take in a table.

    Args:
        sumber: the decree or the table it comes from, with its licence; kept beside every row.
        cabut: also withdraw what the table has no more (`BandingWilayah.hilang`).

    Raises:
        KnownError: `tidak_berwenang`, `isian_kosong`, `tabel_wilayah_rusak`, `tabel_wilayah_kosong`.
    """
    wajib(kerja, Hak.ATUR_KANTOR)
    isi_wajib({"sumber tabel wilayah": sumber})
    beda = banding_wilayah(kerja, isi, nama_berkas)
    ubah = {d.kode: (d.nama, True) for d in beda.baru} | {d.kode: (nama, True) for d, nama in beda.berganti}
    if cabut:
        ubah |= {d.kode: (d.nama, False) for d in beda.hilang}
    lama = {b.kode: b for b in kerja.sesi.exec(select(Wilayah))}
    for kode, (nama, berlaku) in ubah.items():
        baris = lama.get(kode) or Wilayah(kode=kode, nama=nama, jenis=jenis(kode))
        baris.nama, baris.berlaku, baris.sumber = nama, berlaku, sumber.strip()
        kerja.sesi.add(baris)
    jejak.catat(
        kerja, "impor_wilayah", objek="wilayah", berkas=nama_berkas, sumber=sumber, baru=len(beda.baru),
        berganti=len(beda.berganti), dicabut=len(beda.hilang) if cabut else 0,
    )  # fmt: skip
    return beda


def _periksa_induk(tabel: dict[str, str], peta: Peta, nama_berkas: str) -> None:
    for kode in tabel:
        atas = induk(kode)
        if atas and atas not in tabel and peta.cari_kode(atas) is None:
            raise KnownError("tabel_wilayah_rusak", nama=nama_berkas, sebab=f"kode {kode} tidak punya induk {atas}")


def _diketahui(tabel: dict[str, str], peta: Peta) -> Iterator[Daerah]:
    """Yield the regions of the tree that a table of its kabupaten should hold: of the levels that it lists."""
    kabupaten = sorted({kode[:5] for kode in tabel if len(kode) >= 8})
    for satu in kabupaten:
        tingkat = {len(kode) for kode in tabel if kode.startswith(f"{satu}.")}
        if 8 in tingkat:
            yield from peta.anak(satu)
        if 13 in tingkat:
            yield from peta.desa_di(satu)


def _polos(nama: str) -> str:
    """Bring a name to what tells it apart: case, spaces, `KAB.` and apostrophes are no news."""
    besar = " ".join(re.sub(r"['’`]", "", nama).upper().split())
    return _KOTA_ADM.sub("KOTA ", _KAB.sub("KABUPATEN ", besar))


# --- the file --------------------------------------------------------------------------------------------------------


def baca_tabel(isi: bytes, nama_berkas: str) -> dict[str, str]:
    """Read a table: name by code with dots.

    Raises:
        KnownError: `tabel_wilayah_rusak`, `tabel_wilayah_kosong`.
    """
    if len(isi) > BERKAS_MAKS:
        raise KnownError("tabel_wilayah_rusak", nama=nama_berkas, sebab="terlalu besar")
    tabel: dict[str, str] = {}
    for bagian in _bagian(isi, nama_berkas):
        tabel.update(_satu_csv(bagian, nama_berkas))
    if not tabel:
        raise KnownError("tabel_wilayah_kosong", nama=nama_berkas)
    return tabel


def _bagian(isi: bytes, nama_berkas: str) -> Iterator[bytes]:
    """Yield the CSV files: the file itself, or those in a zip."""
    if not isi.startswith(b"PK"):
        yield isi
        return
    try:
        with zipfile.ZipFile(BytesIO(isi)) as arsip:
            butir = [b for b in arsip.infolist() if b.filename.lower().endswith(".csv")]
            if len(butir) > _BUTIR_MAKS or sum(b.file_size for b in butir) > _ISI_MAKS:
                raise KnownError("tabel_wilayah_rusak", nama=nama_berkas, sebab="terlalu besar")
            for satu in butir:
                if satu.filename.rpartition("/")[2] != _TERBALIK:
                    yield arsip.read(satu)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError) as sebab:
        raise KnownError("tabel_wilayah_rusak", nama=nama_berkas, sebab="berkas zip-nya rusak") from sebab


def _satu_csv(isi: bytes, nama_berkas: str) -> Iterator[tuple[str, str]]:
    try:
        baris = [b for b in baca_csv(jadi_teks(isi)) if any(s.strip() for s in b)]
    except (Tolak, csv.Error) as sebab:
        raise KnownError("tabel_wilayah_rusak", nama=nama_berkas, sebab="bukan CSV") from sebab
    kode, nama, mulai = _kolom(baris[0]) if baris else (0, 1, 0)
    for nomor, satu in enumerate(baris[mulai:], mulai + 1):
        bersih = rapikan_kode(satu[kode]) if kode < len(satu) else ""
        tulisan = " ".join(satu[nama].split()) if nama < len(satu) else ""
        if not _KODE.fullmatch(bersih) or not tulisan or len(tulisan) > _NAMA_MAKS:
            apa = f"baris {nomor} bukan kode dan nama wilayah"
            raise KnownError("tabel_wilayah_rusak", nama=nama_berkas, sebab=apa)
        yield bersih, _KAB.sub("Kabupaten ", _huruf(tulisan)) if len(bersih) == 5 else _huruf(tulisan)


def _kolom(judul: list[str]) -> tuple[int, int, int]:
    """Return the column of the code, that of the name, and how many rows are a heading."""
    polos = [s.strip().lower() for s in judul]
    kode = next((n for n, s in enumerate(polos) if s in _JUDUL_KODE), -1)
    nama = next((n for n, s in enumerate(polos) if s in _JUDUL_NAMA), -1)
    return (kode, nama, 1) if kode >= 0 and nama >= 0 else (0, 1, 0)


def _huruf(nama: str) -> str:
    """Write a name that came in capitals as a letter does."""
    return nama.title() if nama.isupper() and len(nama) > 3 else nama
