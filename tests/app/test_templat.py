"""The office's own words: kept by version, checked, given back, and never mixed with those of an older paper."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import select

from app.bahasa.galat import kalimat
from app.dokumen.isi import Permintaan
from app.dokumen.naskah import baca_naskah, bidang_asing, isi_kata, isi_percobaan, paragraf, rupa_naskah
from app.kerja import Kerja
from app.templat import (
    daftar_templat,
    kata_naskah,
    pakai_templat,
    periksa_templat,
    riwayat_templat,
    simpan_templat,
    templat,
)
from db.galat import BugError, KnownError
from db.model import TemplatNaskah
from tests.helpers.toko import KantorUji

FAKTA = {
    "kegiatan": "Bansos Uji Tahun 2026", "usulan": "Usulan Bansos Uji", "desa": "Desa Guci", "jumlah": "2 (dua)",
    "kantor": "Dinas Sosial",
}  # fmt: skip
HAL = "Pengembalian berkas {desa}"


def _isi(kode: str = "pengembalian", **ubah: str) -> dict[str, str]:
    """Return the shipped words as an editor holds them, some sections changed."""
    return {k: "\n\n".join(v) for k, v in baca_naskah(kode).items()} | ubah


def _hal(kerja: Kerja, minta: Permintaan | None = None) -> str:
    (hal,) = kata_naskah(kerja, "pengembalian", FAKTA, minta or Permintaan())["hal"]
    return hal


def test_shipped_words_hold_until_the_office_writes_its_own(uji: KantorUji) -> None:
    with uji.menulis("admin") as kerja:
        assert _hal(kerja) == "Pengembalian Usulan Bansos Uji"
        assert (templat(kerja, "pengembalian").revisi, templat(kerja, "pengembalian").milik_kantor) == (0, False)
        assert simpan_templat(kerja, "pengembalian", _isi(hal=HAL)) == 1
        assert _hal(kerja) == "Pengembalian berkas Desa Guci"
        assert templat(kerja, "pengembalian").milik_kantor


def test_every_version_stays_and_can_be_asked_for(uji: KantorUji) -> None:
    with uji.menulis("admin") as kerja:
        pakai_templat(kerja, "pengembalian")
        simpan_templat(kerja, "pengembalian", _isi(hal=HAL))
        simpan_templat(kerja, "pengembalian", _isi(hal="Kembali"))
        assert simpan_templat(kerja, "pengembalian", _isi()) == 4
        assert [_hal(kerja, Permintaan(revisi=r)) for r in (1, 2, 3, 4)] == [
            "Pengembalian Usulan Bansos Uji", "Pengembalian berkas Desa Guci", "Kembali",
            "Pengembalian Usulan Bansos Uji",
        ]  # fmt: skip
        assert _hal(kerja) == "Pengembalian Usulan Bansos Uji"
        assert [t.revisi for t in riwayat_templat(kerja, "pengembalian")] == [4, 3, 2, 1]
        assert [t.milik_kantor for t in riwayat_templat(kerja, "pengembalian")] == [False, True, True, False]


def test_the_same_words_are_kept_once(uji: KantorUji) -> None:
    with uji.menulis("admin") as kerja:
        assert simpan_templat(kerja, "sk", _isi("sk", tentang="Penerima {kegiatan}")) == 1
        assert simpan_templat(kerja, "sk", _isi("sk", tentang="Penerima  {kegiatan}\n")) == 1
        assert pakai_templat(kerja, "sk") == 1
        assert len(kerja.sesi.exec(select(TemplatNaskah)).all()) == 1


def test_a_newer_program_s_words_take_over_but_the_old_print_keeps_its_own(uji: KantorUji) -> None:
    with uji.menulis("admin") as kerja:
        kerja.sesi.add(
            TemplatNaskah(
                kantor_id=kerja.kantor.id,
                kode="pengembalian",
                revisi=1,
                isi={"asal": "bawaan", "kata": {"hal": ["Kata lama {desa}"]}},
            )
        )
        kerja.sesi.flush()
        assert _hal(kerja) == "Pengembalian Usulan Bansos Uji"
        assert _hal(kerja, Permintaan(revisi=1)) == "Kata lama Desa Guci"
        assert pakai_templat(kerja, "pengembalian") == 2


@pytest.mark.parametrize(
    ("bagian", "teks", "kode"),
    [
        ("hal", "Untuk {nama_ibu}", "naskah_bidang_asing"),
        ("hal", "Untuk {desa", "naskah_bidang_asing"),
        ("hal", "Untuk {desa.__class__}", "naskah_bidang_asing"),
        ("hal", "Untuk {desa!r}", "naskah_bidang_asing"),
        ("hal", "  \n ", "naskah_bagian_kosong"),
        ("hal", "Satu\n\nDua", "naskah_satu_alinea"),
    ],
)
def test_words_that_cannot_be_printed_are_refused(uji: KantorUji, bagian: str, teks: str, kode: str) -> None:
    isi = _isi(**{bagian: teks})
    assert periksa_templat("pengembalian", isi)[bagian].kode == kode
    with uji.menulis("admin") as kerja:
        with pytest.raises(KnownError) as salah:
            simpan_templat(kerja, "pengembalian", isi)
        assert salah.value.kode == kode
        assert "Hal" in kalimat(salah.value)
        assert templat(kerja, "pengembalian").revisi == 0


def test_only_who_sets_up_the_office_changes_words(uji: KantorUji) -> None:
    with uji.menulis("staf") as kerja, pytest.raises(KnownError) as salah:
        simpan_templat(kerja, "sk", _isi("sk"))
    assert salah.value.kode == "tidak_berwenang"


def test_an_unknown_text_or_version_is_named(uji: KantorUji) -> None:
    with uji.membaca() as kerja:
        for panggil in (lambda: templat(kerja, "tidak-ada"), lambda: templat(kerja, "sk", 7)):
            with pytest.raises(KnownError) as salah:
                panggil()
            assert salah.value.kode == "naskah_tidak_ada"


def test_facts_that_a_text_may_use_must_all_be_there(uji: KantorUji) -> None:
    with uji.membaca() as kerja, pytest.raises(BugError, match="desa"):
        kata_naskah(kerja, "pengembalian", {"kegiatan": "A"}, Permintaan())


def test_a_text_being_tried_says_what_would_not_be_printed(uji: KantorUji) -> None:
    coba = {"hal": ("Hal {desa}",), "pembuka": ("Ada {jumlah}.", "Salah {entah}."), "penutup": ("Selesai.",)}
    with uji.membaca() as kerja:
        hasil = kata_naskah(kerja, "pengembalian", FAKTA | {"jumlah": ""}, Permintaan(kata=coba))
    assert hasil["hal"] == ("Hal Desa Guci",)
    assert hasil["pembuka"][0].startswith("[tidak dicetak pada kegiatan ini, kosong: Jumlah orang]")
    assert hasil["pembuka"][1].startswith("[{entah} bukan isian naskah ini]")


def test_a_needed_section_is_never_missing_on_paper(uji: KantorUji) -> None:
    with uji.menulis("admin") as kerja:
        simpan_templat(kerja, "pengembalian", _isi(hal="{jumlah}"))
        assert kata_naskah(kerja, "pengembalian", FAKTA | {"jumlah": ""}, Permintaan())["hal"] == ("",)


def test_a_fact_of_several_lines_makes_a_paragraph_of_each() -> None:
    assert isi_kata({"a": ("{x}", "sesudah")}, {"x": "satu\ndua"}) == {"a": ("satu", "dua", "sesudah")}


def test_all_texts_are_listed_with_their_titles(uji: KantorUji) -> None:
    with uji.membaca() as kerja:
        assert [t.kode for t in daftar_templat(kerja)] == list(rupa_naskah())


@pytest.mark.parametrize("kode", sorted(rupa_naskah()))
def test_sections_and_fields_of_a_shipped_text_are_those_that_are_described(kode: str) -> None:
    rupa = rupa_naskah()[kode]
    assert {b.kode for b in rupa.bagian} == set(baca_naskah(kode))
    assert periksa_templat(kode, _isi(kode)) == {}


kata_bebas = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=60)


@given(kata_bebas, st.dictionaries(st.sampled_from(("kegiatan", "desa")), kata_bebas))
def test_filling_in_never_runs_and_never_leaves_a_field(teks: str, nilai: dict[str, str]) -> None:
    fakta = {"kegiatan": "K", "desa": "D"} | {k: v.replace("{", "").replace("}", "") for k, v in nilai.items()}
    alinea = paragraf(teks + " {desa}")
    if any(bidang_asing(p, fakta) for p in alinea):
        hasil = isi_percobaan("kuasa", {"a": alinea}, {"kegiatan": "", "desa": "", "nama": "", "kantor": ""})
        assert all(p.startswith("[") or "{" not in p for p in hasil["a"])
    else:
        assert not [p for p in isi_kata({"a": alinea}, fakta)["a"] if "{" in p or "}" in p]
