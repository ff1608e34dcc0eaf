"""What the verification grid says, and the decisions that its keys stand for; no widgets here."""

from dataclasses import dataclass

from app.alasan import Alasan
from app.bahasa.alasan import LAINNYA
from app.bahasa.angka import bilangan
from app.bahasa.istilah import label
from app.verifikasi import BarisVerifikasi, HitungVerifikasi
from db.istilah import HasilVerifikasi, StatusUsulan
from ui.tema import Nada

TOMBOL_ALASAN = 8  # keys 2…9


@dataclass(frozen=True)
class Keputusan:
    """One key of the grid: what it decides. `tombol` is the digit."""

    tombol: int
    hasil: HasilVerifikasi
    alasan_kode: str
    kata: str


def keputusan(alasan: tuple[Alasan, ...]) -> list[Keputusan]:
    """Give what keys 1…9 do: 1 layak, the rest the first reasons, those of the office before the built-in ones."""
    sendiri = [a for a in alasan if not a.bawaan]
    urut = [*sendiri, *(a for a in alasan if a.bawaan and a.kode != LAINNYA)][:TOMBOL_ALASAN]
    return [
        Keputusan(1, HasilVerifikasi.LAYAK, "", label(HasilVerifikasi.LAYAK)),
        *(Keputusan(n, HasilVerifikasi.TIDAK_LAYAK, a.kode, a.label) for n, a in enumerate(urut, start=2)),
    ]


def ringkas(kata: str, maks: int = 20) -> str:
    """Cut words for a small button at the end of a word."""
    if len(kata) <= maks:
        return kata
    potong = kata[:maks].rsplit(" ", 1)[0].rstrip(",;:")
    return f"{potong}…"


def putusan(b: BarisVerifikasi) -> tuple[str, Nada]:
    """Say where a usulan stands."""
    if b.status is StatusUsulan.LAYAK:
        return ("Layak · sudah ditetapkan" if b.terkunci else "Layak"), Nada.BAIK
    if b.status is StatusUsulan.TIDAK_LAYAK:
        return (f"Tidak layak: {b.alasan}" if b.alasan else "Tidak layak"), Nada.BAHAYA
    if b.status is StatusUsulan.DIUSULKAN:
        return "Belum diputuskan", Nada.PERHATIAN
    return label(b.status), Nada.NETRAL


def kemajuan(h: HitungVerifikasi) -> str:
    """Write `187 dari 240 usulan diputuskan`."""
    return f"{bilangan(h.diputuskan)} dari {bilangan(h.diusulkan)} usulan diputuskan"


def chip(h: HitungVerifikasi) -> list[tuple[str, Nada]]:
    """Give the counts as words, those that are nothing left out."""
    semua = (
        (h.layak, "layak", Nada.BAIK),
        (h.tidak_layak, "tidak layak", Nada.BAHAYA),
        (h.belum, "belum", Nada.PERHATIAN),
        (h.ditolak_sistem, "ditolak SIKS-NG", Nada.NETRAL),
    )
    return [(f"{bilangan(n)} {kata}", nada) for n, kata, nada in semua if n]


def alamat(b: BarisVerifikasi) -> str:
    """Write the address with RT and RW on one line."""
    rt_rw = " ".join(f"{apa} {isi}" for apa, isi in (("RT", b.rt), ("RW", b.rw)) if isi)
    return ", ".join(filter(None, (b.alamat, rt_rw)))
