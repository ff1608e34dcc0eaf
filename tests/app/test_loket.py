"""The DTKS counter: numbers, triwulan that open and close, papers, and people who come again."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from sqlmodel import select

from app import register
from app.kegiatan import daftar_kegiatan
from app.loket import (
    Pemohon,
    buka_triwulan,
    kumpulkan_triwulan,
    lengkapi_pemohon,
    terima_pemohon,
    triwulan_terbuka,
)
from app.orang import DataOrang, lihat_orang
from app.sop import pemohon
from db.galat import KnownError
from db.istilah import StatusUsulan
from db.model import Usulan
from tests.helpers.toko import KantorUji

SARINAH = DataOrang(
    nama="Sarinah Usop", nik="6209034105709001", no_kk="6209030101159001", kode_desa="62.09.03.2002",
    tanggal_lahir=date(1970, 5, 1), alamat="Jalan Contoh",
)  # fmt: skip
SEMUA = frozenset({"fc_kk_ktp", "surat_keterangan_desa", "pemeriksaan_berkas"})
PEMOHON = Pemohon(SARINAH, SEMUA)


def lain(nomor: int) -> Pemohon:
    return replace(PEMOHON, orang=replace(SARINAH, nama=f"Jumri {'ABCDEFGH'[nomor]}", nik=f"62090301017090{nomor:02}"))


def test_the_first_applicant_opens_the_triwulan(uji: KantorUji) -> None:
    with uji.menulis("operator") as kerja:
        assert triwulan_terbuka(kerja) is None
        satu = terima_pemohon(kerja, PEMOHON)
        dua = terima_pemohon(kerja, lain(2))
        assert triwulan_terbuka(kerja) == satu.kegiatan_id == dua.kegiatan_id
    assert (satu.kegiatan, satu.triwulan_baru, dua.triwulan_baru) == ("Usulan DTKS Triwulan I 2026", True, False)
    assert (satu.nomor_register, dua.nomor_register) == ("0001/2026", "0002/2026")
    assert satu.lengkap
    with uji.membaca() as kerja:
        buku = register.buku_pelayanan(kerja, date(2026, 1, 1), date(2026, 12, 31))
        assert [(b.nama, b.usulan_id) for b in buku] == [("Sarinah Usop", satu.usulan_id), ("Jumri C", dua.usulan_id)]
        assert [p.pelaksanaan_id for p in pemohon.daftar_pemohon(kerja, satu.kegiatan_id)] == [None, None]


def test_missing_papers_hold_the_applicant_only(uji: KantorUji) -> None:
    with uji.menulis("operator") as kerja:
        hasil = terima_pemohon(kerja, replace(PEMOHON, dokumen=frozenset({"surat_keterangan_desa"})))
        assert not hasil.lengkap
        assert not lengkapi_pemohon(kerja, hasil.usulan_id, ["fc_kk_ktp"])
        assert [p.langkah for p in pemohon.daftar_pemohon(kerja, hasil.kegiatan_id)] == [2]
        assert lengkapi_pemohon(kerja, hasil.usulan_id, ["pemeriksaan_berkas"])


def test_after_the_gathering_the_next_triwulan_opens(uji: KantorUji) -> None:
    with uji.menulis("operator") as kerja:
        satu = terima_pemohon(kerja, PEMOHON)
        pemohon.tutup_pengumpulan(kerja, satu.kegiatan_id)
        dua = terima_pemohon(kerja, lain(2))
        tiga = terima_pemohon(kerja, lain(3))
    assert (dua.kegiatan, dua.triwulan_baru, tiga.kegiatan_id) == (
        "Usulan DTKS Triwulan II 2026", True, dua.kegiatan_id,
    )  # fmt: skip


def test_years_end_is_followed_by_the_first_triwulan(uji: KantorUji) -> None:
    with uji.menulis("operator") as kerja:
        buka_triwulan(kerja, date(2025, 11, 3))
        buka_triwulan(kerja, date(2025, 12, 1))
        assert [k.nama for k in daftar_kegiatan(kerja)] == [
            "Usulan DTKS Triwulan I 2026",
            "Usulan DTKS Triwulan IV 2025",
        ]


def test_who_was_refused_comes_back_linked_to_the_first_attempt(uji: KantorUji) -> None:
    with uji.menulis("operator") as kerja:
        lama = terima_pemohon(kerja, PEMOHON)
        pemohon.tutup_pengumpulan(kerja, lama.kegiatan_id)
        kerja.sesi.get_one(Usulan, lama.usulan_id).status = StatusUsulan.DITOLAK_SISTEM.value
    with uji.menulis("operator") as kerja:
        baru = terima_pemohon(kerja, replace(PEMOHON, orang=replace(SARINAH, alamat="Jalan Baru")))
        assert baru.asal_usulan_id == lama.usulan_id
        assert baru.orang_id == lama.orang_id
        orang = lihat_orang(kerja, baru.orang_id)
    assert orang.data.alamat == "Jalan Baru"
    assert [(k.lama, k.alasan) for k in orang.koreksi] == [("Jalan Contoh", "Diperbarui di loket")]


@pytest.mark.parametrize(
    ("ubah", "galat"),
    [
        ({"nama": " "}, "isian_kosong"),
        ({"kode_desa": None}, "isian_kosong"),
        ({"nik": "620903410570900"}, "pemohon_nik_salah"),
        ({"nik": None}, "pemohon_nik_salah"),
        ({"no_kk": "12"}, "pemohon_nik_salah"),
        ({"kode_desa": "63.11.03.2004"}, "desa_di_luar_kantor"),
        ({"nama": "Bahrudin Anwar"}, "pemohon_nik_orang_lain"),
        ({}, "pemohon_sudah_terdaftar"),
        ({"nama": "SARINAH  USUP"}, "pemohon_sudah_terdaftar"),
    ],
)
def test_who_cannot_be_taken_in_is_told_why(uji: KantorUji, ubah: dict[str, str | None], galat: str) -> None:
    with uji.menulis("operator") as kerja:
        terima_pemohon(kerja, PEMOHON)
    with pytest.raises(KnownError, match=galat), uji.menulis("operator") as kerja:
        terima_pemohon(kerja, replace(PEMOHON, orang=replace(SARINAH, **ubah)))  # type: ignore[arg-type]  # any field
    with uji.membaca() as kerja:
        assert len(kerja.sesi.exec(select(Usulan.id)).all()) == 1


def test_a_refused_applicant_opens_no_triwulan(uji: KantorUji) -> None:
    with pytest.raises(KnownError, match="tanggal_di_depan"), uji.menulis("operator") as kerja:
        terima_pemohon(kerja, replace(PEMOHON, tanggal=date(2026, 3, 3)))
    with uji.membaca() as kerja:
        assert triwulan_terbuka(kerja) is None
        assert daftar_kegiatan(kerja) == []


def test_who_left_may_come_again(uji: KantorUji) -> None:
    with uji.menulis("operator") as kerja:
        lama: UUID = terima_pemohon(kerja, PEMOHON).usulan_id
        pemohon.lepaskan(kerja, lama, alasan="menarik berkas")
        assert terima_pemohon(kerja, PEMOHON).usulan_id != lama


def test_a_mended_nik_stays_the_same_person(uji: KantorUji) -> None:
    with uji.menulis("operator") as kerja:
        lama = terima_pemohon(kerja, PEMOHON)
        pemohon.tutup_pengumpulan(kerja, lama.kegiatan_id)
        kerja.sesi.get_one(Usulan, lama.usulan_id).status = StatusUsulan.DITOLAK_SISTEM.value
    betul = replace(PEMOHON, orang=replace(SARINAH, nik="6209034105709002"), orang_id=lama.orang_id)
    with uji.menulis("operator") as kerja:
        baru = terima_pemohon(kerja, betul)
        assert (baru.orang_id, baru.asal_usulan_id) == (lama.orang_id, lama.usulan_id)
        assert lihat_orang(kerja, lama.orang_id).data.nik == "6209034105709002"
    with pytest.raises(KnownError, match="pemohon_nik_orang_lain"), uji.menulis("operator") as kerja:
        terima_pemohon(kerja, lain(3))
        terima_pemohon(kerja, replace(betul, orang=replace(SARINAH, nik=lain(3).orang.nik)))


def test_who_is_not_ready_goes_on_to_the_next_triwulan(uji: KantorUji) -> None:
    with uji.menulis("operator") as kerja:
        satu = terima_pemohon(kerja, PEMOHON)
        terima_pemohon(kerja, replace(lain(2), dokumen=frozenset()))
        with pytest.raises(KnownError, match="pemohon_masih_berjalan"):
            kumpulkan_triwulan(kerja, satu.kegiatan_id)
        hasil = kumpulkan_triwulan(kerja, satu.kegiatan_id, tunda=True)
        assert (hasil.jumlah, hasil.ditunda, hasil.ke) == (1, 1, "Usulan DTKS Triwulan II 2026")
        kini = triwulan_terbuka(kerja)
        assert kini is not None
        assert [p.nama for p in pemohon.daftar_pemohon(kerja, kini)] == ["Jumri C"]
        with pytest.raises(KnownError, match="belum_ada_pemohon"):
            kumpulkan_triwulan(kerja, kini, tunda=True)
