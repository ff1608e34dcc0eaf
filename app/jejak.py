"""The audit trail: every use case leaves one line, chained by HMAC so that a changed or missing line shows.

A cut tail cannot be seen from inside; backups and reports carry the last link (`ujung`) as an anchor.
"""

import hashlib
import hmac
import json
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, or_, select

from app.kerja import Kerja
from db.model import Jejak, Pengaturan

_KUNCI = "kunci_jejak"


@dataclass(frozen=True)
class BarisJejak:
    """One line of the trail as screens and papers show it."""

    urut: int
    pada: datetime
    nama_akun: str
    aksi: str
    objek: str
    objek_id: UUID | None
    rincian: dict[str, Any]


def catat(
    kerja: Kerja,
    aksi: str,
    *,
    objek: str = "",
    objek_id: UUID | None = None,
    kegiatan_id: UUID | None = None,
    **rincian: Any,
) -> None:
    """Write one line. `rincian` holds field names, counts and masked values; never a NIK in full."""
    baris = Jejak(
        urut=kerja.pesan_urut(),
        pada=kerja.sekarang(),
        akun_id=kerja.pelaku.akun_id,
        nama_akun=kerja.pelaku.nama,
        kantor_id=kerja.pelaku.kantor_id,
        aksi=aksi,
        objek=objek,
        objek_id=objek_id,
        kegiatan_id=kegiatan_id,
        rincian={kunci: _polos(nilai) for kunci, nilai in rincian.items()},
    )
    baris.rantai = _sambung(_kunci(kerja.sesi), _sebelumnya(kerja.sesi), baris)
    kerja.sesi.info["rantai"] = baris.rantai
    kerja.sesi.add(baris)


def periksa_rantai(sesi: Session) -> list[int]:
    """Return the order numbers of lines that do not follow from the one before; empty when the trail is whole."""
    kunci, sebelum, rusak = _kunci(sesi), "", []
    for baris in sesi.exec(select(Jejak).order_by(col(Jejak.urut))):
        if not hmac.compare_digest(baris.rantai, _sambung(kunci, sebelum, baris)):
            rusak.append(baris.urut)
        sebelum = baris.rantai
    return rusak


def ujung(sesi: Session) -> tuple[int, str]:
    """Return the last line's order number and link: the anchor kept outside (backups, reports)."""
    return sesi.exec(select(Jejak.urut, Jejak.rantai).order_by(col(Jejak.urut).desc()).limit(1)).first() or (0, "")


def riwayat(
    kerja: Kerja, *, objek_id: UUID | None = None, kegiatan_id: UUID | None = None, batas: int = 200
) -> Iterator[BarisJejak]:
    """Give the newest lines of the acting office first, of one object or kegiatan.

    A store may hold two offices (dinas and kecamatan): neither reads what the other does. Acts on the store itself
    (set-up, restore) belong to no office and are seen by both.
    """
    milik = or_(Jejak.kantor_id == kerja.pelaku.kantor_id, col(Jejak.kantor_id).is_(None))
    kueri = select(Jejak).where(milik)
    kueri = kueri.order_by(col(Jejak.urut).desc()).limit(batas)
    if objek_id is not None:
        kueri = kueri.where(Jejak.objek_id == objek_id)
    if kegiatan_id is not None:
        kueri = kueri.where(Jejak.kegiatan_id == kegiatan_id)
    for b in kerja.sesi.exec(kueri):
        yield BarisJejak(b.urut, b.pada, b.nama_akun, b.aksi, b.objek, b.objek_id, b.rincian)


def _kunci(sesi: Session) -> bytes:
    if "kunci_jejak" not in sesi.info:
        baris = sesi.exec(select(Pengaturan).where(Pengaturan.kunci == _KUNCI)).first()
        if baris is None:
            baris = Pengaturan(kunci=_KUNCI, nilai={"hex": secrets.token_hex(32)})
            sesi.add(baris)
        sesi.info["kunci_jejak"] = bytes.fromhex(baris.nilai["hex"])
    return bytes(sesi.info["kunci_jejak"])


def _sebelumnya(sesi: Session) -> str:
    if "rantai" not in sesi.info:
        sesi.info["rantai"] = ujung(sesi)[1]
    return str(sesi.info["rantai"])


def _sambung(kunci: bytes, sebelum: str, b: Jejak) -> str:
    isi = [sebelum, b.urut, b.pada, b.akun_id, b.nama_akun, b.kantor_id, b.aksi, b.objek, b.objek_id, b.kegiatan_id]
    kanonik = json.dumps([*map(_polos, isi), b.rincian], sort_keys=True, ensure_ascii=False)
    return hmac.new(kunci, kanonik.encode(), hashlib.sha256).hexdigest()


def _polos(nilai: Any) -> Any:
    """Return what JSON can hold."""
    if isinstance(nilai, datetime):
        return nilai.isoformat(timespec="microseconds")
    if isinstance(nilai, date):
        return nilai.isoformat()
    if nilai is None or isinstance(nilai, bool | int | float):
        return nilai
    if isinstance(nilai, list | tuple | set | frozenset):
        return [_polos(n) for n in nilai]
    if isinstance(nilai, dict):
        return {str(k): _polos(v) for k, v in nilai.items()}
    return str(nilai)
