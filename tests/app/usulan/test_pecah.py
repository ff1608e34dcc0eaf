"""Several lists in one sheet: each is found, no row falls between two of them, and nothing hostile makes it slow."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from app.usulan.baca import LembarMentah, Sel
from app.usulan.pecah import DAFTAR_MAKS, temukan_semua
from app.usulan.urai import Pedoman, Pengurai
from tests.app.usulan.korpus import NIK

SATU, LAIN = ["NO", "NAMA", "NIK"], ["NO", "NIK", "NAMA", "NO KK"]
KK = "6209030202169001"


def _lembar(*baris: list[Sel]) -> LembarMentah:
    return LembarMentah("Sheet1", baris=[list(b) for b in baris])


def _orang(lembar: LembarMentah) -> list[tuple[str, list[int]]]:
    return [(d.lembar.nama, [n + 1 for n in d.orang]) for d in temukan_semua(lembar)]


def test_lists_keep_their_row_numbers_and_get_names_of_their_own() -> None:
    lembar = _lembar(["DESA KUJAN"], SATU, [1.0, "ANI", NIK[1]], [], ["B. YATIM"], LAIN, [1.0, NIK[2], "BUDI", KK])
    assert _orang(lembar) == [("Sheet1", [3]), ("Sheet1 · daftar 2", [7])]
    satu, dua = temukan_semua(lembar)
    assert (satu.lembar.asal, dua.lembar.asal) == ("", "Sheet1")
    assert dua.kop == ("B. YATIM", "DESA KUJAN")
    assert dua.baris_judul == (6, 6)


def test_a_heading_that_comes_again_with_more_columns_is_another_list() -> None:
    lebar = [*SATU, "ALAMAT", "NAMA WALI"]
    lembar = _lembar(
        SATU, [1.0, "ANI", NIK[1]], lebar, [2.0, "BUDI", NIK[2], "Jl. B", "SITI"], SATU, [3.0, "CICI", NIK[3]]
    )
    # A narrower heading in the same columns says nothing new.
    assert _orang(lembar) == [("Sheet1", [2]), ("Sheet1 · daftar 2", [4, 6])]


def test_what_only_looks_like_a_heading_parts_nothing() -> None:
    lembar = _lembar(SATU, [1.0, "ANI", NIK[1]], [], ["", "KETERANGAN NAMA", "NIK"], ["CATATAN: NAMA DAN NIK"])
    assert _orang(lembar) == [("Sheet1", [2])]


def test_three_lists_side_by_side() -> None:
    lembar = _lembar([*SATU, "", *SATU, *SATU], [1.0, "ANI", NIK[1], "", 2.0, "BUDI", NIK[2], 3.0, "CICI", NIK[3]])
    assert [n for n, _ in _orang(lembar)] == ["Sheet1", "Sheet1 · daftar 2", "Sheet1 · daftar 3"]
    assert [d.peta["nik"] for d in temukan_semua(lembar)] == [2, 6, 9]


def test_a_sheet_of_headings_ends() -> None:
    baris: list[list[Sel]] = []
    for n in range(400):
        baris += [list(SATU if n % 2 else LAIN), [1.0, *([NIK[1], "ANI", KK] if n % 2 == 0 else ["ANI", NIK[1]])]]
    semua = temukan_semua(LembarMentah("Sheet1", baris=baris))
    assert len(semua) == DAFTAR_MAKS + 1
    assert sum(len(d.orang) for d in semua) == 400


SEL = st.one_of(
    st.sampled_from(
        ["", "", "NO", "NAMA", "NIK", "NO KK", "ANI", "BUDI", NIK[1], NIK[2], KK, "1", "L", "JUMLAH", "DESA KUJAN",
         f"NO. KK : {KK}", "ALAMAT : x", "DUSUN II", "Mengetahui", "KEPALA KELUARGA"]
    ),
    st.text(max_size=5),
    st.integers(-2, 30).map(float),
)  # fmt: skip
BARIS = st.one_of(st.sampled_from([SATU, LAIN, [*SATU, "", *SATU]]), st.lists(SEL, max_size=8))


@settings(deadline=None, max_examples=150)
@given(
    st.lists(BARIS, max_size=20),
    st.lists(st.tuples(*[st.integers(0, 12)] * 4), max_size=4),
)
def test_no_row_falls_between_two_lists(acak: list[list[Sel]], gabungan: list[tuple[int, int, int, int]]) -> None:
    baris: list[list[Sel]] = [list(SATU), [1.0, "ANI", NIK[5]], *map(list, acak), [2.0, "BUDI", NIK[6]]]
    baris = [b if any(s != "" for s in b) else [] for b in baris]
    semua = temukan_semua(LembarMentah("Sheet1", baris=baris, gabungan=gabungan))
    dibaca: set[int] = set()
    for daftar in semua:
        awal, akhir = daftar.baris_judul
        orang, lewat = {n + 1 for n in daftar.orang}, {d.baris for d in daftar.dilewati}
        assert not orang & lewat
        dibaca |= set(range(awal, akhir + 1)) | orang | lewat
        pengurai = Pengurai(daftar, 0, Pedoman(date(2026, 3, 2), lambda _: True))
        assert [b.nomor for b in pengurai.urai(daftar.orang)] == [n + 1 for n in daftar.orang]
    berisi = {n for n, b in enumerate(baris, 1) if any(str(s).strip() for s in b)}
    assert berisi <= dibaca
