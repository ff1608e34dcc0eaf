"""One receipt by itself, for the printer beside the table; its number and code are those of the whole set."""

import io
from dataclasses import replace
from uuid import UUID

from app.akses import Hak, wajib
from app.dokumen.isi import Permintaan
from app.dokumen.kumpul_salur import isi_tanda_terima
from app.kerja import Kerja
from app.penyaluran import lihat_serah
from reports import tanda_terima
from reports.cetak import tata_letak_kantor


def cetak_slip(kerja: Kerja, alokasi_id: UUID) -> bytes:
    """Return the receipt of one recipient in one tahap as a PDF.

    Raises:
        KnownError: `tidak_berwenang`, `alokasi_tidak_ada`.
    """
    wajib(kerja, Hak.DOKUMEN)
    satu = lihat_serah(kerja, alokasi_id)
    isi = isi_tanda_terima(kerja, satu.kegiatan_id, Permintaan(desa=satu.kode_desa or None, tahap=satu.tahap_nomor))
    wadah = io.BytesIO()
    sendiri = (b for b in isi.baris if b.kode == satu.kode)
    tanda_terima.tulis(replace(isi, baris=sendiri), tata_letak_kantor(kerja), wadah)
    return wadah.getvalue()
