"""The pages of a book by period on lying sheets; a book belongs to no kegiatan, so it is not entered among papers."""

from datetime import date
from io import BytesIO

from app.dokumen.kumpul_register import isi_register
from app.kerja import Kerja
from reports import naskah
from reports.cetak import tata_letak_kantor


def buat_register(kerja: Kerja, buku: str, mulai: date, sampai: date) -> bytes:
    """Return one book between two days as a PDF; a reading transaction is enough.

    Args:
        buku: `masuk`, `keluar` or `pelayanan`.

    Raises:
        KnownError: `tidak_berwenang`, `tanggal_terbalik`, `dokumen_kosong`.
    """
    wadah = BytesIO()
    naskah.tulis(isi_register(kerja, buku, mulai, sampai), tata_letak_kantor(kerja).lanskap(), wadah)
    return wadah.getvalue()
