"""`salur penyaluran dana`: money on the account is one fact, the card handed over another."""

from uuid import UUID

import pytest

from app.kegiatan import DataBarang, buat_kegiatan
from db.istilah import JenisBantuan, StatusUsulan
from tests.end2end.baris_perintah import Baris
from tests.helpers.kegiatan import DESA, NOMINAL, isi_usulan, tetapkan
from tests.ui.perintah.conftest import Menulis

HARI = ("--tanggal", "2026-03-02")


@pytest.fixture
def kartu(menulis: Menulis) -> UUID:
    """A kegiatan that pays on a card and hands the card over, six people on its decree."""
    with menulis() as kerja:
        kegiatan_id = buat_kegiatan(
            kerja, kode_sop="rehsos", nama="Kartu Uji", tahun=2026, nominal=NOMINAL, jenis_bantuan=JenisBantuan.KARTU,
            barang=[DataBarang("Kartu ATM")],
        )  # fmt: skip
        isi_usulan(kerja, kegiatan_id, 6, status=StatusUsulan.LAYAK)
        tetapkan(kerja, kegiatan_id)
    return kegiatan_id


def test_each_fact_is_seen_without_the_other(salur: Baris, kartu: UUID) -> None:
    salur("penyaluran", "dana", 1, 2, "--kegiatan", kartu, *HARI, "--keterangan", "Rekening koran 2 Maret")
    salur("penyaluran", "catat", 2, 3, "--kegiatan", kartu, "--hasil", "sendiri", *HARI)

    isi = salur("penyaluran", "--kegiatan", kartu, "--json").json
    assert isi["ringkasan"]["dana"] == {"dana_saja": 1, "lengkap": 1, "serah_saja": 1, "belum": 3}
    assert isi["ringkasan"]["tersalur"] == {"orang": 1, "rupiah": 2 * NOMINAL}
    fakta = {p["nomor"]: (p["dana"], p["dana_masuk"], p["diserahkan"]) for p in isi["penerima"] if p["nomor"] < 4}
    assert fakta == {
        1: ("dana_saja", "2026-03-02", None),
        2: ("lengkap", "2026-03-02", "2026-03-02"),
        3: ("serah_saja", None, "2026-03-02"),
    }
    (satu,) = salur("penyaluran", "--kegiatan", kartu, "--dana", "serah_saja", "--json").json["penerima"]
    assert satu["nomor"] == 3
    kata = [b[0] for b in salur("penyaluran", "--kegiatan", kartu).baris]
    assert "Dana masuk, buku/kartu belum diserahkan" in kata
    assert "Buku/kartu diserahkan, dana belum masuk" in kata


def test_everybody_who_waits_at_once(salur: Baris, kartu: UUID) -> None:
    dana = ("penyaluran", "dana", "--kegiatan", kartu, *HARI)
    assert salur(*dana, "--semua", "--desa", DESA[0]).baris == [["Dicatat", "2"]]
    assert salur(*dana, "--semua", "--nominal", NOMINAL).baris == [["Dicatat", "4"]]
    assert salur(*dana, "--semua").baris == [["Dicatat", "0"]]
    assert "sudah masuk rekening" in salur.ditolak(*dana, 1)
    assert salur.coba(*dana).kode == 2


def test_one_who_was_named_and_refused_keeps_all_unrecorded(salur: Baris, kartu: UUID) -> None:
    dana = ("penyaluran", "dana", "--kegiatan", kartu, *HARI)
    salur(*dana, 1)
    salur.ditolak(*dana, 2, 1)
    assert salur("penyaluran", "--kegiatan", kartu, "--json").json["ringkasan"]["dana"]["dana_saja"] == 1
    assert "bukan diserahkan di meja" in salur.ditolak(
        "penyaluran", "catat", 2, "--kegiatan", kartu, "--hasil", "sendiri", "--hanya-uang", *HARI
    )
