"""`salur kegiatan`: made with all that it needs, changed, called off."""

import pytest

from tests.end2end.baris_perintah import Baris
from tests.helpers.kegiatan import DESA

BUAT = ("kegiatan", "buat", "--sop", "rehsos", "--nama", "Bansos Uji", "--tahun", 2026)


def test_made_with_tahap_goods_and_desa(salur: Baris) -> None:
    isi = ("--tahap", "Tahap I", "--tahap", "Tahap II", "--barang", "Beras 5 kg=2 karung", "--barang", "Kartu=1")
    lagi = ("--desa", DESA[0], "--desa", DESA[1].replace(".", ""), "--pagu", 9_000_000, "--kuota", 3)
    nomor = salur(*BUAT, *isi, *lagi, "--nominal", 1_500_000, "--periode", "2026").kata
    rinci = salur("kegiatan", "lihat", nomor, "--json").json
    assert [t["nama"] for t in rinci["tahap"]] == ["Tahap I", "Tahap II"]
    assert (rinci["desa"], rinci["pagu"], rinci["kuota"]) == (list(DESA[:2]), 9_000_000, 3)


def test_changed_until_it_is_called_off(salur: Baris) -> None:
    nomor = salur(*BUAT, "--nominal", 900_000).kata
    atur = salur(
        "kegiatan", "atur", nomor, "--nama", "Bansos Lain", "--nominal", 1_000_000, "--barang", "Beras=1 karung"
    )
    assert atur.baris == [["Berubah", "3"]]
    assert salur("kegiatan", "tambah-tahap", nomor, "--nama", "Tahap II", "--rencana", "2026-06-01").kata
    salur.ditolak("kegiatan", "tambah-tahap", nomor, "--nama", "Tahap II")
    assert salur("kegiatan", "atur-desa", nomor, *(d.replace(".", "") for d in DESA)).baris == [["Desa yang ikut", "3"]]
    rinci = salur("kegiatan", "lihat", nomor, "--json").json
    assert (rinci["nama"], rinci["nominal"], rinci["desa"]) == ("Bansos Lain", 1_000_000, list(DESA))
    salur.ditolak("kegiatan", "batalkan", nomor, "--alasan", "Salah buat", akun="operator")
    salur("kegiatan", "batalkan", nomor, "--alasan", "Salah buat")
    salur.ditolak("kegiatan", "atur", nomor, "--nama", "Apa pun")
    assert salur("kegiatan", "--json").json[0]["status"] == "batal"


@pytest.mark.parametrize("barang", ["Beras", "Beras=", "=2 karung", "Beras=dua karung"])
def test_goods_that_cannot_be_read_are_wrong_usage(salur: Baris, barang: str) -> None:
    hasil = salur.coba(*BUAT, "--barang", barang)
    assert (hasil.kode, hasil.galat.count("\n")) == (2, 1)
    assert salur("kegiatan", "--json").json == []


@pytest.mark.parametrize("nilai", ["--pagu", "--kuota", "--nominal"])
def test_nought_is_no_amount(salur: Baris, nilai: str) -> None:
    salur.ditolak(*BUAT, nilai, 0)
