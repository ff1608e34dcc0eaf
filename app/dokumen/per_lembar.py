"""How many receipts the office puts on a sheet: as it printed last, so that nobody has to say it twice."""

from sqlmodel import col, select

from app.kerja import Kerja
from db.model import Dokumen

PILIHAN = (1, 2, 4)
BAWAAN = 2
_DILIHAT = 20  # newest prints that are asked


def per_lembar_lazim(kerja: Kerja) -> int:
    """Return the last choice of this office; two before it ever chose."""
    kueri = select(Dokumen.parameter).where(Dokumen.kantor_id == kerja.kantor.id, Dokumen.kode == "tanda-terima")
    for parameter in kerja.sesi.exec(kueri.order_by(col(Dokumen.urut).desc()).limit(_DILIHAT)):
        if parameter.get("per_lembar") in PILIHAN:
            return int(parameter["per_lembar"])
    return BAWAAN
