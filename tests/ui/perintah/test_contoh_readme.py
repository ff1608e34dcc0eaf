"""What README shows of the command line is typed by newcomers as it stands: every word of it must exist."""

import shlex
from pathlib import Path
from typing import Any

import pytest

from ui import cli

README = Path(cli.__file__).parents[1] / "README.md"
BARIS = [b.strip() for b in README.read_text(encoding="utf-8").splitlines() if b.startswith("    salur ")]


def test_readme_shows_the_way_of_a_kegiatan() -> None:
    assert len(BARIS) > 10


@pytest.mark.parametrize("baris", BARIS)
def test_every_word_is_a_command_or_an_option_of_it(baris: str) -> None:
    perintah: Any = cli.typer.main.get_command(cli.app)
    kata = shlex.split(baris)[1:]
    while kata and kata[0] in getattr(perintah, "commands", {}):
        perintah = perintah.commands[kata.pop(0)]
    dikenal = {pilihan for isian in perintah.params for pilihan in isian.opts}
    dipakai = {satu for satu in kata if satu.startswith("--")}
    assert perintah.name not in (None, "salur")
    assert dipakai <= dikenal
    wajib = {isian.opts[0] for isian in perintah.params if isian.required and isian.opts[0].startswith("--")}
    assert wajib <= dipakai
