"""Two laptops of one office at the command line: a part goes out, both serve, the results come back, doubles show."""

from pathlib import Path
from uuid import UUID

import pytest

from app import akses
from app.kegiatan import buat_kegiatan
from db.istilah import StatusUsulan
from tests.end2end.baris_perintah import Baris
from tests.helpers.kegiatan import DESA, NOMINAL, isi_usulan, tetapkan
from tests.helpers.toko import SANDI, JamUji, KantorUji


@pytest.fixture
def kantor(uji: KantorUji, jam: JamUji) -> Baris:
    uji.ruang.tutup()
    return Baris(uji.folder)


@pytest.fixture
def kegiatan(kantor: Baris) -> str:
    """Nine people of three desa on a decree."""
    ruang, pelaku = akses.masuk(kantor.folder, "serba", SANDI)
    with ruang.menulis(pelaku) as kerja:
        kegiatan_id: UUID = buat_kegiatan(kerja, kode_sop="rehsos", nama="Bansos Uji", tahun=2026, nominal=NOMINAL)
        isi_usulan(kerja, kegiatan_id, 9, status=StatusUsulan.LAYAK)
        tetapkan(kerja, kegiatan_id)
    ruang.tutup()
    return str(kegiatan_id)


@pytest.fixture
def lain(kantor: Baris, kegiatan: str, tmp_path: Path) -> Baris:
    """The other laptop, with the part of the second desa."""
    berkas = tmp_path / "bagian.salur"
    kantor("bagian", "bawa", "--kegiatan", kegiatan, "--nama", "Titik Kujan", "--desa", DESA[1], "--ke", berkas)
    laptop = Baris(tmp_path / "lain")
    assert laptop("bagian", "buka", berkas).kata == str(laptop.folder)
    return laptop


def _nomor(salur: Baris, kegiatan: str, desa: str) -> list[int]:
    semua = salur("penyaluran", "--kegiatan", kegiatan, "--desa", desa, "--json").json["penerima"]
    return [b["nomor"] for b in semua]


@pytest.mark.e2e
def test_a_part_is_served_elsewhere_and_comes_back_once(
    kantor: Baris, lain: Baris, kegiatan: str, tmp_path: Path
) -> None:
    di_sana, di_sini = _nomor(kantor, kegiatan, DESA[1]), _nomor(kantor, kegiatan, DESA[0])
    catat = ("penyaluran", "catat", "--kegiatan", kegiatan, "--hasil", "sendiri")
    assert "Titik Kujan" in kantor.ditolak(*catat, di_sana[0])
    assert "Titik Kujan" in lain.ditolak(*catat, di_sini[0])
    kantor(*catat, *di_sini)
    lain(*catat, *di_sana)
    hasil = tmp_path / "kembali.hasil"
    assert lain("bagian", "hasil", "--ke", hasil).baris == [["Ditulis", "3"]]
    kembali = kantor("bagian", "gabungkan", hasil, "--json").json
    assert (kembali["baru"], kembali["sudah_ada"], kembali["dua_kali"]) == (3, 0, [])
    lagi = kantor("bagian", "gabungkan", hasil).baris
    assert lagi == [["Digabungkan", "0"], ["Sudah ada", "3"]]
    ringkasan = kantor("penyaluran", "--kegiatan", kegiatan, "--json").json["ringkasan"]
    assert (ringkasan["tersalur"]["orang"], ringkasan["belum"]["orang"]) == (6, 3)
    (satu,) = kantor("bagian", "--kegiatan", kegiatan, "--json").json
    assert (satu["nama"], satu["desa"], satu["status"]) == ("Titik Kujan", [DESA[1]], "kembali")
    assert kantor("bagian", "ganda", "--kegiatan", kegiatan).keluar == ""
    assert kantor("periksa").kode == 0


def test_who_was_served_on_both_sides_is_shown(kantor: Baris, lain: Baris, kegiatan: str, tmp_path: Path) -> None:
    (bagian,) = kantor("bagian", "--kegiatan", kegiatan, "--json").json
    kantor("bagian", "lepas", bagian["id"], "--alasan", "Laptop tidak pulang")
    satu, dua, _ = _nomor(kantor, kegiatan, DESA[1])
    catat = ("penyaluran", "catat", "--kegiatan", kegiatan, "--hasil", "sendiri")
    kantor(*catat, satu, "--tempat", "Kantor dinas")
    lain(*catat, satu, dua, "--tempat", "Balai desa Kujan")
    hasil = tmp_path / "kembali.hasil"
    lain("bagian", "hasil", "--ke", hasil)
    baris = kantor("bagian", "gabungkan", hasil).baris
    assert baris[:2] == [["Digabungkan", "2"], ["Sudah ada", "0"]]
    assert baris[2][:2] == ["Dua kali", f"{satu:04}"]
    assert "Kantor dinas" in baris[2][3]
    assert "Balai desa Kujan" in baris[2][4]
    (ganda,) = kantor("bagian", "ganda", "--kegiatan", kegiatan, "--json").json
    assert ganda["nomor"] == satu
    ringkasan = kantor("penyaluran", "--kegiatan", kegiatan, "--json").json["ringkasan"]
    assert ringkasan["tersalur"]["orang"] == 2


def test_a_range_of_numbers_goes_out_and_nothing_is_opened_over_an_office(
    kantor: Baris, kegiatan: str, tmp_path: Path
) -> None:
    berkas = tmp_path / "bagian.salur"
    bawa = ("bagian", "bawa", "--kegiatan", kegiatan, "--nama", "Laptop 2", "--ke", berkas)
    assert kantor.coba(*bawa, "--nomor", "satu").kode == 2
    assert "desa" in kantor.ditolak(*bawa)
    kantor(*bawa, "--nomor", "1-4")
    (satu,) = kantor("bagian", "--kegiatan", kegiatan).baris
    assert (satu[1], satu[2], satu[4]) == ("Laptop 2", "nomor 1–4", "Dibawa")
    kantor.ditolak("bagian", "buka", berkas)
    assert "bukan" in kantor.ditolak("bagian", "gabungkan", berkas)
    assert kantor("penyaluran", "--kegiatan", kegiatan, "--json").json["ringkasan"]["target"]["orang"] == 9
