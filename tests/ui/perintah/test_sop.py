"""`salur sop`: versions from files, files from versions, and what there is."""

from pathlib import Path

import pytest

from app.sop import berkas_sop, muat
from app.sop.definisi import Aksi
from app.sop.sunting import awal, kata, susunan
from tests.end2end.baris_perintah import Baris
from ui import cli

REHSOS = muat.muat_bawaan("rehsos")


@pytest.fixture
def admin(salur: Baris) -> Baris:
    return Baris(salur.folder, "admin")


@pytest.fixture
def berkas(tmp_path: Path) -> Path:
    sop = susunan.tambah_langkah(awal.kosong("Beras Kantor", muat.BAWAAN), 1, Aksi.SOSIALISASI)
    return berkas_sop.ekspor_sop(sop, tmp_path / "beras.sop.json")


@pytest.fixture
def ubahan(tmp_path: Path) -> Path:
    return berkas_sop.ekspor_sop(kata.beri_nama(REHSOS, "Bansos Dinas"), tmp_path / "u.sop.json")


def test_a_fifth_sop_comes_from_a_file_and_is_offered(salur: Baris, admin: Baris, berkas: Path, tmp_path: Path) -> None:
    assert admin("sop", "simpan", berkas, "--catatan", "Dari Bappeda").baris == [["beras_kantor", "1"]]
    assert [s["kode"] for s in admin("sop", "--kantor", "--json").json] == [*muat.BAWAAN, "beras_kantor"]
    assert [s["kode"] for s in admin("sop", "--json").json] == list(muat.BAWAAN)
    assert "Sosialisasi" in admin("sop", "beras_kantor").keluar
    admin("sop", "beras_kantor", "--pdf", tmp_path / "b.pdf")
    assert (tmp_path / "b.pdf").read_bytes().startswith(b"%PDF")
    semua = admin("sop", "versi", "beras_kantor", "--json").json
    assert [(v["versi"], v["berlaku"], v["oleh"], v["catatan"]) for v in semua] == [
        (1, True, "Admin Uji", "Dari Bappeda")
    ]
    salur("kegiatan", "buat", "--sop", "beras_kantor", "--nama", "Beras", "--tahun", 2026)
    assert admin("sop", "versi", "beras_kantor").baris[0][:3] == ["1", "berlaku", "1 kegiatan"]
    assert "sama dengan versi terakhirnya" in admin.ditolak("sop", "simpan", berkas)
    assert admin("sop", "simpan", berkas, "--baru").baris == [["beras_kantor_2", "1"]]


def test_there_and_back(admin: Baris, ubahan: Path, tmp_path: Path) -> None:
    admin("sop", "simpan", ubahan)
    assert admin("sop", "ekspor", "rehsos", "--ke", tmp_path / "kini.json").kata == str(tmp_path / "kini.json")
    assert berkas_sop.baca_sop(tmp_path / "kini.json").nama_layar.tampil == "Bansos Dinas"
    admin("sop", "ekspor", "rehsos", "--versi", 1, "--ke", tmp_path / "lama.json")
    assert berkas_sop.baca_sop(tmp_path / "lama.json") == REHSOS
    assert "Versi 9" in admin.ditolak("sop", "ekspor", "rehsos", "--versi", 9, "--ke", tmp_path / "x.json")


def test_a_version_is_withdrawn_and_offered_again(admin: Baris, ubahan: Path) -> None:
    admin("sop", "simpan", ubahan)
    admin("sop", "tarik", "rehsos", "--versi", 2, "--alasan", "Belum sah")
    assert [b[:2] for b in admin("sop", "versi", "rehsos").baris] == [["2", "ditarik"], ["1", "berlaku"]]
    assert admin("sop", "rehsos", "--kantor", "--json").json[0]["versi"] == 1
    admin("sop", "tawarkan", "rehsos", "--versi", 2)
    assert [b[:2] for b in admin("sop", "versi", "rehsos").baris] == [["2", "berlaku"], ["1", "terdahulu"]]
    assert "selalu ditawarkan" in admin.ditolak("sop", "tarik", "rehsos", "--versi", 1, "--alasan", "x")


def test_what_is_wrong_is_said_in_one_line(admin: Baris, tmp_path: Path) -> None:
    patah = berkas_sop.ekspor_sop(susunan.hapus_langkah(REHSOS, 3), tmp_path / "patah.json")
    assert "Langkah 6 (Distribusi): sebelum langkah ini" in admin.ditolak("sop", "simpan", patah)
    (tmp_path / "x.json").write_text('{"a": 1}', encoding="utf-8")
    assert "isinya bukan SOP" in admin.ditolak("sop", "simpan", tmp_path / "x.json")
    assert "tidak ada atau tidak dapat dibuka" in admin.ditolak("sop", "simpan", tmp_path / "y.json")
    assert admin.coba("sop", "simpan").kode == 2


def test_only_who_may_set_up_sops_saves_them(salur: Baris, berkas: Path) -> None:
    salur.ditolak("sop", "simpan", berkas)
    salur.ditolak("sop", "tarik", "rehsos", "--versi", 2, "--alasan", "x")


def test_the_old_words_still_work(capfd: pytest.CaptureFixture[str]) -> None:
    def kata_keluar(*argumen: str) -> str:
        capfd.readouterr()
        assert cli.jalankan(argumen) == 0
        return capfd.readouterr().out

    assert kata_keluar("sop", "rehsos", "--json") == kata_keluar("sop", "--json", "rehsos")
    assert kata_keluar("sop", "lihat", "rehsos") == kata_keluar("sop", "rehsos")
    assert "simpan" in kata_keluar("sop", "--help")
    assert cli.jalankan(["sop", "pkh"]) == 1
