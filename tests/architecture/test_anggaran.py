"""The size budget and the habits of the house, checked on every file."""

import ast
import io
import re
import tokenize
from pathlib import Path
from statistics import median

import pytest

from tests.helpers.pohon import AKAR, fungsi, pohon, sumber

SEMUA = pytest.mark.parametrize("jalur", sumber(), ids=lambda p: p.relative_to(AKAR).as_posix())


@SEMUA
def test_file_stays_under_500_lines(jalur: Path) -> None:
    assert len(jalur.read_text(encoding="utf-8").splitlines()) <= 500


@SEMUA
def test_function_stays_under_60_lines(jalur: Path) -> None:
    assert [tempat for tempat, panjang in fungsi(jalur) if panjang > 60] == []


def test_the_median_function_is_short() -> None:
    assert median(panjang for jalur in sumber() for _, panjang in fungsi(jalur)) < 12


@SEMUA
def test_module_says_why_it_exists(jalur: Path) -> None:
    assert ast.get_docstring(pohon(jalur))


@SEMUA
def test_nothing_is_left_unfinished(jalur: Path) -> None:
    isi = jalur.read_text(encoding="utf-8")
    assert re.findall(r"\b(?:TODO|FIXME|XXX)\b|raise NotImplementedError", isi) == []


@SEMUA
def test_every_suppression_names_what_it_suppresses(jalur: Path) -> None:
    isi = jalur.read_text(encoding="utf-8")
    komentar = [t.string for t in tokenize.generate_tokens(io.StringIO(isi).readline) if t.type == tokenize.COMMENT]
    telanjang = re.compile(r"type: ignore(?!\[)|noqa(?!: ?[A-Z])")
    assert [satu for satu in komentar if telanjang.search(satu)] == []


def _membungkam(simpul: ast.ExceptHandler) -> bool:
    """Tell whether a handler does nothing; a narrow one may go on with the next of a loop."""
    jenis = ast.unparse(simpul.type) if simpul.type else "BaseException"
    lanjut = all(isinstance(satu, ast.Continue) for satu in simpul.body)
    return all(isinstance(satu, ast.Pass) for satu in simpul.body) or (lanjut and "Exception" in jenis)


@SEMUA
def test_no_error_is_swallowed(jalur: Path) -> None:
    penangkap = (simpul for simpul in ast.walk(pohon(jalur)) if isinstance(simpul, ast.ExceptHandler))
    assert [simpul.lineno for simpul in penangkap if _membungkam(simpul)] == []


def test_no_test_sleeps_or_is_skipped() -> None:
    terlarang = {
        "time.sleep",
        "pytest.skip",
        "pytest.xfail",
        "pytest.mark.skip",
        "pytest.mark.skipif",
        "pytest.mark.xfail",
    }
    pelaku = [
        f"{jalur.relative_to(AKAR).as_posix()}:{simpul.lineno}"
        for jalur in (AKAR / "tests").rglob("*.py")
        for simpul in ast.walk(pohon(jalur))
        if isinstance(simpul, ast.Attribute) and ast.unparse(simpul) in terlarang
    ]
    assert pelaku == []
