"""How long recipients of a kegiatan have to report: a setting, because no regulation sets it for every programme."""

from uuid import UUID

from sqlmodel import col, select

from app import jejak
from app.akses import Hak, wajib
from app.kerja import Kerja
from app.pijakan import lihat_kegiatan
from db.galat import KnownError
from db.model import Pengaturan

HARI_BAKU = 90
"""Calendar days from the hand-over for UEP until the office sets its own; an assumption, the SOP names none."""
HARI_MAKS = 730
_KUNCI = "batas_laporan_penggunaan"
_DIMINTA = frozenset({"uep"})  # SOPs whose recipients report unless the office says otherwise


def batas_hari(kerja: Kerja, kegiatan_id: UUID) -> int | None:
    """Return the calendar days that recipients have; None where no report is asked.

    Raises:
        KnownError: `kegiatan_tidak_ada`.
    """
    kegiatan = lihat_kegiatan(kerja, kegiatan_id)
    baris = _baris(kerja)
    if baris is not None and str(kegiatan_id) in baris.nilai:
        hari: int | None = baris.nilai[str(kegiatan_id)]
        return hari
    return HARI_BAKU if kegiatan.kode_sop in _DIMINTA else None


def atur_batas(kerja: Kerja, kegiatan_id: UUID, hari: int | None) -> None:
    """Set how long recipients have; None asks for no report.

    Raises:
        KnownError: `tidak_berwenang`, `kegiatan_tidak_ada`, `batas_penggunaan_salah`.
    """
    wajib(kerja, Hak.KEGIATAN)
    lihat_kegiatan(kerja, kegiatan_id)
    if hari is not None and not 1 <= hari <= HARI_MAKS:
        raise KnownError("batas_penggunaan_salah", terbanyak=HARI_MAKS)
    baris = _baris(kerja) or Pengaturan(kantor_id=kerja.kantor.id, kunci=_KUNCI)
    baris.nilai = {**baris.nilai, str(kegiatan_id): hari}
    kerja.sesi.add(baris)
    kerja.sesi.flush()
    jejak.catat(
        kerja, "atur_batas_penggunaan", objek="kegiatan", objek_id=kegiatan_id, kegiatan_id=kegiatan_id, hari=hari
    )


def _baris(kerja: Kerja) -> Pengaturan | None:
    return kerja.sesi.exec(
        select(Pengaturan).where(Pengaturan.kantor_id == kerja.kantor.id, col(Pengaturan.kunci) == _KUNCI)
    ).first()
