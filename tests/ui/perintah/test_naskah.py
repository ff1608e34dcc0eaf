"""`salur naskah`: words are listed, read, kept from a file, and what cannot be printed is refused."""

from pathlib import Path

import pytest

from tests.end2end.baris_perintah import Baris


@pytest.fixture
def admin(salur: Baris) -> Baris:
    """The same, signed in as who sets up the office."""
    return Baris(salur.folder, "admin")


def test_words_are_read_changed_and_kept(admin: Baris, tmp_path: Path) -> None:
    assert ["spt", "Surat Perintah Tugas", "bawaan"] in admin("naskah").baris
    teks = admin("naskah", "lihat", "spt").keluar
    assert teks.startswith("[penutup]")
    berkas = tmp_path / "spt.txt"
    berkas.write_text("[penutup]\r\nLapor kepada {kantor}.\r\n\r\nSelesai.\r\n", encoding="utf-8")
    assert admin("naskah", "simpan", "spt", berkas).baris == [["Revisi", "1"]]
    assert admin("naskah", "lihat", "spt").keluar.split("\n\n") == ["[penutup]", "Lapor kepada {kantor}.", "Selesai.\n"]
    berkas.write_text(teks, encoding="utf-8")
    assert admin("naskah", "simpan", "spt", berkas).baris == [["Revisi", "2"]]
    assert admin("naskah", "revisi", "spt").baris == [["2", "bawaan"], ["1", "kantor"]]
    assert "Lapor" in admin("naskah", "lihat", "spt", "--revisi", "1").keluar
    assert next(n for n in admin("naskah", "--json").json if n["kode"] == "spt") == {
        "kode": "spt", "judul": "Surat Perintah Tugas", "revisi": 2, "kantor": False,
    }  # fmt: skip


def test_what_cannot_be_kept_is_said(admin: Baris, tmp_path: Path) -> None:
    berkas = tmp_path / "sk.txt"
    berkas.write_text("[tentang]\nUntuk {nama_ibu}\n", encoding="utf-8")
    assert "{nama_ibu}" in admin.ditolak("naskah", "simpan", "sk", berkas)
    assert "tidak-ada" in admin.ditolak("naskah", "lihat", "tidak-ada")
    assert "lain.txt" in admin.ditolak("naskah", "simpan", "sk", tmp_path / "lain.txt")


def test_only_who_sets_up_the_office_keeps_words(salur: Baris, tmp_path: Path) -> None:
    berkas = tmp_path / "spt.txt"
    berkas.write_text("[penutup]\nSelesai.\n", encoding="utf-8")
    salur.ditolak("naskah", "simpan", "spt", berkas)
