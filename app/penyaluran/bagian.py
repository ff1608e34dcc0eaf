"""Two laptops at two points of one kegiatan: a part of the hand-over list goes to another laptop and comes back.

The other laptop gets a copy of the whole store that may do nothing but hand over its part; what it recorded comes back
sealed under the store's own key. While a part is away its people are not served here. Should somebody be served on
both sides all the same (a part that was given up and came back after all), both acts stay in the history, the later
one taken back by a line that says so, and the person is listed.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlmodel import col, func, select

from app import jejak
from app.akses import Hak, wajib
from app.kerja import Kerja
from app.penyaluran.muat import BarisSerah
from app.pijakan import isi_wajib, kegiatan_berjalan, lihat_kegiatan, tahap_kegiatan
from app.salinan import bagian_di_salinan
from app.wilayah_akun import wajib_seluruh
from db.dasar import id_baru
from db.galat import KnownError
from db.model import Pengaturan, Penyaluran

_KUNCI = "bagian_penyaluran"


class StatusBagian(StrEnum):
    """Where a part is; labels in `app.bahasa.alasan.STATUS_BAGIAN`."""

    DIBAWA = "dibawa"
    KEMBALI = "kembali"
    BATAL = "batal"


@dataclass(frozen=True, slots=True)
class Bagian:
    """A part of the hand-over list of one tahap.

    Attributes:
        nama: what people call the other laptop: `Laptop 2`, `Titik Kujan`.
        desa: codes of the desa that it serves; empty: all of them.
        nomor: first and last number of the receipts that it serves; None: all of them.
        batas_urut: order number of the last outcome that both sides know.
        catatan: why it was given up.
    """

    id: UUID
    kegiatan_id: UUID
    tahap_id: UUID
    nama: str
    desa: tuple[str, ...]
    nomor: tuple[int, int] | None
    dibuat_pada: datetime
    batas_urut: int
    status: StatusBagian = StatusBagian.DIBAWA
    catatan: str = ""

    def memuat(self, baris: BarisSerah) -> bool:
        """Tell whether a recipient belongs to it."""
        return (
            baris.tahap_id == self.tahap_id
            and (not self.desa or baris.kode_desa in self.desa)
            and (self.nomor is None or self.nomor[0] <= baris.nomor <= self.nomor[1])
        )


def catat_bagian(
    kerja: Kerja,
    kegiatan_id: UUID,
    tahap_id: UUID,
    *,
    nama: str,
    desa: Collection[str] = (),
    nomor: tuple[int, int] | None = None,
) -> Bagian:
    """Note that a part goes to another laptop; `app.salinan.bawa_bagian` writes its file.

    Raises:
        KnownError: `tidak_berwenang`, `kegiatan_tidak_ada`, `kegiatan_ditutup`, `tahap_tidak_ada`, `isian_kosong`,
            `bagian_seluruhnya` (neither desa nor numbers), `nomor_bagian_salah`.
    """
    wajib(kerja, Hak.PENYALURAN)
    wajib_seluruh(kerja)
    kegiatan_berjalan(kerja, kegiatan_id)
    tahap_kegiatan(kerja, kegiatan_id, tahap_id)
    isi_wajib({"nama bagian": nama})
    if not desa and nomor is None:
        raise KnownError("bagian_seluruhnya")
    if nomor is not None and not 1 <= nomor[0] <= nomor[1]:
        raise KnownError("nomor_bagian_salah", dari=nomor[0], sampai=nomor[1])
    batas = kerja.sesi.exec(select(func.max(Penyaluran.urut)).where(Penyaluran.kegiatan_id == kegiatan_id)).one()
    bagian = Bagian(
        id_baru(), kegiatan_id, tahap_id, nama.strip(), tuple(sorted(desa)), nomor, kerja.sekarang(), batas or 0
    )
    _simpan(kerja, [*_semua(kerja), bagian])
    jejak.catat(
        kerja, "bawa_bagian", objek="bagian", objek_id=bagian.id, kegiatan_id=kegiatan_id, nama=bagian.nama,
        desa=list(bagian.desa), nomor=nomor,
    )  # fmt: skip
    return bagian


def lepas_bagian(kerja: Kerja, bagian_id: UUID, *, alasan: str) -> None:
    """Give a part up (the laptop is lost, the file was never used): its people may be served here again.

    Raises:
        KnownError: `tidak_berwenang`, `isian_kosong`, `bagian_tidak_ada`.
    """
    wajib(kerja, Hak.PENYALURAN)
    wajib_seluruh(kerja)
    isi_wajib({"alasan": alasan})
    bagian = cari_bagian(kerja, bagian_id)
    ubah_bagian(kerja, replace(bagian, status=StatusBagian.BATAL, catatan=alasan.strip()))
    jejak.catat(
        kerja, "lepas_bagian", objek="bagian", objek_id=bagian.id, kegiatan_id=bagian.kegiatan_id, nama=bagian.nama,
        alasan=alasan,
    )  # fmt: skip


def daftar_bagian(kerja: Kerja, kegiatan_id: UUID) -> list[Bagian]:
    """Return the parts of a kegiatan in the order in which they went out.

    Raises:
        KnownError: `kegiatan_tidak_ada`.
    """
    lihat_kegiatan(kerja, kegiatan_id)
    return [b for b in _semua(kerja) if b.kegiatan_id == kegiatan_id]


def cari_bagian(kerja: Kerja, bagian_id: UUID) -> Bagian:
    """Return a part of the acting office.

    Raises:
        KnownError: `bagian_tidak_ada`.
    """
    for bagian in _semua(kerja):
        if bagian.id == bagian_id:
            return bagian
    raise KnownError("bagian_tidak_ada")


def ubah_bagian(kerja: Kerja, baru: Bagian) -> None:
    """Put a changed part in the place of the old one."""
    _simpan(kerja, [baru if b.id == baru.id else b for b in _semua(kerja)])


class Penjaga:
    """Says whom this laptop may serve; made once for an act, asked for each of its recipients."""

    def __init__(self, kerja: Kerja, kegiatan_id: UUID) -> None:
        self._salinan = bagian_di_salinan(kerja.sesi)
        self._bagian = [b for b in _semua(kerja) if b.kegiatan_id == kegiatan_id]

    def periksa(self, baris: BarisSerah) -> None:
        """Refuse a recipient whom the other laptop serves.

        Raises:
            KnownError: `di_luar_bagian` on the other laptop, `dibawa_laptop_lain` here.
        """
        if self._salinan is not None:
            for bagian in self._bagian:
                if bagian.id == self._salinan and not bagian.memuat(baris):
                    raise KnownError("di_luar_bagian", nama=baris.nama, bagian=bagian.nama)
            return
        for bagian in self._bagian:
            if bagian.status is StatusBagian.DIBAWA and bagian.memuat(baris):
                raise KnownError("dibawa_laptop_lain", nama=baris.nama, bagian=bagian.nama)


def _baris(kerja: Kerja) -> Pengaturan | None:
    return kerja.sesi.exec(
        select(Pengaturan).where(Pengaturan.kantor_id == kerja.kantor.id, col(Pengaturan.kunci) == _KUNCI)
    ).first()


def _semua(kerja: Kerja) -> Sequence[Bagian]:
    baris = _baris(kerja)
    return [] if baris is None else list(_dari_json(baris.nilai.get("butir", [])))


def _simpan(kerja: Kerja, semua: Sequence[Bagian]) -> None:
    baris = _baris(kerja) or Pengaturan(kantor_id=kerja.kantor.id, kunci=_KUNCI)
    baris.nilai = {"butir": [_ke_json(b) for b in semua]}
    kerja.sesi.add(baris)
    kerja.sesi.flush()


def _ke_json(b: Bagian) -> dict[str, Any]:
    kode = {"id": str(b.id), "kegiatan_id": str(b.kegiatan_id), "tahap_id": str(b.tahap_id)}
    return asdict(b) | kode | {"dibuat_pada": b.dibuat_pada.isoformat(), "status": b.status.value}


def _dari_json(butir: Sequence[Mapping[str, Any]]) -> Iterator[Bagian]:
    for b in butir:
        nomor = b["nomor"]
        yield Bagian(
            UUID(b["id"]), UUID(b["kegiatan_id"]), UUID(b["tahap_id"]), b["nama"], tuple(b["desa"]),
            (nomor[0], nomor[1]) if nomor else None, datetime.fromisoformat(b["dibuat_pada"]), b["batas_urut"],
            StatusBagian(b["status"]), b["catatan"],
        )  # fmt: skip
