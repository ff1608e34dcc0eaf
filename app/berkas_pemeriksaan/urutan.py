"""The order that every payment must keep: verifikasi ≤ SK ≤ SP2D ≤ serah terima. Pure, no database."""

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


@dataclass(frozen=True, slots=True)
class Tanggal:
    """The four dates of one recipient in one tahap; None where it did not happen.

    Attributes:
        verifikasi: of the newest decision *layak* of the usulan.
        sk: of the first decree whose list has the person.
        sp2d: of the first SP2D of the tahap.
        serah: of the hand-over, on paper.
    """

    verifikasi: date | None
    sk: date | None
    sp2d: date | None
    serah: date | None


def periksa_urutan(t: Tanggal, *, beruang: bool, diverifikasi: bool) -> tuple[Pelanggaran, ...]:
    """Return what breaks the order, in the order of the work.

    Args:
        beruang: the office holds the money, so an SP2D must stand before the hand-over; goods and aid that another
            office pays have none.
        diverifikasi: the list was verified here; a ready list from the dinas was not.
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
    if beruang and t.serah is not None and t.sp2d is None:
        hasil.append(Pelanggaran.SERAH_TANPA_SP2D)
    if beruang and _sesudah(t.sp2d, t.serah):
        hasil.append(Pelanggaran.SERAH_SEBELUM_SP2D)
    return tuple(hasil)


def _sesudah(dahulu: date | None, kemudian: date | None) -> bool:
    """Tell whether what should come first came later."""
    return dahulu is not None and kemudian is not None and dahulu > kemudian
