"""A book by period as a workbook: the lines of the paper, text as text."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlmodel import col, select

from app.dokumen.kumpul_register import isi_register
from app.register import DataSurat, catat_surat_masuk
from db.galat import KnownError
from db.model import Jejak
from reports.buku_register import simpan_register
from reports.lembar_register import buat_register
from tests.helpers.pdf import teks_pdf
from tests.helpers.toko import KantorUji

HARI = date(2026, 2, 20)


def test_the_workbook_holds_the_lines_of_the_paper(uji: KantorUji, tmp_path: Path) -> None:
    ke = tmp_path / "agenda.xlsx"
    with uji.menulis() as kerja:
        for nomor, perihal in enumerate(("=Usulan", "Permohonan", "Undangan"), 1):
            catat_surat_masuk(kerja, DataSurat(perihal, HARI, nomor_surat=f"00{nomor}", dari="Desa Guci"))
        assert simpan_register(kerja, "masuk", date(2026, 2, 1), date(2026, 2, 28), ke) == 3
        kertas = " ".join(teks_pdf(BytesIO(buat_register(kerja, "masuk", date(2026, 2, 1), date(2026, 2, 28)))))
        isi = isi_register(kerja, "masuk", HARI, HARI)
        aksi = kerja.sesi.exec(select(Jejak.aksi).order_by(col(Jejak.urut).desc()).limit(1)).one()
    assert aksi == "ekspor_daftar"
    ws = load_workbook(ke)["Register"]
    baris = list(ws.iter_rows(values_only=True))
    kepala = next(n for n, b in enumerate(baris) if b[0] == "NO. AGENDA")
    perihal = [b[5] for b in baris[kepala + 1 :]]
    assert perihal == ["=Usulan", "Permohonan", "Undangan"]
    assert [b[3] for b in baris[kepala + 1 :]] == ["001", "002", "003"]
    assert all(str(p).lstrip("=") in kertas for p in perihal)
    assert baris[0][0] == isi.judul[0]
    assert ws.auto_filter.ref == f"A{kepala + 1}:H{len(baris)}"
    assert {s.data_type for s in ws[kepala + 2] if s.value} == {"s"}


def test_an_empty_time_writes_nothing(uji: KantorUji, tmp_path: Path) -> None:
    with uji.menulis() as kerja, pytest.raises(KnownError) as salah:
        simpan_register(kerja, "pelayanan", HARI, HARI, tmp_path / "kosong.xlsx")
    assert salah.value.kode == "dokumen_kosong"
    assert not (tmp_path / "kosong.xlsx").exists()
