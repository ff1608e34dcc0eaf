"""An SOP as a file: there and back without loss, and one clear sentence for whatever is no SOP."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.bahasa.galat import kalimat
from app.sop import berkas_sop, muat
from app.sop.definisi import Aksi
from app.sop.sunting import awal, susunan
from db.galat import KnownError

REHSOS = muat.muat_bawaan("rehsos")
SENDIRI = susunan.tambah_langkah(awal.kosong("Beras Kantor", muat.BAWAAN), 1, Aksi.SOSIALISASI)


@pytest.mark.parametrize("sop", [*muat.daftar_bawaan(), SENDIRI], ids=lambda s: s.kode)
def test_there_and_back(sop: muat.DefinisiSop, tmp_path: Path) -> None:
    berkas = berkas_sop.ekspor_sop(sop, tmp_path / berkas_sop.nama_berkas(sop))
    assert berkas.name == f"{sop.kode}-v1.sop.json"
    assert berkas_sop.baca_sop(berkas) == sop


def test_a_definition_written_by_hand_is_taken_too(tmp_path: Path) -> None:
    berkas = tmp_path / "rehsos.json"
    berkas.write_text(muat.tulis(REHSOS), encoding="utf-8-sig")
    assert berkas_sop.baca_sop(berkas) == REHSOS


def test_a_file_can_be_taken_as_another_sop() -> None:
    assert berkas_sop.sebagai_baru(SENDIRI, {*muat.BAWAAN, SENDIRI.kode}).kode == "beras_kantor_2"


def _ubah(isi: bytes) -> bytes:
    return isi.replace(b"Verifikasi PM", b"Verifikasi XX", 1)


RUSAK: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "changed by hand": (_ubah, "tidak cocok dengan sidiknya"),
    "no definition inside": (lambda _: b'{"jenis": "salur-sop", "bentuk": 1}', "tidak cocok dengan sidiknya"),
    "made by a later Salur": (lambda _: b'{"jenis": "salur-sop", "bentuk": 2}', "bernomor 2"),
    "cut off": (lambda isi: isi[:-200], "bukan JSON"),
    "empty": (lambda _: b"", "bukan JSON"),
    "a spreadsheet": (lambda _: b"PK\x03\x04\xff\xfe", "UTF-8"),
    "another file of Salur": (lambda _: b'{"jenis": "salur-pemetaan-kolom"}', "isinya bukan SOP"),
    "a list": (lambda _: b"[1, 2]", "isinya bukan SOP"),
    "a number too long to read": (lambda _: b"9" * 5000, "JSON"),
    "far too large": (lambda _: b" " * (berkas_sop.BERKAS_MAKS + 1), "terlalu besar"),
}


@pytest.mark.parametrize("nama", RUSAK)
def test_a_wrong_file_gets_one_clear_sentence(nama: str, tmp_path: Path) -> None:
    ubah, sepotong = RUSAK[nama]
    berkas = berkas_sop.ekspor_sop(REHSOS, tmp_path / "kiriman.sop.json")
    berkas.write_bytes(ubah(berkas.read_bytes()))
    with pytest.raises(KnownError) as tangkap:
        berkas_sop.baca_sop(berkas)
    kata = kalimat(tangkap.value)
    assert sepotong in kata
    assert "kiriman.sop.json" in kata
    assert "\n" not in kata


def test_a_file_that_is_not_there_and_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="berkas_tidak_ada"):
        berkas_sop.baca_sop(tmp_path / "tidak-ada.json")
    with pytest.raises(KnownError, match="berkas_tidak_ada"):
        berkas_sop.baca_sop(tmp_path)
    (tmp_path / "berkas").write_text("x", encoding="utf-8")
    with pytest.raises(KnownError, match="tidak_bisa_menulis"):
        berkas_sop.ekspor_sop(REHSOS, tmp_path / "berkas" / "x.json")


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(di=st.integers(0, 10**6), isi=st.binary(max_size=4))
def test_whatever_happens_to_a_file_it_is_the_same_sop_or_a_known_error(di: int, isi: bytes, tmp_path: Path) -> None:
    berkas = berkas_sop.ekspor_sop(SENDIRI, tmp_path / "x.sop.json")
    utuh = berkas.read_bytes()
    tempat = di % len(utuh)
    berkas.write_bytes(utuh[:tempat] + isi + utuh[tempat + len(isi) :])
    try:
        hasil = berkas_sop.baca_sop(berkas)
    except KnownError:
        hasil = SENDIRI
    assert hasil == SENDIRI
