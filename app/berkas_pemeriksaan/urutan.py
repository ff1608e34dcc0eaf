"""The order that every payment must keep: verifikasi ≤ SK ≤ SP2D ≤ serah terima. Pure, no database.

Where money goes to an account two things follow the SK: the crediting, which must come after the SP2D, and the handing
over of book or card, which may come before it.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Pelanggaran(StrEnum):
    """How the dates of one payment break the order; sentences in `app.bahasa.pemeriksaan_luar`."""

    TANPA_VERIFIKASI = "tanpa_verifikasi"
    VERIFIKASI_SESUDAH_SK = "verifikasi_sesudah_sk"
    SP2D_SEBELUM_SK = "sp2d_sebelum_sk"
    SERAH_SEBELUM_SK = "serah_sebelum_sk"
    SERAH_SEBELUM_SP2D = "serah_sebelum_sp2d"
    SERAH_TANPA_SP2D = "serah_tanpa_sp2d"
    DANA_SEBELUM_SK = "dana_sebelum_sk"
    DANA_SEBELUM_SP2D = "dana_sebelum_sp2d"
    DANA_TANPA_SP2D = "dana_tanpa_sp2d"


@dataclass(frozen=True, slots=True)
class Tanggal:
    """The dates of one recipient in one tahap; None where it did not happen.

    Attributes:
        verifikasi: of the newest decision *layak* of the usulan.
        sk: of the first decree whose list has the person.
        sp2d: of the first SP2D of the tahap.
        serah: of the hand-over, on paper.
        dana: on which the money was credited to the account.
    """

    verifikasi: date | None
    sk: date | None
    sp2d: date | None
    serah: date | None
    dana: date | None = None


def periksa_urutan(t: Tanggal, *, beruang: bool, diverifikasi: bool, kartu: bool = False) -> tuple[Pelanggaran, ...]:
    """Return what breaks the order, in the order of the work.

    Args:
        beruang: the office holds the money, so an SP2D must stand before the hand-over; goods and aid that another
            office pays have none.
        diverifikasi: the list was verified here; a ready list from the dinas was not.
        kartu: what is handed over is book or card alone, the money goes to an account.
    """
    hasil: list[Pelanggaran] = []
    if diverifikasi and t.verifikasi is None:
        hasil.append(Pelanggaran.TANPA_VERIFIKASI)
    if diverifikasi and _sesudah(t.verifikasi, t.sk):
        hasil.append(Pelanggaran.VERIFIKASI_SESUDAH_SK)
    if _sesudah(t.sk, t.sp2d):
        hasil.append(Pelanggaran.SP2D_SEBELUM_SK)
    if _sesudah(t.sk, t.serah):
        hasil.append(Pelanggaran.SERAH_SEBELUM_SK)
    if beruang and not kartu and t.serah is not None and t.sp2d is None:
        hasil.append(Pelanggaran.SERAH_TANPA_SP2D)
    if beruang and not kartu and _sesudah(t.sp2d, t.serah):
        hasil.append(Pelanggaran.SERAH_SEBELUM_SP2D)
    return (*hasil, *_dana(t))


def _dana(t: Tanggal) -> list[Pelanggaran]:
    """Return what is wrong with the day on which money was credited."""
    hasil: list[Pelanggaran] = []
    if _sesudah(t.sk, t.dana):
        hasil.append(Pelanggaran.DANA_SEBELUM_SK)
    if t.dana is not None and t.sp2d is None:
        hasil.append(Pelanggaran.DANA_TANPA_SP2D)
    if _sesudah(t.sp2d, t.dana):
        hasil.append(Pelanggaran.DANA_SEBELUM_SP2D)
    return hasil


def _sesudah(dahulu: date | None, kemudian: date | None) -> bool:
    """Tell whether what should come first came later."""
    return dahulu is not None and kemudian is not None and dahulu > kemudian
