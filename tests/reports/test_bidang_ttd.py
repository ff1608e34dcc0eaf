"""The empty signature field: what stands in the PDF itself, page and catalog, and that nothing claims a signature."""

import ctypes
import re
from io import BytesIO

import pypdfium2.raw as pdfium

from app.dokumen.isi import Penanda
from reports.lembar import Lembar
from reports.tata_letak import MM, TataLetak
from reports.ttd import KolomTtd, tanda_tangan
from tests.helpers.pdf import buka_pdf, teks_pdf

PENANDA = Penanda("Kepala Dinas Sosial", "Dr. BUDI", "Pembina (IV/a)", "197812112006041006")


def _pdf(*, bidang: bool, bagian: int = 1, penanda: Penanda | None = PENANDA, meterai: bool = False) -> BytesIO:
    keluar = BytesIO()
    with Lembar(keluar, TataLetak(bidang_ttd=bidang), judul="uji", bernomor=False) as lembar:
        for ke in range(bagian):
            if ke:
                lembar.bagian_baru()
            tanda_tangan(lembar, [KolomTtd(None, ("Penerima,",)), KolomTtd(penanda, (), meterai)])
    return keluar


def _bidang(keluar: BytesIO) -> list[tuple[float, float, float, float]]:
    """Return the boxes of signature widgets as pdfium's form reader sees them, page by page."""
    hasil = []
    with buka_pdf(keluar) as dokumen:
        dokumen.init_forms()
        for halaman in dokumen:
            for ke in range(pdfium.FPDFPage_GetAnnotCount(halaman.raw)):
                catatan = pdfium.FPDFPage_GetAnnot(halaman.raw, ke)
                jenis = pdfium.FPDFAnnot_GetFormFieldType(dokumen.formenv.raw, catatan)
                kotak = pdfium.FS_RECTF()
                assert pdfium.FPDFAnnot_GetRect(catatan, ctypes.byref(kotak))
                if jenis == pdfium.FPDF_FORMFIELD_SIGNATURE:
                    hasil.append((kotak.left, kotak.bottom, kotak.right, kotak.top))
                pdfium.FPDFPage_CloseAnnot(catatan)
            halaman.close()
    return hasil


def test_a_field_stands_in_the_official_s_room_only() -> None:
    (kotak,) = _bidang(_pdf(bidang=True))
    kiri, bawah, kanan, atas = kotak
    letak = TataLetak()
    assert kiri > letak.ukuran_titik[0] / 2
    assert kanan <= letak.ukuran_titik[0] - letak.kanan * MM + 0.1
    assert 14 * MM < atas - bawah < 20 * MM


def test_every_part_of_a_file_has_a_field_with_a_name_of_its_own() -> None:
    keluar = _pdf(bidang=True, bagian=3)
    assert len(_bidang(keluar)) == 3
    assert sorted(re.findall(rb"/T \((\w+)\)", keluar.getvalue())) == [
        b"TandaTangan1",
        b"TandaTangan2",
        b"TandaTangan3",
    ]


def test_the_catalog_names_the_form_and_the_field_has_no_value() -> None:
    isi = _pdf(bidang=True).getvalue()
    (formulir,) = re.findall(rb"/AcroForm (\d+) 0 R", isi)
    objek = re.search(rb"\n%s 0 obj\s*(.*?)endobj" % formulir, isi, re.DOTALL)
    assert objek is not None
    assert b"/SigFlags 1" in objek[1]
    (bidang,) = re.findall(rb"/Fields \[ (\d+) 0 R \]", objek[1])
    medan = re.search(rb"\n%s 0 obj\s*(.*?)endobj" % bidang, isi, re.DOTALL)
    assert medan is not None
    assert b"/FT /Sig" in medan[1]
    assert b"/V " not in medan[1]  # an unsigned field has no value


def test_without_the_setting_or_a_signer_there_is_no_form_at_all() -> None:
    for keluar in (_pdf(bidang=False), _pdf(bidang=True, penanda=None)):
        assert b"/AcroForm" not in keluar.getvalue()
        assert b"/Sig" not in keluar.getvalue()


def test_the_field_leaves_room_for_the_meterai_and_says_nothing() -> None:
    (tanpa,), (dengan,) = _bidang(_pdf(bidang=True)), _bidang(_pdf(bidang=True, meterai=True))
    assert dengan[0] > tanpa[0] + 20 * MM
    kata = " ".join(teks_pdf(_pdf(bidang=True))).lower()
    assert "ditandatangani" not in kata
    assert "elektronik" not in kata
