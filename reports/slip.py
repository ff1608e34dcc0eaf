"""One receipt by itself, for the printer beside the table; its number and code are those of the whole set."""

import io
from dataclasses import replace
from uuid import UUID

from app.akses import Hak, wajib
from app.dokumen.isi import Permintaan
from app.dokumen.kumpul_perorangan import isi_tanda_terima_berkas
from app.dokumen.kumpul_salur import isi_tanda_terima
from app.kerja import Kerja
from app.penyaluran import lihat_serah
from reports import naskah, tanda_terima
from reports.cetak import tata_letak_kantor


def cetak_slip_berkas(kerja: Kerja, kegiatan_id: UUID, usulan_id: UUID) -> bytes:
    """Return the receipt for the papers of one applicant as a PDF.

    Raises:
        KnownError: `tidak_berwenang`, `kegiatan_tidak_ada`.
    """
    wajib(kerja, Hak.DOKUMEN)
    isi = isi_tanda_terima_berkas(kerja, kegiatan_id, Permintaan(tanggal=kerja.hari_ini()), usulan_id)
    wadah = io.BytesIO()
    naskah.tulis(isi, tata_letak_kantor(kerja, "tanda-terima-berkas"), wadah)
    return wadah.getvalue()


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
    tanda_terima.tulis(replace(isi, baris=sendiri), tata_letak_kantor(kerja, "tanda-terima"), wadah)
    return wadah.getvalue()
