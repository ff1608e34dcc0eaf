"""Words that offices read: one word per thing, no bare "KK", no English button."""

import re
from pathlib import Path

import pytest

from tests.helpers.pohon import AKAR, sumber, teks

TAMPAK = [*sumber("ui", "reports"), *sumber("packaging"), *(p for p in sumber("app") if "bahasa" in p.parts)]
SEMUA = pytest.mark.parametrize("jalur", TAMPAK, ids=lambda p: p.relative_to(AKAR).as_posix())

KK_TELANJANG = re.compile(r"(?<!N[oO]\. )(?<!Nomor )\bKK\b")
KATA_LAIN = re.compile(r"\b(?:tenggat|deadline|temuan|error|galat)\b", re.IGNORECASE)
INGGRIS = {"cancel", "save", "close", "ok", "yes", "no", "next", "back", "finish", "delete", "edit", "search", "help"}


@SEMUA
def test_no_bare_kk(jalur: Path) -> None:
    assert [
        f"{baris}: {isi}" for baris, isi in teks(jalur) if " " in isi and KK_TELANJANG.search(isi.replace("&", ""))
    ] == []


@SEMUA
def test_one_word_for_one_thing(jalur: Path) -> None:
    """*Batas waktu*, *hasil pemeriksaan*, *ditolak*: the other words mean something else to these offices."""
    assert [f"{baris}: {isi}" for baris, isi in teks(jalur) if " " in isi and KATA_LAIN.search(isi)] == []


@pytest.mark.parametrize("jalur", sumber("ui"), ids=lambda p: p.relative_to(AKAR).as_posix())
def test_no_english_button(jalur: Path) -> None:
    huruf_besar = ((baris, isi) for baris, isi in teks(jalur) if isi[:1].isupper() or isi[:1] == "&")
    assert [f"{b}: {isi}" for b, isi in huruf_besar if isi.replace("&", "").removesuffix("…").lower() in INGGRIS] == []
