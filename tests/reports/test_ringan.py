"""Cetak ringan: the same words and a QR that reads, but no picture, no grey, no thick stroke; and the test page."""

import re
import zlib
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pytest
import zxingcpp
from PIL import Image

from app.dokumen.isi_daftar import IsiTandaTerima
from app.dokumen.isi_kupon import BarisKupon, IsiKupon
from db.istilah import Kertas
from reports import daftar_penerima, kupon, tanda_terima
from reports.cetak import cetak, pratinjau
from reports.halaman_uji import halaman_uji
from reports.qr import citra_qr
from reports.tata_letak import TataLetak
from tests.helpers.kegiatan import kegiatan_sah
from tests.helpers.pdf import gambar_pdf, teks_pdf
from tests.helpers.toko import KantorUji
from tests.reports.contoh import daftar, kepala, orang

RINGAN = TataLetak(ringan=True)


def _logo() -> bytes:
    keluar = BytesIO()
    Image.new("RGB", (60, 70), (200, 30, 30)).save(keluar, "PNG")
    return keluar.getvalue()


def _berlogo() -> object:
    k = kepala()
    return replace(k, kop=replace(k.kop, logo=_logo()))


def _isi_halaman(pdf: bytes) -> str:
    """Return what the pages and forms draw, uncompressed."""
    hasil = []
    for potong in re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL):
        try:
            hasil.append(zlib.decompress(potong).decode("latin-1"))
        except zlib.error:
            continue
    return "\n".join(h for h in hasil if " Tf" in h or " re" in h or " l " in h)


def _tanda_terima(letak: TataLetak, banyak: int = 3) -> bytes:
    keluar = BytesIO()
    isi = IsiTandaTerima(_berlogo(), "Bansos Uji 2026", orang(banyak), "Keputusan Bupati Nomor 1", per_lembar=2)  # type: ignore[arg-type]
    tanda_terima.tulis(isi, letak, keluar)
    return keluar.getvalue()


def test_a_light_receipt_has_no_picture_and_a_qr_that_reads() -> None:
    berat, ringan = _tanda_terima(TataLetak()), _tanda_terima(RINGAN)
    assert b"/Subtype /Image" in berat
    assert b"/Subtype /Image" not in ringan
    assert "BI /W" not in _isi_halaman(ringan)
    assert teks_pdf(BytesIO(ringan)) == teks_pdf(BytesIO(berat))
    terbaca = {b.text for b in zxingcpp.read_barcodes(gambar_pdf(BytesIO(ringan), skala=4))}
    assert terbaca == {o.kode for o in orang(2)}


@pytest.mark.parametrize("banyak", [1, 70])
def test_boxes_and_picture_draw_the_same_qr(banyak: int) -> None:
    kode = [f"SLR1-{n:016d}7" for n in range(banyak)]
    assert len(set(citra_qr(kode, garis=True))) == banyak
    assert all(op.endswith(" f") and " re" in op for op in citra_qr(kode, garis=True))


def test_a_light_coupon_has_a_qr_that_reads() -> None:
    keluar = BytesIO()
    satu = BarisKupon(1, "SLR1-00000000000000017", "SITI AMINAH", "", "Jalan Melati", "", "", "")
    kupon.tulis(IsiKupon(kepala(), "KUPON UNDANGAN", "KTP", "Simpan kupon ini.", iter([satu])), RINGAN, keluar)
    (kode,) = zxingcpp.read_barcodes(gambar_pdf(keluar, skala=4))
    assert kode.text == "SLR1-00000000000000017"


def test_a_light_list_has_no_ground_no_grey_and_thin_strokes() -> None:
    keluar = BytesIO()
    daftar_penerima.tulis(daftar(orang(40)), replace(RINGAN, tanda_air="budi - hari ini - ekspor 1/2026"), keluar)
    coret = _isi_halaman(keluar.getvalue())
    abu = {g for g in re.findall(r"(?<![\d.])([\d.]+) g\b", coret) if 0 < float(g) < 1}
    assert not abu
    assert max(float(w) for w in re.findall(r"(?<![\d.])([\d.]+) w\b", coret)) <= 0.5
    assert not re.search(r"re\s+[fB]\b", coret)
    assert all("ekspor 1/2026" in halaman for halaman in teks_pdf(keluar))


def test_light_is_remembered_with_the_print(uji: KantorUji, tmp_path: Path) -> None:
    with uji.menulis() as kerja:
        kegiatan: UUID = kegiatan_sah(kerja, 4)
        biasa = cetak(kerja, "tanda-terima", kegiatan, tmp_path / "a.pdf")
        ringan = cetak(kerja, "tanda-terima", kegiatan, tmp_path / "b.pdf", ringan=True)
        lagi = cetak(kerja, "tanda-terima", kegiatan, tmp_path / "c.pdf")
        dilihat = pratinjau(kerja, "tanda-terima", kegiatan, ringan=False)
    assert lagi.sha256 == ringan.sha256 != biasa.sha256
    assert dilihat == (tmp_path / "a.pdf").read_bytes()


@pytest.mark.parametrize(("kertas", "mendatar"), [(Kertas.A4, False), (Kertas.F4, True)])
def test_the_test_page_has_scales_on_the_office_paper(kertas: Kertas, mendatar: bool) -> None:
    letak = replace(TataLetak(kertas), mendatar=mendatar)
    isi = BytesIO(halaman_uji(letak, printer="Epson LX-310", geser=(1.5, -2.0)))
    (teks,) = teks_pdf(isi)
    lebar, tinggi = letak.ukuran
    for kata in (
        "HALAMAN UJI PRINTER",
        "Epson LX-310",
        f"{lebar:g} × {tinggi:g} mm".replace(".", ","),
        "+1,5 mm",
        "-2 mm",
    ):
        assert kata in teks
    assert teks.count("+10") == 10  # eight scales at the edges, two where the sheet is folded
    gambar = gambar_pdf(isi, skala=72 / 25.4)  # eight pixels to the mm
    px = gambar.width / lebar
    y = round((tinggi - tinggi * 0.30 - 4) * px)  # through the long mark that must lie 20 mm from the left edge
    assert min(gambar.getpixel((round(20 * px) + dx, y)) for dx in (-1, 0, 1)) < 200
