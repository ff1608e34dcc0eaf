"""Photographs of a monev visit: as many as were taken, with the visit or later, shown with it and in the report."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from sqlmodel import col, select

from app import jejak
from app.akses import Hak, wajib
from app.kerja import Kerja
from app.pijakan import lihat_kegiatan
from db.galat import KnownError
from db.model import KunjunganMonev, TautanLampiran

_OBJEK = "kunjungan"


def tambah_foto(kerja: Kerja, kunjungan_id: UUID, berkas: Iterable[tuple[str, bytes]]) -> tuple[UUID, ...]:
    """Put photographs (name, bytes) beside a visit; return all it has now. The same file stays once.

    Photographs come from the field when there is a network, so a closed kegiatan takes them too.

    Raises:
        KnownError: `tidak_berwenang`, `pindaian_tanpa_pemilik`, `gambar_rusak`, `gambar_terlalu_besar`.
    """
    wajib(kerja, Hak.MONEV)
    kunjungan = kerja.sesi.get(KunjunganMonev, kunjungan_id)
    if kunjungan is None:
        raise KnownError("pindaian_tanpa_pemilik")
    lihat_kegiatan(kerja, kunjungan.kegiatan_id)
    ada = set(_milik(kerja, kunjungan))
    baru = 0
    for nama, isi in berkas:
        lampiran_id = kerja.simpan_lampiran(isi, nama)
        if lampiran_id not in ada:
            ada.add(lampiran_id)
            baru += 1
            _tautkan(kerja, kunjungan, lampiran_id)
    kerja.sesi.flush()
    if baru:
        jejak.catat(
            kerja, "tambah_foto_kunjungan", objek="kunjungan_monev", objek_id=kunjungan_id,
            kegiatan_id=kunjungan.kegiatan_id, jumlah=baru,
        )  # fmt: skip
    return _milik(kerja, kunjungan)


def _tautkan(kerja: Kerja, kunjungan: KunjunganMonev, lampiran_id: UUID) -> None:
    """The first picture is the visit's own, so that its scan no longer counts as one to come."""
    if kunjungan.lampiran_id is None:
        kunjungan.lampiran_id = lampiran_id
        return
    kerja.sesi.add(
        TautanLampiran(lampiran_id=lampiran_id, objek=_OBJEK, objek_id=kunjungan.id, kegiatan_id=kunjungan.kegiatan_id)
    )


def foto_kunjungan(kerja: Kerja, kegiatan_id: UUID) -> Mapping[UUID, Sequence[UUID]]:
    """Return the attachments of each visit of a kegiatan that has any, the visit's own first.

    Raises:
        KnownError: `kegiatan_tidak_ada`.
    """
    lihat_kegiatan(kerja, kegiatan_id)
    hasil: dict[UUID, list[UUID]] = defaultdict(list)
    sendiri = select(KunjunganMonev).where(
        KunjunganMonev.kegiatan_id == kegiatan_id, col(KunjunganMonev.lampiran_id).is_not(None)
    )
    for k in kerja.sesi.exec(sendiri):
        if k.lampiran_id is not None:
            hasil[k.id].append(k.lampiran_id)
    kueri = select(TautanLampiran).where(
        TautanLampiran.kegiatan_id == kegiatan_id, TautanLampiran.objek == _OBJEK
    )  # fmt: skip
    for t in kerja.sesi.exec(kueri.order_by(col(TautanLampiran.urut))):
        if t.lampiran_id not in hasil[t.objek_id]:
            hasil[t.objek_id].append(t.lampiran_id)
    return dict(hasil)


def _milik(kerja: Kerja, kunjungan: KunjunganMonev) -> tuple[UUID, ...]:
    return tuple(foto_kunjungan(kerja, kunjungan.kegiatan_id).get(kunjungan.id, ()))
