"""The BNBA of 100 000 people in 20 columns, against XlsxWriter in constant memory with the same print features.

`pytest --benchmark-enable tests/benchmarks/test_bnba.py` prints CPU seconds; ours should stay within 0.3 of the peer's.
Without measuring, the same runs with few people and compares what both wrote. From a real store the peak of memory is
told for a list and one twice as long (`puncak_mb`): both gather and draw a page of people at a time.
"""

import time
import tracemalloc
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import xlsxwriter
from openpyxl import load_workbook
from pytest_benchmark.fixture import BenchmarkFixture

from app.dokumen.isi import Barang, Permintaan
from app.dokumen.isi_daftar import BarisOrang, IsiDaftar, Jumlah
from app.dokumen.kumpul_daftar import isi_bnba
from db.istilah import StatusUsulan
from reports import bnba
from reports.tata_letak import TataLetak
from tests.helpers.kegiatan import buat_kegiatan, isi_usulan, tetapkan
from tests.helpers.toko import KantorUji
from tests.reports.contoh import daftar, orang

BANYAK, SEDIKIT = 100_000, 50
CIRI = {"ada_rekening": True, "ada_barang": True}


@pytest.fixture
def baris(benchmark: BenchmarkFixture) -> list[BarisOrang]:
    """People with a bank account and goods, so that the list has its 20 columns."""
    banyak = SEDIKIT if benchmark.disabled else BANYAK
    isi = {"bank": "Bank Kalteng", "rekening": "0012345678901", "atas_nama": "SITI AMINAH", "telepon": "081234567890"}
    return list(orang(banyak, barang=(Barang("Kartu ATM", 1, "buah"),), **isi))


def _isi(baris: list[BarisOrang]) -> IsiDaftar:
    return daftar(iter(baris), **CIRI)


def _salur(baris: list[BarisOrang], ke: Path) -> None:
    bnba.tulis(_isi(baris), TataLetak(), ke)


def _xlsxwriter(baris: list[BarisOrang], ke: Path) -> None:
    """Write the same list with XlsxWriter: text as text, dates, freeze, filter, widths, print titles, page set-up."""
    kolom = bnba.kolom_bnba(_isi(baris))
    buku = xlsxwriter.Workbook(str(ke), {"constant_memory": True, "strings_to_formulas": False})
    dasar = {"font_name": "Arial", "font_size": 9, "border": 1, "valign": "top"}
    teks, uang, tanggal = (buku.add_format({**dasar, "num_format": f}) for f in ("@", "#,##0", "dd-mm-yyyy"))
    ws = buku.add_worksheet("BNBA")
    ws.set_landscape()
    ws.set_paper(14)
    ws.fit_to_pages(1, 0)
    ws.freeze_panes(9, 3)
    ws.repeat_rows(7, 8)
    ws.set_footer("&L&8Dinas Sosial&R&8Halaman &P dari &N")
    for urutan, k in enumerate(kolom):
        ws.set_column(urutan, urutan, k.lebar)
        ws.write_string(7, urutan, k.judul, teks)
        ws.write_string(8, urutan, str(urutan + 1), teks)
    for r, b in enumerate(baris, 9):
        for urutan, k in enumerate(kolom):
            nilai = k.nilai(b)
            if isinstance(nilai, str):
                ws.write_string(r, urutan, nilai, teks)
            elif isinstance(nilai, date):
                ws.write_datetime(r, urutan, nilai, tanggal)
            elif nilai is not None:
                ws.write_number(r, urutan, nilai, uang)
    ws.autofilter(8, 0, 8 + len(baris), len(kolom) - 1)
    aliran = ws.row_data_fh
    buku.close()
    aliran.close()  # XlsxWriter itself leaves it open


@pytest.mark.benchmark(timer=time.process_time)
@pytest.mark.parametrize("tulis", [_salur, _xlsxwriter], ids=["salur", "xlsxwriter"])
def test_bnba(
    tulis: Callable[[list[BarisOrang], Path], None], baris: list[BarisOrang], tmp_path: Path, benchmark: Any
) -> None:
    benchmark.pedantic(tulis, (baris, tmp_path / "bnba.xlsx"), rounds=3)
    if benchmark.disabled:
        tulis(baris, tmp_path / "bnba.xlsx")
        nik = [b.nik for b in baris]
        ws = load_workbook(BytesIO((tmp_path / "bnba.xlsx").read_bytes()))["BNBA"]
        assert len(bnba.kolom_bnba(_isi(baris))) == ws.max_column == 20
        assert [s.value for s in ws["B"] if str(s.value).startswith("6209")] == nik


@pytest.mark.benchmark(timer=time.process_time)
@pytest.mark.parametrize("layak", [False, True], ids=["sebelum SK", "sesudah SK"])
def test_puncak_memori(uji: KantorUji, tmp_path: Path, benchmark: BenchmarkFixture, layak: bool) -> None:
    """The peak of a list twice as long is almost the same: a decree is read by pages, proposals by desa of a size."""
    puncak = []
    for banyak in (2_000, 4_000) if benchmark.disabled else (20_000, 40_000):
        with uji.menulis() as kerja:
            kegiatan = buat_kegiatan(kerja)
            isi_usulan(
                kerja,
                kegiatan,
                banyak,
                status=StatusUsulan.LAYAK,
                desa=_DESA[: banyak // 400],
                mulai=len(puncak) * 50_000 + 1,
            )
            if layak:
                tetapkan(kerja, kegiatan, nomor=f"188.45/{banyak}/2026")
        puncak.append(_puncak(uji, kegiatan, tmp_path / "bnba.xlsx"))
    benchmark.extra_info["puncak_mb"] = [round(p / 1e6, 2) for p in puncak]
    assert puncak[1] < puncak[0] * 1.25, puncak
    benchmark.pedantic(_dari_toko, (uji, kegiatan, tmp_path / "bnba.xlsx"), rounds=1)


_DESA = tuple(f"62.09.03.{2001 + n}" for n in range(100))


def _dari_toko(uji: KantorUji, kegiatan: UUID, ke: Path) -> Jumlah:
    with uji.membaca() as kerja:
        return bnba.tulis(isi_bnba(kerja, kegiatan, Permintaan()), TataLetak(), ke)


def _puncak(uji: KantorUji, kegiatan: UUID, ke: Path) -> int:
    """Return the most bytes that Python held while the workbook was made."""
    tracemalloc.start()
    try:
        _dari_toko(uji, kegiatan, ke)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
