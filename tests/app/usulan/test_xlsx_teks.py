"""Shared strings are found in long pieces, each once and in its order; what is more than plain is put aside whole."""

import re
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.usulan import xlsx_teks
from app.usulan.bingkai import SELA
from app.usulan.xlsx_potong import TakBiasa
from app.usulan.xlsx_teks import TeksBersama, baca_teks, pastikan_utf8

KEPALA = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<sst xmlns="x" count="3" uniqueCount="3">'


def _semua(hasil: TeksBersama) -> list[str]:
    return [teks for k in hasil.kelompok for teks in (k.split(SELA) if isinstance(k, str) else k)]


def test_plain_strings_travel_as_one_text() -> None:
    hasil = baca_teks(KEPALA + b'<si><t>ANI</t></si><si><t xml:space="preserve"> B </t></si><si><t>C</t></si></sst>\n')
    assert (hasil.kelompok, hasil.banyak, hasil.terpanjang, hasil.sisa) == (["ANI\x7f B \x7fC"], 3, 3, {})
    assert hasil.panjang() == [3, 3, 1]


@pytest.mark.parametrize(
    "xml",
    [
        "<t>a &amp; b</t>", "<t> a</t>", "<t>a\n</t>", "<t>_x000D_</t>", "<t>a\r\nb</t>", "<t/>", "", "<r><t>a</t></r>",
        '<t>a</t><phoneticPr fontId="1"/>', '<t foo="1">a</t>',
    ],
)  # fmt: skip
def test_what_is_more_than_plain_is_put_aside(xml: str) -> None:
    isi = f"<si>{xml}</si>".encode()
    hasil = baca_teks(KEPALA + b"<si><t>ANI</t></si>" + isi + b"<si><t>BUDI</t></si></sst>")
    assert (_semua(hasil), hasil.sisa) == (["ANI", "", "BUDI"], {(0, 1): isi})


@pytest.mark.parametrize("isi", [b"<sst/>", b'<sst xmlns="x" count="0"/>\n', KEPALA + b"</sst>"])
def test_a_book_may_have_no_strings(isi: bytes) -> None:
    assert baca_teks(isi) == TeksBersama()


@pytest.mark.parametrize(
    "isi",
    [
        b"", b"<sst>", b"<x:sst><si><t>a</t></si></y:sst>", KEPALA + b"\n<si><t>a</t></si></sst>x",
        KEPALA + b"<si><t>\xff</t></si></sst>", KEPALA + b"<si><t>a</t></si><si><t>b</t></sst>",
        b'<?xml version="1.0" encoding="utf-16"?><sst><si><t>a</t></si></sst>', b"\xff\xfe<\0s\0s\0t\0",
    ],
)  # fmt: skip
def test_what_is_written_otherwise_is_left_to_calamine(isi: bytes) -> None:
    with pytest.raises(TakBiasa):
        baca_teks(isi)


@pytest.mark.parametrize(
    "kepala", [b"<?xml version='1.0'?>", b'<?xml version="1.0" encoding="utf-8"?>', b"<worksheet>"]
)
def test_utf8_is_what_xml_is_without_a_word(kepala: bytes) -> None:
    pastikan_utf8(kepala)
    with pytest.raises(TakBiasa):
        pastikan_utf8(b'<?xml version="1.0" encoding="windows-1252"?>')


@settings(deadline=None)
@given(st.lists(st.text(st.sampled_from("ab &<_x0041\x7f\r\n\t é"), max_size=8), max_size=40), st.booleans())
def test_every_string_is_at_its_place(semua: list[str], utuh: bool) -> None:
    tag = ' xml:space="preserve"' if utuh else ""
    isi = KEPALA + "".join(f"<si><t{tag}>{escape(satu)}</t></si>" for satu in semua).encode() + b"</sst>"
    with pytest.MonkeyPatch.context() as ganti:
        ganti.setattr(xlsx_teks, "_BESAR", 200)
        ganti.setattr(xlsx_teks, "_KECIL", 60)
        hasil = baca_teks(isi)
    aneh = re.compile(r"[&<\r]|_x" if utuh else r"[&<\r]|_x|^$|^[ \t\n]|[ \t\n]$")
    harap = ["" if aneh.search(satu) else satu for satu in semua]
    assert (_semua(hasil), hasil.banyak) == (harap, len(semua))
    assert len(hasil.sisa) >= sum(bool(aneh.search(satu)) and satu != "" for satu in semua)
