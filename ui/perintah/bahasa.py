"""Typer in Indonesian: its help pages and its complaints about wrong usage.

Typer brings its own English and no way to translate all of it, so the finished text is reworded. A test asks for every
help page and for every complaint and looks for leftovers.
"""

import re
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from ui.perintah.jaga import wajib_bernama, wajib_wajar

_BANTUAN = (
    (r"^Usage: ", "Cara pakai: "),
    (r"\[OPTIONS\]", "[PILIHAN]"),
    (r"COMMAND \[ARGS\]\.\.\.", "PERINTAH …"),
    (r"^Options:", "Pilihan:"),
    (r"^Arguments:", "Isian:"),
    (r"^Commands:", "Perintah:"),
    (r"Show this message and exit\.", "Tampilkan bantuan ini."),
    (r"\[required\]", "[wajib]"),
    (r"\[default:", "[bawaan:"),
    (r" <[A-Za-z][^>]*>", ""),
)
_KELUHAN = (
    (r"^Missing option '(.+?)'.*", r"Pilihan \1 wajib diisi."),
    (r"^Missing argument '(.+?)'.*", r"\1 wajib diisi."),
    (r"^Missing command.*", "Sebutkan perintahnya."),
    (r"^No such command '(.+?)'.*", r"Perintah \1 tidak dikenal."),
    (r"^No such option: (\S+).*", r"Pilihan \1 tidak dikenal."),
    (r"^Option '(.+?)' requires an argument.*", r"Pilihan \1 perlu diisi."),
    (r"^Option '(.+?)' does not take a value.*", r"Pilihan \1 tidak memakai isian."),
    (r"^Got unexpected extra argument(?:\(s\)|s)? \((.+)\).*", r"Kelebihan isian: \1."),
    (r"^Invalid value for '(.+?)': Input should be.*integer.*", r"Isian \1 harus bilangan bulat."),
    (r"^Invalid value for '(.+?)': Input should be.*number.*", r"Isian \1 harus bilangan."),
    (r"^Invalid value for '(.+?)': Input should be.*UUID.*", r"Isian \1 bukan nomor yang dicetak Salur."),
    (r"^Invalid value for '(.+?)': Input should be greater than or equal to (\d+).*", r"Isian \1 paling kecil \2."),
    (r"^Invalid value for '(.+?)': Input should be less than or equal to (\d+).*", r"Isian \1 paling besar \2."),
    (r"^Invalid value for '(.+?)': .*is not one of (.+)\.", r"Isian \1 harus salah satu dari: \2."),
    (r"^Invalid value for '(.+?)': Input should be (.+)", r"Isian \1 harus salah satu dari: \2."),
    (r"^Invalid value for '(.+?)': (.+)", r"Isian \1 salah: \2"),
    (r"^Invalid value: (.+)", r"\1"),
)


def bantuan(teks: str) -> str:
    """Return a help page with typer's own words in Indonesian."""
    for pola, ganti in _BANTUAN:
        teks = re.sub(pola, ganti, teks, flags=re.MULTILINE)
    return teks


def keluhan(galat: typer.TyperException) -> str:
    """Say in Indonesian what is wrong with a command line, and where help is."""
    pesan = galat.format_message().strip()
    for pola, ganti in _KELUHAN:
        baru, kena = re.subn(pola, ganti, pesan, flags=re.DOTALL)
        if kena:
            pesan = baru
            break
    konteks: Any = getattr(galat, "ctx", None)
    perintah = konteks.command_path if konteks is not None else "salur"
    return f"{pesan} Lihat caranya dengan: {perintah} --help"


class Perintah(TyperCommand):
    """One command whose help page is Indonesian."""

    def get_help(self, ctx: Any) -> str:
        return bantuan(super().get_help(ctx))

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        kosong = "" in args
        sisa: list[str] = super().parse_args(ctx, args)
        if kosong:
            wajib_bernama(ctx)
        return sisa

    def invoke(self, ctx: Any) -> Any:
        wajib_wajar(ctx)
        return super().invoke(ctx)


class Kelompok(TyperGroup):
    """A group of commands, or the whole, whose help page is Indonesian."""

    def get_help(self, ctx: Any) -> str:
        return bantuan(super().get_help(ctx))

    def invoke(self, ctx: Any) -> Any:
        wajib_wajar(ctx)
        return super().invoke(ctx)


def kelompok() -> typer.Typer:
    """Make a group whose own name, without a further command, shows where things stand."""
    return typer.Typer(cls=Kelompok, rich_markup_mode=None, add_completion=False, invoke_without_command=True)
