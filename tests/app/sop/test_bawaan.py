"""The shipped SOPs say what their documents say, word for word, and nothing that the documents do not."""

import json
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest

from app.sop.definisi import Aksi, Butir, DefinisiSop, Fakta, Sisi, Waktu
from app.sop.muat import BAWAAN, daftar_bawaan, dari_json, ke_json, muat_bawaan, sidik, tulis
from db.istilah import SifatKelengkapan, SumberSop
from reports.daftar_cetak import DAFTAR
from resources import berkas

SUMBER = Path(__file__).parent / "sumber"


def kata(teks: str) -> str:
    """Bring a text to one line without markup and runs of spaces."""
    return " ".join(re.sub(r"<[^>]*>", " ", teks).replace("|", " ").split())


def butir(nilai: Any, jalan: str = "") -> Iterator[tuple[str, Butir]]:
    """Walk through a definition and give every piece of text with its path."""
    if isinstance(nilai, Butir):
        yield jalan, nilai
    elif isinstance(nilai, tuple):
        for ke, anak in enumerate(nilai, 1):
            yield from butir(anak, f"{jalan} {ke}")
    elif is_dataclass(nilai):
        for bidang in fields(nilai):
            yield from butir(getattr(nilai, bidang.name), f"{jalan}/{bidang.name}")


@pytest.fixture(params=BAWAAN)
def sop(request: pytest.FixtureRequest) -> DefinisiSop:
    return muat_bawaan(request.param)


def test_words_of_the_source_stand_in_the_source(sop: DefinisiSop) -> None:
    naskah = kata((SUMBER / sop.berkas_sumber).read_text(encoding="utf-8"))
    for jalan, isi in butir(sop):
        if isi.sumber is SumberSop.SOP and isi.teks is not None:
            for potongan in isi.teks.split("\n"):
                assert kata(potongan) in naskah, f"{jalan}: {potongan!r}"


def test_only_the_source_can_be_corrected_or_blank(sop: DefinisiSop) -> None:
    for jalan, isi in butir(sop):
        if isi.sumber is not SumberSop.SOP:
            assert isi.teks, jalan
            assert isi.koreksi is None, jalan
        assert isi.koreksi is None or isi.koreksi != isi.asli, jalan


def test_every_cell_of_the_table_is_taken(sop: DefinisiSop) -> None:
    """What stands in the rows of the source but in no step would have been dropped in silence."""
    baris = {isi.asli for langkah in sop.langkah for _, isi in butir(langkah) if isi.sumber is SumberSop.SOP}
    naskah = (SUMBER / sop.berkas_sumber).read_text(encoding="utf-8")
    for sel in re.findall(r"(?m)^\d\.?\t(\D.+)$", naskah):
        for isi in filter(None, map(kata, sel.split("\t"))):
            assert isi in baris


def test_the_file_is_canonical_and_goes_round(sop: DefinisiSop) -> None:
    teks = berkas("sop", f"{sop.kode}.json").read_text(encoding="utf-8")
    assert tulis(sop) == teks
    assert ke_json(sop) == json.loads(teks)
    assert dari_json(ke_json(sop), nama="salinan") == sop


def test_times_read_as_the_source_writes_them(sop: DefinisiSop) -> None:
    waktu: list[Waktu] = [langkah.waktu for langkah in sop.langkah]
    assert [w.teks.asli.lower() for w in waktu] == [f"{w.nilai} {w.satuan}" for w in waktu]
    assert all(w.sumber_basis is SumberSop.ANGGAPAN for w in waktu)


def test_only_documents_of_the_source_block(sop: DefinisiSop) -> None:
    for langkah in sop.langkah:
        for dokumen in langkah.dokumen:
            wajib = dokumen.sifat is SifatKelengkapan.WAJIB
            assert wajib == (dokumen.nama.sumber is SumberSop.SOP), (langkah.urutan, dokumen.kode)


def test_outside_parties_have_someone_who_records(sop: DefinisiSop) -> None:
    luar = [peran for peran in sop.peran if peran.sisi is Sisi.LUAR]
    assert luar
    assert all(sop.peran_kode(peran.dicatat_oleh or "").sisi is Sisi.DALAM for peran in luar)


def test_effective_date_is_blank_everywhere(sop: DefinisiSop) -> None:
    assert sop.kepala.tanggal_efektif.teks is None


def test_four_ship_in_the_order_of_their_documents() -> None:
    assert [(sop.kode, len(sop.langkah)) for sop in daftar_bawaan()] == [
        ("rehsos", 9),
        ("uep", 6),
        ("dtks", 9),
        ("balakas", 5),
    ]
    assert len({sidik(sop) for sop in daftar_bawaan()}) == 4


def test_every_action_is_used_and_every_step_has_its_own() -> None:
    assert {langkah.aksi for sop in daftar_bawaan() for langkah in sop.langkah} == set(Aksi)
    assert Fakta.DITOLAK_SISTEM in {langkah.cabang.penentu for langkah in muat_bawaan("dtks").langkah if langkah.cabang}


def test_rehsos_has_no_name_and_its_title_stands_in() -> None:
    sop = muat_bawaan("rehsos")
    assert sop.kepala.nama.teks is None
    assert sop.nama.startswith("Bantuan Sosial Kepada Penyandang Disabilitas")
    assert sop.kepala.tanggal_revisi.asli == "30 Nopember 2023"
    assert sop.kepala.tanggal_revisi.tampil == "30 November 2023"
    assert [b.nama.tampil for b in sop.langkah_ke(7).barang] == ["Buku tabungan", "Kartu ATM", "Kartu Brizzi"]


def test_uep_conditions_became_eligibility_rules() -> None:
    aturan = muat_bawaan("uep").aturan
    assert aturan.satu_kk
    assert not muat_bawaan("rehsos").aturan.satu_kk
    assert [syarat.kode for syarat in aturan.kelayakan] == [
        "keluarga_miskin",
        "memiliki_usaha",
        "fc_kk_ktp",
        "usia_produktif",
        "sptjm",
    ]


def test_balakas_keeps_the_labels_and_titles_of_its_table() -> None:
    sop = muat_bawaan("balakas")
    assert [langkah.label for langkah in sop.langkah] == ["1", "2", "3", "3", "3"]
    assert [langkah.urutan for langkah in sop.langkah] == [1, 2, 3, 4, 5]
    assert sop.kolom.kegiatan.asli == "AKTIVITAS"
    assert sop.kolom.nomor == tuple(str(n) for n in range(1, 11))
    assert sop.langkah_ke(1).kelengkapan.asli.startswith("- Self copy")
    assert sop.langkah_ke(1).kelengkapan.tampil.startswith("- Soft copy")


def test_dtks_branches_after_the_answer_of_siks() -> None:
    sop = muat_bawaan("dtks")
    cabang = sop.langkah_ke(4).cabang
    assert cabang is not None
    assert (cabang.ya, cabang.tidak) == (5, 6)
    assert (cabang.sumber_ya, cabang.sumber_tidak) == (SumberSop.SOP, SumberSop.ANGGAPAN)
    assert [langkah.urutan for langkah in sop.langkah if langkah.per_usulan] == [1, 2]
    assert sop.langkah_ke(5).kegiatan.asli.startswith("Tindak Lanjut Masuk Penclakan")


def test_step_outside_the_sop_is_an_error() -> None:
    with pytest.raises(IndexError):
        muat_bawaan("uep").langkah_ke(0)
    with pytest.raises(KeyError):
        muat_bawaan("uep").peran_kode("camat")


def test_a_step_offers_only_papers_that_salur_can_print() -> None:
    ditawarkan = {kode for sop in daftar_bawaan() for langkah in sop.langkah for kode in langkah.cetak}
    assert ditawarkan <= set(DAFTAR)
