"""The command line: its contract (names, keys, exit codes), in Indonesian, over a real store."""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from app import akses
from app.kerja import Kerja
from app.usulan.anak import ARGUMEN
from resources import berkas
from tests.helpers.toko import SANDI, KantorUji
from ui import cli
from ui.main import BACA_BERKAS, minta_jendela

Jalankan = Callable[..., "Hasil"]
INGGRIS = re.compile(
    r"\b(?:usage|options?|arguments?|commands?|show|message|exit|required|default|missing|invalid|value|try|help(?!\n)"
    r"|error|such|unexpected|extra|should|input)\b",
    re.IGNORECASE,
)


class Hasil:
    """What one command line did."""

    def __init__(self, kode: int | Path, keluar: str, galat: str) -> None:
        self.kode = kode
        self.keluar = keluar
        self.galat = galat

    @property
    def json(self) -> Any:
        return json.loads(self.keluar)


@pytest.fixture
def salur(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Jalankan:
    """Give a function that runs a command line in this process."""
    monkeypatch.delenv("SALUR_AKUN", raising=False)
    monkeypatch.delenv("SALUR_SANDI", raising=False)

    def jalankan(*argumen: object) -> Hasil:
        capfd.readouterr()
        kode = cli.jalankan([str(satu) for satu in argumen])
        return Hasil(kode, *capfd.readouterr())

    return jalankan


@pytest.fixture
def kantor(uji: KantorUji, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a closed office; account `serba` and its password stand in the environment."""
    uji.ruang.tutup()
    monkeypatch.setenv("SALUR_DATA", str(uji.folder))
    monkeypatch.setenv("SALUR_AKUN", "serba")
    monkeypatch.setenv("SALUR_SANDI", SANDI)
    return uji.folder


def _perintah() -> list[list[str]]:
    """Return every command as its words."""

    def turun(kelompok: Any, jalur: list[str]) -> list[list[str]]:
        semua = [jalur]
        for nama, perintah in getattr(kelompok, "commands", {}).items():
            semua += turun(perintah, [*jalur, nama])
        return semua

    return turun(cli.typer.main.get_command(cli.app), [])


@pytest.mark.parametrize("kata", _perintah(), ids=" ".join)
def test_every_help_page_is_indonesian(salur: Jalankan, kata: list[str]) -> None:
    hasil = salur(*kata, "--help")
    assert hasil.kode == 0
    assert hasil.keluar.startswith("Cara pakai: salur")
    assert INGGRIS.findall(hasil.keluar.replace("--help", "")) == []


@pytest.mark.parametrize(
    "argumen",
    [
        ["tidak-ada"],
        ["--tidak-ada"],
        ["sop", "--tidak-ada"],
        ["sop", "rehsos", "lebih"],
        ["cadangkan"],
        ["cadangkan", "--ke"],
        ["pulihkan"],
        ["periksa"],
        ["--tunggu", "lama", "sop"],
        ["sop", "--json=ya"],
        ["--akun", "serba", "periksa"],
    ],
    ids=" ".join,
)
def test_wrong_usage_ends_with_2_and_one_indonesian_line(salur: Jalankan, argumen: list[str]) -> None:
    hasil = salur(*argumen)
    assert hasil.kode == 2
    assert hasil.keluar == ""
    assert hasil.galat.count("\n") == 1
    assert INGGRIS.findall(hasil.galat.replace("--help", "")) == []


def test_known_error_ends_with_1_and_one_line(salur: Jalankan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SALUR_SANDI", SANDI)
    hasil = salur("--data", tmp_path / "kosong", "--akun", "serba", "periksa")
    assert hasil.kode == 1
    assert hasil.keluar == ""
    assert hasil.galat.startswith("Belum ada data Salur di folder")
    assert hasil.galat.count("\n") == 1


def test_wrong_password_is_said(salur: Jalankan, kantor: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SALUR_SANDI", "bukan-sandinya")
    assert salur("periksa").kode == 1


def test_common_options_may_stand_anywhere(salur: Jalankan, kantor: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SALUR_DATA")
    assert salur("periksa", "--data", kantor, "--tunggu=1").kode == 0


def test_open_store_is_said_and_waited_for(salur: Jalankan, uji: KantorUji, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SALUR_SANDI", SANDI)
    hasil = salur("periksa", "--data", uji.folder, "--akun", "serba", "--tunggu", "0.05")
    assert hasil.kode == 1
    assert hasil.galat.startswith("Salur sedang terbuka")


def test_sop_lists_the_four_with_their_steps(salur: Jalankan) -> None:
    isi = salur("sop", "--json").json
    assert [satu["kode"] for satu in isi] == ["rehsos", "uep", "dtks", "balakas"]
    assert all(satu["nama"] and satu["langkah"] for satu in isi)
    assert len(salur("sop", "rehsos", "--json").json[0]["langkah"]) == 9


def test_kegiatan_is_made_listed_and_shown(salur: Jalankan, kantor: Path) -> None:
    hasil = salur("kegiatan", "buat", "--sop", "rehsos", "--nama", "Uji", "--tahun", 2026, "--nominal", 1_500_000)
    assert hasil.kode == 0
    nomor = hasil.keluar.strip()
    (satu,) = salur("kegiatan", "--json").json
    assert satu["id"] == nomor
    assert (satu["kode_sop"], satu["nama"], satu["tahun"], satu["langkah_kini"]) == ("rehsos", "Uji", 2026, 1)
    assert nomor in salur("kegiatan").keluar
    rinci = salur("kegiatan", "lihat", nomor, "--json").json
    assert rinci["nominal"] == 1_500_000
    assert len(rinci["langkah"]) == 9
    assert "Rp" in salur("kegiatan", "lihat", nomor).keluar


@pytest.mark.parametrize(
    ("argumen", "kode"),
    [
        (["buat", "--sop", "tak-ada", "--nama", "Uji", "--tahun", "2026"], 1),
        (["buat", "--sop", "rehsos", "--nama", "Uji", "--tahun", "26"], 1),
        (["buat", "--sop", "rehsos", "--nama", "Uji", "--tahun", "dua"], 2),
        (["buat", "--sop", "rehsos", "--nama", "Uji", "--tahun", "2026", "--jenis", "emas"], 2),
        (["lihat", "01a2b3c4-0000-7000-8000-000000000000"], 1),
        (["lihat", "bukan-nomor"], 2),
    ],
    ids=str,
)
def test_wrong_kegiatan_is_said(salur: Jalankan, kantor: Path, argumen: list[str], kode: int) -> None:
    hasil = salur("kegiatan", *argumen)
    assert hasil.kode == kode
    assert hasil.galat.count("\n") == 1
    assert INGGRIS.findall(hasil.galat.replace("--help", "")) == []


def test_backup_restore_and_check(salur: Jalankan, kantor: Path, tmp_path: Path) -> None:
    cadangan = tmp_path / "luar" / "kantor.cadangan"
    hasil = salur("cadangkan", "--ke", cadangan)
    assert hasil.kode == 0
    assert hasil.keluar.strip() == str(cadangan)
    assert salur("pulihkan", cadangan, "--data", tmp_path / "baru").kode == 0
    isi = salur("periksa", "--json", "--data", tmp_path / "baru").json
    assert isi["baik"]
    assert {"basis_data", "jejak", "lampiran"} < set(isi)


def test_restore_without_an_account_checks_the_files(
    salur: Jalankan, kantor: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert salur("cadangkan", "--ke", tmp_path / "a.cadangan").kode == 0
    monkeypatch.delenv("SALUR_AKUN")
    hasil = salur("pulihkan", tmp_path / "a.cadangan")
    assert hasil.kode == 0
    assert "disisihkan" in hasil.galat


def test_damage_ends_with_1(salur: Jalankan, kantor: Path, uji: KantorUji) -> None:
    with _terbuka(uji) as kerja:
        kerja.simpan_lampiran(b"isi", "surat.pdf")
    next((kantor / "lampiran").iterdir()).write_bytes(b"rusak")
    hasil = salur("periksa")
    assert hasil.kode == 1
    assert "1 bermasalah" in hasil.keluar
    assert hasil.galat.startswith("Pemeriksaan menemukan kerusakan")


@contextmanager
def _terbuka(uji: KantorUji) -> Iterator[Kerja]:
    """Open the office again for one transaction."""
    ruang, pelaku = akses.masuk(uji.folder, "serba", SANDI)
    try:
        with ruang.menulis(pelaku) as kerja:
            yield kerja
    finally:
        ruang.tutup()


@pytest.mark.parametrize(
    ("kata", "harapan"),
    [
        ([], (True, None)),
        (["--data", "x"], (True, "x")),
        (["--data=x"], (True, "x")),
        (["sop"], (False, None)),
        (["--data", "x", "sop"], (False, None)),
        (["--help"], (False, None)),
    ],
)
def test_no_command_asks_for_the_window(kata: list[str], harapan: tuple[bool, str | None]) -> None:
    assert minta_jendela(kata) == harapan


def test_the_child_s_word_is_the_same_on_both_sides() -> None:
    assert BACA_BERKAS == ARGUMEN


@pytest.mark.parametrize(
    ("baris", "terlarang"),
    [
        ("import ui.main", {"typer", "PySide6", "sqlmodel", "app"}),
        ("import ui.perintah.contoh", {"typer", "PySide6", "sqlmodel"}),
        ("import ui.cli", {"PySide6", "reportlab", "openpyxl", "calamine"}),
        ("import app.usulan.anak", {"typer", "PySide6", "sqlmodel", "openpyxl", "db"}),
    ],
)
def test_each_beginning_loads_only_what_it_needs(baris: str, terlarang: set[str]) -> None:
    skrip = f"{baris}\nimport sys\nprint(*{{nama.split('.')[0] for nama in sys.modules}})"
    hasil = subprocess.run([sys.executable, "-c", skrip], capture_output=True, text=True, check=True, timeout=60)
    assert terlarang & set(hasil.stdout.split()) == set()


def _kegiatan(salur: Jalankan, **lain: object) -> str:
    """Make a kegiatan and return its id."""
    isi = {"--sop": "rehsos", "--nama": "Uji impor", "--tahun": 2026, "--nominal": 900_000} | lain
    return salur("kegiatan", "buat", *(kata for pasangan in isi.items() for kata in pasangan)).keluar.strip()


CONTOH = Path(str(berkas("contoh")))
KUJAN = CONTOH / "usulan-desa-kujan.xlsx"


def test_import_judges_stores_and_can_be_taken_back(salur: Jalankan, kantor: Path) -> None:
    nomor = _kegiatan(salur)
    dilihat = salur("impor", KUJAN, "--kegiatan", nomor, "--periksa", "--json").json
    assert dilihat["impor_id"] is None
    jadi = salur("impor", KUJAN, "--kegiatan", nomor, "--json").json
    assert jadi["impor_id"]
    assert jadi["berkas"] == dilihat["berkas"]
    (satu,) = jadi["berkas"]
    ringkas = satu["ringkasan"]
    assert ringkas["baris"] == ringkas["diterima"] + ringkas["perlu_periksa"] + ringkas["ditolak"] > 0
    assert {"nama", "sha256", "galat", "lembar", "ringkasan", "hasil"} <= set(satu)
    assert satu["lembar"][0]["kolom"]["nik"].isalpha()
    lagi = salur("impor", KUJAN, "--kegiatan", nomor, "--json")
    assert lagi.kode == 1
    assert lagi.json["berkas"][0]["galat"]["kode"] == "sudah_pernah"
    assert salur("impor", "--batalkan", jadi["impor_id"]).kode == 0
    assert salur("impor", KUJAN, "--kegiatan", nomor, "--periksa").kode == 0


def test_refused_file_is_left_out_and_said(salur: Jalankan, kantor: Path, tmp_path: Path) -> None:
    buruk = tmp_path / "bukan daftar.xlsx"
    buruk.write_bytes(b"bukan lembar kerja")
    nomor = _kegiatan(salur)
    hasil = salur("impor", buruk, KUJAN, "--kegiatan", nomor, "--json")
    assert hasil.kode == 0
    assert [bool(satu["galat"]) for satu in hasil.json["berkas"]] == [True, False]
    assert "bukan daftar.xlsx" in hasil.galat
    sendiri = salur("impor", buruk, "--kegiatan", nomor)
    assert sendiri.kode == 1
    assert sendiri.galat.count("\n") == 1


def test_refused_rows_leave_as_a_workbook_that_can_come_back(salur: Jalankan, kantor: Path, tmp_path: Path) -> None:
    nomor, tolakan = _kegiatan(salur), tmp_path / "tolakan.xlsx"
    daftar = tmp_path / "daftar.csv"
    daftar.write_text(
        "Nama,NIK,Desa\nSITI CONTOH,12345,Kujan\nRAHMAD CONTOH,6209034102659001,Kujan\n", encoding="utf-8"
    )
    ringkas = salur("impor", daftar, "--kegiatan", nomor, "--json", "--tolakan", tolakan).json["berkas"][0]["ringkasan"]
    assert ringkas["ditolak"] == 1
    buku = load_workbook(tolakan)
    next(sel for baris in buku.worksheets[0] for sel in baris if sel.value == "12345").value = "6209034102659002"
    buku.save(tolakan)
    assert salur("impor", tolakan, "--kegiatan", nomor, "--json").json["berkas"][0]["ringkasan"]["diterima"] == 1


def test_import_follows_a_mapping_of_columns(salur: Jalankan, kantor: Path, tmp_path: Path) -> None:
    asing = tmp_path / "asing.csv"
    asing.write_text("SIAPA;PENGENAL\nANI RUDIN;\nBUDI RUDIN;\n", encoding="utf-8")
    peta = tmp_path / "asing.pemetaan.json"
    isi = {"jenis": "salur-pemetaan-kolom", "versi": 1, "nama": "Asing", "kolom": {"SIAPA": "nama", "PENGENAL": "nik"}}
    peta.write_text(json.dumps(isi), encoding="utf-8")
    perintah = ("impor", asing, "--kegiatan", _kegiatan(salur), "--periksa", "--json")
    assert salur(*perintah).json["berkas"][0]["galat"]["kode"] == "bukan_daftar"
    (satu,) = salur(*perintah, "--pemetaan", peta).json["berkas"]
    harus = {"nama": "asing", "baris_judul": 1, "kolom": {"nama": "A", "nik": "B"}, "baris": 2}
    (lembar,) = satu["lembar"]
    assert {kunci: lembar[kunci] for kunci in harus} == harus
    tidak_ada = salur(*perintah, "--pemetaan", "Entah")
    assert tidak_ada.kode == 1
    assert "Pemetaan kolom Entah tidak ada" in tidak_ada.galat


def test_import_of_a_folder_says_what_else_lies_there(salur: Jalankan, kantor: Path, tmp_path: Path) -> None:
    folder = tmp_path / "kiriman"
    (folder / "Bulik").mkdir(parents=True)
    (folder / "Bulik" / "a.csv").write_text("NIK;NAMA\n6209030101509001;ANI RUDIN\n", encoding="utf-8")
    for nama in ("surat.docx", "~$a.xlsx"):
        (folder / nama).write_bytes(b"x")
    hasil = salur("impor", folder, "--kegiatan", _kegiatan(salur), "--periksa", "--json")
    assert [satu["nama"] for satu in hasil.json["berkas"]] == ["a.csv"]
    assert "Folder kiriman: 1 berkas lain dilewati" in hasil.galat


def test_import_tells_people_what_it_found(salur: Jalankan, kantor: Path) -> None:
    hasil = salur("impor", CONTOH / "usulan-desa-batu-hambawang.xlsx", "--kegiatan", _kegiatan(salur))
    assert hasil.kode == 0
    assert "diterima" in hasil.keluar
    assert "Tersimpan sebagai impor" in hasil.keluar


@pytest.mark.parametrize(
    "argumen", [["impor"], ["impor", "a.xlsx"], ["impor", "--batalkan", "x"], ["cetak", "bnba"]], ids=str
)
def test_half_a_command_is_wrong_usage(salur: Jalankan, kantor: Path, argumen: list[str]) -> None:
    assert salur(*argumen).kode == 2


def test_list_of_documents_is_code_and_title_alone(salur: Jalankan) -> None:
    baris = [satu.split("\t") for satu in salur("cetak").keluar.splitlines()]
    assert {"bnba", "tanda-terima", "laporan", "lampiran-sk"} <= {satu[0] for satu in baris}
    assert all(re.fullmatch(r"[a-z]+(?:-[a-z]+)*", kode) and judul for kode, judul in baris)


def test_bnba_workbook_is_written(salur: Jalankan, kantor: Path, tmp_path: Path) -> None:
    nomor = _kegiatan(salur)
    salur("impor", KUJAN, "--kegiatan", nomor)
    hasil = salur("ekspor", "bnba", "--kegiatan", nomor, "--ke", tmp_path / "bnba.xlsx")
    assert hasil.kode == 0
    assert hasil.keluar.strip() == str(tmp_path / "bnba.xlsx")
    assert (tmp_path / "bnba.xlsx").read_bytes().startswith(b"PK")


def test_document_that_is_not_ready_says_why(salur: Jalankan, kantor: Path, tmp_path: Path) -> None:
    hasil = salur("cetak", "tanda-terima", "--kegiatan", _kegiatan(salur), "--ke", tmp_path / "tt.pdf")
    assert hasil.kode == 1
    assert not (tmp_path / "tt.pdf").exists()
    assert salur("cetak", "tak-ada", "--kegiatan", _kegiatan(salur), "--ke", tmp_path / "tt.pdf").kode == 1


def test_wrong_ending_of_a_file_is_wrong_usage(salur: Jalankan, kantor: Path, tmp_path: Path) -> None:
    assert salur("cetak", "bnba", "--kegiatan", _kegiatan(salur), "--ke", tmp_path / "bnba.pdf").kode == 2


def test_official_sheet_of_an_sop(salur: Jalankan, tmp_path: Path) -> None:
    assert salur("sop", "uep", "--pdf", tmp_path / "uep.pdf").kode == 0
    assert (tmp_path / "uep.pdf").read_bytes().startswith(b"%PDF")
    assert salur("sop", "--pdf", tmp_path / "uep.pdf").kode == 2


def test_sample_is_made_once_and_reused(salur: Jalankan, tmp_path: Path) -> None:
    folder = tmp_path / "contoh"
    hasil = salur("--data", folder, "demo", "--tanpa-layar", "--jumlah", 200)
    assert hasil.kode == 0
    akun = [satu.split() for satu in hasil.keluar.splitlines()]
    assert all((satu[0], satu[2], len(satu)) == ("akun", "sandi", 4) for satu in akun)
    assert salur("--data", folder, "demo").kode == folder
    assert salur("--data", folder, "demo", "--tanpa-layar").keluar == hasil.keluar


def test_sample_is_refused_in_a_real_office(salur: Jalankan, kantor: Path) -> None:
    hasil = salur("demo", "--tanpa-layar")
    assert hasil.kode == 1
    assert "kantor sungguhan" in hasil.galat
