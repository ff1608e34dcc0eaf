"""A step by its number: its place in the order counts first, an id is taken, applicants have lanes of their own."""

from uuid import uuid4

import pytest

from app.sop import pemohon
from app.sop.sebut import cari_langkah
from db.galat import KnownError
from tests.app.sop import bantu
from tests.helpers.kegiatan import isi_usulan
from tests.helpers.toko import KantorUji


@pytest.mark.parametrize(("sebutan", "urutan"), [("1", 1), (" 5. ", 5), ("3", 3), ("4", 4)])
def test_the_order_counts_where_the_sop_numbers_three_steps_alike(uji: KantorUji, sebutan: str, urutan: int) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = bantu.mulai_kegiatan(kerja, "balakas")
        satu = cari_langkah(kerja, kegiatan_id, sebutan)
        assert satu == bantu.langkah(kerja, kegiatan_id, urutan)
        assert cari_langkah(kerja, kegiatan_id, str(satu)) == satu


@pytest.mark.parametrize("sebutan", ["0", "6", "satu", "", "01a1f8f5-95e7-7068-b75a-d10585aceb6e"])
def test_a_step_that_is_not_there_is_said_with_those_that_are(uji: KantorUji, sebutan: str) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = bantu.mulai_kegiatan(kerja, "balakas")
        with pytest.raises(KnownError, match="langkah_tak_disebut") as galat:
            cari_langkah(kerja, kegiatan_id, sebutan)
        assert galat.value.fakta["akhir"] == 5


def test_a_step_of_another_kegiatan_is_not_taken(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        satu, lain = (bantu.mulai_kegiatan(kerja, "balakas", nama=nama) for nama in ("Satu", "Lain"))
        with pytest.raises(KnownError, match="langkah_tak_disebut"):
            cari_langkah(kerja, satu, str(bantu.langkah(kerja, lain, 1)))
        with pytest.raises(KnownError, match="kegiatan_tidak_ada"):
            cari_langkah(kerja, uuid4(), "1")


def test_an_applicant_names_their_own_lane(uji: KantorUji) -> None:
    with uji.menulis("operator") as kerja:
        kegiatan_id = bantu.mulai_kegiatan(kerja, "dtks")
        satu, tanpa = isi_usulan(kerja, kegiatan_id, 2)
        loket = pemohon.daftarkan(kerja, satu)
        assert cari_langkah(kerja, kegiatan_id, "1", satu) == loket
        assert cari_langkah(kerja, kegiatan_id, "1") == bantu.langkah(kerja, kegiatan_id, 1) != loket
        assert cari_langkah(kerja, kegiatan_id, "3", satu) == bantu.langkah(kerja, kegiatan_id, 3)
        with pytest.raises(KnownError, match="jalur_tidak_ada"):
            cari_langkah(kerja, kegiatan_id, "1", tanpa)
