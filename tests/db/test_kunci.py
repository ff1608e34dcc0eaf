"""Key slots and Crockford codes: a wrong secret, a moved slot or a typo opens nothing."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import crockford, kunci
from db.berkas import ditulis_di_samping, tulis_aman
from db.dasar import id_baru
from db.galat import KnownError

TOKO = id_baru()
DEK = kunci.dek_baru()


def slot(nama: str = "rina", rahasia: str = "rahasia") -> kunci.Slot:
    return kunci.segel(DEK, TOKO, nama, rahasia, kdf=kunci.KDF_CONTOH)


def test_slot_opens_with_its_secret_only() -> None:
    assert kunci.buka(slot(), TOKO, "rahasia") == DEK
    assert kunci.buka(slot(), TOKO, "Rahasia") is None


@pytest.mark.parametrize("ubah", [{"nama_pengguna": "tono"}, {"jenis": "pemulihan"}, {"id": id_baru()}])
def test_changed_slot_opens_nothing(ubah: dict[str, object]) -> None:
    assert kunci.buka(replace(slot(), **ubah), TOKO, "rahasia") is None


def test_slots_survive_a_damaged_file(tmp_path: Path) -> None:
    kunci.tulis(tmp_path, kunci.GantunganKunci(TOKO, (slot(),)))
    kunci.tulis(tmp_path, kunci.GantunganKunci(TOKO, (slot(), slot("tono"))))
    (tmp_path / kunci.NAMA_BERKAS).write_text("{")
    assert [s.nama_pengguna for s in kunci.baca(tmp_path).slot] == ["rina"]


def test_both_damaged_is_said(tmp_path: Path) -> None:
    (tmp_path / kunci.NAMA_BERKAS).write_text(json.dumps({"toko": "x"}))
    with pytest.raises(KnownError) as galat:
        kunci.baca(tmp_path)
    assert galat.value.kode == "kunci_rusak"


@pytest.mark.parametrize("kdf", [{"memori": -1}, {"memori": "a"}, {"putaran": 10**9}, {"jalur": 0}, {"memori": 2**40}])
def test_costs_that_nobody_can_pay_are_damage(tmp_path: Path, kdf: dict[str, object]) -> None:
    kunci.tulis(tmp_path, kunci.GantunganKunci(TOKO, (slot(),)))
    berkas = tmp_path / kunci.NAMA_BERKAS
    isi = json.loads(berkas.read_text())
    isi["slot"][0]["kdf"] |= kdf
    berkas.write_text(json.dumps(isi))
    with pytest.raises(KnownError, match="kunci_rusak"):
        kunci.baca(tmp_path)


def test_keys_of_an_older_program_mean_its_pages(tmp_path: Path) -> None:
    kunci.tulis(tmp_path, kunci.GantunganKunci(TOKO, (slot(),), kunci.HALAMAN_BARU))
    assert kunci.baca(tmp_path).halaman == kunci.HALAMAN_BARU
    berkas = tmp_path / kunci.NAMA_BERKAS
    isi = json.loads(berkas.read_text())
    del isi["halaman"]
    berkas.write_text(json.dumps(isi))
    assert kunci.baca(tmp_path).halaman == kunci.HALAMAN_LAMA


@pytest.mark.parametrize("halaman", [0, 256, 5000, 131072, "4096", None, True, 4096.0])
def test_pages_that_no_database_has_are_damage(tmp_path: Path, halaman: object) -> None:
    kunci.tulis(tmp_path, kunci.GantunganKunci(TOKO, (slot(),)))
    berkas = tmp_path / kunci.NAMA_BERKAS
    berkas.write_text(json.dumps(json.loads(berkas.read_text()) | {"halaman": halaman}))
    with pytest.raises(KnownError, match="kunci_rusak"):
        kunci.baca(tmp_path)


def test_recovery_key_with_a_typo_is_told_apart_from_a_wrong_one() -> None:
    benar = kunci.kunci_pemulihan_baru()
    g = kunci.GantunganKunci(TOKO, (kunci.segel(DEK, TOKO, "", benar, kdf=kunci.KDF_CONTOH, jenis="pemulihan"),))
    assert kunci.dek_dari_pemulihan(g, kunci.kelompokkan(benar)) == DEK
    with pytest.raises(KnownError) as galat:
        kunci.dek_dari_pemulihan(g, kunci.kunci_pemulihan_baru())
    assert galat.value.kode == "kunci_pemulihan_salah"
    salah = ("1" if benar[0] != "1" else "2") + benar[1:]
    with pytest.raises(KnownError) as galat:
        kunci.dek_dari_pemulihan(g, salah)
    assert galat.value.kode == "kunci_pemulihan_salah_ketik"


@given(st.integers(0, 2**80 - 1))
def test_code_reads_back(nilai: int) -> None:
    assert crockford.uraikan(crockford.sandikan(nilai, 16), 16) == nilai


@given(st.integers(0, 2**80 - 1), st.integers(0, 15), st.sampled_from(crockford.ABJAD))
def test_every_single_typo_is_found(nilai: int, letak: int, huruf: str) -> None:
    kode = crockford.sandikan(nilai, 16)
    salah = kode[:letak] + huruf + kode[letak + 1 :]
    assert salah == kode or crockford.uraikan(salah, 16) is None


@given(st.integers(0, 2**80 - 1), st.integers(0, 14))
def test_swapped_neighbours_are_found(nilai: int, letak: int) -> None:
    kode = crockford.sandikan(nilai, 16)
    tukar = kode[:letak] + kode[letak + 1] + kode[letak] + kode[letak + 2 :]
    assert tukar == kode or crockford.uraikan(tukar, 16) is None


def test_confusions_are_forgiven() -> None:
    kode = crockford.sandikan(0, 16)
    assert crockford.uraikan(kode.replace("0", "o"), 16) == 0


def test_failed_write_leaves_the_old_file(tmp_path: Path) -> None:
    tujuan = tmp_path / "a.txt"
    tulis_aman(tujuan, b"lama")
    with pytest.raises(RuntimeError), ditulis_di_samping(tujuan) as samping:
        samping.write_bytes(b"setengah")
        raise RuntimeError
    assert [b.name for b in tmp_path.iterdir()] == ["a.txt"]
    assert tujuan.read_bytes() == b"lama"


def test_unwritable_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("bukan folder")
    with pytest.raises(KnownError) as galat:
        tulis_aman(tmp_path / "berkas" / "a.txt", b"x")
    assert galat.value.kode == "tidak_bisa_menulis"
