"""The short way of plain rows gives what the whole way gives, and nearly all rows of a good list take it."""

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.usulan.baca import LembarMentah, Sel
from app.usulan.bentuk import Baris, HasilImpor
from app.usulan.polos import PembacaPolos
from app.usulan.temukan import temukan
from app.usulan.urai import Pedoman, Pengurai
from app.wilayah import NASIONAL
from tests.app.usulan.conftest import MejaImpor
from tests.app.usulan.test_korpus import KORPUS
from tests.helpers.orang_rekaan import daftar_rekaan, tulis_xlsx

PEDOMAN = Pedoman(date(2026, 3, 2), NASIONAL.pemeriksa_prefiks(), "lansia")
LAZIM = [
    "1", "SITI AMINAH", "6209034101650001", "6209030206120001", "P", "Kujan", ["1965-01-01"], "Jl. Uji 3 RT 2 RW 1",
    "003", "001", "081234567890", "anak dari wali",
]  # fmt: skip
KEPALA = [
    "NO", "NAMA", "NIK", "NO KK", "JK", "TEMPAT LAHIR", "TANGGAL LAHIR", "ALAMAT", "RT", "RW", "NO HP", "KETERANGAN",
    "NOMINAL",
]  # fmt: skip
ANEH: list[Sel] = [
    "", "-", "0", " ", "SITI  AMINAH", "siti", " P ", "L", "1", 1.0, 6209034101650001.0, True, ["1965-01-01"],
    ["1965-01-01T00:00:00"], ["1964-02-29"], ["2055-01-01"], "01-01-1965", "1/1/65", "12/31/1965", "32/13/1965",
    "6209034101650001", "6209032902640001", "6209036902640001", "6209030000000001", "6209034101650000", "0" * 16,
    "9999994101650001", "62090341016500 01", "RT 3", "003/001", "7", 7.0, "0812-3456-7890", "wali: SUPARDI", "Rp 5.000",
    "lima", "AND\x9f", "１２", "6209034101650O01",
]  # fmt: skip


def semua(hasil: HasilImpor) -> list[Baris]:
    return list(hasil.baris)


def test_every_file_of_the_corpus_reads_the_same_both_ways(
    meja_baca: MejaImpor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def baca() -> list[list[Baris]]:
        return [semua(meja_baca.periksa(meja_baca.mentah(k.isi, k.berkas), mirip=False)) for k in KORPUS]

    pendek = baca()
    monkeypatch.setattr(PembacaPolos, "berlaku", staticmethod(lambda kolom: False))
    assert pendek == baca()


def test_a_good_list_takes_the_short_way_and_a_bad_one_says_the_same(
    meja_baca: MejaImpor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    baik = tulis_xlsx(tmp_path / "baik.xlsx", daftar_rekaan(400, cacat=0))
    buruk = tulis_xlsx(tmp_path / "buruk.xlsx", daftar_rekaan(400, cacat=0.6))
    panjang = Counter[str]()
    asli = Pengurai._urai

    def urai(self: Pengurai, *posisi: Any) -> Baris:
        panjang["baris"] += 1
        return asli(self, *posisi)

    monkeypatch.setattr(Pengurai, "_urai", urai)
    pendek = semua(meja_baca.periksa(baik, mirip=False))
    assert panjang["baris"] < len(pendek) * 0.02  # who was born on 29 February goes the whole way
    pendek += semua(meja_baca.periksa(buruk, mirip=False))
    monkeypatch.setattr(PembacaPolos, "berlaku", staticmethod(lambda kolom: False))
    assert pendek == semua(meja_baca.periksa(baik, mirip=False)) + semua(meja_baca.periksa(buruk, mirip=False))


def _pengurai(baris: list[list[Any]], judul: list[str]) -> Pengurai:
    daftar = temukan(LembarMentah("Sheet1", baris=[list(judul), *baris]))
    assert daftar
    return Pengurai(daftar, 0, PEDOMAN)


@given(
    st.lists(st.tuples(st.integers(0, len(KEPALA) - 1), st.sampled_from(ANEH)), max_size=8), st.integers(4, len(KEPALA))
)
def test_any_cell_anywhere_reads_the_same_both_ways(ubah: list[tuple[int, Sel]], lebar: int) -> None:
    baris: list[list[Any]] = [[*LAZIM, ""][:lebar] for _ in range(8)]
    for n, (kolom, isi) in enumerate(ubah):
        if kolom < lebar:
            baris[n][kolom] = isi
    pengurai, panjang = _pengurai(baris, KEPALA[:lebar]), _pengurai(baris, KEPALA[:lebar])
    panjang._polos = None
    indeks = pengurai._daftar.orang
    assert pengurai.urai(indeks) == panjang.urai(indeks)
