"""The office's own running numbers: for agenda, register and letters, by a pattern of its own and per year.

A number is taken in the same transaction as the line that bears it, so a line that was not kept leaves no hole.
"""

import re
import string
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sqlmodel import col, select

from app import jejak
from app.akses import Hak, wajib
from app.bahasa.angka import romawi
from app.kerja import Kerja
from db.galat import KnownError
from db.model import Penghitung

AGENDA_MASUK, AGENDA_KELUAR, PELAYANAN, SURAT_TUGAS = "agenda_masuk", "agenda_keluar", "register", "surat_tugas"
EKSPOR = "ekspor"
POLA_BAWAAN = {
    AGENDA_MASUK: "{nomor}",
    AGENDA_KELUAR: "{nomor}",
    PELAYANAN: "{nomor:04}/{tahun}",
    EKSPOR: "{nomor}/{tahun}",
}
"""Counters that run without set-up; for every other kind of paper numbers are typed until the office sets a pattern."""

_ISIAN_POLA = {"nomor", "tahun", "bulan", "bulan_romawi", "hari"}
_BENTUK = re.compile(r"0?\d?")


@dataclass(frozen=True, slots=True)
class Nomor:
    """A counter of the office: its pattern and the last number given in a year."""

    kode: str
    tahun: int
    pola: str
    terakhir: int


def atur_penomoran(kerja: Kerja, kode: str, tahun: int, pola: str, *, terakhir: int = 0) -> None:
    """Set how a kind of paper is numbered in a year and where it stands.

    Args:
        kode: `agenda_masuk`, `agenda_keluar`, `register`, `surat_tugas`, or any code of a paper.
        pola: e.g. `800/{nomor:03}/Dinsos.C/{bulan_romawi}/{tahun}`; also `{bulan}` and `{hari}`.
        terakhir: last number already given on paper.

    Raises:
        KnownError: `tidak_berwenang`, `pola_nomor_salah`.
    """
    wajib(kerja, Hak.ATUR_KANTOR)
    _periksa_pola(pola)
    baris = _penghitung(kerja, kode, tahun)
    if baris is None:
        baris = Penghitung(kantor_id=kerja.kantor.id, kode=kode, tahun=tahun)
        kerja.sesi.add(baris)
    baris.pola, baris.nilai = pola, terakhir
    jejak.catat(kerja, "atur_penomoran", objek="kantor", kode=kode, tahun=tahun, pola=pola, terakhir=terakhir)


def daftar_penomoran(kerja: Kerja, tahun: int) -> list[Nomor]:
    """Give the counters of a year, the ones that run without set-up included."""
    kueri = select(Penghitung).where(Penghitung.kantor_id == kerja.kantor.id, Penghitung.tahun == tahun)
    ada = {b.kode: Nomor(b.kode, b.tahun, b.pola, b.nilai) for b in kerja.sesi.exec(kueri)}
    bawaan = {kode: Nomor(kode, tahun, pola, 0) for kode, pola in POLA_BAWAAN.items()}
    return [*(bawaan | ada).values()]


def nomor_berikut(kerja: Kerja, kode: str, tanggal: date, terpakai: Callable[[str], bool] = lambda nomor: False) -> str:
    """Take the next number of a counter for a paper of that date, past those that were typed before (`terpakai`).

    Raises:
        KnownError: `nomor_diketik`: the office set no pattern for this kind, so its number is typed.
    """
    baris = _penghitung(kerja, kode, tanggal.year)
    if baris is None:
        pola = POLA_BAWAAN.get(kode) or _pola_tahun_lalu(kerja, kode, tanggal.year)
        if pola is None:
            raise KnownError("nomor_diketik")
        baris = Penghitung(kantor_id=kerja.kantor.id, kode=kode, tahun=tanggal.year, pola=pola)
        kerja.sesi.add(baris)
    while True:
        baris.nilai += 1
        if not terpakai(nomor := tulis_nomor(baris.pola, baris.nilai, tanggal)):
            return nomor


def bernomor_sendiri(kerja: Kerja, kode: str, tahun: int) -> bool:
    """Tell whether numbers of this kind come from a counter; else they are typed."""
    pola = _penghitung(kerja, kode, tahun) or POLA_BAWAAN.get(kode) or _pola_tahun_lalu(kerja, kode, tahun)
    return bool(pola)


def tulis_nomor(pola: str, nomor: int, tanggal: date) -> str:
    """Fill a pattern: `{nomor:03}/{bulan_romawi}/{tahun}` → `007/III/2026`."""
    return pola.format(
        nomor=nomor, tahun=tanggal.year, bulan=tanggal.month, bulan_romawi=romawi(tanggal.month), hari=tanggal.day
    )


def _penghitung(kerja: Kerja, kode: str, tahun: int) -> Penghitung | None:
    kueri = select(Penghitung).where(Penghitung.kantor_id == kerja.kantor.id)
    return kerja.sesi.exec(kueri.where(Penghitung.kode == kode, Penghitung.tahun == tahun)).first()


def _pola_tahun_lalu(kerja: Kerja, kode: str, tahun: int) -> str | None:
    """A pattern once set goes on in later years, counting from 1 again."""
    kueri = select(Penghitung).where(Penghitung.kantor_id == kerja.kantor.id, Penghitung.kode == kode)
    kueri = kueri.where(Penghitung.tahun < tahun).order_by(col(Penghitung.tahun).desc())
    lama = kerja.sesi.exec(kueri).first()
    return lama.pola if lama else None


def _periksa_pola(pola: str) -> None:
    if not pola_sah(pola):
        raise KnownError("pola_nomor_salah", pola=pola)


def pola_sah(pola: str) -> bool:
    """Tell whether a pattern has `{nomor}` and only our own fields: no attributes, no formats but a width."""
    try:
        bagian = [
            (nama, bentuk or "", ubah) for _, nama, bentuk, ubah in string.Formatter().parse(pola) if nama is not None
        ]
    except ValueError:
        return False
    nama = [b[0] for b in bagian]
    wajar = all(b[0] in _ISIAN_POLA and not b[2] and _BENTUK.fullmatch(b[1]) for b in bagian)
    return wajar and "nomor" in nama and not any(b[1] and b[0] == "bulan_romawi" for b in bagian)
