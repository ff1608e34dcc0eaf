"""`salur wilayah`: a newer table is looked at, taken in and listed; its licence is told."""

from pathlib import Path

import pytest

from tests.end2end.baris_perintah import Baris
from tests.helpers.toko import JamUji, KantorUji

TABEL = "kode,nama\n62.09.03.2004,Kujan Lama\n62.09.03.2099,Sumber Rejo\n"
SK = "Kepmendagri 1 Tahun 2027, ODbL 1.0"


@pytest.fixture
def salur(uji: KantorUji, jam: JamUji) -> Baris:
    """The command line of the administrator, on a closed office."""
    uji.ruang.tutup()
    return Baris(uji.folder, akun="admin")


def test_a_newer_table_is_looked_at_and_taken_in(salur: Baris, tmp_path: Path) -> None:
    (tmp_path / "baru.csv").write_text(TABEL, encoding="utf-8")
    impor = ("wilayah", "impor", tmp_path / "baru.csv")
    dilihat = salur(*impor, "--periksa").baris
    assert dilihat[:2] == [["Baru", "1"], ["Berganti nama", "1"]]
    assert dilihat[2][0] == "Tidak ada lagi"
    assert salur("wilayah").baris == []
    assert "sumber" in salur.ditolak(*impor)
    assert salur(*impor, "--sumber", SK).baris == dilihat
    assert salur("wilayah").baris == [
        ["62.09.03.2004", "Desa", "Kujan Lama", "berlaku", SK],
        ["62.09.03.2099", "Desa", "Sumber Rejo", "berlaku", SK],
    ]
    assert [satu["kode"] for satu in salur("wilayah", "--json").json] == ["62.09.03.2004", "62.09.03.2099"]


def test_what_is_no_table_is_refused(salur: Baris, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("halo;dunia\n", encoding="utf-8")
    assert "baris 1" in salur.ditolak("wilayah", "impor", tmp_path / "a.csv", "--sumber", SK)
    assert "tak-ada.csv" in salur.ditolak("wilayah", "impor", tmp_path / "tak-ada.csv", "--sumber", SK)


def test_the_licence_is_told(salur: Baris) -> None:
    assert "Open Database License" in "\n".join(map("\t".join, salur("wilayah", "lisensi").baris))
