"""What is filled into blanks: only where the layout shows it, said on the row, and changed like any other column."""

import pytest

from app.usulan.blok import baca_blok
from app.usulan.buku import tolakan_pratinjau
from app.usulan.periksa import ubah_kolom, ubah_sel
from app.wilayah import NASIONAL
from tests.app.usulan.conftest import MejaImpor
from tests.app.usulan.korpus import NIK
from tests.helpers import lembar as buat
from tests.helpers.lembar import Lembar

KK, LAIN = "6209030202169001", "6209030202169002"
KELUARGA = [
    ["NO", "NAMA", "NIK", "KET"], [f"NO. KK : {KK}"], ["ALAMAT : Jl. Uji 5"],
    [1, "ANI RUDIN", NIK[1], "a"], [2, "BUDI RUDIN", 6209030101509010, "b"],
]  # fmt: skip


@pytest.mark.parametrize(
    ("baris", "isi"),
    [
        ([f"NO. KK : {KK}"], {"no_kk": KK}),
        (["NO. KK", "", KK], {"no_kk": KK}),
        (["NO. KK :", "", 6209030202169010.0], {"no_kk": 6209030202169010.0}),
        (["", "No. Kartu Keluarga", ":", KK], {"no_kk": KK}),
        ([f"NO KK = {KK} / NAMA KK = ANI"], {"no_kk": KK, "nama_kepala_keluarga": "ANI"}),
        (["NAMA KEPALA KELUARGA", ":", "ANI", "RT/RW", ":", "003/001"],
         {"nama_kepala_keluarga": "ANI", "rt_rw": "003/001"}),
        (["NO KK", "NAMA", "NIK"], {}),
        (["NO. KK : -"], {}),
        (["NAMA KEPALA DESA : GATOT"], {}),
        (["ALAMAT", "Jl. X"], {}),
        ([1.0, "ANI", KK], {}),
        (["ANI RUDIN", KK], {}),
        ([], {}),
    ],
)  # fmt: skip
def test_lines_above_a_family(baris: list[object], isi: dict[str, object]) -> None:
    assert baca_blok(baris) == isi  # type: ignore[arg-type]


def test_what_a_person_decides_about_a_folded_column_stays(meja_baca: MejaImpor) -> None:
    hasil = meja_baca.periksa(meja_baca.mentah(buat.xlsx(Lembar(KELUARGA))))
    daftar = hasil.berkas[0].lembar[0].daftar
    assert daftar is not None
    kolom = {k.judul: k.nomor for k in daftar.kolom if k.maya}
    assert sorted(kolom) == ["Alamat", "No. KK"]
    with meja_baca.uji.membaca("operator") as kerja:
        ubah_kolom(kerja, hasil, 0, "Sheet1", kolom["Alamat"], None)
        assert [b.nilai.get("alamat") for b in hasil.baris] == [None, None]
        ubah_kolom(kerja, hasil, 0, "Sheet1", 3, "alamat")
        assert [b.nilai.get("alamat") for b in hasil.baris] == ["a", "b"]
        assert [b.no_kk for b in hasil.baris] == [KK, KK]
        ubah_sel(kerja, hasil, next(hasil.baris), "no_kk", LAIN)
    assert [b.no_kk for b in hasil.baris] == [LAIN, KK]
    assert [[h.kode for h in b.hasil] for b in hasil.baris] == [[], ["dirapikan", "nik_rusak_excel"]]


def test_a_refused_row_takes_its_family_along(meja_baca: MejaImpor) -> None:
    hasil = meja_baca.periksa(meja_baca.mentah(buat.xlsx(Lembar(KELUARGA))))
    (satu,) = tolakan_pratinjau(hasil, NASIONAL)
    isi = {satu.judul[huruf]: tulisan for huruf, tulisan in satu.sel.items()}
    assert isi == {"NO": "2", "NAMA": "BUDI RUDIN", "NIK": "6209030101509010 ?", "KET": "b", "Alamat": "Jl. Uji 5",
                   "No. KK": KK}  # fmt: skip


def test_the_layout_is_remembered_without_its_folded_columns(meja_baca: MejaImpor) -> None:
    polos = [KELUARGA[0], *KELUARGA[3:]]
    sidik = [
        hasil.berkas[0].lembar[0].daftar.sidik  # type: ignore[union-attr]  # both hold a list
        for isi in (KELUARGA, polos)
        for hasil in [meja_baca.periksa(meja_baca.mentah(buat.xlsx(Lembar(isi))))]
    ]
    assert sidik[0] == sidik[1]
