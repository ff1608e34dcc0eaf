"""What a person judges of two who share a NIK outweighs the rule."""

import pytest
from sqlmodel import select

from app.usulan.pasangan import Pasangan, catat_putusan, daftar_pasangan, putuskan_pasangan
from app.usulan.simpan import simpan_impor
from db.galat import KnownError
from db.istilah import NasibBaris, PutusanKemiripan
from db.model import Kemiripan, Orang, Usulan
from tests.app.usulan.conftest import MejaImpor, orang

SATU = orang(11)
LAIN = orang(11, nama="TOTALLY LAIN", lahir="05-05-1990")


def pasangan(meja: MejaImpor, hasil: object) -> list[Pasangan]:
    with meja.uji.membaca("operator") as kerja:
        return daftar_pasangan(kerja, hasil)  # type: ignore[arg-type]  # a preview


def test_rows_with_one_nik_are_a_pair(meja: MejaImpor) -> None:
    hasil = meja.periksa(meja.berkas([SATU, orang(2), LAIN]))
    (satu,) = pasangan(meja, hasil)
    assert (satu.baris[2], satu.lawan, satu.sama) == (4, (0, "Sheet1", 2), None)
    assert (satu.kiri.nama, satu.kanan.nama) == ("TOTALLY LAIN", SATU[1])


def test_judged_the_same_the_later_row_is_a_double(meja: MejaImpor) -> None:
    hasil = meja.periksa(meja.berkas([SATU, LAIN]))
    (satu,) = pasangan(meja, hasil)
    with meja.uji.membaca("operator") as kerja:
        putuskan_pasangan(kerja, hasil, satu.baris, satu.lawan, sama=True)
    assert [b.nasib for b in hasil.baris] == [NasibBaris.DITERIMA, NasibBaris.DITOLAK]
    assert [p.sama for p in pasangan(meja, hasil)] == [True]
    with meja.uji.membaca("operator") as kerja:
        putuskan_pasangan(kerja, hasil, satu.baris, satu.lawan, sama=None)
    assert [b.nasib for b in hasil.baris] == [NasibBaris.PERLU_PERIKSA] * 2


def test_judged_different_another_desa_s_person_comes_in(meja: MejaImpor) -> None:
    meja.impor([SATU])
    hasil = meja.periksa(meja.berkas([orang(11, desa="Bakonsu")], "lain.xlsx"))
    assert hasil.ringkasan.ditolak == 1
    (satu,) = pasangan(meja, hasil)
    assert (satu.kode, satu.kanan.asal) == ("ganda_di_kegiatan", "data Salur")
    with meja.uji.membaca("operator") as kerja:
        putuskan_pasangan(kerja, hasil, satu.baris, satu.lawan, sama=False)
    assert hasil.ringkasan.perlu_periksa == 1
    with meja.uji.menulis("operator") as kerja:
        simpan_impor(kerja, hasil)
    with pytest.raises(KnownError, match="tidak_berwenang"), meja.uji.menulis("admin") as kerja:
        catat_putusan(kerja, hasil)
    assert (meja.hitung(Orang), meja.hitung(Usulan)) == (2, 2)
    with meja.uji.membaca() as kerja:
        assert kerja.sesi.exec(select(Kemiripan.putusan)).all() == [PutusanKemiripan.BERBEDA.value]


def test_judged_the_same_a_known_person_is_not_made_anew(meja: MejaImpor) -> None:
    meja.impor([SATU])
    hasil = meja.periksa(meja.berkas([LAIN], "lain.xlsx"))
    (satu,) = pasangan(meja, hasil)
    with meja.uji.membaca("operator") as kerja:
        putuskan_pasangan(kerja, hasil, satu.baris, satu.lawan, sama=True)
    with meja.uji.menulis("operator") as kerja:
        simpan_impor(kerja, hasil)
    assert meja.hitung(Orang) == 1
    lagi = meja.periksa(meja.berkas([LAIN, orang(12)], "lagi.xlsx"))
    assert "kiriman_ulang" in [h.kode for h in next(lagi.baris).hasil]


def test_no_pair_where_nobody_shares_a_nik(meja: MejaImpor) -> None:
    assert pasangan(meja, meja.periksa(meja.berkas([orang(1), orang(2)]))) == []
