"""The data folder: what was asked for wins, then the environment, then a portable program, then the user's own."""

from pathlib import Path

import pytest

from app import tempat


@pytest.fixture(autouse=True)
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder that plays the program's own."""
    folder = tmp_path / "program"
    folder.mkdir()
    monkeypatch.delenv(tempat.VARIABEL, raising=False)
    monkeypatch.setattr(tempat, "folder_program", lambda: folder)
    monkeypatch.setattr(tempat, "user_data_dir", lambda *_, **__: str(tmp_path / "milik-pengguna"))
    return folder


def test_user_s_own_folder_is_the_last_resort(tmp_path: Path) -> None:
    assert tempat.folder_data() == tmp_path / "milik-pengguna"
    assert tempat.folder_contoh() == tmp_path / "milik-pengguna" / "contoh"


def test_portable_program_keeps_its_data_beside_itself(program: Path) -> None:
    (program / "portable.txt").touch()
    assert tempat.folder_data() == program / "data"


def test_environment_beats_portable(program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (program / "portable.txt").touch()
    monkeypatch.setenv(tempat.VARIABEL, str(tmp_path / "lain"))
    assert tempat.folder_data() == tempat.folder_contoh() == tmp_path / "lain"


def test_what_was_asked_for_beats_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(tempat.VARIABEL, "lain")
    assert tempat.folder_data(str(tmp_path / "ini")) == tempat.folder_contoh(str(tmp_path / "ini")) == tmp_path / "ini"
