"""Reading the bank's workbook of opened accounts: which cell says whose number it is.

It is found by our own column or by the NIK, in every sheet that has such a heading. A column that looks like a PIN is
never taken out of the file; its heading is told, so that the office can tell the bank.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from app.jobs import JobContext
from app.usulan.baca import BerkasDitolak, LembarMentah, Sel, baca_buku, muat
from app.usulan.judul import baris_nomor
from app.usulan.penjaga import huruf_kolom
from app.usulan.peta import YAKIN_JUDUL, cari_bidang, normal_judul
from app.usulan.sel import teks
from db import crockford

KODE, NOMOR, PEMILIK, BANK, CABANG, NIK = "kode", "no_rekening", "nama_rekening", "bank", "cabang", "nik"
JUDUL_KODE = "KODE SALUR"
JUDUL_NOMOR = "NO. REKENING"
_DIKENAL = frozenset({NOMOR, PEMILIK, BANK, NIK})
_CABANG = frozenset({"CABANG", "KANTOR CABANG", "CABANG BANK", "KCP", "UNIT"})
_RAHASIA = re.compile(r"\b(M?PIN|SANDI|PASSWORD|OTP|CVV2?|CVC2?)\b")
_AWALAN = "SLR2-"
_PANJANG = 16  # base-32 digits of a code: 80 bits
_BENTUK = re.compile(r"SLR[2Z][^0-9A-Z]*(?P<badan>.+)")
_CARI = 20  # rows in which the heading is looked for
_ANGKA_UTUH = 10**15  # from here on Excel has lost digits of a number cell


@dataclass(frozen=True, slots=True)
class SelIsi:
    """A cell: its name and text. `angka`: a number cell, which has no zeros in front; `rusak`: digits are lost."""

    alamat: str
    isi: str
    angka: bool = False
    rusak: bool = False


@dataclass(frozen=True, slots=True)
class BarisRekening:
    """One row that came back; `sel` by field, only those columns that the sheet has."""

    sel: Mapping[str, SelIsi]

    def isi(self, bidang: str) -> str:
        """Return what stands in a column; empty where there is none."""
        return self.sel[bidang].isi if bidang in self.sel else ""

    def alamat(self, bidang: str) -> str:
        """Name a cell; the number's where the column is not there."""
        return self.sel.get(bidang, self.sel[NOMOR]).alamat


@dataclass(frozen=True, slots=True)
class LembarRekening:
    """What a bank sent: its rows in order, and the headings of columns that were not read (cell, heading)."""

    baris: tuple[BarisRekening, ...]
    rahasia: tuple[tuple[str, str], ...] = ()


def kode_orang(orang_id: UUID) -> str:
    """Return the code by which a row is known when it comes back; the same for a person in every list."""
    isi = int.from_bytes(hashlib.sha256(orang_id.bytes).digest()[:10])
    return _AWALAN + crockford.sandikan(isi, _PANJANG)


def baku_kode_orang(tertulis: str) -> str | None:
    """Give a code that came back in the form in which it went out; None when it is none or was mistyped."""
    cocok = _BENTUK.fullmatch("".join(tertulis.split()).upper())
    nilai = crockford.uraikan(cocok["badan"], _PANJANG) if cocok else None
    return None if nilai is None else _AWALAN + crockford.sandikan(nilai, _PANJANG)


def baca_rekening_bank(berkas: Path, ctx: JobContext | None = None) -> LembarRekening:
    """Return the rows of a bank's workbook; read by the import child like any stranger's file.

    Raises:
        BerkasDitolak: the file cannot be read, is no such list (`bukan_rekening`), or has two columns of account
            numbers (`dua_rekening`).
        JobCancelled: the user asked to stop.
    """
    buku = baca_buku(muat(berkas), ctx)
    bagian = [b for lembar in buku.lembar if (b := _lembar(lembar, buku.nama, len(buku.lembar) > 1)) is not None]
    if not bagian:
        raise BerkasDitolak("bukan_rekening", buku.nama)
    return LembarRekening(
        tuple(b for satu in bagian for b in satu.baris), tuple(r for satu in bagian for r in satu.rahasia)
    )


def _lembar(lembar: LembarMentah, berkas: str, banyak: bool) -> LembarRekening | None:
    awalan = f"{lembar.nama}!" if banyak else ""
    for nomor, baris in enumerate(lembar.baris[:_CARI]):
        kolom = _kolom(baris)
        if NOMOR not in kolom or not (KODE in kolom or NIK in kolom):
            continue
        if len(kolom[NOMOR]) > 1:
            satu, dua = (f"{awalan}{huruf_kolom(ke)}{nomor + 1}" for ke in kolom[NOMOR][:2])
            raise BerkasDitolak("dua_rekening", berkas, satu=satu, dua=dua)
        rahasia = tuple(
            (f"{awalan}{huruf_kolom(ke)}{nomor + 1}", teks(s)) for ke, s in enumerate(baris) if _jangan_dibaca(s)
        )
        di = {bidang: semua[0] for bidang, semua in kolom.items()}
        return LembarRekening(tuple(_baris(lembar, nomor + 1, di, awalan)), rahasia)
    return None


def _jangan_dibaca(judul: Sel) -> bool:
    return _RAHASIA.search(normal_judul(teks(judul))) is not None


def _kolom(baris: Iterable[Sel]) -> dict[str, list[int]]:
    """Say which columns hold what: the surest headings of a field, several where they are equally sure."""
    terbaik: dict[str, tuple[int, list[int]]] = {}
    for ke, judul in enumerate(baris):
        bidang, yakin = _bidang(judul)
        if bidang is None:
            continue
        ada = terbaik.get(bidang)
        if ada is None or yakin > ada[0]:
            terbaik[bidang] = (yakin, [ke])
        elif yakin == ada[0]:
            ada[1].append(ke)
    return {bidang: semua for bidang, (_, semua) in terbaik.items()}


def _bidang(judul: Sel) -> tuple[str | None, int]:
    polos = normal_judul(teks(judul))
    if not polos or _RAHASIA.search(polos):
        return None, 0
    if polos == JUDUL_KODE:
        return KODE, YAKIN_JUDUL
    if polos in _CABANG:
        return CABANG, YAKIN_JUDUL
    bidang, yakin, _ = cari_bidang(polos, mirip=False)
    return (bidang, yakin) if bidang in _DIKENAL else (None, 0)


def _baris(lembar: LembarMentah, mulai: int, di: Mapping[str, int], awalan: str) -> Iterable[BarisRekening]:
    for nomor, baris in enumerate(lembar.baris[mulai:], start=mulai):
        if baris_nomor(baris):
            continue
        sel = {bidang: _sel(lembar, nomor, ke, awalan) for bidang, ke in di.items()}
        satu = BarisRekening(sel)
        if satu.isi(KODE) or satu.isi(NIK) or satu.isi(NOMOR):
            yield satu


def _sel(lembar: LembarMentah, nomor: int, ke: int, awalan: str) -> SelIsi:
    baris = lembar.baris[nomor]
    isi = baris[ke] if ke < len(baris) else ""
    angka = isinstance(isi, int | float) and not isinstance(isi, bool)
    alamat = f"{awalan}{huruf_kolom(ke)}{nomor + 1}"
    if (nomor, ke) in lembar.rumus_kosong or (nomor, ke) in lembar.galat:
        return SelIsi(alamat, lembar.galat.get((nomor, ke), "rumus tanpa nilai"), rusak=True)
    return SelIsi(alamat, teks(isi), angka, angka and abs(float(isi)) >= _ANGKA_UTUH)  # type: ignore[arg-type]  # a number
