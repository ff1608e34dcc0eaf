"""SOPs by version: the office edits its own copy, a running kegiatan keeps the one it started with."""

from dataclasses import replace

import pytest

from app.bahasa import galat
from app.kegiatan import lihat_kegiatan
from app.sop import versi
from app.sop.definisi import Butir, DefinisiSop
from app.sop.muat import muat_bawaan
from app.sop.sunting import susunan
from db.galat import KnownError
from db.istilah import SumberSop
from tests.app.sop import bantu
from tests.helpers.toko import KantorUji


def ubahan(nama: str = "UEP Kantor") -> DefinisiSop:
    return replace(muat_bawaan("uep"), nama_layar=Butir(teks=nama, sumber=SumberSop.PRACTICE))


def test_the_shipped_ones_are_there_from_the_start(uji: KantorUji) -> None:
    with uji.membaca() as kerja:
        assert [(s.kode, s.versi, s.bawaan) for s in versi.daftar_sop(kerja)] == [
            ("rehsos", 1, True),
            ("uep", 1, True),
            ("dtks", 1, True),
            ("balakas", 1, True),
        ]


def test_an_edit_is_a_new_version_for_new_kegiatan_alone(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        lama = bantu.mulai_kegiatan(kerja, "uep")
    with uji.menulis("admin") as kerja:
        assert versi.simpan_sop(kerja, ubahan()).versi == 2
        assert versi.simpan_sop(kerja, ubahan("UEP Kantor Baru")).versi == 3
        with pytest.raises(KnownError, match="sop_tidak_berubah"):
            versi.simpan_sop(kerja, ubahan("UEP Kantor Baru"))
    with uji.menulis() as kerja:
        baru = bantu.mulai_kegiatan(kerja, "uep")
        assert [lihat_kegiatan(kerja, k).sop_versi for k in (lama, baru)] == [1, 3]
        assert lihat_kegiatan(kerja, baru).ringkasan.nama_sop == "UEP Kantor Baru"
        assert [s.versi for s in versi.riwayat_sop(kerja, "uep")] == [1, 2, 3]
        assert [(s.kode, s.bawaan) for s in versi.daftar_sop(kerja)][1] == ("uep", False)


def test_an_office_can_have_its_own_sop(uji: KantorUji) -> None:
    with uji.menulis("admin") as kerja:
        assert versi.simpan_sop(kerja, replace(ubahan(), kode="sembako")).versi == 1
        assert versi.daftar_sop(kerja)[-1].kode == "sembako"
    with uji.menulis() as kerja:
        assert bantu.kini(kerja, bantu.mulai_kegiatan(kerja, "sembako", jenis_bantuan=None)).langkah.urutan == 1


def test_a_broken_or_unlawful_edit_is_refused(uji: KantorUji) -> None:
    with uji.menulis("admin") as kerja:
        with pytest.raises(KnownError, match="sop_rusak"):
            versi.simpan_sop(kerja, replace(ubahan(), langkah=()))
        with pytest.raises(KnownError, match="sop_tidak_berubah"):
            versi.simpan_sop(kerja, muat_bawaan("uep"))
    with uji.menulis("operator") as kerja, pytest.raises(KnownError, match="tidak_berwenang"):
        versi.simpan_sop(kerja, ubahan())


def test_a_version_that_could_not_be_run_is_refused(uji: KantorUji) -> None:
    with uji.menulis("admin") as kerja, pytest.raises(KnownError) as tangkap:
        versi.simpan_sop(kerja, susunan.hapus_langkah(muat_bawaan("rehsos"), 3))
    assert tangkap.value.kode == "sop_belum_layak"
    assert "Langkah 6 (Distribusi)" in galat.kalimat(tangkap.value)


def test_versions_are_listed_with_their_note_and_their_kegiatan(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        bantu.mulai_kegiatan(kerja, "uep")
    with uji.menulis("admin") as kerja:
        versi.simpan_sop(kerja, ubahan(), catatan="  Nama  kantor ")
        semua = versi.daftar_versi(kerja, "uep")
    assert [(v.versi, v.bawaan, v.berlaku, v.kegiatan, v.oleh, v.catatan) for v in semua] == [
        (2, False, True, 0, "Admin Uji", "Nama kantor"),
        (1, True, False, 1, "", ""),
    ]
    with uji.membaca() as kerja:
        assert versi.lihat_versi(kerja, "uep", 2).nama_layar.tampil == "UEP Kantor"
        with pytest.raises(KnownError, match="sop_versi_tak_dikenal"):
            versi.lihat_versi(kerja, "uep", 3)


def test_a_withdrawn_version_is_no_longer_offered_and_never_lost(uji: KantorUji) -> None:
    with uji.menulis("admin") as kerja:
        versi.simpan_sop(kerja, ubahan())
    with uji.menulis() as kerja:
        lama = bantu.mulai_kegiatan(kerja, "uep")
    with uji.menulis("admin") as kerja:
        with pytest.raises(KnownError, match="alasan_kosong"):
            versi.tarik_versi(kerja, "uep", 2, alasan=" ")
        versi.tarik_versi(kerja, "uep", 2, alasan="Belum disahkan")
        with pytest.raises(KnownError, match="sop_versi_ditarik"):
            versi.tarik_versi(kerja, "uep", 2, alasan="Lagi")
        with pytest.raises(KnownError, match="sop_bawaan_tetap"):
            versi.tarik_versi(kerja, "uep", 1, alasan="Bawaan")
        with pytest.raises(KnownError, match="sop_versi_tak_dikenal"):
            versi.tarik_versi(kerja, "uep", 7, alasan="Tidak ada")
        assert [(v.versi, v.ditawarkan, v.berlaku) for v in versi.daftar_versi(kerja, "uep")] == [
            (2, False, False),
            (1, True, True),
        ]
    with uji.menulis() as kerja:
        assert lihat_kegiatan(kerja, bantu.mulai_kegiatan(kerja, "uep")).sop_versi == 1
        assert bantu.kini(kerja, lama).definisi.nama_layar.tampil == "UEP Kantor"  # what runs goes on
    with uji.menulis("admin") as kerja:
        versi.tawarkan_versi(kerja, "uep", 2)
        assert versi.sop_berlaku(kerja, "uep").versi == 2
        with pytest.raises(KnownError, match="sop_versi_ditawarkan"):
            versi.tawarkan_versi(kerja, "uep", 2)


def test_an_own_sop_that_was_withdrawn_leaves_the_list(uji: KantorUji) -> None:
    with uji.menulis("admin") as kerja:
        versi.simpan_sop(kerja, replace(ubahan(), kode="sembako"))
        versi.tarik_versi(kerja, "sembako", 1, alasan="Tidak jadi")
        assert "sembako" not in [s.kode for s in versi.daftar_sop(kerja)]
        assert [(s.kode, s.ditawarkan) for s in versi.daftar_sop(kerja, semua=True)][-1] == ("sembako", False)
        assert "sembako" in versi.kode_dipakai(kerja)
    with uji.menulis() as kerja:
        with pytest.raises(KnownError, match="sop_tak_dikenal"):
            bantu.mulai_kegiatan(kerja, "sembako")
        for tindakan in (
            lambda: versi.tarik_versi(kerja, "sembako", 1, alasan="x"),
            lambda: versi.tawarkan_versi(kerja, "sembako", 1),
        ):
            with pytest.raises(KnownError, match="tidak_berwenang"):
                tindakan()
