"""PySide6 makes what `screen()` and `windowHandle()` return a child of the widget they were asked of.

When Python's garbage collector sweeps such a widget away in a cycle, the wrapper gets ownership back and deletes Qt's
own screen; the next dialog then crashes the program (6.11.3, seen after a handful of dialogs). Ask
`QGuiApplication.primaryScreen()`, and take windows from `focusWindowChanged`.
"""

from pathlib import Path

import pytest

from tests.helpers.pohon import AKAR, sumber


@pytest.mark.parametrize("jalur", sumber("ui"), ids=lambda p: p.relative_to(AKAR).as_posix())
def test_nobody_asks_a_widget_for_its_screen_or_window(jalur: Path) -> None:
    kode = [baris.split("#")[0] for baris in jalur.read_text(encoding="utf-8").splitlines()]
    assert [baris for baris in kode if ".screen()" in baris or ".windowHandle()" in baris] == []
