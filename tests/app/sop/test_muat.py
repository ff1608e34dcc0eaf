"""A wrong definition is refused with its file, place and cause; a right one goes round without loss."""

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.bahasa import galat
from app.bahasa import sop as kata_sop
from app.sop import sahih
from app.sop.muat import baca, dari_json, ke_json, muat_bawaan, sidik, sidik_json, tulis
from db.galat import KnownError

Ubah = Callable[[dict[str, Any]], object]


def _langkah(ke: int, **isi: Any) -> Ubah:
    return lambda sop: sop["langkah"][ke - 1].update(isi)


def _cabang(**isi: Any) -> Ubah:
    return lambda sop: sop["langkah"][3]["cabang"].update(isi)


def _paraf(peran: str) -> Ubah:
    return lambda sop: sop["langkah"][3]["paraf"][0].update(peran=peran)


def _dokumen(ke: int, **isi: Any) -> Ubah:
    return lambda sop: sop["langkah"][ke - 1]["dokumen"][0].update(isi)


RUSAK: dict[str, tuple[Ubah, str, str]] = {
    "not the shape we know": (lambda s: s.update(skema=2), "skema", "bernomor 2"),
    "version nought": (lambda s: s.update(versi=0), "versi", "1 atau lebih"),
    "code with a blank": (lambda s: s.update(kode="D TKS"), "kode", "huruf kecil"),
    "no step": (lambda s: s.update(langkah=[]), "langkah", "satu langkah pun"),
    "field missing": (lambda s: s["langkah"][1].pop("aksi"), "langkah 2", "“aksi” belum diisi"),
    "field unknown": (_langkah(2, warna="merah"), "langkah 2", "“warna” tidak dikenal"),
    "action unknown": (_langkah(2, aksi="menari"), "langkah 2, aksi", "“menari”"),
    "text for a number": (lambda s: s["langkah"][2]["waktu"].update(nilai="20"), "langkah 3, waktu, nilai", "bilangan"),
    "yes for a number": (lambda s: s["langkah"][2]["waktu"].update(nilai=True), "langkah 3, waktu, nilai", "bilangan"),
    "number for a text": (lambda s: s["kepala"]["unit"].update(teks=7), "kepala, unit, teks", "teks"),
    "text for yes": (lambda s: s["aturan"].update(satu_kk="ya"), "aturan, satu kk", "true"),
    "text for a list": (lambda s: s.update(peran="kasi"), "peran", "daftar"),
    "list for an object": (lambda s: s.update(kepala=[]), "kepala", "bidang bernama"),
    "time below zero": (lambda s: s["langkah"][2]["waktu"].update(nilai=-5), "langkah 3, waktu", "lebih dari nol"),
    "performer unknown": (_langkah(3, pelaksana=["operator", "lurah"]), "langkah 3, pelaksana", "“lurah”"),
    "performer twice": (_langkah(3, pelaksana=["kasi", "kasi"]), "langkah 3, pelaksana", "lebih dari sekali"),
    "no performer": (_langkah(3, pelaksana=[]), "langkah 3, pelaksana", "belum ada"),
    "paraf of nobody": (_paraf("lurah"), "langkah 4, paraf", "“lurah”"),
    "branch to nowhere": (_cabang(tidak=12), "langkah 4, cabang", "“tidak” menuju langkah 12"),
    "branch to itself": (_cabang(ya=4), "langkah 4, cabang", "langkah itu sendiri"),
    "branch both ways alike": (_cabang(ya=6), "langkah 4, cabang", "langkah yang sama"),
    "step unreachable": (_cabang(ya=7), "langkah 5", "tidak pernah tercapai"),
    "decision without a branch": (lambda s: s["langkah"][3].pop("cabang"), "langkah 4, simbol", "keputusan"),
    "branch without a decision": (_langkah(4, simbol="proses"), "langkah 4, simbol", "keputusan"),
    "a start in the middle": (_langkah(3, simbol="mulai"), "langkah 3, simbol", "langkah pertama"),
    "an end in the middle": (_langkah(3, simbol="selesai"), "langkah 3, simbol", "langkah terakhir"),
    "numbers out of order": (_langkah(3, urutan=8), "langkah 3, urutan", "seharusnya 3"),
    "per applicant too late": (lambda s: s["langkah"][0].pop("per_usulan"), "langkah 1, per usulan", "di awal"),
    "role twice": (lambda s: s["peran"].append(s["peran"][0]), "peran", "“operator” dipakai lebih"),
    "inside role without account": (lambda s: s["peran"][0].pop("akun"), "peran 1", "belum dipasangkan"),
    "inside role recorded by another": (lambda s: s["peran"][0].update(dicatat_oleh="kasi"), "peran 1", "pencatat"),
    "outside role recorded by nobody": (lambda s: s["peran"][5].pop("dicatat_oleh"), "peran 6", "pencatatnya"),
    "paper twice": (
        lambda s: s["langkah"][0]["dokumen"].append(s["langkah"][0]["dokumen"][0]),
        "langkah 1, dokumen",
        "lebih dari sekali",
    ),
    "paper in two measures": (_dokumen(7, per="desa"), "langkah 7, dokumen", "ukuran berbeda"),
    "one alternative": (_dokumen(1, pilihan=["KTP"]), "langkah 1, dokumen 1", "dua atau lebih"),
    "ages upside down": (_dokumen(1, usia_min=9, usia_maks=3), "langkah 1, dokumen 1", "melebihi"),
    "age below zero": (
        lambda s: s["aturan"].update(usia=[{"sumber": "sop", "minimum": -1}]),
        "aturan, usia 1",
        "kurang dari nol",
    ),
    "print code of another kind": (_langkah(3, cetak=["Lampiran SK"]), "langkah 3, cetak", "huruf kecil"),
}


@pytest.mark.parametrize("nama", RUSAK)
def test_a_broken_definition_names_place_and_cause(nama: str) -> None:
    ubah, letak, sebab = RUSAK[nama]
    isi = copy.deepcopy(ke_json(muat_bawaan("dtks")))
    ubah(isi)
    with pytest.raises(KnownError) as tangkap:
        dari_json(isi, nama="dtks-kantor.json")
    assert tangkap.value.kode == "sop_rusak"
    assert tangkap.value.fakta["berkas"] == "dtks-kantor.json"
    assert tangkap.value.fakta["letak"] == letak
    assert sebab in tangkap.value.fakta["sebab"]
    assert galat.kalimat(tangkap.value).endswith("SOP yang lama masih berlaku.")


@pytest.mark.parametrize(
    ("teks", "letak", "sebab"),
    [
        (b"\xff\xfe\x00", "seluruh berkas", "UTF-8"),
        (b'{"skema": 1,\n  "kode" "x"}', "baris 2, kolom 10", "JSON"),
        (b"[" * 100_000, "seluruh berkas", "JSON"),
        (b"[]", "seluruh berkas", "bidang bernama"),
        (b"{}", "seluruh berkas", "“skema” belum diisi"),
    ],
)
def test_a_file_that_is_no_definition(teks: bytes, letak: str, sebab: str) -> None:
    with pytest.raises(KnownError) as tangkap:
        baca(teks, nama="x.json")
    assert tangkap.value.fakta["letak"] == letak
    assert sebab in tangkap.value.fakta["sebab"]


def test_a_byte_order_mark_does_no_harm() -> None:
    sop = muat_bawaan("uep")
    assert baca(b"\xef\xbb\xbf" + tulis(sop).encode(), nama="uep.json") == sop


def test_unknown_code_names_the_ones_there_are() -> None:
    with pytest.raises(KnownError, match="sop_tak_dikenal") as tangkap:
        muat_bawaan("pkh")
    assert "rehsos" in galat.kalimat(tangkap.value)


def test_fingerprint_looks_at_content_not_at_order() -> None:
    isi = ke_json(muat_bawaan("rehsos"))
    terbalik = json.loads(json.dumps(dict(reversed(isi.items()))))
    assert sidik_json(terbalik) == sidik(muat_bawaan("rehsos"))
    terbalik["langkah"][0]["waktu"]["nilai"] = 15
    assert sidik_json(terbalik) != sidik(muat_bawaan("rehsos"))


def test_every_cause_has_its_words() -> None:
    dipakai = {sebab for _, _, sebab in RUSAK.values()}
    assert len(dipakai) > 20
    assert all(not kalimat.endswith(".") for kalimat in kata_sop.SEBAB_RUSAK.values())


def test_a_loop_back_is_a_lawful_branch() -> None:
    isi = copy.deepcopy(ke_json(muat_bawaan("dtks")))
    isi["langkah"][3]["cabang"].update(ya=5, tidak=3)
    sop = dari_json(isi, nama="x")
    assert sahih.tujuan(sop, 4) == (5, 3)
    assert sahih.tujuan(sop, 9) == ()


def test_a_road_without_an_end_is_refused() -> None:
    isi = copy.deepcopy(ke_json(muat_bawaan("dtks")))
    isi["langkah"] = isi["langkah"][:4]
    isi["langkah"][3]["cabang"].update(ya=3, tidak=2)
    assert dari_json(isi, nama="x")  # a decision as the last step may send everything back, and ends by itself
    isi["langkah"].append(copy.deepcopy(ke_json(muat_bawaan("dtks")))["langkah"][4])
    with pytest.raises(KnownError) as tangkap:
        dari_json(isi, nama="x")
    assert tangkap.value.fakta["letak"] == "langkah 1"


POLOS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda anak: st.lists(anak, max_size=3) | st.dictionaries(st.text(max_size=6), anak, max_size=3),
    max_leaves=6,
)


@settings(deadline=None)
@given(bagian=st.sampled_from(sorted(ke_json(muat_bawaan("dtks")))), nilai=POLOS)
def test_whatever_stands_in_a_file_only_known_errors_come_out(bagian: str, nilai: Any) -> None:
    isi = ke_json(muat_bawaan("dtks")) | {bagian: nilai}
    try:
        hasil = ke_json(dari_json(isi, nama="x"))
    except KnownError as salah:
        hasil = {"kode": salah.kode}
    assert hasil in (isi, {"kode": "sop_rusak"})
