"""Mappings with a name: kept, chosen, renamed, forgotten, and carried to another office without a word about people."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.usulan import pemetaan as p
from app.usulan.bentuk import HasilImpor
from app.usulan.ingatan import Ingatan
from app.usulan.periksa import periksa_ulang, ubah_dengan_pemetaan, ubah_kolom
from app.usulan.peta import sidik_judul
from db.galat import KnownError
from tests.app.usulan.conftest import MejaImpor, orang
from tests.app.usulan.korpus import NIK
from tests.helpers import lembar as buat
from tests.helpers.lembar import Lembar

ASING = ["URUT", "SIAPA", "PENGENAL", "DARI MANA"]


def _asing(meja: MejaImpor, *judul: str, nama: str = "asing.xlsx", baris: Any = None) -> Any:
    isi = baris or [[1, "ANI RUDIN", NIK[1], "Guci"], [2, "BUDI RUDIN", NIK[2], "Guci"]]
    return meja.mentah(buat.xlsx(Lembar([judul or ASING, *isi])), nama)


def _bidang(hasil: HasilImpor) -> list[str | None]:
    daftar = hasil.berkas[0].lembar[0].daftar
    assert daftar is not None
    return [k.bidang for k in daftar.kolom]


def _simpan(meja: MejaImpor, nama: str = "Daftar Guci") -> Any:
    """Map the strange list by hand and keep that under a name."""
    hasil = meja.periksa(_asing(meja))
    with meja.uji.menulis("operator") as kerja:
        ubah_kolom(kerja, hasil, 0, "Sheet1", 3, "desa")
        return p.simpan_pemetaan(kerja, nama, hasil, 0, "Sheet1")


def test_a_mapping_is_kept_under_a_name_and_chosen_for_a_file(meja: MejaImpor) -> None:
    _simpan(meja)
    with meja.uji.membaca("operator") as kerja:
        (satu,) = p.daftar_pemetaan(kerja)
        assert satu.nama == "Daftar Guci"
        assert satu.kolom == {"URUT": "no", "SIAPA": "nama", "PENGENAL": "nik", "DARI MANA": "desa"}
        assert satu.bidang == ("Nomor urut", "Nama", "NIK", "Desa/kelurahan")
        assert p.cari_pemetaan(kerja, " daftar guci ") == satu
    lain = _asing(meja, "SIAPA", "ANU", "DARI MANA", nama="lain.xlsx", baris=[["ANI RUDIN", NIK[1]], ["EKA", NIK[2]]])
    hasil = meja.periksa(lain, pemetaan=satu.kolom)
    assert _bidang(hasil) == ["nama", "nik", "desa"]


def test_headings_that_were_confirmed_find_a_list_that_nothing_else_would(meja: MejaImpor) -> None:
    tanpa_nik = [[1, "ANI RUDIN", None, "Guci"], [2, "BUDI RUDIN", None, "Guci"]]
    berkas = _asing(meja, nama="kosong.xlsx", baris=tanpa_nik)
    assert meja.periksa(berkas).berkas[0].galat is not None
    hasil = meja.periksa(berkas, pemetaan={"SIAPA": "nama", "PENGENAL": "nik"})
    assert [b.nama for b in hasil.baris] == ["ANI RUDIN", "BUDI RUDIN"]
    _simpan(meja)
    assert len(list(meja.periksa(berkas).baris)) == 2  # kept under a name, it is remembered


def test_a_mapping_is_applied_to_a_preview_and_can_be_remembered(meja: MejaImpor) -> None:
    _simpan(meja)
    hasil = meja.periksa(meja.berkas([orang(1)]))
    with meja.uji.membaca("operator") as kerja, pytest.raises(KnownError, match="pemetaan_tak_cocok"):
        ubah_dengan_pemetaan(kerja, hasil, {"SIAPA": "nama"}, "Daftar Guci")
    with meja.uji.membaca("operator") as kerja:
        ubah_dengan_pemetaan(kerja, hasil, {"PEKERJAAN": "keterangan"}, "Lain")
    assert next(hasil.baris).nilai["keterangan"] == "Petani"
    assert hasil.pilihan_kolom == {(0, "Sheet1"): {9: "keterangan"}}


def test_names_are_unique_and_can_change(meja: MejaImpor) -> None:
    pemetaan_id = _simpan(meja)
    with pytest.raises(KnownError, match="pemetaan_sudah_ada"):
        _simpan(meja, "DAFTAR  GUCI")
    lain = _simpan(meja, "Lain")
    with meja.uji.menulis("operator") as kerja:
        with pytest.raises(KnownError, match="pemetaan_sudah_ada"):
            p.ganti_nama_pemetaan(kerja, lain, "daftar guci")
        with pytest.raises(KnownError, match="isian_kosong"):
            p.ganti_nama_pemetaan(kerja, lain, "  ")
        p.ganti_nama_pemetaan(kerja, lain, "Kedua")
        p.hapus_pemetaan(kerja, pemetaan_id)
    with meja.uji.menulis("operator") as kerja:
        assert [s.nama for s in p.daftar_pemetaan(kerja)] == ["Kedua"]
        for perbuatan in (p.hapus_pemetaan, p.ekspor_pemetaan):
            with pytest.raises(KnownError, match="pemetaan_tidak_ada"):
                perbuatan(kerja, pemetaan_id)
        with pytest.raises(KnownError, match="pemetaan_tidak_ada"):
            p.cari_pemetaan(kerja, "daftar guci")


def test_only_who_imports_keeps_mappings(meja: MejaImpor) -> None:
    pemetaan_id = _simpan(meja)
    with meja.uji.menulis("admin") as kerja:
        for gagal in (
            lambda: p.hapus_pemetaan(kerja, pemetaan_id),
            lambda: p.ganti_nama_pemetaan(kerja, pemetaan_id, "x"),
            lambda: p.impor_pemetaan(kerja, p.ekspor_pemetaan(kerja, pemetaan_id), "a.json", timpa=True),
        ):
            with pytest.raises(KnownError, match="tidak_berwenang"):
                gagal()


def test_a_file_carries_headings_and_nothing_of_the_rows(meja: MejaImpor) -> None:
    pemetaan_id = _simpan(meja)
    with meja.uji.menulis("operator") as kerja:
        isi = p.ekspor_pemetaan(kerja, pemetaan_id)
        p.hapus_pemetaan(kerja, pemetaan_id)
    data = json.loads(isi)
    assert data == {
        "jenis": "salur-pemetaan-kolom", "versi": 1, "nama": "Daftar Guci",
        "kolom": {"URUT": "no", "SIAPA": "nama", "PENGENAL": "nik", "DARI MANA": "desa"},
    }  # fmt: skip
    assert b"RUDIN" not in isi
    assert NIK[1].encode() not in isi
    with meja.uji.menulis("operator") as kerja:
        p.impor_pemetaan(kerja, b"\xef\xbb\xbf" + isi, "guci.pemetaan.json")
        with pytest.raises(KnownError, match="pemetaan_sudah_ada"):
            p.impor_pemetaan(kerja, isi, "guci.pemetaan.json")
        data["kolom"]["DARI MANA"] = None
        p.impor_pemetaan(kerja, json.dumps(data).encode(), "guci.pemetaan.json", timpa=True)
        assert p.cari_pemetaan(kerja, "Daftar Guci").kolom["DARI MANA"] is None


def test_a_row_taken_for_a_heading_is_not_kept() -> None:
    isi = {"jenis": p.JENIS, "versi": 1, "nama": "x", "kolom": {"NAMA": "nama", f"ANI {NIK[1]}": "nik"}}
    assert p.baca_pemetaan(json.dumps(isi).encode(), "a.json") == ("x", {"NAMA": "nama"})


@pytest.mark.parametrize(
    ("isi", "kode"),
    [
        (b"", "rusak"),
        (b"[]", "rusak"),
        (b"\xff\xfe", "rusak"),
        (b'{"jenis": "lain"}', "rusak"),
        (b" " * 70_000, "rusak"),
        (b'{"jenis": "salur-pemetaan-kolom", "versi": 2, "nama": "x", "kolom": {}}', "baru"),
        (b'{"jenis": "salur-pemetaan-kolom", "versi": "1", "nama": "x", "kolom": {"A": "nik"}}', "rusak"),
        (b'{"jenis": "salur-pemetaan-kolom", "versi": 1, "nama": " ", "kolom": {"A": "nik"}}', "rusak"),
        (b'{"jenis": "salur-pemetaan-kolom", "versi": 1, "nama": "x", "kolom": {"A": "entah"}}', "rusak"),
        (b'{"jenis": "salur-pemetaan-kolom", "versi": 1, "nama": "x", "kolom": ["A"]}', "rusak"),
        (b'{"jenis": "salur-pemetaan-kolom", "versi": 1, "nama": "x", "kolom": {"A": ["nik"]}}', "rusak"),
        (b"[" * 60_000, "rusak"),
    ],
)
def test_files_that_are_no_mapping_are_refused(isi: bytes, kode: str) -> None:
    with pytest.raises(KnownError) as tolak:
        p.baca_pemetaan(isi, "a.json")
    assert tolak.value.kode == f"pemetaan_{kode}"


@given(st.binary(max_size=200))
def test_any_bytes_are_a_mapping_or_refused(isi: bytes) -> None:
    with pytest.raises(KnownError):
        p.baca_pemetaan(isi, "a.json")


JUDUL = ["NO", "NAMA", "NIK", "ANU", "ITU"]
LAMA = {"NO": "no", "NAMA": "nama", "NIK": "nik", "ANU": "nama_wali", "ITU": "desa"}


def test_a_layout_that_is_nearly_the_same_is_remembered_for_its_sender() -> None:
    ingatan = Ingatan({sidik_judul(JUDUL): LAMA}, [(LAMA, "Desa Kujan")], {}, "Desa Kujan")
    assert ingatan.untuk(JUDUL) == LAMA
    mirip = ["NO", "NAMA", "NIK", "ANU", "BARU"]  # four of five
    assert ingatan.untuk(mirip) == LAMA
    assert Ingatan(ingatan.persis, ingatan.semua, {}, "Desa Guci").untuk(mirip) == {}
    assert Ingatan(ingatan.persis, ingatan.semua).untuk([*JUDUL, "BARU"]) == LAMA  # all of them, and one more
    assert ingatan.untuk(["NAMA", "NIK"]) == {}
    assert ingatan.untuk([]) == {}


def test_a_chosen_mapping_comes_first() -> None:
    ingatan = Ingatan({sidik_judul(JUDUL): LAMA}, [(LAMA, "")], {"ANU": None})
    assert ingatan.untuk(JUDUL)["ANU"] is None
    assert ingatan.kenal()["ITU"] == "desa"


def test_the_memory_of_an_import_and_a_named_mapping_live_side_by_side(meja: MejaImpor) -> None:
    pemetaan_id = _simpan(meja)
    hasil = meja.periksa(_asing(meja))
    assert _bidang(hasil) == ["no", "nama", "nik", "desa"]
    with meja.uji.membaca("operator") as kerja:
        ubah_kolom(kerja, hasil, 0, "Sheet1", 3, "alamat")
    meja.simpan(hasil)
    with meja.uji.membaca("operator") as kerja:
        assert p.cari_pemetaan(kerja, "Daftar Guci").id == pemetaan_id
        assert p.cari_pemetaan(kerja, "Daftar Guci").kolom["DARI MANA"] == "desa"
        assert p.muat_ingatan(kerja).untuk(ASING)["DARI MANA"] == "alamat"
        assert periksa_ulang(kerja, hasil).ringkasan.baris == 2
