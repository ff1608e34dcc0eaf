"""Results of a workbook that were not taken over, because they contradict a decision: kept until they are.

They are no decisions and count nowhere; they wait in `Pengaturan`, one record for each kegiatan, so that two results
that differ can still be seen and judged when the import is long done.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from app.kerja import Kerja
from db.istilah import HasilVerifikasi
from db.model import Pengaturan

_KUNCI = "hasil_tidak_diambil:"


@dataclass(frozen=True, slots=True)
class TidakDiambil:
    """What somebody in the field found, where the decision says otherwise; `alasan` is what people read."""

    hasil: HasilVerifikasi
    alasan: str
    tanggal: date
    petugas: str


def tidak_diambil(kerja: Kerja, kegiatan_id: UUID) -> dict[UUID, tuple[TidakDiambil, ...]]:
    """Return what was not taken over, by usulan, in the order in which it came."""
    baris = _baris(kerja, kegiatan_id)
    return {UUID(i): tuple(map(_baca, semua)) for i, semua in baris.nilai.items()} if baris else {}


def ingat(
    kerja: Kerja,
    kegiatan_id: UUID,
    tertinggal: Iterable[tuple[UUID, TidakDiambil]],
    diambil: Mapping[UUID, HasilVerifikasi],
) -> None:
    """Keep results that were not taken over, each once, and forget those that a decision has now taken over.

    Args:
        diambil: what was decided by the same workbook.
    """
    baris = _baris(kerja, kegiatan_id)
    isi: dict[str, list[dict[str, Any]]] = dict(baris.nilai) if baris else {}
    for usulan_id, hasil in diambil.items():
        if kunci := isi.get(str(usulan_id)):
            isi[str(usulan_id)] = [satu for satu in kunci if satu["hasil"] != hasil.value]
    for usulan_id, satu in tertinggal:
        lama = isi.get(str(usulan_id), [])
        if (baru := _tulis(satu)) not in lama:
            isi[str(usulan_id)] = [*lama, baru]
    isi = {usulan_id: semua for usulan_id, semua in isi.items() if semua}
    if baris is None and isi:
        baris = Pengaturan(kantor_id=kerja.kantor.id, kunci=f"{_KUNCI}{kegiatan_id}")
    if baris is not None and isi != baris.nilai:
        baris.nilai = isi
        kerja.sesi.add(baris)
        kerja.sesi.flush()


def _baris(kerja: Kerja, kegiatan_id: UUID) -> Pengaturan | None:
    kueri = select(Pengaturan).where(
        Pengaturan.kantor_id == kerja.kantor.id, col(Pengaturan.kunci) == f"{_KUNCI}{kegiatan_id}"
    )
    return kerja.sesi.exec(kueri).first()


def _tulis(t: TidakDiambil) -> dict[str, Any]:
    return {"hasil": t.hasil.value, "alasan": t.alasan, "tanggal": t.tanggal.isoformat(), "petugas": t.petugas}


def _baca(isi: Mapping[str, Any]) -> TidakDiambil:
    hari = date.fromisoformat(isi["tanggal"])
    return TidakDiambil(HasilVerifikasi(isi["hasil"]), isi["alasan"], hari, isi["petugas"])
