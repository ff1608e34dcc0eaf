"""`packaging/start.py`: what it decides, without installing anything (a clean clone in CI installs for real)."""

import ast
import importlib.util
import re
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

AKAR = Path(__file__).resolve().parent.parent
SKRIP = [AKAR / "packaging" / "start.py", AKAR / "packaging" / "tanpa_layar.py"]


@pytest.fixture
def start(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ModuleType:
    """Return the script as a module whose `.venv` lies in a folder of its own."""
    spec = importlib.util.spec_from_file_location("start_salur", SKRIP[0])
    assert spec is not None
    assert spec.loader is not None
    modul = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(modul)
    monkeypatch.setattr(modul, "VENV", tmp_path)
    monkeypatch.setattr(modul, "PYTHON", tmp_path / "python")
    monkeypatch.setattr(modul, "STEMPEL", tmp_path / "stempel")
    return modul


@pytest.mark.parametrize("skrip", SKRIP, ids=lambda p: p.name)
def test_uses_the_standard_library_alone(skrip: Path) -> None:
    pohon = ast.parse(skrip.read_text(encoding="utf-8"))
    nama = {a.name for n in ast.walk(pohon) if isinstance(n, ast.Import) for a in n.names}
    nama |= {n.module or "" for n in ast.walk(pohon) if isinstance(n, ast.ImportFrom)}
    assert {satu.split(".")[0] for satu in nama} <= sys.stdlib_module_names


def test_parses_on_an_old_python_so_that_it_can_say_so() -> None:
    ast.parse(SKRIP[0].read_text(encoding="utf-8"), feature_version=(3, 7))


def test_old_python_gets_one_sentence(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(start, "python_lebih_baru", lambda: None)
    monkeypatch.setattr(start.sys, "version_info", (3, 9, 2))
    assert start.jalankan([]) == 1
    assert "memerlukan Python 3.11" in capsys.readouterr().out


def test_newer_python_on_the_machine_takes_over(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    panggilan: list[list[str]] = []
    monkeypatch.setattr(start.sys, "version_info", (3, 10, 1))
    monkeypatch.setattr(start.shutil, "which", lambda nama: "/opt/py" if nama == "python3.12" else None)
    monkeypatch.setattr(start.subprocess, "call", lambda perintah: panggilan.append(perintah) or 7)
    assert start.jalankan(["tests"]) == 7
    assert panggilan[0][0] == "/opt/py"
    assert panggilan[0][-1] == "tests"


def test_unknown_word_is_wrong_usage(start: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert start.jalankan(["mulai"]) == 2
    assert "Cara pakai" in capsys.readouterr().out


def test_stamp_holds_only_while_lock_project_and_script_are_unchanged(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    akar = tmp_path / "klon"
    (akar / "packaging").mkdir(parents=True)
    for nama in ("uv.lock", "pyproject.toml", "packaging/start.py"):
        (akar / nama).write_text("a", encoding="utf-8")
    monkeypatch.setattr(start, "AKAR", akar)
    assert not start.sudah_terpasang()
    start.PYTHON.touch()
    start.STEMPEL.write_text(start.sidik_pasang(), encoding="utf-8")
    assert start.sudah_terpasang()
    (akar / "uv.lock").write_text("b", encoding="utf-8")
    assert not start.sudah_terpasang()


def test_set_up_stops_with_a_sentence_when_nothing_can_be_fetched(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(start, "lengkapi_sistem", list)
    monkeypatch.setattr(start, "buat_venv", lambda: None)
    monkeypatch.setattr(start, "pasang_dengan_uv", lambda: "no route")
    monkeypatch.setattr(start, "pasang_dengan_pip", lambda: "no route either")
    assert start.jalankan(["pasang"]) == 1
    keluaran = capsys.readouterr().out
    assert "Periksa sambungan internet" in keluaran
    assert "no route either" in keluaran
    assert not start.STEMPEL.exists()


def test_missing_system_libraries_are_named_as_one_line(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(start.sys, "platform", "linux")
    monkeypatch.setattr(start, "termuat", lambda pustaka: pustaka != "libEGL.so.1")
    monkeypatch.setattr(start, "awalan_apt", lambda: None)
    monkeypatch.setattr(start, "pasang", lambda: None)
    assert start.jalankan(["tests"]) == 1
    assert "sudo apt-get install -y --no-install-recommends libegl1" in capsys.readouterr().out


def test_missing_venv_package_is_named_until_the_set_up_is_done(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(start.sys, "platform", "linux")
    monkeypatch.setattr(start, "termuat", lambda pustaka: True)
    monkeypatch.setattr(start.importlib.util, "find_spec", lambda nama: None)
    start.PYTHON.touch()  # a venv that was left half made
    assert start.paket_kurang() == [f"python3.{sys.version_info.minor}-venv"]
    start.STEMPEL.touch()
    assert start.paket_kurang() == []


@pytest.mark.parametrize(
    ("lingkungan", "harapan"),
    [({"DISPLAY": ":0"}, True), ({"WAYLAND_DISPLAY": "w"}, True), ({}, False), ({"DISPLAY": ""}, False)],
)
def test_knows_whether_there_is_a_screen(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, lingkungan: dict[str, str], harapan: bool
) -> None:
    monkeypatch.setattr(start.sys, "platform", "linux")
    monkeypatch.setattr(start.os, "environ", lingkungan)
    assert start.ada_layar() is harapan


@pytest.mark.parametrize(("kode", "harapan"), [(0, 0), (1, 1), (-6, None), (0xC0000409, None)])
def test_screen_that_cannot_be_used_leads_to_the_headless_job(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, kode: int, harapan: int | None
) -> None:
    monkeypatch.setattr(start.subprocess, "call", lambda *_, **__: kode)
    assert start.buka_jendela() == harapan


def test_nobody_else_s_data_folder_reaches_the_sample(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SALUR_DATA", "kantor-sungguhan")
    lingkungan = start.lingkungan_jalan(TAMBAHAN="ya")
    assert "SALUR_DATA" not in lingkungan
    assert lingkungan["TAMBAHAN"] == "ya"
    assert lingkungan["PYTHONUTF8"] == "1"


def _dari_lock() -> dict[str, tuple[str, set[str]]]:
    """Return name -> (version, hashes) of every outside package in `uv.lock`."""
    kunci = tomllib.loads((AKAR / "uv.lock").read_text(encoding="utf-8"))
    return {
        satu["name"]: (
            satu["version"],
            {berkas["hash"] for berkas in [*satu.get("wheels", []), *([satu["sdist"]] if "sdist" in satu else [])]},
        )
        for satu in kunci["package"]
        if "registry" in satu["source"]
    }


def test_requirements_for_pip_are_in_step_with_the_lock() -> None:
    teks = (AKAR / "packaging" / "requirements.txt").read_text(encoding="utf-8")
    pip: dict[str, tuple[str, set[str]]] = {}
    for potong in re.split(r"\n(?=[a-z0-9])", teks):
        kepala = re.match(r"([a-z0-9._-]+)==([^ ;\\]+)", potong)
        if kepala:
            pip[kepala[1]] = (kepala[2], set(re.findall(r"--hash=(sha256:[0-9a-f]{64})", potong)))
    assert pip == _dari_lock()


def test_packaging_is_no_python_package() -> None:
    """With an `__init__.py` it would hide the `packaging` library that build and test tools import."""
    assert not (AKAR / "packaging" / "__init__.py").exists()
