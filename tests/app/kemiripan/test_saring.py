"""The short cuts of the comparison lose nothing: the sieve, the blocks and the code of long numbers."""

from itertools import combinations, groupby

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kemiripan import Kolom, OrangBanding, Penyiap, blok, kunci, sandi
from app.kemiripan.banding_nama import PembandingNama
from app.kemiripan.bentuk import PEMISAH, gabung
from app.kemiripan.bukti import PembandingAngka
from app.kemiripan.isi import TeksOrang
from app.kemiripan.nama import Kamus
from app.kemiripan.saring import Saringan
from app.kemiripan.siap import Siap, siapkan
from tests.helpers.kembar_rekaan import PROFIL


def huruf(*nomor: str) -> np.ndarray:
    """Return the characters of numbers, a row a number."""
    return np.frombuffer("".join(nomor).encode(), np.uint8).reshape(-1, 16)


_ANGKA = st.from_regex(r"\A[0-9]{16}\Z")


def semua_pasangan(siap: Siap) -> tuple[np.ndarray, np.ndarray]:
    return tuple(np.triu_indices(siap.n, 1))  # type: ignore[return-value]  # two of them


@pytest.mark.parametrize("perlu", [0.0, 12.0, 20.0])
@pytest.mark.parametrize("profil", PROFIL)
def test_the_sieve_keeps_whatever_a_closer_look_could_keep(profil: str, perlu: float) -> None:
    siap = siapkan(Kolom.dari(PROFIL[profil](400, 5).orang))
    angka, nama = PembandingAngka(siap), PembandingNama(siap)
    a, b = semua_pasangan(siap)
    bit = angka.banding(a, b).orang + angka.harapan_teks(a, b) + nama.harapan(a, b).bit
    bit = np.minimum(bit, angka.banding(a, b).orang + angka.harapan_teks(a, b) + np.minimum(nama.maks[a], nama.maks[b]))
    lolos = set(Saringan(siap, angka, nama, perlu).lolos(a, b).tolist())
    assert set(np.flatnonzero(bit >= perlu).tolist()) <= lolos
    assert perlu < 20 or len(lolos) < len(a) / 20


@pytest.mark.parametrize("dalam", [True, False])
@pytest.mark.parametrize("profil", ["padat", "jarang"])
def test_blocks_give_every_pair_that_shares_a_key(profil: str, *, dalam: bool) -> None:
    siap, baru = siapkan(Kolom.dari(PROFIL[profil](300, 8).orang)), 120
    harap = set()
    for isi, orang, batas in kunci.kunci(siap):
        urut = sorted(zip(isi.tolist(), orang.tolist(), strict=True))
        for _, blok_ini in groupby(urut, key=lambda x: x[0]):
            siapa = [o for _, o in blok_ini]
            harap |= set(combinations(siapa, 2)) if len(siapa) <= batas else set()
    harap = {(a, b) for a, b in harap if a < baru and (dalam or b >= baru)}
    ketemu = {(int(a), int(b)) for x in blok.calon(siap, baru, dalam=dalam) for a, b in zip(*x, strict=True)}
    assert ketemu == harap
    assert len(harap) > 150


def test_an_empty_list_has_no_candidates() -> None:
    siap = siapkan(Kolom.dari([OrangBanding("")]))
    assert [len(a) for a, _ in blok.calon(siap, 1)] == [0] * sum(1 for _ in kunci.kunci(siap))


@given(st.lists(st.tuples(_ANGKA, _ANGKA, st.integers(0, 15), st.integers(0, 14), st.sampled_from("0159")), min_size=1))
def test_slips_are_told_from_the_code_as_from_the_digits(kasus: list[tuple[str, str, int, int, str]]) -> None:
    satu = [x for x, *_ in kasus for _ in range(3)]
    dua = []
    for x, lain, di, tukar, digit in kasus:
        dua += [lain, x[:di] + digit + x[di + 1 :], x[:tukar] + x[tukar + 1] + x[tukar] + x[tukar + 2 :]]
    p, q = (sandi.sandikan(huruf(*semua)) for semua in (satu, dua))
    assert sandi.angka(p).tolist() == [int(x) for x in satu]
    beda = [[k for k in range(16) if x[k] != y[k]] for x, y in zip(satu, dua, strict=True)]
    assert np.bitwise_count(sandi.digit_beda(p ^ q)).tolist() == [len(b) for b in beda]
    tukar = [len(b) == 2 and b[1] == b[0] + 1 and x[b[0]] == y[b[1]] and x[b[1]] == y[b[0]]
             for x, y, b in zip(satu, dua, beda, strict=True)]  # fmt: skip
    assert sandi.selip(p, q).tolist() == [len(b) == 1 or t for b, t in zip(beda, tukar, strict=True)]
    separuh = [x[:8] == y[:8] or x[8:] == y[8:] for x, y in zip(satu, dua, strict=True)]
    assert sandi.separuh_sama(p ^ q).tolist() == separuh


def test_what_is_no_number_has_no_code() -> None:
    satu, *lain = sandi.sandikan(huruf("6209014501600001", "~" * 16, "620901450160000A")).tolist()
    assert (satu, lain) == (0x6209014501600001, [0, 0])
    assert [x.tolist() for x in sandi.bagian_tanggal(np.array([satu], np.uint64))] == [[45], [1], [60]]


_NAMA = st.text(st.sampled_from(" .,'ABDULRHMNOISTV1ß\x1f\n"), max_size=24) | st.sampled_from(
    ["SITI NURHAYATI", "H. ABDURRAHMAN BIN ALI", "M. YUSUF, S.Pd", "NUR NUR AINI", "SRI A B C D E F G", "WARGA 12", ""]
)


@given(st.lists(_NAMA, max_size=9))
def test_names_put_together_are_the_names_one_by_one(nama: list[str]) -> None:
    kamus = Kamus()
    kata, banyak = kamus.urai(gabung(nama), len(nama))
    assert [tuple(b[:n]) for b, n in zip(kata.tolist(), banyak.tolist(), strict=True)] == [kamus.nama(t) for t in nama]
    assert (kata >= 0).sum(axis=1).tolist() == banyak.tolist()


@given(st.lists(st.text(max_size=6), min_size=1, max_size=5), st.lists(st.text(max_size=6), min_size=1, max_size=5))
def test_texts_kept_as_one_come_back_one_by_one(satu: list[str], dua: list[str]) -> None:
    isi = TeksOrang()
    for awal, bagian in ((0, satu), (len(satu), ["HILANG"] * 3), (len(satu), dua)):
        isi.isi(awal, gabung(bagian), len(bagian))
    semua = [t.replace(PEMISAH, " ") for t in (*satu, *dua)]
    assert isi.ambil(np.arange(len(semua))) == semua
    assert isi.ambil(np.array([len(satu), 0])) == [semua[len(satu)], semua[0]]


def test_lots_made_ready_one_after_the_other_are_as_if_made_ready_at_once() -> None:
    orang = PROFIL["rumah"](300, 3).orang
    penyiap, di = Penyiap(len(orang)), 0
    for awal, akhir in ((0, 100), (200, 300), (100, 101), (101, len(orang))):  # the second is written over
        di = penyiap.isi(min(awal, 100 if akhir == 300 else awal), Kolom.dari(orang[awal:akhir]))
    satu, dua = penyiap.siap(di), siapkan(Kolom.dari(orang))
    for nama in ("nik", "no_kk", "tahun", "lahir", "jk", "ibu", "alamat", "dari_nik", "banyak_kata"):
        assert getattr(satu, nama).tolist() == getattr(dua, nama).tolist()
    assert satu.isi_ibu.ambil(np.arange(di)) == [o.nama_ibu for o in orang]
