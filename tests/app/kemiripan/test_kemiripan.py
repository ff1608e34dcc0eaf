"""Who is one person and who is not: single cases, laws that hold for any text, and figures on invented people."""

from dataclasses import replace
from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.bahasa.kemiripan import SEBAB, alasan, kadar
from app.kemiripan import OrangBanding, Pasangan, cari_kembar, cari_mirip
from tests.helpers.kembar_rekaan import PROFIL, rumah, ukur

LAIN = rumah(400, 99).orang
SITI = OrangBanding(
    "SITI AMINAH", "6209014501600001", "6209010102030001", date(1960, 1, 5), "P", "NANGA BULIK", "RUSMINI",
    "JL. MERDEKA RT 04 RW 02", "62.09.03.2001",
)  # fmt: skip
HASAN = OrangBanding(
    "HASAN", "6209010302100001", "6209010102110002", date(2010, 2, 3), "L", "NANGA BULIK", "RUSMINI", "JL. MELATI RT 1",
    "62.09.03.2002",
)  # fmt: skip


def ketemu(satu: OrangBanding, dua: OrangBanding) -> Pasangan | None:
    """Return the pair if the two are found among four hundred others."""
    semua = [*LAIN, satu, dua]
    di = len(LAIN)
    return next((p for p in cari_kembar(semua) if (p.kiri, p.kanan) == (di, di + 1)), None)


@pytest.mark.parametrize(
    ("ubah", "sebab"),
    [
        ({"nama": "ST. AMINA"}, "nama_sama"),
        ({"nama": "SITI AMNIAH"}, "nama_ejaan"),
        ({"nama": "AMINAH SITI"}, "nama_sama"),
        ({"nama": "S. AMINAH"}, "nama_singkat"),
        ({"nama": "AMINAH"}, "nama_kurang"),
        ({"nama": "Hj. SITIAMINAH, S.Pd"}, "nama_ejaan"),
        ({"lahir": date(1960, 5, 1)}, "lahir_tukar"),
        ({"lahir": date(1961, 1, 5)}, "lahir_selip"),
        ({"lahir": date(1960, 1, 1)}, "lahir_selip"),
        ({"nik": "6209014501600010"}, "nik_selip"),
        ({"nik": "6209014510600001"}, "nik_selip"),
        ({"nik": "6209010501600001"}, "nik_kelamin"),
        ({"nik": "", "lahir": date(1960, 5, 1)}, "lahir_tukar"),
        ({"no_kk": "6209010102030007"}, "no_kk_mirip"),
        ({"no_kk": "", "alamat": "Jalan Merdeka RT 4/RW 2"}, "nama_sama"),
        ({"lahir": None}, "nik_sama"),
        ({"jenis_kelamin": "Laki-laki"}, "jenis_kelamin_beda"),
    ],
)
def test_one_person_with_a_slip(ubah: dict[str, object], sebab: str) -> None:
    pasangan = ketemu(SITI, replace(SITI, **ubah))  # type: ignore[arg-type]  # fields by name
    assert pasangan is not None
    assert sebab in pasangan.alasan


@pytest.mark.parametrize(
    "lain",
    [
        replace(HASAN, nama="HUSIN", nik="6209010302100002"),
        replace(HASAN, nama="HUSIN", nik=""),
        replace(HASAN, nama="SITI HASANAH", jenis_kelamin="P", nik="6209014302100001"),
        replace(HASAN, nik="6209010302830001", lahir=date(1983, 2, 3)),
        replace(HASAN, nama="HAMSIAH", lahir=date(1985, 6, 6), jenis_kelamin="P", nik="6209014606850001"),
        replace(HASAN, nama="RIDUAN", lahir=date(2012, 7, 7)),
    ],
    ids=["twin", "twin without NIK", "twin sister", "father of that name", "mother", "child under the NIK of another"],
)
def test_family_is_not_one_person(lain: OrangBanding) -> None:
    assert ketemu(HASAN, replace(lain)) is None


def test_a_common_name_born_the_same_day_elsewhere_is_another_person() -> None:
    siti = [OrangBanding("SITI", lahir=date(1970, 1, 1), desa=f"62.09.01.20{k:02}") for k in range(60)]
    assert cari_kembar([*LAIN, *siti]) == cari_kembar(LAIN)


def test_people_without_nik_are_not_one_for_that() -> None:
    tanpa = [OrangBanding(n) for n in ("JUMRI", "SALASIAH", "MARKUS")]
    assert cari_kembar(tanpa) == []
    assert cari_kembar([OrangBanding("")] * 4) == []


def test_known_people_are_compared_with_new_ones_alone() -> None:
    lama = [*LAIN, SITI, replace(SITI)]
    pasangan = cari_mirip([HASAN, replace(SITI, nama="ST AMINAH")], lama)
    assert {(p.kiri, p.kanan) for p in pasangan} == {(1, len(LAIN)), (1, len(LAIN) + 1)}
    assert cari_mirip([SITI, replace(SITI)], LAIN) == []
    assert cari_mirip([], LAIN) == []
    assert cari_kembar([]) == []


def test_what_is_raised_while_reporting_stops_the_comparison() -> None:
    def berhenti(_: int, __: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        cari_kembar(LAIN, lapor=berhenti)


def test_every_reason_has_words() -> None:
    kode = {k for nama in PROFIL for p in cari_kembar(PROFIL[nama](600, 4).orang, ambang=2) for k in p.alasan}
    assert kode <= set(SEBAB)
    assert len(kode) > 20
    assert alasan(("nama_sama", "desa_sama", "nik_beda")) == "nama sama, satu desa, tetapi NIK beda"
    assert (kadar(99), kadar(85), kadar(51)) == ("Sangat mirip", "Mirip", "Agak mirip")


_TEKS = st.text(max_size=20)
_SIAPA = st.builds(
    OrangBanding,
    nama=_TEKS | st.sampled_from(["SITI AMINAH", "ST AMINAH", "HASAN", "M. ALI"]),
    nik=_TEKS | st.sampled_from(["6209014501600001", "6209014501600010", "٦٢٠٩٠١٤٥٠١٦٠٠٠٠١"]),
    no_kk=_TEKS | st.just("6209010102030001"),
    lahir=st.none() | st.dates() | st.sampled_from([date(1960, 1, 5), date(1960, 5, 1)]),
    jenis_kelamin=_TEKS | st.sampled_from(["L", "P"]),
    tempat_lahir=_TEKS,
    nama_ibu=_TEKS,
    alamat=_TEKS,
    desa=_TEKS,
)


@settings(max_examples=60, deadline=None)
@given(st.lists(_SIAPA, max_size=8), st.randoms(use_true_random=False))
def test_any_people_in_any_order_give_the_same_pairs(orang: list[OrangBanding], acak: Random) -> None:
    urutan = list(range(len(orang)))
    acak.shuffle(urutan)
    biasa = {(p.kiri, p.kanan): p.skor for p in cari_kembar(orang, ambang=5)}
    lain = cari_kembar([orang[k] for k in urutan], ambang=5)
    assert {(min(d), max(d)): p.skor for p in lain for d in [(urutan[p.kiri], urutan[p.kanan])]} == biasa
    assert all(kiri < kanan and 5 <= skor <= 100 for (kiri, kanan), skor in biasa.items())


@pytest.mark.parametrize("profil", PROFIL)
def test_most_pairs_are_found_and_hardly_any_other(profil: str) -> None:
    """The same targets at ten and a hundred thousand people are measured by the benchmark."""
    rekaan = PROFIL[profil](3_000, 11)
    ukuran = ukur({(p.kiri, p.kanan) for p in cari_kembar(rekaan.orang)}, rekaan.benar)
    assert ukuran.precision >= 0.97
    assert ukuran.recall >= 0.95
