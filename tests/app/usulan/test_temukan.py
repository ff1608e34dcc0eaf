"""The list is found as it came, and every row with content is heading, person, or listed with the reason."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.usulan.baca import LembarMentah, Sel
from app.usulan.tempat import pisah_rt_rw, tempat_di_teks
from app.usulan.temukan import Daftar, Lewat, temukan

NIK = [f"62090301016590{n:02d}" for n in range(10, 40)]


def _lembar(baris: Sequence[Sequence[object]], gabungan: Sequence[tuple[int, int, int, int]] = ()) -> LembarMentah:
    isi: list[list[Sel]] = [["" if s is None else s for s in b] for b in baris]  # type: ignore[misc]
    return LembarMentah("Sheet1", baris=[b if any(b) else [] for b in isi], gabungan=list(gabungan))


def _temukan(baris: Sequence[Sequence[object]], gabungan: Sequence[tuple[int, int, int, int]] = ()) -> Daftar:
    daftar = temukan(_lembar(baris, gabungan))
    assert daftar is not None
    return daftar


def _orang(daftar: Daftar) -> list[int]:
    return [n + 1 for n in daftar.orang]


def _lewat(daftar: Daftar) -> list[tuple[int, str]]:
    return [(d.baris, d.sebab.value) for d in daftar.dilewati]


KOP = [["PEMERINTAH DESA KUJAN"], ["KECAMATAN BULIK"], ["DAFTAR USULAN BANTUAN"], []]


def test_a_desas_sheet_as_it_came() -> None:
    daftar = _temukan(
        [
            *KOP,
            ["NO", "NAMA", "NIK", "ALAMAT", None, None],
            [None, None, None, "DUSUN", "RT", "RW"],
            ["1", "2", "3", "4", "5", "6"],
            [1, "ANI", NIK[0], "I", "1", "2"],
            [2, "BUDI", None, "I", "1", "2"],
            [3, None, NIK[1], "I", "1", "2"],
            [4, None, None, None, None, None],
            ["DUSUN II"],
            [5, "CICI", NIK[2]],
            ["NO", "NAMA", "NIK", "ALAMAT"],
            ["NO", "NAMA", "NIK", "DUSUN", "RT", "RW"],
            [None, "DEDI"],
            [6, "EKO", NIK[3]],
            [None, "FIFI"],
            ["JUMLAH", None, None, None, None, 6],
            [],
            [None, "Mengetahui,", None, "Kujan, 5 Januari 2026"],
            [None, "Kepala Desa", None, "Operator"],
            [None, "GATOT", None, "HENDRA"],
            [None, "NIP. 19781211 200604 1 006", "NIP. 197812112006041006"],
            ["1", "Fotokopi KTP"],
        ]
    )
    assert daftar.baris_judul == (5, 6)
    assert [k.bidang for k in daftar.kolom] == ["no", "nama", "nik", "dusun", "rt", "rw"]
    assert _orang(daftar) == [8, 9, 10, 13, 16, 17, 18]
    assert _lewat(daftar) == [
        (1, "kop"), (2, "kop"), (3, "kop"), (7, "nomor_kolom"), (11, "tanpa_isi"), (12, "bagian"), (14, "judul_ulang"),
        (15, "judul_ulang"), (19, "jumlah"), (21, "ekor"), (22, "ekor"), (23, "ekor"), (24, "ekor"), (25, "ekor"),
    ]  # fmt: skip
    assert {n + 1: b for n, b in daftar.bagian.items()} == dict.fromkeys((13, 16, 17, 18), "DUSUN II")
    assert list(tempat_di_teks(daftar.kop)) == [("desa", "KUJAN"), ("kecamatan", "BULIK")]


@pytest.mark.parametrize(
    ("judul", "tinggi", "bidang"),
    [
        # BIP e-KTP: two rows and a third of negative numbers
        (
            [["NO", "Nama Lengkap", "NIK", "Tempat dan Tanggal Lahir", None, "JK"],
             [None, None, None, "Tempat Lahir", "Tgl/Bln/Th", None], [-1, -2, -3, -4, -5, -6]],
            2, ["no", "nama", "nik", "tempat_lahir", "tanggal_lahir", "jenis_kelamin"],
        ),
        ([["NO", "NIK", "NAMA KEPALA KELUARGA", "JENIS KELAMIN"], ["(1)", "(2)", "(3)", "(4)"]], 1,
         ["no", "nik", "nama", "jenis_kelamin"]),
        ([["NO", "NIK", "NAMA", "WALI", None], [None, None, None, "NAMA", "NIK"]], 2,
         ["no", "nik", "nama", "nama_wali", "nik_wali"]),
        ([["Nomor KK", "NIK", "Nama Penduduk", "Kelamin"]], 1, ["no_kk", "nik", "nama", "jenis_kelamin"]),
        ([["NO", "NAMA PENERIMA", "N.I.K", "UMUR"]], 1, ["no", "nama", "nik", "umur"]),
    ],
)  # fmt: skip
def test_headings_of_real_lists(judul: list[list[object]], tinggi: int, bidang: list[str]) -> None:
    isi = {"no": "1", "nik": NIK[0], "no_kk": NIK[1], "jenis_kelamin": "L", "umur": "40", "tanggal_lahir": "01-01-1965"}
    orang = [[isi.get(b, "ANI") for b in bidang], [isi.get(b, "BUDI").replace("6590", "6680") for b in bidang]]
    daftar = _temukan([*KOP, *judul, *orang])
    assert daftar.baris_judul == (5, 4 + tinggi)
    assert [k.bidang for k in daftar.kolom] == bidang
    assert len(daftar.orang) == 2


def test_merged_cells_prove_the_height_of_a_heading() -> None:
    baris = [["NO", "NAMA", "NIK", "LAIN", None], [None, None, None, "SATU", "DUA"], [1, "ANI", NIK[0], "x", "y"]]
    daftar = _temukan(baris, [(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 1, 2), (0, 3, 0, 4)])
    assert daftar.baris_judul == (1, 2)
    assert [k.judul for k in daftar.kolom[3:]] == ["LAIN SATU", "LAIN DUA"]


def test_a_list_without_heading_is_known_by_its_content() -> None:
    daftar = _temukan([[NIK[0], "ANI", "L"], [NIK[1], "BUDI", "P"], [NIK[2], "CICI", "P"]])
    assert daftar.baris_judul == (0, 0)
    assert [k.bidang for k in daftar.kolom] == ["nik", "nama", "jenis_kelamin"]


@pytest.mark.parametrize(
    "baris",
    [
        [],
        [["Surat undangan"], ["Rapat", "Senin"]],
        [["NO", "NIK", "NAMA"]],
        [["KODE", "NAMA DESA"], ["62.09", "KUJAN"]],
        [["NO", "KEGIATAN", "ANGGARAN"], [1, "Rapat", 5_000_000]],
    ],
)
def test_what_holds_no_people(baris: list[list[object]]) -> None:
    assert temukan(_lembar(baris)) is None


def test_what_is_left_out_is_shown_without_numbers_of_people() -> None:
    daftar = _temukan(
        [["NO. KK : 62.09.03.020216.9001"], ["NO", "NAMA", "NIK"], [1, "ANI", NIK[0]], [], [f"NB {NIK[1]}"]]
    )
    assert [(d.baris, d.isi) for d in daftar.dilewati] == [
        (1, "NO. KK : 620903•••••• 9001"),
        (5, f"NB 620903•••••• {NIK[1][-4:]}"),
    ]
    assert daftar.isian[2][3].sel == "62.09.03.020216.9001"


def test_names_alone_at_the_end_are_people_unless_a_gap_parts_them() -> None:
    daftar = _temukan([["NO", "NAMA", "NIK"], [1, "ANI", NIK[0]], [None, "BUDI"], [], [None, "CICI"]])
    assert _orang(daftar) == [2, 3]
    assert _lewat(daftar) == [(5, "ekor")]


def test_a_list_without_any_identifier_still_has_its_people() -> None:
    daftar = _temukan([["NAMA", "TTL", "ALAMAT"], ["ANI", "Kujan, 1-1-1965", "RT 1"], ["BUDI", None, "RT 2"]])
    assert _orang(daftar) == [2, 3]


SEL = st.one_of(
    st.just(""),
    st.sampled_from(
        [
            "NO",
            "NAMA",
            "NIK",
            "ALAMAT",
            "JUMLAH",
            "ANI",
            "BUDI",
            NIK[0],
            "1",
            "DESA KUJAN",
            "Mengetahui",
            "NIP. 1978",
            "L",
        ]
    ),
    st.text(max_size=6),
    st.integers(-3, 30).map(float),
)


@settings(deadline=None, max_examples=150)
@given(st.lists(st.lists(SEL, max_size=6), max_size=25))
def test_no_row_is_dropped_in_silence(acak: list[list[object]]) -> None:
    baris = [["NO", "NAMA", "NIK", "ALAMAT"], [1.0, "ANI", NIK[5], "x"], *acak, [2.0, "BUDI", NIK[6], "y"]]
    daftar = temukan(_lembar(baris))
    assert daftar is not None
    awal, akhir = daftar.baris_judul
    berisi = {n + 1 for n, b in enumerate(daftar.lembar.baris) if b and any(str(s).strip() for s in b)}
    dilewati = {d.baris for d in daftar.dilewati}
    assert berisi - set(range(awal, akhir + 1)) <= set(_orang(daftar)) | dilewati
    assert not set(_orang(daftar)) & dilewati
    assert all(isinstance(d.sebab, Lewat) for d in daftar.dilewati)


@pytest.mark.parametrize(
    ("tulisan", "rt", "rw"),
    [("003/001", "003", "001"), ("RT 3 RW 1", "003", "001"), ("Jl. Merdeka RT.003/RW.001", "003", "001"),
     ("RT/RW 01/02", "001", "002"), ("RT 004 RW -", "004", ""), ("-", "", ""), ("Jl. Arta 5", "", ""),
     ("Jl. X RT003/RW001", "003", "001"), ("RT 03/02 Dusun I", "003", "002"), ("rt05rw02", "005", "002"),
     ("R.T. 3 R.W. 1", "003", "001"), ("RT-03 RW-01", "003", "001"), ("Jl. Kartini 5", "", ""),
     ("RT 3/2/2020", "003", ""),
     ("3-1", "003", "001"), ("rt. 12", "012", ""), ("RT 0", "", "")],
)  # fmt: skip
def test_rt_and_rw_are_split(tulisan: str, rt: str, rw: str) -> None:
    assert pisah_rt_rw(tulisan) == (rt, rw)


@pytest.mark.parametrize(
    ("tulisan", "tempat"),
    [
        ("PEMERINTAH DESA KUJAN", [("desa", "KUJAN")]),
        ("DESA/KELURAHAN : Nanga Bulik", [("desa", "NANGA BULIK")]),
        ("KANTOR KEPALA DESA KUJAN KECAMATAN BULIK", [("desa", "KUJAN"), ("kecamatan", "BULIK")]),
        ("Kelurahan Nanga Bulik, Kec. Bulik Kab. Lamandau", [("desa", "NANGA BULIK"), ("kecamatan", "BULIK")]),
        ("DATA DESA BAKONSU TAHUN 2026", [("desa", "BAKONSU")]),
        ("USULAN DS. KUJAN - BULIK", [("desa", "KUJAN - BULIK"), ("desa", "KUJAN")]),
        ("PEMDES KUJAN", [("desa", "KUJAN")]),
        ("DESA : 62.09.03.2004 KUJAN", [("desa", "62.09.03.2004"), ("desa", "KUJAN")]),
        ("USULAN DESA TAHUN 2026", []),
        ("DAFTAR USULAN", []),
    ],
)
def test_titles_name_the_place(tulisan: str, tempat: list[tuple[str, str]]) -> None:
    assert list(tempat_di_teks([tulisan])) == tempat
