"""Rows of the tables of a laporan, against reportlab's own (`pytest --benchmark-enable`, CPU seconds).

Wanted: 7 000 rows a second; 6 000 rows of 7 columns are drawn. Without measuring, few rows, read back.
"""

import time
from collections.abc import Callable
from io import BytesIO

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from reportlab.lib import colors
from reportlab.platypus import LongTable, SimpleDocTemplate, TableStyle

from reports.lembar import Lembar
from reports.tabel import Kolom, Tabel
from reports.tata_letak import TataLetak
from tests.helpers.pdf import teks_pdf

BANYAK, SEDIKIT = 6_000, 60
_KOLOM = (
    Kolom("No.", 10, "tengah"), Kolom("Nama", 45), Kolom("NIK", 39, "tengah"), Kolom("Alamat", 45),
    Kolom("Kategori", 27), Kolom("Jumlah (Rp)", 26, "kanan"), Kolom("Ket.", 18),
)  # fmt: skip


def _salur(baris: list[list[str]]) -> bytes:
    keluar = BytesIO()
    with Lembar(keluar, TataLetak().daftar(), judul="Daftar", kaki="Daftar") as lembar:
        tabel = Tabel(lembar, _KOLOM, bernomor=True)
        for satu in baris:
            tabel.baris(satu)
        tabel.selesai()
    return keluar.getvalue()


def _platypus(baris: list[list[str]]) -> bytes:
    keluar = BytesIO()
    gaya = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("FONTSIZE", (0, 0), (-1, -1), 9)])
    tabel = LongTable([[k.judul for k in _KOLOM], *baris], repeatRows=1, style=gaya)
    SimpleDocTemplate(keluar, pagesize=TataLetak().ukuran_titik).build([tabel])
    return keluar.getvalue()


@pytest.mark.benchmark(timer=time.process_time, warmup=False)
@pytest.mark.parametrize("tulis", [_salur, _platypus], ids=["salur", "platypus LongTable"])
def test_tabel(tulis: Callable[[list[list[str]]], bytes], benchmark: BenchmarkFixture) -> None:
    baris = [
        [str(i), f"NAMA KE {i}", "620903 410165 9000", "Jalan Melati RT.003/RW.001", "Lanjut usia", "1.500.000", ""]
        for i in range(SEDIKIT if benchmark.disabled else BANYAK)
    ]
    isi = benchmark.pedantic(tulis, (baris,), rounds=1 if benchmark.disabled else 3)
    if benchmark.disabled:
        semua = " ".join(teks_pdf(BytesIO(isi)))
        assert all(f"NAMA KE {i}" in semua for i in range(SEDIKIT))
