"""Photographs on paper: as wide as the sheet allows, with their captions."""

from io import BytesIO

from reportlab.lib.utils import ImageReader

from app.dokumen.isi_laporan import Foto
from reports.lembar import Lembar
from reports.tata_letak import MM


def cetak_foto(lembar: Lembar, foto: Foto) -> None:
    """Draw a photograph as wide as the sheet allows, at most 90 mm high, with its caption on the same page."""
    if lembar.tata_letak.ringan:
        lembar.baris(f"[Foto tidak dicetak pada cetak ringan: {foto.keterangan}]", ukuran=9)
        return
    gambar = ImageReader(BytesIO(foto.isi))
    lebar_asli, tinggi_asli = gambar.getSize()
    skala = min(lembar.lebar / lebar_asli, 90 * MM / tinggi_asli)
    lebar, tinggi = lebar_asli * skala, tinggi_asli * skala
    lembar.perlu(tinggi + 12 * MM)
    lembar.y -= tinggi
    lembar.kanvas.drawImage(gambar, lembar.kiri + (lembar.lebar - lebar) / 2, lembar.y, lebar, tinggi)
    lembar.spasi(1.5)
    lembar.baris(foto.keterangan, ukuran=9, rata="tengah")
    lembar.spasi(5)
