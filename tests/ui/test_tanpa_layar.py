"""A machine without a screen: the window is refused in a sentence, where Qt would abort the process."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ui import main as awal

LAYAR = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def test_the_window_is_refused_where_linux_has_no_display(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for nama in LAYAR:
        monkeypatch.delenv(nama, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert awal.main(["--data", str(tmp_path / "kosong")]) == 1
    keluar, galat = capsys.readouterr()
    assert (keluar, galat.count("\n")) == ("", 1)
    assert "tidak ada layar" in galat
    assert not (tmp_path / "kosong").exists()


@pytest.mark.parametrize(("mesin", "nama"), [("linux", satu) for satu in LAYAR] + [("win32", ""), ("darwin", "")])
def test_a_display_or_another_system_is_a_screen(monkeypatch: pytest.MonkeyPatch, mesin: str, nama: str) -> None:
    for satu in LAYAR:
        monkeypatch.delenv(satu, raising=False)
    if nama:
        monkeypatch.setenv(nama, "ada")
    monkeypatch.setattr(sys, "platform", mesin)
    assert awal.ada_layar()


def test_refused_before_qt_is_loaded(tmp_path: Path) -> None:
    lingkungan = {nama: nilai for nama, nilai in os.environ.items() if nama not in LAYAR}
    kode = (
        "import sys; sys.platform = 'linux'; from ui.main import main; "
        f"kode = main(['--data', {str(tmp_path)!r}]); assert 'PySide6' not in sys.modules; sys.exit(kode)"
    )
    hasil = subprocess.run(
        [sys.executable, "-c", kode], env=lingkungan, cwd=Path(awal.__file__).parents[1], check=False
    )
    assert hasil.returncode == 1


def test_stopped_while_it_starts_is_said_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def berhenti(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("ui.cli.jalankan", berhenti)
    assert awal.main(["sop"]) == 1
    assert capsys.readouterr() == ("", "Dihentikan; tidak ada yang berubah.\n")
