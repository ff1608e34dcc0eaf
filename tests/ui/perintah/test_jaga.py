"""What is odd at a command line ends as its contract says: 0, 1 or 2, one line, no traceback."""

import subprocess
import sys
from pathlib import Path
from uuid import UUID

import pytest

from tests.end2end.baris_perintah import Baris
from ui import cli
from ui.perintah.jaga import ANGKA_MAKS

AKAR = Path(cli.__file__).parents[1]


@pytest.mark.parametrize(
    ("pilihan", "nilai"),
    [("--nominal", ANGKA_MAKS + 1), ("--pagu", -(10**30)), ("--kuota", 2**63), ("--mulai-langkah", 2**64)],
)
def test_a_number_that_no_store_can_hold_is_wrong_usage(salur: Baris, pilihan: str, nilai: int) -> None:
    hasil = salur.coba("kegiatan", "buat", "--sop", "rehsos", "--nama", "A", "--tahun", 2026, pilihan, nilai)
    assert (hasil.kode, hasil.keluar, hasil.galat.count("\n")) == (2, "", 1), hasil
    assert "Bilangan paling panjang 15 angka" in hasil.galat
    assert salur("kegiatan", "--json").json == []


def test_the_largest_number_is_kept_and_written(salur: Baris) -> None:
    nomor = salur("kegiatan", "buat", "--sop", "rehsos", "--nama", "A", "--tahun", 2026, "--pagu", ANGKA_MAKS).kata
    assert salur("kegiatan", "lihat", nomor, "--json").json["pagu"] == ANGKA_MAKS


@pytest.mark.parametrize("kata", ["\udcff", "a\0b"])
def test_words_that_are_no_text_are_wrong_usage(salur: Baris, kata: str) -> None:
    hasil = salur.coba("kegiatan", "buat", "--sop", "rehsos", "--nama", kata, "--tahun", 2026)
    assert (hasil.kode, hasil.keluar, hasil.galat.count("\n")) == (2, "", 1)
    assert "tidak dapat dibaca" in hasil.galat


@pytest.mark.parametrize(
    "argumen", [["impor", ""], ["ekspor", "bnba", "--ke", ""], ["impor", "--asli", UUID(int=1), "--ke", ""]]
)
def test_an_empty_file_name_is_not_the_folder_where_one_stands(
    salur: Baris, layak: UUID, argumen: list[object]
) -> None:
    hasil = salur.coba(*argumen, "--kegiatan", layak)
    assert (hasil.kode, hasil.keluar, hasil.galat.count("\n")) == (2, "", 1)
    assert "Nama berkas atau foldernya kosong." in hasil.galat


@pytest.mark.parametrize(
    ("argumen", "kata"),
    [
        (["surat", "--tahun", "-1"], "bukan tahun"),
        (["pengaduan", "--tahun", "0"], "bukan tahun"),
        (["demo", "--tanpa-layar", "--jumlah", "0"], "--jumlah"),
        (["demo", "--tanpa-layar", "--jumlah", "99999999999"], "--jumlah"),
        (["periksa", "--tunggu", "nan"], "--tunggu"),
        (["periksa", "--tunggu", "-1"], "--tunggu"),
        (["periksa", "--tunggu", "lama"], "harus bilangan"),
    ],
)
def test_no_year_no_wait_and_no_crowd_are_wrong_usage(salur: Baris, argumen: list[str], kata: str) -> None:
    hasil = salur.coba(*argumen)
    assert (hasil.kode, hasil.keluar, hasil.galat.count("\n")) == (2, "", 1)
    assert kata in hasil.galat


def test_a_folder_without_lists_is_said(salur: Baris, layak: UUID, tmp_path: Path) -> None:
    (tmp_path / "kosong").mkdir()
    assert "tidak ada lembar kerja" in salur.ditolak("impor", tmp_path / "kosong", "--kegiatan", layak)


def test_a_name_that_the_disk_cannot_take_is_said(salur: Baris) -> None:
    assert "tidak dapat dibaca atau ditulis" in salur.ditolak("pulihkan", "x" * 300)


def test_a_sentence_stays_on_one_line_whatever_was_typed(salur: Baris) -> None:
    assert "SOP reh sos tidak dikenal" in salur.ditolak("sop", "reh\nsos")


def test_a_fault_of_our_own_is_said_without_a_traceback_or_data(
    salur: Baris, layak: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    def rusak(*_: object, **__: object) -> None:
        raise ZeroDivisionError("rahasia")

    monkeypatch.setattr("ui.perintah.kegiatan.lihat_kegiatan", rusak)
    kalimat = salur.ditolak("kegiatan", "lihat", layak)
    assert kalimat.startswith("Terjadi kesalahan di dalam Salur")
    assert "ZeroDivisionError di tests/ui/perintah/test_jaga.py" in kalimat
    assert "rahasia" not in kalimat


def test_a_reader_that_goes_away_hears_no_complaint() -> None:
    proses = subprocess.Popen(
        [sys.executable, "-m", "ui.main", "sop", "--json"],
        cwd=AKAR,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    assert proses.stdout is not None
    assert proses.stderr is not None
    with proses:
        proses.stdout.close()
        assert proses.stderr.read() == ""
    assert proses.returncode == 1
