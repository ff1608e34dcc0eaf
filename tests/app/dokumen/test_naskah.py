"""The wording of documents and its fields."""

import json

import pytest

from app.dokumen.naskah import BIDANG, baca_naskah, isi_kata, isi_paragraf, rupa_naskah, tanpa_ulang
from db.galat import BugError
from resources import berkas

SEMUA = sorted(b.name.removesuffix(".txt") for b in berkas("naskah").iterdir() if b.name.endswith(".txt"))


@pytest.mark.parametrize("kode", SEMUA)
def test_every_text_has_sections_and_paragraphs(kode: str) -> None:
    assert all(baca_naskah(kode).values())


@pytest.mark.parametrize("kode", SEMUA)
def test_every_field_is_filled_in(kode: str) -> None:
    bidang = {b for p in baca_naskah(kode).values() for t in p for b in BIDANG.findall(t)}
    terisi = isi_kata(baca_naskah(kode), dict.fromkeys(bidang, "ISI"))
    assert not [t for p in terisi.values() for t in p if "{" in t]
    assert all(terisi.values())


def test_every_described_field_is_offered_somewhere() -> None:
    semua = json.loads(berkas("naskah", "daftar.json").read_text(encoding="utf-8"))
    assert set(semua["bidang"]) == {b for r in rupa_naskah().values() for b in r.bidang}
    assert list(semua["bidang"]) == sorted(semua["bidang"])


def test_a_paragraph_without_its_fact_is_left_out() -> None:
    assert isi_paragraf("Sebanyak {belum} penerima.", {"belum": ""}) == ""
    assert isi_paragraf("Sebanyak {belum} penerima.", {"belum": "3"}) == "Sebanyak 3 penerima."


def test_an_unknown_field_is_a_bug() -> None:
    with pytest.raises(BugError, match="lain"):
        isi_paragraf("{lain}", {})


@pytest.mark.parametrize(
    ("sebelum", "nilai", "hasil"),
    [
        ("Penyaluran ", "Penyaluran BALAKAS 2026", "BALAKAS 2026"),
        ("Jadwal penyaluran ", "Penyaluran BALAKAS", "BALAKAS"),
        ("Penyaluran ", "Bansos Uji", "Bansos Uji"),
        ("sejumlah 2 ", "2 orang", "2 orang"),
        ("Bantuan ", "Bantuan", "Bantuan"),
        ("", "Bantuan Sosial", "Bantuan Sosial"),
        ("Pra", "Pra Kerja", "Pra Kerja"),
    ],
)
def test_a_word_that_text_and_fact_share_is_said_once(sebelum: str, nilai: str, hasil: str) -> None:
    assert tanpa_ulang(sebelum, nilai) == hasil
