"""The contracts of `[tool.importlinter]` in pyproject.toml: who may import whom."""

import ast
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

from tests.helpers.pohon import AKAR, sumber


def test_every_import_contract_holds(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(AKAR)
    hasil = lint_imports(config_filename=str(AKAR / "pyproject.toml"), no_cache=True, no_logo=True)
    assert hasil == 0, capsys.readouterr().out


def test_top_level_stays_what_the_architecture_lists() -> None:
    lantai = {jalur.parent.name for jalur in AKAR.glob("*/__init__.py")}
    assert lantai == {"app", "db", "reports", "resources", "tests", "ui"}


@pytest.mark.parametrize("nama", ["utils", "helpers", "common", "misc", "manager"])
def test_no_room_is_named_for_nothing(nama: str) -> None:
    assert [jalur for jalur in sumber() if nama in jalur.relative_to(AKAR).with_suffix("").parts] == []


def _impor(jalur: Path) -> set[str]:
    """Return the modules that a file imports at its top, not inside its functions."""
    pohon = ast.parse(jalur.read_text(encoding="utf-8"))
    nama = {a.name for n in pohon.body if isinstance(n, ast.Import) for a in n.names}
    return nama | {n.module or "" for n in pohon.body if isinstance(n, ast.ImportFrom)}


def test_only_the_jobs_room_and_the_start_make_threads() -> None:
    """Work leaves the GUI thread through `ui/jobs.py`, so that a session never changes threads."""
    terlarang = {"threading", "concurrent.futures", "multiprocessing", "asyncio"}
    pelaku = {
        jalur.relative_to(AKAR).as_posix()
        for jalur in sumber("ui")
        if terlarang & _impor(jalur) or "QThread(" in jalur.read_text(encoding="utf-8")
    }
    assert pelaku <= {"ui/jobs.py"}


@pytest.mark.parametrize("kata", ["processEvents(", "QRunnable", "QThreadPool", "time.sleep("])
def test_the_window_never_waits_by_force(kata: str) -> None:
    assert [str(jalur) for jalur in sumber("ui") if kata in jalur.read_text(encoding="utf-8")] == []
