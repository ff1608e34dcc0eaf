"""SOPs by version: the office edits its own copy, a running kegiatan keeps the one it started with."""

from dataclasses import replace

import pytest

from app.kegiatan import lihat_kegiatan
from app.sop import versi
from app.sop.definisi import Butir, DefinisiSop
from app.sop.muat import muat_bawaan
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
