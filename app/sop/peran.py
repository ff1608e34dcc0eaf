"""Who stands behind a performer of the SOP in this office: account roles, or nobody.

SOP role, jabatan and account are three things. The definition offers account roles for an inside performer; the office
may say otherwise or "tidak ada", and then the performer's paraf passes without an override.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from app import kantor
from app.akses import Hak, boleh, wajib
from app.kerja import Kerja, Pelaku
from app.sop.definisi import DefinisiSop, Langkah, Sisi
from db.galat import KnownError
from db.istilah import Peran

_TINGKAT: Mapping[Peran, int] = {
    Peran.KASI: 1,
    Peran.KASI_PMDK: 1,
    Peran.KABID: 2,
    Peran.SEKRETARIS: 3,
    Peran.KADIS: 4,
    Peran.CAMAT: 4,
}
_PUNCAK = 4


@dataclass(frozen=True)
class Pemegang:
    """Who holds one SOP role here; empty `peran` with `tidak_ada` means nobody."""

    peran: frozenset[Peran]
    tidak_ada: bool = False
    keterangan: str = ""


def pemegang(kerja: Kerja, definisi: DefinisiSop) -> dict[str, Pemegang]:
    """Return holders by SOP role code: the definition's defaults under what the office said."""
    hasil = {peran.kode: Pemegang(frozenset(peran.akun)) for peran in definisi.peran}
    for kata in kantor.daftar_peran_sop(kerja, definisi.kode):
        if kata.peran_sop not in hasil:
            continue
        peran = frozenset() if kata.tidak_ada else frozenset(kata.peran) or hasil[kata.peran_sop].peran
        hasil[kata.peran_sop] = Pemegang(peran, kata.tidak_ada, kata.keterangan)
    return hasil


def pencatat(definisi: DefinisiSop, langkah: Langkah) -> tuple[str, ...]:
    """Return the inside performers of a step: its own, then those who record for its outside parties."""
    urut: dict[str, None] = {}
    for kode in langkah.pelaksana:
        peran = definisi.peran_kode(kode)
        urut[kode if peran.sisi is Sisi.DALAM else peran.dicatat_oleh or kode] = None
    return tuple(urut)


def akun_langkah(definisi: DefinisiSop, langkah: Langkah, pegang: Mapping[str, Pemegang]) -> frozenset[Peran]:
    """Return the account roles that work on a step; where the office has nobody for it, those of the whole SOP."""
    milik = frozenset().union(*(pegang[kode].peran for kode in pencatat(definisi, langkah)))
    return milik or frozenset().union(*(p.peran for p in pegang.values()))


def boleh_kerja(pelaku: Pelaku, akun: frozenset[Peran]) -> bool:
    """Tell whether an account works on a step of these roles."""
    return boleh(pelaku, Hak.LANGKAH) and bool(pelaku.peran & akun)


def boleh_lewati(pelaku: Pelaku, akun: frozenset[Peran]) -> bool:
    """Tell whether an account stands above those who work on a step: above the lowest of them, or at the top."""
    if not boleh(pelaku, Hak.LEWATI):
        return False
    tingkat = max((_TINGKAT.get(peran, 0) for peran in pelaku.peran), default=0)
    terendah = min((_TINGKAT.get(peran, 0) for peran in akun), default=0)
    return tingkat > terendah or tingkat == _PUNCAK


def wajib_kerja(kerja: Kerja, akun: frozenset[Peran], langkah: str) -> None:
    """Refuse unless the account works on the step.

    Raises:
        KnownError: `tidak_berwenang`, `bukan_pelaksana`.
    """
    wajib(kerja, Hak.LANGKAH)
    if not boleh_kerja(kerja.pelaku, akun):
        raise KnownError("bukan_pelaksana", langkah=langkah, peran=sorted(akun))


def wajib_atasan(kerja: Kerja, akun: frozenset[Peran], langkah: str) -> None:
    """Refuse unless the account stands above the step's performers.

    Raises:
        KnownError: `tidak_berwenang`, `bukan_atasan`.
    """
    wajib(kerja, Hak.LEWATI)
    if not boleh_lewati(kerja.pelaku, akun):
        raise KnownError("bukan_atasan", langkah=langkah)
