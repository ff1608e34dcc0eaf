"""The short way of plain rows gives what the whole way gives, and nearly all rows of a good list take it."""

from collections import Counter
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import col

from app.usulan import pembanding
from app.usulan.baca import LembarMentah, Sel
from app.usulan.batal import batalkan_impor
from app.usulan.bentuk import Baris, HasilImpor
from app.usulan.polos import PembacaPolos
from app.usulan.simpan import simpan_impor
from app.usulan.temukan import temukan
from app.usulan.urai import Pedoman, Pengurai
from app.wilayah import NASIONAL
from db.model import BarisUsulan, HasilPeriksa, Orang, Rekening, Usulan, Wali
from tests.app.usulan.conftest import MejaImpor, orang
from tests.app.usulan.test_korpus import KORPUS
from tests.helpers.orang_rekaan import daftar_rekaan, isi_orang, tulis_xlsx

PEDOMAN = Pedoman(date(2026, 3, 2), NASIONAL.pemeriksa_prefiks(), "lansia")
LAZIM = [
    "1", "SITI AMINAH", "6209034101650001", "6209030206120001", "P", "Kujan", ["1965-01-01"], "Jl. Uji 3 RT 2 RW 1",
    "003", "001", "081234567890", "anak ketiga",
]  # fmt: skip
KEPALA = [
    "NO", "NAMA", "NIK", "NO KK", "JK", "TEMPAT LAHIR", "TANGGAL LAHIR", "ALAMAT", "RT", "RW", "NO HP", "KETERANGAN",
    "NOMINAL",
]  # fmt: skip
KEPALA_TTL = [*KEPALA[:6], "TEMPAT, TANGGAL LAHIR", *KEPALA[7:12], "UMUR"]
LAZIM_TTL = [*LAZIM[:5], "", "Kujan, 01-01-1965", *LAZIM[7:], "61"]
ANEH: list[Sel] = [
    "", "-", "0", " ", "SITI  AMINAH", "siti", " P ", "L", "1", 1.0, 6209034101650001.0, True, ["1965-01-01"],
    ["1965-01-01T00:00:00"], ["1964-02-29"], ["2055-01-01"], "01-01-1965", "1/1/65", "12/31/1965", "32/13/1965",
    "6209034101650001", "6209032902640001", "6209036902640001", "6209030000000001", "6209034101650000", "0" * 16,
    "9999994101650001", "62090341016500 01", "RT 3", "003/001", "7", 7.0, "0812-3456-7890", "wali: SUPARDI", "Rp 5.000",
    "Kujan, 5 Nopember 1965", "Kujan", "Kujan, 1/1/65", ["1965-01-01", "x"],
    "± 75 th", "200", "anak dari wali", "lima", "AND\x9f", "１２", "6209034101650O01",
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


@pytest.mark.parametrize(("kepala", "lazim"), [(KEPALA, [*LAZIM, ""]), (KEPALA_TTL, LAZIM_TTL)], ids=["tanggal", "ttl"])
@given(
    ubah=st.lists(st.tuples(st.integers(0, len(KEPALA) - 1), st.sampled_from(ANEH)), max_size=8),
    lebar=st.integers(4, len(KEPALA)),
)
def test_any_cell_anywhere_reads_the_same_both_ways(
    kepala: list[str], lazim: list[Any], ubah: list[tuple[int, Sel]], lebar: int
) -> None:
    baris: list[list[Any]] = [lazim[:lebar] for _ in range(8)]
    for n, (kolom, isi) in enumerate(ubah):
        if kolom < lebar:
            baris[n][kolom] = isi
    pengurai, panjang = _pengurai(baris, kepala[:lebar]), _pengurai(baris, kepala[:lebar])
    panjang._polos = None
    indeks = pengurai._daftar.orang
    assert pengurai.urai(indeks) == panjang.urai(indeks)
    assert ubah or not pengurai.lajur(indeks).khas


class _KembaliError(Exception):
    """Take everything back."""


def tersimpan(meja: MejaImpor, hasil: HasilImpor) -> list[list[tuple[Any, ...]]]:
    """Store a preview, return the rows of every table that it fills without their keys, and take it back."""
    isi: list[list[tuple[Any, ...]]] = []
    with suppress(_KembaliError), meja.uji.menulis("operator") as kerja:
        simpan_impor(kerja, hasil)
        for tabel in (Orang, Usulan, BarisUsulan, HasilPeriksa, Wali, Rekening):
            kolom = [c for c in sa.inspect(tabel).local_table.c if c.name != "id" and not c.name.endswith("_id")]
            semua = kerja.sesi.execute(sa.select(*kolom).order_by(col(tabel.urut))).all()
            isi.append([tuple(_tanpa_kunci(satu) for satu in baris) for baris in semua])
        raise _KembaliError
    return isi


def _tanpa_kunci(nilai: Any) -> Any:
    """Return a value without what a row is known by."""
    if isinstance(nilai, dict) and "_orang" in nilai:
        orang = nilai["_orang"]
        return nilai | {"_orang": orang | {"id": "", "ikutan": len(orang["ikutan"])}}
    return nilai


@pytest.mark.parametrize("nama", ["rekaan", "wali", *(k.nama for k in KORPUS[::9])])
def test_what_is_stored_is_the_same_whoever_looked_at_the_rows(
    meja: MejaImpor, nama: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rows in columns, rows that a screen made objects of, and rows that all went the whole way."""
    isi = {k.nama: (k.isi, k.berkas) for k in KORPUS}
    if nama == "rekaan":
        berkas = tulis_xlsx(meja.folder / "daftar.xlsx", daftar_rekaan(300, cacat=0.4))
    elif nama == "wali":
        berkas = meja.berkas([orang(n, wali=f"WALI {n}" if n % 3 else None) for n in range(30)])
    else:
        berkas = meja.mentah(*isi[nama])
    polos = tersimpan(meja, meja.periksa(berkas, mirip=False))
    dilihat = meja.periksa(berkas, mirip=False)
    assert list(dilihat.baris)
    assert tersimpan(meja, dilihat) == polos
    monkeypatch.setattr(PembacaPolos, "berlaku", staticmethod(lambda kolom: False))
    assert tersimpan(meja, meja.periksa(berkas, mirip=False)) == polos


def test_very_many_known_people_are_found_by_the_index(meja: MejaImpor, monkeypatch: pytest.MonkeyPatch) -> None:
    meja.impor([orang(n) for n in range(20)], "satu.xlsx")
    dicari = meja.berkas([orang(n, alamat=f"Jl. Lain {n}") for n in range(10, 40)], "dua.xlsx")
    sedikit = semua(meja.periksa(dicari, mirip=False))
    monkeypatch.setattr(pembanding, "BANYAK_NIK", 1)
    assert semua(meja.periksa(dicari, mirip=False)) == sedikit
    assert sum(b.ulang for b in sedikit) == 10


def test_a_known_person_of_whom_nothing_is_new_needs_no_line_and_stays_when_it_is_undone(meja: MejaImpor) -> None:
    with meja.uji.menulis() as kerja:
        lama = isi_orang(kerja, 3)
    berkas = tulis_xlsx(meja.folder / "daftar.xlsx", daftar_rekaan(3, dikenal=1, toko=3, cacat=0))
    impor = meja.simpan(meja.periksa(berkas, mirip=False))
    assert (impor.usulan_baru, impor.orang_baru, meja.hitung(BarisUsulan)) == (3, 0, 0)
    with meja.uji.menulis("operator") as kerja:
        assert batalkan_impor(kerja, impor.impor_id, alasan="Salah berkas") == 3
    assert (meja.hitung(Orang), meja.hitung(Usulan)) == (len(lama), 0)
