"""The form for the field as a file: everybody or one desa, and a place that cannot be written is said."""

from pathlib import Path

import pytest

from app.verifikasi.formulir import baca_formulir
from db.galat import KnownError
from reports.cetak_lapangan import cetak_lembar_verifikasi
from tests.helpers.kegiatan import DESA, buat_kegiatan, isi_usulan
from tests.helpers.toko import KantorUji


def test_the_form_lists_everybody_or_one_desa(uji: KantorUji, tmp_path: Path) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = buat_kegiatan(kerja)
        ids = isi_usulan(kerja, kegiatan_id, 6)
        assert cetak_lembar_verifikasi(kerja, kegiatan_id, tmp_path / "semua.xlsx") == 6
        assert cetak_lembar_verifikasi(kerja, kegiatan_id, tmp_path / "satu.xlsx", desa=DESA[0]) == 2
    assert {b.id for b in baca_formulir(tmp_path / "semua.xlsx")} == {str(i) for i in ids}


def test_a_place_that_cannot_be_written_is_said_and_nothing_is_left(uji: KantorUji, tmp_path: Path) -> None:
    (tmp_path / "lembar.xlsx").mkdir()
    with uji.membaca() as kerja, pytest.raises(KnownError, match="kegiatan_tidak_ada"):
        cetak_lembar_verifikasi(kerja, uji.pelaku["serba"].akun_id, tmp_path / "lain.xlsx")
    with uji.menulis() as kerja, pytest.raises(KnownError, match="tidak_bisa_menulis"):
        cetak_lembar_verifikasi(kerja, buat_kegiatan(kerja), tmp_path / "lembar.xlsx")
    assert [satu.name for satu in tmp_path.iterdir() if satu.suffix == ".xlsx"] == ["lembar.xlsx"]
