"""Receipts with QR against what others take for the same layout (`pytest --benchmark-enable`, CPU seconds).

Wanted: at least 10 times fpdf2's receipts, 50 times those of platypus with its QR widget, and half of what a reportlab
canvas draws without any QR. The others get the words where ours would stand, worked out beforehand, so that they pay
for drawing alone. Without measuring, the same runs with few receipts, and every QR is read back.
"""

import time
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
import zxingcpp
from fpdf import FPDF
from pytest_benchmark.fixture import BenchmarkFixture
from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table

from app.bahasa.angka import rupiah, terbilang_rupiah
from app.dokumen.isi_daftar import BarisOrang, IsiTandaTerima
from reports import tanda_terima
from reports.huruf import BIASA, MIRING, TEBAL, daftarkan_huruf, lebar_teks
from reports.rangka_tanda_terima import kerangka, rancang
from reports.tata_letak import MM, TataLetak
from resources import berkas
from tests.helpers.pdf import gambar_pdf
from tests.reports.contoh import kepala, orang

BANYAK, SEDIKIT = 10_000, 6
_BERKAS = {BIASA: "Regular", TEBAL: "Bold", MIRING: "Italic"}
_X_QR, _SISI = 176 * MM, 25 * MM
Operasi = tuple[str, tuple[Any, ...]]


def _isi(baris: list[BarisOrang]) -> IsiTandaTerima:
    return IsiTandaTerima(kepala(), "Bansos Uji Tahun 2026", iter(baris), "Keputusan Bupati Nomor 1/2026")


class Perekam:
    """Stands in for a canvas and for our words, and remembers what was drawn where."""

    def __init__(self, _kanvas: Any = None) -> None:
        self.operasi: list[Operasi] = []
        self._huruf: tuple[str, float] = (BIASA, 10)

    def __getattr__(self, nama: str) -> Callable[..., None]:
        return lambda *_: None

    def setFont(self, huruf: str, ukuran: float) -> None:
        self._huruf = (huruf, ukuran)

    def kiri(self, x: float, y: float, teks: str, huruf: str, ukuran: float) -> None:
        self.operasi.append(("teks", (x, y, teks, huruf, ukuran)))

    def tengah(self, x: float, y: float, teks: str, huruf: str, ukuran: float) -> None:
        self.kiri(x - lebar_teks(teks, huruf, ukuran) / 2, y, teks, huruf, ukuran)

    def kanan(self, x: float, y: float, teks: str, huruf: str, ukuran: float) -> None:
        self.kiri(x - lebar_teks(teks, huruf, ukuran), y, teks, huruf, ukuran)

    def drawString(self, x: float, y: float, teks: str) -> None:
        self.kiri(x, y, teks, *self._huruf)

    def drawCentredString(self, x: float, y: float, teks: str) -> None:
        self.tengah(x, y, teks, *self._huruf)

    def line(self, *titik: float) -> None:
        self.operasi.append(("garis", titik))

    def rect(self, *kotak: float, **_: Any) -> None:
        self.operasi.append(("kotak", kotak))

    def ambil(self) -> list[Operasi]:
        operasi, self.operasi = self.operasi, []
        return operasi

    def sisipkan(self, operasi: list[Operasi]) -> None:
        self.operasi += operasi

    def keluarkan(self) -> None:
        """Keep what was drawn until it is taken."""


def _rekam(baris: list[BarisOrang], monkeypatch: pytest.MonkeyPatch) -> tuple[list[Operasi], list[list[Operasi]]]:
    """Return what is drawn on every receipt, and on each."""
    daftarkan_huruf()
    rangka, rancangan = Perekam(), rancang(TataLetak(), 2)
    kerangka(rangka, _isi(baris), rancangan)
    with monkeypatch.context() as m:
        m.setattr(tanda_terima, "Goresan", Perekam)
        penulis = tanda_terima._Penulis(Perekam(), _isi(baris), rancangan)
        satu_satu = []
        for b in baris:
            penulis.satu(b, "", 0, 0)
            satu_satu.append(penulis._g.ambil())
    return rangka.operasi, satu_satu


# --- who draws -------------------------------------------------------------------------------------------------------

Bahan = tuple[list[BarisOrang], list[Operasi], list[list[Operasi]]]


def _salur(bahan: Bahan) -> bytes:
    keluar = BytesIO()
    tanda_terima.tulis(_isi(bahan[0]), TataLetak(), keluar)
    return keluar.getvalue()


def _kanvas_tanpa_qr(bahan: Bahan) -> bytes:
    """Draw with a plain reportlab canvas, what is common as a form, and no QR."""
    baris, rangka, satu_satu = bahan
    keluar = BytesIO()
    c = Canvas(keluar, pagesize=TataLetak().ukuran_titik, pageCompression=1)
    c.beginForm("kerangka")
    _coret(c, rangka)
    c.endForm()
    for ke in range(len(baris)):
        c.saveState()
        c.translate(0, (1 - ke % 2) * TataLetak().ukuran_titik[1] / 2)
        c.doForm("kerangka")
        _coret(c, satu_satu[ke])
        c.restoreState()
        if ke % 2:
            c.showPage()
    c.save()
    return keluar.getvalue()


def _coret(c: Canvas, operasi: list[Operasi]) -> None:
    for apa, isi in operasi:
        if apa == "teks":
            c.setFont(*isi[3:])
            c.drawString(*isi[:3])
        elif apa == "garis":
            c.line(*isi)
        else:
            c.rect(*isi)


def _fpdf2(bahan: Bahan) -> bytes:
    """Draw with fpdf2; QR from the fastest encoder there is, as squares."""
    baris, rangka, satu_satu = bahan
    lebar, tinggi = TataLetak().ukuran_titik
    pdf = FPDF(unit="pt", format=(lebar, tinggi))
    pdf.set_auto_page_break(False)
    for huruf, gaya in _BERKAS.items():
        pdf.add_font(huruf, fname=str(berkas("huruf", f"LiberationSans-{gaya}.ttf")))
    for ke, b in enumerate(baris):
        if ke % 2 == 0:
            pdf.add_page()
        dasar = tinggi - (1 - ke % 2) * tinggi / 2
        for apa, isi in (*rangka, *satu_satu[ke]):
            if apa == "teks":
                pdf.set_font(isi[3], size=isi[4])
                pdf.text(isi[0], dasar - isi[1], isi[2])
            elif apa == "garis":
                pdf.line(isi[0], dasar - isi[1], isi[2], dasar - isi[3])
            else:
                pdf.rect(isi[0], dasar - isi[1] - isi[3], isi[2], isi[3])
        gambar = zxingcpp.create_barcode(b.kode, zxingcpp.BarcodeFormat.QRCode, ec_level="M").to_image(
            scale=1, add_quiet_zones=False
        )
        n = gambar.shape[0]
        modul = memoryview(gambar).tobytes()
        for i in range(n * n):
            if not modul[i]:
                y, x = divmod(i, n)
                pdf.rect(_X_QR + x * _SISI / n, dasar - 120 * MM + y * _SISI / n, _SISI / n, _SISI / n, style="F")
    return bytes(pdf.output())


def _platypus(bahan: Bahan) -> bytes:
    """Draw as platypus is used: paragraphs, tables and its own QR widget."""
    keluar = BytesIO()
    lembar = SimpleDocTemplate(keluar, pagesize=TataLetak().ukuran_titik, topMargin=20, bottomMargin=20)
    k, isi = kepala(), []
    for ke, b in enumerate(bahan[0]):
        qr = Drawing(_SISI, _SISI)
        qr.add(QrCodeWidget(b.kode, barLevel="M", barWidth=_SISI, barHeight=_SISI))
        pasangan = [
            ("Sudah terima dari", k.kop.nama), ("Uang sejumlah", terbilang_rupiah(b.nominal or 0)),
            ("Untuk pembayaran", "Bansos Uji Tahun 2026"), ("Berdasarkan", "Keputusan Bupati Nomor 1/2026"),
            ("Nama penerima", b.nama), ("NIK", b.nik), ("Alamat", f"{b.alamat_lengkap}, {b.desa}"),
            ("Kategori", b.kategori),
        ]  # fmt: skip
        isi += [Paragraph(t) for t in (k.kop.pemda, k.kop.nama, k.kop.alamat, "TANDA TERIMA BANTUAN", f"No. {b.nomor}")]
        rincian = Table([[label, ":", Paragraph(nilai)] for label, nilai in pasangan], (110, 10, 230))
        isi.append(Table([[rincian, [qr, Paragraph(b.kode)]]], (360, 100)))
        isi.append(
            Table([[rupiah(b.nominal or 0), "Diterima oleh:", "penerima sendiri", "wali", "wakil, dengan surat kuasa"]])
        )
        isi.append(Table([["Nama wali/wakil", "....", "Hubungan", "...."], ["NIK", "....", "No. surat kuasa", "...."]]))
        isi.append(
            Table([
                ["CAP JEMPOL", "Saksi cap jempol:", "Yang menyerahkan,", "Yang menerima,"],
                ["", "1. ....", "Kepala Dinas Sosial,", ""], ["", "2. ....", "Dr. BUDI SANTOSA", "(..........)"],
            ])
        )  # fmt: skip
        isi.append(PageBreak() if ke % 2 else Spacer(1, 20))
    lembar.build(isi)
    return keluar.getvalue()


@pytest.mark.benchmark(timer=time.process_time, warmup=False)
@pytest.mark.parametrize(
    ("tulis", "ber_qr"),
    [(_salur, True), (_kanvas_tanpa_qr, False), (_fpdf2, True), (_platypus, True)],
    ids=["salur", "reportlab tanpa QR", "fpdf2", "platypus + QrCodeWidget"],
)
@pytest.mark.timeout(900)
def test_tanda_terima(
    tulis: Callable[[Bahan], bytes], ber_qr: bool, benchmark: BenchmarkFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    baris = list(orang(SEDIKIT if benchmark.disabled else BANYAK))
    isi = benchmark.pedantic(tulis, ((baris, *_rekam(baris, monkeypatch)),), rounds=1)
    kode = {k.text for k in zxingcpp.read_barcodes(gambar_pdf(BytesIO(isi)))}
    if tulis is _salur:
        assert len(isi) < 100_000 + len(baris) * 800
    assert kode == ({b.kode for b in baris[:2]} if ber_qr else set())
