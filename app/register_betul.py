"""Correcting a line of the register of services: what stood there stays to be read beside what stands there now."""

from datetime import date
from uuid import UUID

from app import jejak
from app.akses import Hak, wajib
from app.bahasa.waktu import tanggal_pendek
from app.kerja import Kerja
from app.pijakan import bukan_besok, isi_wajib
from app.register import BarisPelayanan, buku_pelayanan
from db.galat import KnownError
from db.model import RegisterPelayanan

_SEBUTAN = {"tanggal": "tanggal", "nama": "nama", "keperluan": "keperluan"}


def betulkan_pelayanan(
    kerja: Kerja,
    baris_id: UUID,
    *,
    alasan: str,
    nama: str | None = None,
    keperluan: str | None = None,
    tanggal: date | None = None,
) -> BarisPelayanan:
    """Correct a line; the remark says when, what stood there before, and why. The number never changes.

    Raises:
        KnownError: `tidak_berwenang`, `isian_kosong`, `tanggal_di_depan`, `pelayanan_tidak_ada`,
            `pelayanan_tidak_berubah`.
    """
    wajib(kerja, Hak.REGISTER)
    isi_wajib({"alasan": alasan})
    baris = kerja.sesi.get(RegisterPelayanan, baris_id)
    if baris is None or baris.kantor_id != kerja.kantor.id:
        raise KnownError("pelayanan_tidak_ada")
    minta = {"tanggal": tanggal, "nama": nama, "keperluan": keperluan}
    baru = {k: " ".join(v.split()) if isinstance(v, str) else v for k, v in minta.items() if v is not None}
    isi_wajib({k: v for k, v in baru.items() if isinstance(v, str)})
    if tanggal is not None:
        bukan_besok(kerja, tanggal, "tanggal pelayanan")
    lama = {k: getattr(baris, k) for k, v in baru.items() if getattr(baris, k) != v}
    if not lama:
        raise KnownError("pelayanan_tidak_berubah", nomor=baris.nomor)
    semula = ", ".join(f"{_SEBUTAN[k]} semula “{_kata(v)}”" for k, v in lama.items())
    catatan = f"Dibetulkan {tanggal_pendek(kerja.hari_ini())}: {semula}; {alasan.strip().rstrip('.')}."
    for k in lama:
        setattr(baris, k, baru[k])
    baris.keterangan = " ".join(filter(None, (baris.keterangan, catatan)))
    kerja.sesi.flush()
    jejak.catat(
        kerja, "betulkan_pelayanan", objek="register_pelayanan", objek_id=baris.id, kegiatan_id=baris.kegiatan_id,
        nomor=baris.nomor, bidang=sorted(lama), alasan=alasan,
    )  # fmt: skip
    return next(b for b in buku_pelayanan(kerja, baris.tanggal, baris.tanggal) if b.id == baris.id)


def _kata(isi: object) -> str:
    return tanggal_pendek(isi) if isinstance(isi, date) else str(isi)
