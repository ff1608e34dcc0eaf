"""`salur impor` as whoever writes a script meets it."""

from pathlib import Path
from uuid import UUID

from app.usulan.baca import KODE_BERKAS
from tests.app.usulan.conftest import JUDUL, orang
from tests.end2end.baris_perintah import Baris
from tests.helpers import lembar as buat
from tests.helpers.lembar import Lembar


def test_the_help_names_every_code_of_a_refused_file(salur: Baris) -> None:
    tulisan = salur("impor", "--help").keluar
    assert all(kode in tulisan for kode in KODE_BERKAS)


def test_what_is_hidden_or_left_out_is_said(salur: Baris, layak: UUID, tmp_path: Path) -> None:
    berkas = tmp_path / "usulan.xlsx"
    isi = [JUDUL, orang(1), orang(2), ["JUMLAH", 2]]
    lama, rekap = Lembar(isi[:2], "Lama", sembunyi=True), Lembar([["REKAP"], ["DESA", "JUMLAH"]], "Rekap")
    berkas.write_bytes(buat.xlsx(Lembar(isi, baris_sembunyi=[3], kolom_sembunyi=[3, 8]), lama, rekap))
    satu = salur("impor", berkas, "--kegiatan", layak, "--periksa", "--json").json["berkas"][0]
    (lembar,) = satu["lembar"]
    assert (lembar["baris_sembunyi"], lembar["kolom_sembunyi"]) == (1, ["C", "H"])
    assert lembar["dilewati"] == [{"baris": 4, "sebab": "jumlah", "isi": "JUMLAH 2"}]
    assert satu["lembar_dilewati"] == [
        {"nama": "Lama", "sebab": "tersembunyi"}, {"nama": "Rekap", "sebab": "bukan_daftar"},
    ]  # fmt: skip
    tulisan = salur("impor", berkas, "--kegiatan", layak, "--periksa").keluar
    assert "1 baris tersembunyi, ikut dibaca" in tulisan
    assert "Kolom C dan H tersembunyi, ikut dibaca" in tulisan
