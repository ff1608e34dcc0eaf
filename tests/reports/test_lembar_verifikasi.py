"""The workbook form goes out with ids and comes back with results."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.usulan.baca import BerkasDitolak
from app.verifikasi import impor_hasil_verifikasi, ringkasan_verifikasi, semua_usulan
from app.verifikasi.formulir import baca_formulir
from app.wilayah import Peta
from reports.lembar_verifikasi import tulis
from tests.helpers import lembar as buat
from tests.helpers.kegiatan import buat_kegiatan, isi_usulan
from tests.helpers.lembar import Lembar
from tests.helpers.toko import KantorUji


def test_results_of_a_filled_in_form_are_taken_back(uji: KantorUji, tmp_path: Path) -> None:
    with uji.menulis() as kerja:
        kegiatan = buat_kegiatan(kerja)
        isi_usulan(kerja, kegiatan, 5)
        semua = list(semua_usulan(kerja, kegiatan))
    berkas = tmp_path / "lembar.xlsx"
    assert tulis(semua, berkas, kegiatan="Bansos Uji", peta=Peta(), alasan=["Meninggal dunia"]) == 5
    buku = load_workbook(berkas)
    lembar = buku["Verifikasi"]
    assert lembar["C4"].data_type == "s"
    lembar["G4"], lembar["G5"], lembar["H5"] = "Layak", "Tidak layak", "Meninggal dunia"
    lembar["G6"], lembar["I6"], lembar["J6"] = "x", "02-03-2026", "Rina"
    lembar["H6"] = "rumahnya kosong"
    buku.save(berkas)
    hasil = baca_formulir(berkas)
    assert [b.id for b in hasil] == [str(b.usulan_id) for b in semua]
    assert (hasil[2].baris, hasil[2].petugas) == (6, "Rina")
    with uji.menulis() as kerja:
        ringkas = impor_hasil_verifikasi(kerja, kegiatan, hasil)
        hitung = ringkasan_verifikasi(kerja, kegiatan).seluruh
    assert (ringkas.dicatat, ringkas.kosong, ringkas.ditolak) == (3, 2, ())
    assert (hitung.layak, hitung.tidak_layak, hitung.belum) == (1, 2, 2)


def test_results_and_reasons_are_offered_to_choose_from(uji: KantorUji, tmp_path: Path) -> None:
    with uji.menulis() as kerja:
        kegiatan = buat_kegiatan(kerja)
        isi_usulan(kerja, kegiatan, 5)
        semua = list(semua_usulan(kerja, kegiatan))
    berkas = tmp_path / "lembar.xlsx"
    tulis(semua, berkas, kegiatan="Bansos Uji", peta=Peta(), alasan=["Meninggal dunia"])
    lembar = load_workbook(berkas)["Verifikasi"]
    hasil, alasan = lembar.data_validations.dataValidation
    assert (str(hasil.sqref), hasil.formula1, hasil.showErrorMessage) == (
        f"G4:G{3 + len(semua)}", '"Layak,Tidak layak"', True,
    )  # fmt: skip
    assert (str(alasan.sqref), alasan.showErrorMessage) == (f"H4:H{3 + len(semua)}", False)
    assert alasan.formula1.startswith("'Alasan'!$A$2:$A$")


def test_another_workbook_is_refused(tmp_path: Path) -> None:
    berkas = tmp_path / "lain.xlsx"
    berkas.write_bytes(buat.xlsx(Lembar([["NAMA", "NIK"], ["SITI", "1"]])))
    with pytest.raises(BerkasDitolak) as salah:
        baca_formulir(berkas)
    assert salah.value.kode_berkas == "bukan_formulir"
