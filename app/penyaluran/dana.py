"""Money credited to recipients' accounts or cards, which is one fact; book and card handed over is another.

The bank's sheet brings it in (`app.penyaluran.realisasi`), or it is typed from a statement of account.
"""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from app.bahasa.alasan import SUMBER_DANA
from app.kerja import Kerja
from app.penyaluran.cari import semua_serah
from app.penyaluran.catat import RingkasanCatat, catat_banyak
from app.penyaluran.isian import Entri
from app.penyaluran.keadaan import StatusSalur, SumberDana
from app.pijakan import lihat_kegiatan, tahap_kegiatan
from db.galat import KnownError
from db.istilah import LEWAT_REKENING, HasilSalur


def belum_masuk(kerja: Kerja, kegiatan_id: UUID, tahap_id: UUID, *, desa: str | None = None) -> list[UUID]:
    """Return the allocations of a tahap whose money is not on the account yet, in the order of the list.

    Raises:
        KnownError: `kegiatan_tidak_ada`, `tahap_tidak_ada`.
    """
    tahap_kegiatan(kerja, lihat_kegiatan(kerja, kegiatan_id).id, tahap_id)
    semua = semua_serah(kerja, kegiatan_id, tahap_id=tahap_id, desa=desa)
    return [b.alokasi_id for b in semua if (u := b.keadaan.uang) is not None and u.status is StatusSalur.BELUM]


def catat_dana_masuk(
    kerja: Kerja,
    kegiatan_id: UUID,
    alokasi_ids: Collection[UUID],
    *,
    tanggal: date | None = None,
    sumber: SumberDana = SumberDana.DIKETIK,
    keterangan: str = "",
    nominal: int | None = None,
    lampiran_id: UUID | None = None,
) -> RingkasanCatat:
    """Record that the money of these allocations is on their accounts; book and card stay as they are.

    Args:
        tanggal: of the crediting, by the bank; None: today.
        keterangan: which statement it was read from.
        nominal: rupiah that were credited, where the statement says so; an allocation that is owed another amount is
            refused. None: what is owed.
        lampiran_id: the statement.

    Returns:
        What was recorded, and who was refused and why; taken back by `batalkan_hasil` like every outcome.

    Raises:
        KnownError: `tidak_berwenang`, `kegiatan_tidak_ada`, `kegiatan_ditutup`, `dana_kegiatan_bukan_rekening`,
            `dana_beda`, and those of dates of `catat_hasil`.
    """
    kegiatan = lihat_kegiatan(kerja, kegiatan_id)
    if kegiatan.jenis_bantuan not in LEWAT_REKENING:
        raise KnownError("dana_kegiatan_bukan_rekening", nama=kegiatan.nama)
    if nominal is not None:
        _periksa_nominal(kerja, kegiatan_id, set(alokasi_ids), nominal)
    entri = [
        Entri(satu, HasilSalur.DANA_MASUK, alasan=keterangan.strip(), lampiran_id=lampiran_id) for satu in alokasi_ids
    ]
    return catat_banyak(kerja, kegiatan_id, entri, tanggal=tanggal, tempat=SUMBER_DANA[sumber])


def _periksa_nominal(kerja: Kerja, kegiatan_id: UUID, ids: Collection[UUID], nominal: int) -> None:
    for b in semua_serah(kerja, kegiatan_id):
        if b.alokasi_id in ids and b.nominal != nominal:
            raise KnownError("dana_beda", nama=b.nama, tertulis=nominal, seharusnya=b.nominal or 0)
