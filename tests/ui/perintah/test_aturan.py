"""`salur kegiatan aturan`: every rule of eligibility on the command line, read and written in one shape."""

import json
from pathlib import Path
from uuid import UUID

import pytest

from tests.end2end.baris_perintah import Baris
from tests.helpers.kegiatan import DESA


def test_rules_go_out_and_come_back(salur: Baris, layak: UUID, tmp_path: Path) -> None:
    baru = {
        "satu_kk": True, "boleh_bersama": ["uep"], "ragam": ["fisik", "sensorik"], "desil_maks": 4, "ahli_waris": True,
        "kuota_desa": {DESA[0]: 1}, "usia": [{"kategori": ["lansia"], "minimum": 60, "maksimum": None}],
        "tanggal_usia": "2026-01-01",
    }  # fmt: skip
    berkas = tmp_path / "aturan.json"
    berkas.write_text(json.dumps(baru), encoding="utf-8")
    lama = salur("kegiatan", "aturan", layak).json
    isi = salur("kegiatan", "aturan", layak, "--isi", berkas).json
    assert isi == lama | baru
    assert salur("kegiatan", "aturan", layak).json == isi
    kata = salur("verifikasi", "--kegiatan", layak, "--json").json
    lihat = salur("verifikasi", "lihat", kata[0]["id"]).keluar
    assert "kuota" in lihat or "Satu-satunya usulan" in lihat


SALAH = ('{"umur": 3}', '{"kategori": ["entah"]}', '{"usia": [3]}', '{"ragam": ["x"]}', "[]", "{")


@pytest.mark.parametrize("isi", SALAH)
def test_what_cannot_be_read_changes_nothing(salur: Baris, layak: UUID, tmp_path: Path, isi: str) -> None:
    lama = salur("kegiatan", "aturan", layak).json
    berkas = tmp_path / "aturan.json"
    berkas.write_text(isi, encoding="utf-8")
    assert "belum ada yang diubah" in salur.ditolak("kegiatan", "aturan", layak, "--isi", berkas)
    assert salur("kegiatan", "aturan", layak).json == lama


def test_a_desil_out_of_range_is_refused(salur: Baris, layak: UUID, tmp_path: Path) -> None:
    berkas = tmp_path / "aturan.json"
    berkas.write_text('{"desil_maks": 11}', encoding="utf-8")
    assert "11" in salur.ditolak("kegiatan", "aturan", layak, "--isi", berkas)
