"""`salur ekspor pemeriksaan`: the folder for Inspektorat and BPK."""

from pathlib import Path
from uuid import UUID

import openpyxl

from tests.end2end.baris_perintah import Baris


def test_the_folder_is_written_once(salur: Baris, sah: UUID, tmp_path: Path) -> None:
    salur("cetak", "lampiran-sk", "--kegiatan", sah, "--ke", tmp_path / "sk.pdf")
    ke = tmp_path / "Berkas pemeriksaan"
    hasil = salur("ekspor", "pemeriksaan", "--kegiatan", sah, "--ke", ke)
    indeks = openpyxl.load_workbook(hasil.kata)["Indeks"]
    assert [b[1].value for b in indeks.iter_rows(min_row=4)] == ["Lampiran SK"]
    assert "sudah ada" in salur.ditolak("ekspor", "pemeriksaan", "--kegiatan", sah, "--ke", ke)
