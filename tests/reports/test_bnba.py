"""The BNBA workbook, read back."""

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from app.dokumen.isi import Barang
from app.dokumen.isi_daftar import BarisOrang, Jumlah, KolomProfil
from app.profil_kolom.bawaan import BAWAAN
from db.istilah import Kertas
from reports import bnba, daftar_penerima
from reports.tata_letak import TataLetak
from tests.helpers.pdf import teks_pdf
from tests.reports.contoh import daftar, kepala, orang


def _tulis(baris: Any, kertas: Kertas = Kertas.F4, **ubah: Any) -> tuple[Jumlah, Any]:
    keluar = BytesIO()
    jumlah = bnba.tulis(daftar(baris, **ubah), TataLetak(kertas=kertas), keluar)
    return jumlah, load_workbook(keluar)


def _isi(ws: Any) -> list[tuple[Any, ...]]:
    return list(ws.iter_rows(values_only=True))


def _kepala(ws: Any) -> int:
    return next(n for n, b in enumerate(ws.iter_rows(values_only=True), 1) if b[0] == "NO")


def test_identifiers_are_text_and_amounts_are_numbers() -> None:
    _, buku = _tulis(orang(3))
    ws = buku["BNBA"]
    baris = _kepala(ws) + 2
    judul = [s.value for s in ws[_kepala(ws)]]
    nik, kk = ws.cell(baris, judul.index("NIK") + 1), ws.cell(baris, judul.index("NO. KK") + 1)
    assert (nik.data_type, nik.value, nik.number_format) == ("s", "6209034101659000", "@")
    assert kk.data_type == "s"
    uang = ws.cell(baris, judul.index("NILAI BANTUAN (Rp)") + 1)
    assert (uang.data_type, uang.value, uang.number_format) == ("n", 1_500_000, "#,##0")
    lahir = ws.cell(baris, judul.index("TANGGAL LAHIR") + 1)
    assert lahir.is_date


@pytest.mark.parametrize("nama", ["=cmd|'/c calc'!A1", "+62812", "-1+2", "@SUM(A1)", "=1+1"])
def test_no_cell_is_ever_a_formula(nama: str) -> None:
    _, buku = _tulis(orang(2, nama=nama, alamat=nama, keterangan=nama))
    for ws in buku:
        for baris in ws.iter_rows():
            assert [s.coordinate for s in baris if s.data_type == "f"] == []
    ws = buku["BNBA"]
    assert ws.cell(_kepala(ws) + 2, 3).value == nama
    assert ws.cell(_kepala(ws) + 2, 3).quotePrefix


def test_control_characters_do_not_break_the_file() -> None:
    _, buku = _tulis(orang(1, nama="SITI\x00\x0bAMINAH"))
    ws = buku["BNBA"]
    assert ws.cell(_kepala(ws) + 2, 3).value == "SITI  AMINAH"


def test_totals_of_list_and_summary_agree() -> None:
    jumlah, buku = _tulis(orang(25))
    akhir, rekap = _isi(buku["BNBA"])[-1], _isi(buku["Rekap per desa"])
    assert jumlah == Jumlah(25, 37_500_000)
    assert akhir[1:3] == ("JUMLAH", "25 orang")
    assert 37_500_000 in akhir
    desa = [b for b in rekap if isinstance(b[0], int)]
    assert [b[2] for b in desa] == ["Desa Sungai Mentawa", "Desa Guci", "Kelurahan Bulik"]
    assert sum(b[6] for b in desa) == rekap[-1][6] == 25
    assert sum(b[7] for b in desa) == rekap[-1][7] == 37_500_000
    assert rekap[-1][4] + rekap[-1][5] == 25


@pytest.mark.parametrize(("kertas", "kode"), [(Kertas.F4, 14), (Kertas.FOLIO, 14), (Kertas.A4, 9)])
def test_it_is_set_up_for_print(kertas: Kertas, kode: int) -> None:
    _, buku = _tulis(orang(5), kertas)
    ws = buku["BNBA"]
    judul = _kepala(ws)
    assert ws.page_setup.paperSize == kode
    assert ws.page_setup.orientation == "landscape"
    assert ws.sheet_properties.pageSetUpPr.fitToPage
    assert ws.print_title_rows == f"${judul}:${judul + 1}"
    assert ws.freeze_panes == f"D{judul + 2}"
    assert ws.auto_filter.ref == f"A{judul + 1}:{ws.cell(1, ws.max_column).column_letter}{judul + 6}"
    assert "&P" in ws.oddFooter.right.text
    assert [s.value for s in ws[judul + 1]][:3] == ["1", "2", "3"]


def test_title_rows_name_office_kegiatan_and_date() -> None:
    _, buku = _tulis(orang(1))
    atas = [b[0] for b in _isi(buku["BNBA"])[:6]]
    assert "PEMERINTAH KABUPATEN LAMANDAU - DINAS SOSIAL" in atas
    assert "Bansos Uji Tahun 2026, Tahap 1" in atas
    assert "Keadaan tanggal 5 Maret 2026" in atas


def test_columns_follow_what_the_list_has() -> None:
    barang = (Barang("Beras", 2, "karung"), Barang("Kartu ATM", 1, "buah"))
    baris = orang(1, nominal=None, barang=barang)
    _, buku = _tulis(baris, uang=False, ada_barang=True, ada_rekening=True, ada_wali=True)
    ws = buku["BNBA"]
    judul = [s.value for s in ws[_kepala(ws)]]
    assert "NILAI BANTUAN (Rp)" not in judul
    assert {"BARANG", "NO. REKENING", "NAMA WALI"} <= set(judul)
    assert ws.cell(_kepala(ws) + 2, judul.index("BARANG") + 1).value == "2 karung Beras; 1 buah Kartu ATM"


def test_nobody_is_a_list_with_a_total_of_none() -> None:
    jumlah, buku = _tulis(iter(()))
    assert jumlah == Jumlah()
    assert _isi(buku["BNBA"])[-1][2] == "0 orang"


def test_an_error_leaves_no_temporary_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    def putus() -> Any:
        yield from orang(3)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bnba.tulis(daftar(putus()), TataLetak(), BytesIO())
    assert list(tmp_path.iterdir()) == []


def test_ten_thousand_rows(tmp_path: Path) -> None:
    berkas = tmp_path / "bnba.xlsx"
    jumlah = bnba.tulis(daftar(orang(10_000)), TataLetak(), berkas)
    assert jumlah.orang == 10_000
    assert berkas.stat().st_size < 3_000_000


def test_dates_before_spreadsheets_know_any_are_text() -> None:
    _, buku = _tulis(iter([BarisOrang(1, "TUA", tanggal_lahir=date(1899, 12, 31))]), kepala=kepala())
    ws = buku["BNBA"]
    judul = [s.value for s in ws[_kepala(ws)]]
    assert ws.cell(_kepala(ws) + 2, judul.index("TANGGAL LAHIR") + 1).value == "31-12-1899"


@pytest.mark.parametrize("kode", [b[0] for b in BAWAAN])
@pytest.mark.parametrize("banyak", [0, 1, 30])
def test_a_layout_gives_its_headings_and_the_same_people(kode: str, banyak: int) -> None:
    _, nama, kolom, polos = next(b for b in BAWAAN if b[0] == kode)
    jumlah, buku = _tulis(orang(banyak), kolom=kolom, polos=polos)
    ws = buku["BNBA"]
    judul = (
        1 if polos else next(n for n, b in enumerate(_isi(ws), 1) if b[: len(kolom)] == tuple(k.judul for k in kolom))
    )
    assert [s.value for s in ws[judul]] == [k.judul for k in kolom], nama
    assert jumlah == Jumlah(banyak, banyak * 1_500_000 if banyak else None)
    rekening = [k.bidang for k in kolom].index("nik") + 1
    awal = judul + (1 if polos else 2)
    assert [ws.cell(awal + i, rekening).value for i in range(banyak)] == [o.nik for o in orang(banyak)]
    assert ws.max_row == awal + banyak - 1 + (0 if polos else 1)
    assert buku.sheetnames == (["BNBA"] if polos else ["BNBA", "Rekap per desa"])


def test_totals_are_those_of_the_same_list_on_paper() -> None:
    buku, kertas = BytesIO(), BytesIO()
    _, _, kolom, _ = BAWAAN[0]
    pada_buku = bnba.tulis(daftar(orang(37), kolom=kolom), TataLetak(), buku)
    di_kertas = daftar_penerima.tulis(daftar(orang(37)), TataLetak(), kertas)
    assert pada_buku == di_kertas
    akhir = [v for v in _isi(load_workbook(buku)["BNBA"])[-1] if v is not None]
    teks = " ".join(teks_pdf(kertas))
    assert akhir == ["JUMLAH", "37 orang", 55_500_000]
    assert "JUMLAH: 37 orang" in teks
    assert "55.500.000" in teks


def test_one_word_in_every_row_and_columns_to_fill_in() -> None:
    kolom = (KolomProfil("nama", "NAMA"), KolomProfil("tetap", "CARA", "TUNAI"), KolomProfil("kosong", "PARAF"))
    _, buku = _tulis(orang(2), kolom=kolom, polos=True)
    assert [b[1:] for b in _isi(buku["BNBA"])] == [("CARA", "PARAF"), ("TUNAI", None), ("TUNAI", None)]
