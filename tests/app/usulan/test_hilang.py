"""A desa that sends again: how the sending stands beside the earlier one, who vanished, and withdrawing them."""

import json
from pathlib import Path
from uuid import UUID

import pytest
from sqlmodel import col, select

from app.usulan.asli import ambil_berkas, daftar_berkas
from app.usulan.batal import batalkan_impor
from app.usulan.bentuk import Perbandingan
from app.usulan.buku import daftar_impor
from app.usulan.hilang import hilang_impor, kembalikan_usulan, tarik_usulan
from app.usulan.jawaban import buku_json, ke_json
from app.verifikasi import putuskan
from db.galat import KnownError
from db.istilah import HasilVerifikasi, Kiriman, StatusUsulan
from db.model import Jejak, Orang, Usulan
from tests.app.usulan.conftest import MejaImpor, orang
from tests.helpers.kegiatan import tetapkan


def usulan(meja: MejaImpor) -> list[UUID]:
    with meja.uji.membaca() as kerja:
        return list(kerja.sesi.exec(select(Usulan.id).order_by(col(Usulan.urut))))


@pytest.mark.parametrize(
    ("kiriman", "harapan"),
    [
        (Kiriman.SUSULAN, Perbandingan(1, 1, 1, 0)),
        (Kiriman.PERBAIKAN, Perbandingan(1, 1, 1, 0)),
        (Kiriman.PENGGANTI, Perbandingan(1, 1, 1, 1)),
    ],
)
def test_a_sending_is_counted_beside_the_earlier_one(meja: MejaImpor, kiriman: Kiriman, harapan: Perbandingan) -> None:
    meja.impor([orang(1), orang(2), orang(3)])
    baris = [orang(1), orang(2, alamat="Jl. Baru"), orang(4), orang(5, nik="123")]
    hasil = meja.periksa(meja.berkas(baris, "baru.xlsx"), kiriman=kiriman)
    assert hasil.perbandingan == harapan
    sebelum = usulan(meja)
    meja.simpan(hasil)
    assert len(usulan(meja)) == len(sebelum) + 1  # nothing doubled, nobody deleted
    with meja.uji.membaca() as kerja:
        buku = daftar_impor(kerja, meja.kegiatan_id)
    assert buku[0].perbandingan == harapan


def test_who_vanished_is_named_with_the_place_where_they_were_seen(meja: MejaImpor) -> None:
    meja.impor([orang(1), orang(2)], "lama.xlsx")
    jawab = ke_json(meja.periksa(meja.berkas([orang(1)], "baru.xlsx"), kiriman=Kiriman.PENGGANTI))
    (satu,) = jawab["hilang"]
    assert (satu["nama"], satu["berkas"], satu["baris"], satu["status"]) == (
        "CARDI KASYFUL", "lama.xlsx", 3, "diusulkan"
    )  # fmt: skip
    assert satu["nik"] != orang(2)[2]
    assert satu["nik"].endswith("9002")
    assert satu["desa"].startswith("62.09.")


def test_the_ledger_goes_on_naming_them_until_they_are_withdrawn(meja: MejaImpor) -> None:
    meja.impor([orang(1), orang(2), orang(3, desa="Guci")], "lama.xlsx")
    baru = meja.impor([orang(1)], "baru.xlsx", kiriman=Kiriman.PENGGANTI)
    meja.impor([orang(4)], "susulan.xlsx")
    with meja.uji.menulis("operator") as kerja:
        (satu,) = hilang_impor(kerja, baru.impor_id)
        assert (satu.nama, satu.status) == ("CARDI KASYFUL", StatusUsulan.DIUSULKAN)
        assert tarik_usulan(kerja, [satu.usulan_id], alasan="Tidak diusulkan lagi") == 1
    with meja.uji.membaca() as kerja:
        (satu,) = hilang_impor(kerja, baru.impor_id)
        baris = kerja.sesi.get_one(Usulan, satu.usulan_id)
        assert (satu.status, baris.alasan) == (StatusUsulan.DITARIK, "Tidak diusulkan lagi")
        assert kerja.sesi.get_one(Orang, baris.orang_id).nama == "CARDI KASYFUL"
        assert "tarik_usulan" in kerja.sesi.exec(select(Jejak.aksi)).all()
        buku = [b for b in daftar_impor(kerja, meja.kegiatan_id) if b.impor_id == baru.impor_id]
        isi = json.loads(json.dumps(buku_json(buku[0], daftar_berkas(kerja, baru.impor_id), [satu])))
    assert isi["berkas"][0]["nama"] == "baru.xlsx"
    assert isi["perbandingan"]["hilang"] == len(isi["hilang"]) == 1


def test_who_was_withdrawn_may_be_proposed_again(meja: MejaImpor) -> None:
    meja.impor([orang(1), orang(2)])
    with meja.uji.menulis("operator") as kerja:
        tarik_usulan(kerja, [usulan(meja)[1]], alasan="Salah desa")
    lagi = meja.impor([orang(2)], "lagi.xlsx")
    assert (lagi.usulan_baru, lagi.orang_baru) == (1, 0)


def test_only_a_list_that_replaces_has_vanished_people(meja: MejaImpor) -> None:
    meja.impor([orang(1), orang(2)])
    baru = meja.impor([orang(1)], "baru.xlsx", kiriman=Kiriman.PERBAIKAN)
    with meja.uji.membaca() as kerja:
        assert hilang_impor(kerja, baru.impor_id) == []


def test_withdrawing_needs_a_reason_a_right_and_somebody_who_waits(meja: MejaImpor) -> None:
    meja.impor([orang(1), orang(2)])
    satu, dua = usulan(meja)

    def salah(siapa: str, ids: list[UUID], alasan: str) -> str:
        with pytest.raises(KnownError) as sebab, meja.uji.menulis(siapa) as kerja:
            tarik_usulan(kerja, ids, alasan=alasan)
        return sebab.value.kode

    assert salah("operator", [satu], " ") == "isian_kosong"
    assert salah("kadis", [satu], "Salah") == "tidak_berwenang"
    assert salah("operator", [meja.kegiatan_id], "Salah") == "usulan_tidak_ada"
    with meja.uji.menulis("operator") as kerja:
        tarik_usulan(kerja, [satu], alasan="Salah")
    assert salah("operator", [satu, dua], "Salah") == "usulan_sudah_lain"
    with meja.uji.menulis() as kerja:
        putuskan(kerja, [dua], HasilVerifikasi.LAYAK)
        tetapkan(kerja, meja.kegiatan_id)
    assert salah("operator", [dua], "Salah") == "daftar_terkunci"


def test_an_undo_says_what_stands_on_it(meja: MejaImpor) -> None:
    lama = meja.impor([orang(1), orang(2)], "lama.xlsx")
    meja.impor([orang(1)], "baru.xlsx", kiriman=Kiriman.PENGGANTI)
    with meja.uji.menulis("operator") as kerja:
        tarik_usulan(kerja, [usulan(meja)[1]], alasan="Tidak ada lagi")
    with pytest.raises(KnownError) as salah, meja.uji.menulis("operator") as kerja:
        batalkan_impor(kerja, lama.impor_id, alasan="Salah")
    assert salah.value.fakta["halangan"] == [
        "1 usulan sudah berubah keadaannya (CARDI KASYFUL)",
        "1 usulan dikirim lagi dalam impor sesudahnya, yaitu baru.xlsx (BASRAN KASYFUL)",
    ]


def test_the_file_is_given_back_as_it_came(meja: MejaImpor, tmp_path: Path) -> None:
    impor = meja.impor([orang(1)], "lama.xlsx")
    asli = (meja.folder / "lama.xlsx").read_bytes()
    (tmp_path / "keluar").mkdir()
    with meja.uji.menulis("operator") as kerja:
        (berkas,) = daftar_berkas(kerja, impor.impor_id)
        jalur = [ambil_berkas(kerja, berkas.id, tmp_path / "keluar") for _ in range(2)]
    assert [j.name for j in jalur] == ["lama.xlsx", "lama (2).xlsx"]
    assert [j.read_bytes() for j in jalur] == [asli, asli]
    assert (berkas.ukuran, berkas.lembar[0]["baris"]) == (len(asli), 1)
    with pytest.raises(KnownError) as salah, meja.uji.menulis("operator") as kerja:
        ambil_berkas(kerja, impor.impor_id, tmp_path)
    assert salah.value.kode == "berkas_asli_hilang"


def test_a_withdrawal_is_taken_back_to_where_it_stood(meja: MejaImpor) -> None:
    meja.impor([orang(1), orang(2), orang(3)])
    satu, dua, tiga = usulan(meja)
    with meja.uji.menulis() as kerja:
        putuskan(kerja, [dua], HasilVerifikasi.LAYAK)
        tarik_usulan(kerja, [satu, dua], alasan="Keliru")
        assert kembalikan_usulan(kerja, [satu, dua]) == 2
        status = [kerja.sesi.get_one(Usulan, i).status for i in (satu, dua)]
    assert status == [StatusUsulan.DIUSULKAN, StatusUsulan.LAYAK]
    with pytest.raises(KnownError, match="usulan_tidak_ditarik"), meja.uji.menulis() as kerja:
        kembalikan_usulan(kerja, [tiga])


def test_nobody_comes_back_twice(meja: MejaImpor) -> None:
    meja.impor([orang(1), orang(2)])
    dua = usulan(meja)[1]
    with meja.uji.menulis() as kerja:
        tarik_usulan(kerja, [dua], alasan="Keliru")
    meja.impor([orang(2)], "lagi.xlsx")
    with pytest.raises(KnownError, match="usulan_sudah_lagi"), meja.uji.menulis() as kerja:
        kembalikan_usulan(kerja, [dua])


def test_undoing_a_list_that_replaces_brings_back_whom_it_pushed_out(meja: MejaImpor) -> None:
    meja.impor([orang(1), orang(2), orang(3), orang(4)], "lama.xlsx")
    baru = meja.impor([orang(1)], "baru.xlsx", kiriman=Kiriman.PENGGANTI)
    _, dua, tiga, empat = usulan(meja)
    with meja.uji.menulis("operator") as kerja:
        putuskan(kerja, [dua], HasilVerifikasi.LAYAK)
        tarik_usulan(kerja, [dua, tiga], alasan="Tidak ada lagi", impor_id=baru.impor_id)
        tarik_usulan(kerja, [empat], alasan="Meminta sendiri")
        kembalikan_usulan(kerja, [tiga])
        tarik_usulan(kerja, [tiga], alasan="Meminta sendiri")
        batalkan_impor(kerja, baru.impor_id, alasan="Salah berkas")
        keadaan = [(u.status, u.alasan) for i in (dua, tiga, empat) if (u := kerja.sesi.get_one(Usulan, i))]
    assert keadaan == [("layak", ""), ("ditarik", "Meminta sendiri"), ("ditarik", "Meminta sendiri")]


def test_who_was_proposed_again_meanwhile_is_not_brought_back_beside_that(meja: MejaImpor) -> None:
    meja.impor([orang(1), orang(2)], "lama.xlsx")
    baru = meja.impor([orang(1)], "baru.xlsx", kiriman=Kiriman.PENGGANTI)
    dua = usulan(meja)[1]
    with meja.uji.menulis("operator") as kerja:
        tarik_usulan(kerja, [dua], alasan="Tidak ada lagi", impor_id=baru.impor_id)
    meja.impor([orang(2)], "lagi.xlsx")
    with meja.uji.menulis("operator") as kerja:
        batalkan_impor(kerja, baru.impor_id, alasan="Salah berkas")
        assert kerja.sesi.get_one(Usulan, dua).status == StatusUsulan.DITARIK


def test_a_withdrawal_names_an_import_of_its_own_kegiatan(meja: MejaImpor) -> None:
    meja.impor([orang(1)])
    with pytest.raises(KnownError, match="impor_tidak_ada"), meja.uji.menulis("operator") as kerja:
        tarik_usulan(kerja, usulan(meja), alasan="Keliru", impor_id=meja.kegiatan_id)
