"""`salur impor` as whoever writes a script meets it."""

from app.usulan.baca import KODE_BERKAS
from tests.end2end.baris_perintah import Baris


def test_the_help_names_every_code_of_a_refused_file(salur: Baris) -> None:
    tulisan = salur("impor", "--help").keluar
    assert all(kode in tulisan for kode in KODE_BERKAS)
