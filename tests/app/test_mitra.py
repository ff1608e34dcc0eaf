"""Vendors and agreements: both sides' numbers, once each."""

from datetime import date
from uuid import UUID

import pytest

from app.mitra import DataMitra, catat_mitra, catat_perjanjian, daftar_mitra, daftar_perjanjian
from db.dasar import id_baru
from db.galat import KnownError
from db.istilah import JenisPerjanjian
from tests.helpers.kegiatan import kegiatan_sah
from tests.helpers.toko import KantorUji

HARI = date(2026, 3, 2)


@pytest.fixture
def kegiatan(uji: KantorUji) -> UUID:
    with uji.menulis() as kerja:
        return kegiatan_sah(kerja, 1)


def test_a_mitra_is_added_and_changed(uji: KantorUji) -> None:
    with uji.menulis("staf") as kerja:
        mitra_id = catat_mitra(kerja, DataMitra(" Bank  Kalteng ", alamat="Jalan Contoh 1 "))
        catat_mitra(kerja, DataMitra("Bank Kalteng", telepon="0532", id=mitra_id))
        (satu,) = daftar_mitra(kerja)
        assert (satu.nama, satu.telepon, satu.alamat) == ("Bank Kalteng", "0532", "")
        with pytest.raises(KnownError, match="mitra_sudah_ada"):
            catat_mitra(kerja, DataMitra("BANK KALTENG"))
        with pytest.raises(KnownError, match="isian_kosong"):
            catat_mitra(kerja, DataMitra(" "))
        with pytest.raises(KnownError, match="mitra_tidak_ada"):
            catat_mitra(kerja, DataMitra("Lain", id=id_baru()))


def test_agreements_keep_both_numbers(uji: KantorUji, kegiatan: UUID) -> None:
    with uji.menulis() as kerja:
        bank = catat_mitra(kerja, DataMitra("Bank Kalteng"))
        mou = catat_perjanjian(
            kerja, kegiatan, bank, JenisPerjanjian.MOU, tanggal=HARI, nomor="415/1", nomor_mitra="B.12/2026"
        )
        dini = catat_perjanjian(
            kerja, kegiatan, bank, JenisPerjanjian.PENUNJUKAN, tanggal=date(2026, 1, 2), nomor="500/2"
        )
        assert [p.jenis for p in daftar_perjanjian(kerja, kegiatan)] == [
            JenisPerjanjian.PENUNJUKAN,
            JenisPerjanjian.MOU,
        ]
        (satu,) = daftar_perjanjian(kerja, kegiatan, jenis=JenisPerjanjian.MOU)
    assert (satu.id, satu.nomor, satu.nomor_mitra, satu.mitra.nama) == (mou.id, "415/1", "B.12/2026", "Bank Kalteng")
    assert mou.peringatan == ()
    assert [p.kode for p in dini.peringatan] == ["perjanjian_sebelum_sk"]


def test_what_an_agreement_needs(uji: KantorUji, kegiatan: UUID) -> None:
    with uji.menulis() as kerja:
        bank = catat_mitra(kerja, DataMitra("Bank Kalteng"))
        catat_perjanjian(kerja, kegiatan, bank, JenisPerjanjian.MOU, tanggal=HARI, nomor="1")
        for mitra, isi, kode in (
            (bank, {"nomor": " "}, "isian_kosong"),
            (bank, {"nomor": "1"}, "perjanjian_sudah_ada"),
            (bank, {"nomor": "2", "tanggal": date(2026, 3, 9)}, "tanggal_di_depan"),
            (id_baru(), {"nomor": "3"}, "mitra_tidak_ada"),
        ):
            with pytest.raises(KnownError, match=kode):
                catat_perjanjian(kerja, kegiatan, mitra, JenisPerjanjian.MOU, **({"tanggal": HARI} | isi))  # type: ignore[arg-type]
    with pytest.raises(KnownError, match="tidak_berwenang"), uji.menulis("kadis") as kerja:
        catat_mitra(kerja, DataMitra("X"))
