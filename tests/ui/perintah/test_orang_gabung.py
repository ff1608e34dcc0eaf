"""`salur orang gabung` and `pisah`."""

from uuid import UUID

import pytest

from app.orang import DataOrang, orang_baru
from tests.end2end.baris_perintah import Baris
from tests.helpers.kegiatan import nik_uji
from tests.ui.perintah.conftest import Menulis


@pytest.fixture
def dua(menulis: Menulis) -> tuple[UUID, UUID]:
    with menulis() as kerja:
        return (
            orang_baru(kerja, DataOrang("Siti Aminah", nik=nik_uji(1))),
            orang_baru(kerja, DataOrang("Sitti Aminah", nik=nik_uji(2), pekerjaan="Petani")),
        )


def test_two_become_one_and_two_again(salur: Baris, dua: tuple[UUID, UUID]) -> None:
    tinggal, pergi = dua
    lihat = salur("orang", "gabung", tinggal, pergi, "--periksa", "--json").json
    assert [(b["isian"], b["terisi_sendiri"]) for b in lihat["beda"]] == [
        ("nama", False), ("nik", False), ("pekerjaan", True),
    ]  # fmt: skip
    assert nik_uji(2) not in str(lihat)
    assert ["Beda", "nama", "Siti Aminah", "Sitti Aminah"] in salur(
        "orang", "gabung", tinggal, pergi, "--periksa"
    ).baris
    assert len(salur("orang", "cari", "--json").json) == 2
    assert "alasan" in salur.ditolak("orang", "gabung", tinggal, pergi).lower()
    (baris,) = salur("orang", "gabung", tinggal, pergi, "--alasan", "KTP yang sama", "--ambil", "nik").baris
    assert baris == ["Digabung", "Siti Aminah", "0 catatan pindah", "0 usulan ditarik"]
    (satu,) = salur("orang", "cari", nik_uji(1), "--json").json
    assert satu["id"] == str(tinggal)
    assert ["NIK", nik_uji(2)] in salur("orang", "lihat", tinggal, "--penuh").baris
    salur.ditolak("orang", "gabung", tinggal, pergi, "--alasan", "lagi")
    salur("orang", "pisah", pergi, "--alasan", "Keliru")
    assert len(salur("orang", "cari", "--json").json) == 2
    salur.ditolak("orang", "pisah", pergi, "--alasan", "Keliru")


def test_a_merge_can_be_read_by_a_script(salur: Baris, dua: tuple[UUID, UUID]) -> None:
    hasil = salur("orang", "gabung", *dua, "--alasan", "KTP", "--json").json
    assert hasil == {"id": str(dua[0]), "pindah": 0, "ditarik": 0, "terima_ganda": []}
