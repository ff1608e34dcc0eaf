"""The source tree as the architecture tests read it."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

AKAR = Path(__file__).resolve().parent.parent.parent
LANTAI = ("app", "db", "packaging", "reports", "resources", "ui")


@cache
def sumber(*lantai: str) -> list[Path]:
    """Return every Python file of these floors (all of them when none is named), migrations of the schema left out."""
    return [
        jalur
        for satu in lantai or LANTAI
        for jalur in sorted((AKAR / satu).rglob("*.py"))
        if "versions" not in jalur.parts
    ]


@cache
def pohon(jalur: Path) -> ast.Module:
    """Return a file's syntax tree."""
    return ast.parse(jalur.read_text(encoding="utf-8"))


def fungsi(jalur: Path) -> Iterator[tuple[str, int]]:
    """Yield every function of a file as `file:line name` and its length in lines."""
    for simpul in ast.walk(pohon(jalur)):
        if isinstance(simpul, ast.FunctionDef | ast.AsyncFunctionDef):
            tempat = f"{jalur.relative_to(AKAR).as_posix()}:{simpul.lineno} {simpul.name}"
            yield tempat, (simpul.end_lineno or simpul.lineno) - simpul.lineno + 1


def teks(jalur: Path) -> Iterator[tuple[int, str]]:
    """Yield line and value of every string in a file that is no docstring."""
    simpul_teks = {
        id(simpul.body[0].value)
        for simpul in ast.walk(pohon(jalur))
        if isinstance(simpul, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and simpul.body
        and isinstance(simpul.body[0], ast.Expr)
    }
    for simpul in ast.walk(pohon(jalur)):
        if isinstance(simpul, ast.Constant) and isinstance(simpul.value, str) and id(simpul) not in simpul_teks:
            yield simpul.lineno, simpul.value
