"""What a recipient who died was owed: cancelled, or the heir's, by the rule of the kegiatan."""

from collections.abc import Iterator
from uuid import UUID

import pytest

from app.kerja import Kerja
from app.penyaluran import (
    Entri,
    StatusSalur,
    Wakil,
    catat_banyak,
    catat_hasil,
    lihat_serah,
    ringkasan_penyaluran,
    semua_serah,
)
from db.galat import KnownError
from db.istilah import HasilSalur
from tests.helpers.kegiatan import NOMINAL, kegiatan_sah
from tests.helpers.toko import KantorUji

ANAK = Wakil("Rudi Uji", "Anak kandung", surat_kuasa="Surat keterangan ahli waris 474/3/2026")


@pytest.fixture
def kerja(uji: KantorUji) -> Iterator[Kerja]:
    with uji.menulis() as kerja:
        yield kerja


def alokasi(kerja: Kerja, kegiatan: UUID) -> list[UUID]:
    return [b.alokasi_id for b in semua_serah(kerja, kegiatan)]


def test_the_heir_receives_where_the_rule_says_so(kerja: Kerja) -> None:
    kegiatan = kegiatan_sah(kerja, 2, aturan={"ahli_waris": True})
    satu, dua = alokasi(kerja, kegiatan)
    with pytest.raises(KnownError, match="belum_tercatat_meninggal"):
        catat_hasil(kerja, satu, HasilSalur.AHLI_WARIS, wakil=ANAK)
    for siapa in (satu, dua):
        catat_hasil(kerja, siapa, HasilSalur.MENINGGAL)
    keadaan = lihat_serah(kerja, satu).keadaan
    assert keadaan.hasil_wakil is HasilSalur.AHLI_WARIS
    with pytest.raises(KnownError, match="wakil_kurang"):
        catat_hasil(kerja, satu, HasilSalur.AHLI_WARIS, wakil=Wakil("Rudi Uji", "Anak kandung"))
    with pytest.raises(KnownError, match="tercatat_meninggal"):
        catat_hasil(kerja, satu, HasilSalur.DIWAKILKAN, wakil=ANAK)
    assert catat_hasil(kerja, satu, HasilSalur.AHLI_WARIS, wakil=ANAK).rupiah == NOMINAL
    assert catat_banyak(kerja, kegiatan, [Entri(dua, HasilSalur.AHLI_WARIS, wakil=ANAK)]).dicatat
    h = ringkasan_penyaluran(kerja, kegiatan).seluruh
    assert (h.tersalur.orang, h.gagal.orang) == (2, 0)
    assert lihat_serah(kerja, satu).keadaan.hasil is HasilSalur.AHLI_WARIS


def test_without_the_rule_it_is_cancelled(kerja: Kerja) -> None:
    kegiatan = kegiatan_sah(kerja, 1)
    (satu,) = alokasi(kerja, kegiatan)
    catat_hasil(kerja, satu, HasilSalur.MENINGGAL)
    for coba in (
        lambda: catat_hasil(kerja, satu, HasilSalur.AHLI_WARIS, wakil=ANAK),
        lambda: catat_banyak(kerja, kegiatan, [Entri(satu, HasilSalur.AHLI_WARIS, wakil=ANAK)]),
    ):
        with pytest.raises(KnownError, match="ahli_waris_tidak_boleh"):
            coba()
    assert lihat_serah(kerja, satu).keadaan.status is StatusSalur.GAGAL
